//! The weights of the debrief. They last as long as the game.

use crate::debrief::{Tested, Weights, findings_of, findings_under};
use crate::scenario::{IssueId, PartyId, SeatId};
use crate::view::criticism::{Criticism, criticism};
use crate::view::debrief::{Document, document, reweighed};

use crate::view::wording::Wording;

use super::App;
use super::notice::Notice;
use super::table::{Table, Weighing};

impl App {
    /// The debrief under the current weights, and the weights a player can change.
    pub(super) fn weighed(&self, table: &Table) -> (Document, Option<Criticism>) {
        let (wording, game, seat) = (self.wording(), &table.game, table.debrief_seat());
        let weighing = table.weighing.as_ref();
        let Some(weighing) = weighing.filter(|w| w.seat == seat && w.digest == game.digest()) else {
            let mut findings = findings_of(game, seat);
            findings.review = table.reviewed(seat);
            let criticism = criticism(wording, game, &findings);
            return (document(wording, game, &findings), criticism);
        };
        let findings = findings_under(game, seat, Some(&weighing.tested), &weighing.weights);
        let criticism = criticism(wording, game, &findings);
        (reweighed(wording, game, &findings, &weighing.document), criticism)
    }

    /// Draws the game's weightings for the seat whose debrief is shown, once per seat. In the hot seat, both debriefs
    /// share changed weights.
    pub(super) fn lay_out_weights(&mut self) {
        let wording = Wording::new(&self.catalogue, &self.scenario);
        let Some(table) = self.table.as_mut().filter(|table| table.game.shows_both_sides()) else { return };
        let (digest, seat) = (table.game.digest(), table.debrief_seat());
        let old = table.weighing.take().filter(|old| old.digest == digest);
        if old.as_ref().is_some_and(|old| old.seat == seat) {
            table.weighing = old;
            return;
        }
        let weights = old.map_or_else(|| Weights::authored(&self.scenario), |old| old.weights);
        table.weighing = Tested::of(&table.game, seat).ok().map(|tested| {
            let document = authored(wording, table, seat, &tested);
            Weighing { digest, seat, document, tested, weights }
        });
    }

    /// Rebuilds the debrief once the review of the moves is ready.
    pub(super) fn update_debrief(&mut self) {
        let wording = Wording::new(&self.catalogue, &self.scenario);
        let Some(table) = &mut self.table else { return };
        let weighing = table.weighing.as_ref().filter(|weighing| weighing.digest == table.game.digest());
        let document = weighing.map(|weighing| authored(wording, table, weighing.seat, &weighing.tested));
        if let (Some(document), Some(weighing)) = (document, &mut table.weighing) {
            weighing.document = document;
        }
    }

    /// Changes a weight. Refuses one outside the author's range.
    pub(super) fn weigh(&mut self, party: PartyId, issue: IssueId, weight: u32) {
        self.lay_out_weights();
        let Some(weighing) = self.table.as_mut().and_then(|table| table.weighing.as_mut()) else { return };
        if let Err(error) = weighing.weights.set(&self.scenario, party, issue, weight) {
            self.notice = Some(Notice::refusal(error.to_string()));
        }
    }

    /// Restores the author's weights.
    pub(super) fn weigh_as_author(&mut self) {
        if let Some(weighing) = self.table.as_mut().and_then(|table| table.weighing.as_mut()) {
            weighing.weights = Weights::authored(&self.scenario);
        }
    }
}

/// The debrief under the author's weights.
fn authored(wording: Wording<'_>, table: &Table, seat: SeatId, tested: &Tested) -> Document {
    let weights = Weights::authored(wording.scenario);
    let mut findings = findings_under(&table.game, seat, Some(tested), &weights);
    findings.review = table.reviewed(seat);
    document(wording, &table.game, &findings)
}
