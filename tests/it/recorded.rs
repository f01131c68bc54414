//! Games that are recorded: what is kept of one, what a change of the scenario does to it, and what it says then.

use std::sync::Arc;

use we_can_wait::library::recorded::{self, Played, print};
use we_can_wait::negotiation::journal::{Journal, ReadError};
use we_can_wait::negotiation::script::{Expect, Play};
use we_can_wait::negotiation::{ChangedRoom, Opposite};
use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::load::ron_options;
use we_can_wait::scenario::terms::Bar;

fn read(text: &str) -> Play {
    ron_options().from_str(text).expect("it can be read")
}

fn play(scenario: &Arc<Scenario>, recorded: &Play) -> Played {
    recorded::play(scenario, recorded).expect("it can be begun")
}

fn told(played: &Played) -> Vec<&str> {
    played.unmet.iter().map(|unmet| unmet.message.as_str()).collect()
}

/// A copy of the scenario in which one text was replaced, without faults.
fn changed(file: &str, from: &str, to: &str) -> Arc<Scenario> {
    let folder = crate::common::altered(file, from, to);
    crate::common::scenario_in(folder.path())
}

#[test]
fn a_game_that_was_kept_is_read_back_as_it_was_printed_and_shows_all_it_expects() {
    let scenario = crate::common::scenario();
    for (name, game) in crate::common::games::recorded(&scenario) {
        let kept = Play::of(&game).expect("it can be kept");
        let text = print(&kept, &["SavedGame from a game.".to_owned()]).expect("it can be printed");
        assert!(text.starts_with("// SavedGame from a game.\nPlay(\n  scenario: \"moscow-1955\",\n"));
        let read = read(&text);
        assert_eq!(read, kept, "{name}");
        let played = play(&scenario, &read);
        assert_eq!(told(&played), Vec::<&str>::new(), "{name}");
        assert!(played.is_as_recorded());
        assert!(kept.expect.iter().any(|e| matches!(e, Expect::Ending(..))), "{name}: its outcome");
        assert!(kept.expect.iter().any(|e| matches!(e, Expect::Shown(..))), "{name}: its cards");
        let (_, expected) = text.split_once("expect: [").expect("it expects something");
        let widest = expected.lines().map(str::len).max();
        assert!(widest <= Some(120), "{name}: {text}");
    }
}

#[test]
fn a_change_of_words_breaks_no_recording_and_a_change_of_an_answer_is_told_with_what_came() {
    let scenario = crate::common::scenario();
    let game = crate::common::games::blunder(&scenario);
    let kept = Play::of(&game).expect("it can be kept");
    let edited = changed("moves/20-islands.ron", "label: \"", "label: \"Now: ");
    assert!(play(&edited, &kept).is_as_recorded());

    let other = Play {
        expect: kept
            .expect
            .iter()
            .cloned()
            .map(|expect| match expect {
                Expect::Heard { after: 2, .. } => Expect::Heard { after: 2, given: vec!["no_such_reply".to_owned()] },
                Expect::Ending(measure, band) => Expect::Ending(measure, (band + 1) % 5),
                other => other,
            })
            .chain([Expect::NoReport, Expect::Given("no_such_reply".to_owned())])
            .collect(),
        ..kept.clone()
    };
    let played = play(&scenario, &other);
    let told = told(&played);
    assert_eq!(told.len(), 7, "{told:?}");
    assert!(told[0].starts_with("after statement 2 came ["), "{told:?}");
    assert!(told[0].ends_with("instead of [no_such_reply]"), "{told:?}");
    assert!(told.contains(&"\"no_such_reply\" was not given"));
    assert!(told.iter().any(|told| told.starts_with("a report was sent instead of")));
}

#[test]
fn a_step_no_longer_on_offer_says_what_was_and_what_is_nearest_to_it() {
    let scenario = crate::common::scenario();
    let kept = Play::of(&crate::common::games::blunder(&scenario)).expect("it can be kept");
    let text = print(&kept, &[]).expect("it can be printed");
    let gone = read(&text.replace("\"with_the_treaty\"", "\"with_a_treaty\""));
    let stopped = play(&scenario, &gone).stopped.expect("there is no such move");
    assert_eq!(stopped.step, 4);
    assert_eq!(stopped.wanted, ["with_a_treaty"]);
    assert_eq!(stopped.nearest.first().map(String::as_str), Some("with_the_treaty"));
    assert!(stopped.offered.len() > 5);
    let said = stopped.to_string();
    assert!(said.contains("no move \"with_a_treaty\""), "{said}");
    assert!(said.contains("on offer instead: "), "{said}");

    let nobody = read(&text.replace("speaker: \"tanaka\"", "speaker: \"tanako\""));
    let stopped = play(&scenario, &nobody).stopped.expect("there is nobody of that name");
    assert_eq!((stopped.step, stopped.nearest.first().map(String::as_str)), (1, Some("tanaka")));
}

#[test]
fn a_changed_room_is_kept_in_journal_and_recording_and_played_again_from_there() {
    let scenario = crate::common::scenario();
    let mut setup = crate::common::games::setup(&scenario, "full", Opposite::Model);
    setup.room = ChangedRoom::of([(Bar::Trust, 3), (Bar::Home, 250)]);
    let steps = [crate::common::games::said("tanaka", &["ask_conditions"])];
    let game = crate::common::games::played(&scenario, setup, &steps);
    assert_eq!(game.journal.room, [(Bar::Trust, 3), (Bar::Home, 100)]);
    assert!(game.session.state().bar(Bar::Trust) < 20);

    let text = game.journal.print().expect("it can be printed");
    let again = Journal::parse(&text).expect("it can be read").replay(&scenario);
    let again = again.expect("it can be begun");
    assert_eq!((again.diverged, again.stopped.clone()), (None, None));
    assert_eq!(again.game.session.state().bars, game.session.state().bars);

    let kept = Play::of(&game).expect("it can be kept");
    let printed = print(&kept, &[]).expect("it can be printed");
    assert!(printed.contains("  room: [(Trust, 3), (Home, 100)],\n"), "{printed}");
    let played = play(&scenario, &read(&printed));
    assert_eq!(played.game.session.state().bars, game.session.state().bars);
}

#[test]
fn a_journal_from_before_it_named_the_scenarios_format_is_still_read() {
    let scenario = crate::common::scenario();
    let game = crate::common::games::blunder(&scenario);
    assert_eq!(game.journal.scenario_format, scenario.format);
    let text = game.journal.print().expect("it can be printed");
    let old: String = text
        .lines()
        .filter(|line| !line.contains("scenario_format"))
        .map(|line| line.replace(" format: 2,", " format: 1,") + "\n")
        .collect();
    assert_ne!(old, text);
    let read = Journal::parse(&old).expect("it can be read");
    assert_eq!((read.format, read.scenario_format), (1, 1));
    let replayed = read.replay(&scenario).expect("it can be begun");
    assert_eq!((replayed.diverged, replayed.stopped), (None, None));
}

#[test]
fn a_recording_goes_on_from_the_turn_that_is_asked_for() {
    let scenario = crate::common::scenario();
    let kept = Play::of(&crate::common::games::blunder(&scenario)).expect("it can be kept");
    let setup = kept.setup(&scenario).expect("it fits");
    let game = recorded::play_up_to(&scenario, &kept, setup.clone(), 4).expect("it can be begun");
    assert_eq!(game.session.state().statements, 3);
    // The talk is over after the eighth: whoever wants to play on stands before it.
    let game = recorded::play_up_to(&scenario, &kept, setup, 12).expect("it can be begun");
    assert_eq!(game.session.state().statements, 7);
}

#[test]
fn a_recorded_game_is_told_from_a_kept_one() {
    let recorded = include_str!("../../scenarios/moscow-1955/playthroughs/as-it-was.ron");
    assert_eq!(Journal::parse(recorded), Err(ReadError::Recorded));
}
