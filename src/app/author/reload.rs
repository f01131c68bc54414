//! Opening a new reading of the folder: replays the game by ids, and sets aside what no longer fits until it is fixed.

use std::sync::Arc;

use super::super::intent::{Screen, Seating};
use crate::language::arg;
use crate::library::open::{Library, Place};
use crate::library::recorded;
use crate::library::saves::{Drafted, Store};
use crate::negotiation::journal::{Broken, Journal, Replayed};
use crate::negotiation::{Awaiting, Opposite};
use crate::scenario::{Scenario, SeatId};
use crate::view::refusal::refusal;

use super::super::table::Table;
use super::super::{App, scenario_list};
use super::watch::Reading;
use super::{Author, Stuck};

/// Choices to restore after a new reading, by id, because indices may change.
struct ByIds {
    drafted: Option<Drafted>,
    seating: Option<(String, Opposite)>,
    at: Option<String>,
    briefed: Vec<String>,
    debrief_of: Option<String>,
}

impl ByIds {
    fn of(app: &App) -> Self {
        let scenario = &app.scenario;
        let id = |seat: SeatId| scenario.seats.get(seat.index()).map(|seat| seat.id.clone());
        let table = app.table.as_ref();
        Self {
            drafted: table.map(Table::drafted),
            seating: id(app.seating.seat).map(|seat| (seat, app.seating.opposite)),
            at: table.and_then(|table| table.at).and_then(id),
            briefed: table.map_or_else(Vec::new, |table| table.briefed.iter().copied().filter_map(id).collect()),
            debrief_of: table.and_then(|table| table.debrief_of).and_then(id),
        }
    }
}

impl App {
    /// Takes in a reading of the folder. A scenario without errors is opened; with errors, the last good version stays.
    pub(super) fn take_reading(&mut self, reading: Reading) {
        let Some(author) = &mut self.author else {
            return;
        };
        author.report = reading.report;
        author.gone = reading.gone;
        author.read_at = reading.at;
        author.changed = reading.changed;
        let Some(scenario) = reading.scenario else {
            author.is_behind = true;
            return;
        };
        // The content hash doesn't cover recorded games.
        let same = author.is_laid_out
            && self.scenario.content_hash == scenario.content_hash
            && self.scenario.playthroughs == scenario.playthroughs;
        author.is_behind = false;
        if same {
            return;
        }
        let folder = Place::Folder(author.folder.clone());
        let order = self.prefs.names_first(&scenario.id);
        let scenario = match order {
            0 => Arc::new(scenario),
            // Read again with the chosen order of place names. If that fails, keep the order of the texts.
            _ => Library::new(&self.ports).with_names(&folder, order).unwrap_or_else(|_| Arc::new(scenario)),
        };
        self.lay_out(scenario);
    }

    /// Replaces the current scenario with a new reading of it.
    fn lay_out(&mut self, scenario: Arc<Scenario>) {
        let Some(author) = &mut self.author else {
            return;
        };
        if !std::mem::replace(&mut author.is_laid_out, true) {
            return self.switch_scenario(scenario);
        }
        author.links = std::sync::OnceLock::new();
        author.tested = None;
        author.told.clear();
        let waiting = author.stuck.take();
        let ids = ByIds::of(self);
        let game = match (waiting, self.table.take()) {
            (Some(stuck), _) => Some((stuck.journal, stuck.store)),
            (None, Some(table)) => Some((table.game.journal, table.store)),
            (None, None) => None,
        };
        self.scenario = scenario;
        if let Some((journal, store)) = game {
            self.play_again(journal, store);
        }
        self.put_back(&ids);
        if self.screen() == Screen::Debrief {
            self.lay_out_weights();
        }
    }

    /// Replays the game as far as possible.
    fn play_again(&mut self, mut journal: Journal, store: Option<Store>) {
        journal.scenario.clone_from(&self.scenario.id);
        match journal.replay(&self.scenario) {
            Ok(replayed) => {
                if let Some(step) = replayed.diverged {
                    self.tell_author("author-diverged", &[arg("step", step + 1)]);
                }
                let stuck = self.stuck(&replayed, &journal, store.as_ref());
                // The full game stays in its file; the shorter one continues in a new file next to it.
                let store = match &stuck {
                    Some(_) => store.as_ref().map(Store::beside),
                    None => store,
                };
                self.table = Some(Table::new(replayed.game, store, self.ports.data_folder.is_some()));
                if let Some(author) = &mut self.author {
                    author.stuck = stuck;
                }
            }
            Err(error) => {
                if let Some(author) = &mut self.author {
                    author.stuck = Some(Stuck { journal, store, because: error.to_string(), offered: Vec::new() });
                }
            }
        }
    }

    /// The first step that no longer fits, with what was on offer instead.
    fn stuck(&self, replayed: &Replayed, journal: &Journal, store: Option<&Store>) -> Option<Stuck> {
        let (index, broken) = replayed.stopped.as_ref()?;
        let wording = self.wording();
        let why = match broken {
            Broken::Rejected(rejection) => refusal(wording, rejection),
            Broken::Step(error) => error.to_string(),
        };
        let mut here = replayed.game.clone();
        let next = replayed.rest.get(..1).unwrap_or_default();
        let stopped = recorded::take(&mut here, next).err();
        let wanted = stopped.as_ref().map(|stopped| stopped.wanted.join(", "));
        let args = [
            arg("step", index + 1),
            arg("what", wanted.unwrap_or_default()),
            arg("because", why),
            arg("rest", replayed.rest.len()),
        ];
        Some(Stuck {
            journal: journal.clone(),
            store: store.cloned(),
            because: wording.catalogue.msg_with("author-stuck", &args),
            offered: stopped.map_or_else(Vec::new, |stopped| stopped.offered),
        })
    }

    /// Restores choices and drafts as far as they still exist.
    fn put_back(&mut self, ids: &ByIds) {
        let scenario = Arc::clone(&self.scenario);
        let seat = |id: &String| scenario.seat_id(id);
        let seating = ids.seating.as_ref();
        self.seating = seating
            .and_then(|(id, opposite)| Some(Seating { seat: seat(id)?, opposite: *opposite }))
            .unwrap_or_default();
        self.style = self.style_of_next();
        let on_debrief = self.screen() == Screen::Debrief;
        let mut shown = self.seating.seat;
        let mut gone = Vec::new();
        if let Some(table) = &mut self.table {
            table.at = ids.at.as_ref().and_then(seat);
            table.briefed.extend(ids.briefed.iter().filter_map(seat));
            table.debrief_of = ids.debrief_of.as_ref().and_then(seat);
            shown = if on_debrief { table.debrief_seat() } else { table.game.session.seat() };
            if let Some(drafted) = &ids.drafted {
                gone = table.put_back(drafted, &scenario);
            }
            let awaiting = table.game.session.awaiting();
            self.navigation.screen = match (self.navigation.screen, awaiting) {
                (Screen::Report, Awaiting::Statement(_)) => Screen::Table,
                (Screen::Debrief, Awaiting::Statement(_) | Awaiting::Report(_)) => Screen::Table,
                (screen, _) => screen,
            };
        }
        self.set_wording(&scenario, shown);
        if !gone.is_empty() {
            self.tell_author("author-moves-gone", &[arg("moves", gone.join(", "))]);
        }
    }

    fn tell_author(&mut self, key: &str, args: &[crate::language::Arg<'_>]) {
        let text = self.catalogue.msg_with(key, args);
        if let Some(author) = &mut self.author {
            author.told.push(text);
        }
    }

    /// Reopens the current scenario with one of its orders of place names, by index.
    pub(in crate::app) fn open_again(&self, order: usize) -> Option<Arc<Scenario>> {
        match &self.author {
            Some(Author { folder, .. }) => {
                Library::new(&self.ports).with_names(&Place::Folder(folder.clone()), order).ok()
            }
            None => scenario_list::open_in_order(&self.ports, &self.prefs.scenario, order).ok(),
        }
    }
}
