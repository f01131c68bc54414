//! The record card: what the real delegation did here, and what it heard. The card says which of five cases it is.

use crate::negotiation::event::PointIndex;
use crate::negotiation::state::State;
use crate::scenario::resolved::{Basis, Move, MoveWords};
use crate::scenario::{EntryId, MoveId, PartyId};

use super::wording::Wording;

/// Which of the five cases a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardCase {
    /// You made the record's own move, and it was answered.
    OwnMove,
    /// The record tried something else on this issue.
    SomethingElse,
    /// The other side raised it.
    TheyRaisedIt,
    /// It was raised and never answered.
    NeverAnswered,
    /// The record is silent.
    Silent,
}

impl CardCase {
    /// Key of its sentence in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            CardCase::OwnMove => "card-own-move",
            CardCase::SomethingElse => "card-something-else",
            CardCase::TheyRaisedIt => "card-they-raised-it",
            CardCase::NeverAnswered => "card-never-answered",
            CardCase::Silent => "card-silent",
        }
    }
}

/// A line of a card: words of the record with their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardLine {
    /// Speaker.
    pub speaker: String,
    /// Words, verbatim.
    pub words: String,
    /// Place ("line 53").
    pub place: String,
    /// First line, to open the transcript there.
    pub line: u32,
    /// How it is paired with what it answers; empty for what was said.
    pub pairing: String,
    /// Also heard in this game already.
    pub heard: bool,
}

/// A record card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordCard {
    /// Label of the move.
    pub label: String,
    /// Which case.
    pub case: CardCase,
    /// What was said in the record.
    pub said: Vec<CardLine>,
    /// What it heard.
    pub heard: Vec<CardLine>,
    /// Notes of the record on it.
    pub notes: Vec<String>,
}

/// The card of a point.
pub fn card(wording: Wording<'_>, state: &State, index: PointIndex) -> Option<RecordCard> {
    let point = state.points.get(usize::from(index))?;
    Some(card_of_move(wording, state, point.mv))
}

/// The card of a move.
pub fn card_of_move(wording: Wording<'_>, state: &State, id: MoveId) -> RecordCard {
    let scenario = wording.scenario;
    let mv = scenario.mv(id);
    let own_party = scenario.seat(mv.seat).party;
    let (case, entries) = match &mv.words {
        MoveWords::Record(entries) => {
            let answered = entries
                .iter()
                .any(|e| !scenario.entry(*e).answered_by.is_empty());
            let case = if answered {
                CardCase::OwnMove
            } else {
                CardCase::NeverAnswered
            };
            (case, entries.clone())
        }
        MoveWords::Own(bases) => nearest(wording, bases, mv, own_party),
    };
    let mut heard: Vec<(EntryId, CardLine)> = Vec::new();
    for entry in &entries {
        for (answer, pairing) in &scenario.entry(*entry).answered_by {
            let line = card_line(wording, state, *answer, wording.pairing(pairing));
            if !heard.iter().any(|(_, other)| other.words == line.words) {
                heard.push((*answer, line));
            }
        }
    }
    heard.sort_by_key(|(answer, _)| answer.index());
    let heard = heard.into_iter().map(|(_, line)| line).collect();
    RecordCard {
        label: mv.label.clone(),
        case,
        said: entries
            .iter()
            .map(|e| card_line(wording, state, *e, String::new()))
            .collect(),
        heard,
        notes: entries
            .iter()
            .map(|e| scenario.entry(*e).note.clone())
            .filter(|note| !note.is_empty())
            .collect(),
    }
}

/// For a move that the record does not have: what the own side said that comes nearest to it on the issue. That is an entry
/// it is reasoned from, or else the one that brought the answer it is reasoned from, or else one with the same act.
fn nearest(
    wording: Wording<'_>,
    bases: &[Basis],
    mv: &Move,
    own: PartyId,
) -> (CardCase, Vec<EntryId>) {
    let scenario = wording.scenario;
    let cited: Vec<EntryId> = bases
        .iter()
        .filter_map(|basis| cited_entry(wording, basis))
        .filter(|entry| scenario.entry(*entry).issue == mv.issue)
        .collect();
    let on_issue = || {
        let entries = scenario.entry_ids();
        entries.filter(|e| scenario.entry(*e).issue == mv.issue)
    };
    let is_own = |e: &EntryId| scenario.person(scenario.entry(*e).speaker).party == Some(own);
    let brought = |answer: &EntryId| {
        let answered_by = |e: &EntryId| {
            let answers = &scenario.entry(*e).answered_by;
            answers.iter().any(|(by, _)| by == answer)
        };
        on_issue().filter(is_own).find(answered_by)
    };
    let ours = cited
        .iter()
        .copied()
        .find(is_own)
        .or_else(|| cited.iter().find_map(brought))
        .or_else(|| {
            let same_act = |e: &EntryId| scenario.entry(*e).act == mv.act;
            on_issue().filter(is_own).find(same_act)
        })
        .or_else(|| on_issue().find(is_own));
    if let Some(entry) = ours {
        return (CardCase::SomethingElse, vec![entry]);
    }
    match cited.first().copied().or_else(|| on_issue().next()) {
        Some(entry) => (CardCase::TheyRaisedIt, vec![entry]),
        None => (CardCase::Silent, Vec::new()),
    }
}

/// The entry that a basis cites, itself or by a part of its words.
fn cited_entry(wording: Wording<'_>, basis: &Basis) -> Option<EntryId> {
    let scenario = wording.scenario;
    match basis {
        Basis::Entry(entry) => Some(*entry),
        Basis::Quote(cited) => scenario.entry_ids().find(|e| {
            let quotes = &scenario.entry(*e).quotes;
            quotes
                .iter()
                .any(|q| q.line == cited.line && q.words.contains(&cited.words))
        }),
        _ => None,
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
