//! Scenario folders: in a storage, embedded in the program, or either of these with place names swapped.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use include_dir::Dir;

use super::limits::{FILE_BYTES, FOLDER_FILES};
use crate::ports::{Entry, Kind, Storage, StorageError};

/// Most entries of a folder on disk that are looked at, hidden files and folders among them.
const MOST_ENTRIES: usize = 10 * FOLDER_FILES;

/// A folder of scenario files, on disk or embedded in the program.
pub trait Folder {
    /// Names of the files directly in a folder inside it, in order; empty when there is no such folder. Where there are more than
    /// [`FOLDER_FILES`], one more of them is named.
    ///
    /// # Errors
    /// A message for the author if the folder can't be read.
    fn list(&self, folder: &str) -> Result<Vec<String>, String>;

    /// Contents of a file; `None` if it doesn't exist.
    ///
    /// # Errors
    /// A message for the author if the file can't be read.
    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String>;
}

/// A folder in a storage: on disk, or wherever the platform keeps its files.
#[derive(Debug, Clone)]
pub struct StoredFolder<'s> {
    pub storage: &'s dyn Storage,
    pub path: PathBuf,
}

impl<'s> StoredFolder<'s> {
    /// The folder at this path.
    pub fn new(storage: &'s dyn Storage, path: &Path) -> Self {
        Self { storage, path: path.to_owned() }
    }
}

impl Folder for StoredFolder<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let entries = match self.storage.list(&self.path.join(folder), MOST_ENTRIES) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(in_words(&error)),
        };
        let files = entries.iter().filter(|entry| entry.info.kind != Kind::Folder);
        // Hidden files belong to editors and systems: locks, and what another system knows of a file.
        let names = files.map(Entry::name).filter(|name| !name.starts_with('.'));
        Ok(names.take(FOLDER_FILES + 1).collect())
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        // One byte more than is allowed is enough to know that it is too large.
        match self.storage.read_start(&self.path.join(file), FILE_BYTES as u64 + 1) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(in_words(&error)),
        }
    }
}

impl Folder for &Dir<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let inside = if folder.is_empty() { Some(*self) } else { self.get_dir(self.path().join(folder)) };
        let files = inside.into_iter().flat_map(|dir| dir.files());
        let mut names: Vec<String> =
            files.filter_map(|file| Some(file.path().file_name()?.to_string_lossy().into_owned())).collect();
        names.sort();
        Ok(names)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(self.get_file(self.path().join(file)).map(|file| file.contents().to_vec()))
    }
}

/// A folder whose texts show the other name of each place first. Source texts are unchanged.
#[derive(Clone, Copy)]
pub struct OtherNamesFirst<'a> {
    pub folder: &'a dyn Folder,
    /// The two names of each place, in the order in which the texts write them.
    pub names: &'a [(String, String)],
}

impl Folder for OtherNamesFirst<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        self.folder.list(folder)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        let bytes = self.folder.read(file)?;
        if file.starts_with("sources/") {
            return Ok(bytes);
        }
        Ok(bytes.map(|bytes| match String::from_utf8(bytes) {
            Ok(text) => {
                let turn = |text: String, (first, other): &(String, String)| {
                    text.replace(&format!("{first} ({other})"), &format!("{other} ({first})"))
                };
                self.names.iter().fold(text, turn).into_bytes()
            }
            Err(error) => error.into_bytes(),
        }))
    }
}

fn in_words(error: &StorageError) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "there is no permission to read it".to_owned(),
        ErrorKind::IsADirectory => "it is a folder, and a file is needed here".to_owned(),
        _ => error.cause.to_string(),
    }
}
