//! The papers beside the conversation: the record card, the issues, what stands on the table, the room.

use egui::{RichText, Ui};

use crate::language::arg;
use crate::view::card::{CardLine, RecordCard};
use crate::view::intent::Intent;
use crate::view::table::LedgerLine;
use crate::view::window::{RoomBar, TableView};

use super::parts::{
    Kit, barred, button, heading, left_by, overline, paragraph, quiet, rule, scrolled, typed,
};
use super::theme::{self, font};

/// What the real delegation did here, and what it heard.
pub(super) fn cards_ui(ui: &mut Ui, kit: &mut Kit<'_>, cards: &[RecordCard]) {
    scrolled(ui, "cards", true, |ui| {
        heading(ui, &kit.msg("card-title"));
        if cards.is_empty() {
            quiet(ui, kit.colours, &kit.msg("window-no-card"));
        }
        for (index, card) in cards.iter().enumerate() {
            ui.push_id(index, |ui| card_ui(ui, kit, card));
        }
    });
}

fn card_ui(ui: &mut Ui, kit: &mut Kit<'_>, card: &RecordCard) {
    rule(ui, kit.colours);
    ui.label(RichText::new(&card.label).font(font(16.0, theme::strong())));
    let case = RichText::new(kit.msg(card.case.key())).font(font(14.0, theme::plain_strong()));
    ui.label(case.color(kit.colours.theirs));
    for (index, line) in card.said.iter().enumerate() {
        ui.push_id(("said", index), |ui| {
            line_ui(ui, kit, line, kit.colours.ours, &line.words, "");
        });
    }
    for (index, line) in card.heard.iter().enumerate() {
        let above = line.heard.then(|| kit.msg("card-heard-above"));
        ui.push_id(("heard", index), |ui| {
            let words = above.as_deref().unwrap_or(&line.words);
            line_ui(ui, kit, line, kit.colours.theirs, words, &line.pairing);
        });
    }
    for note in &card.notes {
        let args = [arg("note", note.as_str())];
        quiet(ui, kit.colours, &kit.msg_with("card-note", &args));
    }
}

fn line_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    line: &CardLine,
    colour: egui::Color32,
    words: &str,
    pairing: &str,
) {
    barred(ui, colour, |ui| {
        ui.horizontal_wrapped(|ui| {
            let name = RichText::new(&line.speaker).font(font(15.0, theme::plain_strong()));
            ui.label(name.color(colour));
            let place = button(ui, &line.place);
            if place.clicked() {
                left_by(ui, &place);
                kit.want(Intent::OpenRecord(line.line));
            }
        });
        if !pairing.is_empty() {
            quiet(ui, kit.colours, pairing);
        }
        if words == line.words {
            typed(ui, &format!("“{words}”"));
        } else {
            quiet(ui, kit.colours, words);
        }
    });
}

/// Every issue with both sides' position and timing.
pub(super) fn ledger_ui(ui: &mut Ui, kit: &Kit<'_>, ledger: &[LedgerLine]) {
    scrolled(ui, "ledger", true, |ui| {
        heading(ui, &kit.msg("ledger-title"));
        for line in ledger {
            rule(ui, kit.colours);
            ui.label(RichText::new(&line.name).font(font(16.0, theme::strong())));
            quiet(ui, kit.colours, &line.plain);
            let ours = line
                .ours
                .clone()
                .unwrap_or_else(|| kit.msg("ledger-not-asked"));
            barred(ui, kit.colours.ours, |ui| {
                paragraph(ui, &kit.msg_with("ledger-ours", &[arg("pair", ours)]));
            });
            barred(ui, kit.colours.theirs, |ui| {
                let args = [arg("pair", line.theirs.as_str())];
                paragraph(ui, &kit.msg_with("ledger-theirs", &args));
            });
            let args = [arg("positions", line.positions.join(" → "))];
            quiet(ui, kit.colours, &kit.msg_with("ledger-range", &args));
        }
    });
}

/// What stands on the table, and what has not been answered yet.
pub(super) fn on_table_ui(ui: &mut Ui, kit: &Kit<'_>, view: &TableView) {
    scrolled(ui, "on-table", true, |ui| {
        heading(ui, &kit.msg("commitments-title"));
        list_ui(ui, kit, &view.commitments, "commitments-none");
        ui.add_space(12.0);
        heading(ui, &kit.msg("open-title"));
        list_ui(ui, kit, &view.open, "open-none");
    });
}

fn list_ui(ui: &mut Ui, kit: &Kit<'_>, items: &[String], none: &str) {
    if items.is_empty() {
        quiet(ui, kit.colours, &kit.msg(none));
    }
    for item in items {
        rule(ui, kit.colours);
        paragraph(ui, item);
    }
}

/// The six bars, and every reason that moved them.
pub(super) fn room_ui(ui: &mut Ui, kit: &Kit<'_>, room: &[RoomBar]) {
    scrolled(ui, "room", true, |ui| {
        heading(ui, &kit.msg("room-title"));
        for bar in room {
            rule(ui, kit.colours);
            let args = [
                arg("bar", bar.bar.name.as_str()),
                arg("height", bar.bar.height),
            ];
            let name = RichText::new(kit.msg_with("room-bar", &args));
            ui.label(name.font(font(16.0, theme::strong())));
            quiet(ui, kit.colours, &bar.bar.start);
            if !bar.changes.is_empty() {
                overline(ui, kit.colours, &kit.msg("window-since"));
            }
            for change in &bar.changes {
                quiet(ui, kit.colours, change);
            }
        }
    });
}
