//! What bots come to: which play, how far they are, what never came, how often the rest did.

use egui::{ProgressBar, Ui};

use crate::app::authoring::Authoring;
use crate::app::intent::Intent;
use crate::app::{BotsView, FoundView, GAMES};
use crate::language::arg;

use super::super::parts::{UiContext, asked, button, checkbox, main_button, overline, paragraph, quiet, radio, rule};
use super::links::{filter_ui, filtered_ui, thing_row_ui};

/// Things that never came which are listed at a time.
const MOST: usize = 60;

pub(super) fn bots_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &BotsView, filter: &mut String) {
    quiet(ui, cx.colours, &cx.msg("author-bots-what"));
    ui.horizontal_wrapped(|ui| {
        for bot in &view.bots {
            let response = checkbox(ui, cx.colours, bot.chosen, bot.name);
            if response.on_hover_text(bot.about).clicked() {
                cx.want(Intent::Author(Authoring::Bot(bot.name.to_owned(), !bot.chosen)));
            }
        }
    });
    overline(ui, cx.colours, &cx.msg("author-games-each"));
    ui.horizontal_wrapped(|ui| {
        asked(ui, &cx.msg("author-games-each"));
        for games in GAMES {
            let args = [arg("games", *games)];
            let name = cx.msg_with("author-games-number", &args);
            if radio(ui, cx.colours, view.games == *games, &name).clicked() {
                cx.want(Intent::Author(Authoring::Games(*games)));
            }
        }
    });
    if let Some(statement) = view.here {
        let args = [arg("statement", statement)];
        let name = cx.msg_with("author-bots-here", &args);
        if checkbox(ui, cx.colours, view.from_here, &name).clicked() {
            cx.want(Intent::Author(Authoring::BotsFromHere(!view.from_here)));
        }
    }
    ui.add_space(4.0);
    playing_ui(ui, cx, view);
    if let Some(found) = &view.found {
        found_ui(ui, cx, found, filter);
    }
}

fn playing_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &BotsView) {
    let Some((done, all)) = view.playing else {
        if main_button(ui, cx.colours, &cx.msg("author-let-play"), true).clicked() {
            cx.want(Intent::Author(Authoring::LetPlay));
        }
        return;
    };
    let args = [arg("done", done), arg("all", all)];
    let told = cx.msg_with("author-playing", &args);
    ui.horizontal_wrapped(|ui| {
        if button(ui, &cx.msg("author-stop")).clicked() {
            cx.want(Intent::Author(Authoring::Stop));
        }
        ui.label(&told);
    });
    // Counts of games are far below what a fraction can tell apart.
    let share = done as f32 / all.max(1) as f32;
    ui.add(ProgressBar::new(share).desired_height(8.0).fill(cx.colours.ours));
}

fn found_ui(ui: &mut Ui, cx: &mut UiContext<'_>, found: &FoundView, filter: &mut String) {
    rule(ui, cx.colours);
    for told in &found.told {
        paragraph(ui, told);
    }
    overline(ui, cx.colours, &cx.msg("author-endings"));
    for (way, counts) in &found.endings {
        quiet(ui, cx.colours, &format!("{way}: {}", times(cx, found, counts)));
    }
    rule(ui, cx.colours);
    let args = [arg("things", found.never.len())];
    overline(ui, cx.colours, &cx.msg_with("author-never", &args));
    if !found.never.is_empty() {
        quiet(ui, cx.colours, &cx.msg("author-never-what"));
    }
    ui.push_id("never", |ui| {
        for row in found.never.iter().take(MOST) {
            thing_row_ui(ui, cx, row, &row.label);
        }
    });
    let hidden = found.never.len().saturating_sub(MOST);
    if hidden > 0 {
        let args = [arg("things", hidden)];
        quiet(ui, cx.colours, &cx.msg_with("author-more-things", &args));
    }
    rule(ui, cx.colours);
    overline(ui, cx.colours, &cx.msg("author-came"));
    filter_ui(ui, cx, filter);
    let wanted = filter.trim().to_lowercase();
    let told: Vec<(crate::scenario::links::Node, String)> =
        found.rows.iter().map(|(row, counts)| (row.node, times(cx, found, counts))).collect();
    let of = |row: &crate::app::ThingRow| {
        let mut told = told.iter();
        told.find(|(node, _)| *node == row.node).map(|(_, told)| told.clone())
    };
    ui.push_id("came", |ui| {
        filtered_ui(ui, cx, found.rows.iter().map(|(row, _)| row), &wanted, of);
    });
}

/// How often for each bot: "random 12, principled 3".
fn times(cx: &UiContext<'_>, found: &FoundView, counts: &[u64]) -> String {
    let told = found.bots.iter().zip(counts);
    let told: Vec<String> = told
        .map(|(bot, times)| {
            let args = [arg("bot", bot.as_str()), arg("times", *times)];
            cx.msg_with("author-times", &args)
        })
        .collect();
    told.join(", ")
}
