//! `record`, `test` and `scenarios`: recorded games and an author's own scenarios, as people meet them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{Program, code, copy_folder, err, out, scenario_folder, unwrapped};

const GAME: &str = "tanaka\nask_conditions\nsay\nmorishima\nask_hint\nsay\n";

/// A copy of the scenario, and a game that was played in it.
fn played(program: &Program) -> (PathBuf, PathBuf) {
    let scenario = program.data.path().join("copy");
    copy_folder(&scenario_folder(), &scenario);
    let game = program.data.path().join("hint.ron");
    let args = ["play", text(&scenario), "--journal", text(&game)];
    assert_eq!(code(&program.typed(&args, GAME)), 0);
    (scenario, game)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// Rewrites one text of a file.
fn edit(path: &Path, from: &str, to: &str) {
    let old = fs::read_to_string(path).expect("it is there");
    assert!(old.contains(from), "{old}");
    fs::write(path, old.replace(from, to)).expect("it can be written");
}

#[test]
fn a_kept_game_becomes_a_recorded_game_once_and_is_tested_from_then_on() {
    let program = Program::new();
    let (scenario, game) = played(&program);
    let keep = ["record", text(&game), "--scenario", text(&scenario)];
    let kept = program.run(&keep);
    assert_eq!(code(&kept), 0, "{}", err(&kept));
    let file = scenario.join("playthroughs/hint.ron");
    let written = fs::read_to_string(&file).expect("it was written");
    assert!(written.starts_with("// Recorded from hint.ron."), "{written}");
    assert!(!written.contains(text(program.data.path())), "no path of the machine: {written}");

    let again = program.run(&keep);
    assert_eq!(code(&again), 2);
    assert!(err(&again).contains("nothing was overwritten"), "{}", err(&again));
    assert!(!out(&again).contains("has changed"), "recording a game does not change the scenario");
    let other = program.run(&[&keep[..], &["--as", "other"]].concat());
    assert_eq!(code(&other), 0, "{}", err(&other));
    let out_of_place = program.run(&[&keep[..], &["--as", "../other"]].concat());
    assert_eq!(code(&out_of_place), 2, "{}", out(&out_of_place));

    let tested = program.run(&["test", text(&scenario)]);
    let said = out(&tested);
    assert_eq!(code(&tested), 0, "{said}");
    assert!(said.contains("hint.ron") && said.contains("all 19 as recorded"), "{said}");
    assert!(said.lines().skip(1).all(|line| line.chars().count() <= 80), "{said}");
}

#[test]
fn what_has_become_different_is_told_and_only_blessing_changes_what_is_expected() {
    let program = Program::new();
    let (scenario, game) = played(&program);
    program.run(&["record", text(&game), "--scenario", text(&scenario)]);
    let file = scenario.join("playthroughs/hint.ron");
    edit(&file, "\"r_m067\"", "\"r_m071\"");
    edit(&file, "  expect: [", "  expect: [ // what came");
    let before = fs::read_to_string(&file).expect("it is there");
    let tested = program.run(&["test", text(&scenario)]);
    let said = unwrapped(&out(&tested));
    assert_eq!(code(&tested), 1, "{said}");
    assert!(said.contains("hint.ron failed 1 difference"), "{said}");
    assert!(said.contains("after statement 1 came [i_m033"), "{said}");
    assert_eq!(fs::read_to_string(&file).expect("it is there"), before);

    let blessed = program.run(&["test", text(&scenario), "--bless"]);
    let said = out(&blessed);
    assert_eq!(code(&blessed), 0, "{said}");
    assert!(said.contains("  - Heard(after: 1") && said.contains("  + Heard(after: 1"), "{said}");
    let after = fs::read_to_string(&file).expect("it is there");
    assert_eq!(after, before.replace("\"r_m071\"", "\"r_m067\""));
    assert_eq!(code(&program.run(&["test", text(&scenario)])), 0);
}

#[test]
fn a_recording_without_expectations_is_filled_by_blessing() {
    let program = Program::new();
    let (scenario, _) = played(&program);
    let file = scenario.join("playthroughs/bare.ron");
    let bare = "Play(scenario: \"moscow-1955\", seed: 1, length: \"full\",\n  \
                steps: [Say(speaker: \"tanaka\", moves: [\"ask_conditions\"])])\n";
    fs::write(&file, bare).expect("it can be written");
    let tested = program.run(&["test", text(&scenario)]);
    assert!(out(&tested).contains("1 statement, expects nothing"), "{}", out(&tested));
    assert_eq!(code(&program.run(&["test", text(&scenario), "--bless"])), 0);
    let filled = fs::read_to_string(&file).expect("it is there");
    assert!(filled.contains("Heard(after: 1, given: ["), "{filled}");
}

#[cfg(unix)]
#[test]
fn blessing_does_not_follow_a_link_out_of_the_scenario() {
    let program = Program::new();
    let (scenario, _) = played(&program);
    let elsewhere = program.data.path().join("mine.ron");
    let bare = "Play(scenario: \"moscow-1955\", seed: 1, length: \"full\",\n  \
                steps: [Say(speaker: \"tanaka\", moves: [\"ask_conditions\"])])\n";
    fs::write(&elsewhere, bare).expect("it can be written");
    std::os::unix::fs::symlink(&elsewhere, scenario.join("playthroughs/bare.ron")).expect("links can be made");
    let blessed = program.run(&["test", text(&scenario), "--bless"]);
    assert_eq!(code(&blessed), 2, "{}", out(&blessed));
    assert!(unwrapped(&err(&blessed)).contains("outside the scenario's folder"), "{}", err(&blessed));
    assert_eq!(fs::read_to_string(&elsewhere).expect("it is there"), bare);
}

#[test]
fn a_step_that_is_not_on_offer_and_a_file_that_cannot_be_read_are_told_and_never_blessed() {
    let program = Program::new();
    let (scenario, game) = played(&program);
    program.run(&["record", text(&game), "--scenario", text(&scenario)]);
    let file = scenario.join("playthroughs/hint.ron");
    edit(&file, "moves: [\"ask_hint\"]", "moves: [\"ask_hints\"]");
    let broken = scenario.join("playthroughs/peace-first.ron");
    edit(&broken, "length: \"full\"", "lenght: \"full\"");
    let before = fs::read_to_string(&file).expect("it is there");
    let tested = program.run(&["test", text(&scenario), "--bless"]);
    let said = unwrapped(&out(&tested));
    assert_eq!(code(&tested), 1, "{said}");
    assert!(said.contains("there is no move \"ask_hints\""), "{said}");
    assert!(said.contains("nearest to it: \"ask_hint\""), "{said}");
    assert!(said.contains("on offer instead: "), "{said}");
    assert!(said.contains("playthroughs/peace-first.ron:6:3: "), "{said}");
    assert!(said.contains("did you mean length?"), "{said}");
    // The scenario is still played; that its recorded games have faults is for check to say.
    assert_eq!(code(&program.typed(&["play", text(&scenario)], GAME)), 0);
    assert_eq!(code(&program.run(&["check", text(&scenario)])), 1);
    assert_eq!(fs::read_to_string(&file).expect("it is there"), before);
}

#[test]
fn the_recorded_games_of_what_the_program_carries_hold_and_are_not_to_be_rewritten() {
    let program = Program::new();
    let tested = program.run(&["test", "moscow-1955", "--format", "json"]);
    assert_eq!(code(&tested), 0, "{}", out(&tested));
    let json: serde_json::Value = serde_json::from_str(&out(&tested)).expect("it is JSON");
    let games = json[0]["games"].as_array().expect("a list");
    assert!(games.len() > 10 && games.iter().all(|game| game["ok"] == true));
    let blessed = program.run(&["test", "moscow-1955", "--bless"]);
    assert_eq!(code(&blessed), 2);
    assert!(err(&blessed).contains("built into the program"), "{}", err(&blessed));
}

#[test]
fn a_persons_own_scenarios_are_found_by_name_and_listed_and_never_hide_a_carried_one() {
    let program = Program::new();
    let own = program.data.path().join("scenarios");
    for name in ["mine", "moscow-1955", "broken"] {
        copy_folder(&scenario_folder(), &own.join(name));
    }
    edit(&own.join("mine/scenario.ron"), "id: \"moscow-1955\"", "id: \"mine\"");
    let games = own.join("mine/playthroughs");
    fs::remove_dir_all(&games).expect("it is there");
    fs::remove_file(own.join("broken/people.ron")).expect("it is there");
    let checked = program.run(&["check", "mine"]);
    assert_eq!(code(&checked), 0, "{}", out(&checked));
    let tested = program.run(&["test", "mine"]);
    assert!(out(&tested).contains("has no recorded games"), "{}", out(&tested));
    assert_eq!(code(&program.typed(&["play", "mine"], GAME)), 0);

    let listed = program.run(&["scenarios", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out(&listed)).expect("it is JSON");
    let of = |name: &str, hidden: bool| {
        let mut all = json.as_array().expect("a list").iter();
        let found = all.find(|scene| scene["name"] == name && scene["hidden"] == hidden);
        found.unwrap_or_else(|| panic!("{name} is listed: {json}"))
    };
    assert_eq!(of("mine", false)["games"], 1);
    assert_eq!(of("mine", false)["errors"], 0);
    assert!(of("broken", false)["errors"].as_u64() > Some(0));
    assert_eq!(of("moscow-1955", false)["folder"], serde_json::Value::Null);
    assert!(of("moscow-1955", true)["folder"].is_string());
    let said = out(&program.run(&["scenarios"]));
    assert!(said.contains("open this one by its path"), "{said}");
}

#[test]
fn a_game_of_a_scenario_that_was_edited_goes_on_from_the_last_step_that_fits_in_a_file_of_its_own() {
    let program = Program::new();
    let folder = program.data.path().join("talk");
    assert_eq!(code(&program.run(&["new", text(&folder)])), 0);
    let game = "greet\nsay\npress\nsay\noffer_market\nsay\n";
    assert_eq!(code(&program.typed(&["play", text(&folder)], game)), 0);
    let kept = program.saves();
    let before = fs::read_to_string(&kept[0]).expect("the game was kept");
    assert!(before.contains("scenario_format: 1"), "{before}");
    // The move gets another name: for the game it is gone.
    let file = folder.join("scenario.ron");
    edit(&file, "\"press\"", "\"press_him\"");
    assert_eq!(code(&program.run(&["check", text(&folder)])), 0);
    let resumed = program.typed(&["play", text(&folder), "--resume"], "press_him\nsay\nquit\n");
    let said = unwrapped(&out(&resumed));
    assert_eq!(code(&resumed), 0, "{said}");
    assert!(said.contains("The scenario has changed"), "{said}");
    assert!(said.contains("only up to step 2: there is no move \"press\""), "{said}");
    assert!(said.contains("Resumed after statement 1."), "{said}");
    assert_eq!(fs::read_to_string(&kept[0]).expect("it is there"), before, "the old file stays");
    assert_eq!(program.saves().len(), 2, "the game goes on beside it");
    let kept = program.run(&["keep", text(&kept[0]), "--scenario", text(&folder)]);
    assert_eq!(code(&kept), 1, "{}", out(&kept));
    assert!(out(&kept).contains("Nothing was recorded"), "{}", out(&kept));
}

#[test]
fn a_scenario_goes_on_with_its_own_games_and_not_with_those_of_one_with_a_longer_name() {
    let program = Program::new();
    for name in ["talk", "talk-2"] {
        assert_eq!(code(&program.run(&["new", name, "--own"])), 0);
        assert_eq!(code(&program.typed(&["play", name], "greet\nsay\n")), 0);
    }
    let resumed = program.typed(&["play", "talk", "--resume"], "quit\n");
    assert_eq!(code(&resumed), 0, "{}", err(&resumed));
    assert!(unwrapped(&out(&resumed)).contains("Resumed after statement 1"));
}
