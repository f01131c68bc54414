//! The journal: a summary of this game's statements and answers, and the saved games.

use std::path::PathBuf;
use std::time::Duration;

use crate::language::arg;
use crate::library::saves;
use crate::negotiation::journal::{Game, Journal};
use crate::view::table::{self, TurnView};
use crate::view::talk::TalkItem;
use crate::view::turns;

use super::App;
use super::intent::Screen;
use super::table::Table;

/// A statement of this game, with a way to go back to just before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// Number of the step, from 0.
    pub step: usize,
    pub heading: String,
    /// Label for going back to just before this statement.
    pub fork: String,
    /// Each move, with how it was answered.
    pub moves: Vec<(String, String)>,
}

/// A saved-game file, which may be faulty.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedGame {
    pub path: PathBuf,
    pub name: String,
    /// Label for resuming the game.
    pub resume: String,
    /// Length and seats of the game; empty if unknown.
    pub game: String,
    /// Number of steps and date saved, or what is wrong with the file.
    pub state: String,
    /// Whether the game can be resumed.
    pub sound: bool,
}

/// This game's statements, and the saved games.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalView {
    /// A sentence naming this game's file.
    pub file: Option<String>,
    pub made: Vec<Made>,
    /// Saved games, the last played first.
    pub saved: Vec<SavedGame>,
}

/// The scenario's saved games, read when a screen that shows them is opened.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct SavedGames {
    rows: Vec<SavedGame>,
    /// Label on the title screen for the game to resume.
    pub(super) last: Option<String>,
}

impl App {
    pub(super) fn journal(&self) -> JournalView {
        let made = self.table.as_ref().map_or_else(Vec::new, |table| {
            let turns = table::turns(self.wording(), &table.game).into_iter();
            turns.filter_map(|turn| self.made(&table.game, turn)).collect()
        });
        let store = self.table.as_ref().and_then(Table::store).filter(|store| store.known().is_some());
        let file = store.map(|store| {
            let args = [arg("file", store.path().display().to_string())];
            self.catalogue.msg_with("window-saved-in", &args)
        });
        JournalView { file, made, saved: self.saved.rows.clone() }
    }

    /// Files of this scenario's saved games, the last played first.
    pub(super) fn saved_games(&self) -> Vec<PathBuf> {
        self.saves().games_of(&self.scenario.id)
    }

    /// Reads the saved games if the screen shows them: once when it is opened, not every frame.
    pub(super) fn refresh_saved_games(&mut self) {
        let rows = match self.screen() {
            Screen::Journal => self.saved_games().into_iter().map(|path| self.saved(path)).collect(),
            _ => Vec::new(),
        };
        let last = match self.screen() {
            Screen::Title if self.table.is_none() => self.last_saved(),
            _ => None,
        };
        self.saved = SavedGames { rows, last };
    }

    fn made(&self, game: &Game, turn: TurnView) -> Option<Made> {
        let step = turn.step?;
        turn.items.into_iter().find_map(|item| match item {
            TalkItem::Floor { statement, name, .. } => {
                let heading = format!("{statement}. {name}");
                let fork = self.catalogue.msg_with("window-fork-at", &[arg("heading", heading.as_str())]);
                Some(Made { step, heading, fork, moves: self.moves_of(game, statement) })
            }
            _ => None,
        })
    }

    /// The moves of a statement, each with how it was answered.
    fn moves_of(&self, game: &Game, statement: u32) -> Vec<(String, String)> {
        let points = game.session.state().points.iter().enumerate();
        points
            .filter(|(_, point)| point.statement == statement)
            .map(|(number, point)| {
                let label = self.scenario.mv(point.mv).label.clone();
                let answer = turns::answered(self.wording(), game, number, point.status);
                (label, answer)
            })
            .collect()
    }

    fn saved(&self, path: PathBuf) -> SavedGame {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let (game, state, sound) = match saves::read(self.ports.storage.as_ref(), &path) {
            Ok(journal) => {
                let info = self.ports.storage.info(&path).ok().flatten();
                let saved = info.and_then(|info| info.modified).unwrap_or_default();
                let args = [arg("steps", journal.steps.len()), arg("day", self.day(saved))];
                let state = self.catalogue.msg_with("window-saved-steps", &args);
                (self.kind_of(&journal), state, true)
            }
            Err(error) => (String::new(), error.to_string(), false),
        };
        let resume = self.catalogue.msg_with("window-resume-named", &[arg("name", name.as_str())]);
        SavedGame { path, name, resume, game, state, sound }
    }

    /// The length and seats of a journal's game, as text.
    fn kind_of(&self, journal: &Journal) -> String {
        let Ok(setup) = journal.setup(&self.scenario) else {
            return String::new();
        };
        let length = self.scenario.length(setup.length);
        let seat = if journal.hot_seat {
            self.catalogue.msg("window-two-people")
        } else {
            self.scenario.seat(setup.seat).name.clone()
        };
        let args = [arg("length", length.name.as_str()), arg("seat", seat)];
        self.catalogue.msg_with("journal-game", &args)
    }

    /// A date as text, in UTC: the library doesn't know the time zone.
    fn day(&self, since_1970: Duration) -> String {
        let (year, month, day) = date_of(since_1970.as_secs() / 86_400);
        let args = [arg("year", year.to_string()), arg("month", month), arg("day", day)];
        self.catalogue.msg_with("journal-day", &args)
    }
}

/// Gregorian year, month and day for a number of days since 1 January 1970. This is Howard Hinnant's `civil_from_days`,
/// without its dates before 1970.
fn date_of(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * years + years / 4 - years / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (years + era * 400 + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::date_of;

    #[test]
    fn days_since_1970_become_dates() {
        assert_eq!(date_of(0), (1970, 1, 1));
        assert_eq!(date_of(11_016), (2000, 2, 29));
        assert_eq!(date_of(11_017), (2000, 3, 1));
        assert_eq!(date_of(20_782), (2026, 11, 25));
    }
}
