//! `debrief`: the debrief of a saved game as text, HTML, Markdown or JSON.

use std::io::Write as _;
use std::path::Path;

use crate::debrief::review::{Budget, Review, review};
use crate::debrief::{Tested, Weights, findings_under};
use crate::language::arg;
use crate::library::saves::{Resumed, SaveError, Saves};
use crate::negotiation::journal::{Game, Replayed};
use crate::negotiation::{Opposite, Session, Setup};
use crate::ports::Ports;
use crate::scenario::{Scenario, SeatId};
use crate::terminal::{self, Page, Terminal};
use crate::view::debrief::{document, markdown};
use crate::view::wording::{Wording, seated};
use crate::view::{html, resumed};

use super::args::{DebriefArgs, DebriefFormat};
use super::replay::replayed;
use super::{FAULTY, Failure, OK, json};
use crate::library::open;

/// The seat whose debrief to show. It must have been played by a person.
fn seat(scenario: &Scenario, session: &Session, wanted: Option<&str>) -> Result<SeatId, Failure> {
    let Setup { seat, opposite, .. } = *session.setup();
    let Some(wanted) = wanted else {
        return Ok(seat);
    };
    let named = open::seat(scenario, wanted)?;
    if named == seat || opposite == Opposite::Person {
        return Ok(named);
    }
    Err(Failure::Message(format!(
        "this game was played from the seat \"{}\"; the other one was not a person's",
        scenario.seat(seat).id
    )))
}

/// The author's weights with the requested changes.
fn weights(scenario: &Scenario, asked: &[String]) -> Result<Weights, Failure> {
    let mut weights = Weights::authored(scenario);
    for text in asked {
        let set = weights.set_written(scenario, text);
        set.map_err(|error| Failure::Message(error.to_string()))?;
    }
    Ok(weights)
}

/// The review of the moves. Shows progress only on a terminal.
fn reviewed(ports: &Ports, wording: Wording<'_>, game: &Game, seat: SeatId, playouts: u32) -> Option<Review> {
    let told = terminal::errors().is_seen();
    let budget = Budget::of(playouts);
    let review = review(game, seat, budget, ports.spawner.as_ref(), &|done, all| {
        if told {
            let percent = [arg("percent", done * 100 / all.max(1))];
            let line = wording.catalogue.msg_with("review-working", &percent);
            // If progress can't be written, the debrief still can.
            let mut errors = terminal::errors();
            let _ = errors.control("\r");
            let _ = write!(errors, "{line}");
            let _ = errors.flush();
        }
        true
    });
    if told && review.is_some() {
        let _ = terminal::errors().control("\r\u{1b}[K");
    }
    review
}

/// Has the other side's values shown before the end: warns, and notes it in the save first, so that nobody can look without a trace.
fn reveal(ports: &Ports, journal: &Path, replayed: &mut Replayed, wording: Wording<'_>) -> Result<(), Failure> {
    if replayed.stopped.is_some() || replayed.diverged.is_some() {
        let changes = resumed::changes(wording, replayed).join(" ");
        return Err(Failure::Message(format!("{}: {changes}", journal.display())));
    }
    let Resumed { mut store, journal: now, is_copy } = Saves::new(ports).resume(journal, None)?;
    if is_copy || now.steps != replayed.game.journal.steps {
        return Err(SaveError::InUse(journal.display().to_string()).into());
    }
    replayed.game.reveal();
    store.save(&replayed.game.journal)?;
    // Where even this cannot be written, the debrief still can.
    let _ = writeln!(terminal::errors(), "{}", wording.catalogue.msg("debrief-reveal-warning"));
    Ok(())
}

/// Prints the debrief. Returns 1 if the journal can't be replayed to its end.
///
/// # Errors
/// When the journal can't be read, a weight is out of range, or writing fails.
pub fn run(args: &DebriefArgs, ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    let (scenario, _, mut replayed) = replayed(ports, &args.journal, args.scenario.as_deref())?;
    let seat = seat(&scenario, &replayed.game.session, args.seat.as_deref())?;
    let weights = weights(&scenario, &args.weights)?;
    let catalogue = seated(&super::catalogue()?, &scenario, seat);
    let wording = Wording::new(&catalogue, &scenario);
    if args.reveal && !replayed.game.shows_both_sides() {
        reveal(ports, &args.journal, &mut replayed, wording)?;
    }
    let game = &replayed.game;
    if !args.weights.is_empty() && !game.shows_both_sides() {
        return Err(Failure::Message(catalogue.msg("debrief-weights-later")));
    }
    if let Some(of) = &args.why {
        let mut page = Page::new(out, width);
        if !terminal::print_why(&mut page, wording, game, of)? {
            return Err(Failure::Message(catalogue.msg("why-no-such-move")));
        }
        return Ok(OK);
    }
    let tested = Tested::of(game, seat).ok();
    let mut findings = findings_under(game, seat, tested.as_ref(), &weights);
    if !args.no_review {
        findings.review = reviewed(ports, wording, game, seat, args.review);
    }
    let document = document(wording, game, &findings);
    match args.format {
        DebriefFormat::Text => {
            terminal::print_document(&mut Page::new(out, width), &document)?;
        }
        DebriefFormat::Html => write!(out, "{}", html::page(wording, &document))?,
        DebriefFormat::Md => write!(out, "{}", markdown(&document))?,
        DebriefFormat::Json => json(&document, out)?,
    }
    Ok(if replayed.stopped.is_some() { FAULTY } else { OK })
}
