//! Compares two games: which moves were answered with a different act, and why.

use super::event::{Event, PointIndex, closing};
use super::journal::Game;
use crate::scenario::terms::Act;
use crate::scenario::{MoveId, StanceId};

/// How one move was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    pub mv: MoveId,
    /// Act of the answer; `None` if an earlier answer stands or the talk ended first.
    pub act: Option<Act>,
    /// Id of the deciding stance; `None` if the counterpart took the move up on its own initiative.
    pub stance: Option<String>,
    pub because: String,
}

/// How each move of a game was answered, in the order the moves were made.
pub fn met(game: &Game) -> Vec<Met> {
    let scenario = game.session.scenario();
    let points = game.session.state().points.iter().enumerate();
    points
        .map(|(index, point)| {
            let index = PointIndex::try_from(index).unwrap_or(PointIndex::MAX);
            let (act, decided) = answer_to(game, index);
            let stance = decided.and_then(|stance| scenario.stances.get(stance.index()));
            Met {
                mv: point.mv,
                act,
                stance: stance.map(|stance| stance.id.clone()),
                because: stance.map_or_else(String::new, |stance| stance.because.clone()),
            }
        })
        .collect()
}

/// The act that answered a point, and the stance that decided on it.
fn answer_to(game: &Game, point: PointIndex) -> (Option<Act>, Option<StanceId>) {
    match closing(&game.events, point) {
        Some((_, Event::Spoken { utterance, answers })) => {
            let taken = answers.iter().find(|taken| taken.point == point);
            let act = game.session.scenario().utterance(*utterance).act;
            (Some(act), taken.and_then(|taken| taken.stance))
        }
        Some((_, Event::LetStand { taken, .. })) => (None, taken.stance),
        _ => (None, None),
    }
}

/// Moves of `game` that were answered with a different act in `base`, or that `base` does not have, in the order of
/// `game`.
pub fn differing(game: &Game, base: &Game) -> Vec<Met> {
    let mut there = met(base);
    let mut differing = Vec::new();
    for here in met(game) {
        let same = there.iter().position(|base| base.mv == here.mv);
        let base = same.map(|index| there.remove(index));
        if base.is_none_or(|base| base.act != here.act) {
            differing.push(here);
        }
    }
    differing
}
