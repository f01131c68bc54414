//! What happens: everything that `apply` reports, small enough to be kept, hashed and replayed.

use smallvec::SmallVec;

use crate::scenario::resolved::{Effect, Scenario};
use crate::scenario::terms::{Act, Bar, Prediction, Strength};
use crate::scenario::{EntryId, MarkId, MoveId, PersonId, StanceId, TopicId, UtteranceId};

pub use super::script::Ended;

/// Number of a point: moves of the delegation in the order in which they were made.
pub type PointIndex = u16;

/// Number of a commitment, in the order in which they were made.
pub type CommitmentIndex = u16;

/// Why something changed: the effect that did it, so that every change can be explained in the author's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// An effect of a move, by its place in the list.
    Move(MoveId, u8),
    /// An effect of something the counterpart said.
    Utterance(UtteranceId, u8),
    /// The price of going back on a commitment.
    GoingBack(CommitmentIndex),
}

impl Reason {
    /// The effect in the scenario.
    pub fn effect(self, scenario: &Scenario) -> Option<&Effect> {
        match self {
            Reason::Move(mv, index) => scenario.mv(mv).effects.get(usize::from(index)),
            Reason::Utterance(id, index) => scenario.utterance(id).effects.get(usize::from(index)),
            Reason::GoingBack(_) => None,
        }
    }
}

/// How a point was taken by the counterpart, before words were sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Taken {
    /// The point.
    pub point: PointIndex,
    /// The stance that decided, by its place in the scenario; `None` for a point that an initiative took up.
    pub stance: Option<StanceId>,
}

/// Points that one utterance answers: rarely more than two, and then nothing is allocated.
pub type Answers = SmallVec<[Taken; 2]>;

/// One thing that happened. New kinds go to the end: the digests of kept games count on the order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Event {
    /// A delegate has the floor; the statement's number, from 1.
    Floor {
        /// Number of the statement.
        statement: u32,
        /// Who speaks.
        speaker: PersonId,
        /// The hosts hear a colleague too before they answer.
        holds_floor: bool,
    },
    /// A move was made and is now an open point.
    Moved {
        /// The point.
        point: PointIndex,
        /// The move.
        mv: MoveId,
        /// Who made it.
        speaker: PersonId,
        /// In the record's own words.
        own_words: bool,
        /// What the player predicted.
        predicted: Option<Prediction>,
    },
    /// A bar moved.
    Bar {
        /// Bar.
        bar: Bar,
        /// Before.
        from: u8,
        /// After.
        to: u8,
        /// Why.
        reason: Reason,
    },
    /// A fact of the table was marked or unmarked.
    Marked {
        /// The mark.
        mark: MarkId,
        /// Set or cleared.
        set: bool,
        /// Why.
        reason: Reason,
    },
    /// A commitment was put on the table.
    Committed {
        /// Its number.
        commitment: CommitmentIndex,
        /// Why.
        reason: Reason,
    },
    /// A commitment was taken off the table.
    Withdrawn {
        /// Its number.
        commitment: CommitmentIndex,
        /// Why.
        reason: Reason,
    },
    /// A hint became stronger.
    Strengthened {
        /// Its number.
        commitment: CommitmentIndex,
        /// How strong it is now.
        to: Strength,
        /// Why.
        reason: Reason,
    },
    /// The counterpart comes to a topic of his agenda.
    Topic(TopicId),
    /// The counterpart speaks, or expressly does not.
    Spoken {
        /// What.
        utterance: UtteranceId,
        /// Points that this answers.
        answers: Answers,
    },
    /// The counterpart has no new words and lets an earlier answer stand.
    LetStand {
        /// The point.
        taken: Taken,
        /// The answer that stands.
        entry: Option<EntryId>,
    },
    /// A prediction met its answer.
    Scored {
        /// The point.
        point: PointIndex,
        /// What was predicted.
        predicted: Prediction,
        /// The act that came.
        act: Act,
        /// Whether that counts as right.
        right: bool,
    },
    /// The next statement has to face this.
    MustFace(UtteranceId),
    /// A point was never answered: the talk ended first.
    NeverAnswered(PointIndex),
    /// The talk is over.
    Ended(Ended),
    /// The report went home; its judgement is read from the session.
    Reported,
    /// Where two people play: a move of the other seat answers a point.
    AnsweredBy {
        /// The point.
        point: PointIndex,
        /// The move that answers it.
        mv: MoveId,
    },
}
