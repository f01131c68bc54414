//! Analyses all deals of a scenario: what each side could have had, and how certain that is.
//!
//! All computation is exact and uses integers. A deal is worth the same here as in play and in the debrief
//! ([`crate::negotiation::value`]). The values are put into tables, so that tens of thousands of deals can be
//! evaluated at once.

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
