//! The briefing: who you are and what you want.

use egui::Ui;

use crate::app::BriefingView;
use crate::app::intent::Intent;

use super::parts::{
    Paper, READING, UiContext, button, choice, inferred, main_button, numbered, page_with_foot, quiet, rule,
    title_of_page,
};

pub(super) fn briefing_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &BriefingView, more: &mut bool) {
    let paper = Paper { id: "briefing", width: READING, filed: true };
    let open = *more;
    page_with_foot(
        ui,
        cx,
        paper,
        |ui, cx| {
            title_of_page(ui, cx.colours, &view.seat);
            if let Some(speech) = &view.speech {
                inferred(ui, speech);
                ui.add_space(8.0);
            }
            for (number, text) in view.brief.iter().enumerate() {
                numbered(ui, cx.colours, number + 1, text);
                ui.add_space(8.0);
            }
            if open {
                rule(ui, cx.colours);
                ui.add_space(4.0);
                for (number, text) in view.more.iter().enumerate() {
                    numbered(ui, cx.colours, view.brief.len() + number + 1, text);
                    ui.add_space(8.0);
                }
            }
            rule(ui, cx.colours);
            quiet(ui, cx.colours, cx.label("help-badges"));
        },
        |ui, cx| ways_on(ui, cx, view, more),
    );
}

/// The button to the table, or the lengths of game to start if there is no game.
fn ways_on(ui: &mut Ui, cx: &mut UiContext<'_>, view: &BriefingView, more: &mut bool) {
    for length in &view.lengths {
        if choice(ui, cx.colours, None, &length.name, "").clicked() {
            cx.want(Intent::Begin(length.length));
        }
    }
    ui.horizontal_wrapped(|ui| {
        if view.lengths.is_empty() {
            on_ui(ui, cx, view);
        }
        if view.more.is_empty() {
            return;
        }
        let key = if *more { "window-less-background" } else { "window-more-background" };
        if button(ui, cx.label(key)).clicked() {
            *more = !*more;
        }
    });
}

fn on_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &BriefingView) {
    let key = if view.before_first_word { "window-to-the-table" } else { "window-to-the-game" };
    let begin = main_button(ui, cx.colours, cx.label(key), true);
    if begin.clicked() {
        cx.want(Intent::Continue);
    }
    // Focus the main button, so that Enter continues.
    if ui.memory(|memory| memory.focused().is_none()) {
        begin.request_focus();
    }
}
