//! `debrief`: the debrief of a kept game, for the terminal, as a page, as Markdown or as JSON.

use std::io::Write;

use crate::debrief::findings;
use crate::language::Catalogue;
use crate::terminal::{self, Page};
use crate::view::debrief::{document, markdown};
use crate::view::html;
use crate::view::wording::Wording;

use super::args::{DebriefArgs, DebriefFormat};
use super::replay::replayed;
use super::{FAULTY, Failure, OK};

/// Prints the debrief. Returns 1 when the journal could not be played to its end.
///
/// # Errors
/// When the journal cannot be read, or output fails.
pub fn run(args: &DebriefArgs, out: &mut dyn Write, width: usize) -> Result<u8, Failure> {
    let (scenario, _, replayed) = replayed(&args.journal, args.scenario.as_deref())?;
    let catalogue = Catalogue::load("en")?;
    let wording = Wording::new(&catalogue, &scenario);
    let game = &replayed.game;
    match args.format {
        DebriefFormat::Text => terminal::print_debrief(&mut Page::new(out, width), wording, game)?,
        DebriefFormat::Html => write!(
            out,
            "{}",
            html::page(wording, &document(wording, game, &findings(game)))
        )?,
        DebriefFormat::Md => write!(
            out,
            "{}",
            markdown(&document(wording, game, &findings(game)))
        )?,
        DebriefFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &document(wording, game, &findings(game)))?;
            writeln!(out)?;
        }
    }
    Ok(if replayed.stopped.is_some() {
        FAULTY
    } else {
        OK
    })
}
