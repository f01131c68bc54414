//! The steps of a game by id. Scripts, recorded playthroughs and journals share this type.

use serde::{Deserialize, Serialize};

use crate::scenario::resolved::{Deal, Pair, Scenario};
use crate::scenario::terms::{Act, Bar, Measure, Prediction, Timing};
use crate::scenario::{IssueId, PersonId};

use super::command::{Command, Statement};
use super::value::pair_of;

/// A statement or a report, written with ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Step {
    /// A statement.
    Say {
        /// Who speaks.
        speaker: String,
        /// A colleague also speaks before the hosts answer.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        holds_floor: bool,
        /// The moves, in order.
        moves: Vec<String>,
        /// The player's predictions, by move.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        predict: Vec<(String, Prediction)>,
    },
    /// The report as one of the scenario's named deals.
    Report(String),
    /// The report clause by clause.
    Package(Vec<PackageClause>),
}

impl Step {
    /// Removes the predictions, which in a two-player game are private until the end.
    pub fn forget_predictions(&mut self) {
        if let Self::Say { predict, .. } = self {
            predict.clear();
        }
    }
}

/// One clause of a report, written with ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Clause", deny_unknown_fields)]
pub struct PackageClause {
    /// Issue.
    pub issue: String,
    /// Position.
    pub position: String,
    /// `None` if the position has no timing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
}

/// Newest format of recorded games. They don't write a number until there is a second format.
pub const FORMAT: u32 = 1;

/// A recorded game and what it has to show (`playthroughs/*.ron`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Play {
    /// Id of the scenario.
    pub scenario: String,
    /// Id of the seat being played; the first seat if absent.
    #[serde(default)]
    pub seat: Option<String>,
    /// Seed.
    pub seed: u64,
    /// Id of the length of game.
    pub length: String,
    /// Id of the style the model answers in; the record's own manner if absent.
    #[serde(default)]
    pub style: Option<String>,
    /// Bars that start at a different height than the scenario gives, with that height, 0 to 100.
    #[serde(default)]
    pub room: Vec<(Bar, u8)>,
    /// The steps.
    pub steps: Vec<Step>,
    /// What it must show.
    #[serde(default)]
    pub expect: Vec<Expect>,
}

/// Something a recorded game has to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Expect {
    /// An entry of the record is spoken.
    Spoken(String),
    /// An entry of the record is not spoken.
    Unspoken(String),
    /// Exactly these replies and initiatives are given, in this order, after a given statement; 0 means before the
    /// first.
    Heard {
        /// Number of the statement.
        after: u32,
        /// What is given, in order; empty if nothing is.
        given: Vec<String>,
    },
    /// A reply or initiative is given.
    Given(String),
    /// A reply or initiative is not given.
    NotGiven(String),
    /// All of these entries appear on record cards. Others may too.
    Shown(Vec<String>),
    /// The talk ends in this way.
    Ended(Ended),
    /// The game ends without a report.
    NoReport,
    /// A measure of the ending falls in this band, 0 (lowest) to 4.
    Ending(Measure, u8),
    /// A move is answered with a different act from the one in the record's own game, for a given reason in the model.
    Differs {
        /// The move.
        mv: String,
        /// The act; `None` if an earlier answer stands or the talk ended first.
        #[serde(default)]
        act: Option<Act>,
        /// Id of the deciding stance; `None` if an initiative took the move up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stance: Option<String>,
        /// The stance's reason, used where its id is not given. The check then fails if the reason is reworded.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        because: String,
    },
    /// The last digest of the journal, in hexadecimal.
    Digest(String),
}

/// The ways a talk can end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ended {
    /// The hosts closed the talk.
    Closed,
    /// The delegation adjourned.
    Adjourned,
    /// The last statement was made, or no moves were left.
    OutOfStatements,
}

/// A name in a step that the scenario does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StepError {
    #[error("there is no person \"{0}\" in this scenario")]
    NoPerson(String),
    #[error("there is no move \"{0}\" in this scenario")]
    NoMove(String),
    #[error("a prediction names the move \"{0}\", which this statement does not make")]
    PredictsOther(String),
    #[error("there is no named deal \"{0}\" in this scenario")]
    NoDeal(String),
    #[error("there is no issue \"{0}\" in this scenario")]
    NoIssue(String),
    #[error("on the issue \"{issue}\" there is no position \"{position}\" with this timing")]
    NoPair { issue: String, position: String },
    #[error("the report has no clause on the issue \"{0}\"")]
    Missing(String),
}

impl Step {
    /// Resolves a step into a command.
    ///
    /// # Errors
    /// Returns an error if the step names something the scenario does not have.
    pub fn command(&self, scenario: &Scenario) -> Result<Command, StepError> {
        match self {
            Step::Say { speaker, moves, holds_floor, predict } => {
                let statement = statement(scenario, speaker, moves, *holds_floor, predict)?;
                Ok(Command::Statement(statement))
            }
            Step::Report(id) => {
                let found = scenario.deal_id(id).ok_or_else(|| StepError::NoDeal(id.clone()))?;
                Ok(Command::Report(scenario.deal(found).deal.clone()))
            }
            Step::Package(clauses) => Ok(Command::Report(package(scenario, clauses)?)),
        }
    }

    /// The step that records a command.
    pub fn of(scenario: &Scenario, command: &Command) -> Self {
        match command {
            Command::Statement(statement) => Step::Say {
                speaker: scenario.person(statement.speaker).id.clone(),
                moves: statement.moves.iter().map(|(mv, _)| scenario.mv(*mv).id.clone()).collect(),
                holds_floor: statement.holds_floor,
                predict: statement
                    .moves
                    .iter()
                    .filter_map(|(mv, predicted)| Some((scenario.mv(*mv).id.clone(), (*predicted)?)))
                    .collect(),
            },
            Command::Report(deal) => Step::Package(
                scenario.issue_ids().zip(deal).filter_map(|(issue, pair)| clause_of(scenario, issue, *pair)).collect(),
            ),
        }
    }
}

fn statement(
    scenario: &Scenario,
    speaker: &str,
    moves: &[String],
    holds_floor: bool,
    predict: &[(String, Prediction)],
) -> Result<Statement, StepError> {
    let speaker: PersonId = scenario.person_id(speaker).ok_or_else(|| StepError::NoPerson(speaker.to_owned()))?;
    if let Some((other, _)) = predict.iter().find(|(mv, _)| !moves.contains(mv)) {
        return Err(StepError::PredictsOther(other.clone()));
    }
    let moves = moves
        .iter()
        .map(|id| {
            let mv = scenario.move_id(id).ok_or_else(|| StepError::NoMove(id.clone()))?;
            let predicted = predict.iter().find(|(other, _)| other == id).map(|(_, p)| *p);
            Ok((mv, predicted))
        })
        .collect::<Result<_, StepError>>()?;
    Ok(Statement { speaker, moves, holds_floor })
}

fn package(scenario: &Scenario, clauses: &[PackageClause]) -> Result<Deal, StepError> {
    for clause in clauses {
        let known = scenario.issue_id(&clause.issue);
        if known.is_none_or(|issue| scenario.issue(issue).pairs.is_empty()) {
            return Err(StepError::NoIssue(clause.issue.clone()));
        }
    }
    scenario
        .issues
        .iter()
        .filter(|issue| !issue.pairs.is_empty())
        .map(|issue| {
            let clause = clauses
                .iter()
                .find(|clause| clause.issue == issue.id)
                .ok_or_else(|| StepError::Missing(issue.id.clone()))?;
            let wanted = |pair: &Pair| {
                let position = issue.positions.get(pair.position.index());
                position.is_some_and(|p| p.id == clause.position) && pair.timing == clause.timing
            };
            let index = issue.pairs.iter().position(wanted).and_then(|i| u16::try_from(i).ok());
            index.ok_or_else(|| StepError::NoPair { issue: clause.issue.clone(), position: clause.position.clone() })
        })
        .collect()
}

fn clause_of(scenario: &Scenario, issue: IssueId, pair: u16) -> Option<PackageClause> {
    let pair = pair_of(scenario, issue, pair)?;
    let issue = scenario.issue(issue);
    Some(PackageClause {
        issue: issue.id.clone(),
        position: issue.positions.get(pair.position.index())?.id.clone(),
        timing: pair.timing,
    })
}
