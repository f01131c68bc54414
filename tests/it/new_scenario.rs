//! `new`: what it writes passes `check`, can be played to an end, and nothing is ever overwritten.

use std::fs;
use std::path::Path;

use crate::common::{Program, code, err, out};

const GAME: &str = "greet\noffer_market\nsay\nask_bridge\nsay\nleave\nsay\nsend\nyes\n";

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// Begins a scenario in a folder of the program's data, and returns it.
fn begun(program: &Program, name: &str, more: &[&str]) -> std::path::PathBuf {
    let folder = program.data.path().join(name);
    let output = program.run(&[&["new", text(&folder)], more].concat());
    assert_eq!(code(&output), 0, "{}", err(&output));
    let said = out(&output);
    for next in ["check", "play", "playtest"] {
        assert!(said.contains(&format!("we-can-wait {next} {}", folder.display())), "{said}");
    }
    folder
}

#[test]
fn both_templates_pass_check_without_a_warning_and_are_played_to_the_debrief() {
    let program = Program::new();
    for more in [&[][..], &["--full"]] {
        let folder = begun(&program, &format!("talk-{}", more.len()), more);
        let checked = program.run(&["check", text(&folder)]);
        assert_eq!(code(&checked), 0, "{}", out(&checked));
        assert!(out(&checked).contains("0 errors, 0 warnings"), "{}", out(&checked));
        let played = program.typed(&["play", text(&folder)], GAME);
        let said = out(&played);
        assert_eq!(code(&played), 0, "{said}{}", err(&played));
        assert!(said.contains("Lower Mill pays half of the bridge."), "{said}");
        assert!(said.contains("Would the bridge have been built"), "the debrief is told: {said}");
        let bots = program.run(&["playtest", text(&folder), "--games", "200", "--format", "json"]);
        assert_eq!(code(&bots), 0, "{}", err(&bots));
        let json: serde_json::Value = serde_json::from_str(&out(&bots)).expect("it is JSON");
        for never in ["unfinished", "never_made", "never_given", "entries_never_heard"] {
            assert_eq!(json[never], serde_json::json!([]), "{never}");
        }
    }
}

#[test]
fn the_folder_form_proves_its_quotations_and_its_recorded_game() {
    let program = Program::new();
    let folder = begun(&program, "talk", &["--full"]);
    let quotes = program.run(&["quotes", text(&folder)]);
    assert_eq!(code(&quotes), 0, "{}", out(&quotes));
    assert!(out(&quotes).contains("8 quotations, 8 exact"), "{}", out(&quotes));
    let tested = program.run(&["test", text(&folder)]);
    assert!(out(&tested).contains("all 1 as recorded"), "{}", out(&tested));
}

#[test]
fn the_name_of_the_folder_becomes_id_and_title_and_every_place_is_filled() {
    let program = Program::new();
    let folder = begun_with_space(&program);
    for file in ["scenario.ron", "playthroughs/as-it-was.ron"] {
        let written = fs::read_to_string(folder.join(file)).expect("it was written");
        assert!(written.contains("\"yalta-1945\""), "{written}");
        assert!(!written.contains('@'), "{written}");
    }
    let scenario = fs::read_to_string(folder.join("scenario.ron")).expect("it was written");
    assert!(scenario.contains("title: \"Yalta 1945\""), "{scenario}");
}

fn begun_with_space(program: &Program) -> std::path::PathBuf {
    let folder = program.data.path().join("Yalta 1945");
    let output = program.run(&["new", text(&folder), "--full"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let typed = format!("we-can-wait check \"{}\"", folder.display());
    assert!(out(&output).contains(&typed), "{}", out(&output));
    folder
}

#[test]
fn what_is_there_is_never_overwritten_and_an_empty_folder_is_used() {
    let program = Program::new();
    let folder = program.data.path().join("full");
    fs::create_dir(&folder).expect("it can be made");
    let file = folder.join("notes.txt");
    fs::write(&file, "mine").expect("it can be written");
    for taken in [&folder, &file] {
        let refused = program.run(&["new", text(taken)]);
        assert_eq!(code(&refused), 2);
        assert!(err(&refused).contains("nothing was written"), "{}", err(&refused));
    }
    assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 1);
    fs::remove_file(file).expect("it is there");
    begun(&program, "full", &[]);
    let nameless = program.run(&["new", text(&program.data.path().join("\u{65e5}"))]);
    assert_eq!(code(&nameless), 2);
    assert!(err(&nameless).contains("no id can be made"), "{}", err(&nameless));
}

#[test]
fn an_own_scenario_opens_by_its_name_and_never_takes_that_of_a_carried_one() {
    let program = Program::new();
    let output = program.run(&["new", "river-talk", "--own"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("we-can-wait check river-talk\n"), "{}", out(&output));
    assert!(program.data.path().join("scenarios/river-talk/scenario.ron").is_file());
    assert_eq!(code(&program.run(&["check", "river-talk"])), 0);
    assert_eq!(code(&program.typed(&["play", "river-talk"], GAME)), 0);
    let saves = program.saves();
    let file = text(saves.first().expect("it was kept"));
    let debrief = program.run(&["debrief", file, "--no-review"]);
    assert_eq!(code(&debrief), 0, "the game finds its scenario: {}", err(&debrief));
    for (name, because) in [("moscow-1955", "built-in"), ("a/b", "a path"), ("river-talk", "nothing was written")] {
        let refused = program.run(&["new", name, "--own"]);
        assert_eq!(code(&refused), 2, "{name}");
        assert!(err(&refused).contains(because), "{}", err(&refused));
    }
}

#[test]
fn a_copy_of_a_carried_scenario_is_ones_own_and_its_recorded_games_still_hold() {
    let program = Program::new();
    let folder = begun(&program, "my-lesson", &["--like", "first-lesson"]);
    let checked = program.run(&["check", text(&folder)]);
    assert_eq!(code(&checked), 0, "{}", out(&checked));
    let scenario = fs::read_to_string(folder.join("scenario.ron")).expect("it was written");
    assert!(scenario.contains("id: \"my-lesson\""));
    let tested = program.run(&["test", text(&folder)]);
    assert_eq!(code(&tested), 0, "{}{}", out(&tested), err(&tested));
    let unknown = program.run(&["new", text(&program.data.path().join("x")), "--like", "second"]);
    assert_eq!(code(&unknown), 2);
    assert!(err(&unknown).contains("first-lesson"), "{}", err(&unknown));
}

#[test]
fn the_line_that_tells_where_a_game_is_kept_names_a_scenario_of_a_folder() {
    let program = Program::new();
    let folder = begun(&program, "mine", &[]);
    let output = program.typed(&["play", text(&folder)], "greet\nsay\nquit\n");
    // Lines are wrapped wherever it has to be.
    let said: String = out(&output).split_whitespace().collect();
    let path = text(&folder);
    assert!(said.contains(&format!("we-can-waitplay\"{path}\"--journal")), "{said}");
    assert!(said.contains(&format!("--scenario\"{path}\"")), "{said}");
    let output = program.typed(&["play", "first-lesson"], "greet\nask_why\nsay\nquit\n");
    let said: String = out(&output).split_whitespace().collect();
    assert!(said.contains("we-can-waitplayfirst-lesson--journal"), "{said}");
    assert!(!said.contains("--scenario"), "{said}");
}
