//! Creates a scenario for an author to change, from a commented template of five moves or as a copy of a built-in one.

use std::path::{Component, Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::library::embedded;
use crate::library::open::Library;
use crate::ports::{Ports, Storage, StorageError, WriteMode};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/new");

/// Why a scenario can't be created there.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    #[error("no id can be made of the name \"{0}\": an id has small letters from a to z, digits, _ and -")]
    NoId(String),
    #[error("{0} already exists and is not an empty folder; nothing was written")]
    Taken(String),
    #[error("\"{0}\" is the name of a built-in scenario; choose another name for yours")]
    BuiltInName(String),
    #[error("\"{0}\" is a path, and --own needs a name alone: the folder is made in the game's own one")]
    NotAName(String),
    #[error("this machine names no folder for a person's data; name a folder by its path, without --own")]
    NoFolder,
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("there is no built-in scenario \"{0}\"; there are: {1}")]
    NotBuiltIn(String, String),
    #[error("this program has no template to start from")]
    NoTemplate,
}

/// The scenario that was created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    pub folder: PathBuf,
    pub id: String,
    /// The files created, relative to the folder, sorted.
    pub files: Vec<String>,
}

/// What a new scenario starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Template {
    /// The commented template in a single file.
    OneFile,
    /// The template with one file for each kind of entry, and a source.
    Folder,
    /// A copy of the built-in scenario with this name.
    BuiltIn(String),
}

/// Creates a scenario in a new or empty folder. Never overwrites anything.
///
/// # Errors
/// Returns an error if the folder has something in it, its name can't be turned into an id, or it can't be written.
pub fn create(storage: &dyn Storage, folder: &Path, from: &Template) -> Result<Created, CreateError> {
    let (id, title) = id_and_title(&name_of(&storage.absolute(folder)))?;
    let empty = storage.list(folder, 1).is_ok_and(|entries| entries.is_empty());
    if storage.exists(folder) && !empty {
        return Err(CreateError::Taken(folder.display().to_string()));
    }
    let template = match from {
        Template::OneFile => TEMPLATES.get_dir("one").ok_or(CreateError::NoTemplate)?,
        Template::Folder => TEMPLATES.get_dir("full").ok_or(CreateError::NoTemplate)?,
        Template::BuiltIn(name) => {
            embedded::folder(name).ok_or_else(|| CreateError::NotBuiltIn(name.clone(), embedded::names().join(", ")))?
        }
    };
    let replaced = match from {
        // Recorded games name their scenario too. Change that, so that they can be tested in the copy.
        Template::BuiltIn(name) => vec![(format!("\"{name}\""), format!("\"{id}\""))],
        _ => vec![("@ID@".to_owned(), id.clone()), ("@TITLE@".to_owned(), title)],
    };
    let mut files = Vec::new();
    Copy { storage, root: template.path(), to: folder, replaced }.copy(template, &mut files)?;
    files.sort();
    Ok(Created { folder: folder.to_owned(), id, files })
}

/// The folder for one of the player's own scenarios with this name.
///
/// # Errors
/// Returns an error if it is not a plain name or belongs to a built-in scenario, or if the platform has no data folder.
pub fn own_folder(ports: &Ports, name: &Path) -> Result<PathBuf, CreateError> {
    let text = name.to_string_lossy().into_owned();
    let plain = name.components().count() == 1 && name.file_name() == Some(name.as_os_str());
    if !plain {
        return Err(CreateError::NotAName(text));
    }
    if embedded::folder(&text).is_some() {
        return Err(CreateError::BuiltInName(text));
    }
    let folder = Library::new(ports).own_folder().ok_or(CreateError::NoFolder)?;
    Ok(folder.join(name))
}

/// The name of a folder, even if the path ends in `.` or `..`.
fn name_of(path: &Path) -> String {
    let mut names = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => names.push(name),
            Component::ParentDir => drop(names.pop()),
            _ => {}
        }
    }
    names.pop().unwrap_or_default().to_string_lossy().into_owned()
}

/// Derives an id and a title from a folder's name: "My talk" gives `my-talk` and "My talk".
fn id_and_title(name: &str) -> Result<(String, String), CreateError> {
    let mut id = String::new();
    for c in name.chars() {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' => id.push(c),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    let id = id.trim_end_matches('-').to_owned();
    if id.is_empty() {
        return Err(CreateError::NoId(name.to_owned()));
    }
    let spaced = name.replace(['-', '_'], " ");
    let mut letters = spaced.trim().chars();
    let title: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).filter(|c| !c.is_control()).collect();
    let title = title.replace('\\', "\\\\").replace('"', "\\\"");
    Ok((id, title))
}

/// Copies an embedded folder.
struct Copy<'c> {
    storage: &'c dyn Storage,
    /// The embedded folder that the files' paths are relative to.
    root: &'c Path,
    to: &'c Path,
    /// Pairs of texts: what to replace in RON files, and the replacement.
    replaced: Vec<(String, String)>,
}

impl Copy<'_> {
    fn copy(&self, dir: &Dir<'_>, files: &mut Vec<String>) -> Result<(), CreateError> {
        for file in dir.files() {
            let inside = file.path().strip_prefix(self.root).unwrap_or(file.path());
            let target = self.to.join(inside);
            self.storage.create_folder(target.parent().unwrap_or(self.to))?;
            let text = file.contents_utf8().unwrap_or_default();
            let inside = inside.to_string_lossy().replace('\\', "/");
            // Sources are copied byte for byte.
            let is_ron = inside.ends_with(".ron") && !inside.starts_with("sources/");
            let replaced = self.replaced.iter().filter(|_| is_ron);
            let text = replaced.fold(text.to_owned(), |text, (find, put)| text.replace(find, put));
            self.storage.write(&target, text.as_bytes(), WriteMode::New)?;
            files.push(inside);
        }
        dir.dirs().try_for_each(|inner| self.copy(inner, files))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{id_and_title, name_of};

    #[test]
    fn a_folders_name_becomes_an_id_and_a_title() {
        let of = |name: &str| id_and_title(name).unwrap();
        assert_eq!(of("my-talk"), ("my-talk".to_owned(), "My talk".to_owned()));
        assert_eq!(of("Yalta 1945!").0, "yalta-1945");
        assert_eq!(of("a \"b\"").1, "A \\\"b\\\"");
        assert!(id_and_title("\u{65e5}\u{672c}").is_err());
        assert!(id_and_title("").is_err());
    }

    #[test]
    fn a_path_that_ends_in_dots_still_has_a_name() {
        assert_eq!(name_of(Path::new("/a/b/.")), "b");
        assert_eq!(name_of(Path::new("/a/b/..")), "a");
        assert_eq!(name_of(Path::new("/")), "");
    }
}
