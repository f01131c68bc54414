//! The author's mode: watches a folder, plays its last good version, and shows its faults next to the game.

mod bots;
mod browse;
mod faults;
mod links;
mod panel;
mod recorded;
mod reload;
mod start;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use super::authoring::{Authoring, Page};
use super::intent::{Intent, Screen};
use crate::language::arg;
use crate::library::create::{Template, create};
use crate::library::open::Library;
use crate::library::recorded::Tested;
use crate::library::saves::Store;
use crate::negotiation::ChangedRoom;
use crate::negotiation::journal::Journal;
use crate::scenario::diagnostic::Report;
use crate::scenario::links::Links;

use super::{App, scenario_list};
use watch::{Reading, Watch};

pub use bots::{BotRow, BotsView, FoundView, GAMES, PlayingView};
pub use browse::{ChooserView, FolderRow};
pub use faults::{Excerpt, FaultView, FaultsView, PlaceView};
pub use links::{AskedView, LinksView, ThingRow, ThingView};
pub use panel::{AuthorPage, AuthorView, FolderState, ReplayView};
pub use recorded::{RecordedRow, RecordedView};
pub use start::{StartBar, StartRow, StartView};
pub use watch::Waker;

/// The folder that an author is working on.
pub(super) struct Author {
    pub(super) folder: PathBuf,
    watch: Watch,
    /// Errors and warnings from the last reading.
    report: Report,
    /// Whether the folder or its `scenario.ron` is missing.
    gone: bool,
    /// When the folder was last read, and which files had changed.
    read_at: Duration,
    changed: Vec<PathBuf>,
    /// Whether a good version has been opened.
    pub(super) is_laid_out: bool,
    /// Whether the open version is older than the last reading.
    is_behind: bool,
    /// A game that could not be replayed to its end.
    stuck: Option<Stuck>,
    /// Other messages from the replay.
    told: Vec<String>,
    page: Page,
    /// The code being explained.
    explained: Option<String>,
    /// The scenario's links, computed on first use.
    links: OnceLock<Links>,
    /// The part whose links are shown.
    chosen: Option<links::Named>,
    /// Choices for the next game to start.
    start: start::Start,
    /// Results of replaying the recorded games.
    tested: Option<Vec<Tested>>,
    bots: bots::BotRuns,
}

/// A game that no longer fits, unchanged. It resumes once the scenario is fixed.
struct Stuck {
    journal: Journal,
    store: Option<Store>,
    /// What doesn't fit, and why.
    because: String,
    /// The moves that were on offer instead.
    offered: Vec<String>,
}

impl Author {
    /// Handles intents that only affect the panel or the next game.
    fn take(&mut self, wanted: Authoring) {
        match wanted {
            Authoring::Turn(page) => self.page = page,
            Authoring::Explain(code) => self.explained = code,
            Authoring::FromTurn(turn) => self.start.turn = turn,
            Authoring::Bar(bar, height) => self.start.room.set(bar, height),
            Authoring::AsWritten => self.start.room = ChangedRoom::default(),
            Authoring::Bot(name, plays) => self.bots.choose(&name, plays),
            Authoring::Games(games) => self.bots.play(games),
            Authoring::BotsFromHere(here) => self.bots.begin_here(here),
            Authoring::Stop => self.bots.stop(),
            _ => {}
        }
    }

    /// Drops the game that no longer fits, once the author has continued without it.
    pub(super) fn forget_stuck(&mut self) {
        self.stuck = None;
        self.told.clear();
    }
}

impl App {
    /// Carries out an author's intent.
    pub(super) fn author(&mut self, wanted: Authoring) {
        match wanted {
            Authoring::Open(folder) => self.open_folder(&folder),
            Authoring::Browse(folder) => self.browse(folder),
            Authoring::Fix => self.fix_folder(),
            Authoring::ReadAgain => self.read_again(),
            Authoring::Close => self.close_folder(),
            Authoring::Copied(place) => {
                self.inform("author-copied", &[arg("place", place)]);
            }
            Authoring::Create(name) => self.create(&name),
            Authoring::Links(node) => self.choose_thing(node),
            Authoring::StartFrom(start_point) => self.start_from(start_point),
            Authoring::Begin => self.begin_there(),
            Authoring::SaveAsRecorded => self.save_as_recorded(),
            Authoring::PlayRecorded => self.play_recorded(),
            Authoring::RunBots => self.let_bots_play(),
            wanted => {
                if let Some(author) = &mut self.author {
                    author.take(wanted);
                }
            }
        }
    }

    /// Creates a scenario among the player's own and opens it.
    fn create(&mut self, name: &str) {
        let Some(own) = Library::new(&self.ports).own_folder() else {
            return self.refuse("scenarios-no-folder", &[]);
        };
        let name = name.trim();
        let plain = !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.');
        let begun = match plain {
            true => create(self.ports.storage.as_ref(), &own.join(name), &Template::OneFile)
                .map_err(|error| error.to_string()),
            false => Err(self.catalogue.msg("author-no-name")),
        };
        match begun {
            Ok(begun) => {
                self.open_folder(&begun.folder);
                let args = [arg("folder", begun.folder.display().to_string())];
                self.inform("author-created", &args);
            }
            Err(error) => self.refuse("author-not-created", &[arg("error", error)]),
        }
    }

    /// Opens a folder, plays whatever can be read in it, and starts watching it.
    fn open_folder(&mut self, typed: &Path) {
        if typed.as_os_str().is_empty() {
            return self.refuse("author-no-path", &[]);
        }
        let folder = browse::meant(&self.ports, typed);
        if !self.ports.storage.is_folder(&folder) {
            let args = [arg("folder", folder.display().to_string())];
            return self.refuse("author-no-folder", &args);
        }
        let (watch, reading) = Watch::begin(&folder, &self.ports, &self.waker);
        self.table = None;
        self.author = Some(Author {
            folder: folder.clone(),
            watch,
            report: Report::default(),
            gone: false,
            read_at: reading.at,
            changed: Vec::new(),
            is_laid_out: false,
            is_behind: false,
            stuck: None,
            told: Vec::new(),
            page: Page::Faults,
            explained: None,
            links: OnceLock::new(),
            chosen: None,
            start: start::Start::default(),
            tested: None,
            bots: bots::BotRuns::default(),
        });
        self.take_reading(reading);
        self.prefs.opened(&folder);
        self.save_prefs();
        self.turn_to(Screen::Title);
    }

    /// Rereads the folder now.
    pub(super) fn read_again(&mut self) {
        let folder = self.author.as_ref().map(|author| author.folder.clone());
        if let Some(folder) = folder {
            self.take_reading(watch::read(&folder, &self.ports, Vec::new()));
        }
    }

    /// Closes the folder and returns to the scenario chosen before.
    fn close_folder(&mut self) {
        if self.author.take().is_none() {
            return;
        }
        match scenario_list::open(&self.ports, &self.prefs.scenario, &self.prefs) {
            Ok(scenario) => self.switch_scenario(scenario),
            Err(_) => {
                let first = super::Prefs::default().scenario;
                match scenario_list::open(&self.ports, &first, &self.prefs) {
                    Ok(scenario) => self.switch_scenario(scenario),
                    Err(error) => {
                        let args = [arg("error", error.to_string())];
                        self.refuse("window-scenario-unread", &args);
                    }
                }
            }
        }
        self.turn_to(Screen::Title);
    }

    /// Takes in new readings of the folder and the bots' progress.
    pub(super) fn look_at_folder(&mut self) {
        if self.author.as_mut().is_some_and(|author| author.bots.look()) {
            self.revision += 1;
        }
        let reading: Option<Reading> = self.author.as_mut().and_then(|author| author.watch.news());
        if let Some(reading) = reading {
            self.take_reading(reading);
            self.revision += 1;
        }
    }

    /// Whether a folder is open, so that news may arrive.
    pub const fn is_authoring(&self) -> bool {
        self.author.is_some()
    }

    /// Whether bots are playing in the background.
    pub fn lets_bots_play(&self) -> bool {
        let author = self.author.as_ref();
        author.is_some_and(|author| author.bots.is_playing())
    }

    /// Wakes the front end when background work has news.
    pub const fn waker(&self) -> &Waker {
        &self.waker
    }

    /// Whether everything an intent refers to exists in the current scenario, which may have changed since it was
    /// drawn.
    pub(super) fn is_of_this_scenario(&self, intent: &Intent) -> bool {
        let scenario = &self.scenario;
        let seat = |seat: crate::scenario::SeatId| seat.index() < scenario.seats.len();
        match intent {
            Intent::Floor(person) => person.index() < scenario.people.len(),
            Intent::Add(mv) => mv.index() < scenario.moves.len(),
            Intent::Clause(issue, _) => issue.index() < scenario.issues.len(),
            Intent::Weigh(party, issue, _) => {
                party.index() < scenario.parties.len() && issue.index() < scenario.issues.len()
            }
            Intent::Sit(seating) => seat(seating.seat),
            Intent::DebriefOf(id) => seat(*id),
            Intent::Begin(length) => *length < scenario.lengths.len(),
            // Other intents look things up by kind and id, which may safely fail.
            _ => true,
        }
    }
}
