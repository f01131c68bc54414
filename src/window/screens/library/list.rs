//! The list of pages, one row each, with arrow-key navigation.

use egui::{EventFilter, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use crate::app::intent::Verb;
use crate::view::library::{Page, Piece, Shelf, Side};

use super::super::keys;
use super::super::parts::{UiContext, less, ring, scrolled, sheet};
use super::super::record::side_mark;
use super::super::theme::{self, font, size};
use super::state::LibraryState;

pub(super) fn list_ui(ui: &mut Ui, cx: &UiContext<'_>, rows: &[&Page], state: &mut LibraryState) {
    sheet(cx.colours).inner_margin(egui::Margin::symmetric(8, 10)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        scrolled(ui, ("shelf", state.shelf, state.search.is_empty()), false, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut stepped = None;
            for (number, page) in rows.iter().enumerate() {
                if let Some(step) = row_ui(ui, cx, page, state) {
                    stepped = Some(number.saturating_add_signed(step));
                }
            }
            let to = stepped.map(|to| to.min(rows.len().saturating_sub(1)));
            if let Some(page) = to.and_then(|to| rows.get(to)) {
                state.choose(page.shelf, &page.id);
                state.focus_row = true;
                ui.ctx().request_repaint();
            }
        });
    });
}

/// Draws a row. If an arrow key was pressed on it, returns how many rows down to move, negative for up.
fn row_ui(ui: &mut Ui, cx: &UiContext<'_>, page: &Page, state: &mut LibraryState) -> Option<isize> {
    let colours = cx.colours;
    let open = state.is_open(page);
    let side = page.shelf == Shelf::People;
    let inset = if side { 26.0 } else { 10.0 };
    let width = ui.available_width();
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = less(width, inset + 8.0);
    let face = if open { theme::plain_strong() } else { theme::plain() };
    let format = |size, family, colour| egui::TextFormat::simple(font(size, family), colour);
    job.append(&page.heading, 0.0, format(size::BUTTON, face, colours.ink));
    // For search results, name the shelf.
    let detail = if state.search.trim().is_empty() { listed(page) } else { cx.label(page.shelf.key()) };
    let second = [page.script.as_str(), &shortened(detail)];
    for (place, part) in second.into_iter().filter(|part| !part.is_empty()).enumerate() {
        let text = if place == 0 { format!("\n{part}") } else { format!("  ·  {part}") };
        job.append(&text, 0.0, format(size::STAMP + 0.5, theme::plain(), colours.quiet));
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = Vec2::new(width, (galley.size().y + 9.0).max(30.0));
    let (_, rect) = ui.allocate_space(size);
    let id = ui.id().with((page.shelf, &page.id));
    let response = ui.interact(rect, id, Sense::click());
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let name = [page.heading.as_str(), &page.script];
    let name = name.into_iter().filter(|part| !part.is_empty());
    let name = name.collect::<Vec<_>>().join(" ");
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, open, &name));
    if !detail.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(detail));
    }
    if open && std::mem::take(&mut state.turned) {
        // A row opened from elsewhere is scrolled to the middle, unless it is already visible.
        let seen = ui.clip_rect().contains_rect(rect);
        response.scroll_to_me((!seen).then_some(egui::Align::Center));
    }
    if open && std::mem::take(&mut state.focus_row) {
        response.request_focus();
    }
    if response.clicked() {
        state.choose(page.shelf, &page.id);
        state.page_open = true;
    }
    if ui.is_rect_visible(rect) {
        if open || response.hovered() {
            ui.painter().rect_filled(rect, 2.0, colours.field);
        }
        if open {
            let bar = egui::Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
            ui.painter().rect_filled(bar, 0.0, colours.ours);
        }
        if side && page.side != Side::Neither {
            let at = egui::pos2(rect.left() + 15.0, rect.top() + 15.0);
            side_mark(ui, colours, page.side, at);
        }
        let at = egui::pos2(rect.left() + inset, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colours.ink);
    }
    ring(ui, colours, &response);
    arrows(ui, &response, state)
}

/// The text below a heading in the list: nothing for an issue, whose question is too long; what happened for a day;
/// otherwise the page's detail.
fn listed(page: &Page) -> &str {
    let told = page.parts.iter().find_map(|part| match &part.piece {
        Piece::Fact(fact) => Some(fact.text.as_str()),
        _ => None,
    });
    match page.shelf {
        Shelf::Issues => "",
        Shelf::Timeline => told.unwrap_or_default(),
        Shelf::People | Shelf::Contested | Shelf::Glossary | Shelf::Sources => &page.detail,
    }
}

/// The first words of a long text.
fn shortened(text: &str) -> String {
    const MOST: usize = 72;
    let Some((most, _)) = text.char_indices().nth(MOST) else {
        return text.to_owned();
    };
    let head = text.get(..most).unwrap_or_default();
    let cut = head.rfind(char::is_whitespace).unwrap_or(most);
    let head = head.get(..cut).unwrap_or_default();
    format!("{}…", head.trim_end_matches([' ', '.', ',', ';', ':']))
}

/// Up and Down move through the list; Right moves to the page.
fn arrows(ui: &Ui, response: &egui::Response, state: &mut LibraryState) -> Option<isize> {
    if !response.has_focus() {
        return None;
    }
    // Otherwise egui would move the focus in that direction.
    let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    match keys::which(ui, Verb::Arrows)? {
        0 => Some(-1),
        1 => Some(1),
        2 => {
            state.page_open = true;
            state.focus_page = true;
            None
        }
        _ => None,
    }
}
