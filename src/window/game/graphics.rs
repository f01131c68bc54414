//! Handling graphics failures, at startup and during a game.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use bevy::app::{App, AppExit, Last};
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Local, Res};
use bevy::ecs::world::World;
use bevy::render::error_handler::{RenderError, RenderErrorHandler, RenderErrorPolicy};

/// Error texts collected from panics and the renderer.
#[derive(Resource, Clone, Default)]
pub(super) struct Said {
    words: Arc<Mutex<Vec<String>>>,
    /// Whether the window has been open. A later failure isn't a missing library or driver.
    opened: Arc<AtomicBool>,
}

impl Said {
    pub(super) fn push(&self, text: &str) {
        if let Ok(mut words) = self.words.lock() {
            words.push(text.to_owned());
        }
    }

    pub(super) fn all(&self) -> String {
        let words = self.words.lock();
        words.map(|words| words.join("\n")).unwrap_or_default()
    }

    pub(super) fn trouble(&self) -> Trouble {
        if self.opened.load(Ordering::Relaxed) {
            return Trouble::Broke;
        }
        Trouble::at_start(&self.all())
    }
}

/// Why the window didn't open, or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    NoLibrary,
    NoDisplay,
    NoGraphics,
    Broke,
}

impl Trouble {
    /// Classifies the text of a panic from before the window opened.
    fn at_start(said: &str) -> Self {
        let names = |signs: &[&str]| signs.iter().any(|sign| said.contains(sign));
        if names(&["could not be loaded"]) {
            Trouble::NoLibrary
        } else if names(&["event loop"]) {
            Trouble::NoDisplay
        } else if names(&["GPU", "adapter", "winit", "wgpu", "surface"]) {
            Trouble::NoGraphics
        } else {
            Trouble::Broke
        }
    }

    pub(super) const fn message(self) -> &'static str {
        match self {
            Trouble::NoLibrary => "window-no-library",
            Trouble::NoDisplay => "window-no-display-server",
            Trouble::NoGraphics => "window-no-graphics",
            Trouble::Broke => "window-broke",
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(RenderErrorHandler(answer)).add_systems(Last, note_opened);
    #[cfg(debug_assertions)]
    lose_on_demand(app);
}

/// Counts the window as open from the third frame on, because the first only prepares.
fn note_opened(said: Res<'_, Said>, mut frames: Local<'_, u8>) {
    *frames = frames.saturating_add(1);
    if *frames == 3 {
        said.opened.store(true, Ordering::Relaxed);
    }
}

/// For testing: `WE_CAN_WAIT_LOSES_GRAPHICS=20` loses the graphics device in the twentieth frame.
#[cfg(debug_assertions)]
fn lose_on_demand(app: &mut App) {
    use bevy::app::Update;
    use bevy::render::render_resource::PollType;
    use bevy::render::renderer::RenderDevice;

    let wanted = std::env::var("WE_CAN_WAIT_LOSES_GRAPHICS").ok();
    let Some(at) = wanted.and_then(|frame| frame.parse::<u32>().ok()) else {
        return;
    };
    let lose = move |device: Res<'_, RenderDevice>, mut frames: Local<'_, u32>| {
        *frames += 1;
        if *frames == at {
            device.wgpu_device().destroy();
            // The loss is only reported when the device is polled.
            let _ = device.poll(PollType::wait_indefinitely());
        }
    };
    app.add_systems(Update, lose);
}

/// Closes the window with a message when the device is lost, for example by a driver update or an unplugged card.
/// Everything is already saved. Bevy could switch to another device, but `bevy_egui` 0.42 keeps resources of the old
/// one and panics.
fn answer(error: &RenderError, main: &mut World, _render: &mut World) -> RenderErrorPolicy {
    if let Some(said) = main.get_resource::<Said>() {
        said.push(&format!("{:?} {}", error.ty, error.description));
    }
    main.write_message(AppExit::error());
    RenderErrorPolicy::StopRendering
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_texts_are_classified_by_cause() {
        for (words, trouble) in [
            ("Library libxkbcommon-x11.so could not be loaded.", Trouble::NoLibrary),
            ("Failed to build event loop: Os(...)", Trouble::NoDisplay),
            ("Unable to find a GPU! Make sure you have installed required drivers!", Trouble::NoGraphics),
            ("index out of bounds", Trouble::Broke),
        ] {
            let said = Said::default();
            said.push(words);
            assert_eq!(said.trouble(), trouble, "{words}");
            said.opened.store(true, Ordering::Relaxed);
            assert_eq!(said.trouble(), Trouble::Broke, "{words}");
        }
    }
}
