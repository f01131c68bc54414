//! A window of Bevy and egui with nothing in it: what `.ci/measure` holds the game's memory against.

use std::time::Duration;

use bevy::DefaultPlugins;
use bevy::app::{App, AppExit, PluginGroup as _, Startup};
use bevy::camera::Camera2d;
use bevy::ecs::system::Commands;
use bevy::window::{Window, WindowPlugin, WindowResolution};
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiPlugin, EguiPrimaryContextPass};

fn main() -> AppExit {
    let rests = UpdateMode::reactive_low_power(Duration::from_secs(3600));
    let window = Window {
        title: "We Can Wait for nothing".to_owned(),
        resolution: WindowResolution::new(1280, 720),
        ..Window::default()
    };
    App::new()
        .add_plugins(DefaultPlugins.set(WindowPlugin { primary_window: Some(window), ..WindowPlugin::default() }))
        .add_plugins(EguiPlugin::default())
        .insert_resource(WinitSettings { focused_mode: rests, unfocused_mode: rests })
        .add_systems(Startup, |mut commands: Commands<'_, '_>| {
            commands.spawn(Camera2d);
        })
        // egui wants somebody who draws; here it is one with nothing to draw.
        .add_systems(EguiPrimaryContextPass, || {})
        .run()
}
