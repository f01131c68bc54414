//! Files that only a newer program can read are refused by the number of their format, whatever else they hold, and left unchanged.

use std::fs;
use std::path::{Path, PathBuf};

use we_can_wait::app::App;
use we_can_wait::app::intent::{Intent, Setting};

use crate::common::{Program, code, copy_folder, err, out, ports_in, scenario_folder, unwrapped};

const GAME: &str = "tanaka\nask_conditions\nsay\nmorishima\nask_hint\nsay\n";

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// The file of a game of two statements.
fn played(program: &Program) -> PathBuf {
    let game = program.data.path().join("game.ron");
    assert_eq!(code(&program.typed(&["play", "--journal", text(&game)], GAME)), 0);
    game
}

/// Every way to write a newer number over `format: 2,`.
const NEWER: [(&str, &str); 3] = [
    ("3", "format: 3,"),
    ("99", "format: 99, brand_new: Foo(1, 2),"),
    ("4", "mood: [Bar(a: \"format: 1\")], /* format: 2 */ format: 4,"),
];

#[test]
fn a_saved_game_of_a_newer_program_is_refused_by_every_command() {
    let program = Program::new();
    let game = played(&program);
    let known = fs::read_to_string(&game).expect("it is there");
    assert!(known.contains("format: 2,"));
    let files = || fs::read_dir(program.data.path()).expect("it is there").count();
    let before = files();
    for (number, written) in NEWER {
        let newer = known.replace("format: 2,", written);
        fs::write(&game, &newer).expect("it can be written");
        let file = text(&game);
        for args in [
            vec!["replay", file, "--verify"],
            vec!["replay", file],
            vec!["debrief", file],
            vec!["record", file, "--as", "recorded.ron"],
            vec!["play", "--journal", file],
            vec!["play", "--from", file],
        ] {
            let output = program.typed(&args, GAME);
            assert_eq!(code(&output), 2, "{args:?}");
            let told = unwrapped(&err(&output));
            let expected = format!("needs a newer program (format {number}; this one reads up to 2)");
            assert!(told.contains(&expected), "{args:?}: {told}");
            assert_eq!(fs::read_to_string(&game).expect("it is there"), newer, "{args:?}");
        }
    }
    assert_eq!(files(), before, "no other file was made");
}

#[test]
fn a_recorded_game_of_a_newer_program_is_refused() {
    let program = Program::new();
    let scenario = program.data.path().join("copy");
    copy_folder(&scenario_folder(), &scenario);
    let recorded = scenario.join("playthroughs/as-it-was.ron");
    let known = fs::read_to_string(&recorded).expect("it is there");
    for (_, written) in NEWER {
        let newer = known.replacen("Play(", &format!("Play({written}"), 1);
        let number = written.rsplit("format: ").next().and_then(|rest| rest.split(',').next()).expect("a number");
        fs::write(&recorded, &newer).expect("it can be written");
        let expected = format!("needs a newer program (format {number}; this one reads up to 1)");
        for args in [["play", "--script", text(&recorded)], ["play", "--from", text(&recorded)]] {
            let output = program.run(&args);
            assert_eq!(code(&output), 2, "{args:?}");
            let told = unwrapped(&err(&output));
            assert!(told.contains(&expected), "{args:?}: {told}");
        }
        for args in [vec!["test", text(&scenario)], vec!["test", text(&scenario), "--bless"]] {
            let output = program.run(&args);
            assert_ne!(code(&output), 0, "{args:?}");
            assert!(unwrapped(&(out(&output) + &err(&output))).contains(&expected), "{args:?}: {}", out(&output));
        }
        assert_eq!(fs::read_to_string(&recorded).expect("it is there"), newer);
    }
}

#[test]
fn a_scenario_for_a_newer_program_is_refused_and_nothing_else_is_said_of_it() {
    let program = Program::new();
    let scenario = program.data.path().join("copy");
    copy_folder(&scenario_folder(), &scenario);
    let file = scenario.join("scenario.ron");
    let known = fs::read_to_string(&file).expect("it is there");
    for written in ["format: 2,", "weather: Rain(\"format: 1\"), format: 2,"] {
        let newer = known.replacen("format: 1,", written, 1);
        fs::write(&file, &newer).expect("it can be written");
        let played = program.typed(&["play", text(&scenario)], GAME);
        assert_eq!(code(&played), 2);
        let told = unwrapped(&err(&played));
        assert!(told.contains("this scenario needs a newer program (format 2; this one reads up to 1)"), "{told}");
        let checked = program.run(&["check", text(&scenario), "--format", "short"]);
        assert_eq!(code(&checked), 1);
        assert!(out(&checked).contains("WCW006") && !out(&checked).contains("WCW010"), "{}", out(&checked));
        let fixed = program.run(&["check", "--fix", text(&scenario)]);
        assert_ne!(code(&fixed), 0);
        assert_eq!(fs::read_to_string(&file).expect("it is there"), newer);
    }
}

#[test]
fn settings_of_a_newer_program_are_left_alone_and_the_defaults_apply() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("settings.ron");
    for newer in ["Settings(format: 2, zoom: 200)", "Settings(zoom: 200, aura: Bright(1), format: 2)"] {
        fs::write(&file, newer).expect("it can be written");
        let mut app = App::new(ports_in(folder.path())).expect("the scenario has no faults");
        let told = app.notice().expect("it is told").text.clone();
        assert!(told.contains("needs a newer program (format 2; this one reads up to 1)"), "{told}");
        assert_eq!(app.prefs().zoom, 100);
        app.act(Intent::Set(Setting::Dark(true)));
        assert!(app.notice().expect("it is told again").text.contains("needs a newer program"));
        assert_eq!(fs::read_to_string(&file).expect("it is there"), newer);
    }
}

#[test]
fn a_draft_of_a_newer_program_is_left_alone_and_the_game_is_resumed_without_it() {
    let folder = tempfile::tempdir().expect("there is room");
    let app = || App::new(ports_in(folder.path())).expect("the scenario has no faults");
    let mut first = app();
    first.act(Intent::Begin(0));
    let mv = |app: &App, id: &str| app.scenario().move_id(id).expect("a move");
    first.act(Intent::Add(mv(&first, "ask_conditions")));
    first.act(Intent::Say);
    first.act(Intent::Add(mv(&first, "ask_hint")));
    drop(first);
    let file = folder.path().join("saves/moscow-1955-001.draft.ron");
    let known = fs::read_to_string(&file).expect("it was saved");
    for written in ["format: 2,", "mood: Hopeful(1), format: 2,"] {
        let newer = known.replacen("format: 1,", written, 1);
        fs::write(&file, &newer).expect("it can be written");
        let mut second = app();
        second.act(Intent::Continue);
        let told = second.notice().expect("it is told").text.clone();
        assert!(told.contains("needs a newer program (format 2; this one reads up to 1)"), "{told}");
        assert!(second.table().expect("it was resumed").draft().moves.is_empty());
        second.act(Intent::Add(mv(&second, "ask_hint")));
        assert_eq!(fs::read_to_string(&file).expect("it is there"), newer);
    }
}

#[test]
fn a_saved_game_cannot_name_a_folder() {
    let program = Program::new();
    let game = played(&program);
    let known = fs::read_to_string(&game).expect("it is there");
    // The folder exists and has a good scenario: that it isn't played shows that it wasn't opened.
    let scenario = program.data.path().join("bridge");
    copy_folder(&scenario_folder(), &scenario);
    for path in [text(&scenario), "./bridge", "bridge/scenario.ron", "..", "\\\\server\\share\\bridge", ""] {
        let named = format!("scenario: {path:?}");
        let hostile = known.replacen("scenario: \"moscow-1955\"", &named, 1);
        fs::write(&game, &hostile).expect("it can be written");
        let file = text(&game);
        for args in [
            vec!["replay", file],
            vec!["replay", file, "--verify"],
            vec!["debrief", file],
            vec!["record", file, "--as", "recorded.ron"],
            vec!["play", "--journal", file],
        ] {
            let output = program.run_in(program.data.path(), &args);
            assert_eq!(code(&output), 2, "{args:?}");
            let told = unwrapped(&err(&output));
            assert!(told.contains("is not an id; a saved game can't name a folder"), "{path} {args:?}: {told}");
            assert_eq!(fs::read_to_string(&game).expect("it is there"), hostile);
        }
    }
    // A plain name is looked up in the library, not in the folder the program runs in.
    fs::write(&game, known.replacen("\"moscow-1955\"", "\"bridge\"", 1)).expect("it can be written");
    for command in ["replay", "debrief"] {
        let output = program.run_in(program.data.path(), &[command, text(&game)]);
        assert_eq!(code(&output), 2, "{command}");
        let told = unwrapped(&err(&output));
        assert!(told.contains("it is a game of the scenario \"bridge\", which is not among yours"), "{told}");
        assert!(told.contains("add --scenario FOLDER"), "{told}");
    }
}
