//! The author's mode at the app: a folder is read when it is saved, faults do no harm, and the game goes on by ids.

use crate::common::ports_in;
use std::fs;
use std::path::Path;

use crate::common::author::Work;
use we_can_wait::app::authoring::Authoring;
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::app::{App, FolderState, ShownScreen};

#[test]
fn a_folder_that_is_opened_lies_on_the_table_and_is_clean() {
    let work = Work::new();
    let view = work.view();
    assert_eq!(view.state, FolderState::Clean, "{view:?}");
    assert_eq!(view.name, "work");
    assert!(!view.is_behind && view.replay.is_none());
    assert_eq!(work.app.screen(), Screen::Title);
}

#[test]
fn what_is_saved_is_on_the_table_without_being_asked_for() {
    let mut work = Work::new();
    work.replace("scenario.ron", "title: \"We Can Wait", "title: \"We Cannot");
    work.until("the new title", |work| work.app.scenario().title.starts_with("We Cannot"));
    let read = work.view().read;
    assert!(read.contains("scenario.ron"), "{read}");
}

#[test]
fn with_a_fault_the_last_good_state_stays_and_the_fault_says_where_it_is() {
    let mut work = Work::new();
    let title = work.app.scenario().title.clone();
    work.replace("scenario.ron", "title:", "titel:");
    work.until_faulty();
    assert_eq!(work.app.scenario().title, title);
    assert!(work.view().is_behind);
    let faults = work.faults().faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    let place = &faults[0].places[0];
    assert_eq!(place.at, "scenario.ron:5:3");
    assert!(place.excerpt.marked.contains("titel"), "{place:?}");
    assert!(matches!(work.app.frame().shown, ShownScreen::Title(_)));

    work.replace("scenario.ron", "titel:", "title:");
    work.until_clean();
    assert!(!work.view().is_behind);
    assert!(work.faults().faults.is_empty());
}

#[test]
fn a_code_is_explained_with_its_page() {
    let mut work = Work::on(|folder| {
        fs::write(folder.join("glossary.ron"), "").expect("it can be written");
    });
    let code = work.faults().faults[0].code;
    let explain = Authoring::Explain(Some(code.to_owned()));
    work.app.act(Intent::Author(explain));
    let (explained, page) = work.faults().explained.expect("it is explained");
    assert_eq!(explained, code);
    assert!(page.contains("## Bad"));
    work.app.act(Intent::Author(Authoring::Explain(None)));
    assert_eq!(work.faults().explained, None);
}

#[test]
fn a_folder_that_cannot_be_shown_yet_says_so_and_appears_when_it_is_mended() {
    let mut work = Work::on(|folder| {
        fs::write(folder.join("moves.ron"), "[").expect("it can be written");
    });
    assert_eq!(work.app.frame().shown, ShownScreen::Unread);
    let whole = fs::read(crate::common::scenario_folder().join("moves.ron"));
    match whole {
        Ok(bytes) => fs::write(work.folder.join("moves.ron"), bytes).expect("it can be written"),
        Err(_) => fs::remove_file(work.folder.join("moves.ron")).expect("it can be removed"),
    }
    work.until_clean();
    assert!(matches!(work.app.frame().shown, ShownScreen::Title(_)));
}

#[test]
fn a_game_is_played_again_to_the_same_statement_and_what_was_being_built_stays() {
    let mut work = Work::new();
    work.app.act(Intent::Begin(0));
    work.app.act(Intent::Continue);
    work.say("ask_conditions");
    let digest = work.app.game().expect("a game").digest();
    let hint = work.app.scenario().move_id("ask_hint").expect("a move");
    work.app.act(Intent::Add(hint));
    let drafted = |work: &Work| match work.app.frame().shown {
        ShownScreen::Table(table) => table.drafted.iter().map(|mv| mv.label.clone()).collect(),
        _ => Vec::new(),
    };
    let before: Vec<String> = drafted(&work);
    work.replace("scenario.ron", "title: \"We Can Wait", "title: \"We Cannot");
    work.until("the new title", |work| work.app.scenario().title.starts_with("We Cannot"));
    assert_eq!(work.app.screen(), Screen::Table);
    assert_eq!(work.steps(), 1);
    assert_eq!(work.app.game().expect("a game").digest(), digest);
    assert_eq!(drafted(&work), before);
    assert!(work.view().replay.is_none());
}

/// Renames a move wherever it is named.
fn rename(folder: &Path, from: &str, to: &str) {
    for entry in fs::read_dir(folder).expect("it can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rename(&path, from, to);
        } else if path.extension().is_some_and(|extension| extension == "ron") {
            let text = fs::read_to_string(&path).expect("it is text");
            let wanted = |quoted: &str| format!("\"{quoted}\"");
            if text.contains(&wanted(from)) {
                let text = text.replace(&wanted(from), &wanted(to));
                fs::write(&path, text).expect("it can be written");
            }
        }
    }
}

#[test]
fn a_step_that_no_longer_fits_waits_and_the_game_is_whole_again_when_it_is_mended() {
    let mut work = Work::new();
    work.app.act(Intent::Begin(0));
    work.app.act(Intent::Continue);
    work.say("ask_conditions");
    work.say("quickest_settlement");
    assert_eq!(work.steps(), 2);
    let digest = work.app.game().expect("a game").digest();

    rename(&work.folder, "quickest_settlement", "fastest_settlement");
    work.until("the stop", |work| work.steps() == 1);
    let replay = work.view().replay.expect("it is told");
    assert!(replay.told[0].contains("step 2"), "{replay:?}");
    assert!(replay.told[0].contains("quickest_settlement"), "{replay:?}");
    assert!(replay.offered.is_some_and(|offered| offered.contains("fastest_settlement")));

    rename(&work.folder, "fastest_settlement", "quickest_settlement");
    work.until("the whole game", |work| work.steps() == 2);
    assert_eq!(work.app.game().expect("a game").digest(), digest);
    assert!(work.view().replay.is_none());
}

#[test]
fn whoever_goes_on_from_where_a_game_stopped_keeps_the_longer_one_in_its_file() {
    let mut work = Work::new();
    work.app.act(Intent::Begin(0));
    work.app.act(Intent::Continue);
    work.say("ask_conditions");
    work.say("quickest_settlement");
    rename(&work.folder, "quickest_settlement", "fastest_settlement");
    work.until("the stop", |work| work.steps() == 1);
    work.say("fastest_settlement");
    assert_eq!(work.steps(), 2);
    assert!(work.view().replay.is_none());
    let saves = work.folder.with_file_name("data").join("saves");
    let files = fs::read_dir(saves).expect("games are saved").flatten().map(|entry| entry.path());
    let games: Vec<_> = files.filter(|file| file.extension().is_some_and(|extension| extension == "ron")).collect();
    assert_eq!(games.len(), 2, "{games:?}");
}

#[test]
fn a_folder_that_vanishes_is_told_and_read_again_when_it_is_back() {
    let mut work = Work::new();
    let title = work.app.scenario().title.clone();
    let away = work.folder.with_file_name("away");
    fs::rename(&work.folder, &away).expect("it can be moved");
    work.until("that it is gone", |work| work.view().state == FolderState::Gone);
    assert_eq!(work.app.scenario().title, title);
    fs::rename(&away, &work.folder).expect("it can be moved");
    work.until_clean();
}

#[test]
fn files_that_are_deleted_emptied_half_written_or_no_text_lose_nothing() {
    let mut work = Work::new();
    work.app.act(Intent::Begin(0));
    work.app.act(Intent::Continue);
    work.say("ask_conditions");
    let people = work.text("people.ron");
    let half = people.get(..people.len() / 2).unwrap_or_default().to_owned();
    for bytes in [half.as_bytes(), b"", b"\xff\xfe\x00", b"[[[[(((", b"("] {
        fs::write(work.folder.join("people.ron"), bytes).expect("it can be written");
        work.until_faulty();
        assert_eq!(work.steps(), 1);
        work.write("people.ron", &people);
        work.until_clean();
        assert_eq!(work.steps(), 1);
    }
    fs::remove_file(work.folder.join("people.ron")).expect("it can be removed");
    work.until_faulty();
    fs::create_dir(work.folder.join("people.ron")).expect("a folder can be made");
    work.until_faulty();
    fs::remove_dir(work.folder.join("people.ron")).expect("it can be removed");
    work.write("people.ron", &people);
    work.until_clean();
    assert_eq!(work.steps(), 1);
}

#[test]
fn leaving_the_folder_puts_the_scenario_back_that_was_chosen() {
    let mut work = Work::new();
    work.replace("scenario.ron", "title: \"We Can Wait", "title: \"We Cannot");
    work.until("the new title", |work| work.app.scenario().title.starts_with("We Cannot"));
    work.app.act(Intent::Author(Authoring::Close));
    assert!(work.app.frame().author.is_none());
    assert!(work.app.scenario().title.starts_with("We Can Wait"));
}

#[test]
fn a_folder_that_was_opened_is_offered_again() {
    let mut work = Work::new();
    work.app.act(Intent::Show(Screen::Author));
    let ShownScreen::Author(chooser) = work.app.frame().shown else { panic!("the choice of a folder is shown") };
    assert_eq!(chooser.recent.len(), 1);
    assert!(chooser.recent[0].is_scenario);
    assert!(chooser.open.is_some_and(|open| open.contains(&*work.folder.to_string_lossy())));
    let up = work.folder.parent().expect("it lies somewhere").to_owned();
    work.app.act(Intent::Author(Authoring::Browse(up)));
    let ShownScreen::Author(chooser) = work.app.frame().shown else { panic!("the choice of a folder is shown") };
    let row = chooser.folders.iter().find(|row| row.name == "work");
    assert!(row.is_some_and(|row| row.is_scenario));
}

#[test]
fn a_folder_that_is_not_there_is_refused_with_words() {
    let room = tempfile::tempdir().expect("there is room");
    let mut app = App::new(ports_in(room.path().to_owned())).expect("there is a app");
    let nowhere = room.path().join("nowhere");
    app.act(Intent::Author(Authoring::Open(nowhere)));
    assert!(app.frame().notice.is_some_and(|notice| notice.fault));
    assert!(app.frame().author.is_none());
}

#[test]
fn what_can_be_mended_for_certain_is_mended_with_one_press() {
    let mut work = Work::new();
    let whole = work.text("record.ron");
    work.replace("record.ron", "Quote(line: 211,", "Quote(line: 213,");
    work.until_faulty();
    assert_eq!(work.faults().fixable, 1, "{:?}", work.faults());
    work.want(Authoring::Fix);
    assert_eq!(work.view().state, FolderState::Clean);
    assert_eq!(work.text("record.ron"), whole);
    let told = work.app.frame().notice.expect("it is told");
    assert!(!told.fault, "{told:?}");
}
