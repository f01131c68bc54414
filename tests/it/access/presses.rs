//! What a press does: Enter, Space and assistive technology do what the mouse does; arrows move a slider; Escape goes back.

use std::collections::BTreeMap;

use egui::accesskit::{Action, ActionRequest, NodeId, Role, TreeId};
use egui::{Event, Key};
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::window::screens::UiState;

use super::glass::{Window, key};
use super::nodes::{Thing, focused, things};
use super::scenes;

/// Controls of a kind that are tried on a screen.
const TRIED: usize = 2;

fn request(window: &mut Window, thing: &Thing, action: Action) {
    window.event(Event::AccessKitActionRequest(ActionRequest {
        action,
        target_tree: TreeId::ROOT,
        target_node: NodeId(thing.id),
        data: None,
    }));
    window.run();
}

/// What came of a press.
#[derive(Debug, PartialEq)]
struct Effect {
    wanted: Vec<Intent>,
    /// What the screens remember is other than before.
    turned: bool,
    /// There is something else to see.
    shown: bool,
}

/// What is told, without what has the focus.
fn told(window: &Window) -> Vec<(Role, String, String, Option<bool>)> {
    let things = things(window).into_iter();
    let told = things.map(|thing| (thing.role, thing.name, thing.value, thing.toggled));
    told.collect()
}

fn effect(window: &mut Window, before: &UiState, press: impl FnOnce(&mut Window)) -> Effect {
    let seen = told(window);
    press(window);
    let effect = Effect {
        wanted: std::mem::take(&mut window.state_mut().heard),
        turned: window.state().ui_state != *before,
        shown: told(window) != seen,
    };
    // A list that was opened is closed, and the screens are turned back.
    if egui::Popup::is_any_open(&window.ctx) {
        key(window, Key::Escape);
    }
    window.state_mut().heard.clear();
    window.state_mut().ui_state = before.clone();
    window.run();
    effect
}

fn tried(window: &Window) -> Vec<Thing> {
    let mut tried: BTreeMap<(String, Option<bool>), usize> = BTreeMap::new();
    let mut found = things(window);
    found.retain(|thing| {
        let kind = (format!("{:?}", thing.role), thing.toggled);
        let known =
            matches!(thing.role, Role::Button | Role::RadioButton | Role::CheckBox | Role::ComboBox | Role::Tab);
        let wanted = known && thing.can_focus && thing.is_enabled;
        wanted && {
            let times = tried.entry(kind).or_default();
            *times += 1;
            *times <= TRIED
        }
    });
    found
}

#[test]
fn enter_space_and_assistive_technology_do_what_a_click_does() {
    let mut faults = Vec::new();
    for scene in scenes::all() {
        let mut window = scene.window();
        window.state_mut().only_listens = true;
        for thing in tried(&window) {
            let before = window.state().ui_state.clone();
            let mut press = |press: &dyn Fn(&mut Window)| {
                request(&mut window, &thing, Action::Focus);
                assert_eq!(
                    focused(&window).map(|focused| focused.id),
                    Some(thing.id),
                    "{}: {} does not take the focus",
                    scene.name,
                    thing.called()
                );
                effect(&mut window, &before, press)
            };
            let clicked = press(&|window| request(window, &thing, Action::Click));
            for with in [Key::Enter, Key::Space] {
                let pressed = press(&|window| key(window, with));
                if pressed != clicked {
                    let called = thing.called();
                    faults.push(format!("{}: {called}: {with:?} does {pressed:?}, a click {clicked:?}", scene.name));
                }
            }
            let chosen = thing.toggled == Some(true);
            if !chosen && clicked.wanted.is_empty() && !clicked.turned && !clicked.shown {
                faults.push(format!("{}: {} does nothing", scene.name, thing.called()));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
}

#[test]
fn arrows_move_a_slider() {
    let scenes = scenes::all();
    let debrief = scenes.iter().find(|scene| scene.name == "debrief");
    let mut window = debrief.expect("there is a debrief").window();
    window.state_mut().only_listens = true;
    let sliders = things(&window).into_iter();
    let slider = sliders.into_iter().find(|thing| thing.role == Role::Slider);
    request(&mut window, &slider.expect("weights can be moved"), Action::Focus);
    key(&mut window, Key::ArrowRight);
    let heard = &window.state().heard;
    assert!(heard.iter().any(|intent| matches!(intent, Intent::Weigh(..))), "{heard:?}");
}

#[test]
fn escape_goes_back_from_everywhere_to_the_title() {
    for scene in scenes::all() {
        let mut window = scene.window();
        let mut presses = 0;
        while window.state().app.screen() != Screen::Title || window.state().ui_state.help {
            let before = (window.state().app.screen(), window.state().ui_state.clone());
            key(&mut window, Key::Escape);
            let after = (window.state().app.screen(), window.state().ui_state.clone());
            presses += 1;
            assert_ne!(before, after, "{}: Escape number {presses} does nothing", scene.name);
            assert!(presses < 10, "{}: Escape does not come to the title", scene.name);
        }
    }
}

#[test]
fn every_key_is_in_the_list_of_keys() {
    let scenes = scenes::all();
    let help = scenes.iter().find(|scene| scene.name == "help");
    let window = help.expect("there is a list").window();
    let told: Vec<String> = things(&window).into_iter().map(|thing| thing.value).collect();
    for binding in we_can_wait::app::intent::BINDINGS {
        let keys = binding.keys.join(", ");
        let listed = keys.is_empty() || told.iter().any(|value| value.starts_with(&format!("{keys}: ")));
        assert!(listed, "{keys} is not listed: {told:?}");
    }
}
