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

fn paper_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &SettingsView) {
    rule(ui, kit.colours);
    overline(ui, kit.colours, &kit.msg("window-paper"));
    ui.horizontal_wrapped(|ui| {
        for (dark, key) in [(false, "window-light"), (true, "window-dark")] {
            if radio(ui, kit.colours, view.prefs.dark == dark, &kit.msg(key)).clicked() {
                kit.want(Intent::Set(Setting::Dark(dark)));
            }
        }
    });
    rule(ui, kit.colours);
    overline(ui, kit.colours, &kit.msg("window-motion"));
    ui.horizontal_wrapped(|ui| {
        for (motion, key) in [(true, "window-motion-on"), (false, "window-motion-off")] {
            if radio(ui, kit.colours, view.prefs.motion == motion, &kit.msg(key)).clicked() {
                kit.want(Intent::Set(Setting::Motion(motion)));
            }
        }
    });
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
    rule(ui, kit.colours);
    overline(ui, kit.colours, &kit.msg("window-class"));
    ui.horizontal_wrapped(|ui| {
        for (class, key) in [(false, "window-class-off"), (true, "window-class-on")] {
            let chosen = view.prefs.for_class == class;
            if radio(ui, kit.colours, chosen, &kit.msg(key)).clicked() {
                kit.want(Intent::Set(Setting::ForClass(class)));
            }
        }
    });
    quiet(ui, kit.colours, &kit.msg("window-class-what"));
}
