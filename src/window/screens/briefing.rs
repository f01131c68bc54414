//! Who you are and what you want, before the first word.

use egui::Ui;

use crate::app::BriefingView;
use crate::app::intent::Intent;

use super::parts::{
    Kit, Paper, READING, button, choice, inferred, main_button, numbered, page_with_foot, quiet, rule, title_of_page,
};

/// The briefing.
pub(super) fn briefing_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &BriefingView, more: &mut bool) {
    let paper = Paper { id: "briefing", width: READING, filed: true };
    let open = *more;
    page_with_foot(
        ui,
        kit,
        paper,
        |ui, kit| {
            title_of_page(ui, kit.colours, &view.seat);
            if let Some(speech) = &view.speech {
                inferred(ui, speech);
                ui.add_space(8.0);
            }
            for (number, text) in view.brief.iter().enumerate() {
                numbered(ui, kit.colours, number + 1, text);
                ui.add_space(8.0);
            }
            if open {
                rule(ui, kit.colours);
                ui.add_space(4.0);
                for (number, text) in view.more.iter().enumerate() {
                    numbered(ui, kit.colours, view.brief.len() + number + 1, text);
                    ui.add_space(8.0);
                }
            }
            rule(ui, kit.colours);
            quiet(ui, kit.colours, &kit.msg("help-badges"));
        },
        |ui, kit| ways_on(ui, kit, view, more),
    );
}

/// To the table, or, where no game is on the desk, the games that can be begun.
fn ways_on(ui: &mut Ui, kit: &mut Kit<'_>, view: &BriefingView, more: &mut bool) {
    for length in &view.lengths {
        if choice(ui, kit.colours, None, &length.name, "").clicked() {
            kit.want(Intent::Begin(length.length));
        }
    }
    ui.horizontal_wrapped(|ui| {
        if view.lengths.is_empty() {
            on_ui(ui, kit, view);
        }
        if view.more.is_empty() {
            return;
        }
        let key = if *more { "window-less-background" } else { "window-more-background" };
        if button(ui, &kit.msg(key)).clicked() {
            *more = !*more;
        }
    });
}

fn on_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &BriefingView) {
    let key = if view.before_first_word { "window-to-the-table" } else { "window-to-the-game" };
    let begin = main_button(ui, kit.colours, &kit.msg(key), true);
    if begin.clicked() {
        kit.want(Intent::Continue);
    }
    // The first thing Enter does is to go on.
    if ui.memory(|memory| memory.focused().is_none()) {
        begin.request_focus();
    }
}
