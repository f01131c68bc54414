//! Small numbers that stand for the ids of a checked scenario.

use serde::Serialize;

macro_rules! index {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        ///
        /// Only a [`Scenario`](super::Scenario) hands them out, so each is inside its list there.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        pub struct $name(pub(in crate::scenario) u16);

        impl $name {
            /// Position in the scenario's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// Every id of a list with this many members; past 65,536 there are no more.
            #[allow(dead_code, reason = "not every kind is counted through")]
            pub(in crate::scenario) fn all(count: usize) -> impl ExactSizeIterator<Item = Self> + use<> {
                (0..u16::try_from(count).unwrap_or(u16::MAX)).map(Self)
            }
        }
    )+};
}

index! {
    PartyId,
    SeatId,
    /// A person or group.
    PersonId,
    /// An issue of the deal space, or after those a table issue.
    IssueId,
    /// A position, counted within its issue.
    PositionId,
    MarkId,
    /// An entry of the record.
    EntryId,
    MoveId,
    StanceId,
    /// A reply or an initiative.
    UtteranceId,
    /// A topic of the counterpart's agenda.
    TopicId,
    /// A length of game.
    LengthId,
    /// A style of a counterpart, counted within the seat it answers.
    StyleId,
    DealId,
    /// A term of the glossary.
    TermId,
    SourceId,
    /// A view of the map.
    ViewId,
    /// A place on the map.
    PlaceId,
}

/// Lists that are never empty in a checked scenario have a first member, which is what a game uses when nothing else is chosen.
macro_rules! first {
    ($($name:ident,)+) => {$(
        impl $name {
            /// The first of its list, chosen where nothing else is.
            pub const FIRST: Self = Self(0);

            /// Whether it is the first of its list.
            pub const fn is_first(self) -> bool {
                self.0 == 0
            }
        }
    )+};
}

first! { SeatId, LengthId, StyleId, SourceId, }
