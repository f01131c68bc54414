//! Places in a scenario's files: which bytes an author has to change to fix a fault.

use std::cell::Cell;
use std::fmt;

use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer, Error as _};

use super::limits::ID_BYTES;
use super::options::ron_options;

/// A file of a scenario folder, as an index into [`Report::files`](super::diagnostic::Report::files).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FileId(pub u16);

/// A byte range in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    pub file: FileId,
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A string that remembers where it was written. Ids, references and quoted words have this type, so a fault found
/// long after parsing can still mark the exact characters.
#[derive(Clone, Default)]
pub struct Written {
    pub text: String,
    /// Byte range in the file, without the quotation marks; `None` if the string didn't come from a file.
    pub place: Option<Place>,
}

/// Whether a text can be an id: 1 to [`ID_BYTES`] of `[a-z0-9_-]`. A scenario's id is part of file names.
pub fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    (1..=ID_BYTES).contains(&text.len()) && text.chars().all(plain)
}

/// An id or a reference to one; see [`is_id`].
pub type Id = Written;

/// What an id with other letters was probably meant to be: in small letters, without spaces around it, and with `_` for those in
/// it.
pub(super) fn as_id(text: &str) -> String {
    text.trim().to_lowercase().split_whitespace().collect::<Vec<_>>().join("_")
}

impl Written {
    /// A string that didn't come from a file, for tests and generated scenarios.
    pub fn unplaced(text: &str) -> Self {
        Self { text: text.to_owned(), place: None }
    }

    /// The text, without its place.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text)
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Written {}

/// The text being parsed. Holds its address as a number so that no lifetime is needed.
#[derive(Clone, Copy)]
struct BeingRead {
    file: FileId,
    /// Byte offset in the file at which this text begins.
    offset: usize,
    /// Memory address of the first byte.
    address: usize,
    length: usize,
}

thread_local! {
    /// serde can't pass context to a `Deserialize` impl, so the loader stores the text's address here while it parses.
    static BEING_READ: Cell<Option<BeingRead>> = const { Cell::new(None) };
}

/// Runs `parse` so that strings borrowed from `text` get their places. `text` begins at byte `offset` of the file.
pub(super) fn with_source_text<T>(file: FileId, offset: usize, text: &str, parse: impl FnOnce() -> T) -> T {
    struct Restore(Option<BeingRead>);
    impl Drop for Restore {
        fn drop(&mut self) {
            BEING_READ.set(self.0);
        }
    }
    let text = BeingRead { file, offset, address: text.as_ptr().addr(), length: text.len() };
    let _restore = Restore(BEING_READ.replace(Some(text)));
    parse()
}

/// The place of a slice of the text being parsed; `None` if the slice isn't part of it.
pub(super) fn place_of(borrowed: &str) -> Option<Place> {
    let text = BEING_READ.get()?;
    let start = borrowed.as_ptr().addr().checked_sub(text.address)?;
    let end = start.checked_add(borrowed.len())?;
    if end > text.length {
        return None;
    }
    Some(Place {
        file: text.file,
        start: u32::try_from(start + text.offset).ok()?,
        end: u32::try_from(end + text.offset).ok()?,
    })
}

/// Error message for a value that isn't a string. `syntax_errors` matches on it.
pub(super) const TEXT_NEEDED: &str = "a text in quotation marks is needed here";

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Read the raw text: for a string with escapes RON would return an unescaped copy, which has no place.
        let written = <&RawValue>::deserialize(deserializer)?.get_ron();
        let inside = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        if let Some(inside) = inside.filter(|inside| !inside.contains('\\')) {
            return Ok(Written { text: inside.to_owned(), place: place_of(inside) });
        }
        let text: String = ron_options().from_str(written).map_err(|_| D::Error::custom(TEXT_NEEDED))?;
        let hashes = |c: char| c == '#' || c == 'r';
        let inside = written.trim_start_matches(hashes).trim_end_matches('#');
        let inside = inside.strip_prefix('"').unwrap_or(inside);
        Ok(Written { text, place: place_of(inside.strip_suffix('"').unwrap_or(inside)) })
    }
}
