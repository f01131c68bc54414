//! Marks that don't rely on colour: round and square for the two sides, up and down for changes.

use egui::{Color32, Frame, Margin, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2};

use super::theme::Palette;

pub(super) const fn side_colour(colours: Palette, ours: bool) -> Color32 {
    if ours { colours.ours } else { colours.theirs }
}

/// A side's mark: round for the player's side, square for the other.
pub(super) fn side_mark(painter: &Painter, at: Pos2, radius: f32, ours: bool, colour: Color32) {
    if ours {
        painter.circle_filled(at, radius, colour);
    } else {
        // Sized to look as large as the circle.
        let square = Rect::from_center_size(at, Vec2::splat(radius * 1.8));
        painter.rect_filled(square, 0.0, colour);
    }
}

/// A side's mark in a line of text.
pub(super) fn side_mark_ui(ui: &mut Ui, colours: Palette, ours: bool) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(9.0, 16.0), Sense::hover());
    let colour = side_colour(colours, ours);
    side_mark(ui.painter(), rect.center(), 4.5, ours, colour);
}

/// A small triangle pointing up or down.
pub(super) fn change_mark(painter: &Painter, at: Pos2, up: bool, colour: Color32) {
    let way = if up { -1.0 } else { 1.0 };
    let corners = [(-4.5, -3.0), (4.5, -3.0), (0.0, 4.0)];
    let corners = corners.map(|(x, y)| at + Vec2::new(x, -y * -way));
    let shape = Shape::convex_polygon(corners.to_vec(), colour, Stroke::NONE);
    painter.add(shape);
}

/// A block with a side's bar on its left: solid for the player's side, double for the other.
pub(super) fn margined<R>(ui: &mut Ui, colours: Palette, ours: bool, add: impl FnOnce(&mut Ui) -> R) -> R {
    let inner = Frame::new().inner_margin(Margin { left: MARGIN, right: 0, top: 0, bottom: 4 }).show(ui, add);
    let rect = inner.response.rect;
    let colour = side_colour(colours, ours);
    let (left, down, painter) = (rect.left(), rect.y_range(), ui.painter());
    if ours {
        painter.vline(left + 2.0, down, Stroke::new(4.0, colour));
    } else {
        painter.vline(left + 0.75, down, Stroke::new(1.5, colour));
        painter.vline(left + 4.25, down, Stroke::new(1.5, colour));
    }
    inner.inner
}

/// Indent of text next to a side's bar.
pub(super) const MARGIN: i8 = 16;

/// Indents content to line up with the text of a block with a bar.
pub(super) fn indented<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = Margin { left: MARGIN, ..Margin::ZERO };
    Frame::new().inner_margin(margin).show(ui, add).inner
}
