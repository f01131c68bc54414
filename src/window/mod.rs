//! The window: egui screens over views, and the Bevy app that shows them.

#[cfg(feature = "game")]
pub mod game;
pub mod screens;
