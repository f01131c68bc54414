//! `check --fix` mends what can be mended for certain, keeps comments and layout, and writes whole files or none.

use std::fs;
use std::path::Path;

use crate::common::broken::Broken;
use crate::common::{Program, code, err, out};

/// What stands in a file of the base scenario, and what is written instead; `--fix` makes the first of the second.
const SLIPS: &[(&str, &str, &str)] = &[
    ("moves.ron", "label: \"Thank them and leave\"", "label: “Thank them and leave”"),
    ("moves.ron", "label: \"Thank them and leave\"", "label: \"Thank them and leave”"),
    ("moves.ron", "label: \"Thank them and leave\"", "label: 'Thank them and leave'"),
    ("moves.ron", "id: \"leave\", issue", "id:\u{a0}\"leave\",\u{200b} issue"),
    ("moves.ron", "[\n  // What Anna asked first.", "\u{feff}[\n  # What Anna asked first."),
    ("moves.ron", "act: Adjourn,\n", "\"act\": Adjourn\n"),
    ("moves.ron", "act: Adjourn,\n", "act = Adjourn;\n"),
    ("moves.ron", "act: Adjourn,\n", "act: \"Adjourn\",\n"),
    ("moves.ron", "act: Adjourn,\n", "act: adjorn,\n"),
    (
        "moves.ron",
        "asks: Clause(issue: \"ford\", position: \"winter\")",
        "asks: Claus{\"isue\": \"ford\", positon: \"winter\"}",
    ),
    ("moves.ron", "label: \"Thank them and leave\",", "lable: \"Thank them and leave\""),
    ("moves.ron", "words: Record([\"m5\"])", "words: Rekord(\"m5\")"),
    ("moves.ron", "by: 2,", "by: \"2\","),
    ("moves.ron", "issue: \"manners\", act", "issue: manners, act"),
    ("moves.ron", "words: Record([\"m3\"]),\n", "words: Record([\"m3\"])\n"),
    (
        "replies.ron",
        "to: [\"offer_toll\"], act: AcceptLater, topic: \"ford\",\n    words: Else",
        "to: [\"ofer_toll\"], act: AcceptLater, topic: \"ford\",\n    words: Else",
    ),
    ("record.ron", "They may cross it — when", "They may cross it - when"),
    ("record.ron", "May our cattle cross the ford?", "May our cows cross the ford?"),
    ("record.ron", "We ask that the mill stands still", "We ask that mill stands still"),
    ("stances.ron", "source: Quote(line: 4, words", "source: Quote(line: 6, words"),
    ("replies.ron", "position: \"stands\", timing: Open", "position: \"stands\", timing: With"),
];

fn written(broken: &Broken, folder: &Path) {
    for (name, bytes) in &broken.0 {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it is inside")).expect("there is room");
        fs::write(path, bytes).expect("there is room");
    }
}

#[test]
fn every_safe_slip_is_mended_and_nothing_else_is_touched() {
    let program = Program::new();
    for (file, good, bad) in SLIPS {
        let broken = Broken::base().with(file, good, bad);
        let folder = tempfile::tempdir().expect("there is room");
        written(&broken, folder.path());
        let path = folder.path().to_string_lossy().into_owned();
        let output = program.run(&["check", &path, "--fix"]);
        let told = out(&output) + &err(&output);
        for (name, bytes) in &Broken::base().0 {
            let found = fs::read(folder.path().join(name)).expect("it is there");
            let (found, wanted) = (String::from_utf8_lossy(&found), String::from_utf8_lossy(bytes));
            assert_eq!(found, wanted, "{bad}\n{told}");
        }
        assert_eq!(code(&output), 0, "{bad}\n{told}");
        assert!(told.contains(&format!("fixed {file}:")), "{told}");
        let files = fs::read_dir(folder.path()).expect("it is a folder").count();
        let before = Broken::base()
            .0
            .keys()
            .map(|name| name.split('/').next().map(str::to_owned))
            .collect::<std::collections::BTreeSet<_>>()
            .len();
        assert_eq!(files, before, "a file was left behind");
    }
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let broken = Broken::base().with("moves.ron", "act: Adjourn", "act: adjorn");
    let folder = tempfile::tempdir().expect("there is room");
    written(&broken, folder.path());
    let path = folder.path().to_string_lossy().into_owned();
    let output = Program::new().run(&["check", &path, "--fix", "--dry-run"]);
    let told = out(&output);
    assert!(told.contains("-    id: \"leave\", issue: \"manners\", act: adjorn,"), "{told}");
    assert!(told.contains("+    id: \"leave\", issue: \"manners\", act: Adjourn,"), "{told}");
    let found = fs::read_to_string(folder.path().join("moves.ron")).expect("it is there");
    assert_eq!(found, broken.text("moves.ron"));
}

#[test]
fn a_scenario_that_the_program_carries_is_not_mended() {
    let output = Program::new().run(&["check", "moscow-1955", "--fix"]);
    assert_eq!(code(&output), 2);
    assert!(out(&output).contains("built into the program"), "{}", out(&output));
}

#[test]
fn a_source_is_never_mended() {
    let text = Broken::base().text("sources/minutes.txt");
    let broken = Broken::base().with("sources/minutes.txt", "cattle", "cows");
    let folder = tempfile::tempdir().expect("there is room");
    written(&broken, folder.path());
    let path = folder.path().to_string_lossy().into_owned();
    let output = Program::new().run(&["check", &path, "--fix"]);
    assert_eq!(code(&output), 1, "{}", out(&output));
    let found = fs::read_to_string(folder.path().join("sources/minutes.txt")).expect("it is there");
    assert_eq!(found, text.replace("cattle", "cows"));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay_as_they_are() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    let broken = Broken::base().with("moves.ron", "act: Adjourn", "act: adjorn");
    let folder = tempfile::tempdir().expect("there is room");
    written(&broken, folder.path());
    let real = folder.path().join("real.txt");
    fs::rename(folder.path().join("moves.ron"), &real).expect("it can be moved");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("it is ours");
    symlink(&real, folder.path().join("moves.ron")).expect("there is room");
    let path = folder.path().to_string_lossy().into_owned();
    let output = Program::new().run(&["check", &path, "--fix"]);
    assert_eq!(code(&output), 0, "{}", out(&output));
    assert!(fs::symlink_metadata(folder.path().join("moves.ron")).expect("it is there").is_symlink());
    assert_eq!(fs::metadata(&real).expect("it is there").mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&real).expect("it is text").contains("act: Adjourn"));
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_is_written_through_a_link() {
    use std::os::unix::fs::symlink;
    let broken = Broken::base().with("moves.ron", "act: Adjourn", "act: adjorn").with(
        "people.ron",
        "Upper Village.\", mark: 'F'",
        "Upper Village.\", mark: \"F\"",
    );
    let folder = tempfile::tempdir().expect("there is room");
    written(&broken, folder.path());
    let elsewhere = tempfile::tempdir().expect("there is room");
    let victim = elsewhere.path().join("victim.ron");
    fs::rename(folder.path().join("moves.ron"), &victim).expect("it can be moved");
    symlink(&victim, folder.path().join("moves.ron")).expect("there is room");
    let before = fs::read_to_string(&victim).expect("it is text");
    let people = fs::read_to_string(folder.path().join("people.ron")).expect("it is text");
    let path = folder.path().to_string_lossy().into_owned();
    for args in [&["check", &path, "--fix"][..], &["check", &path, "--fix", "--dry-run"]] {
        let output = Program::new().run(args);
        let told = out(&output);
        assert_eq!(code(&output), 2, "{told}");
        for part in ["moves.ron", "victim.ron", "outside the scenario's folder", "nothing was changed"] {
            assert!(told.contains(part), "{told}");
        }
        assert_eq!(fs::read_to_string(&victim).expect("it is text"), before);
        assert_eq!(fs::read_to_string(folder.path().join("people.ron")).expect("it is text"), people);
    }
}

#[test]
fn an_id_with_letters_it_cannot_have_is_fixed_and_right_references_stay() {
    let broken = Broken::base().with("moves.ron", "id: \"offer_toll\"", "id: \"Offer toll \"");
    let folder = tempfile::tempdir().expect("there is room");
    written(&broken, folder.path());
    let path = folder.path().to_string_lossy().into_owned();
    let told = out(&Program::new().run(&["check", &path, "--format", "short"]));
    assert!(told.contains("error[WCW030]: \"Offer toll \" can't be the id of a move"), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    let output = Program::new().run(&["check", &path, "--fix"]);
    assert_eq!(code(&output), 0, "{}", out(&output));
    for (name, bytes) in &Broken::base().0 {
        assert_eq!(&fs::read(folder.path().join(name)).expect("it is there"), bytes, "{name}");
    }
}

#[test]
fn short_lines_begin_with_the_path_that_was_given() {
    let broken = Broken::base().with("moves.ron", "act: Adjourn", "act: adjorn").with(
        "timeline.ron",
        "keys: [\"T1\"]",
        "keys: []",
    );
    let folder = tempfile::tempdir().expect("there is room");
    written(&broken, folder.path());
    let path = folder.path().to_string_lossy().into_owned();
    let output = Program::new().run(&["check", &format!("{path}/"), "--format", "short"]);
    let told = out(&output);
    assert!(told.contains(&format!("{path}/moves.ron:26:41: error[WCW016]: ")), "{told}");
    assert!(told.contains(&format!("{path}/timeline.ron:2:13: error[WCW080]: ")), "{told}");
    assert_eq!(told.lines().count(), 2, "{told}");
}

#[test]
fn json_has_every_place_the_fix_and_the_page() {
    let broken = Broken::base().with("record.ron", "id: \"m3\", speaker: \"anna\"", "id: \"m3\", speaker: \"berta\"");
    let folder = tempfile::tempdir().expect("there is room");
    written(&broken, folder.path());
    let path = folder.path().to_string_lossy().into_owned();
    let output = Program::new().run(&["check", &path, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).expect("it is JSON");
    let faults = json[0]["faults"].as_array().expect("there are faults");
    let unknown = faults.iter().find(|fault| fault["code"] == "WCW020").expect("there is one");
    assert_eq!(unknown["page"], "docs/codes/WCW020.md");
    let edit = &unknown["fix"]["edits"][0];
    assert_eq!((&edit["file"], &edit["text"]), (&"record.ron".into(), &"bert".into()));
    let (start, end) = (edit["start"].as_u64().expect("a number"), edit["end"].as_u64().expect("a number"));
    let text = broken.text("record.ron");
    assert_eq!(&text[start as usize..end as usize], "berta");
    let speaker = faults.iter().find(|fault| fault["code"] == "WCW046").expect("there is one");
    let files: Vec<_> =
        speaker["labels"].as_array().expect("labels").iter().map(|label| label["file"].clone()).collect();
    assert!(files.contains(&"sources/minutes.source.ron".into()), "{files:?}");
}

#[test]
fn check_without_a_path_looks_into_this_folder_and_else_at_what_the_program_carries() {
    let folder = tempfile::tempdir().expect("there is room");
    let program = Program::new();
    let empty = program.run_in(folder.path(), &["check"]);
    assert_eq!(code(&empty), 0, "{}", out(&empty));
    assert!(out(&empty).contains("moscow-1955: 0 errors"), "{}", out(&empty));
    written(&Broken::base(), folder.path());
    let here = program.run_in(folder.path(), &["check"]);
    assert_eq!(out(&here), ".: 0 errors, 0 warnings, 18 deals\n");
}

#[test]
fn explain_prints_a_page_lists_all_and_names_what_is_near() {
    let program = Program::new();
    let page = out(&program.run(&["explain", "46"]));
    assert!(page.contains("WCW046: another person speaks on that line"), "{page}");
    assert!(!page.contains('#') && !page.contains("```"), "{page}");
    let all = out(&program.run(&["explain"]));
    assert!(all.contains("WCW001  a file is missing"), "{all}");
    let unknown = program.run(&["explain", "999"]);
    assert_eq!(code(&unknown), 2);
    assert!(err(&unknown).contains("the nearest are"), "{}", err(&unknown));
    let json: serde_json::Value =
        serde_json::from_str(&out(&program.run(&["explain", "--format", "json"]))).expect("it is JSON");
    assert!(json.as_array().is_some_and(|codes| codes.len() > 60));
}
