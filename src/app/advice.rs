//! The adviser at the desk.

use crate::debrief::adviser::{self, Hint};
use crate::negotiation::{Awaiting, Opposite};
use crate::view::adviser::lines;
use crate::view::table::AdviceView;

use super::Desk;

/// What the adviser would say, and after how many steps of the game he worked it out.
pub(super) type Worked = (usize, Hint);

impl Desk {
    /// Whether the adviser is switched off: by the settings, or because the game was begun for a class.
    fn is_for_class(&self) -> bool {
        let begun = self.game.as_ref().is_some_and(|g| g.journal.for_class);
        self.prefs.for_class || begun
    }

    /// The next step of advice on the statement that is to be made. It is written into the journal.
    pub(super) fn advise(&mut self) {
        let refused = match &self.game {
            _ if self.is_for_class() => Some("advice-class"),
            Some(game) if game.session.setup().opposite == Opposite::Person => Some("advice-two"),
            Some(game) if matches!(game.session.awaiting(), Awaiting::Statement(_)) => None,
            _ => Some("advice-none"),
        };
        if let Some(key) = refused {
            return self.tell(key, &[], true);
        }
        let Some(game) = &mut self.game else { return };
        let steps = game.journal.steps.len();
        if self.hint.as_ref().is_none_or(|(at, _)| *at != steps) {
            self.hint = adviser::advise(&game.session, self.ports.spawner.as_ref()).map(|hint| (steps, hint));
        }
        if self.hint.is_none() {
            return self.tell("advice-none", &[], true);
        }
        game.take_advice();
        self.keep();
    }

    /// What the adviser has said on the statement that is to be made, and whether he can be asked.
    pub(super) fn advice(&self) -> Option<AdviceView> {
        let game = self.game.as_ref()?;
        let alone = game.session.setup().opposite == Opposite::Model;
        let awaited = matches!(game.session.awaiting(), Awaiting::Statement(_));
        if self.is_for_class() || !alone || !awaited {
            return None;
        }
        let steps = game.journal.steps.len();
        let hint = self.hint.as_ref().filter(|(at, _)| *at == steps);
        let step = game.advised();
        let said = match (hint, step) {
            (Some((_, hint)), Some(step)) => lines(self.wording(), hint, step),
            _ => Vec::new(),
        };
        let all_said = !said.is_empty() && step.is_some_and(|step| step.next().is_none());
        Some(AdviceView { lines: said, all_said })
    }
}
