//! *We Can Wait*: a negotiation game about the talks that ended the state of war between the Soviet Union and Japan.
//!
//! The layers, from the bottom up. Each uses only those before it, which `tests/it/layers.rs` enforces:
//!
//! - [`ports`]: traits for files, threads and time. Below the front ends, nothing accesses these in any other way.
//! - [`scenario`]: what an author writes: the format, its checks, sources and verified quotations.
//! - [`negotiation`]: the rules. Commands go in and events come out; an error leaves the state unchanged.
//! - [`analysis`]: every deal of a scenario or of another program's domain: frontier, bargaining solutions,
//!   sensitivity.
//! - [`language`]: message catalogues.
//! - [`library`]: built-in scenarios, and scenarios and games on disk: opening, checking, creating, fixing and saving
//!   them, and replaying recorded games.
//! - [`playtest`]: bots, seeded runs, and their results.
//! - [`debrief`]: findings with their evidence, without prose.
//! - [`view`]: the content of each screen as plain data, with finished text.
//! - [`app`]: the application that all front ends share: intents in, views out.
//! - `platform`: the ports on a desktop (feature `cli`).
//! - `terminal`: the line-based front end (feature `cli`).
//! - `window`: the egui screens (feature `gui`) and the Bevy app that shows them (feature `game`).
//! - `cli`: the commands (feature `cli`).

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::print_stdout,
        reason = "a test may stop at the first surprise"
    )
)]

pub mod analysis;
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
pub mod debrief;
pub mod language;
pub mod library;
pub mod negotiation;
#[cfg(feature = "cli")]
pub mod platform;
pub mod playtest;
pub mod ports;
pub mod scenario;
#[cfg(feature = "cli")]
pub mod terminal;
pub mod view;
#[cfg(feature = "gui")]
pub mod window;
