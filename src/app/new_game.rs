//! Everything needed to start a game.

use std::path::PathBuf;

use crate::negotiation::Setup;
use crate::negotiation::script::Play;

/// All the choices made for a new game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGame {
    pub setup: Setup,
    /// The first statement to play, from 1. A recorded game or a bot makes the earlier ones.
    pub turn: u32,
    /// The recorded game that leads up to the turn, with its name.
    pub after: Option<(String, Play)>,
    pub save: SaveIn,
}

impl NewGame {
    /// A game from its first statement, saved under the next free number.
    pub const fn new(setup: Setup) -> Self {
        Self { setup, turn: 1, after: None, save: SaveIn::NextFree }
    }
}

/// Where to save a new game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveIn {
    /// In the folder of saved games, under the next free number.
    NextFree,
    /// In this file. If it already holds a game, that game is resumed.
    File(PathBuf),
    Nowhere,
}
