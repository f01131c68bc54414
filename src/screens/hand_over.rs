//! The screen between two people: it shows nothing of either, until the one whose turn it is says so.

use egui::{RichText, Ui};

use crate::desk::HandOverView;
use crate::language::arg;
use crate::view::intent::Intent;

use super::parts::{
    Kit, announced, as_heading, column, main_button, paragraph, quiet, rule, scrolled, sheet,
};
use super::theme::{self, font};

/// The hand-over.
pub(super) fn hand_over_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &HandOverView) {
    scrolled(ui, "hand-over", true, |ui| {
        let room = ui.available_height();
        ui.add_space(((room - 280.0) / 2.0).max(6.0));
        column(ui, 560.0, |ui| {
            sheet(kit.colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.add_space(10.0);
                let args = [arg("seat", view.seat.as_str())];
                let now = kit.msg_with("hand-over", &args);
                let title = ui.label(RichText::new(&now).font(font(28.0, theme::strong())));
                as_heading(&title, 1, &now);
                // Whose turn it is is told at once.
                announced(&title);
                rule(ui, kit.colours);
                if view.before_first_word {
                    paragraph(ui, &kit.msg("hand-over-both"));
                    ui.add_space(6.0);
                }
                paragraph(ui, &kit.msg("window-hand-over"));
                ui.add_space(10.0);
                let take = main_button(ui, kit.colours, &kit.msg("window-take-screen"), true);
                if take.clicked() {
                    kit.want(Intent::TakeScreen);
                }
                if ui.memory(|memory| memory.focused().is_none()) {
                    take.request_focus();
                }
                ui.add_space(6.0);
                quiet(ui, kit.colours, &kit.msg("window-hand-over-hidden"));
            });
        });
    });
}
