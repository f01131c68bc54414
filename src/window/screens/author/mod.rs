//! The author's panel next to the screens: the state of the folder, and pages about its content.

mod bots;
mod choose;
mod faults;
mod links;
mod recorded;
mod start;

use egui::{CentralPanel, Frame as Area, Margin, Panel, RichText, ScrollArea, Ui, Vec2};

use crate::app::authoring::{Authoring, Page};
use crate::app::intent::{Intent, Screen, Verb};
use crate::app::{AuthorPage, AuthorView, FolderState, Frame, ReplayView};

use super::parts::{
    UiContext, announced, barred, button, column, heading, paragraph, quiet, rule, scrolled, sheet, tab,
};
use super::theme::{self, font};
use super::{UiState, keys};

pub(super) use choose::chooser_ui;

/// The panel's own state between frames.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuthorState {
    shown: Option<bool>,
    pub typed: String,
    pub name: String,
    pub filter: String,
}

impl AuthorState {
    /// A state in which the panel is shown at any window size.
    pub fn open() -> Self {
        Self { shown: Some(true), ..Self::default() }
    }
}

/// From this width on, the panel is next to the screen instead of replacing it.
const WIDE: f32 = 1000.0;

fn is_wide(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() >= WIDE
}

/// Whether the panel is shown. By default it is, if there is room next to the screen or nothing else to show.
fn is_shown(ui: &Ui, view: &AuthorView, state: &AuthorState) -> bool {
    state.shown.unwrap_or(is_wide(ui) || !view.is_laid_out)
}

/// Handles the key that shows or hides the panel.
pub(super) fn take_keys(ui: &Ui, frame: &Frame, state: &mut AuthorState) {
    let Some(view) = &frame.author else { return };
    if keys::pressed(ui, Verb::Panel) {
        state.shown = Some(!is_shown(ui, view, state));
    }
}

/// The menu entry that shows or hides the panel, and gives the number of errors.
pub(super) fn place_ui(ui: &mut Ui, cx: &UiContext<'_>, frame: &Frame, state: &mut AuthorState) {
    let Some(view) = &frame.author else { return };
    let shown = is_shown(ui, view, state);
    let name = format!("{}  {}", view.place, Verb::Panel.key().unwrap_or_default());
    if tab(ui, cx.colours, shown, &name).clicked() {
        state.shown = Some(!shown);
    }
}

/// Draws the panel if it is shown. Returns whether it has filled the window.
pub(super) fn panel_ui(ui: &mut Ui, cx: &mut UiContext<'_>, frame: &Frame, ui_state: &mut UiState) -> bool {
    let Some(view) = &frame.author else {
        return false;
    };
    if !is_shown(ui, view, &ui_state.author) {
        return false;
    }
    let area = Area::new().fill(cx.colours.desk);
    if is_wide(ui) {
        Panel::right("author")
            .frame(area.inner_margin(Margin { left: 6, right: 16, top: 2, bottom: 14 }))
            // A fixed width, because the keyboard couldn't drag an edge.
            .exact_size((ui.available_width() * 0.32).clamp(320.0, 560.0))
            .resizable(false)
            .show_separator_line(false)
            .show(ui, |ui| panel(ui, cx, view, &mut ui_state.author.filter));
        return false;
    }
    CentralPanel::no_frame()
        .frame(area.inner_margin(Margin::symmetric(16, 6)))
        .show(ui, |ui| panel(ui, cx, view, &mut ui_state.author.filter));
    true
}

fn panel(ui: &mut Ui, cx: &mut UiContext<'_>, view: &AuthorView, filter: &mut String) {
    sheet(cx.colours).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        scrolled(ui, "author", false, |ui| {
            head_ui(ui, cx, view);
            if let Some(replay) = &view.replay {
                replay_ui(ui, cx, replay);
            }
            if view.is_laid_out {
                pages_ui(ui, cx, view);
            }
            match &view.page {
                AuthorPage::Faults(faults) => faults::faults_ui(ui, cx, faults),
                AuthorPage::Links(links) => links::links_ui(ui, cx, links, filter),
                AuthorPage::Bots(bots) => bots::bots_ui(ui, cx, bots, filter),
                AuthorPage::Start(start) => start::start_ui(ui, cx, start),
                AuthorPage::Recorded(recorded) => recorded::recorded_ui(ui, cx, recorded),
            }
        });
    });
}

fn head_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &AuthorView) {
    ui.horizontal_wrapped(|ui| {
        let name = RichText::new(&view.name).font(font(18.0, theme::strong()));
        ui.label(name).on_hover_text(&view.folder);
        let colour = match view.state {
            FolderState::Clean => cx.colours.ours,
            FolderState::Faulty | FolderState::Gone => cx.colours.theirs,
        };
        let state = RichText::new(&view.health).font(font(15.0, theme::plain_strong()));
        let label = ui.label(state.color(colour));
        announced(&label);
    });
    quiet(ui, cx.colours, &view.read);
    let behind = match (view.state, view.is_laid_out) {
        (FolderState::Gone, _) => Some("author-gone-what"),
        (_, false) => Some("author-nothing-yet"),
        (_, true) if view.is_behind => Some("author-behind"),
        _ => None,
    };
    if let Some(key) = behind {
        paragraph(ui, cx.label(key));
    }
    ui.horizontal_wrapped(|ui| {
        if button(ui, cx.label("author-other-folder")).clicked() {
            cx.want(Intent::Show(Screen::Author));
        }
        if button(ui, cx.label("author-read-again")).clicked() {
            cx.want(Intent::Author(Authoring::ReadAgain));
        }
        if button(ui, cx.label("author-close")).clicked() {
            cx.want(Intent::Author(Authoring::Close));
        }
    });
}

/// Problems with replaying the game.
fn replay_ui(ui: &mut Ui, cx: &UiContext<'_>, replay: &ReplayView) {
    ui.add_space(6.0);
    barred(ui, cx.colours.theirs, |ui| {
        for told in &replay.told {
            paragraph(ui, told);
        }
        if let Some(offered) = &replay.offered {
            quiet(ui, cx.colours, offered);
        }
    });
}

fn pages_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &AuthorView) {
    rule(ui, cx.colours);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for page in Page::ALL {
            let key = format!("author-page-{}", page.key());
            if tab(ui, cx.colours, view.page.page() == *page, cx.label(&key)).clicked() {
                cx.want(Intent::Author(Authoring::Turn(*page)));
            }
        }
    });
    ui.add_space(4.0);
}

/// Shown instead of a screen while nothing in the folder can be shown.
pub(super) fn unread_ui(ui: &mut Ui, cx: &UiContext<'_>) {
    column(ui, 620.0, |ui| {
        sheet(cx.colours).show(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, cx.label("author-unread"));
            paragraph(ui, cx.label("author-unread-what"));
        });
    });
}

/// Simple Markdown with headings and code blocks, as in the explanations of codes.
fn markdown_ui(ui: &mut Ui, cx: &UiContext<'_>, text: &str) {
    let mut parts = text.split("```");
    while let Some(prose) = parts.next() {
        for block in prose.split("\n\n") {
            let block = block.trim();
            if let Some(title) = block.strip_prefix('#') {
                ui.add_space(4.0);
                heading(ui, title.trim_start_matches('#').trim());
            } else if !block.is_empty() {
                let joined = block.replace('\n', " ").replace('`', "");
                paragraph(ui, &joined);
            }
        }
        let Some(code) = parts.next() else { break };
        // The first line names the language.
        let code = code.split_once('\n').map_or("", |(_, code)| code);
        code_ui(ui, cx, code.trim_end());
    }
}

/// Part of a file, verbatim. Long lines scroll sideways.
fn code_ui(ui: &mut Ui, cx: &UiContext<'_>, code: &str) {
    Area::new().fill(cx.colours.field).inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
        ui.set_min_size(Vec2::new(ui.available_width(), 0.0));
        ScrollArea::horizontal().id_salt(code).show(ui, |ui| {
            let text = RichText::new(code).font(font(13.5, theme::typed()));
            ui.add(egui::Label::new(text).extend());
        });
    });
}
