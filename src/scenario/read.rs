//! Parses the RON of a file: either one form, or a list whose entries are parsed one by one so that a fault doesn't
//! hide the others.

use ron::value::RawValue;
use serde::de::DeserializeOwned;

use super::common_mistakes::mask;
use super::diagnostic::Diagnostic;
use super::options::{from_text, is_too_many};
use super::place::{FileId, Place, with_source_text};
use super::syntax_errors::explain;
use super::tree::{Kind, Lexer, Token};

/// Invisible character that some editors put at the start of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Maximum number of faults explained for one file. Entries that fail after that are only counted as broken.
pub(super) const MOST_FAULTS: usize = 100;

/// Tells the author that a file has more faults than are listed.
fn more_faults(file: FileId, offset: usize) -> Diagnostic {
    let start = u32::try_from(offset).unwrap_or(u32::MAX);
    let place = Place { file, start, end: start.saturating_add(1) };
    let message = format!("more than {MOST_FAULTS} faults: those from here on are not listed");
    Diagnostic::error("WCW010", message, Some(place), Some("fix those above first, and check again".to_owned()))
}

/// The values that could be parsed, and the faults in the rest.
pub(super) struct Read<T> {
    pub(super) values: Vec<T>,
    pub(super) faults: Vec<Diagnostic>,
    /// Ids of entries that couldn't be parsed. An empty string stands for an entry whose id is unknown.
    pub(super) broken_ids: Vec<String>,
}

impl<T> Default for Read<T> {
    fn default() -> Self {
        Self { values: Vec::new(), faults: Vec::new(), broken_ids: Vec::new() }
    }
}

/// The text of a file without its byte order mark, and the byte offset at which it begins.
fn begun(text: &str) -> (usize, &str) {
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (BYTE_ORDER_MARK.len_utf8(), rest),
        None => (0, text),
    }
}

/// Warns about a byte order mark. It is harmless here but confuses some other programs.
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

/// Parses a file that holds one form.
pub(super) fn form<T: DeserializeOwned>(file: FileId, text: &str) -> Read<T> {
    let mut read = Read::default();
    let (start, text) = begun(text);
    one(file, start, text, &mut read);
    // Any id found here belongs to something inside the form, because the form itself has none.
    read.broken_ids.iter_mut().for_each(String::clear);
    read
}

/// Parses one entry that begins at byte `offset` of its file.
pub(super) fn entry<T: DeserializeOwned>(file: FileId, offset: usize, part: &str) -> Read<T> {
    let mut read = Read::default();
    one(file, offset, part, &mut read);
    read
}

/// Parses a file that holds a list.
pub(super) fn list<T: DeserializeOwned>(file: FileId, text: &str) -> Read<T> {
    let mut read = Read::default();
    let (start, part) = begun(text);
    // Fast path: a list without faults is parsed in one go.
    let whole = with_source_text(file, start, part, || from_text::<Vec<T>>(part));
    match whole {
        Ok(values) => {
            read.values = values;
            return read;
        }
        // Nothing is read of a list that is too long: what is wrong with its entries could be said without end.
        Err(error) if is_too_many(&error.code) => {
            read.faults.push(explain(file, start, part, &error));
            read.broken_ids.push(String::new());
            return read;
        }
        Err(_) => {}
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

/// Parses one form that begins at byte `offset` of its file, and adds the result to `read`.
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
    // Report common mistakes as they are. Then parse the text without them to find any other fault.
    let masked = mask(file, offset, part);
    let error = if masked.faults.is_empty() {
        Some(first)
    } else {
        parse(&masked.text).map(|value| read.values.push(value)).err()
    };
    if let Some(error) = error {
        let fault = explain(file, offset, &masked.text, &error);
        // Report only one fault per place.
        let place = |fault: &Diagnostic| fault.labels.first().map(|label| label.place);
        if !masked.faults.iter().any(|mistake| place(mistake) == place(&fault)) {
            read.faults.push(fault);
        }
        read.broken_ids.push(peek_id(&masked.text).unwrap_or_default());
    }
    read.faults.extend(masked.faults);
}

/// Parses a list that RON can't split into entries. The text is cut at lines where an entry seems to begin, and each
/// piece is parsed on its own.
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
    // Keep only mistakes before the first entry; those inside an entry are reported when it is parsed.
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
    // If every entry is valid on its own, the fault is between them.
    if read.faults.len() == before
        && let Some(error) = whole
    {
        read.faults.push(explain(file, start, &masked.text, &error));
    }
}

/// Byte offsets at which entries seem to begin: `Name(`, `(` or `{` at the start of a line with the smallest
/// indentation.
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

/// End of the entry at the head of `piece`, without a trailing comma, comments or the bracket that closes the list.
fn end_of_entry(piece: &str) -> usize {
    let belongs = |token: &Token| !matches!(token.kind, Kind::Comment(_) | Kind::Hash | Kind::Mark(',' | ']'));
    Lexer::new(piece, 0).filter(belongs).last().map_or(piece.len(), |token| token.end)
}

/// The id of an entry, found without parsing it. `None` if the entry doesn't seem to have one.
pub(super) fn peek_id(written: &str) -> Option<String> {
    let tokens: Vec<Token> = Lexer::new(written, 0).collect();
    let id = tokens.windows(3).find_map(|three| match three {
        [name, colon, id] if colon.is(':') && id.is_text() && name.inside(written) == "id" => Some(id.inside(written)),
        _ => None,
    })?;
    Some(id.to_owned())
}
