//! The question before closing a game that could not be saved. It replaces everything else in the window.

use egui::{CentralPanel, Frame as Area, Margin, ScrollArea, Ui};

use crate::app::LeavingView;
use crate::app::intent::{Intent, Leaving, Verb};

use super::keys;
use super::parts::{UiContext, button, column, heading, main_button, overline, paragraph, sheet};

/// Asks what to do about the game.
pub(super) fn leaving_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &LeavingView) {
    let back = keys::pressed(ui, Verb::Back);
    if back {
        cx.want(Intent::Leave(Leaving::Stay));
    }
    if keys::pressed(ui, Verb::Quit) {
        cx.want(Intent::Quit);
    }
    let area = Area::new().fill(cx.colours.desk);
    CentralPanel::no_frame().frame(area.inner_margin(Margin::same(24))).show(ui, |ui| {
        ScrollArea::vertical().show(ui, |ui| {
            column(ui, 620.0, |ui| {
                sheet(cx.colours).show(ui, |ui| asked_ui(ui, cx, view));
            });
        });
    });
}

fn asked_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &LeavingView) {
    heading(ui, cx.label("leaving-heading"));
    ui.add_space(8.0);
    paragraph(ui, &view.reason);
    ui.add_space(4.0);
    paragraph(ui, &view.what);
    ui.add_space(16.0);
    ui.horizontal_wrapped(|ui| {
        if main_button(ui, cx.colours, cx.label("leaving-again"), true).clicked() {
            cx.want(Intent::Leave(Leaving::Again));
        }
        if button(ui, cx.label("leaving-stay")).clicked() {
            cx.want(Intent::Leave(Leaving::Stay));
        }
        if button(ui, &view.anyway).clicked() {
            cx.want(Intent::Leave(Leaving::Anyway));
        }
    });
    if view.places.is_empty() {
        return;
    }
    ui.add_space(16.0);
    overline(ui, cx.colours, cx.label("leaving-elsewhere"));
    for (place, name) in &view.places {
        if button(ui, name).clicked() {
            cx.want(Intent::Leave(Leaving::SaveIn(place.clone())));
        }
    }
}
