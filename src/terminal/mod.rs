//! The line-oriented front end, suitable for reading aloud, for pipes and for projectors.

mod advice;
mod compose;
mod debrief;
mod guard;
mod hand_over;
mod input;
mod lookup;
mod page;
mod play;
mod reporting;
mod show;
mod statement;
mod why;

pub use debrief::{print as print_debrief, print_document};
pub use guard::{Guarded, Terminal, errors, output};
pub use input::{Lines, Scripted, Typed};
pub use page::{Page, Role};
pub use play::{Ending, Opened, Play, Start};
pub use why::print as print_why;
