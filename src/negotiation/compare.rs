//! Two games side by side: which moves met another act, and why.

use super::event::{Event, PointIndex, closing};
use super::journal::Game;
use crate::scenario::terms::Act;
use crate::scenario::{MoveId, StanceId};

/// What a move met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    pub mv: MoveId,
    /// The act of the answer; `None` where an earlier answer stands or the talk ended first.
    pub act: Option<Act>,
    /// Id of the stance that decided; `None` where an initiative took the move up.
    pub stance: Option<String>,
    pub because: String,
}

/// What each move of a game met, in the order in which the moves were made.
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

/// The act of the answer to a point, and the stance that decided.
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

/// Moves of `game` that met another act than in `base`, or that `base` did not make, in the order of `game`.
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
