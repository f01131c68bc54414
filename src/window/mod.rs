//! The window: egui screens that draw views, and the Bevy app that shows them.

#[cfg(feature = "game")]
pub mod game;
pub mod screens;
