//! What is not yet said: the statement that is being built and the report that is not sent, kept beside the game's file.

use std::fs;
use std::path::{Path, PathBuf};

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::negotiation::script::Step;

use super::{SaveError, io_error, write_whole};

/// Version of the file's format.
const FORMAT: u32 = 1;
/// A file that is larger was not written here.
const MAX_BYTES: u64 = 100_000;

/// What lies on the table and is not yet said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Draft", deny_unknown_fields)]
pub struct Drafted {
    /// Version of the format.
    format: u32,
    /// Steps of the game that had been made. One that belongs to an earlier step is out of date.
    pub after: usize,
    /// The statement that is being built: [`Step::Say`], perhaps without moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Step>,
    /// The report as it stands: [`Step::Package`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Step>,
}

impl Drafted {
    /// What lies on the table after so many steps of the game.
    pub const fn new(after: usize, statement: Option<Step>, report: Option<Step>) -> Self {
        Self { format: FORMAT, after, statement, report }
    }

    /// There is nothing that would be lost.
    pub const fn is_empty(&self) -> bool {
        self.statement.is_none() && self.report.is_none()
    }

    /// Reads the file; nothing where there is none.
    ///
    /// # Errors
    /// When there is one and it cannot be understood.
    pub fn read(path: &Path) -> Result<Option<Self>, SaveError> {
        let not_a_draft = |because: String| SaveError::NotADraft { path: path.display().to_string(), because };
        match fs::metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(io_error(path)(error)),
            Ok(meta) if !meta.is_file() => return Err(not_a_draft("it is no file".to_owned())),
            Ok(meta) if meta.len() > MAX_BYTES => {
                return Err(not_a_draft(format!("it has {} bytes", meta.len())));
            }
            Ok(_) => {}
        }
        let text = fs::read_to_string(path).map_err(io_error(path))?;
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let drafted: Self = options.from_str(&text).map_err(|error| not_a_draft(error.to_string()))?;
        if drafted.format != FORMAT {
            return Err(not_a_draft(format!("its format is {}, and this program knows {FORMAT}", drafted.format)));
        }
        Ok(Some(drafted))
    }

    /// Writes the file, whole or not at all. One that cannot be understood is somebody's and stays.
    ///
    /// # Errors
    /// When the system refuses, or something else stands there.
    pub fn keep(&self, path: &Path) -> Result<(), SaveError> {
        let there = Self::read(path)?;
        if !self.is_empty() {
            let config = PrettyConfig::new().struct_names(true).new_line("\n").extensions(Extensions::IMPLICIT_SOME);
            return write_whole(path, &(ron::ser::to_string_pretty(self, config)? + "\n"));
        }
        match there {
            Some(_) => fs::remove_file(path).map_err(io_error(path)),
            None => Ok(()),
        }
    }
}

impl super::Store {
    /// Where what is not yet said is kept: beside the game, `moscow-1955-001.draft.ron` beside `moscow-1955-001.ron`.
    pub fn draft_path(&self) -> PathBuf {
        self.path.with_extension("draft.ron")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafted() -> Drafted {
        let say = Step::Say {
            speaker: "kitamura".to_owned(),
            holds_floor: true,
            moves: vec!["ask_conditions".to_owned()],
            predict: Vec::new(),
        };
        Drafted::new(3, Some(say), None)
    }

    #[test]
    fn what_is_kept_is_read_again_and_nothing_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.draft.ron");
        assert_eq!(Drafted::read(&path).unwrap(), None);
        drafted().keep(&path).unwrap();
        assert_eq!(Drafted::read(&path).unwrap(), Some(drafted()));
        Drafted::new(4, None, None).keep(&path).unwrap();
        assert!(!path.exists());
    }

    #[test]
    fn a_file_that_cannot_be_understood_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.draft.ron");
        for strange in ["Draft(format: 9, after: 0)", "shopping list", ""] {
            fs::write(&path, strange).unwrap();
            assert!(drafted().keep(&path).is_err());
            assert!(Drafted::new(0, None, None).keep(&path).is_err());
            assert_eq!(fs::read_to_string(&path).unwrap(), strange);
        }
    }
}
