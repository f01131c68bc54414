//! The desk: a game as the window plays it. Intents come in, views go out; nothing here knows how they are drawn.

mod advice;
mod prefs;
mod reviewing;
mod seats;
mod show;
mod styles;
mod weighing;

use std::path::PathBuf;
use std::sync::Arc;

use crate::commands::args::DEFAULT_SEED;
use crate::commands::open::{self, OpenError};
use crate::language::{Catalogue, CatalogueError, arg};
use crate::negotiation::event::PointIndex;
use crate::negotiation::journal::Game;
use crate::negotiation::{ChangedRoom, Command, Rejection, Setup};
use crate::saves::{self, SaveError, Store};
use crate::scenario::resolved::Deal;
use crate::scenario::{Scenario, SeatId};
use crate::view::draft::{Draft, FloorRefusal};
use crate::view::intent::{Intent, Screen, Seating, Setting};
use crate::view::refusal::refusal;
use crate::view::resumed;
use crate::view::window::Awaits;
use crate::view::wording::{Wording, seated};

use weighing::Weighing;

pub use prefs::{Prefs, PrefsError, ZOOMS};
pub use show::{
    BriefingView, DebriefView, Frame, HandOverView, JournalView, Kept, LibraryView, Made,
    RecordView, ReportRow, ReportView, SeatingView, SettingsView, ShownScreen, StyleView,
    TitleView,
};

/// The scenario that the window plays.
pub const SCENARIO: &str = "moscow-1955";

/// Something that has to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// In words.
    pub text: String,
    /// It went wrong.
    pub fault: bool,
}

/// Why there is no desk.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The program's words cannot be used.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The scenario cannot be opened.
    #[error(transparent)]
    Scenario(#[from] OpenError),
}

/// Where games and settings are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// In the platform's folder for a person's data.
    OnDisk,
    /// In this folder.
    In(PathBuf),
    /// Nowhere: for pictures and tests.
    Nowhere,
}

impl Keeping {
    /// The game's own folder.
    fn folder(&self) -> Option<PathBuf> {
        match self {
            Keeping::OnDisk => saves::data_folder().ok(),
            Keeping::In(folder) => Some(folder.clone()),
            Keeping::Nowhere => None,
        }
    }

    /// The folder for saved games.
    fn saves(&self) -> Option<PathBuf> {
        Some(self.folder()?.join(saves::SAVES))
    }
}

/// A game on the desk, or none yet.
pub struct Desk {
    catalogue: Catalogue,
    scenario: Arc<Scenario>,
    keeping: Keeping,
    prefs: Prefs,
    /// Who plays the game that is begun next.
    seating: Seating,
    /// In which style the other side answers in the game that is begun next.
    style: usize,
    /// Moves of which it is asked why they were answered as they were.
    asked: Vec<PointIndex>,
    game: Option<Game>,
    /// Of two people, who has the screen; nobody while it is handed over.
    at: Option<SeatId>,
    /// Of two people, whose brief has been read.
    briefed: Vec<SeatId>,
    /// Of two people, whose debrief is shown.
    debrief_of: Option<SeatId>,
    store: Option<Store>,
    /// What was said last could not be kept.
    unkept: bool,
    draft: Draft,
    report: Deal,
    screen: Screen,
    /// Where one came from.
    trail: Vec<Screen>,
    record_line: u32,
    notice: Option<Notice>,
    /// What the debrief needs to follow a weight that is moved.
    weighing: Option<Weighing>,
    /// What the adviser would say.
    hint: Option<advice::Worked>,
    /// What the moves were worth.
    reviewing: Option<reviewing::Reviewing>,
    /// Grows with every change, so that a view is only made anew when it has to be.
    revision: u64,
    wants_to_quit: bool,
}

impl Desk {
    /// A desk with the title on it.
    ///
    /// # Errors
    /// When the program's own words or scenario cannot be used.
    pub fn new(keeping: Keeping) -> Result<Self, DeskError> {
        let catalogue = Catalogue::load("en")?;
        let (mut prefs, fault) = match keeping.folder() {
            Some(folder) => match Prefs::read(&folder) {
                Ok(prefs) => (prefs, None),
                Err(error) => (Prefs::default(), Some(error)),
            },
            None => (Prefs::default(), None),
        };
        let notice = fault.map(|error| Notice {
            text: catalogue.msg_with("window-settings-unread", &[arg("error", error.to_string())]),
            fault: true,
        });
        let as_written = open::embedded(SCENARIO)?;
        if prefs.names_first >= as_written.name_orders.len() {
            prefs.names_first = 0;
        }
        let scenario = match prefs.names_first {
            0 => as_written,
            order => open::embedded_with_names(SCENARIO, order)?,
        };
        let catalogue = seated(&catalogue, &scenario, SeatId(0));
        Ok(Self {
            scenario,
            catalogue,
            keeping,
            prefs,
            seating: Seating::default(),
            style: 0,
            asked: Vec::new(),
            game: None,
            at: None,
            briefed: Vec::new(),
            debrief_of: None,
            store: None,
            unkept: false,
            draft: Draft::default(),
            report: Deal::new(),
            screen: Screen::Title,
            trail: Vec::new(),
            record_line: 1,
            notice,
            weighing: None,
            hint: None,
            reviewing: None,
            revision: 0,
            wants_to_quit: false,
        })
    }

    /// The program's words.
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The scenario.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The settings.
    pub const fn prefs(&self) -> &Prefs {
        &self.prefs
    }

    /// The screen that is shown.
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// The game, once there is one.
    pub const fn game(&self) -> Option<&Game> {
        self.game.as_ref()
    }

    /// Number of the last change.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// The person wants to leave.
    pub const fn wants_to_quit(&self) -> bool {
        self.wants_to_quit
    }

    pub(super) fn wording(&self) -> Wording<'_> {
        Wording::new(&self.catalogue, &self.scenario)
    }

    /// Does what a person wants. What cannot be done is told in the notice, and nothing is changed.
    pub fn act(&mut self, intent: Intent) {
        self.revision += 1;
        if !matches!(intent, Intent::Dismiss) {
            self.notice = None;
        }
        match intent {
            Intent::Show(screen) => self.show(screen),
            Intent::Back => self.back(),
            Intent::Quit => self.wants_to_quit = true,
            Intent::Sit(seating) => self.sit(seating),
            Intent::Style(style) => self.choose_style(style),
            Intent::Begin(length) => self.begin(length),
            Intent::TakeScreen => self.take_screen(),
            Intent::Continue => self.go_on(),
            Intent::Resume(path) => self.resume(Store::at(&path).map(|(store, _)| store)),
            Intent::Fork(steps) => self.fork(steps),
            Intent::Floor(person) => self.build(|draft, game| {
                let given = draft.give_floor(&game.session, person);
                given.map_err(|refusal| match refusal {
                    FloorRefusal::Rejected(rejection) => Some(rejection),
                    FloorRefusal::Taken => None,
                })
            }),
            Intent::Add(mv) => self.build(|draft, game| draft.add(&game.session, mv).map_err(Some)),
            Intent::Hold => {
                self.build(|draft, game| draft.toggle_hold(&game.session).map_err(Some));
            }
            Intent::Remove(index) => {
                self.draft.remove(index);
            }
            Intent::Predict(index, prediction) => {
                self.draft.predict(index, prediction);
            }
            Intent::Clear => self.draft = Draft::default(),
            Intent::Say => self.say(),
            Intent::Advise => self.advise(),
            Intent::Clause(issue, pair) => {
                if let Some(slot) = self.report.get_mut(issue.index()) {
                    *slot = pair;
                }
            }
            Intent::AsItWas => self.as_it_was(),
            Intent::Send => self.send(),
            Intent::OpenRecord(line) => {
                self.record_line = line;
                self.show(Screen::Record);
            }
            Intent::DebriefOf(seat) => self.turn_debrief(seat),
            Intent::Why(points) => self.ask_why(points),
            Intent::SaveDebrief => self.save_debrief(),
            Intent::Weigh(party, issue, weight) => self.weigh(party, issue, weight),
            Intent::WeighAsAuthor => self.weigh_as_author(),
            Intent::Set(setting) => self.set(setting),
            Intent::Dismiss => self.notice = None,
        }
        if self.screen == Screen::Debrief {
            self.lay_out_weights();
        }
    }

    fn show(&mut self, screen: Screen) {
        if screen == self.screen {
            return;
        }
        if screen == Screen::Title {
            self.trail.clear();
        } else {
            self.trail.retain(|earlier| *earlier != screen);
            self.trail.push(self.screen);
        }
        self.screen = screen;
    }

    fn back(&mut self) {
        self.screen = self.trail.pop().unwrap_or(Screen::Title);
    }

    /// Goes to a screen that replaces the one that is shown.
    fn turn_to(&mut self, screen: Screen) {
        self.trail = vec![Screen::Title];
        self.screen = screen;
    }

    fn tell(&mut self, key: &str, args: &[crate::language::Arg<'_>], fault: bool) {
        self.notice = Some(Notice {
            text: self.catalogue.msg_with(key, args),
            fault,
        });
    }

    fn refuse(&mut self, rejection: &Rejection) {
        if matches!(rejection, Rejection::NoMoves) {
            return self.tell("window-no-moves", &[], true);
        }
        self.notice = Some(Notice {
            text: refusal(self.wording(), rejection),
            fault: true,
        });
    }

    fn begin(&mut self, length: usize) {
        let setup = Setup {
            seed: DEFAULT_SEED,
            seat: self.seating.seat,
            length,
            opposite: self.seating.opposite,
            style: self.style_of_next(),
            room: ChangedRoom::default(),
        };
        let store = self.fresh_store();
        let mut game = Game::new(&self.scenario, setup);
        game.journal.for_class = self.prefs.for_class;
        match store {
            Ok(store) => self.put(game, Some(store)),
            Err(error) => {
                self.put(game, None);
                if self.keeping != Keeping::Nowhere {
                    let args = [arg("error", error.to_string())];
                    self.tell("window-cannot-keep", &args, true);
                }
            }
        }
        self.turn_to(Screen::Briefing);
    }

    /// A new file to keep a game in.
    fn fresh_store(&self) -> Result<Store, SaveError> {
        let folder = self.keeping.saves().ok_or(SaveError::NoFolder)?;
        Store::fresh_in(&folder, &self.scenario.id)
    }

    /// Puts a game on the desk.
    pub fn put(&mut self, game: Game, store: Option<Store>) {
        self.report = game.session.opening().to_vec();
        self.catalogue = seated(&self.catalogue, &self.scenario, game.session.seat());
        self.at = None;
        self.briefed = seats::spoken(&game);
        self.debrief_of = None;
        self.asked.clear();
        self.hint = None;
        self.reviewing = None;
        self.game = Some(game);
        self.unkept = store.is_none() && self.keeping != Keeping::Nowhere;
        self.store = store;
        self.draft = Draft::default();
        self.weighing = None;
        self.revision += 1;
    }

    fn go_on(&mut self) {
        if self.game.is_some() {
            return self.turn_to_game();
        }
        let games = self
            .keeping
            .saves()
            .map(|folder| saves::kept_in(&folder, &self.scenario.id));
        match games.and_then(|games| games.into_iter().next()) {
            Some(last) => self.resume(Store::at(&last).map(|(store, _)| store)),
            None => self.tell("window-nothing-kept", &[], true),
        }
    }

    fn turn_to_game(&mut self) {
        let screen = match self.game.as_ref().map(|game| Awaits::of(&game.session)) {
            Some(Awaits::Statement) => Screen::Table,
            Some(Awaits::Report) => Screen::Report,
            Some(Awaits::Nothing) => Screen::Debrief,
            None => Screen::Title,
        };
        self.turn_to(screen);
    }

    fn resume(&mut self, store: Result<Store, SaveError>) {
        let resumed = store
            .map_err(|error| error.to_string())
            .and_then(|store| match store.known().cloned() {
                Some(journal) => Ok((store, journal)),
                None => Err(self.catalogue.msg("window-nothing-kept")),
            })
            .and_then(|(store, journal)| {
                let setup = journal.setup(&self.scenario).ok();
                let seat = setup.map(|setup| self.scenario.seat(setup.seat));
                if let Some(because) = seat.and_then(|seat| seat.closed_because.clone()) {
                    return Err(format!("{}: {because}", store.path().display()));
                }
                let replayed = journal.replay(&self.scenario);
                let replayed =
                    replayed.map_err(|error| format!("{}: {error}", store.path().display()))?;
                Ok((store, replayed))
            });
        match resumed {
            Ok((store, replayed)) => {
                let mut told = resumed::changes(self.wording(), &replayed);
                let changed = replayed.stopped.is_some() || replayed.diverged.is_some();
                let store = if changed { store.beside() } else { store };
                if changed {
                    let args = [arg("file", store.path().display().to_string())];
                    told.push(self.catalogue.msg_with("replay-goes-on-beside", &args));
                }
                self.put(replayed.game, Some(store));
                self.turn_to_game();
                if !told.is_empty() {
                    self.notice = Some(Notice {
                        text: told.join(" "),
                        fault: changed,
                    });
                }
            }
            Err(error) => self.tell("window-cannot-resume", &[arg("error", error)], true),
        }
    }

    fn fork(&mut self, steps: usize) {
        let Some(game) = &self.game else { return };
        let branch = game.fork(steps);
        let old = self.store.as_ref().map(|store| store.path().to_owned());
        let store = self.store.as_ref().map(Store::beside);
        let statement = branch.session.state().statements + 1;
        self.put(branch, store);
        let args = [
            arg("statement", statement),
            arg(
                "old",
                old.map_or_else(|| "0".to_owned(), |path| path.display().to_string()),
            ),
        ];
        self.tell("fork-done", &args, false);
        self.keep();
        self.turn_to_game();
    }

    /// Changes the statement that is being built.
    fn build(&mut self, change: impl FnOnce(&mut Draft, &Game) -> Result<(), Option<Rejection>>) {
        let Some(game) = &self.game else { return };
        match change(&mut self.draft, game) {
            Ok(()) => {}
            Err(Some(rejection)) => self.refuse(&rejection),
            Err(None) => self.tell("window-floor-taken", &[], true),
        }
    }

    fn say(&mut self) {
        match self.draft.statement() {
            Some(statement) => {
                if self.apply(&Command::Statement(statement)) {
                    self.draft = Draft::default();
                }
            }
            None => self.refuse(&Rejection::NoMoves),
        }
    }

    fn as_it_was(&mut self) {
        let Some(game) = &self.game else { return };
        let seat = self.scenario.seat(game.session.seat());
        let named = seat.report_as_it_was;
        if let Some(named) = named.and_then(|named| self.scenario.deals.get(named)) {
            self.report = game.session.within_play(&named.deal);
        }
    }

    fn send(&mut self) {
        let report = Command::Report(self.report.clone());
        if self.apply(&report) {
            self.turn_to_game();
        }
    }

    /// Takes a command and keeps the game. Returns whether it was taken.
    fn apply(&mut self, command: &Command) -> bool {
        let Some(game) = &mut self.game else {
            return false;
        };
        if let Err(rejection) = game.apply(command) {
            self.refuse(&rejection);
            return false;
        }
        self.keep();
        true
    }

    /// Keeps the game. It goes on even where that fails; the notice says so each time.
    fn keep(&mut self) {
        if self.store.is_none() {
            self.store = self.fresh_store().ok();
        }
        let kept = match (&self.game, &mut self.store) {
            (Some(game), Some(store)) => store.save(&game.journal),
            (Some(_), None) if self.keeping != Keeping::Nowhere => Err(SaveError::NoFolder),
            _ => Ok(()),
        };
        self.unkept = kept.is_err();
        if let Err(error) = kept {
            let args = [arg("error", error.to_string())];
            self.tell("window-cannot-keep", &args, true);
        }
    }

    /// What was said last could not be kept.
    pub const fn is_unkept(&self) -> bool {
        self.unkept
    }

    fn save_debrief(&mut self) {
        self.finish_work();
        let Some(page) = self.debrief_page() else {
            return;
        };
        match show::write_page(&page, self.store.as_ref()) {
            Ok(path) => {
                let args = [arg("file", path.display().to_string())];
                self.tell("window-debrief-saved", &args, false);
            }
            Err(error) => {
                let args = [arg("error", error.to_string())];
                self.tell("window-debrief-not-saved", &args, true);
            }
        }
    }

    fn set(&mut self, setting: Setting) {
        if let Setting::NamesFirst(order) = setting
            && !self.rename_places(order)
        {
            return self.tell("window-names-unchanged", &[], true);
        }
        self.prefs.set(setting);
        let Some(folder) = self.keeping.folder() else {
            return;
        };
        // A file that cannot be understood is somebody's: it is not written over.
        let kept = match Prefs::read(&folder) {
            Ok(_) => self.prefs.keep(&folder).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        if let Err(error) = kept {
            self.tell("window-settings-unkept", &[arg("error", error)], true);
        }
    }

    /// Opens the scenario with the other names first, and plays the game again in it to the same place. Returns whether that
    /// could be done.
    fn rename_places(&mut self, order: usize) -> bool {
        let Ok(scenario) = open::embedded_with_names(SCENARIO, order) else {
            return false;
        };
        let game = self
            .game
            .as_ref()
            .map(|game| game.journal.replay(&scenario));
        match game {
            Some(Ok(replayed)) if replayed.stopped.is_none() => self.game = Some(replayed.game),
            Some(_) => return false,
            None => {}
        }
        self.scenario = scenario;
        self.weighing = None;
        true
    }
}
