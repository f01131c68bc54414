//! A statement by the player's side: validating it, and applying it before anyone answers.

use smallvec::SmallVec;

use crate::scenario::MoveId;
use crate::scenario::resolved::MoveWords;
use crate::scenario::terms::Prediction;

use super::command::{Rejection, Statement};
use super::event::{Event, PointIndex, Reason};
use super::offer;
use super::position::Position;
use super::stage::Stage;
use super::state::{Phase, Point, State, Status};

/// Checks whether the statement can be made now.
pub(super) fn validate(position: &Position<'_>, statement: &Statement) -> Result<(), Rejection> {
    if position.state.phase != Phase::Talk {
        return Err(Rejection::TalkOver);
    }
    if statement.moves.is_empty() {
        return Err(Rejection::NoMoves);
    }
    let limit = offer::statement_limit(position.state);
    if statement.moves.len() > limit {
        let given = statement.moves.len();
        return Err(Rejection::TooManyMoves { given, limit });
    }
    if !offer::has_floor(position, statement.speaker) {
        return Err(Rejection::NoFloorFor(statement.speaker));
    }
    validate_moves(position, statement)?;
    let leaves = statement.moves.iter().any(|(mv, _)| position.scenario.mv(*mv).act.ends_talk());
    validate_facing(position, statement, leaves)?;
    validate_hold(position.state, statement, leaves)
}

fn validate_moves(position: &Position<'_>, statement: &Statement) -> Result<(), Rejection> {
    for (index, (id, _)) in statement.moves.iter().enumerate() {
        offer::on_offer(position, *id)?;
        if !offer::speakers_of(position.scenario, *id).contains(&statement.speaker) {
            return Err(Rejection::NotTheirs(statement.speaker, *id));
        }
        if statement.moves.iter().take(index).any(|(other, _)| other == id) {
            return Err(Rejection::Twice(*id));
        }
    }
    Ok(())
}

fn validate_facing(position: &Position<'_>, statement: &Statement, leaves: bool) -> Result<(), Rejection> {
    let Some(utterance) = position.state.facing else {
        return Ok(());
    };
    let made = |wanted: MoveId| statement.moves.iter().any(|(mv, _)| *mv == wanted);
    let options = || offer::facing_moves(position);
    if leaves || options().any(made) || options().next().is_none() {
        return Ok(());
    }
    Err(Rejection::MustFace { utterance, options: options().collect() })
}

fn validate_hold(state: &State, statement: &Statement, leaves: bool) -> Result<(), Rejection> {
    if !statement.holds_floor {
        Ok(())
    } else if leaves {
        Err(Rejection::AdjournHolds)
    } else if state.can_hold() {
        Ok(())
    } else {
        Err(Rejection::CannotHold)
    }
}

/// Makes the statement: adds its points and applies the effects of its moves.
pub(super) fn make(stage: &mut Stage<'_>, statement: &Statement) {
    let state = &mut *stage.state;
    state.facing = None;
    state.statements += 1;
    if statement.holds_floor {
        let holds = &mut state.holds[usize::from(!state.opening)];
        *holds = holds.saturating_sub(1);
    }
    stage.out.push(Event::Floor {
        statement: state.statements,
        speaker: statement.speaker,
        holds_floor: statement.holds_floor,
    });
    raise_issues(stage, statement);
    for (id, predicted) in &statement.moves {
        make_move(stage, statement, *id, *predicted);
    }
}

/// Records the issues raised. A statement raises an issue once, however many of its moves are about it.
fn raise_issues(stage: &mut Stage<'_>, statement: &Statement) {
    let scenario = stage.scenario;
    let issues = || statement.moves.iter().map(|(id, _)| scenario.mv(*id).issue);
    for (index, issue) in issues().enumerate() {
        if !issues().take(index).any(|earlier| earlier == issue) {
            stage.state.facts.raise(issue);
        }
    }
}

fn make_move(stage: &mut Stage<'_>, statement: &Statement, id: MoveId, predicted: Option<Prediction>) {
    let mv = stage.scenario.mv(id);
    if stage.state.turns.is_some() {
        answer(stage, id);
    }
    let state = &mut *stage.state;
    state.facts.make(id);
    let made = state.add_point(Point {
        mv: id,
        speaker: statement.speaker,
        statement: state.statements,
        times: state.times_made(id),
        in_opening: state.opening,
        predicted,
        status: Status::Open,
    });
    let Some(point) = made else { return };
    stage.out.push(Event::Moved {
        point,
        mv: id,
        speaker: statement.speaker,
        own_words: offer::recorded_speaker_of(stage.scenario, id) == Some(statement.speaker),
        predicted,
    });
    for (index, effect) in mv.effects.iter().enumerate() {
        let index = u8::try_from(index).unwrap_or(u8::MAX);
        stage.apply_effect(effect, Reason::Move(id, index), Some(statement.speaker), None);
    }
}

/// In a two-player game: answers the points that the other person has left open on this move's issue, and marks what
/// the record has for the move as spoken.
fn answer(stage: &mut Stage<'_>, id: MoveId) {
    let mv = stage.scenario.mv(id);
    let at = stage.state.statements;
    let open: SmallVec<[PointIndex; 12]> = stage
        .state
        .open_points()
        .map(|(index, point)| (index, stage.scenario.mv(point.mv)))
        .filter(|(_, other)| other.seat != mv.seat && other.issue == mv.issue)
        .map(|(index, _)| index)
        .collect();
    for index in open {
        stage.out.push(Event::AnsweredBy { point: index, mv: id });
        stage.close(index, Status::Answered(at), mv.act);
    }
    let MoveWords::Record(entries) = &mv.words else {
        return;
    };
    for entry in entries {
        if stage.state.said(*entry).is_none() {
            stage.state.facts.say(*entry, at);
        }
    }
}
