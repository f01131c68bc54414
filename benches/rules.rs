//! How fast talks are played. `cargo bench --no-default-features --bench rules`
#![allow(missing_docs, clippy::expect_used, reason = "a bench may stop")]

use divan::Bencher;
use we_can_wait::commands::open;
use we_can_wait::negotiation::{Opposite, Setup};
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::play;
use we_can_wait::scenario::SeatId;

fn main() {
    divan::main();
}

#[divan::bench]
fn game_of_a_random_bot(bencher: Bencher<'_, '_>) {
    let scenario = open::embedded("moscow-1955").expect("the scenario is whole");
    bencher.bench(|| {
        let setup = Setup {
            seed: 1,
            seat: SeatId(0),
            length: 0,
            opposite: Opposite::Model,
            style: 0,
        };
        play(&scenario, setup, Bot::Random)
    });
}
