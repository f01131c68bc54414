//! What each screen shows, as plain data, and what a person can intend. Terminal and window are functions of these.

pub mod adviser;
mod appraisal;
pub mod card;
pub mod chart;
mod condition;
pub mod criticism;
pub mod debrief;
pub mod document;
pub mod domain;
pub mod draft;
pub mod html;
pub mod intent;
pub mod labels;
pub mod library;
pub mod refusal;
pub mod report;
pub mod resumed;
pub mod review;
pub mod sentence;
pub mod study;
pub mod svg;
pub mod table;
pub mod talk;
mod turns;
pub mod why;
pub mod window;
pub mod wording;
