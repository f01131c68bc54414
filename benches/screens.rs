//! How long the screens take to build: laid out by egui and cut into triangles, without a graphics card.
//! `cargo bench --no-default-features --features gui --bench screens`
//!
//! The figures, their bars and the machine are in `docs/benches.md`.
#![allow(missing_docs, clippy::expect_used, reason = "a bench may stop")]

use divan::{Bencher, black_box};
use egui::{Context, Pos2, RawInput, Rect, Vec2};
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::app::{App, Frame};
use we_can_wait::window::screens::shot::{Shot, set_up};
use we_can_wait::window::screens::{UiState, window_ui};

/// Every screen but the author's.
const SCREENS: &[&str] =
    &["title", "briefing", "table", LATER, "map", "record", "journal", "report", "debrief", "library", "settings"];

/// The table after ten statements: the longest talk that still goes on in a class period.
const LATER: &str = "table-later";

fn main() {
    divan::main();
}

/// A window of 1280x720 that has been drawn often enough to rest.
struct Window {
    ctx: Context,
    app: App,
    frame: Frame,
    ui_state: UiState,
    time: f64,
}

impl Window {
    fn new(name: &str) -> Option<Self> {
        let screen = match name {
            LATER => Screen::Journal,
            name => Screen::from_key(name)?,
        };
        let mut app = App::new(we_can_wait::platform::ports().without_data()).expect("the scenario has no faults");
        let shot = Shot { screen, page: None, size: (1280, 720), dark: false, zoom: 100 };
        set_up(&mut app, shot).expect("the recorded game is there");
        if name == LATER {
            app.act(Intent::Continue);
        }
        let mut window =
            Self { ctx: Context::default(), frame: app.frame(), app, ui_state: UiState::default(), time: 0.0 };
        for _ in 0..8 {
            window.draw();
        }
        Some(window)
    }

    /// One frame. Returns the number of its meshes.
    fn draw(&mut self) -> usize {
        self.time += 1.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1280.0, 720.0))),
            time: Some(self.time),
            ..RawInput::default()
        };
        let Self { ctx, app, frame, ui_state, .. } = self;
        let mut output = ctx.run_ui(input, |ui| {
            let mut out = Vec::new();
            window_ui(ui, app.labels(), frame, ui_state, &mut out);
        });
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

/// A frame in which nothing has changed: what a click, a key or a move of the mouse costs.
#[divan::bench(args = SCREENS)]
fn frame(bencher: Bencher<'_, '_>, name: &str) {
    if let Some(mut window) = Window::new(name) {
        bencher.bench_local(move || black_box(window.draw()));
    }
}

/// What is shown, made again from the game: once after every change.
#[divan::bench(args = SCREENS)]
fn view(bencher: Bencher<'_, '_>, name: &str) {
    if let Some(window) = Window::new(name) {
        bencher.bench_local(move || black_box(window.app.frame()));
    }
}
