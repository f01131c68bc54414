//! The journal: the statements of this game, each a place to go back to, and the games that are kept.

use egui::{RichText, Ui};

use crate::desk::{JournalView, Kept, Made};
use crate::language::arg;
use crate::view::intent::Intent;

use super::parts::{Kit, button, column, heading, paragraph, quiet, rule, scrolled, sheet};
use super::theme::{self, font};

/// The journal.
pub(super) fn journal_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &JournalView) {
    scrolled(ui, "journal", true, |ui| {
        column(ui, 760.0, |ui| {
            sheet(kit.colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, &kit.msg("window-this-game"));
                if let Some(file) = &view.file {
                    let args = [arg("file", file.as_str())];
                    quiet(ui, kit.colours, &kit.msg_with("window-kept-in", &args));
                }
                if view.made.is_empty() {
                    paragraph(ui, &kit.msg("window-nothing-said"));
                }
                for made in &view.made {
                    ui.push_id(("made", made.step), |ui| made_ui(ui, kit, made));
                }
                ui.add_space(18.0);
                heading(ui, &kit.msg("window-kept-games"));
                if view.kept.is_empty() {
                    paragraph(ui, &kit.msg("window-none-kept"));
                }
                for kept in &view.kept {
                    ui.push_id(&kept.name, |ui| kept_ui(ui, kit, kept));
                }
            });
        });
    });
}

fn made_ui(ui: &mut Ui, kit: &mut Kit<'_>, made: &Made) {
    rule(ui, kit.colours);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&made.heading).font(font(16.0, theme::strong())));
        let button = button(ui, &kit.msg("window-fork-here"));
        let args = [arg("heading", made.heading.as_str())];
        let name = kit.msg_with("window-fork-at", &args);
        button.widget_info(|| {
            egui::WidgetInfo::labeled(egui::WidgetType::Button, true, name.as_str())
        });
        if button.clicked() {
            kit.want(Intent::Fork(made.step));
        }
    });
    for label in &made.moves {
        quiet(ui, kit.colours, label);
    }
}

fn kept_ui(ui: &mut Ui, kit: &mut Kit<'_>, kept: &Kept) {
    rule(ui, kit.colours);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&kept.name).font(font(15.0, theme::typed())));
        if kept.sound {
            let button = button(ui, &kit.msg("window-go-on"));
            let args = [arg("name", kept.name.as_str())];
            let name = kit.msg_with("window-go-on-with", &args);
            button.widget_info(|| {
                egui::WidgetInfo::labeled(egui::WidgetType::Button, true, name.as_str())
            });
            if button.clicked() {
                kit.want(Intent::Resume(kept.path.clone()));
            }
        }
    });
    quiet(ui, kit.colours, &kept.state);
}
