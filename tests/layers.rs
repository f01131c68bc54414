//! The layers of the house: arrows between the folders of `src` point down only.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// From the lowest to the highest, with what each may use besides itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("scenario", &[]),
    ("negotiation", &["scenario"]),
    ("saves", &["scenario", "negotiation"]),
    ("analysis", &["scenario", "negotiation"]),
    ("playtest", &["scenario", "negotiation", "analysis"]),
    (
        "debrief",
        &["scenario", "negotiation", "analysis", "playtest"],
    ),
    ("language", &[]),
    (
        "view",
        &[
            "scenario",
            "negotiation",
            "analysis",
            "playtest",
            "debrief",
            "language",
        ],
    ),
    (
        "terminal",
        &[
            "scenario",
            "negotiation",
            "saves",
            "analysis",
            "playtest",
            "debrief",
            "language",
            "view",
        ],
    ),
    (
        "commands",
        &[
            "scenario",
            "negotiation",
            "saves",
            "analysis",
            "playtest",
            "debrief",
            "language",
            "view",
            "terminal",
        ],
    ),
    (
        "desk",
        &[
            "scenario",
            "negotiation",
            "saves",
            "analysis",
            "playtest",
            "debrief",
            "language",
            "view",
            "commands",
        ],
    ),
    (
        "screens",
        &[
            "scenario",
            "negotiation",
            "saves",
            "analysis",
            "playtest",
            "debrief",
            "language",
            "view",
            "desk",
        ],
    ),
    (
        "game",
        &[
            "scenario",
            "negotiation",
            "saves",
            "analysis",
            "playtest",
            "debrief",
            "language",
            "view",
            "terminal",
            "commands",
            "desk",
            "screens",
        ],
    ),
];

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

/// Layers that a file names with `crate::`, without its comments.
fn used(text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    code.split("crate::")
        .skip(1)
        .flat_map(|rest| {
            let names = match rest.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or_default(),
                None => rest
                    .split([':', ';', ' ', ',', '(', ')', '\n'])
                    .next()
                    .unwrap_or_default(),
            };
            let names: Vec<String> = names
                .split(',')
                .map(|name| {
                    name.trim()
                        .split("::")
                        .next()
                        .unwrap_or_default()
                        .to_owned()
                })
                .collect();
            names
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn every_layer_uses_only_what_stands_below_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut arrows = 0;
    for (layer, below) in LAYERS {
        let folder = src.join(layer);
        if !folder.is_dir() {
            continue;
        }
        let mut files = Vec::new();
        sources(&folder, &mut files);
        for file in files {
            let text = fs::read_to_string(&file).expect("a source is text");
            for name in used(&text) {
                let known = LAYERS.iter().any(|(layer, _)| *layer == name);
                if !known || name == *layer {
                    continue;
                }
                arrows += 1;
                let file = file.display();
                assert!(
                    below.contains(&name.as_str()),
                    "{file}: {layer} must not use {name}"
                );
            }
        }
    }
    assert!(arrows > 50, "the test sees the arrows: {arrows}");
}

#[test]
fn every_folder_of_the_sources_is_a_known_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).expect("src is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = LAYERS.iter().any(|(layer, _)| *layer == name);
        let file = ["lib.rs", "main.rs"].contains(&name.as_str());
        assert!(known || file, "{name} is no layer of the house");
    }
}

#[test]
fn no_source_file_is_longer_than_a_person_wants_to_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    sources(&root.join("tests"), &mut files);
    for file in files {
        let lines = fs::read_to_string(&file)
            .expect("a source is text")
            .lines()
            .count();
        assert!(lines <= 620, "{} has {lines} lines", file.display());
    }
}
