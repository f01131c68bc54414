//! The application inside the Bevy app: applies intents, refreshes the views, and draws them.

use bevy::app::{App, AppExit, Update};
use bevy::ecs::error::Result;
use bevy::ecs::message::{Message, MessageReader, MessageWriter};
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::{IntoScheduleConfigs as _, SystemSet};
use bevy::ecs::system::{Res, ResMut};
use bevy::window::{RequestRedraw, WindowCloseRequested};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::Frame;
use crate::app::intent::Intent;
use crate::window::screens::{UiState, window_ui};

/// The order of an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, SystemSet)]
pub(super) enum AppSystems {
    /// Apply the intents raised since the last update.
    ApplyIntents,
    /// Rebuild the views if anything changed.
    RefreshViews,
}

/// A message carrying an intent.
#[derive(Debug, Clone, PartialEq, Eq, Message)]
pub struct IntentRaised(pub Intent);

/// The application as a Bevy resource.
#[derive(Resource)]
pub struct Application(pub crate::app::App);

/// The views shown, and the revision of the application they were made at.
#[derive(Resource)]
struct Shown {
    revision: u64,
    frame: Frame,
}

/// The screens' own state.
#[derive(Resource, Default)]
struct WindowState(UiState);

pub(super) fn plugin(app: &mut App, application: crate::app::App) {
    app.insert_resource(Shown { revision: application.revision(), frame: application.frame() })
        .insert_resource(Application(application))
        .init_resource::<WindowState>()
        .add_message::<IntentRaised>()
        .add_message::<RequestRedraw>()
        .add_message::<WindowCloseRequested>()
        .configure_sets(Update, (AppSystems::ApplyIntents, AppSystems::RefreshViews).chain())
        .add_systems(
            Update,
            (
                (close_is_quit, apply_intents).chain().in_set(AppSystems::ApplyIntents),
                (refresh_views, leave).in_set(AppSystems::RefreshViews),
            ),
        );
}

pub(super) fn screens(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, draw);
}

/// Closing the window quits; the application first checks whether anything would be lost.
fn close_is_quit(mut closed: MessageReader<'_, '_, WindowCloseRequested>, mut raised: MessageWriter<'_, IntentRaised>) {
    if closed.read().count() > 0 {
        raised.write(IntentRaised(Intent::Quit));
    }
}

fn apply_intents(mut application: ResMut<'_, Application>, mut raised: MessageReader<'_, '_, IntentRaised>) {
    for IntentRaised(intent) in raised.read() {
        application.0.act(intent.clone());
    }
    application.0.poll_background_work();
}

fn refresh_views(
    application: Res<'_, Application>,
    mut shown: ResMut<'_, Shown>,
    mut redraw: MessageWriter<'_, RequestRedraw>,
) {
    if shown.revision != application.0.revision() {
        shown.revision = application.0.revision();
        shown.frame = application.0.frame();
        redraw.write(RequestRedraw);
    }
}

fn leave(application: Res<'_, Application>, mut exit: MessageWriter<'_, AppExit>) {
    if application.0.wants_to_quit() {
        exit.write(AppExit::Success);
    }
}

/// Draws the screen and queues its intents for the next update. Changes nothing else.
fn draw(
    mut contexts: EguiContexts<'_, '_>,
    application: Res<'_, Application>,
    shown: Res<'_, Shown>,
    mut ui_state: ResMut<'_, WindowState>,
    mut raised: MessageWriter<'_, IntentRaised>,
    mut redraw: MessageWriter<'_, RequestRedraw>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let mut ui = egui::Ui::new(
        ctx.clone(),
        egui::Id::new("we-can-wait"),
        egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(ctx.content_rect()),
    );
    let mut out = Vec::new();
    window_ui(&mut ui, application.0.labels(), &shown.frame, &mut ui_state.0, &mut out);
    if !out.is_empty() {
        redraw.write(RequestRedraw);
    }
    raised.write_batch(out.into_iter().map(IntentRaised));
    Ok(())
}
