//! The setup of a talk: everything chosen before it starts.

use crate::scenario::{LengthId, SeatId, StyleId};

use super::room::ChangedRoom;

/// Everything needed to start a talk, besides the scenario.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Setup {
    pub seed: u64,
    /// The player's seat; in a two-player game, the seat that speaks first.
    pub seat: SeatId,
    pub length: LengthId,
    pub opposite: Opposite,
    /// The style the model answers in. The first style is the record's own manner.
    pub style: StyleId,
    /// Bars that start at a different height than the scenario gives.
    pub room: ChangedRoom,
}

/// Who answers from the opposite seat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Opposite {
    /// The model, following the scenario.
    #[default]
    Model,
    /// Another person at the same computer. The seats take turns, and a statement on an issue answers the points that
    /// the other seat has left open there.
    Person,
}
