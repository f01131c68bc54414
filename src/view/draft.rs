//! The statement being built: its speaker, moves and predictions. All front ends build it through these functions.

use crate::negotiation::seat_view::SeatView;
use crate::negotiation::{Rejection, Session, Statement, offer};
use crate::scenario::terms::Prediction;
use crate::scenario::{MoveId, PersonId};

/// A statement being built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub speaker: Option<PersonId>,
    pub moves: Vec<(MoveId, Option<Prediction>)>,
    pub holds_floor: bool,
}

/// Why a person can't be given the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FloorRefusal {
    /// The statement already has moves, so its speaker stays.
    Taken,
    Rejected(Rejection),
}

impl Draft {
    /// A new statement. In a seat's first one the leader already has the floor, so that a new player only has to choose
    /// what to talk about. From the second one on, the player chooses a speaker first.
    pub fn begun(session: &Session) -> Self {
        let mut draft = Self::default();
        let (scenario, seat) = (session.scenario(), session.seat());
        let mut points = session.state().points.iter();
        let has_spoken = points.any(|point| scenario.mv(point.mv).seat == seat);
        let leader = scenario.seat(seat).speakers.first();
        if let Some(leader) = leader.filter(|_| !has_spoken) {
            // If the leader may not speak now, the statement starts without a speaker.
            let _ = draft.give_floor(session, *leader);
        }
        draft
    }

    /// The moves, without their predictions.
    pub fn taken(&self) -> Vec<MoveId> {
        self.moves.iter().map(|(mv, _)| *mv).collect()
    }

    /// The finished statement; `None` if it has no speaker yet.
    pub fn statement(&self) -> Option<Statement> {
        Some(Statement { speaker: self.speaker?, moves: self.moves.clone(), holds_floor: self.holds_floor })
    }

    /// Gives a delegate the floor.
    ///
    /// # Errors
    /// Returns an error, and leaves the draft unchanged, if the statement already has moves or the rules do not allow
    /// this speaker.
    pub fn give_floor(&mut self, session: &Session, person: PersonId) -> Result<(), FloorRefusal> {
        if self.speaker == Some(person) {
            return Ok(());
        }
        if !self.moves.is_empty() {
            return Err(FloorRefusal::Taken);
        }
        if !offer::has_floor(&session.position(), person) {
            return Err(FloorRefusal::Rejected(Rejection::NoFloorFor(person)));
        }
        self.speaker = Some(person);
        Ok(())
    }

    /// Adds a move. If only one person can make it, they also get the floor.
    ///
    /// # Errors
    /// The rejection names the rule that refuses it; the draft is then unchanged.
    pub fn add(&mut self, session: &Session, mv: MoveId) -> Result<(), Rejection> {
        let (scenario, state, seat) = (session.scenario(), session.state(), session.seat());
        offer::on_offer(&session.position(), mv)?;
        if self.taken().contains(&mv) {
            return Err(Rejection::Twice(mv));
        }
        let limit = offer::statement_limit(state);
        if self.moves.len() >= limit {
            let given = self.moves.len() + 1;
            return Err(Rejection::TooManyMoves { given, limit });
        }
        let form = scenario.mv(mv);
        let allowed = |person| offer::speakers_of(scenario, mv).contains(&person);
        match self.speaker {
            Some(person) if allowed(person) => {}
            Some(person) if !self.moves.is_empty() => {
                return Err(Rejection::NotTheirs(person, mv));
            }
            _ => {
                let named = form
                    .recorded_speaker(scenario)
                    .or_else(|| form.only.first().copied())
                    .or_else(|| scenario.seat(seat).speakers.first().copied());
                self.speaker = Some(named.ok_or(Rejection::NotYet(mv))?);
            }
        }
        self.moves.push((mv, None));
        Ok(())
    }

    /// Removes a move. Returns whether it existed.
    pub fn remove(&mut self, index: usize) -> bool {
        let there = index < self.moves.len();
        if there {
            self.moves.remove(index);
        }
        there
    }

    /// Sets or clears the prediction for a move. Returns whether the move exists.
    pub fn predict(&mut self, index: usize, prediction: Option<Prediction>) -> bool {
        match self.moves.get_mut(index) {
            Some(slot) => {
                slot.1 = prediction;
                true
            }
            None => false,
        }
    }

    /// Switches holding the floor for a colleague on or off.
    ///
    /// # Errors
    /// Returns an error if the floor can't be held now.
    pub fn toggle_hold(&mut self, session: &Session) -> Result<(), Rejection> {
        if !self.holds_floor && !SeatView::of(session, session.seat()).can_hold() {
            return Err(Rejection::CannotHold);
        }
        self.holds_floor = !self.holds_floor;
        Ok(())
    }
}
