//! The adviser in the terminal.

use std::io;

use crate::app::intent::Intent;

use super::page::Role;
use super::play::{Done, Play};

/// The `hint` command: gives the next step of advice on the next statement.
pub(super) fn hint(play: &mut Play<'_>) -> io::Result<Done> {
    if let Err(message) = play.want(Intent::Advise)? {
        return Ok(Done::Refused(message));
    }
    play.page.heading(&play.app.catalogue().msg("advice-title"))?;
    for line in play.app.advice().map_or_else(Vec::new, |advice| advice.lines) {
        play.page.paragraph(Role::Plain, 2, &line)?;
    }
    Ok(Done::Next)
}
