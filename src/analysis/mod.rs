//! All deals of a scenario: what each side could have had, and how certain that is.
//!
//! Everything is exact and in integers. A party's value of a deal is the one that play and debrief use
//! ([`crate::negotiation::value`]); here it is put into tables, so that tens of thousands of deals can be gone through at once.

mod count;
pub mod domain;
mod faults;
mod frontier;
mod pareto;
mod product;
mod sensitivity;
mod solutions;
mod space;
mod study;
mod survey;
mod swap;
mod walk;
mod weighing;

pub use count::{Alike, MOST_LISTED, alike, zone};
pub use faults::faults;
pub use frontier::{Outcome, by_blocks, by_enumeration};
pub use sensitivity::{Claim, Kind, WEIGHTINGS, drawn_weight, sensitivity};
pub use solutions::{OPPOSITION_WHOLE, Solutions, Ties, opposition, solutions, ties};
pub use space::{Linkage, MOST_DEALS, MOST_PARTIES, Number, Party, Space, SpaceError};
pub use study::{Home, Placed, Study, study};
pub use survey::{Survey, survey};
pub use swap::{better, better_within};
pub use weighing::Weighing;
