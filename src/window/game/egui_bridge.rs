//! Workarounds for gaps in `bevy_egui` 0.42. Check each of them again when upgrading `bevy_egui`.

use bevy::a11y::ActionRequest;
use bevy::app::{App, PostUpdate, PreUpdate, Update};
use bevy::ecs::change_detection::DetectChangesMut as _;
use bevy::ecs::entity::Entity;
use bevy::ecs::message::{MessageReader, MessageWriter};
use bevy::ecs::query::{Added, With};
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::IntoScheduleConfigs as _;
use bevy::ecs::system::{Local, Query, Res, ResMut};
use bevy::window::{RequestRedraw, WindowResized};
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use bevy_egui::input::EguiInputEvent;
use bevy_egui::{
    EguiContext, EguiInput, EguiInputSet, EguiPostUpdateSet, EguiPreUpdateSet, EguiRenderOutput, PrimaryEguiContext,
};

use egui::{Event, Modifiers};

use super::alarm::Alarm;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Settling>()
        .add_systems(
            PreUpdate,
            (
                take_actions_of_assistive_technology
                    .after(EguiInputSet::ReadBevyMessages)
                    .before(EguiInputSet::WriteEguiEvents),
                settle_after_resizing,
                drop_unchanged_modifiers.after(EguiInputSet::WriteEguiEvents).before(EguiPreUpdateSet::BeginPass),
            ),
        )
        .add_systems(Update, let_egui_wake)
        .add_systems(PostUpdate, settle.after(EguiPostUpdateSet::ProcessOutput));
}

/// `bevy_egui` wakes the window for an immediate repaint but ignores delayed ones, such as a tooltip after half a
/// second or the end of an animation. The alarm covers those.
fn let_egui_wake(
    mut contexts: Query<'_, '_, &mut EguiContext, Added<EguiContext>>,
    proxy: Option<Res<'_, EventLoopProxyWrapper>>,
    alarm: Option<Res<'_, Alarm>>,
) {
    let (Some(proxy), Some(alarm)) = (proxy, alarm) else {
        return;
    };
    for mut context in &mut contexts {
        let (proxy, alarm) = ((**proxy).clone(), alarm.clone());
        context.get_mut().set_request_repaint_callback(move |wanted| {
            if wanted.delay.is_zero() {
                // Fails if the window is closed; nothing needs waking then.
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            } else {
                alarm.wake_in(wanted.delay);
            }
        });
    }
}

/// Number of frames still to draw before the window may sleep.
#[derive(Resource, Default)]
struct Settling(u8);

const FRAMES: u8 = 3;

/// New glyphs reach the graphics card one frame late, and a panel that grew is laid out one frame late. Without extra
/// frames, gaps and cut-off lines would stay until the next input.
fn settle(
    outputs: Query<'_, '_, &EguiRenderOutput>,
    mut settling: ResMut<'_, Settling>,
    mut redraw: MessageWriter<'_, RequestRedraw>,
) {
    let new_letters = |output: &EguiRenderOutput| !output.textures_delta.set.is_empty();
    if outputs.iter().any(new_letters) {
        settling.0 = FRAMES;
    }
    if settling.0 > 0 {
        settling.0 -= 1;
        redraw.write(RequestRedraw);
    }
}

/// egui learns of a new window size one frame late, and sends no event for it.
fn settle_after_resizing(mut resized: MessageReader<'_, '_, WindowResized>, mut settling: ResMut<'_, Settling>) {
    if resized.read().count() > 0 {
        settling.0 = FRAMES;
    }
}

/// `bevy_egui` reports the modifier keys every frame, and egui requests a repaint for each report, so the window would
/// never sleep. This drops reports that change nothing.
fn drop_unchanged_modifiers(
    mut inputs: Query<'_, '_, &mut EguiInput>,
    mut last: Local<'_, Option<Modifiers>>,
    mut settling: ResMut<'_, Settling>,
) {
    for mut input in &mut inputs {
        let input = input.bypass_change_detection();
        input.events.retain(|event| match event {
            Event::ModifiersChanged(modifiers) => last.replace(*modifiers) != Some(*modifiers),
            _ => true,
        });
        if !input.events.is_empty() {
            settling.0 = FRAMES;
        }
    }
}

/// `bevy_egui` exports the accessibility tree but ignores actions on it. This passes a screen reader's clicks and focus
/// changes on to egui.
fn take_actions_of_assistive_technology(
    mut requests: MessageReader<'_, '_, ActionRequest>,
    contexts: Query<'_, '_, Entity, With<PrimaryEguiContext>>,
    mut events: MessageWriter<'_, EguiInputEvent>,
) {
    for request in requests.read() {
        for context in &contexts {
            events.write(EguiInputEvent { context, event: Event::AccessKitActionRequest(request.0.clone()) });
        }
    }
}
