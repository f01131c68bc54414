//! The app without a window: intents go in as messages, and the desk takes them in the next update.
#![cfg(feature = "game")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

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

#[test]
fn what_an_author_saves_is_shown_without_anybody_touching_the_window() {
    use we_can_wait::view::authoring::Authoring;

    let (desk_of_work, folder, _room) = common::author::Work::new().apart();
    let mut app = headless(desk_of_work);
    app.update();
    let woken = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = std::sync::Arc::clone(&woken);
    desk(&app).waker().set(move || {
        count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    });
    let file = folder.join("scenario.ron");
    let text = std::fs::read_to_string(&file).expect("it is text");
    let text = text.replacen("title: \"We Can Wait", "title: \"We Cannot", 1);
    std::fs::write(&file, text).expect("it can be written");
    for _ in 0..3_000 {
        app.update();
        if desk(&app).scenario().title.starts_with("We Cannot") {
            assert_eq!(woken.load(std::sync::atomic::Ordering::Relaxed), 1);
            raise(&mut app, Intent::Author(Authoring::Close));
            app.update();
            assert!(!desk(&app).is_authoring());
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("what was saved is not shown");
}
