//! The notice at the bottom of the window: what went wrong, or what was done.

use egui::{Align, Label, Layout, RichText, Ui, Vec2};

use crate::app::Notice;
use crate::app::intent::Intent;

use super::parts::{UiContext, announced, button, less, mark};
use super::theme::{self, font};

/// A mark, the text, and the button that closes the notice.
pub(super) fn notice_ui(ui: &mut Ui, cx: &mut UiContext<'_>, notice: &Notice) {
    let (key, colour) =
        if notice.fault { ("notice-fault", cx.colours.theirs) } else { ("notice-done", cx.colours.ours) };
    ui.horizontal_top(|ui| {
        mark(ui, cx.colours, notice.fault);
        let away = cx.label("window-dismiss");
        let room = less(ui.available_width(), 110.0);
        ui.allocate_ui_with_layout(Vec2::new(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            let kind = RichText::new(cx.label(key)).font(font(13.5, theme::plain_strong()));
            ui.label(kind.color(colour));
            let text = RichText::new(&notice.text).font(font(15.0, theme::plain()));
            announced(&ui.add(Label::new(text).wrap()));
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if button(ui, away).clicked() {
                cx.want(Intent::Dismiss);
            }
        });
    });
}
