//! What a reader of the screen is told of itself: every answer once, in the order of the screen, and nothing that is for the other
//! of two people.

use egui::Key;
use egui::accesskit::Role;
use we_can_wait::app::ShownScreen;
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::negotiation::Opposite;

use super::glass::{Window, key};
use super::nodes::things;
use super::scenes;

/// The line that is told when it changes.
fn heard(window: &Window) -> String {
    let mut found = things(window);
    found.retain(|thing| thing.role == Role::Status);
    assert!(found.len() <= 1, "one line is told: {found:?}");
    found.pop().map_or_else(String::new, |thing| thing.name)
}

fn act(window: &mut Window, intents: impl IntoIterator<Item = Intent>) {
    for intent in intents {
        window.state_mut().app.act(intent);
        window.run();
    }
}

fn ask(window: &mut Window) {
    let scenario = window.state().app.scenario().clone();
    let mv = scenario.move_id("ask_conditions").expect("a move");
    act(window, [Intent::Add(mv), Intent::Say]);
}

#[test]
fn an_answer_is_told_once_with_who_gave_it_and_what_it_stands_on() {
    let mut window = scenes::shown(scenes::at_the_table(0));
    let before = heard(&window);
    ask(&mut window);
    let answer = heard(&window);
    assert_ne!(answer, before);
    assert!(answer.contains("Khrushchev: “"), "{answer}");
    assert!(answer.contains("RECORD, line 121"), "{answer}");
    // Whatever is looked at then, nothing new is told until there is something new.
    key(&mut window, Key::F4);
    assert_eq!(window.state().app.screen(), Screen::Library);
    key(&mut window, Key::Escape);
    assert_eq!(window.state().app.screen(), Screen::Table);
    assert_eq!(heard(&window), answer);
}

#[test]
fn what_the_adviser_says_is_told_one_sentence_at_a_time() {
    let mut window = scenes::shown(scenes::at_the_table(0));
    act(&mut window, [Intent::Advise]);
    let first = heard(&window);
    act(&mut window, [Intent::Advise]);
    let second = heard(&window);
    assert_ne!(first, second);
    let sentence = first.split(". ").next().expect("a sentence");
    assert!(!second.contains(sentence), "{second}");
}

#[test]
fn nothing_is_told_while_the_screen_is_handed_over() {
    let mut window = scenes::shown(scenes::begun(0, Opposite::Person));
    assert_eq!(heard(&window), "");
    for turn in 0..4 {
        act(&mut window, [Intent::TakeScreen, Intent::Show(Screen::Table)]);
        if turn > 1 {
            assert_ne!(heard(&window), "", "what the other said is told");
        }
        for _ in 0..8 {
            let ShownScreen::Table(table) = window.state().app.frame().shown else { panic!("the table is shown") };
            if !table.drafted.is_empty() {
                break;
            }
            key(&mut window, Key::Num1);
        }
        act(&mut window, [Intent::Say]);
        assert_eq!(heard(&window), "", "turn {turn}");
    }
}
