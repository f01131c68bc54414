//! Everything a new game is begun with.

use std::path::PathBuf;

use crate::negotiation::Setup;
use crate::negotiation::script::Play;

/// A game to be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGame {
    pub setup: Setup,
    /// The statement to begin with, from 1. The ones before are made by a recorded game or a bot.
    pub turn: u32,
    /// The recorded game, with its name, that leads up to the turn.
    pub after: Option<(String, Play)>,
    pub save: SaveIn,
}

impl NewGame {
    /// A game from its first word, saved under the next free number.
    pub const fn new(setup: Setup) -> Self {
        Self { setup, turn: 1, after: None, save: SaveIn::NextFree }
    }
}

/// Where a new game is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveIn {
    /// In the folder of saved games, under the next free number.
    NextFree,
    /// In this file. The game that it already holds is resumed.
    File(PathBuf),
    Nowhere,
}
