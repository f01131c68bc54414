//! Characters that can't be seen: control characters, which can control a terminal; bidirectional controls, which
//! change the order in which the text around them is shown; and other characters without a glyph. None of them is ever
//! shown raw.

use std::borrow::Cow;

use super::diagnostic::Diagnostic;
use super::place::{FileId, Place};
use super::tree::{Kind, Lexer, Token, is_space};

/// Maximum number of faulty lines reported per file.
const MOST_LINES: usize = 100;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Goes through the characters of a text in order and finds those to escape. Joiners and variation selectors are part
/// of the spelling of some scripts, so they are allowed after a character they can belong to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Watch {
    before: Option<char>,
}

impl Watch {
    /// Whether the next character has to be escaped. Line feeds and tabs never are.
    pub fn hides(&mut self, c: char) -> bool {
        let before = self.before.replace(c);
        if is_joiner(c) || is_selector(c) {
            return !before.is_some_and(|before| takes(before, c));
        }
        is_hidden(c)
    }
}

/// Joiners, which Persian, Indic scripts and emoji use.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Variation selectors, which choose a form of the character before them, for example in Japanese names.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a joiner or selector can follow a character.
fn takes(before: char, c: char) -> bool {
    let chained = if is_joiner(c) { is_joiner(before) } else { is_selector(before) || is_joiner(before) };
    before >= '\u{600}' && !chained && !is_hidden(before) || (before > '\u{a0}' && is_selector(c) && !chained)
}

/// Whether a character is hidden in any position.
fn is_hidden(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() && c != '\n' && c != '\t';
    }
    matches!(c,
        '\u{80}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// The text with `\u{202e}` in place of each hidden character.
pub fn escaped(text: &str) -> Cow<'_, str> {
    replaced(text, |c, out| out.extend(c.escape_unicode()))
}

/// The text with each hidden character replaced by what a function writes for it.
pub fn replaced(text: &str, mut write: impl FnMut(char, &mut String)) -> Cow<'_, str> {
    let mut watch = Watch::default();
    if !text.chars().any(|c| watch.hides(c)) {
        return Cow::Borrowed(text);
    }
    let mut watch = Watch::default();
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if watch.hides(c) {
            write(c, &mut out);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Describes a character by its code point and, if it is a common one, its Unicode name.
pub fn name(c: char) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    let name = match c {
        '\u{0}' => "NULL",
        '\u{7}' => "BELL",
        '\u{8}' => "BACKSPACE",
        '\u{c}' => "FORM FEED",
        '\r' => "CARRIAGE RETURN",
        '\u{1b}' => "ESCAPE",
        '\u{7f}' => "DELETE",
        '\u{9b}' => "CONTROL SEQUENCE INTRODUCER",
        '\u{ad}' => "SOFT HYPHEN",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200c}' => "ZERO WIDTH NON-JOINER",
        '\u{200d}' => "ZERO WIDTH JOINER",
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        BYTE_ORDER_MARK => "ZERO WIDTH NO-BREAK SPACE",
        _ if c.is_control() => "a control character",
        _ => "an invisible character",
    };
    format!("{number} {name}")
}

/// The first hidden character of a RON text, raw or escaped in a string, with its line and column from 1.
pub fn first(text: &str) -> Option<(char, usize, usize)> {
    let found = found(text).into_iter().min_by_key(|found| found.start)?;
    let (line, column) = line_column(text, found.start);
    Some((found.c, line, column))
}

/// A fault for each line of a RON file that has hidden characters, raw or escaped in a string.
pub(super) fn faults(file: FileId, text: &str) -> Vec<Diagnostic> {
    let mut found = found(text);
    found.sort_by_key(|found| found.start);
    let same_line = |a: &Found, b: &Found| !text.get(a.start..b.start).is_some_and(|between| between.contains('\n'));
    let lines = found.chunk_by(same_line).take(MOST_LINES);
    let faults = lines.filter_map(|line| {
        let first = line.first()?;
        let place = Place { file, start: u32::try_from(first.start).ok()?, end: u32::try_from(first.end).ok()? };
        Some(fault(&message(first.c, line.len()), Some(place)))
    });
    faults.collect()
}

/// Faults for the hidden characters of a source. Form feeds and soft hyphens are allowed: they come from scans and
/// typesetting, and a source is kept as it was found.
pub(super) fn faults_of_source(name: &str, text: &str, place: Option<Place>) -> Vec<Diagnostic> {
    let found = raw(text).into_iter().filter(|found| !matches!(found.c, '\u{c}' | '\u{ad}'));
    let faults = found.take(MOST_LINES).map(|found| {
        let (line, column) = line_column(text, found.start);
        fault(&format!("{}, in {name}, line {line}, column {column}", message(found.c, 1)), place)
    });
    faults.collect()
}

/// A fault if the name of a file has a hidden character.
pub(super) fn fault_of_name(path: &str) -> Option<Diagnostic> {
    let mut watch = Watch::default();
    // In a name, line feeds and tabs are faults too.
    let (at, c) = path.chars().enumerate().find(|(_, c)| watch.hides(*c) || c.is_control())?;
    let shown = path.escape_debug();
    Some(fault(&format!("{}, in the name of the file \"{shown}\", column {}", message(c, 1), at + 1), None))
}

fn message(c: char, count: usize) -> String {
    let more = match count {
        0 | 1 => String::new(),
        2 => ", and 1 more on this line".to_owned(),
        count => format!(", and {} more on this line", count - 1),
    };
    format!("a character that can't be seen: {}{more}", name(c))
}

fn fault(message: &str, place: Option<Place>) -> Diagnostic {
    let help = "delete it: it can hide text, change the order in which it reads, or steer a terminal";
    Diagnostic::error("WCW033", message.to_owned(), place, Some(help.to_owned()))
}

fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or_default();
    let in_line = before.rsplit('\n').next().unwrap_or_default();
    let in_line = in_line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(in_line);
    (before.matches('\n').count() + 1, in_line.chars().count() + 1)
}

/// A hidden character with the byte range of itself or of its escape.
struct Found {
    c: char,
    start: usize,
    end: usize,
}

/// Hidden characters that are in the text itself. A leading byte order mark and CRLF line endings are ignored.
fn raw(text: &str) -> Vec<Found> {
    let mut watch = Watch::default();
    let mut chars = text.char_indices().peekable();
    let mut found = Vec::new();
    while let Some((start, c)) = chars.next() {
        let hidden = watch.hides(c);
        let line_end = c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n');
        if hidden && !line_end && (start, c) != (0, BYTE_ORDER_MARK) {
            found.push(Found { c, start, end: start + c.len_utf8() });
        }
    }
    found
}

fn found(text: &str) -> Vec<Found> {
    let mut found = raw(text);
    let escapes = text.contains('\\');
    if found.is_empty() && !escapes {
        return found;
    }
    let tokens: Vec<Token> = Lexer::new(text, 0).collect();
    // Outside strings and comments, the RON parser rejects those that it doesn't treat as white space.
    found.retain(|found| {
        let after = tokens.partition_point(|token| token.end <= found.start);
        let around = tokens.get(after).filter(|token| token.start <= found.start);
        is_space(found.c) || around.is_some_and(|token| token.is_text() || matches!(token.kind, Kind::Comment(_)))
    });
    for token in tokens.iter().filter(|token| escapes && token.is_text()) {
        let written = text.get(token.start..token.end).unwrap_or_default();
        if !written.starts_with('r') && written.contains('\\') {
            escapes_in(written, token.start, &mut found);
        }
    }
    found
}

/// Finds hidden characters that are written as escapes in a string.
fn escapes_in(written: &str, offset: usize, found: &mut Vec<Found>) {
    let mut watch = Watch::default();
    let mut at = 0;
    while let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) {
        let (c, length, is_escape) = next(rest);
        if watch.hides(c) && is_escape {
            found.push(Found { c, start: offset + at, end: offset + at + length });
        }
        at += length.max(1);
    }
}

/// The first character of a string literal, the number of bytes it is written with, and whether it is an escape.
fn next(text: &str) -> (char, usize, bool) {
    let first = text.chars().next().unwrap_or_default();
    let plain = (first, first.len_utf8(), false);
    let Some(escape) = text.strip_prefix('\\') else { return plain };
    let number = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    match escape.chars().next() {
        Some('r') => ('\r', 2, true),
        Some('0') => ('\0', 2, true),
        Some('x') => match escape.get(1..3).and_then(number) {
            Some(c) => (c, 4, true),
            None => ('\\', 2, false),
        },
        Some('u') => {
            let digits =
                escape.get(1..).and_then(|rest| rest.strip_prefix('{')?.split_once('}')).map(|(digits, _)| digits);
            match digits.and_then(|digits| Some((number(digits)?, digits.len()))) {
                Some((c, digits)) => (c, digits + 4, true),
                None => ('\\', 2, false),
            }
        }
        Some(other) => (other, 1 + other.len_utf8(), false),
        None => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_bidirectional_and_invisible_characters_are_escaped_and_the_rest_is_not() {
        let hostile = "a\u{1b}[31m\u{7f}\u{9b}\r\u{202e}\u{2066}\u{200e}\u{61c}\u{ad}\u{feff}\u{e0041}b\tc\nd";
        let shown = escaped(hostile);
        assert_eq!(
            shown,
            "a\\u{1b}[31m\\u{7f}\\u{9b}\\u{d}\\u{202e}\\u{2066}\\u{200e}\\u{61c}\\u{ad}\\u{feff}\\u{e0041}b\tc\nd"
        );
        for text in [
            "",
            "Größe",
            "平和条約",
            "\u{8fbb}\u{e0100}",
            "می\u{200c}خواهم",
            "👩\u{200d}🚀",
            "❤\u{fe0f}\u{200d}🔥",
            "أحمد",
        ] {
            assert!(matches!(escaped(text), Cow::Borrowed(_)), "{text:?}");
        }
        for text in ["a\u{200c}b", "a\u{fe0f}", "\u{200d}", "猫\u{fe0f}\u{fe0e}", "猫\u{200d}\u{200d}"] {
            assert_ne!(escaped(text), text, "{text:?}");
        }
    }

    #[test]
    fn escapes_in_strings_are_found_where_they_are_written() {
        assert_eq!(first("(\n a: \"x\\u{202e}y\")"), Some(('\u{202e}', 2, 7)));
        assert_eq!(first("(a: \"\\x1b\")"), Some(('\u{1b}', 1, 6)));
        assert_eq!(first("(a: \"\\\\u{202e} \\n \\t \\u{e9}\", b: r\"\\x1b\")"), None);
        assert_eq!(first("(a: 1) // \u{202e}"), Some(('\u{202e}', 1, 11)));
        assert_eq!(first("\u{feff}(a: 1)\r\n"), None);
    }
}
