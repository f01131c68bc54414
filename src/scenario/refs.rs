//! What the forms of a scenario refer to each other by: an author's ids while it is read, typed ids once it is resolved.

use std::fmt::Debug;

use super::ids::*;
use super::place::{Id, Written};

/// As an author writes it: every reference is a text that knows its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AsWritten {}

/// As a checked scenario has it: every reference is a typed id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolved {}

/// The kinds of reference, each as it is written and as it is resolved.
macro_rules! refs {
    ($($(#[$doc:meta])* $kind:ident: $written:ty => $resolved:ty,)+) => {
        /// The kinds of reference. A form is written once, generic over them.
        pub trait Refs: Debug + Copy + 'static {
            $($(#[$doc])* type $kind: Debug + Clone;)+
        }

        impl Refs for AsWritten {
            $(type $kind = $written;)+
        }

        impl Refs for Resolved {
            $(type $kind = $resolved;)+
        }

        /// References that can be read from a file; only [`AsWritten`] are.
        pub trait Unresolved: Refs<$($kind = $written),+> {}
    };
}

refs! {
    /// A form's own id.
    Id: Id => String,
    /// A text whose place in the file may matter in a message.
    Text: Written => String,
    Party: Id => PartyId,
    Seat: Id => SeatId,
    /// The seat of a move: left out by an author, it is the first one.
    MoveSeat: Option<Id> => SeatId,
    Person: Id => PersonId,
    /// An issue of the deal space or of the table.
    Issue: Id => IssueId,
    Position: Id => PositionId,
    Mark: Id => MarkId,
    Entry: Id => EntryId,
    Move: Id => MoveId,
    /// A reply or an initiative.
    Utterance: Id => UtteranceId,
    Topic: Id => TopicId,
    /// A term of the glossary.
    Term: Id => TermId,
    Deal: Id => DealId,
    /// The source of a quotation: left out by an author, it is the first one.
    Source: Option<Id> => SourceId,
    /// A view of the map.
    View: Id => ViewId,
    /// A place on the map.
    Place: Id => PlaceId,
}

impl Unresolved for AsWritten {}
