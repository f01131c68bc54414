//! The disk. All of the program's temporary files, syncs and renames are in this file.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use tempfile::{Builder, NamedTempFile};

use super::lock::{FileLock, is_lock_name};
use crate::ports::{Entry, Info, Kind, Lock, Storage, StorageError, Stored, WriteMode};

/// Prefix and suffix of temporary file names.
const TEMPORARY: (&str, &str) = (".we-can-wait-", ".tmp");

/// Storage on the operating system's file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Storage for Disk {
    fn info(&self, path: &Path) -> Stored<Option<Info>> {
        match fs::metadata(path) {
            Ok(meta) => Ok(Some(info(&meta))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(at(path)(error)),
        }
    }

    fn read_start(&self, path: &Path, count: u64) -> Stored<Vec<u8>> {
        // Check first, because opening a pipe would wait for someone to write to it.
        let meta = fs::metadata(path).map_err(at(path))?;
        if meta.is_dir() {
            return Err(StorageError::new(path, io::ErrorKind::IsADirectory, "it is a folder, not a file"));
        }
        if !meta.is_file() {
            return Err(not_ordinary(path));
        }
        let mut bytes = Vec::new();
        let file = fs::File::open(path).map_err(at(path))?;
        file.take(count).read_to_end(&mut bytes).map_err(at(path))?;
        Ok(bytes)
    }

    fn list(&self, folder: &Path, most: usize) -> Stored<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder).map_err(at(folder))?.take(most) {
            let path = entry.map_err(at(folder))?.path();
            // Leave out broken links.
            if let Ok(meta) = fs::metadata(&path) {
                entries.push(Entry { path, info: info(&meta) });
            }
        }
        entries.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(entries)
    }

    fn create_folder(&self, folder: &Path) -> Stored<()> {
        if folder.is_dir() {
            return Ok(());
        }
        fs::create_dir_all(folder).map_err(at(folder))?;
        // A new folder survives a power cut only once its parent is synced.
        folder.ancestors().skip(1).for_each(sync_folder);
        Ok(())
    }

    fn write(&self, path: &Path, content: &[u8], mode: WriteMode) -> Stored<()> {
        if mode == WriteMode::Shared && fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            return Err(not_ordinary(path));
        }
        // `New` fails on a link as on anything else that exists.
        let target = if mode == WriteMode::New { path.to_owned() } else { target_of(path)? };
        let file = filled(folder_of(&target), content, mode != WriteMode::Private).map_err(at(path))?;
        let placed = match mode {
            WriteMode::New => file.persist_noclobber(&target),
            WriteMode::Private | WriteMode::Shared => file.persist(&target),
        };
        placed.map(drop).map_err(|error| at(path)(error.error))?;
        sync_folder(folder_of(&target));
        Ok(())
    }

    fn rewrite(&self, files: &[(PathBuf, Vec<u8>)]) -> Stored<()> {
        let mut ready = Vec::new();
        for (path, content) in files {
            // Replace the file a link points to, not the link itself.
            let target = fs::canonicalize(path).map_err(at(path))?;
            let permissions = fs::metadata(&target).map_err(at(path))?.permissions();
            let file = filled(folder_of(&target), content, false).map_err(at(path))?;
            fs::set_permissions(file.path(), permissions).map_err(at(path))?;
            ready.push((file, target));
        }
        for (file, target) in ready {
            file.persist(&target).map_err(|error| at(&target)(error.error))?;
            sync_folder(folder_of(&target));
        }
        Ok(())
    }

    fn real(&self, path: &Path) -> Stored<PathBuf> {
        fs::canonicalize(path).map_err(at(path))
    }

    fn remove(&self, path: &Path) -> Stored<()> {
        fs::remove_file(path).map_err(at(path))
    }

    fn lock(&self, path: &Path) -> Stored<Option<Arc<dyn Lock>>> {
        // Resolve links, so that all names of a file share its lock.
        let target = target_of(path)?;
        let lock = FileLock::take(&target).map_err(at(path))?;
        Ok(lock.map(|lock| Arc::new(lock) as Arc<dyn Lock>))
    }

    fn tidy(&self, folder: &Path, older_than: Duration) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_temporary = name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
            if !is_temporary && !is_lock_name(&name) {
                continue;
            }
            // This doesn't follow links. A link with such a name is not ours.
            let Ok(meta) = entry.metadata() else { continue };
            let age = meta.modified().ok().and_then(|time| time.elapsed().ok());
            if !meta.is_file() || age.is_none_or(|age| age < older_than) {
                continue;
            }
            if is_temporary {
                remove_unlocked(&entry.path());
            } else if meta.len() == 0 {
                FileLock::remove_unused(&entry.path());
            }
        }
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
    }
}

/// Creates a temporary file with this content and syncs it to disk. It is deleted when dropped, unless it is renamed.
fn filled(folder: &Path, content: &[u8], shared: bool) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    if shared {
        use std::os::unix::fs::PermissionsExt as _;
        // The user's umask then limits these permissions.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = shared;
    let mut file = builder.tempfile_in(folder)?;
    // The lock keeps other programs from tidying the file away. Without locks, only its age protects it.
    let is_locked = file.as_file().try_lock().is_ok();
    file.write_all(content)?;
    file.as_file().sync_all()?;
    if is_locked {
        // On Windows, a locked file can't be read, not even under its new name.
        file.as_file().unlock()?;
    }
    Ok(file)
}

/// Removes a temporary file unless a program is writing it.
fn remove_unlocked(path: &Path) {
    if let Ok(file) = fs::File::open(path)
        && file.try_lock().is_ok()
    {
        // If this fails, the next start tries again.
        drop(fs::remove_file(path));
    }
}

/// The target of a link; any other path unchanged.
fn target_of(path: &Path) -> Stored<PathBuf> {
    if !fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink()) {
        return Ok(path.to_owned());
    }
    fs::canonicalize(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => StorageError::new(path, error.kind(), "it is a link to a file that does not exist"),
        _ => at(path)(error),
    })
}

/// Syncs a folder, so that a rename in it survives a power cut. Ignores errors, because the renamed file is in place
/// either way. Does nothing on Windows, which can't sync folders.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = fs::File::open(folder) {
        drop(folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = folder;
}

fn info(meta: &fs::Metadata) -> Info {
    let kind = match meta {
        meta if meta.is_dir() => Kind::Folder,
        meta if meta.is_file() => Kind::File,
        _ => Kind::Other,
    };
    let modified = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Info { kind, length: meta.len(), modified }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> StorageError {
    let path = path.to_owned();
    move |cause| StorageError { path, cause }
}

fn not_ordinary(path: &Path) -> StorageError {
    StorageError::new(path, io::ErrorKind::InvalidInput, "it is not an ordinary file")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        Disk.list(folder, 99).unwrap().iter().map(Entry::name).collect()
    }

    #[test]
    fn writing_leaves_only_the_file_and_a_new_file_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/er/a.ron");
        Disk.create_folder(folder_of(&path)).unwrap();
        Disk.write(&path, b"1", WriteMode::New).unwrap();
        assert_eq!(Disk.write(&path, b"2", WriteMode::New).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        Disk.write(&path, b"3", WriteMode::Private).unwrap();
        assert_eq!(Disk.read(&path, 9).unwrap(), b"3");
        assert_eq!(names(folder_of(&path)), ["a.ron"]);
    }

    #[test]
    fn a_lock_holds_until_it_is_dropped_and_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let lock = Disk.lock(&path).unwrap();
        assert!(lock.is_some());
        assert!(Disk.lock(&path).unwrap().is_none());
        Disk.write(&path, b"1", WriteMode::New).unwrap();
        Disk.write(&path, b"2", WriteMode::Private).unwrap();
        assert!(Disk.lock(&path).unwrap().is_none(), "saving does not free it");
        drop(lock);
        assert_eq!(names(folder.path()), ["a.ron"]);
        assert!(Disk.lock(&path).unwrap().is_some());
        assert!(Disk.lock(&folder.path().join("gone/a.ron")).is_err());
    }

    #[test]
    fn never_do_two_hold_one_lock_while_others_come_and_go() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let (holders, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..2_000 {
                        if let Some(lock) = Disk.lock(&path).unwrap() {
                            assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                            taken.fetch_add(1, Ordering::SeqCst);
                            holders.fetch_sub(1, Ordering::SeqCst);
                            drop(lock);
                        }
                    }
                });
            }
        });
        assert!(taken.into_inner() > 0);
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_its_file_is_replaced() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("there/a.ron"), folder.path().join("a.ron"));
        Disk.create_folder(folder_of(&target)).unwrap();
        fs::write(&target, "1").unwrap();
        symlink("there/a.ron", &link).unwrap();
        for mode in [WriteMode::Private, WriteMode::Shared] {
            Disk.write(&link, b"2", mode).unwrap();
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(fs::read_to_string(&target).unwrap(), "2");
        }
        assert_eq!(Disk.write(&link, b"3", WriteMode::New).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(names(folder_of(&target)), ["a.ron"]);
        fs::remove_file(&target).unwrap();
        let refused = Disk.write(&link, b"4", WriteMode::Private).unwrap_err();
        assert!(refused.to_string().contains("it is a link to a file that does not exist"), "{refused}");
    }
}
