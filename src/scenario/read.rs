//! Reads the RON of a file: a form, or a list whose entries are read one by one, so that a fault does not hide others.

use ron::value::RawValue;
use serde::de::DeserializeOwned;

use super::common_mistakes::mask;
use super::diagnostic::Diagnostic;
use super::options::from_text;
use super::place::{FileId, Place, with_source_text};
use super::syntax_errors::explain;
use super::tree::{Kind, Lexer, Token};

/// The mark that some editors put before the first letter of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Faults of a file after which the entries that cannot be read are not explained any more.
pub(super) const MOST_FAULTS: usize = 100;

/// Says that a file has more faults than are listed.
fn more_faults(file: FileId, offset: usize) -> Diagnostic {
    let start = u32::try_from(offset).unwrap_or(u32::MAX);
    let place = Place { file, start, end: start.saturating_add(1) };
    let message = format!("more than {MOST_FAULTS} faults: those from here on are not listed");
    Diagnostic::error("WCW010", message, Some(place), Some("fix those above first, and check again".to_owned()))
}

/// What was read, and what could not be.
pub(super) struct Read<T> {
    pub(super) values: Vec<T>,
    pub(super) faults: Vec<Diagnostic>,
    /// Ids of entries that could not be read; empty ones for those whose id is not known.
    pub(super) broken_ids: Vec<String>,
}

impl<T> Default for Read<T> {
    fn default() -> Self {
        Self { values: Vec::new(), faults: Vec::new(), broken_ids: Vec::new() }
    }
}

/// The text of a file without a byte order mark, and the byte at which it begins.
fn begun(text: &str) -> (usize, &str) {
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (BYTE_ORDER_MARK.len_utf8(), rest),
        None => (0, text),
    }
}

/// Warns of a byte order mark, which is harmless here and often not elsewhere.
pub(super) fn byte_order_mark(file: FileId, text: &str) -> Option<Diagnostic> {
    text.starts_with(BYTE_ORDER_MARK).then(|| {
        let place = Place { file, start: 0, end: BYTE_ORDER_MARK.len_utf8() as u32 };
        let help = "editors on Windows add it; it does no harm here, and some other programs stumble over it";
        let message = "there is an invisible mark before the first letter of this file".to_owned();
        Diagnostic::warning("WCW029", message, Some(place), Some(help.to_owned())).fixed_by(
            "delete it".to_owned(),
            Some(place),
            "",
        )
    })
}

/// Reads a file that holds one form.
pub(super) fn form<T: DeserializeOwned>(file: FileId, text: &str) -> Read<T> {
    let mut read = Read::default();
    let (start, text) = begun(text);
    one(file, start, text, &mut read);
    // The form has no id of its own; those in it are others'.
    read.broken_ids.iter_mut().for_each(String::clear);
    read
}

/// Reads an entry that begins at byte `offset` of its file.
pub(super) fn entry<T: DeserializeOwned>(file: FileId, offset: usize, part: &str) -> Read<T> {
    let mut read = Read::default();
    one(file, offset, part, &mut read);
    read
}

/// Reads a file that holds a list.
pub(super) fn list<T: DeserializeOwned>(file: FileId, text: &str) -> Read<T> {
    let mut read = Read::default();
    let (start, part) = begun(text);
    // A list without a fault is read in one go.
    let whole = with_source_text(file, start, part, || from_text::<Vec<T>>(part));
    if let Ok(values) = whole {
        read.values = values;
        return read;
    }
    if let Ok(raw) = from_text::<Vec<&RawValue>>(part) {
        for raw in raw {
            let written = raw.get_ron();
            let offset = written.as_ptr().addr().saturating_sub(text.as_ptr().addr());
            one(file, offset, written, &mut read);
        }
        return read;
    }
    broken_list(file, start, part, &mut read);
    read
}

/// Reads one form that begins at byte `offset` of its file.
fn one<T: DeserializeOwned>(file: FileId, offset: usize, part: &str, read: &mut Read<T>) {
    let parse = |part: &str| with_source_text(file, offset, part, || from_text::<T>(part));
    let Err(first) = parse(part).map(|value| read.values.push(value)) else {
        return;
    };
    if read.faults.len() >= MOST_FAULTS {
        read.broken_ids.push(peek_id(part).unwrap_or_default());
        if read.faults.len() == MOST_FAULTS {
            read.faults.push(more_faults(file, offset));
        }
        return;
    }
    // Where something looks right and is not, that is the fault; what else is wrong is seen when it is taken out.
    let masked = mask(file, offset, part);
    let error = if masked.faults.is_empty() {
        Some(first)
    } else {
        parse(&masked.text).map(|value| read.values.push(value)).err()
    };
    if let Some(error) = error {
        let fault = explain(file, offset, &masked.text, &error);
        // One place has one fault.
        let place = |fault: &Diagnostic| fault.labels.first().map(|label| label.place);
        if !masked.faults.iter().any(|mistake| place(mistake) == place(&fault)) {
            read.faults.push(fault);
        }
        read.broken_ids.push(peek_id(&masked.text).unwrap_or_default());
    }
    read.faults.extend(masked.faults);
}

/// Reads a list that cannot be read whole. It is cut at the lines at which an entry seems to begin; each part is read on its own.
fn broken_list<T: DeserializeOwned>(file: FileId, start: usize, text: &str, read: &mut Read<T>) {
    let masked = mask(file, start, text);
    let whole = from_text::<Vec<&RawValue>>(&masked.text).err();
    let begins = begins(text);
    let Some(first) = begins.first().copied() else {
        let error = whole.map(|error| explain(file, start, &masked.text, &error));
        read.broken_ids.push(String::new());
        read.faults.extend(masked.faults);
        read.faults.extend(error);
        return;
    };
    // Mistakes in the entries are reported with them.
    let head = |fault: &Diagnostic| {
        let place = fault.labels.first().map(|label| label.place);
        place.is_none_or(|place| (place.start as usize) < start + first)
    };
    read.faults.extend(masked.faults.into_iter().filter(head));
    let ends = begins.iter().skip(1).copied().chain([text.len()]);
    let before = read.faults.len();
    for (begin, end) in begins.iter().copied().zip(ends) {
        let piece = text.get(begin..end).unwrap_or_default();
        let end = end_of_entry(&mask(file, 0, piece).text);
        let piece = piece.get(..end).unwrap_or_default();
        one(file, start + begin, piece, read);
    }
    // Where every entry is right on its own, the fault is between them.
    if read.faults.len() == before
        && let Some(error) = whole
    {
        read.faults.push(explain(file, start, &masked.text, &error));
    }
}

/// Bytes of the lines at which entries begin: `Name(`, `(` or `{` with the least indentation.
fn begins(text: &str) -> Vec<usize> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        let name = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let after = trimmed.get(name.unwrap_or(0)..).unwrap_or_default();
        let is_name = trimmed.starts_with(|c: char| c.is_ascii_uppercase());
        let begins = trimmed.starts_with(['(', '{']) || (is_name && after.starts_with('('));
        if begins {
            found.push((indent, start + indent));
        }
        start += line.len();
    }
    let least = found.iter().map(|(indent, _)| *indent).min();
    let at_least = found.iter().filter(|(indent, _)| Some(*indent) == least);
    at_least.map(|(_, at)| *at).collect()
}

/// The end of an entry in a part that reaches to the next one: without the comma, comments, and the end of the list.
fn end_of_entry(piece: &str) -> usize {
    let belongs = |token: &Token| !matches!(token.kind, Kind::Comment(_) | Kind::Hash | Kind::Mark(',' | ']'));
    Lexer::new(piece, 0).filter(belongs).last().map_or(piece.len(), |token| token.end)
}

/// The id of an entry that cannot be read whole.
pub(super) fn peek_id(written: &str) -> Option<String> {
    let tokens: Vec<Token> = Lexer::new(written, 0).collect();
    let id = tokens.windows(3).find_map(|three| match three {
        [name, colon, id] if colon.is(':') && id.is_text() && name.inside(written) == "id" => Some(id.inside(written)),
        _ => None,
    })?;
    Some(id.to_owned())
}
