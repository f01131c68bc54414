//! The window itself: title, size, camera, and when it sleeps.

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

/// How long the window sleeps without input. Input and requested redraws wake it at once.
const SLEEP: Duration = Duration::from_secs(3600);
/// How long the window sleeps while a screen reader is connected, or while background work is running that can't wake
/// it.
const NAP: Duration = Duration::from_millis(100);
/// How long a size must stay unchanged before it is saved.
const REST: Duration = Duration::from_secs(1);

/// The window's size, and when it last changed.
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
        // Closing the window means quitting, and the application first checks whether anything would be lost.
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

/// Lets background work and the alarm wake the window.
fn let_wake(
    application: Res<'_, Application>,
    proxy: Option<Res<'_, EventLoopProxyWrapper>>,
    mut commands: Commands<'_, '_>,
) {
    if let Some(proxy) = proxy {
        let wake = (**proxy).clone();
        application.0.waker().set(move || {
            // Fails if the window is closed; nothing needs waking then.
            let _ = wake.send_event(WinitUserEvent::WakeUp);
        });
        let wake = (**proxy).clone();
        commands.insert_resource(Alarm::begin(move || {
            let _ = wake.send_event(WinitUserEvent::WakeUp);
        }));
    }
}

/// Shrinks a window that, with its title bar, is larger than the work area of every screen, for example when an
/// external monitor is gone. A maximised window is left alone.
fn fit_to_screen(
    // Only the thread that owns the window may query it.
    _window_thread: NonSendMarker,
    screens: Query<'_, '_, &Monitor>,
    mut windows: Query<'_, '_, (Entity, &mut Window), With<PrimaryWindow>>,
    sizing: Res<'_, Sizing>,
    mut done: Local<'_, bool>,
) {
    if *done || screens.is_empty() {
        return;
    }
    *done = true;
    let points = |pixels: u32, scale: f64| (f64::from(pixels) / scale.max(0.1)) as u32;
    let widest = screens.iter().map(|s| points(s.physical_width, s.scale_factor));
    let highest = screens.iter().map(|s| points(s.physical_height, s.scale_factor));
    let screen = (widest.max().unwrap_or(0), highest.max().unwrap_or(0));
    if screen.0 == 0 || screen.1 == 0 || sizing.last.maximized {
        return;
    }
    for (entity, mut window) in &mut windows {
        let scale = f64::from(window.scale_factor());
        let around = WINIT_WINDOWS.with_borrow(|windows| {
            let (outer, inner) = windows.get_window(entity).map(|window| (window.outer_size(), window.inner_size()))?;
            let around = |outer: u32, inner: u32| points(outer.saturating_sub(inner), scale);
            Some((around(outer.width, inner.width), around(outer.height, inner.height)))
        });
        let size = WindowSize { width: window.width() as u32, height: window.height() as u32, maximized: false };
        let fits = size.on_screen(screen, around.unwrap_or_default());
        if fits != size {
            window.resize_constraints.min_width = window.resize_constraints.min_width.min(fits.width as f32);
            window.resize_constraints.min_height = window.resize_constraints.min_height.min(fits.height as f32);
            window.resolution.set(fits.width as f32, fits.height as f32);
        }
    }
}

/// Notes that the size has changed. It is saved once it settles, not in every frame of resizing.
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

/// Saves a size that has settled, or the last one on exit.
fn remember_size(
    // winit's windows may only be accessed from their own thread.
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
        // A failure needs no message: the next window just has the old size.
        let _ = size.save(&folder);
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
