//! Faults as a person reads them: the message, the place marked in its line, what to do.

use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic as Shown, Label as ShownLabel};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::{Ansi, Color, ColorSpec};
use codespan_reporting::term::{self, Config, Styles, StylesWriter};
use unicode_width::UnicodeWidthChar as _;

use super::diagnostic::{Diagnostic, Report, Severity};
use super::place::FileId;

/// Columns where nothing is known of the reader's screen.
const COLUMNS: usize = 100;

/// Fewest columns that are drawn for.
const LEAST: usize = 40;

/// Columns of a tab.
const TAB: usize = 4;

/// Blank lines between two that do not follow each other, which the renderer draws as a gap.
const GAP: usize = 3;

/// How faults are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns of the screen.
    pub width: usize,
    /// Whether with colours, as ANSI escapes.
    pub colour: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: COLUMNS, colour: false }
    }
}

impl Report {
    /// The faults for people, without colours.
    pub fn render(&self) -> String {
        self.drawn(Look::default())
    }

    /// The faults for people.
    pub fn drawn(&self, look: Look) -> String {
        let mut out = String::new();
        for diagnostic in &self.diagnostics {
            // A fault is never lost, even where it cannot be drawn.
            match self.draw(diagnostic, look) {
                Some(drawn) => out.push_str(&drawn),
                None => out.push_str(&format!("{}: {}\n", diagnostic.code, diagnostic.message)),
            }
        }
        out
    }

    fn draw(&self, diagnostic: &Diagnostic, look: Look) -> Option<String> {
        let width = look.width.max(LEAST);
        let excerpts = Excerpts::of(self, diagnostic, width);
        let shown = shown(diagnostic, &excerpts, width);
        let config = Config { tab_width: TAB, ..Config::default() };
        if !look.colour {
            let mut out = String::new();
            term::emit_to_string(&mut out, &config, &excerpts, &shown).ok()?;
            return Some(out);
        }
        let styles = styles();
        let mut out = Ansi::new(Vec::new());
        let mut writer = StylesWriter::new(&mut out, &styles);
        term::emit_to_write_style(&mut writer, &config, &excerpts, &shown).ok()?;
        String::from_utf8(out.into_inner()).ok()
    }
}

/// The renderer's own colours, with the second place in a colour that is legible on dark and light.
fn styles() -> Styles {
    let mut cyan = ColorSpec::new();
    cyan.set_fg(Some(Color::Cyan));
    Styles {
        secondary_label: cyan.clone(),
        source_border: cyan.clone(),
        line_number: cyan.clone(),
        note_bullet: cyan,
        ..Styles::default()
    }
}

fn shown(diagnostic: &Diagnostic, excerpts: &Excerpts, width: usize) -> Shown<usize> {
    let (shown, name) = match diagnostic.severity {
        Severity::Error => (Shown::error(), "error"),
        Severity::Warning => (Shown::warning(), "warning"),
    };
    let head = format!("{name}[{}]: ", diagnostic.code);
    let message = wrapped(&harmless(&diagnostic.message), width, head.len());
    let labels = excerpts.labels.iter().enumerate().map(|(index, label)| {
        let shown = if index == 0 {
            ShownLabel::primary(label.excerpt, label.range.clone())
        } else {
            ShownLabel::secondary(label.excerpt, label.range.clone())
        };
        shown.with_message(label.text.clone())
    });
    let narrow = width.saturating_sub(excerpts.gutter() + 4);
    let help = diagnostic.help.iter().map(|help| format!("help: {help}"));
    let fix = diagnostic.fix.iter();
    let fix = fix.map(|fix| format!("fix: {} (check --fix does it)", fix.does));
    let notes = help.chain(fix).map(|note| wrapped(&harmless(&note), narrow, 0));
    shown.with_code(diagnostic.code).with_message(message).with_labels(labels.collect()).with_notes(notes.collect())
}

/// Text without control characters, as long as it was: a file must not steer the terminal.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() && c != '\t' && c != '\n' {
            out.push_str(&"?".repeat(c.len_utf8()));
        } else {
            out.push(c);
        }
    }
    out
}

/// Text in lines that fit, the first of them shorter by the text before it.
fn wrapped(text: &str, width: usize, before: usize) -> String {
    let mut out = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let first = if index == 0 { before } else { 0 };
        let gap = " ".repeat(first);
        let options = textwrap::Options::new(width).initial_indent(&gap).break_words(false);
        let filled = textwrap::fill(line, options);
        out.push(filled.get(first..).unwrap_or_default().to_owned());
    }
    out.join("\n")
}

/// A label in an excerpt.
struct Marked {
    excerpt: usize,
    range: Range<usize>,
    text: String,
}

/// The lines of one file that a fault marks, each cut to the screen.
struct Excerpt {
    file: FileId,
    name: String,
    text: String,
    lines: Vec<Line>,
}

/// A line of an excerpt.
struct Line {
    /// Its bytes in the excerpt, with the line end.
    range: Range<usize>,
    /// Its number in the file.
    number: usize,
    /// Characters of the file's line before the first byte that is shown.
    before: usize,
}

/// What the renderer takes for files.
struct Excerpts {
    excerpts: Vec<Excerpt>,
    labels: Vec<Marked>,
}

/// A label in its file.
struct InFile<'r> {
    /// Its number among the labels of the fault.
    index: usize,
    file: FileId,
    /// The line's first byte and its text.
    start: usize,
    line: &'r str,
    /// The marked bytes of the line.
    range: Range<usize>,
}

impl Excerpts {
    fn of(report: &Report, diagnostic: &Diagnostic, width: usize) -> Self {
        let mut places: Vec<InFile<'_>> = diagnostic
            .labels
            .iter()
            .enumerate()
            .filter_map(|(index, label)| in_file(report, index, label.place))
            .collect();
        let mut excerpts: Vec<Excerpt> = Vec::new();
        for place in &places {
            if !excerpts.iter().any(|excerpt| excerpt.file == place.file) {
                excerpts.push(Excerpt::new(report, place.file));
            }
        }
        places.sort_by_key(|place| (place.file, place.start, place.index));
        let mut labels: Vec<(usize, Marked)> = Vec::new();
        for on_line in places.chunk_by(|a, b| (a.file, a.start) == (b.file, b.start)) {
            let Some(first) = on_line.first() else {
                continue;
            };
            let Some(number) = excerpts.iter().position(|e| e.file == first.file) else {
                continue;
            };
            let Some(excerpt) = excerpts.get_mut(number) else {
                continue;
            };
            let (line, _) = report.line_column(first.file, first.start);
            let window = window(first.line, &first.range, width);
            let (shift, shown) = excerpt.add(line, first.line, &window);
            for place in on_line {
                let at = |byte: usize| {
                    let byte = byte.clamp(window.start, window.end) - window.start + shift;
                    byte.clamp(shown.start, shown.end)
                };
                let marked = Marked {
                    excerpt: number,
                    range: at(place.range.start)..at(place.range.end),
                    text: diagnostic.labels.get(place.index).map_or_else(String::new, |label| label.text.clone()),
                };
                labels.push((place.index, marked));
            }
        }
        labels.sort_by_key(|(index, _)| *index);
        Self { excerpts, labels: labels.into_iter().map(|(_, marked)| marked).collect() }
    }

    /// Digits of the longest line number.
    fn gutter(&self) -> usize {
        let lines = self.excerpts.iter().flat_map(|excerpt| &excerpt.lines);
        let most = lines.map(|line| line.number).max().unwrap_or(0);
        most.to_string().len()
    }

    fn line(&self, id: usize, index: usize) -> Result<(&Excerpt, &Line), Error> {
        let excerpt = self.excerpts.get(id).ok_or(Error::FileMissing)?;
        let line = excerpt.lines.get(index).ok_or(Error::LineTooLarge { given: index, max: excerpt.lines.len() })?;
        Ok((excerpt, line))
    }
}

/// A label as the first line of its place has it: what goes on below is not marked.
fn in_file(report: &Report, index: usize, place: super::place::Place) -> Option<InFile<'_>> {
    let range = report.clamp(place);
    let text = report.text(place.file);
    let start = text.get(..range.start)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.lines().next().unwrap_or_default();
    let end = range.end.min(start + line.len()).max(range.start);
    Some(InFile { index, file: place.file, start, line, range: range.start - start..end - start })
}

/// The bytes of a line that are shown: all of it where it fits, else the part around the mark.
fn window(line: &str, marked: &Range<usize>, width: usize) -> Range<usize> {
    // Line number, border, and the two dots for what is left out.
    let room = width.saturating_sub(10);
    // More characters than this do not fit, whatever their width; a file may be one long line.
    let columns = |text: &str| text.chars().take(4 * room + 1).map(char_columns).sum::<usize>();
    if line.len() <= 16 * room && columns(line) <= room {
        return 0..line.len();
    }
    let before = line.get(..marked.start).unwrap_or_default();
    let inside = columns(line.get(marked.clone()).unwrap_or_default());
    let left = room.saturating_sub(inside).min(room / 3);
    let mut taken = 0;
    let mut start = marked.start.min(line.len());
    for (at, c) in before.char_indices().rev() {
        taken += char_columns(c);
        if taken > left {
            break;
        }
        start = at;
    }
    let mut taken = 0;
    let mut end = start;
    for (at, c) in line.get(start..).unwrap_or_default().char_indices() {
        taken += char_columns(c);
        if taken > room {
            break;
        }
        end = start + at + c.len_utf8();
    }
    start..end
}

fn char_columns(c: char) -> usize {
    match c {
        '\t' => TAB,
        _ => c.width().unwrap_or(1),
    }
}

impl Excerpt {
    fn new(report: &Report, file: FileId) -> Self {
        Self { file, name: report.name(file).to_owned(), text: String::new(), lines: Vec::new() }
    }

    /// Adds a window of a line. Returns the byte at which the window begins, and the bytes of the line, in the excerpt.
    fn add(&mut self, number: usize, line: &str, window: &Range<usize>) -> (usize, Range<usize>) {
        // However few lines are left out: an empty one with a number would say that the file is empty there.
        let last = self.lines.last().map(|line| line.number);
        if last.is_some_and(|last| last + 1 < number) {
            for _ in 0..GAP {
                self.push(number, 0, "");
            }
        }
        let cut = |cut: bool| if cut { "…" } else { "" };
        let (head, tail) = (cut(window.start > 0), cut(window.end < line.len()));
        let shown = harmless(line.get(window.clone()).unwrap_or_default());
        let before = line.get(..window.start).unwrap_or_default().chars().count();
        let before = before.saturating_sub(head.chars().count());
        let start = self.text.len();
        self.push(number, before, &format!("{head}{shown}{tail}"));
        (start + head.len(), start..self.text.len().saturating_sub(1))
    }

    fn push(&mut self, number: usize, before: usize, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
        let range = start..self.text.len();
        self.lines.push(Line { range, number, before });
    }
}

impl<'a> Files<'a> for Excerpts {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        let excerpt = self.excerpts.get(id).ok_or(Error::FileMissing)?;
        Ok(&excerpt.name)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        let excerpt = self.excerpts.get(id).ok_or(Error::FileMissing)?;
        Ok(&excerpt.text)
    }

    fn line_index(&'a self, id: usize, byte_index: usize) -> Result<usize, Error> {
        let excerpt = self.excerpts.get(id).ok_or(Error::FileMissing)?;
        let after = excerpt.lines.partition_point(|line| line.range.start <= byte_index);
        Ok(after.saturating_sub(1))
    }

    fn line_number(&'a self, id: usize, line_index: usize) -> Result<usize, Error> {
        Ok(self.line(id, line_index)?.1.number)
    }

    fn column_number(&'a self, id: usize, index: usize, byte_index: usize) -> Result<usize, Error> {
        let (excerpt, line) = self.line(id, index)?;
        let before = excerpt.text.get(line.range.start..byte_index);
        Ok(line.before + before.unwrap_or_default().chars().count() + 1)
    }

    fn line_range(&'a self, id: usize, line_index: usize) -> Result<Range<usize>, Error> {
        Ok(self.line(id, line_index)?.1.range.clone())
    }
}
