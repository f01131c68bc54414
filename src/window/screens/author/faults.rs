//! The faults page: what is wrong, where (to copy), and what to do.

use egui::text::LayoutJob;
use egui::{RichText, TextFormat, Ui, WidgetInfo, WidgetType};

use crate::app::authoring::Authoring;
use crate::app::intent::Intent;
use crate::app::{Excerpt, FaultView, FaultsView};

use super::super::parts::{UiContext, button, paragraph, quiet, rule};
use super::super::theme::{self, font};
use super::markdown_ui;

pub(super) fn faults_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &FaultsView) {
    if let Some((code, page)) = &view.explained {
        if button(ui, cx.label("author-back-to-faults")).clicked() {
            cx.want(Intent::Author(Authoring::Explain(None)));
        }
        ui.push_id(code, |ui| markdown_ui(ui, cx, page));
        return;
    }
    if view.faults.is_empty() {
        paragraph(ui, cx.label("author-no-faults"));
        return;
    }
    if view.fixable > 0 && button(ui, &view.apply_fixes).clicked() {
        cx.want(Intent::Author(Authoring::Fix));
    }
    quiet(ui, cx.colours, cx.label("author-copy-how"));
    for (index, fault) in view.faults.iter().enumerate() {
        ui.push_id(index, |ui| fault_ui(ui, cx, fault));
    }
    if let Some(more) = &view.more {
        paragraph(ui, more);
    }
}

fn fault_ui(ui: &mut Ui, cx: &mut UiContext<'_>, fault: &FaultView) {
    rule(ui, cx.colours);
    ui.horizontal_wrapped(|ui| {
        let (key, colour) =
            if fault.error { ("author-error", cx.colours.theirs) } else { ("author-warning", cx.colours.ours) };
        let kind = RichText::new(cx.label(key)).font(font(14.0, theme::plain_strong()));
        ui.label(kind.color(colour));
        match &fault.explain {
            Some(name) => explain_ui(ui, cx, fault.code, name),
            None => {
                ui.label(fault.code);
            }
        }
    });
    paragraph(ui, &fault.message);
    for (index, place) in fault.places.iter().enumerate() {
        ui.push_id(index, |ui| {
            ui.horizontal_wrapped(|ui| {
                copy_ui(ui, cx, &place.at);
                if !place.text.is_empty() {
                    quiet(ui, cx.colours, &place.text);
                }
            });
            excerpt_ui(ui, cx, &place.excerpt);
        });
    }
    if let Some(fix) = &fault.fix {
        quiet(ui, cx.colours, fix);
    }
    if let Some(help) = &fault.help {
        paragraph(ui, help);
    }
}

fn explain_ui(ui: &mut Ui, cx: &mut UiContext<'_>, code: &str, name: &str) {
    let explain = button(ui, &format!("{code} ?"));
    explain.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, name));
    if explain.on_hover_text(name).clicked() {
        cx.want(Intent::Author(Authoring::Explain(Some(code.to_owned()))));
    }
}

/// A button that copies a place such as `moves.ron:3:7`.
fn copy_ui(ui: &mut Ui, cx: &mut UiContext<'_>, at: &str) {
    let copy = button(ui, at);
    if copy.on_hover_text(cx.label("author-copy")).clicked() {
        ui.ctx().copy_text(at.to_owned());
        cx.want(Intent::Author(Authoring::Copied(at.to_owned())));
    }
}

/// The line with the fault highlighted.
fn excerpt_ui(ui: &mut Ui, cx: &UiContext<'_>, excerpt: &Excerpt) {
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let plain = TextFormat::simple(font(13.5, theme::typed()), cx.colours.quiet);
    let mut marked = TextFormat::simple(font(13.5, theme::typed()), cx.colours.ink);
    marked.background = cx.colours.mark;
    job.append(&excerpt.before, 0.0, plain.clone());
    job.append(&excerpt.marked, 0.0, marked);
    job.append(&excerpt.after, 0.0, plain);
    if !job.text.is_empty() {
        ui.add(egui::Label::new(job).wrap());
    }
}
