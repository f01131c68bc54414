//! The map: coastlines and places, drawn or as text, and what each position would change.

mod canvas;
mod draw;
mod ground;
mod list;
mod panel;
mod projection;
mod region;

use egui::{Align, Layout, Ui, UiBuilder, Vec2};

use crate::view::map::{MapLine, MapView, Scene};

use super::parts::{UiContext, button, scrolled, sheet, tab};
use projection::Camera;

/// From this width on, the panel is next to the map.
const WIDE: f32 = 900.0;
/// Width of the panel.
const PANEL: f32 = 388.0;

/// The map's own state between frames.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MapState {
    scenario: String,
    frame: usize,
    cameras: Vec<Option<Camera>>,
    group: usize,
    scene: usize,
    chosen: Option<usize>,
    told: bool,
}

impl MapState {
    /// Resets the state for another scenario and limits its indices to what exists.
    fn keep_to(&mut self, view: &MapView) {
        if self.scenario != view.scenario {
            *self = Self { scenario: view.scenario.clone(), ..Self::default() };
        }
        let last = |count: usize| count.saturating_sub(1);
        self.frame = self.frame.min(last(view.frames.len()));
        self.cameras.resize(view.frames.len(), None);
        self.group = self.group.min(last(view.groups.len()));
        let scenes = view.groups.get(self.group).map_or(0, |g| g.scenes.len());
        self.scene = self.scene.min(last(scenes));
        self.chosen = self.chosen.filter(|place| *place < view.places.len());
    }

    fn scene_of<'v>(&self, view: &'v MapView) -> Option<&'v Scene> {
        view.groups.get(self.group)?.scenes.get(self.scene)
    }

    /// A state with a given frame, group, scene and selected place, for screenshots and tests.
    pub fn looking_at(scenario: &str, part: usize, scene: (usize, usize), chosen: Option<usize>) -> Self {
        Self { scenario: scenario.to_owned(), frame: part, group: scene.0, scene: scene.1, chosen, ..Self::default() }
    }

    /// Switches to the map as text.
    pub fn in_words(self) -> Self {
        Self { told: true, ..self }
    }
}

pub(super) fn map_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &MapView, told: &[MapLine], state: &mut MapState) {
    state.keep_to(view);
    let letters = |ui: &Ui| ui.fonts(|fonts| fonts.font_image_size());
    let before = letters(ui);
    if state.told {
        bar_ui(ui, cx, view, state);
        list::list_ui(ui, cx, told);
    } else {
        drawn_ui(ui, cx, view, state);
    }
    // Halos use the font atlas. If it has grown while drawing, draw again with the new one.
    if letters(ui) != before {
        ui.ctx().request_repaint();
    }
}

fn drawn_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &MapView, state: &mut MapState) {
    if cx.room.x >= WIDE {
        bar_ui(ui, cx, view, state);
        side_by_side(ui, cx, view, state);
    } else {
        // In a small window everything scrolls together, so that nothing is lost.
        scrolled(ui, "map", true, |ui| {
            bar_ui(ui, cx, view, state);
            let height = (cx.room.y * 0.62).max(170.0);
            let size = Vec2::new(ui.available_width(), height);
            canvas::canvas_ui(ui, cx, view, state, size);
            sheet(cx.colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                panel::panel_ui(ui, cx, view, state);
            });
        });
    }
}

fn side_by_side(ui: &mut Ui, cx: &mut UiContext<'_>, view: &MapView, state: &mut MapState) {
    let whole = ui.available_rect_before_wrap();
    let mut left = whole;
    left.set_right(whole.right() - PANEL - 12.0);
    let mut right = whole;
    right.set_left(whole.right() - PANEL);
    let at = |rect| UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min));
    ui.scope_builder(at(left), |ui| {
        canvas::canvas_ui(ui, cx, view, state, left.size());
    });
    ui.scope_builder(at(right), |ui| {
        sheet(cx.colours).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            scrolled(ui, "beside the map", true, |ui| {
                panel::panel_ui(ui, cx, view, state);
            });
        });
    });
}

/// The choice of frame, of drawing or text, and the zoom.
fn bar_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &MapView, state: &mut MapState) {
    ui.horizontal_wrapped(|ui| {
        for (told, key) in [(false, "atlas-drawn"), (true, "atlas-in-words")] {
            if tab(ui, cx.colours, state.told == told, cx.label(key)).clicked() {
                state.told = told;
            }
        }
        if state.told {
            return;
        }
        ui.separator();
        for (number, frame) in view.frames.iter().enumerate() {
            if tab(ui, cx.colours, state.frame == number, &frame.name).clicked() {
                state.frame = number;
            }
        }
        ui.separator();
        for (key, steps) in [("atlas-nearer", 1.0), ("atlas-further", -1.0)] {
            if button(ui, cx.label(key)).clicked() {
                canvas::step(view, state, steps);
            }
        }
        if button(ui, cx.label("atlas-whole")).clicked() {
            canvas::whole(state);
        }
    });
    ui.add_space(4.0);
}
