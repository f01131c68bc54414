//! Draws faults for people to read: the message, the line with the faulty place marked, and what to do.

use std::io;
use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic as Shown, Label as ShownLabel};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::{Ansi, Color, ColorSpec, WriteColor};
use codespan_reporting::term::{self, Config, Styles, StylesWriter};
use unicode_width::UnicodeWidthChar as _;

use super::diagnostic::{Diagnostic, Report, Severity};
use super::place::FileId;
use super::unseen::{self, Watch};

/// Width used if the terminal's width is unknown.
const COLUMNS: usize = 100;

/// Minimum width. Narrower terminals get lines of this width.
const LEAST: usize = 40;

/// Width of a tab.
const TAB: usize = 4;

/// Number of blank lines inserted where lines are left out, so that codespan draws a gap.
const GAP: usize = 3;

/// How to draw faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Width of the terminal, in columns.
    pub width: usize,
    /// Whether to add colours, as ANSI escapes.
    pub colour: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: COLUMNS, colour: false }
    }
}

/// A piece of a drawn report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// An ANSI escape that sets the colour of what follows.
    Colour(String),
}

impl Report {
    /// Draws all faults without colours, at the default width.
    pub fn render(&self) -> String {
        self.drawn(Look::default())
    }

    /// Draws all faults.
    pub fn drawn(&self, look: Look) -> String {
        let pieces = self.pieces(look.width).into_iter();
        let shown = pieces.filter_map(|piece| match piece {
            Piece::Text(text) => Some(text),
            Piece::Colour(colour) => look.colour.then_some(colour),
        });
        shown.collect()
    }

    /// Draws all faults, with text and colours in separate pieces, so that escapes in a file can't pass for the
    /// program's own. The width is in columns.
    pub fn pieces(&self, width: usize) -> Vec<Piece> {
        let mut out = Vec::new();
        for diagnostic in &self.diagnostics {
            // Every fault is shown, even if its excerpt can't be drawn.
            match self.draw(diagnostic, width.max(LEAST)) {
                Some(drawn) => out.extend(drawn),
                None => out.push(Piece::Text(format!("{}: {}\n", diagnostic.code, diagnostic.message))),
            }
        }
        out
    }

    fn draw(&self, diagnostic: &Diagnostic, width: usize) -> Option<Vec<Piece>> {
        let excerpts = Excerpts::of(self, diagnostic, width);
        let shown = shown(diagnostic, &excerpts, width);
        let config = Config { tab_width: TAB, ..Config::default() };
        let styles = styles();
        let mut out = Pieces::default();
        let mut writer = StylesWriter::new(&mut out, &styles);
        term::emit_to_write_style(&mut writer, &config, &excerpts, &shown).ok()?;
        Some(out.finish())
    }
}

/// Collects what codespan writes.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    text: Vec<u8>,
}

impl Pieces {
    fn end_text(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.done.push(Piece::Text(String::from_utf8_lossy(&text).into_owned()));
        }
    }

    fn colour(&mut self, set: impl FnOnce(&mut Ansi<Vec<u8>>) -> io::Result<()>) -> io::Result<()> {
        self.end_text();
        let mut ansi = Ansi::new(Vec::new());
        set(&mut ansi)?;
        self.done.push(Piece::Colour(String::from_utf8_lossy(&ansi.into_inner()).into_owned()));
        Ok(())
    }

    fn finish(mut self) -> Vec<Piece> {
        self.end_text();
        self.done
    }
}

impl io::Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WriteColor for Pieces {
    fn supports_color(&self) -> bool {
        true
    }

    fn set_color(&mut self, spec: &ColorSpec) -> io::Result<()> {
        self.colour(|ansi| ansi.set_color(spec))
    }

    fn reset(&mut self) -> io::Result<()> {
        self.colour(WriteColor::reset)
    }
}

/// Codespan's own colours, except for secondary ones, which are made legible on dark and light backgrounds.
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
    let message = wrapped(&unseen::escaped(&diagnostic.message), width, head.len());
    let labels = excerpts.labels.iter().enumerate().map(|(index, label)| {
        let shown = if index == 0 {
            ShownLabel::primary(label.excerpt, label.range.clone())
        } else {
            ShownLabel::secondary(label.excerpt, label.range.clone())
        };
        shown.with_message(unseen::escaped(&label.text))
    });
    let narrow = width.saturating_sub(excerpts.gutter() + 4);
    let help = diagnostic.help.iter().map(|help| format!("help: {help}"));
    let fix = diagnostic.fix.iter();
    let fix = fix.map(|fix| format!("fix: {} (check --fix does it)", fix.does));
    let notes = help.chain(fix).map(|note| wrapped(&unseen::escaped(&note), narrow, 0));
    shown.with_code(diagnostic.code).with_message(message).with_labels(labels.collect()).with_notes(notes.collect())
}

/// Wraps a text. The first line leaves room for `before` columns of text in front of it.
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

/// A label positioned in an excerpt.
struct Marked {
    excerpt: usize,
    range: Range<usize>,
    text: String,
}

/// The lines of one file that a fault marks, each cut to fit the screen.
struct Excerpt {
    file: FileId,
    name: String,
    text: String,
    lines: Vec<Line>,
}

struct Line {
    /// Byte range in the excerpt, including the line ending.
    range: Range<usize>,
    /// Line number in the file.
    number: usize,
    /// Characters of the original line that come before the first one shown.
    before: usize,
    /// Byte ranges in the excerpt of escapes for characters that can't be seen.
    escapes: Vec<Range<usize>>,
}

/// The excerpts of a fault, given to codespan in place of whole files.
struct Excerpts {
    excerpts: Vec<Excerpt>,
    labels: Vec<Marked>,
}

/// A label positioned in its original file.
struct InFile<'r> {
    /// Index among the fault's labels.
    index: usize,
    file: FileId,
    /// Byte offset at which the line starts.
    start: usize,
    line: &'r str,
    /// The marked bytes, relative to the line.
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
                    let before = first.line.get(window.start..byte.clamp(window.start, window.end));
                    let byte = shift + unseen::escaped(before.unwrap_or_default()).len();
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

    /// Width of the longest line number.
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

/// Positions a label on the first line of its place. Further lines aren't marked.
fn in_file(report: &Report, index: usize, place: super::place::Place) -> Option<InFile<'_>> {
    let range = report.clamp(place);
    let text = report.text(place.file);
    let start = text.get(..range.start)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.lines().next().unwrap_or_default();
    let end = range.end.min(start + line.len()).max(range.start);
    Some(InFile { index, file: place.file, start, line, range: range.start - start..end - start })
}

/// The byte range of a line to show: all of it if it fits, otherwise the part around the mark.
fn window(line: &str, marked: &Range<usize>, width: usize) -> Range<usize> {
    // Leave room for the line number, the border and an ellipsis at either end.
    let room = width.saturating_sub(10);
    // More characters than this can't fit whatever their width. The limit matters because a file may be one very long
    // line.
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
        _ if Watch::default().hides(c) => c.escape_unicode().len(),
        _ => c.width().unwrap_or(1),
    }
}

/// Escapes characters that can't be seen. Also returns the byte ranges of the escapes.
fn written_out(text: &str) -> (String, Vec<Range<usize>>) {
    let mut escapes = Vec::new();
    let shown = unseen::replaced(text, |c, out| {
        let start = out.len();
        out.extend(c.escape_unicode());
        escapes.push(start..out.len());
    });
    (shown.into_owned(), escapes)
}

impl Excerpt {
    fn new(report: &Report, file: FileId) -> Self {
        Self { file, name: unseen::escaped(report.name(file)).into_owned(), text: String::new(), lines: Vec::new() }
    }

    /// Adds part of a line. Returns the byte in the excerpt at which that part begins, and the byte range of the whole
    /// excerpt line.
    fn add(&mut self, number: usize, line: &str, window: &Range<usize>) -> (usize, Range<usize>) {
        // Always insert the full gap: a single blank line would be drawn with a number, as if the file were empty
        // there.
        let last = self.lines.last().map(|line| line.number);
        if last.is_some_and(|last| last + 1 < number) {
            for _ in 0..GAP {
                self.push(number, 0, "");
            }
        }
        let cut = |cut: bool| if cut { "…" } else { "" };
        let (head, tail) = (cut(window.start > 0), cut(window.end < line.len()));
        let (shown, mut escapes) = written_out(line.get(window.clone()).unwrap_or_default());
        let before = line.get(..window.start).unwrap_or_default().chars().count();
        let before = before.saturating_sub(head.chars().count());
        let start = self.text.len();
        for escape in &mut escapes {
            *escape = escape.start + start + head.len()..escape.end + start + head.len();
        }
        self.push(number, before, &format!("{head}{shown}{tail}"));
        if let Some(line) = self.lines.last_mut() {
            line.escapes = escapes;
        }
        (start + head.len(), start..self.text.len().saturating_sub(1))
    }

    fn push(&mut self, number: usize, before: usize, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
        let range = start..self.text.len();
        self.lines.push(Line { range, number, before, escapes: Vec::new() });
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
        // Each escape stands for one character of the file.
        let escapes = line.escapes.iter().filter(|escape| escape.end <= byte_index);
        let more: usize = escapes.map(|escape| escape.len() - 1).sum();
        Ok((line.before + before.unwrap_or_default().chars().count() + 1).saturating_sub(more))
    }

    fn line_range(&'a self, id: usize, line_index: usize) -> Result<Range<usize>, Error> {
        Ok(self.line(id, line_index)?.1.range.clone())
    }
}
