//! What stays on the table: preconditions, promises, hints, open doors, refusals and offers, each as a typed object.

use crate::scenario::resolved::{Clause, CommitmentForm, Effect, Scenario};
use crate::scenario::terms::{CommitmentKind, Strength};
use crate::scenario::{PartyId, PersonId};

use super::event::Reason;

/// A commitment that was made in this game.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Commitment {
    pub by: PartyId,
    pub kind: CommitmentKind,
    /// What it is about; a hint usually leaves the timing open.
    pub clause: Clause,
    /// Who said it, where a single person did.
    pub giver: Option<PersonId>,
    /// To whom it was said, where it answered somebody.
    pub hearer: Option<PersonId>,
    /// How many others at the table heard it.
    pub witnesses: u8,
    /// How strong; everything but a hint stays at `Given`.
    pub strength: Strength,
    /// After which statement it was made.
    pub turn: u32,
    /// Where its words are written: the effect that made it.
    pub made_by: Reason,
    pub stands: bool,
}

impl Commitment {
    /// The form in the scenario from which it was made: words and price.
    pub fn form<'s>(&self, scenario: &'s Scenario) -> Option<&'s CommitmentForm> {
        match self.made_by.effect(scenario)? {
            Effect::Commit(form) => Some(form),
            _ => None,
        }
    }
}
