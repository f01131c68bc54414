//! Seeded games by bots, and what they reached.

pub mod bot;
pub mod coverage;
pub mod explore;
mod play;
pub mod report;
mod table;
pub mod turn;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crate::negotiation::random::{Draw, Stream};
use crate::negotiation::{ChangedRoom, Command, Opposite, Setup, journal};
use crate::scenario::{LengthId, Scenario, SeatId, StyleId};

use bot::Bot;
use coverage::Coverage;
pub use play::{ended, play, play_on, play_out, play_with};
use report::Writer;

/// What to play.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How many games.
    pub games: u64,
    /// Seed of the first; the others follow from it.
    pub seed: u64,
    /// Length of game.
    pub length: LengthId,
    /// Which seat it takes.
    pub seat: SeatId,
    /// In which style the other side answers.
    pub style: StyleId,
    /// Who plays.
    pub bot: Bot,
    /// Who writes the report.
    pub writer: Writer,
    /// Bars that begin otherwise than in the scenario.
    pub room: ChangedRoom,
    /// What was done before the bot sits down, in every game; what that brought is not counted.
    pub begun: Vec<Command>,
}

impl Plan {
    /// Games of a bot that writes its own report, of the first length and with the first seat.
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

    /// Games of a bot that writes its own report and goes on from where a game stands.
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

    /// With what the game of this number begins.
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

/// Games that a thread takes at a time.
const BLOCK: u64 = 16;

/// Plays the games of a plan on as many threads as the machine has, and counts what they reached.
pub fn run(scenario: &Arc<Scenario>, plan: &Plan) -> Coverage {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    run_on(scenario, plan, threads, &|_| {})
}

/// Plays the games of a plan on so many threads. Each game has its own seed and counts are only added up, so that the result is
/// the same for any number of threads. `progress` is told, from any of the threads, how many games are done.
pub fn run_on(scenario: &Arc<Scenario>, plan: &Plan, threads: usize, progress: &(dyn Fn(u64) + Sync)) -> Coverage {
    run_while(scenario, plan, threads, &|done| {
        progress(done);
        true
    })
}

/// The same, for as long as it is wanted: `go_on` is told how many games are done, and says whether more are to be played.
pub fn run_while(
    scenario: &Arc<Scenario>,
    plan: &Plan,
    threads: usize,
    go_on: &(dyn Fn(u64) -> bool + Sync),
) -> Coverage {
    let next = AtomicU64::new(0);
    let done = AtomicU64::new(0);
    let work = || {
        let mut coverage = Coverage::new(scenario, plan);
        let mut events = Vec::new();
        loop {
            let from = next.fetch_add(BLOCK, Ordering::Relaxed);
            if from >= plan.games {
                return coverage;
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
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads.max(1)).map(|_| scope.spawn(work)).collect();
        let mut coverage = work();
        for other in others {
            // A thread that panicked has nothing to add; its games are then missing from the count, which shows it.
            if let Ok(counted) = other.join() {
                coverage.add(&counted);
            }
        }
        coverage
    })
}
