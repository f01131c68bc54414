//! What `bevy_egui` 0.42 leaves out, each with its reason. To be looked at again with every newer `bevy_egui`.

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

/// `bevy_egui` wakes the window when egui wants a frame at once, and forgets one that is wanted later: a hint that appears after
/// half a second, the end of a motion. Here the clock wakes it then.
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
                // A window that is closed is not woken.
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            } else {
                alarm.wake_in(wanted.delay);
            }
        });
    }
}

/// Frames that are still to be drawn before the window may rest.
#[derive(Resource, Default)]
struct Settling(u8);

const FRAMES: u8 = 3;

/// Letters that are drawn for the first time reach the graphics card a frame late, and a panel that grew finds its place a
/// frame late: without more frames, holes and cut lines would stay until the next key or click.
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

/// A window that was made larger or smaller is known to egui a frame late, and no event of egui's tells it.
fn settle_after_resizing(mut resized: MessageReader<'_, '_, WindowResized>, mut settling: ResMut<'_, Settling>) {
    if resized.read().count() > 0 {
        settling.0 = FRAMES;
    }
}

/// `bevy_egui` says in every frame which modifier keys are down, and egui asks for another frame at each word: the window would
/// never come to rest. A word that says nothing new is dropped.
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

/// `bevy_egui` gives the accessibility tree out and takes no action back: a press or a focus that a screen reader asks for is
/// handed to egui here.
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
