//! Seeded games by bots, and what they reached.

pub mod bot;
pub mod compare;
pub mod coverage;

use std::sync::Arc;

use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::random::{Draw, Stream};
use crate::negotiation::{Awaiting, Opposite, Setup};
use crate::scenario::{Scenario, SeatId};

use bot::Bot;
use coverage::Coverage;

/// What to play.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How many games.
    pub games: u64,
    /// Seed of the first; the others follow from it.
    pub seed: u64,
    /// Length of game, by its place in the scenario.
    pub length: usize,
    /// Which seat it takes.
    pub seat: SeatId,
    /// Who plays.
    pub bot: Bot,
}

/// A bound no game comes near: a loop that passes it is a fault, and ends as one instead of never.
const MOST_STEPS: u64 = 200;

/// Plays the games of a plan, one after the other, and counts what they reached.
pub fn run(scenario: &Arc<Scenario>, plan: &Plan) -> Coverage {
    let mut coverage = Coverage::new(scenario, plan.seat);
    for index in 0..plan.games {
        let seed = Stream::new(plan.seed, Draw::Game, index).next_number();
        let setup = Setup {
            seed,
            seat: plan.seat,
            length: plan.length,
            opposite: Opposite::Model,
        };
        let game = play(scenario, setup, plan.bot);
        coverage.count(seed, &game);
    }
    coverage
}

/// Plays one game to its end.
pub fn play(scenario: &Arc<Scenario>, setup: Setup, bot: Bot) -> Game {
    let seed = setup.seed;
    let mut game = Game::new(scenario, setup);
    for step in 0..MOST_STEPS {
        if matches!(game.session.awaiting(), Awaiting::Over(_)) {
            break;
        }
        let mut stream = Stream::new(seed, Draw::Bot, step);
        let Some(command) = bot.decide(&game.session, &mut stream) else {
            break;
        };
        if game.apply(&command).is_err() {
            break;
        }
    }
    game
}

/// Whether a game came to its end.
pub fn ended(game: &Game) -> bool {
    matches!(game.session.awaiting(), Awaiting::Over(_))
        && game
            .events
            .iter()
            .any(|event| matches!(event, Event::Ended(_)))
}
