//! The map in words, for people who can't see it. It has the same content as the picture, in headings and sentences.

use crate::language::arg;

use super::{MapView, PlaceView, Side};
use crate::language::Catalogue;

/// A line of the map in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapLine {
    Part(String),
    /// A heading for a place or a scene.
    Heading(String),
    Text(String),
    /// How a side sees the place, and the source for that.
    Claim(Side, String, String),
    Quiet(String),
}

/// The map in words: each view with its places, then what each position would change. If `wanted` is given, only places
/// whose id or name contains it.
pub fn in_words(words: &Catalogue, map: &MapView, wanted: Option<&str>) -> Vec<MapLine> {
    let mut lines = Vec::new();
    if let Some(wanted) = wanted {
        let wanted = wanted.to_lowercase();
        let fits = |place: &&PlaceView| place.id == wanted || place.both().to_lowercase().contains(&wanted);
        let found = map.places.iter().enumerate().filter(|(_, p)| fits(p));
        found.for_each(|(number, _)| place_lines(words, map, number, &mut lines));
        return lines;
    }
    // A place in several views is listed in the first of them.
    let mut done = vec![false; map.places.len()];
    for (frame, view) in map.frames.iter().enumerate() {
        lines.push(MapLine::Part(view.name.clone()));
        lines.extend(text(&view.plain));
        for (number, place) in map.places.iter().enumerate() {
            let shown = place.shown_in.get(frame).copied().unwrap_or_default();
            if let Some(done) = done.get_mut(number)
                && shown
                && !*done
            {
                *done = true;
                place_lines(words, map, number, &mut lines);
            }
        }
    }
    for group in map.groups.iter().skip(1) {
        let args = [arg("issue", group.name.as_str())];
        lines.push(MapLine::Part(words.msg_with("atlas-would-change", &args)));
        for scene in &group.scenes {
            lines.push(MapLine::Heading(scene.name.clone()));
            lines.extend(scene.sentences.iter().cloned().map(MapLine::Text));
        }
    }
    lines
}

fn text(words: &str) -> Option<MapLine> {
    (!words.is_empty()).then(|| MapLine::Text(words.to_owned()))
}

fn quiet(words: &str) -> Option<MapLine> {
    (!words.is_empty()).then(|| MapLine::Quiet(words.to_owned()))
}

/// Adds a place: its names and kind, its state and history with sources, and how each side sees it.
fn place_lines(words: &Catalogue, map: &MapView, number: usize, lines: &mut Vec<MapLine>) {
    let Some(place) = map.places.get(number) else {
        return;
    };
    let args = [arg("name", place.both()), arg("kind", place.kind_name.as_str())];
    lines.push(MapLine::Heading(words.msg_with("atlas-place", &args)));
    lines.extend(text(&place.plain));
    let day = map.groups.first().and_then(|group| group.scenes.first());
    let day = day.and_then(|scene| scene.standings.get(number));
    if let Some(Some(shown)) = day {
        lines.push(MapLine::Text(format!("{}.", shown.words)));
    }
    if let Some(state) = &place.state {
        lines.push(MapLine::Text(state.text.clone()));
        lines.extend(quiet(&state.source));
    }
    for claim in &place.claims {
        let args = [arg("party", claim.party.as_str()), arg("text", claim.said.text.as_str())];
        let said = words.msg_with("atlas-claim", &args);
        lines.push(MapLine::Claim(claim.side, said, claim.said.source.clone()));
    }
    lines.extend(quiet(&place.drawn_from));
    lines.extend(quiet(&place.known));
}
