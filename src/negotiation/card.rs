//! The record card of a move: what the real delegation said on the same issue, and how it was answered.

use crate::scenario::resolved::{Answer, Basis, Move, MoveWords, Scenario};
use crate::scenario::{EntryId, MoveId, PartyId};

/// How the player's move relates to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardCase {
    /// The player made the record's own move, which was answered.
    OwnMove,
    /// The record's delegation said something else on this issue.
    SomethingElse,
    TheyRaisedIt,
    NeverAnswered,
    Silent,
}

impl CardCase {
    /// Key of the sentence in the message catalogue.
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

/// A record card as ids; a view puts it into words.
#[derive(Debug, Clone)]
pub struct Card<'s> {
    pub case: CardCase,
    /// What the delegation said in the record, in the record's order.
    pub said: Vec<EntryId>,
    /// The answers it got, in the order of `said`, each after what it answers. An entry that answers two is
    /// listed twice.
    pub answers: Vec<(EntryId, &'s Answer)>,
}

impl<'s> Card<'s> {
    /// Builds the card for a move.
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
        let heard = |asked: &EntryId| {
            let asked = *asked;
            scenario.entry(asked).answered_by.iter().map(move |answer| (asked, answer))
        };
        let answers = said.iter().flat_map(heard).collect();
        Self { case, said, answers }
    }

    /// Every record entry on the card.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> + use<'_> {
        let answers = self.answers.iter().map(|(_, answer)| answer.entry);
        self.said.iter().copied().chain(answers)
    }
}

/// Finds the closest thing the player's own side said on the issue, for a move that is not in the record. Prefers an
/// entry the move is reasoned from, then the entry whose answer it is reasoned from, then one with the same act, then
/// any entry of its own side.
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
            answers.iter().any(|by| by.entry == *answer)
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

/// The record entry that a basis cites, either directly or by quoting from it.
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
