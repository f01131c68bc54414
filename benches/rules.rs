//! How fast the rules are. `cargo bench --no-default-features --bench rules`
//!
//! The figures, their bars and the machine are in `docs/benches.md`.
#![allow(missing_docs, clippy::expect_used, reason = "a bench may stop")]

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::hint::black_box;
use std::sync::{Arc, LazyLock};

use divan::Bencher;
use divan::counter::ItemsCount;
use we_can_wait::library::open;
use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::random::{Draw, Stream};
use we_can_wait::negotiation::seat_view::SeatView;
use we_can_wait::negotiation::{Awaiting, Command, Event, Opposite, Session, Setup};
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::{Plan, play_out, run};
use we_can_wait::ports::memory::Inline;
use we_can_wait::scenario::{LengthId, Scenario, SeatId, StyleId};

static SCENARIO: LazyLock<Arc<Scenario>> =
    LazyLock::new(|| open::embedded("moscow-1955").expect("the scenario is whole"));

/// Different games that one measurement goes through: the processor cannot learn one game's branches.
const GAMES: u64 = 200;

fn main() {
    divan::main();
}

fn setup(seed: u64) -> Setup {
    Setup {
        seed,
        seat: SeatId::FIRST,
        length: LengthId::FIRST,
        opposite: Opposite::Model,
        style: StyleId::FIRST,
        room: Default::default(),
    }
}

fn begun(seed: u64) -> Session {
    Session::new(Arc::clone(&SCENARIO), setup(seed)).0
}

/// Commands of a game by the random bot, first word to report.
fn commands(seed: u64) -> Vec<Command> {
    let mut player = Bot::Random.player(Bot::Random.writer());
    let mut session = begun(seed);
    let mut commands = Vec::new();
    let mut events = Vec::new();
    for step in 0.. {
        if matches!(session.awaiting(), Awaiting::Over(_)) {
            break;
        }
        let mut stream = Stream::new(seed, Draw::Bot, step);
        let command = player.decide(&session, &[], &mut stream);
        let command = command.expect("something is on offer");
        session.apply(&command, &mut events).expect("it was on offer");
        commands.push(command);
    }
    commands
}

fn moves_in(commands: &[Command]) -> usize {
    let moves = |command: &Command| match command {
        Command::Statement(statement) => statement.moves.len(),
        Command::Report(_) => 0,
    };
    commands.iter().map(moves).sum()
}

/// A talk in the middle of a game.
fn half_way() -> Session {
    let mut session = begun(1);
    let mut events = Vec::new();
    for command in commands(1).iter().take(8) {
        session.apply(command, &mut events).expect("it was taken before");
    }
    session
}

/// Moves applied with their answers; what is said is known beforehand.
#[divan::bench]
fn moves_applied(bencher: Bencher<'_, '_>) {
    let games: Vec<Vec<Command>> = (0..GAMES).map(commands).collect();
    let moves: usize = games.iter().map(|game| moves_in(game)).sum();
    let mut events: Vec<Event> = Vec::new();
    bencher.counter(ItemsCount::new(moves)).bench_local(|| {
        for game in &games {
            let mut session = begun(0);
            for command in game {
                events.clear();
                session.apply(command, &mut events).expect("it was taken before");
            }
            black_box(session.state().statements);
        }
    });
}

/// The same, with the random bot's own choice of what to say and its report.
#[divan::bench]
fn moves_of_a_random_bot(bencher: Bencher<'_, '_>) {
    let moves: usize = (0..GAMES)
        .map(|seed| {
            let mut stream = Stream::new(seed, Draw::Game, 0);
            let over = play_out(begun(seed), Bot::Random, &mut stream);
            over.state().points.len()
        })
        .sum();
    bencher.counter(ItemsCount::new(moves)).bench_local(|| {
        for seed in 0..GAMES {
            let mut stream = Stream::new(seed, Draw::Game, 0);
            black_box(play_out(begun(seed), Bot::Random, &mut stream));
        }
    });
}

/// Whole games with all that `playtest` counts of them, on one thread.
#[divan::bench]
fn games_of_a_playtest(bencher: Bencher<'_, '_>) {
    let plan = Plan::of(Bot::Random, GAMES, 1);
    bencher.counter(ItemsCount::new(GAMES)).bench_local(|| run(&SCENARIO, &plan, &Inline));
}

/// A game as a person plays it, with its journal and a digest after every step.
#[divan::bench]
fn game_with_its_journal(bencher: Bencher<'_, '_>) {
    let commands = commands(1);
    bencher.bench_local(|| {
        let mut game = Game::new(&SCENARIO, setup(1));
        for command in &commands {
            game.apply(command).expect("it was taken before");
        }
        game.digest()
    });
}

#[divan::bench]
fn talk_begun(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| begun(1));
}

#[divan::bench]
fn talk_cloned(bencher: Bencher<'_, '_>) {
    let session = half_way();
    bencher.bench_local(|| session.clone());
}

#[divan::bench]
fn state_hashed(bencher: Bencher<'_, '_>) {
    let session = half_way();
    bencher.bench_local(|| {
        let mut hasher = DefaultHasher::new();
        session.state().hash(&mut hasher);
        hasher.finish()
    });
}

#[divan::bench]
fn moves_on_offer(bencher: Bencher<'_, '_>) {
    let session = half_way();
    bencher.bench_local(|| SeatView::of(&session, SeatId::FIRST).offered().count());
}

#[divan::bench]
fn command_validated(bencher: Bencher<'_, '_>) {
    let session = half_way();
    let command = commands(1).swap_remove(8);
    bencher.bench_local(|| session.validate(&command));
}

#[divan::bench]
fn ending_judged(bencher: Bencher<'_, '_>) {
    let mut stream = Stream::new(1, Draw::Game, 0);
    let over = play_out(begun(1), Bot::Random, &mut stream);
    bencher.bench_local(|| over.judgement());
}
