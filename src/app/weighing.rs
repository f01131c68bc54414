//! The weights on the desk: moved in the debrief, forgotten with the game.

use crate::debrief::{Tested, Weights, findings_of, findings_under};
use crate::negotiation::journal::Game;
use crate::scenario::{IssueId, PartyId, SeatId};
use crate::view::criticism::{Criticism, criticism};
use crate::view::debrief::{Document, document, reweighed};

use super::Desk;

/// What does not change while a weight is moved, and the weights.
pub(super) struct Weighing {
    /// The game that it belongs to.
    digest: String,
    /// Whose report is tested.
    seat: SeatId,
    tested: Tested,
    weights: Weights,
    /// The debrief under the author's weights.
    document: Document,
}

impl Desk {
    /// The debrief under the weights on the desk, and what can be moved there.
    pub(super) fn weighed(&self, game: &Game) -> (Document, Option<Criticism>) {
        let (wording, seat) = (self.wording(), self.debrief_seat(game));
        let weighing = self.weighing.as_ref();
        let weighing = weighing.filter(|w| w.seat == seat && w.digest == game.digest());
        let Some(weighing) = weighing else {
            let mut findings = findings_of(game, seat);
            findings.review = self.reviewed(game, seat);
            let criticism = criticism(wording, game, &findings);
            return (document(wording, game, &findings), criticism);
        };
        let findings = findings_under(game, seat, Some(&weighing.tested), &weighing.weights);
        let criticism = criticism(wording, game, &findings);
        let document = reweighed(wording, game, &findings, &weighing.document);
        (document, criticism)
    }

    /// Draws the weightings of the game for the seat whose debrief is shown, once. Weights that were moved stay so when two
    /// people turn from one debrief to the other.
    pub(super) fn lay_out_weights(&mut self) {
        let Some(game) = &self.game else { return };
        let (digest, seat) = (game.digest(), self.debrief_seat(game));
        let old = self.weighing.take().filter(|old| old.digest == digest);
        if old.as_ref().is_some_and(|old| old.seat == seat) {
            self.weighing = old;
            return;
        }
        let authored = Weights::authored(&self.scenario);
        let weighing = Tested::of(game, seat).ok().map(|tested| {
            let mut findings = findings_under(game, seat, Some(&tested), &authored);
            findings.review = self.reviewed(game, seat);
            Weighing {
                digest,
                seat,
                document: document(self.wording(), game, &findings),
                tested,
                weights: old.map_or(authored, |old| old.weights),
            }
        });
        self.weighing = weighing;
    }

    /// Tells the debrief anew, when what its moves were worth has become known.
    pub(super) fn retell(&mut self) {
        let (Some(game), Some(weighing)) = (&self.game, &self.weighing) else {
            return;
        };
        if weighing.digest != game.digest() {
            return;
        }
        let authored = Weights::authored(&self.scenario);
        let seat = weighing.seat;
        let mut findings = findings_under(game, seat, Some(&weighing.tested), &authored);
        findings.review = self.reviewed(game, seat);
        let document = document(self.wording(), game, &findings);
        if let Some(weighing) = &mut self.weighing {
            weighing.document = document;
        }
    }

    /// Moves a weight. What is outside the author's range is told, and nothing is changed.
    pub(super) fn weigh(&mut self, party: PartyId, issue: IssueId, weight: u32) {
        self.lay_out_weights();
        let Some(weighing) = &mut self.weighing else {
            return;
        };
        let set = weighing.weights.set(&self.scenario, party, issue, weight);
        if let Err(error) = set {
            self.notice = Some(super::Notice { text: error.to_string(), fault: true });
        }
    }

    /// Puts the weights back.
    pub(super) fn weigh_as_author(&mut self) {
        if let Some(weighing) = &mut self.weighing {
            weighing.weights = Weights::authored(&self.scenario);
        }
    }
}
