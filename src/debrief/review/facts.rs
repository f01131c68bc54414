//! The facts at one moment of a game, read from its events alone. They are enough to explain the model's answers.

use crate::negotiation::commitment::Commitment;
use crate::negotiation::event::{Event, PointIndex};
use crate::negotiation::{Opposite, Session};
use crate::scenario::resolved::{Condition, Scenario};
use crate::scenario::terms::Bar;
use crate::scenario::{EntryId, MarkId, MoveId, PersonId};

/// The events of a game up to a moment, with the point they are read for.
pub(super) struct Facts<'a> {
    /// The talk as it ended. Commitments have the same indices in it.
    session: &'a Session,
    events: &'a [Event],
    point: PointIndex,
}

impl<'a> Facts<'a> {
    /// The facts just before an event, for a point.
    pub(super) fn at(session: &'a Session, events: &'a [Event], event: usize, point: PointIndex) -> Self {
        Self { session, events: events.get(..event).unwrap_or(events), point }
    }

    fn scenario(&self) -> &Scenario {
        self.session.scenario()
    }

    /// Height of a bar as the player sees it; `None` in a two-player game.
    pub(super) fn bar(&self, bar: Bar) -> Option<u8> {
        let setup = self.session.setup();
        if setup.opposite == Opposite::Person {
            return None;
        }
        let moved = self.events.iter().rev().find_map(|event| match event {
            Event::Bar { bar: moved, to, .. } if *moved == bar => Some(*to),
            _ => None,
        });
        let start = setup.room.start(self.scenario().seat(setup.seat), bar);
        Some(moved.unwrap_or(start))
    }

    pub(super) fn marked(&self, mark: MarkId) -> bool {
        self.set_by(mark).is_some()
    }

    /// Index of the event that set a mark; `None` if the mark is not set.
    pub(super) fn set_by(&self, mark: MarkId) -> Option<usize> {
        let changes = self.events.iter().enumerate().rev();
        let last = changes.into_iter().find_map(|(index, event)| match event {
            Event::Marked { mark: m, set, .. } if *m == mark => Some((index, *set)),
            _ => None,
        });
        last.filter(|(_, set)| *set).map(|(index, _)| index)
    }

    /// Whether the last `count` statements all had the same speaker.
    fn one_voice(&self, count: u32) -> bool {
        let speakers: Vec<PersonId> = self
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Floor { speaker, .. } => Some(*speaker),
                _ => None,
            })
            .collect();
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let Some(first) = speakers.len().checked_sub(count) else {
            return false;
        };
        let recent = speakers.get(first..).unwrap_or_default();
        recent.iter().all(|speaker| Some(speaker) == recent.first())
    }

    /// Number of statements made so far.
    pub(super) fn statements(&self) -> u32 {
        let floors = self.events.iter().rev();
        let last = floors.into_iter().find_map(|event| match event {
            Event::Floor { statement, .. } => Some(*statement),
            _ => None,
        });
        last.unwrap_or(0)
    }

    fn made(&self, mv: MoveId) -> usize {
        let made = self.events.iter();
        made.filter(|event| matches!(event, Event::Moved { mv: m, .. } if *m == mv)).count()
    }

    /// Whether an entry was spoken, either so far or before this turn.
    fn said(&self, entry: EntryId, before_this_turn: bool) -> bool {
        let last_floor = self.events.iter().rposition(|event| matches!(event, Event::Floor { .. }));
        let until = if before_this_turn { last_floor.unwrap_or(0) } else { self.events.len() };
        let spoken = self.events.iter().take(until);
        spoken.into_iter().any(|event| match event {
            Event::Spoken { utterance, .. } => {
                let words = &self.scenario().utterance(*utterance).words;
                words.entries().contains(&entry)
            }
            _ => false,
        })
    }

    /// Whether a condition held; `None` if the events don't show it.
    pub(super) fn holds(&self, condition: &Condition) -> Option<bool> {
        let state = self.session.state();
        let point = state.points.get(usize::from(self.point))?;
        Some(match condition {
            Condition::All(list) => return all(list.iter().map(|c| self.holds(c))),
            Condition::Any(list) => {
                return all(list.iter().map(|c| self.holds(c).map(|yes| !yes))).map(|none| !none);
            }
            Condition::Not(inner) => !self.holds(inner)?,
            Condition::Made(mv, times) => self.made(*mv) >= usize::from(*times),
            Condition::Times(times) => point.times >= *times,
            Condition::SpokenBy(person) => point.speaker == *person,
            Condition::Said(entry) => self.said(*entry, false),
            Condition::SaidBefore(entry) => self.said(*entry, true),
            Condition::Given(utterance) => {
                self.events.iter().any(|e| matches!(e, Event::Spoken { utterance: u, .. } if u == utterance))
            }
            Condition::Marked(mark) => self.marked(*mark),
            Condition::Committed(party, kind, issue) => self.standing().any(|(_, commitment)| {
                commitment.by == *party && commitment.kind == *kind && commitment.clause.issue == *issue
            }),
            Condition::AtLeast(bar, height) => self.bar(*bar)? >= *height,
            Condition::Below(bar, height) => self.bar(*bar)? < *height,
            Condition::Statements(count) => self.statements() >= *count,
            Condition::Left(count) => state.limit.saturating_sub(self.statements()) <= *count,
            Condition::OneVoice(count) => self.one_voice(*count),
            Condition::Opening => point.in_opening,
            Condition::JustMade
            | Condition::Raised(..)
            | Condition::JustRaised(_)
            | Condition::Open(_)
            | Condition::NothingOpen
            | Condition::Opened(_) => return None,
        })
    }

    /// Commitments in force, with their indices.
    pub(super) fn standing(&self) -> impl Iterator<Item = (u16, &'a Commitment)> {
        let commitments = &self.session.state().commitments;
        let made = self.events.iter().filter_map(|event| match event {
            Event::Committed { commitment, .. } => Some(*commitment),
            _ => None,
        });
        made.filter(|number| !self.withdrawn(*number))
            .filter_map(|number| Some((number, commitments.get(usize::from(number))?)))
    }

    fn withdrawn(&self, number: u16) -> bool {
        let events = self.events.iter();
        events.into_iter().any(|event| matches!(event, Event::Withdrawn { commitment, .. } if *commitment == number))
    }
}

/// Combines conditions that must all hold. A single false one makes the result false, even if others are unknown.
fn all(mut held: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    held.try_fold(Some(true), |all, one| match one {
        Some(false) => Err(()),
        Some(true) => Ok(all),
        None => Ok(None),
    })
    .unwrap_or(Some(false))
}
