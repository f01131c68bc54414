//! The choice of a scenario at the app: what the program carries and one's own, remembered, and everything that goes with it.

use crate::common::ports_in;
use std::fs;
use std::path::Path;

use we_can_wait::app::intent::{Intent, Origin, Screen, Setting};
use we_can_wait::app::{App, ScenarioRow, ShownScreen, TitleView};
use we_can_wait::library::saves::Saves;
use we_can_wait::platform;

/// How many games of a scenario are in a folder.
fn saved(folder: &Path, scenario: &str) -> usize {
    Saves::in_folder(&platform::ports(), folder).games_of(scenario).len()
}

/// Puts a copy of the scenario among one's own, under another name.
fn own(data: &Path, name: &str) {
    let folder = data.join("scenarios").join(name);
    crate::common::copy_folder(&crate::common::scenario_folder(), &folder);
    let file = folder.join("scenario.ron");
    let text = fs::read_to_string(&file).expect("it is there");
    let text = text.replacen("id: \"moscow-1955\"", &format!("id: \"{name}\""), 1).replacen(
        "title: \"We Can Wait",
        &format!("title: \"{name}"),
        1,
    );
    fs::write(&file, text).expect("it can be written");
}

fn app(data: &Path) -> App {
    App::new(ports_in(data.to_owned())).expect("there is a app")
}

fn rows(app: &mut App) -> Vec<ScenarioRow> {
    app.act(Intent::Show(Screen::Scenarios));
    match app.frame().shown {
        ShownScreen::Scenarios(view) => view.rows,
        other => panic!("the scenarios are shown, not {other:?}"),
    }
}

fn title(app: &App) -> TitleView {
    match app.frame().shown {
        ShownScreen::Title(view) => view,
        other => panic!("the title is shown, not {other:?}"),
    }
}

fn choose(app: &mut App, name: &str) {
    app.act(Intent::Choose(Origin::Own(name.to_owned())));
}

#[test]
fn a_newcomer_finds_moscow_chosen_and_first_on_the_shelf() {
    let data = tempfile::tempdir().expect("there is room");
    let mut app = app(data.path());
    assert!(title(&app).title.contains("Moscow, 21 September 1955"));
    let rows = rows(&mut app);
    assert!(rows[0].chosen && rows[0].title.contains("Moscow, 21 September 1955"));
    assert!(rows.iter().all(|row| row.errors == 0 && !row.own));
}

#[test]
fn ones_own_scenarios_follow_those_that_the_program_carries() {
    let data = tempfile::tempdir().expect("there is room");
    own(data.path(), "geneva");
    fs::create_dir_all(data.path().join("scenarios/notes")).expect("a folder can be made");
    let rows = rows(&mut app(data.path()));
    let own: Vec<_> = rows.iter().filter(|row| row.own).collect();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].origin, Origin::Own("geneva".to_owned()));
    assert!(own[0].title.starts_with("geneva"));
    assert!(rows.last().is_some_and(|row| row.own));
}

#[test]
fn a_chosen_scenario_is_played_kept_under_its_name_and_remembered() {
    let data = tempfile::tempdir().expect("there is room");
    own(data.path(), "geneva");
    let mut first = app(data.path());
    choose(&mut first, "geneva");
    assert!(title(&first).title.starts_with("geneva"));
    first.act(Intent::Begin(1));
    let mv = first.scenario().move_id("ask_conditions").expect("a move");
    first.act(Intent::Add(mv));
    first.act(Intent::Say);
    let saves = data.path().join("saves");
    assert_eq!(saved(&saves, "geneva"), 1);
    assert_eq!(saved(&saves, "moscow-1955"), 0);

    let second = app(data.path());
    assert!(title(&second).title.starts_with("geneva"));
    assert!(title(&second).resume_label.is_some());
}

#[test]
fn the_game_of_the_scenario_that_is_left_is_off_the_table() {
    let data = tempfile::tempdir().expect("there is room");
    own(data.path(), "geneva");
    let mut app = app(data.path());
    app.act(Intent::Begin(0));
    choose(&mut app, "geneva");
    assert!(app.game().is_none());
    assert_eq!(title(&app).resume_label, None);
}

#[test]
fn a_scenario_with_faults_is_listed_but_not_laid_on_the_table() {
    let data = tempfile::tempdir().expect("there is room");
    own(data.path(), "geneva");
    let file = data.path().join("scenarios/geneva/moves.ron");
    fs::write(&file, "[").expect("it can be written");
    let mut app = app(data.path());
    assert!(rows(&mut app).iter().any(|row| row.own && row.errors > 0));
    choose(&mut app, "geneva");
    assert!(app.frame().notice.is_some_and(|notice| notice.fault));
    assert_eq!(app.scenario().id, "moscow-1955");
    assert_eq!(app.screen(), Screen::Scenarios);
}

#[test]
fn where_the_scenario_chosen_last_is_gone_it_is_told_and_the_choice_is_not_forgotten() {
    let data = tempfile::tempdir().expect("there is room");
    own(data.path(), "geneva");
    choose(&mut app(data.path()), "geneva");
    let folder = data.path().join("scenarios/geneva");
    let away = data.path().join("away");
    fs::rename(&folder, &away).expect("it can be moved");
    let meanwhile = app(data.path());
    assert_eq!(meanwhile.scenario().id, "moscow-1955");
    let notice = meanwhile.frame().notice.expect("it is told");
    assert!(notice.fault && notice.text.contains("chose last"), "{notice:?}");
    fs::rename(&away, &folder).expect("it can be moved");
    assert_eq!(app(data.path()).scenario().id, "geneva");
}

#[test]
fn the_names_that_stand_first_are_remembered_for_each_scenario_by_itself() {
    let data = tempfile::tempdir().expect("there is room");
    own(data.path(), "geneva");
    let mut first = app(data.path());
    first.act(Intent::Set(Setting::NamesFirst(1)));
    choose(&mut first, "geneva");
    let named = |app: &App| {
        let issues = app.scenario().issues.iter();
        let positions = issues.flat_map(|issue| &issue.positions);
        let texts: Vec<String> = positions.map(|position| format!("{position:?}")).collect();
        texts.join(" ").contains("Kunashir (Kunashiri)")
    };
    assert!(!named(&first));
    first.act(Intent::Choose(Origin::BuiltIn("moscow-1955".to_owned())));
    assert!(named(&first));
    first.act(Intent::Set(Setting::NamesFirst(0)));
    choose(&mut first, "geneva");
    first.act(Intent::Set(Setting::NamesFirst(1)));
    assert!(named(&first));
    assert!(named(&app(data.path())));
}

#[test]
fn a_game_whose_name_only_begins_like_another_scenario_is_not_taken_for_its_game() {
    let saves = tempfile::tempdir().expect("there is room");
    let journal = "Journal(format: 1, rules: 1, scenario: \"moscow-1955-1956\",";
    fs::write(saves.path().join("moscow-1955-1956-001.ron"), journal).expect("it can be written");
    assert_eq!(saved(saves.path(), "moscow-1955"), 0);
    assert_eq!(saved(saves.path(), "moscow-1955-1956"), 1);
}
