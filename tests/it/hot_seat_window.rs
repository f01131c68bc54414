//! Two people at one window: what is for one of them alone is veiled until that one has the screen.

use crate::common::ports_in;
use crate::common::window::{Stage, app, has_button, press, window};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::app::{App, ShownScreen};
use we_can_wait::view::talk::TalkItem;

const TWO: &str = "Two people on this computer";
const SHORT: &str = "A short game: war, islands, prisoners, 8 statements";
const TAKE: &str = "I'm ready, and no one else is looking";

/// Chooses one of several by its name.
fn choose(harness: &mut Harness<'_, Stage>, label: &str) {
    let radio = harness.root().query_all(By::new().label(label)).next().expect("it can be chosen");
    radio.click_accesskit();
    harness.run();
}

fn begun() -> Harness<'static, Stage> {
    let mut harness = window(app(), [1280.0, 720.0]);
    choose(&mut harness, TWO);
    press(&mut harness, SHORT);
    harness
}

/// Everything that stands on the screen or is told to a reader of it.
fn texts(harness: &Harness<'_, Stage>) -> String {
    let nodes = harness.root().query_all(By::new().predicate(|_| true));
    let told = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()]
    });
    told.flatten().collect::<Vec<_>>().join("\n")
}

fn is_veiled(harness: &Harness<'_, Stage>) -> bool {
    matches!(harness.state().app.frame().shown, ShownScreen::HandOver(_))
}

/// A statement of one move, the first of every list, with a prediction.
fn speak(harness: &mut Harness<'_, Stage>) {
    for _ in 0..8 {
        let drafted = match harness.state().app.frame().shown {
            ShownScreen::Table(table) => !table.drafted.is_empty(),
            _ => panic!("the table is shown"),
        };
        if drafted {
            break;
        }
        harness.key_press(egui::Key::Num1);
        harness.run();
    }
    let predicted = we_can_wait::scenario::terms::Prediction::NoAnswer;
    let stage = harness.state_mut();
    stage.app.act(Intent::Predict(0, Some(predicted)));
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    harness.run();
}

#[test]
fn two_people_play_to_both_debriefs_and_hand_the_screen_over_each_time() {
    let mut harness = begun();
    let scenario = crate::common::scenario();
    for turn in 0..16 {
        assert!(is_veiled(&harness), "turn {turn}");
        let name = &scenario.seats[turn % 2].name;
        assert!(texts(&harness).contains(&format!("Now: {name}")), "turn {turn}");
        press(&mut harness, TAKE);
        if turn < 2 {
            // The brief is read once by each.
            let shown = texts(&harness);
            assert!(shown.contains(&scenario.seats[turn].brief[0]));
            assert!(!shown.contains(&scenario.seats[1 - turn].brief[0]));
            press(&mut harness, "To the table");
        }
        speak(&mut harness);
    }
    for seat in 0..2 {
        assert!(is_veiled(&harness), "report {seat}");
        press(&mut harness, TAKE);
        if has_button(&harness, "Write the report home") {
            press(&mut harness, "Write the report home");
        }
        press(&mut harness, "Send the report");
    }
    assert_eq!(harness.state().app.screen(), Screen::Debrief);
    let first = texts(&harness);
    press(&mut harness, &scenario.seats[1].name);
    let second = texts(&harness);
    assert_ne!(first, second, "each has a debrief of an own");
}

#[test]
fn no_way_leads_past_the_veil_to_what_is_the_others() {
    let mut harness = begun();
    press(&mut harness, TAKE);
    press(&mut harness, "To the table");
    speak(&mut harness);
    let scenario = crate::common::scenario();
    for screen in [Screen::Briefing, Screen::Table, Screen::Report, Screen::Debrief] {
        harness.state_mut().app.act(Intent::Show(screen));
        harness.run();
        assert!(is_veiled(&harness), "{screen:?}");
        let shown = texts(&harness);
        for seat in &scenario.seats {
            assert!(!shown.contains(&seat.brief[0]), "{screen:?}");
        }
    }
    harness.state_mut().app.act(Intent::Show(Screen::Title));
    harness.run();
    press(&mut harness, "Continue");
    assert!(is_veiled(&harness));
}

#[test]
fn each_finds_both_statements_when_the_screen_comes_back_and_the_cards_of_their_own() {
    let mut harness = begun();
    for _ in 0..2 {
        press(&mut harness, TAKE);
        press(&mut harness, "To the table");
        speak(&mut harness);
    }
    press(&mut harness, TAKE);
    let ShownScreen::Table(table) = harness.state().app.frame().shown else { panic!("the table is shown") };
    assert_eq!(table.turns.len(), 2, "both statements are told");
    let is_own = |turn: usize| {
        let mut items = table.turns[turn].items.iter();
        items.any(|item| matches!(item, TalkItem::Move(_)))
    };
    assert!(is_own(0) && !is_own(1), "whose words they are is seen");
    let game = harness.state().app.game().expect("there is a game");
    let own = game.session.state().points[0].mv;
    let label = &game.session.scenario().mv(own).label;
    let cards: Vec<&String> = table.cards.iter().map(|card| &card.label).collect();
    assert_eq!(cards, [label]);
}

#[test]
fn a_game_of_two_that_is_gone_on_with_asks_first_who_is_there() {
    let folder = tempfile::tempdir().expect("there is room");
    let keeping = ports_in(folder.path().to_owned());
    let mut harness = window(App::new(keeping.clone()).expect("the scenario has no faults"), [1280.0, 720.0]);
    choose(&mut harness, TWO);
    press(&mut harness, SHORT);
    press(&mut harness, TAKE);
    press(&mut harness, "To the table");
    speak(&mut harness);
    drop(harness);
    let mut again = window(App::new(keeping).expect("the scenario has no faults"), [1280.0, 720.0]);
    press(&mut again, "Continue");
    assert!(is_veiled(&again));
    let scenario = crate::common::scenario();
    assert!(texts(&again).contains(&format!("Now: {}", scenario.seats[1].name)));
}
