//! `words`: how much a player reads, in each part of a scenario and in an average game, and how long that takes.

use std::io::Write;

use serde::Serialize;

use crate::playtest::bot::Bot;
use crate::playtest::{Plan, play};
use crate::ports::Ports;
use crate::scenario::limits::MAIN_PATH_WORDS;
use crate::view::wording::{Wording, seated};
use crate::view::words::{GameWords, Part, of_game, parts};

use super::args::{Format, WordsArgs};
use super::playtest::{length, seat};
use super::{Failure, OK, json};
use crate::library::open::Library;

/// The bot that plays the average games. It asks, listens and gives, so it sees about as much text as a person.
const PLAYER: Bot = Bot::Principled;

/// Words read in a game, on average over many.
#[derive(Debug, Serialize)]
struct Average {
    bot: &'static str,
    games: u64,
    seed: u64,
    seat: String,
    length: String,
    brief: u64,
    ours: u64,
    theirs: u64,
    ending: u64,
    /// Mean number of words in brief, talk and ending; then those of the shortest and longest game.
    main_path: u64,
    shortest: u64,
    longest: u64,
    budget: u64,
    /// Outside the main path.
    reasons: u64,
    passages: u64,
}

/// The output of the command.
#[derive(Debug, Serialize)]
struct Counted {
    scenario: String,
    words_a_minute: u64,
    parts: Vec<Part>,
    game: Average,
}

/// Counts words and prints the result.
///
/// # Errors
/// When there is no such scenario, seat or length, or writing fails.
pub fn run(args: &WordsArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let scenario = Library::new(ports).scenario(&args.scenario)?;
    let mut plan = Plan::of(PLAYER, args.games, args.seed);
    plan.seat = seat(&scenario, args.seat.as_deref())?;
    plan.length = length(&scenario, args.length.as_deref())?;
    let catalogue = seated(&super::catalogue()?, &scenario, plan.seat);
    let wording = Wording::new(&catalogue, &scenario);
    let games: Vec<GameWords> =
        (0..args.games).map(|game| of_game(wording, &play(&scenario, plan.setup(game), PLAYER))).collect();
    let mean = |of: &dyn Fn(&GameWords) -> u64| {
        let sum: u64 = games.iter().map(of).sum();
        (sum + args.games / 2) / args.games.max(1)
    };
    let main = || games.iter().map(GameWords::main_path);
    let counted = Counted {
        scenario: scenario.id.clone(),
        words_a_minute: args.speed,
        parts: parts(&scenario),
        game: Average {
            bot: PLAYER.name(),
            games: args.games,
            seed: args.seed,
            seat: scenario.seat(plan.seat).id.clone(),
            length: scenario.length(plan.length).id.clone(),
            brief: mean(&|words| words.brief),
            ours: mean(&|words| words.ours),
            theirs: mean(&|words| words.theirs),
            ending: mean(&|words| words.ending),
            main_path: mean(&GameWords::main_path),
            shortest: main().min().unwrap_or(0),
            longest: main().max().unwrap_or(0),
            budget: MAIN_PATH_WORDS,
            reasons: mean(&|words| words.reasons),
            passages: mean(&|words| words.passages),
        },
    };
    match args.format {
        Format::Json => json(&counted, out)?,
        Format::Text => text(&counted, out)?,
    }
    Ok(OK)
}

/// Minutes with one decimal below ten, and without above.
fn minutes(words: u64, speed: u64) -> String {
    let tenths = (words * 10 + speed / 2) / speed.max(1);
    if tenths < 100 { format!("{}.{}", tenths / 10, tenths % 10) } else { ((tenths + 5) / 10).to_string() }
}

fn text(counted: &Counted, out: &mut dyn Write) -> std::io::Result<()> {
    let Counted { scenario, words_a_minute: speed, parts, game } = counted;
    writeln!(out, "{scenario}: what a player can read, at {speed} words a minute\n")?;
    writeln!(out, "{:<40} {:>7} {:>9} {:>9}", "part", "texts", "words", "minutes")?;
    for part in parts {
        let minutes = minutes(part.words, *speed);
        writeln!(out, "{:<40} {:>7} {:>9} {minutes:>9}", part.part, part.texts, part.words)?;
    }
    writeln!(
        out,
        "\nAn average game: seat {}, length {}, {} games of the bot {}, seed {}\n",
        game.seat, game.length, game.games, game.bot, game.seed
    )?;
    let row = |out: &mut dyn Write, name: &str, words: u64| {
        writeln!(out, "{name:<40} {:>7} {words:>9} {:>9}", "", minutes(words, *speed))
    };
    row(out, "the brief", game.brief)?;
    row(out, "what the own side says", game.ours)?;
    row(out, "what the other side says, on its face", game.theirs)?;
    row(out, "the ending", game.ending)?;
    row(out, "the main path", game.main_path)?;
    writeln!(out, "  from {} to {} words in one game", game.shortest, game.longest)?;
    let budget = game.budget;
    if game.main_path <= budget {
        writeln!(out, "  {budget} words are enough for one lesson: {} are left", budget - game.main_path)?;
    } else {
        writeln!(out, "  {budget} words are enough for one lesson: {} too many", game.main_path - budget)?;
    }
    writeln!(out, "\nBeside it, for those who look:")?;
    row(out, "why, what moved, what was promised", game.reasons)?;
    row(out, "the rest of long passages", game.passages)
}
