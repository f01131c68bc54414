//! What acts mean is said in one table, and nowhere else.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The table, and the vocabulary it is about.
const TABLE: &[&str] = &["src/scenario/acts.rs", "src/scenario/terms.rs"];

/// Acts that may be named elsewhere: a point that is closed without words is closed by silence.
const NAMED: &[&str] = &["Silence"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Variants of `Act` that a text names, also where the type has a path before it.
fn named(text: &str) -> BTreeSet<&str> {
    let parts = text.match_indices("Act::").filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
    });
    parts
        .map(|(at, found)| {
            let rest = &text[at + found.len()..];
            let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
            &rest[..end]
        })
        .filter(|name| name.chars().any(char::is_lowercase) && name.starts_with(char::is_uppercase))
        .collect()
}

#[test]
fn no_file_outside_the_table_tells_acts_apart() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let name = file.strip_prefix(root).expect("it is below the root").to_string_lossy().replace('\\', "/");
        if TABLE.contains(&name.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source is text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        wrong.extend(named(code).into_iter().filter(|act| !NAMED.contains(act)).map(|act| format!("{name}: {act}")));
    }
    assert!(wrong.is_empty(), "ask Act::profile() instead:\n{}", wrong.join("\n"));
}

#[test]
fn a_named_act_is_found_and_its_list_is_not_one() {
    let text = "for act in Act::ALL { if act == Act::Refusal || act == terms::Act::Hint || MyAct::Other == x {} }";
    assert_eq!(named(text), BTreeSet::from(["Hint", "Refusal"]));
}
