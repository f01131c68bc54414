//! The menu: back, the game, and the screens that can be opened from anywhere.

use egui::{RichText, Ui};

use crate::app::Frame;
use crate::app::intent::{Intent, Screen, Verb};

use super::parts::{UiContext, button, tab};
use super::theme::{self, font};
use super::{UiState, author};

/// An entry of the menu.
struct Place {
    /// The screen; `None` for the list of keys.
    screen: Option<Screen>,
    name: String,
    key: &'static str,
    chosen: bool,
}

impl Place {
    fn whole(&self) -> String {
        format!("{}  {}", self.name, self.key).trim_end().to_owned()
    }
}

pub(super) fn menu_ui(ui: &mut Ui, cx: &mut UiContext<'_>, frame: &Frame, ui_state: &mut UiState) {
    let shown = frame.screen;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ways_back_ui(ui, cx, frame, shown);
        author::place_ui(ui, cx, frame, &mut ui_state.author);
        if frame.unsaved {
            let text = RichText::new(cx.label("window-unsaved")).font(font(theme::size::BUTTON, theme::plain_strong()));
            ui.label(text.color(cx.colours.theirs));
        }
        places_ui(ui, cx, &all(cx, frame, shown, ui_state.help), ui_state);
    });
}

fn all(cx: &UiContext<'_>, frame: &Frame, shown: Screen, help: bool) -> Vec<Place> {
    let screens = frame.menu.iter().map(|(screen, verb)| Place {
        screen: Some(*screen),
        name: cx.label(&format!("screen-{}", screen.key())).to_owned(),
        key: verb.and_then(Verb::key).unwrap_or_default(),
        chosen: shown == *screen,
    });
    let keys = Place {
        screen: None,
        name: cx.label("window-help").to_owned(),
        key: Verb::Help.key().unwrap_or_default(),
        chosen: help,
    };
    screens.chain([keys]).collect()
}

/// The entries in a row; without their keys if they don't fit, and in a drop-down list if they still don't.
fn places_ui(ui: &mut Ui, cx: &mut UiContext<'_>, places: &[Place], ui_state: &mut UiState) {
    let room = ui.available_width();
    let whole: Vec<String> = places.iter().map(Place::whole).collect();
    let short: Vec<String> = places.iter().map(|place| place.name.clone()).collect();
    let Some(names) = [whole.clone(), short].into_iter().find(|names| width(ui, names) <= room) else {
        return list_ui(ui, cx, places, &whole, ui_state);
    };
    for ((place, name), whole) in places.iter().zip(&names).zip(&whole) {
        let response = tab(ui, cx.colours, place.chosen, name);
        if name != whole {
            response.clone().on_hover_text(whole);
        }
        if response.clicked() {
            go(cx, place, ui_state);
        }
    }
}

/// Width of tabs with these names.
fn width(ui: &Ui, names: &[String]) -> f32 {
    let face = font(14.5, theme::plain_strong());
    let around = ui.spacing().button_padding.x * 2.0 + ui.spacing().item_spacing.x;
    let colour = ui.visuals().text_color();
    let widths = names.iter().map(|name| {
        let text = ui.fonts_mut(|fonts| fonts.layout_no_wrap(name.clone(), face.clone(), colour));
        text.size().x + around
    });
    widths.sum()
}

/// The entries in a drop-down list, with the current screen's name next to it.
fn list_ui(ui: &mut Ui, cx: &mut UiContext<'_>, places: &[Place], names: &[String], ui_state: &mut UiState) {
    let title = RichText::new(cx.label("window-menu")).font(font(14.5, theme::plain()));
    let menu = ui.menu_button(title, |ui| {
        ui.set_min_width(190.0);
        for (place, name) in places.iter().zip(names) {
            let all = egui::vec2(ui.available_width(), 0.0);
            let response = ui.allocate_ui(all, |ui| tab(ui, cx.colours, place.chosen, name)).inner;
            if response.clicked() {
                go(cx, place, ui_state);
            }
        }
    });
    super::parts::ring(ui, cx.colours, &menu.response);
    if let Some(place) = places.iter().find(|place| place.chosen) {
        ui.add_space(6.0);
        let name = RichText::new(&place.name).font(font(14.5, theme::plain_strong()));
        ui.add(egui::Label::new(name).truncate());
    }
}

fn go(cx: &mut UiContext<'_>, place: &Place, ui_state: &mut UiState) {
    match place.screen {
        None => ui_state.help = !ui_state.help,
        Some(screen) if !place.chosen => cx.want(Intent::Show(screen)),
        Some(_) => {}
    }
}

/// The two buttons that lead back and to the game. A missing one still uses up its automatic id, because egui
/// identifies buttons by it and the focus must not jump to another button.
fn ways_back_ui(ui: &mut Ui, cx: &mut UiContext<'_>, frame: &Frame, shown: Screen) {
    if shown == Screen::Title {
        ui.skip_ahead_auto_ids(2);
        return;
    }
    if button(ui, &format!("‹ {}", cx.label("window-back"))).clicked() {
        cx.want(Intent::Back);
    }
    if frame.in_game && shown != Screen::Table && shown != Screen::Report {
        if button(ui, cx.label("window-to-the-game")).clicked() {
            cx.want(Intent::Continue);
        }
    } else {
        ui.skip_ahead_auto_ids(1);
    }
    ui.add_space(8.0);
}
