//! The current position as one seat sees it. Every rule works from this.

use crate::scenario::resolved::{Condition, Scenario, Seat};
use crate::scenario::terms::Bar;
use crate::scenario::{IssueId, SeatId};

use super::setup::Setup;
use super::state::{Point, State};

/// The current position as one seat sees it. Borrows everything, so copying it is cheap.
#[derive(Debug, Clone, Copy)]
pub struct Position<'a> {
    pub scenario: &'a Scenario,
    pub setup: &'a Setup,
    pub state: &'a State,
    /// The seat whose moves are on offer and whose report is judged.
    pub seat: SeatId,
}

impl<'a> Position<'a> {
    /// The scenario's definition of [`Self::seat`].
    pub fn own_seat(&self) -> &'a Seat {
        self.scenario.seat(self.seat)
    }

    /// Starting point of this seat's report: the other side's opening position, one pair for each issue of a deal.
    /// Empty if the scenario gives none for this length.
    pub fn opening(&self) -> &'a [u16] {
        self.own_seat().opening_in(self.setup.length).map_or(&[], Vec::as_slice)
    }

    /// Whether an issue is in play in a game of this length.
    pub fn in_play(&self, issue: IssueId) -> bool {
        self.scenario.length(self.setup.length).plays(issue)
    }

    /// Height of a bar as this seat sees it, 0 to 100.
    pub fn bar(&self, bar: Bar) -> u8 {
        self.state.bar_of(self.seat, bar)
    }

    /// Whether every condition holds. See [`Self::holds`].
    pub fn all_hold(&self, conditions: &[Condition], from: Option<&Point>) -> bool {
        conditions.iter().all(|condition| self.holds(condition, from))
    }

    /// Whether a condition holds. Some conditions are about the point being answered and never hold if `from` is
    /// `None`.
    pub fn holds(&self, condition: &Condition, from: Option<&Point>) -> bool {
        let state = self.state;
        match condition {
            Condition::All(list) => self.all_hold(list, from),
            Condition::Any(list) => list.iter().any(|c| self.holds(c, from)),
            Condition::Not(inner) => !self.holds(inner, from),
            Condition::Made(mv, times) => state.times_made(*mv) >= *times,
            Condition::Times(times) => from.is_some_and(|point| point.times >= *times),
            Condition::SpokenBy(person) => from.is_some_and(|point| point.speaker == *person),
            Condition::JustMade => from.is_some_and(|point| state.just_made(point)),
            Condition::Said(entry) => state.said(*entry).is_some(),
            Condition::SaidBefore(entry) => state.said(*entry).is_some_and(|at| at < state.statements),
            Condition::Given(utterance) => state.was_given(*utterance),
            Condition::Raised(issue, times) => state.times_raised(*issue) >= u32::from(*times),
            Condition::JustRaised(issue) => state.facts.just_raised(*issue),
            Condition::Open(issue) => state.open_points().any(|(_, point)| self.scenario.mv(point.mv).issue == *issue),
            Condition::NothingOpen => state.open_points().all(|(_, point)| state.just_made(point)),
            Condition::Marked(mark) => state.marked(*mark),
            Condition::Committed(party, kind, issue) => state
                .commitments
                .iter()
                .any(|c| c.stands && c.by == *party && c.kind == *kind && c.clause.issue == *issue),
            Condition::AtLeast(bar, height) => state.bar(*bar) >= *height,
            Condition::Below(bar, height) => state.bar(*bar) < *height,
            Condition::Statements(count) => state.statements >= *count,
            Condition::Left(count) => state.left() <= *count,
            Condition::OneVoice(count) => state.one_voice(*count),
            Condition::Opening => from.map_or(state.opening, |point| point.in_opening),
            Condition::Opened(topic) => state.facts.opened(*topic),
        }
    }
}
