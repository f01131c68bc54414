//! The list of keys, grouped by where they work, on top of the current screen.

use egui::{Align2, Context, CornerRadius, Frame, Id, Label, Margin, Response, RichText, ScrollArea, Ui, Window};

use crate::app::intent::{BINDINGS, KeyPlace, Verb};

use super::UiState;
use super::introduction;
use super::parts::{UiContext, as_heading, beside, button, less, overline, quiet, quiet_button, read_as, rule, silent};
use super::theme::{self, font, size};

/// Width of the list, if there is space.
const WIDTH: f32 = 760.0;
/// From this width on, the groups are in two columns.
const WIDE: f32 = 600.0;
const KEY: f32 = 128.0;

/// Shows the list of keys while it is open.
pub(super) fn help_ui(ctx: &Context, cx: &mut UiContext<'_>, ui_state: &mut UiState) {
    if !ui_state.help {
        ui_state.introduction = None;
        return;
    }
    let room = ctx.content_rect().size();
    let mut open = true;
    // The close button of egui's windows is too small to hit and shows no focus, so there is a button of our own.
    let title = match ui_state.introduction {
        Some(_) => "introduction-title",
        None => "window-help",
    };
    Window::new(cx.label(title))
        .id(Id::new("we-can-wait-help"))
        .anchor(Align2::CENTER_CENTER, egui::Vec2::ZERO)
        .collapsible(false)
        .resizable(false)
        .show(ctx, |ui| {
            ui.set_width(less(room.x, 60.0).clamp(260.0, WIDTH));
            let most = (room.y - 150.0).max(120.0);
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                Frame::new().inner_margin(Margin::same(8)).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    within_ui(ui, cx, &mut ui_state.introduction);
                });
            });
            ui.add_space(6.0);
            open &= !button(ui, cx.label("window-close")).clicked();
        });
    ui_state.help = open;
}

/// The introduction, if it was asked for; otherwise the keys and a button for it.
fn within_ui(ui: &mut Ui, cx: &mut UiContext<'_>, introduction: &mut Option<usize>) {
    if let Some(step) = introduction {
        if introduction::steps_ui(ui, cx, step) {
            *introduction = None;
        }
        return;
    }
    let everywhere = keys_of(cx, KeyPlace::Everywhere);
    let rest = [KeyPlace::Table, KeyPlace::Lists, KeyPlace::Map];
    if ui.available_width() < WIDE {
        place_ui(ui, cx, KeyPlace::Everywhere, &everywhere);
        for place in rest {
            place_ui(ui, cx, place, &keys_of(cx, place));
        }
    } else {
        ui.horizontal_top(|ui| {
            let half = (less(ui.available_width(), 24.0) / 2.0).round();
            ui.spacing_mut().item_spacing.x = 24.0;
            beside(ui, half, |ui| {
                place_ui(ui, cx, KeyPlace::Everywhere, &everywhere);
            });
            beside(ui, half, |ui| {
                for place in rest {
                    place_ui(ui, cx, place, &keys_of(cx, place));
                }
            });
        });
    }
    rule(ui, cx.colours);
    quiet(ui, cx.colours, cx.label("help-badges"));
    if quiet_button(ui, cx.colours, cx.label("introduction-again")).clicked() {
        *introduction = Some(0);
    }
}

/// The keys that work in a place, each with its meaning.
fn keys_of(cx: &UiContext<'_>, place: KeyPlace) -> Vec<(String, String)> {
    let is_there = |verb: Verb| match verb {
        Verb::Record | Verb::Card => cx.has_record,
        Verb::Map | Verb::Pan | Verb::Zoom => cx.has_map,
        _ => true,
    };
    let bindings = BINDINGS.iter().filter(|binding| binding.place == place && !binding.keys.is_empty());
    let bindings = bindings.filter(|binding| is_there(binding.verb));
    bindings
        .map(|binding| (binding.keys.join(", "), cx.label(&format!("window-key-{}", binding.name)).to_owned()))
        .collect()
}

fn place_ui(ui: &mut Ui, cx: &UiContext<'_>, place: KeyPlace, keys: &[(String, String)]) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let key = format!("keys-{}", place.key());
    let name = cx.label(&key);
    as_heading(&overline(ui, cx.colours, name), 2, name);
    for (key, what) in keys {
        ui.horizontal_top(|ui| {
            let left = ui.cursor().left();
            read_as(&key_ui(ui, cx, key), &format!("{key}: {what}"));
            ui.add_space(less(left + KEY, ui.cursor().left()));
            let text = RichText::new(what).font(font(size::BUTTON, theme::plain()));
            silent(&ui.add(Label::new(text).wrap()));
        });
    }
    ui.add_space(10.0);
}

/// A key drawn as a key cap.
fn key_ui(ui: &mut Ui, cx: &UiContext<'_>, key: &str) -> Response {
    let cap = Frame::new()
        .fill(cx.colours.field)
        .stroke(egui::Stroke::new(1.0, cx.colours.line))
        .corner_radius(CornerRadius::same(3))
        .inner_margin(Margin::symmetric(6, 1));
    cap.show(ui, |ui| {
        let key = RichText::new(key).font(font(size::SMALL, theme::plain_strong()));
        ui.add(Label::new(key))
    })
    .inner
}
