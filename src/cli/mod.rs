//! The commands. Each takes its arguments, does one thing, and prints the result.

pub mod analyze;
pub mod args;
pub mod check;
pub mod debrief;
pub mod explain;
pub mod explore;
pub mod graph;

mod domain_json;
pub mod foreign_domains;
mod json;
pub mod new;
pub mod play;
pub mod playtest;
pub mod quotes;
pub mod record;
mod recordings;
pub mod replay;
pub mod scenarios;
pub mod test;
mod watching;
pub mod words;

use std::io::{self, Write as _};

use crate::language::{Catalogue, CatalogueError, Language, arg};
use crate::library::create::CreateError;
use crate::library::open::OpenError;
use crate::library::recorded::{BlessError, RecordError};
use crate::library::saves::SaveError;
use crate::ports::StorageError;
use crate::terminal;

use json::json;

/// Success.
pub const OK: u8 = 0;
/// The command ran and found faults.
pub const FAULTY: u8 = 1;
/// The command could not run.
pub const FAILED: u8 = 2;
/// The user pressed Ctrl+C: 128 + SIGINT, as shells report it.
pub const STOPPED: u8 = 130;

/// Why a command could not run.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A message that says what happened, where, and what to do.
    #[error("{0}")]
    Message(String),
    #[error("input or output failed: {0}")]
    Io(#[from] io::Error),
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Create(#[from] CreateError),
    #[error(transparent)]
    Record(#[from] RecordError),
    #[error(transparent)]
    Bless(#[from] BlessError),
    #[error(transparent)]
    App(#[from] crate::app::AppError),
    #[error("couldn't print the result: {0}")]
    Json(#[from] serde_json::Error),
}

/// The messages in the language named by `WE_CAN_WAIT_LANGUAGE`. If there are none, returns English and says so on
/// standard error.
///
/// # Errors
/// When a catalogue file is faulty.
pub fn catalogue() -> Result<Catalogue, Failure> {
    let language = Language::choose(crate::platform::language().as_deref());
    let catalogue = language.catalogue()?;
    if let Some(missing) = &language.missing {
        let args = [arg("language", missing.as_str()), arg("known", Language::all().join(", "))];
        // If this can't be printed, the program still runs in English.
        let _ = writeln!(terminal::errors(), "{}", catalogue.msg_with("language-missing", &args));
    }
    Ok(catalogue)
}

fn there_is_no<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let known = known.collect::<Vec<_>>().join(", ");
    Failure::Message(format!("there is no {what} \"{name}\"; there are: {known}"))
}

impl Failure {
    /// Whether the reader closed the pipe, which isn't an error.
    pub fn is_closed_pipe(&self) -> bool {
        let kind = match self {
            Failure::Io(error) => Some(error.kind()),
            Failure::Json(error) => error.io_error_kind(),
            _ => None,
        };
        kind == Some(io::ErrorKind::BrokenPipe)
    }
}
