//! The app without a window: intents go in as messages, and the application takes them in the next update.

use crate::common::{nowhere, ports_in};
use bevy::app::{App, AppExit};
use bevy::ecs::message::Messages;
use bevy::window::WindowCloseRequested;
use we_can_wait::app::App as Shared;
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::window::game::{Application, IntentRaised, headless};
use we_can_wait::window::screens::shot::{Shot, set_up};

fn app() -> App {
    headless(Shared::new(nowhere()).expect("the scenario has no faults"))
}

fn raise(app: &mut App, intent: Intent) {
    app.world_mut().write_message(IntentRaised(intent));
}

fn shared(app: &App) -> &Shared {
    &app.world().resource::<Application>().0
}

#[test]
fn an_intent_is_taken_in_the_next_update_and_not_before() {
    let mut app = app();
    app.update();
    raise(&mut app, Intent::Begin(0));
    assert_eq!(shared(&app).screen(), Screen::Title);
    app.update();
    assert_eq!(shared(&app).screen(), Screen::Briefing);
    assert!(shared(&app).game().is_some());
}

#[test]
fn intents_of_one_frame_are_taken_in_their_order() {
    let mut app = app();
    raise(&mut app, Intent::Begin(0));
    let scenario = shared(&app).scenario().clone();
    let mv = scenario.move_id("ask_conditions").expect("a move");
    raise(&mut app, Intent::Add(mv));
    raise(&mut app, Intent::Say);
    app.update();
    let game = shared(&app).game().expect("there is a game");
    assert_eq!(game.journal.steps.len(), 1);
}

#[test]
fn nothing_happens_while_nobody_wants_anything() {
    let mut app = app();
    app.update();
    let before = shared(&app).revision();
    for _ in 0..10 {
        app.update();
    }
    assert_eq!(shared(&app).revision(), before);
}

#[test]
fn who_wants_to_leave_leaves() {
    let mut app = app();
    raise(&mut app, Intent::Quit);
    app.update();
    let exits = app.world().resource::<Messages<AppExit>>();
    assert!(!exits.is_empty());
}

fn close(app: &mut App) {
    let window = app.world_mut().spawn_empty().id();
    app.world_mut().write_message(WindowCloseRequested { window });
    app.update();
}

fn has_left(app: &App) -> bool {
    !app.world().resource::<Messages<AppExit>>().is_empty()
}

#[test]
fn who_closes_the_window_quits() {
    let mut app = app();
    app.update();
    close(&mut app);
    assert!(shared(&app).wants_to_quit());
    assert!(has_left(&app));
}

#[test]
fn a_window_with_a_game_that_could_not_be_kept_is_closed_the_second_time() {
    let room = tempfile::tempdir().expect("there is room");
    // A file stands where the folder should be.
    let file = room.path().join("data");
    std::fs::write(&file, "").expect("it can be written");
    let ports = ports_in(file);
    let mut app = headless(Shared::new(ports).expect("the scenario has no faults"));
    raise(&mut app, Intent::Begin(0));
    let mv = shared(&app).scenario().move_id("ask_conditions");
    raise(&mut app, Intent::Add(mv.expect("a move")));
    raise(&mut app, Intent::Say);
    app.update();
    close(&mut app);
    assert!(!has_left(&app));
    let asked = shared(&app).frame().leaving.expect("it is asked");
    assert!(asked.quits);
    close(&mut app);
    assert!(has_left(&app));
}

#[test]
fn a_review_beside_the_window_wakes_it_and_is_then_shown() {
    let mut app = app();
    let woken = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = std::sync::Arc::clone(&woken);
    shared(&app).waker().set(move || {
        count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    });
    let shot = Shot { screen: Screen::Debrief, page: None, size: (1280, 720), dark: false, zoom: 100 };
    let mut shared_of_game = app.world_mut().resource_mut::<Application>();
    set_up(&mut shared_of_game.0, shot).expect("the recorded game is there");
    for _ in 0..6_000 {
        app.update();
        if !shared(&app).is_working() {
            assert_eq!(woken.load(std::sync::atomic::Ordering::Relaxed), 1);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("the review never ends");
}

#[test]
fn what_an_author_saves_is_shown_without_anybody_touching_the_window() {
    use we_can_wait::app::authoring::Authoring;

    let (shared_of_work, folder, _room) = crate::common::author::Work::new().apart();
    let mut app = headless(shared_of_work);
    app.update();
    let woken = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = std::sync::Arc::clone(&woken);
    shared(&app).waker().set(move || {
        count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    });
    let file = folder.join("scenario.ron");
    let text = std::fs::read_to_string(&file).expect("it is text");
    let text = text.replacen("title: \"We Can Wait", "title: \"We Cannot", 1);
    std::fs::write(&file, text).expect("it can be written");
    for _ in 0..3_000 {
        app.update();
        if shared(&app).scenario().title.starts_with("We Cannot") {
            assert_eq!(woken.load(std::sync::atomic::Ordering::Relaxed), 1);
            raise(&mut app, Intent::Author(Authoring::Close));
            app.update();
            assert!(!shared(&app).is_authoring());
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("what was saved is not shown");
}
