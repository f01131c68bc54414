//! The panel next to the map: choice of overlay, legend, and details of the selected place.

use egui::{RichText, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use crate::scenario::draft::PlaceKind;
use crate::view::map::{ClaimView, MapView, PlaceView, Side, Standing};

use super::super::parts::{UiContext, barred, button, overline, paragraph, quiet, radio, rule, tab};
use super::super::theme::{self, font, size};
use super::MapState;
use super::region;

pub(super) fn panel_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &MapView, state: &mut MapState) {
    scenes_ui(ui, cx, view, state);
    legend_ui(ui, cx, view, state);
    rule(ui, cx.colours);
    match state.chosen.and_then(|number| view.places.get(number)) {
        Some(place) => {
            place_ui(ui, cx, view, state, place);
            if button(ui, cx.label("atlas-unchoose")).clicked() {
                state.chosen = None;
            }
        }
        None => {
            quiet(ui, cx.colours, cx.label("atlas-press"));
        }
    }
}

/// The choice of overlay.
fn scenes_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &MapView, state: &mut MapState) {
    overline(ui, cx.colours, cx.label("atlas-shows"));
    ui.horizontal_wrapped(|ui| {
        for (number, group) in view.groups.iter().enumerate() {
            if tab(ui, cx.colours, state.group == number, &group.name).clicked() {
                state.group = number;
                state.scene = 0;
            }
        }
    });
    let Some(group) = view.groups.get(state.group) else {
        return;
    };
    if group.scenes.len() > 1 {
        for (number, scene) in group.scenes.iter().enumerate() {
            if radio(ui, cx.colours, state.scene == number, &capital(&scene.name)).clicked() {
                state.scene = number;
            }
        }
    }
    ui.add_space(4.0);
    for sentence in state.scene_of(view).into_iter().flat_map(|s| &s.sentences) {
        let response = paragraph(ui, sentence);
        // Screen readers announce that the map has changed.
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
}

/// The legend of visible patterns and marks.
fn legend_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &MapView, state: &MapState) {
    let Some(scene) = state.scene_of(view) else {
        return;
    };
    let mut rows: Vec<(Standing, bool, &str)> = Vec::new();
    for (place, shown) in view.places.iter().zip(&scene.standings) {
        let here = place.shown_in.get(state.frame).copied().unwrap_or_default();
        let Some(shown) = shown.as_ref().filter(|_| here && place.is_region()) else {
            continue;
        };
        let row = (shown.standing, is_water(place), shown.words.as_str());
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    if rows.is_empty() {
        return;
    }
    ui.add_space(4.0);
    for (standing, water, words) in rows {
        ui.horizontal(|ui| {
            let (rect, response) = ui.allocate_exact_size(Vec2::new(66.0, 24.0), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, words));
            let mut patch = rect.shrink2(Vec2::new(0.0, 2.0));
            patch.set_width(34.0);
            region::swatch(ui.painter(), &cx.colours, patch, standing, water);
            ui.add(egui::Label::new(RichText::new(words).small()).wrap());
        });
    }
}

const fn is_water(place: &PlaceView) -> bool {
    matches!(place.kind, PlaceKind::Waters | PlaceKind::Strait | PlaceKind::Line)
}

/// Everything known about a place.
fn place_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &MapView, state: &MapState, place: &PlaceView) {
    let heading = RichText::new(place.both()).font(font(size::NAME, theme::strong()));
    ui.add(egui::Label::new(heading).wrap());
    let number = state.chosen.unwrap_or_default();
    let shown = state.scene_of(view).and_then(|scene| scene.standings.get(number));
    let shown = shown.and_then(Option::as_ref);
    let kind = match shown {
        Some(shown) => shown.kind_and_words.clone(),
        None => place.kind_name.clone(),
    };
    quiet(ui, cx.colours, &capital(&kind));
    if !place.plain.is_empty() {
        paragraph(ui, &place.plain);
    }
    if let Some(state) = &place.state {
        paragraph(ui, &state.text);
        quiet(ui, cx.colours, &state.source);
    }
    for claim in &place.claims {
        ui.add_space(4.0);
        claim_ui(ui, cx, claim);
    }
    for lesser in [&place.drawn_from, &place.known] {
        if !lesser.is_empty() {
            ui.add_space(4.0);
            quiet(ui, cx.colours, lesser);
        }
    }
    ui.add_space(8.0);
}

/// Capitalises the first letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// How a side sees a place, with the side's colour and name.
pub(super) fn claim_ui(ui: &mut Ui, cx: &UiContext<'_>, claim: &ClaimView) {
    let colour = match claim.side {
        Side::Ours => cx.colours.ours,
        Side::Theirs => cx.colours.theirs,
    };
    barred(ui, colour, |ui| {
        let name = RichText::new(&claim.party).font(font(size::SMALL, theme::plain_strong()));
        ui.label(name.color(colour));
        paragraph(ui, &claim.said.text);
        quiet(ui, cx.colours, &claim.said.source);
    });
}
