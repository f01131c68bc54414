//! Two games side by side: which moves met another act, and why.

use crate::negotiation::event::{Event, PointIndex, Taken};
use crate::negotiation::journal::Game;
use crate::scenario::MoveId;
use crate::scenario::terms::Act;

/// What a move met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The move.
    pub mv: MoveId,
    /// The act of the answer; `None` where an earlier answer stands or the talk ended first.
    pub act: Option<Act>,
    /// Why: the reason of the stance that decided. Empty where an initiative took the move up.
    pub because: String,
}

/// What each move of a game met, in the order in which the moves were made.
pub fn met(game: &Game) -> Vec<Met> {
    let points = game.session.state().points.iter().enumerate();
    points
        .map(|(index, point)| {
            let index = PointIndex::try_from(index).unwrap_or(PointIndex::MAX);
            let (act, because) = answer_to(game, index).unwrap_or_default();
            Met {
                mv: point.mv,
                act,
                because,
            }
        })
        .collect()
}

fn answer_to(game: &Game, point: PointIndex) -> Option<(Option<Act>, String)> {
    let scenario = game.session.scenario();
    let reason = |taken: &Taken| {
        let stance = taken
            .stance
            .and_then(|n| scenario.stances.get(usize::from(n)));
        stance
            .map(|stance| stance.because.clone())
            .unwrap_or_default()
    };
    game.events.iter().find_map(|event| match event {
        Event::Spoken { utterance, answers } => {
            let taken = answers.iter().find(|taken| taken.point == point)?;
            Some((Some(scenario.utterance(*utterance).act), reason(taken)))
        }
        Event::LetStand { taken, .. } if taken.point == point => Some((None, reason(taken))),
        _ => None,
    })
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
