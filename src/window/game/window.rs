//! The window itself: its title, its size, the camera that shows it, and how it sleeps.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use bevy::a11y::AccessibilityRequested;
use bevy::app::{App, AppExit, Last, PreStartup, Startup, Update};
use bevy::camera::Camera2d;
use bevy::ecs::entity::Entity;
use bevy::ecs::message::MessageReader;
use bevy::ecs::query::With;
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::IntoScheduleConfigs as _;
use bevy::ecs::system::{Commands, Local, NonSendMarker, Query, Res, ResMut};
use bevy::window::{
    Monitor, PrimaryWindow, Window, WindowPlugin, WindowResizeConstraints, WindowResized, WindowResolution,
};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WINIT_WINDOWS, WinitSettings, WinitUserEvent};
use bevy_egui::EguiStartupSet;

use super::alarm::Alarm;
use super::play::{AppSystems, Application};
use super::window_size::{LEAST, WindowSize};

/// How long the window sleeps when nothing happens. Input and redraws that are asked for wake it at once.
const SLEEP: Duration = Duration::from_secs(3600);
/// How long it sleeps while a screen reader or another such program is connected, or where nothing can wake it when something was worked out
/// beside the window.
const NAP: Duration = Duration::from_millis(100);
/// A size that has not changed for so long has come to rest, and is remembered.
const REST: Duration = Duration::from_secs(1);

/// The size of the window, on its way to being remembered.
#[derive(Resource)]
pub(super) struct Sizing {
    pub(super) folder: Option<PathBuf>,
    pub(super) last: WindowSize,
    pub(super) changed: Option<Instant>,
}

pub(super) fn settings(title: String, size: WindowSize) -> WindowPlugin {
    let mut window = Window {
        title,
        name: Some("we-can-wait".to_owned()),
        resolution: WindowResolution::new(size.width, size.height),
        resize_constraints: WindowResizeConstraints {
            min_width: LEAST.0 as f32,
            min_height: LEAST.1 as f32,
            ..WindowResizeConstraints::default()
        },
        ..Window::default()
    };
    if size.maximized {
        window.set_maximized(true);
    }
    WindowPlugin {
        primary_window: Some(window),
        // To close the window is to quit, and the application is asked whether anything would be lost.
        close_when_requested: false,
        ..WindowPlugin::default()
    }
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(sleeping(SLEEP))
        .add_systems(PreStartup, camera.before(EguiStartupSet::InitContexts))
        .add_systems(Startup, let_wake)
        .add_systems(Update, (nap_while_assisted.after(AppSystems::ApplyIntents), fit_to_screen, note_size))
        .add_systems(Last, remember_size);
}

fn sleeping(wait: Duration) -> WinitSettings {
    WinitSettings {
        focused_mode: UpdateMode::reactive_low_power(wait),
        unfocused_mode: UpdateMode::reactive_low_power(wait),
    }
}

fn camera(mut commands: Commands<'_, '_>) {
    commands.spawn(Camera2d);
}

/// Work on other threads wakes the window when there is something new to show, and so does the clock.
fn let_wake(
    application: Res<'_, Application>,
    proxy: Option<Res<'_, EventLoopProxyWrapper>>,
    mut commands: Commands<'_, '_>,
) {
    if let Some(proxy) = proxy {
        let wake = (**proxy).clone();
        application.0.waker().set(move || {
            // A window that is closed is not woken.
            let _ = wake.send_event(WinitUserEvent::WakeUp);
        });
        let wake = (**proxy).clone();
        commands.insert_resource(Alarm::begin(move || {
            let _ = wake.send_event(WinitUserEvent::WakeUp);
        }));
    }
}

/// A window that is larger than every screen, as it is when the large one was left at home, is made as large as there is room.
fn fit_to_screen(
    screens: Query<'_, '_, &Monitor>,
    mut windows: Query<'_, '_, &mut Window, With<PrimaryWindow>>,
    mut done: Local<'_, bool>,
) {
    if *done || screens.is_empty() {
        return;
    }
    *done = true;
    let points = |pixels: u32, scale: f64| (f64::from(pixels) / scale.max(0.1)) as u32;
    let widest = screens.iter().map(|s| points(s.physical_width, s.scale_factor));
    let highest = screens.iter().map(|s| points(s.physical_height, s.scale_factor));
    let most = (widest.max().unwrap_or(0), highest.max().unwrap_or(0));
    for mut window in &mut windows {
        let size = WindowSize { width: window.width() as u32, height: window.height() as u32, maximized: false };
        let fits = size.within(most);
        if most.0 > 0 && most.1 > 0 && fits != size {
            window.resolution.set(fits.width as f32, fits.height as f32);
        }
    }
}

/// Notes that the size has changed. It is not written in every frame of a resizing, but when it has come to rest.
fn note_size(
    mut resized: MessageReader<'_, '_, WindowResized>,
    mut sizing: ResMut<'_, Sizing>,
    alarm: Option<Res<'_, Alarm>>,
) {
    if resized.read().count() > 0 {
        sizing.changed = Some(Instant::now());
        if let Some(alarm) = alarm {
            alarm.wake_in(REST + Duration::from_millis(20));
        }
    }
}

/// Keeps a size that has come to rest, or that the window has when it is left.
fn remember_size(
    // Only the thread that the window belongs to may ask it.
    _window_thread: NonSendMarker,
    windows: Query<'_, '_, (Entity, &Window), With<PrimaryWindow>>,
    mut sizing: ResMut<'_, Sizing>,
    mut exits: MessageReader<'_, '_, AppExit>,
) {
    let leaves = exits.read().count() > 0;
    let due = |changed: Instant| leaves || changed.elapsed() >= REST;
    if !sizing.changed.is_some_and(due) {
        return;
    }
    sizing.changed = None;
    let (Ok((entity, window)), Some(folder)) = (windows.single(), sizing.folder.clone()) else {
        return;
    };
    let maximized = WINIT_WINDOWS.with_borrow(|windows| {
        let window = windows.get_window(entity);
        window.is_some_and(|window| window.is_maximized())
    });
    let size = if maximized {
        WindowSize { maximized, ..sizing.last }
    } else {
        WindowSize { width: window.width().round() as u32, height: window.height().round() as u32, maximized }
    };
    if size != sizing.last {
        sizing.last = size;
        // A size that cannot be saved needs no message: the next window has the old one.
        let _ = size.keep(&folder);
    }
}

fn nap_while_assisted(
    requested: Option<Res<'_, AccessibilityRequested>>,
    application: Option<Res<'_, Application>>,
    mut settings: ResMut<'_, WinitSettings>,
) {
    let assisted = requested.is_some_and(|requested| requested.get());
    let working = application.is_some_and(|application| application.0.must_be_looked_after());
    let wait = if assisted || working { NAP } else { SLEEP };
    let wanted = UpdateMode::reactive_low_power(wait);
    if settings.focused_mode != wanted {
        *settings = sleeping(wait);
    }
}
