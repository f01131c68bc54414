//! Reads scripts, and starts games from recorded ones.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use crate::library::recorded::{find::find, play_up_to};
use crate::negotiation::Setup;
use crate::negotiation::journal::Game;
use crate::negotiation::script::Play;
use crate::playtest::turn;
use crate::ports::Ports;
use crate::scenario::Scenario;
use crate::scenario::limits::FILE_BYTES;

use super::Failure;
use super::args::BeginArgs;

/// Reads a script, which may be a pipe, and strips a byte order mark.
///
/// # Errors
/// A message to print after the script's name.
pub(super) fn script_text(path: &Path) -> Result<String, String> {
    // A pipe has no known length, so stop reading at the limit.
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(FILE_BYTES as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|error| error.to_string())?;
    if bytes.len() > FILE_BYTES {
        return Err(format!("it is longer than {FILE_BYTES} bytes, far more than a script of a game can be"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("it is not text (byte {at} is not UTF-8)")
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

/// The first statement to play, and the recorded game that leads up to it.
///
/// # Errors
/// When there is no such recorded game, or it was played from another seat.
pub(super) fn lead_up(
    ports: &Ports,
    scenario: &Arc<Scenario>,
    setup: &Setup,
    args: &BeginArgs,
) -> Result<(u32, Option<(String, Play)>), Failure> {
    let failed = |name: &str, because: String| Failure::Message(format!("the recorded game {name}: {because}"));
    let found = |name: &String| find(ports.storage.as_ref(), scenario, name).map_err(|because| failed(name, because));
    let from = args.from.as_ref().map(found).transpose()?;
    if let Some((name, play)) = &from {
        let own = play.setup(scenario).map_err(|error| failed(name, error.to_string()))?;
        if own.seat != setup.seat {
            let seat = &scenario.seat(own.seat).id;
            return Err(failed(name, format!("it is played from the seat \"{seat}\"; add --seat {seat}")));
        }
    }
    let turn = match (args.at_turn, &from) {
        (Some(turn), _) => turn,
        (None, None) => 1,
        // As far as the recorded talk lasts.
        (None, Some((_, play))) => {
            let game = play_up_to(scenario, play, setup.clone(), u32::MAX);
            let game = game.map_err(|error| Failure::Message(error.to_string()))?;
            game.session.state().statements + 1
        }
    };
    Ok((turn, from))
}

/// The game that the arguments ask for, either new or with its first statements already made.
///
/// # Errors
/// Those of [`lead_up`], and when nothing leads up to that statement.
pub(super) fn begin(ports: &Ports, scenario: &Arc<Scenario>, setup: &Setup, args: &BeginArgs) -> Result<Game, Failure> {
    let (turn, from) = lead_up(ports, scenario, setup, args)?;
    let named = from.as_ref().map(|(name, play)| (name.as_str(), play));
    turn::at(scenario, setup, turn, named).map_err(|error| Failure::Message(error.to_string()))
}
