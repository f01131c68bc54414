//! Every screen with something to see on it, and the states of the screens that show other things.

use crate::common::games::nth_seat;
use crate::common::{nowhere, ports_in};
use egui::Key;
use we_can_wait::app::App;
use we_can_wait::app::authoring::{Authoring, Page, StartPoint};
use we_can_wait::app::intent::{Intent, Screen, Seating, Setting};
use we_can_wait::negotiation::Opposite;
use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::script::Play;
use we_can_wait::scenario::load::ron_options;
use we_can_wait::view::library::Shelf;
use we_can_wait::window::screens::AuthorState;
use we_can_wait::window::screens::shot::{Shot, set_up};

use super::glass::{Glass, Window, key, open};
use crate::common::author::Work;

/// Something to look at.
pub struct Scene {
    /// What it is called, here and in the file of its tree.
    pub name: String,
    /// Its tree is among those that are reviewed.
    pub is_reviewed: bool,
    make: Box<dyn Fn() -> Window + Send + Sync>,
}

impl Scene {
    fn new(name: impl Into<String>, make: impl Fn() -> Window + Send + Sync + 'static) -> Self {
        Self { name: name.into(), is_reviewed: true, make: Box::new(make) }
    }

    /// It shows what another shows too, elsewhere or with more words.
    fn alike(self) -> Self {
        Self { is_reviewed: false, ..self }
    }

    pub fn window(&self) -> Window {
        (self.make)()
    }
}

fn app() -> App {
    let mut app = App::new(nowhere()).expect("the scenario has no faults");
    app.act(Intent::Set(Setting::Motion(false)));
    app
}

fn at(screen: Screen) -> App {
    let mut app = app();
    if screen == Screen::Author {
        // A folder that is the same on every machine.
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios").into();
        app.act(Intent::Author(Authoring::Browse(folder)));
    }
    let shot = Shot { screen, size: (1280, 720), page: None, dark: false, zoom: 100 };
    set_up(&mut app, shot).expect("the recorded game is there");
    app
}

/// A game that was just begun.
pub fn begun(seat: usize, opposite: Opposite) -> App {
    let mut app = app();
    let seat = nth_seat(app.scenario(), seat);
    app.act(Intent::Sit(Seating { seat, opposite }));
    app.act(Intent::Begin(0));
    app
}

pub fn at_the_table(seat: usize) -> App {
    let mut app = begun(seat, Opposite::Model);
    app.act(Intent::Continue);
    app
}

fn add(app: &mut App, mv: &str) {
    let mv = app.scenario().move_id(mv).expect("a move");
    app.act(Intent::Add(mv));
}

/// A recorded game, to its end.
fn played(app: &App, name: &str) -> Game {
    let scenario = app.scenario();
    let mut recorded = scenario.playthroughs.iter();
    let (_, text) = recorded.find(|(known, _)| known == name).expect("a game");
    let play: Play = ron_options().from_str(text).expect("it can be read");
    let mut game = Game::new(scenario, play.setup(scenario).expect("it can be begun"));
    for step in &play.steps {
        let command = step.command(scenario).expect("every id is known");
        game.apply(&command).expect("it is on offer");
    }
    game
}

/// The table after a first question and its answer.
fn answered() -> App {
    let mut app = at_the_table(0);
    add(&mut app, "ask_conditions");
    app.act(Intent::Say);
    app
}

pub fn shown(app: App) -> Window {
    open(Glass::new(app))
}

fn after(app: App, keys: &[Key]) -> Window {
    let mut window = shown(app);
    for pressed in keys {
        key(&mut window, *pressed);
    }
    window
}

/// The author's panel beside the table, at a page.
fn page(page: Page) -> Window {
    let mut work = Work::new();
    let recorded = Shot { screen: Screen::Table, size: (1280, 720), page: None, dark: false, zoom: 100 };
    work.app.act(Intent::Set(Setting::Motion(false)));
    set_up(&mut work.app, recorded).expect("the recorded game is there");
    if page == Page::Faults {
        work.replace("people.ron", "name: \"Kitamura\"", "nam: \"Kitamura\"");
        work.replace("record.ron", "We can wait", "We could wait");
        work.want(Authoring::ReadAgain);
    }
    work.want(Authoring::Turn(page));
    match page {
        Page::Faults | Page::Links => {}
        Page::Recorded => work.want(Authoring::PlayRecorded),
        Page::Bots => {
            work.want(Authoring::Games(20));
            work.want(Authoring::RunBots);
            work.until("what bots reach", |work| !work.app.lets_bots_play());
        }
        Page::Start => work.want(Authoring::StartFrom(StartPoint::Present)),
    }
    let (app, _, room) = work.apart();
    let mut glass = Glass::new(app);
    glass.ui_state.author = AuthorState::open();
    glass.work = Some(room);
    open(glass)
}

/// The library at a page, before a word is said.
fn library(shelf: Shelf, id: &str) -> Window {
    let mut app = app();
    app.act(Intent::Show(Screen::Library));
    let mut glass = Glass::new(app);
    glass.ui_state.library.open(shelf, id);
    open(glass)
}

/// A game that cannot be kept, and somebody who wants to leave it: a file stands where the folder should be.
fn unsaved() -> App {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let mut app = App::new(ports_in(file)).expect("the scenario has no faults");
    app.act(Intent::Begin(0));
    add(&mut app, "ask_conditions");
    app.act(Intent::Say);
    app.act(Intent::Quit);
    app
}

/// Everything there is to look at.
pub fn all() -> Vec<Scene> {
    let mut scenes: Vec<Scene> =
        Screen::ALL.iter().map(|screen| Scene::new(screen.key(), move || shown(at(*screen)))).collect();
    scenes.extend(Page::ALL.iter().map(|which| {
        let name = format!("author-{}", which.key());
        Scene::new(name, move || page(*which))
    }));
    scenes.extend([
        Scene::new("title-with-a-game", || {
            let mut app = at(Screen::Table);
            app.act(Intent::Show(Screen::Title));
            shown(app)
        }),
        Scene::new("briefing-soviet", || shown(begun(1, Opposite::Model))),
        Scene::new("table-begin", || shown(at_the_table(0))),
        Scene::new("table-soviet", || after(at_the_table(1), &[Key::Num1, Key::Num1, Key::Num1])),
        Scene::new("table-statement", || {
            let mut app = at_the_table(0);
            add(&mut app, "ask_conditions");
            app.act(Intent::Advise);
            shown(app)
        }),
        Scene::new("table-moves", || after(answered(), &[Key::Num1, Key::Num1, Key::Num1])),
        Scene::new("table-card", || after(answered(), &[Key::F5])),
        Scene::new("table-ledger", || after(answered(), &[Key::F6])),
        Scene::new("table-on-table", || after(answered(), &[Key::F7])),
        Scene::new("table-room", || after(answered(), &[Key::F8])),
        Scene::new("table-notice", || {
            let mut app = at_the_table(0);
            app.act(Intent::Say);
            shown(app)
        }),
        Scene::new("table-over", || {
            let mut app = at(Screen::Report);
            app.act(Intent::Show(Screen::Table));
            shown(app)
        })
        .alike(),
        Scene::new("library-issue", || library(Shelf::Issues, "islands")),
        Scene::new("library-contested", || library(Shelf::Contested, "detainees")),
        Scene::new("library-timeline", || library(Shelf::Timeline, "talk")),
        Scene::new("hand-over", || shown(begun(0, Opposite::Person))),
        Scene::new("leaving", || shown(unsaved())).alike(),
        Scene::new("help", || after(app(), &[Key::F1])),
        Scene::new("debrief-soviet", || {
            let mut app = app();
            let game = played(&app, "as-it-was-soviet.ron");
            app.put(game, None);
            app.act(Intent::Continue);
            shown(app)
        })
        .alike(),
    ]);
    scenes
}
