//! Plays every recorded game of a scenario again, and rewrites its expectations if the author accepts the new outcome.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use crate::negotiation::script::{self, Expect, Play};
use crate::ports::{Storage, StorageError};
use crate::scenario::diagnostic::Located;
use crate::scenario::limits::FILE_BYTES;
use crate::scenario::{Scenario, single};

use super::{Correction, PLAYTHROUGHS, Played, corrected, expectation, filled};

/// The result of testing one recorded game.
#[derive(Debug, Serialize)]
pub struct Tested {
    pub file: String,
    /// Whether every expectation was met.
    pub ok: bool,
    pub statements: u32,
    /// Number of its expectations.
    pub expects: usize,
    /// The faults, one sentence each.
    pub faults: Vec<String>,
    /// Whether its expectations were rewritten to the new outcome.
    pub blessed: bool,
    #[serde(skip)]
    played: Option<(Play, Played)>,
}

/// The result of accepting a game's new outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blessing {
    /// There was nothing to accept, or a step is no longer on offer, which can't be accepted.
    Unchanged,
    /// Rewriting the expectations would change something else in the file, so the author has to edit it.
    ByHand,
    /// The file was rewritten. Each change is an expectation before and after.
    Rewritten { path: PathBuf, changes: Vec<(Option<String>, Option<String>)> },
}

/// Why a file could not be rewritten.
#[derive(Debug, thiserror::Error)]
pub enum BlessError {
    #[error("{0} changed while it was tested; nothing was written")]
    Changed(String),
    #[error("{} is a link to {}, which is outside the scenario's folder; nothing was written", path.display(), real.display())]
    Outside { path: PathBuf, real: PathBuf },
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Tested {
    /// Whether the game could be started.
    pub const fn is_playable(&self) -> bool {
        self.played.is_some()
    }
}

/// Plays and checks every recorded game of a scenario.
pub fn test(scenario: &Arc<Scenario>) -> Vec<Tested> {
    let games = scenario.playthroughs.iter();
    games.map(|(name, text)| one(scenario, name, text)).collect()
}

fn one(scenario: &Arc<Scenario>, name: &str, text: &str) -> Tested {
    let faulty = |fault: String| Tested {
        file: name.to_owned(),
        ok: false,
        statements: 0,
        expects: 0,
        faults: vec![fault],
        blessed: false,
        played: None,
    };
    let play: Play = match single::read(name, text, script::FORMAT) {
        Ok(play) => play,
        Err(fault) => return faulty(located(&fault)),
    };
    let played = match super::play(scenario, &play) {
        Ok(played) => played,
        Err(error) => return faulty(error.to_string()),
    };
    let stopped = played.stopped.iter().map(|stopped| stopped.to_string());
    let unmet = played.unmet.iter().map(|unmet| unmet.message.clone());
    Tested {
        file: name.to_owned(),
        ok: played.is_as_recorded(),
        statements: played.game.session.state().statements,
        expects: play.expect.len(),
        faults: stopped.chain(unmet).collect(),
        blessed: false,
        played: Some((play, played)),
    }
}

fn located(fault: &Located) -> String {
    let Located { file, line, column, .. } = fault;
    format!("{PLAYTHROUGHS}/{file}:{line}:{column}: {}", fault.sentence())
}

/// Rewrites a game's expectations to match the new outcome. A step that is no longer on offer can't be accepted.
///
/// # Errors
/// Returns an error if the file has changed since it was read, or can't be written.
pub fn bless(
    storage: &dyn Storage,
    scenario: &Arc<Scenario>,
    folder: &Path,
    game: &mut Tested,
) -> Result<Blessing, BlessError> {
    let Some((play, played)) = game.played.as_ref().filter(|(_, played)| played.stopped.is_none()) else {
        return Ok(Blessing::Unchanged);
    };
    if game.ok && !play.expect.is_empty() {
        return Ok(Blessing::Unchanged);
    }
    let Some((_, text)) = scenario.playthroughs.iter().find(|(name, _)| *name == game.file) else {
        return Ok(Blessing::Unchanged);
    };
    let (new, changes) = if play.expect.is_empty() {
        let came = Play::of(&played.game).map(|came| came.expect).unwrap_or_default();
        (filled(text, &came), came.iter().map(|expect| (None, Some(expectation(expect)))).collect())
    } else {
        let corrections: Vec<Correction> = played.unmet.iter().map(|unmet| unmet.correction.clone()).collect();
        (corrected(text, &corrections), corrections.iter().map(|correction| change(&play.expect, correction)).collect())
    };
    let Some(new) = new.filter(|new| one(scenario, &game.file, new).ok) else {
        return Ok(Blessing::ByHand);
    };
    let path = folder.join(PLAYTHROUGHS).join(&game.file);
    // A scenario from someone else may have a link to any file of its reader.
    let real = storage.real(&path)?;
    if !real.starts_with(storage.real(folder)?) {
        return Err(BlessError::Outside { path, real });
    }
    rewrite(storage, &path, text, &new)?;
    game.blessed = true;
    Ok(Blessing::Rewritten { path, changes })
}

/// An expectation before and after a correction.
fn change(expected: &[Expect], correction: &Correction) -> (Option<String>, Option<String>) {
    let (old, new) = match correction {
        Correction::Replace(at, new) => (expected.get(*at), Some(new)),
        Correction::Remove(at) => (expected.get(*at), None),
        Correction::Insert(_, new) => (None, Some(new)),
    };
    (old.map(expectation), new.map(expectation))
}

/// Writes the file, unless it has changed since it was read.
fn rewrite(storage: &dyn Storage, path: &Path, read: &str, new: &str) -> Result<(), BlessError> {
    let now = storage.read_text(path, FILE_BYTES as u64)?;
    let (mark, now) = match now.strip_prefix('\u{feff}') {
        Some(now) => ("\u{feff}", now),
        None => ("", now.as_str()),
    };
    if now != read {
        return Err(BlessError::Changed(path.display().to_string()));
    }
    Ok(storage.rewrite(&[(path.to_owned(), format!("{mark}{new}").into_bytes())])?)
}
