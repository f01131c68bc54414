//! Which moves are on offer, and to whom.

use serde::Serialize;

use crate::scenario::resolved::{Move, Scenario};
use crate::scenario::terms::Act;
use crate::scenario::{MoveId, PersonId, SeatId};

use super::command::Rejection;
use super::state::State;

/// Moves a statement may hold while the delegation is opening, and afterwards.
pub const MOVES_IN_OPENING: usize = 10;
/// Moves a later statement may hold.
pub const MOVES_LATER: usize = 4;

/// The largest number of moves the next statement may hold.
pub const fn statement_limit(state: &State) -> usize {
    if state.opening {
        MOVES_IN_OPENING
    } else {
        MOVES_LATER
    }
}

/// Whether a move could be made now by somebody of the seat; the refusal says why not.
pub fn on_offer(
    scenario: &Scenario,
    state: &State,
    length: usize,
    seat: SeatId,
    id: MoveId,
) -> Result<(), Rejection> {
    let mv = scenario.mv(id);
    if mv.seat != seat {
        return Err(Rejection::OtherSeat(id));
    }
    let in_play = scenario
        .lengths
        .get(length)
        .and_then(|length| length.in_play.get(mv.issue.index()));
    if !in_play.copied().unwrap_or(true) {
        return Err(Rejection::NotInPlay(id, mv.issue));
    }
    if state.times_made(id) >= mv.times {
        return Err(Rejection::UsedUp(id));
    }
    if !state.all_hold(scenario, &mv.needs, None) {
        return Err(Rejection::NotYet(id));
    }
    Ok(())
}

/// A move on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Offered<'s> {
    /// The move.
    pub mv: MoveId,
    /// Who can say it.
    pub speakers: &'s [PersonId],
    /// It would face what the hosts wait for.
    pub faces: bool,
}

/// The moves on offer to a seat, in file order, each with those who can say it. Nothing is worked out that is not asked for,
/// and nothing is allocated.
pub fn offered<'a>(
    scenario: &'a Scenario,
    state: &'a State,
    length: usize,
    seat: SeatId,
) -> impl Iterator<Item = Offered<'a>> + use<'a> {
    let faces = faces(scenario, state);
    moves_of(scenario, seat)
        .iter()
        .filter(move |mv| on_offer(scenario, state, length, seat, **mv).is_ok())
        .map(move |mv| Offered {
            mv: *mv,
            speakers: speakers_of(scenario, *mv),
            faces: faces.contains(mv),
        })
        .filter(|offered| !offered.speakers.is_empty())
}

fn moves_of(scenario: &Scenario, seat: SeatId) -> &[MoveId] {
    let moves = scenario.tables.moves_of.get(seat.index());
    moves.map_or(&[], Vec::as_slice)
}

/// Those of its seat who can say a move.
pub fn speakers_of(scenario: &Scenario, mv: MoveId) -> &[PersonId] {
    let speakers = scenario.tables.speakers_of.get(mv.index());
    speakers.map_or(&[], Vec::as_slice)
}

/// Who said a move in the record.
pub(super) fn recorded_speaker_of(scenario: &Scenario, mv: MoveId) -> Option<PersonId> {
    let recorded = scenario.tables.recorded_speaker_of.get(mv.index());
    recorded.copied().flatten()
}

/// Whether a person of the seat can be given the floor at all: its delegates, and those whom a move on offer names.
pub fn has_floor(
    scenario: &Scenario,
    state: &State,
    length: usize,
    seat: SeatId,
    person: PersonId,
) -> bool {
    let names = |id: &MoveId| {
        recorded_speaker_of(scenario, *id) == Some(person)
            || scenario.mv(*id).only.contains(&person)
    };
    scenario.seat(seat).speakers.contains(&person)
        || moves_of(scenario, seat)
            .iter()
            .any(|id| names(id) && on_offer(scenario, state, length, seat, *id).is_ok())
}

/// Moves that face what the hosts wait for, on offer or not.
fn faces<'s>(scenario: &'s Scenario, state: &State) -> &'s [MoveId] {
    let facing = state.facing;
    facing.map_or(&[], |utterance| &scenario.utterance(utterance).faces)
}

/// Moves on offer that face what the hosts wait for; none when nothing has to be faced.
pub fn facing_moves<'a>(
    scenario: &'a Scenario,
    state: &'a State,
    length: usize,
    seat: SeatId,
) -> impl Iterator<Item = MoveId> + use<'a> {
    let faces = faces(scenario, state).iter().copied();
    faces.filter(move |mv| on_offer(scenario, state, length, seat, *mv).is_ok())
}

/// Whether a move ends the talk.
pub fn adjourns(mv: &Move) -> bool {
    mv.act == Act::Adjourn
}
