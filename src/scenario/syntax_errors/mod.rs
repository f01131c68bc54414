//! Turns errors of the RON parser into messages for authors, at the place where the mistake was made.

mod values;

use ron::error::{Error, SpannedError};

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::limits::{LIST, NESTING};
use crate::scenario::options::{byte_of, is_too_many};
use crate::scenario::place::{FileId, Place};
use crate::scenario::tree::{Kind, Token, Tree, line};

/// Maximum length, in characters, of a word or parser message that is quoted.
const QUOTED: usize = 60;

/// Explains why parsing `part` failed. `part` begins at byte `offset` of the file.
pub(super) fn explain(file: FileId, offset: usize, part: &str, error: &SpannedError) -> Diagnostic {
    let tree = Tree::new(part);
    let stopped = byte_of(part, error.span.end);
    let here = tree.tokens.partition_point(|token| token.end <= stopped);
    let site = Site { file, offset, tree: &tree, stopped, here };
    site.comment()
        .or_else(|| site.limits(&error.code))
        .or_else(|| site.quotation_marks(&error.code))
        .or_else(|| site.brackets(&error.code))
        .unwrap_or_else(|| site.fault(&error.code))
}

/// Shortens a word for quoting.
fn cut(word: &str) -> String {
    match word.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", word.get(..end).unwrap_or_default()),
        None => word.to_owned(),
    }
}

/// The most similar word, if any is close enough, and whether it is certain enough to offer as a fix.
pub(super) fn nearest<'w>(found: &str, words: impl Iterator<Item = &'w str>) -> Option<(&'w str, bool)> {
    let found = found.to_lowercase();
    let length = found.chars().count();
    let mut near: Vec<(usize, &str)> = words
        // As many letters too many are as many slips; the comparison takes time and memory for each of them.
        .filter(|word| length.abs_diff(word.chars().count()) <= 2 + word.len() / 4)
        .map(|word| {
            let distance = strsim::damerau_levenshtein(&word.to_lowercase(), &found);
            (distance, word)
        })
        .filter(|(distance, word)| *distance <= 2 + word.len() / 4 && *distance < word.len())
        .collect();
    near.sort_unstable();
    near.dedup();
    let (best, word) = *near.first()?;
    // A match is certain at one slip if no other word is as close, or at two if no other word comes within one of
    // that.
    let margin = usize::from(best > 1 || found.len() < 4);
    let second = near.get(1).map(|(second, _)| *second);
    let sure = best <= 2 && second.is_none_or(|second| second > best + margin);
    Some((word, sure))
}

/// Where the parser stopped, and the tokens around that place.
struct Site<'t> {
    file: FileId,
    offset: usize,
    /// The tokens, without comments.
    tree: &'t Tree<'t>,
    /// Byte at which the parser stopped.
    stopped: usize,
    /// Index of the token there.
    here: usize,
}

impl Site<'_> {
    /// The same text with `here` moved to another token.
    fn at(&self, here: usize) -> Self {
        Site { stopped: self.tree.get(here).map_or(self.stopped, |t| t.start), here, ..*self }
    }

    fn place(&self, start: usize, end: usize) -> Place {
        let number = |byte: usize| u32::try_from(self.offset + byte).unwrap_or(u32::MAX);
        Place { file: self.file, start: number(start), end: number(end.max(start)) }
    }

    fn of(&self, token: &Token) -> Place {
        self.place(token.start, token.end)
    }

    /// The token at which the parser stopped.
    fn here(&self) -> Option<&Token> {
        self.tree.get(self.here)
    }

    /// The token before [`Self::here`].
    fn before(&self) -> Option<&Token> {
        self.tree.get(self.here.checked_sub(1)?)
    }

    /// The token after [`Self::here`].
    fn after(&self) -> Option<&Token> {
        self.tree.get(self.here + 1)
    }

    fn says(&self, token: &Token) -> &str {
        token.inside(self.tree.text)
    }

    /// Place of the token at which the parser stopped; at the end of the text, of the last token.
    fn spot(&self) -> Place {
        match self.here().or_else(|| self.tree.tokens.last()) {
            Some(token) => self.of(token),
            None => self.place(self.stopped, self.stopped + 1),
        }
    }

    fn error(&self, code: &'static str, place: Place, message: &str, help: &str) -> Diagnostic {
        let help = (!help.is_empty()).then(|| help.to_owned());
        Diagnostic::error(code, message.to_owned(), Some(place), help)
    }

    /// The form around a byte: the place of its name and opening bracket, and its name.
    fn form_around(&self, byte: usize) -> Option<(Place, String)> {
        let index = self.tree.bracket_around(byte)?;
        let bracket = self.tree.get(index)?;
        let head = index.checked_sub(1).and_then(|index| self.tree.get(index));
        match head.filter(|head| head.kind == Kind::Word) {
            Some(head) => Some((self.place(head.start, bracket.end), cut(self.says(head)))),
            None => Some((self.of(bracket), "form".to_owned())),
        }
    }

    /// Brackets that are nested deeper, or have more between them, than the reader follows.
    fn limits(&self, error: &Error) -> Option<Diagnostic> {
        if is_too_many(error) {
            let message = format!("there are more than {LIST} things between these brackets, the most that are read");
            let help = "leave some out; docs/limits.md says how large a scenario can be";
            let fault = self.error("WCW039", self.spot(), &message, help).saying("the first too many");
            let open = self.tree.bracket_around(self.stopped).and_then(|open| self.tree.get(open));
            return Some(fault.and(open.map(|open| self.of(open)), "they begin here"));
        }
        let too_deep = matches!(error, Error::ExceededRecursionLimit);
        let message = format!("brackets are nested too deep here: at most {NESTING} levels are read");
        too_deep.then(|| self.other(&message, "look for brackets that are never closed, or take some of them apart"))
    }

    /// Quotation marks that don't match. The parser itself only notices far below.
    fn quotation_marks(&self, error: &Error) -> Option<Diagnostic> {
        let open = self.tree.unclosed();
        if let Some(token) = open.filter(|token| token.start <= self.stopped) {
            let line = line(self.tree.text.get(token.start..)?);
            let place = self.place(token.start, token.start + line.len());
            return Some(self.error(
                "WCW013",
                place,
                "a text begins here, and its closing quotation mark is missing",
                "put a \" where the text ends",
            ));
        }
        let (text, word) = (self.before()?, self.here()?);
        let same_line = !self.tree.text.get(text.end..word.start)?.contains('\n');
        let name = self.after().is_some_and(|after| after.is(':')) && text.end < word.start;
        let splits = matches!(error, Error::ExpectedComma)
            && text.is_text()
            && same_line
            && !name
            && matches!(word.kind, Kind::Word | Kind::Number | Kind::Mark(_))
            && !matches!(word.kind, Kind::Mark(')' | ']' | '}' | '(' | '['));
        splits.then(|| {
            self.error(
                "WCW013",
                self.place(text.end - 1, word.end),
                "this quotation mark ends the text, and the text seems to go on",
                "inside a text write \\\" for a quotation mark, or use curly ones",
            )
        })
    }

    /// Brackets that don't match.
    fn brackets(&self, error: &Error) -> Option<Diagnostic> {
        if let Some(early) = self.closed_early(error) {
            return Some(early);
        }
        let stopped = self.here().map_or(self.tree.text.len(), |token| token.start);
        let around = self.tree.bracket_around(stopped).and_then(|index| self.tree.get(index));
        let Some(here) = self.here() else {
            let open = around?;
            let (place, name) = self.form_around(stopped)?;
            let (what, close) = if open.is('[') {
                ("this list is never closed".to_owned(), "]")
            } else {
                (format!("this {name} is never closed"), ")")
            };
            return Some(self.error("WCW019", place, &what, &format!("add the {close} that is missing")));
        };
        let Kind::Mark(closing @ (')' | ']' | '}')) = here.kind else {
            return None;
        };
        let Some(open) = around else {
            return Some(self.error(
                "WCW019",
                self.of(here),
                "this bracket closes nothing",
                "one was closed too early, or this one is too many",
            ));
        };
        let needed = if open.is('[') { ']' } else { ')' };
        let ends = matches!(
            error,
            Error::ExpectedComma
                | Error::ExpectedIdentifier
                | Error::ExpectedArrayEnd
                | Error::ExpectedStructLikeEnd
                | Error::UnexpectedChar(_)
                | Error::ExpectedString
                | Error::ExpectedRawValue
        );
        (closing != needed && ends).then(|| {
            self.error(
                "WCW019",
                self.of(here),
                &format!("here {needed} is needed before {closing}"),
                "look for a bracket that is missing, or is of the wrong kind",
            )
            .and(Some(self.of(open)), "this bracket is still open")
        })
    }

    /// A bracket that closes the whole form although more follows.
    fn closed_early(&self, error: &Error) -> Option<Diagnostic> {
        if !matches!(error, Error::MissingStructField { .. } | Error::TrailingCharacters) {
            return None;
        }
        let opened = self.tree.tokens.iter().find(|token| token.opens())?;
        let closing = opened.pair.filter(|closing| closing + 1 < self.tree.tokens.len())?;
        let message = "this bracket ends the whole form, and more follows";
        let help = "one bracket was closed too early, or this one is too many";
        let fault = self.error("WCW019", self.of(self.tree.get(closing)?), message, help);
        Some(fault.and(Some(self.of(opened)), "the form begins here"))
    }

    /// A bracket that should have been closed before the token at which the parser stopped.
    fn still_open(&self) -> Diagnostic {
        let spot = self.spot();
        let around = self.form_around(self.here().map_or(self.stopped, |here| here.start));
        let open = around.as_ref().map(|(place, _)| *place);
        self.error("WCW019", spot, "a bracket has to be closed before this", "").and(open, "this is still open")
    }

    fn fault(&self, error: &Error) -> Diagnostic {
        match error {
            Error::ExpectedComma => self.comma(),
            Error::ExpectedArrayEnd
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedOptionEnd
            | Error::ExpectedMapEnd => self.still_open(),
            Error::NoSuchStructField { expected, found, .. } => self.unknown_field(found, expected),
            Error::NoSuchEnumVariant { expected, found, .. } => self.unknown_word(found, expected),
            Error::MissingStructField { field, .. } => self.missing_field(field),
            Error::DuplicateStructField { field, .. } => self.double_field(field),
            Error::ExpectedDifferentStructName { expected, found } => self.other_form(expected, found),
            Error::ExpectedStructLike => self.form_needed(None),
            Error::ExpectedNamedStructLike("") => self.form_needed(None),
            Error::ExpectedNamedStructLike(name) => self.form_needed(Some(name)),
            Error::ExpectedStructName(name) => self.form_needed(Some(name)),
            Error::ExpectedMapColon => self.colon(),
            Error::ExpectedIdentifier => self.name_needed(),
            _ => self.value(error),
        }
    }

    /// A missing comma, or a number with a decimal point where a comma was expected.
    fn comma(&self) -> Diagnostic {
        let (Some(before), Some(here)) = (self.before(), self.here()) else {
            return self.other("something is missing here", "");
        };
        if here.kind == Kind::Number && self.says(here).contains('.') {
            let message = "only whole numbers are known here";
            return self.error("WCW010", self.of(here), message, "");
        }
        let place = self.place(before.end - 1, before.end);
        let fault =
            self.error("WCW019", place, "a comma is missing after this", "").and(Some(self.of(here)), "before this");
        let begins = matches!(here.kind, Kind::Word | Kind::Text(_) | Kind::Mark('(' | '['));
        let ends = matches!(before.kind, Kind::Text(true) | Kind::Letter | Kind::Number | Kind::Mark(')' | ']'))
            || (before.kind == Kind::Word && self.after().is_some_and(|after| after.is(':')));
        if !(begins && ends) {
            return fault;
        }
        fault.fixed_by("add a comma".to_owned(), Some(self.place(before.end, before.end)), ",")
    }

    fn colon(&self) -> Diagnostic {
        let place = self.before().map_or_else(|| self.spot(), |name| self.of(name));
        let message = "a colon is needed after the name of a field";
        self.error("WCW019", place, message, "write name: value")
    }

    /// The last occurrence of this word before the place where the parser stopped.
    fn word(&self, name: &str) -> Option<&Token> {
        let read = self.tree.tokens.iter().take_while(|token| token.start < self.stopped);
        read.filter(|token| token.kind == Kind::Word && self.says(token) == name).last()
    }

    fn unknown_field(&self, found: &str, expected: &[&'static str]) -> Diagnostic {
        let token = self.word(found);
        let place = token.map_or_else(|| self.spot(), |token| self.of(token));
        let start = token.map_or(self.stopped, |token| token.start);
        let form = self.form_around(start).map_or("form".to_owned(), |(_, name)| name);
        let message = format!("{} has no field \"{}\"", with_article(&form), cut(found));
        let near = nearest(found, expected.iter().copied());
        let fault = self.error("WCW015", place, &message, &suggestion(near, expected, "its fields are"));
        self.with_fix(fault, token, near)
    }

    fn unknown_word(&self, found: &str, expected: &[&'static str]) -> Diagnostic {
        let token = self.word(found);
        let place = token.map_or_else(|| self.spot(), |token| self.of(token));
        let message = format!("\"{}\" is none of the words that fit here", cut(found));
        let near = nearest(found, expected.iter().copied());
        let fault = self.error("WCW016", place, &message, &suggestion(near, expected, "these can"));
        self.with_fix(fault, token, near)
    }

    fn with_fix(&self, fault: Diagnostic, token: Option<&Token>, near: Option<(&str, bool)>) -> Diagnostic {
        match (token, near) {
            (Some(token), Some((word, true))) => fault.fixed_by(format!("write {word}"), Some(self.of(token)), word),
            _ => fault,
        }
    }

    fn missing_field(&self, field: &str) -> Diagnostic {
        // The parser stops before the bracket that closes the form.
        let closing = self.here().map_or(self.stopped, |token| token.start);
        let (place, form) = self.form_around(closing).unwrap_or_else(|| (self.spot(), "form".to_owned()));
        self.error(
            "WCW017",
            place,
            &format!("this {form} has no field \"{field}\", and needs one"),
            &format!("add {field}: ..."),
        )
    }

    fn double_field(&self, field: &str) -> Diagnostic {
        let named = |token: &&Token| token.kind == Kind::Word && self.says(token) == field;
        let token = self.word(field);
        let place = token.map_or_else(|| self.spot(), |token| self.of(token));
        let around = self.tree.bracket_around(token.map_or(self.stopped, |token| token.start));
        let first = self
            .tree
            .tokens
            .iter()
            .filter(named)
            .find(|other| Some(*other) != token && self.tree.bracket_around(other.start) == around);
        self.error("WCW018", place, &format!("the field \"{field}\" is here a second time"), "take one of them away")
            .and(first.map(|first| self.of(first)), "the first time")
    }

    fn other_form(&self, expected: &str, found: &str) -> Diagnostic {
        let token = self.word(found).or_else(|| self.here());
        let place = token.map_or_else(|| self.spot(), |token| self.of(token));
        let message = format!("{} is needed here, not {}", with_article(expected), with_article(&cut(found)));
        let near = nearest(found, [expected].into_iter());
        let help = match near {
            Some((word, _)) => format!("did you mean {word}?"),
            None => format!("write {expected}( ... )"),
        };
        self.with_fix(self.error("WCW016", place, &message, &help), token, near)
    }

    fn form_needed(&self, name: Option<&str>) -> Diagnostic {
        let message = match name {
            Some(name) => format!("{} is needed here", with_article(name)),
            None => "several values in round brackets are needed here".to_owned(),
        };
        let help = format!("write {}( ... )", name.unwrap_or_default());
        self.error("WCW010", self.spot(), &message, &help)
    }

    /// A name is needed here: of a field, or a word such as `Request`.
    fn name_needed(&self) -> Diagnostic {
        let Some(here) = self.here() else {
            return self.other("something is missing at the end", "");
        };
        if here.is(',') {
            let fault = self.error("WCW019", self.of(here), "there is a comma too many here", "");
            return match self.before() {
                Some(before) if before.is(',') => fault.fixed_by("take it away".to_owned(), Some(self.of(here)), ""),
                _ => fault,
            };
        }
        let word = self.says(here);
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let own = word.starts_with(|c: char| c.is_ascii_uppercase()) && word.chars().all(plain);
        if here.is_text() && own {
            let message = format!("{word} is one of the program's own words: write it without quotation marks");
            let fault = self.error("WCW014", self.of(here), &message, "");
            return fault.fixed_by(format!("write {word}"), Some(self.of(here)), word);
        }
        let message = "a name is needed here: that of a field, or a word such as Request";
        self.error("WCW010", self.spot(), message, "texts have quotation marks, names do not")
    }

    fn other(&self, message: &str, help: &str) -> Diagnostic {
        self.error("WCW010", self.spot(), message, help)
    }

    fn comment(&self) -> Option<Diagnostic> {
        let open = |token: &&Token| token.kind == Kind::Comment(false);
        let open = self.tree.tokens.iter().find(open)?;
        Some(self.error(
            "WCW019",
            self.place(open.start, open.start + 2),
            "a comment begins here with /* and never ends",
            "end it with */, or begin each of its lines with //",
        ))
    }
}

fn with_article(name: &str) -> String {
    let vowel = name.starts_with(['A', 'E', 'I', 'O', 'U']);
    format!("{} {name}", if vowel { "an" } else { "a" })
}

fn suggestion(near: Option<(&str, bool)>, expected: &[&str], known: &str) -> String {
    match near {
        Some((word, _)) => format!("did you mean {word}?"),
        None => format!("{known}: {}", expected.join(", ")),
    }
}
