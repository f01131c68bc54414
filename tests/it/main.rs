//! The behaviours of the program, one module each, in one binary: linking the engine once instead of fifty times.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, and builds without the window do not use every helper"
)]

#[cfg(feature = "gui")]
mod access;
mod acts;
mod adviser;
mod analysis;
#[cfg(feature = "gui")]
mod any_size;
#[cfg(feature = "game")]
mod app;
#[cfg(feature = "gui")]
mod art;
mod author;
mod author_pages;
#[cfg(feature = "gui")]
mod author_window;
mod background;
mod balance;
mod brute;
mod cards;
mod choosing;
#[cfg(feature = "gui")]
mod choosing_window;
mod codes;
mod command_line;
mod common;
mod conformance;
mod debrief;
mod debrief_page;
#[cfg(feature = "gui")]
mod debrief_screen;
mod docs;
mod domains;
mod domains_made_up;
mod domains_of_all_shapes;
mod domains_refused;
mod first_lesson;
mod fisheries;
mod fixing;
mod front_ends;
mod garbage;
mod hostile;
mod hot_seat;
#[cfg(feature = "gui")]
mod hot_seat_window;
mod language;
mod layers;
#[cfg(feature = "gui")]
mod library_screen;
mod limits;
mod links;
mod map;
mod mistakes;
mod new_scenario;
mod newer;
mod one_file;
mod playtest;
mod playthroughs;
mod private;
mod quotations;
mod reasons;
#[cfg(feature = "gui")]
mod record_screen;
mod recorded;
mod recording;
mod reference;
mod review;
mod rules;
mod same_games;
mod saving;
#[cfg(feature = "gui")]
mod screens;
mod seats;
mod seeing;
#[cfg(feature = "gui")]
mod start_screen;
mod starting;
mod styles;
mod syntax;
#[cfg(feature = "gui")]
mod table_screen;
mod talk;
mod tutorial;
mod two_programs;
mod unfinished;
#[cfg(feature = "gui")]
mod whole_games;
mod why;
#[cfg(feature = "gui")]
mod window_code;
#[cfg(feature = "gui")]
mod window_why;
