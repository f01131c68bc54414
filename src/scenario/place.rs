//! Where a thing is written: the file and the bytes an author would have to change.

use std::cell::Cell;
use std::fmt;

use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer, Error as _};

use super::options::ron_options;

/// One file of a scenario folder, by its place in the loader's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FileId(pub u16);

/// A range of bytes in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    pub file: FileId,
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A string that knows where it was written. Ids, references and the words of quotations are of this type, so that a
/// fault found long after parsing still marks the exact characters.
#[derive(Clone, Default)]
pub struct Written {
    pub text: String,
    /// Its bytes in the file, without the quotation marks; `None` where it is in no file.
    pub place: Option<Place>,
}

/// An id or a reference to one: `[a-z0-9_-]`.
pub type Id = Written;

impl Written {
    /// A string that is in no file, for tests and for generated scenarios.
    pub fn unplaced(text: &str) -> Self {
        Self { text: text.to_owned(), place: None }
    }

    /// The string.
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

/// The text that is being read, as plain numbers.
#[derive(Clone, Copy)]
struct BeingRead {
    file: FileId,
    /// The byte of the file at which the text begins.
    offset: usize,
    /// The address of its first byte.
    address: usize,
    length: usize,
}

thread_local! {
    /// serde gives a `Deserialize` no room for context, so the loader leaves the text's address here while it parses.
    static BEING_READ: Cell<Option<BeingRead>> = const { Cell::new(None) };
}

/// Runs `parse` so that strings borrowed from `text` get their places. The text begins at byte `offset` of the file.
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

/// The place of a piece of the text that is being read.
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

/// The message for anything but a text; `syntax_errors` recognises it.
pub(super) const TEXT_NEEDED: &str = "a text in quotation marks is needed here";

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As the author wrote it: of a text with escapes the reader would give a copy, which has no place.
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
