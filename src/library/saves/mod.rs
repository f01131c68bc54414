//! Saved games: plain files in a folder that people can find, written whole or not at all.

mod drafted;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::negotiation::journal::{Journal, MAX_BYTES, ReadError};
use crate::ports::{Kind, Ports, Storage, StorageError, WriteMode};

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
    #[error("the game could not be turned into text: {0}")]
    Print(#[from] ron::Error),
    /// The file changed since this program read or wrote it.
    #[error("{0} holds another game; nothing was overwritten")]
    OtherGame(String),
}

/// Name of the folder for saved games in the game's own folder.
const SAVES: &str = "saves";

/// Most files of the folder that are looked at.
const MOST: usize = 100_000;

/// The folder with the saved games.
#[derive(Debug, Clone)]
pub struct Saves {
    storage: Arc<dyn Storage>,
    folder: Option<PathBuf>,
}

impl Saves {
    /// The saved games behind these ports.
    pub fn new(ports: &Ports) -> Self {
        let folder = ports.data_folder.as_ref().map(|data| data.join(SAVES));
        Self { storage: Arc::clone(&ports.storage), folder }
    }

    /// Saved games in another folder.
    pub fn in_folder(ports: &Ports, folder: &Path) -> Self {
        Self { storage: Arc::clone(&ports.storage), folder: Some(folder.to_owned()) }
    }

    /// The folder. It need not exist yet.
    ///
    /// # Errors
    /// When the platform names no folder for data.
    pub fn folder(&self) -> Result<&Path, SaveError> {
        self.folder.as_deref().ok_or(SaveError::NoFolder)
    }

    /// A new file with the next free number.
    ///
    /// # Errors
    /// When there is no folder and none can be made.
    pub fn fresh(&self, scenario: &str) -> Result<Store, SaveError> {
        let folder = self.folder()?;
        self.storage.create_folder(folder)?;
        let mut paths = (1..100_000).map(|number| folder.join(format!("{scenario}-{number:03}.ron")));
        let path = paths.find(|path| !self.storage.exists(path)).ok_or(SaveError::NoFolder)?;
        Ok(Store { storage: Arc::clone(&self.storage), path, known: None })
    }

    /// A file that a person named. If it exists it is read, so that its game can be resumed.
    ///
    /// # Errors
    /// When it exists and is not a saved game.
    pub fn at(&self, path: &Path) -> Result<Store, SaveError> {
        let exists = self.storage.exists(path);
        let known = exists.then(|| read(self.storage.as_ref(), path)).transpose()?;
        Ok(Store { storage: Arc::clone(&self.storage), path: path.to_owned(), known })
    }

    /// Every game of a scenario, the last one saved first.
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

    /// The game of a scenario that was saved last.
    ///
    /// # Errors
    /// When that file is not a saved game, or the platform names no folder for data.
    pub fn last(&self, scenario: &str) -> Result<Option<Store>, SaveError> {
        self.folder()?;
        self.games_of(scenario).first().map(|path| self.at(path)).transpose()
    }

    /// Writes the page of a debrief next to its game, or into the folder, under a free name. Returns the file.
    ///
    /// # Errors
    /// When there is no folder, or the platform refuses.
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
    /// What was last written or read there, so that another program's file is never overwritten.
    known: Option<Journal>,
}

impl Store {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it was last known to hold.
    pub const fn known(&self) -> Option<&Journal> {
        self.known.as_ref()
    }

    /// Whether the file exists.
    pub fn exists(&self) -> bool {
        self.storage.exists(&self.path)
    }

    /// Another file in the same folder, for a branch.
    pub fn beside(&self) -> Self {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let path = free(self.storage.as_ref(), folder, &format!("{}-fork", self.stem()), "", "ron");
        Self { storage: Arc::clone(&self.storage), path, known: None }
    }

    fn stem(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Saves a game, whole or not at all.
    ///
    /// # Errors
    /// When the file was changed by someone else since it was last read or written here, or the platform refuses.
    pub fn save(&mut self, journal: &Journal) -> Result<(), SaveError> {
        if self.exists() && self.known.as_ref() != Some(&read(self.storage.as_ref(), &self.path)?) {
            return Err(SaveError::OtherGame(self.path.display().to_string()));
        }
        let text = journal.print()?;
        // The folder may be gone since: a stick that was pulled out and put back, a folder that was tidied away.
        if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            self.storage.create_folder(folder)?;
        }
        self.storage.write(&self.path, text.as_bytes(), WriteMode::Private)?;
        self.known = Some(journal.clone());
        Ok(())
    }

    /// What was not yet said when the game was last played; `None` where there is nothing.
    ///
    /// # Errors
    /// When the file exists and cannot be understood.
    pub fn read_draft(&self) -> Result<Option<Drafted>, SaveError> {
        Drafted::read(self.storage.as_ref(), &self.draft_path())
    }

    /// Saves what is not yet said; where that is nothing the file is removed.
    ///
    /// # Errors
    /// When the platform refuses, or a file is there that cannot be understood: it is someone's, and stays.
    pub fn save_draft(&self, drafted: &Drafted) -> Result<(), SaveError> {
        drafted.save(self.storage.as_ref(), &self.draft_path())
    }

    /// `moscow-1955-001.draft.ron` for `moscow-1955-001.ron`.
    fn draft_path(&self) -> PathBuf {
        self.path.with_extension("draft.ron")
    }
}

/// A free path for a file: the stem itself, or with a number from 2 on after it.
fn free(storage: &dyn Storage, folder: &Path, stem: &str, before_number: &str, extension: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.{extension}"));
    let numbered = (2..100_000).map(|number| folder.join(format!("{stem}{before_number}{number}.{extension}")));
    let mut paths = std::iter::once(first.clone()).chain(numbered);
    paths.find(|path| !storage.exists(path)).unwrap_or(first)
}

/// Reads a saved game.
///
/// # Errors
/// When there is none, or the file is not a saved game.
pub fn read(storage: &dyn Storage, path: &Path) -> Result<Journal, SaveError> {
    let not_a_journal = |error| SaveError::NotAJournal { path: path.display().to_string(), error };
    // Asked first, so that an error can name the length.
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
    Journal::parse(&text).map_err(not_a_journal)
}

/// Whether a journal says in its first lines that it is of another scenario: one's name may begin like the other's. A file that
/// says nothing is listed, so that what is wrong with it can be shown.
fn is_of_another(storage: &dyn Storage, path: &Path, scenario: &str) -> bool {
    let Ok(head) = storage.read_start(path, 512) else { return false };
    let head = String::from_utf8_lossy(&head);
    let named = head.split_once("scenario: \"").and_then(|(_, rest)| rest.split_once('"'));
    named.is_some_and(|(named, _)| named != scenario)
}

/// Whether a file is named as a game of a scenario: `mine-001.ron`, `mine-001-fork2.ron`, and not `mine-2-001.ron`, which is one
/// of another.
fn is_game_of(file: &str, scenario: &str) -> bool {
    let rest = file.strip_prefix(scenario).and_then(|rest| rest.strip_prefix('-'));
    let Some(rest) = rest.and_then(|rest| rest.strip_suffix(".ron")) else {
        return false;
    };
    let (number, branch) = rest.split_once('-').unwrap_or((rest, "fork"));
    number.len() >= 3 && number.bytes().all(|b| b.is_ascii_digit()) && branch.starts_with("fork")
}
