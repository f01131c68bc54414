//! The window: a Bevy app around the application and the screens.
//!
//! The game never steps inside the drawing of a screen: a screen returns intents, they travel as messages, and the application takes
//! them in the next update.

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

/// Why the window did not open, or closed by itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct GameError(String);

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When the machine's graphics cannot draw it, or the window closed by itself; in words, with what to install and what to type
/// instead.
pub fn run(application: crate::app::App) -> Result<(), GameError> {
    let words = application.catalogue().clone();
    let said = Said::default();
    let heard = said.clone();
    let hook = panic::take_hook();
    // Bevy and winit panic where there is no display server or no graphics driver; a person gets a message instead.
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
    // A display that is not there needs no more words; a driver or a library may.
    if all.is_empty() || trouble == Trouble::NoDisplay {
        return Err(GameError(told));
    }
    Err(GameError(format!("{told}\n({all})")))
}

/// The app with its window.
fn app(mut application: crate::app::App, said: Said) -> App {
    let size = size(&mut application);
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(window::settings(application.catalogue().msg("window-name"), size.last))
            .set(LogPlugin {
                // A machine without a driver gets the message below.
                filter: "warn,wgpu=error,wgpu_hal::vulkan::instance=off,naga=error,bevy_winit=error".to_owned(),
                ..LogPlugin::default()
            })
            // It waits for the next frame, which at rest may be an hour away. Everything is kept as it is said, so that Ctrl+C may
            // end the program at once, as everywhere else.
            .disable::<TerminalCtrlCHandlerPlugin>(),
    )
    .add_plugins(EguiPlugin::default())
    .insert_resource(size)
    .insert_resource(said)
    .add_plugins((window::plugin, graphics::plugin, egui_bridge::plugin, play::screens));
    play::plugin(&mut app, application);
    app
}

/// How large the window is to be, as it was left.
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

/// The app without a window: for tests.
pub fn headless(application: crate::app::App) -> App {
    let mut app = App::new();
    app.add_plugins(MinimalPlugins);
    play::plugin(&mut app, application);
    app
}
