//! The adviser in the terminal.

use std::io;

use crate::debrief::adviser::{self, Hint};
use crate::view::adviser::lines;

use super::page::Role;
use super::play::{Done, Play};

/// The adviser of a game.
#[derive(Debug, Default)]
pub(super) struct Adviser {
    /// The game is played in a class, where he is not asked.
    in_class: bool,
    /// What he would say, and after how many steps of the game he worked it out.
    hint: Option<(usize, Option<Hint>)>,
}

impl Adviser {
    pub(super) fn new(in_class: bool) -> Self {
        Self { in_class, hint: None }
    }
}

/// `hint`: the next step of advice on the statement that is to be made. It is written into the journal.
pub(super) fn hint(play: &mut Play<'_>) -> io::Result<Done> {
    let refused = |key: &str| Ok(Done::Refused(play.wording.catalogue.msg(key)));
    if play.adviser.in_class {
        return refused("advice-class");
    }
    if play.is_shared() {
        return refused("advice-two");
    }
    let steps = play.game.journal.steps.len();
    let known = play.adviser.hint.take().filter(|(at, _)| *at == steps);
    let (_, hint) = known.unwrap_or_else(|| (steps, adviser::advise(&play.game.session, play.ports.spawner.as_ref())));
    let Some(hint) = hint else {
        return refused("advice-none");
    };
    let step = play.game.take_advice();
    play.keep_told()?;
    let title = play.wording.catalogue.msg("advice-title");
    play.page.heading(&title)?;
    for line in lines(play.wording, &hint, step) {
        play.page.paragraph(Role::Plain, 2, &line)?;
    }
    play.adviser.hint = Some((steps, Some(hint)));
    Ok(Done::Next)
}
