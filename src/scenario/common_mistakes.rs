//! Common mistakes that look right to a person but aren't valid RON: curly quotation marks, unusual spaces, and habits
//! from other formats.
//!
//! Each mistake is reported with a fix. It is also corrected in a copy of the text of the same length, so that parsing
//! can go on and find the other faults.

use super::diagnostic::{Diagnostic, Edit};
use super::place::{FileId, Place};
use super::tree::{Kind, Lexer, Token, Tree, ends_text, is_curly, line};

/// Maximum number of mistakes reported for one piece of a file.
const MOST: usize = 50;

/// A piece of a file with its common mistakes corrected, and the fault for each.
pub(super) struct Masked {
    /// The same length as the original, so byte offsets still match.
    pub(super) text: String,
    pub(super) faults: Vec<Diagnostic>,
}

/// Corrects the common mistakes in `part`, which begins at byte `offset` of the file.
pub(super) fn mask(file: FileId, offset: usize, part: &str) -> Masked {
    let mut masked = Masked { text: part.to_owned(), faults: Vec::new() };
    let tokens = until_unclosed(file, offset, &mut masked);
    let tree = Tree::of(part, tokens);
    // Corrections keep the length, so the tokens still match the corrected text.
    let text = masked.text.clone();
    let look = Look { file, offset, text: &text, tree: &tree };
    for index in 0..tree.tokens.len() {
        if masked.faults.len() >= MOST {
            break;
        }
        look.look(index, &mut masked);
    }
    look.braces(&mut masked);
    masked
}

/// The tokens up to the first string that is missing its closing mark; after it, strings and code would be mistaken
/// for each other. A string that ends with a curly mark swallows what follows, so each one is corrected before the
/// next can be seen.
fn until_unclosed(file: FileId, offset: usize, masked: &mut Masked) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    loop {
        let from = tokens.pop().map_or(0, |token| token.start);
        let unclosed = lexed(&masked.text, from, &mut tokens);
        let Some(token) = unclosed else { return tokens };
        let mark = half_curly(&masked.text, &token).filter(|_| masked.faults.len() < MOST);
        tokens.pop();
        let Some(at) = mark else { return tokens };
        let place = placed(file, offset, at, at + mark_length(&masked.text, at));
        masked.faults.push(
            Diagnostic::error(
                "WCW011",
                "this text begins with a straight quotation mark and ends with a curly one".to_owned(),
                Some(place),
                Some("both are straight; inside a text curly ones are welcome".to_owned()),
            )
            .fixed_by("write \"".to_owned(), Some(place), "\""),
        );
        overwrite(&mut masked.text, at, "\"", true);
    }
}

/// Appends the tokens from byte `from` up to and including the first unclosed string, which is returned.
fn lexed(text: &str, from: usize, tokens: &mut Vec<Token>) -> Option<Token> {
    let mut lexer = Lexer::new(text, from).peekable();
    while let Some(token) = lexer.next() {
        tokens.push(token);
        if token.is_unclosed(lexer.peek(), text) {
            return Some(token);
        }
    }
    None
}

/// Byte offset of a curly mark on the first line of this string that was probably meant to close it.
fn half_curly(text: &str, token: &Token) -> Option<usize> {
    let line = line(text.get(token.start..)?);
    let mut marks = line.char_indices().filter(|(_, c)| is_curly(*c));
    let (at, _) =
        marks.rfind(|(at, c)| ends_text(line.get(at + c.len_utf8()..).unwrap_or_default(), &[',', ')', ']']))?;
    Some(token.start + at)
}

fn mark_length(text: &str, at: usize) -> usize {
    let mark = text.get(at..).and_then(|rest| rest.chars().next());
    mark.map_or(1, char::len_utf8)
}

fn placed(file: FileId, offset: usize, start: usize, end: usize) -> Place {
    let number = |byte: usize| u32::try_from(offset + byte).unwrap_or(u32::MAX);
    Place { file, start: number(start), end: number(end) }
}

/// Replaces the character at a byte with `new`, padded with spaces after or before it to keep the length.
fn overwrite(text: &mut String, at: usize, new: &str, spaces_after: bool) {
    let length = mark_length(text, at);
    let spaces = " ".repeat(length.saturating_sub(new.len()));
    let new = if spaces_after { format!("{new}{spaces}") } else { format!("{spaces}{new}") };
    if new.len() == length && text.is_char_boundary(at) && text.is_char_boundary(at + length) {
        text.replace_range(at..at + length, &new);
    }
}

/// The text being searched for mistakes, and its tokens.
struct Look<'t> {
    file: FileId,
    offset: usize,
    text: &'t str,
    tree: &'t Tree<'t>,
}

impl Look<'_> {
    fn place(&self, start: usize, end: usize) -> Place {
        placed(self.file, self.offset, start, end)
    }

    fn edit(&self, start: usize, end: usize, text: &str) -> Edit {
        Edit { place: self.place(start, end), text: text.to_owned() }
    }

    fn mistake(&self, code: &'static str, token: &Token, message: &str, help: &str) -> Diagnostic {
        let place = self.place(token.start, token.end);
        let help = (!help.is_empty()).then(|| help.to_owned());
        Diagnostic::error(code, message.to_owned(), Some(place), help)
    }

    fn look(&self, index: usize, masked: &mut Masked) {
        let Some(token) = self.tree.get(index) else {
            return;
        };
        let next = self.tree.get(index + 1);
        let last = index.checked_sub(1).and_then(|index| self.tree.get(index));
        match token.kind {
            Kind::Curly => self.curly(token, masked),
            Kind::Mark(c) if is_odd_space(c) => self.odd_space(token, masked),
            Kind::Mark(c) if is_curly(c) => {
                let message = "this is a curly quotation mark; a text begins and ends with a straight one";
                masked.faults.push(self.mistake("WCW011", token, message, "write \" instead"));
            }
            Kind::Hash => self.hash(token, masked),
            Kind::Single => self.single(token, masked),
            Kind::Mark('=') if last.is_some_and(|last| last.kind == Kind::Word) => {
                let message = "write a colon between a field and its value, not an equals sign";
                let fault = self.mistake("WCW014", token, message, "write name: value");
                let name = last.map_or(token.start, |last| last.end);
                let place = self.place(name, token.end);
                masked.faults.push(fault.fixed_by("write :".to_owned(), Some(place), ":"));
                overwrite(&mut masked.text, token.start, ":", true);
            }
            Kind::Mark(';') => {
                let message = "write a comma between two things, not a semicolon";
                let fault = self.mistake("WCW014", token, message, "");
                masked.faults.push(self.replaced(fault, token, ","));
                overwrite(&mut masked.text, token.start, ",", true);
            }
            Kind::Text(true) if next.is_some_and(|next| next.is(':')) => {
                self.quoted_name(token, masked);
            }
            Kind::Word if last.is_some_and(|last| last.is(':')) => self.foreign_word(token, masked),
            _ => {}
        }
    }

    fn replaced(&self, fault: Diagnostic, token: &Token, new: &str) -> Diagnostic {
        let place = self.place(token.start, token.end);
        fault.fixed_by(format!("write {new}"), Some(place), new)
    }

    fn curly(&self, token: &Token, masked: &mut Masked) {
        let inside = token.inside(self.text);
        let mut fault = self.mistake(
            "WCW011",
            token,
            "this text has curly quotation marks; a text begins and ends with a straight one",
            "inside a text curly marks are welcome",
        );
        let (first, last) = (mark_length(self.text, token.start), token.start + inside.len());
        let close = last + mark_length(self.text, token.start);
        if !inside.contains(['"', '\\']) {
            fault = fault.fixed_by_all(
                "write \"...\"".to_owned(),
                vec![self.edit(token.start, token.start + first, "\""), self.edit(close, token.end, "\"")],
            );
        }
        masked.faults.push(fault);
        overwrite(&mut masked.text, token.start, "\"", false);
        overwrite(&mut masked.text, close, "\"", true);
    }

    fn odd_space(&self, token: &Token, masked: &mut Masked) {
        let zero = self
            .text
            .get(token.start..token.end)
            .is_some_and(|c| c != "\u{a0}" && c != "\u{202f}" && c != "\u{2007}" && c != "\u{3000}");
        let (what, new) = if zero {
            ("there is a character here that cannot be seen", "")
        } else {
            ("this space is not an ordinary one", " ")
        };
        let help = "it often comes from a web page or a word processor; delete it and type a space";
        let fault = self.mistake("WCW012", token, what, help);
        let does = if zero { "delete it" } else { "write a space" };
        let place = self.place(token.start, token.end);
        masked.faults.push(fault.fixed_by(does.to_owned(), Some(place), new));
        overwrite(&mut masked.text, token.start, " ", true);
    }

    fn hash(&self, token: &Token, masked: &mut Masked) {
        let line = self.text.get(token.start..token.end).unwrap_or_default();
        let hashes = line.len() - line.trim_start_matches('#').len();
        let message = "a comment begins with two slashes, not with #";
        let fault = self.mistake("WCW014", token, message, "");
        let place = self.place(token.start, token.start + hashes);
        masked.faults.push(fault.fixed_by("write //".to_owned(), Some(place), "//"));
        masked.text.replace_range(token.start..token.end, &" ".repeat(token.end - token.start));
    }

    fn single(&self, token: &Token, masked: &mut Masked) {
        let message = "a text needs double quotation marks; single ones are for one letter";
        let mut fault = self.mistake("WCW014", token, message, "write \"...\"");
        if !token.inside(self.text).contains(['"', '\\']) {
            let edits = vec![self.edit(token.start, token.start + 1, "\""), self.edit(token.end - 1, token.end, "\"")];
            fault = fault.fixed_by_all("write \"...\"".to_owned(), edits);
            overwrite(&mut masked.text, token.start, "\"", true);
            overwrite(&mut masked.text, token.end - 1, "\"", true);
        }
        masked.faults.push(fault);
    }

    fn quoted_name(&self, token: &Token, masked: &mut Masked) {
        let name = token.inside(self.text);
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if name.is_empty() || !name.chars().all(plain) {
            return;
        }
        let message = format!("write the name of a field without quotation marks: {name}");
        let fault = self.mistake("WCW014", token, &message, "");
        masked.faults.push(self.replaced(fault, token, name));
        overwrite(&mut masked.text, token.start, " ", true);
        overwrite(&mut masked.text, token.end - 1, " ", true);
    }

    /// Words such as `True`, `yes` and `null` that other formats use.
    fn foreign_word(&self, token: &Token, masked: &mut Masked) {
        let word = token.inside(self.text);
        let new = match word {
            "True" | "TRUE" | "yes" => "true",
            "False" | "FALSE" | "no" => "false",
            "null" | "nil" | "NULL" => {
                let message = format!("there is no {word} here; what a thing does not have is left out");
                let help = "take the field away, if it can be left out";
                masked.faults.push(self.mistake("WCW014", token, &message, help));
                return;
            }
            _ => return,
        };
        let message = format!("{word} is written {new} here");
        let fault = self.mistake("WCW014", token, &message, "");
        masked.faults.push(self.replaced(fault, token, new));
    }

    /// Pairs of curly brackets.
    fn braces(&self, masked: &mut Masked) {
        for token in self.tree.tokens.iter().filter(|token| token.is('}')) {
            let first = token.pair.and_then(|first| self.tree.get(first));
            let Some(first) = first.filter(|first| first.is('{') && masked.faults.len() < MOST) else { continue };
            let edits = vec![self.edit(first.start, first.end, "("), self.edit(token.start, token.end, ")")];
            let fault = self
                .mistake("WCW014", first, "a form has round brackets, not curly ones", "write ( ... )")
                .and(Some(self.place(token.start, token.end)), "closed here")
                .fixed_by_all("write ( and )".to_owned(), edits);
            masked.faults.push(fault);
            overwrite(&mut masked.text, first.start, "(", true);
            overwrite(&mut masked.text, token.start, ")", true);
        }
    }
}

/// Spaces and invisible characters that the RON parser doesn't treat as white space.
fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{2000}'..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{3000}' | '\u{ad}' | '\u{feff}'
    )
}
