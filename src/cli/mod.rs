//! The commands: each reads its arguments, does one thing, and prints how it went.

pub mod analyze;
pub mod args;
pub mod check;
pub mod debrief;
pub mod explain;
pub mod explore;
pub mod graph;

mod domain_json;
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

use crate::language::{Catalogue, CatalogueError, Language, arg};
use crate::library::create::CreateError;
use crate::library::open::OpenError;
use crate::library::recorded::{BlessError, RecordError};
use crate::library::saves::SaveError;
use crate::ports::StorageError;

/// Everything went well.
pub const OK: u8 = 0;
/// Something that was checked is faulty.
pub const FAULTY: u8 = 1;
/// The command could not be carried out.
pub const FAILED: u8 = 2;

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// In words: what happened, where, and what to do.
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

/// The messages in the language that `WE_CAN_WAIT_LANGUAGE` names, or in English with a remark on standard error where
/// there are none.
///
/// # Errors
/// When a file of the catalogue has a fault.
pub fn catalogue() -> Result<Catalogue, Failure> {
    let language = Language::choose(crate::platform::language().as_deref());
    let catalogue = language.catalogue()?;
    if let Some(missing) = &language.missing {
        let args = [arg("language", missing.as_str()), arg("known", Language::all().join(", "))];
        anstream::eprintln!("{}", catalogue.msg_with("language-missing", &args));
    }
    Ok(catalogue)
}

impl Failure {
    /// Whether the other end of a pipe was closed, which is no error.
    pub fn is_closed_pipe(&self) -> bool {
        let kind = match self {
            Failure::Io(error) => Some(error.kind()),
            Failure::Json(error) => error.io_error_kind(),
            _ => None,
        };
        kind == Some(io::ErrorKind::BrokenPipe)
    }
}
