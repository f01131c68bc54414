//! Commitments on the table: preconditions, promises, hints, open doors, refusals and offers.

use crate::scenario::resolved::{Clause, CommitmentForm, Effect, Scenario};
use crate::scenario::terms::{CommitmentKind, Strength};
use crate::scenario::{PartyId, PersonId};

use super::event::Reason;

/// A commitment made during this game.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Commitment {
    pub by: PartyId,
    pub kind: CommitmentKind,
    /// What the commitment is about. A hint usually leaves the timing open.
    pub clause: Clause,
    /// The speaker; `None` if no single person made it.
    pub giver: Option<PersonId>,
    /// The person it answered; `None` if it answered no one.
    pub hearer: Option<PersonId>,
    /// Number of other people at the table who heard it.
    pub witnesses: u8,
    /// Always `Given`, except for hints.
    pub strength: Strength,
    /// Number of the statement after which it was made.
    pub turn: u32,
    /// The effect that made the commitment; the wording is in it too.
    pub made_by: Reason,
    pub stands: bool,
}

impl Commitment {
    /// The scenario's definition of this commitment, with its wording and its price.
    pub fn form<'s>(&self, scenario: &'s Scenario) -> Option<&'s CommitmentForm> {
        match self.made_by.effect(scenario)? {
            Effect::Commit(form) => Some(form),
            _ => None,
        }
    }
}
