//! Locks between programs. The operating system locks a small file next to the saved one. It can't lock the saved file
//! itself, because every save replaces that file.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

use crate::ports::Lock;

/// Added to a file's name to name its lock file.
const ADDED: &str = ".lock";

/// Most attempts when other programs keep removing the lock file just after it is opened.
const TRIES: usize = 100;

/// Whether a name is that of a saved game's lock file.
pub(super) fn is_lock_name(name: &str) -> bool {
    name.strip_suffix(ADDED).is_some_and(|of| of.ends_with(".ron"))
}

/// A lock file, locked. Dropping this removes the file and releases the lock.
#[derive(Debug)]
pub(super) struct FileLock {
    path: PathBuf,
    /// Closing the file releases the lock.
    file: File,
}

impl Lock for FileLock {}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Remove the file before releasing the lock: a program that has opened it meanwhile then notices that it is gone.
        // If the file can't be removed, it stays, unlocked, and blocks no one. Another file in its place is not ours.
        if is_at(&self.file, &self.path).unwrap_or(false) {
            drop(fs::remove_file(&self.path));
        }
    }
}

impl FileLock {
    /// Locks the file at a path. Returns `None` if it is locked already.
    pub(super) fn take(locked: &Path) -> io::Result<Option<Self>> {
        let mut path = locked.as_os_str().to_owned();
        path.push(ADDED);
        let path = PathBuf::from(path);
        for _ in 0..TRIES {
            let file = File::options().read(true).write(true).create(true).truncate(false).open(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
            if is_at(&file, &path)? {
                return Ok(Some(Self { path, file }));
            }
        }
        // With so many programs after it, one of them has it.
        Ok(None)
    }

    /// Removes a lock file unless it is locked.
    pub(super) fn remove_unused(path: &Path) {
        if let Ok(file) = File::options().read(true).write(true).open(path)
            && file.try_lock().is_ok()
            && is_at(&file, path).unwrap_or(false)
        {
            drop(Self { path: path.to_owned(), file });
        }
    }
}

/// Whether an open file is still the one at this path.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let here = match Handle::from_path(path) {
        Ok(here) => here,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    Ok(Handle::from_file(file.try_clone()?)? == here)
}
