//! Parses XML the way Genius does, which treats a lone `&` as itself. Files that would take the parser too long are
//! refused beforehand.

use std::borrow::Cow;

use roxmltree::{Document, ParsingOptions};

use super::{DomainError, Fault, place};

/// Maximum number of elements, more than any domain needs.
const MOST_NODES: u32 = 1_000_000;

/// Maximum number of attributes of one element. The parser compares each with all the others.
const MOST_ATTRIBUTES: usize = 1_000;

/// Maximum number of namespace prefixes declared in a file. Each element inherits those around it.
const MOST_PREFIXES: usize = 100;

/// Maximum length in bytes between `&` and `;`. Anything longer isn't an entity.
const LONGEST_ENTITY: usize = 33;

/// Parses a file and calls `read` on the document. Returns its result, and warnings.
pub(super) fn read<T>(
    text: &str,
    read: impl FnOnce(&Document<'_>) -> Result<T, DomainError>,
) -> Result<(T, Vec<String>), DomainError> {
    let lone = lone_ampersands(text)?;
    let whole = with_entities(text, &lone);
    let read = parsed(&whole).and_then(|document| read(&document)).map_err(|error| as_written(error, text, &lone))?;
    let warning = lone.first().map(|first| {
        let (line, column) = place(text, *first);
        let more = lone.len() - 1;
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        format!("line {line}, column {column}{more}: a lone & is read as it stands; in XML it is &amp;")
    });
    Ok((read, warning.into_iter().collect()))
}

fn parsed(text: &str) -> Result<Document<'_>, DomainError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| {
        if matches!(error, roxmltree::Error::DtdDetected) {
            // The parser doesn't report the place.
            let (line, column) = place(text, text.find("<!DOCTYPE").unwrap_or_default());
            return Fault::Doctype.at(line, column);
        }
        let position = error.pos();
        Fault::Form(in_words(&error)).at(position.row, position.col)
    })
}

fn in_words(error: &roxmltree::Error) -> String {
    match error {
        roxmltree::Error::UnknownEntityReference(name, _) => {
            format!("&{name}; is unknown, and entities are not resolved; write the character itself")
        }
        roxmltree::Error::NodesLimitReached => format!("it has more than {MOST_NODES} elements"),
        other => format!("it is not well-formed XML: {other}"),
    }
}

/// The text with `&amp;` in place of each lone `&`.
fn with_entities<'a>(text: &'a str, lone: &[usize]) -> Cow<'a, str> {
    if lone.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len() + 4 * lone.len());
    let mut from = 0;
    for offset in lone {
        whole.push_str(text.get(from..*offset).unwrap_or_default());
        whole.push_str("&amp;");
        from = offset + 1;
    }
    whole.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(whole)
}

/// Converts the place of an error in the text with entities to its place in the file.
fn as_written(mut error: DomainError, text: &str, lone: &[usize]) -> DomainError {
    let Some((line, column)) = &mut error.at else { return error };
    let lines = text.split_inclusive('\n').take((*line as usize).saturating_sub(1));
    let (mut from, mut before) = (lines.map(str::len).sum(), 1);
    for offset in lone {
        // Each replaced `&` earlier on the line has moved the error four characters to the right.
        let Some(between) = text.get(from..*offset) else { continue };
        before += u32::try_from(between.chars().count()).unwrap_or(u32::MAX);
        from = *offset;
        if between.contains('\n') || before >= *column {
            break;
        }
        *column = column.saturating_sub(4).max(before);
    }
    error
}

/// Byte offsets of each `&` that doesn't start an entity.
///
/// # Errors
/// If the file exceeds one of the limits above.
fn lone_ampersands(text: &str) -> Result<Vec<usize>, DomainError> {
    let mut scan = Scan { text, lone: Vec::new(), prefixes: 0 };
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find(['<', '&'])) {
        at += next;
        let rest = text.get(at..).unwrap_or_default();
        let closed = |opened: &str, end: &str| rest.starts_with(opened).then(|| rest.find(end).unwrap_or(rest.len()));
        at += if rest.starts_with('&') {
            scan.ampersand(at);
            1
        } else if let Some(length) = closed("<!--", "-->").or(closed("<![CDATA[", "]]>")).or(closed("<?", "?>")) {
            length.max(1)
        } else {
            scan.tag(at)?
        };
    }
    Ok(scan.lone)
}

struct Scan<'a> {
    text: &'a str,
    lone: Vec<usize>,
    prefixes: usize,
}

impl Scan<'_> {
    /// Records an `&` if it doesn't start an entity.
    fn ampersand(&mut self, at: usize) {
        let rest = self.text.get(at + 1..).unwrap_or_default();
        let end = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
        let name = end.and_then(|end| rest.get(..end));
        let is_entity = name.is_some_and(|name| {
            let letters = name.strip_prefix('#').unwrap_or(name);
            !letters.is_empty() && letters.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))
        });
        if !is_entity {
            self.lone.push(at);
        }
    }

    /// Scans a tag and returns its length.
    fn tag(&mut self, start: usize) -> Result<usize, DomainError> {
        let rest = self.text.get(start..).unwrap_or_default();
        let (mut quote, mut attributes, mut word) = (None, 0_usize, 0);
        for (offset, byte) in rest.bytes().enumerate() {
            match (byte, quote) {
                (b'&', _) => self.ampersand(start + offset),
                (byte, Some(open)) if byte == open => quote = None,
                (b'"' | b'\'', None) => quote = Some(byte),
                (b'>', None) => return Ok(offset + 1),
                (b' ' | b'\t' | b'\r' | b'\n', None) => word = offset + 1,
                (b'=', None) => {
                    attributes += 1;
                    self.prefixes += usize::from(rest.get(word..).is_some_and(|word| word.starts_with("xmlns")));
                    if attributes > MOST_ATTRIBUTES || self.prefixes > MOST_PREFIXES {
                        let what = if attributes > MOST_ATTRIBUTES {
                            format!("an element has more than {MOST_ATTRIBUTES} attributes")
                        } else {
                            format!("it declares more than {MOST_PREFIXES} prefixes (xmlns)")
                        };
                        let (line, column) = place(self.text, start + offset);
                        return Err(Fault::Form(format!("{what}; no domain needs so many")).at(line, column));
                    }
                }
                _ => {}
            }
        }
        Ok(rest.len().max(1))
    }
}
