//! The document, block by block. Only visible blocks are laid out.

use egui::{Align, Rect, Response, ScrollArea, Sense, Ui, Vec2, WidgetInfo, WidgetType, pos2};

use crate::app::RecordView;
use crate::view::transcript::{Paragraph, Turn};

use super::super::parts::{UiContext, ring, scroll_keys};
use super::compose::{self, Measure};
use super::head;
use super::state::RecordState;
use super::turns::side_mark;

/// Height of the focusable part of a paragraph.
const TARGET: f32 = 112.0;
/// Height of the line with a speaker's name.
const NAME: f32 = 30.0;

#[derive(Clone, Copy)]
enum Block<'v> {
    Head,
    Speaker(&'v Turn),
    Line(&'v Paragraph),
}

/// Draws the document. Returns the id of a speaker whose name was clicked.
pub(super) fn document_ui(
    ui: &mut Ui,
    cx: &UiContext<'_>,
    view: &RecordView,
    state: &mut RecordState,
) -> Option<String> {
    let page = ui.available_height();
    let mut wanted = None;
    let area = ScrollArea::vertical().id_salt("record").auto_shrink(false);
    area.show_viewport(ui, |ui, sight| {
        scroll_keys(ui, page);
        let measure = Measure::of(ui, ui.available_width());
        let blocks = blocks(view);
        measure_all(ui, cx, view, state, measure, &blocks);
        let origin = ui.max_rect().min;
        let mut top = 0.0;
        let mut first = None;
        for (block, height) in blocks.iter().zip(state.heights.clone()) {
            let rect = Rect::from_min_size(pos2(origin.x, origin.y + top), Vec2::new(ui.available_width(), height));
            let seen = top < sight.bottom() && top + height > sight.top();
            if let (Block::Line(paragraph), true) = (block, top + height > sight.top() + sight.height() * 0.4) {
                first.get_or_insert(paragraph.line);
            }
            let pressed = block_ui(ui, cx, view, state, measure, *block, rect, seen);
            wanted = wanted.take().or(pressed);
            top += height;
        }
        state.top = first.unwrap_or_default();
        // A thin rule separates the numbers from the words, as on ruled paper.
        let x = origin.x + measure.left - 9.0;
        let stroke = egui::Stroke::new(1.0, cx.colours.line);
        ui.painter().vline(x, ui.clip_rect().y_range(), stroke);
        ui.allocate_space(Vec2::new(1.0, top));
    });
    wanted
}

fn blocks(view: &RecordView) -> Vec<Block<'_>> {
    let transcript = &view.transcript;
    let mut blocks = vec![Block::Head];
    let mut before = None;
    for paragraph in &transcript.paragraphs {
        if paragraph.turn != before {
            before = paragraph.turn;
            let turn = before.and_then(|turn| transcript.turns.get(turn));
            blocks.extend(turn.map(Block::Speaker));
        }
        blocks.push(Block::Line(paragraph));
    }
    blocks
}

/// Measures the height of each block, if the layout has changed. Highlighting doesn't affect the height.
fn measure_all(
    ui: &Ui,
    cx: &UiContext<'_>,
    view: &RecordView,
    state: &mut RecordState,
    measure: Measure,
    blocks: &[Block<'_>],
) {
    let quoted = view.quoted.iter().map(|q| q.line.wrapping_mul(q.statement + 7));
    let key = [
        measure.text.to_bits(),
        measure.beside.map_or(0, |(left, width)| (left + width).to_bits()),
        ui.pixels_per_point().to_bits(),
        u32::try_from(blocks.len()).unwrap_or(u32::MAX),
        quoted.fold(view.transcript.head.citation.len() as u32, u32::wrapping_add),
    ];
    if state.measured == key && state.heights.len() == blocks.len() {
        return;
    }
    state.measured = key;
    let height = |block: &Block<'_>| match block {
        Block::Head => head::head(ui, cx, view, measure).height,
        Block::Speaker(_) => NAME,
        Block::Line(paragraph) => compose::paragraph(ui, cx, view, state, measure, paragraph).height,
    };
    state.heights = blocks.iter().map(height).collect();
}

#[allow(clippy::too_many_arguments, reason = "grouping these arguments in a struct would only move the list")]
fn block_ui(
    ui: &mut Ui,
    cx: &UiContext<'_>,
    view: &RecordView,
    state: &mut RecordState,
    measure: Measure,
    block: Block<'_>,
    rect: Rect,
    seen: bool,
) -> Option<String> {
    match block {
        Block::Head => {
            let response = ui.interact(rect, ui.id().with("head"), Sense::hover());
            labelled(&response, || head::in_words(cx, view));
            if seen {
                head::head(ui, cx, view, measure).paint(ui, rect.min);
            }
            None
        }
        Block::Speaker(turn) => speaker_ui(ui, cx, measure, turn, rect, seen),
        Block::Line(paragraph) => {
            line_ui(ui, cx, view, state, measure, paragraph, rect, seen);
            None
        }
    }
}

/// The speaker's name, which opens their page in the library.
fn speaker_ui(
    ui: &mut Ui,
    cx: &UiContext<'_>,
    measure: Measure,
    turn: &Turn,
    rect: Rect,
    seen: bool,
) -> Option<String> {
    let galley = compose::speaker(ui, cx, turn.side, &turn.name);
    let left = rect.left() + measure.left;
    let place = Rect::from_min_size(pos2(left - 4.0, rect.top() + 3.0), Vec2::new(galley.size().x + 28.0, 26.0));
    let response = ui.interact(place, ui.id().with(("speaker", turn.line)), Sense::click());
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &turn.about));
    if seen {
        side_mark(ui, cx.colours, turn.side, pos2(left + 5.0, place.center().y));
        let at = pos2(left + 17.0, place.center().y - galley.size().y / 2.0);
        if response.hovered() {
            let line = egui::Stroke::new(1.0, cx.colours.quiet);
            let y = at.y + galley.size().y - 1.0;
            ui.painter().hline(at.x..=at.x + galley.size().x, y, line);
        }
        ui.painter().galley(at, galley, cx.colours.ink);
    }
    ring(ui, cx.colours, &response);
    response.clicked().then(|| turn.id.clone())
}

#[allow(clippy::too_many_arguments, reason = "grouping these arguments in a struct would only move the list")]
fn line_ui(
    ui: &mut Ui,
    cx: &UiContext<'_>,
    view: &RecordView,
    state: &mut RecordState,
    measure: Measure,
    paragraph: &Paragraph,
    rect: Rect,
    seen: bool,
) {
    let line = paragraph.line;
    let quoted = compose::quoted_on(view, line).next().is_some();
    // The focus only stops at lines with notes or quotations, and at the current line.
    let stops = quoted || !paragraph.notes.is_empty() || state.at == Some(line);
    let sense = if stops { Sense::focusable_noninteractive() } else { Sense::hover() };
    // The ring surrounds only the beginning of a long paragraph, which could be larger than a small window.
    let height = rect.height().min(TARGET);
    let place = Rect::from_min_size(rect.min, Vec2::new(rect.width(), height));
    let response = ui.interact(place, ui.id().with(("line", line)), sense);
    labelled(&response, || line_in_words(view, paragraph));
    if let Some((_, focus)) = state.goes.filter(|(wanted, _)| *wanted == line) {
        state.goes = None;
        ui.scroll_to_rect(place, Some(Align::Center));
        if focus {
            response.request_focus();
        }
    }
    if seen {
        compose::paragraph(ui, cx, view, state, measure, paragraph).paint(ui, rect.min);
    }
    if response.gained_focus() {
        // The line that was asked for is centred; any other only has to be visible.
        let align = (state.at == Some(line)).then_some(Align::Center);
        ui.scroll_to_rect(place, align);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, cx.colours.theirs);
        let around = place.with_max_y(place.bottom() - 6.0).expand2(Vec2::new(0.0, 3.0));
        let inside = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(around, 3.0, stroke, inside);
    }
}

/// A line as text for screen readers: number, speaker, words, quotations and notes.
fn line_in_words(view: &RecordView, paragraph: &Paragraph) -> String {
    let turn = paragraph.turn.and_then(|turn| view.transcript.turns.get(turn));
    let words = match turn {
        Some(_) => paragraph.text.clone(),
        None => compose::without_marks(&paragraph.text),
    };
    let mut told = vec![paragraph.heading.clone(), words];
    let quoted = compose::quoted_on(view, paragraph.line);
    told.extend(quoted.clone().map(|quoted| quoted.text.clone()));
    told.extend(quoted.take(1).map(|quoted| quoted.when.clone()));
    told.extend(paragraph.notes.iter().cloned());
    told.join("\n")
}

fn labelled(response: &Response, text: impl Fn() -> String) {
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text()));
}
