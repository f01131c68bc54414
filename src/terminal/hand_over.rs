//! Two players at one terminal. They pass the screen back and forth, and each sees the talk from their own side.

use std::io;

use crate::app::Table;
use crate::app::intent::Intent;
use crate::language::arg;
use crate::scenario::SeatId;

use super::lookup;
use super::page::Role;
use super::play::{Ending, Play};

/// The seats that have read the brief, each with the index of the first event it has not seen.
#[derive(Debug, Default)]
pub(super) struct Followed(Vec<(SeatId, usize)>);

impl Play<'_> {
    /// Takes the screen for the seat that is waiting for it, if there is one. Returns whether there was.
    pub(super) fn take_screen(&mut self) -> io::Result<bool> {
        let awaited = self.app.table().and_then(Table::awaited).is_some();
        if awaited {
            let _ = self.want(Intent::TakeScreen)?;
        }
        Ok(awaited)
    }

    /// Passes the screen if it is the other person's turn: hides what the first has seen, waits for the second, then
    /// shows what was said. Returns `Some` if the input ends while waiting.
    pub(super) fn hand_over(&mut self) -> io::Result<Option<Ending>> {
        let Some(seat) = self.app.table().and_then(Table::awaited) else { return Ok(None) };
        self.page.clear()?;
        let name = self.app.scenario().seat(seat).name.clone();
        self.say(Role::Heading, 0, "hand-over", &[arg("seat", name)])?;
        // A script has no one to wait for.
        if !self.lines.strict() {
            self.say(Role::Plain, 0, "hand-over-ready", &[])?;
            if self.read()?.is_none() {
                return Ok(Some(Ending::EndOfInput));
            }
            self.page.clear()?;
        }
        self.take_screen()?;
        let now = self.game().map_or(0, |game| game.events.len());
        let from = match self.followed.0.iter_mut().find(|(of, _)| *of == seat) {
            Some((_, followed)) => std::mem::replace(followed, now),
            None => {
                self.followed.0.push((seat, now));
                lookup::brief(&mut self.page, self.app.wording(), seat)?;
                self.first_shown_event()
            }
        };
        self.show_since(from)?;
        Ok(None)
    }

    /// Index of the first event shown to someone taking the screen for the first time. In a resumed game, that is where
    /// the last two steps start.
    fn first_shown_event(&self) -> usize {
        const LAST: usize = 2;
        let Some(game) = self.game() else { return 0 };
        let first = if self.resumed { game.starts.len().saturating_sub(LAST) } else { 0 };
        game.starts.get(first).copied().unwrap_or(0)
    }
}
