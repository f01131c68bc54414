//! Saved games, as plain files in a folder that people can find. Files are written atomically.

mod drafted;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::negotiation::journal::{Journal, MAX_BYTES, ReadError};
use crate::ports::{Kind, Ports, Storage, StorageError, WriteMode};
use crate::scenario::format::Newer;

pub use drafted::Drafted;

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
}

/// Folder for saved games, inside the game's own folder.
const SAVES: &str = "saves";

/// Most entries of the folder that are read.
const MOST: usize = 100_000;

/// The folder with the saved games.
#[derive(Debug, Clone)]
pub struct Saves {
    storage: Arc<dyn Storage>,
    folder: Option<PathBuf>,
}

impl Saves {
    /// The saved games in the game's own folder.
    pub fn new(ports: &Ports) -> Self {
        let folder = ports.data_folder.as_ref().map(|data| data.join(SAVES));
        Self { storage: Arc::clone(&ports.storage), folder }
    }

    /// The saved games in another folder.
    pub fn in_folder(ports: &Ports, folder: &Path) -> Self {
        Self { storage: Arc::clone(&ports.storage), folder: Some(folder.to_owned()) }
    }

    /// The folder. It may not exist yet.
    ///
    /// # Errors
    /// Returns an error if the platform has no data folder.
    pub fn folder(&self) -> Result<&Path, SaveError> {
        self.folder.as_deref().ok_or(SaveError::NoFolder)
    }

    /// A new file with the next free number.
    ///
    /// # Errors
    /// Returns an error if there is no folder and none can be created.
    pub fn fresh(&self, scenario: &str) -> Result<Store, SaveError> {
        let folder = self.folder()?;
        self.storage.create_folder(folder)?;
        let mut paths = (1..100_000).map(|number| folder.join(format!("{scenario}-{number:03}.ron")));
        let path = paths.find(|path| !self.storage.exists(path)).ok_or(SaveError::NoFolder)?;
        Ok(Store { storage: Arc::clone(&self.storage), path, known: None })
    }

    /// A file chosen by the user. If it exists it is read, so that its game can be resumed.
    ///
    /// # Errors
    /// Returns an error if the file exists but is not a saved game.
    pub fn at(&self, path: &Path) -> Result<Store, SaveError> {
        let exists = self.storage.exists(path);
        let known = exists.then(|| read(self.storage.as_ref(), path)).transpose()?;
        Ok(Store { storage: Arc::clone(&self.storage), path: path.to_owned(), known })
    }

    /// Every saved game of a scenario, the most recent first.
    pub fn games_of(&self, scenario: &str) -> Vec<PathBuf> {
        let Some(folder) = &self.folder else { return Vec::new() };
        let entries = self.storage.list(folder, MOST).unwrap_or_default();
        let named = entries.into_iter().filter(|entry| is_game_of(&entry.name(), scenario));
        let mut games: Vec<_> = named
            .filter(|entry| !is_of_another(self.storage.as_ref(), &entry.path, scenario))
            .filter_map(|entry| Some((entry.info.modified?, entry.path)))
            .collect();
        games.sort();
        games.into_iter().rev().map(|(_, path)| path).collect()
    }

    /// The most recently saved game of a scenario.
    ///
    /// # Errors
    /// Returns an error if that file is not a saved game, or the platform has no data folder.
    pub fn last(&self, scenario: &str) -> Result<Option<Store>, SaveError> {
        self.folder()?;
        self.games_of(scenario).first().map(|path| self.at(path)).transpose()
    }

    /// Writes a debrief page next to its game, or in the folder, under a free name. Returns the file.
    ///
    /// # Errors
    /// Returns an error if there is no folder, or the platform refuses.
    pub fn write_debrief(&self, game: Option<&Store>, page: &str) -> Result<PathBuf, SaveError> {
        let (folder, stem) = match game {
            Some(game) => (game.path.parent().unwrap_or(Path::new("")), game.stem()),
            None => (self.folder()?, "debrief".to_owned()),
        };
        self.storage.create_folder(folder)?;
        let path = free(self.storage.as_ref(), folder, &format!("{stem}-debrief"), "-", "html");
        self.storage.write(&path, page.as_bytes(), WriteMode::Shared)?;
        Ok(path)
    }
}

/// The file that a game is saved in.
#[derive(Debug, Clone)]
pub struct Store {
    storage: Arc<dyn Storage>,
    path: PathBuf,
    /// What this program last wrote or read there, so that it never overwrites someone else's changes.
    known: Option<Journal>,
}

impl Store {
    /// Path of the file, which may not exist yet.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The content that this program last wrote or read.
    pub const fn known(&self) -> Option<&Journal> {
        self.known.as_ref()
    }

    /// Whether the file has been written.
    pub fn exists(&self) -> bool {
        self.storage.exists(&self.path)
    }

    /// A new file in the same folder, for a branch of the game.
    pub fn beside(&self) -> Self {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let path = free(self.storage.as_ref(), folder, &format!("{}-fork", self.stem()), "", "ron");
        Self { storage: Arc::clone(&self.storage), path, known: None }
    }

    fn stem(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Saves a game atomically.
    ///
    /// # Errors
    /// Returns an error if someone else changed the file since this program last read or wrote it, or the platform
    /// refuses.
    pub fn save(&mut self, journal: &Journal) -> Result<(), SaveError> {
        if self.exists() && self.known.as_ref() != Some(&read(self.storage.as_ref(), &self.path)?) {
            return Err(SaveError::OtherGame(self.path.display().to_string()));
        }
        let text = journal.print()?;
        // The folder may have gone since then, for instance with a memory stick that was pulled out.
        if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            self.storage.create_folder(folder)?;
        }
        self.storage.write(&self.path, text.as_bytes(), WriteMode::Private)?;
        self.known = Some(journal.with_claims());
        Ok(())
    }

    /// The draft saved when the game was last played; `None` if there is none.
    ///
    /// # Errors
    /// Returns an error if the file exists but can't be parsed.
    pub fn read_draft(&self) -> Result<Option<Drafted>, SaveError> {
        Drafted::read(self.storage.as_ref(), &self.draft_path())
    }

    /// Saves the draft, or removes the file if the draft is empty.
    ///
    /// # Errors
    /// Returns an error if the platform refuses, or if a file that can't be parsed is in the way. It may be someone
    /// else's, so it is left alone.
    pub fn save_draft(&self, drafted: &Drafted) -> Result<(), SaveError> {
        drafted.save(self.storage.as_ref(), &self.draft_path())
    }

    /// The draft's path: `moscow-1955-001.draft.ron` for `moscow-1955-001.ron`.
    fn draft_path(&self) -> PathBuf {
        self.path.with_extension("draft.ron")
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

/// Whether a file is named like a game of a scenario: `mine-001.ron` and `mine-001-fork2.ron` are games of `mine`, but
/// `mine-2-001.ron` is a game of `mine-2`.
fn is_game_of(file: &str, scenario: &str) -> bool {
    let rest = file.strip_prefix(scenario).and_then(|rest| rest.strip_prefix('-'));
    let Some(rest) = rest.and_then(|rest| rest.strip_suffix(".ron")) else {
        return false;
    };
    let (number, branch) = rest.split_once('-').unwrap_or((rest, "fork"));
    number.len() >= 3 && number.bytes().all(|b| b.is_ascii_digit()) && branch.starts_with("fork")
}
