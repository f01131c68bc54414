//! What `bevy_egui` 0.42 leaves out, each with its reason. To be looked at again with every newer `bevy_egui`.

use bevy::a11y::ActionRequest;
use bevy::app::{App, PostUpdate, PreUpdate};
use bevy::ecs::change_detection::DetectChangesMut as _;
use bevy::ecs::entity::Entity;
use bevy::ecs::message::{MessageReader, MessageWriter};
use bevy::ecs::query::With;
use bevy::ecs::schedule::IntoScheduleConfigs as _;
use bevy::ecs::system::{Local, Query};
use bevy::window::RequestRedraw;
use bevy_egui::input::EguiInputEvent;
use bevy_egui::{
    EguiInput, EguiInputSet, EguiPostUpdateSet, EguiPreUpdateSet, EguiRenderOutput,
    PrimaryEguiContext,
};

use egui::{Event, Modifiers};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        PreUpdate,
        (
            take_actions_of_assistive_technology
                .after(EguiInputSet::ReadBevyMessages)
                .before(EguiInputSet::WriteEguiEvents),
            drop_unchanged_modifiers
                .after(EguiInputSet::WriteEguiEvents)
                .before(EguiPreUpdateSet::BeginPass),
        ),
    )
    .add_systems(
        PostUpdate,
        show_new_letters.after(EguiPostUpdateSet::ProcessOutput),
    );
}

/// Letters that are drawn for the first time reach the graphics card one frame too late: without another frame, holes stay in
/// the text until the next key or click.
fn show_new_letters(
    outputs: Query<'_, '_, &EguiRenderOutput>,
    mut redraw: MessageWriter<'_, RequestRedraw>,
) {
    if outputs
        .iter()
        .any(|output| !output.textures_delta.set.is_empty())
    {
        redraw.write(RequestRedraw);
    }
}

/// `bevy_egui` says in every frame which modifier keys are down, and egui asks for another frame at each word: the window would
/// never come to rest. A word that says nothing new is dropped.
fn drop_unchanged_modifiers(
    mut inputs: Query<'_, '_, &mut EguiInput>,
    mut last: Local<'_, Option<Modifiers>>,
) {
    for mut input in &mut inputs {
        let input = input.bypass_change_detection();
        input.events.retain(|event| match event {
            Event::ModifiersChanged(modifiers) => last.replace(*modifiers) != Some(*modifiers),
            _ => true,
        });
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
            events.write(EguiInputEvent {
                context,
                event: Event::AccessKitActionRequest(request.0.clone()),
            });
        }
    }
}
