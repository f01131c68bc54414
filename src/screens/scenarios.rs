//! The scenarios that can be played: those that the program carries, and one's own.

use egui::Ui;

use crate::desk::{ScenarioRow, ScenariosView};
use crate::language::arg;
use crate::view::intent::{Intent, Screen};

use super::parts::{
    Kit, button, choice, column, heading, overline, paragraph, quiet, rule, scrolled, sheet,
};

/// The scenarios.
pub(super) fn scenarios_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &ScenariosView) {
    scrolled(ui, "scenarios", true, |ui| {
        column(ui, 660.0, |ui| {
            sheet(kit.colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, &kit.msg("screen-scenarios"));
                for row in view.rows.iter().filter(|row| !row.own) {
                    row_ui(ui, kit, row);
                }
                rule(ui, kit.colours);
                own_ui(ui, kit, view);
                ui.add_space(6.0);
                if button(ui, &kit.msg("author-new")).clicked() {
                    kit.want(Intent::Show(Screen::Author));
                }
            });
        });
    });
}

fn own_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &ScenariosView) {
    overline(ui, kit.colours, &kit.msg("scenarios-own"));
    let Some(folder) = &view.folder else {
        quiet(ui, kit.colours, &kit.msg("scenarios-no-folder"));
        return;
    };
    for row in view.rows.iter().filter(|row| row.own) {
        ui.push_id(&row.key, |ui| row_ui(ui, kit, row));
    }
    if !view.rows.iter().any(|row| row.own) {
        paragraph(ui, &kit.msg("scenarios-no-own"));
    }
    let args = [arg("folder", folder.display().to_string())];
    quiet(ui, kit.colours, &kit.msg_with("scenarios-folder", &args));
}

fn row_ui(ui: &mut Ui, kit: &mut Kit<'_>, row: &ScenarioRow) {
    if row.errors > 0 {
        let args = [arg("errors", row.errors)];
        let faulty = kit.msg_with("scenarios-faulty", &args);
        ui.add_enabled_ui(false, |ui| {
            choice(ui, kit.colours, None, &row.title, &faulty);
        });
        return;
    }
    let detail = if row.chosen {
        let args = [arg("setting", row.setting.as_str())];
        kit.msg_with("scenarios-chosen", &args)
    } else {
        row.setting.clone()
    };
    if choice(ui, kit.colours, None, &row.title, &detail).clicked() {
        kit.want(Intent::Choose(row.origin.clone()));
    }
}
