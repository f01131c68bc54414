//! The choice of a scenario in the window, and that a newcomer need not choose at all.

use crate::common::ports_in;
use std::fs;

use crate::common::window::{Stage, press, window};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::intent::{Intent, Screen, Setting};
use we_can_wait::app::{App, ShownScreen};
use we_can_wait::view::table::TableView;

/// A app with one scenario of one's own, and perhaps a fault in it.
fn desk_with_own(data: &std::path::Path, broken: bool) -> App {
    let folder = data.join("scenarios/geneva");
    crate::common::copy_folder(&crate::common::scenario_folder(), &folder);
    let file = folder.join("scenario.ron");
    let text = fs::read_to_string(&file).expect("it is there");
    let text = text.replacen("title: \"We Can Wait: Moscow", "title: \"Geneva", 1);
    fs::write(&file, text).expect("it can be written");
    if broken {
        fs::write(folder.join("moves.ron"), "[").expect("it can be written");
    }
    let mut app = App::new(ports_in(data.to_owned())).expect("there is a app");
    app.act(Intent::Set(Setting::Motion(false)));
    app
}

#[test]
fn a_newcomer_need_not_choose_and_has_the_first_move_within_five_presses_of_starting() {
    let mut harness = window(crate::common::window::app(), [1280.0, 720.0]);
    press(&mut harness, "The whole conversation, 15 statements");
    press(&mut harness, "To the table");
    let issue = table(&harness).issues[0].clone();
    press(&mut harness, &issue.name);
    if issue.groups.len() > 1 {
        press(&mut harness, &issue.groups[0].name);
    }
    press(&mut harness, &issue.groups[0].moves[0].label);
    assert_eq!(table(&harness).drafted.len(), 1);
}

fn table(harness: &Harness<'_, Stage>) -> TableView {
    match harness.state().app.frame().shown {
        ShownScreen::Table(table) => *table,
        other => panic!("the table is shown, not {other:?}"),
    }
}

#[test]
fn another_scenario_is_chosen_with_two_presses() {
    let data = tempfile::tempdir().expect("there is room");
    let mut harness = window(desk_with_own(data.path(), false), [1280.0, 720.0]);
    press(&mut harness, "Other scenarios");
    press(&mut harness, "Geneva, 21 September 1955");
    let app = &harness.state().app;
    assert_eq!(app.screen(), Screen::Title);
    assert!(app.scenario().title.starts_with("Geneva"));
}

#[test]
fn a_scenario_with_faults_cannot_be_pressed_and_says_where_it_is_mended() {
    let data = tempfile::tempdir().expect("there is room");
    let mut harness = window(desk_with_own(data.path(), true), [1280.0, 720.0]);
    press(&mut harness, "Other scenarios");
    let named = By::new().predicate(|node| {
        let told = node.data().description().unwrap_or_default();
        told.contains("author's mode")
    });
    let row = harness.root().query_all(named).next().expect("it is listed");
    assert!(row.accesskit_node().is_disabled());
}
