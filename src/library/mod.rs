//! Scenarios and games, on disk and built in. Scenarios are opened with all checks in the right order; they can also be
//! created and fixed. Games can be recorded and saved.

pub mod create;
pub mod embedded;
pub mod fix;
pub mod open;
pub mod recorded;
pub mod saves;

/// Default seed of a game.
pub const DEFAULT_SEED: u64 = 1955;
