//! The blocks of a document: paragraphs, lists, quotations, tables, measures and charts.

use egui::{Align, Grid, Label, RichText, Stroke, Ui, WidgetInfo, WidgetType};

use crate::view::document::{Block, Entry, FigureRow, Mark, PointRow, Tone};
use crate::view::review::ReviewRow;

use super::chart::chart_ui;
use super::parts::{
    UiContext, as_heading, barred, beside, less, paragraph, quiet, read_as, rule, set_percent, silent, typed,
};
use super::theme::{self, font, size};

pub(super) fn block_ui(ui: &mut Ui, cx: &UiContext<'_>, block: &Block) {
    match block {
        Block::Paragraph { text } => {
            paragraph(ui, text);
        }
        Block::Subheading { text } => {
            ui.add_space(6.0);
            let title = RichText::new(text).font(font(16.0, theme::strong()));
            as_heading(&ui.label(title), 3, text);
        }
        Block::List { items } => {
            for item in items {
                ui.horizontal_top(|ui| {
                    silent(&ui.label("•"));
                    ui.vertical(|ui| paragraph(ui, item));
                });
            }
        }
        Block::Quote { place, words } => quoted_ui(ui, cx, place, words),
        Block::Figures { head, rows } => figures_ui(ui, head, rows),
        Block::Table { head, rows } => table_ui(ui, cx, head, rows),
        Block::Chart { chart } => chart_ui(ui, cx, chart),
        Block::Shares { sentence, .. } => {
            paragraph(ui, sentence);
        }
        Block::Measure { .. } => measure_ui(ui, cx, block),
        Block::Entries { entries } => {
            for entry in entries {
                entry_ui(ui, cx, entry);
            }
        }
        Block::Statement { heading, points, .. } => {
            ui.add_space(8.0);
            let title = RichText::new(heading).font(font(16.0, theme::strong()));
            as_heading(&ui.label(title), 3, heading);
            for point in points {
                point_ui(ui, cx, point);
            }
        }
    }
}

fn quoted_ui(ui: &mut Ui, cx: &UiContext<'_>, place: &str, words: &str) {
    barred(ui, cx.colours.line, |ui| {
        typed(ui, &format!("“{words}”"));
        quiet(ui, cx.colours, place);
    });
}

/// A measure of the outcome: its name and figure, a bar, and what its band means.
fn measure_ui(ui: &mut Ui, cx: &UiContext<'_>, block: &Block) {
    /// Width for name and figure, and the width from which they go next to the text.
    const NAME: f32 = 190.0;
    const BESIDE: f32 = 540.0;
    let Block::Measure { text, plain, .. } = block else {
        return;
    };
    rule(ui, cx.colours);
    let said = |ui: &mut Ui| {
        paragraph(ui, text);
        quiet(ui, cx.colours, plain);
    };
    if ui.available_width() < BESIDE {
        figure_ui(ui, cx, block);
        said(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        beside(ui, NAME, |ui| figure_ui(ui, cx, block));
        let rest = ui.available_width();
        beside(ui, rest, said);
    });
}

/// Name, figure and bar of a measure.
fn figure_ui(ui: &mut Ui, cx: &UiContext<'_>, block: &Block) {
    let Block::Measure { name, number, sentence, .. } = block else {
        return;
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let title = RichText::new(name).font(font(size::BODY, theme::strong()));
        as_heading(&ui.label(title), 3, name);
        let figure = RichText::new(number.to_string());
        silent(&ui.label(figure.font(font(size::BODY, theme::plain_strong()))));
    });
    let place = egui::vec2(ui.available_width().min(420.0), 10.0);
    let (rect, response) = ui.allocate_exact_size(place, egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, sentence.as_str()));
    set_percent(&response, *number);
    ui.painter().rect_filled(rect, 2.0, cx.colours.field);
    let mut filled = rect;
    filled.set_width(rect.width() * f32::from(*number) / 100.0);
    ui.painter().rect_filled(filled, 2.0, cx.colours.ours);
    let edge = Stroke::new(1.0, cx.colours.line);
    ui.painter().rect_stroke(rect, 2.0, edge, egui::StrokeKind::Inside);
}

fn mark_ui(ui: &mut Ui, cx: &UiContext<'_>, mark: &Mark) {
    let colour = match mark.tone {
        Tone::Against => cx.colours.theirs,
        Tone::For => cx.colours.ours,
        _ => cx.colours.quiet,
    };
    let text = RichText::new(&mark.text).font(font(13.5, theme::plain_strong()));
    ui.label(text.color(colour));
}

fn entry_ui(ui: &mut Ui, cx: &UiContext<'_>, entry: &Entry) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let term = RichText::new(&entry.term).font(font(15.5, theme::plain_strong()));
        ui.add(Label::new(term).wrap());
        if let Some(mark) = &entry.mark {
            mark_ui(ui, cx, mark);
        }
    });
    if !entry.text.is_empty() {
        paragraph(ui, &entry.text);
    }
    if let Some(quote) = &entry.quote {
        quoted_ui(ui, cx, &quote.place, &quote.words);
    }
    if let Some(note) = &entry.note {
        quiet(ui, cx.colours, note);
    }
}

/// A move, what came of it, and what the delegation did according to the record.
fn point_ui(ui: &mut Ui, cx: &UiContext<'_>, point: &PointRow) {
    barred(ui, cx.colours.line, |ui| {
        let label = RichText::new(&point.label).font(font(15.0, theme::plain_strong()));
        ui.add(Label::new(label).wrap());
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(&point.answer).wrap());
            for mark in point.badge.iter().chain(&point.prediction) {
                mark_ui(ui, cx, mark);
            }
        });
        quiet(ui, cx.colours, &point.record);
        if let Some(review) = &point.review {
            review_ui(ui, cx, review);
        }
    });
}

/// The review of a move: its class and figures, then the reasons.
fn review_ui(ui: &mut Ui, cx: &UiContext<'_>, review: &ReviewRow) {
    ui.horizontal_wrapped(|ui| {
        mark_ui(ui, cx, &review.class);
        quiet(ui, cx.colours, &review.figures);
    });
    for text in review.reasons.iter().chain(&review.better) {
        quiet(ui, cx.colours, text);
    }
}

fn figures_ui(ui: &mut Ui, head: &[String], rows: &[FigureRow]) {
    let name_width = less(ui.available_width(), 220.0).max(160.0);
    Grid::new("figures").num_columns(head.len()).spacing([16.0, 6.0]).striped(true).show(ui, |ui| {
        for cell in head {
            silent(&ui.label(RichText::new(cell).font(font(14.0, theme::plain_strong()))));
        }
        ui.end_row();
        for row in rows {
            let figures: Vec<String> = row.figures.iter().map(ToString::to_string).collect();
            ui.scope(|ui| {
                ui.set_max_width(name_width);
                let name = ui.add(Label::new(&row.name).wrap());
                read_as(&name, &row_in_words(head, &row.name, &figures));
            });
            for figure in figures {
                silent(&ui.label(figure));
            }
            ui.end_row();
        }
    });
}

/// A table row as a sentence, because figures without their column headings mean nothing.
fn row_in_words(head: &[String], name: &str, rest: &[String]) -> String {
    let cells = head.iter().skip(1).zip(rest);
    let cells = cells.filter(|(_, cell)| !cell.is_empty());
    let cells: Vec<String> = cells.map(|(head, cell)| format!("{head}: {cell}")).collect();
    format!("{name}. {}", cells.join("; "))
}

/// A table of text. If columns don't fit, each row becomes a paragraph.
fn table_ui(ui: &mut Ui, cx: &UiContext<'_>, head: &[String], rows: &[Vec<String>]) {
    const GAP: f32 = 12.0;
    let columns = head.len().max(1);
    let words = rows.iter().flatten().map(String::len).sum::<usize>() > rows.len() * 100;
    if ui.available_width() < 420.0 || words {
        return rows.iter().for_each(|row| row_ui(ui, cx, head, row));
    }
    let rest = (columns - 1) as f32;
    let first = less(ui.available_width(), GAP * rest) * 0.42;
    let other = less(ui.available_width(), GAP * rest + first) / rest.max(1.0);
    let line = |ui: &mut Ui, cells: &[String], strong: bool| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (number, cell) in cells.iter().enumerate() {
                let width = if number == 0 { first } else { other };
                let size = egui::vec2(width, 0.0);
                ui.allocate_ui_with_layout(size, egui::Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    let told = if strong { quiet(ui, cx.colours, cell) } else { ui.add(Label::new(cell).wrap()) };
                    if number == 0 && !strong {
                        let rest = cells.get(1..).unwrap_or_default();
                        read_as(&told, &row_in_words(head, cell, rest));
                    } else {
                        silent(&told);
                    }
                });
            }
        });
    };
    line(ui, head, true);
    for row in rows {
        rule(ui, cx.colours);
        line(ui, row, false);
    }
    ui.add_space(4.0);
}

/// A table row as a paragraph.
fn row_ui(ui: &mut Ui, cx: &UiContext<'_>, head: &[String], row: &[String]) {
    ui.add_space(4.0);
    let cells = head.iter().zip(row).enumerate();
    for (number, (head, cell)) in cells.filter(|(_, (_, cell))| !cell.is_empty()) {
        if number == 0 {
            let name = RichText::new(cell).font(font(15.5, theme::plain_strong()));
            ui.add(Label::new(name).wrap());
        } else {
            quiet(ui, cx.colours, &format!("{head}: {cell}"));
        }
    }
}
