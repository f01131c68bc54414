//! What can be said of any deal space.

use super::count::{Alike, alike, zone};
use super::frontier::{Outcome, by_blocks};
use super::solutions::{Solutions, Ties, opposition, pick, ties};
use super::space::{Number, Space};

/// A space with its frontier and its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey<N = i64> {
    pub space: Space<N>,
    /// How many deals leave every party at least as well off as without one: the zone of agreement.
    pub zone: usize,
    /// The frontier, by falling value of the first party.
    pub frontier: Vec<Outcome<N>>,
    /// For each outcome of the frontier every deal that gives its values.
    pub alike: Vec<Alike>,
    pub solutions: Solutions,
    pub ties: Ties,
    /// How far the parties are against each other, in units of [`super::OPPOSITION_WHOLE`].
    pub opposition: u64,
}

/// Surveys a space that has passed [`Space::checked`].
pub fn survey<N: Number>(space: Space<N>) -> Survey<N> {
    let mut frontier = by_blocks(&space);
    let alike = alike(&space, &frontier);
    // Of deals with the same values name the first, whichever way the frontier was found.
    for (outcome, alike) in frontier.iter_mut().zip(&alike) {
        if let Some(first) = alike.deals.first() {
            outcome.deal.clone_from(first);
        }
    }
    let ties = ties(&space, &frontier);
    Survey {
        zone: zone(&space),
        solutions: pick(&space, &frontier, &ties),
        opposition: opposition(&frontier),
        alike,
        ties,
        frontier,
        space,
    }
}
