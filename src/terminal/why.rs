//! Prints why the counterpart answered as it did.

use std::io;

use crate::language::arg;
use crate::negotiation::event::PointIndex;
use crate::negotiation::journal::Game;
use crate::view::why::{self, WhyView};
use crate::view::wording::Wording;

use super::page::{Page, Role};
use super::play::Done;

/// The `why` command: `why`, `why 3` or `why ask_hint`.
pub(super) fn answer(page: &mut Page<'_>, wording: Wording<'_>, game: &Game, rest: &[&str]) -> io::Result<Done> {
    let refused = |key: &str| Ok(Done::Refused(wording.catalogue.msg(key)));
    let wanted = match rest {
        [] => why::last_answered(game),
        [of] => match point(game, of) {
            Some(point) => vec![point],
            None => return refused("why-none"),
        },
        _ => return refused("why-usage"),
    };
    if wanted.is_empty() {
        return refused("why-nothing");
    }
    show(page, wording, game, &wanted)?;
    Ok(Done::Next)
}

/// Prints why a move was answered as it was. `of` is its number from 1 or its id. Returns whether there is such a move.
///
/// # Errors
/// Returns an error if the page can't be written.
pub fn print(page: &mut Page<'_>, wording: Wording<'_>, game: &Game, of: &str) -> io::Result<bool> {
    let Some(point) = point(game, of) else {
        return Ok(false);
    };
    show(page, wording, game, &[point])?;
    Ok(true)
}

/// Finds a move by its number, from 1 in the order made, or the most recent one with an id.
fn point(game: &Game, of: &str) -> Option<PointIndex> {
    let points = &game.session.state().points;
    let place = match of.parse::<usize>() {
        Ok(number) => number.checked_sub(1).filter(|place| *place < points.len()),
        Err(_) => {
            let mv = game.session.scenario().move_id(of)?;
            points.iter().rposition(|point| point.mv == mv)
        }
    };
    PointIndex::try_from(place?).ok()
}

fn show(page: &mut Page<'_>, wording: Wording<'_>, game: &Game, wanted: &[PointIndex]) -> io::Result<()> {
    let views = why::all(wording, game);
    let mut views = views.iter().filter(|view| wanted.contains(&view.point));
    views.try_for_each(|view| one(page, wording, view))
}

fn one(page: &mut Page<'_>, wording: Wording<'_>, view: &WhyView) -> io::Result<()> {
    let args = [arg("move", view.label.as_str())];
    page.heading(&wording.catalogue.msg_with("why-title", &args))?;
    for line in &view.answer {
        page.paragraph(Role::Plain, 2, line)?;
    }
    for line in &view.tried {
        page.item(Role::Plain, 4, "- ", line)?;
    }
    for (number, line) in view.judgement.iter().enumerate() {
        match number {
            0 => page.paragraph(Role::Plain, 2, line)?,
            _ => page.item(Role::Plain, 4, "- ", line)?,
        }
    }
    page.paragraph(Role::Quiet, 2, &view.note)
}
