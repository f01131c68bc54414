//! How the counterpart takes a point: the act first, then the words.

use crate::scenario::resolved::{Scenario, Stance, Utterance, Way, Words};
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
pub(super) fn choose(scenario: &Scenario, state: &State, index: PointIndex, point: &Point) -> Option<Choice> {
    let mut first = None;
    let mut words_left = false;
    for way in ways(scenario, point) {
        let Some(stance) = scenario.stances.get(usize::from(way.stance)) else {
            continue;
        };
        if !state.all_hold(scenario, &stance.when, Some(point)) {
            continue;
        }
        let taken = Taken { point: index, stance: Some(way.stance) };
        first.get_or_insert(taken);
        let words = unheard(scenario, state, way)
            .inspect(|_| words_left = true)
            .find(|(_, reply)| fits(scenario, state, reply, point));
        if let Some((id, _)) = words {
            return Some(Choice::Say(taken, id));
        }
    }
    let taken = first.unwrap_or(Taken { point: index, stance: None });
    (!words_left).then(|| Choice::LetStand(taken, standing_answer(scenario, state, point)))
}

fn ways<'s>(scenario: &'s Scenario, point: &Point) -> &'s [Way] {
    let ways = scenario.tables.ways_of.get(point.mv.index());
    ways.map_or(&[], Vec::as_slice)
}

/// The stances that can decide on a point, in the order in which they are tried.
pub(super) fn stances<'s>(scenario: &'s Scenario, point: &Point) -> impl Iterator<Item = (u16, &'s Stance)> {
    let stance = |way: &Way| Some((way.stance, scenario.stances.get(usize::from(way.stance))?));
    ways(scenario, point).iter().filter_map(stance)
}

/// The words with which an act would be done now.
pub(super) fn words(scenario: &Scenario, state: &State, point: &Point, act: Act) -> Option<UtteranceId> {
    let mut stances = stances(scenario, point).zip(ways(scenario, point));
    let (_, way) = stances.find(|((_, stance), _)| stance.act == act)?;
    unheard(scenario, state, way).find(|(_, reply)| fits(scenario, state, reply, point)).map(|(id, _)| id)
}

/// Replies of a way that have not been heard, the preferred one first.
fn unheard<'a>(
    scenario: &'a Scenario,
    state: &'a State,
    way: &'a Way,
) -> impl Iterator<Item = (UtteranceId, &'a Utterance)> {
    let replies = way.replies.iter().map(|id| (*id, scenario.utterance(*id)));
    replies.filter(|(id, reply)| unspoken(state, *id, reply))
}

fn replies<'s>(scenario: &'s Scenario, point: &Point) -> impl Iterator<Item = (UtteranceId, &'s Utterance)> {
    let ids = scenario.replies_of.get(point.mv.index()).map_or(&[][..], Vec::as_slice);
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
    entries.filter_map(|entry| Some((state.said(entry)?, entry))).max().map(|(_, entry)| entry)
}
