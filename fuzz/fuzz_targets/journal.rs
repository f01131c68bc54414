//! Any text as a kept or a recorded game: it is read or refused, and what is read is played again as far as it goes.

#![no_main]

use std::sync::{Arc, OnceLock};

use libfuzzer_sys::fuzz_target;
use we_can_wait::library::open;
use we_can_wait::negotiation::journal::Journal;
use we_can_wait::library::recorded;
use we_can_wait::negotiation::script::Play;
use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::load::ron_options;

static SCENARIO: OnceLock<Arc<Scenario>> = OnceLock::new();

fuzz_target!(|text: &str| {
    let scenario =
        SCENARIO.get_or_init(|| open::embedded("moscow-1955").expect("it is shipped whole"));
    if let Ok(journal) = Journal::parse(text)
        && let Ok(replayed) = journal.replay(scenario)
    {
        let again = replayed.game.journal.replay(scenario).expect("it was just played");
        assert!(again.stopped.is_none() && again.diverged.is_none());
    }
    if let Ok(play) = ron_options().from_str::<Play>(text) {
        let _ = recorded::play(scenario, &play);
    }
});
