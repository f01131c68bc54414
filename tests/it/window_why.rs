//! The window: the other side's style is chosen at the title, and an answer tells why it came.

use crate::common::window::{Stage, app, window};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::intent::{Intent, Screen, Seating};
use we_can_wait::negotiation::{Command, Opposite};
use we_can_wait::scenario::SeatId;

fn press(harness: &mut Harness<'_, Stage>, role: Role, label: &str) {
    let of_role = By::new().label(label).predicate(move |node| node.role() == role);
    let node = harness.root().query_all(of_role).last();
    let node = node.unwrap_or_else(|| panic!("there is no {role:?} “{label}”"));
    node.click_accesskit();
    harness.run();
}

/// Everything that can be read in the window.
fn read(harness: &Harness<'_, Stage>) -> String {
    let nodes = harness.root().query_all(By::new().predicate(|_| true));
    let texts = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// Says one move of a game that is under way.
fn say(harness: &mut Harness<'_, Stage>, speaker: &str, mv: &str) {
    let app = &mut harness.state_mut().app;
    let scenario = app.scenario().clone();
    let speaker = scenario.person_id(speaker).expect("a person");
    let mv = scenario.move_id(mv).expect("a move");
    app.act(Intent::Floor(speaker));
    app.act(Intent::Add(mv));
    app.act(Intent::Say);
    harness.run();
}

#[test]
fn a_style_chosen_at_the_title_is_played_and_written_into_the_journal() {
    let mut harness = window(app(), [1280.0, 720.0]);
    assert!(!read(&harness).contains("hold on to their aims longer"));
    press(&mut harness, Role::RadioButton, "Harder");
    assert!(read(&harness).contains("hold on to their aims longer"));
    let lengths = harness.state().app.scenario().lengths.len();
    harness.state_mut().app.act(Intent::Begin(lengths - 1));
    let game = harness.state().app.game().expect("a game has begun");
    assert_eq!(game.journal.style.as_deref(), Some("harder"));
    let app = &mut harness.state_mut().app;
    app.act(Intent::Style(0));
    app.act(Intent::Begin(0));
    let game = harness.state().app.game().expect("a game has begun");
    assert_eq!(game.journal.style, None);
}

#[test]
fn two_people_are_offered_no_style_and_get_none() {
    let mut harness = window(app(), [1280.0, 720.0]);
    press(&mut harness, Role::RadioButton, "Harder");
    let app = &mut harness.state_mut().app;
    app.act(Intent::Sit(Seating { seat: SeatId::FIRST, opposite: Opposite::Person }));
    harness.run();
    assert!(!read(&harness).contains("How the other side answers"));
    let app = &mut harness.state_mut().app;
    app.act(Intent::Begin(0));
    assert_eq!(app.game().expect("a game").journal.style, None);
}

#[test]
fn an_answer_tells_why_when_asked_and_hides_it_again_and_keeps_secrets_until_the_end() {
    let mut harness = window(app(), [1280.0, 720.0]);
    harness.state_mut().app.act(Intent::Begin(0));
    harness.state_mut().app.act(Intent::Show(Screen::Table));
    harness.run();
    say(&mut harness, "nomizo", "ask_settle_prisoners");
    let title = "Why this answer: Ask for co-operation on the prisoners";
    assert!(!read(&harness).contains(title));
    press(&mut harness, Role::Button, "Why this answer?");
    let told = read(&harness);
    assert!(told.contains(title) && told.contains("Considered and rejected"));
    assert!(told.contains("not about history"));
    assert!(!told.contains("Readiness to yield"), "that is private");
    press(&mut harness, Role::Button, "Why this answer?");
    assert!(!read(&harness).contains(title));
    press(&mut harness, Role::Button, "Why this answer?");
    say(&mut harness, "kitamura", "adjourn");
    let app = &mut harness.state_mut().app;
    let over = app.game().expect("a game").session.validate(&Command::Report(Vec::new()));
    assert!(over.is_err(), "whoever adjourns so early sends no report");
    app.act(Intent::Show(Screen::Table));
    harness.run();
    assert!(read(&harness).contains("Readiness to yield"));
}
