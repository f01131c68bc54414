//! A page: facts, each with its sources and confidence, and links to other pages.

use egui::{EventFilter, Label, RichText, Sense, Ui, WidgetInfo, WidgetType};

use crate::app::LibraryView;
use crate::app::intent::{Intent, Verb};
use crate::view::library::{Cited, Fact, Link, Page, Piece, Shelf, Side};

use super::super::keys;
use super::super::parts::{
    UiContext, as_heading, barred, button, overline, paragraph, quiet, remember_focus, ring, rule, scrolled, silent,
};
use super::super::record::side_mark;
use super::super::theme::{self, font, size};
use super::state::LibraryState;

/// Width of running text: about 70 characters.
pub(super) const TEXT: f32 = 520.0;

pub(super) fn page_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &LibraryView, page: &Page, state: &mut LibraryState) {
    let after = view.over || state.after;
    scrolled(ui, ("page", page.shelf, &page.id), true, |ui| {
        ui.set_max_width(ui.available_width().min(TEXT + 60.0));
        heading_ui(ui, cx, page, state);
        for piece in page.shown(after) {
            piece_ui(ui, cx, piece, state);
        }
        if page.parts.iter().any(|part| part.later) {
            after_ui(ui, cx, view, state);
        }
        known_from_ui(ui, cx, page, after, state);
    });
}

/// The heading, with the name in its own script and the detail. It takes the focus when coming from the list.
fn heading_ui(ui: &mut Ui, cx: &UiContext<'_>, page: &Page, state: &mut LibraryState) {
    let colours = cx.colours;
    if cx.room.x >= super::TWO {
        quiet(ui, colours, cx.label(page.shelf.key()));
    } else {
        // Space for the ring around the heading.
        ui.add_space(3.0);
    }
    let size = if page.heading.chars().count() > 60 { size::HEADING } else { size::SCREEN };
    let title = RichText::new(&page.heading).font(font(size, theme::strong()));
    let shown = ui.add(Label::new(title).wrap());
    silent(&shown);
    let place = shown.rect;
    let place = place.expand2(egui::Vec2::new(6.0, 2.0));
    let id = ui.id().with("heading");
    let response = ui.interact(place, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &page.heading));
    as_heading(&response, 2, &page.heading);
    ring(ui, colours, &response);
    if std::mem::take(&mut state.focus_page) {
        response.request_focus();
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        if keys::which(ui, Verb::Arrows) == Some(3) {
            state.page_open = false;
            state.focus_row = true;
            ui.ctx().request_repaint();
        }
    }
    if !page.script.is_empty() {
        let script = RichText::new(&page.script).font(font(size::HEADING, egui::FontFamily::Proportional));
        ui.add(Label::new(script).wrap());
    }
    if !page.detail.is_empty() {
        side_ui(ui, cx, page);
    }
    ui.add_space(2.0);
    rule(ui, colours);
    ui.add_space(4.0);
}

/// The office or the date, with the side's mark.
fn side_ui(ui: &mut Ui, cx: &UiContext<'_>, page: &Page) {
    ui.horizontal_top(|ui| {
        if page.side != Side::Neither {
            let (_, rect) = ui.allocate_space(egui::Vec2::new(14.0, 20.0));
            side_mark(ui, cx.colours, page.side, rect.center());
        }
        let text = RichText::new(&page.detail).font(font(size::BUTTON, theme::plain()));
        ui.add(Label::new(text.color(cx.colours.quiet)).wrap());
    });
}

fn piece_ui(ui: &mut Ui, cx: &mut UiContext<'_>, piece: &Piece, state: &mut LibraryState) {
    match piece {
        Piece::Heading(text, side) => {
            ui.add_space(12.0);
            ui.horizontal(|ui| {
                if *side != Side::Neither {
                    let (_, rect) = ui.allocate_space(egui::Vec2::new(14.0, 20.0));
                    side_mark(ui, cx.colours, *side, rect.center());
                }
                let shown = RichText::new(text).font(font(size::NAME, theme::strong()));
                as_heading(&ui.add(Label::new(shown).wrap()), 3, text);
            });
            ui.add_space(2.0);
        }
        Piece::Text(text) => {
            paragraph(ui, text);
            ui.add_space(4.0);
        }
        Piece::Fact(fact) => fact_ui(ui, cx, fact, state),
        Piece::Reading { held_by, text } => {
            barred(ui, cx.colours.quiet, |ui| {
                let who = RichText::new(held_by).font(font(size::BUTTON, theme::plain_strong()));
                ui.add(Label::new(who).wrap());
                paragraph(ui, text);
            });
            ui.add_space(8.0);
        }
        Piece::Known { works, confidence } => {
            rule(ui, cx.colours);
            overline(ui, cx.colours, cx.label("library-known-from"));
            works_ui(ui, cx, works, state);
            if !confidence.is_empty() {
                quiet(ui, cx.colours, confidence);
            }
        }
        Piece::Term(name, plain) => term_ui(ui, cx, name, plain),
        Piece::Link(link) => link_ui(ui, cx, link, state),
    }
}

fn term_ui(ui: &mut Ui, cx: &UiContext<'_>, name: &str, plain: &str) {
    let mut job = egui::text::LayoutJob::default();
    let format = |family, colour| egui::TextFormat::simple(font(size::BUTTON, family), colour);
    job.append(&format!("{name}: "), 0.0, format(theme::plain_strong(), cx.colours.ink));
    job.append(plain, 0.0, format(theme::plain(), cx.colours.quiet));
    ui.add(Label::new(job).wrap());
    ui.add_space(3.0);
}

/// A fact, with its confidence and the keys of its sources.
pub(super) fn fact_ui(ui: &mut Ui, cx: &mut UiContext<'_>, fact: &Fact, state: &mut LibraryState) {
    paragraph(ui, &fact.text);
    if let Some(secret) = &fact.secret {
        let text = RichText::new(secret).font(font(size::SMALL, theme::plain_strong()));
        ui.add(Label::new(text.color(cx.colours.theirs)).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        quiet(ui, cx.colours, &fact.confidence);
        for work in &fact.works {
            key_ui(ui, cx, work, &fact.text, state);
        }
    });
    ui.add_space(8.0);
}

/// A source's key as a button that opens its page. `of` is the fact it supports here, for screen readers.
fn key_ui(ui: &mut Ui, cx: &UiContext<'_>, work: &Cited, of: &str, state: &mut LibraryState) {
    let key = RichText::new(&work.key).font(font(size::STAMP, theme::plain_strong()));
    let key = egui::Button::new(key.color(cx.colours.quiet))
        .fill(cx.colours.sheet)
        .corner_radius(2.0)
        .min_size(egui::Vec2::splat(24.0));
    ui.spacing_mut().button_padding = egui::Vec2::new(6.0, 2.0);
    let response = ui.add(key);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &work.opens));
    if !of.is_empty() {
        // A page may cite the same source for several facts.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(of));
    }
    ring(ui, cx.colours, &response);
    if response.clicked() {
        state.open(Shelf::Sources, &work.key.to_lowercase());
    }
    if !work.cites.is_empty() {
        response.on_hover_text(&work.cites);
    }
}

/// Sources in full, each next to its key.
fn works_ui(ui: &mut Ui, cx: &mut UiContext<'_>, works: &[Cited], state: &mut LibraryState) {
    for work in works {
        if work.key.is_empty() {
            quiet(ui, cx.colours, &work.cites);
            continue;
        }
        ui.horizontal_top(|ui| {
            let begin = ui.cursor().left();
            key_ui(ui, cx, work, "", state);
            ui.add_space((begin + 56.0 - ui.cursor().left()).max(0.0));
            ui.vertical(|ui| {
                ui.add_space(3.0);
                quiet(ui, cx.colours, &work.cites);
            });
        });
    }
}

/// The sources of all visible facts, each once.
fn known_from_ui(ui: &mut Ui, cx: &mut UiContext<'_>, page: &Page, after: bool, state: &mut LibraryState) {
    let mut works: Vec<Cited> = Vec::new();
    for piece in page.shown(after) {
        if let Piece::Fact(fact) = piece {
            works.extend(fact.works.iter().cloned());
        }
    }
    works.sort_by(|one, other| one.key.cmp(&other.key));
    works.dedup();
    if works.is_empty() {
        return;
    }
    ui.add_space(8.0);
    rule(ui, cx.colours);
    overline(ui, cx.colours, cx.label("library-known-from"));
    works_ui(ui, cx, &works, state);
    quiet(ui, cx.colours, cx.label("library-what-firm"));
}

fn link_ui(ui: &mut Ui, cx: &mut UiContext<'_>, link: &Link, state: &mut LibraryState) {
    match link {
        Link::Line(line, name) => {
            let response = wrapped_button(ui, cx, name);
            if response.clicked() {
                remember_focus(ui, &response);
                cx.want(Intent::OpenRecord(*line));
            }
        }
        Link::Page(shelf, id, name) => {
            if wrapped_button(ui, cx, name).clicked() {
                state.open(*shelf, id);
            }
        }
    }
}

/// A button whose text may wrap.
fn wrapped_button(ui: &mut Ui, cx: &UiContext<'_>, name: &str) -> egui::Response {
    let text = RichText::new(name).font(font(size::BUTTON - 0.5, theme::plain()));
    let button = egui::Button::new(text).wrap().fill(cx.colours.sheet);
    let response = ui.add(button);
    ring(ui, cx.colours, &response);
    response
}

/// The button that shows or hides what came after the talk, because it gives away the rest of the story.
pub(super) fn after_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &LibraryView, state: &mut LibraryState) {
    if view.over {
        return;
    }
    ui.add_space(8.0);
    let key = if state.after { "library-hide-after" } else { "library-show-after" };
    if button(ui, cx.label(key)).clicked() {
        state.after = !state.after;
    }
    if !state.after {
        quiet(ui, cx.colours, cx.label("library-what-after"));
    }
}
