//! The author's choice of a folder.

use std::path::PathBuf;

use egui::{RichText, Ui};

use crate::app::authoring::Authoring;
use crate::app::intent::{Intent, Screen};
use crate::app::{ChooserView, FolderRow};

use super::super::keys;
use super::super::parts::{
    Paper, READING, UiContext, button, choice, field, less, main_button, overline, page, paragraph, quiet, rule,
    title_of_page,
};
use super::super::theme::{self, font};
use super::AuthorState;

pub(in crate::window::screens) fn chooser_ui(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    view: &ChooserView,
    state: &mut AuthorState,
) {
    let paper = Paper { id: "chooser", width: READING, filed: false };
    page(ui, cx, paper, |ui, cx| {
        title_of_page(ui, cx.colours, cx.label("screen-author"));
        paragraph(ui, cx.label("author-what"));
        ui.add_space(8.0);
        if let Some(open) = &view.open
            && main_button(ui, cx.colours, open, true).clicked()
        {
            cx.want(Intent::Show(Screen::Title));
        }
        rows_ui(ui, cx, "scenarios-own", &view.own);
        rows_ui(ui, cx, "author-recent", &view.recent);
        typed_ui(ui, cx, state);
        new_ui(ui, cx, state);
        browser_ui(ui, cx, view);
    });
}

fn open(cx: &mut UiContext<'_>, folder: PathBuf) {
    cx.want(Intent::Author(Authoring::Open(folder)));
}

fn rows_ui(ui: &mut Ui, cx: &mut UiContext<'_>, key: &str, rows: &[FolderRow]) {
    if rows.is_empty() {
        return;
    }
    rule(ui, cx.colours);
    overline(ui, cx.colours, cx.label(key));
    ui.push_id(key, |ui| {
        for row in rows {
            let detail = row.path.display().to_string();
            let detail = if detail == row.name { "" } else { &detail };
            if choice(ui, cx.colours, None, &row.name, detail).clicked() {
                open(cx, row.path.clone());
            }
        }
    });
}

fn typed_ui(ui: &mut Ui, cx: &mut UiContext<'_>, state: &mut AuthorState) {
    rule(ui, cx.colours);
    let label = overline(ui, cx.colours, cx.label("author-path"));
    ui.horizontal_wrapped(|ui| {
        let width = less(ui.available_width(), 120.0).max(160.0);
        let edit = field(ui, cx.colours, &mut state.typed, width, label.id);
        let entered = keys::entered(ui, &edit);
        let pressed = button(ui, cx.label("author-open")).clicked();
        // If nothing was typed, the application says what to do.
        if pressed || (entered && !state.typed.trim().is_empty()) {
            open(cx, PathBuf::from(state.typed.trim()));
        }
    });
}

fn new_ui(ui: &mut Ui, cx: &mut UiContext<'_>, state: &mut AuthorState) {
    rule(ui, cx.colours);
    let label = overline(ui, cx.colours, cx.label("author-new-name"));
    ui.horizontal_wrapped(|ui| {
        let width = less(ui.available_width(), 120.0).max(160.0);
        let edit = field(ui, cx.colours, &mut state.name, width, label.id);
        let entered = keys::entered(ui, &edit);
        if button(ui, cx.label("author-create")).clicked() || entered {
            cx.want(Intent::Author(Authoring::Create(state.name.clone())));
        }
    });
}

fn browser_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &ChooserView) {
    rule(ui, cx.colours);
    overline(ui, cx.colours, cx.label("author-browse"));
    let at = RichText::new(view.at.display().to_string()).font(font(15.0, theme::typed()));
    ui.add(egui::Label::new(at).wrap());
    ui.horizontal_wrapped(|ui| {
        for (key, folder) in [("author-up", &view.up), ("author-home", &view.home)] {
            if let Some(folder) = folder
                && button(ui, cx.label(key)).clicked()
            {
                cx.want(Intent::Author(Authoring::Browse(folder.clone())));
            }
        }
        if view.is_scenario && button(ui, cx.label("author-open-this")).clicked() {
            open(cx, view.at.clone());
        }
    });
    if let Some(because) = &view.unread {
        paragraph(ui, because);
    }
    ui.push_id("folders", |ui| {
        for row in &view.folders {
            let detail = if row.is_scenario { cx.label("author-is-scenario") } else { "" };
            if choice(ui, cx.colours, None, &row.name, detail).clicked() {
                let folder = row.path.clone();
                cx.want(Intent::Author(if row.is_scenario {
                    Authoring::Open(folder)
                } else {
                    Authoring::Browse(folder)
                }));
            }
        }
    });
    if view.more {
        quiet(ui, cx.colours, cx.label("author-more-folders"));
    }
}
