//! The rules. Commands go in and events come out; people, scripts and bots use the same entry point.

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
mod position;
pub mod random;
pub mod report;
pub mod room;
pub mod script;
pub mod seal;
pub mod seat_view;
pub mod session;
mod setup;
mod stage;
pub mod state;
mod statement;
pub mod style;
mod trace;
pub mod value;
pub mod why;

pub use command::{Command, Rejection, Statement};
pub use event::Event;
pub use position::Position;
pub use room::ChangedRoom;
pub use session::{Awaiting, Session};
pub use setup::{Opposite, Setup};
