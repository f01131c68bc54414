//! The hot seat: two players on one computer who pass the screen back and forth.

use std::sync::Arc;

use crate::language::arg;
use crate::negotiation::Opposite;
use crate::scenario::{LengthId, SeatId};
use crate::view::draft::Draft;

use super::App;
use super::frame::{HandOverView, SeatingView};
use super::intent::{Screen, Seating};
use super::table::Table;

impl App {
    /// Chooses who plays the next game.
    pub(super) fn sit(&mut self, seating: Seating) {
        self.seating = seating;
        if self.table.is_none() {
            self.set_wording_for(seating.seat);
        }
    }

    fn set_wording_for(&mut self, seat: SeatId) {
        let scenario = Arc::clone(&self.scenario);
        self.set_wording(&scenario, seat);
    }

    /// What to show instead of a private screen until the right player confirms having it.
    pub(super) fn hand_over(&self) -> Option<HandOverView> {
        let table = self.table.as_ref()?;
        let seat = table.awaited().filter(|_| !self.screen().is_public())?;
        let args = [arg("seat", self.scenario.seat(seat).name.as_str())];
        Some(HandOverView { now: self.catalogue.msg_with("hand-over", &args), before_first_word: table.steps() == 0 })
    }

    /// Gives the screen to the player whose turn it is, showing the brief first if it is unread.
    pub(super) fn take_screen(&mut self) {
        let Some(table) = &mut self.table else { return };
        let Some(seat) = table.awaited() else { return };
        table.report = table.game.session.opening().to_vec();
        table.draft = Draft::begun(&table.game.session);
        table.draft_is_saved();
        table.at = Some(seat);
        let briefed = table.briefed.contains(&seat);
        if !briefed {
            table.briefed.push(seat);
        }
        self.resume_draft();
        self.set_wording_for(seat);
        if briefed { self.turn_to_game() } else { self.turn_to(Screen::Briefing) }
    }

    /// In the hot seat, shows one player's debrief.
    pub(super) fn turn_debrief(&mut self, seat: SeatId) {
        let Some(table) = &mut self.table else { return };
        if table.is_shared() && table.seats().contains(&seat) {
            table.debrief_of = Some(seat);
            self.set_wording_for(seat);
        }
    }

    /// The hot seat's seats, each with its name and whether its debrief is shown; empty for a single player.
    pub(super) fn debrief_seats(&self, table: &Table) -> Vec<(SeatId, String, bool)> {
        let shown = table.debrief_seat();
        let seats = table.seats();
        if seats.len() < 2 {
            return Vec::new();
        }
        let named = seats.into_iter();
        named.map(|seat| (seat, self.scenario.seat(seat).name.clone(), seat == shown)).collect()
    }

    /// Number of statements the player has in the next game of this length.
    pub(super) fn statements(&self, length: LengthId) -> u32 {
        let seat = self.scenario.seat(self.seating.seat);
        match self.seating.opposite {
            Opposite::Model => seat.statements_in(length).unwrap_or_default(),
            Opposite::Person => self.scenario.length(length).statements,
        }
    }

    /// Choices of who plays which seat; empty if there is only one seat to play.
    pub(super) fn seatings(&self) -> Vec<SeatingView> {
        let open = self.scenario.seat_ids().zip(&self.scenario.seats);
        let open: Vec<_> = open.filter(|(_, seat)| seat.closed_because.is_none()).collect();
        let alone = open.iter().map(|(id, seat)| {
            let seating = Seating { seat: *id, opposite: Opposite::Model };
            (seating, seat.name.clone())
        });
        let two = Seating { opposite: Opposite::Person, ..Seating::default() };
        let both = [(two, self.catalogue.msg("window-two-people"))];
        if open.len() < 2 {
            return Vec::new();
        }
        alone
            .chain(both)
            .map(|(seating, name)| SeatingView { chosen: seating == self.seating, seating, name })
            .collect()
    }
}
