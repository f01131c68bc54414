//! Who sits where: the seat that one person takes, or two people at one machine who hand the screen over.

use crate::app::intent::{Screen, Seating};
use crate::negotiation::journal::Game;
use crate::negotiation::{Awaiting, Opposite};
use crate::scenario::{LengthId, SeatId};
use crate::view::draft::Draft;
use crate::view::wording::seated;

use super::Desk;
use super::show::{HandOverView, SeatingView};

/// The seats that have spoken in a game: whoever sits there has read the brief.
pub(super) fn spoken(game: &Game) -> Vec<SeatId> {
    let points = game.session.state().points.iter();
    let mut seats: Vec<SeatId> = points.map(|point| game.session.scenario().mv(point.mv).seat).collect();
    seats.sort_unstable();
    seats.dedup();
    seats
}

impl Desk {
    /// Who plays the game that is begun next.
    pub(super) fn sit(&mut self, seating: Seating) {
        self.seating = seating;
        if self.game.is_none() {
            self.read_as(seating.seat);
        }
    }

    /// The program's words as they are read in a seat.
    fn read_as(&mut self, seat: SeatId) {
        self.catalogue = seated(&self.catalogue, &self.scenario, seat);
    }

    /// Of two people, the one who is to have the screen and has not got it yet.
    fn awaited(&self) -> Option<SeatId> {
        let session = &self.game.as_ref()?.session;
        let over = matches!(session.awaiting(), Awaiting::Over(_));
        let shared = session.setup().opposite == Opposite::Person;
        (shared && !over && self.at != Some(session.seat())).then(|| session.seat())
    }

    /// Of two people, nobody has the screen.
    pub(super) fn is_handed_over(&self) -> bool {
        self.awaited().is_some()
    }

    /// What is shown instead of a screen that is for one of two people alone, until that one has the screen.
    pub(super) fn veil(&self) -> Option<HandOverView> {
        let private = matches!(self.screen, Screen::Briefing | Screen::Table | Screen::Report | Screen::Debrief);
        let seat = self.awaited().filter(|_| private)?;
        Some(HandOverView {
            seat: self.scenario.seat(seat).name.clone(),
            before_first_word: self.game.as_ref().is_none_or(|game| game.journal.steps.is_empty()),
        })
    }

    /// Gives the screen to the one whose turn it is: first the brief, if it has not been read.
    pub(super) fn take_screen(&mut self) {
        let (Some(seat), Some(game)) = (self.awaited(), &self.game) else {
            return;
        };
        self.report = game.session.opening().to_vec();
        self.draft = Draft::begun(&game.session);
        self.begin_drafting();
        self.take_up_draft();
        self.at = Some(seat);
        self.read_as(seat);
        if self.briefed.contains(&seat) {
            return self.turn_to_game();
        }
        self.briefed.push(seat);
        self.turn_to(Screen::Briefing);
    }

    /// Of two people, shows the debrief of one.
    pub(super) fn turn_debrief(&mut self, seat: SeatId) {
        let shared = self.game.as_ref().is_some_and(|game| seats_of(game).len() > 1);
        if shared && self.scenario.seats.get(seat.index()).is_some() {
            self.debrief_of = Some(seat);
            self.read_as(seat);
        }
    }

    /// Whose debrief is shown.
    pub(super) fn debrief_seat(&self, game: &Game) -> SeatId {
        self.debrief_of.unwrap_or(game.session.setup().seat)
    }

    /// The seats of two people, and whose debrief is shown; none where one plays.
    pub(super) fn debrief_seats(&self, game: &Game) -> Vec<(SeatId, String, bool)> {
        let shown = self.debrief_seat(game);
        let seats = seats_of(game);
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

/// The seats of a game that people have.
fn seats_of(game: &Game) -> Vec<SeatId> {
    let setup = game.session.setup();
    let opposite = game.session.scenario().seat(setup.seat).opposite;
    match setup.opposite {
        Opposite::Model => vec![setup.seat],
        Opposite::Person => vec![setup.seat, opposite],
    }
}
