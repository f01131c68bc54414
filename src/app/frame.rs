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
    /// Which screen is shown. A hot seat that changes hands stands for the table; a folder of which nothing can be read yet, for
    /// the title.
    pub screen: Screen,
    pub shown: ShownScreen,
    /// The screens that the menu leads to now, with the verb whose key leads there.
    pub menu: Vec<(Screen, Option<Verb>)>,
    /// What went wrong, or what was done.
    pub notice: Option<Notice>,
    pub prefs: Prefs,
    /// There is a game to go back to.
    pub in_game: bool,
    /// What was said last could not be saved.
    pub unsaved: bool,
    /// The question before a game that could not be saved is left.
    pub leaving: Option<LeavingView>,
    /// The scenario has a record to read.
    pub has_record: bool,
    /// A short name of the scenario, as on the tab of a file.
    pub subject: String,
    /// The scenario has a map.
    pub has_map: bool,
    /// The author's panel, while a folder is open.
    pub author: Option<Box<AuthorView>>,
}

/// A screen and its content.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each screen is described where it is named")]
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
    /// The map, and the same in words.
    Map(Box<MapView>, Vec<MapLine>),
    Settings(SettingsView),
    Author(ChooserView),
    /// A folder is open, and nothing of it can be shown yet.
    Unread,
}

/// The title.
#[derive(Debug, Clone, PartialEq)]
pub struct TitleView {
    /// Title of the scenario.
    pub title: String,
    /// Where and between whom.
    pub setting: String,
    pub question: String,
    /// The game that can be resumed, in words.
    pub resume_label: Option<String>,
    /// Who can play; none where there is but one way.
    pub seatings: Vec<SeatingView>,
    /// In which styles the other side can answer; none where there is but one.
    pub styles: Vec<StyleView>,
    pub lengths: Vec<LengthView>,
    /// What the first lesson is, where it can be begun here.
    pub lesson: Option<String>,
    /// While the lesson is on the table: the way on to the scenario that was chosen before.
    pub after_lesson: Option<(String, Origin)>,
    /// The game on the desk is over.
    pub over: bool,
    /// The introduction is shown.
    pub welcome: bool,
}

/// A length of game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthView {
    /// Its place in the scenario.
    pub length: usize,
    pub name: String,
    /// About how long it takes, in words.
    pub takes: String,
}

/// The scenarios that can be played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenariosView {
    /// Those that the program carries, then one's own.
    pub rows: Vec<ScenarioRow>,
    /// Where your own scenarios are, in words.
    pub folder: Option<String>,
}

/// A scenario that can be played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioRow {
    /// Where it comes from.
    pub origin: Origin,
    /// Name of its folder.
    pub key: String,
    pub title: String,
    /// Where and between whom, and that it is chosen; or why it cannot be played.
    pub detail: String,
    /// It is one's own.
    pub own: bool,
    /// How many errors it has; with any it cannot be played.
    pub errors: usize,
    /// It is the one that is chosen.
    pub chosen: bool,
}

/// A way to sit at the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatingView {
    /// The seat, and who is opposite.
    pub seating: Seating,
    /// In words.
    pub name: String,
    /// It is the one that is chosen.
    pub chosen: bool,
}

/// A style in which the other side can answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleView {
    pub style: usize,
    pub name: String,
    pub plain: String,
    /// It is the one that is chosen.
    pub chosen: bool,
}

/// The screen goes from one of two people to the other, and shows nothing of either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverView {
    /// Whose turn it is, in words.
    pub now: String,
    /// Nothing has been said yet: the screen explains to both how it goes.
    pub before_first_word: bool,
}

/// The briefing.
#[derive(Debug, Clone, PartialEq)]
pub struct BriefingView {
    /// Whose seat it is.
    pub seat: String,
    /// Where the words of the talk come from, if not from the record.
    pub speech: Option<String>,
    pub brief: Vec<String>,
    pub more: Vec<String>,
    /// Nothing has been said yet.
    pub before_first_word: bool,
    /// Games that can be begun; none where one is on the desk already.
    pub lengths: Vec<LengthView>,
}

/// An issue of the report with the pair that is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRow {
    pub issue: ReportIssue,
    /// Index of the chosen pair.
    pub chosen: u16,
    /// It is not how the other side sees it.
    pub own: bool,
}

/// The report home.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportView {
    /// One row an issue.
    pub rows: Vec<ReportRow>,
    /// How many clauses were changed, in words.
    pub clauses: String,
    /// How the talk ended.
    pub ended: Option<TurnView>,
    /// History has a report of its own.
    pub as_it_was: bool,
}

/// The debrief.
#[derive(Debug, Clone, PartialEq)]
pub struct DebriefView {
    pub document: Document,
    /// Of two people: the seats, and whether it is the debrief of that one.
    pub seats: Vec<(SeatId, String, bool)>,
    /// The weights that can be moved, and what follows from them.
    pub criticism: Option<Criticism>,
    /// The moves are still being reviewed.
    pub reviewing: bool,
}

/// The settings.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsView {
    pub prefs: Prefs,
    /// What the orders of place names are called.
    pub name_orders: Vec<String>,
    pub names_first: usize,
    /// Where games and settings are saved, in words.
    pub folder: Option<String>,
}

impl App {
    /// Everything that is shown now.
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

    /// What is shown, and which screen that is: another than was asked for where it has nothing to show yet.
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

    /// The content of a screen; none where it needs a game or a map that is not there.
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

    /// The screens in the menu that have something to show: without a record there is none to read, without a map none to look at.
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
            // In the hot seat, the second person reads the brief after the first has spoken.
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
