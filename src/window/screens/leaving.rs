//! What is asked before a game is left that could not be kept: nothing else is shown meanwhile.

use egui::{CentralPanel, Frame as Area, Key, Margin, Modifiers, ScrollArea, Ui};

use crate::app::LeavingView;
use crate::app::intent::{Intent, Leaving};
use crate::language::arg;

use super::parts::{Kit, button, column, heading, main_button, overline, paragraph, sheet};

/// Asks what shall become of the game.
pub(super) fn leaving_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &LeavingView) {
    let back = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if back {
        kit.want(Intent::Leave(Leaving::Stay));
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Q)) {
        kit.want(Intent::Quit);
    }
    let area = Area::new().fill(kit.colours.desk);
    CentralPanel::no_frame().frame(area.inner_margin(Margin::same(24))).show(ui, |ui| {
        ScrollArea::vertical().show(ui, |ui| {
            column(ui, 620.0, |ui| {
                sheet(kit.colours).show(ui, |ui| asked_ui(ui, kit, view));
            });
        });
    });
}

fn asked_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &LeavingView) {
    let quits = arg("quits", if view.quits { "yes" } else { "no" });
    heading(ui, &kit.msg("leaving-heading"));
    ui.add_space(8.0);
    let because = arg("error", view.because.as_str());
    paragraph(ui, &kit.msg_with("leaving-because", &[because]));
    ui.add_space(4.0);
    let what = kit.msg_with("leaving-what", std::slice::from_ref(&quits));
    paragraph(ui, &what);
    ui.add_space(16.0);
    ui.horizontal_wrapped(|ui| {
        if main_button(ui, kit.colours, &kit.msg("leaving-again"), true).clicked() {
            kit.want(Intent::Leave(Leaving::Again));
        }
        if button(ui, &kit.msg("leaving-stay")).clicked() {
            kit.want(Intent::Leave(Leaving::Stay));
        }
        if button(ui, &kit.msg_with("leaving-anyway", &[quits])).clicked() {
            kit.want(Intent::Leave(Leaving::Anyway));
        }
    });
    if view.places.is_empty() {
        return;
    }
    ui.add_space(16.0);
    overline(ui, kit.colours, &kit.msg("leaving-elsewhere"));
    for place in &view.places {
        let folder = arg("folder", place.display().to_string());
        if button(ui, &kit.msg_with("leaving-place", &[folder])).clicked() {
            kit.want(Intent::Leave(Leaving::KeepIn(place.clone())));
        }
    }
}
