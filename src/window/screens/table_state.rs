//! What the table remembers: the paper on top, and how far the choice of a move has come.

use crate::app::intent::Verb;

use super::parts::UiContext;

/// What the table remembers of being looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableState {
    pub tab: TableTab,
    pub choice: Choice,
    /// Turns that have been seen; the next one is scrolled to.
    pub seen: usize,
    pub turns: usize,
    /// The turn that is new: it is marked until the next move is chosen, or the table is left.
    pub news: Option<usize>,
}

impl TableState {
    /// The table is left: what was new has been seen.
    pub(super) fn leave(&mut self) {
        self.news = None;
    }
}

/// A paper at the right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TableTab {
    Talk,
    #[default]
    Statement,
    Card,
    Ledger,
    OnTable,
    Room,
}

impl TableTab {
    pub const ALL: [TableTab; 6] =
        [TableTab::Talk, TableTab::Statement, TableTab::Card, TableTab::Ledger, TableTab::OnTable, TableTab::Room];

    pub(super) const fn label(self) -> &'static str {
        match self {
            TableTab::Talk => "window-tab-talk",
            TableTab::Statement => "window-tab-statement",
            TableTab::Card => "window-tab-card",
            TableTab::Ledger => "window-tab-ledger",
            TableTab::OnTable => "window-tab-on-table",
            TableTab::Room => "window-tab-room",
        }
    }

    /// Without a record there is no card of it.
    pub(super) fn is_there(self, cx: &UiContext<'_>) -> bool {
        cx.has_record || self != TableTab::Card
    }

    pub(super) const fn verb(self) -> Option<Verb> {
        match self {
            TableTab::Talk | TableTab::Statement => None,
            TableTab::Card => Some(Verb::Card),
            TableTab::Ledger => Some(Verb::Ledger),
            TableTab::OnTable => Some(Verb::Commitments),
            TableTab::Room => Some(Verb::Room),
        }
    }
}

/// How far the choice of a move has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice {
    pub(super) issue: Option<usize>,
    pub(super) group: Option<usize>,
    pub(super) choosing_speaker: bool,
    pub(super) past_facing: bool,
}

impl Choice {
    /// One step back. Returns whether there was one.
    pub(super) fn back(&mut self) -> bool {
        if self.group.take().is_some() || self.issue.take().is_some() {
            return true;
        }
        std::mem::take(&mut self.past_facing) || std::mem::take(&mut self.choosing_speaker)
    }
}
