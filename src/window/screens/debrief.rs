//! The debrief: an index of sections on the left, the document on the right.

use egui::{Align, Button, Id, Layout, Rect, Response, RichText, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType};

use crate::app::DebriefView;
use crate::app::intent::Intent;
use crate::view::criticism::Criticism;
use crate::view::document::{Block, Section};

use super::blocks::block_ui;
use super::criticism::criticism_ui;
use super::parts::{
    Paper, UiContext, heading, less, main_button, overline, page, quiet, ring, rule, scrolled, stamp, tab,
    title_of_page,
};
use super::theme::{self, font};

/// Widths of the index and the sheet, and the gap between them.
const INDEX: f32 = 210.0;
const SHEET: f32 = 780.0;
const GAP: f32 = 20.0;
/// From this width on, the index is shown on the left.
const WIDE: f32 = 800.0;

/// Key of the section with the sliders for weights.
const CRITICISM: &str = "criticise";

/// Draws the debrief. `goal` is the section to scroll to.
pub(super) fn debrief_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &DebriefView, goal: &mut Option<usize>) {
    let room = ui.available_rect_before_wrap();
    let wide = room.width() >= WIDE;
    let mut place = room;
    if wide {
        // Centre the index and the sheet together.
        let both = (INDEX + GAP + SHEET).min(room.width());
        let left = (room.left() + less(room.width(), both) / 2.0).round();
        let mut index = room;
        index.set_left(left);
        index.set_width(INDEX);
        place.set_left(left + INDEX + GAP);
        place.set_width(less(both, INDEX + GAP));
        within(ui, index, |ui| contents_ui(ui, cx, view, goal));
    }
    let paper = Paper { id: "debrief", width: SHEET, filed: true };
    within(ui, place, |ui| {
        page(ui, cx, paper, |ui, cx| {
            title_of_page(ui, cx.colours, &view.document.title);
            seats_ui(ui, cx, view);
            if view.reviewing {
                quiet(ui, cx.colours, cx.label("review-waiting"));
            }
            if !wide {
                save_ui(ui, cx);
                ui.horizontal_wrapped(|ui| sections_ui(ui, cx, view, goal, None));
            }
            document_ui(ui, cx, view, goal);
        });
    });
}

/// Draws in a given rectangle.
fn within(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    add(&mut child);
}

/// Draws the sections and remembers the current one for the index.
fn document_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &DebriefView, goal: &mut Option<usize>) {
    /// How far below the top edge a heading may be and still mark the current section.
    const BELOW: f32 = 80.0;
    let edge = ui.clip_rect().top() + BELOW;
    let mut read = 0;
    for (index, section) in view.document.sections.iter().enumerate() {
        let criticism = view.criticism.as_ref();
        let criticism = criticism.filter(|_| section.key == CRITICISM);
        let top = section_ui(ui, cx, section, index, criticism);
        if top.rect.top() <= edge {
            read = index;
        }
        if *goal == Some(index) {
            top.scroll_to_me(Some(Align::TOP));
            *goal = None;
        }
    }
    let before: Option<usize> = ui.data(|data| data.get_temp(read_now()));
    if before != Some(read) {
        ui.data_mut(|data| data.insert_temp(read_now(), read));
        ui.ctx().request_repaint();
    }
}

/// Id under which egui's memory stores the current section.
fn read_now() -> Id {
    Id::new("we-can-wait-section")
}

/// In the hot seat: tabs to choose whose debrief is shown.
fn seats_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &DebriefView) {
    if view.seats.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (seat, name, shown) in &view.seats {
            if tab(ui, cx.colours, *shown, name).clicked() && !shown {
                cx.want(Intent::DebriefOf(*seat));
            }
        }
    });
}

fn contents_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &DebriefView, goal: &mut Option<usize>) {
    scrolled(ui, "contents", false, |ui| {
        ui.add_space(26.0);
        overline(ui, cx.colours, cx.label("debrief-contents"));
        let read: Option<usize> = ui.data(|data| data.get_temp(read_now()));
        ui.spacing_mut().item_spacing.y = 2.0;
        sections_ui(ui, cx, view, goal, read);
        ui.add_space(16.0);
        save_ui(ui, cx);
    });
}

fn save_ui(ui: &mut Ui, cx: &mut UiContext<'_>) {
    let save = cx.label("window-save-debrief");
    if main_button(ui, cx.colours, save, true).clicked() {
        cx.want(Intent::SaveDebrief);
    }
    quiet(ui, cx.colours, cx.label("window-save-debrief-what"));
}

/// The entries of the index. An index on the sheet itself marks no section, because a bold entry is wider and would
/// move the page.
fn sections_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &DebriefView, goal: &mut Option<usize>, read: Option<usize>) {
    for (index, section) in view.document.sections.iter().enumerate() {
        if entry_of_index(ui, cx, &section.heading, read == Some(index)).clicked() {
            *goal = Some(index);
        }
    }
}

/// An entry of the index, with a bar if it is the current section.
fn entry_of_index(ui: &mut Ui, cx: &UiContext<'_>, heading: &str, read: bool) -> Response {
    let family = if read { theme::plain_strong() } else { theme::plain() };
    let text = RichText::new(heading).font(font(14.5, family));
    let mut button = Button::new(text).frame(false);
    if !ui.layout().is_horizontal() {
        button = button.wrap();
    }
    let response = ui.add(button.min_size(Vec2::new(0.0, 26.0)));
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, read, heading));
    if read {
        let bar = response.rect.translate(Vec2::new(-8.0, 0.0)).x_range().min;
        let stroke = Stroke::new(3.0, cx.colours.ours);
        ui.painter().vline(bar, response.rect.y_range(), stroke);
    }
    ring(ui, cx.colours, &response);
    response
}

fn section_ui(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    section: &Section,
    index: usize,
    criticism: Option<&Criticism>,
) -> Response {
    ui.add_space(if index == 0 { 8.0 } else { 22.0 });
    let top = ui.scope(|ui| heading(ui, &section.heading)).response;
    stamp(ui, cx.colours.quiet, cx.label(section.nature.key()));
    ui.add_space(6.0);
    if let Some(criticism) = criticism {
        criticism_ui(ui, cx, criticism);
    }
    let is_measure = |block: &Block| matches!(block, Block::Measure { .. });
    let mut number = 0;
    // Consecutive measures form one table.
    for blocks in section.blocks.chunk_by(|a, b| is_measure(a) && is_measure(b)) {
        ui.push_id((index, number), |ui| {
            for block in blocks {
                block_ui(ui, cx, block);
            }
            if blocks.iter().any(is_measure) {
                rule(ui, cx.colours);
                ui.add_space(4.0);
            }
        });
        number += blocks.len();
    }
    rule(ui, cx.colours);
    top
}
