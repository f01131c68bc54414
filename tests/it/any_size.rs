//! The window survives every size and every input: nothing panics, however small it is and whatever is open.

use std::path::PathBuf;

use egui::{Event, Key, Modifiers, PointerButton, Vec2, pos2, vec2};
use egui_kittest::Harness;
use we_can_wait::app::authoring::{Authoring, Page};
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::app::{App, Frame};
use we_can_wait::window::screens::shot::{Shot, set_up};
use we_can_wait::window::screens::{AuthorState, UiState, window_ui};

use crate::common::author::Work;
use crate::common::window::{app, window};

const SHOT: Shot = Shot { screen: Screen::Title, size: (1280, 720), page: None, dark: false, zoom: 100 };

/// A window that makes a new frame only when something has changed, like the real one.
struct Stage {
    app: App,
    ui_state: UiState,
    shown: Option<(u64, Frame)>,
}

fn draw(ui: &mut egui::Ui, stage: &mut Stage) {
    let revision = stage.app.revision();
    if stage.shown.as_ref().is_none_or(|(of, _)| *of != revision) {
        stage.shown = Some((revision, stage.app.frame()));
    }
    let Some((_, frame)) = &stage.shown else { return };
    let mut out = Vec::new();
    window_ui(ui, stage.app.labels(), frame, &mut stage.ui_state, &mut out);
    out.into_iter().for_each(|intent| stage.app.act(intent));
}

/// A window that draws exactly one frame per step.
fn still(app: App, ui_state: UiState) -> Harness<'static, Stage> {
    let stage = Stage { app, ui_state, shown: None };
    let mut harness = Harness::builder().with_size([400.0, 400.0]).build_ui_state(draw, stage);
    harness.run_steps(2);
    harness
}

/// Puts a long notice at the foot of the window.
fn with_notice(app: &mut App) {
    let nowhere = PathBuf::from(format!("/nowhere/{}", "long-name/".repeat(12)));
    app.act(Intent::Author(Authoring::Open(nowhere)));
    assert!(app.frame().notice.is_some_and(|notice| notice.fault));
}

/// Sizes from 1 to 400 points: the extremes, and widths and heights that differ for each number.
fn sizes(number: usize) -> impl Iterator<Item = Vec2> {
    let corners = [(1, 1), (1, 400), (400, 1), (299, 400), (300, 300), (110, 110)];
    // 7 and 11 share no divisor with 400, so no width or height comes twice.
    let through = (0..400).step_by(25).map(move |at| ((at * 7 + number) % 400 + 1, (at * 11 + 3 * number) % 400 + 1));
    corners.into_iter().chain(through).map(|(width, height)| vec2(width as f32, height as f32))
}

fn survives(harness: &mut Harness<'_, Stage>, number: usize) {
    for size in sizes(number) {
        harness.set_size(size);
        harness.step();
    }
}

#[test]
fn every_screen_is_drawn_at_every_small_size_with_a_notice_and_the_keys_open() {
    for (number, screen) in Screen::ALL.iter().copied().enumerate() {
        let mut app = app();
        set_up(&mut app, Shot { screen, ..SHOT }).expect("the recorded game is there");
        with_notice(&mut app);
        let mut harness = still(app, UiState::default());
        for (help, more) in [(false, false), (false, true), (true, true)] {
            let state = harness.state_mut();
            (state.ui_state.help, state.ui_state.more) = (help, more);
            survives(&mut harness, 3 * number + usize::from(help) + usize::from(more));
        }
        assert!(harness.state().app.frame().notice.is_some(), "{}: the notice is still there", screen.key());
    }
}

#[test]
fn the_page_of_an_author_is_drawn_at_every_small_size() {
    let (app, _folder, _room) = Work::new().apart();
    let mut ui_state = UiState::default();
    ui_state.author = AuthorState::open();
    let mut harness = still(app, ui_state);
    for (number, page) in Page::ALL.iter().copied().enumerate() {
        harness.state_mut().app.act(Intent::Author(Authoring::Turn(page)));
        survives(&mut harness, number);
    }
}

/// A seeded random number generator.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

const KEYS: &[Key] = &[
    Key::Tab,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::PageUp,
    Key::PageDown,
    Key::Home,
    Key::End,
    Key::F1,
    Key::F2,
    Key::F3,
    Key::F4,
    Key::F5,
    Key::F6,
    Key::F7,
    Key::F8,
    Key::F9,
    Key::F10,
    Key::F11,
    Key::F12,
];

/// One random key, click, turn of the wheel or size.
fn poke(harness: &mut Harness<'_, Stage>, dice: &mut Dice, size: &mut Vec2) {
    match dice.roll(10) {
        0..=4 => {
            let modifiers = if dice.roll(8) == 0 { Modifiers::COMMAND } else { Modifiers::NONE };
            harness.key_press_modifiers(modifiers, KEYS[dice.roll(KEYS.len())]);
        }
        5..=7 => {
            let pos = pos2(dice.roll(size.x as usize + 1) as f32, dice.roll(size.y as usize + 1) as f32);
            harness.event(Event::PointerMoved(pos));
            for pressed in [true, false] {
                let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
                harness.event(Event::PointerButton { pos, button, pressed, modifiers });
            }
        }
        8 => {
            let delta = vec2(0.0, dice.roll(400) as f32 - 200.0);
            let (unit, modifiers) = (egui::MouseWheelUnit::Point, Modifiers::NONE);
            harness.event(Event::MouseWheel { unit, delta, modifiers, phase: egui::TouchPhase::Move });
        }
        _ => {
            let side = |dice: &mut Dice| if dice.roll(2) == 0 { dice.roll(60) + 1 } else { dice.roll(1280) + 1 };
            *size = vec2(side(dice) as f32, side(dice) as f32);
            harness.set_size(*size);
        }
    }
    harness.step();
}

#[test]
fn four_hundred_random_keys_clicks_and_sizes_do_no_harm() {
    let mut dice = Dice(1955);
    let mut size = vec2(1280.0, 720.0);
    for screen in [Screen::Title, Screen::Table, Screen::Record, Screen::Debrief] {
        let mut app = app();
        set_up(&mut app, Shot { screen, ..SHOT }).expect("the recorded game is there");
        let mut harness = still(app, UiState::default());
        for _ in 0..100 {
            poke(&mut harness, &mut dice, &mut size);
        }
    }
}

#[test]
fn text_that_is_pasted_into_a_field_comes_on_one_line_without_what_cannot_be_seen() {
    let mut app = app();
    set_up(&mut app, Shot { screen: Screen::Record, ..SHOT }).expect("the recorded game is there");
    let mut harness = window(app, [1280.0, 720.0]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness.event(Event::Paste("\u{feff}peace\r\n  tre\u{200b}aty\n".to_owned()));
    harness.run();
    assert_eq!(harness.state().ui_state.record.search, "peace treaty");
    harness.event(Event::Paste(" of".to_owned()));
    harness.run();
    assert_eq!(harness.state().ui_state.record.search, "peace treaty of");
}
