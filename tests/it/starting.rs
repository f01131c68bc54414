//! Games that begin at another turn or in another room than the scenario's, by people and by bots.

use crate::common::{Program, code, err, out, unwrapped};
use we_can_wait::negotiation::{ChangedRoom, Opposite};
use we_can_wait::platform::Threads;
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::{Plan, run, turn};
use we_can_wait::scenario::links::{Links, Node};
use we_can_wait::scenario::terms::Bar;

#[test]
fn a_turn_is_come_to_by_a_recorded_game_or_else_by_a_bot_and_the_journal_says_by_which() {
    let scenario = crate::common::scenario();
    let mut setup = crate::common::games::setup(&scenario, "full", Opposite::Model);
    let game = turn::at(&scenario, &setup, 6, None).expect("a recorded game comes there");
    assert_eq!(game.session.state().statements, 5);
    let led = game.journal.led_up.as_ref().expect("it was led up to");
    assert_eq!((led.by.as_str(), led.statements), ("as-it-was.ron", 5));
    let back = game.fork(3).journal.led_up.expect("three of the five are left");
    assert_eq!(back.statements, 3);

    let mut alone = (*scenario).clone();
    alone.playthroughs.clear();
    setup.room = ChangedRoom::of([(Bar::Trust, 70)]);
    let game = turn::at(&alone.into(), &setup, 6, None).expect("a bot comes there");
    assert_eq!(game.session.state().statements, 5);
    assert_eq!(game.journal.led_up.expect("it was led up to").by, "principled");

    let none = turn::at(&scenario, &setup, 99, None).expect_err("no game is so long");
    assert!(none.latest > 10 && none.latest < 99, "{none}");
}

#[test]
fn bots_go_on_from_where_a_game_stands_and_only_what_comes_after_is_counted() {
    let scenario = crate::common::scenario();
    let setup = crate::common::games::setup(&scenario, "full", Opposite::Model);
    let game = turn::at(&scenario, &setup, 9, None).expect("a recorded game comes there");
    let plan = Plan::from_game(&game, Bot::Principled, 12, 3);
    let coverage = run(&scenario, &plan, &Threads::default());
    let summary = coverage.summary();
    assert!(summary.unfinished.is_empty());
    assert!(summary.statements.0 >= 9, "{:?}", summary.statements);
    let of = |id: &str| {
        let mut told = summary.utterances.iter();
        told.find(|told| told.id == id).expect("it is there").reached
    };
    // Heard before the bot sits down.
    assert_eq!(of("r_m054").count, 0);
    let links = Links::of(&scenario);
    for told in &summary.utterances {
        let id = scenario.utterance_id(&told.id).expect("it is there");
        let times = coverage.times(&links, Node::Utterance(id));
        assert_eq!(times, Some(told.reached.count), "{}", told.id);
    }
    // A witness can be played from the first word on.
    let witness = summary.witnesses.first().expect("something was reached");
    assert!(witness.steps.starts_with(&game.journal.steps));
    let other = coverage.times(&links, Node::Bar(Bar::Trust));
    assert_eq!(other, None, "a bar is not counted");
}

#[test]
fn play_begins_at_the_turn_and_in_the_room_that_are_asked_for_and_the_debrief_says_so() {
    let program = Program::new();
    let asked = ["play", "--at-turn", "14", "--room", "trust=20,home=80"];
    let played = program.typed(&asked, "delegation\nadjourn\nsay\nyes\nsend\nyes\n");
    let said = unwrapped(&out(&played));
    assert_eq!(code(&played), 0, "{said}{}", err(&played));
    assert!(said.contains("Trust at 20 instead of 45"), "{said}");
    assert!(said.contains("The first 13 statements"), "{said}");
    let saves = program.saves();
    let file = saves.first().expect("the game was kept").display().to_string();
    let debrief = program.run(&["debrief", &file, "--no-review"]);
    let said = unwrapped(&out(&debrief));
    assert!(said.contains("Trust at 20 instead of 45"), "{said}");
    assert!(said.contains("came from as-it-was.ron"), "{said}");
    let verified = program.run(&["replay", &file, "--verify"]);
    assert_eq!(code(&verified), 0, "{}", out(&verified));
}

#[test]
fn what_is_no_room_no_turn_and_no_recorded_game_is_refused_with_what_there_is() {
    let program = Program::new();
    let refused = |args: &[&str]| {
        let output = program.run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        err(&output)
    };
    assert!(refused(&["play", "--room", "luck=2"]).contains("their-patience"));
    assert!(refused(&["play", "--at-turn", "99"]).contains("or earlier"));
    assert!(refused(&["play", "--from", "nowhere"]).contains("as-it-was.ron"));
    let other_seat = refused(&["play", "--from", "as-it-was-soviet"]);
    assert!(other_seat.contains("--seat soviet"), "{other_seat}");
}

#[test]
fn a_playtest_from_a_position_says_from_where_and_which_bots_reached_what() {
    let program = Program::new();
    let from = ["playtest", "moscow-1955", "--from", "as-it-was", "--at-turn", "12"];
    let all = program.run(&[&from[..], &["--bot", "all", "--games", "2"]].concat());
    let said = out(&all);
    assert!(said.starts_with("from statement 12 on, led up to by as-it-was.ron\n"), "{said}");
    let (_, answers) = said.split_once("how often each answer came, by bot").expect(&said);
    assert!(answers.contains("principled 2"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
}
