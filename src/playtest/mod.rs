//! Seeded games played by bots, and the counts of what they reached.

pub mod bot;
pub mod coverage;
pub mod explore;
mod play;
pub mod report;
mod table;
pub mod turn;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::negotiation::random::{Draw, Stream};
use crate::negotiation::{ChangedRoom, Command, Opposite, Setup, journal};
use crate::ports::Spawner;
use crate::scenario::{LengthId, Scenario, SeatId, StyleId};

use bot::Bot;
use coverage::Coverage;
pub use play::{ended, play, play_on, play_out, play_with};
use report::Writer;

/// The games to play.
#[derive(Debug, Clone)]
pub struct Plan {
    pub games: u64,
    /// Seed of the first game, from which the others follow.
    pub seed: u64,
    pub length: LengthId,
    /// The seat the bot plays.
    pub seat: SeatId,
    /// The style in which the other side answers.
    pub style: StyleId,
    pub bot: Bot,
    pub writer: Writer,
    /// Bars that start at a different height than the scenario gives.
    pub room: ChangedRoom,
    /// Commands applied at the start of every game, before the bot takes over. What they reach is not counted.
    pub begun: Vec<Command>,
}

impl Plan {
    /// Games of a bot that writes its own report, with the scenario's first length and seat.
    pub const fn of(bot: Bot, games: u64, seed: u64) -> Self {
        Self {
            games,
            seed,
            length: LengthId::FIRST,
            seat: SeatId::FIRST,
            style: StyleId::FIRST,
            bot,
            writer: bot.writer(),
            room: ChangedRoom::UNCHANGED,
            begun: Vec::new(),
        }
    }

    /// Games of a bot that continues from a given game and writes its own report.
    pub fn from_game(game: &journal::Game, bot: Bot, games: u64, seed: u64) -> Self {
        let setup = game.session.setup();
        let steps = game.journal.steps.iter();
        Self {
            seat: setup.seat,
            length: setup.length,
            style: setup.style,
            room: setup.room,
            begun: steps.filter_map(|step| step.command(game.session.scenario()).ok()).collect(),
            ..Self::of(bot, games, seed)
        }
    }

    /// The setup of one game, by its number.
    pub fn setup(&self, game: u64) -> Setup {
        Setup {
            seed: Stream::new(self.seed, Draw::Game, game).next_number(),
            seat: self.seat,
            length: self.length,
            opposite: Opposite::Model,
            style: self.style,
            room: self.room,
        }
    }
}

/// Number of games a worker takes at a time.
const BLOCK: u64 = 16;

/// Plays the games of a plan and counts what they reached. Each game has its own seed and the counts are only added up,
/// so the result does not depend on the number of workers.
pub fn run(scenario: &Arc<Scenario>, plan: &Plan, spawner: &dyn Spawner) -> Coverage {
    run_while(scenario, plan, spawner, &|_| true)
}

/// Like [`run`], but stops early if `go_on` returns false. It is called on any worker with the number of games done.
pub fn run_while(
    scenario: &Arc<Scenario>,
    plan: &Plan,
    spawner: &dyn Spawner,
    go_on: &(dyn Fn(u64) -> bool + Sync),
) -> Coverage {
    let next = AtomicU64::new(0);
    let done = AtomicU64::new(0);
    let total = Mutex::new(Coverage::new(scenario, plan));
    spawner.for_each(spawner.workers(), &|_| {
        let mut coverage = Coverage::new(scenario, plan);
        let mut events = Vec::new();
        loop {
            let from = next.fetch_add(BLOCK, Ordering::Relaxed);
            if from >= plan.games {
                break;
            }
            let to = plan.games.min(from + BLOCK);
            for game in from..to {
                let player = plan.bot.player(plan.writer);
                let session = play::into(scenario, plan, game, player, &mut events);
                coverage.count(game, &session, &events);
            }
            if !go_on(done.fetch_add(to - from, Ordering::Relaxed) + to - from) {
                next.store(plan.games, Ordering::Relaxed);
            }
        }
        total.lock().unwrap_or_else(PoisonError::into_inner).add(&coverage);
    });
    total.into_inner().unwrap_or_else(PoisonError::into_inner)
}
