//! The command-line arguments.

mod authoring;

use std::path::PathBuf;

#[cfg(feature = "gui")]
use crate::app::intent::Pictured;
use crate::library::DEFAULT_SEED;
use crate::playtest::bot::Bot;
use crate::playtest::report::Writer;
use clap::{Parser, Subcommand, ValueEnum};

pub use authoring::*;

/// The long description. It says what happens without a command, which depends on whether this build has a window.
const ABOUT: &str = if cfg!(feature = "game") {
    "Moscow, 21 September 1955. You lead a delegation of the Japanese parliament, and Bulganin and Khrushchev receive you. You make \
     diplomatic moves and hear what was really answered, word for word, with its line in the record.\n\n\
     Without a command the window opens. If there is no display, the game starts in the terminal."
} else {
    "Moscow, 21 September 1955. You lead a delegation of the Japanese parliament, and Bulganin and Khrushchev receive you. You make \
     diplomatic moves and hear what was really answered, word for word, with its line in the record.\n\n\
     Without a command the game starts in the terminal: this build has no window."
};

const EXAMPLES: &str = "Examples:
  we-can-wait                              play
  we-can-wait play                         play in the terminal
  we-can-wait play --short                 a game of eight statements
  we-can-wait play --resume                resume the last game
  we-can-wait play --script moves.txt      play moves from a file, one per line
  we-can-wait debrief game.ron --format html  the debrief of a saved game, as a page
  we-can-wait quotes moscow-1955           every quotation with its proof
  we-can-wait new my-scenario              create a scenario of your own
  we-can-wait check my-scenario/           every problem in a scenario
  we-can-wait test my-scenario/            replay its recorded games
  we-can-wait explain WCW046               what a code means, with examples";

/// All arguments: the options for screenshots, and the command.
#[derive(Debug, Parser)]
#[command(
    name = "we-can-wait",
    version,
    about = "A negotiation game about the talks that ended the state of war between the Soviet Union and Japan",
    args_conflicts_with_subcommands = true,
    long_about = ABOUT,
    after_help = EXAMPLES
)]
pub struct Args {
    /// Draw a screen of the window into a PNG file, and quit.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "FILE")]
    pub screenshot: Option<PathBuf>,
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "NAME", default_value = "table", value_parser = screen, requires = "screenshot",
        help = format!("Which screen to draw: {}", Pictured::keys().join(", ")))]
    pub screen: Pictured,
    /// Size of the picture, in pixels.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "WxH", default_value = "1280x720", value_parser = size, requires = "screenshot")]
    pub size: (usize, usize),
    /// Theme: light, dark, or projector, which is large with strong contrast.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "NAME", value_enum, default_value = "light", requires = "screenshot")]
    pub theme: Theme,
    /// The older spelling of --theme dark.
    #[cfg(feature = "gui")]
    #[arg(long, hide = true, requires = "screenshot", conflicts_with = "theme")]
    pub dark: bool,
    /// Zoom, in per cent: 80, 100, 125, 150, 175 or 200.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "PERCENT", default_value_t = 100, requires = "screenshot")]
    pub zoom: u16,
    /// Draw another of the built-in scenarios.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "NAME", requires = "screenshot")]
    pub scenario: Option<String>,
    /// Draw it as this seat sees it; the scenario's first seat by default.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "SEAT", requires = "screenshot")]
    pub seat: Option<String>,
    /// What to do; `play` by default.
    #[command(subcommand)]
    pub command: Option<Task>,
}

/// The appearance of a screenshot.
#[cfg(feature = "gui")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// Large, with strong contrast, for a classroom.
    Projector,
}

#[cfg(feature = "gui")]
fn screen(name: &str) -> Result<Pictured, String> {
    Pictured::from_key(name).ok_or_else(|| format!("the screens are: {}", Pictured::keys().join(", ")))
}

#[cfg(feature = "gui")]
fn size(text: &str) -> Result<(usize, usize), String> {
    let number = |text: &str| text.parse::<usize>().ok();
    text.split_once('x')
        .and_then(|(width, height)| Some((number(width)?, number(height)?)))
        .ok_or_else(|| "write it like 1280x720".to_owned())
}

/// The command.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Play a scenario in the terminal.
    #[command(after_help = "Examples:\n  we-can-wait play\n  we-can-wait play --short\n  \
                            we-can-wait play --journal game.ron\n  we-can-wait play --at-turn 6 --room trust=20\n  we-can-wait play --script as-it-was.ron\n  \
                            printf 'ask_conditions\\nsay\\n' | we-can-wait play\n\n\
                            In the game, type `help` to see what you can type.")]
    Play(PlayArgs),
    /// List every quotation of a scenario with its place and proof.
    #[command(after_help = "Example:\n  we-can-wait quotes moscow-1955 --format json")]
    Quotes(QuotesArgs),
    /// Find every problem in a scenario, and apply the safe fixes.
    #[command(after_help = "Examples:\n  \
            we-can-wait check my-scenario/                 every problem, with its place and what to do\n  \
            we-can-wait check my-scenario/ --fix           apply the safe fixes\n  \
            we-can-wait check my-scenario/ --fix --dry-run show what that would change\n  \
            we-can-wait check my-scenario/ --format short  one line per problem, for editors\n  \
            we-can-wait check                              the scenario in this folder\n\n\
            To explain a code such as WCW046, type `we-can-wait explain WCW046`.\n\
            A character that can't be seen is shown by its number, such as \\u{202e}.\n\
            The exit code is 0 without errors, 1 with errors, and 2 if there is no such scenario.")]
    Check(CheckArgs),
    /// Explain a code from `check`, with a bad and a good example; without a code, list them all.
    #[command(after_help = "Examples:\n  we-can-wait explain WCW046\n  we-can-wait explain 46\n  we-can-wait explain")]
    Explain(ExplainArgs),
    /// Work out every deal of a scenario, or of a domain of Genius or GeniusWeb: the frontier, the points theories single out,
    /// and how certain that is.
    #[command(after_help = "Examples:\n  \
            we-can-wait analyze moscow-1955\n  \
            we-can-wait analyze my-scenario/ --format json\n  \
            we-can-wait analyze domain.xml profile-a.xml profile-b.xml   Genius: the domain, then the parties\n  \
            we-can-wait analyze profile-a.json profile-b.json            GeniusWeb: a profile holds its domain\n  \
            we-can-wait analyze party-domain/ --format json              a folder that holds them\n\n\
            From other programs' domains it reads linear additive profiles for two to eight parties over discrete issues, and over \
            whole and real numbers with a linear evaluator (Genius). For a real issue, 21 evenly spaced values stand; for numbers that \
            make too many deals, 21 or the two ends. Numbers are exact. Discount factors are listed but not applied. Elements that Genius \
            does not read are left aside, and files of a folder that hold no domain and no profile are left out; both are named.\n\n\
            Limits: 20,000,000 deals, 100 issues, 65,535 values of an issue, names of 10,000 bytes, files of 16 MiB, 400 digits before \
            or behind a point, a common denominator of 600 digits for each profile. XML: 1,000,000 elements, 1,000 attributes of one, \
            100 prefixes, no document type. What is beyond is refused, with the name of the file.\n\n\
            A long search says how far it is. Ctrl+C ends it and prints what is known (exit code 130); pressed again, it ends at once.")]
    Analyze(AnalyzeArgs),
    /// Let bots play, and report what they reached.
    #[command(after_help = "Examples:\n  we-can-wait playtest moscow-1955 --games 1000 --seed 1 --format json\n  \
                            we-can-wait playtest moscow-1955 --bot all --games 200\n  \
                            we-can-wait playtest moscow-1955 --from as-it-was --at-turn 6 --bot all --games 100\n  \
                            we-can-wait playtest moscow-1955 --bot principled --report random")]
    Playtest(PlaytestArgs),
    /// Search what a talk can reach, breadth-first.
    #[command(after_help = "Examples:\n  we-can-wait explore moscow-1955 --states 5000\n  \
                            we-can-wait explore my-scenario/ --length short --moves 2 --format json")]
    Explore(ExploreArgs),
    /// Replay a journal.
    #[command(after_help = "Examples:\n  we-can-wait replay game.ron\n  we-can-wait replay game.ron --verify")]
    Replay(ReplayArgs),
    /// Turn a journal into a recorded game, for `test` to replay.
    #[command(
        alias = "keep",
        after_help = "Examples:\n  we-can-wait record game.ron --scenario my-scenario/\n  \
                            we-can-wait record game.ron --scenario my-scenario/ --as hint-refused\n\n\
                            It goes into the scenario's playthroughs folder. Existing files are never overwritten."
    )]
    Record(RecordArgs),
    /// Replay every recorded game of a scenario, and report differences.
    #[command(after_help = "Examples:\n  we-can-wait test my-scenario/\n  we-can-wait test my-scenario/ --bless\n  \
                            we-can-wait test moscow-1955 --format json\n\n\
                            It compares ids, outcomes and entries on record cards, never words.")]
    Test(TestArgs),
    /// Draw moves, their answers and what those open, coloured by how often bots reached them.
    #[command(after_help = "Examples:\n  we-can-wait graph my-scenario/ > graph.svg\n  \
                            we-can-wait graph moscow-1955 --issue islands > islands.svg\n  \
                            we-can-wait graph moscow-1955 --around ask_hint --format text\n  \
                            we-can-wait graph my-scenario/ --format dot | dot -Tpdf > graph.pdf")]
    Graph(GraphArgs),
    /// Count what a player reads, in each part of a scenario and in an average game, with the minutes it takes.
    #[command(
        after_help = "Examples:\n  we-can-wait words moscow-1955\n  we-can-wait words my-scenario/ --speed 150 --format json"
    )]
    Words(WordsArgs),
    /// Create a scenario of your own: five commented moves that you can play at once.
    #[command(after_help = "Examples:\n  we-can-wait new my-scenario\n  we-can-wait new my-scenario --full\n  \
                            we-can-wait new my-lesson --like first-lesson\n  \
                            we-can-wait new my-scenario --own")]
    New(NewArgs),
    /// Open a window on a scenario that you are writing. It shows what you save at once, with a list of problems.
    #[command(
        after_help = "Examples:\n  we-can-wait author my-scenario/\n  we-can-wait author        choose a folder in the window"
    )]
    Author(AuthorArgs),
    /// List every scenario that opens by name: built in, and your own.
    #[command(after_help = "Example:\n  we-can-wait scenarios")]
    Scenarios(ScenariosArgs),
    /// Show the debrief of a saved game.
    #[command(
        after_help = "Examples:\n  we-can-wait debrief game.ron\n  we-can-wait debrief game.ron --format html > debrief.html\n  \
                            we-can-wait debrief game.ron --weight japan.islands=38 --weight ussr.state_of_war=40"
    )]
    Debrief(DebriefArgs),
}

/// Arguments of `play`.
#[derive(Debug, clap::Args)]
pub struct PlayArgs {
    /// Name of a scenario, or a folder.
    #[arg(default_value = "moscow-1955")]
    pub scenario: String,
    /// The seat to take, by its id; the first one by default.
    #[arg(long)]
    pub seat: Option<String>,
    /// Two people on this computer, one in each seat. They take turns and pass the screen back and forth.
    #[arg(long, conflicts_with_all = ["at_turn", "from"])]
    pub hot_seat: bool,
    /// The style in which the other side answers, by its id; by default as in the record.
    #[arg(long, value_name = "STYLE", conflicts_with = "hot_seat")]
    pub style: Option<String>,
    /// Length of game, by its id; the first one by default.
    #[arg(long, conflicts_with = "short")]
    pub length: Option<String>,
    /// The short game: the same as --length short.
    #[arg(long)]
    pub short: bool,
    /// Seed. The rules use no chance, so it only names the game.
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub seed: u64,
    /// Save the game in this file; if there is a game in it, resume that. A game that is open in another program continues in a copy.
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
    /// Resume the game you played last. Files that can't be read are skipped and named. A game that is open in another program
    /// continues in a copy.
    #[arg(long, conflicts_with_all = ["journal", "room", "at_turn", "from"])]
    pub resume: bool,
    /// Take the moves from a file: a playthrough (.ron), or text with one move id or command per line.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["room", "at_turn", "from"])]
    pub script: Option<PathBuf>,
    /// How often to play the talk out before and after each move, so that the debrief can say what the move was worth. A game
    /// typed in a terminal is always reviewed.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=1000))]
    pub review: Option<u32>,
    /// For a class: turn the adviser off.
    #[arg(long)]
    pub class: bool,
    /// Where the game begins.
    #[command(flatten)]
    pub begin: BeginArgs,
    /// Don't save the game.
    #[arg(long, conflicts_with_all = ["journal", "resume"])]
    pub no_save: bool,
}

/// Text or JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    /// For programs.
    Json,
}

/// Arguments of `quotes`.
#[derive(Debug, clap::Args)]
pub struct QuotesArgs {
    /// Name of a scenario, or a folder.
    pub scenario: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Output formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people: each problem with the marked line and what to do.
    Text,
    /// For editors: one line per problem, `PATH:LINE:COLUMN: error[CODE]: what is wrong`.
    Short,
    /// For programs: every problem with its places, its fix and its page.
    Json,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Names of scenarios, or folders. By default the scenario in this folder, or else every built-in scenario and every one of your own.
    pub paths: Vec<String>,
    /// Apply the safe fixes. Comments and layout stay, and sources are never changed.
    #[arg(long)]
    pub fix: bool,
    /// With --fix: show the changes without making them.
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// Output format.
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
}

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct ExplainArgs {
    /// The code: WCW046, wcw46 or 46. Without one, all are listed.
    pub code: Option<String>,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `analyze`.
#[derive(Debug, clap::Args)]
pub struct AnalyzeArgs {
    /// Name of a scenario, or a folder; or the files of a domain of Genius (XML) or GeniusWeb (JSON).
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<String>,
    /// How many weightings inside the author's ranges to try for each claim (scenarios).
    #[arg(long, default_value_t = crate::analysis::WEIGHTINGS, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub weightings: u32,
    /// Seed of the weightings (scenarios).
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `playtest`.
#[derive(Debug, clap::Args)]
pub struct PlaytestArgs {
    /// Name of a scenario, or a folder.
    pub scenario: String,
    /// How many games.
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub games: u64,
    /// Seed of the first game; the others follow from it.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The bot that plays; `all` compares every bot.
    #[arg(long, value_name = "NAME", default_value = "random", long_help = bots())]
    pub bot: String,
    /// Who writes the report; the bot itself by default.
    #[arg(long, value_name = "NAME", long_help = writers())]
    pub report: Option<String>,
    /// The bot's seat; the first one by default.
    #[arg(long)]
    pub seat: Option<String>,
    /// The style in which the other side answers, by its id; by default as in the record.
    #[arg(long, value_name = "STYLE")]
    pub style: Option<String>,
    /// Length of game, by its id; the first one by default.
    #[arg(long)]
    pub length: Option<String>,
    /// Where the games begin.
    #[command(flatten)]
    pub begin: BeginArgs,
    /// Number of threads; 0 uses all the computer has. The result is the same.
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = number::<0, 256>)]
    pub threads: usize,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

fn number<const FROM: usize, const TO: usize>(text: &str) -> Result<usize, String> {
    let number = text.parse::<usize>().ok();
    number.filter(|number| (FROM..=TO).contains(number)).ok_or_else(|| format!("it is a number from {FROM} to {TO}"))
}

/// The bots, each with a description.
fn bots() -> String {
    let lines = Bot::ALL.iter().map(|bot| (bot.name(), bot.about()));
    listed("Who plays:", lines.chain([("all", "each of them, to compare")]))
}

/// The writers of reports, each with a description.
fn writers() -> String {
    let lines = Writer::ALL.iter().map(|writer| (writer.name(), writer.about()));
    listed("Who writes the report; the bot itself when left out:", lines)
}

fn listed<'a>(head: &str, lines: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = head.to_owned();
    for (name, about) in lines {
        text.push_str(&format!("\n- {name}: {about}"));
    }
    text
}

/// Arguments of `explore`.
#[derive(Debug, clap::Args)]
pub struct ExploreArgs {
    /// Name of a scenario, or a folder.
    pub scenario: String,
    /// Stop after this many different states.
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = number::<1, 5_000_000>)]
    pub states: usize,
    /// The search ends when it would take more than this many megabytes of memory.
    #[arg(long, value_name = "MB", default_value_t = 1_000, value_parser = number::<10, 1_000_000>)]
    pub memory: usize,
    /// Try only statements of up to this many moves. What longer ones would reach stays unknown.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = number::<1, 10>)]
    pub moves: usize,
    /// The bot's seat; the first one by default.
    #[arg(long)]
    pub seat: Option<String>,
    /// Length of game, by its id; the first one by default.
    #[arg(long)]
    pub length: Option<String>,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `replay`.
#[derive(Debug, clap::Args)]
pub struct ReplayArgs {
    pub journal: PathBuf,
    /// Only check whether the same steps still lead to the same events; exit code 1 if they don't.
    #[arg(long)]
    pub verify: bool,
    /// The scenario to replay it in, if it is not built in.
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
}

/// Output formats of `debrief`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DebriefFormat {
    Text,
    /// One self-contained page for browser and printer.
    Html,
    Md,
    /// For programs.
    Json,
}

/// Arguments of `debrief`.
#[derive(Debug, clap::Args)]
pub struct DebriefArgs {
    pub journal: PathBuf,
    /// In a game for two people, whose debrief to show; the first seat by default.
    #[arg(long)]
    pub seat: Option<String>,
    /// Show only why a move was answered as it was: its number from 1, or its id.
    #[arg(long, value_name = "MOVE", conflicts_with_all = ["format", "weights"])]
    pub why: Option<String>,
    /// Move a weight inside the author's range, as in japan.islands=38, and work out every conclusion again. Repeat it for more weights.
    #[arg(long = "weight", value_name = "PARTY.ISSUE=N")]
    pub weights: Vec<String>,
    /// Output format.
    #[arg(long, value_enum, default_value_t = DebriefFormat::Text)]
    pub format: DebriefFormat,
    /// How often to play the talk out before and after each move, to say what the move was worth.
    #[arg(long, value_name = "N", default_value_t = crate::debrief::review::PLAYOUTS, value_parser = clap::value_parser!(u32).range(2..=1000))]
    pub review: u32,
    /// Leave out the review of the moves.
    #[arg(long, conflicts_with = "review")]
    pub no_review: bool,
    /// For teachers: also show, before the game is over, what the other side keeps to itself. The save remembers that it was shown.
    #[arg(long)]
    pub reveal: bool,
    /// The scenario it was played in, if it is not built in.
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
}
