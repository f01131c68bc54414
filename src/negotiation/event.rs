//! What happens: everything that `apply` reports, small enough to be saved, hashed and replayed.

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
    pub point: PointIndex,
    /// The stance that decided, by its place in the scenario; `None` for a point that an initiative took up.
    pub stance: Option<StanceId>,
}

/// Points that one utterance answers: rarely more than two, and then nothing is allocated.
pub type Answers = SmallVec<[Taken; 2]>;

/// One thing that happened. New kinds go to the end: the digests of saved games depend on the order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Event {
    /// A delegate has the floor; the statement's number, from 1.
    Floor {
        statement: u32,
        speaker: PersonId,
        /// The hosts hear a colleague too before they answer.
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
    /// A fact of the table was marked or unmarked.
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
    /// The counterpart comes to a topic of his agenda.
    Topic(TopicId),
    /// The counterpart speaks, or expressly does not.
    Spoken {
        utterance: UtteranceId,
        answers: Answers,
    },
    /// The counterpart has no new words and lets an earlier answer stand.
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
    /// A point was never answered: the talk ended first.
    NeverAnswered(PointIndex),
    Ended(Ended),
    /// The report went home; its judgement is read from the session.
    Reported,
    /// Where two people play: a move of the other seat answers a point.
    AnsweredBy {
        point: PointIndex,
        mv: MoveId,
    },
}

/// The event that closed a point, with its place: what was said to it, an earlier answer that stands, the move of another
/// person, or the end of the talk.
pub fn closing(events: &[Event], index: PointIndex) -> Option<(usize, &Event)> {
    events.iter().enumerate().find(|(_, event)| match event {
        Event::Spoken { answers, .. } => answers.iter().any(|taken| taken.point == index),
        Event::LetStand { taken, .. } => taken.point == index,
        Event::AnsweredBy { point, .. } | Event::NeverAnswered(point) => *point == index,
        _ => false,
    })
}
