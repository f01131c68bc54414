//! The first things that somebody sees: the title, the introduction, the lesson, the briefing, the menu; and what is always in
//! sight.

use crate::common::ports_in;
use crate::common::window::{Stage, app, buttons_of, has_button, press, window};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::App;
use we_can_wait::app::intent::{BINDINGS, Intent, Screen, Seating, Setting};
use we_can_wait::negotiation::Opposite;
use we_can_wait::window::screens::shot::{Shot, set_up};

const FIRST: &str = "You speak through delegates";
const LESSON: &str = "Learn the game in five minutes";
const WHOLE: &str = "The whole conversation, 15 statements";
const AGAIN: &str = "Show the introduction again";
const SMALL: [f32; 2] = [640.0, 360.0];
const USUAL: [f32; 2] = [1280.0, 720.0];

fn desk_in(folder: &std::path::Path) -> App {
    let mut app = App::new(ports_in(folder.to_owned())).expect("there is a app");
    app.act(Intent::Set(Setting::Motion(false)));
    app
}

fn at(screen: Screen, size: [f32; 2]) -> Harness<'static, Stage> {
    let mut app = app();
    let shot = Shot { screen, size: (1280, 720), page: None, dark: false, zoom: 100 };
    set_up(&mut app, shot).expect("the recorded game is there");
    window(app, size)
}

fn key(harness: &mut Harness<'_, Stage>, key: egui::Key) {
    harness.key_press(key);
    harness.run();
}

/// Every text that is shown: not the line that was told last, which stays when what it told of is gone.
fn texts(harness: &Harness<'_, Stage>) -> Vec<String> {
    let shown = By::new().predicate(|node| node.role() != Role::Status);
    let nodes = harness.root().query_all(shown);
    nodes
        .filter_map(|node| {
            let node = node.accesskit_node();
            node.value().or_else(|| node.label())
        })
        .collect()
}

fn reads(harness: &Harness<'_, Stage>, words: &str) -> bool {
    texts(harness).iter().any(|text| text.contains(words))
}

/// A button is wholly inside the window.
fn is_in_sight(harness: &Harness<'_, Stage>, label: &str, size: [f32; 2]) -> bool {
    let button = By::new().label(label).predicate(|node| node.role() == Role::Button);
    let buttons: Vec<_> = harness.root().query_all(button).collect();
    let button = buttons.first().expect("there is such a button");
    let rect = button.rect();
    rect.top() >= 0.0 && rect.bottom() <= size[1] && rect.left() >= 0.0 && rect.right() <= size[0]
}

#[test]
fn the_introduction_is_skipped_by_escape_and_never_comes_back_unasked() {
    let data = tempfile::tempdir().expect("there is room");
    let mut first = window(desk_in(data.path()), USUAL);
    assert!(reads(&first, FIRST));
    key(&mut first, egui::Key::Escape);
    assert!(!reads(&first, FIRST));
    assert_eq!(first.state().app.screen(), Screen::Title);
    drop(first);
    let second = window(desk_in(data.path()), USUAL);
    assert!(!reads(&second, FIRST));
}

#[test]
fn the_introduction_stands_in_nobodys_way_and_whoever_begins_has_seen_it() {
    let data = tempfile::tempdir().expect("there is room");
    let mut first = window(desk_in(data.path()), USUAL);
    press(&mut first, WHOLE);
    assert_eq!(first.state().app.screen(), Screen::Briefing);
    first.state_mut().app.act(Intent::Show(Screen::Title));
    first.run();
    assert!(!reads(&first, FIRST));
    drop(first);
    assert!(!reads(&window(desk_in(data.path()), USUAL), FIRST));
}

#[test]
fn the_introduction_has_three_steps_and_the_focus_stays_on_the_way_on() {
    let mut harness = window(app(), USUAL);
    let next = By::new().label("Next");
    let next = harness.root().query_all(next).next().expect("a way on");
    next.focus();
    harness.run();
    for step in ["You hear what was really said", "You report home"] {
        key(&mut harness, egui::Key::Enter);
        assert!(reads(&harness, step), "{step}");
    }
    assert!(!has_button(&harness, "Skip"));
    key(&mut harness, egui::Key::Enter);
    assert!(!reads(&harness, "You report home"));
    assert_eq!(harness.state().app.screen(), Screen::Title);
}

#[test]
fn who_comes_to_write_a_scenario_still_finds_the_introduction_afterwards() {
    let data = tempfile::tempdir().expect("there is room");
    let mut author = desk_in(data.path());
    author.act(Intent::Show(Screen::Author));
    drop(author);
    assert!(reads(&window(desk_in(data.path()), USUAL), FIRST));
}

#[test]
fn settings_that_cannot_be_read_are_those_of_somebody_who_was_here_before() {
    let data = tempfile::tempdir().expect("there is room");
    std::fs::write(data.path().join("settings.ron"), "Settings(zoom: \"l\"").expect("written");
    assert!(!reads(&window(desk_in(data.path()), USUAL), FIRST));
}

#[test]
fn the_introduction_is_shown_again_from_the_help_when_somebody_asks() {
    for size in [USUAL, SMALL] {
        let mut harness = at(Screen::Table, size);
        key(&mut harness, egui::Key::F1);
        press(&mut harness, AGAIN);
        assert!(reads(&harness, FIRST));
        press(&mut harness, "Next");
        press(&mut harness, "Skip");
        assert!(has_button(&harness, AGAIN), "the keys are shown again");
        assert_eq!(harness.state().app.screen(), Screen::Table);
    }
}

#[test]
fn the_lesson_is_begun_from_the_title_and_leads_on_to_what_was_chosen() {
    let data = tempfile::tempdir().expect("there is room");
    let mut harness = window(desk_in(data.path()), USUAL);
    press(&mut harness, LESSON);
    assert_eq!(harness.state().app.scenario().id, "first-lesson");
    assert_eq!(harness.state().app.screen(), Screen::Briefing);
    harness.state_mut().app.act(Intent::Show(Screen::Title));
    harness.run();
    assert!(!has_button(&harness, LESSON));
    let takes = By::new().predicate(|node| {
        let told = node.data().description().unwrap_or_default();
        told == "About 5 minutes."
    });
    let lengths = harness.root().query_all(takes).count();
    assert_eq!(lengths, 1, "it takes as long as it was said to");
    press(&mut harness, "On to We Can Wait: Moscow, 21 September 1955");
    assert_eq!(harness.state().app.scenario().id, "moscow-1955");
    assert!(has_button(&harness, LESSON));
    press(&mut harness, LESSON);
    drop(harness);
    let next_day = desk_in(data.path());
    assert_eq!(next_day.scenario().id, "moscow-1955", "it stays chosen");
}

#[test]
fn to_the_table_is_in_sight_without_scrolling_and_enter_goes_there() {
    for size in [USUAL, SMALL] {
        let mut harness = window(app(), size);
        press(&mut harness, WHOLE);
        assert!(is_in_sight(&harness, "To the table", size), "{size:?}");
        key(&mut harness, egui::Key::Enter);
        assert_eq!(harness.state().app.screen(), Screen::Table);
    }
}

#[test]
fn the_report_can_be_sent_without_scrolling_and_tells_on_what_each_clause_would_rest() {
    for size in [USUAL, SMALL] {
        let harness = at(Screen::Report, size);
        assert!(is_in_sight(&harness, "Send the report", size), "{size:?}");
    }
    let harness = at(Screen::Report, USUAL);
    let told = |label: &str| {
        let found = By::new().label(label);
        let radio = harness.root().query_all(found).next().expect("a choice");
        radio.accesskit_node().description().unwrap_or_default()
    };
    assert!(told("one treaty settles everything").ends_with("They refused it."));
    assert!(told("a declaration now, the treaty later").ends_with("Their own position."));
    assert!(told("Habomai and Shikotan go to Japan").contains("Rests on: hint"));
}

#[test]
fn how_many_clauses_are_ones_own_is_told_while_the_report_is_written() {
    let mut harness = at(Screen::Report, USUAL);
    assert!(reads(&harness, "All 6 clauses are as the other side sees them."));
    let other = By::new().label("one treaty settles everything");
    let other = harness.root().query_all(other).next().expect("a choice");
    other.click_accesskit();
    harness.run();
    assert!(reads(&harness, "You have set 1 of 6 clauses."));
}

#[test]
fn the_help_lists_every_verb_that_has_a_key() {
    for size in [USUAL, SMALL] {
        let mut harness = at(Screen::Table, size);
        key(&mut harness, egui::Key::F1);
        let catalogue = harness.state().app.catalogue().clone();
        let texts = texts(&harness);
        for binding in BINDINGS.iter().filter(|binding| !binding.keys.is_empty()) {
            let (key, verb) = (binding.keys.join(", "), binding.verb);
            let does = catalogue.msg(&format!("window-key-{}", binding.name));
            // Both in one, for those who hear them.
            for words in [format!("{key}: {does}"), does] {
                let there = texts.contains(&words);
                assert!(there, "{words} of {verb:?} at {size:?}");
            }
        }
    }
}

#[test]
fn in_a_small_window_the_places_are_in_a_list_that_the_keyboard_opens() {
    let mut harness = at(Screen::Journal, SMALL);
    assert!(!has_button(&harness, "Settings"), "{:?}", buttons_of(&harness));
    let menu = By::new().label("Menu");
    let menu = harness.root().query_all(menu).next().expect("a menu");
    menu.focus();
    harness.run();
    key(&mut harness, egui::Key::Enter);
    assert!(has_button(&harness, "Journal  F9"));
    key(&mut harness, egui::Key::Escape);
    assert!(!has_button(&harness, "Settings"));
    assert_eq!(harness.state().app.screen(), Screen::Journal);
    press(&mut harness, "Menu");
    press(&mut harness, "Settings");
    assert_eq!(harness.state().app.screen(), Screen::Settings);
    assert!(reads(&harness, "Zoom"));
}

#[test]
fn a_path_that_was_not_typed_is_asked_for() {
    let mut app = app();
    app.act(Intent::Show(Screen::Author));
    let mut harness = window(app, USUAL);
    press(&mut harness, "Open");
    let notice = harness.state().app.frame().notice.expect("it is told");
    assert!(notice.fault && notice.text.contains("path of your scenario's folder"), "{notice:?}");
    press(&mut harness, "Dismiss");
    assert_eq!(harness.state().app.frame().notice, None);
}

#[test]
fn a_kept_game_tells_what_it_is_how_far_it_is_and_when_it_was_kept() {
    let data = tempfile::tempdir().expect("there is room");
    let mut app = desk_in(data.path());
    app.act(Intent::Begin(1));
    let mv = app.scenario().move_id("ask_conditions").expect("a move");
    app.act(Intent::Continue);
    app.act(Intent::Add(mv));
    app.act(Intent::Say);
    app.act(Intent::Show(Screen::Journal));
    let harness = window(app, USUAL);
    assert!(reads(&harness, "A short game: war, islands, prisoners, The Japanese delegation"));
    assert!(reads(&harness, "One statement, saved on "));
    assert!(has_button(&harness, "Resume moscow-1955-001.ron"));
    assert!(reads(&harness, "Ask for the conditions of peace"));
}

#[test]
fn the_one_whose_turn_it_is_can_say_so_without_scrolling() {
    for size in [USUAL, SMALL] {
        let mut app = app();
        let two = Seating { opposite: Opposite::Person, ..Seating::default() };
        app.act(Intent::Sit(two));
        app.act(Intent::Begin(0));
        let mut harness = window(app, size);
        let take = "I'm ready, and no one else is looking";
        assert!(is_in_sight(&harness, take, size), "{size:?}");
        key(&mut harness, egui::Key::Enter);
        assert!(has_button(&harness, "To the table"));
    }
}
