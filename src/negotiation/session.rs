//! A talk in progress. People, scripts and bots all act through it.

use std::sync::Arc;

use crate::scenario::resolved::{Deal, Scenario};
use crate::scenario::{IssueId, SeatId};

use super::command::{Command, Rejection, Statement};
use super::event::{Ended, Event};
use super::position::Position;
use super::report::{JudgedClause, Judgement};
use super::setup::{Opposite, Setup};
use super::stage::Stage;
use super::state::{Phase, State};
use super::trace::Trace;
use super::{counterpart, offer, report, statement, style, value};

/// What the talk is waiting for, and from which seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaiting {
    Statement(SeatId),
    Report(SeatId),
    Over(Ended),
}

/// A talk in progress, with its scenario and setup.
#[derive(Debug, Clone)]
pub struct Session {
    scenario: Arc<Scenario>,
    setup: Setup,
    state: State,
}

impl Session {
    /// Starts a talk. The events are the hosts' opening words.
    pub fn new(scenario: Arc<Scenario>, setup: Setup) -> (Self, Vec<Event>) {
        let state = State::new(&scenario, &setup);
        let mut session = Self { scenario, setup, state };
        let mut out = Vec::new();
        if session.setup.opposite == Opposite::Model {
            counterpart::take_turn(&mut session.stage(&mut out, None));
        }
        (session, out)
    }

    /// The scenario being played.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The choices made before the talk started.
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The seat that has the floor: the player's seat, or in a two-player game the one whose turn it is.
    pub fn seat(&self) -> SeatId {
        self.state.seat()
    }

    /// The full state, for the layers that judge a game. Screens and bots use [`super::seat_view::SeatView`] instead.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The current position as the seat with the floor sees it.
    pub fn position(&self) -> Position<'_> {
        self.position_of(self.seat())
    }

    /// The current position as this seat sees it.
    pub fn position_of(&self, seat: SeatId) -> Position<'_> {
        Position { scenario: &self.scenario, setup: &self.setup, state: &self.state, seat }
    }

    fn stage<'a>(&'a mut self, out: &'a mut Vec<Event>, trace: Option<&'a mut Trace>) -> Stage<'a> {
        Stage {
            scenario: &self.scenario,
            seat: self.state.seat(),
            setup: &self.setup,
            style: style::changing(&self.scenario, &self.setup),
            trace,
            state: &mut self.state,
            out,
        }
    }

    /// The starting point for a report: the other side's opening position, including issues not in play.
    pub fn opening(&self) -> &[u16] {
        self.position().opening()
    }

    /// The starting point for a seat's report.
    pub fn opening_of(&self, seat: SeatId) -> &[u16] {
        self.position_of(seat).opening()
    }

    /// The issues of the deal space that are in play, in the scenario's order.
    pub fn issues_in_play(&self) -> impl Iterator<Item = IssueId> {
        let length = self.scenario.length(self.setup.length);
        let issues = self.scenario.issue_ids().take(self.scenario.deal_issues());
        issues.filter(|issue| length.plays(*issue))
    }

    /// The deal with every issue not in play reset to the opening position.
    pub fn within_play(&self, deal: &Deal) -> Deal {
        let position = self.position();
        let clauses = self.scenario.issue_ids().zip(deal.iter().zip(position.opening()));
        clauses.map(|(issue, (pair, opened))| if position.in_play(issue) { *pair } else { *opened }).collect()
    }

    /// The command the talk is waiting for, or how it ended.
    pub fn awaiting(&self) -> Awaiting {
        match self.state.phase {
            Phase::Talk => Awaiting::Statement(self.seat()),
            Phase::Report(_) => Awaiting::Report(self.seat()),
            Phase::Over(ended) => Awaiting::Over(ended),
        }
    }

    /// Checks whether a command would be accepted.
    ///
    /// # Errors
    /// The rejection names the rule that refuses it.
    pub fn validate(&self, command: &Command) -> Result<(), Rejection> {
        match command {
            Command::Statement(statement) => statement::validate(&self.position(), statement),
            Command::Report(deal) => self.validate_report(deal),
        }
    }

    /// Applies a command and appends its events to `out`.
    ///
    /// # Errors
    /// The rejection names the rule that refuses it. The state and `out` are then unchanged.
    pub fn apply(&mut self, command: &Command, out: &mut Vec<Event>) -> Result<(), Rejection> {
        self.apply_traced(command, out, None)
    }

    /// Like [`Self::apply`], but also records in the trace how each point was decided on.
    pub(super) fn apply_traced(
        &mut self,
        command: &Command,
        out: &mut Vec<Event>,
        trace: Option<&mut Trace>,
    ) -> Result<(), Rejection> {
        self.validate(command)?;
        match command {
            Command::Statement(statement) => self.make_statement(statement, out, trace),
            Command::Report(deal) => self.send_report(deal, out),
        }
        Ok(())
    }

    /// The judgement on the first seat's report, or on its sending none; `None` until the game is over.
    pub fn judgement(&self) -> Option<Judgement> {
        self.judgement_of(self.setup.seat)
    }

    /// The judgement on a person's report, or on their sending none; `None` until the game is over.
    pub fn judgement_of(&self, seat: SeatId) -> Option<Judgement> {
        let report = if seat == self.setup.seat { &self.state.report } else { &self.state.report_opposite };
        let over = matches!(self.state.phase, Phase::Over(_));
        over.then(|| report::judge(&self.position_of(seat), report.as_ref()))
    }

    /// How far what was said at the table would support a pair in the report of the seat with the floor. Uses nothing
    /// private. `None` if the issue has no such pair.
    pub fn backing(&self, issue: IssueId, pair: u16) -> Option<JudgedClause> {
        let position = self.position();
        let mut reported = position.opening().to_vec();
        *reported.get_mut(issue.index())? = pair;
        report::judge_clause(&position, &reported, issue)
    }

    /// The judgement if the seat with the floor sent this report now, or sent none. It includes the other side's
    /// values, which stay private until the debrief, so only searches, reviews and advice may use it.
    pub fn judgement_if(&self, report: Option<&Deal>) -> Judgement {
        report::judge(&self.position(), report)
    }

    fn make_statement(&mut self, statement: &Statement, out: &mut Vec<Event>, trace: Option<&mut Trace>) {
        let mut stage = self.stage(out, trace);
        let scenario = stage.scenario;
        let opposite = stage.setup.opposite;
        statement::make(&mut stage, statement);
        if statement.holds_floor && offer::offered(stage.position()).next().is_some() {
            return;
        }
        stage.state.opening = false;
        let adjourned = statement.moves.iter().any(|(mv, _)| scenario.mv(*mv).act.ends_talk());
        let closed = match opposite {
            Opposite::Model => counterpart::take_turn(&mut stage),
            Opposite::Person => {
                stage.pass_on();
                false
            }
        };
        let next = Position { seat: stage.state.seat(), ..stage.position() };
        let ended = if adjourned {
            Ended::Adjourned
        } else if closed {
            Ended::Closed
        } else if stage.state.left() == 0 || offer::offered(next).next().is_none() {
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
        let exists = |(issue, pair): (IssueId, &u16)| value::pair_of(&self.scenario, issue, *pair).is_some();
        if deal.len() != issues || !self.scenario.issue_ids().zip(deal).all(exists) {
            return Err(Rejection::ReportIncomplete);
        }
        let position = self.position();
        let opening = position.opening();
        let changed = |issue: &IssueId| opening.get(issue.index()) != deal.get(issue.index());
        let mut issues = self.scenario.issue_ids().take(issues);
        let outside = issues.find(|issue| !position.in_play(*issue) && changed(issue));
        outside.map_or(Ok(()), |issue| Err(Rejection::ReportNotInPlay(issue)))
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
