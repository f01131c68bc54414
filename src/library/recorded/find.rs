//! Finds a recorded game by its name in the scenario or by its file.

use std::path::Path;
use std::sync::Arc;

use crate::negotiation::journal::Journal;
use crate::negotiation::script::{self, Play};
use crate::ports::Storage;
use crate::scenario::format::form_name;
use crate::scenario::{Scenario, single};

/// Largest file read, in bytes, far more than any game needs.
const MAX: u64 = 1 << 20;

/// Parses a recorded game.
///
/// # Errors
/// Returns a message meant to follow the game's name.
pub fn parse(text: &str) -> Result<Play, String> {
    single::read("", text, script::FORMAT)
        .map_err(|fault| format!("line {}, column {}: {}", fault.line, fault.column, fault.sentence()))
}

/// Whether a file is a saved game in which the other side's private values are still hidden. What bots reach from there
/// would reveal them. Returns false if the file is not a saved game.
pub fn is_unfinished_save(storage: &dyn Storage, scenario: &Arc<Scenario>, name: &str) -> bool {
    let journal = storage.read_text(Path::new(name), MAX).ok().and_then(|text| Journal::parse(&text).ok());
    let replayed = journal.and_then(|journal| journal.replay(scenario).ok());
    replayed.is_some_and(|replayed| !replayed.game.shows_both_sides())
}

/// Finds a recorded game by its name in the scenario, with or without `.ron`, or by the path of a recorded or saved
/// game. Returns the name of its file too.
///
/// # Errors
/// Returns a message meant to follow the name, if there is no such game or it can't be read.
pub fn find(storage: &dyn Storage, scenario: &Arc<Scenario>, name: &str) -> Result<(String, Play), String> {
    let named = |file: &str| file == name || file.strip_suffix(".ron") == Some(name);
    if let Some((file, text)) = scenario.playthroughs.iter().find(|(file, _)| named(file)) {
        return Ok((file.clone(), parse(text)?));
    }
    let path = Path::new(name);
    if !storage.exists(path) {
        let known: Vec<&str> = scenario.playthroughs.iter().map(|(file, _)| file.as_str()).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        return Err(format!("it is neither a file nor one of those that the scenario has ({known})"));
    }
    let text = storage.read_text(path, MAX).map_err(|error| error.cause.to_string())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let file = path.file_name().map_or_else(|| name.to_owned(), |file| file.to_string_lossy().into_owned());
    match Journal::parse(text) {
        Ok(journal) => {
            let replayed = journal.replay(scenario).map_err(|error| error.to_string())?;
            Ok((file, Play::of(&replayed.game).map_err(|error| error.to_string())?))
        }
        Err(error) if form_name(text) == Some("Journal") => Err(error.to_string()),
        Err(_) => Ok((file, parse(text)?)),
    }
}
