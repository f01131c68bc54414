//! The record card: what the real delegation did here, and what it heard. The card says which of five cases it is.

use crate::negotiation::event::PointIndex;
use crate::negotiation::state::State;
use crate::scenario::resolved::{Basis, MoveWords};
use crate::scenario::{EntryId, IssueId, MoveId, PartyId};

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
        MoveWords::Own(bases) => nearest(wording, bases, mv.issue, own_party),
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

/// For a move that the record does not have: the entry it is reasoned from that comes nearest on the issue.
fn nearest(
    wording: Wording<'_>,
    bases: &[Basis],
    issue: IssueId,
    own: PartyId,
) -> (CardCase, Vec<EntryId>) {
    let scenario = wording.scenario;
    let party_of = |entry: EntryId| scenario.person(scenario.entry(entry).speaker).party;
    let cited = bases.iter().filter_map(|basis| match basis {
        Basis::Entry(entry) => Some(*entry),
        Basis::Quote(quote) => scenario.entry_ids().find(|e| {
            scenario
                .entry(*e)
                .quotes
                .iter()
                .any(|q| q.line == quote.line && q.words.contains(&quote.words))
        }),
        _ => None,
    });
    let on_issue = scenario
        .entry_ids()
        .filter(|e| scenario.entry(*e).issue == issue);
    let candidates: Vec<EntryId> = cited
        .filter(|e| scenario.entry(*e).issue == issue)
        .chain(on_issue)
        .collect();
    let ours = candidates
        .iter()
        .copied()
        .find(|e| party_of(*e) == Some(own));
    if let Some(entry) = ours {
        return (CardCase::SomethingElse, vec![entry]);
    }
    match candidates.first() {
        Some(entry) => (CardCase::TheyRaisedIt, vec![*entry]),
        None => (CardCase::Silent, Vec::new()),
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
