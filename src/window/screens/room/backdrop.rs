//! The wall, the windows and the table in a few flat tones. It shows a typical room, not a historical one.

use egui::{Color32, Painter, Pos2, Rangef, Rect, Shape, Stroke, StrokeKind, Ui, Vec2};

use super::theme::Palette;

/// The wall down to the table's edge, and the tablecloth below it.
pub(super) fn backdrop(ui: &Ui, colours: Palette, desk: Rect, edge: f32) {
    let painter = ui.painter();
    let (mut wall, mut table) = (desk, desk);
    wall.set_bottom(edge);
    table.set_top(edge);
    painter.rect_filled(wall, 0.0, colours.wall);
    let on_wall = painter.with_clip_rect(wall.intersect(ui.clip_rect()));
    panels(&on_wall, colours, wall);
    for part in [0.22, 0.78] {
        window(&on_wall, colours, wall, wall.left() + wall.width() * part);
    }
    painter.rect_filled(table, 0.0, colours.cloth);
    painter.hline(table.x_range(), edge + 1.5, Stroke::new(3.0, colours.cloth_line));
}

/// A rail along the wall with panels below it.
fn panels(painter: &Painter, colours: Palette, wall: Rect) {
    let line = Stroke::new(1.0, colours.wall_line);
    let rail = wall.top() + wall.height() * 0.62;
    painter.hline(wall.x_range(), rail, Stroke::new(2.0, colours.wall_line));
    painter.hline(wall.x_range(), rail + 4.0, line);
    let (wide, gap) = (120.0_f32, 20.0);
    let count = (wall.width() / (wide + gap)).ceil();
    let first = wall.center().x - count * (wide + gap) / 2.0 + gap / 2.0;
    let mut left = first;
    while left < wall.right() {
        let panel = Rect::from_min_max(Pos2::new(left, rail + 12.0), Pos2::new(left + wide, wall.bottom() + 8.0));
        painter.rect_stroke(panel, 0.0, line, StrokeKind::Inside);
        left += wide + gap;
    }
}

/// A tall window with curtains.
fn window(painter: &Painter, colours: Palette, wall: Rect, middle: f32) {
    let height = wall.height() * 0.62 - 7.0;
    let (half, top) = (height * 0.4, wall.top());
    let pane = Rect::from_min_max(Pos2::new(middle - half, top - 2.0), Pos2::new(middle + half, top + height));
    let line = Stroke::new(1.5, colours.wall_line);
    let light = colours.wall.lerp_to_gamma(colours.sheet, 0.4);
    painter.rect(pane, 0.0, light, line, StrokeKind::Inside);
    painter.vline(middle, pane.y_range(), line);
    painter.hline(pane.x_range(), top + height * 0.5, line);
    let curtain = colours.wall.lerp_to_gamma(colours.wall_line, 0.55);
    let wide = half * 0.55;
    for left in [middle - half - wide * 0.6, middle + half - wide * 0.4] {
        let fall = Rect::from_min_size(Pos2::new(left, top - 2.0), Vec2::new(wide, height + 9.0));
        painter.rect_filled(fall, 0.0, curtain);
        for fold in [0.3, 0.68] {
            let x = left + wide * fold;
            painter.vline(x, fall.y_range(), Stroke::new(1.0, colours.wall_line));
        }
    }
}

/// A carafe and a glass on the table between the two sides.
pub(super) fn carafe(ui: &Ui, colours: Palette, edge: f32, middle: Rangef, scale: f32) {
    if middle.span() < 56.0 || scale < 0.8 {
        return;
    }
    let painter = ui.painter();
    let glass = colours.wall.lerp_to_gamma(colours.sheet, 0.6);
    let foot = edge + 4.0;
    bottle(painter, colours, glass, Pos2::new(middle.center() - 9.0, foot));
    tumbler(painter, colours, glass, Pos2::new(middle.center() + 14.0, foot));
}

fn bottle(painter: &Painter, colours: Palette, glass: Color32, foot: Pos2) {
    let at = |x: f32, y: f32| foot + Vec2::new(x, y);
    let line = Stroke::new(1.0, colours.figure);
    let body = vec![at(-4.0, -24.0), at(4.0, -24.0), at(11.0, -10.0), at(10.0, 1.0), at(-10.0, 1.0), at(-11.0, -10.0)];
    painter.add(Shape::convex_polygon(body, glass, line));
    let neck = Rect::from_min_max(at(-4.0, -36.0), at(4.0, -23.0));
    painter.rect(neck, 1.0, glass, line, StrokeKind::Inside);
    painter.line_segment([at(-10.0, -9.0), at(10.0, -9.0)], line);
}

fn tumbler(painter: &Painter, colours: Palette, glass: Color32, foot: Pos2) {
    let at = |x: f32, y: f32| foot + Vec2::new(x, y);
    let line = Stroke::new(1.0, colours.figure);
    let cup = vec![at(-6.0, -15.0), at(6.0, -15.0), at(5.0, 1.0), at(-5.0, 1.0)];
    painter.add(Shape::convex_polygon(cup, glass, line));
}
