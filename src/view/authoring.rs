//! What an author can do in the window beside playing.

use std::path::PathBuf;

use crate::scenario::links::Node;
use crate::scenario::terms::Bar;

use super::intent::Screen;

/// The key that shows the author's panel, and hides it.
pub const PANEL_KEY: &str = "F12";

/// A page of the author's panel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The faults of the folder.
    #[default]
    Faults,
    /// What leads to a thing and where it leads.
    Links,
    /// What bots reach.
    Bots,
    /// Begin at any turn, with any room.
    Start,
    /// Recorded games.
    Recorded,
}

impl Page {
    /// Every page, in order.
    pub const ALL: &'static [Page] = &[Page::Faults, Page::Links, Page::Bots, Page::Start, Page::Recorded];

    /// The end of its key in the catalogue (`author-page-...`), and its name on the command line (`author-...`).
    pub const fn key(self) -> &'static str {
        match self {
            Page::Faults => "faults",
            Page::Links => "links",
            Page::Bots => "bots",
            Page::Start => "start",
            Page::Recorded => "recorded",
        }
    }
}

/// A picture of the window that can be asked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pictured {
    /// The screen.
    pub screen: Screen,
    /// The page of the author's panel that stands beside it.
    pub page: Option<Page>,
}

impl Pictured {
    /// Finds it by its name: that of a screen, or `author-` and that of a page.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some(screen) = Screen::from_key(key) {
            return Some(Self { screen, page: None });
        }
        let page = key.strip_prefix("author-")?;
        let page = Page::ALL.iter().copied().find(|known| known.key() == page);
        page.map(|page| Self { screen: Screen::Table, page: Some(page) })
    }

    /// Every name.
    pub fn keys() -> Vec<String> {
        let screens = Screen::ALL.iter().map(|screen| screen.key().to_owned());
        let pages = Page::ALL.iter().map(|page| format!("author-{}", page.key()));
        screens.chain(pages).collect()
    }
}

/// What a game that an author begins stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// The first word.
    Beginning,
    /// The game on the table.
    Present,
    /// A recorded game, by the name of its file.
    Recorded(String),
}

/// What an author wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Authoring {
    /// Open a folder and watch it.
    Open(PathBuf),
    /// Look into a folder, to find one.
    Browse(PathBuf),
    /// Begin a scenario of this name among one's own.
    Create(String),
    /// Read the folder again now.
    ReadAgain,
    /// Leave the folder.
    Close,
    /// Turn to a page of the panel.
    Turn(Page),
    /// A place was copied.
    Copied(String),
    /// Mend what can be mended for certain.
    Mend,
    /// Explain a code, or no longer.
    Explain(Option<String>),
    /// Show what leads to a thing and where it leads, or all things.
    Links(Option<Node>),
    /// On what the game stands that is begun next.
    StandOn(Ground),
    /// The statement that is made first in it, by its number.
    FromTurn(u32),
    /// The height at which a bar begins in it.
    Bar(Bar, u8),
    /// The room as the scenario has it.
    AsWritten,
    /// Begin it.
    Begin,
    /// Keep the game on the table as a recorded game.
    Keep,
    /// Play all recorded games.
    PlayRecorded,
    /// Let a bot play, or not.
    Bot(String, bool),
    /// How many games each bot plays.
    Games(u64),
    /// Bots begin where the game on the table stands.
    BotsFromHere(bool),
    /// Let them play.
    LetPlay,
    /// Let them stop.
    Stop,
}
