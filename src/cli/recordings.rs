//! Recorded games by name or file, and the games that begin with them.

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use crate::library::recorded::play_up_to;
use crate::negotiation::Setup;
use crate::negotiation::journal::{Game, Journal};
use crate::negotiation::script::Play;
use crate::playtest::turn;
use crate::scenario::{Scenario, single};

use super::Failure;
use super::args::BeginArgs;

/// Largest file of steps, in bytes.
const MAX: u64 = 1 << 20;

/// Reads a file of steps as text, without a byte order mark.
///
/// # Errors
/// In words that follow after its name.
pub(super) fn text_of(path: &Path) -> Result<String, String> {
    let meta = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if meta.is_dir() {
        return Err("it is a folder, and a file is needed".to_owned());
    }
    // A pipe tells no length, so no more than a game can hold is read from anything.
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(|error| error.to_string())?;
    let mut file = file.take(MAX + 1);
    file.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MAX {
        return Err(format!("it is longer than {MAX} bytes, far more than a script of a game can be"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("it is not text (byte {at} is not UTF-8)")
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

/// Reads a recorded game.
///
/// # Errors
/// Where it cannot be read, in words that follow after its name.
pub(super) fn parse(text: &str) -> Result<Play, String> {
    single::read("", text)
        .map_err(|fault| format!("line {}, column {}: {}", fault.line, fault.column, fault.sentence()))
}

/// A recorded game by its name in the scenario, with or without .ron, or a file on disk: a recorded game or a journal.
///
/// # Errors
/// When there is none, or it cannot be read.
pub(super) fn find(scenario: &Arc<Scenario>, name: &str) -> Result<(String, Play), Failure> {
    let told = |because: String| Failure::Told(format!("the recorded game {name}: {because}"));
    let named = |file: &str| file == name || file.strip_suffix(".ron") == Some(name);
    if let Some((file, text)) = scenario.playthroughs.iter().find(|(file, _)| named(file)) {
        return Ok((file.clone(), parse(text).map_err(told)?));
    }
    let path = Path::new(name);
    if !path.exists() {
        let known: Vec<&str> = scenario.playthroughs.iter().map(|(file, _)| file.as_str()).collect();
        return Err(told(format!(
            "it is neither a file nor one of those that the scenario has ({})",
            if known.is_empty() { "none".to_owned() } else { known.join(", ") }
        )));
    }
    let text = text_of(path).map_err(told)?;
    let file = path.file_name().map_or_else(|| name.to_owned(), |file| file.to_string_lossy().into_owned());
    if let Ok(journal) = Journal::parse(&text) {
        let replayed = journal.replay(scenario).map_err(|error| told(error.to_string()))?;
        let play = Play::of(&replayed.game).map_err(|error| told(error.to_string()))?;
        return Ok((file, play));
    }
    Ok((file, parse(&text).map_err(told)?))
}

/// The game that arguments ask for: fresh, or with its first statements made.
///
/// # Errors
/// When the recorded game is none, or nothing comes to that turn.
pub(super) fn begin(scenario: &Arc<Scenario>, setup: &Setup, args: &BeginArgs) -> Result<Game, Failure> {
    let from = args.from.as_ref().map(|name| find(scenario, name)).transpose()?;
    if let Some((name, play)) = &from {
        let told = |because: String| Failure::Told(format!("the recorded game {name}: {because}"));
        let own = play.setup(scenario).map_err(|error| told(error.to_string()))?;
        if own.seat != setup.seat {
            let seat = &scenario.seat(own.seat).id;
            return Err(told(format!("it is played from the seat \"{seat}\"; add --seat {seat}")));
        }
    }
    let named = from.as_ref().map(|(name, play)| (name.as_str(), play));
    let turn = match (args.at_turn, named) {
        (Some(turn), _) => turn,
        (None, None) => 1,
        // As far as the talk goes on.
        (None, Some((_, play))) => {
            let game = play_up_to(scenario, play, setup.clone(), u32::MAX);
            let game = game.map_err(|error| Failure::Told(error.to_string()))?;
            game.session.state().statements + 1
        }
    };
    turn::at(scenario, setup, turn, named).map_err(|error| Failure::Told(error.to_string()))
}
