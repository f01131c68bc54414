//! Choosing a folder: one's own scenarios, those that were opened before, and what lies on the disk.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::Desk;

/// Folders that are listed at most: beyond it one types the path.
const MOST: usize = 300;

/// Where an author chooses a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChooserView {
    /// The folder that is open now.
    pub open: Option<String>,
    /// One's own scenarios.
    pub own: Vec<FolderRow>,
    /// Folders that were opened before, the last one first.
    pub recent: Vec<FolderRow>,
    /// The folder that is looked into.
    pub at: PathBuf,
    /// The folder it lies in.
    pub up: Option<PathBuf>,
    /// A person's own folder.
    pub home: Option<PathBuf>,
    /// The folder that is looked into is a scenario itself.
    pub is_scenario: bool,
    /// The folders in it.
    pub folders: Vec<FolderRow>,
    /// Why it cannot be looked into.
    pub unread: Option<String>,
    /// There are more folders than are listed.
    pub more: bool,
}

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderRow {
    /// Where it is.
    pub path: PathBuf,
    /// Its name, or where it is.
    pub name: String,
    /// It holds a scenario.
    pub is_scenario: bool,
}

/// The folder that somebody means who typed a path, or named a file in it.
pub(super) fn meant(typed: &Path) -> PathBuf {
    let home = home().filter(|_| typed.starts_with("~"));
    let path = match (home, typed.strip_prefix("~")) {
        (Some(home), Ok(rest)) => home.join(rest),
        _ => typed.to_owned(),
    };
    let path = std::path::absolute(&path).unwrap_or(path);
    match path.parent() {
        Some(parent) if path.is_file() => parent.to_owned(),
        _ => path,
    }
}

fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

fn is_scenario(folder: &Path) -> bool {
    folder.join("scenario.ron").is_file()
}

fn row(path: PathBuf, name: String) -> FolderRow {
    FolderRow { is_scenario: is_scenario(&path), path, name }
}

/// The folders in a folder, scenarios first, hidden ones left out; and whether there are more than are listed.
fn folders_in(folder: &Path) -> Result<(Vec<FolderRow>, bool), String> {
    let entries = fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut folders: Vec<FolderRow> = entries
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| (entry.path(), entry.file_name().to_string_lossy().into_owned()))
        .filter(|(_, name)| !name.starts_with('.'))
        .map(|(path, name)| row(path, name))
        .collect();
    folders.sort_by_key(|row| (!row.is_scenario, row.name.to_lowercase()));
    let more = folders.len() > MOST;
    folders.truncate(MOST);
    Ok((folders, more))
}

impl Desk {
    /// Looks into a folder.
    pub(super) fn browse(&mut self, folder: PathBuf) {
        self.browsed = Some(folder);
        self.look_around();
    }

    /// Looks at what can be opened: asked for once, not whenever it is drawn.
    pub(in crate::app) fn look_around(&mut self) {
        let at = self.browsed.clone();
        let at = at.filter(|at| at.is_dir()).or_else(home);
        let at = at.or_else(|| env::current_dir().ok()).unwrap_or_default();
        let (folders, more, unread) = match folders_in(&at) {
            Ok((folders, more)) => (folders, more, None),
            Err(error) => (Vec::new(), false, Some(error)),
        };
        let library = self.scenario_library();
        let own_folder = library.own_folder();
        let own = own_folder
            .iter()
            .flat_map(|folder| library.names_in(folder).into_iter().map(|name| row(folder.join(&name), name)));
        let recent = self.prefs.recent.iter().map(PathBuf::from);
        let recent = recent.filter(|path| own_folder.as_deref() != path.parent());
        self.chooser = ChooserView {
            open: self.author.as_ref().map(|author| author.folder.display().to_string()),
            own: own.collect(),
            recent: recent.map(|path| row(path.clone(), path.display().to_string())).collect(),
            up: at.parent().map(Path::to_owned),
            home: home(),
            is_scenario: is_scenario(&at),
            at,
            folders,
            unread,
            more,
        };
    }
}
