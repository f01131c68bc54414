//! The scenario: drafts as parsed, the checks on them, the resolved read-only form, and the proof of quotations.

pub mod acts;
pub mod check;
pub mod coast;
pub mod codes;
mod common_mistakes;
pub mod diagnostic;
pub mod draft;
pub mod fix;
pub mod folder;
pub mod format;
pub mod ids;
mod inline_lists;
pub mod lenient;
pub mod limits;
pub mod links;
pub mod load;
pub mod migrate;
pub mod options;
pub mod place;
pub mod proof;
mod read;
pub mod refs;
pub mod render;
mod resolve;
pub mod resolved;
pub mod single;
pub mod source;
mod syntax_errors;
pub mod terms;
mod tree;
pub mod unseen;

pub use ids::{
    DealId, EntryId, IssueId, LengthId, MarkId, MoveId, PartyId, PersonId, PositionId, SeatId, StanceId, StyleId,
    TopicId, UtteranceId,
};
pub(crate) use resolve::resolve;
pub use resolved::Scenario;
