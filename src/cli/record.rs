//! `keep`: makes a recorded game of a journal, for `test` to play again.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::language::Catalogue;
use crate::library::recorded::{KeepError, print};
use crate::library::saves::{self, SaveError};
use crate::negotiation::journal::{Game, Journal};
use crate::negotiation::script::Play;
use crate::view::resumed;
use crate::view::wording::Wording;

use super::args::KeepArgs;
use super::{FAULTY, Failure, OK};
use crate::library::open;

/// Name of the folder for recorded games in a scenario.
pub const PLAYTHROUGHS: &str = "playthroughs";

/// Why a game cannot be kept as a recorded game.
#[derive(Debug, thiserror::Error)]
pub enum KeepFailure {
    /// No recorded game can be made of it.
    #[error(transparent)]
    Game(#[from] KeepError),
    /// Its name cannot be that of a file everywhere.
    #[error("\"{0}\" cannot be the name of a recorded game: use letters, digits, _ and -")]
    Name(String),
    /// The file cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// It cannot be put into words.
    #[error("the recorded game could not be written: {0}")]
    Print(#[from] ron::Error),
}

/// Keeps a game as a recorded game in a folder, which is made where it is missing, under a name with or without `.ron`. Returns
/// the file. Nothing is ever overwritten.
///
/// # Errors
/// When no recorded game can be made of it, or the file is there or cannot be written.
pub fn keep_in(folder: &Path, name: &str, game: &Game, of: &str) -> Result<PathBuf, KeepFailure> {
    let stem = name.strip_suffix(".ron").unwrap_or(name);
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if stem.is_empty() || !stem.chars().all(plain) {
        return Err(KeepFailure::Name(name.to_owned()));
    }
    let remarks = [
        format!("Kept from {of}. What is expected stands below: ids and outcomes, no words."),
        "`we-can-wait test` plays it again; with --bless it takes over what comes then.".to_owned(),
    ];
    let text = print(&Play::of(game)?, &remarks)?;
    if !folder.is_dir() {
        fs::create_dir(folder).map_err(|error| SaveError::Io { path: folder.display().to_string(), error })?;
    }
    let path = folder.join(format!("{stem}.ron"));
    saves::write_new(&path, &text)?;
    Ok(path)
}

/// A free name for a recorded game in a folder: the wanted one, or with the next number.
pub fn free_name(folder: &Path, wanted: &str) -> String {
    let free = |name: &String| !folder.join(format!("{name}.ron")).exists();
    let numbered = (2..10_000).map(|number| format!("{wanted}-{number}"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    names.find(free).unwrap_or_else(|| wanted.to_owned())
}

/// Keeps. Returns 1 when the journal no longer plays to its end.
///
/// # Errors
/// When the journal or the scenario cannot be read, or the file is there already.
pub fn run(args: &KeepArgs, out: &mut dyn Write) -> Result<u8, Failure> {
    let journal: Journal = saves::read(&args.journal)?;
    let name = args.scenario.as_deref().unwrap_or(&journal.scenario);
    let place = open::find(name)?;
    let scenario = open::scenario(name)?;
    let file = args.journal.display();
    let replayed =
        journal.replay(&scenario).map_err(|error| Failure::Told(format!("{file} cannot be replayed: {error}")))?;
    let catalogue = Catalogue::load("en")?;
    for told in resumed::changes(Wording::new(&catalogue, &scenario), &replayed) {
        for line in textwrap::wrap(&told, 80) {
            writeln!(out, "{line}")?;
        }
    }
    if replayed.stopped.is_some() {
        writeln!(out, "Nothing was kept: a recorded game has to be played to its last step.")?;
        return Ok(FAULTY);
    }
    let stem = args.journal.file_stem().map(|stem| stem.to_string_lossy());
    let stem = stem.unwrap_or_default().into_owned();
    let of = args.journal.file_name().map(|name| name.to_string_lossy());
    let of = of.unwrap_or_default().into_owned();
    let (folder, wanted) = match (place.folder(), &args.as_name) {
        (Some(folder), name) => (folder.join(PLAYTHROUGHS), name.clone().unwrap_or(stem)),
        // What the program carries has no folder: the file goes where its name says.
        (None, Some(name)) => {
            let path = Path::new(name);
            let folder = path.parent().unwrap_or(Path::new("")).to_owned();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            (folder, name.unwrap_or_default())
        }
        (None, None) => {
            let told = format!("{name} is carried by the program, so the file has to be named: add --as FILE.ron");
            return Err(Failure::Told(told));
        }
    };
    let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    let kept = keep_in(&folder, &wanted, &replayed.game, &of);
    let path = kept.map_err(|error| Failure::Told(error.to_string()))?;
    let path = path.strip_prefix(".").unwrap_or(&path).display();
    writeln!(out, "kept as {path}")?;
    if place.folder().is_some() {
        writeln!(out, "`we-can-wait test {name}` plays it again")?;
    } else {
        writeln!(out, "`we-can-wait play {name} --script {path}` plays it again")?;
    }
    Ok(OK)
}
