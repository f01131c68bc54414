//! What becomes of the game when the graphics fail: at the start, or in the middle of it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use bevy::app::{App, AppExit, Last};
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Local, Res};
use bevy::ecs::world::World;
use bevy::render::error_handler::{RenderError, RenderErrorHandler, RenderErrorPolicy};

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
    NoLibrary,
    NoDisplay,
    NoGraphics,
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
            // A loss shows up when the device is asked.
            let _ = device.poll(PollType::wait_indefinitely());
        }
    };
    app.add_systems(Update, lose);
}

/// A device that is lost, by a driver that was renewed or a card that was pulled out, ends the window with a word: everything is on
/// the disk already. Bevy could look for another device, but `bevy_egui` 0.42 holds on to what lay in the old one and panics.
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
    fn what_is_missing_is_told_by_its_name() {
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
