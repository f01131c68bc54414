//! The record card: what the real delegation said on the issue, and how it was answered. The card says which of five
//! cases applies.

use crate::language::arg;
use crate::negotiation::card::Card;
use crate::negotiation::event::PointIndex;
use crate::negotiation::state::State;
use crate::scenario::{EntryId, MoveId};

use super::wording::Wording;

pub use crate::negotiation::card::CardCase;

/// A line of a card: words of the record and where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardLine {
    pub speaker: String,
    /// Verbatim.
    pub words: String,
    pub place: String,
    pub line: u32,
    /// How the answer is known to belong to its move; empty for what the delegation said.
    pub pairing: String,
    pub heard: bool,
}

/// A record card in words, ready to display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordCard {
    pub label: String,
    pub case: CardCase,
    pub said: Vec<CardLine>,
    pub heard: Vec<CardLine>,
    pub notes: Vec<String>,
}

/// The card for a point; `None` if there is no record of the talk.
pub fn card(wording: Wording<'_>, state: &State, index: PointIndex) -> Option<RecordCard> {
    let point = state.points.get(usize::from(index))?;
    if !wording.has_record() {
        return None;
    }
    Some(card_of_move(wording, state, point.mv))
}

/// The card for a move.
pub fn card_of_move(wording: Wording<'_>, state: &State, id: MoveId) -> RecordCard {
    let scenario = wording.scenario;
    let mv = scenario.mv(id);
    let Card { case, said, answers } = Card::of(scenario, id);
    let mut heard: Vec<(EntryId, CardLine)> = Vec::new();
    for (asked, answer) in answers {
        let line = card_line(wording, state, answer.entry, wording.pairing(asked, answer));
        if !heard.iter().any(|(_, other)| other.words == line.words) {
            heard.push((answer.entry, line));
        }
    }
    heard.sort_by_key(|(answer, _)| answer.index());
    let heard = heard.into_iter().map(|(_, line)| line).collect();
    RecordCard {
        label: mv.label.clone(),
        case,
        said: said.iter().map(|e| card_line(wording, state, *e, String::new())).collect(),
        heard,
        notes: said
            .iter()
            .map(|entry| scenario.entry(*entry).note.as_str())
            .filter(|note| !note.is_empty())
            .map(|note| wording.catalogue.msg_with("card-note", &[arg("note", note)]))
            .collect(),
    }
}

fn card_line(wording: Wording<'_>, state: &State, entry: EntryId, pairing: String) -> CardLine {
    CardLine {
        speaker: wording.person(wording.scenario.entry(entry).speaker),
        words: wording.entry_words(entry),
        place: wording.entry_place(entry),
        line: wording.entry_line(entry),
        pairing,
        heard: state.said(entry).is_some(),
    }
}
