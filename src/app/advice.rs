//! Asking the adviser, and what he has said so far.

use crate::debrief::adviser;
use crate::negotiation::Awaiting;
use crate::view::adviser::lines;
use crate::view::table::AdviceView;

use super::App;

impl App {
    /// Whether the adviser is switched off: by the settings, for this run, or because the game was started for a class.
    fn is_for_class(&self) -> bool {
        self.in_class || self.prefs.for_class || self.game().is_some_and(|game| game.journal.for_class)
    }

    /// Gives the next step of advice on the coming statement and records it in the journal.
    pub(super) fn advise(&mut self) {
        let refused = match &self.table {
            _ if self.is_for_class() => Some("advice-class"),
            Some(table) if table.is_shared() => Some("advice-two"),
            Some(table) if matches!(table.game.session.awaiting(), Awaiting::Statement(_)) => None,
            _ => Some("advice-none"),
        };
        if let Some(key) = refused {
            return self.refuse(key, &[]);
        }
        let Some(table) = &mut self.table else { return };
        let steps = table.steps();
        if table.hint.as_ref().is_none_or(|(at, _)| *at != steps) {
            table.hint = adviser::advise(&table.game.session, self.ports.spawner.as_ref()).map(|hint| (steps, hint));
        }
        if table.hint.is_none() {
            return self.refuse("advice-none", &[]);
        }
        table.game.take_advice();
        self.save();
    }

    /// The adviser's advice so far on the coming statement; `None` if he can't be asked.
    pub fn advice(&self) -> Option<AdviceView> {
        let table = self.table.as_ref()?;
        let awaited = matches!(table.game.session.awaiting(), Awaiting::Statement(_));
        if self.is_for_class() || table.is_shared() || !awaited {
            return None;
        }
        let steps = table.steps();
        let hint = table.hint.as_ref().filter(|(at, _)| *at == steps);
        let step = table.game.advised();
        let said = match (hint, step) {
            (Some((_, hint)), Some(step)) => lines(self.wording(), hint, step),
            _ => Vec::new(),
        };
        let all_said = !said.is_empty() && step.is_some_and(|step| step.next().is_none());
        Some(AdviceView { lines: said, all_said })
    }
}
