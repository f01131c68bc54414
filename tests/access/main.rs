//! Access: what everybody in the room can see, reach, press and hear, on every screen.
#![cfg(feature = "gui")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;

mod glass;
mod glyphs;
mod heard;
mod keys;
mod nodes;
mod painted;
mod presses;
mod scenes;
mod sweep;
mod trees;
