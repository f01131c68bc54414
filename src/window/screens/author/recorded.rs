//! The recorded games page: saving the current game as one, and replaying them all.

use egui::{RichText, Ui};

use crate::app::authoring::Authoring;
use crate::app::intent::Intent;
use crate::app::{RecordedRow, RecordedView};

use super::super::parts::{UiContext, button, main_button, paragraph, quiet, rule};
use super::super::theme::{self, font};

pub(super) fn recorded_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &RecordedView) {
    quiet(ui, cx.colours, cx.label("author-recorded-what"));
    if main_button(ui, cx.colours, cx.label("author-save-recorded"), view.can_save).clicked() {
        cx.want(Intent::Author(Authoring::SaveAsRecorded));
    }
    let key = if view.can_save { "author-save-recorded-what" } else { "author-save-recorded-none" };
    quiet(ui, cx.colours, cx.label(key));
    rule(ui, cx.colours);
    if view.games.is_empty() {
        paragraph(ui, cx.label("author-none-recorded"));
        return;
    }
    if button(ui, cx.label("author-play-recorded")).clicked() {
        cx.want(Intent::Author(Authoring::PlayRecorded));
    }
    if let Some(tested) = &view.tested {
        paragraph(ui, tested);
    }
    for row in &view.games {
        row_ui(ui, cx, row);
    }
}

fn row_ui(ui: &mut Ui, cx: &UiContext<'_>, row: &RecordedRow) {
    rule(ui, cx.colours);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&row.file).font(font(15.0, theme::typed())));
        let (key, colour) = match row.ok {
            Some(true) => ("author-as-recorded", cx.colours.ours),
            Some(false) => ("author-not-as-recorded", cx.colours.theirs),
            None => ("author-not-played", cx.colours.quiet),
        };
        let told = RichText::new(cx.label(key)).font(font(14.0, theme::plain_strong()));
        ui.label(told.color(colour));
    });
    for fault in &row.faults {
        paragraph(ui, fault);
    }
}
