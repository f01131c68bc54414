//! How the counterpart takes a point: the act first, then the words.

use crate::scenario::resolved::{Condition, Scenario, Stance, Utterance, Words};
use crate::scenario::terms::Act;
use crate::scenario::{EntryId, UtteranceId};

use super::event::{PointIndex, Taken};
use super::state::{Point, State};

/// What the counterpart means to do with a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// Say this, when its topic comes.
    Say(Taken, UtteranceId),
    /// Let an earlier answer stand.
    LetStand(Taken, Option<EntryId>),
}

/// Decides on a point. The first stance that holds gives the act; where no words for that act fit, the next stance that holds
/// is tried. When all words for all of them have been used up, an earlier answer stands; `None` means that he waits.
pub(super) fn choose(
    scenario: &Scenario,
    state: &State,
    index: PointIndex,
    point: &Point,
) -> Option<Choice> {
    let mut first = None;
    let mut words_left = false;
    for (number, stance) in stances(scenario, point) {
        if !state.all_hold(scenario, &stance.when, Some(point)) {
            continue;
        }
        let taken = Taken {
            point: index,
            stance: Some(number),
        };
        first.get_or_insert(taken);
        let words = replies(scenario, point)
            .filter(|(_, reply)| reply.act == stance.act)
            .filter(|(id, reply)| unspoken(state, *id, reply))
            .inspect(|_| words_left = true)
            .filter(|(_, reply)| fits(scenario, state, reply, point))
            .max_by_key(|(id, reply)| preference(*id, reply));
        if let Some((id, _)) = words {
            return Some(Choice::Say(taken, id));
        }
    }
    let taken = first.unwrap_or(Taken {
        point: index,
        stance: None,
    });
    (!words_left).then(|| Choice::LetStand(taken, standing_answer(scenario, state, point)))
}

/// The stances that can decide on a point, in the order in which they are tried.
pub(super) fn stances<'s>(
    scenario: &'s Scenario,
    point: &Point,
) -> impl Iterator<Item = (u16, &'s Stance)> {
    let numbers = scenario
        .stances_of
        .get(point.mv.index())
        .map_or(&[][..], Vec::as_slice);
    let stance = |number: &u16| Some((*number, scenario.stances.get(usize::from(*number))?));
    numbers.iter().filter_map(stance)
}

/// The answers to a point that make sense now and have not been heard.
pub(super) fn fitting<'a>(
    scenario: &'a Scenario,
    state: &'a State,
    point: &'a Point,
) -> impl Iterator<Item = (UtteranceId, &'a Utterance)> {
    replies(scenario, point)
        .filter(move |(id, reply)| unspoken(state, *id, reply))
        .filter(move |(_, reply)| fits(scenario, state, reply, point))
}

/// The words with which an act would be done now.
pub(super) fn words(
    scenario: &Scenario,
    state: &State,
    point: &Point,
    act: Act,
) -> Option<UtteranceId> {
    fitting(scenario, state, point)
        .filter(|(_, reply)| reply.act == act)
        .max_by_key(|(id, reply)| preference(*id, reply))
        .map(|(id, _)| id)
}

fn replies<'s>(
    scenario: &'s Scenario,
    point: &Point,
) -> impl Iterator<Item = (UtteranceId, &'s Utterance)> {
    let ids = scenario
        .replies_of
        .get(point.mv.index())
        .map_or(&[][..], Vec::as_slice);
    ids.iter().map(|id| (*id, scenario.utterance(*id)))
}

fn fits(scenario: &Scenario, state: &State, reply: &Utterance, point: &Point) -> bool {
    state.all_hold(scenario, &reply.conditions, Some(point))
}

/// Whether these words have not been heard in this game. Silence can be kept more than once.
pub(super) fn unspoken(state: &State, id: UtteranceId, utterance: &Utterance) -> bool {
    match &utterance.words {
        Words::Silence(_) => true,
        Words::Inference { .. } => !state.was_given(id),
        words => !state.was_given(id) && words.entries().iter().all(|e| state.said(*e).is_none()),
    }
}

/// Record before Elsewhere before Inference before silence, then more conditions, then the earlier one.
pub(super) fn preference(
    id: UtteranceId,
    reply: &Utterance,
) -> (u8, usize, std::cmp::Reverse<u16>) {
    let kind = match reply.words {
        Words::Record(_) => 3,
        Words::Elsewhere(..) => 2,
        Words::Inference { .. } => 1,
        Words::Silence(_) => 0,
    };
    let conditions = reply.conditions.iter().map(leaves).sum();
    (kind, conditions, std::cmp::Reverse(id.0))
}

fn leaves(condition: &Condition) -> usize {
    match condition {
        Condition::All(list) | Condition::Any(list) => list.iter().map(leaves).sum(),
        Condition::Not(inner) => leaves(inner),
        _ => 1,
    }
}

/// The latest passage that answers this move, or else the latest on its issue.
fn standing_answer(scenario: &Scenario, state: &State, point: &Point) -> Option<EntryId> {
    let issue = scenario.mv(point.mv).issue;
    given_answer(scenario, state, point).or_else(|| {
        let on_issue = |entry: &EntryId| scenario.entry(*entry).issue == issue;
        latest(state, scenario.entry_ids().filter(on_issue))
    })
}

/// The latest passage that has been heard and answers this move.
pub(super) fn given_answer(scenario: &Scenario, state: &State, point: &Point) -> Option<EntryId> {
    let answers = replies(scenario, point).flat_map(|(_, reply)| reply.words.entries());
    latest(state, answers.copied())
}

fn latest(state: &State, entries: impl Iterator<Item = EntryId>) -> Option<EntryId> {
    entries
        .filter_map(|entry| Some((state.said(entry)?, entry)))
        .max()
        .map(|(_, entry)| entry)
}
