//! A folder that a scenario is read from: on disk, embedded in the program, or either with the names of places turned round.

use std::io::Read as _;
use std::path::PathBuf;

use include_dir::Dir;

/// Largest file of a scenario, in bytes.
pub const MAX_FILE: usize = 1 << 20;

/// Most files in one folder of a scenario.
const MAX_FILES: usize = 500;

/// A folder that can be read: on disk or embedded.
pub trait Folder {
    /// Names of the files directly in a folder inside it, in order; empty when there is no such folder.
    ///
    /// # Errors
    /// In words, when it cannot be read.
    fn list(&self, folder: &str) -> Result<Vec<String>, String>;

    /// Bytes of a file; `None` when there is none.
    ///
    /// # Errors
    /// In words, when it cannot be read.
    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String>;
}

/// A folder on disk.
#[derive(Debug, Clone)]
pub struct OnDisk(pub PathBuf);

impl Folder for OnDisk {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let path = self.0.join(folder);
        if !path.exists() {
            return Ok(Vec::new());
        }
        let entries = std::fs::read_dir(&path).map_err(|error| system_error(&error))?;
        let mut names = Vec::new();
        for entry in entries.take(MAX_FILES) {
            let entry = entry.map_err(|error| system_error(&error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // Hidden files belong to editors and systems: locks, and what another system knows of a file.
            if !name.starts_with('.') && !entry.path().is_dir() {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        let path = self.0.join(file);
        let meta = match std::fs::metadata(&path) {
            Ok(meta) => meta,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(system_error(&error)),
        };
        if meta.is_dir() {
            return Err("it is a folder, and a file is needed here".to_owned());
        }
        if !meta.is_file() {
            return Err("it is not an ordinary file".to_owned());
        }
        // One byte more than is allowed is enough to know that it is too large.
        let mut bytes = Vec::new();
        std::fs::File::open(&path)
            .and_then(|file| file.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes))
            .map_err(|error| system_error(&error))?;
        Ok(Some(bytes))
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

/// A folder in whose texts the other name of each place stands first. Its sources are as they are.
#[derive(Debug, Clone)]
pub struct OtherNamesFirst<'a, F> {
    /// The folder.
    pub folder: F,
    /// Places by their two names, in the order of the texts.
    pub names: &'a [(String, String)],
}

impl<F: Folder> Folder for OtherNamesFirst<'_, F> {
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

fn system_error(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "there is no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}
