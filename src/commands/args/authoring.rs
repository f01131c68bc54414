//! The arguments of what authors use: where a game begins, and the commands for recorded games, graphs, words and new scenarios.

use crate::negotiation::ChangedRoom;

/// Where a game begins, when not at its first word.
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
pub struct BeginArgs {
    /// Let bars of the room begin at other heights, as in trust=20,home=80.
    #[arg(long, value_name = "BAR=N,...")]
    pub room: Option<ChangedRoom>,
    /// Begin at the statement of this number: a recorded game, or else a bot, makes those before it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub at_turn: Option<u32>,
    /// The recorded game that makes the statements before: a name in the scenario's playthroughs, or a file, which can also be
    /// a journal. Without --at-turn it is played as far as the talk goes on.
    #[arg(long, value_name = "FILE")]
    pub from: Option<String>,
}
