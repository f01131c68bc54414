//! Saved games, as plain files in a folder that people can find. Files are written atomically.

mod drafted;
mod played;
mod store;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::negotiation::journal::{Journal, MAX_BYTES, ReadError};
use crate::ports::{Kind, Ports, Storage, StorageError, WriteMode};
use crate::scenario::format::Newer;

use played::{Played, numbers};
use store::Naming;

pub use drafted::Drafted;
pub use store::{Store, read_draft};

/// Why a game could not be saved or read.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    #[error("this machine names no folder for a person's data; name a file with --journal")]
    NoFolder,
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("{path} is not a saved game: {error}")]
    NotAJournal { path: String, error: ReadError },
    #[error("{path} is not an unfinished statement: {because}")]
    NotADraft { path: String, because: String },
    #[error("{path} {error}")]
    Newer { path: String, error: Newer },
    #[error("the game could not be turned into text: {0}")]
    Print(#[from] ron::Error),
    /// The file has changed since this program read or wrote it.
    #[error("{0} holds another game; nothing was overwritten")]
    OtherGame(String),
    #[error("{0} is open in another program; close it there first")]
    InUse(String),
}

/// Folder for saved games, inside the game's own folder.
const SAVES: &str = "saves";

/// Most entries of the folder that are read.
const MOST: usize = 100_000;

/// Age from which a temporary file or lock file counts as left behind.
const LEFT_BEHIND: Duration = Duration::from_secs(60 * 60);

/// The folder with the saved games.
#[derive(Debug, Clone)]
pub struct Saves {
    storage: Arc<dyn Storage>,
    folder: Option<PathBuf>,
    /// `None` in any folder other than the game's own.
    played: Option<Played>,
}

/// A saved game to resume.
#[derive(Debug)]
pub struct Resumed {
    pub store: Store,
    pub journal: Journal,
    /// Whether another program has the game open. `store` is then a new file, which the first save creates.
    pub is_copy: bool,
}

impl Saves {
    /// The saved games in the game's own folder.
    pub fn new(ports: &Ports) -> Self {
        let folder = ports.data_folder.as_ref().map(|data| data.join(SAVES));
        let played = ports.data_folder.as_deref().map(Played::in_data);
        Self { storage: Arc::clone(&ports.storage), folder, played }
    }

    /// The saved games in another folder.
    pub fn in_folder(ports: &Ports, folder: &Path) -> Self {
        Self { storage: Arc::clone(&ports.storage), folder: Some(folder.to_owned()), played: None }
    }

    /// Removes temporary files and lock files that killed programs left behind in the game's own folder.
    pub fn tidy(ports: &Ports) {
        if let Some(data) = &ports.data_folder {
            ports.storage.tidy(data, LEFT_BEHIND);
            ports.storage.tidy(&data.join(SAVES), LEFT_BEHIND);
        }
    }

    /// The folder. It may not exist yet.
    ///
    /// # Errors
    /// Returns an error if the platform has no data folder.
    pub fn folder(&self) -> Result<&Path, SaveError> {
        self.folder.as_deref().ok_or(SaveError::NoFolder)
    }

    /// A file for a new game. The first save gives it the next free number.
    ///
    /// # Errors
    /// Returns an error if there is no folder and none can be created.
    pub fn fresh(&self, scenario: &str) -> Result<Store, SaveError> {
        let folder = self.folder()?;
        self.storage.create_folder(folder)?;
        let naming = Naming::Numbered { folder: folder.to_owned(), scenario: scenario.to_owned() };
        Ok(Store::new(Arc::clone(&self.storage), naming, self.played.clone()))
    }

    /// A file chosen by the user, for a new game.
    ///
    /// # Errors
    /// Returns an error if the file exists.
    pub fn named(&self, path: &Path) -> Result<Store, SaveError> {
        if self.storage.exists(path) {
            read(self.storage.as_ref(), path)?;
            return Err(SaveError::OtherGame(path.display().to_string()));
        }
        Ok(Store::new(Arc::clone(&self.storage), Naming::Exactly(path.to_owned()), self.played_in(path)))
    }

    /// Opens a saved game and locks it. If another program has it open, the game continues in a new file, so that
    /// neither program overwrites the other's game. `open` is the file that this program already has open, if any.
    ///
    /// # Errors
    /// Returns an error if there is no such file, or it is not a saved game.
    pub fn resume(&self, path: &Path, open: Option<&Store>) -> Result<Resumed, SaveError> {
        let mut store = Store::new(Arc::clone(&self.storage), Naming::Exactly(path.to_owned()), self.played_in(path));
        let same = open.filter(|open| self.storage.absolute(open.path()) == self.storage.absolute(path));
        let is_free = same.is_some_and(|open| store.share_lock(open)) || store.lock();
        // Lock first, then read: afterwards no other program changes the file.
        let journal = read(self.storage.as_ref(), path)?;
        if is_free {
            store.set_known(&journal);
            return Ok(Resumed { store, journal, is_copy: false });
        }
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let naming = Naming::Numbered { folder, scenario: journal.scenario.clone() };
        let store = Store::new(Arc::clone(&self.storage), naming, self.played_in(path));
        Ok(Resumed { store, journal, is_copy: true })
    }

    /// The list of played games, if the file is in the folder of saved games.
    fn played_in(&self, path: &Path) -> Option<Played> {
        let parent = path.parent().map(|parent| self.storage.absolute(parent));
        let folder = self.folder.as_ref().map(|folder| self.storage.absolute(folder));
        self.played.clone().filter(|_| parent == folder)
    }

    /// Every saved game of a scenario, the last played first. Games missing from the list of played games follow, the
    /// highest number first.
    pub fn games_of(&self, scenario: &str) -> Vec<PathBuf> {
        let Some(folder) = &self.folder else { return Vec::new() };
        let entries = self.storage.list(folder, MOST).unwrap_or_default();
        let played = self.played.as_ref().map_or_else(Vec::new, |played| played.names(self.storage.as_ref()));
        let played: BTreeMap<&str, usize> = played.iter().map(String::as_str).zip(0..).collect();
        let mut games: Vec<_> = entries
            .into_iter()
            .filter_map(|entry| {
                let name = entry.name();
                let numbers = numbers(&name, scenario)?;
                let place = played.get(name.as_str()).copied().unwrap_or(usize::MAX);
                Some((place, Reverse(numbers), entry.path))
            })
            .filter(|(_, _, path)| !is_of_another(self.storage.as_ref(), path, scenario))
            .collect();
        games.sort();
        games.into_iter().map(|(_, _, path)| path).collect()
    }

    /// Writes a debrief page next to its game, or in the folder, under a free name. Returns the file.
    ///
    /// # Errors
    /// Returns an error if there is no folder, or the platform refuses.
    pub fn write_debrief(&self, game: Option<&Store>, page: &str) -> Result<PathBuf, SaveError> {
        let (folder, stem) = match game {
            Some(game) => (game.path().parent().unwrap_or(Path::new("")), game.stem()),
            None => (self.folder()?, "debrief".to_owned()),
        };
        self.storage.create_folder(folder)?;
        let path = free(self.storage.as_ref(), folder, &format!("{stem}-debrief"), "-", "html");
        self.storage.write(&path, page.as_bytes(), WriteMode::Shared)?;
        Ok(path)
    }
}

/// A free path: the stem itself, or with a number from 2 on.
fn free(storage: &dyn Storage, folder: &Path, stem: &str, before_number: &str, extension: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.{extension}"));
    let numbered = (2..100_000).map(|number| folder.join(format!("{stem}{before_number}{number}.{extension}")));
    let mut paths = std::iter::once(first.clone()).chain(numbered);
    paths.find(|path| !storage.exists(path)).unwrap_or(first)
}

/// Reads a saved game.
///
/// # Errors
/// Returns an error if there is no file, or it is not a saved game.
pub fn read(storage: &dyn Storage, path: &Path) -> Result<Journal, SaveError> {
    let not_a_journal = |error| SaveError::NotAJournal { path: path.display().to_string(), error };
    // Check the size first, so that the error can name it.
    if let Some(info) = storage.info(path)?
        && info.kind == Kind::File
        && let Ok(length) = usize::try_from(info.length)
        && length > MAX_BYTES
    {
        return Err(not_a_journal(ReadError::TooLarge(length)));
    }
    let text = storage.read_text(path, MAX_BYTES as u64).map_err(|error| match error.kind() {
        ErrorKind::InvalidData => {
            not_a_journal(ReadError::NotAJournal { line: 1, column: 1, what: error.cause.to_string() })
        }
        _ => SaveError::Storage(error),
    })?;
    Journal::parse(&text).map_err(|error| match error {
        ReadError::Newer(error) => SaveError::Newer { path: path.display().to_string(), error },
        error => not_a_journal(error),
    })
}

/// Whether a journal's first lines name another scenario. One scenario's name may be the start of another's. A file
/// that names none is still listed, so that its fault can be shown.
fn is_of_another(storage: &dyn Storage, path: &Path, scenario: &str) -> bool {
    let Ok(head) = storage.read_start(path, 512) else { return false };
    let head = String::from_utf8_lossy(&head);
    let named = head.split_once("scenario: \"").and_then(|(_, rest)| rest.split_once('"'));
    named.is_some_and(|(named, _)| named != scenario)
}
