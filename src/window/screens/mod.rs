//! The screens of the window: functions that draw a view and return intents. They change only their own state, such as
//! the open tab or the search text.

mod advice;
mod author;
mod blocks;
mod briefing;
mod chart;
mod compose;
mod criticism;
mod debrief;
mod hand_over;
mod help;
mod introduction;
mod journal;
mod keys;
mod leaving;
mod ledger;
mod library;
mod map;
mod marks;
mod menu;
mod notice;
mod parts;
pub mod picture;
mod record;
mod report;
mod room;
mod scenarios;
mod settings;
pub mod shot;
mod side;
mod spoken;
mod table;
mod table_state;
mod talk;
pub mod theme;
mod title;

use egui::{CentralPanel, Context, Event, Frame as Area, Id, Margin, Panel, Popup, Ui};

use crate::app::intent::{Intent, Screen, Verb};
use crate::app::{Frame, Prefs, ShownScreen};
use crate::language::Labels;
use crate::scenario::unseen;

pub use author::AuthorState;
pub use library::LibraryState;
pub use map::MapState;
use parts::UiContext;
pub use record::RecordState;
pub use spoken::Spoken;
pub use table_state::{TableState, TableTab};
use theme::Look;

/// The screens' own state between frames.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UiState {
    pub table: TableState,
    pub record: RecordState,
    pub library: LibraryState,
    /// The screen from which the transcript was opened, and the control that opened it.
    return_focus: Option<(Screen, Id)>,
    pub map: MapState,
    pub more: bool,
    pub help: bool,
    pub introduced: usize,
    pub introduction: Option<usize>,
    pub section: Option<usize>,
    pub author: AuthorState,
    pub spoken: Spoken,
    last: Option<Screen>,
}

/// The look that the settings ask for.
pub const fn look(prefs: &Prefs) -> Look {
    Look { dark: prefs.dark, projector: prefs.projector, plain_face: prefs.plain_face, motion: prefs.motion }
}

/// Prepares a context for drawing. Returns false until its fonts are loaded; nothing can be drawn before.
pub fn prepare(ctx: &Context, frame: &Frame) -> bool {
    let zoom = f32::from(frame.prefs.size()) / 100.0;
    if (ctx.zoom_factor() - zoom).abs() > f32::EPSILON {
        ctx.set_zoom_factor(zoom);
    }
    theme::install(ctx, look(&frame.prefs))
}

/// Draws the window. All its text comes from the labels and the frame.
pub fn window_ui(ui: &mut Ui, labels: &Labels, frame: &Frame, ui_state: &mut UiState, out: &mut Vec<Intent>) {
    if !prepare(ui.ctx(), frame) {
        return;
    }
    paste_on_one_line(ui.ctx());
    let mut cx = UiContext {
        labels,
        colours: look(&frame.prefs).palette(),
        has_record: frame.has_record,
        has_map: frame.has_map,
        subject: &frame.subject,
        room: ui.available_size(),
        spoken: std::mem::take(&mut ui_state.spoken),
        out,
    };
    whole_ui(ui, &mut cx, frame, ui_state);
    cx.spoken.show(ui.ctx(), labels, frame);
    ui_state.spoken = cx.spoken;
}

/// Removes line breaks and invisible characters from pasted text, because every field has a single line.
fn paste_on_one_line(ctx: &Context) {
    ctx.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Paste(text) = event {
                let broken = text.contains(['\r', '\n']);
                let seen = unseen::replaced(&text.replace('\r', "\n"), |_, _| {}).into_owned();
                let words = || seen.split_whitespace().collect::<Vec<_>>().join(" ");
                *text = if broken { words() } else { seen };
            }
        }
    });
}

/// The menu, a notice, the author's panel, the screen, and the list of keys on top; or only the question about an
/// unsaved game.
fn whole_ui(ui: &mut Ui, cx: &mut UiContext<'_>, frame: &Frame, ui_state: &mut UiState) {
    if let Some(leaving) = &frame.leaving {
        return leaving::leaving_ui(ui, cx, leaving);
    }
    take_keys(ui, cx, frame, ui_state);
    let area = Area::new().fill(cx.colours.desk);
    Panel::top("menu")
        .frame(area.inner_margin(Margin::symmetric(16, 8)))
        .show_separator_line(false)
        .show(ui, |ui| menu::menu_ui(ui, cx, frame, ui_state));
    if let Some(notice) = &frame.notice {
        Panel::bottom("notice")
            .frame(Area::new().fill(cx.colours.sheet).inner_margin(Margin::symmetric(16, 10)))
            .show(ui, |ui| notice::notice_ui(ui, cx, notice));
    }
    let filled = author::panel_ui(ui, cx, frame, ui_state);
    if filled {
        return help::help_ui(ui.ctx(), cx, ui_state);
    }
    cx.room = ui.available_size();
    CentralPanel::no_frame()
        .frame(area.inner_margin(Margin { left: 16, right: 16, top: 2, bottom: 14 }))
        .show(ui, |ui| screen_ui(ui, cx, frame, ui_state));
    help::help_ui(ui.ctx(), cx, ui_state);
}

fn screen_ui(ui: &mut Ui, cx: &mut UiContext<'_>, frame: &Frame, ui_state: &mut UiState) {
    if ui_state.last != Some(frame.screen) {
        change_screen(ui, ui_state, frame.screen);
    }
    match &frame.shown {
        ShownScreen::Title(view) => {
            title::title_ui(ui, cx, view, &mut ui_state.introduced);
        }
        ShownScreen::Scenarios(view) => scenarios::scenarios_ui(ui, cx, view),
        ShownScreen::Briefing(view) => briefing::briefing_ui(ui, cx, view, &mut ui_state.more),
        ShownScreen::HandOver(view) => hand_over::hand_over_ui(ui, cx, view),
        ShownScreen::Table(view) => table::table_ui(ui, cx, view, &mut ui_state.table),
        ShownScreen::Record(view) => record::record_ui(ui, cx, view, ui_state),
        ShownScreen::Journal(view) => journal::journal_ui(ui, cx, view),
        ShownScreen::Report(view) => report::report_ui(ui, cx, view),
        ShownScreen::Debrief(view) => debrief::debrief_ui(ui, cx, view, &mut ui_state.section),
        ShownScreen::Library(view) => library::library_ui(ui, cx, view, ui_state),
        ShownScreen::Map(view, told) => map::map_ui(ui, cx, view, told, &mut ui_state.map),
        ShownScreen::Settings(view) => settings::settings_ui(ui, cx, view),
        ShownScreen::Author(view) => author::chooser_ui(ui, cx, view, &mut ui_state.author),
        ShownScreen::Unread => author::unread_ui(ui, cx),
    }
}

/// Handles a change of screens. On return from the transcript, the focus goes back to the control that opened it.
fn change_screen(ui: &Ui, ui_state: &mut UiState, screen: Screen) {
    let before = ui_state.last.replace(screen);
    ui_state.table.leave();
    if screen == Screen::Record {
        let remember_focus = parts::take_remembered_focus(ui);
        ui_state.return_focus = before.zip(remember_focus);
        ui_state.record.reset_for_visit();
    } else if let Some((_, id)) = ui_state.return_focus.take_if(|(left, _)| *left == screen) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

fn take_keys(ui: &Ui, cx: &mut UiContext<'_>, frame: &Frame, ui_state: &mut UiState) {
    if Popup::is_any_open(ui.ctx()) {
        return;
    }
    author::take_keys(ui, frame, &mut ui_state.author);
    if keys::pressed(ui, Verb::Help) {
        ui_state.help = !ui_state.help;
    }
    for (screen, verb) in &frame.menu {
        if verb.is_some_and(|verb| keys::pressed(ui, verb)) {
            cx.want(Intent::Show(*screen));
        }
    }
    if keys::pressed(ui, Verb::Quit) {
        cx.want(Intent::Quit);
    }
    if matches!(frame.shown, ShownScreen::Debrief(_)) && keys::pressed(ui, Verb::Save) {
        cx.want(Intent::SaveDebrief);
    }
    if ui_state.help {
        ui_state.help = !keys::pressed(ui, Verb::Back);
        return;
    }
    match &frame.shown {
        // The table itself handles Escape, which first undoes the last choice.
        ShownScreen::Table(_) => {}
        ShownScreen::Title(view) if view.welcome => {
            if keys::pressed(ui, Verb::Back) {
                cx.want(Intent::Welcomed);
            }
        }
        // Nothing to go back to.
        ShownScreen::Title(_) => {}
        _ => {
            if keys::pressed(ui, Verb::Back) {
                cx.want(Intent::Back);
            }
        }
    }
}
