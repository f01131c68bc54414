//! The faults of a folder: what is wrong, where, and what to do.

use crate::language::{Arg, arg};
use crate::library::fix::fix;
use crate::scenario::codes;
use crate::scenario::diagnostic::{Diagnostic, Label, Report, Severity};

use super::super::App;
use super::Author;

/// Characters to show on each side of the marked part of a line.
const AROUND: usize = 60;

/// Most faults to show at a time. An author with more will fix the first ones first.
const MOST: usize = 60;

/// The errors and warnings of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultsView {
    /// Errors first, then warnings, each in file order; at most `MOST`.
    pub faults: Vec<FaultView>,
    /// A sentence saying how many more there are.
    pub more: Option<String>,
    /// Number of faults with a safe fix.
    pub fixable: usize,
    /// The label of the button that applies them.
    pub apply_fixes: String,
    /// A code and its explanation, shown instead of the faults.
    pub explained: Option<(String, String)>,
}

/// An error or a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultView {
    pub code: &'static str,
    /// Whether it is an error, which makes the scenario unplayable.
    pub error: bool,
    pub message: String,
    /// The fault's own place first, then related ones.
    pub places: Vec<PlaceView>,
    /// What to do, in a sentence.
    pub help: Option<String>,
    /// The safe fix, in a sentence.
    pub fix: Option<String>,
    /// Label for explaining the code, if it has a page.
    pub explain: Option<String>,
}

/// A place in a file, with the line it is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceView {
    /// `moves.ron:3:7`, in a form editors understand.
    pub at: String,
    /// What to say about this place.
    pub text: String,
    pub excerpt: Excerpt,
}

/// A line with a marked part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    pub before: String,
    pub marked: String,
    pub after: String,
}

impl Author {
    /// Numbers of errors and warnings.
    pub(super) fn counts(&self) -> (usize, usize) {
        let all = &self.report.diagnostics;
        let errors = all.iter().filter(|d| d.severity == Severity::Error).count();
        (errors, all.len() - errors)
    }
}

impl App {
    pub(super) fn faults_view(&self, author: &Author) -> FaultsView {
        let all = || author.report.diagnostics.iter();
        let errors = all().filter(|d| d.severity == Severity::Error);
        let warnings = all().filter(|d| d.severity == Severity::Warning);
        let explained = author.explained.as_ref().and_then(|code| {
            let page = codes::page(code)?;
            Some((code.clone(), page.to_owned()))
        });
        let fixable = all().filter(|d| d.fix.is_some()).count();
        let counted = |key: &str, faults: usize| self.catalogue.msg_with(key, &[arg("faults", faults)]);
        let more = all().count().saturating_sub(MOST);
        FaultsView {
            fixable,
            apply_fixes: counted("author-apply-fixes", fixable),
            more: (more > 0).then(|| counted("author-more-faults", more)),
            faults: errors.chain(warnings).take(MOST).map(|d| self.fault(&author.report, d)).collect(),
            explained,
        }
    }

    fn fault(&self, report: &Report, diagnostic: &Diagnostic) -> FaultView {
        let worded = |key: &str, value: Arg<'_>| self.catalogue.msg_with(key, &[value]);
        let fix = diagnostic.fix.as_ref();
        FaultView {
            code: diagnostic.code,
            error: diagnostic.severity == Severity::Error,
            message: diagnostic.message.clone(),
            places: diagnostic.labels.iter().map(|label| place(report, label)).collect(),
            help: diagnostic.help.as_deref().map(|help| worded("author-help", arg("help", help))),
            fix: fix.map(|fix| worded("author-fix", arg("does", fix.does.as_str()))),
            explain: codes::page(diagnostic.code).map(|_| worded("author-explain", arg("code", diagnostic.code))),
        }
    }

    /// Applies the safe fixes and rereads the folder.
    pub(super) fn fix_folder(&mut self) {
        let folder = self.author.as_ref().map(|author| author.folder.clone());
        let Some(folder) = folder else { return };
        match fix(self.ports.storage.as_ref(), &folder, false) {
            Ok(fixed) => {
                self.read_again();
                let args = [arg("changes", fixed.changes.len())];
                self.inform("author-fixed", &args);
            }
            Err(error) => self.refuse("author-not-fixed", &[arg("error", error)]),
        }
    }
}

fn place(report: &Report, label: &Label) -> PlaceView {
    let file = report.files.get(usize::from(label.place.file.0));
    let text = file.map_or("", |file| file.text.as_str());
    PlaceView {
        at: report.at(Some(label.place)),
        text: label.text.clone(),
        excerpt: excerpt(text, label.place.start as usize, label.place.end as usize),
    }
}

/// The line on which a span starts, shortened if it is long.
fn excerpt(text: &str, start: usize, end: usize) -> Excerpt {
    let start = text.floor_char_boundary(start);
    let end = text.ceil_char_boundary(end).max(start);
    let (before, rest) = text.split_at(start);
    let from = before.rfind('\n').map_or(0, |at| at + 1);
    let line_end = rest.find('\n').map_or(text.len(), |at| start + at);
    let part = |from: usize, to: usize| text.get(from..to.max(from)).unwrap_or_default();
    let (before, marked, after) =
        (part(from, start), part(start, end.min(line_end)), part(end.min(line_end), line_end));
    Excerpt {
        before: last(before.trim_start()),
        marked: first(marked, 2 * AROUND),
        after: first(after.trim_end(), AROUND),
    }
}

/// The first `most` characters of a text, with an ellipsis if there are more.
fn first(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The last [`AROUND`] characters of a text, with an ellipsis if there are more.
fn last(text: &str) -> String {
    let count = text.chars().count();
    if count <= AROUND {
        return text.to_owned();
    }
    let rest: String = text.chars().skip(count - AROUND).collect();
    format!("…{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_over_several_lines_is_shown_on_its_first() {
        let text = "one\n  two (three\nfour) five\n";
        let found = excerpt(text, 10, 22);
        assert_eq!((found.before.as_str(), found.marked.as_str()), ("two ", "(three"));
        assert_eq!(found.after, "");
    }

    #[test]
    fn a_span_past_the_end_of_a_file_or_inside_a_character_is_still_shown() {
        assert_eq!(excerpt("abc", 90, 95), Excerpt { before: "abc".to_owned(), ..Excerpt::default() });
        assert_eq!(excerpt("aéb", 2, 2).before, "a");
    }
}
