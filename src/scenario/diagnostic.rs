//! Faults of a scenario, with their place, as data and as text.

use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic as Shown, Label as ShownLabel};
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term::{self, Config};
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
    /// Where.
    pub place: Place,
    /// What is to be said of it.
    pub text: String,
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, `WCW020`.
    pub code: &'static str,
    /// Severity.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where; the first label is the place itself. Empty when it is about the folder.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
}

/// A file as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// Its name inside the folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Every fault of a scenario, with the texts they point into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The files, by [`FileId`].
    pub files: Vec<SourceText>,
    /// The faults.
    pub diagnostics: Vec<Diagnostic>,
}

/// A fault for programs to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Located {
    /// Code.
    pub code: &'static str,
    /// Severity.
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
    /// What is wrong.
    pub message: String,
    /// What is said of the place.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error.
    pub fn error(
        code: &'static str,
        message: String,
        place: Option<Place>,
        help: Option<String>,
    ) -> Self {
        Self::new(Severity::Error, code, message, place, help)
    }

    /// A warning.
    pub fn warning(
        code: &'static str,
        message: String,
        place: Option<Place>,
        help: Option<String>,
    ) -> Self {
        Self::new(Severity::Warning, code, message, place, help)
    }

    fn new(
        severity: Severity,
        code: &'static str,
        message: String,
        place: Option<Place>,
        help: Option<String>,
    ) -> Self {
        let labels = place
            .map(|place| Label {
                place,
                text: String::new(),
            })
            .into_iter()
            .collect();
        Self {
            code,
            severity,
            message,
            labels,
            help,
        }
    }

    /// The same with a second place.
    #[must_use]
    pub fn and(mut self, place: Option<Place>, text: &str) -> Self {
        self.labels.extend(place.map(|place| Label {
            place,
            text: text.to_owned(),
        }));
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
        self.diagnostics
            .iter()
            .any(|d| d.severity == Severity::Error)
    }

    /// Puts the faults in the order of their places, and drops what is said twice.
    pub fn sort(&mut self) {
        self.diagnostics.sort_by(|a, b| {
            let key = |d: &Diagnostic| d.labels.first().map(|l| (l.place.file, l.place.start));
            (key(a), a.code, &a.message).cmp(&(key(b), b.code, &b.message))
        });
        self.diagnostics.dedup();
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &str {
        self.files
            .get(usize::from(file.0))
            .map_or("", |f| f.text.as_str())
    }

    /// The bytes of a place, moved to whole characters inside the file.
    fn clamp(&self, place: Place) -> Range<usize> {
        let text = self.text(place.file);
        let start = text.floor_char_boundary(place.start as usize);
        let end = text.ceil_char_boundary(place.end as usize).max(start);
        start..end
    }

    /// Line and column, in characters from 1, of a byte.
    pub fn line_column(&self, file: FileId, byte: usize) -> (usize, usize) {
        let text = self.text(file);
        let before = text
            .get(..text.floor_char_boundary(byte))
            .unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        (line, column)
    }

    /// `moves.ron:3:7` of a place.
    pub fn at(&self, place: Option<Place>) -> String {
        let Some(place) = place else {
            return String::new();
        };
        let name = self
            .files
            .get(usize::from(place.file.0))
            .map_or("", |f| f.name.as_str());
        let (line, column) = self.line_column(place.file, self.clamp(place).start);
        format!("{name}:{line}:{column}")
    }

    /// The faults for programs.
    pub fn located(&self) -> Vec<Located> {
        self.diagnostics
            .iter()
            .map(|diagnostic| self.locate(diagnostic))
            .collect()
    }

    pub(super) fn locate(&self, diagnostic: &Diagnostic) -> Located {
        let label = diagnostic.labels.first();
        let (file, start, end) = match label {
            Some(label) => {
                let range = self.clamp(label.place);
                let name = self
                    .files
                    .get(usize::from(label.place.file.0))
                    .map(|f| f.name.clone());
                let at = |byte| self.line_column(label.place.file, byte);
                (name.unwrap_or_default(), at(range.start), at(range.end))
            }
            None => (String::new(), (1, 1), (1, 1)),
        };
        Located {
            code: diagnostic.code,
            severity: diagnostic.severity,
            file,
            line: start.0,
            column: start.1,
            end_line: end.0,
            end_column: end.1,
            message: diagnostic.message.clone(),
            label: label.map_or_else(String::new, |label| label.text.clone()),
            help: diagnostic.help.clone(),
        }
    }

    /// The faults for people: the place marked, what is wrong, what to do.
    pub fn render(&self) -> String {
        let mut files = SimpleFiles::new();
        for file in &self.files {
            files.add(file.name.as_str(), file.text.as_str());
        }
        let config = Config::default();
        let mut out = String::new();
        for diagnostic in &self.diagnostics {
            let shown = self.shown(diagnostic);
            // A fault is never lost, even where it cannot be drawn.
            if term::emit_to_string(&mut out, &config, &files, &shown).is_err() {
                out.push_str(&format!("{}: {}\n", diagnostic.code, diagnostic.message));
            }
        }
        out
    }

    fn shown(&self, diagnostic: &Diagnostic) -> Shown<usize> {
        let shown = match diagnostic.severity {
            Severity::Error => Shown::error(),
            Severity::Warning => Shown::warning(),
        };
        let labels = diagnostic
            .labels
            .iter()
            .enumerate()
            .map(|(index, label)| {
                let file = usize::from(label.place.file.0);
                let range = self.clamp(label.place);
                let shown = if index == 0 {
                    ShownLabel::primary(file, range)
                } else {
                    ShownLabel::secondary(file, range)
                };
                shown.with_message(label.text.clone())
            })
            .collect();
        shown
            .with_code(diagnostic.code)
            .with_message(diagnostic.message.clone())
            .with_labels(labels)
            .with_notes(
                diagnostic
                    .help
                    .iter()
                    .map(|help| format!("help: {help}"))
                    .collect(),
            )
    }
}
