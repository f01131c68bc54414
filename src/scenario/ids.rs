//! Typed indices that replace the written ids once a scenario has been checked.

use serde::Serialize;

macro_rules! index {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        ///
        /// Only a [`Scenario`](super::Scenario) creates these, so an id is always in range for the scenario it came
        /// from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        pub struct $name(pub(in crate::scenario) u16);

        impl $name {
            /// Index into the scenario's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// Every id of a list with `count` members, up to a limit of 65,535.
            #[allow(dead_code, reason = "not every kind of id is iterated over")]
            pub(in crate::scenario) fn all(count: usize) -> impl ExactSizeIterator<Item = Self> + use<> {
                (0..u16::try_from(count).unwrap_or(u16::MAX)).map(Self)
            }
        }
    )+};
}

index! {
    PartyId,
    SeatId,
    PersonId,
    /// An issue of the deal space or, numbered after those, a table issue.
    IssueId,
    /// A position, numbered within its issue.
    PositionId,
    MarkId,
    /// An entry in the record of the talk.
    EntryId,
    MoveId,
    StanceId,
    /// A reply or an initiative.
    UtteranceId,
    /// A topic on a counterpart's agenda.
    TopicId,
    /// A length of game the player can choose.
    LengthId,
    /// A counterpart's style, numbered within the seat that counterpart answers.
    StyleId,
    DealId,
    /// A glossary term.
    TermId,
    SourceId,
    ViewId,
    PlaceId,
}

/// Ids of lists that are never empty in a checked scenario, so a game can default to the first member.
macro_rules! first {
    ($($name:ident,)+) => {$(
        impl $name {
            /// The first member of the list, which is the default.
            pub const FIRST: Self = Self(0);

            /// Whether this is the first member of the list.
            pub const fn is_first(self) -> bool {
                self.0 == 0
            }
        }
    )+};
}

first! { SeatId, LengthId, StyleId, SourceId, }
