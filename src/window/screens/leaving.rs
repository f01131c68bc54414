//! What is asked before a game is left that could not be kept: nothing else is shown meanwhile.

use egui::{CentralPanel, Frame as Area, Margin, ScrollArea, Ui};

use crate::app::LeavingView;
use crate::app::intent::{Intent, Leaving, Verb};
use crate::language::arg;

use super::keys;
use super::parts::{UiContext, button, column, heading, main_button, overline, paragraph, sheet};

/// Asks what shall become of the game.
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
    let quits = arg("quits", if view.quits { "yes" } else { "no" });
    heading(ui, &cx.msg("leaving-heading"));
    ui.add_space(8.0);
    let because = arg("error", view.because.as_str());
    paragraph(ui, &cx.msg_with("leaving-because", &[because]));
    ui.add_space(4.0);
    let what = cx.msg_with("leaving-what", std::slice::from_ref(&quits));
    paragraph(ui, &what);
    ui.add_space(16.0);
    ui.horizontal_wrapped(|ui| {
        if main_button(ui, cx.colours, &cx.msg("leaving-again"), true).clicked() {
            cx.want(Intent::Leave(Leaving::Again));
        }
        if button(ui, &cx.msg("leaving-stay")).clicked() {
            cx.want(Intent::Leave(Leaving::Stay));
        }
        if button(ui, &cx.msg_with("leaving-anyway", &[quits])).clicked() {
            cx.want(Intent::Leave(Leaving::Anyway));
        }
    });
    if view.places.is_empty() {
        return;
    }
    ui.add_space(16.0);
    overline(ui, cx.colours, &cx.msg("leaving-elsewhere"));
    for place in &view.places {
        let folder = arg("folder", place.display().to_string());
        if button(ui, &cx.msg_with("leaving-place", &[folder])).clicked() {
            cx.want(Intent::Leave(Leaving::SaveIn(place.clone())));
        }
    }
}
