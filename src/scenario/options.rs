//! How this project reads RON: the parser options, and a nesting limit that keeps parsing time linear.

use ron::error::{Error, Position, Span, SpannedError};
use ron::extensions::Extensions;
use serde::Deserialize;

use super::limits::{LIST, NESTING};
use super::tree::block;

/// The message for more things than a list can have; `syntax_errors` recognises it.
pub(super) const TOO_MANY: &str = "too many things between two brackets";

/// Options for every RON file of this project.
pub fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// Reads a text, unless its brackets are nested deeper than [`NESTING`] or have more than [`LIST`] things between them: the reader
/// looks ahead to the end of a bracket at every level, so that its time would grow with length times depth, and what is compared
/// in pairs would grow with the square of a list.
///
/// # Errors
/// The reader's own, with [`Error::ExceededRecursionLimit`] at the first bracket that is too deep, and with `TOO_MANY` at the
/// first thing too many.
pub fn from_text<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, SpannedError> {
    match beyond_limits(text) {
        None => ron_options().from_str(text),
        Some((code, byte)) => {
            let position = position_of(text, byte);
            Err(SpannedError { code, span: Span { start: position, end: position } })
        }
    }
}

/// Whether an error is that there are too many things between two brackets.
pub(super) fn is_too_many(error: &Error) -> bool {
    matches!(error, Error::Message(message) if message == TOO_MANY)
}

/// The first bracket that is nested too deep, or the first comma with too many before it; those in texts and comments do not count.
fn beyond_limits(text: &str) -> Option<(Error, usize)> {
    let bytes = text.as_bytes();
    // Commas so far between the brackets that are open.
    let mut commas: Vec<usize> = vec![0];
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        match byte {
            b'"' => at += text_length(bytes, at),
            b'/' if rest.starts_with(b"//") => at += rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len()),
            b'/' if rest.starts_with(b"/*") => at += block(rest).1,
            // Outside a string, this sequence can only be a character literal.
            b'\'' if rest.starts_with(b"'\"'") => at += 3,
            b'\\' => at += 2,
            b'(' | b'[' | b'{' => {
                if commas.len() > NESTING {
                    return Some((Error::ExceededRecursionLimit, at));
                }
                commas.push(0);
                at += 1;
            }
            b')' | b']' | b'}' => {
                commas.pop();
                at += 1;
            }
            b',' => {
                if let Some(commas) = commas.last_mut() {
                    *commas += 1;
                    if *commas > LIST {
                        return Some((Error::Message(TOO_MANY.to_owned()), at));
                    }
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    None
}

/// Length in bytes of the string whose opening quotation mark is at `at`. For a raw string, the `r##` comes before
/// that.
fn text_length(bytes: &[u8], at: usize) -> usize {
    let (before, rest) = bytes.split_at_checked(at).unwrap_or_default();
    let hashes = before.iter().rev().take_while(|byte| **byte == b'#').count();
    if before.iter().rev().nth(hashes) == Some(&b'r') {
        let end = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
        let body = rest.get(1..).unwrap_or_default();
        return find(body, &end).map_or(rest.len(), |length| 1 + length + end.len());
    }
    let mut escaped = false;
    let end = rest.iter().skip(1).position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    end.map_or(rest.len(), |length| length + 2)
}

/// The first occurrence of `wanted`, whose first byte must not appear again later in it.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let hashes = wanted.len().saturating_sub(1);
    let mut run = 0;
    let mut begun = false;
    for (at, byte) in bytes.iter().enumerate() {
        if begun && wanted.get(run + 1) == Some(byte) {
            run += 1;
        } else {
            begun = wanted.first() == Some(byte);
            run = 0;
        }
        if begun && run == hashes {
            return Some(at - hashes);
        }
    }
    None
}

/// Line and column of a byte. Both count from 1, and columns count characters, as in the RON parser.
fn position_of(text: &str, byte: usize) -> Position {
    let before = text.get(..byte).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let col = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Position { line, col }
}

/// Byte offset of a position reported by the RON parser.
pub(super) fn byte_of(text: &str, position: Position) -> usize {
    let line = position.line.checked_sub(2).map(|ends| text.match_indices('\n').nth(ends));
    let start = match line {
        None => 0,
        Some(Some((at, _))) => at + 1,
        Some(None) => return text.len(),
    };
    let rest = text.get(start..).unwrap_or_default();
    let column = position.col.saturating_sub(1);
    start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_and_comments_are_not_counted() {
        let many = "[".repeat(100);
        for text in [
            format!("\"\\\"{many}\""),
            format!("r\"{many}\""),
            format!("r#\"{many}\"{many}\"#"),
            format!("//{many}\n/*{many}/**/\"{many}*/"),
            format!("'\"' '\\\"' \"{many}\""),
            "(), ".repeat(100),
        ] {
            assert_eq!(beyond_limits(&text), None, "{text}");
            let deep = Some((Error::ExceededRecursionLimit, text.len() + NESTING));
            assert_eq!(beyond_limits(&format!("{text}{many}")), deep, "{text}");
        }
    }

    #[test]
    fn things_are_counted_between_the_brackets_they_are_in() {
        let most = "(1, 2), ".repeat(LIST);
        assert_eq!(beyond_limits(&format!("[{most}]")), None);
        assert_eq!(beyond_limits(&format!("[[{most}], [{most}], \"{}\"]", ",".repeat(LIST + 1))), None);
        let more = format!("[{most}(3), (4), ]");
        let too_many = Error::Message(TOO_MANY.to_owned());
        assert_eq!(beyond_limits(&more), Some((too_many, more.len() - ", (4), ]".len())));
    }

    #[test]
    fn positions_convert_back_to_the_same_byte() {
        let text = "a\né(\n\n  (";
        for (byte, _) in text.char_indices() {
            assert_eq!(byte_of(text, position_of(text, byte)), byte);
        }
    }
}
