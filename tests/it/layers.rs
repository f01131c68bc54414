//! The layers of the house: arrows between the folders of `src` point down, and files do not import each other in circles.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// From the lowest to the highest; each may use those before it, and itself.
const LAYERS: &[&str] = &[
    "ports",
    "scenario",
    "negotiation",
    "analysis",
    "language",
    "library",
    "playtest",
    "debrief",
    "view",
    "app",
    "platform",
    "terminal",
    "window/screens",
    "window/game",
    "cli",
];

/// What a front end may not use although it is below: front ends do not know each other.
const APART: &[(&str, &str)] = &[("window/screens", "terminal"), ("window/game", "terminal"), ("cli", "window/game")];

/// Folders inside which no two files may import each other, directly or through others.
const WITHOUT_CIRCLES: &[&str] =
    &["scenario", "negotiation", "analysis", "library", "playtest", "debrief", "view", "app", "window"];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

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

/// A module by its path in the crate, with the file that defines it.
struct House {
    /// `view::talk` to `view/talk.rs`.
    files: BTreeMap<String, String>,
}

impl House {
    fn read() -> (Self, Vec<(String, String)>) {
        let mut found = Vec::new();
        sources(&src(), &mut found);
        let mut files = BTreeMap::new();
        let mut texts = Vec::new();
        for path in found {
            let name = path.strip_prefix(src()).expect("it is below src").to_string_lossy().replace('\\', "/");
            let module = name.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
            let text = fs::read_to_string(&path).expect("a source is text");
            files.insert(module, name.clone());
            texts.push((name, code_of(&text)));
        }
        (Self { files }, texts)
    }

    /// The file of the longest prefix of a path that is a module.
    fn file(&self, path: &[String]) -> Option<&str> {
        (1..=path.len()).rev().find_map(|length| self.files.get(&path[..length].join("::")).map(String::as_str))
    }

    /// Files that a file imports from, by every path in it that begins with `crate`, `super` or `self`. A `mod.rs` that names the
    /// modules below it without such a word is not seen: a folder's `mod.rs` and its children are one module in several files.
    fn imports(&self, name: &str, code: &str) -> BTreeSet<String> {
        let here: Vec<String> =
            name.trim_end_matches(".rs").trim_end_matches("/mod").split('/').map(str::to_owned).collect();
        let mut found = BTreeSet::new();
        for path in paths(code) {
            let Some(full) = absolute(&here, &path) else { continue };
            if let Some(file) = self.file(&full)
                && file != name
            {
                found.insert(file.to_owned());
            }
        }
        found
    }
}

/// The code of a file without comments and without its tests.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path that begins with `crate::`, `super::` or `self::`; braces are multiplied out.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = ["crate::", "super::", "self::"].iter().filter_map(|head| rest.find(head)).min() {
        let tail = &rest[at..];
        let end = end_of_path(tail);
        expand("", &tail[..end], &mut found);
        rest = &tail[end.max(1)..];
    }
    found
}

fn end_of_path(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' if text[..at].ends_with("::") || depth > 0 => depth += 1,
            '}' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ if depth > 0 || letter.is_alphanumeric() || letter == '_' || letter == ':' => {}
            _ => return at,
        }
    }
    text.len()
}

fn expand(before: &str, text: &str, found: &mut Vec<String>) {
    let Some((head, list)) = text.split_once('{') else {
        let name = text.split_whitespace().next().unwrap_or_default();
        found.push(format!("{before}{name}"));
        return;
    };
    let head = format!("{before}{}", head.trim());
    let (mut depth, mut start) = (0, 0);
    let list = &list[..list.rfind('}').unwrap_or(list.len())];
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&head, list[start..at].trim(), found);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !list[start..].trim().is_empty() {
        expand(&head, list[start..].trim(), found);
    }
}

/// A path from the root of the crate.
fn absolute(here: &[String], path: &str) -> Option<Vec<String>> {
    let mut parts = path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).peekable();
    let mut full = match parts.next()?.as_str() {
        "crate" => Vec::new(),
        "self" => here.to_vec(),
        "super" => here[..here.len().checked_sub(1)?].to_vec(),
        _ => return None,
    };
    for part in parts {
        match part.as_str() {
            "super" => drop(full.pop()?),
            "self" => {}
            _ => full.push(part),
        }
    }
    Some(full)
}

fn layer_of(file: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| file.starts_with(&format!("{layer}/")) || file == format!("{layer}.rs"))
}

#[test]
fn every_layer_uses_only_what_is_below_it() {
    let (house, texts) = House::read();
    let (mut arrows, mut wrong) = (0, Vec::new());
    for (name, code) in &texts {
        let Some(from) = layer_of(name) else { continue };
        for file in house.imports(name, code) {
            let Some(to) = layer_of(&file).filter(|to| *to != from) else { continue };
            arrows += 1;
            let apart = APART.iter().any(|(one, other)| (LAYERS[from], LAYERS[to]) == (*one, *other));
            if to > from || apart {
                wrong.push(format!("{name} must not use {file}"));
            }
        }
    }
    assert!(arrows > 300, "the test sees the arrows: {arrows}");
    assert!(wrong.is_empty(), "{} arrows point up:\n{}", wrong.len(), wrong.join("\n"));
}

/// Layers that touch files, threads and clocks only through the ports.
const PORTABLE: &[&str] =
    &["ports", "scenario", "negotiation", "analysis", "language", "library", "playtest", "debrief", "view", "app"];

/// Names in the standard library, and methods of its paths, that reach the system.
const SYSTEM: &[&str] = &[
    "fs",
    "thread",
    "Instant",
    "SystemTime",
    "process",
    "current_dir",
    "temp_dir",
    "var_os",
    "is_file",
    "is_dir",
    "canonicalize",
    "read_dir",
    "metadata",
];

#[test]
fn only_the_front_ends_and_the_platform_touch_the_system() {
    let (_, texts) = House::read();
    let mut wrong = Vec::new();
    for (name, code) in &texts {
        let portable = layer_of(name).is_some_and(|layer| PORTABLE.contains(&LAYERS[layer]));
        // The ports themselves are asked whether a path is a file.
        let code = code.replace("storage.is_file(", "").replace("fn is_file(", "");
        let words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
        for word in words.filter(|word| portable && SYSTEM.contains(word)) {
            wrong.push(format!("{name} uses {word}"));
        }
    }
    assert!(wrong.is_empty(), "these need a port:\n{}", wrong.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let (house, texts) = House::read();
    let arrows: BTreeMap<String, BTreeSet<String>> =
        texts.iter().map(|(name, code)| (name.clone(), house.imports(name, code))).collect();
    let mut circles = Vec::new();
    for folder in WITHOUT_CIRCLES {
        let inside = format!("{folder}/");
        let names: Vec<&String> = arrows.keys().filter(|name| name.starts_with(&inside)).collect();
        let reach = |from: &String| {
            let mut seen = BTreeSet::new();
            let mut open = vec![from.clone()];
            while let Some(name) = open.pop() {
                for next in arrows[&name].iter().filter(|next| next.starts_with(&inside)) {
                    if seen.insert(next.clone()) {
                        open.push(next.clone());
                    }
                }
            }
            seen
        };
        let reached: BTreeMap<&String, BTreeSet<String>> = names.iter().map(|name| (*name, reach(name))).collect();
        for name in &names {
            if reached[*name].contains(*name) {
                let with: Vec<_> = names
                    .iter()
                    .filter(|other| reached[*name].contains(**other) && reached[**other].contains(*name))
                    .collect();
                circles.push(format!("{name} with {with:?}"));
            }
        }
    }
    assert!(circles.is_empty(), "{} files are in circles:\n{}", circles.len(), circles.join("\n"));
}

#[test]
fn every_folder_of_the_sources_is_a_known_layer() {
    let (_, texts) = House::read();
    for (name, _) in texts {
        let root = ["lib.rs", "main.rs", "window/mod.rs"].contains(&name.as_str());
        assert!(root || layer_of(&name).is_some(), "{name} is in no layer of the house");
    }
}

#[test]
fn no_source_file_is_longer_than_a_person_wants_to_read() {
    let mut files = Vec::new();
    sources(&src(), &mut files);
    sources(&src().with_file_name("tests"), &mut files);
    for file in files {
        let lines = fs::read_to_string(&file).expect("a source is text").lines().count();
        assert!(lines <= 600, "{} has {lines} lines", file.display());
    }
}

/// A scenario comes into being in one place, after every check.
#[test]
fn only_the_library_resolves_a_scenario() {
    let mut files = Vec::new();
    sources(&src(), &mut files);
    let resolves = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("the file can be read");
        text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(" resolve("))
    };
    let inside = src();
    let callers: Vec<String> = files
        .iter()
        .filter(|path| resolves(path))
        .filter_map(|path| path.strip_prefix(&inside).ok())
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .filter(|name| !name.starts_with("scenario/resolve/"))
        .collect();
    assert_eq!(callers, ["library/open.rs"]);
}
