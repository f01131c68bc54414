//! The window itself: its title, its size, the camera that shows it, and how it sleeps.

use std::time::Duration;

use bevy::a11y::AccessibilityRequested;
use bevy::app::{App, PreStartup, Startup, Update};
use bevy::camera::Camera2d;
use bevy::ecs::schedule::IntoScheduleConfigs as _;
use bevy::ecs::system::{Commands, Res, ResMut};
use bevy::window::{Window, WindowPlugin, WindowResolution};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};
use bevy_egui::EguiStartupSet;

use super::play::{AppSystems, DeskOnTable};

/// How long the window sleeps when nothing happens. Input and redraws that are asked for wake it at once.
const SLEEP: Duration = Duration::from_secs(3600);
/// How long it sleeps while a screen reader or the like is connected, or where nothing can wake it when something was worked out
/// beside the window.
const NAP: Duration = Duration::from_millis(100);

pub(super) fn settings(title: String) -> WindowPlugin {
    WindowPlugin {
        primary_window: Some(Window {
            title,
            name: Some("we-can-wait".to_owned()),
            resolution: WindowResolution::new(1280, 720),
            ..Window::default()
        }),
        ..WindowPlugin::default()
    }
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(sleeping(SLEEP))
        .add_systems(PreStartup, camera.before(EguiStartupSet::InitContexts))
        .add_systems(Startup, let_wake)
        .add_systems(Update, nap_while_assisted.after(AppSystems::ApplyIntents));
}

fn sleeping(wait: Duration) -> WinitSettings {
    WinitSettings {
        focused_mode: UpdateMode::reactive_low_power(wait),
        unfocused_mode: UpdateMode::reactive_low_power(wait),
    }
}

/// egui draws on the first camera.
fn camera(mut commands: Commands<'_, '_>) {
    commands.spawn(Camera2d);
}

/// Whoever works beside the window wakes it when there is something new to be seen.
fn let_wake(desk: Res<'_, DeskOnTable>, proxy: Option<Res<'_, EventLoopProxyWrapper>>) {
    if let Some(proxy) = proxy {
        let proxy = (**proxy).clone();
        desk.0.waker().set(move || {
            // A window that is closed is not woken.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        });
    }
}

fn nap_while_assisted(
    requested: Option<Res<'_, AccessibilityRequested>>,
    desk: Option<Res<'_, DeskOnTable>>,
    mut settings: ResMut<'_, WinitSettings>,
) {
    let assisted = requested.is_some_and(|requested| requested.get());
    let working = desk.is_some_and(|desk| desk.0.must_be_looked_after());
    let wait = if assisted || working { NAP } else { SLEEP };
    let wanted = UpdateMode::reactive_low_power(wait);
    if settings.focused_mode != wanted {
        *settings = sleeping(wait);
    }
}
