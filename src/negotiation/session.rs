//! A talk under way: the one door through which people, scripts and bots act.

use std::sync::Arc;

use smallvec::SmallVec;

use crate::scenario::resolved::{CommitmentForm, Deal, Effect, Pair, Scenario, Style};
use crate::scenario::terms::{Bar, CommitmentKind, Strength};
use crate::scenario::{IssueId, PartyId, PersonId, SeatId};

use super::command::{Command, Rejection, Statement};
use super::commitment::Commitment;
use super::event::{CommitmentIndex, Ended, Event, PointIndex, Reason, Taken};
use super::offer;
use super::report::{JudgedClause, Judgement};
use super::room::ChangedRoom;
use super::state::{Phase, Point, State, Status};
use super::why::Trace;
use super::{choice, counterpart, report, statement, style};

/// With what a talk begins.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Setup {
    /// Seed of the streams.
    pub seed: u64,
    /// The player's seat.
    pub seat: SeatId,
    /// Length of game, by its place in the scenario.
    pub length: usize,
    /// Who sits opposite.
    pub opposite: Opposite,
    /// In which style the model answers, by its place among those of the seat; the first is the record's own manner.
    pub style: usize,
    /// Bars that begin otherwise than in the scenario.
    pub room: ChangedRoom,
}

/// Who sits opposite the player.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Opposite {
    /// The model, which answers as the scenario has it.
    #[default]
    Model,
    /// Another person at the same machine. The seats speak in turn, and what one says on an issue answers what the other has
    /// left open there.
    Person,
}

/// For whom the talk waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaiting {
    /// A statement of the player's seat.
    Statement(SeatId),
    /// The report home.
    Report(SeatId),
    /// Nobody: all is over.
    Over(Ended),
}

/// A talk under way.
#[derive(Debug, Clone)]
pub struct Session {
    scenario: Arc<Scenario>,
    setup: Setup,
    state: State,
}

/// What one step works on: the fixed scenario, the changing state, and the events it brings.
pub(super) struct Stage<'a> {
    pub(super) scenario: &'a Scenario,
    /// The player's seat.
    pub(super) seat: SeatId,
    pub(super) setup: &'a Setup,
    /// The style in which the model answers, where it is not the record's own manner.
    pub(super) style: Option<&'a Style>,
    /// Who looks on, to tell afterwards why.
    pub(super) trace: Option<&'a mut Trace>,
    pub(super) state: &'a mut State,
    pub(super) out: &'a mut Vec<Event>,
}

impl Session {
    /// Begins a talk; the events are the hosts' first words.
    pub fn new(scenario: Arc<Scenario>, setup: Setup) -> (Self, Vec<Event>) {
        let state = State::new(&scenario, &setup);
        let mut session = Self { scenario, setup, state };
        let mut out = Vec::new();
        if session.setup.opposite == Opposite::Model {
            let mut stage = Stage {
                scenario: &session.scenario,
                seat: session.setup.seat,
                setup: &session.setup,
                style: style::changing(&session.scenario, &session.setup),
                trace: None,
                state: &mut session.state,
                out: &mut out,
            };
            counterpart::take_turn(&mut stage);
        }
        (session, out)
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// With what it began.
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The seat that has the word: the player's, or where two people play the one whose turn it is.
    pub fn seat(&self) -> SeatId {
        if self.state.turned() {
            return self.scenario.seat(self.setup.seat).opposite;
        }
        self.setup.seat
    }

    /// Where it stands. Screens and bots use [`super::seat_view::SeatView`]; this is for the layers that judge.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Where a report starts: the other side's opening position, with what lies outside this length of game.
    pub fn opening(&self) -> &[u16] {
        self.opening_of(self.seat())
    }

    /// Where the report of a seat starts.
    pub fn opening_of(&self, seat: SeatId) -> &[u16] {
        let openings = &self.scenario.seat(seat).openings;
        openings.get(self.setup.length).map_or(&[], Vec::as_slice)
    }

    /// A deal with the issues outside this length of game set to what they are taken to be.
    pub fn within_play(&self, deal: &Deal) -> Deal {
        let length = self.scenario.lengths.get(self.setup.length);
        let in_play = |index: usize| length.and_then(|l| l.in_play.get(index)) != Some(&false);
        let clauses = deal.iter().zip(self.opening()).enumerate();
        clauses.map(|(index, (clause, opened))| if in_play(index) { *clause } else { *opened }).collect()
    }

    /// For whom it waits.
    pub fn awaiting(&self) -> Awaiting {
        match self.state.phase {
            Phase::Talk => Awaiting::Statement(self.seat()),
            Phase::Report(_) => Awaiting::Report(self.seat()),
            Phase::Over(ended) => Awaiting::Over(ended),
        }
    }

    /// Whether a command would be taken.
    ///
    /// # Errors
    /// The rejection says which rule refuses it.
    pub fn validate(&self, command: &Command) -> Result<(), Rejection> {
        match command {
            Command::Statement(statement) => {
                statement::validate(&self.scenario, &self.state, self.setup.length, self.seat(), statement)
            }
            Command::Report(deal) => self.validate_report(deal),
        }
    }

    /// Takes a command and adds what it brings to `out`.
    ///
    /// # Errors
    /// The rejection says which rule refuses it; state and `out` are then unchanged.
    pub fn apply(&mut self, command: &Command, out: &mut Vec<Event>) -> Result<(), Rejection> {
        self.validate(command)?;
        match command {
            Command::Statement(statement) => self.make_statement(statement, out, None),
            Command::Report(deal) => self.send_report(deal, out),
        }
        Ok(())
    }

    /// Takes a command while somebody looks on.
    pub(super) fn apply_watched(
        &mut self,
        command: &Command,
        out: &mut Vec<Event>,
        trace: &mut Trace,
    ) -> Result<(), Rejection> {
        self.validate(command)?;
        match command {
            Command::Statement(statement) => self.make_statement(statement, out, Some(trace)),
            Command::Report(deal) => self.send_report(deal, out),
        }
        Ok(())
    }

    /// The judgement on the report of the first seat, or on its absence, when all is over.
    pub fn judgement(&self) -> Option<Judgement> {
        self.judgement_of(self.setup.seat)
    }

    /// The judgement on the report of a seat that a person has, or on its absence, when all is over.
    pub fn judgement_of(&self, seat: SeatId) -> Option<Judgement> {
        if !matches!(self.state.phase, Phase::Over(_)) {
            return None;
        }
        let judge = |state: &State, report: &Option<Deal>| {
            let setup = Setup { seat, ..self.setup.clone() };
            report::judge(&self.scenario, state, &setup, report.as_ref())
        };
        if seat == self.setup.seat && !self.state.turned() {
            return Some(judge(&self.state, &self.state.report));
        }
        // Bars are judged as that seat sees them.
        let mut state = self.state.clone();
        if state.turned() != (seat != self.setup.seat) {
            state.turn_over();
        }
        let report = if seat == self.setup.seat { &self.state.report } else { &self.state.report_opposite };
        Some(judge(&state, report))
    }

    /// On what a pair of an issue would rest in the report of the seat that has the word: what was said at the table, and
    /// nothing that is private. `None` for a pair that the issue does not have.
    pub fn ground(&self, issue: IssueId, pair: u16) -> Option<JudgedClause> {
        let opening = self.opening();
        let mut reported = opening.to_vec();
        *reported.get_mut(issue.index())? = pair;
        let seat = self.scenario.seat(self.seat());
        report::judge_clause(&self.scenario, &self.state, seat, &opening.to_vec(), &reported, issue)
    }

    /// The judgement that a report of the seat that has the word would find if it were sent now, or no report at all. What it
    /// says of the other side is private until the debrief: this is for searches, reviews and advice, not for screens.
    pub fn judgement_if(&self, report: Option<&Deal>) -> Judgement {
        let setup = Setup { seat: self.seat(), ..self.setup.clone() };
        report::judge(&self.scenario, &self.state, &setup, report)
    }

    fn make_statement(&mut self, statement: &Statement, out: &mut Vec<Event>, trace: Option<&mut Trace>) {
        let seat = self.seat();
        let next = match self.setup.opposite {
            Opposite::Model => seat,
            Opposite::Person => self.scenario.seat(seat).opposite,
        };
        let length = self.setup.length;
        let scenario = &*self.scenario;
        let something_on_offer = |state: &State, seat: SeatId| {
            let mut offered = offer::offered(scenario, state, length, seat);
            offered.next().is_some()
        };
        let mut stage = Stage {
            scenario,
            seat,
            setup: &self.setup,
            style: style::changing(scenario, &self.setup),
            trace,
            state: &mut self.state,
            out,
        };
        statement::make(&mut stage, statement);
        if statement.holds_floor && something_on_offer(stage.state, seat) {
            return;
        }
        stage.state.opening = false;
        let adjourned = statement.moves.iter().any(|(mv, _)| offer::adjourns(scenario.mv(*mv)));
        let closed = match self.setup.opposite {
            Opposite::Model => counterpart::take_turn(&mut stage),
            Opposite::Person => {
                stage.pass_on();
                false
            }
        };
        let ended = if adjourned {
            Ended::Adjourned
        } else if closed {
            Ended::Closed
        } else if stage.state.left() == 0 || !something_on_offer(stage.state, next) {
            Ended::OutOfStatements
        } else {
            return;
        };
        stage.end(ended);
    }

    fn validate_report(&self, deal: &Deal) -> Result<(), Rejection> {
        if !matches!(self.state.phase, Phase::Report(_)) {
            return Err(Rejection::NoReportDue);
        }
        let issues = self.scenario.deal_issues();
        let allowed = |(index, pair): (usize, &u16)| {
            let issue = self.scenario.issues.get(index);
            issue.is_some_and(|issue| usize::from(*pair) < issue.pairs.len())
        };
        if deal.len() != issues || !deal.iter().enumerate().all(allowed) {
            return Err(Rejection::ReportIncomplete);
        }
        let opening = self.opening();
        for issue in self.scenario.issue_ids().take(issues) {
            let in_play = self.scenario.lengths.get(self.setup.length);
            let in_play = in_play.and_then(|l| l.in_play.get(issue.index())).copied().unwrap_or(true);
            if !in_play && opening.get(issue.index()) != deal.get(issue.index()) {
                return Err(Rejection::ReportNotInPlay(issue));
            }
        }
        Ok(())
    }

    fn send_report(&mut self, deal: &Deal, out: &mut Vec<Event>) {
        let Phase::Report(ended) = self.state.phase else {
            return;
        };
        out.push(Event::Reported);
        if self.state.turned() {
            self.state.report_opposite = Some(deal.clone());
        } else {
            self.state.report = Some(deal.clone());
        }
        let other_reports = self.setup.opposite == Opposite::Person && !self.state.turned();
        if other_reports {
            self.state.turn_over();
        } else {
            self.state.phase = Phase::Over(ended);
        }
    }
}

impl Stage<'_> {
    /// What becomes of the author's choice in the style of this game.
    pub(super) fn in_style(&self, index: PointIndex, point: &Point, written: choice::Choice) -> choice::Choice {
        let Some(style) = self.style else {
            return written;
        };
        let at = (index, point);
        style::restyle(self.scenario, self.state, self.setup, style, at, written)
    }

    /// Gives the word to the person opposite.
    fn pass_on(&mut self) {
        self.state.turn_over();
        self.state.just_made_from = self.state.points.len();
        self.state.facts.nothing_just_raised();
    }

    fn end(&mut self, ended: Ended) {
        let open: SmallVec<[PointIndex; 12]> = self.state.open_points().map(|(index, _)| index).collect();
        for index in open {
            self.leave_open(index, ended);
        }
        let early = ended == Ended::Adjourned && self.state.statements < self.scenario.report_after;
        self.state.phase = if early { Phase::Over(ended) } else { Phase::Report(ended) };
        // Where two people play, the first seat reports first.
        if self.state.turned() {
            self.state.turn_over();
        }
        self.out.push(Event::Ended(ended));
    }

    /// A point that is open when the talk ends: an answer that was heard stands for it, or it had none.
    fn leave_open(&mut self, index: PointIndex, ended: Ended) {
        let at = self.state.statements;
        let Some(point) = self.state.points.get(usize::from(index)) else {
            return;
        };
        let heard = choice::given_answer(self.scenario, self.state, point);
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

    /// Applies one effect. `giver` said what brings it, `hearer` is the one who was answered.
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
        // Only commitments of this kind are touched, and paying the price of one touches none.
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
            for (bar, by) in price {
                self.move_bar(*bar, *by, Reason::GoingBack(index));
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

/// The allowed pair of an issue, by its place.
pub fn pair_of(scenario: &Scenario, issue: IssueId, pair: u16) -> Option<Pair> {
    scenario.issue(issue).pairs.get(usize::from(pair)).copied()
}
