//! What the window keeps, and what it must never write over.

use crate::common::ports_in;
use std::fs;
use std::path::Path;

use we_can_wait::app::App;
use we_can_wait::app::intent::{Intent, Screen, Setting};

fn app(folder: &Path) -> App {
    App::new(ports_in(folder.to_owned())).expect("the scenario has no faults")
}

fn room() -> tempfile::TempDir {
    tempfile::tempdir().expect("there is room")
}

/// Makes one statement in a new game.
fn play(app: &mut App) {
    app.act(Intent::Begin(0));
    let mv = app.scenario().move_id("ask_conditions").expect("a move");
    app.act(Intent::Add(mv));
    app.act(Intent::Say);
}

#[test]
fn a_game_is_kept_after_every_statement_and_gone_on_with_by_another_window() {
    let folder = room();
    let mut first = app(folder.path());
    play(&mut first);
    let file = folder.path().join("saves/moscow-1955-001.ron");
    let kept = fs::read_to_string(&file).expect("it is kept");
    let game = first.game().expect("there is a game");
    assert_eq!(kept, game.journal.print().expect("it can be printed"));
    let digest = game.digest();
    drop(first);

    let mut second = app(folder.path());
    second.act(Intent::Continue);
    assert_eq!(second.screen(), Screen::Table);
    assert_eq!(second.game().expect("it goes on").digest(), digest);
}

#[test]
fn settings_are_kept_and_found_again() {
    let folder = room();
    app(folder.path()).act(Intent::Set(Setting::Zoom(150)));
    assert_eq!(app(folder.path()).prefs().zoom, 150);
}

#[test]
fn settings_that_cannot_be_understood_are_told_and_never_written_over() {
    let folder = room();
    let file = folder.path().join("settings.ron");
    fs::write(&file, "Settings(zoom: \"large\"").expect("it can be written");
    let mut app = app(folder.path());
    assert!(app.frame().notice.expect("it is told").fault);
    app.act(Intent::Set(Setting::Dark(true)));
    assert!(app.frame().notice.expect("it is told again").fault);
    let left = fs::read_to_string(&file).expect("it is still there");
    assert_eq!(left, "Settings(zoom: \"large\"");
}

#[test]
fn a_broken_game_is_told_and_left_as_it_is_while_another_is_played() {
    let folder = room();
    let saves = folder.path().join("saves");
    fs::create_dir_all(&saves).expect("there is room");
    let broken = saves.join("moscow-1955-001.ron");
    fs::write(&broken, "Journal(format: 1, oh").expect("it can be written");
    let mut app = app(folder.path());
    app.act(Intent::Continue);
    assert_eq!(app.screen(), Screen::Title);
    assert!(app.frame().notice.expect("it is told").fault);
    play(&mut app);
    assert!(saves.join("moscow-1955-002.ron").exists());
    let left = fs::read_to_string(&broken).expect("it is still there");
    assert_eq!(left, "Journal(format: 1, oh");
}

#[test]
fn a_game_of_a_seat_that_nobody_has_is_refused_in_words() {
    let folder = room();
    play(&mut app(folder.path()));
    let file = folder.path().join("saves/moscow-1955-001.ron");
    let kept = fs::read_to_string(&file).expect("it is kept");
    let other = kept.replace("seat: \"japan\"", "seat: \"nowhere\"");
    fs::write(&file, &other).expect("it can be written");
    let mut app = app(folder.path());
    app.act(Intent::Continue);
    assert!(app.game().is_none());
    let told = app.frame().notice.expect("it is told").text;
    assert!(told.contains("nowhere"), "{told}");
    assert_eq!(fs::read_to_string(&file).expect("it is there"), other);
}

#[test]
fn where_nothing_can_be_kept_the_game_goes_on_and_says_so_until_it_can() {
    let folder = room();
    let blocked = folder.path().join("data");
    fs::write(&blocked, "a file where the folder should be").expect("it can be written");
    let mut app = app(&blocked);
    app.act(Intent::Begin(0));
    assert!(app.is_unsaved(), "it is said before the first word");
    play(&mut app);
    assert!(app.is_unsaved());
    assert!(app.frame().notice.expect("it is told").fault);
    fs::remove_file(&blocked).expect("it can be removed");
    let mv = app.scenario().move_id("ask_hint").expect("a move");
    app.act(Intent::Add(mv));
    app.act(Intent::Say);
    assert!(!app.is_unsaved());
    let kept = fs::read_to_string(blocked.join("saves/moscow-1955-001.ron"));
    assert!(kept.expect("it is kept now").contains("ask_conditions"));
    app.act(Intent::Begin(0));
    assert!(!app.is_unsaved(), "a new game is not blamed for the old one");
}

#[test]
fn the_page_of_the_debrief_is_written_under_a_name_of_its_own_each_time() {
    let folder = room();
    let mut app = app(folder.path());
    play(&mut app);
    app.act(Intent::SaveDebrief);
    app.finish_work();
    app.act(Intent::SaveDebrief);
    app.finish_work();
    for name in ["moscow-1955-001-debrief.html", "moscow-1955-001-debrief-2.html"] {
        let page = fs::read_to_string(folder.path().join("saves").join(name));
        assert!(page.expect("it is there").contains("<html"), "{name}");
    }
}

#[test]
fn a_branch_is_kept_beside_the_game_it_comes_from() {
    let folder = room();
    let mut app = app(folder.path());
    play(&mut app);
    let file = folder.path().join("saves/moscow-1955-001.ron");
    let before = fs::read_to_string(&file).expect("it is kept");
    app.act(Intent::Fork(0));
    assert_eq!(fs::read_to_string(&file).expect("it is kept"), before);
    assert!(folder.path().join("saves/moscow-1955-001-fork.ron").exists());
}
