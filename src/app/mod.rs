//! The desk: a game as the window plays it. Intents come in, views go out; nothing here knows how they are drawn.

mod advice;
mod author;
pub mod authoring;
mod drafts;
pub mod intent;
mod journal;
mod leaving;
mod prefs;
mod reading;
mod reviewing;
mod saving;
mod scenario_list;
mod seats;
mod settings;
mod show;
mod styles;
mod title;
mod weighing;

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::intent::{Intent, Screen, Seating};
use crate::language::{Catalogue, CatalogueError, arg};
use crate::library::open::{Library, OpenError};
use crate::library::saves::{Saves, Store};
use crate::negotiation::event::PointIndex;
use crate::negotiation::journal::Game;
use crate::negotiation::{Command, Rejection};
use crate::platform;
use crate::ports::Ports;
use crate::scenario::resolved::Deal;
use crate::scenario::{Scenario, SeatId, StyleId};
use crate::view::draft::{Draft, FloorRefusal};
use crate::view::refusal::refusal;
use crate::view::wording::{Wording, seated};

use author::Author;
use scenario_list::Shelved;
use weighing::Weighing;

pub use author::{
    AskedView, AuthorPage, AuthorView, BotRow, BotsView, ChooserView, Excerpt, FaultView, FaultsView, FolderRow,
    FolderState, FoundView, GAMES, GroundRow, LinksView, PlaceView, RecordedRow, RecordedView, ReplayView, StartBar,
    StartView, ThingRow, ThingView, Waker,
};
pub use journal::{JournalView, Kept, Made};
pub use leaving::LeavingView;
pub use prefs::{ON_PROJECTOR, Prefs, PrefsError, ZOOMS};
pub use reading::{LibraryView, Quoted, RecordView};
pub use show::{
    BriefingView, DebriefView, Frame, HandOverView, ReportRow, ReportView, ScenarioRow, ScenariosView, SeatingView,
    SettingsView, ShownScreen, StyleView, TitleView,
};

/// The scenario that the window plays until another is chosen.
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
    /// The ports with the folder that this names.
    fn ports(&self) -> Ports {
        let ports = platform::ports();
        match self {
            Keeping::OnDisk => ports,
            Keeping::In(folder) => Ports { data_folder: Some(folder.clone()), ..ports },
            Keeping::Nowhere => Ports { data_folder: None, ..ports },
        }
    }
}

/// A game on the desk, or none yet.
pub struct Desk {
    catalogue: Catalogue,
    scenario: Arc<Scenario>,
    /// The scenarios that can be chosen, as they were when they were last looked at.
    shelf: Vec<Shelved>,
    keeping: Keeping,
    ports: Ports,
    prefs: Prefs,
    /// Who plays the game that is begun next.
    seating: Seating,
    /// In which style the other side answers in the game that is begun next.
    style: StyleId,
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
    /// Why not.
    unkept_because: String,
    draft: Draft,
    report: Deal,
    /// What is kept of these two.
    kept_draft: drafts::KeptDraft,
    /// What waits because a game could not be kept.
    held: Option<leaving::Held>,
    screen: Screen,
    /// Where one came from.
    trail: Vec<Screen>,
    record_line: u32,
    notice: Option<Notice>,
    /// The introduction is shown on the title.
    welcome: bool,
    /// The first lesson is on the desk, and not the scenario that was chosen.
    in_lesson: bool,
    /// What the debrief needs to follow a weight that is moved.
    weighing: Option<Weighing>,
    /// What the adviser would say.
    hint: Option<advice::Worked>,
    /// What the moves were worth.
    reviewing: Option<reviewing::Reviewing>,
    /// The folder that an author works on.
    author: Option<Author>,
    /// The folder that an author looks into, to find one.
    browsed: Option<PathBuf>,
    /// The folders that an author can choose among.
    chooser: ChooserView,
    /// Who is woken when something was found beside the window.
    waker: Waker,
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
        let ports = keeping.ports();
        let (mut prefs, unread) = match &ports.data_folder {
            Some(folder) => match Prefs::read(ports.storage.as_ref(), folder) {
                Ok(prefs) => (prefs, None),
                Err(error) => {
                    // Whoever has settings has been here before.
                    let mut prefs = Prefs::default();
                    prefs.welcomed = true;
                    (prefs, Some(error))
                }
            },
            None => (Prefs::default(), None),
        };
        let told =
            |key: &str, args: &[crate::language::Arg<'_>]| Notice { text: catalogue.msg_with(key, args), fault: true };
        let mut notice = unread.map(|error| told("window-settings-unread", &[arg("error", error.to_string())]));
        let scenario = match scenario_list::open(&ports, &prefs.scenario, &prefs) {
            Ok(scenario) => scenario,
            // What was chosen last may be gone, or somebody is at work on it.
            Err(error) if prefs.scenario != Prefs::default().scenario => {
                let args = [arg("error", error.to_string())];
                notice = Some(told("window-scenario-gone", &args));
                prefs.scenario = Prefs::default().scenario;
                scenario_list::open(&ports, &prefs.scenario, &prefs)?
            }
            Err(error) => return Err(error.into()),
        };
        let catalogue = seated(&catalogue, &scenario, SeatId::FIRST);
        Ok(Self {
            welcome: !prefs.welcomed,
            in_lesson: false,
            scenario,
            shelf: Vec::new(),
            catalogue,
            keeping,
            ports,
            prefs,
            seating: Seating::default(),
            style: StyleId::FIRST,
            asked: Vec::new(),
            game: None,
            at: None,
            briefed: Vec::new(),
            debrief_of: None,
            store: None,
            unkept: false,
            unkept_because: String::new(),
            draft: Draft::default(),
            report: Deal::new(),
            kept_draft: drafts::KeptDraft::default(),
            held: None,
            screen: Screen::Title,
            trail: Vec::new(),
            record_line: 1,
            notice,
            weighing: None,
            hint: None,
            reviewing: None,
            author: None,
            browsed: None,
            chooser: ChooserView::default(),
            waker: Waker::default(),
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

    /// Who plays the game that is begun next.
    pub const fn seating(&self) -> Seating {
        self.seating
    }

    /// The screen that is shown.
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// The game, once there is one.
    pub const fn game(&self) -> Option<&Game> {
        self.game.as_ref()
    }

    /// The game's own folder, where anything is kept at all.
    pub fn folder(&self) -> Option<PathBuf> {
        self.ports.data_folder.clone()
    }

    /// Tells something that happened outside the desk.
    pub fn notify(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.revision += 1;
    }

    /// Scenarios that can be opened.
    pub(super) fn scenario_library(&self) -> Library<'_> {
        Library::new(&self.ports)
    }

    /// Saved games.
    pub(super) fn saves(&self) -> Saves {
        Saves::new(&self.ports)
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
        if !self.is_of_this_scenario(&intent) || self.must_ask(&intent) {
            return;
        }
        self.remember_welcome(&intent);
        match intent {
            Intent::Show(screen) => self.show(screen),
            Intent::Back => self.back(),
            Intent::Quit => self.wants_to_quit = true,
            Intent::Choose(origin) => self.choose(origin),
            Intent::Sit(seating) => self.sit(seating),
            Intent::Style(style) => self.choose_style(style),
            Intent::Begin(length) => self.begin(length),
            Intent::Learn => self.learn(),
            Intent::Welcomed => self.welcome = false,
            Intent::TakeScreen => self.take_screen(),
            Intent::Continue => self.go_on(),
            Intent::Resume(path) => self.resume(self.saves().at(&path)),
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
            Intent::Clear => self.draft = self.begun(),
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
            Intent::Author(wanted) => self.author(wanted),
            Intent::Leave(chosen) => self.leave(chosen),
            Intent::Dismiss => self.notice = None,
        }
        self.keep_draft();
        if self.screen == Screen::Debrief {
            self.lay_out_weights();
        }
    }

    fn show(&mut self, screen: Screen) {
        if screen == self.screen {
            return;
        }
        match screen {
            Screen::Scenarios => self.look_at_shelf(),
            Screen::Author => self.look_around(),
            _ => {}
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
        self.notice = Some(Notice { text: self.catalogue.msg_with(key, args), fault });
    }

    fn refuse(&mut self, rejection: &Rejection) {
        if matches!(rejection, Rejection::NoMoves) {
            return self.tell("window-no-moves", &[], true);
        }
        self.notice = Some(Notice { text: refusal(self.wording(), rejection), fault: true });
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

    /// A statement to be begun in the game on the desk.
    fn begun(&self) -> Draft {
        let session = self.game.as_ref().map(|game| &game.session);
        session.map_or_else(Draft::default, Draft::begun)
    }

    fn say(&mut self) {
        match self.draft.statement() {
            Some(statement) => {
                if self.apply(&Command::Statement(statement)) {
                    self.draft = self.begun();
                }
            }
            None => self.refuse(&Rejection::NoMoves),
        }
    }

    fn as_it_was(&mut self) {
        let Some(game) = &self.game else { return };
        let seat = self.scenario.seat(game.session.seat());
        let named = seat.report_as_it_was;
        if let Some(named) = named.map(|named| self.scenario.deal(named)) {
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
        if let Some(author) = &mut self.author {
            author.forget_stuck();
        }
        self.keep();
        true
    }

    fn save_debrief(&mut self) {
        self.finish_work();
        let Some(page) = self.debrief_page() else {
            return;
        };
        match self.saves().write_debrief(self.store.as_ref(), &page) {
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
}
