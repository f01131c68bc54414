//! What a seat may know: everything public and its own values, but nothing private to the other side.

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

/// A view of a session that exposes only what one seat may know at this moment. It borrows the session and computes
/// each value when asked, so it costs nothing to create.
#[derive(Debug, Clone, Copy)]
pub struct SeatView<'a> {
    session: &'a Session,
    seat: SeatId,
}

impl<'a> SeatView<'a> {
    /// Restricts a session to what one seat may know.
    pub const fn of(session: &'a Session, seat: SeatId) -> Self {
        Self { session, seat }
    }

    fn scenario(&self) -> &'a Scenario {
        self.session.scenario()
    }

    /// The seat whose view this is.
    pub const fn seat(&self) -> SeatId {
        self.seat
    }

    const fn state(&self) -> &'a State {
        self.session.state()
    }

    /// Number of statements made.
    pub const fn statements(&self) -> u32 {
        self.state().statements
    }

    /// Number of statements left.
    pub fn left(&self) -> u32 {
        self.state().left()
    }

    /// Largest number of moves in the next statement.
    pub const fn moves_allowed(&self) -> usize {
        offer::statement_limit(self.state())
    }

    /// Whether the next statement can hold the floor for a colleague.
    pub fn can_hold(&self) -> bool {
        self.state().can_hold()
    }

    /// Heights of the six bars, 0 to 100, indexed by [`Bar::index`].
    pub fn bars(&self) -> [u8; 6] {
        [Bar::Trust, Bar::OwnFace, Bar::TheirFace, Bar::OwnPatience, Bar::TheirPatience, Bar::Home]
            .map(|bar| self.state().bar_of(self.seat, bar))
    }

    /// Moves on offer, in file order; empty if no statement is due.
    pub fn offered(&self) -> impl Iterator<Item = Offered<'a>> + use<'a> {
        let offered = self.awaiting_statement().then(|| offer::offered(self.session.position_of(self.seat)));
        offered.into_iter().flatten()
    }

    /// Indices of the open points, in the order they were made.
    pub fn open(&self) -> impl Iterator<Item = PointIndex> + use<'a> {
        self.state().open_points().map(|(index, _)| index)
    }

    /// Indices of the commitments in force.
    pub fn commitments(&self) -> impl Iterator<Item = CommitmentIndex> + use<'a> {
        let commitments = self.state().commitments.iter().enumerate();
        commitments
            .filter(|(_, commitment)| commitment.stands)
            .filter_map(|(index, _)| CommitmentIndex::try_from(index).ok())
    }

    /// Entries of the record spoken so far, in the record's order.
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

    /// Value of each named deal to this seat, 0 to 10,000.
    pub fn own_values(&self) -> impl Iterator<Item = i64> + use<'a> {
        let (scenario, own) = (self.scenario(), self.own());
        let worth = move |deal| own.map_or(0, |v| value::value(scenario, v, deal, Level::Mid));
        scenario.deals.iter().map(move |named| worth(&named.deal))
    }

    /// This seat's reservation value, 0 to 10,000.
    pub fn own_reservation(&self) -> i64 {
        self.own().map_or(0, |own| Level::Mid.of(own.reservation))
    }

    /// Whether a statement is due.
    pub fn awaiting_statement(&self) -> bool {
        matches!(self.session.awaiting(), Awaiting::Statement(_))
    }

    /// Whether a report is due.
    pub fn awaiting_report(&self) -> bool {
        matches!(self.session.awaiting(), Awaiting::Report(_))
    }

    /// A snapshot of the whole view, for comparing or printing.
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

/// Everything that a [`SeatView`] shows. Each field is the method of the same name.
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

/// Points made in a seat's most recent statement.
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

/// The events as a seat may see them. Against the model that is all of them. In a two-player game, bars are shown from
/// the seat's own side, and the other seat's home bar and predictions are left out.
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

/// The seat whose move caused a change.
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
