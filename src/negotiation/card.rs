//! The record card of a move, by ids: what the real delegation did here, and what it heard.

use crate::scenario::resolved::{Basis, Move, MoveWords, Pairing, Scenario};
use crate::scenario::{EntryId, MoveId, PartyId};

/// Which of the five cases a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardCase {
    /// You made the record's own move, and it was answered.
    OwnMove,
    /// The record tried something else on this issue.
    SomethingElse,
    TheyRaisedIt,
    NeverAnswered,
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

/// A record card, by ids.
#[derive(Debug, Clone)]
pub struct Card<'s> {
    pub case: CardCase,
    /// What was said in the record, in its order.
    pub said: Vec<EntryId>,
    /// What it heard, each answer with how it is paired, by what it answers; one entry can be here more than once.
    pub answers: Vec<(EntryId, &'s Pairing)>,
}

impl<'s> Card<'s> {
    /// The card of a move.
    pub fn of(scenario: &'s Scenario, id: MoveId) -> Self {
        let mv = scenario.mv(id);
        let own_party = scenario.seat(mv.seat).party;
        let (case, said) = match &mv.words {
            MoveWords::Record(entries) => {
                let answered = entries.iter().any(|e| !scenario.entry(*e).answered_by.is_empty());
                let case = if answered { CardCase::OwnMove } else { CardCase::NeverAnswered };
                (case, entries.clone())
            }
            MoveWords::Own { reasoned_from: bases } => nearest(scenario, bases, mv, own_party),
        };
        let paired = said.iter().flat_map(|entry| &scenario.entry(*entry).answered_by);
        let answers = paired.map(|(answer, pairing)| (*answer, pairing)).collect();
        Self { case, said, answers }
    }

    /// Every entry of the record on it.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> + use<'_> {
        let answers = self.answers.iter().map(|(answer, _)| *answer);
        self.said.iter().copied().chain(answers)
    }
}

/// For a move that the record does not have: what the own side said that comes nearest to it on the issue. That is an entry
/// it is reasoned from, or else the one that brought the answer it is reasoned from, or else one with the same act.
fn nearest(scenario: &Scenario, bases: &[Basis], mv: &Move, own: PartyId) -> (CardCase, Vec<EntryId>) {
    let cited: Vec<EntryId> = bases
        .iter()
        .filter_map(|basis| cited_entry(scenario, basis))
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
fn cited_entry(scenario: &Scenario, basis: &Basis) -> Option<EntryId> {
    match basis {
        Basis::Entry(entry) => Some(*entry),
        Basis::Quote(cited) => scenario.entry_ids().find(|e| {
            let quotes = &scenario.entry(*e).quotes;
            quotes.iter().any(|q| q.line == cited.line && q.words.contains(&cited.words))
        }),
        _ => None,
    }
}
