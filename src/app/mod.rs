//! The application that all front ends share: it takes intents and returns views, and knows nothing of drawing.

mod advice;
mod author;
pub mod authoring;
mod drafts;
mod frame;
mod hot_seat;
pub mod intent;
mod journal;
mod leaving;
mod new_game;
mod next_game;
mod notice;
mod prefs;
mod reading;
mod review_job;
mod reviewing;
mod saving;
mod scenario_list;
mod settings;
mod table;
mod title;
mod weighing;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::language::{Arg, Catalogue, CatalogueError, Labels, Language, arg};
use crate::library::open::OpenError;
use crate::library::saves::Saves;
use crate::negotiation::journal::Game;
use crate::negotiation::{Command, Rejection};
use crate::ports::Ports;
use crate::scenario::{Scenario, SeatId, StyleId};
use crate::view::draft::{Draft, FloorRefusal};
use crate::view::html;
use crate::view::refusal::refusal;
use crate::view::wording::{Wording, seated};

use author::Author;
use intent::{Intent, Screen, Seating};
use scenario_list::Listed;

pub use author::{
    AskedView, AuthorPage, AuthorView, BotRow, BotsView, ChooserView, Excerpt, FaultView, FaultsView, FolderRow,
    FolderState, FoundView, GAMES, LinksView, PlaceView, PlayingView, RecordedRow, RecordedView, ReplayView, StartBar,
    StartRow, StartView, ThingRow, ThingView, Waker,
};
pub use frame::{
    BriefingView, DebriefView, Frame, HandOverView, LengthView, ReportRow, ReportView, ScenarioRow, ScenariosView,
    SeatingView, SettingsView, ShownScreen, StyleView, TitleView,
};
pub use journal::{JournalView, Made, SavedGame};
pub use leaving::LeavingView;
pub use new_game::{NewGame, SaveIn};
pub use notice::Notice;
pub use prefs::{ON_PROJECTOR, Prefs, PrefsError, ZOOMS};
pub use reading::{LibraryView, Quoted, RecordView};
pub use table::Table;

/// The scenario to play until the player chooses another.
pub const SCENARIO: &str = "moscow-1955";

/// Why the application could not start.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The program's messages cannot be used.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    #[error(transparent)]
    Scenario(#[from] OpenError),
}

/// The current screen and the way back from it.
struct Navigation {
    screen: Screen,
    trail: Vec<Screen>,
    /// Line at which the transcript opens, from 1.
    record_line: u32,
}

impl Default for Navigation {
    fn default() -> Self {
        Self { screen: Screen::Title, trail: Vec::new(), record_line: 1 }
    }
}

/// The application: settings, scenarios, the current game and the screen.
pub struct App {
    ports: Ports,
    /// The messages, worded for the seat that reads them.
    catalogue: Catalogue,
    /// The messages that need no wording, built on first use.
    labels: OnceLock<Labels>,
    prefs: Prefs,
    scenario: Arc<Scenario>,
    /// The scenarios to choose from, as of the last time the list was opened.
    listed: Vec<Listed>,
    /// Seats for the next game.
    seating: Seating,
    /// How the other side answers in the next game.
    style: StyleId,
    table: Option<Table>,
    navigation: Navigation,
    notice: Option<Notice>,
    /// The intent that waits because the game could not be saved.
    held: Option<leaving::Held>,
    /// Whether the title screen shows the introduction.
    welcome: bool,
    /// Whether the first lesson is open instead of the chosen scenario.
    in_lesson: bool,
    /// Whether this run is in a class, which switches the adviser off.
    in_class: bool,
    /// The scenario's saved games, as of the last time a screen that lists them was opened.
    saved: journal::SavedGames,
    author: Option<Author>,
    /// The folder the author is browsing for a scenario.
    browsed: Option<PathBuf>,
    chooser: ChooserView,
    /// Wakes a sleeping front end when there is something new.
    waker: Waker,
    /// Increases with every change, so that views are rebuilt only when needed.
    revision: u64,
    wants_to_quit: bool,
}

impl App {
    /// Starts on the title screen with the last chosen scenario.
    ///
    /// # Errors
    /// When the program's own messages or scenario cannot be used.
    pub fn new(ports: Ports) -> Result<Self, AppError> {
        let language = Language::choose(ports.language.as_deref());
        let catalogue = language.catalogue()?;
        let (mut prefs, unread) = Prefs::read_or_default(&ports);
        let refused = |key: &str, args: &[Arg<'_>]| Notice::warning(catalogue.msg_with(key, args));
        let mut notice = language.missing.as_ref().map(|missing| in_english(&catalogue, missing));
        if let Some(error) = unread {
            notice = Some(refused("window-settings-unread", &[arg("error", error.to_string())]));
        }
        let scenario = match scenario_list::open(&ports, &prefs.scenario, &prefs) {
            Ok(scenario) => scenario,
            // The last chosen scenario may be gone, or its author may be in the middle of a change.
            Err(error) if prefs.scenario != Prefs::default().scenario => {
                notice = Some(refused("window-scenario-gone", &[arg("error", error.to_string())]));
                prefs.scenario = Prefs::default().scenario;
                scenario_list::open(&ports, &prefs.scenario, &prefs)?
            }
            Err(error) => return Err(error.into()),
        };
        let mut app = Self::over(ports, &catalogue, prefs, scenario);
        app.welcome = !app.prefs.welcomed;
        app.notice = notice;
        app.refresh_saved_games();
        Ok(app)
    }

    /// Starts with one scenario, for a front end that names it.
    ///
    /// # Errors
    /// When the program's own messages cannot be used.
    pub fn with_scenario(ports: Ports, scenario: Arc<Scenario>) -> Result<Self, AppError> {
        let language = Language::choose(ports.language.as_deref());
        let catalogue = language.catalogue()?;
        let (prefs, unread) = Prefs::read_or_default(&ports);
        let mut app = Self::over(ports, &catalogue, prefs, scenario);
        app.notice = language.missing.as_ref().map(|missing| in_english(&catalogue, missing));
        if let Some(error) = unread {
            app.warn("window-settings-unread", &[arg("error", error.to_string())]);
        }
        Ok(app)
    }

    /// Switches the adviser off for every game of this run and marks those games as played in a class.
    #[must_use]
    pub const fn in_class(mut self, in_class: bool) -> Self {
        self.in_class = in_class;
        self
    }

    fn over(ports: Ports, catalogue: &Catalogue, prefs: Prefs, scenario: Arc<Scenario>) -> Self {
        Saves::tidy(&ports);
        Self {
            catalogue: seated(catalogue, &scenario, SeatId::FIRST),
            labels: OnceLock::new(),
            ports,
            prefs,
            scenario,
            listed: Vec::new(),
            seating: Seating::default(),
            style: StyleId::FIRST,
            table: None,
            navigation: Navigation::default(),
            notice: None,
            held: None,
            welcome: false,
            in_lesson: false,
            in_class: false,
            saved: journal::SavedGames::default(),
            author: None,
            browsed: None,
            chooser: ChooserView::default(),
            waker: Waker::default(),
            revision: 0,
            wants_to_quit: false,
        }
    }

    /// The messages, worded for the seat that reads them.
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The front end's own texts, worded for the seat that reads them.
    pub fn labels(&self) -> &Labels {
        self.labels.get_or_init(|| self.catalogue.labels())
    }

    /// Words all messages for a seat of a scenario from now on.
    fn set_wording(&mut self, scenario: &Scenario, seat: SeatId) {
        self.catalogue = seated(&self.catalogue, scenario, seat);
        self.labels = OnceLock::new();
    }

    /// The current scenario.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The settings as last saved or changed.
    pub const fn prefs(&self) -> &Prefs {
        &self.prefs
    }

    /// Seats for the next game.
    pub const fn seating(&self) -> Seating {
        self.seating
    }

    /// The current screen.
    pub const fn screen(&self) -> Screen {
        self.navigation.screen
    }

    /// The current game with its drafts, file and debrief.
    pub const fn table(&self) -> Option<&Table> {
        self.table.as_ref()
    }

    /// The current game.
    pub fn game(&self) -> Option<&Game> {
        self.table.as_ref().map(Table::game)
    }

    /// What to tell the person about the last intent, if anything.
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Access to files, threads and time.
    pub const fn ports(&self) -> &Ports {
        &self.ports
    }

    /// Shows a notice about something that happened outside the application.
    pub fn notify(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.revision += 1;
    }

    /// Counts changes: a view made at an earlier revision is out of date.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the program should quit now.
    pub const fn wants_to_quit(&self) -> bool {
        self.wants_to_quit
    }

    /// The messages and the scenario, from which views make their texts.
    pub fn wording(&self) -> Wording<'_> {
        Wording::new(&self.catalogue, &self.scenario)
    }

    /// Carries out an intent. If that is impossible, a notice says so and nothing changes.
    pub fn act(&mut self, intent: Intent) {
        self.revision += 1;
        if !matches!(intent, Intent::Dismiss) {
            self.notice = None;
        }
        if !self.is_of_this_scenario(&intent) || self.must_ask(&intent) {
            return;
        }
        self.remember_welcome(&intent);
        self.take(intent);
        self.save_draft();
        if self.screen() == Screen::Debrief {
            self.lay_out_weights();
        }
    }

    fn take(&mut self, intent: Intent) {
        match intent {
            Intent::Show(screen) => self.show(screen),
            Intent::Back => self.back(),
            Intent::Quit => self.quit(),
            Intent::Choose(origin) => self.choose(origin),
            Intent::Sit(seating) => self.sit(seating),
            Intent::Style(style) => self.choose_style(style),
            Intent::Begin(length) => self.begin(length),
            Intent::Start(new) => self.start(*new),
            Intent::Learn => self.learn(),
            Intent::Welcomed => self.welcome = false,
            Intent::TakeScreen => self.take_screen(),
            Intent::Continue => self.resume_last(),
            Intent::Resume(path) => self.resume(&path),
            Intent::Fork(steps) => self.fork(steps),
            Intent::SaveAs(path) => self.save_as(path),
            Intent::Floor(person) => self.build(|draft, game| {
                let given = draft.give_floor(&game.session, person);
                given.map_err(|refusal| match refusal {
                    FloorRefusal::Rejected(rejection) => Some(rejection),
                    FloorRefusal::Taken => None,
                })
            }),
            Intent::Add(mv) => self.build(|draft, game| draft.add(&game.session, mv).map_err(Some)),
            Intent::Hold => self.build(|draft, game| draft.toggle_hold(&game.session).map_err(Some)),
            Intent::Remove(index) => self.change_draft(|draft| draft.remove(index)),
            Intent::Predict(index, prediction) => self.change_draft(|draft| draft.predict(index, prediction)),
            Intent::Clear => self.begin_statement(),
            Intent::Say => self.say(),
            Intent::Take(command) => self.take_command(&command),
            Intent::Advise => self.advise(),
            Intent::Clause(issue, pair) => self.write_clause(issue, pair),
            Intent::HistoricalReport => self.write_named(None),
            Intent::NamedReport(name) => self.write_named(Some(&name)),
            Intent::Send => self.send(),
            Intent::OpenRecord(line) => {
                self.navigation.record_line = line;
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
    }

    fn show(&mut self, screen: Screen) {
        if screen == self.screen() {
            return;
        }
        match screen {
            Screen::Scenarios => self.read_scenario_list(),
            Screen::Author => self.list_folders(),
            _ => {}
        }
        let navigation = &mut self.navigation;
        if screen == Screen::Title {
            navigation.trail.clear();
        } else {
            navigation.trail.retain(|earlier| *earlier != screen);
            navigation.trail.push(navigation.screen);
        }
        navigation.screen = screen;
        self.refresh_saved_games();
    }

    fn back(&mut self) {
        self.navigation.screen = self.navigation.trail.pop().unwrap_or(Screen::Title);
        self.refresh_saved_games();
    }

    /// Replaces the current screen: Back then leads to the title.
    fn turn_to(&mut self, screen: Screen) {
        self.navigation.trail = vec![Screen::Title];
        self.navigation.screen = screen;
        self.refresh_saved_games();
    }

    fn inform(&mut self, key: &str, args: &[Arg<'_>]) {
        self.notice = Some(Notice::information(self.catalogue.msg_with(key, args)));
    }

    /// Shows that something else went wrong although the intent was carried out.
    fn warn(&mut self, key: &str, args: &[Arg<'_>]) {
        let warning = Notice::warning(self.catalogue.msg_with(key, args));
        self.notice = Some(match self.notice.take() {
            Some(earlier) => earlier.and(warning),
            None => warning,
        });
    }

    /// Shows that the intent could not be carried out.
    fn refuse(&mut self, key: &str, args: &[Arg<'_>]) {
        self.notice = Some(Notice::refusal(self.catalogue.msg_with(key, args)));
    }

    fn reject(&mut self, rejection: &Rejection) {
        if matches!(rejection, Rejection::NoMoves) {
            return self.refuse("window-no-moves", &[]);
        }
        self.notice = Some(Notice::refusal(refusal(self.wording(), rejection)));
    }

    /// Changes the statement being built, if the rules allow it.
    fn build(&mut self, change: impl FnOnce(&mut Draft, &Game) -> Result<(), Option<Rejection>>) {
        let Some(table) = &mut self.table else { return };
        match change(&mut table.draft, &table.game) {
            Ok(()) => {}
            Err(Some(rejection)) => self.reject(&rejection),
            Err(None) => self.refuse("window-floor-taken", &[]),
        }
    }

    fn change_draft(&mut self, change: impl FnOnce(&mut Draft) -> bool) {
        if let Some(table) = &mut self.table {
            change(&mut table.draft);
        }
    }

    fn begin_statement(&mut self) {
        if let Some(table) = &mut self.table {
            table.draft = Draft::begun(&table.game.session);
        }
    }

    fn say(&mut self) {
        let statement = self.table.as_ref().and_then(|table| table.draft.statement());
        match statement {
            Some(statement) => {
                if self.apply(&Command::Statement(statement)) {
                    self.begin_statement();
                }
            }
            None => self.reject(&Rejection::NoMoves),
        }
    }

    /// Applies a command from a recorded game.
    fn take_command(&mut self, command: &Command) {
        if self.apply(command) {
            self.begin_statement();
            if matches!(command, Command::Report(_)) {
                self.turn_to_game();
            }
        }
    }

    fn write_clause(&mut self, issue: crate::scenario::IssueId, pair: u16) {
        let there = self.scenario.issue(issue).pairs.get(usize::from(pair)).is_some();
        if let Some(slot) = self.table.as_mut().and_then(|table| table.report.get_mut(issue.index()))
            && there
        {
            *slot = pair;
        }
    }

    /// Fills the report with the named deal, or without a name as the real delegation did.
    fn write_named(&mut self, name: Option<&str>) {
        let Some(table) = &mut self.table else { return };
        let as_it_was = self.scenario.seat(table.game.session.seat()).report_as_it_was;
        let deal = match name {
            None => as_it_was.map(|named| self.scenario.deal(named)),
            Some(name) => self.scenario.deals.iter().find(|deal| deal.id == name),
        };
        match deal {
            Some(deal) => table.report = table.game.session.within_play(&deal.deal),
            None => self.refuse("report-no-such-deal", &[arg("name", name.unwrap_or("as-it-was").to_owned())]),
        }
    }

    fn send(&mut self) {
        let Some(report) = self.table.as_ref().map(|table| table.report.clone()) else { return };
        if self.apply(&Command::Report(report)) {
            self.turn_to_game();
        }
    }

    /// Applies a command and saves the game. Returns whether the command was accepted.
    fn apply(&mut self, command: &Command) -> bool {
        let Some(table) = &mut self.table else { return false };
        if let Err(rejection) = table.game.apply(command) {
            self.reject(&rejection);
            return false;
        }
        if let Some(author) = &mut self.author {
            author.forget_stuck();
        }
        self.save();
        true
    }

    fn quit(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.save_when_reviewed) {
            self.finish_work();
        }
        self.wants_to_quit = true;
    }

    /// Saves the debrief next to the game as a page to print: now, or once a running review is done.
    fn save_debrief(&mut self) {
        self.poll_background_work();
        let working = self.is_working();
        let Some(table) = &mut self.table else { return };
        table.save_when_reviewed = working;
        if working {
            return self.inform("window-debrief-waits", &[]);
        }
        self.write_debrief();
    }

    fn write_debrief(&mut self) {
        let Some(table) = &self.table else { return };
        let (document, _) = self.weighed(table);
        let page = html::page(self.wording(), &document);
        match self.saves().write_debrief(table.store.as_ref(), &page) {
            Ok(path) => self.inform("window-debrief-saved", &[arg("file", path.display().to_string())]),
            Err(error) => self.refuse("window-debrief-not-saved", &[arg("error", error.to_string())]),
        }
    }
}

/// Warns that the requested language has no messages, so they are in English.
fn in_english(catalogue: &Catalogue, missing: &str) -> Notice {
    let args = [arg("language", missing), arg("known", Language::all().join(", "))];
    Notice::warning(catalogue.msg_with("language-missing", &args))
}
