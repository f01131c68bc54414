//! The screen between two people: it shows nothing of either, until the one whose turn it is says so.

use egui::{Label, Margin, RichText, Ui};

use crate::app::HandOverView;
use crate::app::intent::Intent;
use crate::language::arg;

use super::parts::{
    Kit, Paper, READING, announced, as_heading, centred, column, double_rule, is_low, lying, main_button,
    page_with_foot, paragraph, quiet, scrolled, tab_above,
};
use super::theme::{self, font, size};

/// The hand-over: the closed dossier. Where there is little room, the way on stands at its foot, in sight.
pub(super) fn hand_over_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &HandOverView) {
    if is_low(kit.room) {
        let paper = Paper { id: "hand-over", width: READING, filed: false };
        return page_with_foot(ui, kit, paper, |ui, kit| cover_ui(ui, kit, view), take_ui);
    }
    scrolled(ui, "hand-over", true, |ui| {
        centred(ui, "hand-over", 300.0, |ui| {
            column(ui, 560.0, |ui| {
                tab_above(ui, kit.colours, kit.subject);
                let cover = lying(kit.colours).fill(kit.colours.field);
                let cover = cover.inner_margin(Margin::symmetric(32, 26));
                cover.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    cover_ui(ui, kit, view);
                    ui.add_space(14.0);
                    take_ui(ui, kit);
                });
            });
        });
    });
}

fn cover_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &HandOverView) {
    let args = [arg("seat", view.seat.as_str())];
    let now = kit.msg_with("hand-over", &args);
    let text = RichText::new(&now).font(font(size::SCREEN, theme::strong()));
    let title = ui.add(Label::new(text).wrap());
    as_heading(&title, 1, &now);
    // Whose turn it is is told at once.
    announced(&title);
    double_rule(ui, [kit.colours.ours, kit.colours.theirs]);
    ui.add_space(8.0);
    if view.before_first_word {
        paragraph(ui, &kit.msg("hand-over-both"));
        ui.add_space(8.0);
    }
    paragraph(ui, &kit.msg("window-hand-over"));
}

/// Whoever it is for says so.
fn take_ui(ui: &mut Ui, kit: &mut Kit<'_>) {
    let take = main_button(ui, kit.colours, &kit.msg("window-take-screen"), true);
    if take.clicked() {
        kit.want(Intent::TakeScreen);
    }
    if ui.memory(|memory| memory.focused().is_none()) {
        take.request_focus();
    }
    quiet(ui, kit.colours, &kit.msg("window-hand-over-hidden"));
}
