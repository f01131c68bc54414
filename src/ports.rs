//! Ports: the only doors to files, threads and time.
//!
//! Everything from `scenario` to `app` uses these traits, so that the same code runs in a window, a terminal, a server and
//! WebAssembly. `platform` implements them for a desktop; [`memory`] has implementations that need no system, for tests and for
//! builds without threads or a disk.
//!
//! ```
//! use std::path::Path;
//! use we_can_wait::ports::{Ports, WriteMode};
//!
//! let ports = Ports::in_memory();
//! ports.storage.create_folder(Path::new("/data"))?;
//! ports.storage.write(Path::new("/data/a.txt"), b"hello", WriteMode::New)?;
//! assert_eq!(ports.storage.read(Path::new("/data/a.txt"), 1_000)?, b"hello");
//! # Ok::<(), we_can_wait::ports::StorageError>(())
//! ```

pub mod memory;

use std::fmt::Debug;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// A file or folder that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", path.display())]
pub struct StorageError {
    pub path: PathBuf,
    pub cause: io::Error,
}

impl StorageError {
    /// An error with the program's own words for the cause.
    pub fn new(path: &Path, kind: io::ErrorKind, cause: &str) -> Self {
        Self { path: path.to_owned(), cause: io::Error::new(kind, cause) }
    }

    /// What kind of failure it is, independent of the platform's words for it.
    pub fn kind(&self) -> io::ErrorKind {
        self.cause.kind()
    }
}

/// The result of an operation on storage.
pub type Stored<T> = Result<T, StorageError>;

/// What a path leads to, after following links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    /// A pipe, a socket, a device: never read and never replaced.
    Other,
}

/// What is known about a path without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Info {
    pub kind: Kind,
    pub length: u64,
    /// Since the start of 1970, UTC; `None` where the platform does not say.
    pub modified: Option<Duration>,
}

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The folder's path as it was asked for, joined with the name.
    pub path: PathBuf,
    pub info: Info,
}

impl Entry {
    /// The name inside the folder. Bytes that are not text are replaced.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// How a file is written. In every mode the file is whole at every moment: the new content goes to a temporary file in the same
/// folder, is synced, and takes the target's name in one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteMode {
    /// Replaces what is there; only this user can read it. For saves and settings.
    Private,
    /// Replaces an ordinary file, and refuses anything else; readable like any new file. For pages and pictures.
    Shared,
    /// Refuses with [`io::ErrorKind::AlreadyExists`] when something is there; readable like any new file.
    New,
}

/// Files and folders. Relative paths start from the folder the program runs in.
pub trait Storage: Send + Sync + Debug {
    /// What a path leads to; `None` when there is nothing.
    ///
    /// # Errors
    /// When the platform refuses to say.
    fn info(&self, path: &Path) -> Stored<Option<Info>>;

    /// At most `count` bytes from the start of a file.
    ///
    /// # Errors
    /// When the path does not lead to an ordinary file, or the platform refuses.
    fn read_start(&self, path: &Path, count: u64) -> Stored<Vec<u8>>;

    /// At most `most` entries of a folder, sorted by name.
    ///
    /// # Errors
    /// When there is no such folder, or the platform refuses.
    fn list(&self, folder: &Path, most: usize) -> Stored<Vec<Entry>>;

    /// Makes a folder and those it is in. Succeeds when it already exists.
    ///
    /// # Errors
    /// When the platform refuses.
    fn create_folder(&self, folder: &Path) -> Stored<()>;

    /// Writes a file, whole or not at all. Its folder must exist.
    ///
    /// # Errors
    /// See [`WriteMode`]; and when the platform refuses.
    fn write(&self, path: &Path, content: &[u8], mode: WriteMode) -> Stored<()>;

    /// Replaces the content of existing files and keeps their permissions. Links are followed. Nothing changes until every new
    /// content is safely on disk beside its target; then each file is replaced in one step.
    ///
    /// # Errors
    /// When a file does not exist, or the platform refuses.
    fn rewrite(&self, files: &[(PathBuf, Vec<u8>)]) -> Stored<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// When there is none, or the platform refuses.
    fn remove(&self, path: &Path) -> Stored<()>;

    /// The path from the root. Links and `..` stay as they are.
    fn absolute(&self, path: &Path) -> PathBuf;

    /// A whole file of at most `limit` bytes.
    ///
    /// # Errors
    /// As [`Storage::read_start`], and with [`io::ErrorKind::FileTooLarge`] when it is longer.
    fn read(&self, path: &Path, limit: u64) -> Stored<Vec<u8>> {
        let bytes = self.read_start(path, limit.saturating_add(1))?;
        if bytes.len() as u64 > limit {
            let cause = format!("it is larger than {limit} bytes");
            return Err(StorageError::new(path, io::ErrorKind::FileTooLarge, &cause));
        }
        Ok(bytes)
    }

    /// A whole file of at most `limit` bytes, as text.
    ///
    /// # Errors
    /// As [`Storage::read`], and with [`io::ErrorKind::InvalidData`] when it is not UTF-8.
    fn read_text(&self, path: &Path, limit: u64) -> Stored<String> {
        String::from_utf8(self.read(path, limit)?).map_err(|error| {
            let cause = format!("it is not text (byte {} is not UTF-8)", error.utf8_error().valid_up_to());
            StorageError::new(path, io::ErrorKind::InvalidData, &cause)
        })
    }

    /// Whether anything is there. `false` also when the platform refuses to say.
    fn exists(&self, path: &Path) -> bool {
        matches!(self.info(path), Ok(Some(_)))
    }

    /// Whether an ordinary file is there.
    fn is_file(&self, path: &Path) -> bool {
        matches!(self.info(path), Ok(Some(Info { kind: Kind::File, .. })))
    }

    /// Whether a folder is there.
    fn is_folder(&self, path: &Path) -> bool {
        matches!(self.info(path), Ok(Some(Info { kind: Kind::Folder, .. })))
    }
}

/// Threads, or what stands in for them.
pub trait Spawner: Send + Sync + Debug {
    /// How many calls of [`Spawner::for_each`] can run at the same time; at least 1.
    fn workers(&self) -> usize;

    /// Calls `job` once for every number below `count`, on all workers and in any order, and returns when every call has.
    fn for_each(&self, count: usize, job: &(dyn Fn(usize) + Sync));

    /// Runs a job in the background. Without threads it is run before this returns; where no thread can be started it is dropped.
    fn spawn(&self, job: Box<dyn FnOnce() + Send>);

    /// Calls `job` in the background after every pause until it returns `false`. Without threads it is never called.
    fn repeat(&self, pause: Duration, job: Box<dyn FnMut() -> bool + Send>);
}

/// A spawner whose parallel calls use fewer workers, so that some are left for a screen.
#[derive(Debug)]
pub struct Fewer<'s> {
    pub spawner: &'s dyn Spawner,
    /// At least 1 is used.
    pub workers: usize,
}

impl Spawner for Fewer<'_> {
    fn workers(&self) -> usize {
        self.workers.clamp(1, self.spawner.workers().max(1))
    }

    fn for_each(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        let next = std::sync::atomic::AtomicUsize::new(0);
        self.spawner.for_each(self.workers().min(count), &|_| {
            loop {
                let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                if index >= count {
                    break;
                }
                job(index);
            }
        });
    }

    fn spawn(&self, job: Box<dyn FnOnce() + Send>) {
        self.spawner.spawn(job);
    }

    fn repeat(&self, pause: Duration, job: Box<dyn FnMut() -> bool + Send>) {
        self.spawner.repeat(pause, job);
    }
}

/// Time. The rules never ask for it.
pub trait Clock: Send + Sync + Debug {
    /// Time since some fixed moment; it never goes back.
    fn now(&self) -> Duration;

    /// Time since the start of 1970, UTC, as the platform's calendar has it.
    fn wall(&self) -> Duration;
}

/// All ports, and the folders that only the platform knows. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Ports {
    pub storage: Arc<dyn Storage>,
    pub spawner: Arc<dyn Spawner>,
    pub clock: Arc<dyn Clock>,
    /// The game's own folder, for saves, settings and the player's own scenarios. It need not exist yet. `None` where the platform
    /// has no such folder.
    pub data_folder: Option<PathBuf>,
    /// The language that was asked for, as a short tag (BCP 47); English where there is none.
    pub language: Option<String>,
    /// The user's home folder.
    pub home: Option<PathBuf>,
    /// Folders where the user could save something by hand, best first: documents, desktop, home, the current and the temporary
    /// folder.
    pub save_places: Vec<PathBuf>,
}

impl Ports {
    /// Ports that use nothing of the system: an empty storage in memory, no threads, a clock that stands still.
    pub fn in_memory() -> Self {
        Self::over(&memory::Memory::default())
    }

    /// The same ports with another folder for saves, settings and the player's own scenarios.
    #[must_use]
    pub fn with_data(self, folder: PathBuf) -> Self {
        Self { data_folder: Some(folder), ..self }
    }

    /// The same ports without a folder of the game's own: nothing is saved unless a file is named.
    #[must_use]
    pub fn without_data(self) -> Self {
        Self { data_folder: None, ..self }
    }

    /// The same over a storage that several applications share, one after the other.
    pub fn over(storage: &memory::Memory) -> Self {
        Self {
            storage: Arc::new(storage.clone()),
            spawner: Arc::new(memory::Inline),
            clock: Arc::new(memory::ManualClock::default()),
            data_folder: Some(PathBuf::from("/data")),
            language: None,
            home: None,
            save_places: Vec::new(),
        }
    }
}
