//! The transcript as a typed document, with search, an index of speakers, and this game's quotations highlighted.

mod compose;
mod head;
mod marks;
mod search;
mod state;
mod text;
mod turns;

use egui::{Rect, Ui, UiBuilder, Vec2};

use crate::app::RecordView;
use crate::app::intent::{Intent, Screen};
use crate::view::library::Shelf;

use super::UiState;
use super::parts::{UiContext, less, paragraph, sheet};

pub use state::RecordState;
pub(super) use turns::side_mark;

/// Width of the index of turns.
const INDEX: f32 = 208.0;
/// Width of the document without notes next to it.
const NARROW: f32 = 748.0;
/// Width of the document with notes next to it.
const WIDE: f32 = 1060.0;
const GAP: f32 = 12.0;

pub(super) fn record_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &RecordView, ui_state: &mut UiState) {
    if !cx.has_record {
        sheet(cx.colours).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            paragraph(ui, cx.label("window-no-record"));
        });
        return;
    }
    let state = &mut ui_state.record;
    state.look_at(view);
    let width = ui.available_width();
    let has_index = width >= INDEX + GAP + NARROW;
    search::bar_ui(ui, cx, view, state, has_index);
    ui.add_space(4.0);
    let whole = ui.available_rect_before_wrap();
    let index = if has_index { INDEX + GAP } else { 0.0 };
    let document = less(width, index).min(WIDE);
    let left = whole.left() + less(width, index + document) / 2.0;
    let part =
        |left: f32, width: f32| Rect::from_min_size(egui::pos2(left, whole.top()), Vec2::new(width, whole.height()));
    let mut wanted = None;
    // The index is on the left but comes after the document in keyboard order: the text is what readers want first.
    if has_index || !state.turns_open {
        let rect = part(left + index, document);
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            sheet(cx.colours).show(ui, |ui| {
                ui.set_min_size(ui.available_size());
                wanted = text::document_ui(ui, cx, view, state);
            });
        });
    }
    if has_index || state.turns_open {
        let rect = part(left, if has_index { INDEX } else { width });
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            turns::index_ui(ui, cx, view, state);
        });
    }
    ui.advance_cursor_after_rect(whole);
    if let Some(person) = wanted {
        ui_state.library.open(Shelf::People, &person);
        cx.want(Intent::Show(Screen::Library));
    }
}
