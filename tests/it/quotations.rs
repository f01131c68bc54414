//! The proof of quotations: what stands in the source is exact, and a letter that differs is found.

use crate::common::{Program, altered, code, copy_folder, out, scenario_folder, unwrapped};
use std::fs;

#[test]
fn at_least_a_hundred_and_fifty_quotations_are_listed_and_all_are_exact() {
    let program = Program::new();
    let output = program.run(&["quotes", "moscow-1955", "--format", "json"]);
    assert_eq!(code(&output), 0);
    let list: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let list = list.as_array().cloned().or_else(|| list["quotations"].as_array().cloned());
    let list = list.expect("it is a list of quotations");
    assert!(list.len() >= 150, "{}", list.len());
    for quotation in &list {
        assert_eq!(quotation["verdict"], "exact", "{quotation}");
        for key in ["source", "line", "speaker", "used", "place"] {
            assert!(!quotation[key].is_null(), "{quotation} has no {key}");
        }
    }
}

#[test]
fn one_altered_letter_is_named_with_file_line_column_and_the_words_of_the_source() {
    let folder = altered("record.ron", "in front of authoritative witnesses", "in front of authoritative witneses");
    let program = Program::new();
    let path = folder.path().display().to_string();
    let output = program.run(&["check", &path]);
    assert_eq!(code(&output), 1);
    let printed = out(&output);
    let altered = fs::read_to_string(folder.path().join("record.ron")).expect("it is there");
    let line = altered.lines().position(|line| line.contains("witneses")).expect("it is there") + 1;
    assert!(printed.contains(&format!("record.ron:{line}:")), "{printed}");
    assert!(unwrapped(&printed).contains("in front of authoritative witnesses"), "{printed}");
}

#[test]
fn every_quotation_of_the_record_is_missed_when_a_letter_of_it_is_altered() {
    let text = fs::read_to_string(scenario_folder().join("record.ron")).expect("it is there");
    let quotes: Vec<&str> = text
        .split("words: \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|words| words.len() > 30)
        .collect();
    assert!(quotes.len() > 100);
    let folder = tempfile::tempdir().expect("there is room");
    copy_folder(&scenario_folder(), folder.path());
    let path = folder.path().join("record.ron");
    for words in quotes.iter().step_by(12) {
        let middle = words.char_indices().nth(words.chars().count() / 2).map_or(0, |(at, _)| at);
        let (head, tail) = words.split_at(middle);
        let letter = tail.chars().next().expect("there is a letter");
        let other = if letter == 'x' { 'y' } else { 'x' };
        let changed = format!("{head}{other}{}", &tail[letter.len_utf8()..]);
        fs::write(&path, text.replacen(words, &changed, 1)).expect("it can be written");
        let report = crate::common::examined(folder.path()).report;
        assert!(report.has_errors(), "{changed:?} passed as a quotation");
    }
}

#[test]
fn a_checkout_with_carriage_returns_proves_the_same_quotations() {
    let folder = tempfile::tempdir().expect("there is room");
    copy_folder(&scenario_folder(), folder.path());
    for file in ["record.ron", "scenario.ron", "moves/10-record.ron", "replies/10-record.ron"] {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).expect("it is there");
        fs::write(&path, text.replace('\n', "\r\n")).expect("it can be written");
    }
    let program = Program::new();
    let output = program.run(&["check", &folder.path().display().to_string()]);
    assert_eq!(code(&output), 0, "{}", out(&output));
}

#[test]
fn a_source_that_was_touched_is_found_by_its_hash() {
    let file = "sources/transcript-1955-09-21.txt";
    let folder = altered(file, "authoritative witnesses", "authoritative witnesses ");
    let program = Program::new();
    let output = program.run(&["check", &folder.path().display().to_string()]);
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("transcript-1955-09-21"), "{}", out(&output));
}
