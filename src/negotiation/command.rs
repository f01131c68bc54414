//! The commands a seat can give, and the reasons for refusing one.

use crate::scenario::resolved::Deal;
use crate::scenario::terms::Prediction;
use crate::scenario::{IssueId, MoveId, PersonId, UtteranceId};

/// A command. People, scripts and bots all use the same ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Command {
    Statement(Statement),
    /// The delegation's report home: one pair for each issue of the deal space.
    Report(Deal),
}

impl Command {
    /// Bytes that a command takes beside the value itself.
    pub fn bytes(&self) -> usize {
        match self {
            Command::Statement(statement) => {
                statement.moves.capacity() * size_of::<(MoveId, Option<Prediction>)>() + 16
            }
            Command::Report(deal) => deal.capacity() * 2 + 16,
        }
    }
}

/// One statement: a speaker and what they say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Statement {
    pub speaker: PersonId,
    /// The moves in order, each with the player's prediction of the answer, if there is one.
    pub moves: Vec<(MoveId, Option<Prediction>)>,
    /// A colleague also speaks before the hosts answer.
    pub holds_floor: bool,
}

impl Statement {
    /// A statement without predictions that does not hold the floor.
    pub fn new(speaker: PersonId, moves: impl IntoIterator<Item = MoveId>) -> Self {
        Self { speaker, moves: moves.into_iter().map(|mv| (mv, None)).collect(), holds_floor: false }
    }
}

/// Why a command was refused. The state is unchanged. Each variant has a message in the catalogue, under
/// [`Rejection::key`], that gives the rule, the reason and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    #[error("the talk is over")]
    TalkOver,
    /// The talk is still going on, or ended without a report being due.
    #[error("no report is due")]
    NoReportDue,
    #[error("a statement needs at least one move")]
    NoMoves,
    #[error("{given} moves, but a statement here has at most {limit}")]
    TooManyMoves { given: usize, limit: usize },
    #[error("this person cannot be given the floor")]
    NoFloorFor(PersonId),
    #[error("this person cannot make this move")]
    NotTheirs(PersonId, MoveId),
    #[error("this move belongs to another seat")]
    OtherSeat(MoveId),
    #[error("this issue is not in play")]
    NotInPlay(MoveId, IssueId),
    #[error("this move has been made as often as it can be")]
    UsedUp(MoveId),
    #[error("the same move twice in one statement")]
    Twice(MoveId),
    #[error("what this move presupposes has not happened")]
    NotYet(MoveId),
    #[error("the hosts wait for an answer")]
    MustFace { utterance: UtteranceId, options: Vec<MoveId> },
    #[error("the floor cannot be held for a colleague now")]
    CannotHold,
    #[error("adjourning ends the talk: the floor cannot be held")]
    AdjournHolds,
    #[error("the report needs one clause for each issue")]
    ReportIncomplete,
    #[error("the report changes an issue that is not in play")]
    ReportNotInPlay(IssueId),
}

impl Rejection {
    /// Key of the message in the catalogue.
    pub const fn key(&self) -> &'static str {
        match self {
            Rejection::TalkOver => "reject-talk-over",
            Rejection::NoReportDue => "reject-no-report-due",
            Rejection::NoMoves => "reject-no-moves",
            Rejection::TooManyMoves { .. } => "reject-too-many-moves",
            Rejection::NoFloorFor(_) => "reject-no-floor-for",
            Rejection::NotTheirs(..) => "reject-not-theirs",
            Rejection::OtherSeat(_) => "reject-other-seat",
            Rejection::NotInPlay(..) => "reject-not-in-play",
            Rejection::UsedUp(_) => "reject-used-up",
            Rejection::Twice(_) => "reject-twice",
            Rejection::NotYet(_) => "reject-not-yet",
            Rejection::MustFace { .. } => "reject-must-face",
            Rejection::CannotHold => "reject-cannot-hold",
            Rejection::AdjournHolds => "reject-adjourn-holds",
            Rejection::ReportIncomplete => "reject-report-incomplete",
            Rejection::ReportNotInPlay(_) => "reject-report-not-in-play",
        }
    }
}
