//! Starting, saving, resuming and forking the current game.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::language::{Arg, arg};
use crate::library::DEFAULT_SEED;
use crate::library::saves::{Resumed, SaveError, Saves, Store};
use crate::negotiation::journal::Game;
use crate::negotiation::{Awaiting, ChangedRoom, Setup};
use crate::playtest::turn;
use crate::view::resumed;

use super::App;
use super::intent::Screen;
use super::new_game::{NewGame, SaveIn};
use super::notice::Notice;
use super::table::Table;

impl App {
    /// Starts a game with the choices made for the next game.
    pub(super) fn begin(&mut self, length: usize) {
        let Some(length) = self.scenario.length_ids().nth(length) else { return };
        let setup = Setup {
            seed: DEFAULT_SEED,
            seat: self.seating.seat,
            length,
            opposite: self.seating.opposite,
            style: self.style_of_next(),
            room: ChangedRoom::default(),
        };
        self.start(NewGame::new(setup));
    }

    /// Starts a game, or resumes the one that its file already holds.
    pub(super) fn start(&mut self, new: NewGame) {
        let store = match &new.save {
            SaveIn::Nowhere => Ok(None),
            SaveIn::NextFree if self.ports.data_folder.is_none() => Ok(None),
            SaveIn::NextFree => self.saves().fresh(&self.scenario.id).map(Some),
            SaveIn::File(path) if self.ports.storage.exists(path) => {
                if new.turn == 1 && new.setup.room == ChangedRoom::default() {
                    return self.resume(path);
                }
                return self.refuse("start-file-taken", &[arg("file", path.display().to_string())]);
            }
            SaveIn::File(path) => self.saves().named(path).map(Some),
        };
        let after = new.after.as_ref().map(|(name, play)| (name.as_str(), play));
        let game = match turn::at(&self.scenario, &new.setup, new.turn, after) {
            Ok(game) => game,
            Err(error) => return self.refuse("author-not-begun", &[arg("error", error.to_string())]),
        };
        match store {
            Ok(store) => {
                let is_saved = store.is_some();
                self.set_table(Table::new(game, store, is_saved));
            }
            Err(error) => {
                let unsaved = error.to_string();
                self.warn("save-failed", &[arg("error", unsaved.clone())]);
                self.set_table(Table { unsaved: Some(unsaved), ..Table::new(game, None, true) });
            }
        }
        if new.turn > 1 { self.turn_to_game() } else { self.turn_to(Screen::Briefing) }
    }

    pub(super) fn saves(&self) -> Saves {
        Saves::new(&self.ports)
    }

    /// Makes this the current game, replacing any other. Without a file, the first save creates one.
    pub fn put(&mut self, game: Game, store: Option<Store>) {
        self.set_table(Table::new(game, store, self.ports.data_folder.is_some()));
    }

    fn set_table(&mut self, table: Table) {
        self.table = Some(table);
        if let Some(author) = &mut self.author {
            author.forget_stuck();
        }
        if let Some(table) = &mut self.table {
            table.game.journal.for_class |= self.in_class || self.prefs.for_class && table.steps() == 0;
            let seat = table.game.session.seat();
            let scenario = Arc::clone(&self.scenario);
            self.set_wording(&scenario, seat);
        }
        self.welcome = false;
        self.revision += 1;
    }

    /// Continues the current game, or resumes the last saved one.
    pub(super) fn resume_last(&mut self) {
        if self.table.is_some() {
            return self.turn_to_game();
        }
        let mut skipped = Vec::new();
        for path in self.saved_games() {
            match self.try_to_resume(&path) {
                Ok(()) => {
                    if !skipped.is_empty() {
                        self.warn("resume-skipped", &listed(&skipped));
                    }
                    return;
                }
                Err(error) => skipped.push(error),
            }
        }
        match skipped.as_slice() {
            [] => self.refuse("window-nothing-saved", &[]),
            [error] => self.refuse("window-cannot-resume", &[arg("error", error.as_str())]),
            _ => self.refuse("resume-none", &listed(&skipped)),
        }
    }

    /// Opens the screen where the game expects the player.
    pub(super) fn turn_to_game(&mut self) {
        let screen = match self.game().map(|game| game.session.awaiting()) {
            Some(Awaiting::Statement(_)) => Screen::Table,
            Some(Awaiting::Report(_)) => Screen::Report,
            Some(Awaiting::Over(_)) => Screen::Debrief,
            None => Screen::Title,
        };
        self.turn_to(screen);
    }

    /// Resumes a saved game. If it can't be replayed to its end, it continues in a new file next to the old one. If another
    /// program has it open, it continues as a copy under the next free number.
    pub(super) fn resume(&mut self, path: &Path) {
        if let Err(error) = self.try_to_resume(path) {
            self.refuse("window-cannot-resume", &[arg("error", error)]);
        }
    }

    fn try_to_resume(&mut self, path: &Path) -> Result<(), String> {
        let here = |because: String| format!("{}: {because}", path.display());
        let open = self.table.as_ref().and_then(Table::store);
        let Resumed { store, journal, is_copy } = self.saves().resume(path, open).map_err(|error| error.to_string())?;
        let seat = journal.setup(&self.scenario).ok().map(|setup| self.scenario.seat(setup.seat));
        if let Some(because) = seat.and_then(|seat| seat.closed_because.clone()) {
            return Err(here(because));
        }
        let replayed = journal.replay(&self.scenario).map_err(|error| here(error.to_string()))?;
        let mut changes = resumed::changes(self.wording(), &replayed);
        let changed = replayed.stopped.is_some() || replayed.diverged.is_some();
        let is_branch = changed && !is_copy;
        let store = if is_branch { store.beside() } else { store };
        if is_branch {
            let file = [arg("file", store.path().display().to_string())];
            changes.push(self.catalogue.msg_with("replay-continues-in", &file));
        }
        self.put(replayed.game, Some(store));
        self.turn_to_game();
        if is_copy {
            // Saved at once, so that the notice can name its file.
            self.save();
            let store = self.table.as_ref().and_then(Table::store);
            let file = store.map_or_else(String::new, |store| store.path().display().to_string());
            changes.push(self.catalogue.msg_with("resume-copy", &[arg("file", file)]));
        }
        if !changes.is_empty() {
            let text = changes.join(" ");
            let told = if changed || is_copy { Notice::warning(text) } else { Notice::information(text) };
            self.notice = Some(match self.notice.take() {
                Some(unsaved) => told.and(unsaved),
                None => told,
            });
        }
        self.resume_draft();
        Ok(())
    }

    /// Goes back to just before a step, in a branch with its own file. The original game is unchanged.
    pub(super) fn fork(&mut self, steps: usize) {
        let Some(table) = &self.table else { return };
        if steps >= table.steps() {
            return self.refuse("fork-usage", &[arg("made", table.steps())]);
        }
        let branch = table.game.fork(steps);
        let old = table.store.as_ref().map_or_else(|| "0".to_owned(), |store| store.path().display().to_string());
        let store = table.store.as_ref().map(Store::beside);
        let statement = branch.session.state().statements + 1;
        self.put(branch, store);
        self.inform("fork-done", &[arg("statement", statement), arg("old", old)]);
        self.save();
        self.turn_to_game();
    }

    /// Saves the game. If that fails, a notice says so and the game continues.
    pub(super) fn save(&mut self) {
        let saved = self.try_to_save();
        let Some(table) = &mut self.table else { return };
        table.unsaved = saved.as_ref().err().map(ToString::to_string);
        if let Err(error) = saved {
            self.warn("save-failed", &[arg("error", error.to_string())]);
        }
    }

    fn try_to_save(&mut self) -> Result<(), SaveError> {
        let fresh = match &self.table {
            Some(table) if table.store.is_none() && table.is_saved => Some(self.saves().fresh(&self.scenario.id)?),
            _ => None,
        };
        let Some(table) = &mut self.table else { return Ok(()) };
        if fresh.is_some() {
            table.store = fresh;
        }
        match &mut table.store {
            Some(store) => store.save(&table.game.journal),
            None => Ok(()),
        }
    }

    /// Saves now. With a path, saves to that file from now on.
    pub(super) fn save_as(&mut self, path: Option<PathBuf>) {
        let Some(table) = &self.table else { return };
        let store = match (path, &table.store) {
            (Some(path), _) => self.saves().named(&path),
            (None, Some(store)) => Ok(store.clone()),
            (None, None) => self.saves().fresh(&self.scenario.id),
        };
        let saved = store.and_then(|mut store| store.save(&table.game.journal).map(|()| store));
        match (saved, &mut self.table) {
            (Ok(store), Some(table)) => {
                let file = store.path().display().to_string();
                table.store = Some(store);
                table.is_saved = true;
                table.unsaved = None;
                self.save_draft_again();
                self.inform("window-saved-elsewhere", &[arg("file", file)]);
            }
            (Err(error), _) => self.refuse("save-failed", &[arg("error", error.to_string())]),
            (Ok(_), None) => {}
        }
    }

    /// Whether the last save failed.
    pub fn is_unsaved(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.unsaved.is_some())
    }
}

/// How many games can't be resumed, and why the first few of them can't.
fn listed(errors: &[String]) -> [Arg<'static>; 2] {
    const SHOWN: usize = 3;
    let some: Vec<&str> = errors.iter().take(SHOWN).map(String::as_str).collect();
    [arg("count", errors.len()), arg("errors", some.join("; "))]
}
