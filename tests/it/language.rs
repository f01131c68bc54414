//! The message catalogue: every message that the program asks for is there, and none is there for nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use we_can_wait::language::Catalogue;

/// Every text in quotation marks in a source, or in a folder of them.
fn literals(path: &Path, found: &mut BTreeSet<String>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("the folder can be read");
        for entry in entries.flatten() {
            literals(&entry.path(), found);
        }
        return;
    }
    let text = fs::read_to_string(path).expect("a source is text");
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
    }
}

fn keys() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/language/en");
    let mut keys = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("the catalogue is there").flatten() {
        let text = fs::read_to_string(entry.path()).expect("a catalogue is text");
        for line in text.lines() {
            let Some((key, _)) = line.split_once(" =") else {
                continue;
            };
            let named = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if named {
                assert!(keys.insert(key.to_owned()), "{key} is there twice");
            }
        }
    }
    keys
}

fn asked() -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut asked = BTreeSet::new();
    for layer in ["view", "terminal", "cli", "language", "negotiation", "library", "app", "window", "main.rs"] {
        literals(&src.join(layer), &mut asked);
    }
    asked
}

#[test]
fn no_message_is_there_for_nothing() {
    let asked = asked();
    // Keys that are put together from a part and a name, like `act-` and `refusal`, are known by that part.
    let families: Vec<&str> = asked
        .iter()
        .filter(|text| text.contains("-{") || text.ends_with('-'))
        .filter_map(|text| text.split('{').next())
        .filter(|part| part.len() > 2)
        .collect();
    for key in keys() {
        let used = asked.contains(&key) || families.iter().any(|part| key.starts_with(part));
        assert!(used, "nothing asks for {key}");
    }
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let catalogue = Catalogue::load("en").expect("it has no faults");
    let keys = keys();
    let prefixes: BTreeSet<&str> = keys.iter().filter_map(|key| key.split('-').next()).collect();
    for text in asked() {
        let like_a_key = text.contains('-')
            && !text.ends_with('-')
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && text.split('-').next().is_some_and(|first| prefixes.contains(first));
        if like_a_key {
            assert!(catalogue.has(&text), "there is no message {text}");
        }
    }
}
