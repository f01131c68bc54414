//! What is not yet said, kept with every change: closing the window, or losing it, loses nothing of it.

use crate::language::arg;
use crate::library::saves::{Drafted, Store};
use crate::negotiation::script::Step;
use crate::negotiation::{Awaiting, Command, Statement};
use crate::scenario::resolved::Deal;
use crate::view::draft::Draft;

use super::{Desk, Notice};

/// What was kept last of what is not yet said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct KeptDraft {
    draft: Draft,
    report: Deal,
    /// Steps of the game that had been made.
    after: usize,
    /// It was told that it could not be kept.
    told: bool,
}

impl Desk {
    /// Marks what is on the table as what is kept: a game was put there.
    pub(super) fn begin_drafting(&mut self) {
        self.kept_draft =
            KeptDraft { draft: self.draft.clone(), report: self.report.clone(), after: self.steps(), told: false };
    }

    fn steps(&self) -> usize {
        let game = self.game.as_ref();
        game.map_or(0, |game| game.journal.steps.len())
    }

    /// Keeps what is not yet said in another place than before.
    pub(super) fn keep_draft_anew(&mut self) {
        self.kept_draft = KeptDraft::default();
        self.keep_draft();
    }

    /// Keeps what is not yet said, where it has changed. That it cannot be kept is told once.
    pub(super) fn keep_draft(&mut self) {
        let kept = &self.kept_draft;
        if kept.draft == self.draft && kept.report == self.report && kept.after == self.steps() {
            return;
        }
        let Some(drafted) = self.drafted() else {
            return;
        };
        if !drafted.is_empty() && !self.has_file() {
            return;
        }
        let Some(store) = &self.store else { return };
        match store.save_draft(&drafted) {
            Ok(()) => self.begin_drafting(),
            Err(error) if !self.kept_draft.told => {
                self.kept_draft.told = true;
                self.tell_beside("window-draft-unsaved", error.to_string());
            }
            Err(_) => {}
        }
    }

    /// Whether the game has a file beside which something can be kept; one of which nothing was said gets it now. That it cannot be
    /// had is told once.
    fn has_file(&mut self) -> bool {
        let there = self.store.as_ref().is_some_and(Store::exists);
        let said = self.game.as_ref().is_some_and(|g| !g.journal.steps.is_empty());
        if there || (said && self.store.is_some()) {
            return true;
        }
        let notice = self.notice.clone();
        self.keep();
        if self.unkept && self.kept_draft.told {
            self.notice = notice;
        }
        self.kept_draft.told |= self.unkept;
        !self.unkept
    }

    /// What is on the table and not yet said; nothing where there is no game or all is over.
    fn drafted(&self) -> Option<Drafted> {
        let game = self.game.as_ref()?;
        let session = &game.session;
        // Of two people, who has not got the screen yet has begun nothing.
        if matches!(session.awaiting(), Awaiting::Over(_)) || self.is_handed_over() {
            return Some(Drafted::new(game.journal.steps.len(), None, None));
        }
        // Who has the floor before anything is chosen has not begun yet.
        let speaker = self.draft.speaker.filter(|_| self.draft != self.begun());
        let statement = speaker.map(|speaker| {
            let statement = Statement { speaker, moves: self.draft.moves.clone(), holds_floor: self.draft.holds_floor };
            Step::of(&self.scenario, &Command::Statement(statement))
        });
        let changed = self.report.as_slice() != session.opening();
        let report = changed.then(|| {
            let report = Command::Report(self.report.clone());
            Step::of(&self.scenario, &report)
        });
        Some(Drafted::new(game.journal.steps.len(), statement, report))
    }

    /// Puts what was not yet said back on the table. What the scenario no longer has is left out, and told.
    pub(super) fn take_up_draft(&mut self) {
        let (Some(game), Some(store)) = (&self.game, &self.store) else {
            return;
        };
        let drafted = match store.read_draft() {
            Ok(Some(drafted)) if drafted.after == game.journal.steps.len() => drafted,
            Ok(_) => return,
            Err(error) => {
                self.kept_draft.told = true;
                return self.tell_beside("window-draft-unread", error.to_string());
            }
        };
        let mut draft = match drafted.statement {
            Some(_) => Draft::default(),
            None => Draft::begun(&game.session),
        };
        let mut whole = true;
        if let Some(Step::Say { speaker, holds_floor, moves, predict }) = &drafted.statement {
            let person = self.scenario.person_id(speaker);
            let given = person.map(|person| draft.give_floor(&game.session, person).is_ok());
            whole &= given.unwrap_or(false);
            for id in moves {
                let mv = self.scenario.move_id(id);
                let added = mv.is_some_and(|mv| draft.add(&game.session, mv).is_ok());
                whole &= added;
                let predicted = predict.iter().find(|(of, _)| of == id);
                if let Some((_, prediction)) = predicted.filter(|_| added) {
                    draft.predict(draft.moves.len() - 1, Some(*prediction));
                }
            }
            if *holds_floor {
                whole &= draft.toggle_hold(&game.session).is_ok();
            }
        }
        if let Some(step) = &drafted.report {
            match step.command(&self.scenario) {
                Ok(Command::Report(report)) => self.report = game.session.within_play(&report),
                _ => whole = false,
            }
        }
        self.draft = draft;
        self.begin_drafting();
        if !whole {
            self.tell_beside("window-draft-less", String::new());
        }
    }

    /// Adds to what has to be told.
    fn tell_beside(&mut self, key: &str, error: String) {
        let text = self.catalogue.msg_with(key, &[arg("error", error)]);
        let earlier = self.notice.take().map(|notice| notice.text + " ");
        self.notice = Some(Notice { text: earlier.unwrap_or_default() + &text, fault: true });
    }
}
