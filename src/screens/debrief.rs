//! The debrief: sections to go to at the left, the document at the right.

use egui::{Align, CentralPanel, Frame as Area, Grid, Label, Margin, Panel, RichText, Ui};

use crate::desk::DebriefView;
use crate::view::criticism::Criticism;
use crate::view::document::{Block, Entry, FigureRow, Mark, PointRow, Section, Tone};
use crate::view::intent::Intent;
use crate::view::review::ReviewRow;

use super::chart::chart_ui;
use super::criticism::criticism_ui;
use super::parts::{
    Kit, barred, column, heading, main_button, paragraph, quiet, rule, scrolled, sheet, tab, typed,
};
use super::theme::{self, font};

/// The section in which weights can be moved.
const CRITICISM: &str = "criticise";

/// The debrief. `goal` is the section to scroll to.
pub(super) fn debrief_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &DebriefView,
    goal: &mut Option<usize>,
) {
    let wide = ui.available_width() > 760.0;
    if wide {
        Panel::left("sections")
            .frame(Area::new().inner_margin(Margin::symmetric(0, 4)))
            .exact_size(230.0)
            .resizable(false)
            .show_separator_line(false)
            .show(ui, |ui| contents_ui(ui, kit, view, goal));
    }
    CentralPanel::no_frame().show(ui, |ui| {
        scrolled(ui, "debrief", true, |ui| {
            column(ui, 700.0, |ui| {
                sheet(kit.colours).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.label(RichText::new(&view.document.title).font(font(26.0, theme::strong())));
                    seats_ui(ui, kit, view);
                    if view.reviewing {
                        quiet(ui, kit.colours, &kit.msg("review-waiting"));
                    }
                    if !wide {
                        save_ui(ui, kit);
                        ui.horizontal_wrapped(|ui| sections_ui(ui, kit, view, goal));
                    }
                    for (index, section) in view.document.sections.iter().enumerate() {
                        let criticism = view.criticism.as_ref();
                        let criticism = criticism.filter(|_| section.key == CRITICISM);
                        let top = section_ui(ui, kit, section, index, criticism);
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

/// Of two people: whose debrief it is.
fn seats_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &DebriefView) {
    ui.horizontal_wrapped(|ui| {
        for (seat, name, shown) in &view.seats {
            if tab(ui, kit.colours, *shown, name).clicked() && !shown {
                kit.want(Intent::DebriefOf(*seat));
            }
        }
    });
}

fn contents_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &DebriefView, goal: &mut Option<usize>) {
    scrolled(ui, "contents", false, |ui| {
        save_ui(ui, kit);
        ui.add_space(8.0);
        sections_ui(ui, kit, view, goal);
    });
}

fn save_ui(ui: &mut Ui, kit: &mut Kit<'_>) {
    let save = kit.msg("window-save-debrief");
    if main_button(ui, kit.colours, &save, true).clicked() {
        kit.want(Intent::SaveDebrief);
    }
    quiet(ui, kit.colours, &kit.msg("window-save-debrief-what"));
}

fn sections_ui(ui: &mut Ui, kit: &Kit<'_>, view: &DebriefView, goal: &mut Option<usize>) {
    for (index, section) in view.document.sections.iter().enumerate() {
        if tab(ui, kit.colours, false, &section.heading).clicked() {
            *goal = Some(index);
        }
    }
}

fn section_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    section: &Section,
    index: usize,
    criticism: Option<&Criticism>,
) -> egui::Response {
    rule(ui, kit.colours);
    let top = ui.scope(|ui| heading(ui, &section.heading)).response;
    quiet(ui, kit.colours, &kit.msg(section.nature.key()));
    if let Some(criticism) = criticism {
        criticism_ui(ui, kit, criticism);
    }
    for (number, block) in section.blocks.iter().enumerate() {
        ui.push_id((index, number), |ui| block_ui(ui, kit, block));
    }
    ui.add_space(6.0);
    top
}

pub(super) fn block_ui(ui: &mut Ui, kit: &Kit<'_>, block: &Block) {
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
        Block::Quote { place, words } => quoted_ui(ui, kit, place, words),
        Block::Figures { head, rows } => figures_ui(ui, head, rows),
        Block::Table { head, rows } => table_ui(ui, kit, head, rows),
        Block::Chart { chart } => chart_ui(ui, kit, chart),
        Block::Shares { sentence, .. } => {
            paragraph(ui, sentence);
        }
        Block::Measure { .. } => measure_ui(ui, kit, block),
        Block::Entries { entries } => {
            for entry in entries {
                entry_ui(ui, kit, entry);
            }
        }
        Block::Statement {
            heading, points, ..
        } => {
            ui.add_space(8.0);
            ui.label(RichText::new(heading).font(font(16.0, theme::strong())));
            for point in points {
                point_ui(ui, kit, point);
            }
        }
    }
}

fn quoted_ui(ui: &mut Ui, kit: &Kit<'_>, place: &str, words: &str) {
    barred(ui, kit.colours.line, |ui| {
        typed(ui, &format!("“{words}”"));
        quiet(ui, kit.colours, place);
    });
}

/// A measure of the ending: its name and figure, a bar of it, and what the band says.
fn measure_ui(ui: &mut Ui, kit: &Kit<'_>, block: &Block) {
    let Block::Measure {
        name,
        number,
        text,
        plain,
        sentence,
        ..
    } = block
    else {
        return;
    };
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(name).font(font(16.0, theme::strong())));
        ui.label(RichText::new(number.to_string()).font(font(16.0, theme::plain_strong())));
    });
    let size = egui::vec2(ui.available_width().min(420.0), 10.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::WidgetType::ProgressIndicator, true, sentence.as_str())
    });
    ui.painter().rect_filled(rect, 2.0, kit.colours.field);
    let mut filled = rect;
    filled.set_width(rect.width() * f32::from(*number) / 100.0);
    ui.painter().rect_filled(filled, 2.0, kit.colours.ours);
    paragraph(ui, text);
    quiet(ui, kit.colours, plain);
}

fn mark_ui(ui: &mut Ui, kit: &Kit<'_>, mark: &Mark) {
    let colour = match mark.tone {
        Tone::Against => kit.colours.theirs,
        Tone::For => kit.colours.ours,
        _ => kit.colours.quiet,
    };
    let text = RichText::new(&mark.text).font(font(13.5, theme::plain_strong()));
    ui.label(text.color(colour));
}

fn entry_ui(ui: &mut Ui, kit: &Kit<'_>, entry: &Entry) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let term = RichText::new(&entry.term).font(font(15.5, theme::plain_strong()));
        ui.add(Label::new(term).wrap());
        if let Some(mark) = &entry.mark {
            mark_ui(ui, kit, mark);
        }
    });
    if !entry.text.is_empty() {
        paragraph(ui, &entry.text);
    }
    if let Some(quote) = &entry.quote {
        quoted_ui(ui, kit, &quote.place, &quote.words);
    }
    if let Some(note) = &entry.note {
        quiet(ui, kit.colours, note);
    }
}

/// A move, what became of it, and what the record did.
fn point_ui(ui: &mut Ui, kit: &Kit<'_>, point: &PointRow) {
    barred(ui, kit.colours.line, |ui| {
        let label = RichText::new(&point.label).font(font(15.0, theme::plain_strong()));
        ui.add(Label::new(label).wrap());
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(&point.answer).wrap());
            for mark in point.badge.iter().chain(&point.prediction) {
                mark_ui(ui, kit, mark);
            }
        });
        quiet(ui, kit.colours, &point.record);
        if let Some(review) = &point.review {
            review_ui(ui, kit, review);
        }
    });
}

/// What a move was worth: its class and figures, then what stands behind them.
fn review_ui(ui: &mut Ui, kit: &Kit<'_>, review: &ReviewRow) {
    ui.horizontal_wrapped(|ui| {
        mark_ui(ui, kit, &review.class);
        quiet(ui, kit.colours, &review.figures);
    });
    for text in review.reasons.iter().chain(&review.better) {
        quiet(ui, kit.colours, text);
    }
}

fn figures_ui(ui: &mut Ui, head: &[String], rows: &[FigureRow]) {
    let name_width = (ui.available_width() - 220.0).max(160.0);
    Grid::new("figures")
        .num_columns(head.len())
        .spacing([16.0, 6.0])
        .striped(true)
        .show(ui, |ui| {
            for cell in head {
                ui.label(RichText::new(cell).font(font(14.0, theme::plain_strong())));
            }
            ui.end_row();
            for row in rows {
                ui.scope(|ui| {
                    ui.set_max_width(name_width);
                    ui.add(Label::new(&row.name).wrap());
                });
                for figure in &row.figures {
                    ui.label(figure.to_string());
                }
                ui.end_row();
            }
        });
}

/// A table of words. Where there is no room for columns, each row is told on its own.
fn table_ui(ui: &mut Ui, kit: &Kit<'_>, head: &[String], rows: &[Vec<String>]) {
    const GAP: f32 = 12.0;
    let columns = head.len().max(1);
    let words = rows.iter().flatten().map(String::len).sum::<usize>() > rows.len() * 100;
    if ui.available_width() < 420.0 || words {
        return rows.iter().for_each(|row| row_ui(ui, kit, head, row));
    }
    let rest = (columns - 1) as f32;
    let first = (ui.available_width() - GAP * rest) * 0.42;
    let other = (ui.available_width() - GAP * rest - first) / rest.max(1.0);
    let line = |ui: &mut Ui, cells: &[String], strong: bool| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (number, cell) in cells.iter().enumerate() {
                let width = if number == 0 { first } else { other };
                let size = egui::vec2(width, 0.0);
                ui.allocate_ui_with_layout(size, egui::Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    if strong {
                        quiet(ui, kit.colours, cell);
                    } else {
                        ui.add(Label::new(cell).wrap());
                    }
                });
            }
        });
    };
    line(ui, head, true);
    for row in rows {
        rule(ui, kit.colours);
        line(ui, row, false);
    }
    ui.add_space(4.0);
}

/// A row of a table, told on its own.
fn row_ui(ui: &mut Ui, kit: &Kit<'_>, head: &[String], row: &[String]) {
    ui.add_space(4.0);
    let cells = head.iter().zip(row).enumerate();
    for (number, (head, cell)) in cells.filter(|(_, (_, cell))| !cell.is_empty()) {
        if number == 0 {
            let name = RichText::new(cell).font(font(15.5, theme::plain_strong()));
            ui.add(Label::new(name).wrap());
        } else {
            quiet(ui, kit.colours, &format!("{head}: {cell}"));
        }
    }
}
