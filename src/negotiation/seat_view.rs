//! What a seat may know: everything public, its own values, and nothing of the other side's.

use std::borrow::Cow;

use serde::Serialize;

use crate::scenario::resolved::Scenario;
use crate::scenario::terms::Bar;
use crate::scenario::{MoveId, PersonId, SeatId};

use super::event::{Event, PointIndex, Reason};
use super::offer;
use super::session::{Awaiting, Opposite, Session};
use super::value::{self, Level};

/// A move on offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offered {
    /// The move.
    pub mv: MoveId,
    /// Who can say it.
    pub speakers: Vec<PersonId>,
    /// It would face what the hosts wait for.
    pub faces: bool,
}

/// Everything and only what a seat may know at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeatView {
    /// Statements made.
    pub statements: u32,
    /// Statements left.
    pub left: u32,
    /// Moves that the next statement may hold.
    pub moves_allowed: usize,
    /// Whether the floor can be held for a colleague.
    pub can_hold: bool,
    /// The six bars.
    pub bars: [u8; 6],
    /// Moves on offer.
    pub offered: Vec<Offered>,
    /// Numbers of the open points.
    pub open: Vec<u16>,
    /// Numbers of the commitments that stand.
    pub commitments: Vec<u16>,
    /// Entries of the record that have been spoken.
    pub spoken: Vec<u16>,
    /// What each named deal is worth to this seat, 0 to 10,000.
    pub own_values: Vec<i64>,
    /// This seat's reservation value, 0 to 10,000.
    pub own_reservation: i64,
    /// Whether a statement, a report or nothing is awaited.
    pub awaiting_statement: bool,
    /// A report is awaited.
    pub awaiting_report: bool,
}

impl SeatView {
    /// The view of a seat.
    pub fn of(session: &Session, seat: SeatId) -> Self {
        let scenario = session.scenario();
        let state = session.state();
        let own = scenario
            .values
            .iter()
            .find(|values| values.party == scenario.seat(seat).party);
        let worth = |deal| own.map_or(0, |values| value::value(scenario, values, deal, Level::Mid));
        Self {
            statements: state.statements,
            left: state.left(),
            moves_allowed: offer::statement_limit(state),
            can_hold: state.holds[usize::from(!state.opening)] > 0 && state.left() > 1,
            bars: Bar::ALL
                .iter()
                .map(|bar| state.bar(*bar))
                .collect::<Vec<_>>()
                .try_into()
                .unwrap_or_default(),
            offered: offered(session, scenario, seat),
            open: state.open_points().map(|(index, _)| index).collect(),
            commitments: standing(session),
            spoken: scenario
                .entry_ids()
                .filter(|e| state.said(*e).is_some())
                .map(|e| e.0)
                .collect(),
            own_values: scenario
                .deals
                .iter()
                .map(|deal| worth(&deal.deal))
                .collect(),
            own_reservation: own.map_or(0, |values| Level::Mid.of(values.reservation)),
            awaiting_statement: matches!(session.awaiting(), Awaiting::Statement(_)),
            awaiting_report: matches!(session.awaiting(), Awaiting::Report(_)),
        }
    }
}

fn standing(session: &Session) -> Vec<u16> {
    let commitments = session.state().commitments.iter().enumerate();
    commitments
        .filter(|(_, commitment)| commitment.stands)
        .filter_map(|(index, _)| u16::try_from(index).ok())
        .collect()
}

fn offered(session: &Session, scenario: &Scenario, seat: SeatId) -> Vec<Offered> {
    if !matches!(session.awaiting(), Awaiting::Statement(_)) {
        return Vec::new();
    }
    let state = session.state();
    let length = session.setup().length;
    let floor = offer::floor(scenario, state, length, seat);
    let facing = offer::facing_moves(scenario, state, length, seat);
    scenario
        .move_ids()
        .filter(|mv| offer::on_offer(scenario, state, length, seat, *mv).is_ok())
        .map(|mv| Offered {
            mv,
            speakers: floor
                .iter()
                .copied()
                .filter(|person| offer::may_say(scenario, seat, *person, scenario.mv(mv)))
                .collect(),
            faces: facing.contains(&mv),
        })
        .filter(|offered| !offered.speakers.is_empty())
        .collect()
}

/// Points of the last statement that was made from the seat that has the word.
pub fn last_points(session: &Session) -> Vec<PointIndex> {
    let (scenario, seat) = (session.scenario(), session.seat());
    let points = || {
        let own = (0..).zip(&session.state().points);
        own.filter(|(_, point)| scenario.mv(point.mv).seat == seat)
    };
    let last = points().map(|(_, point)| point.statement).max();
    let of_last = points().filter(|(_, point)| Some(point.statement) == last);
    of_last.map(|(index, _)| index).collect()
}

/// Events as the seat that has the word may know them. Where the model answers, that is all of them; where two people play, a
/// bar is told from its own side, and the other's home and predictions are not told at all.
pub fn seen<'e>(session: &Session, events: &'e [Event]) -> Cow<'e, [Event]> {
    if session.setup().opposite == Opposite::Model {
        return Cow::Borrowed(events);
    }
    let seat = session.seat();
    Cow::Owned(
        events
            .iter()
            .filter_map(|e| seen_by(session, seat, e))
            .collect(),
    )
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
            let seats = &session.scenario().seats;
            let seat = seats.iter().position(|seat| seat.party == commitment.by)?;
            u16::try_from(seat).ok().map(SeatId)
        }
    }
}
