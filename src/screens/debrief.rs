//! The debrief: sections to go to at the left, the document at the right.

use egui::{
    Align, CentralPanel, Frame as Area, Grid, Label, Margin, Panel, RichText, ScrollArea, Ui,
};

use crate::desk::DebriefView;
use crate::view::debrief::{Block, Section};
use crate::view::intent::Intent;

use super::parts::{
    Kit, barred, column, heading, main_button, paragraph, quiet, rule, sheet, tab, typed,
};
use super::theme::{self, font};

/// The debrief. `goal` is the section to scroll to.
pub(super) fn debrief_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &DebriefView,
    goal: &mut Option<usize>,
) {
    if ui.available_width() > 760.0 {
        Panel::left("sections")
            .frame(Area::new().inner_margin(Margin::symmetric(0, 4)))
            .exact_size(230.0)
            .resizable(false)
            .show_separator_line(false)
            .show(ui, |ui| contents_ui(ui, kit, view, goal));
    }
    CentralPanel::no_frame().show(ui, |ui| {
        ScrollArea::vertical()
            .id_salt("debrief")
            .auto_shrink(false)
            .show(ui, |ui| {
                column(ui, 700.0, |ui| {
                    sheet(kit.colours).show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        ui.label(
                            RichText::new(&view.document.title).font(font(26.0, theme::strong())),
                        );
                        for (index, section) in view.document.sections.iter().enumerate() {
                            let top = section_ui(ui, kit, section, index);
                            if *goal == Some(index) {
                                top.scroll_to_me(Some(Align::TOP));
                                *goal = None;
                            }
                        }
                    });
                });
            });
    });
}

fn contents_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &DebriefView, goal: &mut Option<usize>) {
    ScrollArea::vertical().id_salt("contents").show(ui, |ui| {
        let save = kit.msg("window-save-debrief");
        if main_button(ui, kit.colours, &save, true).clicked() {
            kit.want(Intent::SaveDebrief);
        }
        quiet(ui, kit.colours, &kit.msg("window-save-debrief-what"));
        ui.add_space(8.0);
        for (index, section) in view.document.sections.iter().enumerate() {
            if tab(ui, kit.colours, false, &section.heading).clicked() {
                *goal = Some(index);
            }
        }
    });
}

fn section_ui(ui: &mut Ui, kit: &Kit<'_>, section: &Section, index: usize) -> egui::Response {
    rule(ui, kit.colours);
    let top = ui.scope(|ui| heading(ui, &section.heading)).response;
    for (number, block) in section.blocks.iter().enumerate() {
        ui.push_id((index, number), |ui| block_ui(ui, kit, block));
    }
    ui.add_space(6.0);
    top
}

fn block_ui(ui: &mut Ui, kit: &Kit<'_>, block: &Block) {
    match block {
        Block::Paragraph { text } => {
            paragraph(ui, text);
        }
        Block::Subheading { text } => {
            ui.add_space(6.0);
            ui.label(RichText::new(text).font(font(16.0, theme::strong())));
        }
        Block::List { items } => {
            for item in items {
                ui.horizontal_top(|ui| {
                    ui.label("•");
                    ui.add(Label::new(item).wrap());
                });
            }
        }
        Block::Quote { place, words } => {
            barred(ui, kit.colours.line, |ui| {
                typed(ui, &format!("“{words}”"));
                quiet(ui, kit.colours, place);
            });
        }
        Block::Table { head, rows } => table_ui(ui, head, rows),
    }
}

fn table_ui(ui: &mut Ui, head: &[String], rows: &[Vec<String>]) {
    Grid::new("table")
        .num_columns(head.len())
        .spacing([16.0, 6.0])
        .striped(true)
        .show(ui, |ui| {
            for cell in head {
                ui.label(RichText::new(cell).font(font(14.0, theme::plain_strong())));
            }
            ui.end_row();
            for row in rows {
                for (index, cell) in row.iter().enumerate() {
                    if index == 0 {
                        ui.set_max_width(380.0);
                        ui.add(Label::new(cell).wrap());
                    } else {
                        ui.label(cell);
                    }
                }
                ui.end_row();
            }
        });
}
