//! Where the program begins.

use egui::{RichText, Ui};

use crate::desk::TitleView;
use crate::view::intent::{Intent, Screen};

use super::parts::{
    Kit, button, choice, column, main_button, overline, quiet, radio, rule, scrolled, sheet,
};
use super::theme::{self, font};

/// The title.
pub(super) fn title_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &TitleView) {
    scrolled(ui, "title", true, |ui| {
        let room = ui.available_height();
        ui.add_space(((room - height(view)) / 2.0).max(6.0));
        column(ui, 620.0, |ui| {
            sheet(kit.colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                head(ui, kit, view);
                ways_in(ui, kit, view);
            });
        });
    });
}

/// About how high the sheet is, so that it stands in the middle.
fn height(view: &TitleView) -> f32 {
    let row = |shown: bool| if shown { 62.0 } else { 0.0 };
    450.0
        + row(view.goes_on.is_some())
        + row(!view.seatings.is_empty())
        + row(!view.styles.is_empty())
}

fn head(ui: &mut Ui, kit: &Kit<'_>, view: &TitleView) {
    ui.add_space(10.0);
    let (name, rest) = view.title.split_once(": ").unwrap_or((&view.title, ""));
    ui.label(RichText::new(name).font(font(40.0, theme::strong())));
    if !rest.is_empty() {
        ui.label(
            RichText::new(rest)
                .font(font(17.0, theme::typed()))
                .color(kit.colours.theirs),
        );
    }
    ui.add_space(6.0);
    ui.label(&view.setting);
    rule(ui, kit.colours);
    ui.label(RichText::new(&view.question).font(font(18.0, theme::leaning())));
    ui.add_space(12.0);
}

fn ways_in(ui: &mut Ui, kit: &mut Kit<'_>, view: &TitleView) {
    if let Some(goes_on) = &view.goes_on {
        let text = kit.msg("window-continue");
        if main_button(ui, kit.colours, &text, true).clicked() {
            kit.want(Intent::Continue);
        }
        quiet(ui, kit.colours, goes_on);
        ui.add_space(8.0);
    }
    seats_ui(ui, kit, view);
    styles_ui(ui, kit, view);
    for length in &view.lengths {
        if choice(ui, kit.colours, None, &length.name, &length.takes).clicked() {
            kit.want(Intent::Begin(length.length));
        }
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        for (key, screen) in [
            ("window-other-scenarios", Screen::Scenarios),
            ("window-read-the-record", Screen::Record),
            ("window-games", Screen::Journal),
            ("screen-settings", Screen::Settings),
        ] {
            let there = kit.has_record || screen != Screen::Record;
            if there && button(ui, &kit.msg(key)).clicked() {
                kit.want(Intent::Show(screen));
            }
        }
        if button(ui, &kit.msg("window-quit")).clicked() {
            kit.want(Intent::Quit);
        }
    });
    ui.add_space(6.0);
    quiet(ui, kit.colours, &kit.msg("window-privacy"));
}

/// On which side of the table one sits, or both.
fn seats_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &TitleView) {
    if view.seatings.is_empty() {
        return;
    }
    overline(ui, kit.colours, &kit.msg("window-your-seat"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        for way in &view.seatings {
            if radio(ui, kit.colours, way.chosen, &way.name).clicked() {
                kit.want(Intent::Sit(way.seating));
            }
        }
    });
    ui.add_space(6.0);
}

/// In which style the other side answers.
fn styles_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &TitleView) {
    if view.styles.is_empty() {
        return;
    }
    overline(ui, kit.colours, &kit.msg("style-choose"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        for style in &view.styles {
            if radio(ui, kit.colours, style.chosen, &style.name).clicked() {
                kit.want(Intent::Style(style.style));
            }
        }
    });
    // The record's own manner is what one expects; any other is told.
    let chosen = view
        .styles
        .iter()
        .find(|style| style.chosen && style.style > 0);
    if let Some(style) = chosen {
        quiet(ui, kit.colours, &style.plain);
    }
    ui.add_space(6.0);
}
