//! Applies a report's fixes, last first so that earlier offsets stay valid. Comments and layout are left alone.

use serde::Serialize;

use super::diagnostic::{Diagnostic, Edit, Report};
use super::place::FileId;

/// A file's text with the fixes applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedText {
    pub file: FileId,
    pub text: String,
}

/// A change that was made or, in a dry run, would be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Path relative to the folder.
    pub file: String,
    /// Line before the change, counted from 1.
    pub line: usize,
    /// Code of the fault it fixed.
    pub code: &'static str,
    /// The text before the change, together with the rest of the word it is part of.
    pub old: String,
    pub new: String,
}

/// Applies the fixes of a report. Returns the changed texts and what was done. If fixes overlap, only the first is
/// applied; the others have to wait for the next check. Only `.ron` files are changed, never a source.
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

/// Whether an edit lies inside its file and doesn't split a character.
fn is_whole(report: &Report, edit: &Edit) -> bool {
    let (start, end) = (edit.place.start as usize, edit.place.end as usize);
    report.text(edit.place.file).get(start..end).is_some()
}

/// Whether two edits touch the same bytes, or insert at the same place.
fn overlap(a: &Edit, b: &Edit) -> bool {
    let (a, b) = (a.place, b.place);
    a.file == b.file && a.start <= b.end && b.start <= a.end
}

/// What a fix changes, with one entry for all its edits on a line.
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

/// The text before or after an edit, together with the rest of the word it is part of.
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

/// Makes invisible and control characters visible as escapes.
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
