//! How it looks: size, paper, motion, which names of places stand first.

use egui::Ui;

use crate::desk::{SettingsView, ZOOMS};
use crate::language::arg;
use crate::view::intent::{Intent, Setting};

use super::parts::{Kit, column, heading, overline, quiet, radio, rule, scrolled, sheet};

/// The settings.
pub(super) fn settings_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &SettingsView) {
    scrolled(ui, "settings", true, |ui| {
        column(ui, 620.0, |ui| {
            sheet(kit.colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, &kit.msg("screen-settings"));
                size_ui(ui, kit, view);
                paper_ui(ui, kit, view);
                names_ui(ui, kit, view);
                class_ui(ui, kit, view);
                if let Some(folder) = &view.folder {
                    rule(ui, kit.colours);
                    let args = [arg("folder", folder.as_str())];
                    quiet(ui, kit.colours, &kit.msg_with("window-folder", &args));
                }
            });
        });
    });
}

fn size_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &SettingsView) {
    rule(ui, kit.colours);
    overline(ui, kit.colours, &kit.msg("window-size"));
    ui.horizontal_wrapped(|ui| {
        for zoom in ZOOMS {
            let args = [arg("percent", *zoom)];
            let text = kit.msg_with("window-percent", &args);
            if radio(ui, kit.colours, view.prefs.zoom == *zoom, &text).clicked() {
                kit.want(Intent::Set(Setting::Zoom(*zoom)));
            }
        }
    });
}

/// One of two, under a heading.
fn either_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    heading: &str,
    now: bool,
    [off, on]: [&str; 2],
    setting: fn(bool) -> Setting,
) {
    rule(ui, kit.colours);
    overline(ui, kit.colours, &kit.msg(heading));
    ui.horizontal_wrapped(|ui| {
        for (value, key) in [(false, off), (true, on)] {
            if radio(ui, kit.colours, now == value, &kit.msg(key)).clicked() {
                kit.want(Intent::Set(setting(value)));
            }
        }
    });
}

fn paper_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &SettingsView) {
    let words = ["window-light", "window-dark"];
    either_ui(
        ui,
        kit,
        "window-paper",
        view.prefs.dark,
        words,
        Setting::Dark,
    );
    let words = ["window-projector-off", "window-projector-on"];
    let now = view.prefs.projector;
    either_ui(ui, kit, "window-projector", now, words, Setting::Projector);
    quiet(ui, kit.colours, &kit.msg("window-projector-what"));
    let words = ["window-face-off", "window-face-on"];
    let now = view.prefs.plain_face;
    either_ui(ui, kit, "window-face", now, words, Setting::PlainFace);
    let words = ["window-motion-off", "window-motion-on"];
    let now = view.prefs.motion;
    either_ui(ui, kit, "window-motion", now, words, Setting::Motion);
}

fn names_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &SettingsView) {
    if view.name_orders.is_empty() {
        return;
    }
    rule(ui, kit.colours);
    overline(ui, kit.colours, &kit.msg("window-names"));
    ui.horizontal_wrapped(|ui| {
        for (order, name) in view.name_orders.iter().enumerate() {
            let chosen = view.names_first == order;
            if radio(ui, kit.colours, chosen, name).clicked() {
                kit.want(Intent::Set(Setting::NamesFirst(order)));
            }
        }
    });
    quiet(ui, kit.colours, &kit.msg("window-names-what"));
}

fn class_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &SettingsView) {
    let words = ["window-class-off", "window-class-on"];
    let now = view.prefs.for_class;
    either_ui(ui, kit, "window-class", now, words, Setting::ForClass);
    quiet(ui, kit.colours, &kit.msg("window-class-what"));
}
