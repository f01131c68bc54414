//! The report home: one clause for each issue, beside what the hosts have said on it.

use egui::{RichText, Ui};

use crate::desk::{ReportRow, ReportView};
use crate::language::arg;
use crate::view::intent::Intent;
use crate::view::report::ReportPosition;

use super::parts::{
    Kit, barred, button, column, fold, heading, main_button, paragraph, quiet, radio, rule,
    scrolled, sheet, tab,
};
use super::talk;
use super::theme::{self, font};

/// The report home.
pub(super) fn report_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &ReportView) {
    scrolled(ui, "report", true, |ui| {
        column(ui, 760.0, |ui| {
            sheet(kit.colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, &kit.msg("report-title"));
                paragraph(ui, &kit.msg("window-report-how"));
                if !view.ended.is_empty() {
                    let title = kit.msg("window-last-words");
                    fold(ui, kit.colours, title.into(), |ui| {
                        let turn = crate::view::window::TurnView {
                            step: None,
                            items: view.ended.clone(),
                        };
                        talk::talk_ui(ui, kit, std::slice::from_ref(&turn), (None, None), None);
                    });
                }
                for row in &view.rows {
                    ui.push_id(row.issue.issue.index(), |ui| row_ui(ui, kit, row));
                }
                rule(ui, kit.colours);
                ui.horizontal_wrapped(|ui| {
                    let send = kit.msg("window-send");
                    if main_button(ui, kit.colours, &send, true).clicked() {
                        kit.want(Intent::Send);
                    }
                    if view.as_it_was && button(ui, &kit.msg("window-as-it-was")).clicked() {
                        kit.want(Intent::AsItWas);
                    }
                });
                if view.as_it_was {
                    quiet(ui, kit.colours, &kit.msg("window-as-it-was-what"));
                }
                quiet(ui, kit.colours, &kit.msg("window-sent-once"));
            });
        });
    });
}

fn row_ui(ui: &mut Ui, kit: &mut Kit<'_>, row: &ReportRow) {
    rule(ui, kit.colours);
    ui.label(RichText::new(&row.issue.name).font(font(18.0, theme::strong())));
    barred(ui, kit.colours.theirs, |ui| {
        for said in &row.issue.said {
            paragraph(ui, said);
        }
        if row.issue.said.is_empty() {
            quiet(ui, kit.colours, &kit.msg("report-nothing-said"));
        }
    });
    for position in &row.issue.positions {
        position_ui(ui, kit, row, position);
    }
}

fn position_ui(ui: &mut Ui, kit: &mut Kit<'_>, row: &ReportRow, position: &ReportPosition) {
    let chosen = position.pairs.iter().any(|(pair, _)| *pair == row.chosen);
    let position_chosen = radio(ui, kit.colours, chosen, &position.name);
    if position_chosen.clicked()
        && !chosen
        && let Some((pair, _)) = position.pairs.first()
    {
        kit.want(Intent::Clause(row.issue.issue, *pair));
    }
    ui.indent("plain", |ui| {
        if !position.plain.is_empty() {
            quiet(ui, kit.colours, &position.plain);
        }
        if !chosen || position.pairs.len() < 2 {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(kit.msg("report-when")).small());
            for (pair, timing) in &position.pairs {
                let timing = timing.as_deref().unwrap_or_default();
                let button = tab(ui, kit.colours, *pair == row.chosen, timing);
                let args = [arg("issue", row.issue.name.as_str()), arg("timing", timing)];
                let spoken = kit.msg_with("window-timing-of", &args);
                button.widget_info(|| {
                    let chosen = *pair == row.chosen;
                    egui::WidgetInfo::selected(
                        egui::WidgetType::RadioButton,
                        true,
                        chosen,
                        spoken.as_str(),
                    )
                });
                if button.clicked() {
                    kit.want(Intent::Clause(row.issue.issue, *pair));
                }
            }
        });
    });
}
