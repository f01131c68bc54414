//! The disk. All of the program's temporary files, syncs and renames are in this file.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use tempfile::{Builder, NamedTempFile};

use crate::ports::{Entry, Info, Kind, Storage, StorageError, Stored, WriteMode};

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
        fs::create_dir_all(folder).map_err(at(folder))
    }

    fn write(&self, path: &Path, content: &[u8], mode: WriteMode) -> Stored<()> {
        if mode == WriteMode::Shared && fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            return Err(not_ordinary(path));
        }
        let file = filled(folder_of(path), content, mode != WriteMode::Private).map_err(at(path))?;
        let placed = match mode {
            WriteMode::New => file.persist_noclobber(path),
            WriteMode::Private | WriteMode::Shared => file.persist(path),
        };
        placed.map(drop).map_err(|error| at(path)(error.error))
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
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> Stored<()> {
        fs::remove_file(path).map_err(at(path))
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
    }
}

/// Creates a temporary file with this content and syncs it to disk. It is deleted when dropped, unless it is renamed.
fn filled(folder: &Path, content: &[u8], shared: bool) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    if shared {
        use std::os::unix::fs::PermissionsExt as _;
        // The user's umask then limits these permissions.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = shared;
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    Ok(file)
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
