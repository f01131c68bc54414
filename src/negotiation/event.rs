//! The events that `apply` reports, small enough to save, hash and replay.

use smallvec::SmallVec;

use crate::scenario::resolved::{Effect, Scenario};
use crate::scenario::terms::{Act, Bar, Prediction, Strength};
use crate::scenario::{EntryId, MarkId, MoveId, PersonId, StanceId, TopicId, UtteranceId};

pub use super::script::Ended;

/// Index of a point. Points are numbered in the order the delegation's moves were made.
pub type PointIndex = u16;

/// Index of a commitment, in the order they were made.
pub type CommitmentIndex = u16;

/// The effect that caused a change, so that the change can be explained in the author's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// An effect of a move, by its index.
    Move(MoveId, u8),
    /// An effect of something the counterpart said, by its index.
    Utterance(UtteranceId, u8),
    /// The price of going back on a commitment.
    GoingBack(CommitmentIndex),
}

impl Reason {
    /// The effect in the scenario; `None` for a price.
    pub fn effect(self, scenario: &Scenario) -> Option<&Effect> {
        match self {
            Reason::Move(mv, index) => scenario.mv(mv).effects.get(usize::from(index)),
            Reason::Utterance(id, index) => scenario.utterance(id).effects.get(usize::from(index)),
            Reason::GoingBack(_) => None,
        }
    }
}

/// The counterpart's decision on a point, before any words are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Taken {
    pub point: PointIndex,
    /// The deciding stance; `None` if an initiative took the point up.
    pub stance: Option<StanceId>,
}

/// Points answered by one utterance. There are rarely more than two, which fit without allocating.
pub type Answers = SmallVec<[Taken; 2]>;

/// Something that happened. Add new kinds at the end: the digests of saved games depend on the order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Event {
    /// A delegate takes the floor. Statements are numbered from 1.
    Floor {
        statement: u32,
        speaker: PersonId,
        /// A colleague also speaks before the hosts answer.
        holds_floor: bool,
    },
    /// A move was made and is now an open point.
    Moved {
        point: PointIndex,
        mv: MoveId,
        speaker: PersonId,
        own_words: bool,
        predicted: Option<Prediction>,
    },
    Bar {
        bar: Bar,
        from: u8,
        to: u8,
        reason: Reason,
    },
    /// A mark was set or cleared.
    Marked {
        mark: MarkId,
        set: bool,
        reason: Reason,
    },
    /// A commitment was put on the table.
    Committed {
        commitment: CommitmentIndex,
        reason: Reason,
    },
    /// A commitment was taken off the table.
    Withdrawn {
        commitment: CommitmentIndex,
        reason: Reason,
    },
    Strengthened {
        commitment: CommitmentIndex,
        to: Strength,
        reason: Reason,
    },
    /// The counterpart turns to a topic of its agenda.
    Topic(TopicId),
    /// The counterpart speaks or is deliberately silent.
    Spoken {
        utterance: UtteranceId,
        answers: Answers,
    },
    /// The counterpart has nothing new to say and lets an earlier answer stand.
    LetStand {
        taken: Taken,
        entry: Option<EntryId>,
    },
    Scored {
        point: PointIndex,
        predicted: Prediction,
        act: Act,
        right: bool,
    },
    MustFace(UtteranceId),
    /// The talk ended before the point was answered.
    NeverAnswered(PointIndex),
    Ended(Ended),
    /// The report was sent home. The session has the judgement on it.
    Reported,
    /// In a two-player game: a move of the other seat answers a point.
    AnsweredBy {
        point: PointIndex,
        mv: MoveId,
    },
}

/// The event that closed a point, and its index. It is an utterance, an earlier answer that stands, the other player's
/// move, or the end of the talk.
pub fn closing(events: &[Event], index: PointIndex) -> Option<(usize, &Event)> {
    events.iter().enumerate().find(|(_, event)| match event {
        Event::Spoken { answers, .. } => answers.iter().any(|taken| taken.point == index),
        Event::LetStand { taken, .. } => taken.point == index,
        Event::AnsweredBy { point, .. } | Event::NeverAnswered(point) => *point == index,
        _ => false,
    })
}
