//! What an author writes: the scenario as parsed, before anything in it has been checked.
//!
//! Every type here is one RON form. References are [`Id`](super::place::Id)s that remember where they were written; nothing
//! is resolved. `docs/scenario-format.md` shows the same forms with examples.

mod frame;
mod library;
mod map;
mod style;
mod talk;
mod values;

pub use frame::*;
pub use library::*;
pub use map::*;
pub use style::*;
pub use talk::*;
pub use values::*;
