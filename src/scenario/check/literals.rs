//! Finds every string in a file with its byte range, so that a fault inside a text can be marked exactly.

use std::collections::HashMap;
use std::ops::Range;

use crate::scenario::diagnostic::SourceText;
use crate::scenario::place::{FileId, Place};
use crate::scenario::tree::{Lexer, Token};

/// A string as written in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Literal {
    /// Byte range between the quotation marks.
    inside: Range<usize>,
    text: String,
    /// For each byte of the text, the byte of the file it comes from. `None` if there are no escapes, so that both
    /// advance together.
    origins: Option<Vec<usize>>,
}

/// The strings of several files. Each file is searched when it is first needed.
pub(super) struct Literals<'f> {
    files: &'f [SourceText],
    read: HashMap<FileId, HashMap<String, Vec<Literal>>>,
}

impl<'f> Literals<'f> {
    pub(super) fn new(files: &'f [SourceText]) -> Self {
        Self { files, read: HashMap::new() }
    }

    /// The place of part of a text that belongs to something written at `near`. If the file contains the same string
    /// more than once, this is the first one after `near`, or else the last one before it.
    pub(super) fn locate(&mut self, near: Option<Place>, text: &str, part: Range<usize>) -> Option<Place> {
        let near = near?;
        let file = self.files.get(usize::from(near.file.0))?;
        let strings = self.read.entry(near.file).or_insert_with(|| by_text(&file.text));
        let after = near.start as usize;
        let literal = strings.get(text)?.iter().min_by_key(|literal| {
            let start = literal.inside.start;
            (start < after, start.abs_diff(after))
        })?;
        let byte = |at: usize| match &literal.origins {
            None => literal.inside.start + at,
            Some(origins) => origins.get(at).copied().unwrap_or(literal.inside.end),
        };
        Some(Place {
            file: near.file,
            start: u32::try_from(byte(part.start)).ok()?,
            end: u32::try_from(byte(part.end)).ok()?,
        })
    }

    /// The first string with this text in the named file.
    pub(super) fn find(&mut self, name: &str, text: &str) -> Option<Place> {
        let file = self.files.iter().position(|file| file.name == name)?;
        let file = FileId(u16::try_from(file).ok()?);
        let start = Place { file, start: 0, end: 0 };
        self.locate(Some(start), text, 0..text.len())
    }
}

fn by_text(file: &str) -> HashMap<String, Vec<Literal>> {
    let mut strings: HashMap<String, Vec<Literal>> = HashMap::new();
    for literal in literals(file) {
        let same = strings.entry(literal.text.clone()).or_default();
        same.push(literal);
    }
    strings
}

/// Every string in a RON text.
fn literals(text: &str) -> Vec<Literal> {
    let texts = Lexer::new(text, 0).filter(Token::is_text);
    texts.filter_map(|token| raw(text, &token).or_else(|| plain(text, &token))).collect()
}

/// A raw string: `r#"..."#`, with any number of `#`.
fn raw(file: &str, token: &Token) -> Option<Literal> {
    let whole = file.get(token.start..token.end)?.strip_prefix('r')?;
    let hashes = whole.len() - whole.trim_start_matches('#').len();
    let text = whole.get(hashes + 1..whole.len().checked_sub(hashes + 1)?)?;
    let start = token.start + hashes + 2;
    Some(Literal { inside: start..start + text.len(), text: text.to_owned(), origins: None })
}

/// A string in plain quotation marks.
fn plain(file: &str, token: &Token) -> Option<Literal> {
    let written = token.inside(file);
    let start = token.start + 1;
    if !written.contains('\\') {
        return Some(Literal { inside: start..start + written.len(), text: written.to_owned(), origins: None });
    }
    let mut text = String::new();
    let mut origins = Vec::new();
    let mut at = 0;
    while let Some(c) = written.get(at..)?.chars().next() {
        let before = text.len();
        let length = if c == '\\' {
            escape(written.get(at + 1..)?, &mut text) + 1
        } else {
            text.push(c);
            c.len_utf8()
        };
        origins.extend((0..text.len() - before).map(|byte| start + if c == '\\' { at } else { at + byte }));
        at += length;
    }
    origins.push(start + written.len());
    Some(Literal { inside: start..start + written.len(), text, origins: Some(origins) })
}

/// Appends the character an escape stands for. Returns the length of the escape without the backslash.
fn escape(rest: &str, text: &mut String) -> usize {
    let Some(c) = rest.chars().next() else {
        return 0;
    };
    match c {
        'n' => text.push('\n'),
        't' => text.push('\t'),
        'r' => text.push('\r'),
        '0' => text.push('\0'),
        'x' | 'u' => {
            let end = if c == 'x' { 3 } else { rest.find('}').map_or(1, |end| end + 1) };
            let digits = rest.get(1..end).unwrap_or_default();
            let digits = digits.trim_matches(['{', '}']);
            let code = u32::from_str_radix(digits, 16).ok();
            text.extend(code.and_then(char::from_u32));
            return end;
        }
        '\n' => return rest.len() - rest.trim_start().len(),
        other => text.push(other),
    }
    c.len_utf8()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strings_of_a_file_are_found_with_their_bytes() {
        let file = concat!(
            "// \"not this\"\n/* nor \"this\" /* or this */ */\n",
            "(id: \"one\", mark: '\"', q: '\\'', text: \"a \\\"b\\\" c\", raw: r#\"say \"hi\"\"#, again: \"one\")",
        );
        let texts: Vec<String> = literals(file).into_iter().map(|l| l.text).collect();
        assert_eq!(texts, ["one", "a \"b\" c", "say \"hi\"", "one"]);
    }

    #[test]
    fn part_of_a_text_with_escapes_is_marked_in_the_right_place() {
        let text = "(id: \"x\", text: \"\u{e9} \\\"b\\\" c\\u{e9}d\")".to_owned();
        let files = [SourceText::new("a.ron".to_owned(), text.clone())];
        let mut literals = Literals::new(&files);
        let near = Place::default();
        let whole = "\u{e9} \"b\" c\u{e9}d";
        for (part, shown) in [("b", "b"), ("\"b\"", "\\\"b\\\""), ("c", "c"), ("d", "d")] {
            let at = whole.rfind(part).expect("it is there");
            let place = literals.locate(Some(near), whole, at..at + part.len()).expect("it is found");
            assert_eq!(&text[place.start as usize..place.end as usize], shown);
        }
    }
}
