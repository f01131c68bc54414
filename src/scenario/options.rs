//! How this project reads RON: the parser options, and a nesting limit that keeps parsing time linear.

use ron::error::{Error, Position, Span, SpannedError};
use ron::extensions::Extensions;
use serde::Deserialize;

use super::tree::block;

/// Maximum nesting depth of brackets in a file. The shipped scenarios need fewer than 15 levels.
pub const MAX_NESTING: usize = 64;

/// Options for every RON file of this project.
pub fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// Parses a text, refusing brackets nested deeper than [`MAX_NESTING`]. The parser scans ahead to the closing bracket
/// at every level, so without a limit its time would grow with length times depth.
///
/// # Errors
/// The parser's own error, or [`Error::ExceededRecursionLimit`] at the first bracket that is nested too deep.
pub fn from_text<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, SpannedError> {
    match too_deep(text) {
        None => ron_options().from_str(text),
        Some(byte) => {
            let position = position_of(text, byte);
            Err(SpannedError { code: Error::ExceededRecursionLimit, span: Span { start: position, end: position } })
        }
    }
}

/// Byte offset of the first bracket nested too deep. Brackets in strings and comments don't count.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
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
            b'(' | b'[' | b'{' if depth == MAX_NESTING => return Some(at),
            b'(' | b'[' | b'{' => (depth, at) = (depth + 1, at + 1),
            b')' | b']' | b'}' => (depth, at) = (depth.saturating_sub(1), at + 1),
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
            assert_eq!(too_deep(&text), None, "{text}");
            assert_eq!(too_deep(&format!("{text}{many}")), Some(text.len() + MAX_NESTING), "{text}");
        }
    }

    #[test]
    fn positions_convert_back_to_the_same_byte() {
        let text = "a\né(\n\n  (";
        for (byte, _) in text.char_indices() {
            assert_eq!(byte_of(text, position_of(text, byte)), byte);
        }
    }
}
