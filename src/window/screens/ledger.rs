//! The ledger: for each issue a track from your best outcome to theirs, with each side's current position.

use egui::{Align2, Color32, Painter, Pos2, Rect, Response, RichText, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType};

use crate::view::ledger::{LedgerLine, Stand};

use super::marks::{indented, side_colour, side_mark, side_mark_ui};
use super::parts::{UiContext, as_heading, heading, quiet, ring, scrolled};
use super::side::new_ui;
use super::theme::{self, font};

/// Height of a track, including the labels of its marks.
const HEIGHT: f32 = 60.0;
const RADIUS: f32 = 7.0;
/// Space at each end of a track.
const ENDS: f32 = 14.0;

pub(super) fn ledger_ui(ui: &mut Ui, cx: &UiContext<'_>, ledger: &[LedgerLine]) {
    scrolled(ui, "ledger", true, |ui| {
        heading(ui, cx.label("ledger-title"));
        quiet(ui, cx.colours, cx.label("track-key"));
        for line in ledger {
            line_ui(ui, cx, line);
        }
    });
}

fn line_ui(ui: &mut Ui, cx: &UiContext<'_>, line: &LedgerLine) {
    // Nothing here can be pressed, so lines may be close together.
    ui.spacing_mut().interact_size.y = 18.0;
    ui.add_space(8.0);
    let name = ui.label(RichText::new(&line.name).font(font(17.0, theme::strong())));
    as_heading(&name, 3, &line.name);
    track_ui(ui, cx, line);
    let fresh = |stand: &Option<Stand>| stand.as_ref().is_some_and(|stand| stand.fresh);
    side_ui(ui, cx, true, &line.ours_line, fresh(&line.our_stand));
    let their_fresh = fresh(&line.their_stand);
    side_ui(ui, cx, false, &line.theirs_line, their_fresh);
    if let Some(refused) = &line.refused_line {
        indented(ui, |ui| quiet(ui, cx.colours, refused));
    }
    quiet(ui, cx.colours, &line.range);
}

/// A side's position in words.
fn side_ui(ui: &mut Ui, cx: &UiContext<'_>, ours: bool, stand: &str, fresh: bool) {
    ui.horizontal_wrapped(|ui| {
        side_mark_ui(ui, cx.colours, ours);
        let text = RichText::new(stand);
        ui.add(egui::Label::new(text.font(font(15.0, theme::plain()))).wrap());
        if fresh {
            new_ui(ui, cx);
        }
    });
}

/// The track: a stop for each position, your mark above it and theirs below.
fn track_ui(ui: &mut Ui, cx: &UiContext<'_>, line: &LedgerLine) {
    let size = Vec2::new(ui.available_width().min(560.0), HEIGHT);
    let (whole, response) = ui.allocate_exact_size(size, Sense::focusable_noninteractive());
    let told = line.sentence.as_str();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, told));
    let (colours, painter) = (cx.colours, ui.painter());
    let rail = whole.center().y;
    let count = line.positions.len();
    let stroke = Stroke::new(2.0, colours.line);
    let ends = whole.x_range().shrink(ENDS);
    painter.hline(ends, rail, stroke);
    for at in 0..count {
        let stop = Pos2::new(stop(whole, at, count), rail);
        painter.circle(stop, 8.5, colours.sheet, Stroke::new(1.5, colours.quiet));
        if line.refused.iter().any(|(refused, _)| *refused == at) {
            struck(painter, colours.theirs, stop);
        }
        let number = (at + 1).to_string();
        let small = font(12.5, theme::plain_strong());
        painter.text(stop, Align2::CENTER_CENTER, number, small, colours.quiet);
    }
    let sides = [(&line.our_stand, true), (&line.their_stand, false)];
    for (stand, ours) in sides {
        if let Some(stand) = stand {
            stand_ui(ui, cx, &response, stand, (count, ours));
        }
    }
    ring(ui, colours, &response);
}

/// Strikes through a stop that the other side refuses, next to its number.
fn struck(painter: &Painter, colour: Color32, stop: Pos2) {
    let stroke = Stroke::new(2.5, colour);
    let (far, near) = (Vec2::new(11.0, 11.0), Vec2::new(6.5, 6.5));
    painter.line_segment([stop - far, stop - near], stroke);
    painter.line_segment([stop + near, stop + far], stroke);
}

/// The x coordinate of a stop on its track.
fn stop(whole: Rect, at: usize, count: usize) -> f32 {
    let last = f32::from(u8::try_from(count.saturating_sub(1).max(1)).unwrap_or(u8::MAX));
    let at = f32::from(u8::try_from(at).unwrap_or(u8::MAX));
    let ends = whole.x_range().shrink(ENDS);
    ends.min + ends.span() * (at / last).min(1.0)
}

/// A side's mark at its stop, with the timing next to it.
fn stand_ui(ui: &Ui, cx: &UiContext<'_>, track: &Response, stand: &Stand, (count, ours): (usize, bool)) {
    let (colours, painter) = (cx.colours, ui.painter());
    let whole = track.rect;
    let x = stop(whole, stand.at, count);
    let y = if ours { whole.top() + RADIUS + 2.0 } else { whole.bottom() - RADIUS - 2.0 };
    let colour = side_colour(colours, ours);
    let towards = if ours { -8.5 } else { 8.5 };
    let stem = [Pos2::new(x, y), Pos2::new(x, whole.center().y + towards)];
    painter.line_segment(stem, Stroke::new(2.0, colour));
    side_mark(painter, Pos2::new(x, y), RADIUS, ours, colour);
    let id = track.id.with(if ours { "ours" } else { "theirs" });
    let place = Rect::from_center_size(Pos2::new(x, y), Vec2::splat(RADIUS * 2.0 + 4.0));
    let mark = ui.interact(place, id, Sense::hover());
    let told = stand.sentence.as_str();
    mark.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, told));
    let Some(timing) = &stand.timing else { return };
    let small = font(13.5, theme::plain());
    let words = painter.layout_no_wrap(timing.clone(), small, colour);
    let aside = RADIUS + 5.0;
    // At the right end, the text goes left of the mark.
    let left = if x + aside + words.size().x > whole.right() { x - aside - words.size().x } else { x + aside };
    let at = Pos2::new(left.max(whole.left()), y - words.size().y / 2.0);
    painter.galley(at, words, colour);
}
