//! The commands of the program: each reads its arguments, does one thing, and says how it went.

pub mod analyze;
pub mod args;
pub mod check;
pub mod debrief;
pub mod explain;
pub mod explore;
pub mod graph;

mod domain_json;
pub mod fix;
pub mod foreign_domains;
pub mod new;
pub mod play;
pub mod playtest;
pub mod quotes;
pub mod record;
mod recordings;
pub mod replay;
pub mod scenarios;
pub mod test;
pub mod words;

use std::io;

use crate::language::CatalogueError;
use crate::library::saves::SaveError;

/// Everything went well.
pub const OK: u8 = 0;
/// Something that was looked at has a fault.
pub const FAULTY: u8 = 1;
/// It could not be done at all.
pub const FAILED: u8 = 2;

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// In words: what, where, and what to do.
    #[error("{0}")]
    Told(String),
    /// Input or output failed.
    #[error("input or output failed: {0}")]
    Io(#[from] io::Error),
    /// A game could not be kept or read.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The program's words cannot be used.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The scenario has faults; they are in the text.
    #[error("{0}")]
    Scenario(#[from] crate::library::open::OpenError),
    /// Something could not be put into JSON.
    #[error("the result could not be printed: {0}")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    /// Whether nobody listens any more: the other end of a pipe was closed, which is no fault.
    pub fn is_closed_pipe(&self) -> bool {
        let kind = match self {
            Failure::Io(error) => Some(error.kind()),
            Failure::Json(error) => error.io_error_kind(),
            _ => None,
        };
        kind == Some(io::ErrorKind::BrokenPipe)
    }
}
