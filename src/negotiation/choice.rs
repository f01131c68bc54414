//! How the counterpart answers a point: it picks the act first, then the words.

use crate::scenario::resolved::{Stance, Utterance, Way, Words};
use crate::scenario::terms::Act;
use crate::scenario::{EntryId, StanceId, UtteranceId};

use super::event::{PointIndex, Taken};
use super::position::Position;
use super::state::{Point, State};

/// What the counterpart intends to do about a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Say(Taken, UtteranceId),
    LetStand(Taken, Option<EntryId>),
}

/// An open point, with everything needed to decide on it.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) position: Position<'a>,
    pub(super) index: PointIndex,
    pub(super) point: &'a Point,
}

impl<'a> Case<'a> {
    /// Decides on the point. The first stance that holds sets the act. If no reply for that act fits, the next stance
    /// that holds is tried. Once every reply of every stance that holds has been used, an earlier answer stands. `None`
    /// means the counterpart waits.
    pub(super) fn choose(&self) -> Option<Choice> {
        let mut first = None;
        let mut words_left = false;
        for way in self.ways() {
            let Some(stance) = self.position.scenario.stances.get(way.stance.index()) else {
                continue;
            };
            if !self.position.all_hold(&stance.when, Some(self.point)) {
                continue;
            }
            let taken = Taken { point: self.index, stance: Some(way.stance) };
            first.get_or_insert(taken);
            let words = self.unheard(way).inspect(|_| words_left = true).find(|(_, reply)| self.fits(reply));
            if let Some((id, _)) = words {
                return Some(Choice::Say(taken, id));
            }
        }
        let taken = first.unwrap_or(Taken { point: self.index, stance: None });
        (!words_left).then(|| Choice::LetStand(taken, self.standing_answer()))
    }

    fn ways(&self) -> &'a [Way] {
        let ways = self.position.scenario.tables.ways_of.get(self.point.mv.index());
        ways.map_or(&[], Vec::as_slice)
    }

    /// The stances that apply to the point, in the order they are tried.
    pub(super) fn stances(&self) -> impl Iterator<Item = (StanceId, &'a Stance)> + use<'a> {
        let scenario = self.position.scenario;
        let stance = |way: &Way| Some((way.stance, scenario.stances.get(way.stance.index())?));
        self.ways().iter().filter_map(stance)
    }

    /// The reply that would now be given for an act, if one fits.
    pub(super) fn words(&self, act: Act) -> Option<UtteranceId> {
        let mut stances = self.stances().zip(self.ways());
        let (_, way) = stances.find(|((_, stance), _)| stance.act == act)?;
        self.unheard(way).find(|(_, reply)| self.fits(reply)).map(|(id, _)| id)
    }

    /// Replies that have not been given yet, preferred one first.
    fn unheard(&self, way: &'a Way) -> impl Iterator<Item = (UtteranceId, &'a Utterance)> + use<'a> {
        let Position { scenario, state, .. } = self.position;
        let replies = way.replies.iter().map(|id| (*id, scenario.utterance(*id)));
        replies.filter(|(id, reply)| unspoken(state, *id, reply))
    }

    fn fits(&self, reply: &Utterance) -> bool {
        self.position.all_hold(&reply.conditions, Some(self.point))
    }

    /// The latest passage heard that answers this move, or failing that, the latest heard on its issue.
    fn standing_answer(&self) -> Option<EntryId> {
        let scenario = self.position.scenario;
        let issue = scenario.mv(self.point.mv).issue;
        self.given_answer().or_else(|| {
            let on_issue = |entry: &EntryId| scenario.entry(*entry).issue == issue;
            latest(self.position.state, scenario.entry_ids().filter(on_issue))
        })
    }

    /// The latest passage heard that answers this move.
    pub(super) fn given_answer(&self) -> Option<EntryId> {
        let scenario = self.position.scenario;
        let replies = scenario.replies_of.get(self.point.mv.index()).map_or(&[][..], Vec::as_slice);
        let answers = replies.iter().flat_map(|id| scenario.utterance(*id).words.entries());
        latest(self.position.state, answers.copied())
    }
}

/// Whether an utterance can still be given in this game. A silence can be given any number of times.
pub(super) fn unspoken(state: &State, id: UtteranceId, utterance: &Utterance) -> bool {
    match &utterance.words {
        Words::Silence(_) => true,
        Words::Inference { .. } => !state.was_given(id),
        words => !state.was_given(id) && words.entries().iter().all(|e| state.said(*e).is_none()),
    }
}

fn latest(state: &State, entries: impl Iterator<Item = EntryId>) -> Option<EntryId> {
    entries.filter_map(|entry| Some((state.said(entry)?, entry))).max().map(|(_, entry)| entry)
}
