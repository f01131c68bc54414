//! Which moves are on offer, and to whom.

use serde::Serialize;

use crate::scenario::resolved::Scenario;
use crate::scenario::{MoveId, PersonId};

use super::command::Rejection;
use super::position::Position;
use super::state::State;

/// Moves a statement may hold while the delegation is opening, and afterwards.
pub const MOVES_IN_OPENING: usize = 10;
/// Moves a later statement may hold.
pub const MOVES_LATER: usize = 4;

/// The largest number of moves the next statement may hold.
pub const fn statement_limit(state: &State) -> usize {
    if state.opening { MOVES_IN_OPENING } else { MOVES_LATER }
}

/// Why a move cannot be made now.
#[derive(Clone, Copy)]
enum Obstacle {
    OtherSeat,
    NotInPlay,
    UsedUp,
    NotYet,
}

/// The first reason why nobody of the seat can make a move now.
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

/// Whether a move could be made now by somebody of the seat; the refusal says why not.
pub fn on_offer(position: &Position<'_>, id: MoveId) -> Result<(), Rejection> {
    Err(match obstacle(position, id) {
        None => return Ok(()),
        Some(Obstacle::OtherSeat) => Rejection::OtherSeat(id),
        Some(Obstacle::NotInPlay) => Rejection::NotInPlay(id, position.scenario.mv(id).issue),
        Some(Obstacle::UsedUp) => Rejection::UsedUp(id),
        Some(Obstacle::NotYet) => Rejection::NotYet(id),
    })
}

/// A move on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Offered<'s> {
    pub mv: MoveId,
    pub speakers: &'s [PersonId],
    /// It would face what the hosts wait for.
    pub faces: bool,
}

/// The moves on offer to a seat, in file order, each with those who can say it. Nothing is worked out that is not asked for,
/// and nothing is allocated.
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

/// Whether a person of the seat can be given the floor at all: its delegates, and the people whom a move on offer names.
pub fn has_floor(position: &Position<'_>, person: PersonId) -> bool {
    let scenario = position.scenario;
    let names =
        |id: &MoveId| recorded_speaker_of(scenario, *id) == Some(person) || scenario.mv(*id).only.contains(&person);
    position.own_seat().speakers.contains(&person)
        || moves_of(position).iter().any(|id| names(id) && obstacle(position, *id).is_none())
}

/// Moves that face what the hosts wait for, on offer or not.
fn faces<'a>(position: &Position<'a>) -> &'a [MoveId] {
    let facing = position.state.facing;
    facing.map_or(&[], |utterance| &position.scenario.utterance(utterance).faces)
}

/// Moves on offer that face what the hosts wait for; none when nothing has to be faced.
pub fn facing_moves<'a>(position: &'a Position<'a>) -> impl Iterator<Item = MoveId> + use<'a> {
    faces(position).iter().copied().filter(|mv| obstacle(position, *mv).is_none())
}
