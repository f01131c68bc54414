//! Small numbers that stand for the ids of a checked scenario.

use serde::{Deserialize, Serialize};

macro_rules! index {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// Position in the scenario's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index! {
    /// A party.
    PartyId,
    /// A seat.
    SeatId,
    /// A person or group.
    PersonId,
    /// An issue of the deal space, or after those a table issue.
    IssueId,
    /// A position, counted within its issue.
    PositionId,
    /// A mark.
    MarkId,
    /// An entry of the record.
    EntryId,
    /// A move.
    MoveId,
    /// A stance.
    StanceId,
    /// A reply or an initiative.
    UtteranceId,
    /// A topic of the counterpart's agenda.
    TopicId,
}
