//! How scenario forms refer to each other: by the author's ids as written, or by typed ids once resolved.

use std::fmt::Debug;

use super::ids::*;
use super::place::{Id, Written};

/// References as the author writes them: ids, each with its place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AsWritten {}

/// References in a checked scenario: typed ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolved {}

/// Defines each kind of reference together with its written and its resolved type.
macro_rules! refs {
    ($($(#[$doc:meta])* $kind:ident: $written:ty => $resolved:ty,)+) => {
        /// The types of a form's references. Each form is written once, generic over this trait.
        pub trait Refs: Debug + Copy + 'static {
            $($(#[$doc])* type $kind: Debug + Clone;)+
        }

        impl Refs for AsWritten {
            $(type $kind = $written;)+
        }

        impl Refs for Resolved {
            $(type $kind = $resolved;)+
        }

        /// References that can be parsed from a file. Only [`AsWritten`] implements this.
        pub trait Unresolved: Refs<$($kind = $written),+> {}
    };
}

refs! {
    /// A form's own id.
    Id: Id => String,
    /// A text whose place in the file may be needed for a message.
    Text: Written => String,
    Party: Id => PartyId,
    Seat: Id => SeatId,
    /// The seat a move belongs to; the first seat if the author leaves it out.
    MoveSeat: Option<Id> => SeatId,
    Person: Id => PersonId,
    /// An issue of the deal space, or a table issue.
    Issue: Id => IssueId,
    Position: Id => PositionId,
    Mark: Id => MarkId,
    Entry: Id => EntryId,
    Move: Id => MoveId,
    Utterance: Id => UtteranceId,
    Topic: Id => TopicId,
    Term: Id => TermId,
    Deal: Id => DealId,
    /// The source of a quotation; the first source if the author leaves it out.
    Source: Option<Id> => SourceId,
    View: Id => ViewId,
    Place: Id => PlaceId,
}

impl Unresolved for AsWritten {}
