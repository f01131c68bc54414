//! The first lesson: small, made up, quickly learned, and not won by clicking.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::common::{Program, code, err, out, unwrapped};
use we_can_wait::library::open;
use we_can_wait::negotiation::{Opposite, Setup};
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::play;
use we_can_wait::scenario::{LengthId, Scenario, SeatId, StyleId};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/first-lesson")
}

fn scenario() -> Arc<Scenario> {
    open::embedded("first-lesson").expect("the scenario has no faults")
}

#[test]
fn it_is_one_file_of_at_most_150_lines_that_a_person_can_read() {
    let text = fs::read_to_string(folder().join("scenario.ron")).expect("it is there");
    assert!(text.lines().count() <= 150, "{}", text.lines().count());
    let prose = |line: &&str| !line.trim_start().starts_with('"');
    let widest = text.lines().filter(prose).map(|line| line.chars().count());
    assert!(widest.max() <= Some(170));
    let files = fs::read_dir(folder()).expect("it is a folder");
    let names = files.map(|entry| entry.expect("a name").file_name());
    let names: Vec<String> = names.map(|n| n.to_string_lossy().into_owned()).collect();
    assert!(names.iter().all(|name| name == "scenario.ron" || name == "playthroughs"), "{names:?}");
}

#[test]
fn nothing_in_it_is_to_be_warned_of() {
    let output = Program::new().run(&["check", &folder().display().to_string()]);
    assert_eq!(code(&output), 0, "{}", out(&output));
    assert!(out(&output).contains("0 errors, 0 warnings"), "{}", out(&output));
}

#[test]
fn its_recorded_games_come_out_as_they_were_kept() {
    let output = Program::new().run(&["test", &folder().display().to_string()]);
    assert_eq!(code(&output), 0, "{}", out(&output));
    assert!(out(&output).contains("all 2 as recorded"), "{}", out(&output));
    assert!(!out(&output).contains("expects nothing"));
}

/// Games, of a hundred, in which every measure is in the fourth band or better.
fn won(bot: Bot) -> usize {
    let scenario = scenario();
    let game = |seed| {
        let setup = Setup {
            seed,
            seat: SeatId::FIRST,
            length: LengthId::FIRST,
            opposite: Opposite::Model,
            style: StyleId::FIRST,
            room: Default::default(),
        };
        let game = play(&scenario, setup, bot);
        let judgement = game.session.judgement().expect("the game is over");
        judgement.ending.rank().0
    };
    (0..100).map(game).filter(|rank| *rank >= 3).count()
}

#[test]
fn clicking_through_does_not_win_and_asking_and_listening_does() {
    assert!(won(Bot::Random) <= 3, "{}", won(Bot::Random));
    assert_eq!(won(Bot::FirstOption), 0);
    assert_eq!(won(Bot::Nagging), 0);
    assert_eq!(won(Bot::Hardliner), 0);
    assert_eq!(won(Bot::Conceder), 0);
    assert!(won(Bot::Principled) >= 90, "{}", won(Bot::Principled));
}

#[test]
fn a_question_brings_the_hint_and_a_condition_closes_every_door() {
    let program = Program::new();
    let asked = program.typed(&["play", "first-lesson"], "fitch\nask_why\nsay\n");
    assert!(out(&asked).contains("If one could only hear the banks!"), "{}", err(&asked));
    assert!(out(&asked).contains("[INVENTED]"));
    let program = Program::new();
    let told = program.typed(&["play", "first-lesson"], "crumb\nbell_first\nask_why\nask_night\nask_penny\nsay\n");
    let told = unwrapped(&out(&told));
    let unheard =
        "No answer to: Ask why the ferry stops at dusk; Ask for a ferry all night; Ask for a toll of a penny.";
    assert!(told.contains(unheard), "{told}");
    assert!(!told.contains("hear the banks"));
}

#[test]
fn a_talk_in_which_nothing_is_left_to_say_comes_to_its_end() {
    let all = "crumb\nbell_first\nask_night\nlink_market\nask_why\nask_penny\nsay\n\
               crumb\ntake_back\nlink_market\nask_why\nask_penny\nsay\n";
    let program = Program::new();
    // Without a way to take leave: everything else can be made once or twice.
    let copy = tempfile::tempdir().expect("there is room");
    let text = fs::read_to_string(folder().join("scenario.ron")).expect("it is there");
    let leave = "needs: [Not(Opening)]";
    assert!(text.contains(leave));
    let text = text.replace(leave, "needs: [Given(\"done\")]").replace("statements: 5", "statements: 9");
    fs::write(copy.path().join("scenario.ron"), text).expect("it can be written");
    let more = "crumb\noffer_bell\nsay\n";
    let path = copy.path().display().to_string();
    let played = program.typed(&["play", &path], &format!("{all}{more}"));
    let told = unwrapped(&out(&played));
    assert!(told.contains("You have no statements left. The talk is over."), "{told}");
    assert!(told.contains("The report home"), "{told}");
}
