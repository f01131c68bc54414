//! Faults of a scenario as data, with their places and fixes. `render.rs` turns them into text.

use std::ops::Range;

use serde::Serialize;

use super::limits::FAULTS;
use super::place::{FileId, Place};

/// How serious a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The scenario can't be played, or breaks one of the rules for scenarios.
    Error,
    /// The scenario can be played, but something is probably wrong.
    Warning,
}

/// A marked range in a file, with a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub place: Place,
    /// The remark; may be empty.
    pub text: String,
}

/// Replaces a range of a file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; an empty range for an insertion.
    pub place: Place,
    /// The replacement.
    pub text: String,
}

/// A change that fixes a fault for certain, so it can be applied without asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the fix does, worded to follow "fix:".
    pub does: String,
    /// The changes, which don't overlap.
    pub edits: Vec<Edit>,
}

/// One fault, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: &'static str,
    pub severity: Severity,
    pub message: String,
    /// The places it concerns, with the faulty one first. Empty if it concerns the folder as a whole.
    pub labels: Vec<Label>,
    pub help: Option<String>,
    pub fix: Option<Fix>,
}

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// Path within the scenario folder.
    pub name: String,
    pub text: String,
    /// First byte of each line: a fault far down in a file is placed without counting the lines before it.
    starts: Vec<usize>,
}

impl SourceText {
    /// A file with its lines.
    pub fn new(name: String, text: String) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name, text, starts }
    }

    /// Number of the line, from 1, and the byte at which it begins.
    fn line_at(&self, byte: usize) -> (usize, usize) {
        let number = self.starts.partition_point(|start| *start <= byte);
        (number, number.checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or(0))
    }
}

/// Every fault of a scenario, with the texts they point into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The files, indexed by [`FileId`].
    pub files: Vec<SourceText>,
    pub diagnostics: Vec<Diagnostic>,
    /// How many warnings were suppressed because the author allows them.
    pub allowed: usize,
}

/// A fault in machine-readable form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Located {
    pub code: &'static str,
    pub severity: Severity,
    /// Path within the folder; empty if the fault concerns the folder as a whole.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Line at which the place ends.
    pub end_line: usize,
    /// Column just past the end.
    pub end_column: usize,
    pub message: String,
    /// The remark on the faulty place.
    pub label: String,
    /// All marked places, with the faulty one first.
    pub labels: Vec<LocatedLabel>,
    pub help: Option<String>,
    pub fix: Option<LocatedFix>,
    /// Path in the repository of the page that explains the code.
    pub page: String,
}

/// A range of a file in machine-readable form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Path within the folder.
    pub file: String,
    /// First byte, counted from 0.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Line at which the range ends.
    pub end_line: usize,
    /// Column just past the end.
    pub end_column: usize,
}

/// A marked range with its remark, in machine-readable form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocatedLabel {
    #[serde(flatten)]
    pub at: Span,
    /// The remark; may be empty.
    pub text: String,
}

/// A fix in machine-readable form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocatedFix {
    pub does: String,
    pub edits: Vec<LocatedEdit>,
}

/// One change of a text, in machine-readable form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocatedEdit {
    /// The range to replace.
    #[serde(flatten)]
    pub at: Span,
    pub text: String,
}

impl Diagnostic {
    /// Creates an error. Without a place, it concerns the folder as a whole.
    pub fn error(code: &'static str, message: String, place: Option<Place>, help: Option<String>) -> Self {
        Self::new(Severity::Error, code, message, place, help)
    }

    /// Creates a warning. Without a place, it concerns the folder as a whole.
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

    /// Adds a remark to the first place.
    #[must_use]
    pub fn saying(mut self, text: &str) -> Self {
        if let Some(label) = self.labels.first_mut() {
            text.clone_into(&mut label.text);
        }
        self
    }

    /// Adds a fix that replaces the text at one place. Without a place, no fix is added.
    #[must_use]
    pub fn fixed_by(self, does: String, place: Option<Place>, text: &str) -> Self {
        let edits = place.map(|place| Edit { place, text: text.to_owned() });
        self.fixed_by_all(does, edits.into_iter().collect())
    }

    /// Adds a fix made up of several edits. Without edits, no fix is added.
    #[must_use]
    pub fn fixed_by_all(mut self, does: String, edits: Vec<Edit>) -> Self {
        if !edits.is_empty() {
            self.fix = Some(Fix { does, edits });
        }
        self
    }

    /// Marks another place, if it is known, with a remark.
    #[must_use]
    pub fn and(mut self, place: Option<Place>, text: &str) -> Self {
        self.labels.extend(place.map(|place| Label { place, text: text.to_owned() }));
        self
    }
}

impl Report {
    /// Adds a file and returns its id.
    pub fn add_file(&mut self, name: String, text: String) -> FileId {
        let id = FileId(u16::try_from(self.files.len()).unwrap_or(u16::MAX));
        self.files.push(SourceText::new(name, text));
        id
    }

    /// Whether the report contains an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }

    /// Whether an error stops the scenario from being played. Errors in playthroughs don't: play doesn't depend on
    /// them, and an author has to be able to play in order to fix them.
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

    /// Sorts the faults by place and removes duplicates.
    pub fn sort(&mut self) {
        self.diagnostics.sort_by(|a, b| {
            let key = |d: &Diagnostic| d.labels.first().map(|l| (l.place.file, l.place.start));
            (key(a), a.code, &a.message).cmp(&(key(b), b.code, &b.message))
        });
        self.diagnostics.dedup();
    }

    /// Leaves out the last faults where there are more than [`FAULTS`], warnings first, and says so.
    pub fn shorten(&mut self) {
        let Some(more) = self.diagnostics.len().checked_sub(FAULTS).filter(|more| *more > 0) else { return };
        let is_error = |fault: &Diagnostic| fault.severity == Severity::Error;
        let errors = self.diagnostics.iter().filter(|fault| is_error(fault)).count();
        let (mut errors_left, mut warnings_left) = (errors.min(FAULTS), FAULTS.saturating_sub(errors));
        self.diagnostics.retain(|fault| {
            let left = if is_error(fault) { &mut errors_left } else { &mut warnings_left };
            let stays = *left > 0;
            *left = left.saturating_sub(1);
            stays
        });
        let message = format!("there are {more} more faults, which are not listed");
        let help = Some("fix those above first, and check again".to_owned());
        // Whether there is an error shows in those that stay.
        self.diagnostics.push(Diagnostic::warning("WCW034", message, None, help));
    }

    /// The text of a file; empty if the id is unknown.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(usize::from(file.0)).map_or("", |f| f.text.as_str())
    }

    /// The text at a place.
    pub fn marked(&self, place: Place) -> &str {
        let range = self.clamp(place);
        self.text(place.file).get(range).unwrap_or_default()
    }

    /// The byte range of a place, clamped to the file and widened to whole characters.
    pub fn clamp(&self, place: Place) -> Range<usize> {
        let text = self.text(place.file);
        let start = text.floor_char_boundary(place.start as usize);
        let end = text.ceil_char_boundary(place.end as usize).max(start);
        start..end
    }

    /// Line and column of a byte. Both count from 1, and columns count characters.
    pub fn line_column(&self, file: FileId, byte: usize) -> (usize, usize) {
        let text = self.text(file);
        let byte = text.floor_char_boundary(byte);
        let (line, start) = self.files.get(usize::from(file.0)).map_or((1, 0), |file| file.line_at(byte));
        let in_line = text.get(start..byte).unwrap_or_default();
        // A byte order mark takes no column.
        let in_line = in_line.strip_prefix('\u{feff}').unwrap_or(in_line);
        (line, in_line.chars().count() + 1)
    }

    /// Formats a place as `moves.ron:3:7`; empty if there is none.
    pub fn at(&self, place: Option<Place>) -> String {
        let Some(place) = place else {
            return String::new();
        };
        let (line, column) = self.line_column(place.file, self.clamp(place).start);
        format!("{}:{line}:{column}", self.name(place.file))
    }

    /// All faults in machine-readable form.
    pub fn located(&self) -> Vec<Located> {
        self.diagnostics.iter().map(|diagnostic| self.locate(diagnostic)).collect()
    }

    /// Path of a file within the folder; empty if the id is unknown.
    pub fn name(&self, file: FileId) -> &str {
        self.files.get(usize::from(file.0)).map_or("", |f| f.name.as_str())
    }

    /// A place in machine-readable form.
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
