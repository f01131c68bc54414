//! The report home: one clause for each issue, next to what the hosts said about it.

use egui::text::{LayoutJob, TextFormat};
use egui::{Label, RichText, Ui};

use crate::app::intent::Intent;
use crate::app::{ReportRow, ReportView};
use crate::view::report::{Footing, ReportPosition, Rest};

use super::parts::{
    BROAD, Paper, UiContext, as_heading, asked, barred, beside, button, fold, is_low, less, main_button, overline,
    page_with_foot, paragraph, quiet, radio, rule, tab, title_of_page,
};
use super::talk;
use super::theme::{self, font, size};

/// From this width on, the other side's words are next to the choices.
const WIDE: f32 = 720.0;

pub(super) fn report_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &ReportView) {
    let paper = Paper { id: "report", width: BROAD, filed: true };
    page_with_foot(
        ui,
        cx,
        paper,
        |ui, cx| {
            title_of_page(ui, cx.colours, cx.label("report-title"));
            paragraph(ui, cx.label("window-report-how"));
            last_words_ui(ui, cx, view);
            for (number, row) in view.rows.iter().enumerate() {
                ui.push_id(row.issue.issue.index(), |ui| {
                    row_ui(ui, cx, number + 1, row);
                });
            }
            rule(ui, cx.colours);
            quiet(ui, cx.colours, cx.label("window-sent-once"));
        },
        |ui, cx| send_ui(ui, cx, view),
    );
}

fn last_words_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &ReportView) {
    let Some(last) = &view.ended else { return };
    let title = RichText::new(cx.label("window-last-words")).font(font(size::BUTTON, theme::plain()));
    fold(ui, cx.colours, title, |ui| {
        talk::talk_ui(ui, cx, std::slice::from_ref(last), (None, None), None);
    });
}

/// The foot: the button to send the report, and how many clauses were changed.
fn send_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &ReportView) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let send = cx.label("window-send");
        if main_button(ui, cx.colours, send, true).clicked() {
            cx.want(Intent::Send);
        }
        if view.as_it_was && button(ui, cx.label("window-as-it-was")).clicked() {
            cx.want(Intent::HistoricalReport);
        }
        if !is_low(cx.room) {
            quiet(ui, cx.colours, &view.clauses);
        }
    });
    if view.as_it_was && !is_low(cx.room) {
        quiet(ui, cx.colours, cx.label("window-as-it-was-what"));
    }
}

/// A clause: its issue, what can be reported, and what was said about it.
fn row_ui(ui: &mut Ui, cx: &mut UiContext<'_>, number: usize, row: &ReportRow) {
    const GAP: f32 = 28.0;
    ui.add_space(6.0);
    rule(ui, cx.colours);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let typed = RichText::new(format!("{number}.")).font(font(size::TYPED, theme::typed()));
        ui.label(typed.color(cx.colours.quiet));
        let name = RichText::new(&row.issue.name).font(font(18.0, theme::strong()));
        as_heading(&ui.add(Label::new(name).wrap()), 2, &row.issue.name);
    });
    ui.add_space(4.0);
    let room = ui.available_width();
    if room < WIDE {
        said_ui(ui, cx, row);
        ui.add_space(6.0);
        return positions_ui(ui, cx, row);
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let choices = (less(room, GAP) * 0.54).round();
        beside(ui, choices, |ui| positions_ui(ui, cx, row));
        let rest = ui.available_width();
        beside(ui, rest, |ui| said_ui(ui, cx, row));
    });
}

fn said_ui(ui: &mut Ui, cx: &UiContext<'_>, row: &ReportRow) {
    ui.spacing_mut().item_spacing.x = 8.0;
    overline(ui, cx.colours, cx.label("report-said"));
    barred(ui, cx.colours.theirs, |ui| {
        for said in &row.issue.said {
            let said = RichText::new(said).font(font(size::BUTTON, egui::FontFamily::Proportional));
            ui.add(Label::new(said).wrap());
        }
        if row.issue.said.is_empty() {
            quiet(ui, cx.colours, cx.label("report-nothing-said"));
        }
    });
}

fn positions_ui(ui: &mut Ui, cx: &mut UiContext<'_>, row: &ReportRow) {
    ui.spacing_mut().item_spacing.x = 8.0;
    asked(ui, &row.issue.name);
    for position in &row.issue.positions {
        position_ui(ui, cx, row, position);
    }
}

fn position_ui(ui: &mut Ui, cx: &mut UiContext<'_>, row: &ReportRow, position: &ReportPosition) {
    const INDENT: f32 = 26.0;
    let at = position.pairs.iter().position(|pair| pair.pair == row.chosen);
    // For a position not chosen, show the best footing it could have.
    let rest = match at {
        Some(at) => position.rests.get(at),
        None => position.rests.iter().min_by_key(|rest| rest.footing),
    };
    let response = radio(ui, cx.colours, at.is_some(), &position.name);
    if let Some(rest) = rest {
        let told = format!("{} {}.", position.plain, rest.text);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(told.trim()));
    }
    if response.clicked()
        && at.is_none()
        && let Some(pair) = position.pairs.first()
    {
        cx.want(Intent::Clause(row.issue.issue, pair.pair));
    }
    ui.horizontal_top(|ui| {
        ui.add_space(INDENT - ui.spacing().item_spacing.x);
        let room = ui.available_width();
        beside(ui, room, |ui| {
            let told = footing(cx, &position.plain, rest, room);
            ui.add(Label::new(told).wrap());
            if at.is_some() && position.pairs.len() > 1 {
                timings_ui(ui, cx, row, position);
            }
        });
    });
    ui.add_space(3.0);
}

/// What a position means, and what it would be based on.
fn footing(cx: &UiContext<'_>, plain: &str, rest: Option<&Rest>, room: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = room;
    let format = |family, colour| TextFormat::simple(font(size::SMALL, family), colour);
    if !plain.is_empty() {
        let plain = format!("{plain} ");
        job.append(&plain, 0.0, format(theme::plain(), cx.colours.quiet));
    }
    if let Some(rest) = rest {
        let colour = match rest.footing {
            Footing::Earned | Footing::Later => cx.colours.ours,
            Footing::Refused => cx.colours.theirs,
            Footing::Theirs | Footing::Nothing => cx.colours.quiet,
        };
        let text = format!("{}.", rest.text);
        job.append(&text, 0.0, format(theme::plain_strong(), colour));
    }
    job
}

fn timings_ui(ui: &mut Ui, cx: &mut UiContext<'_>, row: &ReportRow, position: &ReportPosition) {
    ui.horizontal_wrapped(|ui| {
        quiet(ui, cx.colours, cx.label("report-when"));
        for pair in &position.pairs {
            let timing = pair.timing.as_deref().unwrap_or_default();
            let button = tab(ui, cx.colours, pair.pair == row.chosen, timing);
            button.widget_info(|| {
                let chosen = pair.pair == row.chosen;
                egui::WidgetInfo::selected(egui::WidgetType::RadioButton, true, chosen, pair.spoken.as_str())
            });
            if button.clicked() {
                cx.want(Intent::Clause(row.issue.issue, pair.pair));
            }
        }
    });
}
