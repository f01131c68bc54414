//! Migrates scenarios of older formats to the current one, step by step, by editing their text.
//!
//! Edits touch only the words they change, so an author's comments and layout survive. Format 1 is the first, so there
//! is nothing to migrate yet. A new format adds its step to [`MIGRATIONS`], and a fixture of the old format to the
//! tests.

use std::ops::Range;

use super::folder::Folder;
use super::format::number_of_format;

/// Replaces a byte range of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace.
    pub bytes: Range<usize>,
    /// The replacement.
    pub text: String,
}

/// A migration from one format to the next.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub from: u32,
    /// Given a file's path in the scenario and its text, returns the edits to make. The format number is updated
    /// separately.
    pub edits: fn(&str, &str) -> Vec<Edit>,
}

/// All known migrations, in order of format.
pub const MIGRATIONS: &[Migration] = &[];

/// The migrations that lead from one format to another; `None` if a step is missing.
pub fn way(migrations: &[Migration], from: u32, to: u32) -> Option<Vec<Migration>> {
    (from..to).map(|format| migrations.iter().find(|migration| migration.from == format).copied()).collect()
}

/// Applies edits to a text, last first. If two overlap, the one that starts earlier is skipped.
pub fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.bytes.start));
    let mut out = text.to_owned();
    let mut free = text.len();
    for Edit { bytes, text } in edits {
        if bytes.end <= free && out.is_char_boundary(bytes.start) && out.is_char_boundary(bytes.end) {
            free = bytes.start;
            out.replace_range(bytes, &text);
        }
    }
    out
}

/// A folder of an older format, migrated as it is read. Source texts are unchanged.
pub struct Migrated<'a> {
    pub folder: &'a dyn Folder,
    pub steps: Vec<Migration>,
}

impl Migrated<'_> {
    /// The text of a file after all migrations.
    fn migrated(&self, file: &str, text: String) -> String {
        self.steps.iter().fold(text, |text, migration| {
            let mut edits = (migration.edits)(file, &text);
            if file == "scenario.ron" {
                edits.extend(
                    number_of_format(&text).map(|bytes| Edit { bytes, text: (migration.from + 1).to_string() }),
                );
            }
            edited(&text, edits)
        })
    }
}

impl Folder for Migrated<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        self.folder.list(folder)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        let bytes = self.folder.read(file)?;
        if file.starts_with("sources/") && !file.ends_with(".ron") {
            return Ok(bytes);
        }
        Ok(bytes.map(|bytes| match String::from_utf8(bytes) {
            Ok(text) => self.migrated(file, text).into_bytes(),
            Err(error) => error.into_bytes(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_from_the_end_and_never_overlap() {
        let edit = |bytes, text: &str| Edit { bytes, text: text.to_owned() };
        let edits = vec![edit(0..3, "six"), edit(8..13, "geese"), edit(10..12, "x")];
        assert_eq!(edited("two old hens.", edits), "six old hex.");
        assert_eq!(edited("a\u{e9}b", vec![edit(2..3, "x")]), "a\u{e9}b");
        assert_eq!(edited("ab", vec![edit(1..9, "x")]), "ab");
    }

    #[test]
    fn a_migration_path_with_a_missing_step_is_refused() {
        const NONE: fn(&str, &str) -> Vec<Edit> = |_, _| Vec::new();
        let migrations = [Migration { from: 1, edits: NONE }, Migration { from: 3, edits: NONE }];
        assert!(way(&migrations, 1, 2).is_some_and(|way| way.len() == 1));
        assert!(way(&migrations, 1, 4).is_none());
        assert!(way(&migrations, 4, 4).is_some_and(|way| way.is_empty()));
    }
}
