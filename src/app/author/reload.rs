//! What was read of a folder goes on the table: the game is played again by ids, and what no longer fits waits to be mended.

use std::sync::Arc;

use crate::app::intent::{Screen, Seating};
use crate::language::arg;
use crate::library::recorded;
use crate::library::saves::Store;
use crate::negotiation::journal::{Broken, Journal, Replayed};
use crate::negotiation::script::Step;
use crate::negotiation::{Awaiting, Command, Opposite};
use crate::scenario::terms::Prediction;
use crate::scenario::{Scenario, SeatId};
use crate::view::refusal::refusal;
use crate::view::wording::seated;

use super::super::{Desk, seats};
use super::watch::Reading;
use super::{Author, Stuck};

/// The statement being built and what else stands on the desk, by ids: numbers may be others in another reading.
struct ByIds {
    speaker: Option<String>,
    moves: Vec<(String, Option<Prediction>)>,
    holds_floor: bool,
    report: Step,
    seating: Option<(String, Opposite)>,
    at: Option<String>,
    briefed: Vec<String>,
    debrief_of: Option<String>,
}

impl ByIds {
    fn of(desk: &Desk) -> Self {
        let scenario = &desk.scenario;
        let seat = |seat: SeatId| scenario.seats.get(seat.index()).map(|seat| seat.id.clone());
        let moves = desk.draft.moves.iter();
        Self {
            speaker: desk.draft.speaker.map(|id| scenario.person(id).id.clone()),
            moves: moves.map(|(mv, prediction)| (scenario.mv(*mv).id.clone(), *prediction)).collect(),
            holds_floor: desk.draft.holds_floor,
            report: Step::of(scenario, &Command::Report(desk.report.clone())),
            seating: seat(desk.seating.seat).map(|seat| (seat, desk.seating.opposite)),
            at: desk.at.and_then(seat),
            briefed: desk.briefed.iter().copied().filter_map(seat).collect(),
            debrief_of: desk.debrief_of.and_then(seat),
        }
    }
}

impl Desk {
    /// Takes what was read of the folder. A scenario without errors goes on the table; with errors the last good one stays.
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
        // Recorded games are no part of what a scenario is known by.
        let same = author.is_laid_out
            && self.scenario.content_hash == scenario.content_hash
            && self.scenario.playthroughs == scenario.playthroughs;
        author.is_behind = false;
        if same {
            return;
        }
        let folder = author.folder.to_string_lossy().into_owned();
        let order = self.prefs.names_first(&scenario.id);
        let scenario = match order {
            0 => Arc::new(scenario),
            // Read once more with the other names first; where that does not go, as it is written.
            _ => self.scenario_library().with_names(&folder, order).unwrap_or_else(|_| Arc::new(scenario)),
        };
        self.lay_out(scenario);
    }

    /// Lays a scenario on the table in the place of an older reading of it.
    fn lay_out(&mut self, scenario: Arc<Scenario>) {
        let Some(author) = &mut self.author else {
            return;
        };
        if !std::mem::replace(&mut author.is_laid_out, true) {
            return self.take_up(scenario);
        }
        author.links = std::sync::OnceLock::new();
        author.tested = None;
        author.told.clear();
        let waiting = author.stuck.take();
        let ids = ByIds::of(self);
        let (journal, store) = match waiting {
            Some(stuck) => (Some(stuck.journal), stuck.store),
            None => (self.game.as_ref().map(|game| game.journal.clone()), self.store.take()),
        };
        self.game = None;
        self.store = None;
        self.hint = None;
        self.reviewing = None;
        self.weighing = None;
        self.asked.clear();
        self.scenario = scenario;
        if let Some(journal) = journal {
            self.play_again(journal, store);
        }
        self.put_back(&ids);
        if self.screen == Screen::Debrief {
            self.lay_out_weights();
        }
    }

    /// Plays the game again, as far as it goes.
    fn play_again(&mut self, mut journal: Journal, store: Option<Store>) {
        journal.scenario.clone_from(&self.scenario.id);
        match journal.replay(&self.scenario) {
            Ok(replayed) => {
                if let Some(step) = replayed.diverged {
                    self.tell_author("author-diverged", &[arg("step", step + 1)]);
                }
                let stuck = self.stuck(&replayed, &journal, store.as_ref());
                // The longer game stays in its file: a shorter one goes on beside it.
                self.store = match &stuck {
                    Some(_) => store.as_ref().map(Store::beside),
                    None => store,
                };
                self.game = Some(replayed.game);
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

    /// Puts back what stood on the desk, where it still exists.
    fn put_back(&mut self, ids: &ByIds) {
        let scenario = Arc::clone(&self.scenario);
        let seat = |id: &String| scenario.seat_id(id);
        let seating = ids.seating.as_ref();
        self.seating = seating
            .and_then(|(id, opposite)| Some(Seating { seat: seat(id)?, opposite: *opposite }))
            .unwrap_or_default();
        self.style = self.style_of_next();
        self.at = ids.at.as_ref().and_then(seat);
        self.briefed = ids.briefed.iter().filter_map(seat).collect();
        self.debrief_of = ids.debrief_of.as_ref().and_then(seat);
        let shown = match &self.game {
            Some(game) if self.screen == Screen::Debrief => self.debrief_seat(game),
            Some(game) => game.session.seat(),
            None => self.seating.seat,
        };
        self.catalogue = seated(&self.catalogue, &scenario, shown);
        self.draft = self.begun();
        let Some(game) = &self.game else { return };
        self.briefed.extend(seats::spoken(game));
        self.report = match ids.report.command(&scenario) {
            Ok(Command::Report(report)) => report,
            _ => game.session.opening().to_vec(),
        };
        let awaiting = game.session.awaiting();
        self.screen = match (self.screen, awaiting) {
            (Screen::Report, Awaiting::Statement(_)) => Screen::Table,
            (Screen::Debrief, Awaiting::Statement(_) | Awaiting::Report(_)) => Screen::Table,
            (screen, _) => screen,
        };
        if matches!(awaiting, Awaiting::Statement(_)) {
            self.build_again(ids);
        }
    }

    /// Builds the statement again of the moves that there still are.
    fn build_again(&mut self, ids: &ByIds) {
        let Some(game) = &self.game else { return };
        let mut gone = Vec::new();
        let speaker = ids.speaker.as_ref().and_then(|id| self.scenario.person_id(id));
        if let Some(person) = speaker {
            // Who no longer has the floor is not given it.
            let _ = self.draft.give_floor(&game.session, person);
        }
        for (id, prediction) in &ids.moves {
            let mv = self.scenario.move_id(id);
            if mv.is_some_and(|mv| self.draft.add(&game.session, mv).is_ok()) {
                let last = self.draft.moves.len().saturating_sub(1);
                self.draft.predict(last, *prediction);
            } else {
                gone.push(id.clone());
            }
        }
        if ids.holds_floor {
            // Where it can no longer be held it is not.
            let _ = self.draft.toggle_hold(&game.session);
        }
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

    /// Opens the scenario that is on the table, with the names of places in an order.
    pub(in crate::app) fn open_again(&self, order: usize) -> Option<Arc<Scenario>> {
        match &self.author {
            Some(Author { folder, .. }) => self.scenario_library().with_names(&folder.to_string_lossy(), order).ok(),
            None => super::super::scenario_list::open_in_order(&self.ports, &self.prefs.scenario, order).ok(),
        }
    }
}
