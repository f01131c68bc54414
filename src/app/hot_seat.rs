//! The hot seat: two people at one machine, who pass the screen to each other.

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

    /// The messages as they are read in a seat.
    fn set_wording_for(&mut self, seat: SeatId) {
        let scenario = Arc::clone(&self.scenario);
        self.set_wording(&scenario, seat);
    }

    /// What is shown in place of a private screen until the person it is for has it.
    pub(super) fn hand_over(&self) -> Option<HandOverView> {
        let table = self.table.as_ref()?;
        let seat = table.awaited().filter(|_| !self.screen().is_public())?;
        let args = [arg("seat", self.scenario.seat(seat).name.as_str())];
        Some(HandOverView { now: self.catalogue.msg_with("hand-over", &args), before_first_word: table.steps() == 0 })
    }

    /// Gives the screen to the person whose turn it is; first the brief, if it has not been read.
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

    /// In the hot seat, shows the debrief of one person.
    pub(super) fn turn_debrief(&mut self, seat: SeatId) {
        let Some(table) = &mut self.table else { return };
        if table.is_shared() && table.seats().contains(&seat) {
            table.debrief_of = Some(seat);
            self.set_wording_for(seat);
        }
    }

    /// The seats of a hot seat, and whose debrief is shown; none where one person plays.
    pub(super) fn debrief_seats(&self, table: &Table) -> Vec<(SeatId, String, bool)> {
        let shown = table.debrief_seat();
        let seats = table.seats();
        if seats.len() < 2 {
            return Vec::new();
        }
        let named = seats.into_iter();
        named.map(|seat| (seat, self.scenario.seat(seat).name.clone(), seat == shown)).collect()
    }

    /// Statements that a person has in a game of a length, as it is begun next.
    pub(super) fn statements(&self, length: LengthId) -> u32 {
        let seat = self.scenario.seat(self.seating.seat);
        match self.seating.opposite {
            Opposite::Model => seat.statements_in(length).unwrap_or_default(),
            Opposite::Person => self.scenario.length(length).statements,
        }
    }

    /// Ways to sit at the table; none where there is but one.
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
