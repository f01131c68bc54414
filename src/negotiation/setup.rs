//! How a talk is set up: what is chosen before the first word.

use crate::scenario::{LengthId, SeatId, StyleId};

use super::room::ChangedRoom;

/// Everything needed to start a talk.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Setup {
    pub seed: u64,
    /// The player's seat; where two people play, the seat that speaks first.
    pub seat: SeatId,
    pub length: LengthId,
    pub opposite: Opposite,
    /// The style in which the model answers; the first is the record's own manner.
    pub style: StyleId,
    /// Bars that start at another height than in the scenario.
    pub room: ChangedRoom,
}

/// Who sits opposite the player.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Opposite {
    /// The model, which answers as the scenario says.
    #[default]
    Model,
    /// Another person at the same machine. The seats speak in turn, and a statement on an issue answers what the other seat
    /// has left open there.
    Person,
}
