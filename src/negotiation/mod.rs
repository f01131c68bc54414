//! The rules: statements of moves as commands, events as results, one door for people, scripts and bots.

pub mod card;
mod choice;
pub mod command;
pub mod commitment;
pub mod compare;
mod counterpart;
pub mod digest;
pub mod disposition;
pub mod ending;
pub mod event;
mod facts;
pub mod journal;
pub mod offer;
pub mod random;
pub mod report;
pub mod room;
pub mod script;
pub mod seat_view;
pub mod session;
pub mod state;
mod statement;
pub mod style;
pub mod value;
pub mod why;

pub use command::{Command, Rejection, Statement};
pub use event::Event;
pub use room::ChangedRoom;
pub use session::{Awaiting, Opposite, Session, Setup};
