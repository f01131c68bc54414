//! Drafts of statements and reports, saved with every change so that nothing is lost when the program closes or
//! crashes.

use crate::language::arg;
use crate::library::saves::Drafted;
use crate::negotiation::script::Step;
use crate::negotiation::{Command, Statement};
use crate::scenario::Scenario;
use crate::view::draft::Draft;

use super::App;
use super::table::{SavedDraft, Table};

impl Table {
    /// Marks the current draft as saved.
    pub(super) fn draft_is_saved(&mut self) {
        self.saved_draft =
            SavedDraft { draft: self.draft.clone(), report: self.report.clone(), after: self.steps(), warned: false };
    }

    fn is_draft_saved(&self) -> bool {
        let saved = &self.saved_draft;
        saved.draft == self.draft && saved.report == self.report && saved.after == self.steps()
    }

    /// The unfinished statement and report.
    pub(super) fn drafted(&self) -> Drafted {
        // In the hot seat, the player waiting for the screen has no draft yet.
        if self.is_over() || self.awaited().is_some() {
            return Drafted::new(self.steps(), None, None);
        }
        let scenario = self.game.session.scenario();
        // A speaker alone isn't a draft.
        let speaker = self.draft.speaker.filter(|_| self.draft != Draft::begun(&self.game.session));
        let statement = speaker.map(|speaker| {
            let moves = self.draft.moves.clone();
            let statement = Statement { speaker, moves, holds_floor: self.draft.holds_floor };
            Step::of(scenario, &Command::Statement(statement))
        });
        let changed = self.report.as_slice() != self.game.session.opening();
        let report = changed.then(|| Step::of(scenario, &Command::Report(self.report.clone())));
        Drafted::new(self.steps(), statement, report)
    }

    /// Restores a draft. Returns the ids of everything the scenario no longer has or allows.
    pub(super) fn put_back(&mut self, drafted: &Drafted, scenario: &Scenario) -> Vec<String> {
        let mut gone = Vec::new();
        if let Some(Step::Say { speaker, holds_floor, moves, predict }) = &drafted.statement {
            let session = &self.game.session;
            let mut draft = Draft::default();
            let person = scenario.person_id(speaker);
            if person.is_none_or(|person| draft.give_floor(session, person).is_err()) {
                gone.push(speaker.clone());
            }
            for id in moves {
                let added = scenario.move_id(id).is_some_and(|mv| draft.add(session, mv).is_ok());
                if !added {
                    gone.push(id.clone());
                }
                let predicted = predict.iter().find(|(of, _)| of == id);
                if let Some((_, prediction)) = predicted.filter(|_| added) {
                    draft.predict(draft.moves.len() - 1, Some(*prediction));
                }
            }
            // If the floor can no longer be held, the statement is otherwise complete.
            if *holds_floor {
                let _ = draft.toggle_hold(session);
            }
            self.draft = draft;
        }
        if let Some(step) = &drafted.report {
            match step.command(scenario) {
                Ok(Command::Report(report)) => self.report = self.game.session.within_play(&report),
                _ => gone.push("report".to_owned()),
            }
        }
        gone
    }
}

impl App {
    /// Saves the draft again after the game has moved to another file.
    pub(super) fn save_draft_again(&mut self) {
        if let Some(table) = &mut self.table {
            table.saved_draft = SavedDraft::default();
        }
        self.save_draft();
    }

    /// Saves the draft if it has changed. Warns only once if that fails.
    pub(super) fn save_draft(&mut self) {
        let Some(table) = self.table.as_ref().filter(|table| !table.is_draft_saved()) else { return };
        let drafted = table.drafted();
        if !drafted.is_empty() && !self.has_file() {
            return;
        }
        let Some(table) = &mut self.table else { return };
        let Some(store) = &table.store else { return };
        match store.save_draft(&drafted) {
            Ok(()) => table.draft_is_saved(),
            Err(error) if !table.saved_draft.warned => {
                table.saved_draft.warned = true;
                self.warn("window-draft-unsaved", &[arg("error", error.to_string())]);
            }
            Err(_) => {}
        }
    }

    /// Whether the game has a file to save a draft next to; a game without a statement gets its file now. Warns only
    /// once if that fails.
    fn has_file(&mut self) -> bool {
        let Some(table) = &self.table else { return false };
        let store = table.store.as_ref().filter(|store| store.known().is_some());
        if store.is_some_and(|store| store.exists() || table.steps() > 0) {
            return true;
        }
        if !table.is_saved {
            return false;
        }
        let notice = self.notice.clone();
        self.save();
        let Some(table) = &mut self.table else { return false };
        let unsaved = table.unsaved.is_some();
        if unsaved && table.saved_draft.warned {
            self.notice = notice;
        }
        table.saved_draft.warned |= unsaved;
        !unsaved
    }

    /// Restores the saved draft. Warns if the scenario no longer has part of it.
    pub(super) fn resume_draft(&mut self) {
        let Some(table) = &mut self.table else { return };
        let Some(store) = &table.store else { return };
        let drafted = match store.read_draft() {
            Ok(Some(drafted)) if drafted.after == table.steps() => drafted,
            Ok(_) => return,
            Err(error) => {
                table.saved_draft.warned = true;
                return self.warn("window-draft-unread", &[arg("error", error.to_string())]);
            }
        };
        let gone = table.put_back(&drafted, &self.scenario);
        table.draft_is_saved();
        if !gone.is_empty() {
            self.warn("window-draft-less", &[]);
        }
    }
}
