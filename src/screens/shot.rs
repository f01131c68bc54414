//! A picture of a screen with real content: the record's own game, as far as the screen needs it.

use crate::desk::{Desk, DeskError, Keeping};
use crate::negotiation::Command;
use crate::negotiation::journal::Game;
use crate::negotiation::script::Play as Recording;
use crate::scenario::load::ron_options;
use crate::view::authoring::Page;
use crate::view::intent::{Intent, Screen, Setting};

use super::picture::{Picture, PictureError, picture};
use super::{AuthorState, Looking, window_ui};

mod author;

/// What is to be shown, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shot {
    /// The screen.
    pub screen: Screen,
    /// The page of the author's panel beside it.
    pub page: Option<Page>,
    /// Width and height in pixels.
    pub size: (usize, usize),
    /// Dark paper.
    pub dark: bool,
    /// Size of everything, in per cent.
    pub zoom: u16,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum ShotError {
    /// There is no room for the folder that an author works on.
    #[error("the folder of the picture cannot be written: {0}")]
    Folder(#[from] std::io::Error),
    /// There is no desk to show.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The picture could not be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The recorded game that is to be shown cannot be used.
    #[error("the recorded game cannot be shown: {0}")]
    Recorded(String),
}

/// The recorded game whose screens are shown.
const GAME: &str = "as-it-was.ron";
/// Statements of it that have been made where the table is shown: a question has just got the shortest list of the day.
const AT_TABLE: usize = 6;
/// Statements of it where the journal and the record are shown, the hint among them.
const MADE: usize = 10;

/// Draws a screen.
///
/// # Errors
/// When the desk, the recorded game or the picture cannot be had.
pub fn shot(shot: Shot) -> Result<Picture, ShotError> {
    let mut desk = Desk::new(Keeping::Nowhere)?;
    let _work = match shot.page {
        Some(page) => Some(author::lay_out(&mut desk, page)?),
        None => None,
    };
    set_up(&mut desk, shot)?;
    if let Some(page) = shot.page {
        author::turn_to(&mut desk, page);
    }
    let mut looking = Looking::default();
    if shot.page.is_some() {
        looking.author = AuthorState::open();
    }
    let (width, height) = shot.size;
    let drawn = picture(width, height, |ui| {
        let frame = desk.frame();
        let mut out = Vec::new();
        window_ui(ui, desk.catalogue(), &frame, &mut looking, &mut out);
    })?;
    Ok(drawn)
}

/// Brings the desk to where the screen has something to show.
///
/// # Errors
/// When the recorded game cannot be used.
pub fn set_up(desk: &mut Desk, shot: Shot) -> Result<(), ShotError> {
    desk.act(Intent::Set(Setting::Dark(shot.dark)));
    desk.act(Intent::Set(Setting::Zoom(shot.zoom)));
    match shot.screen {
        Screen::Title
        | Screen::Scenarios
        | Screen::Library
        | Screen::Settings
        | Screen::Briefing
        | Screen::Author => {}
        Screen::Table => play(desk, AT_TABLE)?,
        Screen::Record | Screen::Journal => play(desk, MADE)?,
        Screen::Report => play(desk, 15)?,
        Screen::Debrief => play(desk, usize::MAX)?,
    }
    match shot.screen {
        Screen::Table => {
            desk.act(Intent::Continue);
            // Somebody has the floor, so that a list is to be seen.
            if let Some(person) = desk.scenario().person_id("morishima") {
                desk.act(Intent::Floor(person));
            }
        }
        Screen::Report | Screen::Debrief => desk.act(Intent::Continue),
        Screen::Record => desk.act(Intent::OpenRecord(171)),
        screen => desk.act(Intent::Show(screen)),
    }
    Ok(())
}

fn play(desk: &mut Desk, steps: usize) -> Result<(), ShotError> {
    let fault = |because: String| ShotError::Recorded(because);
    let mut recorded = desk.scenario().playthroughs.iter();
    let text = recorded.find(|(name, _)| name == GAME);
    let (_, text) = text.ok_or_else(|| fault(GAME.to_owned()))?;
    let recorded: Recording = ron_options()
        .from_str(text)
        .map_err(|error| fault(error.to_string()))?;
    let scenario = desk.scenario();
    let setup = recorded.setup(scenario);
    let setup = setup.map_err(|error| fault(error.to_string()))?;
    let mut game = Game::new(scenario, setup);
    for step in recorded.steps.iter().take(steps) {
        let command: Command = step
            .command(scenario)
            .map_err(|error| fault(error.to_string()))?;
        game.apply(&command)
            .map_err(|error| fault(error.to_string()))?;
    }
    desk.put(game, None);
    Ok(())
}
