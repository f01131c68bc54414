//! What an author can do in the window besides playing.

use std::path::PathBuf;

use crate::scenario::links::Node;
use crate::scenario::terms::{Bar, vocabulary};

vocabulary! {
    /// A page of the author's panel. Its key ends its message key (`author-page-...`) and its name on the command line
    /// (`author-...`).
    Page {
        Faults = "faults",
        /// What leads to a part of the scenario, and where it leads.
        Links = "links",
        /// What bots reach.
        Bots = "bots",
        /// Start a game at any turn, with any bar heights.
        Start = "start",
        Recorded = "recorded",
    }
}

/// What an author's new game starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartPoint {
    Beginning,
    /// The current game.
    Present,
    /// A recorded game, by file name.
    Recorded(String),
}

/// What an author wants, as reported by a front end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Authoring {
    /// Open a folder and watch it.
    Open(PathBuf),
    /// List the folders in a folder.
    Browse(PathBuf),
    /// Create a scenario of this name among the player's own.
    Create(String),
    /// Reread the folder now.
    ReadAgain,
    Close,
    /// Show a page of the panel.
    Turn(Page),
    /// Report that a place in a file was copied.
    Copied(String),
    /// Apply the safe fixes.
    Fix,
    /// Explain a diagnostic's code, or with `None` close the explanation.
    Explain(Option<String>),
    /// Show what leads to a part of the scenario and where it leads, or with `None` list all parts.
    Links(Option<Node>),
    /// Choose what the next game starts from.
    StartFrom(StartPoint),
    /// Choose its first statement, by number.
    FromTurn(u32),
    /// Set the height at which a bar starts.
    Bar(Bar, u8),
    /// Restore the bar heights of the scenario.
    AsWritten,
    Begin,
    /// Save the current game as a recorded game.
    SaveAsRecorded,
    /// Replay all recorded games.
    PlayRecorded,
    /// Switch a bot on or off, by name.
    Bot(String, bool),
    /// Set how many games each bot plays.
    Games(u64),
    /// Whether bots start from the current state of the game.
    BotsFromHere(bool),
    RunBots,
    Stop,
}
