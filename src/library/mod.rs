//! Scenarios and games, on disk and built in: opened with every check in the one right order, created, fixed, recorded and saved.

pub mod create;
pub mod embedded;
pub mod fix;
pub mod open;
pub mod recorded;
pub mod saves;

/// Seed of a game when none is asked for.
pub const DEFAULT_SEED: u64 = 1955;
