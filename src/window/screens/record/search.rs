//! The bar above the document: search, going to a line, and this game's quotations.

use egui::{TextEdit, Ui, WidgetInfo, WidgetType};

use crate::app::RecordView;
use crate::app::intent::Verb;

use super::super::keys;
use super::super::parts::{UiContext, announced, button, field_label, less, quiet, tab};
use super::state::RecordState;

pub(super) fn bar_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &RecordView, state: &mut RecordState, has_index: bool) {
    ui.horizontal_wrapped(|ui| {
        search_ui(ui, cx, state);
        ui.add_space(12.0);
        line_ui(ui, cx, view, state);
        let mut quoted: Vec<u32> = view.quoted.iter().map(|quoted| quoted.line).collect();
        quoted.dedup();
        if !quoted.is_empty() {
            ui.add_space(12.0);
            quiet(ui, cx.colours, &view.quoted_lines);
            if button(ui, cx.label("record-quoted-before")).clicked() {
                state.step_among(&quoted, false);
            }
            if button(ui, cx.label("record-quoted-next")).clicked() {
                state.step_among(&quoted, true);
            }
        }
        if !has_index {
            let name = cx.label("record-turns");
            if tab(ui, cx.colours, state.turns_open, name).clicked() {
                state.turns_open = !state.turns_open;
            }
        }
    });
}

/// Which of the search results is the current one, as text.
fn found_in_words(cx: &UiContext<'_>, state: &RecordState) -> String {
    if state.hits.is_empty() {
        return cx.label("record-found-nothing").to_owned();
    }
    let number = state.hit.map_or(0, |hit| hit + 1).to_string();
    let (count, line) = (state.hits.len().to_string(), state.at.unwrap_or_default().to_string());
    cx.label_with("record-found", &[("number", &number), ("count", &count), ("line", &line)])
}

fn search_ui(ui: &mut Ui, cx: &UiContext<'_>, state: &mut RecordState) {
    let label = field_label(ui, cx.label("window-search"));
    let width = 200.0_f32.min(less(ui.available_width(), 16.0));
    let edit = TextEdit::singleline(&mut state.search).desired_width(width);
    let field = ui.add(edit).labelled_by(label.id);
    if keys::pressed(ui, Verb::Search) {
        field.request_focus();
    }
    // Enter takes the focus from a text field, but here it goes to the next result.
    if keys::entered(ui, &field) {
        state.step(!ui.input(|input| input.modifiers.shift));
        field.request_focus();
    }
    if state.search.trim().is_empty() {
        return;
    }
    let found = quiet(ui, cx.colours, &found_in_words(cx, state));
    announced(&found);
    if !state.hits.is_empty() {
        if button(ui, cx.label("record-found-before")).clicked() {
            state.step(false);
        }
        if button(ui, cx.label("record-found-next")).clicked() {
            state.step(true);
        }
    }
    if button(ui, cx.label("record-search-clear")).clicked() {
        state.search.clear();
        field.request_focus();
    }
}

/// The field for a line number, and the button that goes there.
fn line_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &RecordView, state: &mut RecordState) {
    let label = field_label(ui, cx.label("record-line-to-go-to"));
    let edit = TextEdit::singleline(&mut state.line).desired_width(44.0);
    let field = ui.add(edit).labelled_by(label.id);
    let entered = keys::entered(ui, &field);
    let pressed = button(ui, cx.label("record-go"));
    let name = cx.label("record-go-to-the-line");
    pressed.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, name));
    if !(entered || pressed.clicked()) {
        return;
    }
    // For an empty line or one past the end, go to the next line that has words, or else the last.
    let paragraphs = &view.transcript.paragraphs;
    let wanted = state.line.trim().parse::<u32>().ok();
    let there = |wanted: u32| {
        let next = paragraphs.iter().find(|paragraph| paragraph.line >= wanted);
        next.or(paragraphs.last()).map(|paragraph| paragraph.line)
    };
    if let Some(line) = wanted.and_then(there) {
        state.go(line);
    }
    state.line.clear();
}
