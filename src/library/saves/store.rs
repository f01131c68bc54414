//! The file that a game is saved in. It is locked while the game is open.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::negotiation::journal::Journal;
use crate::ports::{Lock, Storage, WriteMode};

use super::played::{Played, numbers};
use super::{Drafted, MOST, SaveError, read};

/// How a file is named.
#[derive(Debug, Clone)]
pub(super) enum Naming {
    /// By this path: the user chose it, or the file exists already.
    Exactly(PathBuf),
    /// By the next number of the scenario that is free when the game is first saved.
    Numbered { folder: PathBuf, scenario: String },
    /// By the stem, or the stem and a number from 2 on, whichever is free when the game is first saved.
    Branch { folder: PathBuf, stem: String },
}

/// The file that a game is saved in. The first save creates and locks it. Clones share the lock, which lasts until the
/// last of them is dropped.
#[derive(Debug, Clone)]
pub struct Store {
    storage: Arc<dyn Storage>,
    naming: Naming,
    /// Before the first save, the path that was free when this was made.
    path: PathBuf,
    /// What this program last wrote or read there, so that it never overwrites someone else's changes. `None` before the
    /// first save.
    known: Option<Journal>,
    /// `None` before the first save, or if the platform can't lock files in this folder.
    lock: Option<Arc<dyn Lock>>,
    played: Option<Played>,
}

impl Store {
    pub(super) fn new(storage: Arc<dyn Storage>, naming: Naming, played: Option<Played>) -> Self {
        let path = candidates(storage.as_ref(), &naming).find(|path| !storage.exists(path)).unwrap_or_default();
        let path = if let Naming::Exactly(path) = &naming { path.clone() } else { path };
        Self { storage, naming, path, known: None, lock: None, played }
    }

    /// Path of the file. It may change with the first save, if another program takes the name first.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The content that this program last wrote or read; `None` before the first save.
    pub const fn known(&self) -> Option<&Journal> {
        self.known.as_ref()
    }

    /// Whether this program has saved or read the file, and the file is still there.
    pub fn exists(&self) -> bool {
        self.known.is_some() && self.storage.exists(&self.path)
    }

    pub(super) fn set_known(&mut self, journal: &Journal) {
        self.known = Some(journal.clone());
    }

    /// Locks the file. Returns `false` if another program has it open. If the platform can't lock files here, returns
    /// `true`; then only the check before each save protects other programs' games.
    pub(super) fn lock(&mut self) -> bool {
        match self.storage.lock(&self.path) {
            Ok(None) => false,
            Ok(lock) => {
                self.lock = lock;
                true
            }
            Err(_) => true,
        }
    }

    /// Shares the lock that this program already has on the same file. Returns `false` if it has none.
    pub(super) fn share_lock(&mut self, open: &Self) -> bool {
        self.lock.clone_from(&open.lock);
        self.lock.is_some()
    }

    /// A new file in the same folder, for a branch of the game.
    pub fn beside(&self) -> Self {
        let folder = self.path.parent().unwrap_or(Path::new("")).to_owned();
        let naming = Naming::Branch { folder, stem: format!("{}-fork", self.stem()) };
        Self::new(Arc::clone(&self.storage), naming, self.played.clone())
    }

    pub(super) fn stem(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Saves a game atomically. The first save creates the file and never replaces one.
    ///
    /// # Errors
    /// Returns an error if someone else changed the file since this program last read or wrote it, or the platform
    /// refuses.
    pub fn save(&mut self, journal: &Journal) -> Result<(), SaveError> {
        let text = journal.print()?;
        match &self.known {
            None => self.save_first(&text)?,
            Some(known) => {
                let is_there = self.storage.exists(&self.path);
                if is_there && *known != read(self.storage.as_ref(), &self.path)? {
                    return Err(self.other_game());
                }
                self.create_folder()?;
                self.put_first();
                // If the file is gone, another program may create one at the same moment.
                let mode = if is_there { WriteMode::Private } else { WriteMode::New };
                self.storage.write(&self.path, text.as_bytes(), mode)?;
            }
        }
        self.known = Some(journal.with_claims());
        Ok(())
    }

    fn save_first(&mut self, text: &str) -> Result<(), SaveError> {
        self.create_folder()?;
        for path in candidates(self.storage.as_ref(), &self.naming) {
            self.path = path;
            // Lock before writing, so that no other program opens the new game first.
            if self.storage.exists(&self.path) || !self.lock() {
                continue;
            }
            self.put_first();
            match self.storage.write(&self.path, text.as_bytes(), WriteMode::New) {
                Ok(()) => return Ok(()),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => self.lock = None,
                Err(error) => {
                    self.lock = None;
                    return Err(error.into());
                }
            }
        }
        Err(self.other_game())
    }

    fn other_game(&self) -> SaveError {
        SaveError::OtherGame(self.path.display().to_string())
    }

    /// The folder may have gone since then, for instance with a memory stick that was pulled out.
    fn create_folder(&self) -> Result<(), SaveError> {
        match self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) => Ok(self.storage.create_folder(folder)?),
            None => Ok(()),
        }
    }

    /// Moves this game to the top of the list of played games. This happens before the save: if the program is killed in
    /// between, resuming skips a listed file that doesn't exist, but wouldn't find an unlisted file first.
    fn put_first(&self) {
        if let (Some(played), Some(name)) = (&self.played, self.path.file_name()) {
            played.put_first(self.storage.as_ref(), &name.to_string_lossy());
        }
    }

    /// The draft saved when the game was last played; `None` if there is none.
    ///
    /// # Errors
    /// Returns an error if the file exists but can't be parsed.
    pub fn read_draft(&self) -> Result<Option<Drafted>, SaveError> {
        match self.known {
            Some(_) => read_draft(self.storage.as_ref(), &self.path),
            None => Ok(None),
        }
    }

    /// Saves the draft, or removes the file if the draft is empty. Does nothing before the game's first save, because
    /// another game may still get its name.
    ///
    /// # Errors
    /// Returns an error if the platform refuses, or if a file that can't be parsed is in the way. It may be someone
    /// else's, so it is left alone.
    pub fn save_draft(&self, drafted: &Drafted) -> Result<(), SaveError> {
        match self.known {
            Some(_) => drafted.save(self.storage.as_ref(), &draft_path(&self.path)),
            None => Ok(()),
        }
    }
}

/// The draft next to a saved game; `None` if there is none.
///
/// # Errors
/// Returns an error if the draft exists but can't be parsed.
pub fn read_draft(storage: &dyn Storage, game: &Path) -> Result<Option<Drafted>, SaveError> {
    Drafted::read(storage, &draft_path(game))
}

/// The draft's path: `moscow-1955-001.draft.ron` for `moscow-1955-001.ron`.
fn draft_path(game: &Path) -> PathBuf {
    game.with_extension("draft.ron")
}

/// Paths to try for a new file, in order.
fn candidates(storage: &dyn Storage, naming: &Naming) -> Box<dyn Iterator<Item = PathBuf>> {
    /// Most numbers to try.
    const TRIES: u64 = 100_000;
    match naming.clone() {
        Naming::Exactly(path) => Box::new(std::iter::once(path)),
        Naming::Numbered { folder, scenario } => {
            // Continue after the highest number instead of filling gaps, so that later games have higher numbers.
            let entries = storage.list(&folder, MOST).unwrap_or_default();
            let taken = entries.iter().filter_map(|entry| numbers(&entry.name(), &scenario)).map(|(number, _)| number);
            // A number beyond `u32` was chosen by hand. Counting on from it could overflow.
            let next = taken.filter(|number| *number < u64::from(u32::MAX)).max().unwrap_or(0) + 1;
            Box::new((next..next + TRIES).map(move |number| folder.join(format!("{scenario}-{number:03}.ron"))))
        }
        Naming::Branch { folder, stem } => {
            let first = folder.join(format!("{stem}.ron"));
            let numbered = (2..TRIES).map(move |number| folder.join(format!("{stem}{number}.ron")));
            Box::new(std::iter::once(first).chain(numbered))
        }
    }
}
