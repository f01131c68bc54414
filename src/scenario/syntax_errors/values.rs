//! Explains values of the wrong kind.

use ron::error::Error;

use super::{Site, cut};
use crate::scenario::diagnostic::{Diagnostic, Edit};
use crate::scenario::place::TEXT_NEEDED;
use crate::scenario::tree::{Kind, Token};

impl Site<'_> {
    /// Adds a fix that replaces the token at which the parser stopped.
    fn rewritten(&self, fault: Diagnostic, new: &str) -> Diagnostic {
        let place = self.here().map(|here| self.of(here));
        fault.fixed_by(format!("write {new}"), place, new)
    }

    /// Whether the token at which the parser stopped is a whole value.
    fn is_alone(&self) -> bool {
        self.after().is_none_or(|after| matches!(after.kind, Kind::Mark(',' | ')' | ']')))
    }

    /// Explains a value of the wrong kind.
    pub(super) fn value(&self, error: &Error) -> Diagnostic {
        let here = self.here().map_or("", |here| self.says(here));
        let kind = self.here().map(|here| here.kind);
        match error {
            Error::ExpectedString => {
                let fault = self.other("a text in quotation marks is needed here", "write \"...\"");
                let bare = matches!(kind, Some(Kind::Word | Kind::Number)) && self.is_alone();
                if bare { self.rewritten(fault, &format!("\"{here}\"")) } else { fault }
            }
            Error::ExpectedInteger | Error::ExpectedFloat => {
                let fault = self.other("a number is needed here", "numbers are whole, and have no quotation marks");
                let digits = !here.is_empty() && here.len() < 10 && here.chars().all(|c| c.is_ascii_digit());
                let quoted = matches!(kind, Some(Kind::Text(true) | Kind::Letter));
                if quoted && digits { self.rewritten(fault, here) } else { fault }
            }
            Error::ExpectedBoolean => {
                let fault = self.other("true or false is needed here", "without quotation marks");
                match here.to_lowercase().as_str() {
                    word @ ("true" | "false") => self.rewritten(fault, word),
                    _ => fault,
                }
            }
            Error::ExpectedChar => {
                let fault = self.other("one letter in single quotation marks is needed here", "write 'F'");
                if here.chars().count() == 1 && !here.contains(['\'', '\\']) {
                    self.rewritten(fault, &format!("'{here}'"))
                } else {
                    fault
                }
            }
            Error::ExpectedArray => {
                let fault = self.other("a list is needed here", "write [ ... ], even for one thing");
                match self.here().filter(|here| here.kind == Kind::Text(true) && self.is_alone()) {
                    Some(here) => fault.fixed_by_all(
                        "put it into [ ]".to_owned(),
                        vec![self.insert(here.start, "["), self.insert(here.end, "]")],
                    ),
                    None => fault,
                }
            }
            Error::IntegerOutOfBounds => self.number("this number is too large or too small for its place"),
            Error::InvalidIntegerDigit { .. } | Error::UnderscoreAtBeginning | Error::FloatUnderscore => {
                self.number("this is not a whole number")
            }
            Error::InvalidEscape(_) => self.escape(),
            Error::ExpectedDifferentLength { expected, found } => self.length(expected, *found),
            Error::TrailingCharacters => self.other(
                "here the form should end",
                "look for a bracket that is closed too early, or for something too many after it",
            ),
            Error::UnexpectedChar(c) => self.other(&format!("{c} cannot be here"), "compare with the other entries"),
            Error::SuggestRawIdentifier(name) | Error::InvalidIdentifier(name) => self.other(
                &format!("{} is no name", cut(name)),
                "a name has letters, digits and _; a text has quotation marks",
            ),
            Error::ExpectedAttribute | Error::ExpectedAttributeEnd | Error::NoSuchExtension(_) => {
                self.other("this line with #! is not understood", "take it away")
            }
            Error::Message(message) if message == TEXT_NEEDED => self.text_needed(),
            Error::Message(message) => self.other(&cut(message), ""),
            Error::Eof | Error::ExpectedStringEnd => self.other(
                "the file ends in the middle of something",
                "look for a bracket or a quotation mark that is never closed",
            ),
            Error::InvalidValueForType { .. }
            | Error::ExpectedUnit
            | Error::ExpectedMap
            | Error::ExpectedOption
            | Error::ExpectedRawValue => self.other("this does not fit here", "compare with the other entries"),
            _ => self.other("this cannot be read", "compare with the other entries"),
        }
    }

    /// A value that parsed but isn't a string.
    fn text_needed(&self) -> Diagnostic {
        let Some(last) = self.here.checked_sub(1) else {
            return self.value(&Error::ExpectedString);
        };
        // For a list or a form, point at the bracket that opens it.
        let closing = self.tree.get(last).filter(|token| token.closes());
        let first = closing.and_then(|token| token.pair).unwrap_or(last);
        self.at(first).value(&Error::ExpectedString)
    }

    fn insert(&self, at: usize, text: &str) -> Edit {
        Edit { place: self.place(at, at), text: text.to_owned() }
    }

    /// Explains a faulty number. The parser may already have moved past it.
    fn number(&self, message: &str) -> Diagnostic {
        let number = |token: &&Token| token.kind == Kind::Number;
        let here = self.here().filter(number);
        let place = here.or_else(|| self.before().filter(number)).map_or_else(|| self.spot(), |token| self.of(token));
        self.error("WCW010", place, message, "")
    }

    fn escape(&self) -> Diagnostic {
        let before = self.tree.text.get(..self.stopped).unwrap_or_default();
        let at = before.rfind('\\').unwrap_or(self.stopped);
        self.error(
            "WCW010",
            self.place(at, (at + 2).min(self.tree.text.len())),
            "a backslash in a text begins a special sign, and this is none",
            "for a backslash write two of them: \\\\",
        )
    }

    fn length(&self, expected: &str, found: usize) -> Diagnostic {
        let needed: String = expected.chars().filter(char::is_ascii_digit).collect();
        let (place, _) = self.form_around(self.stopped).unwrap_or_else(|| (self.spot(), String::new()));
        let message = if needed.is_empty() {
            format!("another number of values is needed here than {found}")
        } else {
            format!("{needed} values are needed here, and there are {found}")
        };
        self.error("WCW010", place, &message, "a range is (low, middle, high), a date (year, month, day)")
    }
}
