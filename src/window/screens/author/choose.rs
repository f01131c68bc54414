//! Choosing a folder to work on.

use std::path::PathBuf;

use egui::{Key, RichText, Ui};

use crate::app::authoring::Authoring;
use crate::app::intent::{Intent, Screen};
use crate::app::{ChooserView, FolderRow};
use crate::language::arg;

use super::super::parts::{
    Kit, Paper, READING, button, choice, field, main_button, overline, page, paragraph, quiet, rule, title_of_page,
};
use super::super::theme::{self, font};
use super::AuthorState;

/// Where a folder is chosen.
pub(in crate::window::screens) fn chooser_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &ChooserView,
    state: &mut AuthorState,
) {
    let paper = Paper { id: "chooser", width: READING, filed: false };
    page(ui, kit, paper, |ui, kit| {
        title_of_page(ui, kit.colours, &kit.msg("screen-author"));
        paragraph(ui, &kit.msg("author-what"));
        ui.add_space(8.0);
        if let Some(open) = &view.open {
            let args = [arg("folder", open.as_str())];
            let go_on = kit.msg_with("author-resume", &args);
            if main_button(ui, kit.colours, &go_on, true).clicked() {
                kit.want(Intent::Show(Screen::Title));
            }
        }
        rows_ui(ui, kit, "scenarios-own", &view.own);
        rows_ui(ui, kit, "author-recent", &view.recent);
        typed_ui(ui, kit, state);
        new_ui(ui, kit, state);
        browser_ui(ui, kit, view);
    });
}

fn open(kit: &mut Kit<'_>, folder: PathBuf) {
    kit.want(Intent::Author(Authoring::Open(folder)));
}

fn rows_ui(ui: &mut Ui, kit: &mut Kit<'_>, key: &str, rows: &[FolderRow]) {
    if rows.is_empty() {
        return;
    }
    rule(ui, kit.colours);
    overline(ui, kit.colours, &kit.msg(key));
    ui.push_id(key, |ui| {
        for row in rows {
            let detail = row.path.display().to_string();
            let detail = if detail == row.name { "" } else { &detail };
            if choice(ui, kit.colours, None, &row.name, detail).clicked() {
                open(kit, row.path.clone());
            }
        }
    });
}

fn typed_ui(ui: &mut Ui, kit: &mut Kit<'_>, state: &mut AuthorState) {
    rule(ui, kit.colours);
    let label = overline(ui, kit.colours, &kit.msg("author-path"));
    ui.horizontal_wrapped(|ui| {
        let width = (ui.available_width() - 120.0).max(160.0);
        let edit = field(ui, kit.colours, &mut state.typed, width, label.id);
        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let pressed = button(ui, &kit.msg("author-open")).clicked();
        // Where nothing is typed, the desk says what can be.
        if pressed || (entered && !state.typed.trim().is_empty()) {
            open(kit, PathBuf::from(state.typed.trim()));
        }
    });
}

fn new_ui(ui: &mut Ui, kit: &mut Kit<'_>, state: &mut AuthorState) {
    rule(ui, kit.colours);
    let label = overline(ui, kit.colours, &kit.msg("author-new-name"));
    ui.horizontal_wrapped(|ui| {
        let width = (ui.available_width() - 120.0).max(160.0);
        let edit = field(ui, kit.colours, &mut state.name, width, label.id);
        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if button(ui, &kit.msg("author-create")).clicked() || entered {
            kit.want(Intent::Author(Authoring::Create(state.name.clone())));
        }
    });
}

fn browser_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &ChooserView) {
    rule(ui, kit.colours);
    overline(ui, kit.colours, &kit.msg("author-browse"));
    let at = RichText::new(view.at.display().to_string()).font(font(15.0, theme::typed()));
    ui.add(egui::Label::new(at).wrap());
    ui.horizontal_wrapped(|ui| {
        for (key, folder) in [("author-up", &view.up), ("author-home", &view.home)] {
            if let Some(folder) = folder
                && button(ui, &kit.msg(key)).clicked()
            {
                kit.want(Intent::Author(Authoring::Browse(folder.clone())));
            }
        }
        if view.is_scenario && button(ui, &kit.msg("author-open-this")).clicked() {
            open(kit, view.at.clone());
        }
    });
    if let Some(because) = &view.unread {
        let args = [arg("because", because.as_str())];
        paragraph(ui, &kit.msg_with("author-unreadable", &args));
    }
    ui.push_id("folders", |ui| {
        for row in &view.folders {
            let detail = if row.is_scenario { kit.msg("author-is-scenario") } else { String::new() };
            if choice(ui, kit.colours, None, &row.name, &detail).clicked() {
                let folder = row.path.clone();
                kit.want(Intent::Author(if row.is_scenario {
                    Authoring::Open(folder)
                } else {
                    Authoring::Browse(folder)
                }));
            }
        }
    });
    if view.more {
        quiet(ui, kit.colours, &kit.msg("author-more-folders"));
    }
}
