//! The moves on offer, and who can make them.

use serde::Serialize;

use crate::scenario::resolved::Scenario;
use crate::scenario::{MoveId, PersonId};

use super::command::Rejection;
use super::position::Position;
use super::state::State;

/// Largest number of moves in a statement while the delegation is opening.
pub const MOVES_IN_OPENING: usize = 10;
/// Largest number of moves in a later statement.
pub const MOVES_LATER: usize = 4;

/// Largest number of moves in the next statement.
pub const fn statement_limit(state: &State) -> usize {
    if state.opening { MOVES_IN_OPENING } else { MOVES_LATER }
}

/// Why a move can't be made now.
#[derive(Clone, Copy)]
enum Obstacle {
    OtherSeat,
    NotInPlay,
    UsedUp,
    NotYet,
}

/// The first reason why no one in the seat can make a move now, or `None` if someone can.
fn obstacle(position: &Position<'_>, id: MoveId) -> Option<Obstacle> {
    let mv = position.scenario.mv(id);
    if mv.seat != position.seat {
        Some(Obstacle::OtherSeat)
    } else if !position.in_play(mv.issue) {
        Some(Obstacle::NotInPlay)
    } else if position.state.times_made(id) >= mv.times {
        Some(Obstacle::UsedUp)
    } else if !position.all_hold(&mv.needs, None) {
        Some(Obstacle::NotYet)
    } else {
        None
    }
}

/// Whether someone in the seat can make a move now. The rejection says why not.
pub fn on_offer(position: &Position<'_>, id: MoveId) -> Result<(), Rejection> {
    Err(match obstacle(position, id) {
        None => return Ok(()),
        Some(Obstacle::OtherSeat) => Rejection::OtherSeat(id),
        Some(Obstacle::NotInPlay) => Rejection::NotInPlay(id, position.scenario.mv(id).issue),
        Some(Obstacle::UsedUp) => Rejection::UsedUp(id),
        Some(Obstacle::NotYet) => Rejection::NotYet(id),
    })
}

/// A move on offer, with the people who can make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Offered<'s> {
    pub mv: MoveId,
    pub speakers: &'s [PersonId],
    /// Whether the move would answer the point the hosts are waiting on.
    pub faces: bool,
}

/// The moves on offer to a seat, in file order, each with its possible speakers. Lazy and free of allocation.
pub fn offered<'a>(position: Position<'a>) -> impl Iterator<Item = Offered<'a>> + use<'a> {
    let faces = faces(&position);
    moves_of(&position)
        .iter()
        .filter(move |mv| obstacle(&position, **mv).is_none())
        .map(move |mv| Offered { mv: *mv, speakers: speakers_of(position.scenario, *mv), faces: faces.contains(mv) })
        .filter(|offered| !offered.speakers.is_empty())
}

fn moves_of<'a>(position: &Position<'a>) -> &'a [MoveId] {
    let moves = position.scenario.tables.moves_of.get(position.seat.index());
    moves.map_or(&[], Vec::as_slice)
}

/// The people of the move's seat who can make it.
pub fn speakers_of(scenario: &Scenario, mv: MoveId) -> &[PersonId] {
    let speakers = scenario.tables.speakers_of.get(mv.index());
    speakers.map_or(&[], Vec::as_slice)
}

/// The person who made a move in the record.
pub(super) fn recorded_speaker_of(scenario: &Scenario, mv: MoveId) -> Option<PersonId> {
    let recorded = scenario.tables.recorded_speaker_of.get(mv.index());
    recorded.copied().flatten()
}

/// Whether a person can ever be given the floor. The seat's delegates can, and so can anyone that a move on offer
/// names.
pub fn has_floor(position: &Position<'_>, person: PersonId) -> bool {
    let scenario = position.scenario;
    let names =
        |id: &MoveId| recorded_speaker_of(scenario, *id) == Some(person) || scenario.mv(*id).only.contains(&person);
    position.own_seat().speakers.contains(&person)
        || moves_of(position).iter().any(|id| names(id) && obstacle(position, *id).is_none())
}

/// Moves that answer the point the hosts are waiting on, whether or not they are on offer.
fn faces<'a>(position: &Position<'a>) -> &'a [MoveId] {
    let facing = position.state.facing;
    facing.map_or(&[], |utterance| &position.scenario.utterance(utterance).faces)
}

/// Moves on offer that answer the point the hosts are waiting on; empty if they are waiting for nothing.
pub fn facing_moves<'a>(position: &'a Position<'a>) -> impl Iterator<Item = MoveId> + use<'a> {
    faces(position).iter().copied().filter(|mv| obstacle(position, *mv).is_none())
}
