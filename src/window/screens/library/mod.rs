//! The library as a small reference book: shelves, a list on the left and the page on the right. A small window shows
//! one of the two.

mod days;
mod list;
mod page;
mod state;

use egui::{Rect, TextEdit, Ui, UiBuilder, Vec2};

use crate::app::LibraryView;
use crate::app::intent::Verb;
use crate::view::library::{Page, Shelf};

use super::parts::{UiContext, button, field_label, less, quiet, sheet, tab};
use super::{UiState, keys};

pub use state::LibraryState;

/// Below this width, only the list or the page is shown.
const TWO: f32 = 800.0;
const LIST: f32 = 296.0;
/// A page with its text and margins.
const PAGE: f32 = 700.0;
const GAP: f32 = 12.0;

pub(super) fn library_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &LibraryView, ui_state: &mut UiState) {
    let state = &mut ui_state.library;
    let both = ui.available_width() >= TWO;
    let after = view.over || state.after;
    bar_ui(ui, cx, view, state, both);
    ui.add_space(4.0);
    let rows: Vec<&Page> = rows(view, state, after).collect();
    state.keep_among(&rows);
    let whole = ui.available_rect_before_wrap();
    let page = if both { PAGE.min(less(whole.width(), LIST + GAP)) } else { whole.width() };
    let all = if both { LIST + GAP + page } else { page };
    let left = whole.left() + less(whole.width(), all) / 2.0;
    let part =
        |left: f32, width: f32| Rect::from_min_size(egui::pos2(left, whole.top()), Vec2::new(width, whole.height()));
    if both || !state.page_open {
        let rect = part(left, if both { LIST } else { all });
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            list::list_ui(ui, cx, &rows, state);
        });
    }
    if both || state.page_open {
        let rect = part(if both { left + LIST + GAP } else { left }, page);
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            sheet(cx.colours).show(ui, |ui| {
                ui.set_min_size(ui.available_size());
                sheet_ui(ui, cx, view, &rows, state);
            });
        });
    }
    ui.advance_cursor_after_rect(whole);
}

/// The pages to list: those of the current shelf, or from all shelves those that match the search.
fn rows<'v>(view: &'v LibraryView, state: &LibraryState, after: bool) -> impl Iterator<Item = &'v Page> {
    let wanted = state.search.trim().to_lowercase();
    let shelf = state.shelf;
    view.pages.iter().filter(move |page| {
        if wanted.is_empty() { page.shelf == shelf && page.is_shown(after) } else { page.holds(&wanted, after) }
    })
}

/// The shelves and the search field; in a small window with an open page, the button back to the list.
fn bar_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &LibraryView, state: &mut LibraryState, both: bool) {
    ui.horizontal_wrapped(|ui| {
        if !both && state.page_open {
            if button(ui, cx.label("library-to-the-list")).clicked() {
                state.page_open = false;
                state.focus_row = true;
            }
            let name = cx.label(state.shelf.key());
            return drop(quiet(ui, cx.colours, name));
        }
        let label = field_label(ui, cx.label("window-search"));
        let edit = TextEdit::singleline(&mut state.search).desired_width(150.0);
        let field = ui.add(edit).labelled_by(label.id);
        if keys::pressed(ui, Verb::Search) {
            field.request_focus();
        }
        if !state.search.trim().is_empty() {
            if button(ui, cx.label("library-search-clear")).clicked() {
                state.search.clear();
                field.request_focus();
            }
            return;
        }
        ui.add_space(8.0);
        for shelf in Shelf::ALL {
            let filled = view.pages.iter().any(|page| page.shelf == *shelf);
            let name = cx.label(shelf.key());
            if filled && tab(ui, cx.colours, state.shelf == *shelf, name).clicked() {
                state.turn_to(*shelf);
            }
        }
    });
}

/// The open page, or the whole timeline.
fn sheet_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &LibraryView, rows: &[&Page], state: &mut LibraryState) {
    let Some(page) = rows.iter().copied().find(|page| state.is_open(page)) else {
        let key = if state.search.trim().is_empty() { "library-nothing-yet" } else { "library-found-nothing" };
        quiet(ui, cx.colours, &cx.label_with(key, &[("wanted", state.search.trim())]));
        page::after_ui(ui, cx, view, state);
        return;
    };
    if page.shelf == Shelf::Timeline && state.search.trim().is_empty() {
        days::timeline_ui(ui, cx, view, rows, state);
    } else {
        page::page_ui(ui, cx, view, page, state);
    }
}
