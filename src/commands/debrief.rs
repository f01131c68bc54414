//! `debrief`: the debrief of a kept game, for the terminal, as a page, as Markdown or as JSON.

use std::io::Write;

use crate::debrief::findings_of;
use crate::language::Catalogue;
use crate::negotiation::{Opposite, Session, Setup};
use crate::scenario::{Scenario, SeatId};
use crate::terminal::{self, Page};
use crate::view::debrief::{document, markdown};
use crate::view::html;
use crate::view::wording::{Wording, seated};

use super::args::{DebriefArgs, DebriefFormat};
use super::replay::replayed;
use super::{FAULTY, Failure, OK, open};

/// The seat whose debrief is wanted: one that a person had.
fn seat(scenario: &Scenario, session: &Session, wanted: Option<&str>) -> Result<SeatId, Failure> {
    let Setup { seat, opposite, .. } = *session.setup();
    let Some(wanted) = wanted else {
        return Ok(seat);
    };
    let named = open::seat(scenario, wanted)?;
    if named == seat || opposite == Opposite::Person {
        return Ok(named);
    }
    Err(Failure::Told(format!(
        "this game was played from the seat \"{}\"; the other one was not a person's",
        scenario.seat(seat).id
    )))
}

/// Prints the debrief. Returns 1 when the journal could not be played to its end.
///
/// # Errors
/// When the journal cannot be read, or output fails.
pub fn run(args: &DebriefArgs, out: &mut dyn Write, width: usize) -> Result<u8, Failure> {
    let (scenario, _, replayed) = replayed(&args.journal, args.scenario.as_deref())?;
    let seat = seat(&scenario, &replayed.game.session, args.seat.as_deref())?;
    let catalogue = seated(&Catalogue::load("en")?, &scenario, seat);
    let wording = Wording::new(&catalogue, &scenario);
    let game = &replayed.game;
    if let Some(of) = &args.why {
        let mut page = Page::new(out, width);
        if !terminal::print_why(&mut page, wording, game, of)? {
            return Err(Failure::Told(catalogue.msg("why-none-kept")));
        }
        return Ok(OK);
    }
    match args.format {
        DebriefFormat::Text => {
            terminal::print_debrief(&mut Page::new(out, width), wording, game, seat)?;
        }
        DebriefFormat::Html => write!(
            out,
            "{}",
            html::page(wording, &document(wording, game, &findings_of(game, seat)))
        )?,
        DebriefFormat::Md => write!(
            out,
            "{}",
            markdown(&document(wording, game, &findings_of(game, seat)))
        )?,
        DebriefFormat::Json => {
            serde_json::to_writer_pretty(
                &mut *out,
                &document(wording, game, &findings_of(game, seat)),
            )?;
            writeln!(out)?;
        }
    }
    Ok(if replayed.stopped.is_some() {
        FAULTY
    } else {
        OK
    })
}
