//! Puts the fixes of a report into the texts, from the back to the front, so that comments and layout stay as they are.

use serde::Serialize;

use super::diagnostic::{Diagnostic, Edit, Report};
use super::place::FileId;

/// A text with its fixes put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedText {
    pub file: FileId,
    pub text: String,
}

/// A change that was made, or with a dry run would be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Path relative to the folder.
    pub file: String,
    /// Line number, from 1, before the change.
    pub line: usize,
    /// The code of the fault.
    pub code: &'static str,
    /// The text before, with the word around it.
    pub old: String,
    pub new: String,
}

/// The texts that the fixes of a report change, and what was done. Of fixes that overlap the first is made; the other waits until
/// the texts are checked again. Only RON is changed, never a source.
pub fn fixed(report: &Report) -> (Vec<FixedText>, Vec<Change>) {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut done = Vec::new();
    for diagnostic in &report.diagnostics {
        let Some(fix) = &diagnostic.fix else { continue };
        let free = |edit: &Edit| !taken.iter().any(|other| overlap(edit, other));
        let fits = |edit: &Edit| report.name(edit.place.file).ends_with(".ron") && is_whole(report, edit);
        if !fix.edits.iter().all(|edit| free(edit) && fits(edit)) {
            continue;
        }
        done.extend(changes(report, diagnostic, &fix.edits));
        taken.extend(&fix.edits);
    }
    taken.sort_by_key(|edit| (edit.place.file, edit.place.start));
    let texts = taken.chunk_by(|a, b| a.place.file == b.place.file);
    let texts = texts.filter_map(|edits| {
        let file = edits.first()?.place.file;
        let mut text = report.text(file).to_owned();
        for edit in edits.iter().rev() {
            text.replace_range(edit.place.start as usize..edit.place.end as usize, &edit.text);
        }
        (text != report.text(file)).then_some(FixedText { file, text })
    });
    (texts.collect(), done)
}

/// Whether an edit is about whole characters of its file.
fn is_whole(report: &Report, edit: &Edit) -> bool {
    let (start, end) = (edit.place.start as usize, edit.place.end as usize);
    report.text(edit.place.file).get(start..end).is_some()
}

/// Whether two edits touch the same bytes, or insert at the same place.
fn overlap(a: &Edit, b: &Edit) -> bool {
    let (a, b) = (a.place, b.place);
    a.file == b.file && a.start <= b.end && b.start <= a.end
}

/// What a fix does: one entry for all its edits on a line.
fn changes(report: &Report, diagnostic: &Diagnostic, edits: &[Edit]) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    for edit in edits {
        let (line, _) = report.line_column(edit.place.file, edit.place.start as usize);
        let (old, new) = (around(report, edit, false), around(report, edit, true));
        let file = report.name(edit.place.file).to_owned();
        if !all.iter().any(|done| done.line == line && done.file == file) {
            all.push(Change { file, line, code: diagnostic.code, old, new });
        }
    }
    all
}

/// The text of an edit before or after it, with the word around it.
fn around(report: &Report, edit: &Edit, after: bool) -> String {
    let text = report.text(edit.place.file);
    let (start, end) = (edit.place.start as usize, edit.place.end as usize);
    let line_start = text.get(..start).and_then(|t| t.rfind('\n')).map_or(0, |at| at + 1);
    let before = text.get(line_start..start).unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default();
    let before: Vec<char> = before.chars().rev().take_while(|c| !c.is_whitespace()).take(12).collect();
    let before: String = before.iter().rev().collect();
    let rest: String = rest.chars().take_while(|c| !c.is_whitespace()).take(12).collect();
    let inside = if after { edit.text.as_str() } else { text.get(start..end).unwrap_or_default() };
    visible(&format!("{before}{inside}{rest}"))
}

/// A text in which nothing is invisible.
fn visible(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let seen = !c.is_control()
            && !matches!(c, '\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{feff}');
        if seen {
            out.push(c);
        } else {
            out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
        }
    }
    out
}
