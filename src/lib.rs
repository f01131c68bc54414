//! *We Can Wait*: a negotiation game about the talks that ended the state of war between the Soviet Union and Japan.
//!
//! The layers, from the ground up; each uses only those before it, and `tests/it/layers.rs` holds them to it:
//!
//! - [`ports`]: traits for files, threads and time; nothing below the front ends touches them in another way.
//! - [`scenario`]: what an author writes: the format, its checks, sources and the proof of quotations.
//! - [`negotiation`]: the rules. Commands in, events out; the state is unchanged on error.
//! - [`analysis`]: every deal of a scenario or of another program's domain: frontier, bargaining solutions, sensitivity.
//! - [`language`]: message catalogues.
//! - [`library`]: scenarios and games on disk and built in: open with every check, create, fix, save, regression games.
//! - [`playtest`]: bots, seeded runs, and what they reached.
//! - [`debrief`]: findings with their evidence, no prose.
//! - [`view`]: what each screen shows, wording finished, as plain data.
//! - [`app`]: the application that every front end shares: intents in, views out.
//! - `platform`: the ports of a desktop (feature `cli`).
//! - `terminal`: the line-oriented front end (feature `cli`).
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
