//! The window without a window: screens on a harness, played by the names of their buttons.

use crate::common::nowhere;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::App;
use we_can_wait::app::intent::{Intent, Setting};
use we_can_wait::window::screens::{UiState, window_ui};

pub struct Stage {
    pub app: App,
    pub ui_state: UiState,
}

pub fn draw(ui: &mut egui::Ui, stage: &mut Stage) {
    let frame = stage.app.frame();
    let mut out = Vec::new();
    window_ui(ui, stage.app.labels(), &frame, &mut stage.ui_state, &mut out);
    for intent in out {
        stage.app.act(intent);
        ui.ctx().request_repaint();
    }
}

pub fn app() -> App {
    let mut app = App::new(nowhere()).expect("the scenario has no faults");
    app.act(Intent::Set(Setting::Motion(false)));
    app
}

pub fn window(app: App, size: [f32; 2]) -> Harness<'static, Stage> {
    let stage = Stage { app, ui_state: UiState::default() };
    let mut harness = Harness::builder().with_size(size).with_max_steps(30).build_ui_state(draw, stage);
    harness.run();
    harness
}

/// Presses the button of a name, wherever it is scrolled to.
pub fn press(harness: &mut Harness<'_, Stage>, label: &str) {
    let buttons: Vec<_> = harness
        .root()
        .query_all(By::new().label(label).predicate(|node| node.role() == egui::accesskit::Role::Button))
        .collect();
    let Some(button) = buttons.first() else {
        panic!("there is no button “{label}”; there are: {}", buttons_of(harness).join(" | "));
    };
    button.click_accesskit();
    drop(buttons);
    harness.run();
}

pub fn buttons_of(harness: &Harness<'_, Stage>) -> Vec<String> {
    let buttons = harness.root().query_all(By::new().predicate(|node| node.role() == egui::accesskit::Role::Button));
    buttons.filter_map(|node| node.accesskit_node().label()).collect()
}

pub fn has_button(harness: &Harness<'_, Stage>, label: &str) -> bool {
    buttons_of(harness).iter().any(|name| name == label)
}

/// What has the focus, as it is told.
pub fn focused(harness: &Harness<'_, Stage>) -> String {
    let focused = By::new().predicate(|node| node.is_focused());
    let last = harness.root().query_all(focused).last();
    last.and_then(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    })
    .unwrap_or_default()
}

/// Presses a key.
pub fn key(harness: &mut Harness<'_, Stage>, key: egui::Key) {
    harness.key_press(key);
    harness.run();
}
