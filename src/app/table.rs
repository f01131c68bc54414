//! The current game, with the drafts and results that are dropped along with it.

use crate::debrief::adviser::Hint;
use crate::debrief::{Tested, Weights};
use crate::library::saves::Store;
use crate::negotiation::Opposite;
use crate::negotiation::event::PointIndex;
use crate::negotiation::journal::Game;
use crate::scenario::SeatId;
use crate::scenario::resolved::Deal;
use crate::view::document::Document;
use crate::view::draft::Draft;

use super::review_job::ReviewJob;

/// The draft as last saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SavedDraft {
    pub(super) draft: Draft,
    pub(super) report: Deal,
    /// Number of steps in the game at that time.
    pub(super) after: usize,
    /// Whether the player was warned that saving failed.
    pub(super) warned: bool,
}

/// The current weights, and the parts of the debrief that don't depend on them.
pub(super) struct Weighing {
    /// Digest of the game.
    pub(super) digest: String,
    /// The seat whose report is tested.
    pub(super) seat: SeatId,
    pub(super) tested: Tested,
    pub(super) weights: Weights,
    /// The debrief under the author's weights.
    pub(super) document: Document,
}

/// A game with its drafts and everything computed from it. A new game gets a new `Table`; no field is ever reset by
/// hand.
pub struct Table {
    pub(super) game: Game,
    /// Where the game is saved; `None` until it has a file.
    pub(super) store: Option<Store>,
    /// Whether the game should have a file.
    pub(super) is_saved: bool,
    /// Why the last save failed.
    pub(super) unsaved: Option<String>,
    pub(super) draft: Draft,
    pub(super) report: Deal,
    pub(super) saved_draft: SavedDraft,
    /// In the hot seat: the seat that has the screen; `None` while it is being passed.
    pub(super) at: Option<SeatId>,
    /// In the hot seat: the seats that have read the brief.
    pub(super) briefed: Vec<SeatId>,
    /// In the hot seat: the seat whose debrief is shown.
    pub(super) debrief_of: Option<SeatId>,
    /// Moves whose answers are being explained.
    pub(super) asked: Vec<PointIndex>,
    /// The adviser's hint, and the number of steps after which it was computed.
    pub(super) hint: Option<(usize, Hint)>,
    pub(super) reviewing: Option<ReviewJob>,
    /// Whether to save the debrief as soon as the review is done.
    pub(super) save_when_reviewed: bool,
    pub(super) weighing: Option<Weighing>,
}

impl Table {
    /// A new or resumed game. If `is_saved` but there is no store, the first save creates the file.
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
            save_when_reviewed: false,
            weighing: None,
            unsaved: None,
            is_saved,
            store,
            game,
        };
        table.draft_is_saved();
        table
    }

    /// The game itself, with its journal and session.
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

    /// Whether two players share the screen.
    pub fn is_shared(&self) -> bool {
        self.game.session.setup().opposite == Opposite::Person
    }

    pub(super) fn is_over(&self) -> bool {
        self.game.is_over()
    }

    pub(super) fn steps(&self) -> usize {
        self.game.journal.steps.len()
    }

    /// The seats that people play.
    pub fn seats(&self) -> Vec<SeatId> {
        let seat = self.game.session.setup().seat;
        let mut seats = vec![seat];
        if self.is_shared() {
            seats.push(self.game.session.scenario().seat(seat).opposite);
        }
        seats
    }

    /// In the hot seat: the player whose turn it is but who doesn't have the screen yet.
    pub fn awaited(&self) -> Option<SeatId> {
        let seat = self.game.session.seat();
        (self.is_shared() && !self.is_over() && self.at != Some(seat)).then_some(seat)
    }

    /// The seat whose debrief is shown.
    pub(super) fn debrief_seat(&self) -> SeatId {
        self.debrief_of.unwrap_or(self.game.session.setup().seat)
    }
}

/// The seats that have spoken in a game, and whose players have therefore read the brief.
pub(super) fn spoken(game: &Game) -> Vec<SeatId> {
    let points = game.session.state().points.iter();
    let mut seats: Vec<SeatId> = points.map(|point| game.session.scenario().mv(point.mv).seat).collect();
    seats.sort_unstable();
    seats.dedup();
    seats
}
