//! The list of scenarios: built-in ones and the player's own.

use egui::Ui;

use crate::app::intent::{Intent, Screen};
use crate::app::{ScenarioRow, ScenariosView};

use super::parts::{
    Paper, READING, UiContext, button, choice, heading, main_choice, page, paragraph, quiet, title_of_page,
};

pub(super) fn scenarios_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &ScenariosView) {
    let paper = Paper { id: "scenarios", width: READING, filed: false };
    page(ui, cx, paper, |ui, cx| {
        title_of_page(ui, cx.colours, cx.label("screen-scenarios"));
        for row in view.rows.iter().filter(|row| !row.own) {
            row_ui(ui, cx, row);
        }
        ui.add_space(20.0);
        own_ui(ui, cx, view);
        ui.add_space(8.0);
        if button(ui, cx.label("author-new")).clicked() {
            cx.want(Intent::Show(Screen::Author));
        }
    });
}

fn own_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &ScenariosView) {
    heading(ui, cx.label("scenarios-own"));
    let Some(folder) = &view.folder else {
        quiet(ui, cx.colours, cx.label("scenarios-no-folder"));
        return;
    };
    for row in view.rows.iter().filter(|row| row.own) {
        ui.push_id(&row.key, |ui| row_ui(ui, cx, row));
    }
    if !view.rows.iter().any(|row| row.own) {
        paragraph(ui, cx.label("scenarios-no-own"));
    }
    quiet(ui, cx.colours, folder);
}

fn row_ui(ui: &mut Ui, cx: &mut UiContext<'_>, row: &ScenarioRow) {
    if row.errors > 0 {
        ui.add_enabled_ui(false, |ui| {
            choice(ui, cx.colours, None, &row.title, &row.detail);
        });
        return;
    }
    let pressed = if row.chosen {
        main_choice(ui, cx.colours, &row.title, &row.detail).clicked()
    } else {
        choice(ui, cx.colours, None, &row.title, &row.detail).clicked()
    };
    if pressed {
        cx.want(Intent::Choose(row.origin.clone()));
    }
}
