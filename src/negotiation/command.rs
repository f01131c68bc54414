//! What a seat can do, and the refusals that teach.

use crate::scenario::resolved::Deal;
use crate::scenario::terms::Prediction;
use crate::scenario::{IssueId, MoveId, PersonId, UtteranceId};

/// A command, from a person, a script or a bot: they all go the same way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Command {
    Statement(Statement),
    /// The report that the delegation carries home: for each issue of the deal space a pair.
    Report(Deal),
}

/// One statement: a delegate and what he does with the floor.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Statement {
    pub speaker: PersonId,
    /// The moves, in order, and the player's prediction for each.
    pub moves: Vec<(MoveId, Option<Prediction>)>,
    /// The hosts hear a colleague too before they answer.
    pub holds_floor: bool,
}

impl Statement {
    /// A statement without predictions.
    pub fn new(speaker: PersonId, moves: impl IntoIterator<Item = MoveId>) -> Self {
        Self { speaker, moves: moves.into_iter().map(|mv| (mv, None)).collect(), holds_floor: false }
    }
}

/// Why a command was not taken. The state is unchanged. Each variant has a message that says which rule, why, and what
/// to do instead; the words are in the message catalogue under [`Rejection::key`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    #[error("the talk is over")]
    TalkOver,
    /// The report is not due: the talk lasts, or there is none.
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
    /// Key of its message.
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
