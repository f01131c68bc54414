//! Faults of a scenario, with their places and fixes, as data. `render.rs` draws them.

use std::ops::Range;

use serde::Serialize;

use super::place::{FileId, Place};

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The scenario cannot be played, or breaks a law.
    Error,
    /// It can be played, but something is likely to be wrong.
    Warning,
}

/// A marked piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub place: Place,
    /// What is to be said of it.
    pub text: String,
}

/// One change of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that are replaced; empty for an insertion.
    pub place: Place,
    /// Their new text.
    pub text: String,
}

/// A change that certainly fixes a fault: nobody has to think before it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in words that follow "fix:".
    pub does: String,
    /// The changes, which do not overlap.
    pub edits: Vec<Edit>,
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: &'static str,
    pub severity: Severity,
    pub message: String,
    /// Where; the first label is the place itself. Empty when it is about the folder.
    pub labels: Vec<Label>,
    pub help: Option<String>,
    /// A change that certainly fixes it.
    pub fix: Option<Fix>,
}

/// A file as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// Its name inside the folder.
    pub name: String,
    pub text: String,
}

/// Every fault of a scenario, with the texts they point into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The files, by [`FileId`].
    pub files: Vec<SourceText>,
    pub diagnostics: Vec<Diagnostic>,
    /// How many warnings the author allows.
    pub allowed: usize,
}

/// A fault for programs to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Located {
    pub code: &'static str,
    pub severity: Severity,
    /// File inside the folder; empty for the folder itself.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// Column one past the end.
    pub end_column: usize,
    pub message: String,
    /// What is said of the place.
    pub label: String,
    /// Every place it marks, the first being its own.
    pub labels: Vec<LocatedLabel>,
    pub help: Option<String>,
    /// A change that certainly fixes it.
    pub fix: Option<LocatedFix>,
    /// The page that explains the code, in the repository.
    pub page: String,
}

/// A piece of a file for programs to read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    /// File inside the folder.
    pub file: String,
    /// First byte, from 0.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// Column one past the end.
    pub end_column: usize,
}

/// A marked piece of a file, for programs to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocatedLabel {
    /// Where.
    #[serde(flatten)]
    pub at: Span,
    /// What is said of it.
    pub text: String,
}

/// The fix of a fault, for programs to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocatedFix {
    pub does: String,
    pub edits: Vec<LocatedEdit>,
}

/// A change of a text, for programs to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocatedEdit {
    /// What goes.
    #[serde(flatten)]
    pub at: Span,
    pub text: String,
}

impl Diagnostic {
    /// An error.
    pub fn error(code: &'static str, message: String, place: Option<Place>, help: Option<String>) -> Self {
        Self::new(Severity::Error, code, message, place, help)
    }

    /// A warning.
    pub fn warning(code: &'static str, message: String, place: Option<Place>, help: Option<String>) -> Self {
        Self::new(Severity::Warning, code, message, place, help)
    }

    fn new(
        severity: Severity,
        code: &'static str,
        message: String,
        place: Option<Place>,
        help: Option<String>,
    ) -> Self {
        let labels = place.map(|place| Label { place, text: String::new() }).into_iter().collect();
        Self { code, severity, message, labels, help, fix: None }
    }

    /// The same with something said of its first place.
    #[must_use]
    pub fn saying(mut self, text: &str) -> Self {
        if let Some(label) = self.labels.first_mut() {
            text.clone_into(&mut label.text);
        }
        self
    }

    /// The same with its fix: other text at a place. None where the place is not known.
    #[must_use]
    pub fn fixed_by(self, does: String, place: Option<Place>, text: &str) -> Self {
        let edits = place.map(|place| Edit { place, text: text.to_owned() });
        self.fixed_by_all(does, edits.into_iter().collect())
    }

    /// The same with a fix in several places.
    #[must_use]
    pub fn fixed_by_all(mut self, does: String, edits: Vec<Edit>) -> Self {
        if !edits.is_empty() {
            self.fix = Some(Fix { does, edits });
        }
        self
    }

    /// The same with a second place.
    #[must_use]
    pub fn and(mut self, place: Option<Place>, text: &str) -> Self {
        self.labels.extend(place.map(|place| Label { place, text: text.to_owned() }));
        self
    }
}

impl Report {
    /// Adds a file.
    pub fn add_file(&mut self, name: String, text: String) -> FileId {
        let id = FileId(u16::try_from(self.files.len()).unwrap_or(u16::MAX));
        self.files.push(SourceText { name, text });
        id
    }

    /// Whether there is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }

    /// Whether an error keeps the scenario from being played. Those of recorded games do not: nothing that is played comes from
    /// them, and people who fix them have to be able to play.
    pub fn keeps_from_play(&self) -> bool {
        let recorded = |fault: &Diagnostic| {
            let file = fault.labels.first().map(|label| label.place.file.0);
            let file = file.and_then(|file| self.files.get(usize::from(file)));
            file.is_some_and(|file| file.name.starts_with("playthroughs/"))
        };
        let errors = self.diagnostics.iter();
        let mut errors = errors.filter(|fault| fault.severity == Severity::Error);
        errors.any(|fault| !recorded(fault))
    }

    /// Puts the faults in the order of their places, and drops those that are there twice.
    pub fn sort(&mut self) {
        self.diagnostics.sort_by(|a, b| {
            let key = |d: &Diagnostic| d.labels.first().map(|l| (l.place.file, l.place.start));
            (key(a), a.code, &a.message).cmp(&(key(b), b.code, &b.message))
        });
        self.diagnostics.dedup();
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(usize::from(file.0)).map_or("", |f| f.text.as_str())
    }

    /// What is written at a place.
    pub fn marked(&self, place: Place) -> &str {
        let range = self.clamp(place);
        self.text(place.file).get(range).unwrap_or_default()
    }

    /// The bytes of a place, moved to whole characters inside the file.
    pub fn clamp(&self, place: Place) -> Range<usize> {
        let text = self.text(place.file);
        let start = text.floor_char_boundary(place.start as usize);
        let end = text.ceil_char_boundary(place.end as usize).max(start);
        start..end
    }

    /// Line and column, in characters from 1, of a byte.
    pub fn line_column(&self, file: FileId, byte: usize) -> (usize, usize) {
        let text = self.text(file);
        let before = text.get(..text.floor_char_boundary(byte)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let in_line = before.rsplit('\n').next().unwrap_or_default();
        // A byte order mark takes no column.
        let in_line = in_line.strip_prefix('\u{feff}').unwrap_or(in_line);
        (line, in_line.chars().count() + 1)
    }

    /// `moves.ron:3:7` of a place.
    pub fn at(&self, place: Option<Place>) -> String {
        let Some(place) = place else {
            return String::new();
        };
        let (line, column) = self.line_column(place.file, self.clamp(place).start);
        format!("{}:{line}:{column}", self.name(place.file))
    }

    /// The faults for programs.
    pub fn located(&self) -> Vec<Located> {
        self.diagnostics.iter().map(|diagnostic| self.locate(diagnostic)).collect()
    }

    /// Name of a file inside the folder.
    pub fn name(&self, file: FileId) -> &str {
        self.files.get(usize::from(file.0)).map_or("", |f| f.name.as_str())
    }

    /// A place for programs.
    pub fn span(&self, place: Place) -> Span {
        let range = self.clamp(place);
        let (line, column) = self.line_column(place.file, range.start);
        let (end_line, end_column) = self.line_column(place.file, range.end);
        Span {
            file: self.name(place.file).to_owned(),
            start: range.start,
            end: range.end,
            line,
            column,
            end_line,
            end_column,
        }
    }

    pub(super) fn locate(&self, diagnostic: &Diagnostic) -> Located {
        let labels =
            diagnostic.labels.iter().map(|label| LocatedLabel { at: self.span(label.place), text: label.text.clone() });
        let labels: Vec<LocatedLabel> = labels.collect();
        let own = labels.first().map_or_else(
            || Span { line: 1, column: 1, end_line: 1, end_column: 1, ..Span::default() },
            |label| label.at.clone(),
        );
        let fix = diagnostic.fix.as_ref().map(|fix| LocatedFix {
            does: fix.does.clone(),
            edits: fix
                .edits
                .iter()
                .map(|edit| LocatedEdit { at: self.span(edit.place), text: edit.text.clone() })
                .collect(),
        });
        Located {
            code: diagnostic.code,
            severity: diagnostic.severity,
            file: own.file,
            line: own.line,
            column: own.column,
            end_line: own.end_line,
            end_column: own.end_column,
            message: diagnostic.message.clone(),
            label: labels.first().map_or_else(String::new, |l| l.text.clone()),
            labels,
            help: diagnostic.help.clone(),
            fix,
            page: format!("docs/codes/{}.md", diagnostic.code),
        }
    }
}
