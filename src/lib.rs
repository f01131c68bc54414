//! *We Can Wait*: a negotiation game about the talks that ended the state of war between the Soviet Union and Japan.
//!
//! The layers, from the ground up; each uses only those before it, and `tests/layers.rs` holds them to it:
//!
//! - [`scenario`]: what an author writes, checked; sources and the proof of quotations.
//! - [`negotiation`]: the rules. Commands in, events out; the state is unchanged on error.
//! - [`saves`]: where games are kept, whole or not at all.
//! - [`analysis`]: every deal of a scenario or of another program's domain: frontier, bargaining solutions, sensitivity.
//! - [`playtest`]: bots and what they reached.
//! - [`debrief`]: findings with their evidence, no prose.
//! - [`view`]: what each screen shows, as plain data, and what a person can intend.
//! - [`language`]: message catalogues; used from `view` up.
//! - [`terminal`]: the line-oriented front end.
//! - [`commands`]: `check`, `explain`, `quotes`, `playtest`, `replay`, `debrief`, `play`.
//! - [`desk`]: a game as the window plays it: intents in, views out.
//! - `screens`: the egui screens, functions of a view (feature `gui`).
//! - `game`: the Bevy app (feature `game`).

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
pub mod commands;
pub mod debrief;
pub mod desk;
#[cfg(feature = "game")]
pub mod game;
pub mod language;
pub mod negotiation;
pub mod playtest;
pub mod saves;
pub mod scenario;
#[cfg(feature = "gui")]
pub mod screens;
pub mod terminal;
pub mod view;
