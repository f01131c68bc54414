//! Laying out a paragraph of the document: text, line number in the margin, and notes next to it or below it.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, FontId, Galley, Pos2, Rect, Stroke, TextFormat, Ui, Vec2, pos2};

use crate::app::{Quoted, RecordView};
use crate::view::library::Side;
use crate::view::transcript::Paragraph;

use super::super::parts::{UiContext, leading, less, readable};
use super::super::theme::{self, font, size};
use super::marks::{Mark, joined, stretches};
use super::state::RecordState;

/// Most characters in a line of text.
const MEASURE: f32 = 70.0;
/// Width of the margin with the line numbers.
const MARGIN: f32 = 42.0;
const GUTTER: f32 = 14.0;
/// Narrowest column for notes next to the text.
const NOTES: f32 = 184.0;
/// Gap between the text and notes next to it.
const BESIDE: f32 = 22.0;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measure {
    pub(super) left: f32,
    /// Greatest width of the text.
    pub(super) text: f32,
    /// Left edge and width of the notes column; `None` if notes go below the text.
    pub(super) beside: Option<(f32, f32)>,
}

impl Measure {
    pub(super) fn of(ui: &Ui, width: f32) -> Self {
        // In a proportional typeface, a sample gives the average width of a character.
        let sample = "the other side of the table, and what is written of it here";
        let face = font(size::TYPED, theme::typed());
        let sampled = ui.fonts_mut(|fonts| {
            let galley = fonts.layout_no_wrap(sample.to_owned(), face, Color32::BLACK);
            galley.size().x
        });
        let letter = sampled / sample.chars().count() as f32;
        let left = MARGIN + GUTTER;
        let text = (letter * MEASURE).min(less(width, left + 4.0)).max(80.0);
        let rest = width - left - text - BESIDE;
        Self { left, text, beside: (rest >= NOTES).then(|| (left + text + BESIDE, rest.min(280.0))) }
    }
}

/// A laid-out block: its texts and bars, with their positions.
#[derive(Default)]
pub(super) struct Set {
    texts: Vec<(Pos2, Arc<Galley>)>,
    bars: Vec<(Rect, Color32)>,
    pub(super) height: f32,
}

impl Set {
    /// Adds a text at a position. Returns its lower edge.
    pub(super) fn put(&mut self, ui: &Ui, at: Pos2, job: LayoutJob) -> f32 {
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let end = at.y + galley.size().y;
        self.height = self.height.max(end);
        self.texts.push((at, galley));
        end
    }

    pub(super) fn bar(&mut self, rect: Rect, colour: Color32) {
        self.bars.push((rect, colour));
    }

    pub(super) fn paint(&self, ui: &Ui, at: Pos2) {
        let painter = ui.painter();
        for (rect, colour) in &self.bars {
            painter.rect_filled(rect.translate(at.to_vec2()), 0.0, *colour);
        }
        for (place, galley) in &self.texts {
            painter.galley(*place + at.to_vec2(), Arc::clone(galley), Color32::PLACEHOLDER);
        }
    }
}

pub(super) fn plain(text: &str, face: FontId, colour: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.min(readable(&face));
    let height = leading(face.size);
    let mut format = TextFormat::simple(face, colour);
    format.line_height = Some(height);
    job.append(text, 0.0, format);
    job
}

pub(super) fn paragraph(
    ui: &Ui,
    cx: &UiContext<'_>,
    view: &RecordView,
    state: &RecordState,
    measure: Measure,
    paragraph: &Paragraph,
) -> Set {
    let colours = cx.colours;
    let mut set = Set::default();
    let here = state.at == Some(paragraph.line);
    let number = plain(
        &paragraph.line.to_string(),
        font(size::STAMP, if here { theme::plain_strong() } else { theme::plain() }),
        if here { colours.ink } else { colours.quiet },
        MARGIN,
    );
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(number.clone()));
    set.put(ui, pos2(MARGIN - 6.0 - galley.size().x, 2.0), number);
    let end = set.put(ui, pos2(measure.left, 0.0), words(cx, view, state, measure, paragraph));
    if here {
        let bar = Rect::from_min_max(pos2(MARGIN + 2.0, 0.0), pos2(MARGIN + 5.0, end));
        set.bar(bar, colours.theirs);
    }
    let end = said(ui, cx, view, &mut set, pos2(measure.left, end), measure, paragraph.line);
    notes(ui, cx, &mut set, measure, paragraph, end);
    set.height += 10.0;
    set
}

/// The words of a paragraph, with quotations and search results highlighted.
fn words(
    cx: &UiContext<'_>,
    view: &RecordView,
    state: &RecordState,
    measure: Measure,
    paragraph: &Paragraph,
) -> LayoutJob {
    let colours = cx.colours;
    let mut job = LayoutJob::default();
    job.wrap.max_width = measure.text;
    let spoken = paragraph.turn.is_some();
    let face = size::TYPED - if spoken { 0.0 } else { 2.0 };
    let colour = if spoken { colours.ink } else { colours.quiet };
    let quoted = quoted_on(view, paragraph.line).filter_map(|quoted| {
        let at = paragraph.text.find(&quoted.words)?;
        Some(at..at + quoted.words.len())
    });
    let quoted = joined(&paragraph.text, quoted.collect());
    let marks_something = !quoted.is_empty() || state.hits.iter().any(|hit| hit.line == paragraph.line);
    if !spoken && !marks_something {
        return typeset(&paragraph.text, colour, measure.text);
    }
    let mut marked: Vec<_> = quoted.into_iter().map(|place| (place, Mark::Quoted)).collect();
    for (index, place) in state.hits.iter().enumerate() {
        if place.line == paragraph.line {
            let mark = if state.hit == Some(index) { Mark::Here } else { Mark::Found };
            marked.push((place.bytes.clone(), mark));
        }
    }
    for (range, mark) in stretches(&paragraph.text, &marked) {
        let mut format = TextFormat::simple(font(face, theme::typed()), colour);
        format.line_height = Some((face * 1.5).round());
        match mark {
            Mark::Plain => {}
            Mark::Quoted => {
                format.background = colours.mark;
                format.color = colours.ink;
            }
            Mark::Found => {
                format.underline = Stroke::new(2.0, colours.theirs);
                format.color = colours.ink;
            }
            Mark::Here => {
                format.background = colours.ours;
                format.color = colours.on_strong;
            }
        }
        job.append(paragraph.text.get(range).unwrap_or_default(), 0.0, format);
    }
    job
}

/// A line before the first speech, without Markdown syntax for headings and links.
fn typeset(text: &str, colour: Color32, width: f32) -> LayoutJob {
    let heading = text.starts_with('#');
    let shown = &without_marks(text);
    let face = size::TYPED - if heading { 0.0 } else { 2.0 };
    plain(shown, font(face, theme::typed()), colour, width)
}

/// A line of the file without Markdown syntax for headings, bold text and links.
pub(super) fn without_marks(text: &str) -> String {
    let shown = text.trim_start_matches('#').trim().replace("**", "");
    let link = shown.strip_prefix('<');
    let link = link.and_then(|link| link.strip_suffix('>'));
    link.unwrap_or(&shown).to_owned()
}

/// This game's quotations from a line.
pub(super) fn quoted_on(view: &RecordView, line: u32) -> impl Iterator<Item = &Quoted> + Clone {
    view.quoted.iter().filter(move |quoted| quoted.line == line)
}

fn said(ui: &Ui, cx: &UiContext<'_>, view: &RecordView, set: &mut Set, at: Pos2, measure: Measure, line: u32) -> f32 {
    let Some(quoted) = quoted_on(view, line).next() else { return at.y };
    let face = font(size::STAMP, theme::plain_strong());
    set.put(ui, at + Vec2::new(0.0, 1.0), plain(&quoted.when, face, cx.colours.quiet, measure.text))
}

/// Editors' notes: next to the paragraph if there is space, or below it.
fn notes(ui: &Ui, cx: &UiContext<'_>, set: &mut Set, measure: Measure, paragraph: &Paragraph, end: f32) {
    let (left, width, mut top) = match measure.beside {
        Some((left, width)) => (left, width, 1.0),
        None => (measure.left + 14.0, less(measure.text, 14.0), end + 4.0),
    };
    for text in &paragraph.notes {
        let face = font(size::SMALL + 0.5, theme::italic());
        let job = plain(text, face, cx.colours.ink, less(width, 10.0));
        let bottom = set.put(ui, pos2(left + 10.0, top), job);
        let bar = Rect::from_min_max(pos2(left, top + 2.0), pos2(left + 2.0, bottom - 2.0));
        set.bar(bar, cx.colours.quiet);
        top = bottom + 6.0;
    }
}

/// The name above a speaker's words, laid out.
pub(super) fn speaker(ui: &Ui, cx: &UiContext<'_>, side: Side, name: &str) -> Arc<Galley> {
    let colours = cx.colours;
    let colour = match side {
        Side::Ours => colours.ours,
        Side::Theirs => colours.theirs,
        Side::Neither => colours.ink,
    };
    let job = plain(name, font(size::BUTTON, theme::plain_strong()), colour, f32::INFINITY);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
