//! The app without a window: intents go in as messages, and the desk takes them in the next update.
#![cfg(feature = "game")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use bevy::app::{App, AppExit};
use bevy::ecs::message::Messages;
use we_can_wait::desk::{Desk, Keeping};
use we_can_wait::game::{DeskOnTable, IntentRaised, headless};
use we_can_wait::view::intent::{Intent, Screen};

fn app() -> App {
    headless(Desk::new(Keeping::Nowhere).expect("the scenario has no faults"))
}

fn raise(app: &mut App, intent: Intent) {
    app.world_mut().write_message(IntentRaised(intent));
}

fn desk(app: &App) -> &Desk {
    &app.world().resource::<DeskOnTable>().0
}

#[test]
fn an_intent_is_taken_in_the_next_update_and_not_before() {
    let mut app = app();
    app.update();
    raise(&mut app, Intent::Begin(0));
    assert_eq!(desk(&app).screen(), Screen::Title);
    app.update();
    assert_eq!(desk(&app).screen(), Screen::Briefing);
    assert!(desk(&app).game().is_some());
}

#[test]
fn intents_of_one_frame_are_taken_in_their_order() {
    let mut app = app();
    raise(&mut app, Intent::Begin(0));
    let scenario = desk(&app).scenario().clone();
    let mv = scenario.move_id("ask_conditions").expect("a move");
    raise(&mut app, Intent::Add(mv));
    raise(&mut app, Intent::Say);
    app.update();
    let game = desk(&app).game().expect("there is a game");
    assert_eq!(game.journal.steps.len(), 1);
}

#[test]
fn nothing_happens_while_nobody_wants_anything() {
    let mut app = app();
    app.update();
    let before = desk(&app).revision();
    for _ in 0..10 {
        app.update();
    }
    assert_eq!(desk(&app).revision(), before);
}

#[test]
fn who_wants_to_leave_leaves() {
    let mut app = app();
    raise(&mut app, Intent::Quit);
    app.update();
    let exits = app.world().resource::<Messages<AppExit>>();
    assert!(!exits.is_empty());
}
