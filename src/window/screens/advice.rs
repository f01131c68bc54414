//! The adviser on the statement's paper: a button to ask him, and below it what he has said so far.

use egui::Ui;

use crate::app::intent::{Intent, Verb};
use crate::view::table::TableView;

use super::parts::{UiContext, barred, button, paragraph, quiet, rule};

/// The button to ask him. Draws nothing if he can't be asked or has said everything.
pub(super) fn ask_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView) {
    let Some(advice) = view.advice.as_ref().filter(|advice| !advice.all_said) else {
        // Use up the button's automatic id, so that the focus stays on the same control.
        return ui.skip_ahead_auto_ids(1);
    };
    let key = if advice.lines.is_empty() { "window-advise" } else { "window-advise-more" };
    let shortcut = Verb::Hint.key().unwrap_or_default();
    if button(ui, &format!("{}  {shortcut}", cx.label(key))).clicked() {
        cx.want(Intent::Advise);
    }
}

pub(super) fn said_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView) {
    let said = view.advice.as_ref().map(|advice| advice.lines.as_slice());
    let Some((model, said)) = said.and_then(<[String]>::split_last) else {
        return cx.spoken.tell("advice", "");
    };
    cx.spoken.tell("advice", &said.join("\n"));
    barred(ui, cx.colours.line, |ui| {
        for line in said {
            paragraph(ui, line);
        }
        quiet(ui, cx.colours, model);
    });
    rule(ui, cx.colours);
}
