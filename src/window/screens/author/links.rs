//! The links page: what leads to a part of the scenario and where it leads, as lists to follow.

use egui::{TextEdit, Ui};

use crate::app::authoring::Authoring;
use crate::app::intent::Intent;
use crate::app::{AskedView, LinksView, ThingRow, ThingView};

use super::super::parts::{UiContext, button, choice, heading, less, overline, paragraph, quiet, ring, rule, typed};

/// Most entries to show in a list.
const MOST: usize = 40;

pub(super) fn links_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &LinksView, filter: &mut String) {
    if let Some(thing) = &view.chosen {
        if button(ui, cx.label("author-back-to-all")).clicked() {
            cx.want(Intent::Author(Authoring::Links(None)));
        }
        thing_ui(ui, cx, thing);
        return;
    }
    if !view.last.is_empty() && filter.is_empty() {
        overline(ui, cx.colours, cx.label("author-said-last"));
        ui.push_id("last", |ui| {
            for row in &view.last {
                thing_row_ui(ui, cx, row);
            }
        });
        rule(ui, cx.colours);
    }
    overline(ui, cx.colours, cx.label("author-everything"));
    filter_ui(ui, cx, filter);
    let wanted = filter.trim().to_lowercase();
    filtered_ui(ui, cx, &view.all, &wanted);
}

/// The search field.
pub(super) fn filter_ui(ui: &mut Ui, cx: &UiContext<'_>, filter: &mut String) {
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(cx.label("author-filter"));
        let width = less(ui.available_width(), 12.0).clamp(120.0, 280.0);
        let edit = ui.add(TextEdit::singleline(filter).desired_width(width));
        ring(ui, cx.colours, &edit);
        edit.labelled_by(label.id);
    });
}

/// The rows that match the search text.
pub(super) fn filtered_ui(ui: &mut Ui, cx: &mut UiContext<'_>, rows: &[ThingRow], wanted: &str) {
    let holds = |row: &&ThingRow| {
        let in_id = row.id.to_lowercase().contains(wanted);
        in_id || row.label.to_lowercase().contains(wanted) || row.kind.contains(wanted)
    };
    let mut hidden = 0;
    for (number, row) in rows.iter().filter(holds).enumerate() {
        if number >= MOST {
            hidden += 1;
            continue;
        }
        thing_row_ui(ui, cx, row);
    }
    more_ui(ui, cx, hidden);
}

/// A note on how many entries of a list are hidden.
pub(super) fn more_ui(ui: &mut Ui, cx: &UiContext<'_>, hidden: usize) {
    if hidden > 0 {
        quiet(ui, cx.colours, &cx.label_with("author-more-things", &[("things", &hidden.to_string())]));
    }
}

/// A clickable row for a part of the scenario: kind, id, and how it is linked.
pub(super) fn thing_row_ui(ui: &mut Ui, cx: &mut UiContext<'_>, row: &ThingRow) {
    let detail = if row.more.is_empty() { &row.label } else { &format!("{}\n{}", row.more, row.label) };
    if choice(ui, cx.colours, None, &row.title, detail).clicked() {
        cx.want(Intent::Author(Authoring::Links(Some(row.node))));
    }
}

fn thing_ui(ui: &mut Ui, cx: &mut UiContext<'_>, thing: &ThingView) {
    heading(ui, &thing.thing.title);
    paragraph(ui, &thing.thing.label);
    if !thing.reached.is_empty() {
        overline(ui, cx.colours, cx.label("author-reached-title"));
        for reached in &thing.reached {
            quiet(ui, cx.colours, reached);
        }
    }
    rule(ui, cx.colours);
    overline(ui, cx.colours, cx.label("author-asked"));
    if thing.asked.is_empty() {
        quiet(ui, cx.colours, cx.label("author-asked-nothing"));
    }
    for (index, asked) in thing.asked.iter().enumerate() {
        ui.push_id(("asked", index), |ui| asked_ui(ui, cx, asked));
    }
    linked_ui(ui, cx, "author-into", &thing.into);
    linked_ui(ui, cx, "author-out-of", &thing.out_of);
}

fn asked_ui(ui: &mut Ui, cx: &mut UiContext<'_>, asked: &AskedView) {
    typed(ui, &asked.written);
    let key = match (asked.not, asked.makers.is_empty()) {
        (false, true) => "author-nothing-makes",
        (true, true) => "author-nothing-undoes",
        (false, false) => "author-makes-true",
        (true, false) => "author-undoes",
    };
    quiet(ui, cx.colours, cx.label(key));
    for (index, maker) in asked.makers.iter().take(MOST).enumerate() {
        ui.push_id(index, |ui| thing_row_ui(ui, cx, maker));
    }
}

fn linked_ui(ui: &mut Ui, cx: &mut UiContext<'_>, title: &str, rows: &[ThingRow]) {
    rule(ui, cx.colours);
    overline(ui, cx.colours, cx.label(title));
    if rows.is_empty() {
        quiet(ui, cx.colours, cx.label("author-no-links"));
    }
    ui.push_id(title, |ui| {
        for (index, row) in rows.iter().take(2 * MOST).enumerate() {
            ui.push_id(index, |ui| thing_row_ui(ui, cx, row));
        }
    });
    more_ui(ui, cx, rows.len().saturating_sub(2 * MOST));
}
