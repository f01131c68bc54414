//! Positions of people and their name plates. Plates never overlap, and long names are shortened.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Galley, Rangef, Rect, Ui, Vec2};

use crate::view::delegations::{People, Seated};

use super::super::parts::less;
use super::PLATE;
use super::theme::{self, font};

/// A person's place at the table's edge.
pub(super) struct Place<'a> {
    pub(super) seated: &'a Seated,
    pub(super) ours: bool,
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) name: Arc<Galley>,
    plate: f32,
}

#[derive(Clone, Copy)]
struct Cut {
    size: f32,
    around: f32,
    gap: f32,
}

/// Normal plates, and smaller ones for when there are many.
const CUTS: [Cut; 2] = [Cut { size: 14.5, around: 31.0, gap: 6.0 }, Cut { size: 13.0, around: 26.0, gap: 3.0 }];
const MIDDLE: f32 = 72.0;
const MIDDLE_AT_LEAST: f32 = 16.0;
/// Most extra width for each person.
const EXTRA: f32 = 44.0;

impl Place<'_> {
    pub(super) fn plate(&self, top: f32) -> Rect {
        Rect::from_min_size(egui::pos2(self.x - self.plate / 2.0, top), Vec2::new(self.plate, PLATE))
    }
}

/// The places of everyone in the front row.
pub(super) fn places<'a>(ui: &Ui, people: &'a People, room: Rect, scale: f32) -> Vec<Place<'a>> {
    let all: Vec<(&Seated, bool)> = people
        .sides()
        .into_iter()
        .flat_map(|(side, ours)| side.iter().map(move |seated| (seated, ours)))
        .filter(|(seated, _)| seated.in_front)
        .collect();
    let count = f32::from(u8::try_from(all.len().max(1)).unwrap_or(u8::MAX));
    let (cut, names) = named(ui, &all, room.width());
    let needed = |least: f32| -> Vec<f32> {
        let plates = names.iter().map(|name| name.size().x + cut.around);
        plates.map(|plate| plate.max(least) + cut.gap).collect()
    };
    let mut widths = needed(70.0 * scale);
    // A large figure may extend beyond its place, but names must stay inside the room.
    if widths.iter().sum::<f32>() > less(room.width(), MIDDLE_AT_LEAST) {
        widths = needed(0.0);
    }
    // In a narrow room, the sides move closer together.
    let taken: f32 = widths.iter().sum();
    let middle = less(room.width(), taken).clamp(MIDDLE_AT_LEAST, MIDDLE);
    let there = less(room.width(), middle);
    let total = widths.iter().sum::<f32>().max(1.0);
    let extra = ((there - total) / count).clamp(0.0, EXTRA);
    let mut places = Vec::new();
    let mut left = room.left();
    for ours in [true, false] {
        let own = || (0..all.len()).filter(|at| all.get(*at).is_some_and(|(_, o)| *o == ours));
        let taken: f32 = own().filter_map(|at| widths.get(at)).map(|w| w + extra).sum();
        let share: f32 = own().filter_map(|at| widths.get(at)).sum::<f32>() / total * there;
        let mut x = left + (share - taken) / 2.0;
        for at in own() {
            let (Some((seated, _)), Some(name), Some(width)) = (all.get(at), names.get(at), widths.get(at)) else {
                continue;
            };
            let width = width + extra;
            places.push(Place {
                seated,
                ours,
                x: x + width / 2.0,
                width: width - cut.gap,
                plate: name.size().x + cut.around,
                name: Arc::clone(name),
            });
            x += width;
        }
        left += share + middle;
    }
    places
}

/// The free space between the two sides.
pub(super) fn middle(places: &[Place<'_>], room: Rect) -> Rangef {
    let edge = |ours: bool| places.iter().filter(move |place| place.ours == ours);
    let left = edge(true).map(|place| place.x + place.width / 2.0);
    let right = edge(false).map(|place| place.x - place.width / 2.0);
    Rangef::new(left.fold(room.left(), f32::max), right.fold(room.right(), f32::min))
}

/// The names in the largest size at which they fit next to each other. If none fits, the longest are truncated on
/// screen; screen readers get them in full.
fn named(ui: &Ui, all: &[(&Seated, bool)], room: f32) -> (Cut, Vec<Arc<Galley>>) {
    let within = |cut: Cut, most: f32| -> Vec<Arc<Galley>> {
        let names = all.iter();
        names.map(|(seated, _)| laid(ui, &seated.name, cut.size, most)).collect()
    };
    let fits = |cut: Cut, names: &[Arc<Galley>]| {
        let taken = names.iter().map(|name| name.size().x + cut.around + cut.gap);
        taken.sum::<f32>() + MIDDLE_AT_LEAST <= room
    };
    let [usual, small] = CUTS;
    let whole = within(usual, f32::INFINITY);
    if fits(usual, &whole) {
        return (usual, whole);
    }
    let mut names = within(small, f32::INFINITY);
    let longest = names.iter().map(|name| name.size().x).fold(0.0, f32::max);
    let mut most = longest.ceil();
    while !fits(small, &names) && most > 16.0 {
        most -= 4.0;
        names = within(small, most);
    }
    (small, names)
}

fn laid(ui: &Ui, name: &str, size: f32, width: f32) -> Arc<Galley> {
    let format = TextFormat::simple(font(size, theme::plain_strong()), Color32::PLACEHOLDER);
    let mut job = LayoutJob::single_section(name.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
