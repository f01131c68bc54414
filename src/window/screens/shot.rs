//! Screenshots with real content: the recorded game, played as far as the screen needs.

use crate::app::authoring::Page;
use crate::app::intent::{Intent, Origin, Screen, Seating, Setting};
use crate::app::{App, AppError, ZOOMS};
use crate::library::embedded;
use crate::negotiation::Command;
use crate::negotiation::journal::Game;
use crate::negotiation::script::Play as Recording;
use crate::scenario::SeatId;
use crate::scenario::load::ron_options;

use super::picture::{Picture, PictureError, picture};
use super::{AuthorState, MapState, UiState, window_ui};

mod author;

/// Which screen to picture, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shot {
    pub screen: Screen,
    pub page: Option<Page>,
    pub size: (usize, usize),
    pub dark: bool,
    /// Text and control size in per cent.
    pub zoom: u16,
}

/// The content to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// Id of a built-in scenario; by default the one the window starts with.
    pub scenario: Option<String>,
    /// Id of the seat to play; by default the scenario's first.
    pub seat: Option<String>,
    pub projector: bool,
}

/// Why there is no screenshot.
#[derive(Debug, thiserror::Error)]
pub enum ShotError {
    #[error("the folder of the picture cannot be written: {0}")]
    Folder(#[from] std::io::Error),
    #[error(transparent)]
    App(#[from] AppError),
    #[error(transparent)]
    Picture(#[from] PictureError),
    #[error("the program carries no scenario \"{name}\"; it carries: {known}")]
    NoScenario { name: String, known: String },
    #[error("there is no seat \"{name}\" that can be taken; the seats are: {known}")]
    NoSeat { name: String, known: String },
    #[error("everything can be drawn at {known} per cent, and not at {zoom}")]
    Zoom { zoom: u16, known: String },
    /// The screen shows the transcript, but the scenario has none.
    #[error("{0} has no record to be shown")]
    NoRecord(String),
    /// The screen shows the map, but the scenario has none.
    #[error("{0} has no map to be shown")]
    NoMap(String),
    #[error("the recorded game cannot be shown: {0}")]
    Recorded(String),
}

/// Name of the recorded game to play. If the seat has none of that name, its first one by name is used.
const GAME: &str = "as-it-was";
/// Number of its statements to play before picturing the table.
const AT_TABLE: usize = 6;
/// Number of its statements to play before picturing the journal and the transcript; the hint is among them.
const MADE: usize = 10;

/// Draws a screenshot.
///
/// # Errors
/// When the application, the scenario, the recorded game or the image can't be made.
pub fn shot(shot: Shot, content: &Content) -> Result<Picture, ShotError> {
    if !ZOOMS.contains(&shot.zoom) {
        let known: Vec<_> = ZOOMS.iter().map(u16::to_string).collect();
        return Err(ShotError::Zoom { zoom: shot.zoom, known: known.join(", ") });
    }
    let mut app = App::new(crate::platform::ports().without_data())?;
    lay_out(&mut app, shot, content)?;
    let _work = match shot.page {
        Some(page) => Some(author::lay_out(&mut app, page)?),
        None => None,
    };
    set_up(&mut app, shot)?;
    if let Some(page) = shot.page {
        author::turn_to(&mut app, page);
    }
    let mut ui_state = UiState::default();
    if shot.page.is_some() {
        ui_state.author = AuthorState::open();
    }
    if shot.screen == Screen::Map {
        ui_state.map = MapState::looking_at(&app.scenario().id, 0, (0, 0), Some(0));
    }
    let (width, height) = shot.size;
    let drawn = picture(width, height, |ui| {
        let frame = app.frame();
        let mut out = Vec::new();
        window_ui(ui, app.labels(), &frame, &mut ui_state, &mut out);
    })?;
    Ok(drawn)
}

/// Opens the scenario and takes the seat.
fn lay_out(app: &mut App, shot: Shot, content: &Content) -> Result<(), ShotError> {
    app.act(Intent::Set(Setting::Projector(content.projector)));
    if let Some(name) = &content.scenario {
        if embedded::folder(name).is_none() {
            return Err(ShotError::NoScenario { name: name.clone(), known: embedded::names().join(", ") });
        }
        app.act(Intent::Choose(Origin::BuiltIn(name.clone())));
    }
    let scenario = app.scenario();
    if shot.screen == Screen::Record && scenario.sources.is_empty() {
        return Err(ShotError::NoRecord(scenario.id.clone()));
    }
    if shot.screen == Screen::Map && scenario.map.is_empty() {
        return Err(ShotError::NoMap(scenario.id.clone()));
    }
    if let Some(name) = &content.seat {
        let open = |seat: &SeatId| scenario.seat(*seat).closed_because.is_none();
        let seat = scenario.seat_id(name).filter(open).ok_or_else(|| {
            let seats = scenario.seats.iter();
            let known = seats.filter(|seat| seat.closed_because.is_none());
            let known: Vec<_> = known.map(|seat| seat.id.clone()).collect();
            ShotError::NoSeat { name: name.clone(), known: known.join(", ") }
        })?;
        app.act(Intent::Sit(Seating { seat, ..Seating::default() }));
    }
    Ok(())
}

/// Brings the application to a point where the screen has something to show.
///
/// # Errors
/// When the recorded game can't be used.
pub fn set_up(app: &mut App, shot: Shot) -> Result<(), ShotError> {
    app.act(Intent::Set(Setting::Dark(shot.dark)));
    app.act(Intent::Set(Setting::Zoom(shot.zoom)));
    match shot.screen {
        Screen::Table | Screen::Map => play(app, AT_TABLE)?,
        Screen::Record | Screen::Journal => play(app, MADE)?,
        Screen::Report => play(app, 15)?,
        Screen::Debrief => play(app, usize::MAX)?,
        // The other screens need no game.
        _ => {}
    }
    match shot.screen {
        Screen::Table => {
            app.act(Intent::Continue);
            // Give someone the floor, so that a list of choices is shown.
            let seat = app.game().map_or(SeatId::FIRST, |game| game.session.seat());
            let speakers = &app.scenario().seat(seat).speakers;
            let morishima = app.scenario().person_id("morishima");
            let speaker = morishima.filter(|person| speakers.contains(person));
            if let Some(person) = speaker.or(speakers.first().copied()) {
                app.act(Intent::Floor(person));
            }
        }
        Screen::Report | Screen::Debrief => app.act(Intent::Continue),
        Screen::Record => app.act(Intent::OpenRecord(171)),
        screen => app.act(Intent::Show(screen)),
    }
    Ok(())
}

fn play(app: &mut App, steps: usize) -> Result<(), ShotError> {
    let fault = |because: String| ShotError::Recorded(because);
    let recorded = recorded_game(app)?;
    let scenario = app.scenario();
    let setup = recorded.setup(scenario);
    let setup = setup.map_err(|error| fault(error.to_string()))?;
    let mut game = Game::new(scenario, setup);
    for step in recorded.steps.iter().take(steps) {
        let command: Command = step.command(scenario).map_err(|error| fault(error.to_string()))?;
        game.apply(&command).map_err(|error| fault(error.to_string()))?;
    }
    app.put(game, None);
    Ok(())
}

/// The recorded game for the chosen seat.
fn recorded_game(app: &App) -> Result<Recording, ShotError> {
    let (scenario, seat) = (app.scenario(), app.seating().seat);
    let mut games = Vec::new();
    for (name, text) in &scenario.playthroughs {
        let read: Result<Recording, _> = ron_options().from_str(text);
        let game = read.map_err(|error| ShotError::Recorded(format!("{name}: {error}")))?;
        let played = game.seat.as_ref().map(|id| scenario.seat_id(id));
        if played.unwrap_or(Some(SeatId::FIRST)) == Some(seat) {
            games.push((!name.starts_with(GAME), name.clone(), game));
        }
    }
    games.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let first = games.into_iter().next();
    let none = || ShotError::Recorded(format!("there is none of {}", scenario.seat(seat).name));
    first.map(|(_, _, game)| game).ok_or_else(none)
}
