//! The bots page: choosing bots, their progress, what they never reached, and how often they reached the rest.

use egui::{ProgressBar, Ui};

use crate::app::authoring::Authoring;
use crate::app::intent::Intent;
use crate::app::{BotsView, FoundView, GAMES};

use super::super::parts::{UiContext, asked, button, checkbox, main_button, overline, paragraph, quiet, radio, rule};
use super::links::{filter_ui, filtered_ui, more_ui, thing_row_ui};

/// Most unreached parts to list.
const MOST: usize = 60;

pub(super) fn bots_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &BotsView, filter: &mut String) {
    quiet(ui, cx.colours, cx.label("author-bots-what"));
    ui.horizontal_wrapped(|ui| {
        for bot in &view.bots {
            let response = checkbox(ui, cx.colours, bot.chosen, bot.name);
            if response.on_hover_text(bot.about).clicked() {
                cx.want(Intent::Author(Authoring::Bot(bot.name.to_owned(), !bot.chosen)));
            }
        }
    });
    overline(ui, cx.colours, cx.label("author-games-each"));
    ui.horizontal_wrapped(|ui| {
        asked(ui, cx.label("author-games-each"));
        for games in GAMES {
            if radio(ui, cx.colours, view.games == *games, &games.to_string()).clicked() {
                cx.want(Intent::Author(Authoring::Games(*games)));
            }
        }
    });
    if let Some((_, name)) = &view.here
        && checkbox(ui, cx.colours, view.from_here, name).clicked()
    {
        cx.want(Intent::Author(Authoring::BotsFromHere(!view.from_here)));
    }
    ui.add_space(4.0);
    playing_ui(ui, cx, view);
    if let Some(found) = &view.found {
        found_ui(ui, cx, found, filter);
    }
}

fn playing_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &BotsView) {
    let Some(playing) = &view.playing else {
        if main_button(ui, cx.colours, cx.label("author-let-play"), true).clicked() {
            cx.want(Intent::Author(Authoring::RunBots));
        }
        return;
    };
    ui.horizontal_wrapped(|ui| {
        if button(ui, cx.label("author-stop")).clicked() {
            cx.want(Intent::Author(Authoring::Stop));
        }
        ui.label(&playing.text);
    });
    // The counts are small enough for `f32`.
    let share = playing.done as f32 / playing.all.max(1) as f32;
    ui.add(ProgressBar::new(share).desired_height(8.0).fill(cx.colours.ours));
}

fn found_ui(ui: &mut Ui, cx: &mut UiContext<'_>, found: &FoundView, filter: &mut String) {
    rule(ui, cx.colours);
    for line in &found.lines {
        paragraph(ui, line);
    }
    overline(ui, cx.colours, cx.label("author-endings"));
    for (ending, _) in &found.endings {
        quiet(ui, cx.colours, ending);
    }
    rule(ui, cx.colours);
    overline(ui, cx.colours, &found.never_heading);
    if !found.never.is_empty() {
        quiet(ui, cx.colours, cx.label("author-never-what"));
    }
    ui.push_id("never", |ui| {
        for row in found.never.iter().take(MOST) {
            thing_row_ui(ui, cx, row);
        }
    });
    more_ui(ui, cx, found.never.len().saturating_sub(MOST));
    rule(ui, cx.colours);
    overline(ui, cx.colours, cx.label("author-came"));
    filter_ui(ui, cx, filter);
    let wanted = filter.trim().to_lowercase();
    ui.push_id("came", |ui| filtered_ui(ui, cx, &found.rows, &wanted));
}
