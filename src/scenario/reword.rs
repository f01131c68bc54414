//! The parser's errors in an author's words, at their place in the file.

use ron::error::{Error, Position, SpannedError};

use super::diagnostic::Diagnostic;
use super::place::{FileId, Place};

/// An error of parsing `part`, which begins at byte `offset` of the file's `text`.
pub(super) fn reword(
    file: FileId,
    text: &str,
    offset: usize,
    part: &str,
    error: &SpannedError,
) -> Diagnostic {
    let start = offset + byte_of(part, error.span.start);
    let end = (offset + byte_of(part, error.span.end)).max(start + 1);
    let place = Place {
        file,
        start: u32::try_from(start).unwrap_or(u32::MAX),
        end: u32::try_from(end).unwrap_or(u32::MAX),
    };
    let at = text.get(start..).and_then(|rest| rest.chars().next());
    let (message, help) = match trap(at) {
        Some((message, help)) => (message, Some(help)),
        None => words(&error.code),
    };
    Diagnostic::error("WCW010", message, Some(place), help)
}

/// Byte of a position; the parser counts lines and columns in characters from 1.
fn byte_of(text: &str, position: Position) -> usize {
    let mut start = 0;
    for _ in 1..position.line {
        match text.get(start..).and_then(|rest| rest.find('\n')) {
            Some(at) => start += at + 1,
            None => return text.len(),
        }
    }
    let rest = text.get(start..).unwrap_or_default();
    let column = position.col.saturating_sub(1);
    start
        + rest
            .char_indices()
            .nth(column)
            .map_or(rest.len(), |(at, _)| at)
}

/// Characters that look right and are not.
fn trap(at: Option<char>) -> Option<(String, String)> {
    let told = |message: &str, help: &str| Some((message.to_owned(), help.to_owned()));
    match at? {
        '\u{201c}' | '\u{201d}' | '\u{201e}' => told(
            "this is a curly quotation mark; a text begins and ends with a straight one",
            "write \" instead; inside a text curly marks are welcome",
        ),
        '\u{2018}' | '\u{2019}' => told(
            "this is a curly apostrophe outside a text",
            "write ' or \" instead",
        ),
        '\u{a0}' | '\u{202f}' | '\u{200b}' | '\u{feff}' => told(
            "here stands a space that is not an ordinary one (no-break or zero-width)",
            "delete it and type a space",
        ),
        '#' => told(
            "a comment begins with two slashes, not with #",
            "write // instead",
        ),
        _ => None,
    }
}

fn words(code: &Error) -> (String, Option<String>) {
    let plain = |message: &str, help: &str| (message.to_owned(), Some(help.to_owned()));
    match code {
        Error::NoSuchStructField {
            expected, found, ..
        } => {
            let nearest = nearest(found, expected);
            (
                format!("there is no field \"{found}\" here"),
                Some(suggestion(nearest, expected)),
            )
        }
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => {
            let nearest = nearest(found, expected);
            (
                format!("\"{found}\" is none of the words that can stand here"),
                Some(suggestion(nearest, expected)),
            )
        }
        Error::MissingStructField { field, .. } => (
            format!("the field \"{field}\" is missing"),
            Some(format!("add {field}: ... to this entry")),
        ),
        Error::DuplicateStructField { field, .. } => {
            (format!("the field \"{field}\" stands here twice"), None)
        }
        Error::ExpectedComma => plain(
            "something is missing before this: a comma, or the end of a text above",
            "look for a text above that has no closing quotation mark",
        ),
        Error::ExpectedStringEnd => {
            plain("a text that begins here never ends", "add the closing \"")
        }
        Error::ExpectedString => plain("a text in quotation marks is needed here", "write \"...\""),
        Error::ExpectedArray => plain("a list is needed here", "write [ ... ]"),
        Error::ExpectedMapColon => plain(
            "a colon is needed after the name of a field",
            "write name: value",
        ),
        Error::Eof => plain(
            "the file ends in the middle of something",
            "look for a bracket that is never closed",
        ),
        Error::TrailingCharacters => plain(
            "here the file should end",
            "look for a bracket that is closed too early",
        ),
        Error::ExceededRecursionLimit => plain(
            "brackets stand too deep inside each other",
            "take some of them apart",
        ),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => plain(
            "an entry in round brackets is needed here",
            "write ( ... ), not { ... }",
        ),
        other => (format!("this cannot be read: {other}"), None),
    }
}

fn nearest(found: &str, expected: &[&'static str]) -> Option<&'static str> {
    expected
        .iter()
        .map(|word| {
            (
                strsim::damerau_levenshtein(&word.to_lowercase(), &found.to_lowercase()),
                *word,
            )
        })
        .filter(|(distance, word)| *distance <= 2 + word.len() / 4)
        .min()
        .map(|(_, word)| word)
}

fn suggestion(nearest: Option<&str>, expected: &[&str]) -> String {
    match nearest {
        Some(word) => format!("did you mean {word}?"),
        None => format!("what can stand here: {}", expected.join(", ")),
    }
}
