//! A step of a talk while it is being applied: the scenario, the changing state and the events produced.

use smallvec::SmallVec;

use crate::scenario::resolved::{CommitmentForm, Effect, Scenario, Style};
use crate::scenario::terms::{Act, Bar, CommitmentKind, Strength};
use crate::scenario::{IssueId, PartyId, PersonId, SeatId};

use super::choice::Case;
use super::commitment::Commitment;
use super::event::{CommitmentIndex, Ended, Event, PointIndex, Reason, Taken};
use super::position::Position;
use super::setup::Setup;
use super::state::{Phase, State, Status};
use super::trace::Trace;

pub(super) struct Stage<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) setup: &'a Setup,
    pub(super) seat: SeatId,
    /// The style the model answers in; `None` for the record's own manner.
    pub(super) style: Option<&'a Style>,
    /// Records how each point is decided on, if an explanation was asked for.
    pub(super) trace: Option<&'a mut Trace>,
    pub(super) state: &'a mut State,
    pub(super) out: &'a mut Vec<Event>,
}

impl Stage<'_> {
    pub(super) fn position(&self) -> Position<'_> {
        Position { scenario: self.scenario, setup: self.setup, state: self.state, seat: self.seat }
    }

    /// Closes a point and scores the prediction made for it.
    pub(super) fn close(&mut self, index: PointIndex, status: Status, act: Act) {
        let Some(point) = self.state.settle(index, status) else {
            return;
        };
        if let Some(predicted) = point.predicted {
            let right = act.profile().predictions.contains(&predicted);
            self.out.push(Event::Scored { point: index, predicted, act, right });
        }
    }

    /// Gives the floor to the person opposite.
    pub(super) fn pass_on(&mut self) {
        self.state.turn_over();
        self.state.just_made_from = self.state.points.len();
        self.state.facts.nothing_just_raised();
    }

    pub(super) fn end(&mut self, ended: Ended) {
        let open: SmallVec<[PointIndex; 12]> = self.state.open_points().map(|(index, _)| index).collect();
        for index in open {
            self.leave_open(index, ended);
        }
        let early = ended == Ended::Adjourned && self.state.statements < self.scenario.report_after;
        self.state.phase = if early { Phase::Over(ended) } else { Phase::Report(ended) };
        // In a two-player game the first seat reports first.
        if self.state.turned() {
            self.state.turn_over();
        }
        self.out.push(Event::Ended(ended));
    }

    /// Closes a point still open at the end of the talk. An answer already heard stands for it, unless the delegation
    /// adjourned; otherwise it was never answered.
    fn leave_open(&mut self, index: PointIndex, ended: Ended) {
        let at = self.state.statements;
        let Some(point) = self.state.points.get(usize::from(index)) else {
            return;
        };
        let heard = Case { position: self.position(), index, point }.given_answer();
        let (status, event) = match heard.filter(|_| ended != Ended::Adjourned) {
            Some(entry) => {
                let taken = Taken { point: index, stance: None };
                let entry = Some(entry);
                (Status::LetStand(at), Event::LetStand { taken, entry })
            }
            None => (Status::Never, Event::NeverAnswered(index)),
        };
        self.state.settle(index, status);
        self.out.push(event);
    }

    /// Applies one effect. `giver` spoke the words that caused it; `hearer` is the person they answered.
    pub(super) fn apply_effect(
        &mut self,
        effect: &Effect,
        reason: Reason,
        giver: Option<PersonId>,
        hearer: Option<PersonId>,
    ) {
        match effect {
            Effect::Bar { bar, by, .. } => self.move_bar(*bar, *by, reason),
            Effect::Mark(mark) | Effect::Unmark(mark) => {
                let set = matches!(effect, Effect::Mark(_));
                if self.state.marked(*mark) != set {
                    self.state.facts.mark(*mark, set);
                    self.out.push(Event::Marked { mark: *mark, set, reason });
                }
            }
            Effect::Commit(form) => self.commit(form, reason, giver, hearer),
            Effect::Withdraw { by, kind, issue } => self.withdraw(*by, *kind, *issue, reason),
            Effect::Strengthen { issue, to } => self.strengthen(*issue, *to, reason),
        }
    }

    fn move_bar(&mut self, bar: Bar, by: i8, reason: Reason) {
        let slot = self.state.slot(bar);
        let Some(height) = self.state.bars.get_mut(slot) else {
            return;
        };
        let from = *height;
        let to = height.saturating_add_signed(by).min(100);
        if from != to {
            *height = to;
            self.out.push(Event::Bar { bar, from, to, reason });
        }
    }

    fn commit(&mut self, form: &CommitmentForm, reason: Reason, giver: Option<PersonId>, hearer: Option<PersonId>) {
        let Ok(commitment) = CommitmentIndex::try_from(self.state.commitments.len()) else {
            return;
        };
        let seated = self.scenario.tables.seated;
        let party = giver.map_or(0, |_| 1) + hearer.map_or(0, |_| 1);
        self.state.commitments.push(Commitment {
            by: form.by,
            kind: form.kind,
            clause: form.clause,
            giver,
            hearer,
            witnesses: u8::try_from(seated.saturating_sub(party)).unwrap_or(u8::MAX),
            strength: Strength::Given,
            turn: self.state.statements,
            made_by: reason,
            stands: true,
        });
        self.out.push(Event::Committed { commitment, reason });
    }

    fn withdraw(&mut self, by: PartyId, kind: CommitmentKind, issue: IssueId, reason: Reason) {
        // Safe to loop: only this kind of commitment is affected, and paying the price of one affects no others.
        for index in 0..self.state.commitments.len() {
            let Some(commitment) = self.state.commitments.get_mut(index) else {
                return;
            };
            let meant = commitment.by == by && commitment.kind == kind && commitment.clause.issue == issue;
            let Ok(index) = CommitmentIndex::try_from(index) else {
                return;
            };
            if !meant || !commitment.stands {
                continue;
            }
            commitment.stands = false;
            let form = commitment.form(self.scenario);
            self.out.push(Event::Withdrawn { commitment: index, reason });
            let price = form.map_or(&[][..], |form| &form.going_back);
            for price in price {
                self.move_bar(price.bar, price.by, Reason::GoingBack(index));
            }
        }
    }

    fn strengthen(&mut self, issue: IssueId, to: Strength, reason: Reason) {
        for (commitment, made) in (0..).zip(&mut self.state.commitments) {
            let hint = made.kind == CommitmentKind::Hint && made.clause.issue == issue;
            if hint && made.stands && made.strength < to {
                made.strength = to;
                self.out.push(Event::Strengthened { commitment, to, reason });
            }
        }
    }
}
