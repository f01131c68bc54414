//! The record as a readable document: its head, its paragraphs with their speakers, and an index of who speaks where.

use crate::language::arg;
use crate::scenario::PersonId;
use crate::scenario::draft::NoteDraft;

use super::library::{Reader, Side, record_lines};
use super::wording::Wording;

/// The record, with everything needed to read and search it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    pub head: Head,
    /// Every line that is not empty. In a typed document, each is a paragraph.
    pub paragraphs: Vec<Paragraph>,
    pub turns: Vec<Turn>,
}

/// What is known about the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    pub citation: String,
    pub credits: String,
    pub rights: String,
    pub url: String,
    pub notes: Vec<String>,
}

/// A paragraph of the record and the notes on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Line number in the document, from 1.
    pub line: u32,
    /// Exactly as in the source.
    pub text: String,
    /// Index of the turn it belongs to; `None` before anyone has spoken.
    pub turn: Option<usize>,
    /// Line number and speaker, in words.
    pub heading: String,
    /// The author's notes on it, in words.
    pub notes: Vec<String>,
}

/// A stretch in which one person has the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    pub line: u32,
    pub to: u32,
    pub name: String,
    /// Id of the speaker's page in the library.
    pub id: String,
    pub side: Side,
    /// Name and first line, for the index.
    pub index_name: String,
    /// Text of the link that opens the speaker's page in the library.
    pub about: String,
}

/// The author's note on some of the words, or on all of them.
fn note(wording: Wording<'_>, note: &NoteDraft) -> String {
    let args = [arg("printed", note.printed.as_str()), arg("note", note.text.as_str())];
    let key = if note.printed.is_empty() { "record-note" } else { "record-note-on" };
    wording.catalogue.msg_with(key, &args)
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
                let args = [arg("name", name.as_str()), arg("line", turn.from)];
                Some(Turn {
                    line: turn.from,
                    to: turn.to,
                    id: turn.speaker.text.clone(),
                    side,
                    index_name: wording.catalogue.msg_with("record-turn", &args),
                    about: wording.catalogue.msg_with("record-about-the-speaker", &args),
                    name,
                })
            })
            .collect();
        let paragraphs = record_lines(scenario).into_iter().map(|line| {
            let turn = turns.iter().position(|turn| (turn.line..=turn.to).contains(&line.line));
            let speaker = turn.and_then(|turn| turns.get(turn)).map(|turn| turn.name.as_str());
            let args = [arg("line", line.line), arg("speaker", speaker.unwrap_or_default())];
            let key = if speaker.is_some() { "record-line-speaker" } else { "record-line" };
            Paragraph {
                turn,
                heading: wording.catalogue.msg_with(key, &args),
                notes: scenario.notes_on(0, line.line).map(|on| note(wording, on)).collect(),
                line: line.line,
                text: line.text,
            }
        });
        let on_all = |note: &&NoteDraft| note.lines.is_empty();
        let notes = source.notes.iter().filter(on_all);
        Self {
            head: Head {
                citation: source.citation.clone(),
                credits: source.credits.clone(),
                rights: source.rights.clone(),
                url: source.url.clone(),
                notes: notes.map(|on| note(wording, on)).collect(),
            },
            paragraphs: paragraphs.collect(),
            turns,
        }
    }
}
