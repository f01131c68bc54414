//! The timeline: months down the page, with each day on the track of its place.

use egui::{Align, Color32, Label, Pos2, Rect, RichText, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2};

use crate::app::LibraryView;
use crate::view::library::{Day, Lane, Page, Piece};

use super::super::parts::{UiContext, leading, less, overline, quiet, ring, scrolled};
use super::super::theme::{self, Palette, font, size};
use super::page::{TEXT, after_ui, fact_ui};
use super::state::LibraryState;

const TRACK: f32 = 20.0;
const FIRST: f32 = 92.0;
const LEFT: f32 = FIRST + TRACK * 3.0;
/// Most consecutive empty months to draw. A longer gap is shortened.
const GAP: u32 = 6;
const MONTH: f32 = 22.0;

pub(super) fn timeline_ui(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    view: &LibraryView,
    rows: &[&Page],
    state: &mut LibraryState,
) {
    scrolled(ui, "timeline", true, |ui| {
        legend_ui(ui, cx, view);
        ui.set_max_width(ui.available_width().min(LEFT + TEXT));
        let turned = std::mem::take(&mut state.day_turned);
        let mut before: Option<u32> = None;
        for page in rows {
            let Some(day) = &page.day else { continue };
            let month = month_of(day);
            if before != Some(month) {
                months_ui(ui, cx, view, before, month);
            }
            before = Some(month);
            let response = day_ui(ui, cx, page, day, state);
            if turned && state.is_open(page) {
                ui.scroll_to_rect(response, Some(Align::Center));
            }
        }
        ui.add_space(6.0);
        after_ui(ui, cx, view, state);
    });
}

/// Months since year 0, to measure gaps.
fn month_of(day: &Day) -> u32 {
    u32::from(day.date.0) * 12 + u32::from(day.date.1).saturating_sub(1)
}

fn legend_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &LibraryView) {
    ui.horizontal_wrapped(|ui| {
        for (lane, name) in &view.lanes {
            let (_, rect) = ui.allocate_space(Vec2::new(16.0, 20.0));
            lane_mark(ui, cx.colours, *lane, rect.center(), 5.0);
            quiet(ui, cx.colours, name);
            ui.add_space(8.0);
        }
    });
}

/// The empty months since the previous day, and the name of the new month.
fn months_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &LibraryView, before: Option<u32>, month: u32) {
    let empty = before.map_or(0, |before| month.saturating_sub(before + 1));
    if empty > GAP {
        // A dashed line stands for the months left out.
        let rect = strip(ui, MONTH);
        tracks(ui, cx.colours, rect, true);
    } else {
        for gap in 0..empty {
            let rect = strip(ui, MONTH);
            tracks(ui, cx.colours, rect, false);
            let name = name_of(view, before.unwrap_or_default() + gap + 1);
            label(ui, cx.colours.quiet, rect, &name, theme::plain());
        }
    }
    let rect = strip(ui, MONTH + 4.0);
    if before.is_some() {
        tracks(ui, cx.colours, rect, false);
    }
    label(ui, cx.colours.ink, rect, &name_of(view, month), theme::plain_strong());
}

fn name_of(view: &LibraryView, month: u32) -> String {
    let names = view.months.get((month % 12) as usize);
    let name: String = names.map(|name| name.chars().take(3).collect()).unwrap_or_default();
    format!("{name} {}", month / 12)
}

fn label(ui: &Ui, colour: Color32, rect: Rect, text: &str, face: egui::FontFamily) {
    let at = pos2(rect.left() + 2.0, rect.center().y);
    let painter = ui.painter();
    painter.text(at, egui::Align2::LEFT_CENTER, text, font(size::SMALL, face), colour);
    let tick = FIRST - 12.0..=FIRST + TRACK * 2.0;
    let tick = rect.left() + tick.start()..=rect.left() + tick.end();
    painter.hline(tick, rect.center().y, Stroke::new(1.0, theme::colours(ui).line));
}

fn strip(ui: &mut Ui, height: f32) -> Rect {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.allocate_space(Vec2::new(ui.available_width(), height)).1
}

fn track_at(lane: Lane) -> f32 {
    FIRST
        + match lane {
            Lane::First => 0.0,
            Lane::Second => TRACK,
            Lane::Elsewhere => TRACK * 2.0,
        }
}

const LANES: [Lane; 3] = [Lane::First, Lane::Second, Lane::Elsewhere];

/// The three tracks across a strip of the page.
fn tracks(ui: &Ui, colours: Palette, rect: Rect, cut: bool) {
    let painter = ui.painter();
    for lane in LANES {
        let x = rect.left() + track_at(lane);
        let stroke = Stroke::new(1.5, colours.line);
        if cut {
            let line = [pos2(x, rect.top()), pos2(x, rect.bottom())];
            painter.extend(egui::Shape::dashed_line(&line, stroke, 3.0, 4.0));
        } else {
            painter.vline(x, rect.y_range(), stroke);
        }
    }
}

/// A track's mark: square, round or a diamond.
fn lane_mark(ui: &Ui, colours: Palette, lane: Lane, at: Pos2, radius: f32) {
    let painter = ui.painter();
    match lane {
        Lane::First => {
            painter.rect_filled(Rect::from_center_size(at, Vec2::splat(radius * 1.8)), 0.0, colours.ink);
        }
        Lane::Second => {
            painter.circle_filled(at, radius, colours.ink);
        }
        Lane::Elsewhere => {
            let r = radius + 1.0;
            let corners = [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)];
            let corners = corners.map(|(x, y)| at + Vec2::new(x, y)).to_vec();
            painter.add(egui::Shape::convex_polygon(corners, colours.quiet, Stroke::NONE));
        }
    }
}

/// A day: its mark on the track, its date and what happened. Returns its rectangle.
fn day_ui(ui: &mut Ui, cx: &mut UiContext<'_>, page: &Page, day: &Day, state: &mut LibraryState) -> Rect {
    let colours = cx.colours;
    let open = state.is_open(page);
    let top = ui.cursor().min;
    let ground = ui.painter().add(egui::Shape::Noop);
    let rail = ui.painter().add(egui::Shape::Noop);
    let width = ui.available_width();
    let rect = Rect::from_min_size(pos2(top.x + LEFT, top.y + 4.0), Vec2::new(less(width, LEFT), 0.0));
    let inner = ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        if day.of_the_talk {
            overline(ui, colours, cx.label("library-day-of-the-talk"));
        }
        let heading = heading_of(page, day);
        let text = RichText::new(&heading).font(font(size::BUTTON + 1.0, theme::strong()));
        let place = ui.add(Label::new(text).wrap()).rect.expand2(Vec2::new(6.0, 2.0));
        let response = ui.interact(place, ui.id().with(&page.id), Sense::click());
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, open, &heading));
        ring(ui, colours, &response);
        if response.clicked() {
            state.choose(page.shelf, &page.id);
            state.day_turned = false;
        }
        for part in &page.parts {
            if let Piece::Fact(fact) = &part.piece {
                if open {
                    fact_ui(ui, cx, fact, state);
                } else {
                    brief_ui(ui, cx, fact);
                }
            }
        }
    });
    let end = inner.response.rect.bottom().max(top.y + 30.0);
    let all = Rect::from_min_max(top, pos2(top.x + width, end + 4.0));
    let used = ui.cursor().min.y;
    if used < all.bottom() {
        ui.allocate_space(Vec2::new(1.0, all.bottom() - used));
    }
    if open {
        let fill = Rect::from_min_max(pos2(all.left() + LEFT - 10.0, all.top()), all.max);
        ui.painter().set(ground, egui::Shape::rect_filled(fill, 2.0, colours.field));
    }
    let lines = LANES.map(|lane| {
        let x = all.left() + track_at(lane);
        let line = [pos2(x, all.top()), pos2(x, all.bottom())];
        egui::Shape::line_segment(line, Stroke::new(1.5, colours.line))
    });
    ui.painter().set(rail, egui::Shape::Vec(lines.to_vec()));
    let at = pos2(all.left() + track_at(day.lane), all.top() + 15.0);
    if day.of_the_talk {
        ui.painter().circle_stroke(at, 9.5, Stroke::new(2.0, colours.ink));
    }
    lane_mark(ui, colours, day.lane, at, 5.5);
    all
}

fn heading_of(page: &Page, day: &Day) -> String {
    if day.place.is_empty() { page.heading.clone() } else { format!("{}, {}", page.heading, day.place) }
}

/// What happened, with sources and confidence in one quiet line.
fn brief_ui(ui: &mut Ui, cx: &UiContext<'_>, fact: &crate::view::library::Fact) {
    let text = RichText::new(&fact.text).line_height(Some(leading(size::BODY)));
    ui.add(Label::new(text).wrap());
    if let Some(secret) = &fact.secret {
        let text = RichText::new(secret).font(font(size::SMALL, theme::plain_strong()));
        ui.add(Label::new(text.color(cx.colours.theirs)).wrap());
    }
    quiet(ui, cx.colours, &fact.source);
}
