//! The program as people meet it: arguments, pipes, files, exit codes.

use std::fs;
use std::path::Path;

use crate::common::{Program, code, err, out, scenario_folder, unwrapped};

const OPENING: &str = "tanaka\nask_conditions\nsay\n";

#[test]
fn the_end_of_input_ends_the_game_cleanly_and_keeps_it() {
    let program = Program::new();
    let output = program.typed(&["play"], OPENING);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("RECORD, line 121"), "Tanaka's answer stands at line 121");
    let saves = program.saves();
    assert_eq!(saves.len(), 1);
    assert!(fs::read_to_string(&saves[0]).expect("it is text").contains("ask_conditions"));
}

#[test]
fn without_a_command_the_game_begins_or_says_what_to_type_where_no_window_can_open() {
    let program = Program::new();
    let output = program.typed(&[], "quit\n");
    if cfg!(feature = "game") {
        // Neither a display nor a terminal.
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains("we-can-wait play"), "{}", err(&output));
    } else {
        assert_eq!(code(&output), 0);
        assert!(out(&output).contains("Moscow, 21 September 1955"));
    }
}

#[test]
#[cfg(feature = "gui")]
fn a_screen_is_drawn_into_a_picture_and_a_wrong_name_or_size_is_told() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("title.png");
    let file = file.display().to_string();
    let drawn = program.run(&["--screenshot", &file, "--screen", "title", "--size", "640x360"]);
    assert_eq!(code(&drawn), 0, "{}", err(&drawn));
    let bytes = fs::read(&file).expect("there is a picture");
    assert!(bytes.starts_with(b"\x89PNG"));
    let wrong = program.run(&["--screenshot", &file, "--screen", "cellar"]);
    assert_eq!(code(&wrong), 2);
    assert!(err(&wrong).contains("briefing"), "{}", err(&wrong));
    let wrong = program.run(&["--screenshot", &file, "--size", "9x9"]);
    assert_eq!(code(&wrong), 2);
    assert!(err(&wrong).contains("320x240"), "{}", err(&wrong));
    assert_eq!(fs::read(&file).expect("it stays"), bytes);
}

#[test]
#[cfg(feature = "gui")]
fn a_picture_is_of_the_theme_seat_and_scenario_that_are_asked_for() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let picture = |name: &str, args: &[&str]| {
        let file = folder.path().join(name);
        let named = file.display().to_string();
        let drawn = program.run(&[&["--screenshot", &named, "--size", "640x360"] as &[&str], args].concat());
        assert_eq!(code(&drawn), 0, "{args:?}: {}", err(&drawn));
        fs::read(&file).expect("there is a picture")
    };
    let plain = picture("a.png", &["--screen", "briefing"]);
    let dark = picture("b.png", &["--screen", "briefing", "--theme", "dark"]);
    assert_ne!(plain, dark);
    assert_ne!(plain, picture("p.png", &["--screen", "briefing", "--theme", "projector"]));
    assert_eq!(dark, picture("c.png", &["--screen", "briefing", "--dark"]));
    let hosts = picture("d.png", &["--screen", "briefing", "--seat", "soviet"]);
    assert_ne!(plain, hosts);
    let other = picture("e.png", &["--scenario", "fisheries-1956", "--seat", "soviet"]);
    assert_ne!(plain, other);
}

#[test]
#[cfg(feature = "gui")]
fn a_picture_that_cannot_be_had_is_told_with_what_can() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("x.png").display().to_string();
    for (args, told) in [
        (["--scenario", "nowhere"], "moscow-1955"),
        (["--seat", "nobody"], "soviet"),
        (["--zoom", "90"], "80, 100"),
        (["--theme", "pink"], "projector"),
    ] {
        let wrong = program.run(&[&["--screenshot", &file] as &[&str], &args].concat());
        assert_eq!(code(&wrong), 2, "{args:?}");
        assert!(err(&wrong).contains(told), "{args:?}: {}", err(&wrong));
    }
    let nowhere = folder.path().join("no/such/x.png").display().to_string();
    let wrong = program.run(&["--screenshot", &nowhere]);
    assert_eq!(code(&wrong), 2);
    assert!(err(&wrong).contains(&nowhere), "{}", err(&wrong));
    let left = fs::read_dir(folder.path()).expect("it can be read").count();
    assert_eq!(left, 0);
}

#[test]
fn a_kept_game_is_gone_on_with_where_it_stopped() {
    let program = Program::new();
    program.typed(&["play"], OPENING);
    let output = program.typed(&["play", "--resume"], "morishima\nask_hint\nsay\n");
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("Statement 2 of 15"));
    let saves = program.saves();
    assert_eq!(saves.len(), 1);
    let kept = fs::read_to_string(&saves[0]).expect("it is text");
    assert!(kept.contains("ask_conditions") && kept.contains("ask_hint"));
}

#[test]
fn a_fork_keeps_both_branches() {
    let program = Program::new();
    let lines = "tanaka\nask_conditions\nsay\nmorishima\nask_hint\nsay\nfork 2\ntsuji\nrelease_before_west\nsay\n";
    let output = program.typed(&["play"], lines);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let saves = program.saves();
    assert_eq!(saves.len(), 2, "{saves:?}");
    let texts: Vec<String> = saves.iter().map(|path| fs::read_to_string(path).expect("it is text")).collect();
    assert!(texts.iter().any(|text| text.contains("ask_hint") && !text.contains("release_before_west")));
    assert!(texts.iter().any(|text| text.contains("release_before_west") && text.contains("parent")));
}

#[test]
fn the_records_own_game_prints_the_same_bytes_twice() {
    let program = Program::new();
    let script = scenario_folder().join("playthroughs/as-it-was.ron");
    let script = script.display().to_string();
    let first = program.run(&["play", "--script", &script]);
    let second = program.run(&["play", "--script", &script]);
    assert_eq!(code(&first), 0, "{}", err(&first));
    assert_eq!(first.stdout, second.stdout);
    let card = "Call out that you are completely satisfied: this was said";
    assert_eq!(unwrapped(&out(&first)).matches(card).count(), 1, "the report home brings no card of its own");
    assert!(program.saves().is_empty(), "a script leaves nothing behind unless it is told where");
}

#[test]
fn a_script_stops_at_a_step_that_is_not_on_offer_and_says_what_was() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let script = folder.path().join("moves.txt");
    fs::write(&script, "tanaka\nhint_is_enough\n").expect("it can be written");
    let output = program.run(&["play", "--script", &script.display().to_string()]);
    assert_eq!(code(&output), 1);
    let printed = unwrapped(&(out(&output) + &err(&output)));
    assert!(printed.contains("stops") && printed.contains("line 2"), "{printed}");
    assert!(printed.contains("ask_conditions"), "it names what was on offer");
}

#[test]
fn a_chair_that_is_closed_says_why_and_which_one_is_open() {
    let program = Program::new();
    let closed = crate::common::altered(
        "scenario.ron",
        "report_to: \"the Presidium\",",
        "closed_because: \"Take the other one: --seat japan\",",
    );
    let folder = closed.path().display().to_string();
    let output = program.run(&["play", &folder, "--seat", "soviet"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("--seat japan"), "{}", err(&output));
    let open = program.typed(&["play", &folder, "--seat", "japan"], "");
    assert_eq!(code(&open), 0, "{}", err(&open));
}

#[test]
fn the_chair_of_the_hosts_is_played_to_the_debrief() {
    let program = Program::new();
    let typed = "give_floor\nsay\npeace_first\npredict no\nsay\nclose_talk\nsay\n";
    let output = program.typed(&["play", "--seat", "soviet", "--short"], typed);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let printed = unwrapped(&out(&output));
    for words in [
        "You are the hosts.",
        "Bulganin has the floor",
        "Kitamura [RECORD, line 39]",
        "Of the words the delegation spoke",
    ] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
}

#[test]
fn garbage_as_a_save_is_refused_and_left_as_it_is() {
    let deep = "(".repeat(50_000);
    let half = "Journal(format: 1, rules: 1, scen";
    let cases: [(&str, &[u8]); 6] = [
        ("empty", b""),
        ("truncated", half.as_bytes()),
        ("binary", &[0xff, 0xfe, 0, 1, 2]),
        ("nested", deep.as_bytes()),
        ("another kind", b"[1, 2, 3]"),
        ("a newer format", b"Journal(format: 99)"),
    ];
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    for (what, bytes) in cases {
        let path = folder.path().join("game.ron");
        fs::write(&path, bytes).expect("it can be written");
        let file = path.display().to_string();
        for args in [vec!["play", "--journal", &file], vec!["replay", &file, "--verify"], vec!["debrief", &file]] {
            let output = program.typed(&args, OPENING);
            assert_eq!(code(&output), 2, "{what}: {args:?}");
            assert!(err(&output).contains("game.ron"), "{what}: {}", err(&output));
            assert!(!err(&output).contains("panicked"), "{what}");
            assert_eq!(fs::read(&path).expect("it is there"), bytes, "{what}: nothing was changed");
        }
    }
}

#[test]
fn a_save_that_is_too_large_missing_or_a_folder_is_refused_in_words() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let large = folder.path().join("large.ron");
    fs::write(&large, vec![b' '; 2_000_000]).expect("it can be written");
    let missing = folder.path().join("missing.ron");
    for path in [large.as_path(), missing.as_path(), folder.path()] {
        let path = path.display().to_string();
        let output = program.run(&["debrief", &path]);
        assert_eq!(code(&output), 2, "{path}");
        assert!(err(&output).contains(&path), "{}", err(&output));
    }
}

#[test]
fn garbage_as_a_script_a_scenario_or_an_argument_has_an_exit_code_and_a_message() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, "Play(scenario: \"moscow-1955\", seed: 1").expect("it can be written");
    let binary = folder.path().join("binary.txt");
    fs::write(&binary, [0xff, 0x00]).expect("it can be written");
    let (broken, binary) = (broken.display().to_string(), binary.display().to_string());
    let here = folder.path().display().to_string();
    let cases: &[&[&str]] = &[
        &["play", "--script", &broken],
        &["play", "--script", &binary],
        &["play", "--script", &here],
        &["play", "--script", "/nowhere/at/all"],
        &["play", "nowhere"],
        &["play", &broken],
        &["play", "--length", "endless"],
        &["play", "--seat", "moon"],
        &["check", "nowhere"],
        &["playtest", "moscow-1955", "--bot", "clever"],
        &["playtest", "moscow-1955", "--games", "0"],
        &["quotes", "nowhere"],
        &["fly"],
    ];
    for args in cases {
        let output = program.run(args);
        assert_eq!(code(&output), 2, "{args:?}: {}", out(&output));
        let told = err(&output) + &out(&output);
        assert!(told.len() > 20 && !told.contains("panicked"), "{args:?}: {told}");
    }
    let output = program.run(&["check", &here]);
    assert_eq!(code(&output), 1, "an empty folder is a scenario with faults");
    assert!(out(&output).contains("scenario.ron"), "{}", out(&output));
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told_and_the_game_goes_on_unkept() {
    use std::os::unix::fs::PermissionsExt as _;
    let program = Program::new();
    fs::set_permissions(program.data.path(), fs::Permissions::from_mode(0o500)).expect("it is ours");
    // Whoever may write everywhere cannot test this.
    if fs::write(program.data.path().join("probe"), "x").is_ok() {
        return;
    }
    let output = program.typed(&["play"], OPENING);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("line 121"), "the game is played");
    assert!(unwrapped(&out(&output)).contains("not kept"), "{}", out(&output));
}

#[test]
fn another_programs_file_is_never_overwritten() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("notes.txt");
    fs::write(&path, "my notes on the talks").expect("it can be written");
    let file = path.display().to_string();
    let save = format!("{OPENING}save {file}\nquit\n");
    let output = program.typed(&["play"], &save);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), "my notes on the talks");
}

#[test]
fn a_save_of_a_changed_scenario_is_replayed_reported_and_not_lost() {
    let program = Program::new();
    program.typed(&["play"], OPENING);
    let path = program.saves()[0].clone();
    let text = fs::read_to_string(&path).expect("it is text");
    let hash = text.lines().find(|line| line.contains("scenario_hash")).expect("it is there");
    let older = text.replace(hash, "    scenario_hash: \"0000000000000000\",");
    fs::write(&path, &older).expect("it can be written");
    let file = path.display().to_string();
    let output = program.typed(&["play", "--journal", &file], "quit\n");
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(unwrapped(&out(&output)).contains("changed"), "{}", out(&output));
    let verified = program.run(&["replay", &file, "--verify"]);
    assert!(unwrapped(&(out(&verified) + &err(&verified))).contains("changed"), "{}", out(&verified));
}

#[test]
fn a_replay_that_brings_other_events_fails_to_verify() {
    let program = Program::new();
    program.typed(&["play"], OPENING);
    let path = program.saves()[0].clone();
    let file = path.display().to_string();
    assert_eq!(code(&program.run(&["replay", &file, "--verify"])), 0);
    let text = fs::read_to_string(&path).expect("it is text");
    fs::write(&path, text.replace("ask_conditions", "inform_people")).expect("it can be written");
    assert_eq!(code(&program.run(&["replay", &file, "--verify"])), 1);
}

#[test]
fn nothing_is_wider_than_the_page_and_a_pipe_has_no_colour() {
    let program = Program::new();
    let output = program.typed(&["play"], "help\nbrief\npeople\nglossary\nledger\nroom\nquit\n");
    let printed = out(&output);
    assert!(!printed.contains('\u{1b}'), "no colour in a pipe");
    for line in printed.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}

#[test]
fn the_debrief_of_a_kept_game_is_printed_as_text_markdown_and_json() {
    let program = Program::new();
    program.typed(&["play"], OPENING);
    let file = program.saves()[0].display().to_string();
    let text = program.run(&["debrief", &file, "--no-review"]);
    assert!(out(&text).contains("Debrief"), "{}", err(&text));
    let markdown = program.run(&["debrief", &file, "--no-review", "--reveal", "--format", "md"]);
    let markdown = out(&markdown);
    assert!(markdown.starts_with("# "), "{markdown}");
    assert!(markdown.contains("### Statement 1, Tanaka"), "{markdown}");
    assert!(markdown.contains("| No deal (reservation value) |"));
    let json = program.run(&["debrief", &file, "--no-review", "--format", "json"]);
    serde_json::from_slice::<serde_json::Value>(&json.stdout).expect("it is JSON");
}

#[test]
fn the_debrief_as_a_page_needs_nothing_but_itself_and_quotes_with_the_line() {
    let program = Program::new();
    program.typed(&["play"], "tanaka\nask_conditions\npredict no\nsay\n");
    let file = program.saves()[0].display().to_string();
    let output = program.run(&["debrief", &file, "--no-review", "--reveal", "--format", "html"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let page = out(&output);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"));
    for outside in ["http", "<script", "<link", "<img", "url(", "src="] {
        assert!(!page.contains(outside), "the page asks for {outside}");
    }
    let quoted = "<blockquote><p>“I am implying that here in front of authoritative witnesses.”</p></blockquote>\
                  <figcaption>line 171</figcaption>";
    assert!(page.contains(quoted), "a quotation stands with its line");
    assert!(page.contains("RECORD, line 121"), "so does an answer");
    assert!(page.contains("Predicted: no"));
    assert!(page.contains("Counterfactual"), "what never was says so");
    let body = page.split("</style>").nth(1).expect("the style comes first");
    let anchors = body.split("href=\"#").skip(1);
    for anchor in anchors.filter_map(|rest| rest.split('"').next()) {
        let id = format!("id=\"{anchor}\"");
        assert_eq!(body.matches(&id).count(), 1, "{anchor}");
    }
}

#[test]
fn a_scenario_cannot_put_markup_into_the_page() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let scenario = folder.path().join("marked");
    copied(&scenario_folder(), &scenario);
    let tasks = scenario.join("tasks.ron");
    let text = fs::read_to_string(&tasks).expect("it is text");
    let marked = text.replace("Who wrote this down?", "Who <b>wrote</b> this & why?");
    assert_ne!(text, marked);
    fs::write(&tasks, marked).expect("it can be written");
    let (scenario, file) = (scenario.display().to_string(), folder.path().join("game.ron").display().to_string());
    program.typed(&["play", &scenario, "--journal", &file], OPENING);
    let args = ["debrief", &file, "--reveal", "--scenario", &scenario, "--format"];
    let page = out(&program.run(&[&args[..], &["html"]].concat()));
    assert!(page.contains("Who &lt;b&gt;wrote&lt;/b&gt; this &amp; why?"), "it is shown as it was written");
    let markdown = out(&program.run(&[&args[..], &["md"]].concat()));
    assert!(markdown.contains("Who \\<b\\>wrote\\</b\\> this \\& why?"), "{markdown}");
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("there is room");
    for entry in fs::read_dir(from).expect("it can be read").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copied(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("it can be copied");
        }
    }
}

#[test]
fn help_shows_examples_for_every_command() {
    let program = Program::new();
    let commands = ["play", "quotes", "check", "explain", "analyze", "playtest", "explore", "replay", "debrief"];
    for command in commands {
        let output = program.run(&[command, "--help"]);
        assert_eq!(code(&output), 0);
        assert!(out(&output).contains("Example"), "{command}");
    }
}
