//! Who you are and what you want, before the first word.

use egui::Ui;

use crate::desk::BriefingView;
use crate::view::intent::Intent;

use super::parts::{
    Kit, button, choice, column, heading, inferred, main_button, paragraph, quiet, rule, scrolled,
    sheet,
};

/// The briefing.
pub(super) fn briefing_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &BriefingView, more: &mut bool) {
    scrolled(ui, "briefing", true, |ui| {
        column(ui, 660.0, |ui| {
            sheet(kit.colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, &view.seat);
                rule(ui, kit.colours);
                ui.spacing_mut().item_spacing.y = 10.0;
                if let Some(speech) = &view.speech {
                    inferred(ui, speech);
                }
                for text in &view.brief {
                    paragraph(ui, text);
                }
                ui.add_space(4.0);
                ways_on(ui, kit, view);
                let key = if *more {
                    "window-less-background"
                } else {
                    "window-more-background"
                };
                if button(ui, &kit.msg(key)).clicked() {
                    *more = !*more;
                }
                if *more {
                    for text in &view.more {
                        paragraph(ui, text);
                    }
                }
                quiet(ui, kit.colours, &kit.msg("help-badges"));
            });
        });
    });
}

/// To the table, or, where no game is on the desk, the games that can be begun.
fn ways_on(ui: &mut Ui, kit: &mut Kit<'_>, view: &BriefingView) {
    for length in &view.lengths {
        if choice(ui, kit.colours, None, &length.name, "").clicked() {
            kit.want(Intent::Begin(length.length));
        }
    }
    if !view.lengths.is_empty() {
        return;
    }
    let key = if view.before_first_word {
        "window-to-the-table"
    } else {
        "window-to-the-game"
    };
    let begin = main_button(ui, kit.colours, &kit.msg(key), true);
    if begin.clicked() {
        kit.want(Intent::Continue);
    }
    // The first thing Enter does is to go on.
    if ui.memory(|memory| memory.focused().is_none()) {
        begin.request_focus();
    }
}
