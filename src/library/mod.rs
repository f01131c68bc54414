//! Scenarios on disk and built in: opening them with every check in the one right order, and their recorded games.

pub mod embedded;
pub mod open;
pub mod recorded;
pub mod saves;
