//! One game on the table, with everything that ends with it.

use crate::debrief::adviser::Hint;
use crate::debrief::{Tested, Weights};
use crate::library::saves::Store;
use crate::negotiation::event::PointIndex;
use crate::negotiation::journal::Game;
use crate::negotiation::{Awaiting, Opposite};
use crate::scenario::SeatId;
use crate::scenario::resolved::Deal;
use crate::view::document::Document;
use crate::view::draft::Draft;

use super::review_job::ReviewJob;

/// What was saved last of what is not yet said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SavedDraft {
    pub(super) draft: Draft,
    pub(super) report: Deal,
    /// Steps of the game that had been made.
    pub(super) after: usize,
    /// The person has been warned that it could not be saved.
    pub(super) warned: bool,
}

/// The weights, and what does not change while one of them is moved.
pub(super) struct Weighing {
    /// The game that it belongs to.
    pub(super) digest: String,
    /// Whose report is tested.
    pub(super) seat: SeatId,
    pub(super) tested: Tested,
    pub(super) weights: Weights,
    /// The debrief under the author's weights.
    pub(super) document: Document,
}

/// A game, what is being written for it, and what was worked out about it. Another game is another table: this one is never reset
/// field by field.
pub struct Table {
    pub(super) game: Game,
    /// Where it is saved, once it has a file.
    pub(super) store: Option<Store>,
    /// It is meant to have a file.
    pub(super) is_saved: bool,
    /// Why the last save failed.
    pub(super) unsaved: Option<String>,
    pub(super) draft: Draft,
    pub(super) report: Deal,
    pub(super) saved_draft: SavedDraft,
    /// In the hot seat: the seat that has the screen; `None` while it is passed.
    pub(super) at: Option<SeatId>,
    /// In the hot seat: the seats that have read the brief.
    pub(super) briefed: Vec<SeatId>,
    /// In the hot seat: whose debrief is shown.
    pub(super) debrief_of: Option<SeatId>,
    /// Moves whose answer is being explained.
    pub(super) asked: Vec<PointIndex>,
    /// What the adviser would say, and after how many steps he worked it out.
    pub(super) hint: Option<(usize, Hint)>,
    pub(super) reviewing: Option<ReviewJob>,
    pub(super) weighing: Option<Weighing>,
}

impl Table {
    /// A game that was just begun or resumed. One that is meant to be saved and has no file yet gets it with its first save.
    pub(super) fn new(game: Game, store: Option<Store>, is_saved: bool) -> Self {
        let mut table = Self {
            draft: Draft::begun(&game.session),
            report: game.session.opening().to_vec(),
            saved_draft: SavedDraft::default(),
            at: None,
            briefed: spoken(&game),
            debrief_of: None,
            asked: Vec::new(),
            hint: None,
            reviewing: None,
            weighing: None,
            unsaved: None,
            is_saved,
            store,
            game,
        };
        table.draft_is_saved();
        table
    }

    /// The game.
    pub const fn game(&self) -> &Game {
        &self.game
    }

    /// The statement being built.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The report being written.
    pub const fn report(&self) -> &Deal {
        &self.report
    }

    /// Where the game is saved.
    pub const fn store(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    /// Whether two people share the screen.
    pub fn is_shared(&self) -> bool {
        self.game.session.setup().opposite == Opposite::Person
    }

    pub(super) fn is_over(&self) -> bool {
        matches!(self.game.session.awaiting(), Awaiting::Over(_))
    }

    pub(super) fn steps(&self) -> usize {
        self.game.journal.steps.len()
    }

    /// The seats that people have.
    pub fn seats(&self) -> Vec<SeatId> {
        let seat = self.game.session.setup().seat;
        let mut seats = vec![seat];
        if self.is_shared() {
            seats.push(self.game.session.scenario().seat(seat).opposite);
        }
        seats
    }

    /// In the hot seat: the person whose turn it is and who does not have the screen yet.
    pub fn awaited(&self) -> Option<SeatId> {
        let seat = self.game.session.seat();
        (self.is_shared() && !self.is_over() && self.at != Some(seat)).then_some(seat)
    }

    /// Whose debrief is shown.
    pub(super) fn debrief_seat(&self) -> SeatId {
        self.debrief_of.unwrap_or(self.game.session.setup().seat)
    }
}

/// The seats that have spoken in a game: their players have read the brief.
pub(super) fn spoken(game: &Game) -> Vec<SeatId> {
    let points = game.session.state().points.iter();
    let mut seats: Vec<SeatId> = points.map(|point| game.session.scenario().mv(point.mv).seat).collect();
    seats.sort_unstable();
    seats.dedup();
    seats
}
