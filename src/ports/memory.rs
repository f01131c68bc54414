//! Ports that use no operating system: files in a shared map, jobs run in place, and a clock set by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Clock, Entry, Info, Kind, Lock, Spawner, Storage, StorageError, Stored, WriteMode};

/// The operations of a [`Memory`] that fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Failing {
    #[default]
    Nothing,
    /// All changes, as on a full disk.
    Writes,
    /// All operations, as on a memory stick that was pulled out.
    Everything,
}

/// Storage in memory. Clones share their files, so a test can drop an application and start another on the same files.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<PathBuf, File>,
    folders: BTreeSet<PathBuf>,
    locked: BTreeSet<PathBuf>,
    /// Number of changes so far. It is also the time of the next change, in seconds, so no two files have the same age.
    changes: u64,
    failing: Failing,
}

#[derive(Debug)]
struct File {
    content: Vec<u8>,
    changed: u64,
}

impl Memory {
    /// Sets which operations fail from now on.
    pub fn fail(&self, failing: Failing) {
        self.state().failing = failing;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn to_read(&self, path: &Path) -> Stored<(MutexGuard<'_, State>, PathBuf)> {
        let state = self.state();
        if state.failing == Failing::Everything {
            return Err(StorageError::new(path, io::ErrorKind::Other, "the storage was made to fail"));
        }
        Ok((state, normal(path)))
    }

    fn to_write(&self, path: &Path) -> Stored<(MutexGuard<'_, State>, PathBuf)> {
        let (mut state, normal) = self.to_read(path)?;
        if state.failing == Failing::Writes {
            return Err(StorageError::new(path, io::ErrorKind::StorageFull, "no space is left"));
        }
        state.changes += 1;
        Ok((state, normal))
    }
}

/// A lock on a path of a [`Memory`].
#[derive(Debug)]
struct MemoryLock {
    memory: Memory,
    path: PathBuf,
}

impl Lock for MemoryLock {}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        self.memory.state().locked.remove(&self.path);
    }
}

impl State {
    fn info(&self, path: &Path) -> Option<Info> {
        if let Some(file) = self.files.get(path) {
            let modified = Some(Duration::from_secs(file.changed));
            return Some(Info { kind: Kind::File, length: file.content.len() as u64, modified });
        }
        let root = path == Path::new("/");
        (root || self.folders.contains(path)).then_some(Info { kind: Kind::Folder, length: 0, modified: None })
    }

    fn put(&mut self, path: PathBuf, content: &[u8]) {
        self.files.insert(path, File { content: content.to_vec(), changed: self.changes });
    }
}

/// The absolute path, without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::from("/");
    for part in path.components() {
        match part {
            Component::Normal(name) => normal.push(name),
            Component::ParentDir => drop(normal.pop()),
            _ => {}
        }
    }
    normal
}

fn nothing(path: &Path) -> StorageError {
    StorageError::new(path, io::ErrorKind::NotFound, "there is no such file or folder")
}

impl Storage for Memory {
    fn info(&self, path: &Path) -> Stored<Option<Info>> {
        let (state, normal) = self.to_read(path)?;
        Ok(state.info(&normal))
    }

    fn read_start(&self, path: &Path, count: u64) -> Stored<Vec<u8>> {
        let (state, normal) = self.to_read(path)?;
        let Some(file) = state.files.get(&normal) else {
            return match state.info(&normal) {
                Some(_) => Err(StorageError::new(path, io::ErrorKind::IsADirectory, "it is a folder, not a file")),
                None => Err(nothing(path)),
            };
        };
        let count = usize::try_from(count).unwrap_or(usize::MAX).min(file.content.len());
        Ok(file.content.get(..count).unwrap_or_default().to_vec())
    }

    fn list(&self, folder: &Path, most: usize) -> Stored<Vec<Entry>> {
        let (state, normal) = self.to_read(folder)?;
        if state.info(&normal).is_none_or(|info| info.kind != Kind::Folder) {
            return Err(nothing(folder));
        }
        let paths: BTreeSet<&PathBuf> = state.files.keys().chain(&state.folders).collect();
        let inside = paths.into_iter().filter(|path| path.parent() == Some(normal.as_path()));
        let entry = |path: &PathBuf| {
            let name = path.file_name()?;
            Some(Entry { path: folder.join(name), info: state.info(path)? })
        };
        Ok(inside.filter_map(entry).take(most).collect())
    }

    fn create_folder(&self, folder: &Path) -> Stored<()> {
        let (mut state, normal) = self.to_write(folder)?;
        for part in normal.ancestors() {
            if state.files.contains_key(part) {
                return Err(StorageError::new(folder, io::ErrorKind::NotADirectory, "it is a file, not a folder"));
            }
            state.folders.insert(part.to_owned());
        }
        state.folders.remove(Path::new("/"));
        Ok(())
    }

    fn write(&self, path: &Path, content: &[u8], mode: WriteMode) -> Stored<()> {
        let (mut state, normal) = self.to_write(path)?;
        if normal.parent().and_then(|folder| state.info(folder)).is_none_or(|info| info.kind != Kind::Folder) {
            return Err(nothing(path));
        }
        match state.info(&normal) {
            Some(_) if mode == WriteMode::New => {
                Err(StorageError::new(path, io::ErrorKind::AlreadyExists, "it already exists"))
            }
            Some(Info { kind: Kind::Folder, .. }) => {
                Err(StorageError::new(path, io::ErrorKind::IsADirectory, "it is not an ordinary file"))
            }
            _ => {
                state.put(normal, content);
                Ok(())
            }
        }
    }

    fn rewrite(&self, files: &[(PathBuf, Vec<u8>)]) -> Stored<()> {
        for (path, _) in files {
            let (state, normal) = self.to_write(path)?;
            if !state.files.contains_key(&normal) {
                return Err(nothing(path));
            }
        }
        let mut state = self.state();
        for (path, content) in files {
            state.put(normal(path), content);
        }
        Ok(())
    }

    fn real(&self, path: &Path) -> Stored<PathBuf> {
        let (state, normal) = self.to_read(path)?;
        // There are no links here.
        state.info(&normal).map(|_| normal).ok_or_else(|| nothing(path))
    }

    fn remove(&self, path: &Path) -> Stored<()> {
        let (mut state, normal) = self.to_write(path)?;
        state.files.remove(&normal).map(drop).ok_or_else(|| nothing(path))
    }

    fn lock(&self, path: &Path) -> Stored<Option<Arc<dyn Lock>>> {
        let (mut state, path) = self.to_read(path)?;
        let is_free = state.locked.insert(path.clone());
        Ok(is_free.then(|| Arc::new(MemoryLock { memory: self.clone(), path }) as Arc<dyn Lock>))
    }

    /// Does nothing: in memory, no write is ever interrupted.
    fn tidy(&self, _folder: &Path, _older_than: Duration) {}

    fn absolute(&self, path: &Path) -> PathBuf {
        Path::new("/").join(path)
    }
}

/// A spawner without threads. It runs every job in place, before the call returns.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inline;

impl Spawner for Inline {
    fn workers(&self) -> usize {
        1
    }

    fn for_each(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(job);
    }

    fn spawn(&self, job: Box<dyn FnOnce() + Send>) {
        job();
    }

    fn repeat(&self, _pause: Duration, _job: Box<dyn FnMut() -> bool + Send>) {}
}

/// A clock that moves only when told to. Clones show the same time.
#[derive(Debug, Clone, Default)]
pub struct ManualClock(Arc<Mutex<Duration>>);

impl ManualClock {
    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Duration {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wall(&self) -> Duration {
        self.now()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_share_their_files_and_a_failing_storage_loses_nothing() {
        let memory = Memory::default();
        let path = Path::new("/saves/a.ron");
        assert!(memory.write(path, b"1", WriteMode::Private).is_err(), "there is no folder yet");
        memory.create_folder(Path::new("/saves")).unwrap();
        memory.write(path, b"1", WriteMode::New).unwrap();
        assert_eq!(memory.write(path, b"2", WriteMode::New).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        memory.fail(Failing::Writes);
        assert!(memory.write(path, b"2", WriteMode::Private).is_err());
        assert!(memory.rewrite(&[(path.to_owned(), b"2".to_vec())]).is_err());
        let other = memory.clone();
        assert_eq!(other.read(path, 1).unwrap(), b"1");
        other.fail(Failing::Everything);
        assert!(memory.read(path, 1).is_err());
        memory.fail(Failing::Nothing);
        assert_eq!(memory.read(path, 0).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn a_lock_holds_until_it_is_dropped() {
        let memory = Memory::default();
        let path = Path::new("/saves/a.ron");
        let lock = memory.lock(path).unwrap();
        assert!(lock.is_some());
        assert!(memory.clone().lock(Path::new("/saves/../saves/a.ron")).unwrap().is_none());
        assert!(memory.lock(Path::new("/saves/b.ron")).unwrap().is_some());
        drop(lock);
        assert!(memory.lock(path).unwrap().is_some());
    }

    #[test]
    fn a_folder_lists_what_is_directly_in_it() {
        let memory = Memory::default();
        memory.create_folder(Path::new("/a/b")).unwrap();
        memory.write(Path::new("/a/z"), b"", WriteMode::Shared).unwrap();
        memory.write(Path::new("/a/b/c"), b"", WriteMode::Shared).unwrap();
        let names = |folder: &str| -> Vec<String> {
            memory.list(Path::new(folder), 9).unwrap().iter().map(Entry::name).collect()
        };
        assert_eq!(names("/a"), ["b", "z"]);
        assert_eq!(names("/"), ["a"]);
        assert!(memory.list(Path::new("/c"), 9).is_err());
        assert!(memory.is_folder(Path::new("a/../a/b")) && memory.is_file(Path::new("/a/z")));
    }
}
