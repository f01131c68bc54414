//! The record as a document to be read: its head, its paragraphs with their speakers, and an index of who speaks where.

use crate::scenario::PersonId;
use crate::scenario::draft::NoteDraft;

use super::library::{Reader, Side, record_lines};
use super::wording::Wording;

/// The record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    pub head: Head,
    /// Every line that is not empty, which in a typed document is a paragraph.
    pub paragraphs: Vec<Paragraph>,
    pub turns: Vec<Turn>,
}

/// What is known of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    pub citation: String,
    pub credits: String,
    pub rights: String,
    pub url: String,
    pub notes: Vec<String>,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its line in the document, from 1.
    pub line: u32,
    /// Its words, byte for byte.
    pub text: String,
    /// Its turn, by its place in the list of turns; none before the first word is spoken.
    pub turn: Option<usize>,
    /// Notes on it, ours: the words they are about, which may be empty, and the note.
    pub notes: Vec<(String, String)>,
}

/// Somebody has the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Its first line.
    pub line: u32,
    /// Its last line.
    pub to: u32,
    pub name: String,
    /// The speaker's id, by which the library has a page.
    pub id: String,
    pub side: Side,
}

impl Transcript {
    /// The first source of a scenario, as a reader sees it.
    pub fn of(wording: Wording<'_>, reader: Reader) -> Self {
        let scenario = wording.scenario;
        let Some(source) = scenario.sources.first() else {
            return Self::default();
        };
        let speaker = |id: PersonId| {
            let person = scenario.person(id);
            (person.name.clone(), reader.side(person.party))
        };
        let turns: Vec<Turn> = source
            .turns
            .iter()
            .filter_map(|turn| {
                let (name, side) = speaker(scenario.person_id(turn.speaker.as_str())?);
                Some(Turn { line: turn.from, to: turn.to, name, id: turn.speaker.text.clone(), side })
            })
            .collect();
        let paragraphs = record_lines(scenario).into_iter().map(|line| Paragraph {
            turn: turns.iter().position(|turn| (turn.line..=turn.to).contains(&line.line)),
            notes: scenario.notes_on(0, line.line).map(|note| (note.printed.clone(), note.text.clone())).collect(),
            line: line.line,
            text: line.text,
        });
        let on_all = |note: &&NoteDraft| note.lines.is_empty();
        let notes = source.notes.iter().filter(on_all);
        Self {
            head: Head {
                citation: source.citation.clone(),
                credits: source.credits.clone(),
                rights: source.rights.clone(),
                url: source.url.clone(),
                notes: notes.map(|note| note.text.clone()).collect(),
            },
            paragraphs: paragraphs.collect(),
            turns,
        }
    }
}
