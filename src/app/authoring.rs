//! What an author can do in the window beside playing.

use std::path::PathBuf;

use crate::scenario::links::Node;
use crate::scenario::terms::{Bar, vocabulary};

vocabulary! {
    /// A page of the author's panel. Its key is the end of its key in the catalogue (`author-page-...`), and of its name on the
    /// command line (`author-...`).
    Page {
        Faults = "faults",
        /// What leads to a thing and where it leads.
        Links = "links",
        /// What bots reach.
        Bots = "bots",
        /// Begin at any turn, with any room.
        Start = "start",
        /// Recorded games.
        Recorded = "recorded",
    }
}

/// What a game that an author begins starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartPoint {
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
    Close,
    /// Turn to a page of the panel.
    Turn(Page),
    /// A place was copied.
    Copied(String),
    /// Apply the safe fixes.
    Fix,
    /// Explain a code, or no longer.
    Explain(Option<String>),
    /// Show what leads to a thing and where it leads, or all things.
    Links(Option<Node>),
    /// What the next game starts from.
    StartFrom(StartPoint),
    /// The statement that is made first in it, by its number.
    FromTurn(u32),
    /// The height at which a bar begins in it.
    Bar(Bar, u8),
    /// The room as the scenario has it.
    AsWritten,
    Begin,
    /// Save the game on the table as a recorded game.
    SaveAsRecorded,
    /// Play all recorded games.
    PlayRecorded,
    /// Let a bot play, or not.
    Bot(String, bool),
    /// How many games each bot plays.
    Games(u64),
    /// Bots begin where the game on the table is now.
    BotsFromHere(bool),
    RunBots,
    Stop,
}
