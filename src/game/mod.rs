//! The window: a Bevy app around the desk and the screens.
//!
//! The game never steps inside the drawing of a screen: a screen returns intents, they travel as messages, and the desk takes
//! them in the next update.

mod display;
mod egui_bridge;
mod play;
mod window;

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex};

use bevy::app::{App, AppExit, PluginGroup as _};
use bevy::log::LogPlugin;
use bevy::{DefaultPlugins, MinimalPlugins};
use bevy_egui::EguiPlugin;

use crate::desk::Desk;

pub use display::has_display;
pub use play::{DeskOnTable, IntentRaised};

/// Why the window did not open, or closed by itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct GameError(String);

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When the machine's graphics cannot draw it; in words, with what to install and what to type instead.
pub fn run(desk: Desk) -> Result<(), GameError> {
    let cannot_draw = desk.catalogue().msg("window-no-graphics");
    let missing = desk.catalogue().msg("window-no-library");
    let cannot_reach = desk.catalogue().msg("window-no-display-server");
    let broke = desk.catalogue().msg("window-broke");
    let said: Arc<Mutex<Vec<String>>> = Arc::default();
    let heard = Arc::clone(&said);
    let hook = panic::take_hook();
    // Bevy and winit panic where there is no display server or no graphics driver; a person is told in words instead.
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut heard) = heard.lock() {
            heard.push(info.payload_as_str().unwrap_or_default().to_owned());
        }
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| app(desk).run()));
    panic::set_hook(hook);
    let said = said.lock().map(|said| said.join("\n")).unwrap_or_default();
    match outcome {
        Ok(AppExit::Success) if said.is_empty() => Ok(()),
        _ if said.contains("could not be loaded") => Err(GameError(format!("{missing}\n({said})"))),
        _ if said.contains("event loop") => Err(GameError(format!("{cannot_reach}\n({said})"))),
        _ if is_of_graphics(&said) => Err(GameError(format!("{cannot_draw}\n({said})"))),
        _ => Err(GameError(format!("{broke}\n({said})"))),
    }
}

/// Whether a panic came from what the machine lacks.
fn is_of_graphics(said: &str) -> bool {
    ["GPU", "adapter", "winit", "wgpu", "surface"]
        .iter()
        .any(|sign| said.contains(sign))
}

/// The app with its window.
fn app(desk: Desk) -> App {
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(window::settings(desk.catalogue().msg("window-name")))
            .set(LogPlugin {
                filter: "warn,wgpu=error,naga=error,bevy_winit=error".to_owned(),
                ..LogPlugin::default()
            }),
    )
    .add_plugins(EguiPlugin::default())
    .add_plugins((window::plugin, egui_bridge::plugin, play::screens));
    play::plugin(&mut app, desk);
    app
}

/// The app without a window: for tests.
pub fn headless(desk: Desk) -> App {
    let mut app = App::new();
    app.add_plugins(MinimalPlugins);
    play::plugin(&mut app, desk);
    app
}
