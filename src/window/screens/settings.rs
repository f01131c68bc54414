//! The settings: size, colours, typeface, animation, order of place names, and the adviser.

use egui::{Label, RichText, Ui};

use crate::app::intent::{Intent, Setting};
use crate::app::{SettingsView, ZOOMS};

use super::parts::{Paper, UiContext, as_heading, asked, beside, page, quiet, radio, rule, title_of_page};
use super::theme::{self, font, size};

const WIDTH: f32 = 720.0;
/// From this width on, a setting is next to its name.
const WIDE: f32 = 540.0;
const NAMES: f32 = 168.0;

pub(super) fn settings_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &SettingsView) {
    let paper = Paper { id: "settings", width: WIDTH, filed: false };
    page(ui, cx, paper, |ui, cx| {
        title_of_page(ui, cx.colours, cx.label("screen-settings"));
        reading_ui(ui, cx, view);
        playing_ui(ui, cx, view);
        if let Some(folder) = &view.folder {
            rule(ui, cx.colours);
            quiet(ui, cx.colours, folder);
        }
    });
}

/// A heading over a group of settings.
fn group_ui(ui: &mut Ui, cx: &UiContext<'_>, key: &str) {
    ui.add_space(8.0);
    let name = cx.label(key);
    let text = RichText::new(name).font(font(size::NAME, theme::strong()));
    as_heading(&ui.add(Label::new(text).wrap()), 2, name);
    rule(ui, cx.colours);
}

/// A setting: its name with its choices next to it. `what` is the key of an explanation.
fn row_ui(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    name: &str,
    what: Option<&str>,
    add: impl FnOnce(&mut Ui, &mut UiContext<'_>),
) {
    let title = RichText::new(cx.label(name)).font(font(size::BUTTON, theme::plain_strong()));
    let what = what.map(|key| cx.label(key));
    let choices = |ui: &mut Ui| {
        ui.horizontal_wrapped(|ui| {
            asked(ui, cx.label(name));
            ui.spacing_mut().item_spacing.x = 16.0;
            add(ui, cx);
        });
        if let Some(what) = what {
            quiet(ui, cx.colours, what);
        }
    };
    if ui.available_width() < WIDE {
        ui.add(Label::new(title).wrap());
        choices(ui);
    } else {
        ui.horizontal_top(|ui| {
            beside(ui, NAMES, |ui| {
                ui.add_space(4.0);
                ui.add(Label::new(title).wrap());
            });
            let rest = ui.available_width();
            beside(ui, rest, choices);
        });
    }
    ui.add_space(8.0);
}

fn either_ui(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    [name, off, on]: [&str; 3],
    what: Option<&str>,
    now: bool,
    setting: fn(bool) -> Setting,
) {
    row_ui(ui, cx, name, what, |ui, cx| {
        for (value, key) in [(false, off), (true, on)] {
            if radio(ui, cx.colours, now == value, cx.label(key)).clicked() {
                cx.want(Intent::Set(setting(value)));
            }
        }
    });
}

fn reading_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &SettingsView) {
    group_ui(ui, cx, "settings-reading");
    row_ui(ui, cx, "window-size", None, |ui, cx| {
        for zoom in ZOOMS {
            let text = cx.label_with("window-percent", &[("percent", &zoom.to_string())]);
            if radio(ui, cx.colours, view.prefs.zoom == *zoom, &text).clicked() {
                cx.want(Intent::Set(Setting::Zoom(*zoom)));
            }
        }
    });
    let words = ["window-paper", "window-light", "window-dark"];
    either_ui(ui, cx, words, None, view.prefs.dark, Setting::Dark);
    let words = ["window-face", "window-face-off", "window-face-on"];
    either_ui(ui, cx, words, None, view.prefs.plain_face, Setting::PlainFace);
    let words = ["window-projector", "window-projector-off", "window-projector-on"];
    let what = Some("window-projector-what");
    let now = view.prefs.projector;
    either_ui(ui, cx, words, what, now, Setting::Projector);
    let words = ["window-motion", "window-motion-off", "window-motion-on"];
    either_ui(ui, cx, words, None, view.prefs.motion, Setting::Motion);
}

fn playing_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &SettingsView) {
    group_ui(ui, cx, "settings-playing");
    if !view.name_orders.is_empty() {
        let what = Some("window-names-what");
        row_ui(ui, cx, "window-names", what, |ui, cx| {
            for (order, name) in view.name_orders.iter().enumerate() {
                let chosen = view.names_first == order;
                if radio(ui, cx.colours, chosen, name).clicked() {
                    cx.want(Intent::Set(Setting::NamesFirst(order)));
                }
            }
        });
    }
    let words = ["window-class", "window-class-off", "window-class-on"];
    let what = Some("window-class-what");
    let now = view.prefs.for_class;
    either_ui(ui, cx, words, what, now, Setting::ForClass);
}
