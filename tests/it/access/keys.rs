//! The keyboard: Tab comes to everything once and in order, Enter and Space do what the mouse does, and the focus is seen.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};

use super::glass::{Look, PLAIN, Window, look};
use super::nodes::{Thing, focused, things};
use super::painted::{Painting, contrast};
use super::scenes;

/// One press of Tab, and a frame for what is scrolled into sight.
fn tab(window: &mut Window) {
    press(window, Key::Tab);
    window.run();
}

fn press(window: &mut Window, key: Key) {
    for pressed in [true, false] {
        window.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE });
    }
    window.step();
}

/// Everything that the keyboard has to come to.
fn stops(window: &Window) -> Vec<Thing> {
    let mut found = things(window);
    found.retain(|thing| thing.can_focus && thing.is_enabled && thing.role != Role::ScrollBar);
    found
}

/// Whether the focus is seen: a line around the thing, in a colour that stands out, within what is shown.
fn is_ringed(window: &Window, thing: &Thing) -> bool {
    let painting = Painting::of(&window.output().shapes);
    painting.frames.iter().any(|(rect, stroke, clip)| {
        let near = (rect.min - thing.rect.min).length() < 8.0 && (rect.max - thing.rect.max).length() < 8.0;
        let outside = rect.expand(1.5);
        let sides = [outside.left_center(), outside.right_center(), outside.center_top()];
        // A mark of a chart may touch another.
        let stands_out = sides.into_iter().any(|side| {
            let ground = painting.ground(side).unwrap_or_default();
            contrast(stroke.color, ground) >= 3.0
        });
        near && stroke.width >= 1.5 && stands_out && clip.expand(1.0).intersect(*rect).area() > rect.area() * 0.5
    })
}

fn walk(name: &str, window: &mut Window, way: Look, faults: &mut Vec<String>) {
    look(window, way);
    let mut fault = |what: String| faults.push(format!("{name}, {}: {what}", way.name()));
    let wanted: BTreeSet<u64> = stops(window).iter().map(|thing| thing.id).collect();
    let mut seen: Vec<Thing> = Vec::new();
    let whole = egui::Rect::from_min_size(egui::Pos2::ZERO, way.points());
    for _ in 0..wanted.len() + 3 {
        tab(window);
        let Some(thing) = focused(window) else {
            continue;
        };
        if seen.first().is_some_and(|first| first.id == thing.id) {
            break;
        }
        if seen.iter().any(|known| known.id == thing.id) {
            fault(format!("Tab comes twice to {}", thing.called()));
            break;
        }
        let shown = thing.rect.intersect(whole);
        if thing.rect.height() < whole.height() * 0.6 && shown.area() < thing.rect.area() * 0.95 {
            fault(format!("{} has the focus and is not in sight", thing.called()));
        }
        if !is_ringed(window, &thing) {
            fault(format!("{} has the focus and no ring", thing.called()));
        }
        seen.push(thing);
    }
    let now = things(window);
    for pair in seen.windows(2).filter(|pair| pair[0].parent == pair[1].parent) {
        let place = |thing: &Thing| now.iter().find(|known| known.id == thing.id).map(|known| known.rect);
        // Marks of a chart are told in the order of their letters.
        if let (Some(last), Some(next)) = (place(&pair[0]), place(&pair[1]))
            && next.bottom() < last.top() + 1.0
            && pair[1].role != Role::Image
        {
            fault(format!("from {} Tab goes up to {}", pair[0].called(), pair[1].called()));
        }
    }
    for thing in stops(window) {
        if wanted.contains(&thing.id) && !seen.iter().any(|known| known.id == thing.id) {
            fault(format!("Tab does not come to {}", thing.called()));
        }
    }
}

#[test]
fn tab_comes_to_everything_once_and_in_order_and_the_focus_is_seen() {
    let mut faults = Vec::new();
    for scene in scenes::all() {
        let mut window = scene.window();
        walk(&scene.name, &mut window, PLAIN, &mut faults);
        let small = Look { zoom: 200, ..PLAIN };
        walk(&scene.name, &mut window, small, &mut faults);
    }
    assert!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
}
