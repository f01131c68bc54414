//! The table as a person meets it: who sits there and can be given the floor, how a newcomer begins, what is announced, and
//! where both sides stand.

use crate::common::games::nth_seat;
use crate::common::window::{Stage, app, has_button, press, window};
use egui::Key;
use egui::accesskit::{Live, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::intent::{Intent, Origin, Screen, Seating, Setting};
use we_can_wait::app::{App, ShownScreen};
use we_can_wait::negotiation::Opposite;
use we_can_wait::view::table::TableView;
use we_can_wait::window::screens::shot::{Shot, set_up};

const WHOLE: &str = "The whole conversation, 15 statements";

fn key(harness: &mut Harness<'_, Stage>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn table(harness: &Harness<'_, Stage>) -> TableView {
    match harness.state().app.frame().shown {
        ShownScreen::Table(table) => *table,
        other => panic!("the table is shown, not {other:?}"),
    }
}

/// A game of a seat, at its first statement.
fn begun(scenario: Option<&str>, seat: usize) -> App {
    let mut app = app();
    if let Some(name) = scenario {
        app.act(Intent::Choose(Origin::BuiltIn(name.to_owned())));
    }
    let seat = nth_seat(app.scenario(), seat);
    app.act(Intent::Sit(Seating { seat, opposite: Opposite::Model }));
    app.act(Intent::Begin(0));
    app.act(Intent::Show(Screen::Table));
    app
}

/// The record's own game after some statements.
fn under_way() -> App {
    let mut app = app();
    let shot = Shot { screen: Screen::Table, size: (1280, 720), page: None, dark: false, zoom: 100 };
    set_up(&mut app, shot).expect("the recorded game is there");
    app
}

fn say(app: &mut App, speaker: &str, mv: &str) {
    let scenario = app.scenario().clone();
    app.act(Intent::Floor(scenario.person_id(speaker).expect("a person")));
    app.act(Intent::Add(scenario.move_id(mv).expect("a move")));
    app.act(Intent::Say);
}

/// Names of everything of a role.
fn names(harness: &Harness<'_, Stage>, role: Role) -> Vec<String> {
    let nodes = harness.root().query_all(By::new().predicate(move |node| node.role() == role));
    let names = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    names.collect()
}

/// What is announced: text of every live region.
fn announced(harness: &Harness<'_, Stage>) -> Vec<String> {
    let live = By::new().predicate(|node| node.data().live() == Some(Live::Polite));
    let nodes = harness.root().query_all(live);
    let texts = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        node.label()
    });
    texts.filter(|text| !text.is_empty()).collect()
}

#[test]
fn a_newcomer_makes_the_first_move_with_five_inputs_counted_from_the_title() {
    let mut harness = window(app(), [1280.0, 720.0]);
    press(&mut harness, WHOLE);
    // The briefing's button has the focus already; then a number each.
    let mut inputs = 1;
    for pressed in [Key::Enter, Key::Num1, Key::Num1, Key::Num1] {
        if harness.state().app.screen() == Screen::Table && !table(&harness).drafted.is_empty() {
            break;
        }
        key(&mut harness, pressed);
        inputs += 1;
    }
    assert_eq!(table(&harness).drafted.len(), 1, "after {inputs} inputs");
    assert!(inputs <= 5);
    let floor = table(&harness).floor.expect("somebody has the floor");
    assert_eq!(floor.name, "Kitamura");
}

#[test]
fn in_the_second_statement_it_is_asked_who_has_the_floor() {
    let mut app = begun(None, 0);
    say(&mut app, "kitamura", "ask_settle_prisoners");
    let harness = window(app, [1280.0, 720.0]);
    assert_eq!(table(&harness).floor, None);
    assert!(
        names(&harness, Role::Label)
            .contains(&"Next: choose who speaks, by clicking a person above or typing a number.".to_owned())
    );
}

#[test]
fn an_issue_with_one_act_alone_leads_straight_to_its_moves() {
    let mut harness = window(begun(Some("first-lesson"), 0), [1280.0, 720.0]);
    let view = table(&harness);
    let issue = view.issues.iter().find(|issue| issue.groups.len() == 1);
    let issue = issue.expect("the lesson has such an issue");
    press(&mut harness, &issue.name);
    assert!(has_button(&harness, &issue.groups[0].moves[0].label));
}

#[test]
fn a_figure_that_is_pressed_has_the_floor_and_says_so() {
    let mut harness = window(begun(None, 0), [1280.0, 720.0]);
    assert!(has_button(&harness, "Kitamura, leader; conservative: has the floor"));
    press(&mut harness, "Give the floor to Tanaka, probably Right Socialist, upper house");
    assert!(has_button(&harness, "Tanaka, probably Right Socialist, upper house: has the floor"));
    let floor = table(&harness).floor.expect("somebody has the floor");
    assert_eq!(floor.name, "Tanaka");
}

#[test]
fn tab_reaches_every_figure_and_space_gives_the_floor() {
    let mut harness = window(begun(None, 0), [1280.0, 720.0]);
    let mut reached = Vec::new();
    for _ in 0..40 {
        key(&mut harness, Key::Tab);
        let focused = harness
            .root()
            .query_all(By::new().predicate(|node| node.is_focused()))
            .filter_map(|node| node.accesskit_node().label())
            .map(|name| name.trim_start_matches("Give the floor to ").to_owned())
            .next_back();
        reached.extend(focused);
        if reached.last().is_some_and(|name| name.starts_with("Nomizo,")) {
            key(&mut harness, Key::Space);
        }
    }
    for person in ["Kitamura,", "Tsuji,", "Morishima,", "Khrushchev,", "Bulganin,"] {
        assert!(reached.iter().any(|name| name.starts_with(person)), "{person} {reached:?}");
    }
    assert_eq!(table(&harness).floor.expect("somebody has the floor").name, "Nomizo");
}

#[test]
fn who_answered_last_is_told_and_the_room_says_that_it_shows_no_photograph() {
    let harness = window(under_way(), [1280.0, 720.0]);
    let images = names(&harness, Role::Image);
    assert!(
        images.iter().any(
            |name| name == "Khrushchev, First Secretary of the Soviet Communist Party, Soviet Union: answered last"
        ),
        "{images:?}"
    );
    let room = images.iter().find(|name| name.starts_with("An imagined view of the room"));
    let room = room.expect("the room is described");
    assert!(room.contains("Morishima has the floor"));
    assert!(images.iter().any(|name| name == "Kikuchi, Japan: sits behind"));
}

#[test]
fn of_whom_it_is_not_certain_who_he_was_that_is_told() {
    let harness = window(begun(None, 0), [1280.0, 720.0]);
    let told = |start: &'static str| {
        let of = By::new().predicate(move |node| {
            node.label().is_some_and(|name| name.starts_with(start)) && node.role() == Role::Button
        });
        let node = harness.root().query_all(of).next().expect("a figure");
        node.accesskit_node().description().unwrap_or_default()
    };
    assert!(told("Give the floor to Tahara, ").contains("uncertain"));
    assert_eq!(told("Give the floor to Nomizo, "), "");
}

#[test]
fn plates_and_figures_never_meet_however_narrow_the_window_is() {
    for width in [880.0, 1000.0, 1280.0, 1920.0] {
        let harness = window(under_way(), [width, 720.0]);
        let people = By::new().predicate(|node| {
            node.label().is_some_and(|name| {
                name.starts_with("Give the floor to ")
                    || name.ends_with(": has the floor")
                    || name.ends_with(": listens")
                    || name.ends_with(": answered last")
            }) && node.role() != Role::Label
        });
        let mut places: Vec<_> =
            harness.root().query_all(people).map(|node| node.rect()).filter(|rect| rect.height() > 60.0).collect();
        let all = crate::common::window::buttons_of(&harness);
        assert_eq!(places.len(), 9, "{width}: {all:?}");
        places.sort_by(|a, b| a.left().total_cmp(&b.left()));
        for pair in places.windows(2) {
            assert!(pair[0].right() <= pair[1].left(), "{width}: {pair:?}");
        }
        let (first, last) = (places[0], places[8]);
        assert!(first.left() >= 0.0 && last.right() <= width, "{width}");
        assert!(places.iter().all(|rect| rect.width() >= 24.0));
    }
}

#[test]
fn other_seats_and_other_scenarios_seat_their_own_people() {
    let harness = window(begun(None, 1), [1280.0, 720.0]);
    let view = table(&harness);
    assert_eq!(view.people.us, "Soviet Union");
    assert!(has_button(&harness, "Give the floor to Bulganin, Chairman of the Council of Ministers"));
    let lesson = window(begun(Some("first-lesson"), 0), [1280.0, 720.0]);
    assert!(has_button(&lesson, "Give the floor to Fitch"));
    assert!(names(&lesson, Role::Image).contains(&"Captain Marrow, Yon: spoke last".to_owned()));
}

#[test]
fn where_there_is_no_room_for_the_room_a_line_says_who_speaks_and_who_answered() {
    let harness = window(under_way(), [640.0, 360.0]);
    let labels = names(&harness, Role::Label);
    let has = |text: &str| labels.iter().any(|label| label == text);
    assert!(has("Morishima has the floor.") && has("Khrushchev gave the last answer."));
}

#[test]
fn the_newest_answer_alone_is_announced_and_marked_until_the_table_is_left() {
    let mut harness = window(begun(None, 0), [1280.0, 720.0]);
    assert!(announced(&harness).concat().contains("We welcome you"));
    say(&mut harness.state_mut().app, "nomizo", "ask_settle_prisoners");
    harness.run();
    let answer = announced(&harness);
    assert_eq!(answer.len(), 1);
    assert!(answer[0].contains("Khrushchev") && !answer[0].contains("We welcome you"));
    let marked = |harness: &Harness<'_, Stage>| {
        let labels = names(harness, Role::Label);
        labels.iter().filter(|label| *label == "new").count()
    };
    assert_eq!(marked(&harness), 1);
    key(&mut harness, Key::F9);
    key(&mut harness, Key::Escape);
    assert_eq!(harness.state().app.screen(), Screen::Table);
    assert_eq!(marked(&harness), 0);
    assert_eq!(announced(&harness), answer, "it is not told again");
}

#[test]
fn what_moved_in_the_room_stands_together_and_says_which_way() {
    let mut harness = window(under_way(), [1280.0, 720.0]);
    let labels = names(&harness, Role::Label).join("\n");
    assert!(labels.contains("Trust up 2, now 63. He asks instead of claiming. [Tanaka, line 119]"));
    key(&mut harness, Key::F8);
    let view = table(&harness);
    assert_eq!(view.room.moved[0].heading, "Statement 6, Tanaka");
    let labels = names(&harness, Role::Label);
    let place = |text: &str| labels.iter().rposition(|label| label == text);
    assert!(place("Statement 6, Tanaka") < place("Statement 5, Tahara"), "{labels:?}");
}

#[test]
fn each_issue_is_a_track_that_says_where_both_sides_stand_and_since_when() {
    let mut app = begun(None, 0);
    say(&mut app, "kitamura", "islands_precondition");
    let mut harness = window(app, [1280.0, 720.0]);
    key(&mut harness, Key::F6);
    let images = names(&harness, Role::Image);
    let islands = images.iter().find(|name| name.starts_with("The islands: 4 positions"));
    let islands = islands.expect("the track is named");
    assert!(islands.contains("Your side, position 2 of 4"), "{islands}");
    assert!(islands.contains("New with the last statement"), "{islands}");
    assert!(islands.contains("Position of the hosts: 4 of 4"), "{islands}");
    let line = &table(&harness).ledger[1];
    let ours = line.our_stand.as_ref().expect("it was asked for");
    let theirs = line.their_stand.as_ref().expect("they stand somewhere");
    assert!(ours.fresh && ours.at == 1 && theirs.at == 3 && !theirs.fresh);
    assert_eq!(line.refused[0].0, 0);
    assert_eq!(theirs.timing.as_deref(), Some("with the peace treaty"));
}

#[test]
fn from_the_other_chair_the_ledger_begins_with_that_sides_best() {
    let ours = window(begun(None, 0), [1280.0, 720.0]);
    let theirs = window(begun(None, 1), [1280.0, 720.0]);
    let mut turned = table(&theirs).ledger[1].positions.clone();
    turned.reverse();
    assert_eq!(turned, table(&ours).ledger[1].positions);
    let stand = table(&theirs).ledger[1].their_stand.clone();
    assert_eq!(stand.expect("they stand somewhere").at, 3);
}

#[test]
fn a_commitment_is_a_slip_and_only_ones_own_says_what_going_back_costs() {
    let mut app = begun(None, 0);
    say(&mut app, "kitamura", "islands_precondition");
    let mut harness = window(app, [1280.0, 720.0]);
    key(&mut harness, Key::F7);
    let view = table(&harness);
    let own: Vec<_> = view.commitments.iter().filter(|slip| slip.ours).collect();
    assert!(own.iter().any(|slip| slip.fresh && slip.price.is_some()), "{own:?}");
    let others = view.commitments.iter().filter(|slip| !slip.ours);
    assert!(others.clone().count() > 0 && others.into_iter().all(|slip| slip.price.is_none()));
    let labels = names(&harness, Role::Label);
    assert!(labels.iter().any(|label| label == "CONDITION"), "{labels:?}");
}

#[test]
fn with_motion_a_change_of_the_floor_comes_to_rest() {
    let mut app = begun(None, 0);
    app.act(Intent::Set(Setting::Motion(true)));
    let mut harness = window(app, [1280.0, 720.0]);
    press(&mut harness, "Give the floor to Tsuji, former staff colonel; party in 1955 not known");
    // The harness runs until nothing asks to be drawn, and panics where that never comes.
    harness.run();
    let wait = harness.output().viewport_output.values().map(|output| output.repaint_delay).min();
    assert!(wait.is_none_or(|wait| wait > std::time::Duration::from_secs(1)), "{wait:?}");
}
