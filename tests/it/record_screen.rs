//! The record in the window: searched, leafed through, marked where it was quoted, and left for where one came from.

use crate::common::window::{Stage, app, focused, has_button, key, press, window};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::window::screens::shot::{Shot, set_up};

fn shot(screen: Screen) -> Shot {
    Shot { screen, page: None, size: (1280, 720), dark: false, zoom: 100 }
}

/// The record at a line, in a game that has quoted much of it.
fn record(line: u32, size: [f32; 2]) -> Harness<'static, Stage> {
    let mut app = app();
    set_up(&mut app, shot(Screen::Record)).expect("the recorded game is there");
    app.act(Intent::Back);
    app.act(Intent::OpenRecord(line));
    window(app, size)
}

/// What the tree says of a line.
fn told(harness: &Harness<'_, Stage>, line: u32) -> String {
    let head = format!("line {line}");
    labels(harness)
        .into_iter()
        .find(|label| {
            let first = label.lines().next().unwrap_or_default();
            first == head || first.starts_with(&format!("{head},"))
        })
        .unwrap_or_else(|| panic!("line {line} is not in the tree"))
}

fn labels(harness: &Harness<'_, Stage>) -> Vec<String> {
    let labels = By::new().predicate(|node| node.role() == Role::Label);
    let nodes = harness.root().query_all(labels);
    nodes
        .filter_map(|node| {
            let node = node.accesskit_node();
            node.value().or_else(|| node.label())
        })
        .collect()
}

/// How far down the cover of the document stands.
fn cover(harness: &Harness<'_, Stage>) -> f32 {
    let cover = By::new().predicate(|node| {
        let told = node.value().or_else(|| node.label()).unwrap_or_default();
        told.starts_with("Citation: ")
    });
    let cover = harness.root().query_all(cover).next();
    cover.expect("the cover is in the tree").rect().top()
}

#[test]
fn a_search_goes_from_place_to_place_and_says_where_it_stands() {
    let mut harness = record(1, [1280.0, 720.0]);
    let field = By::new().predicate(|node| node.role() == Role::TextInput);
    let field = harness.root().query_all(field).next().expect("a field");
    field.focus();
    harness.run();
    harness.event(egui::Event::Text("prestige".to_owned()));
    harness.run();
    let found = |harness: &Harness<'_, Stage>| {
        let labels = labels(harness);
        let place = labels.iter().find(|label| label.contains(" of "));
        labels
            .iter()
            .find(|label| label.starts_with(|c: char| c.is_ascii_digit()) && label.contains(", line "))
            .or(place)
            .cloned()
            .expect("it says where it stands")
    };
    let first = found(&harness);
    assert!(first.starts_with("1 of "), "{first}");
    key(&mut harness, egui::Key::Enter);
    let second = found(&harness);
    assert!(second.starts_with("2 of "), "{second}");
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::Enter);
    harness.run();
    assert_eq!(found(&harness), first);
    press(&mut harness, "Previous match");
    let last = found(&harness);
    let (number, rest) = last.split_once(" of ").expect("a number");
    assert!(rest.starts_with(number), "before the first comes the last: {last}");
    press(&mut harness, "Clear");
    assert!(!has_button(&harness, "Next match"));
}

#[test]
fn what_is_searched_for_in_vain_is_said_to_be_nowhere() {
    let mut harness = record(1, [1280.0, 720.0]);
    harness.state_mut().ui_state.record.search = "zeppelin".to_owned();
    harness.run();
    assert!(labels(&harness).iter().any(|label| label == "Not found"));
    assert!(!has_button(&harness, "Next match"));
}

#[test]
fn what_this_game_quoted_is_named_in_the_tree_with_its_statement() {
    let mut harness = record(1, [1280.0, 720.0]);
    let hint = told(&harness, 171);
    assert!(hint.contains("Khrushchev"), "{hint}");
    assert!(hint.contains("Quoted: “I am implying that here"), "{hint}");
    assert!(hint.contains("Quoted in this game, statement 10"), "{hint}");
    assert!(!told(&harness, 173).contains("Quoted"));
    press(&mut harness, "Next quotation");
    assert!(focused(&harness).contains("Quoted in this game"));
}

#[test]
fn nothing_is_marked_as_quoted_before_a_word_was_said() {
    let mut app = app();
    app.act(Intent::OpenRecord(1));
    let harness = window(app, [1280.0, 720.0]);
    assert!(!told(&harness, 171).contains("Quoted"));
    assert!(!has_button(&harness, "Next quotation"));
}

#[test]
fn every_note_stands_with_its_line_and_is_told_as_ours() {
    let harness = record(1, [1280.0, 720.0]);
    let scenario = crate::common::scenario();
    let source = scenario.sources.first().expect("a source");
    let all = labels(&harness).join("\n");
    for note in &source.notes {
        match note.lines.first() {
            Some(line) => {
                let told = told(&harness, *line);
                assert!(told.contains("Author's note"), "{told}");
                assert!(told.contains(&note.text), "{told}");
            }
            None => assert!(all.contains(&format!("Author's note: {}", note.text))),
        }
    }
    for whose in [&source.citation, &source.credits, &source.rights, &source.url] {
        assert!(all.contains(whose.as_str()), "{whose}");
    }
}

#[test]
fn a_badge_leads_to_its_line_and_back_to_the_same_place() {
    let mut app = app();
    set_up(&mut app, shot(Screen::Table)).expect("the recorded game is there");
    let mut harness = window(app, [1280.0, 720.0]);
    let badge = "RECORD, line 121";
    let place = |harness: &Harness<'_, Stage>| {
        let badges = By::new().label(badge).predicate(|node| node.role() == Role::Button);
        let first = harness.root().query_all(badges).next();
        first.expect("the badge is there").rect()
    };
    // Some way up the conversation, not where a new answer would be scrolled to.
    press(&mut harness, badge);
    assert!(focused(&harness).starts_with("line 121, Khrushchev"));
    key(&mut harness, egui::Key::Escape);
    let first = place(&harness);
    assert_eq!(harness.state().app.screen(), Screen::Table);
    assert_eq!(focused(&harness), badge);
    press(&mut harness, badge);
    key(&mut harness, egui::Key::Escape);
    assert_eq!(place(&harness), first, "the conversation stands where it stood");
    assert_eq!(focused(&harness), badge);
}

#[test]
fn a_line_can_be_gone_to_by_its_number_and_by_who_speaks() {
    let mut harness = record(1, [1280.0, 720.0]);
    press(&mut harness, "Khrushchev, line 105");
    assert!(focused(&harness).starts_with("line 105, Khrushchev"));
    let fields = By::new().predicate(|node| node.role() == Role::TextInput);
    let line = harness.root().query_all(fields).nth(1).expect("a field");
    line.focus();
    harness.run();
    // An empty line stands for the next one with words.
    harness.event(egui::Event::Text("116".to_owned()));
    harness.run();
    key(&mut harness, egui::Key::Enter);
    assert!(focused(&harness).starts_with("line 117, Khrushchev"));
}

#[test]
fn the_page_keys_home_and_end_move_the_document() {
    let mut harness = record(1, [1280.0, 720.0]);
    let top = cover(&harness);
    key(&mut harness, egui::Key::PageDown);
    let page = cover(&harness);
    assert!(page < top - 200.0, "{top} {page}");
    key(&mut harness, egui::Key::End);
    assert!(cover(&harness) < page - 2000.0);
    key(&mut harness, egui::Key::PageUp);
    key(&mut harness, egui::Key::Home);
    assert_eq!(cover(&harness), top);
}

#[test]
fn in_a_small_window_the_index_takes_the_place_of_the_text_and_gives_it_back() {
    let mut harness = record(1, [640.0, 360.0]);
    assert!(!has_button(&harness, "Tahara, line 115"));
    press(&mut harness, "Who speaks");
    press(&mut harness, "Tahara, line 115");
    assert!(focused(&harness).starts_with("line 115, Tahara"));
    assert!(!has_button(&harness, "Tahara, line 115"));
}

#[test]
fn who_speaks_can_be_looked_up_and_the_record_is_come_back_to() {
    let mut harness = record(119, [1280.0, 720.0]);
    press(&mut harness, "About Tanaka, who speaks from line 119");
    assert_eq!(harness.state().app.screen(), Screen::Library);
    assert!(labels(&harness).iter().any(|label| label.contains("田中一")));
    key(&mut harness, egui::Key::Escape);
    assert_eq!(harness.state().app.screen(), Screen::Record);
}
