//! The arguments of the program.

mod authoring;

use std::path::PathBuf;

#[cfg(feature = "gui")]
use crate::app::intent::Pictured;
use crate::library::DEFAULT_SEED;
use crate::playtest::bot::Bot;
use crate::playtest::report::Writer;
use clap::{Parser, Subcommand, ValueEnum};

pub use authoring::*;

/// What the program is. What it does without a command depends on whether this build has a window.
const ABOUT: &str = if cfg!(feature = "game") {
    "Moscow, 21 September 1955. You lead a delegation of the Japanese parliament; Bulganin and Khrushchev receive you. You make \
     diplomatic moves and hear what was really answered, word for word, with the line of the record.\n\n\
     Without a command the window opens. Where there is no display, the game begins in the terminal."
} else {
    "Moscow, 21 September 1955. You lead a delegation of the Japanese parliament; Bulganin and Khrushchev receive you. You make \
     diplomatic moves and hear what was really answered, word for word, with the line of the record.\n\n\
     Without a command the game begins in the terminal: this build has no window."
};

const EXAMPLES: &str = "Examples:
  we-can-wait                              play
  we-can-wait play                         play in the terminal
  we-can-wait play --short                 a game of eight statements
  we-can-wait play --resume                go on with the last game
  we-can-wait play --script moves.txt      play moves from a file, one a line
  we-can-wait debrief game.ron --format html  the debrief of a kept game, as a page
  we-can-wait quotes moscow-1955           every quotation with its proof
  we-can-wait new my-scenario              begin a scenario of your own
  we-can-wait check my-scenario/           every fault of a scenario
  we-can-wait test my-scenario/            play its recorded games again
  we-can-wait explain WCW046               what a code means, with examples";

/// The program.
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
    /// Draw a screen of the window into a PNG file, and leave.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "FILE")]
    pub screenshot: Option<PathBuf>,
    /// Which screen to draw: title, scenarios, briefing, table, record, journal, report, debrief, library, map, settings, author;
    /// or author-faults, author-links, author-bots, author-start, author-recorded.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "NAME", default_value = "table", value_parser = screen, requires = "screenshot")]
    pub screen: Pictured,
    /// How large to draw it, in pixels.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "WxH", default_value = "1280x720", value_parser = size, requires = "screenshot")]
    pub size: (usize, usize),
    /// How it looks: light, dark, or projector, which is large and plain.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "NAME", value_enum, default_value = "light", requires = "screenshot")]
    pub theme: Theme,
    /// As it was written once: dark paper.
    #[cfg(feature = "gui")]
    #[arg(long, hide = true, requires = "screenshot", conflicts_with = "theme")]
    pub dark: bool,
    /// Draw everything larger or smaller, in per cent: 80, 100, 125, 150, 175 or 200.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "PERCENT", default_value_t = 100, requires = "screenshot")]
    pub zoom: u16,
    /// Draw it of another scenario that the program carries.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "NAME", requires = "screenshot")]
    pub scenario: Option<String>,
    /// Draw it as it is seen from another seat than the scenario's first.
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "SEAT", requires = "screenshot")]
    pub seat: Option<String>,
    /// What to do; `play` when left out.
    #[command(subcommand)]
    pub command: Option<Task>,
}

/// How a picture looks.
#[cfg(feature = "gui")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Light paper.
    Light,
    /// Dark paper.
    Dark,
    /// Large and plain, for a room.
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
        .ok_or_else(|| "it is written like 1280x720".to_owned())
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Play a scenario in the terminal.
    #[command(after_help = "Examples:\n  we-can-wait play\n  we-can-wait play --short\n  \
                            we-can-wait play --journal game.ron\n  we-can-wait play --at-turn 6 --room trust=20\n  we-can-wait play --script as-it-was.ron\n  \
                            printf 'ask_conditions\\nsay\\n' | we-can-wait play\n\n\
                            In the game, `help` lists what can be typed.")]
    Play(PlayArgs),
    /// List every quotation of a scenario with its place and proof.
    #[command(after_help = "Example:\n  we-can-wait quotes moscow-1955 --format json")]
    Quotes(QuotesArgs),
    /// Find every fault of a scenario, and mend what can be mended for certain.
    #[command(after_help = "Examples:\n  \
            we-can-wait check my-scenario/                 every fault, with its place and what to do\n  \
            we-can-wait check my-scenario/ --fix           mend what can be mended for certain\n  \
            we-can-wait check my-scenario/ --fix --dry-run show what that would change\n  \
            we-can-wait check my-scenario/ --format short  one line a fault, for editors\n  \
            we-can-wait check                              the scenario in this folder\n\n\
            A code such as WCW046 is explained by `we-can-wait explain WCW046`.\n\
            Leaves with 0 when there is no error, 1 when there is one, 2 when there is no such scenario.")]
    Check(CheckArgs),
    /// Explain a code that `check` names, with a bad and a good example; without a code list them all.
    #[command(after_help = "Examples:\n  we-can-wait explain WCW046\n  we-can-wait explain 46\n  we-can-wait explain")]
    Explain(ExplainArgs),
    /// Go through every deal of a scenario, or of a domain of Genius or GeniusWeb: the frontier, the points theories single out,
    /// and how sure that is.
    #[command(after_help = "Examples:\n  \
            we-can-wait analyze moscow-1955\n  \
            we-can-wait analyze my-scenario/ --format json\n  \
            we-can-wait analyze domain.xml profile-a.xml profile-b.xml   Genius: the domain, then who sits at the table\n  \
            we-can-wait analyze profile-a.json profile-b.json            GeniusWeb: a profile holds its domain\n  \
            we-can-wait analyze party-domain/ --format json              a folder that holds exactly these files\n\n\
            Of other programs' domains discrete issues and linear additive profiles are read, for two to eight parties. Numbers \
            are exact. A discount factor is told and not applied.")]
    Analyze(AnalyzeArgs),
    /// Let bots play, and say what they reached.
    #[command(after_help = "Examples:\n  we-can-wait playtest moscow-1955 --games 1000 --seed 1 --format json\n  \
                            we-can-wait playtest moscow-1955 --bot all --games 200\n  \
                            we-can-wait playtest moscow-1955 --from as-it-was --at-turn 6 --bot all --games 100\n  \
                            we-can-wait playtest moscow-1955 --bot principled --report random")]
    Playtest(PlaytestArgs),
    /// Search what a talk can reach, breadth-first.
    #[command(after_help = "Examples:\n  we-can-wait explore moscow-1955 --states 5000\n  \
                            we-can-wait explore my-scenario/ --length short --moves 2 --format json")]
    Explore(ExploreArgs),
    /// Play a journal again.
    #[command(after_help = "Examples:\n  we-can-wait replay game.ron\n  we-can-wait replay game.ron --verify")]
    Replay(ReplayArgs),
    /// Make a recorded game of a journal, for `test` to play again.
    #[command(
        alias = "keep",
        after_help = "Examples:\n  we-can-wait record game.ron --scenario my-scenario/\n  \
                            we-can-wait record game.ron --scenario my-scenario/ --as hint-refused\n\n\
                            It goes into the scenario's playthroughs folder. Nothing is ever overwritten."
    )]
    Record(RecordArgs),
    /// Play every recorded game of a scenario again, and say what has become different.
    #[command(after_help = "Examples:\n  we-can-wait test my-scenario/\n  we-can-wait test my-scenario/ --bless\n  \
                            we-can-wait test moscow-1955 --format json\n\n\
                            Ids, outcomes and entries on record cards are compared, never words.")]
    Test(TestArgs),
    /// Draw moves, what meets them and what that opens, coloured by how often bots came there.
    #[command(after_help = "Examples:\n  we-can-wait graph my-scenario/ > graph.svg\n  \
                            we-can-wait graph moscow-1955 --issue islands > islands.svg\n  \
                            we-can-wait graph moscow-1955 --around ask_hint --format text\n  \
                            we-can-wait graph my-scenario/ --format dot | dot -Tpdf > graph.pdf")]
    Graph(GraphArgs),
    /// Count what a player reads: in each part of a scenario, and in an average game, with the minutes it takes.
    #[command(
        after_help = "Examples:\n  we-can-wait words moscow-1955\n  we-can-wait words my-scenario/ --speed 150 --format json"
    )]
    Words(WordsArgs),
    /// Begin a scenario of your own: five moves, with remarks, that can be played at once.
    #[command(after_help = "Examples:\n  we-can-wait new my-scenario\n  we-can-wait new my-scenario --full\n  \
                            we-can-wait new my-lesson --like first-lesson\n  \
                            we-can-wait new my-scenario --own")]
    New(NewArgs),
    /// Open a window on a scenario that you are writing: what you save is shown at once, with its faults beside it.
    #[command(
        after_help = "Examples:\n  we-can-wait author my-scenario/\n  we-can-wait author        choose a folder in the window"
    )]
    Author(AuthorArgs),
    /// List every scenario that can be opened by its name: those that the program carries, and your own.
    #[command(after_help = "Example:\n  we-can-wait scenarios")]
    Scenarios(ScenariosArgs),
    /// The debrief of a kept game.
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
    /// The seat to take, by its id; the first one when left out.
    #[arg(long)]
    pub seat: Option<String>,
    /// Two people at this machine, one in each seat: they speak in turn, and the screen is handed over between them.
    #[arg(long, conflicts_with_all = ["at_turn", "from"])]
    pub hot_seat: bool,
    /// In which style the other side answers, by its id; the record's own manner when left out.
    #[arg(long, value_name = "STYLE", conflicts_with = "hot_seat")]
    pub style: Option<String>,
    /// Length of game, by its id; the first one when left out.
    #[arg(long, conflicts_with = "short")]
    pub length: Option<String>,
    /// The short game: the same as --length short.
    #[arg(long)]
    pub short: bool,
    /// Seed; the rules draw nothing, so it only names the game.
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub seed: u64,
    /// Keep the game in this file; if it holds one, go on with it.
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
    /// Go on with the last game that was kept.
    #[arg(long, conflicts_with_all = ["journal", "room", "at_turn", "from"])]
    pub resume: bool,
    /// Take the moves from a file: a playthrough (.ron), or text with one move id or command a line.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["room", "at_turn", "from"])]
    pub script: Option<PathBuf>,
    /// How often the talk is played out before and after each move, to say in the debrief what the move was worth. A game that
    /// is typed in a terminal is reviewed in any case.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=1000))]
    pub review: Option<u32>,
    /// For a class: the adviser cannot be asked.
    #[arg(long)]
    pub class: bool,
    /// Where it begins.
    #[command(flatten)]
    pub begin: BeginArgs,
    /// Keep no game.
    #[arg(long, conflicts_with_all = ["journal", "resume"])]
    pub no_save: bool,
}

/// Text or JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Arguments of `quotes`.
#[derive(Debug, clap::Args)]
pub struct QuotesArgs {
    /// Name of a scenario, or a folder.
    pub scenario: String,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How faults are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people: each fault with the marked line and what to do.
    Text,
    /// For editors: one line a fault, `PATH:LINE:COLUMN: error[CODE]: what is wrong`.
    Short,
    /// For programs: every fault with its places, its fix and its page.
    Json,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Names of scenarios, or folders; when left out, the scenario in this folder, or else every one that the program carries and every one of your own.
    pub paths: Vec<String>,
    /// Mend what can be mended for certain: comments and layout stay, sources are never touched.
    #[arg(long)]
    pub fix: bool,
    /// With --fix: show what would be changed, and change nothing.
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
}

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct ExplainArgs {
    /// The code: WCW046, wcw46 or 46. When left out, all are listed.
    pub code: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `analyze`.
#[derive(Debug, clap::Args)]
pub struct AnalyzeArgs {
    /// Name of a scenario, or a folder; or the files of a domain of Genius (XML) or GeniusWeb (JSON).
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<String>,
    /// How many weightings inside the author's ranges each claim is tried with (scenarios).
    #[arg(long, default_value_t = crate::analysis::WEIGHTINGS, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub weightings: u32,
    /// Seed of the weightings (scenarios).
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How to print.
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
    /// Who plays; `all` compares every bot.
    #[arg(long, value_name = "NAME", default_value = "random", long_help = bots())]
    pub bot: String,
    /// Who writes the report; the bot itself when left out.
    #[arg(long, value_name = "NAME", long_help = writers())]
    pub report: Option<String>,
    /// The seat it takes; the first one when left out.
    #[arg(long)]
    pub seat: Option<String>,
    /// In which style the other side answers, by its id; the record's own manner when left out.
    #[arg(long, value_name = "STYLE")]
    pub style: Option<String>,
    /// Length of game, by its id; the first one when left out.
    #[arg(long)]
    pub length: Option<String>,
    /// Where the games begin.
    #[command(flatten)]
    pub begin: BeginArgs,
    /// On how many threads; 0 is as many as the machine has. The result is the same.
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = number::<0, 256>)]
    pub threads: usize,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

fn number<const FROM: usize, const TO: usize>(text: &str) -> Result<usize, String> {
    let number = text.parse::<usize>().ok();
    number.filter(|number| (FROM..=TO).contains(number)).ok_or_else(|| format!("it is a number from {FROM} to {TO}"))
}

/// The bots, each with what it does.
fn bots() -> String {
    let lines = Bot::ALL.iter().map(|bot| (bot.name(), bot.about()));
    listed("Who plays:", lines.chain([("all", "each of them, to compare")]))
}

/// The writers of reports, each with what it does.
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
    /// How many different states are looked at; the search ends when it has seen so many.
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = number::<1, 5_000_000>)]
    pub states: usize,
    /// Statements of at most so many moves are tried; what longer ones would reach is then not known.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = number::<1, 10>)]
    pub moves: usize,
    /// The seat it takes; the first one when left out.
    #[arg(long)]
    pub seat: Option<String>,
    /// Length of game, by its id; the first one when left out.
    #[arg(long)]
    pub length: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `replay`.
#[derive(Debug, clap::Args)]
pub struct ReplayArgs {
    /// A journal.
    pub journal: PathBuf,
    /// Only say whether the same steps still bring the same events; exit code 1 when they do not.
    #[arg(long)]
    pub verify: bool,
    /// The scenario to replay it in, when it is not one that the program carries.
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
}

/// How a debrief is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DebriefFormat {
    /// For the terminal.
    Text,
    /// One page for the browser and the printer, complete in itself.
    Html,
    /// Markdown.
    Md,
    /// For programs.
    Json,
}

/// Arguments of `debrief`.
#[derive(Debug, clap::Args)]
pub struct DebriefArgs {
    /// A journal.
    pub journal: PathBuf,
    /// Of a game of two people, the seat whose debrief is wanted; the first when left out.
    #[arg(long)]
    pub seat: Option<String>,
    /// Only why a move was answered as it was: its number from 1, or its id.
    #[arg(long, value_name = "MOVE", conflicts_with_all = ["format", "weights"])]
    pub why: Option<String>,
    /// Move a weight inside the author's range, as in japan.islands=38, and draw every conclusion anew; can be given again.
    #[arg(long = "weight", value_name = "PARTY.ISSUE=N")]
    pub weights: Vec<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = DebriefFormat::Text)]
    pub format: DebriefFormat,
    /// How often the talk is played out before and after each move, to say what the move was worth.
    #[arg(long, value_name = "N", default_value_t = crate::debrief::review::PLAYOUTS, value_parser = clap::value_parser!(u32).range(2..=1000))]
    pub review: u32,
    /// Leave out what the moves were worth.
    #[arg(long, conflicts_with = "review")]
    pub no_review: bool,
    /// The scenario it was played in, when it is not one that the program carries.
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
}
