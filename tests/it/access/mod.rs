//! Access: what everybody in the room can see, reach, press and hear, on every screen.

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
