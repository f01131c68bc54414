//! The window: a Bevy app around the application and the screens.
//!
//! Drawing a screen never changes the game. Screens return intents, which travel as messages and are applied in the
//! next update.

mod alarm;
mod display;
mod egui_bridge;
mod graphics;
mod play;
mod window;
mod window_size;

use std::panic::{self, AssertUnwindSafe};

use bevy::app::{App, AppExit, PluginGroup as _, TerminalCtrlCHandlerPlugin};
use bevy::log::LogPlugin;
use bevy::{DefaultPlugins, MinimalPlugins};
use bevy_egui::EguiPlugin;

use crate::app::Notice;
use crate::language::arg;

use graphics::{Said, Trouble};

pub use display::has_display;
pub use play::{Application, IntentRaised};
pub use window_size::WindowSize;

/// Why the window didn't open, or closed unexpectedly.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct GameError(String);

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When the graphics can't draw the window, or it closed unexpectedly. The message says what to install or what to type
/// instead.
pub fn run(application: crate::app::App) -> Result<(), GameError> {
    let words = application.catalogue().clone();
    let said = Said::default();
    let heard = said.clone();
    let hook = panic::take_hook();
    // Bevy and winit panic if there is no display server or graphics driver. Collect the text to show a message
    // instead.
    panic::set_hook(Box::new(move |info| {
        heard.push(info.payload_as_str().unwrap_or_default());
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| app(application, said.clone()).run()));
    panic::set_hook(hook);
    let all = said.all();
    if matches!(outcome, Ok(AppExit::Success)) && all.is_empty() {
        return Ok(());
    }
    let trouble = said.trouble();
    let told = words.msg(trouble.message());
    // A missing display needs no details; a missing driver or library may.
    if all.is_empty() || trouble == Trouble::NoDisplay {
        return Err(GameError(told));
    }
    Err(GameError(format!("{told}\n({all})")))
}

/// The Bevy app with its window.
fn app(mut application: crate::app::App, said: Said) -> App {
    let size = size(&mut application);
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(window::settings(application.catalogue().msg("window-name"), size.last))
            .set(LogPlugin {
                // Silence errors about missing drivers; `run` reports them.
                filter: "warn,wgpu=error,wgpu_hal::vulkan::instance=off,naga=error,bevy_winit=error".to_owned(),
                ..LogPlugin::default()
            })
            // This handler waits for the next frame, which may be an hour away. Every statement is saved at once, so
            // Ctrl+C can safely end the program directly.
            .disable::<TerminalCtrlCHandlerPlugin>(),
    )
    .add_plugins(EguiPlugin::default())
    .insert_resource(size)
    .insert_resource(said)
    .add_plugins((window::plugin, graphics::plugin, egui_bridge::plugin, play::screens));
    play::plugin(&mut app, application);
    app
}

/// The window's saved size, or the default with a notice if it can't be read.
fn size(application: &mut crate::app::App) -> window::Sizing {
    let folder = application.ports().data_folder.clone();
    let read = folder.as_deref().map(WindowSize::read);
    let last = match read {
        Some(Ok(last)) => last,
        Some(Err(error)) => {
            let args = [arg("error", error.to_string())];
            let text = application.catalogue().msg_with("window-place-unread", &args);
            application.notify(Notice::warning(text));
            WindowSize::default()
        }
        None => WindowSize::default(),
    };
    window::Sizing { folder, last, changed: None }
}

/// The Bevy app without a window, for tests.
pub fn headless(application: crate::app::App) -> App {
    let mut app = App::new();
    app.add_plugins(MinimalPlugins);
    play::plugin(&mut app, application);
    app
}
