//! Every screen in every paper, zoom and size, looked at once; what is wrong is sorted by what it breaks.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

use egui::Color32;
use egui::accesskit::Role;

use super::glass::{Look, Paper, Window, look};
use super::nodes::{Thing, things};
use super::painted::{Line, Painting, contrast};
use super::scenes::{self, Scene};

/// What a screen owes to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Law {
    Named,
    Large,
    Told,
    Whole,
    Apart,
    Contrast,
    Glyphs,
    Measure,
    Rest,
}

/// What was found, and where it was seen first and how often.
type Found = BTreeMap<(Law, String), (String, usize)>;

#[derive(Default)]
struct Notes {
    found: Found,
    place: String,
}

impl Notes {
    fn add(&mut self, law: Law, what: String) {
        let place = self.place.clone();
        self.found.entry((law, what)).or_insert((place, 0)).1 += 1;
    }
}

static FOUND: LazyLock<Found> = LazyLock::new(|| {
    let scenes = Mutex::new(scenes::all());
    let all = Mutex::new(Found::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some(scene) = scenes.lock().unwrap().pop() else {
                        return;
                    };
                    let found = sweep(&scene);
                    let mut all = all.lock().unwrap();
                    for (what, (place, times)) in found {
                        all.entry(what).or_insert((place, 0)).1 += times;
                    }
                }
            });
        }
    });
    all.into_inner().unwrap()
});

fn holds(law: Law) {
    let broken: Vec<String> = FOUND
        .iter()
        .filter(|((broken, _), _)| *broken == law)
        .map(|((_, what), (place, times))| format!("{what}\n      {place}, {times} times in all"))
        .collect();
    assert!(broken.is_empty(), "{} faults:\n  {}", broken.len(), broken.join("\n  "));
}

fn sweep(scene: &Scene) -> Found {
    let mut window = scene.window();
    let mut notes = Notes::default();
    for way in Look::all() {
        look(&mut window, way);
        notes.place = format!("{}, {}", scene.name, way.name());
        rests(&window, &mut notes);
        let painting = Painting::of(&window.output().shapes);
        if way.paper != Paper::Dark {
            let things = things(&window);
            in_the_tree(&things, &mut notes);
            in_its_place(&painting, &things, way, &mut notes);
        }
        if way.size == Look::ENDLESS {
            stands_out(&painting, &mut notes);
            has_letters(&window, &painting, &mut notes);
        }
    }
    notes.found
}

/// Nothing is drawn anew while nothing changes.
fn rests(window: &Window, notes: &mut Notes) {
    let waits = window.output().viewport_output.values();
    let wait = waits.map(|output| output.repaint_delay).min();
    if wait.is_some_and(|wait| wait < std::time::Duration::from_secs(1)) {
        notes.add(Law::Rest, format!("it is drawn again after {wait:?}"));
    }
}

/// Names and sizes of what can be pressed or focused, and whether two of one name can be told apart.
fn in_the_tree(things: &[Thing], notes: &mut Notes) {
    let mut pressed = 0;
    for thing in things.iter().filter(|thing| is_a_control(thing)) {
        pressed += 1;
        if thing.spoken().is_empty() {
            let (role, rect) = (thing.role, thing.rect);
            notes.add(Law::Named, format!("a {role:?} without a name at {rect:?}"));
        }
        let size = thing.rect.size();
        // egui rounds to whole points.
        if thing.can_click && (size.x < 23.5 || size.y < 23.5) {
            notes.add(Law::Large, format!("{} is {size:?}", thing.called()));
        }
    }
    if pressed < 2 {
        notes.add(Law::Named, "nothing can be pressed".to_owned());
    }
    for (number, thing) in things.iter().enumerate() {
        let twin = |other: &&Thing| {
            (other.parent, other.role, other.spoken()) == (thing.parent, thing.role, thing.spoken())
                && other.description == thing.description
        };
        if is_a_control(thing) && things[..number].iter().any(|other| twin(&other)) {
            let what = format!("{} stands twice in one list", thing.called());
            notes.add(Law::Told, what);
        }
    }
}

fn is_a_control(thing: &Thing) -> bool {
    // Scroll bars are for the mouse: the keyboard has the page keys. A window is a frame around what it shows.
    let frame = matches!(thing.role, Role::ScrollBar | Role::Window);
    !frame && (thing.can_click || thing.can_focus)
}

/// Nothing is cut off at its side, nothing lies over other words, and lines are short enough to find the next one.
fn in_its_place(painting: &Painting, things: &[Thing], way: Look, notes: &mut Notes) {
    for (one, other) in &painting.collisions {
        let (one, other) = (one.trim(), other.trim());
        notes.add(Law::Apart, format!("“{other}” over “{one}”"));
    }
    for words in &painting.words {
        if words.is_elided {
            let told: String = words.lines.iter().map(|line| line.text.as_str()).collect();
            notes.add(Law::Whole, format!("“{told}” ends in dots"));
        }
        for line in &words.lines {
            let over = (line.rect.right() - line.clip.right()).max(line.clip.left() - line.rect.left());
            let window = (line.rect.right() - way.points().x).max(-line.rect.left());
            if (over > 1.0 || window > 1.0) && !goes_sideways(things, line.clip) {
                let over = over.max(window);
                notes.add(Law::Whole, format!("“{}” is cut off by {over}", line.text));
            }
        }
        let full = words.lines.split_last().map_or(&[][..], |(_, full)| full);
        if way.zoom == 100 && full.len() >= 3 {
            let letters: usize = full.iter().map(|line| line.text.trim_end().chars().count()).sum();
            let measure = letters / full.len();
            if measure > 75 {
                let text = &full[0].text;
                notes.add(Law::Measure, format!("{measure} letters a line: “{text}”"));
            }
        }
    }
}

/// Whether what is shown here can be moved sideways, as a piece of a file can.
fn goes_sideways(things: &[Thing], clip: egui::Rect) -> bool {
    let bars = things.iter().filter(|thing| thing.role == Role::ScrollBar);
    bars.map(|bar| bar.rect).any(|bar| {
        let (below, beside) = (bar.top() - clip.bottom(), bar.left() - clip.left());
        bar.width() > bar.height() && below.abs() < 12.0 && beside.abs() < 12.0
    })
}

/// WCAG: 4.5:1, and 3:1 for large letters.
fn needed(line: &Line, ink: Color32) -> f64 {
    // What cannot be pressed now is paler, and has still to be read.
    if ink.a() < 255 {
        return 3.0;
    }
    let large = line.size >= 24.0 || (line.is_strong && line.size >= 18.66);
    if large { 3.0 } else { 4.5 }
}

fn stands_out(painting: &Painting, notes: &mut Notes) {
    for line in painting.words.iter().flat_map(|words| &words.lines) {
        for (ink, ground) in &line.pairs {
            let Some(ground) = ground else {
                notes.add(Law::Contrast, format!("nothing lies under “{}”", line.text));
                continue;
            };
            let found = contrast(*ink, *ground);
            if found < needed(line, *ink) {
                let what = format!("{found:.2}: {ink:?} on {ground:?}, as in “{}”", line.text);
                notes.add(Law::Contrast, what);
            }
        }
    }
}

fn has_letters(window: &Window, painting: &Painting, notes: &mut Notes) {
    for (face, letters) in painting.words.iter().flat_map(|words| &words.letters) {
        for letter in letters.chars().filter(|letter| !letter.is_control()) {
            if !window.ctx.fonts_mut(|fonts| fonts.has_glyph(face, letter)) {
                let what = format!("{letter:?} is missing in {:?}", face.family);
                notes.add(Law::Glyphs, what);
            }
        }
    }
}

#[test]
fn everything_that_can_be_pressed_has_a_name() {
    holds(Law::Named);
}

#[test]
fn everything_that_can_be_pressed_is_large_enough() {
    holds(Law::Large);
}

#[test]
fn two_things_of_one_list_can_be_told_apart_by_what_is_said_of_them() {
    holds(Law::Told);
}

#[test]
fn no_words_are_cut_off() {
    holds(Law::Whole);
}

#[test]
fn no_words_lie_over_other_words() {
    holds(Law::Apart);
}

#[test]
fn every_word_stands_out_from_what_lies_under_it() {
    holds(Law::Contrast);
}

#[test]
fn every_letter_that_is_drawn_is_in_the_faces() {
    holds(Law::Glyphs);
}

#[test]
fn lines_of_a_text_are_short_enough_to_find_the_next() {
    holds(Law::Measure);
}

#[test]
fn every_screen_comes_to_rest() {
    holds(Law::Rest);
}
