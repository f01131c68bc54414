//! The transcript with this game's quotations, and the library.

use std::collections::BTreeSet;

use crate::language::arg;
use crate::negotiation::Opposite;
use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::session::Awaiting;
use crate::scenario::EntryId;
use crate::scenario::resolved::MoveWords;
use crate::view::library::{self, Lane, Page, Reader};
use crate::view::transcript::Transcript;

use super::App;

/// The transcript with this game's quotations marked.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordView {
    pub transcript: Transcript,
    /// Line at which the transcript opens, from 1.
    pub at: u32,
    /// This game's quotations, in line order.
    pub quoted: Vec<Quoted>,
    /// How many lines were quoted, as text.
    pub quoted_lines: String,
}

/// Words of the record that were spoken in this game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    pub line: u32,
    pub words: String,
    /// Number of the statement that used these words or was answered with them.
    pub statement: u32,
    /// A sentence saying that these words were quoted.
    pub text: String,
    /// The statements in which the line was quoted, as text.
    pub when: String,
}

/// People, ideas and dates to look up.
#[derive(Debug, Clone, PartialEq)]
pub struct LibraryView {
    /// All pages, grouped by section.
    pub pages: Vec<Page>,
    /// Names of the timeline's lanes.
    pub lanes: Vec<(Lane, String)>,
    /// Names of the months, from January.
    pub months: Vec<String>,
    /// Whether the game is over, so that the library may say what came after the talk.
    pub over: bool,
}

impl App {
    /// Who is reading, and what that person may know.
    fn reader(&self) -> Reader {
        let (setup, over) = match self.game() {
            Some(game) => (
                (game.session.seat(), game.session.setup().opposite),
                matches!(game.session.awaiting(), Awaiting::Over(_)),
            ),
            None => ((self.seating.seat, self.seating.opposite), false),
        };
        let seat = self.scenario.seats.get(setup.0.index());
        Reader { party: seat.map(|seat| seat.party), shared: setup.1 == Opposite::Person, over }
    }

    pub(super) fn record(&self) -> RecordView {
        let found = self.game().map_or_else(Vec::new, quoted);
        let lines: BTreeSet<u32> = found.iter().map(|words| words.line).collect();
        RecordView {
            transcript: Transcript::of(self.wording(), self.reader()),
            at: self.navigation.record_line,
            quoted_lines: self.catalogue.msg_with("record-quoted-lines", &[arg("count", lines.len())]),
            quoted: found.iter().map(|words| self.quoted(&found, words)).collect(),
        }
    }

    fn quoted(&self, found: &[Words], words: &Words) -> Quoted {
        let on_the_line = found.iter().filter(|other| other.line == words.line);
        let statements: BTreeSet<u32> = on_the_line.map(|other| other.statement).collect();
        let names: Vec<String> = statements.iter().map(u32::to_string).collect();
        let args = [arg("count", statements.len()), arg("statements", names.join(", "))];
        Quoted {
            line: words.line,
            words: words.words.clone(),
            statement: words.statement,
            text: self.catalogue.msg_with("record-quoted-words", &[arg("words", words.words.as_str())]),
            when: self.catalogue.msg_with("record-quoted-in", &args),
        }
    }

    pub(super) fn library(&self) -> LibraryView {
        let (wording, reader) = (self.wording(), self.reader());
        LibraryView {
            pages: library::pages(wording, reader),
            lanes: library::lanes(wording),
            months: (1..=12).map(|month| library::month(wording, month)).collect(),
            over: reader.over,
        }
    }
}

/// Words of the record, with their line and the statement they were spoken in.
#[derive(PartialEq)]
struct Words {
    line: u32,
    words: String,
    statement: u32,
}

/// The words of the record spoken in this game, in line order.
fn quoted(game: &Game) -> Vec<Words> {
    let state = game.session.state();
    let scenario = game.session.scenario();
    let heard = scenario.entry_ids();
    let heard = heard.filter_map(|entry| Some((entry, state.said(entry)?)));
    let mut statement = 0;
    let mut made: Vec<(EntryId, u32)> = Vec::new();
    for event in &game.events {
        match event {
            Event::Floor { statement: number, .. } => statement = *number,
            Event::Moved { mv, own_words: true, .. } => {
                if let MoveWords::Record(entries) = &scenario.mv(*mv).words {
                    made.extend(entries.iter().map(|entry| (*entry, statement)));
                }
            }
            _ => {}
        }
    }
    let source = scenario.sources.first();
    let holds_words = |line: &u32| {
        let text = source.and_then(|source| source.line(*line));
        text.is_some_and(|text| !text.trim().is_empty())
    };
    let mut found = Vec::new();
    for (entry, statement) in heard.chain(made) {
        for quote in &scenario.entry(entry).quotes {
            // A page break may split a quotation; each part is marked on its own line.
            let parts = quote.words.lines().filter(|part| !part.trim().is_empty());
            let lines = (quote.line..=quote.last_line()).filter(holds_words);
            found.extend(lines.zip(parts).map(|(line, words)| Words { line, words: words.to_owned(), statement }));
        }
    }
    found.sort_by_key(|quoted| quoted.line);
    found.dedup();
    found
}
