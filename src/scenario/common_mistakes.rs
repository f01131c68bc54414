//! What looks right to a person and is not: curly quotation marks, odd spaces, and the habits of other formats.
//!
//! Each trap is told with what mends it. Where all of a file's traps are taken out, byte for byte in its place, the rest can be
//! read, so that one curly mark does not hide the other faults.

use super::diagnostic::{Diagnostic, Edit};
use super::lex::{Kind, Token, is_curly, tokens};
use super::place::{FileId, Place};

/// Most traps that are told of one piece of text.
const MOST: usize = 50;

/// A piece of text without its traps, and what they were.
pub(super) struct Masked {
    /// The text, as long as it was.
    pub(super) text: String,
    /// The traps.
    pub(super) faults: Vec<Diagnostic>,
}

/// Takes the traps out of `part`, which begins at byte `offset` of the file.
pub(super) fn mask(file: FileId, offset: usize, part: &str) -> Masked {
    let mut masked = Masked { text: part.to_owned(), faults: Vec::new() };
    // What ends with a curly mark swallows what follows: each one that is mended shows the next.
    for _ in 0..MOST {
        let found = half_curly(&masked.text);
        let Some(at) = found else { break };
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
    let pieces = tokens(&masked.text);
    let certain = certain(&masked.text, &pieces);
    let trap = Trap { file, offset, text: masked.text.clone(), pieces: &pieces };
    for index in 0..certain.min(pieces.len()) {
        if masked.faults.len() >= MOST {
            break;
        }
        trap.look(index, &mut masked);
    }
    trap.braces(certain, &mut masked);
    masked
}

/// How many pieces come before a text that is not closed: what follows that one is inside out.
fn certain(text: &str, pieces: &[Token]) -> usize {
    unclosed(text, pieces).unwrap_or(pieces.len())
}

/// The first text that seems not to be closed where it should be: it goes over several lines, and what follows its end is no
/// mark that follows a text.
pub(super) fn unclosed(text: &str, pieces: &[Token]) -> Option<usize> {
    pieces.iter().enumerate().position(|(index, token)| {
        if !token.is_text() || text.get(token.start..).is_some_and(|t| t.starts_with('r')) {
            return token.kind == Kind::Text(false);
        }
        let several_lines = token.inside(text).contains('\n');
        let next = pieces.get(index + 1);
        let follows = next.is_none_or(|next| {
            let between = text.get(token.end..next.start).unwrap_or_default();
            matches!(next.kind, Kind::Mark(',' | ')' | ']' | '}' | ':') | Kind::Comment(_)) || between.contains('\n')
        });
        token.kind == Kind::Text(false) || (several_lines && !follows)
    })
}

/// A curly mark that closes a text with a straight one: the text goes on into the next lines, and on its first line a curly mark
/// stands where a text would end.
fn half_curly(text: &str) -> Option<usize> {
    let pieces = tokens(text);
    let token = pieces.get(unclosed(text, &pieces)?)?;
    let line = text.get(token.start..)?.lines().next()?;
    let mut marks = line.char_indices().filter(|(_, c)| is_curly(*c));
    let (at, _) = marks.rfind(|(at, c)| {
        let after = line.get(at + c.len_utf8()..).unwrap_or_default();
        let after = after.trim_start();
        after.starts_with([',', ')', ']']) || after.is_empty()
    })?;
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

/// Puts `new` in place of the character at a byte, with spaces for what it is shorter: after it, or before it.
fn overwrite(text: &mut String, at: usize, new: &str, spaces_after: bool) {
    let length = mark_length(text, at);
    let spaces = " ".repeat(length.saturating_sub(new.len()));
    let new = if spaces_after { format!("{new}{spaces}") } else { format!("{spaces}{new}") };
    if new.len() == length && text.is_char_boundary(at) && text.is_char_boundary(at + length) {
        text.replace_range(at..at + length, &new);
    }
}

/// A look at one piece.
struct Trap<'t> {
    file: FileId,
    offset: usize,
    text: String,
    pieces: &'t [Token],
}

impl Trap<'_> {
    fn place(&self, start: usize, end: usize) -> Place {
        placed(self.file, self.offset, start, end)
    }

    fn edit(&self, start: usize, end: usize, text: &str) -> Edit {
        Edit { place: self.place(start, end), text: text.to_owned() }
    }

    fn told(&self, code: &'static str, token: &Token, message: &str, help: &str) -> Diagnostic {
        let place = self.place(token.start, token.end);
        let help = (!help.is_empty()).then(|| help.to_owned());
        Diagnostic::error(code, message.to_owned(), Some(place), help)
    }

    fn look(&self, index: usize, masked: &mut Masked) {
        let Some(token) = self.pieces.get(index) else {
            return;
        };
        let next = self.pieces.get(index + 1);
        let last = index.checked_sub(1).and_then(|index| self.pieces.get(index));
        match token.kind {
            Kind::Curly => self.curly(token, masked),
            Kind::Mark(c) if is_odd_space(c) => self.odd_space(token, masked),
            Kind::Mark(c) if is_curly(c) => {
                let message = "this is a curly quotation mark; a text begins and ends with a straight one";
                masked.faults.push(self.told("WCW011", token, message, "write \" instead"));
            }
            Kind::Hash => self.hash(token, masked),
            Kind::Single => self.single(token, masked),
            Kind::Mark('=') if last.is_some_and(|last| last.kind == Kind::Word) => {
                let message = "a colon stands between a field and its value, not an equals sign";
                let fault = self.told("WCW014", token, message, "write name: value");
                let name = last.map_or(token.start, |last| last.end);
                let place = self.place(name, token.end);
                masked.faults.push(fault.fixed_by("write :".to_owned(), Some(place), ":"));
                overwrite(&mut masked.text, token.start, ":", true);
            }
            Kind::Mark(';') => {
                let message = "a comma stands between two things, not a semicolon";
                let fault = self.told("WCW014", token, message, "");
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
        let inside = token.inside(&self.text);
        let mut fault = self.told(
            "WCW011",
            token,
            "this text stands in curly quotation marks; a text begins and ends with a straight one",
            "inside a text curly marks are welcome",
        );
        let (first, last) = (mark_length(&self.text, token.start), token.start + inside.len());
        let close = last + mark_length(&self.text, token.start);
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
            ("here stands a character that cannot be seen", "")
        } else {
            ("here stands a space that is not an ordinary one", " ")
        };
        let help = "it often comes from a web page or a word processor; delete it and type a space";
        let fault = self.told("WCW012", token, what, help);
        let does = if zero { "delete it" } else { "write a space" };
        let place = self.place(token.start, token.end);
        masked.faults.push(fault.fixed_by(does.to_owned(), Some(place), new));
        overwrite(&mut masked.text, token.start, " ", true);
    }

    fn hash(&self, token: &Token, masked: &mut Masked) {
        let line = self.text.get(token.start..token.end).unwrap_or_default();
        let hashes = line.len() - line.trim_start_matches('#').len();
        let message = "a comment begins with two slashes, not with #";
        let fault = self.told("WCW014", token, message, "");
        let place = self.place(token.start, token.start + hashes);
        masked.faults.push(fault.fixed_by("write //".to_owned(), Some(place), "//"));
        masked.text.replace_range(token.start..token.end, &" ".repeat(token.end - token.start));
    }

    fn single(&self, token: &Token, masked: &mut Masked) {
        let message = "a text stands in double quotation marks; single ones hold one letter";
        let mut fault = self.told("WCW014", token, message, "write \"...\"");
        if !token.inside(&self.text).contains(['"', '\\']) {
            let edits = vec![self.edit(token.start, token.start + 1, "\""), self.edit(token.end - 1, token.end, "\"")];
            fault = fault.fixed_by_all("write \"...\"".to_owned(), edits);
            overwrite(&mut masked.text, token.start, "\"", true);
            overwrite(&mut masked.text, token.end - 1, "\"", true);
        }
        masked.faults.push(fault);
    }

    fn quoted_name(&self, token: &Token, masked: &mut Masked) {
        let name = token.inside(&self.text);
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if name.is_empty() || !name.chars().all(plain) {
            return;
        }
        let message = format!("the name of a field stands without quotation marks: {name}");
        let fault = self.told("WCW014", token, &message, "");
        masked.faults.push(self.replaced(fault, token, name));
        overwrite(&mut masked.text, token.start, " ", true);
        overwrite(&mut masked.text, token.end - 1, " ", true);
    }

    /// Words for nothing, yes and no that other formats have.
    fn foreign_word(&self, token: &Token, masked: &mut Masked) {
        let word = token.inside(&self.text);
        let new = match word {
            "True" | "TRUE" | "yes" => "true",
            "False" | "FALSE" | "no" => "false",
            "null" | "nil" | "NULL" => {
                let message = format!("there is no {word} here; what a thing does not have is left out");
                let help = "take the field away, if it can be left out";
                masked.faults.push(self.told("WCW014", token, &message, help));
                return;
            }
            _ => return,
        };
        let message = format!("{word} is written {new} here");
        let fault = self.told("WCW014", token, &message, "");
        masked.faults.push(self.replaced(fault, token, new));
    }

    /// Curly brackets, each with the one that closes it.
    fn braces(&self, certain: usize, masked: &mut Masked) {
        let mut open = Vec::new();
        for token in self.pieces.iter().take(certain) {
            if token.is('{') {
                open.push(token);
            } else if token.is('}')
                && let Some(first) = open.pop()
                && masked.faults.len() < MOST
            {
                let message = "a form stands in round brackets, not in curly ones";
                let fault = self
                    .told("WCW014", first, message, "write ( ... )")
                    .and(Some(self.place(token.start, token.end)), "closed here")
                    .fixed_by_all(
                        "write ( and )".to_owned(),
                        vec![self.edit(first.start, first.end, "("), self.edit(token.start, token.end, ")")],
                    );
                masked.faults.push(fault);
                overwrite(&mut masked.text, first.start, "(", true);
                overwrite(&mut masked.text, token.start, ")", true);
            }
        }
    }
}

/// Spaces and invisible characters that the reader of RON does not take for space.
fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{2000}'..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{3000}' | '\u{ad}' | '\u{feff}'
    )
}
