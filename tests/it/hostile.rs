//! Nothing that is written in a file steers the terminal, hides from its reader, or becomes markup.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use we_can_wait::scenario::unseen::{Watch, escaped};

use crate::common::{Program, code, copy_folder, err, out};

fn case(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile").join(name).display().to_string()
}

/// Sets a window title, changes colours in two ways, and overrides the direction of text.
const STEERS: &str = "\u{1b}]0;PWN\u{7}\u{1b}[31mRED\u{9b}32m\u{202e}\u{200b}";

fn unseen(text: &str) -> Vec<char> {
    let mut watch = Watch::default();
    text.chars().filter(|c| watch.hides(*c)).collect()
}

fn is_harmless(what: &str, output: &Output) {
    for text in [out(output), err(output)] {
        assert!(unseen(&text).is_empty(), "{what}: {text:?}");
    }
}

/// A folder with another program's domain, which is not checked for such characters, with hostile names in it.
fn hostile_domain() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/domains/post"), folder.path());
    for file in ["post.json", "employer.json", "engineer.json"] {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).expect("it is there");
        let escapes: String = STEERS.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
        fs::write(path, text.replace("\"salary\"", &format!("\"salary{escapes}\""))).expect("it can be written");
    }
    folder
}

#[test]
fn no_command_lets_a_file_steer_the_terminal() {
    let program = Program::new();
    let evil = case("evil-title");
    let own = program.data.path().join("scenarios/evil");
    copy_folder(Path::new(&evil), &own);
    let domain = hostile_domain();
    let domain = domain.path().display().to_string();
    let script = program.data.path().join(format!("script{}.txt", escaped_for_disk()));
    fs::write(&script, format!("{STEERS}\n")).expect("a file can be written");
    let script = script.display().to_string();
    let journal = case("journal-esc-seat.ron");
    let nowhere = format!("nowhere{STEERS}");
    let option = format!("--{STEERS}");
    for args in [
        &["scenarios"] as &[&str],
        &["scenarios", "--format", "json"],
        &["check", &evil],
        &["check", &evil, "--format", "short"],
        &["check", &evil, "--format", "json"],
        &["check", &nowhere],
        &["test", &evil],
        &["graph", &evil],
        &["play", &evil],
        &["play", &nowhere],
        &["play", "--script", &script],
        &["play", "--script", &nowhere],
        &["words", &evil],
        &["quotes", &evil],
        &["analyze", &evil],
        &["analyze", &domain],
        &["analyze", &domain, "--format", "json"],
        &["analyze", &nowhere],
        &["explain", &nowhere],
        &["debrief", &journal],
        &["replay", &journal],
        &["debrief", &nowhere],
        &["record", &journal],
        &[&option],
        &["check", &option],
    ] {
        let output = program.typed(args, &format!("{STEERS}\nquit\n"));
        is_harmless(&format!("{args:?}"), &output);
        assert!(!(output.stdout.is_empty() && output.stderr.is_empty()), "{args:?} says nothing");
    }
    let shown = out(&program.run(&["analyze", &domain]));
    assert!(shown.contains("salary\\u{1b}]0;PWN\\u{7}"), "{shown}");
    let shown = err(&program.run(&["play", &nowhere]));
    assert!(shown.contains("nowhere\\u{1b}]0;PWN"), "{shown}");
}

/// The part of it that can be in a file name.
fn escaped_for_disk() -> &'static str {
    if cfg!(windows) { "\u{202e}" } else { STEERS }
}

/// All files below a folder.
fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).expect("it can be read").flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn nothing_is_printed_past_the_guard() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in sources(&src).iter().filter(|path| !path.ends_with("terminal/guard.rs")) {
        let code = fs::read_to_string(path).expect("it is text");
        for line in code.lines().filter(|line| !line.contains("is_terminal()")) {
            for past in ["stdout()", "stderr()", "println!", "print!(", "anstream::"] {
                let past = line.contains(past) && !line.trim_start().starts_with("//");
                assert!(!past, "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn the_colours_of_the_program_pass_where_those_of_a_file_do_not() {
    let program = Program::new();
    let domain = hostile_domain();
    let coloured = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_we-can-wait"))
            .args(args)
            .env("WE_CAN_WAIT_DATA", program.data.path())
            .env("CLICOLOR_FORCE", "1")
            .env_remove("NO_COLOR")
            .output();
        out(&output.expect("the program starts"))
    };
    for args in [["check", &case("evil-title")], ["analyze", &domain.path().display().to_string()]] {
        let shown = coloured(&args);
        let colours: Vec<&str> = shown.split('\u{1b}').skip(1).collect();
        assert!(!colours.is_empty(), "{args:?}");
        for colour in colours {
            let end = colour.find(|c: char| !matches!(c, '[' | ';' | '0'..='9')).map(|at| &colour[at..=at]);
            assert_eq!(end, Some("m"), "{args:?}: {colour}");
            assert!(!colour.starts_with("[31mRED"), "{args:?}: {colour}");
        }
        assert!(shown.contains("\\u{1b}[31mRED"), "{args:?}: {shown}");
    }
}

#[test]
fn check_names_each_character_with_its_line_and_column() {
    let program = Program::new();
    let evil = case("evil-title");
    let checked = program.run(&["check", &evil, "--format", "short"]);
    assert_eq!(code(&checked), 1);
    let told = out(&checked);
    let title =
        "scenario.ron:11:17: error[WCW033]: a character that can't be seen: U+001B ESCAPE, and 3 more on this line";
    assert!(told.contains(title), "{told}");
    let folder = tempfile::tempdir().expect("there is room for a folder");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/first-lesson"), folder.path());
    let frame = folder.path().join("scenario.ron");
    let text = fs::read_to_string(&frame).expect("it is there");
    // Two on one line, the second raw: the columns are those of the file, not of the text as it is shown.
    let (before, after) = text.split_once("title: \"").expect("it has a title");
    fs::write(&frame, format!("{before}title: \"\\u{{202e}}x\u{2066}{after}")).expect("it can be written");
    let shown = out(&program.run(&["check", &folder.path().display().to_string()]));
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 9;
    let on_one_line = shown.replace('\n', " ");
    assert!(on_one_line.contains("U+202E RIGHT-TO-LEFT OVERRIDE, and 1 more on this line"), "{shown}");
    assert!(shown.contains(&format!("scenario.ron:{line}:{column}")), "{shown}");
    assert!(shown.contains("\"\\u{202e}x\\u{2066}"), "{shown}");
}

#[test]
fn the_place_of_a_fault_after_a_character_that_cannot_be_seen_is_the_one_in_the_file() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room for a folder");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/first-lesson"), folder.path());
    let frame = folder.path().join("scenario.ron");
    let text = fs::read_to_string(&frame).expect("it is there");
    let (before, after) = text.split_once("title: \"").expect("it has a title");
    fs::write(&frame, format!("{before}/*\u{2066}*/ titel: \"{after}")).expect("it can be written");
    let shown = out(&program.run(&["check", &folder.path().display().to_string()]));
    let line = before.matches('\n').count() + 1;
    let indent = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let column = indent + 7;
    assert!(shown.contains(&format!("scenario.ron:{line}:{column}")), "{shown}");
    // The mark is under the word, on the line as it is shown.
    let (_, fault) = shown.split_once("has no field").expect("the field is named");
    let mut lines = fault.lines().skip_while(|line| !line.contains("\\u{2066}"));
    let (source, mark) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let column = |text: &str, part: &str| text.find(part).map(|at| text[..at].chars().count());
    assert_eq!(column(mark, "^^^^^"), column(source, "titel"), "{shown}");
}

#[test]
#[cfg(unix)]
fn the_name_of_a_file_is_checked_too() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room for a folder");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/moscow-1955"), folder.path());
    let games = folder.path().join("playthroughs");
    let game = fs::read_dir(&games).expect("there are games").flatten().next().expect("there are games");
    fs::copy(game.path(), games.join("game\u{202e}nor.ron")).expect("a file can be copied");
    let checked = program.run(&["check", &folder.path().display().to_string(), "--format", "short"]);
    is_harmless("check", &checked);
    let told = out(&checked);
    assert!(told.contains("error[WCW033]"), "{told}");
    assert!(told.contains("U+202E RIGHT-TO-LEFT OVERRIDE, in the name of the file"), "{told}");
}

#[test]
fn a_source_with_such_a_character_is_named_with_its_line() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room for a folder");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/moscow-1955"), folder.path());
    let sources = fs::read_dir(folder.path().join("sources")).expect("there are sources").flatten();
    let source = sources.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|e| e == "txt"));
    let source = source.expect("there is a text");
    let text = fs::read_to_string(&source).expect("it is text");
    // Form feeds and soft hyphens are left alone.
    let (first, rest) = text.split_once('\n').expect("it has lines");
    fs::write(&source, format!("{first}\u{c}\u{ad}\nab\u{200b}{rest}")).expect("it can be written");
    let told = out(&program.run(&["check", &folder.path().display().to_string(), "--format", "short"]));
    let file = source.file_name().expect("it has a name").to_string_lossy();
    let message = format!("U+200B ZERO WIDTH SPACE, in sources/{file}, line 2, column 3");
    assert_eq!(told.matches("WCW033").count(), 1, "{told}");
    assert!(told.contains(&message), "{told}");
}

#[test]
fn a_journal_with_such_a_character_is_refused_and_left_as_it_is() {
    let program = Program::new();
    let journal = case("journal-esc-seat.ron");
    let before = fs::read(&journal).expect("it is there");
    for command in ["debrief", "replay"] {
        let refused = program.run(&[command, &journal]);
        assert_eq!(code(&refused), 2);
        assert!(
            err(&refused).contains("line 9, column 12: a character that can't be seen: U+001B ESCAPE"),
            "{}",
            err(&refused)
        );
    }
    assert_eq!(fs::read(&journal).expect("it is there"), before);
}

#[test]
fn json_keeps_what_cannot_be_seen_as_an_escape_of_its_own() {
    let program = Program::new();
    let domain = hostile_domain();
    let domain = domain.path().display().to_string();
    let printed = out(&program.run(&["analyze", &domain, "--format", "json"]));
    assert_eq!(escaped(&printed), printed);
    let read: serde_json::Value = serde_json::from_str(&printed).expect("it is JSON");
    assert!(read.to_string().contains('\u{202e}'), "{printed}");
}

/// Part of every text in the hostile scenario.
const HTML: &str = "<script>alert(1)</script>";

#[test]
fn a_debrief_escapes_the_texts_of_a_scenario_in_each_of_its_formats() {
    let program = Program::new();
    let (folder, game) = (case("md-title"), case("md-title/game.ron"));
    let debrief = |format: &str| {
        let args = ["debrief", &game, "--scenario", &folder, "--no-review", "--format", format];
        let output = program.run(&args);
        assert_eq!(code(&output), 0, "{}", err(&output));
        out(&output)
    };
    let markdown = debrief("md");
    assert!(markdown.starts_with("# "), "{markdown}");
    assert!(markdown.contains("\\<script\\>alert(1)\\</script\\>"), "{markdown}");
    assert!(markdown.contains("\\&amp;\\{\\{\\}\\}"), "{markdown}");
    for raw in ["<", ">", "&", "{", "["] {
        let unescaped = markdown.match_indices(raw).filter(|(at, _)| !markdown[..*at].ends_with('\\'));
        // A quotation begins with one.
        let unescaped = unescaped.filter(|(at, _)| *at > 0 && !markdown[..*at].ends_with('\n'));
        assert_eq!(unescaped.count(), 0, "{raw}: {markdown}");
    }
    let html = debrief("html");
    assert!(!html.contains(HTML) && !html.contains("<img"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)"), "{html}");
    let json = debrief("json");
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert!(json.to_string().contains(HTML));
}

#[test]
fn a_graph_escapes_the_texts_of_a_scenario() {
    let program = Program::new();
    let folder = case("md-title");
    let graph = |format: &str| {
        let output = program.run(&["graph", &folder, "--games", "0", "--format", format]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        out(&output)
    };
    let mermaid = graph("mermaid");
    assert!(mermaid.contains("#60;script#62;alert(1)"), "{mermaid}");
    for raw in ["<script", "<img", "&amp;", "{{}}"] {
        assert!(!mermaid.contains(raw), "{raw}: {mermaid}");
    }
    let dot = graph("dot");
    // In quotation marks only entities mean something.
    assert!(dot.contains(">&amp;amp;{{}}"), "{dot}");
    let svg = graph("svg");
    assert!(!svg.contains("<script") && !svg.contains("<img"), "{svg}");
    assert!(svg.contains("&lt;script"), "{svg}");
}
