//! All deals of a scenario: what each side could have had, and how certain that is.
//!
//! Everything is exact and in integers. A party's value of a deal is the one that play and debrief use
//! ([`crate::negotiation::value`]); here it is put into tables, so that tens of thousands of deals can be gone through at once.

mod boxes;
mod count;
pub mod domain;
mod exact;
mod faults;
mod frontier;
mod pareto;
mod sensitivity;
mod solutions;
mod space;
mod study;
mod survey;
mod swap;
mod walk;
mod watch;
mod weighing;

pub use count::{Alike, MOST_LISTED, alike, zone};
pub use exact::OPPOSITION_WHOLE;
pub use faults::faults;
pub use frontier::{Outcome, by_blocks, by_enumeration};
pub use sensitivity::{Claim, Kind, WEIGHTINGS, drawn_weight, sensitivity};
pub use solutions::{Solutions, Ties, solutions, ties};
pub use space::{Linkage, MOST_DEALS, MOST_PARTIES, Number, Party, Space, SpaceError};
pub use study::{Home, Placed, Study, study};
pub use survey::{Reached, Survey, survey};
pub use swap::{better, better_within};
pub use watch::{Progress, Watch};
pub use weighing::Weighing;
