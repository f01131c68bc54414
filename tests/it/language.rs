//! The message catalogues: every message and every value that the program asks for exists, and nothing is unused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use we_can_wait::language::{Catalogue, FALLBACK, Language, arg};

/// The file that says which values every message can use.
const SHARED: &str = "src/view/wording.rs";

fn sources(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("the folder can be read");
        entries.flatten().for_each(|entry| sources(&entry.path(), found));
    } else {
        found.push(path.to_owned());
    }
}

/// The message whose values are named by the terms of the judgement.
const BY_TERM: &str = "why-sum";

/// The texts in quotation marks in each source file that speaks to a person.
fn literals() -> BTreeMap<PathBuf, BTreeSet<String>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for layer in ["view", "terminal", "cli", "language", "negotiation", "library", "app", "window", "main.rs"] {
        sources(&src.join(layer), &mut files);
    }
    let of = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a source is text");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let found = code.flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned)).collect();
        (file, found)
    };
    files.into_iter().map(of).collect()
}

/// The messages of a language: each key with the values that it uses.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/language").join(language);
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the catalogue is there").flatten() {
        let text = fs::read_to_string(entry.path()).expect("a catalogue is text");
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| name.chars().all(is_key)) {
                key = name.to_owned();
                assert!(messages.insert(key.clone(), BTreeSet::new()).is_none(), "{key} is there twice");
            }
            let values = line.split('$').skip(1).map(|rest| rest.split(|c| !is_key(c)).next().unwrap_or_default());
            messages.entry(key.clone()).or_default().extend(values.map(str::to_owned));
        }
    }
    messages.remove("");
    messages
}

/// Whether a text of a source asks for a key: by its whole name, or by a part that a name is added to (`act-`).
fn asks_for(text: &str, key: &str) -> bool {
    let part = text.split('{').next().unwrap_or_default();
    let is_part = part.ends_with('-') && part.len() > 2;
    text == key || (is_part && key.starts_with(part))
}

#[test]
fn no_message_is_unused() {
    let asked: BTreeSet<String> = literals().into_values().flatten().collect();
    for key in messages(FALLBACK).keys() {
        assert!(asked.iter().any(|text| asks_for(text, key)), "nothing asks for {key}");
    }
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let messages = messages(FALLBACK);
    let prefixes: BTreeSet<&str> = messages.keys().filter_map(|key| key.split('-').next()).collect();
    for text in literals().into_values().flatten() {
        let like_a_key = text.contains('-')
            && !text.ends_with('-')
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && text.split('-').next().is_some_and(|first| prefixes.contains(first));
        assert!(!like_a_key || messages.contains_key(&text), "there is no message {text}");
    }
}

#[test]
fn every_value_that_a_message_uses_is_given_where_the_message_is_asked_for() {
    let (messages, literals) = (messages(FALLBACK), literals());
    let shared = literals.iter().find(|(file, _)| file.ends_with(SHARED)).map(|(_, texts)| texts);
    let shared = shared.expect("the file is there");
    let mut missing = Vec::new();
    // The rules name the key of a refusal and leave its values to the view.
    let asking = literals.iter().filter(|(file, _)| !file.components().any(|part| part.as_os_str() == "negotiation"));
    for (file, texts) in asking {
        let keys = texts.iter().filter(|text| text.contains('-') && *text != BY_TERM);
        for (key, values) in keys.filter_map(|text| messages.get_key_value(text)) {
            let given = |value: &&String| texts.contains(*value) || shared.contains(*value);
            missing.extend(values.iter().filter(|value| !given(value)).map(|value| (file.display(), key, value)));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_language_has_the_messages_of_english_with_the_same_values() {
    let english = messages(FALLBACK);
    for language in Language::all() {
        Catalogue::load(&language).expect("it has no faults");
        for (key, values) in messages(&language) {
            let known = english.get(&key).unwrap_or_else(|| panic!("{language} has {key}, which English lacks"));
            assert!(values.is_subset(known), "{language}: {key} uses values that are never given");
        }
    }
}

#[test]
fn labels_are_the_messages_without_values() {
    let catalogue = Catalogue::load(FALLBACK).expect("it has no faults");
    let labels = catalogue.labels();
    for (key, values) in messages(FALLBACK) {
        assert!(labels.has(&key) || !values.is_empty(), "{key} needs no values and is no label");
    }
    assert_eq!(labels.get("window-back"), catalogue.msg("window-back"));
    assert_eq!(labels.get("no-such-label"), "no-such-label");
}

#[test]
fn a_label_with_values_reads_as_the_message_does() {
    let catalogue = Catalogue::load(FALLBACK).expect("it has no faults");
    let labels = catalogue.labels();
    let worded = catalogue.msg_with("atlas-scale-at", &[arg("km", "1,000"), arg("degrees", "43")]);
    assert_eq!(labels.with("atlas-scale-at", &[("degrees", "43"), ("km", "1,000")]), worded);
    // Its words depend on a number: a view has to word it.
    assert_eq!(labels.with("record-quoted-lines", &[("count", "2")]), "record-quoted-lines");
}

#[test]
fn a_language_is_found_by_its_tag_and_english_answers_for_the_others() {
    for tag in ["en", "en-GB", "en_GB.UTF-8"] {
        assert_eq!(Language::choose(Some(tag)).missing, None, "{tag}");
    }
    assert_eq!(Language::choose(None).missing, None);
    let missing = Language::choose(Some("tlh"));
    assert_eq!(missing.missing.as_deref(), Some("tlh"));
    assert!(missing.catalogue().is_ok());
}
