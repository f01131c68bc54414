//! The table's own state: the open paper, and how far choosing a move has got.

use crate::app::intent::Verb;

use super::parts::UiContext;

/// The open paper, the choices towards a move, and which turns have been seen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableState {
    pub tab: TableTab,
    pub choice: Choice,
    /// Number of turns already seen. The next one is scrolled into view.
    pub seen: usize,
    pub turns: usize,
    /// The newest turn. It stays marked until a move is chosen or the table is closed.
    pub news: Option<usize>,
}

impl TableState {
    /// Clears the mark of the newest turn when the screen changes.
    pub(super) fn leave(&mut self) {
        self.news = None;
    }
}

/// A paper on the right of the table.
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

    /// Whether the tab exists: a scenario without a record has no record card.
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

/// The choices made so far towards a move.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice {
    pub(super) issue: Option<usize>,
    pub(super) group: Option<usize>,
    pub(super) choosing_speaker: bool,
    pub(super) past_facing: bool,
}

impl Choice {
    /// Undoes the last choice. Returns whether there was one.
    pub(super) fn back(&mut self) -> bool {
        if self.group.take().is_some() || self.issue.take().is_some() {
            return true;
        }
        std::mem::take(&mut self.past_facing) || std::mem::take(&mut self.choosing_speaker)
    }
}
