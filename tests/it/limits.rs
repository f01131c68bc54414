//! What a file may take: beyond each limit there is a message that says what is too large, where, and what to do.

use std::collections::BTreeMap;
use std::fs;

use sha2::{Digest as _, Sha256};
use we_can_wait::library::open;
use we_can_wait::scenario::diagnostic::{Diagnostic, Report, Severity};
use we_can_wait::scenario::limits::{
    FAULTS, FILE_BYTES, FOLDER_FILES, ID_BYTES, LIST, MENTION_BYTES, QUOTATION_STEPS, QUOTED_BYTES, SCENARIO_BYTES,
    SCRIPT_LINES,
};

use crate::common::broken::Broken;
use crate::common::{Program, code, err, out};

fn of<'r>(report: &'r Report, code: &str) -> Vec<&'r Diagnostic> {
    report.diagnostics.iter().filter(|fault| fault.code == code).collect()
}

/// The one fault with a code.
fn only<'r>(report: &'r Report, code: &str) -> &'r Diagnostic {
    match of(report, code).as_slice() {
        [one] => one,
        others => panic!("{} faults {code}:\n{}", others.len(), report.render()),
    }
}

/// The base scenario with another text at the head of one of its lists.
fn beginning(file: &str, entries: &str) -> Broken {
    let text = Broken::base().text(file);
    let mut broken = Broken::base();
    let at = text.find('[').expect("it is a list") + 1;
    broken.0.insert(file.to_owned(), format!("{}\n{entries}{}", &text[..at], &text[at..]).into_bytes());
    broken
}

fn people(count: usize) -> String {
    (0..count).map(|n| format!("  Person(id: \"p{n}\", name: \"P{n}\", card: \"Nobody.\", mark: 'U'),\n")).collect()
}

#[test]
fn brackets_without_end_are_one_fault_at_the_first_that_is_too_deep() {
    for (open, depth) in [("[", 64), ("(", 64), ("Not(", 64)] {
        let mut broken = Broken::base();
        broken.0.insert("moves.ron".to_owned(), open.repeat(FILE_BYTES / open.len()).into_bytes());
        let report = broken.report();
        let fault = only(&report, "WCW010");
        assert!(fault.message.contains("64 levels"), "{}", fault.message);
        let place = fault.labels.first().expect("it is marked").place;
        let column = (depth + 1) * open.len();
        assert_eq!(report.line_column(place.file, place.start as usize), (1, column), "{open}");
    }
}

#[test]
fn a_list_that_is_too_long_is_not_read_and_says_where_it_is_too_long() {
    let report = beginning("people.ron", &people(LIST)).report();
    let fault = only(&report, "WCW039");
    assert!(fault.message.contains(&LIST.to_string()), "{}", fault.message);
    assert!(fault.help.as_ref().is_some_and(|help| help.contains("docs/limits.md")));
    let lines: Vec<usize> =
        fault.labels.iter().map(|label| report.line_column(label.place.file, label.place.start as usize).0).collect();
    assert_eq!(lines, [LIST + 3, 1]);
    assert!(of(&report, "WCW020").is_empty(), "that nobody is known is no further fault:\n{}", report.render());
}

#[test]
fn a_list_inside_an_entry_has_the_same_limit() {
    let keys = "\"a\", ".repeat(LIST + 1);
    let report = Broken::base().with("timeline.ron", "keys: [\"T1\"]", &format!("keys: [{keys}]")).report();
    only(&report, "WCW039");
}

#[test]
fn things_of_a_kind_are_counted_over_all_files_of_a_folder() {
    let mut broken = Broken::base();
    for (part, file) in ["a", "b"].iter().zip(["people/a.ron", "people/b.ron"]) {
        let people = people(LIST / 2).replace("id: \"p", &format!("id: \"{part}"));
        broken.0.insert(file.to_owned(), format!("[\n{people}]").into_bytes());
    }
    let report = broken.report();
    let fault = only(&report, "WCW039");
    assert!(fault.message.contains("in people"), "{}", fault.message);
}

#[test]
fn a_folder_with_too_many_files_is_named_with_its_limit() {
    let mut broken = Broken::base();
    for number in 0..FOLDER_FILES {
        broken.0.insert(format!("moves/{number:04}.ron"), b"[]".to_vec());
    }
    assert!(of(&broken.report(), "WCW035").is_empty());
    broken.0.insert("moves/last.ron".to_owned(), b"[]".to_vec());
    let report = broken.report();
    let fault = only(&report, "WCW035");
    assert!(fault.message.contains("moves/") && fault.message.contains(&FOLDER_FILES.to_string()), "{}", fault.message);
    assert!(report.has_errors());
}

#[test]
fn a_folder_on_disk_with_too_many_files_is_a_fault_too() {
    let folder = tempfile::tempdir().expect("there is room");
    for (name, bytes) in &Broken::base().0 {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is inside")).expect("there is room");
        fs::write(path, bytes).expect("there is room");
    }
    fs::create_dir(folder.path().join("replies")).expect("there is room");
    for number in 0..=FOLDER_FILES {
        fs::write(folder.path().join(format!("replies/{number}.ron")), "[]").expect("there is room");
    }
    let output = Program::new().run(&["check", &folder.path().to_string_lossy()]);
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("error[WCW035]: the folder replies/ has more than 500 files"), "{}", out(&output));
}

#[test]
fn files_that_are_too_large_together_are_refused_once() {
    let mut broken = Broken::base();
    let filler = format!("[]{}", " ".repeat(FILE_BYTES - 2));
    for number in 0..=SCENARIO_BYTES / FILE_BYTES {
        broken.0.insert(format!("glossary/{number}.ron"), filler.clone().into_bytes());
    }
    let report = broken.report();
    let fault = only(&report, "WCW003");
    assert!(fault.message.contains(&SCENARIO_BYTES.to_string()), "{}", fault.message);
}

#[test]
fn more_faults_than_are_listed_are_counted_and_errors_come_first() {
    let mentioned = "x ".repeat(2);
    let terms: String = (0..LIST - 10)
        .map(|n| {
            format!("  Term(id: \"t{n}\", term: \"Zz{n}\", kind: History, means: \"{mentioned}\", source: \"s\"),\n")
        })
        .collect();
    let mut broken = beginning("glossary.ron", &terms);
    let moves = broken.text("moves.ron").replacen("id: \"leave\"", "id: \"Leave!\"", 1);
    broken.0.insert("moves.ron".to_owned(), moves.into_bytes());
    let report = broken.report();
    assert_eq!(report.diagnostics.len(), FAULTS + 1, "{}", report.render());
    let last = report.diagnostics.last().expect("there are faults");
    assert_eq!((last.code, last.severity), ("WCW034", Severity::Warning));
    assert!(report.has_errors(), "an error is never among those left out");
    only(&report, "WCW030");
}

/// The base scenario with a source of many lines and quotations of it.
fn quoting(line: &str, lines: usize, quotations: impl Iterator<Item = String>) -> Broken {
    let mut broken = Broken::base();
    let text = format!("Invented.\n{}", format!("{line}\n").repeat(lines));
    let hash: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let sidecar = format!(
        "Source(id: \"long\", file: \"z-long.txt\", sha256: \"{hash}\", citation: \"Invented.\", credits: \"c\", rights: \"r\", url: \"u\", turns: [], notes: [])"
    );
    broken.0.insert("sources/z-long.source.ron".to_owned(), sidecar.into_bytes());
    broken.0.insert("sources/z-long.txt".to_owned(), text.into_bytes());
    let quotes: String = quotations.map(|quote| format!("Quote(source: \"long\", {quote}),\n")).collect();
    let record = broken.text("record.ron");
    let at = record.find("quotes: [").expect("there are quotations") + "quotes: [".len();
    broken.0.insert("record.ron".to_owned(), format!("{}{quotes}{}", &record[..at], &record[at..]).into_bytes());
    broken
}

#[test]
fn every_wrong_quotation_is_found_though_its_nearest_words_are_not_looked_for_any_more() {
    let line = "the hosts said that the mill would stand still on every Sunday of the year";
    let lines = 900_000 / line.len();
    let most = 800;
    let wrong = |n: usize| {
        format!("line: {}, words: \"a guest asked {n} whether his oxen could drink there in spring\"", n % 900 + 2)
    };
    let report = quoting(line, lines, (0..most).map(wrong)).report();
    let faults = of(&report, "WCW040");
    assert_eq!(faults.len(), most);
    let unsearched =
        |fault: &&&Diagnostic| fault.help.as_ref().is_some_and(|help| help.contains("were not looked for"));
    let not_searched = faults.iter().filter(unsearched).count();
    assert!(not_searched > 0 && not_searched < most, "{not_searched}");
    assert!(faults.iter().rev().take(not_searched).all(|fault| unsearched(&fault)), "the first ones are searched");
    // Every word of a quotation is compared with every word of the source.
    let comparisons = lines
        * line.split(' ').count()
        * "a guest asked n whether his oxen could drink there in spring".split(' ').count();
    assert!((most - not_searched) * comparisons <= QUOTATION_STEPS);
}

#[test]
fn right_quotations_never_depend_on_how_many_are_wrong() {
    let line = "the hosts said that the mill would stand still on every Sunday of the year";
    let quotations = (0..1_500).map(|n| match n % 3 {
        0 => format!("line: {}, words: \"the mill would stand still\"", n + 2),
        _ => format!("line: {}, words: \"the mill will {n} stand still for as long as anyone can remember it\"", n + 2),
    });
    let report = quoting(line, 11_000, quotations).report();
    assert_eq!(of(&report, "WCW040").len(), FAULTS.min(1_000), "{}", report.diagnostics.len());
}

#[test]
fn a_quotation_from_too_long_a_passage_is_refused() {
    let quotation = format!("line: 2, to_line: {}, words: \"the mill\"", QUOTED_BYTES / 9 + 10);
    let report = quoting("the mills", QUOTED_BYTES / 9 + 10, std::iter::once(quotation)).report();
    let fault = only(&report, "WCW036");
    assert!(fault.message.contains(&QUOTED_BYTES.to_string()), "{}", fault.message);
}

#[test]
fn more_names_than_can_be_looked_for_are_said_and_not_looked_for() {
    let names: String = (0..LIST - 1).map(|n| format!("\"N{n}\", ")).collect();
    let named =
        |n: usize| format!("  Person(id: \"p{n}\", name: \"P{n}\", card: \"Nobody.\", mark: 'U', named: [{names}]),\n");
    let mut broken = beginning("people.ron", &(0..40).map(named).collect::<String>());
    let text = "mill ".repeat(MENTION_BYTES / (40 * LIST) / 5 + 1_000);
    let cards = broken.text("people.ron").replacen("Nobody.", &text, 1);
    broken.0.insert("people.ron".to_owned(), cards.into_bytes());
    let report = broken.report();
    only(&report, "WCW038");
    assert!(of(&report, "WCW122").is_empty(), "what was not looked for is not missing");
}

#[test]
fn a_script_with_too_many_commands_is_refused_before_it_is_played() {
    let folder = tempfile::tempdir().expect("there is room");
    let script = folder.path().join("long.txt");
    fs::write(&script, "# a comment is no command\n".to_owned() + &"help\n".repeat(SCRIPT_LINES + 1))
        .expect("there is room");
    let output = Program::new().run(&["play", "--script", &script.to_string_lossy()]);
    assert_eq!(code(&output), 2, "{}", out(&output));
    let told = err(&output);
    assert!(told.contains("long.txt") && told.contains("5001 commands, and at most 5000"), "{told}");
}

#[test]
fn a_saved_game_with_too_many_steps_is_refused() {
    let folder = tempfile::tempdir().expect("there is room");
    let game = folder.path().join("game.ron");
    let steps = "Say(speaker: \"kitamura\", moves: [\"thank_hosts\"]), ".repeat(LIST + 1);
    let text = format!(
        "Journal(format: 2, rules: 1, scenario: \"moscow-1955\", scenario_hash: \"\", seed: 1, seat: \"japan\", length: \"full\", steps: [{steps}], digests: [])"
    );
    fs::write(&game, text).expect("there is room");
    let output = Program::new().run(&["replay", &game.to_string_lossy()]);
    assert_eq!(code(&output), 2, "{}", out(&output));
    assert!(err(&output).contains("too many things between two brackets"), "{}", err(&output));
}

#[test]
fn what_ships_stays_far_below_the_limits() {
    for name in we_can_wait::library::embedded::names() {
        let folder = we_can_wait::library::embedded::folder(&name).expect("it ships");
        let report = open::read(&folder).report;
        let mut lists: BTreeMap<&str, usize> = BTreeMap::new();
        for file in &report.files {
            assert!(file.text.len() * 4 < FILE_BYTES, "{name}/{}", file.name);
            *lists.entry(file.name.split('/').next().unwrap_or_default()).or_default() += 1;
        }
        assert!(lists.values().all(|files| files * 10 < FOLDER_FILES), "{name}: {lists:?}");
        assert!(report.files.iter().map(|file| file.text.len()).sum::<usize>() * 8 < SCENARIO_BYTES, "{name}");
    }
}

#[test]
fn a_scenario_has_an_id_that_can_be_part_of_a_file_name() {
    let long = "a".repeat(ID_BYTES + 1);
    for id in ["../../moscow", "/tmp/moscow", "..", "CON", "a b", "", long.as_str()] {
        let folder = crate::common::altered("scenario.ron", "id: \"moscow-1955\"", &format!("id: \"{id}\""));
        let opened = crate::common::examined(folder.path());
        assert!(opened.report.diagnostics.iter().any(|fault| fault.code == "WCW030"), "{id}");
        assert!(opened.scenario.is_none(), "{id}");
    }
}
