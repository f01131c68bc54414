//! Arguments for authors: where a game begins, and the commands for recorded games, graphs, word counts and new
//! scenarios.

use std::path::PathBuf;

use crate::negotiation::ChangedRoom;

use super::Format;

/// Where a game begins, if not at its first statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
pub struct BeginArgs {
    /// Start bars of the room at other heights, as in trust=20,home=80.
    #[arg(long, value_name = "BAR=N,...")]
    pub room: Option<ChangedRoom>,
    /// Start at this statement. A recorded game, or else a bot, makes those before it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub at_turn: Option<u32>,
    /// The recorded game that makes the statements before: a name in the scenario's playthroughs, or a file, which can also be
    /// a journal. Without --at-turn it is played as far as the talk lasts.
    #[arg(long, value_name = "FILE")]
    pub from: Option<String>,
}

/// Arguments of `record`.
#[derive(Debug, clap::Args)]
pub struct RecordArgs {
    pub journal: PathBuf,
    /// The name of the recorded game, with or without .ron; the journal's name by default. For a built-in scenario, a file.
    #[arg(long = "as", value_name = "NAME")]
    pub as_name: Option<String>,
    /// The scenario it was played in, if it is not the one that the journal names.
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
}

/// Arguments of `test`.
#[derive(Debug, clap::Args)]
pub struct TestArgs {
    /// Names of scenarios, or folders.
    #[arg(required = true)]
    pub scenarios: Vec<String>,
    /// Show the differences and accept them: the files expect the new results from now on. Comments stay.
    #[arg(long)]
    pub bless: bool,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `scenarios`.
#[derive(Debug, clap::Args)]
pub struct ScenariosArgs {
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct NewArgs {
    /// The folder to create it in: new or empty. Its name becomes the id and title.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// A folder of files with a source to quote from, instead of one file.
    #[arg(long)]
    pub full: bool,
    /// Start from a copy of a built-in scenario, by its name.
    #[arg(long, value_name = "NAME", conflicts_with = "full")]
    pub like: Option<String>,
    /// Create it among your own scenarios, where it opens by name. DIR is then just a name.
    #[arg(long)]
    pub own: bool,
}

/// Arguments of `words`.
#[derive(Debug, clap::Args)]
pub struct WordsArgs {
    /// Name of a scenario, or a folder.
    pub scenario: String,
    /// How many games a reasonable bot plays for the average.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub games: u64,
    /// Seed of the first game; the others follow from it.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Reading speed, in words a minute.
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(20..=2000))]
    pub speed: u64,
    /// The seat to play; the first one by default.
    #[arg(long)]
    pub seat: Option<String>,
    /// Length of game, by its id; the first one by default.
    #[arg(long)]
    pub length: Option<String>,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Output formats of `graph`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum GraphFormat {
    /// A drawing for any browser: bands by issue, or with --around what leads there and where it leads.
    Svg,
    Dot,
    /// For Markdown pages.
    Mermaid,
    /// With --around, a plain list of what leads there and where it leads.
    Text,
}

/// Arguments of `graph`.
#[derive(Debug, clap::Args)]
pub struct GraphArgs {
    /// Name of a scenario, or a folder.
    pub scenario: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t = GraphFormat::Svg)]
    pub format: GraphFormat,
    /// Only this issue, by its id.
    #[arg(long, value_name = "ISSUE")]
    pub issue: Option<String>,
    /// Only what is near this move, reply, initiative, stance, mark or commitment (such as ussr/hint/islands), by its
    /// id. If several share an id, write reply:ID.
    #[arg(long, value_name = "ID", conflicts_with = "issue")]
    pub around: Option<String>,
    /// With --around: how many links away to look.
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = super::number::<1, 6>)]
    pub steps: usize,
    /// How many games of each seat a bot plays for the colours; 0 leaves them out.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u64).range(0..=1_000_000))]
    pub games: u64,
    /// The bot that plays them.
    #[arg(long, value_name = "NAME", default_value = "random")]
    pub bot: String,
    /// Seed of the first game; the others follow from it.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// Arguments of `author`.
#[derive(Debug, clap::Args)]
pub struct AuthorArgs {
    /// The folder of the scenario, or the name of one of your own; without it, you choose one in the window.
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}
