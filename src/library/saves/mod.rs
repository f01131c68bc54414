//! Where games are kept: plain files in a folder that people can find, written whole or not at all.

mod drafted;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::negotiation::journal::{Journal, MAX_BYTES, ReadError};

pub use drafted::Drafted;

/// Why a game could not be saved or read.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The platform names no folder for data.
    #[error("this machine names no folder for a person's data; name a file with --journal")]
    NoFolder,
    /// The file cannot be read or written.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: String,
        /// What the system says.
        error: io::Error,
    },
    /// The file is no journal.
    #[error("{path} is no journal of this game: {error}")]
    NotAJournal {
        /// The file.
        path: String,
        /// Why not.
        error: ReadError,
    },
    /// The file does not hold what is not yet said.
    #[error("{path} is no statement in the making: {because}")]
    NotADraft {
        /// The file.
        path: String,
        /// Why not.
        because: String,
    },
    /// It could not be put into words.
    #[error("the journal could not be written: {0}")]
    Print(#[from] ron::Error),
    /// Something stands there already.
    #[error("{0} is there already; nothing was overwritten")]
    Exists(String),
    /// Another game is kept there.
    #[error("{0} holds another game; nothing was overwritten")]
    OtherGame(String),
}

/// A file that a game is kept in.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
    /// What was last written or read there, so that another program's file is never overwritten.
    known: Option<Journal>,
}

/// Name of the folder for saved games in the game's own folder.
pub const SAVES: &str = "saves";

/// The game's own folder: the platform's folder for a person's data, or the one that `WE_CAN_WAIT_DATA` names.
///
/// # Errors
/// When the platform names none.
pub fn data_folder() -> Result<PathBuf, SaveError> {
    if let Some(data) = std::env::var_os("WE_CAN_WAIT_DATA").filter(|data| !data.is_empty()) {
        return Ok(PathBuf::from(data));
    }
    let dirs = ProjectDirs::from("", "", "we-can-wait").ok_or(SaveError::NoFolder)?;
    Ok(dirs.data_dir().to_owned())
}

/// The folder for saved games: `saves` in the game's own folder.
///
/// # Errors
/// When the platform names no folder for data.
pub fn folder() -> Result<PathBuf, SaveError> {
    Ok(data_folder()?.join(SAVES))
}

/// Writes a text to a temporary file beside the target and renames it: the target is whole at every moment.
///
/// # Errors
/// When the system refuses.
pub fn write_whole(path: &Path, text: &str) -> Result<(), SaveError> {
    let file = tempfile::NamedTempFile::new_in(folder_of(path)).map_err(io_error(path))?;
    finish(file, path, text.as_bytes())
}

/// Writes what is meant for others, a picture or a page, in the same way: whole at every moment, and to be read by whoever can
/// read a new file there.
///
/// # Errors
/// When something else than a file is there, or the system refuses.
pub fn write_shared(path: &Path, content: &[u8]) -> Result<(), SaveError> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        let error = io::Error::new(io::ErrorKind::InvalidInput, "it is not an ordinary file");
        return Err(io_error(path)(error));
    }
    let file = shared_file(folder_of(path)).map_err(io_error(path))?;
    finish(file, path, content)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn finish(mut file: tempfile::NamedTempFile, path: &Path, content: &[u8]) -> Result<(), SaveError> {
    file.write_all(content).map_err(io_error(path))?;
    file.as_file().sync_all().map_err(io_error(path))?;
    file.persist(path).map_err(|error| io_error(path)(error.error))?;
    Ok(())
}

/// Writes a text to a file that is not there yet, whole or not at all.
///
/// # Errors
/// When something is there already, or the system refuses.
pub fn write_new(path: &Path, text: &str) -> Result<(), SaveError> {
    let mut file = shared_file(folder_of(path)).map_err(io_error(path))?;
    file.write_all(text.as_bytes()).map_err(io_error(path))?;
    file.as_file().sync_all().map_err(io_error(path))?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(SaveError::Exists(path.display().to_string()))
        }
        Err(error) => Err(io_error(path)(error.error)),
    }
}

/// Writes another text into a file of an author: whole at every moment, and with the permissions it had.
///
/// # Errors
/// When the system refuses.
pub fn rewrite(path: &Path, text: &str) -> Result<(), SaveError> {
    let permissions = fs::metadata(path).map_err(io_error(path))?.permissions();
    write_whole(path, text)?;
    fs::set_permissions(path, permissions).map_err(io_error(path))
}

/// A temporary file that, once it has its name, can be read by whoever can read a new file there.
fn shared_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let everybody = fs::Permissions::from_mode(0o666);
        tempfile::Builder::new().permissions(everybody).tempfile_in(folder)
    }
    #[cfg(not(unix))]
    tempfile::NamedTempFile::new_in(folder)
}

fn io_error(path: &Path) -> impl FnOnce(io::Error) -> SaveError {
    let path = path.display().to_string();
    move |error| SaveError::Io { path, error }
}

/// Reads a journal.
pub fn read(path: &Path) -> Result<Journal, SaveError> {
    let meta = fs::metadata(path).map_err(io_error(path))?;
    if meta.is_dir() {
        let error = io::Error::new(io::ErrorKind::IsADirectory, "it is a folder, not a file");
        return Err(io_error(path)(error));
    }
    if !meta.is_file() {
        let error = io::Error::new(io::ErrorKind::InvalidInput, "it is not an ordinary file");
        return Err(io_error(path)(error));
    }
    let not_a_journal = |error| SaveError::NotAJournal { path: path.display().to_string(), error };
    if let Ok(length) = usize::try_from(meta.len())
        && length > MAX_BYTES
    {
        return Err(not_a_journal(ReadError::TooLarge(length)));
    }
    let bytes = fs::read(path).map_err(io_error(path))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        not_a_journal(ReadError::NotAJournal {
            line: 1,
            column: 1,
            what: format!("it is not text (byte {at} is not UTF-8)"),
        })
    })?;
    Journal::parse(&text).map_err(not_a_journal)
}

/// Whether a journal says in its first lines that it is of another scenario: one's name may begin like the other's. A file that
/// says nothing is shown, so that it can be told what is wrong with it.
fn is_of_another(path: &Path, scenario: &str) -> bool {
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(512).read_to_end(&mut head));
    let head = String::from_utf8_lossy(&head);
    let named = head.split_once("scenario: \"").and_then(|(_, rest)| rest.split_once('"'));
    read.is_ok() && named.is_some_and(|(named, _)| named != scenario)
}

/// Every game of a scenario in a folder, the last one first; none where there is no such folder.
pub fn kept_in(folder: &Path, scenario: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut games: Vec<_> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            is_game_of(&name.to_string_lossy(), scenario)
        })
        .filter(|entry| !is_of_another(&entry.path(), scenario))
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    games.sort();
    games.into_iter().rev().map(|(_, path)| path).collect()
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

impl Store {
    /// A new file in the folder for saved games, with the next free number.
    ///
    /// # Errors
    /// When there is no such folder and none can be made.
    pub fn fresh(scenario: &str) -> Result<Self, SaveError> {
        Self::fresh_in(&folder()?, scenario)
    }

    /// A new file in a folder, with the next free number.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn fresh_in(folder: &Path, scenario: &str) -> Result<Self, SaveError> {
        fs::create_dir_all(folder).map_err(io_error(folder))?;
        for number in 1..100_000 {
            let path = folder.join(format!("{scenario}-{number:03}.ron"));
            if !path.exists() {
                return Ok(Self { path, known: None });
            }
        }
        Err(SaveError::NoFolder)
    }

    /// A file that a person named. An existing journal is read, so that its game goes on.
    pub fn at(path: &Path) -> Result<(Self, Option<Journal>), SaveError> {
        let known = if path.exists() { Some(read(path)?) } else { None };
        Ok((Self { path: path.to_owned(), known: known.clone() }, known))
    }

    /// The last saved game of a scenario, by the time of its file.
    ///
    /// # Errors
    /// When that file is no journal.
    pub fn last(scenario: &str) -> Result<Option<Self>, SaveError> {
        match kept_in(&folder()?, scenario).first() {
            Some(path) => Ok(Some(Self::at(path)?.0)),
            None => Ok(None),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it was last known to hold.
    pub const fn known(&self) -> Option<&Journal> {
        self.known.as_ref()
    }

    /// Another file beside this one, for a branch.
    pub fn beside(&self) -> Self {
        let stem = self.path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let mut path = folder.join(format!("{stem}-fork.ron"));
        for number in 2..100_000 {
            if !path.exists() {
                break;
            }
            path = folder.join(format!("{stem}-fork{number}.ron"));
        }
        Self { path, known: None }
    }

    /// Writes the journal to a temporary file beside the target and renames it: the target is whole at every moment. A file
    /// that is there and is not the game known here is never overwritten.
    pub fn save(&mut self, journal: &Journal) -> Result<(), SaveError> {
        if self.path.exists() && self.known.as_ref() != Some(&read(&self.path)?) {
            return Err(SaveError::OtherGame(self.path.display().to_string()));
        }
        let text = journal.print()?;
        // The folder may have gone since: a stick that was pulled out and put back, a folder that was tidied away.
        let folder = folder_of(&self.path);
        fs::create_dir_all(folder).map_err(io_error(folder))?;
        write_whole(&self.path, &text)?;
        self.known = Some(journal.clone());
        Ok(())
    }
}
