//! The journal: this game's statements, each a point to go back to, and the saved games.

use egui::{Align, Label, Layout, RichText, Ui};

use crate::app::intent::Intent;
use crate::app::{JournalView, Made, SavedGame};

use super::parts::{
    Paper, UiContext, as_heading, beside, button, heading, less, page, paragraph, quiet, rule, title_of_page,
};
use super::theme::{self, font, size};

const WIDTH: f32 = 800.0;
/// From this width on, an answer is next to its move.
const WIDE: f32 = 560.0;

pub(super) fn journal_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &JournalView) {
    let paper = Paper { id: "journal", width: WIDTH, filed: true };
    page(ui, cx, paper, |ui, cx| {
        title_of_page(ui, cx.colours, cx.label("window-this-game"));
        if let Some(file) = &view.file {
            quiet(ui, cx.colours, file);
        }
        if view.made.is_empty() {
            paragraph(ui, cx.label("window-nothing-said"));
            quiet(ui, cx.colours, cx.label("journal-empty"));
        }
        for (number, made) in view.made.iter().enumerate() {
            if number > 0 {
                rule(ui, cx.colours);
            }
            ui.push_id(("made", made.step), |ui| made_ui(ui, cx, made));
        }
        ui.add_space(24.0);
        heading(ui, cx.label("window-saved-games"));
        if view.saved.is_empty() {
            paragraph(ui, cx.label("window-no-saved-games"));
        }
        for saved in &view.saved {
            ui.push_id(&saved.name, |ui| saved_game_ui(ui, cx, saved));
        }
    });
}

/// A heading with a button at the right. Returns whether the button was pressed.
fn headed_ui(ui: &mut Ui, title: RichText, action: &str, name: &str) -> bool {
    ui.horizontal(|ui| {
        // Lay out the button first, so that a long title is truncated instead of the button.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = button(ui, action);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, name));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = title.text().to_owned();
                as_heading(&ui.add(Label::new(title).truncate()), 3, &text);
            });
            button.clicked()
        })
        .inner
    })
    .inner
}

fn made_ui(ui: &mut Ui, cx: &mut UiContext<'_>, made: &Made) {
    let title = RichText::new(&made.heading).font(font(size::NAME, theme::strong()));
    if headed_ui(ui, title, cx.label("window-fork-here"), &made.fork) {
        cx.want(Intent::Fork(made.step));
    }
    let room = ui.available_width();
    for (label, answer) in &made.moves {
        let said = RichText::new(label).font(font(size::BUTTON, theme::plain()));
        if room < WIDE {
            ui.add(Label::new(said).wrap());
            quiet(ui, cx.colours, answer);
            continue;
        }
        ui.horizontal_top(|ui| {
            let left = (less(room, 16.0) * 0.56).round();
            beside(ui, left, |ui| {
                ui.add(Label::new(said).wrap());
            });
            let rest = ui.available_width();
            beside(ui, rest, |ui| {
                ui.add_space(1.0);
                quiet(ui, cx.colours, answer);
            });
        });
    }
    ui.add_space(4.0);
}

fn saved_game_ui(ui: &mut Ui, cx: &mut UiContext<'_>, saved: &SavedGame) {
    rule(ui, cx.colours);
    let title = if saved.game.is_empty() {
        RichText::new(&saved.name).font(font(size::TYPED, theme::typed()))
    } else {
        RichText::new(&saved.game).font(font(size::BUTTON, theme::plain_strong()))
    };
    if saved.sound {
        if headed_ui(ui, title, cx.label("window-resume"), &saved.resume) {
            cx.want(Intent::Resume(saved.path.clone()));
        }
    } else {
        ui.add(Label::new(title).wrap());
    }
    quiet(ui, cx.colours, &saved.state);
    if !saved.game.is_empty() {
        let file = RichText::new(&saved.name).font(font(size::STAMP, theme::typed()));
        ui.add(Label::new(file.color(cx.colours.quiet)).wrap());
    }
}
