//! Which moves are on offer, and to whom.

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

/// Whether a person can say a move: a delegate of the seat where it is open to all, or somebody it names.
pub fn may_say(scenario: &Scenario, seat: SeatId, person: PersonId, mv: &Move) -> bool {
    if mv.only.is_empty() {
        return scenario.seat(seat).speakers.contains(&person)
            || mv.recorded_speaker(scenario) == Some(person);
    }
    mv.only.contains(&person)
}

/// Everyone of the seat who can be given the floor at all: its delegates, and those whom a move on offer names.
pub fn floor(scenario: &Scenario, state: &State, length: usize, seat: SeatId) -> Vec<PersonId> {
    let mut people = scenario.seat(seat).speakers.clone();
    for id in scenario.move_ids() {
        if on_offer(scenario, state, length, seat, id).is_err() {
            continue;
        }
        let mv = scenario.mv(id);
        let named = mv.only.iter().copied().chain(mv.recorded_speaker(scenario));
        for person in named {
            if !people.contains(&person) {
                people.push(person);
            }
        }
    }
    people
}

/// Moves on offer that face what the hosts wait for; empty when nothing has to be faced.
pub fn facing_moves(
    scenario: &Scenario,
    state: &State,
    length: usize,
    seat: SeatId,
) -> Vec<MoveId> {
    let Some(utterance) = state.facing else {
        return Vec::new();
    };
    let faces = &scenario.utterance(utterance).faces;
    faces
        .iter()
        .copied()
        .filter(|mv| on_offer(scenario, state, length, seat, *mv).is_ok())
        .collect()
}

/// Whether a move ends the talk.
pub fn adjourns(mv: &Move) -> bool {
    mv.act == Act::Adjourn
}
