//! People, ideas and dates.

use egui::{RichText, Ui};

use crate::desk::LibraryView;
use crate::view::library::Article;

use super::parts::{Kit, column, paragraph, quiet, rule, scrolled, sheet, tab};
use super::theme::{self, font};

/// Which part of the library is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shelf {
    /// People at the table.
    #[default]
    People,
    /// Ideas and terms.
    Glossary,
    /// Dates before the talk.
    Timeline,
}

/// The library.
pub(super) fn library_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &LibraryView, shelf: &mut Shelf) {
    column(ui, 760.0, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (kind, key) in [
                (Shelf::People, "people-title"),
                (Shelf::Glossary, "glossary-title"),
                (Shelf::Timeline, "timeline-title"),
            ] {
                if tab(ui, kit.colours, *shelf == kind, &kit.msg(key)).clicked() {
                    *shelf = kind;
                }
            }
        });
        let articles = match shelf {
            Shelf::People => &view.people,
            Shelf::Glossary => &view.glossary,
            Shelf::Timeline => &view.timeline,
        };
        sheet(kit.colours).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            scrolled(ui, *shelf as usize, true, |ui| {
                for article in articles {
                    article_ui(ui, kit, article);
                }
            });
        });
    });
}

fn article_ui(ui: &mut Ui, kit: &Kit<'_>, article: &Article) {
    ui.add(
        egui::Label::new(RichText::new(&article.heading).font(font(16.5, theme::strong()))).wrap(),
    );
    paragraph(ui, &article.text);
    if !article.source.is_empty() {
        quiet(ui, kit.colours, &article.source);
    }
    rule(ui, kit.colours);
}
