//! Games on the desk: begun, kept, gone on with, forked.

use crate::app::intent::Screen;
use crate::language::arg;
use crate::library::DEFAULT_SEED;
use crate::library::saves::{SaveError, Store};
use crate::negotiation::journal::Game;
use crate::negotiation::{ChangedRoom, Setup};
use crate::scenario::resolved::Deal;
use crate::view::draft::Draft;
use crate::view::resumed;
use crate::view::table::Awaits;
use crate::view::wording::seated;

use super::{Desk, Keeping, Notice, seats};

impl Desk {
    pub(super) fn begin(&mut self, length: usize) {
        let Some(length) = self.scenario.length_ids().nth(length) else {
            return;
        };
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
                    self.tell("window-cannot-save", &args, true);
                }
            }
        }
        self.turn_to(Screen::Briefing);
    }

    /// A new file to keep a game in.
    pub(super) fn fresh_store(&self) -> Result<Store, SaveError> {
        self.saves().fresh(&self.scenario.id)
    }

    /// Puts a game on the desk.
    pub fn put(&mut self, game: Game, store: Option<Store>) {
        if let Some(author) = &mut self.author {
            author.forget_stuck();
        }
        self.report = game.session.opening().to_vec();
        self.catalogue = seated(&self.catalogue, &self.scenario, game.session.seat());
        self.at = None;
        self.briefed = seats::spoken(&game);
        self.debrief_of = None;
        self.asked.clear();
        self.hint = None;
        self.reviewing = None;
        self.game = Some(game);
        self.welcome = false;
        self.unkept = store.is_none() && self.keeping != Keeping::Nowhere;
        self.store = store;
        self.draft = self.begun();
        self.begin_drafting();
        self.weighing = None;
        self.revision += 1;
    }

    /// Takes the game off the desk. Where it is kept it stays.
    pub(super) fn clear_away(&mut self) {
        self.game = None;
        self.store = None;
        self.unkept = false;
        self.at = None;
        self.briefed.clear();
        self.debrief_of = None;
        self.asked.clear();
        self.hint = None;
        self.reviewing = None;
        self.weighing = None;
        self.draft = Draft::default();
        self.report = Deal::new();
        self.begin_drafting();
    }

    pub(super) fn go_on(&mut self) {
        if self.game.is_some() {
            return self.turn_to_game();
        }
        match self.saves().games_of(&self.scenario.id).first() {
            Some(last) => self.resume(self.saves().at(last)),
            None => self.tell("window-nothing-saved", &[], true),
        }
    }

    pub(super) fn turn_to_game(&mut self) {
        let screen = match self.game.as_ref().map(|game| Awaits::of(&game.session)) {
            Some(Awaits::Statement) => Screen::Table,
            Some(Awaits::Report) => Screen::Report,
            Some(Awaits::Nothing) => Screen::Debrief,
            None => Screen::Title,
        };
        self.turn_to(screen);
    }

    pub(super) fn resume(&mut self, store: Result<Store, SaveError>) {
        let resumed = store
            .map_err(|error| error.to_string())
            .and_then(|store| match store.known().cloned() {
                Some(journal) => Ok((store, journal)),
                None => Err(self.catalogue.msg("window-nothing-saved")),
            })
            .and_then(|(store, journal)| {
                let setup = journal.setup(&self.scenario).ok();
                let seat = setup.map(|setup| self.scenario.seat(setup.seat));
                if let Some(because) = seat.and_then(|seat| seat.closed_because.clone()) {
                    return Err(format!("{}: {because}", store.path().display()));
                }
                let replayed = journal.replay(&self.scenario);
                let replayed = replayed.map_err(|error| format!("{}: {error}", store.path().display()))?;
                Ok((store, replayed))
            });
        match resumed {
            Ok((store, replayed)) => {
                let mut told = resumed::changes(self.wording(), &replayed);
                let changed = replayed.stopped.is_some() || replayed.diverged.is_some();
                let store = if changed { store.beside() } else { store };
                if changed {
                    let args = [arg("file", store.path().display().to_string())];
                    told.push(self.catalogue.msg_with("replay-continues-in", &args));
                }
                self.put(replayed.game, Some(store));
                self.turn_to_game();
                if !told.is_empty() {
                    self.notice = Some(Notice { text: told.join(" "), fault: changed });
                }
                self.take_up_draft();
            }
            Err(error) => self.tell("window-cannot-resume", &[arg("error", error)], true),
        }
    }

    pub(super) fn fork(&mut self, steps: usize) {
        let Some(game) = &self.game else { return };
        let branch = game.fork(steps);
        let old = self.store.as_ref().map(|store| store.path().to_owned());
        let store = self.store.as_ref().map(Store::beside);
        let statement = branch.session.state().statements + 1;
        self.put(branch, store);
        let args = [
            arg("statement", statement),
            arg("old", old.map_or_else(|| "0".to_owned(), |path| path.display().to_string())),
        ];
        self.tell("fork-done", &args, false);
        self.keep();
        self.turn_to_game();
    }

    /// Keeps the game. It goes on even where that fails; the notice says so each time.
    pub(super) fn keep(&mut self) {
        let kept = self.try_to_keep();
        self.unkept = kept.is_err();
        if let Err(error) = kept {
            self.unkept_because = error.to_string();
            let args = [arg("error", self.unkept_because.clone())];
            self.tell("window-cannot-save", &args, true);
        }
    }

    fn try_to_keep(&mut self) -> Result<(), SaveError> {
        if self.store.is_none() && self.keeping == Keeping::Nowhere {
            return Ok(());
        }
        let Some(game) = &self.game else {
            return Ok(());
        };
        let mut store = match self.store.take() {
            Some(store) => store,
            None => self.fresh_store()?,
        };
        let kept = store.save(&game.journal);
        self.store = Some(store);
        kept
    }

    /// What was said last could not be kept.
    pub const fn is_unkept(&self) -> bool {
        self.unkept
    }
}
