//! Two people at one terminal: the screen is handed over between them, and each sees the talk from their own side.

use std::io;

use crate::language::arg;
use crate::negotiation::Opposite;
use crate::scenario::SeatId;
use crate::view::wording::Wording;

use super::lookup;
use super::page::Role;
use super::play::{Ending, Play};

/// The seats that people have, each with the words as they are read there.
pub(super) struct Seats<'a> {
    words: Vec<(SeatId, Wording<'a>)>,
    /// Who has the screen; nobody before the first hand-over.
    at: Option<SeatId>,
    /// Who has read the brief, and up to which event each has followed the talk.
    followed: Vec<(SeatId, usize)>,
}

impl<'a> Seats<'a> {
    pub(super) const fn new(words: Vec<(SeatId, Wording<'a>)>) -> Self {
        Self { words, at: None, followed: Vec::new() }
    }

    /// The words of each seat that a person has.
    pub(super) fn words(&self) -> impl Iterator<Item = (SeatId, Wording<'a>)> + use<'a> {
        self.words.clone().into_iter()
    }

    fn words_of(&self, seat: SeatId) -> Option<Wording<'a>> {
        let found = self.words.iter().find(|(of, _)| *of == seat);
        found.map(|(_, words)| *words)
    }
}

impl Play<'_> {
    /// Whether two people play.
    pub(super) fn is_shared(&self) -> bool {
        self.game.session.setup().opposite == Opposite::Person
    }

    /// Reads on in the words of the seat whose turn it is. Returns whether that is another one than before.
    pub(super) fn change_seat(&mut self) -> bool {
        let seat = self.game.session.seat();
        if let Some(words) = self.seats.words_of(seat) {
            self.wording = words;
        }
        self.seats.at.replace(seat) != Some(seat)
    }

    /// Where two people play and the other one's turn has come: hides what the first has seen, waits for the second, and shows
    /// what was said. `Some` when nobody came.
    pub(super) fn hand_over(&mut self) -> io::Result<Option<Ending>> {
        if !self.is_shared() || !self.change_seat() {
            return Ok(None);
        }
        let seat = self.game.session.seat();
        self.page.clear()?;
        let name = self.wording.scenario.seat(seat).name.as_str();
        let told = self.wording.catalogue.msg_with("hand-over", &[arg("seat", name)]);
        self.page.paragraph(Role::Heading, 0, &told)?;
        // A script hands nothing over: it is one line after the other.
        if !self.lines.strict() {
            let ready = self.wording.catalogue.msg("hand-over-ready");
            self.page.paragraph(Role::Plain, 0, &ready)?;
            if self.read()?.is_none() {
                return Ok(Some(Ending::EndOfInput));
            }
            self.page.clear()?;
        }
        let now = self.game.events.len();
        let from = match self.seats.followed.iter_mut().find(|(of, _)| *of == seat) {
            Some((_, followed)) => std::mem::replace(followed, now),
            None => {
                self.seats.followed.push((seat, now));
                lookup::brief(&mut self.page, self.wording, seat)?;
                self.where_first_shown()
            }
        };
        self.show_since(from)?;
        Ok(None)
    }

    /// Where a person who sits down begins to follow: at the first word, or in a resumed game with the last two statements.
    fn where_first_shown(&self) -> usize {
        const LAST: usize = 2;
        let starts = &self.game.starts;
        let first = if self.resumed { starts.len().saturating_sub(LAST) } else { 0 };
        starts.get(first).copied().unwrap_or(0)
    }
}
