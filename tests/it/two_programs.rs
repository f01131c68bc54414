//! Two programs on the same saved games, programs that were killed, and clocks that were set back: no game is lost or mixed up.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Barrier};
use std::time::{Duration, SystemTime};

use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::app::{App, ShownScreen};
use we_can_wait::library::saves::{self, Saves};
use we_can_wait::negotiation::journal::Journal;
use we_can_wait::ports::memory::Memory;
use we_can_wait::ports::{Entry, Ports, WriteMode};

use crate::common::{Program, code, err, out, ports_in, unwrapped};

/// Runs a test in memory and on a real disk. Every call of what it gets makes the ports of another program.
fn on_both(test: impl Fn(&dyn Fn() -> Ports)) {
    let memory = Memory::default();
    test(&|| Ports::over(&memory));
    let folder = tempfile::tempdir().expect("there is room");
    test(&|| ports_in(folder.path()));
}

fn app(ports: Ports) -> App {
    App::new(ports).expect("the scenario has no faults")
}

fn add(app: &mut App, id: &str) {
    let mv = app.scenario().move_id(id).expect("a move");
    app.act(Intent::Add(mv));
}

fn say(app: &mut App, id: &str) {
    add(app, id);
    app.act(Intent::Say);
    assert!(!app.is_unsaved(), "{:?}", app.notice());
}

fn file(ports: &Ports, name: &str) -> PathBuf {
    ports.data_folder.clone().expect("there is one").join("saves").join(name)
}

fn journal(ports: &Ports, name: &str) -> Journal {
    saves::read(ports.storage.as_ref(), &file(ports, name)).expect("a saved game")
}

/// The same game with another seed, to tell it apart.
fn with_seed(journal: &Journal, seed: u64) -> Journal {
    let mut other = journal.clone();
    other.seed = seed;
    other
}

/// Names of the files in the folder of saved games.
fn names(ports: &Ports) -> Vec<String> {
    let entries = ports.storage.list(&file(ports, ""), 99).unwrap_or_default();
    entries.iter().map(Entry::name).collect()
}

fn told(app: &App) -> String {
    app.notice().map_or_else(String::new, |notice| notice.text.clone())
}

fn open(app: &App) -> String {
    let store = app.table().and_then(|table| table.store()).expect("it has a file");
    store.path().file_name().expect("a name").to_string_lossy().into_owned()
}

#[test]
fn two_games_begun_before_either_player_has_spoken_get_two_files() {
    on_both(|ports| {
        let (mut one, mut other) = (app(ports()), app(ports()));
        one.act(Intent::Begin(0));
        other.act(Intent::Begin(0));
        say(&mut one, "ask_conditions");
        say(&mut other, "ask_hint");
        say(&mut one, "ask_hint");
        say(&mut other, "ask_conditions");
        let (first, second) = (journal(&ports(), "moscow-1955-001.ron"), journal(&ports(), "moscow-1955-002.ron"));
        assert_eq!(first, one.game().expect("a game").journal.with_claims());
        assert_eq!(second, other.game().expect("a game").journal.with_claims());
        assert_ne!(first, second);
    });
}

#[test]
fn a_game_that_another_program_has_open_continues_as_a_copy() {
    on_both(|ports| {
        let mut one = app(ports());
        one.act(Intent::Begin(0));
        say(&mut one, "ask_conditions");
        let mut other = app(ports());
        other.act(Intent::Continue);
        assert_eq!(other.screen(), Screen::Table);
        assert!(told(&other).contains("open in another program"), "{}", told(&other));
        assert!(told(&other).contains("moscow-1955-002.ron"), "{}", told(&other));
        assert_eq!(journal(&ports(), "moscow-1955-002.ron"), journal(&ports(), "moscow-1955-001.ron"));
        say(&mut other, "ask_hint");
        say(&mut one, "ask_hint");
        say(&mut one, "praise_peace_role");
        assert_eq!(journal(&ports(), "moscow-1955-001.ron"), one.game().expect("a game").journal.with_claims());
        assert_eq!(journal(&ports(), "moscow-1955-002.ron"), other.game().expect("a game").journal.with_claims());

        // Once a program has ended its game is free, and no lock file is left.
        drop(one);
        drop(other);
        assert_eq!(names(&ports()), ["moscow-1955-001.ron", "moscow-1955-002.ron"]);
        let mut third = app(ports());
        third.act(Intent::Resume(file(&ports(), "moscow-1955-002.ron")));
        assert_eq!((told(&third), open(&third)), (String::new(), "moscow-1955-002.ron".to_owned()));
    });
}

#[test]
fn a_program_resumes_the_game_it_has_open_without_a_copy_and_frees_the_one_it_leaves() {
    on_both(|ports| {
        let mut one = app(ports());
        one.act(Intent::Begin(0));
        say(&mut one, "ask_conditions");
        one.act(Intent::Resume(file(&ports(), "moscow-1955-001.ron")));
        assert_eq!((told(&one), open(&one)), (String::new(), "moscow-1955-001.ron".to_owned()));
        say(&mut one, "ask_hint");

        one.act(Intent::Begin(0));
        let mut other = app(ports());
        other.act(Intent::Continue);
        assert_eq!((told(&other), open(&other)), (String::new(), "moscow-1955-001.ron".to_owned()));
        one.act(Intent::Resume(file(&ports(), "moscow-1955-001.ron")));
        assert_eq!(open(&one), "moscow-1955-002.ron");
    });
}

#[test]
fn the_unfinished_statement_stays_with_the_program_that_has_the_game_open() {
    on_both(|ports| {
        let mut one = app(ports());
        one.act(Intent::Begin(0));
        say(&mut one, "ask_conditions");
        add(&mut one, "ask_hint");
        let mut other = app(ports());
        other.act(Intent::Continue);
        assert!(other.table().expect("a game").draft().moves.is_empty());
        add(&mut other, "praise_peace_role");
        drop(one);
        let mut third = app(ports());
        third.act(Intent::Resume(file(&ports(), "moscow-1955-001.ron")));
        assert_eq!(third.table().expect("a game").draft().moves.len(), 1);
        assert_eq!(names(&ports()).iter().filter(|name| name.ends_with(".draft.ron")).count(), 2);
    });
}

#[test]
fn an_unfinished_statement_is_never_saved_next_to_another_programs_game() {
    on_both(|ports| {
        let (mut one, mut other) = (app(ports()), app(ports()));
        one.act(Intent::Begin(0));
        other.act(Intent::Begin(0));
        add(&mut one, "ask_conditions");
        // It has nothing to save, and must not remove the draft under the number that it would have got.
        other.act(Intent::Show(Screen::Journal));
        other.act(Intent::Back);
        add(&mut other, "ask_hint");
        let drafts = |name: &str| saves::read_draft(ports().storage.as_ref(), &file(&ports(), name)).expect("a draft");
        let (first, second) = (drafts("moscow-1955-001.ron"), drafts("moscow-1955-002.ron"));
        assert!(first.is_some() && second.is_some() && first != second, "{first:?} {second:?}");
    });
}

#[test]
fn many_programs_that_save_their_first_statement_at_once_lose_nothing() {
    const PROGRAMS: u64 = 8;
    on_both(|ports| {
        let mut game = app(ports().without_data());
        game.act(Intent::Begin(0));
        let journal = game.game().expect("a game").journal.clone();
        let start = Arc::new(Barrier::new(PROGRAMS as usize));
        let threads: Vec<_> = (0..PROGRAMS)
            .map(|seed| {
                let (ports, start) = (ports(), Arc::clone(&start));
                let journal = with_seed(&journal, seed);
                std::thread::spawn(move || {
                    let mut store = Saves::new(&ports).fresh("moscow-1955").expect("there is a folder");
                    start.wait();
                    for _ in 0..5 {
                        store.save(&journal).expect("it is saved");
                    }
                    (store.path().to_owned(), seed)
                })
            })
            .collect();
        let mut paths = BTreeSet::new();
        for thread in threads {
            let (path, seed) = thread.join().expect("it ends");
            assert_eq!(saves::read(ports().storage.as_ref(), &path).expect("a game").seed, seed);
            paths.insert(path);
        }
        assert_eq!(paths.len() as u64, PROGRAMS);
    });
}

#[test]
fn a_file_that_a_person_named_is_not_overwritten_when_another_program_made_it_first() {
    on_both(|ports| {
        let mut game = app(ports().without_data());
        game.act(Intent::Begin(0));
        let first = game.game().expect("a game").journal.clone();
        let second = with_seed(&first, 7);
        let saves = Saves::new(&ports());
        let path = file(&ports(), "mine.ron");
        let (mut one, mut other) = (saves.named(&path).expect("it is free"), saves.named(&path).expect("it is free"));
        one.save(&first).expect("it is saved");
        assert!(other.save(&second).is_err());
        assert_eq!(saves::read(ports().storage.as_ref(), &path).expect("a game"), first.with_claims());
    });
}

/// Two games of which the first was played last.
fn first_played_last(ports: &dyn Fn() -> Ports) {
    let mut app = app(ports());
    for mv in ["ask_conditions", "ask_hint"] {
        app.act(Intent::Begin(0));
        say(&mut app, mv);
    }
    app.act(Intent::Resume(file(&ports(), "moscow-1955-001.ron")));
    say(&mut app, "ask_hint");
}

/// Resumes the last game, which the title has to name.
fn resumed(ports: Ports) -> App {
    let mut app = app(ports);
    let ShownScreen::Title(title) = app.frame().shown else { panic!("it starts on the title") };
    let label = title.resume_label.expect("there is a game");
    app.act(Intent::Continue);
    assert!(label.contains(&open(&app)), "{label}");
    app
}

#[test]
fn the_game_played_last_is_resumed_whatever_the_clock_says() {
    on_both(|ports| {
        first_played_last(ports);
        let old = SystemTime::now() - Duration::from_secs(1_000_000);
        let path = file(&ports(), "moscow-1955-001.ron");
        if path.exists() {
            let saved = fs::File::options().write(true).open(&path).expect("it is there");
            saved.set_modified(old).expect("a clock can be set back");
        }
        assert_eq!(open(&resumed(ports())), "moscow-1955-001.ron");
        // Without the list the highest number is the last game.
        ports().storage.remove(&file(&ports(), "../last-played.txt")).expect("it is there");
        assert_eq!(open(&resumed(ports())), "moscow-1955-002.ron");
    });
}

#[test]
fn damaged_and_foreign_files_are_named_and_skipped() {
    on_both(|ports| {
        first_played_last(ports);
        let write = |name: &str, text: &str| {
            ports().storage.write(&file(&ports(), name), text.as_bytes(), WriteMode::Private).expect("it is written");
        };
        write("moscow-1955-001.ron", "Journal(format: 2, oh");
        write("moscow-1955-003.ron", "Journal(format: 3, wings: Two(2))");
        write("moscow-1955-004.ron", "a shopping list");
        ports().storage.create_folder(&file(&ports(), "moscow-1955-005.ron")).expect("it is made");
        // The list of played games comes first, then the numbers.
        for (skipped, named) in [("a saved game", "moscow-1955-001.ron"), ("3 saved games", "moscow-1955-004.ron")] {
            let app = resumed(ports());
            assert_eq!(open(&app), "moscow-1955-002.ron");
            let told = told(&app);
            assert!(told.starts_with(&format!("Skipped {skipped} that can't")) && told.contains(named), "{told}");
            drop(app);
            ports().storage.remove(&file(&ports(), "../last-played.txt")).unwrap_or_default();
        }

        write("moscow-1955-002.ron", "");
        let mut app = self::app(ports());
        app.act(Intent::Continue);
        assert!(app.game().is_none() && app.notice().expect("it is told").refused);
        assert!(self::told(&app).starts_with("None of your 5 saved games"), "{}", self::told(&app));
        // A new game is played and saved all the same.
        app.act(Intent::Begin(0));
        say(&mut app, "ask_conditions");
        assert_eq!(open(&app), "moscow-1955-006.ron");
    });
}

#[test]
fn what_a_killed_program_left_behind_blocks_nothing_and_is_removed_later() {
    let folder = tempfile::tempdir().expect("there is room");
    let ports = || ports_in(folder.path());
    let mut one = app(ports());
    one.act(Intent::Begin(0));
    say(&mut one, "ask_conditions");
    drop(one);
    let lock = file(&ports(), "moscow-1955-001.ron.lock");
    let temporary = file(&ports(), ".we-can-wait-Ab12Cd.tmp");
    let foreign = [file(&ports(), "notes.lock"), file(&ports(), ".tmpAb12Cd"), file(&ports(), "full.ron.lock")];
    for path in foreign.iter().chain([&temporary, &lock]) {
        let text = if path.ends_with("full.ron.lock") || *path == temporary { "half a game" } else { "" };
        fs::write(path, text).expect("it is written");
    }
    let mut other = app(ports());
    other.act(Intent::Continue);
    assert_eq!((told(&other), open(&other)), (String::new(), "moscow-1955-001.ron".to_owned()));
    drop(other);
    assert!(!lock.exists(), "the lock file went with the program that used it");
    assert!(temporary.exists(), "another program may be writing a file as young as this");

    fs::write(&lock, "").expect("it is written");
    let used = saves_lock(&ports(), "moscow-1955-002.ron");
    let used_file = file(&ports(), "moscow-1955-002.ron.lock");
    for path in foreign.iter().chain([&temporary, &lock, &used_file]) {
        let old = SystemTime::now() - Duration::from_secs(2 * 60 * 60);
        fs::File::options().write(true).open(path).and_then(|file| file.set_modified(old)).expect("a file can be aged");
    }
    drop(app(ports()));
    assert!(!temporary.exists() && !lock.exists(), "{:?}", names(&ports()));
    assert!(used_file.exists() && foreign.iter().all(|path| path.exists()), "{:?}", names(&ports()));
    drop(used);
    assert!(!used_file.exists());
}

fn saves_lock(ports: &Ports, name: &str) -> Arc<dyn we_can_wait::ports::Lock> {
    ports.storage.lock(&file(ports, name)).expect("it can be locked").expect("it is free")
}

#[cfg(unix)]
#[test]
fn a_save_that_is_a_link_stays_a_link_and_both_names_share_the_lock() {
    let (folder, stick) = (tempfile::tempdir().expect("there is room"), tempfile::tempdir().expect("there is room"));
    let ports = || ports_in(folder.path());
    let mut one = app(ports());
    one.act(Intent::Begin(0));
    say(&mut one, "ask_conditions");
    drop(one);
    let (link, target) = (file(&ports(), "moscow-1955-001.ron"), stick.path().join("game.ron"));
    fs::rename(&link, &target).expect("it can be moved");
    std::os::unix::fs::symlink(&target, &link).expect("a link can be made");
    let mut one = app(ports());
    one.act(Intent::Continue);
    say(&mut one, "ask_hint");
    assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
    assert_eq!(Journal::parse(&fs::read_to_string(&target).expect("it is there")).expect("a game").steps.len(), 2);

    let mut other = app(ports());
    other.act(Intent::Resume(target.clone()));
    assert!(told(&other).contains("open in another program"), "{}", told(&other));
    drop((one, other));
    let left: Vec<_> =
        fs::read_dir(stick.path()).expect("it is there").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left.len(), 2, "the game and its copy, and no lock: {left:?}");
}

#[test]
fn the_terminal_continues_a_game_that_a_window_has_open_as_a_copy() {
    let program = Program::new();
    let mut window = app(ports_in(program.data.path()));
    window.act(Intent::Begin(0));
    say(&mut window, "ask_conditions");
    let path = file(window.ports(), "moscow-1955-001.ron").display().to_string();
    for args in [vec!["play", "--resume"], vec!["play", "--journal", &path]] {
        let played = program.typed(&args, "ask_hint\nsay\n");
        assert_eq!(code(&played), 0);
        assert!(unwrapped(&out(&played)).contains("This game is open in another program"), "{}", out(&played));
    }
    say(&mut window, "praise_peace_role");
    let ports = ports_in(program.data.path());
    assert_eq!(journal(&ports, "moscow-1955-001.ron"), window.game().expect("a game").journal.with_claims());
    for copy in ["moscow-1955-002.ron", "moscow-1955-003.ron"] {
        assert_eq!(journal(&ports, copy).steps.len(), 2, "{copy}");
    }
}

#[test]
fn only_a_command_that_writes_into_a_save_needs_its_lock() {
    let program = Program::new();
    let mut window = app(ports_in(program.data.path()));
    window.act(Intent::Begin(0));
    say(&mut window, "ask_conditions");
    let path = file(window.ports(), "moscow-1955-001.ron");
    let path = path.to_str().expect("a plain path");
    assert_eq!(code(&program.run(&["replay", path, "--verify"])), 0);
    assert_eq!(code(&program.run(&["debrief", path, "--no-review"])), 0);
    let before = fs::read_to_string(path).expect("it is there");
    let reveal = ["debrief", path, "--no-review", "--reveal"];
    let refused = program.run(&reveal);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("is open in another program; close it there first"), "{}", err(&refused));
    assert_eq!(fs::read_to_string(path).expect("it is there"), before);
    drop(window);
    assert_eq!(code(&program.run(&reveal)), 0);
}
