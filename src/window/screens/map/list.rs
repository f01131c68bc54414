//! The map as text.

use egui::{RichText, Ui};

use crate::view::map::{MapLine, Side};

use super::super::parts::{UiContext, barred, column, heading, paragraph, quiet, rule, scrolled, sheet};
use super::super::theme::{self, font, size};

/// The map's content, line by line.
pub(super) fn list_ui(ui: &mut Ui, cx: &UiContext<'_>, told: &[MapLine]) {
    column(ui, 720.0, |ui| {
        sheet(cx.colours).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            scrolled(ui, "map in words", true, |ui| {
                for (number, line) in told.iter().enumerate() {
                    line_ui(ui, cx, line, number == 0);
                }
            });
        });
    });
}

fn line_ui(ui: &mut Ui, cx: &UiContext<'_>, line: &MapLine, first: bool) {
    match line {
        MapLine::Part(text) => {
            if !first {
                rule(ui, cx.colours);
            }
            heading(ui, text);
        }
        MapLine::Heading(text) => {
            ui.add_space(8.0);
            let text = RichText::new(text).font(font(size::NAME, theme::strong()));
            ui.add(egui::Label::new(text).wrap());
        }
        MapLine::Text(text) => {
            paragraph(ui, text);
        }
        MapLine::Claim(side, text, source) => {
            let colour = match side {
                Side::Ours => cx.colours.ours,
                Side::Theirs => cx.colours.theirs,
            };
            barred(ui, colour, |ui| {
                paragraph(ui, text);
                quiet(ui, cx.colours, source);
            });
        }
        MapLine::Quiet(text) => {
            quiet(ui, cx.colours, text);
        }
    }
}
