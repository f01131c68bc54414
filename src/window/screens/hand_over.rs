//! The screen while two players pass it: it reveals nothing until the right player confirms.

use egui::{Label, Margin, RichText, Ui};

use crate::app::HandOverView;
use crate::app::intent::Intent;

use super::parts::{
    Paper, READING, UiContext, announced, as_heading, centred, column, double_rule, is_low, main_button,
    page_with_foot, paragraph, quiet, scrolled, sheet_frame, tab_above,
};
use super::theme::{self, font, size};

/// Draws the closed dossier. In a low window, its button is in a foot that stays visible.
pub(super) fn hand_over_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &HandOverView) {
    if is_low(cx.room) {
        let paper = Paper { id: "hand over", width: READING, filed: false };
        return page_with_foot(ui, cx, paper, |ui, cx| cover_ui(ui, cx, view), take_ui);
    }
    scrolled(ui, "hand over", true, |ui| {
        centred(ui, "hand over", 300.0, |ui| {
            column(ui, 560.0, |ui| {
                tab_above(ui, cx.colours, cx.subject);
                let cover = sheet_frame(cx.colours).fill(cx.colours.field);
                let cover = cover.inner_margin(Margin::symmetric(32, 26));
                cover.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    cover_ui(ui, cx, view);
                    ui.add_space(14.0);
                    take_ui(ui, cx);
                });
            });
        });
    });
}

fn cover_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &HandOverView) {
    let text = RichText::new(&view.now).font(font(size::SCREEN, theme::strong()));
    let title = ui.add(Label::new(text).wrap());
    as_heading(&title, 1, &view.now);
    // Screen readers announce whose turn it is.
    announced(&title);
    double_rule(ui, [cx.colours.ours, cx.colours.theirs]);
    ui.add_space(8.0);
    if view.before_first_word {
        paragraph(ui, cx.label("hand-over-both"));
        ui.add_space(8.0);
    }
    paragraph(ui, cx.label("window-hand-over"));
}

fn take_ui(ui: &mut Ui, cx: &mut UiContext<'_>) {
    let take = main_button(ui, cx.colours, cx.label("window-take-screen"), true);
    if take.clicked() {
        cx.want(Intent::TakeScreen);
    }
    if ui.memory(|memory| memory.focused().is_none()) {
        take.request_focus();
    }
    quiet(ui, cx.colours, cx.label("window-hand-over-hidden"));
}
