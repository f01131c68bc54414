//! Where a game is left off, by will or by accident, it goes on: with the statement that was being built, and with a word where
//! something could not be kept.

use crate::common::ports_in;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use we_can_wait::app::authoring::Authoring;
use we_can_wait::app::intent::{Intent, Leaving, Origin, Screen, Seating};
use we_can_wait::app::{App, ShownScreen};
use we_can_wait::negotiation::Opposite;
use we_can_wait::scenario::terms::Prediction;
use we_can_wait::scenario::{MoveId, SeatId};

fn app(folder: &Path) -> App {
    App::new(ports_in(folder.to_owned())).expect("the scenario has no faults")
}

fn room() -> TempDir {
    tempfile::tempdir().expect("there is room")
}

fn mv(app: &App, id: &str) -> MoveId {
    app.scenario().move_id(id).expect("a move")
}

fn told(app: &App) -> String {
    app.frame().notice.map_or_else(String::new, |notice| notice.text)
}

/// Builds a statement of one move, with a prediction, that holds the floor.
fn build(app: &mut App) -> String {
    app.act(Intent::Add(mv(app, "ask_conditions")));
    app.act(Intent::Predict(0, Some(Prediction::YesLater)));
    app.act(Intent::Hold);
    shown(app)
}

/// What the table shows of the statement and all around it.
fn shown(app: &App) -> String {
    assert_eq!(app.screen(), Screen::Table);
    format!("{:?}", app.frame().shown)
}

fn at_the_table(folder: &Path) -> App {
    let mut app = app(folder);
    app.act(Intent::Begin(0));
    app.act(Intent::Continue);
    app
}

fn gone_on(folder: &Path) -> App {
    let mut app = app(folder);
    app.act(Intent::Continue);
    app
}

#[test]
fn a_statement_in_the_making_is_there_again_in_another_window() {
    let folder = room();
    let mut first = at_the_table(folder.path());
    first.act(Intent::Add(mv(&first, "ask_conditions")));
    first.act(Intent::Say);
    first.act(Intent::Add(mv(&first, "quickest_settlement")));
    first.act(Intent::Predict(0, Some(Prediction::No)));
    let before = shown(&first);
    drop(first);

    let second = gone_on(folder.path());
    assert_eq!(shown(&second), before);
    assert!(told(&second).is_empty(), "{}", told(&second));
}

#[test]
fn so_is_one_of_a_game_in_which_nothing_was_said_yet_with_its_prediction_and_the_held_floor() {
    let folder = room();
    let mut first = at_the_table(folder.path());
    let before = build(&mut first);
    drop(first);
    assert_eq!(shown(&gone_on(folder.path())), before);
}

#[test]
fn the_title_says_where_the_last_game_stands() {
    let resume_label = |app: &App| match app.frame().shown {
        ShownScreen::Title(title) => title.resume_label.unwrap_or_default(),
        other => panic!("{other:?}"),
    };
    let folder = room();
    assert_eq!(resume_label(&app(folder.path())), "");
    let mut first = at_the_table(folder.path());
    build(&mut first);
    let told = resume_label(&app(folder.path()));
    assert!(told.contains("before its first statement, with your unfinished statement"), "{told}");
    first.act(Intent::Say);
    let told = resume_label(&app(folder.path()));
    assert!(told.contains("after one statement. "), "{told}");
    let file = folder.path().join("saves/moscow-1955-001.ron");
    fs::write(file, "a shopping list").expect("it can be written");
    let told = resume_label(&app(folder.path()));
    assert!(told.contains("moscow-1955-001.ron"), "{told}");
}

#[test]
fn a_game_in_which_nothing_was_begun_leaves_no_file() {
    let folder = room();
    drop(at_the_table(folder.path()));
    let saves = fs::read_dir(folder.path().join("saves")).expect("it is a folder");
    assert_eq!(saves.count(), 0);
}

#[test]
fn what_was_said_or_taken_back_is_not_in_the_making_any_more() {
    let folder = room();
    let mut first = at_the_table(folder.path());
    let draft = folder.path().join("saves/moscow-1955-001.draft.ron");
    build(&mut first);
    assert!(draft.exists());
    first.act(Intent::Clear);
    assert!(!draft.exists());
    first.act(Intent::Add(mv(&first, "ask_conditions")));
    first.act(Intent::Say);
    assert!(!draft.exists());
    drop(first);
    let second = gone_on(folder.path());
    assert!(!draft.exists());
    assert_eq!(second.game().expect("it goes on").journal.steps.len(), 1);
}

#[test]
fn one_that_is_older_than_the_game_is_left_alone() {
    let folder = room();
    let mut first = at_the_table(folder.path());
    build(&mut first);
    let draft = folder.path().join("saves/moscow-1955-001.draft.ron");
    let kept = fs::read(&draft).expect("it is kept");
    first.act(Intent::Say);
    let after = shown(&first);
    drop(first);
    // As if the power had gone between the two files.
    fs::write(&draft, kept).expect("it can be written");
    assert_eq!(shown(&gone_on(folder.path())), after);
}

#[test]
fn one_that_cannot_be_read_is_told_and_never_written_over() {
    let folder = room();
    let mut first = at_the_table(folder.path());
    build(&mut first);
    drop(first);
    let draft = folder.path().join("saves/moscow-1955-001.draft.ron");
    fs::write(&draft, "a shopping list").expect("it can be written");
    let mut second = gone_on(folder.path());
    assert!(told(&second).contains("moscow-1955-001.draft.ron"));
    build(&mut second);
    second.act(Intent::Clear);
    assert_eq!(fs::read_to_string(&draft).expect("it stays"), "a shopping list");
}

#[test]
fn a_report_that_was_not_sent_is_there_again() {
    let folder = room();
    let mut first = app(folder.path());
    let scenario = first.scenario().clone();
    let games = crate::common::games::recorded(&scenario);
    let (_, game) = games.iter().find(|(name, _)| name == "as-it-was.ron").expect("it is recorded");
    let talk = game.journal.steps.len() - 1;
    first.put(game.fork(talk), None);
    first.act(Intent::Continue);
    assert_eq!(first.screen(), Screen::Report);
    first.act(Intent::HistoricalReport);
    let before = format!("{:?}", first.frame().shown);
    drop(first);
    let mut second = gone_on(folder.path());
    assert_eq!(second.screen(), Screen::Report);
    assert_eq!(format!("{:?}", second.frame().shown), before);
    second.act(Intent::Send);
    assert_eq!(second.screen(), Screen::Debrief);
    let draft = folder.path().join("saves/moscow-1955-001.draft.ron");
    assert!(!draft.exists());
}

#[test]
fn of_two_people_the_one_who_takes_the_screen_finds_what_was_begun() {
    let folder = room();
    let mut first = app(folder.path());
    first.act(Intent::Sit(Seating { seat: SeatId::FIRST, opposite: Opposite::Person }));
    first.act(Intent::Begin(0));
    first.act(Intent::TakeScreen);
    first.act(Intent::Continue);
    build(&mut first);
    drop(first);

    let mut second = gone_on(folder.path());
    let veiled = shown(&second);
    assert!(veiled.starts_with("HandOver"), "{veiled}");
    second.act(Intent::TakeScreen);
    second.act(Intent::Continue);
    assert!(shown(&second).contains("YesLater"));
}

/// A folder that cannot be written: a file stands in its place. It holds for every user, and can be mended.
struct NoDisk {
    _room: TempDir,
    data: PathBuf,
    aside: PathBuf,
}

impl NoDisk {
    fn new() -> Self {
        let room = room();
        Self { data: room.path().join("data"), aside: room.path().join("aside"), _room: room }
    }

    fn fail(&self) {
        fs::rename(&self.data, &self.aside).expect("it can be moved");
        fs::write(&self.data, "").expect("it can be written");
    }

    fn mend(&self) {
        fs::remove_file(&self.data).expect("it can be removed");
        fs::rename(&self.aside, &self.data).expect("it can be moved");
    }
}

/// A game with one statement that is kept and one that is not.
fn unsaved(disk: &NoDisk) -> App {
    let mut app = at_the_table(&disk.data);
    app.act(Intent::Add(mv(&app, "ask_conditions")));
    app.act(Intent::Say);
    disk.fail();
    app.act(Intent::Add(mv(&app, "quickest_settlement")));
    assert!(told(&app).contains("Couldn't save"), "{}", told(&app));
    app.act(Intent::Predict(0, None));
    assert!(told(&app).is_empty(), "it is told once");
    app.act(Intent::Say);
    assert!(app.is_unsaved());
    assert!(told(&app).contains("Couldn't save"), "{}", told(&app));
    app
}

fn steps(folder: &Path) -> usize {
    let text = fs::read_to_string(folder.join("saves/moscow-1955-001.ron")).expect("it is kept");
    text.matches("Say(").count()
}

#[test]
fn when_the_disk_fails_the_game_goes_on_and_the_next_keeping_writes_everything() {
    let disk = NoDisk::new();
    let mut app = unsaved(&disk);
    disk.mend();
    assert_eq!(steps(&disk.data), 1);
    app.act(Intent::Add(mv(&app, "ask_hint")));
    app.act(Intent::Say);
    assert!(!app.is_unsaved(), "{}", told(&app));
    assert_eq!(steps(&disk.data), 3);
}

#[test]
fn who_quits_with_something_unkept_is_asked_once_and_the_second_time_leaves() {
    let disk = NoDisk::new();
    let mut app = unsaved(&disk);
    app.act(Intent::Quit);
    assert!(!app.wants_to_quit());
    let asked = app.frame().leaving.expect("it is asked");
    assert!(asked.quits && asked.because.contains("saves"));
    app.act(Intent::Leave(Leaving::Stay));
    assert!(app.frame().leaving.is_none());
    app.act(Intent::Quit);
    assert!(!app.wants_to_quit());
    app.act(Intent::Quit);
    assert!(app.wants_to_quit());
}

#[test]
fn who_quits_when_the_disk_has_come_back_is_not_asked_and_loses_nothing() {
    let disk = NoDisk::new();
    let mut app = unsaved(&disk);
    disk.mend();
    app.act(Intent::Quit);
    assert!(app.wants_to_quit());
    assert_eq!(steps(&disk.data), 2);
}

#[test]
fn the_game_can_be_kept_in_another_folder_before_it_is_left() {
    let disk = NoDisk::new();
    let mut app = unsaved(&disk);
    app.act(Intent::Add(mv(&app, "ask_hint")));
    app.act(Intent::Quit);
    let elsewhere = room();
    app.act(Intent::Leave(Leaving::SaveIn(disk.data.clone())));
    assert!(!app.wants_to_quit(), "that folder is the one that fails");
    assert!(app.frame().leaving.is_some());
    app.act(Intent::Leave(Leaving::SaveIn(elsewhere.path().to_owned())));
    assert!(app.wants_to_quit());
    let kept = elsewhere.path().join("moscow-1955-001.ron");
    let text = fs::read_to_string(&kept).expect("it is kept");
    assert_eq!(text.matches("Say(").count(), 2);
    let draft = elsewhere.path().join("moscow-1955-001.draft.ron");
    assert!(fs::read_to_string(draft).expect("so is this").contains("ask_hint"));
}

#[test]
fn another_game_does_not_push_an_unkept_one_away_without_a_word() {
    let disk = NoDisk::new();
    let mut app = unsaved(&disk);
    let digest = app.game().expect("a game").digest();
    app.act(Intent::Begin(1));
    assert_eq!(app.game().expect("a game").digest(), digest);
    assert!(!app.frame().leaving.expect("it is asked").quits);
    app.act(Intent::Leave(Leaving::Anyway));
    assert_ne!(app.game().expect("another").digest(), digest);
    assert!(app.frame().leaving.is_none());
}

#[test]
fn whatever_takes_an_unsaved_game_off_the_table_asks_first() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let lesson = Origin::BuiltIn("first-lesson".to_owned());
    let closing = [
        Intent::Quit,
        Intent::Begin(1),
        Intent::Learn,
        Intent::Choose(lesson),
        Intent::Resume(elsewhere.path().join("none.ron")),
        Intent::Fork(0),
        Intent::Author(Authoring::Open(elsewhere.path().to_owned())),
        Intent::Author(Authoring::Create("new".to_owned())),
    ];
    for intent in closing {
        let disk = NoDisk::new();
        let mut app = unsaved(&disk);
        let digest = app.game().expect("a game").digest();
        app.act(intent.clone());
        assert!(app.frame().leaving.is_some(), "{intent:?} asks nothing");
        assert_eq!(app.game().expect("the game").digest(), digest, "{intent:?}");
    }
}
