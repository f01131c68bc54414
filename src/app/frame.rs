//! What a front end shows at one moment.

use crate::language::arg;
use crate::scenario::SeatId;
use crate::view::criticism::Criticism;
use crate::view::document::Document;
use crate::view::map::{self, MapLine, MapView};
use crate::view::report::{self, ReportIssue};
use crate::view::table::{self, TableView, TurnView};

use super::intent::{Origin, Screen, Seating, Verb};
use super::journal::JournalView;
use super::reading::{LibraryView, RecordView};
use super::table::{Table, spoken};
use super::{App, AuthorView, ChooserView, LeavingView, Notice, Prefs};

/// Everything a window shows at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The current screen: `Table` while a hot seat changes hands, `Title` while an open folder has nothing to show
    /// yet.
    pub screen: Screen,
    pub shown: ShownScreen,
    /// The screens now in the menu, each with the verb whose key opens it.
    pub menu: Vec<(Screen, Option<Verb>)>,
    /// What went wrong, or what was done.
    pub notice: Option<Notice>,
    pub prefs: Prefs,
    /// Whether there is a game to return to.
    pub in_game: bool,
    /// Whether the last statement could not be saved.
    pub unsaved: bool,
    /// The question asked before closing a game that could not be saved.
    pub leaving: Option<LeavingView>,
    /// Whether the scenario has a transcript to read.
    pub has_record: bool,
    /// A short name for the scenario, as on the tab of a file.
    pub subject: String,
    /// Whether the scenario has a map.
    pub has_map: bool,
    /// The author's panel, while a folder is open.
    pub author: Option<Box<AuthorView>>,
}

/// A screen and its content.
#[derive(Debug, Clone, PartialEq)]
pub enum ShownScreen {
    Title(TitleView),
    Scenarios(ScenariosView),
    HandOver(HandOverView),
    Briefing(BriefingView),
    Table(Box<TableView>),
    Record(RecordView),
    Journal(JournalView),
    Report(ReportView),
    Debrief(Box<DebriefView>),
    Library(LibraryView),
    /// The map, and the same content as text.
    Map(Box<MapView>, Vec<MapLine>),
    Settings(SettingsView),
    Author(ChooserView),
    /// A folder is open, but nothing in it can be shown yet.
    Unread,
}

/// The scenario's cover, and ways to start or resume a game.
#[derive(Debug, Clone, PartialEq)]
pub struct TitleView {
    pub title: String,
    /// Where the talks take place, and between whom.
    pub setting: String,
    pub question: String,
    /// Label for the game to resume.
    pub resume_label: Option<String>,
    /// Who can play; empty if there is no choice.
    pub seatings: Vec<SeatingView>,
    /// How the other side can answer; empty if there is no choice.
    pub styles: Vec<StyleView>,
    pub lengths: Vec<LengthView>,
    /// What the first lesson is about; `None` where it isn't offered.
    pub lesson: Option<String>,
    /// During the lesson: the label and origin of the scenario to continue with afterwards.
    pub after_lesson: Option<(String, Origin)>,
    /// Whether the current game is over.
    pub over: bool,
    /// Whether the introduction is shown.
    pub welcome: bool,
}

/// A length to choose for the game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthView {
    /// Index in the scenario's lengths.
    pub length: usize,
    pub name: String,
    /// About how long a game takes, as text.
    pub takes: String,
}

/// The list of scenarios.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenariosView {
    /// Built-in scenarios first, then the player's own.
    pub rows: Vec<ScenarioRow>,
    /// A sentence naming the folder for the player's own scenarios.
    pub folder: Option<String>,
}

/// One scenario in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioRow {
    pub origin: Origin,
    /// Folder name.
    pub key: String,
    pub title: String,
    /// Place and parties, and whether the scenario is chosen; or why it can't be played.
    pub detail: String,
    /// Whether the scenario is the player's own.
    pub own: bool,
    /// Number of errors. With any, the scenario can't be played.
    pub errors: usize,
    pub chosen: bool,
}

/// A choice of who plays which seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatingView {
    pub seating: Seating,
    pub name: String,
    pub chosen: bool,
}

/// A style in which the other side can answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleView {
    pub style: usize,
    pub name: String,
    pub plain: String,
    pub chosen: bool,
}

/// Shown while two players pass the screen; reveals nothing about either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverView {
    /// Whose turn it is, as text.
    pub now: String,
    /// Whether no one has spoken yet: the screen then explains how passing works.
    pub before_first_word: bool,
}

/// What a player reads before the first statement.
#[derive(Debug, Clone, PartialEq)]
pub struct BriefingView {
    /// The seat's name.
    pub seat: String,
    /// Where the spoken words come from, if not from the record.
    pub speech: Option<String>,
    pub brief: Vec<String>,
    pub more: Vec<String>,
    /// Whether the seat has yet to speak.
    pub before_first_word: bool,
    /// Lengths of game to start; empty if a game is already in progress.
    pub lengths: Vec<LengthView>,
}

/// An issue in the report with the chosen pair of position and timing.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRow {
    pub issue: ReportIssue,
    /// Index of the chosen pair.
    pub chosen: u16,
    /// Whether the choice differs from how the other side sees it.
    pub own: bool,
}

/// The report home, one clause for each issue.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportView {
    /// One row for each issue.
    pub rows: Vec<ReportRow>,
    /// How many clauses were changed, as text.
    pub clauses: String,
    /// How the talk ended.
    pub ended: Option<TurnView>,
    /// Whether the scenario has the real delegation's report.
    pub as_it_was: bool,
}

/// The debrief, and the weights a player can change in it.
#[derive(Debug, Clone, PartialEq)]
pub struct DebriefView {
    pub document: Document,
    /// In the hot seat: each seat with its name, and whether its debrief is the one shown.
    pub seats: Vec<(SeatId, String, bool)>,
    /// The weights a player can change, and what follows from them.
    pub criticism: Option<Criticism>,
    /// Whether moves are still being reviewed.
    pub reviewing: bool,
}

/// The settings, and what they can be set to.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsView {
    pub prefs: Prefs,
    /// Labels of the scenario's orders of place names.
    pub name_orders: Vec<String>,
    pub names_first: usize,
    /// A sentence naming the folder for games and settings.
    pub folder: Option<String>,
}

impl App {
    /// Everything the current screen shows.
    pub fn frame(&self) -> Frame {
        let (screen, shown) = self.shown();
        Frame {
            screen,
            shown,
            menu: self.menu(),
            notice: self.notice.clone(),
            prefs: self.prefs.clone(),
            in_game: self.table.is_some(),
            unsaved: self.is_unsaved(),
            leaving: self.leaving(),
            has_record: !self.scenario.sources.is_empty(),
            subject: self.subject(),
            has_map: !self.scenario.map.is_empty(),
            author: self.author_view().map(Box::new),
        }
    }

    /// The current screen and its content. Falls back to another screen if the requested one has nothing to show.
    fn shown(&self) -> (Screen, ShownScreen) {
        if let Some(view) = self.hand_over() {
            return (Screen::Table, ShownScreen::HandOver(view));
        }
        let screen = self.screen();
        let of_the_scenario = !matches!(screen, Screen::Scenarios | Screen::Settings | Screen::Author);
        if of_the_scenario && self.author.as_ref().is_some_and(|author| !author.is_laid_out) {
            return (Screen::Title, ShownScreen::Unread);
        }
        match self.shown_if_there(screen) {
            Some(shown) => (screen, shown),
            None => (Screen::Title, ShownScreen::Title(self.title())),
        }
    }

    /// The content of a screen; `None` if it needs a game or map that doesn't exist.
    fn shown_if_there(&self, screen: Screen) -> Option<ShownScreen> {
        let table = self.table.as_ref();
        Some(match screen {
            Screen::Title => ShownScreen::Title(self.title()),
            Screen::Table => ShownScreen::Table(Box::new(self.talk(table?))),
            Screen::Briefing => ShownScreen::Briefing(self.briefing()),
            Screen::Record => ShownScreen::Record(self.record()),
            Screen::Journal => ShownScreen::Journal(self.journal()),
            Screen::Report => ShownScreen::Report(self.report(table?)),
            Screen::Debrief => ShownScreen::Debrief(Box::new(self.debrief(table?))),
            Screen::Library => ShownScreen::Library(self.library()),
            Screen::Map => self.map()?,
            Screen::Settings => ShownScreen::Settings(self.settings()),
            Screen::Author => ShownScreen::Author(self.chooser.clone()),
            Screen::Scenarios => ShownScreen::Scenarios(self.scenarios()),
        })
    }

    /// The menu's screens, without the transcript and the map if the scenario has none.
    fn menu(&self) -> Vec<(Screen, Option<Verb>)> {
        let is_there = |screen: Screen| match screen {
            Screen::Record => !self.scenario.sources.is_empty(),
            Screen::Map => !self.scenario.map.is_empty(),
            _ => true,
        };
        Screen::MENU.iter().copied().filter(|(screen, _)| is_there(*screen)).collect()
    }

    fn talk(&self, table: &Table) -> TableView {
        let mut view = table::table(self.wording(), &table.game, &table.draft);
        view.why = self.why(table);
        view.advice = self.advice();
        view
    }

    fn debrief(&self, table: &Table) -> DebriefView {
        let (document, criticism) = self.weighed(table);
        DebriefView { document, seats: self.debrief_seats(table), criticism, reviewing: self.is_working() }
    }

    fn settings(&self) -> SettingsView {
        SettingsView {
            prefs: self.prefs.clone(),
            name_orders: self.scenario.name_orders.clone(),
            names_first: self.prefs.names_first(&self.scenario.id),
            folder: self.ports.data_folder.as_ref().map(|folder| {
                let args = [arg("folder", folder.display().to_string())];
                self.catalogue.msg_with("window-folder", &args)
            }),
        }
    }

    fn map(&self) -> Option<ShownScreen> {
        let session = self.game().map(|game| &game.session);
        let seat = session.map_or(self.seating.seat, |session| session.seat());
        let view = map::map(self.wording(), seat, session)?;
        let told = map::in_words(&self.catalogue, &view, None);
        Some(ShownScreen::Map(Box::new(view), told))
    }

    fn briefing(&self) -> BriefingView {
        let game = self.game();
        let seat = game.map_or(self.seating.seat, |game| game.session.seat());
        let seat_text = self.scenario.seats.get(seat.index());
        let none = Vec::new;
        BriefingView {
            seat: seat_text.map_or_else(String::new, |seat| seat.name.clone()),
            speech: self.wording().speech(),
            brief: seat_text.map_or_else(none, |seat| seat.brief.clone()),
            more: seat_text.map_or_else(none, |seat| seat.more.clone()),
            // In the hot seat, the second player reads the brief after the first has spoken.
            before_first_word: game.is_none_or(|game| !spoken(game).contains(&seat)),
            lengths: if game.is_none() { self.lengths() } else { Vec::new() },
        }
    }

    fn report(&self, table: &Table) -> ReportView {
        let session = &table.game.session;
        let opening = session.opening();
        let rows = report::issues(self.wording(), session).into_iter().map(|issue| {
            let index = issue.issue.index();
            let chosen = table.report.get(index).copied().unwrap_or_default();
            ReportRow { chosen, own: opening.get(index) != Some(&chosen), issue }
        });
        let rows: Vec<ReportRow> = rows.collect();
        let own = rows.iter().filter(|row| row.own).count();
        let last = table::turns(self.wording(), &table.game).pop();
        ReportView {
            clauses: self.catalogue.msg_with("report-clauses", &[arg("own", own), arg("all", rows.len())]),
            rows,
            ended: last,
            as_it_was: self.scenario.seat(session.seat()).report_as_it_was.is_some(),
        }
    }
}
