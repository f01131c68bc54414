//! Makes a recorded game from a game that was played, and saves it in a scenario.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::negotiation::journal::Game;
use crate::negotiation::script::{Expect, Play, Step};
use crate::negotiation::{Opposite, Setup};
use crate::ports::{Storage, StorageError, WriteMode};
use crate::scenario::resolved::Scenario;

use super::expect::{ids, outcome, shown_ids};
use super::{heard, print};

/// Folder for recorded games in a scenario.
pub const PLAYTHROUGHS: &str = "playthroughs";

/// Why a game can't be recorded.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    #[error("it is a game of two people, and a recorded game is answered by the model")]
    TwoPeople,
    #[error("no statement has been made in it yet")]
    Empty,
    /// The name is not valid as a file name on every platform.
    #[error("\"{0}\" cannot be the name of a recorded game: use letters, digits, _ and -")]
    Name(String),
    #[error("{0} already exists; nothing was overwritten")]
    Exists(String),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("the recorded game could not be turned into text: {0}")]
    Print(#[from] ron::Error),
}

/// Saves a game as a recorded game in a folder, which is created if missing. `name` may end in `.ron`. `source` is
/// written to the file to say where the game came from. Returns the file. Never overwrites anything.
///
/// # Errors
/// Returns an error if the game can't be recorded, or the file exists or can't be written.
pub fn record_in(
    storage: &dyn Storage,
    folder: &Path,
    name: &str,
    game: &Game,
    source: &str,
) -> Result<PathBuf, RecordError> {
    let stem = name.strip_suffix(".ron").unwrap_or(name);
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if stem.is_empty() || !stem.chars().all(plain) {
        return Err(RecordError::Name(name.to_owned()));
    }
    let remarks = [
        format!("Recorded from {source}. What the game must show is listed at the end: ids and outcomes, no words."),
        "`we-can-wait test` plays it again; with --bless it accepts what the game shows then.".to_owned(),
    ];
    let text = print(&Play::of(game)?, &remarks)?;
    // Create only the last folder. A missing scenario folder is an error.
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    if parent.is_none_or(|parent| storage.is_folder(parent)) {
        storage.create_folder(folder)?;
    }
    let path = folder.join(format!("{stem}.ron"));
    match storage.write(&path, text.as_bytes(), WriteMode::New) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(RecordError::Exists(path.display().to_string())),
        written => Ok(written.map(|()| path)?),
    }
}

/// A free name for a recorded game in a folder: the wanted one, or with the next free number.
pub fn free_name(storage: &dyn Storage, folder: &Path, wanted: &str) -> String {
    let free = |name: &String| !storage.exists(&folder.join(format!("{name}.ron")));
    let numbered = (2..10_000).map(|number| format!("{wanted}-{number}"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    names.find(free).unwrap_or_else(|| wanted.to_owned())
}

impl Play {
    /// Makes a recorded game: the steps, what was heard after each statement, the entries on its record cards, and how
    /// it ended, if it did.
    ///
    /// # Errors
    /// Returns an error if two people played the game, or no statement was made.
    pub fn of(game: &Game) -> Result<Self, RecordError> {
        let setup = game.session.setup();
        if setup.opposite == Opposite::Person {
            return Err(RecordError::TwoPeople);
        }
        if game.journal.steps.is_empty() {
            return Err(RecordError::Empty);
        }
        let scenario = game.session.scenario();
        let steps = game.journal.steps.iter();
        Ok(Self {
            scenario: scenario.id.clone(),
            seat: seat_of(scenario, setup),
            seed: setup.seed,
            length: game.journal.length.clone(),
            style: game.journal.style.clone(),
            room: game.journal.room.clone(),
            steps: steps.map(|step| named(scenario, step)).collect(),
            expect: expected(game),
        })
    }
}

/// Id of the seat; `None` for the first seat, which is the default.
fn seat_of(scenario: &Scenario, setup: &Setup) -> Option<String> {
    (!setup.seat.is_first()).then(|| scenario.seat(setup.seat).id.clone())
}

/// The report as a named deal, if it matches one.
fn named(scenario: &Scenario, step: &Step) -> Step {
    let Step::Package(_) = step else {
        return step.clone();
    };
    let reported = step.command(scenario).ok();
    let same = scenario.deals.iter().find(|deal| {
        let named = Step::Report(deal.id.clone());
        reported.is_some() && named.command(scenario).ok() == reported
    });
    same.map_or_else(|| step.clone(), |deal| Step::Report(deal.id.clone()))
}

fn expected(game: &Game) -> Vec<Expect> {
    let scenario = game.session.scenario();
    let heard = heard(game).into_iter();
    let mut expected: Vec<Expect> =
        heard.map(|(after, given)| Expect::Heard { after, given: ids(scenario, &given) }).collect();
    let cards = shown_ids(game);
    if !cards.is_empty() {
        expected.push(Expect::Shown(cards));
    }
    expected.extend(outcome(game));
    expected
}
