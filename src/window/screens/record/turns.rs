//! The index: who speaks where, in document order.

use egui::{RichText, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use crate::app::RecordView;
use crate::view::library::Side;
use crate::view::transcript::Turn;

use super::super::parts::{UiContext, less, overline, ring, scrolled, sheet};
use super::super::theme::{self, Palette, font, size};
use super::state::RecordState;

/// Height of a row, large enough for touch.
const ROW: f32 = 26.0;

pub(super) fn index_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &RecordView, state: &mut RecordState) {
    sheet(cx.colours).inner_margin(egui::Margin::symmetric(10, 12)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        overline(ui, cx.colours, cx.label("record-turns"));
        scrolled(ui, "turns", false, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let turns = &view.transcript.turns;
            let here = turns.iter().rposition(|turn| turn.line <= state.top);
            for (number, turn) in turns.iter().enumerate() {
                if row_ui(ui, cx, turn, here == Some(number)) {
                    state.go(turn.line);
                }
            }
        });
    });
}

/// Draws a row. Returns whether it was clicked.
fn row_ui(ui: &mut Ui, cx: &UiContext<'_>, turn: &Turn, here: bool) -> bool {
    let colours = cx.colours;
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let response = ui.interact(rect, ui.id().with(("turn", turn.line)), Sense::click());
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, here, &turn.index_name));
    if !ui.is_rect_visible(rect) {
        ring(ui, colours, &response);
        return response.clicked();
    }
    let painter = ui.painter();
    if here || response.hovered() {
        painter.rect_filled(rect, 2.0, colours.field);
    }
    side_mark(ui, colours, turn.side, egui::pos2(rect.left() + 11.0, rect.center().y));
    let text = |text: &str, family, colour| {
        let text = RichText::new(text).font(font(size::SMALL, family)).color(colour);
        egui::WidgetText::from(text).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            less(rect.width(), 60.0),
            egui::TextStyle::Small,
        )
    };
    let face = if here { theme::plain_strong() } else { theme::plain() };
    let galley = text(&turn.name, face, colours.ink);
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(egui::pos2(rect.left() + 24.0, top), galley, colours.ink);
    let galley = text(&turn.line.to_string(), theme::plain(), colours.quiet);
    let left = rect.right() - galley.size().x - 6.0;
    painter.galley(egui::pos2(left, top), galley, colours.quiet);
    ring(ui, colours, &response);
    response.clicked()
}

/// A side's mark: round for the reader's own, square for the other, a ring for neither.
pub(in crate::window::screens) fn side_mark(ui: &Ui, colours: Palette, side: Side, at: egui::Pos2) {
    let painter = ui.painter();
    match side {
        Side::Ours => {
            painter.circle_filled(at, 4.5, colours.ours);
        }
        Side::Theirs => {
            let square = egui::Rect::from_center_size(at, Vec2::splat(8.5));
            painter.rect_filled(square, 0.0, colours.theirs);
        }
        Side::Neither => {
            painter.circle_stroke(at, 4.0, egui::Stroke::new(1.5, colours.quiet));
        }
    }
}
