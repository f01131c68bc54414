//! Choosing a folder: the player's own scenarios, recent folders, and the disk.

use std::path::{Path, PathBuf};

use crate::language::arg;
use crate::library::open::Library;
use crate::ports::{Kind, Ports, Storage};

use super::super::App;

/// Most folders to list. For others, the author types the path.
const MOST: usize = 300;

/// Most entries to read from a folder.
const MOST_ENTRIES: usize = 100_000;

/// The author's choice of folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChooserView {
    /// Label for returning to the folder that is open.
    pub open: Option<String>,
    pub own: Vec<FolderRow>,
    /// Recently opened folders, the latest first.
    pub recent: Vec<FolderRow>,
    /// The folder being browsed.
    pub at: PathBuf,
    /// The parent of the browsed folder.
    pub up: Option<PathBuf>,
    /// The user's home folder.
    pub home: Option<PathBuf>,
    /// Whether the browsed folder is itself a scenario.
    pub is_scenario: bool,
    /// The folders in the browsed folder.
    pub folders: Vec<FolderRow>,
    /// A sentence saying why the folder can't be read.
    pub unread: Option<String>,
    /// Whether there are more folders than listed.
    pub more: bool,
}

/// A folder that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderRow {
    pub path: PathBuf,
    /// The folder's name, or its full path.
    pub name: String,
    /// Whether there is a scenario in it.
    pub is_scenario: bool,
}

/// The folder that a typed path refers to. A file stands for its folder, and `~` for the home folder.
pub(super) fn meant(ports: &Ports, typed: &Path) -> PathBuf {
    let home = ports.home.as_ref().filter(|_| typed.starts_with("~"));
    let path = match (home, typed.strip_prefix("~")) {
        (Some(home), Ok(rest)) => home.join(rest),
        _ => typed.to_owned(),
    };
    let path = ports.storage.absolute(&path);
    match path.parent() {
        Some(parent) if ports.storage.is_file(&path) => parent.to_owned(),
        _ => path,
    }
}

fn row(storage: &dyn Storage, path: PathBuf, name: String) -> FolderRow {
    FolderRow { is_scenario: storage.is_file(&path.join("scenario.ron")), path, name }
}

/// The folders in a folder, scenarios first and without hidden ones; and whether there are more than listed.
fn folders_in(storage: &dyn Storage, folder: &Path) -> Result<(Vec<FolderRow>, bool), String> {
    let entries = storage.list(folder, MOST_ENTRIES).map_err(|error| error.cause.to_string())?;
    let folders = entries.into_iter().filter(|entry| entry.info.kind == Kind::Folder);
    let named = folders.map(|entry| (entry.name(), entry.path)).filter(|(name, _)| !name.starts_with('.'));
    let mut folders: Vec<FolderRow> = named.map(|(name, path)| row(storage, path, name)).collect();
    folders.sort_by_key(|row| (!row.is_scenario, row.name.to_lowercase()));
    let more = folders.len() > MOST;
    folders.truncate(MOST);
    Ok((folders, more))
}

impl App {
    pub(super) fn browse(&mut self, folder: PathBuf) {
        self.browsed = Some(folder);
        self.list_folders();
    }

    /// Lists what can be opened: once when asked for, not every frame.
    pub(in crate::app) fn list_folders(&mut self) {
        let (ports, storage) = (&self.ports, self.ports.storage.as_ref());
        let at = self.browsed.clone().filter(|at| storage.is_folder(at));
        let at = at.or_else(|| ports.home.clone()).unwrap_or_else(|| storage.absolute(Path::new(".")));
        let (folders, more, unread) = match folders_in(storage, &at) {
            Ok((folders, more)) => (folders, more, None),
            Err(error) => (Vec::new(), false, Some(error)),
        };
        let library = Library::new(ports);
        let own_folder = library.own_folder();
        let own = own_folder
            .iter()
            .flat_map(|folder| library.names_in(folder).into_iter().map(|name| row(storage, folder.join(&name), name)));
        let recent = self.prefs.recent.iter().map(PathBuf::from);
        let recent = recent.filter(|path| own_folder.as_deref() != path.parent());
        let open = self.author.as_ref().map(|author| author.folder.display().to_string());
        self.chooser = ChooserView {
            open: open.map(|folder| self.catalogue.msg_with("author-resume", &[arg("folder", folder)])),
            own: own.collect(),
            recent: recent.map(|path| row(storage, path.clone(), path.display().to_string())).collect(),
            up: at.parent().map(Path::to_owned),
            home: ports.home.clone(),
            is_scenario: storage.is_file(&at.join("scenario.ron")),
            at,
            folders,
            unread: unread.map(|because| self.catalogue.msg_with("author-unreadable", &[arg("because", because)])),
            more,
        };
    }
}
