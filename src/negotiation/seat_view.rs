//! What a seat may know: everything public, its own values, and nothing of the other side's.

use std::borrow::Cow;

use serde::Serialize;

use crate::scenario::resolved::{Scenario, Values};
use crate::scenario::terms::Bar;
use crate::scenario::{EntryId, SeatId};

use super::event::{CommitmentIndex, Event, PointIndex, Reason};
use super::offer;
use super::session::{Awaiting, Session};
use super::setup::Opposite;
use super::state::State;
use super::value::{self, Level};

pub use super::offer::Offered;

/// What a seat may know at this moment, and nothing else: a window on a session through which only this can be read. It borrows,
/// is free to make, and works out what is asked for.
#[derive(Debug, Clone, Copy)]
pub struct SeatView<'a> {
    session: &'a Session,
    seat: SeatId,
}

impl<'a> SeatView<'a> {
    /// The view of a seat.
    pub const fn of(session: &'a Session, seat: SeatId) -> Self {
        Self { session, seat }
    }

    fn scenario(&self) -> &'a Scenario {
        self.session.scenario()
    }

    /// The seat.
    pub const fn seat(&self) -> SeatId {
        self.seat
    }

    const fn state(&self) -> &'a State {
        self.session.state()
    }

    /// Statements made.
    pub const fn statements(&self) -> u32 {
        self.state().statements
    }

    /// Statements left.
    pub fn left(&self) -> u32 {
        self.state().left()
    }

    /// Moves that the next statement may hold.
    pub const fn moves_allowed(&self) -> usize {
        offer::statement_limit(self.state())
    }

    /// Whether the floor can be held for a colleague.
    pub fn can_hold(&self) -> bool {
        self.state().can_hold()
    }

    /// The six bars, by [`Bar::index`].
    pub fn bars(&self) -> [u8; 6] {
        [Bar::Trust, Bar::OwnFace, Bar::TheirFace, Bar::OwnPatience, Bar::TheirPatience, Bar::Home]
            .map(|bar| self.state().bar_of(self.seat, bar))
    }

    /// Moves on offer, in file order; none while no statement is awaited.
    pub fn offered(&self) -> impl Iterator<Item = Offered<'a>> + use<'a> {
        let offered = self.awaiting_statement().then(|| offer::offered(self.session.position_of(self.seat)));
        offered.into_iter().flatten()
    }

    /// Numbers of the open points, in the order in which they were made.
    pub fn open(&self) -> impl Iterator<Item = PointIndex> + use<'a> {
        self.state().open_points().map(|(index, _)| index)
    }

    /// Numbers of the commitments in force.
    pub fn commitments(&self) -> impl Iterator<Item = CommitmentIndex> + use<'a> {
        let commitments = self.state().commitments.iter().enumerate();
        commitments
            .filter(|(_, commitment)| commitment.stands)
            .filter_map(|(index, _)| CommitmentIndex::try_from(index).ok())
    }

    /// Entries of the record that have been spoken, in the record's order.
    pub fn spoken(&self) -> impl Iterator<Item = EntryId> + use<'a> {
        let state = self.state();
        let entries = self.scenario().entry_ids();
        entries.filter(|entry| state.said(*entry).is_some())
    }

    fn own(&self) -> Option<&'a Values> {
        let scenario = self.scenario();
        let party = scenario.seat(self.seat).party;
        scenario.values.iter().find(|values| values.party == party)
    }

    /// What each named deal is worth to this seat, 0 to 10,000.
    pub fn own_values(&self) -> impl Iterator<Item = i64> + use<'a> {
        let (scenario, own) = (self.scenario(), self.own());
        let worth = move |deal| own.map_or(0, |v| value::value(scenario, v, deal, Level::Mid));
        scenario.deals.iter().map(move |named| worth(&named.deal))
    }

    /// This seat's reservation value, 0 to 10,000.
    pub fn own_reservation(&self) -> i64 {
        self.own().map_or(0, |own| Level::Mid.of(own.reservation))
    }

    /// Whether a statement is awaited.
    pub fn awaiting_statement(&self) -> bool {
        matches!(self.session.awaiting(), Awaiting::Statement(_))
    }

    /// Whether a report is awaited.
    pub fn awaiting_report(&self) -> bool {
        matches!(self.session.awaiting(), Awaiting::Report(_))
    }

    /// All of it at once, to be compared or printed.
    pub fn snapshot(&self) -> Snapshot<'a> {
        Snapshot {
            statements: self.statements(),
            left: self.left(),
            moves_allowed: self.moves_allowed(),
            can_hold: self.can_hold(),
            bars: self.bars(),
            offered: self.offered().collect(),
            open: self.open().collect(),
            commitments: self.commitments().collect(),
            spoken: self.spoken().collect(),
            own_values: self.own_values().collect(),
            own_reservation: self.own_reservation(),
            awaiting_statement: self.awaiting_statement(),
            awaiting_report: self.awaiting_report(),
        }
    }
}

/// Everything that a [`SeatView`] shows, one field for each of its methods of that name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Snapshot<'a> {
    pub statements: u32,
    pub left: u32,
    pub moves_allowed: usize,
    pub can_hold: bool,
    pub bars: [u8; 6],
    pub offered: Vec<Offered<'a>>,
    pub open: Vec<PointIndex>,
    pub commitments: Vec<CommitmentIndex>,
    pub spoken: Vec<EntryId>,
    pub own_values: Vec<i64>,
    pub own_reservation: i64,
    pub awaiting_statement: bool,
    pub awaiting_report: bool,
}

/// Points of the last statement that a seat made.
pub fn last_points(session: &Session, seat: SeatId) -> Vec<PointIndex> {
    let scenario = session.scenario();
    let points = || {
        let own = (0..).zip(&session.state().points);
        own.filter(|(_, point)| scenario.mv(point.mv).seat == seat)
    };
    let last = points().map(|(_, point)| point.statement).max();
    let of_last = points().filter(|(_, point)| Some(point.statement) == last);
    of_last.map(|(index, _)| index).collect()
}

/// Events as a seat may know them. Where the model answers, that is all of them; where two people play, a bar is shown from the
/// seat's own side, and the other's home and predictions are left out.
pub fn seen<'e>(session: &Session, seat: SeatId, events: &'e [Event]) -> Cow<'e, [Event]> {
    if session.setup().opposite == Opposite::Model {
        return Cow::Borrowed(events);
    }
    Cow::Owned(events.iter().filter_map(|e| seen_by(session, seat, e)).collect())
}

fn seen_by(session: &Session, seat: SeatId, event: &Event) -> Option<Event> {
    let scenario = session.scenario();
    let own = |point: u16| {
        let point = session.state().points.get(usize::from(point));
        point.is_some_and(|point| scenario.mv(point.mv).seat == seat)
    };
    match event {
        Event::Bar { bar, reason, .. } if moved_by(session, *reason) != Some(seat) => {
            let turned = bar.from_opposite()?;
            let mut event = event.clone();
            if let Event::Bar { bar, .. } = &mut event {
                *bar = turned;
            }
            Some(event)
        }
        Event::Scored { point, .. } | Event::AnsweredBy { point, .. } if !own(*point) => None,
        Event::Moved { mv, .. } if scenario.mv(*mv).seat != seat => {
            let mut event = event.clone();
            if let Event::Moved { predicted, .. } = &mut event {
                *predicted = None;
            }
            Some(event)
        }
        other => Some(other.clone()),
    }
}

/// The seat whose move brought a change.
fn moved_by(session: &Session, reason: Reason) -> Option<SeatId> {
    match reason {
        Reason::Move(mv, _) => Some(session.scenario().mv(mv).seat),
        Reason::Utterance(..) => None,
        Reason::GoingBack(index) => {
            let commitment = session.state().commitments.get(usize::from(index))?;
            let scenario = session.scenario();
            scenario.seat_ids().find(|seat| scenario.seat(*seat).party == commitment.by)
        }
    }
}
