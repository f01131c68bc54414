//! `new`: a commented scenario of five moves, to be changed into one's own.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::library::embedded;
use crate::library::saves::{self, SaveError};

use super::args::NewArgs;
use super::{Failure, OK};
use crate::library::open;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/new");

/// Why no scenario can be begun there.
#[derive(Debug, thiserror::Error)]
pub enum NewError {
    /// The folder's name has nothing of which an id can be made.
    #[error("no id can be made of the name \"{0}\": an id has small letters from a to z, digits, _ and -")]
    NoId(String),
    /// Something is there.
    #[error("{0} is there already and is not an empty folder; nothing was written")]
    Taken(String),
    /// The program carries a scenario of this name.
    #[error("the program carries a scenario called \"{0}\"; choose another name for your own")]
    Carried(String),
    /// A path where a name is needed.
    #[error("\"{0}\" is a path, and --own needs a name alone: it makes the folder in the game's own one")]
    NotAName(String),
    /// The files cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The program carries no scenario of this name that could be copied.
    #[error("the program carries no scenario called \"{0}\"; it carries: {1}")]
    NotCarried(String, String),
    /// The program has no such template.
    #[error("this program carries no template to begin from")]
    NoTemplate,
}

/// A scenario that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Its folder.
    pub folder: PathBuf,
    /// Its id.
    pub id: String,
    /// Its files inside the folder, in order.
    pub files: Vec<String>,
}

/// The id and the title that a folder's name stands for: "My talk" is `my-talk`, and "My talk" again.
fn named(name: &str) -> Result<(String, String), NewError> {
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
        return Err(NewError::NoId(name.to_owned()));
    }
    let spaced = name.replace(['-', '_'], " ");
    let mut letters = spaced.trim().chars();
    let title: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).filter(|c| !c.is_control()).collect();
    let title = title.replace('\\', "\\\\").replace('"', "\\\"");
    Ok((id, title))
}

/// After what a scenario is begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Model {
    /// The commented template in one file.
    OneFile,
    /// The template with a file for each kind of form, and a source.
    Folder,
    /// A scenario that the program carries, by its name.
    Carried(String),
}

/// Begins a scenario in a folder that is not there yet, or is empty. Nothing is ever overwritten.
///
/// # Errors
/// When something is there, or no id can be made of the folder's name, or it cannot be written.
pub fn begin(folder: &Path, from: &Model) -> Result<Begun, NewError> {
    // Of "." and "talks/.." only the system knows the name.
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let resolved = whole.canonicalize().unwrap_or(whole);
    let name = resolved.file_name().unwrap_or_default().to_string_lossy();
    let (id, title) = named(&name)?;
    let empty = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if folder.exists() && !empty {
        return Err(NewError::Taken(folder.display().to_string()));
    }
    let template = match from {
        Model::OneFile => TEMPLATES.get_dir("one").ok_or(NewError::NoTemplate)?,
        Model::Folder => TEMPLATES.get_dir("full").ok_or(NewError::NoTemplate)?,
        Model::Carried(name) => {
            embedded::folder(name).ok_or_else(|| NewError::NotCarried(name.clone(), embedded::names().join(", ")))?
        }
    };
    let mut files = Vec::new();
    let copied = match from {
        Model::Carried(name) => Copied {
            root: template.path(),
            to: folder,
            // Recorded games name their scenario too, so that they can be tested in the copy.
            written: vec![(format!("\"{name}\""), format!("\"{id}\""))],
        },
        _ => Copied {
            root: template.path(),
            to: folder,
            written: vec![("@ID@".to_owned(), id.clone()), ("@TITLE@".to_owned(), title)],
        },
    };
    copied.copy(template, &mut files)?;
    files.sort();
    Ok(Begun { folder: folder.to_owned(), id, files })
}

/// A copy of a folder that the program carries.
struct Copied<'c> {
    /// The folder, as its files name it.
    root: &'c Path,
    /// Where it goes.
    to: &'c Path,
    /// What its files of forms hold, and what is written in its place.
    written: Vec<(String, String)>,
}

impl Copied<'_> {
    fn copy(&self, dir: &Dir<'_>, files: &mut Vec<String>) -> Result<(), NewError> {
        let refused = |path: &Path| {
            let path = path.display().to_string();
            move |error: io::Error| SaveError::Io { path, error }
        };
        for file in dir.files() {
            let inside = file.path().strip_prefix(self.root).unwrap_or(file.path());
            let target = self.to.join(inside);
            let parent = target.parent().unwrap_or(self.to);
            fs::create_dir_all(parent).map_err(refused(parent))?;
            let text = file.contents_utf8().unwrap_or_default();
            let inside = inside.to_string_lossy().replace('\\', "/");
            // A source is kept byte for byte.
            let of_forms = inside.ends_with(".ron") && !inside.starts_with("sources/");
            let written = self.written.iter().filter(|_| of_forms);
            let text = written.fold(text.to_owned(), |text, (find, put)| text.replace(find, put));
            saves::write_new(&target, &text)?;
            files.push(inside);
        }
        dir.dirs().try_for_each(|inner| self.copy(inner, files))
    }
}

/// Where a person's own scenario of a name goes.
fn own(name: &Path) -> Result<PathBuf, NewError> {
    let text = name.to_string_lossy().into_owned();
    let plain = name.components().count() == 1 && name.file_name() == Some(name.as_os_str());
    if !plain {
        return Err(NewError::NotAName(text));
    }
    if embedded::folder(&text).is_some() {
        return Err(NewError::Carried(text));
    }
    Ok(open::own_folder()?.join(name))
}

/// Begins a scenario, and says what to type next.
///
/// # Errors
/// When it cannot be begun there, or output fails.
pub fn run(args: &NewArgs, out: &mut dyn Write) -> Result<u8, Failure> {
    let told = |error: NewError| Failure::Told(error.to_string());
    let folder = if args.own { own(&args.folder).map_err(told)? } else { args.folder.clone() };
    let model = match &args.like {
        Some(name) => Model::Carried(name.clone()),
        None if args.full => Model::Folder,
        None => Model::OneFile,
    };
    let begun = begin(&folder, &model).map_err(told)?;
    writeln!(out, "The scenario \"{}\" was begun in {}", begun.id, begun.folder.display())?;
    for file in &begun.files {
        writeln!(out, "  {file}")?;
    }
    let name = quoted(&args.folder.display().to_string());
    writeln!(out, "\nOpen it in any editor, change it, and type")?;
    writeln!(out, "  we-can-wait check {name}")?;
    writeln!(out, "  we-can-wait play {name}")?;
    writeln!(out, "  we-can-wait playtest {name} --bot all --games 50")?;
    Ok(OK)
}

/// A name as it is typed in a shell.
fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:~".contains(c);
    if name.chars().all(plain) { name.to_owned() } else { format!("\"{name}\"") }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_folders_name_becomes_an_id_and_a_title() {
        let of = |name: &str| named(name).unwrap();
        assert_eq!(of("my-talk"), ("my-talk".to_owned(), "My talk".to_owned()));
        assert_eq!(of("Yalta 1945!").0, "yalta-1945");
        assert_eq!(of("a \"b\"").1, "A \\\"b\\\"");
        assert!(named("\u{65e5}\u{672c}").is_err());
        assert!(named("").is_err());
    }
}
