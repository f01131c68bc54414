//! How fast the deals of a scenario are gone through. `cargo bench --no-default-features --bench analysis`
#![allow(missing_docs, clippy::expect_used, reason = "a bench may stop")]

use divan::Bencher;
use we_can_wait::analysis::{Space, by_blocks};
use we_can_wait::commands::open;

fn main() {
    divan::main();
}

#[divan::bench]
fn frontier_of_moscow(bencher: Bencher<'_, '_>) {
    let scenario = open::embedded("moscow-1955").expect("the scenario is whole");
    let space = Space::of(&scenario).expect("the space can be gone through");
    bencher.bench(|| by_blocks(&space));
}
