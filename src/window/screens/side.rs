//! The panels next to the conversation: the record card, the commitments, the room.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, Frame, Label, Margin, Painter, Rect, RichText, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
};

use crate::app::intent::Intent;
use crate::scenario::terms::Bar;
use crate::view::blocks::RoomChange;
use crate::view::card::{CardLine, RecordCard};
use crate::view::commitments::CommitmentView;
use crate::view::table::{RoomView, TableView};

use super::marks::{change_mark, margined, side_colour, side_mark_ui};
use super::parts::{
    UiContext, as_heading, button, heading, overline, paragraph, quiet, remember_focus, rule, scrolled, typed,
};
use super::room;
use super::theme::{self, font};

/// What the real delegation did at this point, and how it was answered.
pub(super) fn cards_ui(ui: &mut Ui, cx: &mut UiContext<'_>, cards: &[RecordCard]) {
    scrolled(ui, "cards", true, |ui| {
        heading(ui, cx.label("card-title"));
        if cards.is_empty() {
            quiet(ui, cx.colours, cx.label("window-no-card"));
        }
        for (index, card) in cards.iter().enumerate() {
            ui.push_id(index, |ui| card_ui(ui, cx, card));
        }
    });
}

fn card_ui(ui: &mut Ui, cx: &mut UiContext<'_>, card: &RecordCard) {
    rule(ui, cx.colours);
    let title = ui.label(RichText::new(&card.label).font(font(16.0, theme::strong())));
    as_heading(&title, 3, &card.label);
    let case = RichText::new(cx.label(card.case.key())).font(font(14.0, theme::plain_strong()));
    ui.label(case.color(cx.colours.theirs));
    for (index, line) in card.said.iter().enumerate() {
        ui.push_id(("said", index), |ui| {
            line_ui(ui, cx, line, true, &line.words, "");
        });
    }
    for (index, line) in card.heard.iter().enumerate() {
        let above = line.heard.then(|| cx.label("card-heard-above"));
        ui.push_id(("heard", index), |ui| {
            let words = above.unwrap_or(&line.words);
            line_ui(ui, cx, line, false, words, &line.pairing);
        });
    }
    for note in &card.notes {
        quiet(ui, cx.colours, note);
    }
}

fn line_ui(ui: &mut Ui, cx: &mut UiContext<'_>, line: &CardLine, ours: bool, words: &str, pairing: &str) {
    let colour = side_colour(cx.colours, ours);
    margined(ui, cx.colours, ours, |ui| {
        ui.horizontal_wrapped(|ui| {
            side_mark_ui(ui, cx.colours, ours);
            let name = RichText::new(&line.speaker).font(font(15.0, theme::plain_strong()));
            ui.label(name.color(colour));
            let place = button(ui, &line.place);
            if place.clicked() {
                remember_focus(ui, &place);
                cx.want(Intent::OpenRecord(line.line));
            }
        });
        if !pairing.is_empty() {
            quiet(ui, cx.colours, pairing);
        }
        if words == line.words {
            typed(ui, &format!("“{words}”"));
        } else {
            quiet(ui, cx.colours, words);
        }
    });
}

/// Commitments, and points not answered yet.
pub(super) fn on_table_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &TableView) {
    scrolled(ui, "on-table", true, |ui| {
        heading(ui, cx.label("commitments-title"));
        if view.commitments.is_empty() {
            quiet(ui, cx.colours, cx.label("commitments-none"));
        }
        for commitment in &view.commitments {
            commitment_ui(ui, cx, commitment);
        }
        ui.add_space(16.0);
        heading(ui, cx.label("open-title"));
        if view.open.is_empty() {
            quiet(ui, cx.colours, cx.label("open-none"));
        }
        for point in &view.open {
            ui.add_space(4.0);
            paragraph(ui, &point.label);
            quiet(ui, cx.colours, &point.made);
        }
    });
}

/// A commitment as a slip of paper: its kind as a stamp, whose it is, its words, and the cost of breaking it.
fn commitment_ui(ui: &mut Ui, cx: &UiContext<'_>, commitment: &CommitmentView) {
    let colours = cx.colours;
    ui.add_space(4.0);
    let frame = Frame::new().fill(colours.field).corner_radius(2).inner_margin(Margin::symmetric(12, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            side_mark_ui(ui, colours, commitment.ours);
            stamp(ui, side_colour(colours, commitment.ours), &commitment.kind);
            quiet(ui, colours, &commitment.given);
            if commitment.fresh {
                new_ui(ui, cx);
            }
        });
        paragraph(ui, &commitment.text);
        for line in [&commitment.strength, &commitment.price].into_iter().flatten() {
            quiet(ui, colours, line);
        }
    });
    let info = || WidgetInfo::labeled(WidgetType::Other, true, commitment.sentence.as_str());
    shown.response.widget_info(info);
}

/// The six bars, and below them the reasons for every change.
pub(super) fn room_ui(ui: &mut Ui, cx: &UiContext<'_>, room: &RoomView) {
    scrolled(ui, "room", true, |ui| {
        // If the bars are always visible, the reasons come first.
        if !cx.is_small() {
            moved_ui(ui, cx, room);
            ui.add_space(16.0);
        }
        heading(ui, cx.label("room-title"));
        for (bar, view) in Bar::ALL.iter().zip(&room.bars) {
            ui.add_space(4.0);
            let name = RichText::new(&view.heading);
            ui.label(name.font(font(15.0, theme::plain_strong())));
            let size = Vec2::new(ui.available_width(), 8.0);
            let (track, _) = ui.allocate_exact_size(size, Sense::hover());
            room::track_ui(ui, cx, *bar, view.height, track);
            quiet(ui, cx.colours, &view.start);
        }
        if cx.is_small() {
            ui.add_space(16.0);
            moved_ui(ui, cx, room);
        }
    });
}

/// The reasons for every change of the bars, the latest statement first.
fn moved_ui(ui: &mut Ui, cx: &UiContext<'_>, room: &RoomView) {
    heading(ui, cx.label("room-what-moved"));
    if room.moved.is_empty() {
        quiet(ui, cx.colours, cx.label("room-nothing-moved"));
    }
    for turn in &room.moved {
        let first = cx.label("room-at-first");
        let title = if turn.heading.is_empty() { first } else { turn.heading.as_str() };
        ui.add_space(8.0);
        overline(ui, cx.colours, title);
        for change in &turn.changes {
            change_ui(ui, cx, change);
        }
    }
}

/// A change of a bar: its direction, what changed, and the reason in quieter type.
pub(super) fn change_ui(ui: &mut Ui, cx: &UiContext<'_>, change: &RoomChange) {
    let colours = cx.colours;
    let mut job = LayoutJob::default();
    let size = 13.5;
    let format = |family, colour| TextFormat::simple(font(size, family), colour);
    let moved = format!("{} ", change.moved);
    job.append(&moved, 0.0, format(theme::plain_strong(), colours.ink));
    job.append(&change.because, 0.0, format(theme::plain(), colours.quiet));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (sign, _) = ui.allocate_exact_size(Vec2::new(10.0, 17.0), Sense::hover());
        change_mark(ui.painter(), sign.center(), change.by > 0, colours.quiet);
        ui.add(Label::new(job).wrap());
    });
}

pub(super) fn stamp(ui: &mut Ui, colour: Color32, word: &str) {
    chip(ui, &word.to_uppercase(), colour, |painter, rect| {
        let stroke = Stroke::new(1.5, colour);
        painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Inside);
    });
}

/// The badge for what is new since the last statement.
pub(super) fn new_ui(ui: &mut Ui, cx: &UiContext<'_>) {
    let colours = cx.colours;
    chip(ui, cx.label("table-new"), colours.ink, |painter, rect| {
        painter.rect_filled(rect, 2.0, colours.mark);
    });
}

/// A word on a coloured background, no taller than the text.
fn chip(ui: &mut Ui, word: &str, colour: Color32, ground: impl FnOnce(&Painter, Rect)) {
    let face = font(theme::size::STAMP, theme::plain_strong());
    let text = ui.painter().layout_no_wrap(word.to_owned(), face, colour);
    let size = text.size() + Vec2::new(12.0, 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, word));
    ground(ui.painter(), rect);
    let at = rect.center() - text.size() / 2.0;
    ui.painter().galley(at, text, colour);
}
