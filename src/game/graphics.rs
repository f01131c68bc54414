//! What becomes of the game when the graphics fail: at the start, or in the middle of it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use bevy::app::{App, AppExit, Last};
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Local, Res};
use bevy::ecs::world::World;
use bevy::render::error_handler::{ErrorType, RenderError, RenderErrorHandler, RenderErrorPolicy};
use bevy::render::settings::RenderCreation;
use bevy::window::RequestRedraw;

/// How often a lost graphics device is looked for anew before the window gives up.
const TRIES: u8 = 3;

/// What went wrong, in the words of those that the window stands on.
#[derive(Resource, Clone, Default)]
pub(super) struct Said {
    words: Arc<Mutex<Vec<String>>>,
    /// The window has been there: what goes wrong now is nothing that could be installed.
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

    /// What kind of trouble it was.
    pub(super) fn trouble(&self) -> Trouble {
        if self.opened.load(Ordering::Relaxed) {
            return Trouble::Broke;
        }
        Trouble::at_start(&self.all())
    }
}

/// What kept the window from opening, or closed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// A library of the system is missing.
    NoLibrary,
    /// The display cannot be reached.
    NoDisplay,
    /// There is no graphics driver that can draw it.
    NoGraphics,
    /// It closed by itself.
    Broke,
}

impl Trouble {
    /// From the words of a panic before the window was there.
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

    /// The message that tells it.
    pub(super) const fn message(self) -> &'static str {
        match self {
            Trouble::NoLibrary => "window-no-library",
            Trouble::NoDisplay => "window-no-display-server",
            Trouble::NoGraphics => "window-no-graphics",
            Trouble::Broke => "window-broke",
        }
    }
}

/// How often the device was lost.
#[derive(Resource, Default)]
struct Lost(u8);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Lost>()
        .insert_resource(RenderErrorHandler(answer))
        .add_systems(Last, note_opened);
    #[cfg(debug_assertions)]
    lose_on_demand(app);
}

/// The window is there once two frames have gone through: the first only prepares.
fn note_opened(said: Res<'_, Said>, mut frames: Local<'_, u8>) {
    *frames = frames.saturating_add(1);
    if *frames == 3 {
        said.opened.store(true, Ordering::Relaxed);
    }
}

/// For trying what becomes of the game: `WE_CAN_WAIT_LOSES_GRAPHICS=20` loses the device in the twentieth frame.
#[cfg(debug_assertions)]
fn lose_on_demand(app: &mut App) {
    use bevy::app::Update;
    use bevy::render::renderer::RenderDevice;

    let wanted = std::env::var("WE_CAN_WAIT_LOSES_GRAPHICS").ok();
    let Some(at) = wanted.and_then(|frame| frame.parse::<u32>().ok()) else {
        return;
    };
    let lose = move |device: Res<'_, RenderDevice>, mut frames: Local<'_, u32>| {
        *frames += 1;
        if *frames == at {
            device.wgpu_device().destroy();
        }
    };
    app.add_systems(Update, lose);
}

/// A device that is lost, by a driver that was renewed or a card that was pulled out, is looked for anew; the game is on the desk
/// and on the disk meanwhile. Anything else ends the window with a word.
fn answer(error: &RenderError, main: &mut World, _render: &mut World) -> RenderErrorPolicy {
    let tries = main.get_resource::<Lost>().map_or(TRIES, |lost| lost.0);
    if error.ty == ErrorType::DeviceLost && tries < TRIES {
        main.insert_resource(Lost(tries + 1));
        main.write_message(RequestRedraw);
        return RenderErrorPolicy::Recover(RenderCreation::default());
    }
    if let Some(said) = main.get_resource::<Said>() {
        said.push(&format!("{:?}: {}", error.ty, error.description));
    }
    main.write_message(AppExit::error());
    RenderErrorPolicy::StopRendering
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_by_its_name() {
        for (words, trouble) in [
            (
                "Library libxkbcommon-x11.so could not be loaded.",
                Trouble::NoLibrary,
            ),
            ("Failed to build event loop: Os(...)", Trouble::NoDisplay),
            (
                "Unable to find a GPU! Make sure you have installed required drivers!",
                Trouble::NoGraphics,
            ),
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
