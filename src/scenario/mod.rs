//! What an author writes: drafts as parsed, the checked read-only scenario, sources and the proof of quotations.

pub mod check;
pub mod coast;
pub mod codes;
pub mod diagnostic;
pub mod draft;
pub mod folder;
pub mod ids;
mod inside;
pub mod lenient;
mod lex;
pub mod library;
pub mod lift;
pub mod links;
pub mod load;
pub mod mend;
pub mod place;
pub mod proof;
mod read;
pub mod render;
mod resolve;
pub mod resolved;
mod reword;
pub mod single;
pub mod source;
pub mod terms;
mod traps;

pub use ids::{
    EntryId, IssueId, MarkId, MoveId, PartyId, PersonId, PositionId, SeatId, StanceId, TopicId,
    UtteranceId,
};
pub use resolve::resolve;
pub use resolved::Scenario;
