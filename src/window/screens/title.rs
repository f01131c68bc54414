//! The title screen: the scenario's cover on the left, ways to start or resume a game on the right.

use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, Pos2, Rect, RichText, Stroke, Ui, UiBuilder, Vec2};

use crate::app::TitleView;
use crate::app::intent::{Intent, Screen};

use super::introduction;
use super::parts::{
    UiContext, as_heading, asked, beside, centred, choice, column, double_rule, is_low, less, main_choice, overline,
    quiet, quiet_button, radio, scrolled, sheet_frame, tab_above,
};
use super::theme::{self, font, size};

const WIDTH: f32 = 1000.0;
/// Below this width, the cover is above the choices.
const WIDE: f32 = 820.0;

/// Draws the title screen. `step` is the current step of the introduction.
pub(super) fn title_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TitleView, step: &mut usize) {
    scrolled(ui, "title", true, |ui| {
        centred(ui, "title", 520.0, |ui| {
            column(ui, WIDTH, |ui| {
                folder_ui(ui, cx, view);
                if view.welcome {
                    ui.add_space(14.0);
                    if introduction::card_ui(ui, cx, step) {
                        cx.want(Intent::Welcomed);
                    }
                }
            });
        });
    });
}

fn folder_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TitleView) {
    let wide = ui.available_width() >= WIDE;
    let margin = if wide { 24 } else { 14 };
    let folder = Frame::new()
        .fill(cx.colours.field)
        .stroke(Stroke::new(1.0, cx.colours.line))
        .corner_radius(CornerRadius::same(3))
        .inner_margin(Margin::same(margin));
    if wide {
        tab_above(ui, cx.colours, cx.label("title-tab"));
    }
    folder.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if wide {
            side_by_side_ui(ui, cx, view);
        } else {
            cover_ui(ui, cx, view);
            ways_in_ui(ui, cx, view);
            ui.add_space(10.0);
            places_ui(ui, cx);
        }
    });
}

/// The cover on the left with the links at its foot, the choices on the right.
fn side_by_side_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TitleView) {
    /// Space for the links below the cover.
    const FOOT: f32 = 58.0;
    const GAP: f32 = 28.0;
    let cover = (less(ui.available_width(), GAP) * 0.45).round();
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        beside(ui, cover, |ui| {
            cover_ui(ui, cx, view);
            ui.add_space(FOOT);
        });
        let rest = ui.available_width();
        beside(ui, rest, |ui| ways_in_ui(ui, cx, view));
    });
    // Drawn last, so that the keyboard reaches the ways to play first.
    let row = row.response.rect;
    let foot = Rect::from_min_size(Pos2::new(row.left(), row.bottom() - FOOT), Vec2::new(cover, FOOT));
    let layout = Layout::top_down(Align::Min);
    let builder = UiBuilder::new().max_rect(foot).layout(layout);
    ui.scope_builder(builder, |ui| places_ui(ui, cx));
}

/// The cover: title, setting and question.
fn cover_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &TitleView) {
    let low = is_low(cx.room);
    let (name, subject) = view.title.split_once(": ").unwrap_or((&view.title, ""));
    if !low {
        ui.add_space(10.0);
    }
    let large = if low { 30.0 } else { size::COVER };
    let title = RichText::new(name).font(font(large, theme::strong()));
    as_heading(&ui.add(Label::new(title).wrap()), 1, name);
    double_rule(ui, [cx.colours.ours, cx.colours.theirs]);
    ui.add_space(4.0);
    if !subject.is_empty() {
        let typed = RichText::new(subject).font(font(size::NAME, theme::typed()));
        ui.add(Label::new(typed).wrap());
        ui.add_space(4.0);
    }
    let setting = RichText::new(&view.setting).font(font(size::BUTTON, theme::plain()));
    ui.add(Label::new(setting.color(cx.colours.quiet)).wrap());
    ui.add_space(if low { 6.0 } else { 22.0 });
    let asked = font(if low { 18.0 } else { 21.0 }, theme::italic());
    ui.add(Label::new(RichText::new(&view.question).font(asked)).wrap());
    ui.add_space(8.0);
}

/// Ways to start or resume a game, on a sheet of their own.
fn ways_in_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TitleView) {
    sheet_frame(cx.colours).show(ui, |ui| {
        ui.set_width(ui.available_width());
        resume_ui(ui, cx, view);
        let key = if view.resume_label.is_some() { "title-or-begin" } else { "title-begin" };
        overline(ui, cx.colours, cx.label(key));
        ui.add_space(2.0);
        for (number, length) in view.lengths.iter().enumerate() {
            let leads = number == 0 && view.resume_label.is_none() && view.after_lesson.is_none();
            let row = if leads {
                main_choice(ui, cx.colours, &length.name, &length.takes)
            } else {
                choice(ui, cx.colours, None, &length.name, &length.takes)
            };
            if row.clicked() {
                cx.want(Intent::Begin(length.length));
            }
        }
        if let Some(lesson) = &view.lesson
            && choice(ui, cx.colours, None, cx.label("title-learn"), lesson).clicked()
        {
            cx.want(Intent::Learn);
        }
        ui.add_space(6.0);
        seats_ui(ui, cx, view);
        styles_ui(ui, cx, view);
    });
}

/// The game to resume, and after the lesson the scenario to continue with.
fn resume_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TitleView) {
    if let Some((on, origin)) = &view.after_lesson {
        let what = cx.label("title-after-lesson-what");
        // Until the lesson is over, continuing it is the main choice.
        let row =
            if view.over { main_choice(ui, cx.colours, on, what) } else { choice(ui, cx.colours, None, on, what) };
        if row.clicked() {
            cx.want(Intent::Choose(origin.clone()));
        }
        ui.add_space(8.0);
    }
    if let Some(resume_label) = &view.resume_label {
        let text = cx.label("window-continue");
        let row = if view.after_lesson.is_none() || !view.over {
            main_choice(ui, cx.colours, text, resume_label)
        } else {
            choice(ui, cx.colours, None, text, resume_label)
        };
        if row.clicked() {
            cx.want(Intent::Continue);
        }
        ui.add_space(8.0);
    }
}

/// Links to other screens, and the note that no data leaves the computer.
fn places_ui(ui: &mut Ui, cx: &mut UiContext<'_>) {
    quiet(ui, cx.colours, cx.label("window-privacy"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for (key, screen) in [
            ("window-other-scenarios", Screen::Scenarios),
            ("window-read-the-record", Screen::Record),
            ("window-games", Screen::Journal),
            ("screen-settings", Screen::Settings),
        ] {
            let there = cx.has_record || screen != Screen::Record;
            if there && quiet_button(ui, cx.colours, cx.label(key)).clicked() {
                cx.want(Intent::Show(screen));
            }
        }
        if quiet_button(ui, cx.colours, cx.label("window-quit")).clicked() {
            cx.want(Intent::Quit);
        }
    });
}

/// The choice of seat, or both.
fn seats_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TitleView) {
    if view.seatings.is_empty() {
        return;
    }
    overline(ui, cx.colours, cx.label("window-your-seat"));
    ui.horizontal_wrapped(|ui| {
        asked(ui, cx.label("window-your-seat"));
        ui.spacing_mut().item_spacing.x = 16.0;
        for way in &view.seatings {
            if radio(ui, cx.colours, way.chosen, &way.name).clicked() {
                cx.want(Intent::Sit(way.seating));
            }
        }
    });
    ui.add_space(4.0);
}

/// The choice of the other side's style.
fn styles_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TitleView) {
    if view.styles.is_empty() {
        return;
    }
    overline(ui, cx.colours, cx.label("style-choose"));
    ui.horizontal_wrapped(|ui| {
        asked(ui, cx.label("style-choose"));
        ui.spacing_mut().item_spacing.x = 16.0;
        for style in &view.styles {
            if radio(ui, cx.colours, style.chosen, &style.name).clicked() {
                cx.want(Intent::Style(style.style));
            }
        }
    });
    // The record's own style needs no explanation; the others do.
    let chosen = view.styles.iter().find(|style| style.chosen && style.style > 0);
    if let Some(style) = chosen {
        quiet(ui, cx.colours, &style.plain);
    }
}
