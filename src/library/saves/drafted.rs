//! The drafts saved next to a game: the statement being built and the report not yet sent.

use std::io::ErrorKind;
use std::path::Path;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::negotiation::script::Step;
use crate::ports::{Storage, WriteMode};
use crate::scenario::format::refuse_newer;
use crate::scenario::options::from_text;

use super::SaveError;

/// Version of the file format.
const FORMAT: u32 = 1;
/// Largest file read, in bytes. A larger one was not written by this program.
const MAX_BYTES: u64 = 100_000;

/// The unfinished statement and report of a game.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Draft", deny_unknown_fields)]
pub struct Drafted {
    format: u32,
    /// Number of steps in the game when the draft was saved. If it differs from the game's, the draft is out of date.
    pub after: usize,
    /// The statement being built, as [`Step::Say`]. It may have no moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Step>,
    /// The report so far, as [`Step::Package`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Step>,
}

impl Drafted {
    /// A draft after this many steps of the game.
    pub const fn new(after: usize, statement: Option<Step>, report: Option<Step>) -> Self {
        Self { format: FORMAT, after, statement, report }
    }

    /// Whether there is nothing to save.
    pub const fn is_empty(&self) -> bool {
        self.statement.is_none() && self.report.is_none()
    }

    /// Reads the file; `None` if there is none.
    pub(super) fn read(storage: &dyn Storage, path: &Path) -> Result<Option<Self>, SaveError> {
        let not_a_draft = |because: String| SaveError::NotADraft { path: path.display().to_string(), because };
        let text = match storage.read_text(path, MAX_BYTES) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return Err(error.into()),
            Err(error) => return Err(not_a_draft(error.cause.to_string())),
        };
        refuse_newer(&text, FORMAT).map_err(|error| SaveError::Newer { path: path.display().to_string(), error })?;
        let drafted: Self = from_text(&text).map_err(|error| not_a_draft(error.to_string()))?;
        if drafted.format != FORMAT {
            return Err(not_a_draft(format!("there is no format {}; formats count from 1", drafted.format)));
        }
        Ok(Some(drafted))
    }

    /// Writes the file, or removes it if the draft is empty. A file that can't be parsed is left alone.
    pub(super) fn save(&self, storage: &dyn Storage, path: &Path) -> Result<(), SaveError> {
        let there = Self::read(storage, path)?;
        if !self.is_empty() {
            let config = PrettyConfig::new().struct_names(true).new_line("\n").extensions(Extensions::IMPLICIT_SOME);
            let text = ron::ser::to_string_pretty(self, config)? + "\n";
            return Ok(storage.write(path, text.as_bytes(), WriteMode::Private)?);
        }
        Ok(there.map_or(Ok(()), |_| storage.remove(path))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::memory::Memory;

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
    fn a_draft_can_be_read_back_and_an_empty_one_leaves_no_file() {
        let storage = Memory::default();
        let path = Path::new("/a.draft.ron");
        assert_eq!(Drafted::read(&storage, path).unwrap(), None);
        drafted().save(&storage, path).unwrap();
        assert_eq!(Drafted::read(&storage, path).unwrap(), Some(drafted()));
        Drafted::new(4, None, None).save(&storage, path).unwrap();
        assert!(!storage.exists(path));
    }

    #[test]
    fn a_newer_format_is_refused_by_number_and_the_file_is_left_unchanged() {
        let storage = Memory::default();
        let path = Path::new("/a.draft.ron");
        for newer in ["Draft(format: 2, after: 0)", "Draft(format: 2, after: 0, mood: Hopeful(1))"] {
            storage.write(path, newer.as_bytes(), WriteMode::Private).unwrap();
            let refused = drafted().save(&storage, path).unwrap_err().to_string();
            assert_eq!(refused, "/a.draft.ron needs a newer program (format 2; this one reads up to 1)");
            assert_eq!(storage.read_text(path, 99).unwrap(), newer);
        }
    }

    #[test]
    fn a_file_that_cannot_be_parsed_is_left_alone() {
        let storage = Memory::default();
        let path = Path::new("/a.draft.ron");
        for strange in ["Draft(format: 9, after: 0)", "shopping list", ""] {
            storage.write(path, strange.as_bytes(), WriteMode::Private).unwrap();
            assert!(drafted().save(&storage, path).is_err());
            assert!(Drafted::new(0, None, None).save(&storage, path).is_err());
            assert_eq!(storage.read_text(path, 99).unwrap(), strange);
        }
    }
}
