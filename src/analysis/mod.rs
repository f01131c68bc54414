//! The deals of a scenario, all of them: who could have had what, and how sure one can be.
//!
//! Everything is exact and in integers. A party's value of a deal is the one that play and debrief use
//! ([`crate::negotiation::value`]); here it is brought into tables, so that tens of thousands of deals are gone through at once.

mod frontier;
mod sensitivity;
mod solutions;
mod space;
mod study;
mod swap;

pub use frontier::{Outcome, by_blocks, by_enumeration};
pub use sensitivity::{Claim, Kind, WEIGHTINGS, drawn_weight, sensitivity};
pub use solutions::{Solutions, opposition, solutions};
pub use space::{Linkage, MOST_DEALS, Party, Space, SpaceError};
pub use study::{Home, Placed, Study, better, study};
pub use swap::better_within;
