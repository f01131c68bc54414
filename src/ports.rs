//! Ports: the only access to files, threads and time.
//!
//! Everything from `scenario` to `app` uses these traits, so the same code runs in a window, a terminal, a server and
//! WebAssembly. `platform` implements them for desktop systems. [`memory`] has implementations that need no operating
//! system, for tests and for builds without threads or a disk.
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
    /// An error that gives the cause in the program's own words.
    pub fn new(path: &Path, kind: io::ErrorKind, cause: &str) -> Self {
        Self { path: path.to_owned(), cause: io::Error::new(kind, cause) }
    }

    /// The kind of failure, which doesn't depend on the platform's wording.
    pub fn kind(&self) -> io::ErrorKind {
        self.cause.kind()
    }
}

/// The result of a storage operation.
pub type Stored<T> = Result<T, StorageError>;

/// What a path leads to, after following links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    /// A pipe, a socket or a device. Never read or replaced.
    Other,
}

/// What is known about a path without reading the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Info {
    pub kind: Kind,
    pub length: u64,
    /// Time since the start of 1970, UTC; `None` if the platform does not provide it.
    pub modified: Option<Duration>,
}

/// An entry of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The folder's path as requested, joined with the name.
    pub path: PathBuf,
    pub info: Info,
}

impl Entry {
    /// The name inside the folder, with invalid Unicode replaced.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// How to write a file. In every mode the write is atomic: the content goes to a temporary file in the same folder, is
/// synced, and is renamed to the target in one step. The folder is synced too, so that the rename survives a power cut.
/// Links are followed: a link stays a link, and the file it leads to is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteMode {
    /// Replaces any existing file; readable only by this user. For saves and settings.
    Private,
    /// Replaces an ordinary file but nothing else; readable like any new file. For pages and pictures.
    Shared,
    /// Fails with [`io::ErrorKind::AlreadyExists`] if anything is there; readable like any new file.
    New,
}

/// Files and folders. Relative paths start from the program's working directory.
pub trait Storage: Send + Sync + Debug {
    /// What a path leads to; `None` if there is nothing.
    ///
    /// # Errors
    /// Returns an error if the platform does not say.
    fn info(&self, path: &Path) -> Stored<Option<Info>>;

    /// Reads up to `count` bytes from the start of a file.
    ///
    /// # Errors
    /// Returns an error if the path does not lead to an ordinary file, or the platform refuses.
    fn read_start(&self, path: &Path, count: u64) -> Stored<Vec<u8>>;

    /// Lists up to `most` entries of a folder, sorted by name.
    ///
    /// # Errors
    /// Returns an error if there is no such folder, or the platform refuses.
    fn list(&self, folder: &Path, most: usize) -> Stored<Vec<Entry>>;

    /// Creates a folder and its parents. Succeeds if it already exists.
    ///
    /// # Errors
    /// Returns an error if the platform refuses.
    fn create_folder(&self, folder: &Path) -> Stored<()>;

    /// Writes a whole file atomically. Its folder must exist.
    ///
    /// # Errors
    /// See [`WriteMode`]. Also fails if the platform refuses.
    fn write(&self, path: &Path, content: &[u8], mode: WriteMode) -> Stored<()>;

    /// Replaces the content of existing files, keeping their permissions and following links. Nothing changes until
    /// every new content is on disk next to its target; then each file is replaced in one step.
    ///
    /// # Errors
    /// Returns an error if a file does not exist, or the platform refuses.
    fn rewrite(&self, files: &[(PathBuf, Vec<u8>)]) -> Stored<()>;

    /// The absolute path after following every link.
    ///
    /// # Errors
    /// Returns an error if nothing is there, or the platform refuses.
    fn real(&self, path: &Path) -> Stored<PathBuf>;

    /// Removes a file.
    ///
    /// # Errors
    /// Returns an error if there is no such file, or the platform refuses.
    fn remove(&self, path: &Path) -> Stored<()>;

    /// Locks a file, which need not exist yet. Returns `None` if this program or another has locked it already. The lock
    /// is advisory: reading and writing ignore it. The platform releases the locks of a program that dies.
    ///
    /// # Errors
    /// Returns an error if files in this folder can't be locked.
    fn lock(&self, path: &Path) -> Stored<Option<Arc<dyn Lock>>>;

    /// Removes what killed programs left behind in a folder: temporary files and lock files that are older than
    /// `older_than` and not in use. Ignores errors.
    fn tidy(&self, folder: &Path, older_than: Duration);

    /// The absolute path. Links and `..` are not resolved.
    fn absolute(&self, path: &Path) -> PathBuf;

    /// Reads a whole file of up to `limit` bytes.
    ///
    /// # Errors
    /// Fails like [`Storage::read_start`], and with [`io::ErrorKind::FileTooLarge`] if the file is longer.
    fn read(&self, path: &Path, limit: u64) -> Stored<Vec<u8>> {
        let bytes = self.read_start(path, limit.saturating_add(1))?;
        if bytes.len() as u64 > limit {
            let cause = format!("it is larger than {limit} bytes");
            return Err(StorageError::new(path, io::ErrorKind::FileTooLarge, &cause));
        }
        Ok(bytes)
    }

    /// Reads a whole file of up to `limit` bytes as text.
    ///
    /// # Errors
    /// Fails like [`Storage::read`], and with [`io::ErrorKind::InvalidData`] if the file is not UTF-8.
    fn read_text(&self, path: &Path, limit: u64) -> Stored<String> {
        String::from_utf8(self.read(path, limit)?).map_err(|error| {
            let cause = format!("it is not text (byte {} is not UTF-8)", error.utf8_error().valid_up_to());
            StorageError::new(path, io::ErrorKind::InvalidData, &cause)
        })
    }

    /// Whether anything exists at the path. Also `false` if the platform does not say.
    fn exists(&self, path: &Path) -> bool {
        matches!(self.info(path), Ok(Some(_)))
    }

    /// Whether the path leads to an ordinary file.
    fn is_file(&self, path: &Path) -> bool {
        matches!(self.info(path), Ok(Some(Info { kind: Kind::File, .. })))
    }

    /// Whether the path leads to a folder.
    fn is_folder(&self, path: &Path) -> bool {
        matches!(self.info(path), Ok(Some(Info { kind: Kind::Folder, .. })))
    }
}

/// A lock on a file, released when it is dropped.
pub trait Lock: Send + Sync + Debug {}

/// Threads, or what stands in for them.
pub trait Spawner: Send + Sync + Debug {
    /// Number of [`Spawner::for_each`] jobs that can run at the same time; at least 1.
    fn workers(&self) -> usize;

    /// Calls `job` once for every number below `count`, on all workers and in any order. Returns when every call has
    /// finished.
    fn for_each(&self, count: usize, job: &(dyn Fn(usize) + Sync));

    /// Runs a job in the background. Without threads, it finishes before this returns. If no thread can be started, the
    /// job is dropped.
    fn spawn(&self, job: Box<dyn FnOnce() + Send>);

    /// Calls `job` in the background after each `pause`, until it returns `false`. Without threads, it is never called.
    fn repeat(&self, pause: Duration, job: Box<dyn FnMut() -> bool + Send>);
}

/// A spawner that limits the workers of parallel calls, to leave some for the screen.
#[derive(Debug)]
pub struct Fewer<'s> {
    pub spawner: &'s dyn Spawner,
    /// Values below 1 count as 1.
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

/// Time. The rules never use it.
pub trait Clock: Send + Sync + Debug {
    /// Time since some fixed moment. Never goes backwards.
    fn now(&self) -> Duration;

    /// Time since the start of 1970, UTC, by the system's calendar.
    fn wall(&self) -> Duration;
}

/// All ports, and folders that only the platform knows. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Ports {
    pub storage: Arc<dyn Storage>,
    pub spawner: Arc<dyn Spawner>,
    pub clock: Arc<dyn Clock>,
    /// The game's own folder, for saves, settings and the player's own scenarios. It may not exist yet. `None` if the
    /// platform has no such folder.
    pub data_folder: Option<PathBuf>,
    /// The requested language as a short tag (BCP 47); `None` means English.
    pub language: Option<String>,
    pub home: Option<PathBuf>,
    /// Folders where the user could save something by hand, best first: documents, desktop, home, the current folder
    /// and the temporary folder.
    pub save_places: Vec<PathBuf>,
}

impl Ports {
    /// Ports that use nothing of the system: empty storage in memory, no threads, and a clock that stands still.
    pub fn in_memory() -> Self {
        Self::over(&memory::Memory::default())
    }

    /// The same ports with a different folder for saves, settings and the player's own scenarios.
    #[must_use]
    pub fn with_data(self, folder: PathBuf) -> Self {
        Self { data_folder: Some(folder), ..self }
    }

    /// The same ports without a folder of the game's own. Nothing is saved unless a file is named.
    #[must_use]
    pub fn without_data(self) -> Self {
        Self { data_folder: None, ..self }
    }

    /// Like [`Self::in_memory`], but over a given storage that several applications use one after the other.
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
