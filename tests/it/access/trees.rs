//! What a reader of the screen is told, as text files that are reviewed: `UPDATE_GOLDEN=1` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::{Live, Role};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use super::glass::{PLAIN, Window, look};
use super::scenes;

/// Letters of a text that are shown; what is longer is cut, because it is the order and not the text that is reviewed.
const SHOWN: usize = 160;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trees")
}

/// The time of day is another at every look, and the folder on every machine.
fn timeless(text: &str) -> String {
    let text = text.replace(env!("CARGO_MANIFEST_DIR"), "…");
    let words = text.split(' ').map(|word| {
        let is_time = word.len() == 8 && word.chars().filter(|sign| *sign == ':').count() == 2;
        if is_time { "00:00:00" } else { word }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn short(text: &str) -> String {
    let text = timeless(&text.replace('\n', " / "));
    if text.chars().count() <= SHOWN {
        return text;
    }
    let head: String = text.chars().take(SHOWN).collect();
    format!("{head} …")
}

/// A thing as it is told: what it is, its name, its value, its states, and what is said beside.
fn told(node: &Node<'_>) -> Option<String> {
    let known = node.accesskit_node();
    let role = known.role();
    let name = known.label().unwrap_or_default();
    let value = known.value().unwrap_or_default();
    if role == Role::ScrollBar || role == Role::TextRun || (role == Role::GenericContainer && name.is_empty()) {
        return None;
    }
    let mut line = format!("{role:?}");
    if let Some(level) = known.data().level() {
        let _ = write!(line, " {level}");
    }
    if !name.is_empty() {
        let _ = write!(line, " “{}”", short(&name));
    }
    if !value.is_empty() && value != name {
        let _ = write!(line, " = {}", short(&value));
    }
    if let Some(number) = known.numeric_value() {
        let _ = write!(line, " = {number}");
    }
    let toggled = known.data().toggled();
    let states = [
        known.is_disabled().then(|| "disabled".to_owned()),
        toggled.map(|toggled| format!("{toggled:?}").to_lowercase()),
        known.data().is_expanded().map(|open| if open { "open" } else { "closed" }.to_owned()),
        known.is_focused().then(|| "focused".to_owned()),
        (known.data().live() == Some(Live::Polite)).then(|| "announced".to_owned()),
        (known.data().live() == Some(Live::Assertive)).then(|| "announced at once".to_owned()),
    ];
    let states: Vec<String> = states.into_iter().flatten().collect();
    if !states.is_empty() {
        let _ = write!(line, " [{}]", states.join(", "));
    }
    if let Some(description) = known.description().filter(|text| !text.is_empty()) {
        let _ = write!(line, " ({})", short(&description));
    }
    Some(line)
}

fn write(node: &Node<'_>, depth: usize, text: &mut String) {
    let seen = |child: &Node<'_>| !child.accesskit_node().data().is_hidden();
    for child in node.children().filter(seen) {
        let told = told(&child);
        let below = depth + usize::from(told.is_some());
        if let Some(told) = told {
            let _ = writeln!(text, "{:depth$}{told}", "", depth = depth * 2);
        }
        write(&child, below, text);
    }
}

fn tree(window: &Window) -> String {
    let mut text = format!("Window “{}”\n", window.root().accesskit_node().label().unwrap_or_default());
    write(&window.root(), 0, &mut text);
    text
}

#[test]
fn what_a_reader_of_the_screen_is_told_is_what_was_reviewed() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut known = Vec::new();
    let mut differing = Vec::new();
    for scene in scenes::all().into_iter().filter(|scene| scene.is_reviewed) {
        let mut window = scene.window();
        look(&mut window, PLAIN);
        let found = tree(&window);
        let file = folder().join(format!("{}.txt", scene.name));
        if update {
            fs::create_dir_all(folder()).expect("there is room");
            fs::write(&file, &found).expect("it can be written");
        }
        let reviewed = fs::read_to_string(&file).unwrap_or_default();
        if reviewed != found {
            differing.push(first_difference(&scene.name, &reviewed, &found));
        }
        known.push(file);
    }
    assert!(differing.is_empty(), "read them, and write them anew with UPDATE_GOLDEN=1:\n{}", differing.join("\n"));
    for entry in fs::read_dir(folder()).expect("the folder is there").flatten() {
        assert!(known.contains(&entry.path()), "{:?} is of no screen", entry.path());
    }
}

fn first_difference(name: &str, reviewed: &str, found: &str) -> String {
    let pairs = reviewed.lines().chain(std::iter::repeat("(nothing)"));
    let mut pairs = pairs.zip(found.lines().chain(["(nothing)"])).enumerate();
    let first = pairs.find(|(_, (old, new))| old != new);
    let (line, (old, new)) = first.unwrap_or((0, ("", "")));
    format!("{name}.txt, line {}:\n  was: {old}\n  is:  {new}", line + 1)
}
