//! The map in words, to be read instead of seen.

use egui::{RichText, Ui};

use crate::view::map::{MapView, Side, Told, told};

use super::super::parts::{Kit, barred, column, heading, paragraph, quiet, rule, scrolled, sheet};
use super::super::theme::{self, font, size};

/// The same content as the map, as text.
pub(super) fn list_ui(ui: &mut Ui, kit: &Kit<'_>, view: &MapView) {
    column(ui, 720.0, |ui| {
        sheet(kit.colours).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            scrolled(ui, "map in words", true, |ui| {
                for (number, line) in told(kit.words, view, None).iter().enumerate() {
                    line_ui(ui, kit, line, number == 0);
                }
            });
        });
    });
}

fn line_ui(ui: &mut Ui, kit: &Kit<'_>, line: &Told, first: bool) {
    match line {
        Told::Part(text) => {
            if !first {
                rule(ui, kit.colours);
            }
            heading(ui, text);
        }
        Told::Heading(text) => {
            ui.add_space(8.0);
            let text = RichText::new(text).font(font(size::NAME, theme::strong()));
            ui.add(egui::Label::new(text).wrap());
        }
        Told::Text(text) => {
            paragraph(ui, text);
        }
        Told::Claim(side, text, source) => {
            let colour = match side {
                Side::Ours => kit.colours.ours,
                Side::Theirs => kit.colours.theirs,
            };
            barred(ui, colour, |ui| {
                paragraph(ui, text);
                quiet(ui, kit.colours, source);
            });
        }
        Told::Quiet(text) => {
            quiet(ui, kit.colours, text);
        }
    }
}
