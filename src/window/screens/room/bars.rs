//! The room's six bars on a slip of paper that is always visible: name, height, and the change since the last
//! statement.

use egui::{Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType};

use crate::scenario::terms::Bar;
use crate::view::table::BarStrip;

use super::super::marks::change_mark;
use super::super::parts::{UiContext, set_percent};
use super::theme::{self, font};

pub(super) const HEIGHT: f32 = 44.0;

pub(super) fn bars_ui(ui: &Ui, cx: &UiContext<'_>, bars: &[BarStrip], slip: Rect) {
    let (colours, painter) = (cx.colours, ui.painter());
    let shade = slip.translate(Vec2::new(1.0, 2.0));
    painter.rect_filled(shade, 2.0, colours.cloth_line);
    let line = Stroke::new(1.0, colours.line);
    painter.rect(slip, 2.0, colours.sheet, line, StrokeKind::Inside);
    let count = f32::from(u8::try_from(bars.len().max(1)).unwrap_or(1));
    let width = slip.width() / count;
    let mut left = slip.left();
    for bar in bars {
        let cell = Rect::from_min_size(Pos2::new(left, slip.top()), Vec2::new(width, HEIGHT));
        bar_ui(ui, cx, bar, cell.shrink2(Vec2::new(10.0, 4.0)));
        left += width;
    }
}

/// Whether a bar belongs to the other side.
pub(in crate::window::screens) const fn is_theirs(bar: Bar) -> bool {
    matches!(bar, Bar::TheirFace | Bar::TheirPatience)
}

fn bar_ui(ui: &Ui, cx: &UiContext<'_>, bar: &BarStrip, cell: Rect) {
    let response = ui.interact(cell, ui.id().with(("bar", bar.bar.key())), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, bar.sentence.as_str()));
    set_percent(&response, bar.height);
    let (colours, painter) = (cx.colours, ui.painter());
    // A name that doesn't fit is set smaller.
    let name = |size: f32| painter.layout_no_wrap(bar.name.clone(), font(size, theme::plain()), colours.quiet);
    let whole = name(13.0);
    let name = if whole.size().x <= cell.width() { whole } else { name(11.5) };
    let top = cell.left_top();
    painter.with_clip_rect(cell).galley(top, name, colours.quiet);
    let figure = painter.layout_no_wrap(bar.height.to_string(), font(14.0, theme::plain_strong()), colours.ink);
    let mut right = cell.right();
    let middle = cell.bottom() - 8.0;
    if bar.change != 0 {
        let by = bar.change.abs().to_string();
        let by = painter.layout_no_wrap(by, font(13.0, theme::plain()), colours.ink);
        right -= by.size().x;
        painter.galley(Pos2::new(right, middle - by.size().y / 2.0), by, colours.ink);
        right -= 9.0;
        let mark = Pos2::new(right, middle);
        change_mark(painter, mark, bar.change > 0, colours.quiet);
        right -= 11.0;
    }
    right -= figure.size().x;
    let at = Pos2::new(right, middle - figure.size().y / 2.0);
    painter.galley(at, figure, colours.ink);
    let track = Rect::from_min_max(Pos2::new(cell.left(), middle - 3.0), Pos2::new(right - 8.0, middle + 3.0));
    track_ui(ui, cx, bar.bar, bar.height, track);
}

/// A bar filled to its height: solid for the player's side, double for the other. Changes are animated.
pub(in crate::window::screens) fn track_ui(ui: &Ui, cx: &UiContext<'_>, bar: Bar, height: u8, track: Rect) {
    let (colours, painter) = (cx.colours, ui.painter());
    let line = Stroke::new(1.0, colours.line);
    painter.rect(track, 1.0, colours.field, line, StrokeKind::Inside);
    let time = ui.style().animation_time;
    let id = ui.id().with(("height", bar.key()));
    let height = ui.ctx().animate_value_with_time(id, f32::from(height), time);
    let mut filled = track;
    filled.set_width(track.width() * height.clamp(0.0, 100.0) / 100.0);
    if !is_theirs(bar) {
        painter.rect_filled(filled, 1.0, colours.ours);
        return;
    }
    let third = track.height() / 3.0;
    for top in [filled.top(), filled.bottom() - third] {
        let strip = Rect::from_min_max(Pos2::new(filled.left(), top), Pos2::new(filled.right(), top + third));
        painter.rect_filled(strip, 0.0, colours.theirs);
    }
}
