//! What can be said of any deal space, whoever wrote it down.

use super::count::{Alike, alike, zone};
use super::frontier::{Outcome, by_blocks};
use super::solutions::{Solutions, Ties, opposition, pick, ties};
use super::space::{Number, Space};

/// A space with its frontier and its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey<N = i64> {
    /// The space.
    pub space: Space<N>,
    /// How many deals leave every party at least as well off as without one: the zone of agreement.
    pub zone: usize,
    /// The frontier, by falling value of the first party.
    pub frontier: Vec<Outcome<N>>,
    /// For each outcome of the frontier every deal that gives its values.
    pub alike: Vec<Alike>,
    /// The points that theories of bargaining single out.
    pub solutions: Solutions,
    /// What is as good as each of them.
    pub ties: Ties,
    /// How far the parties are against each other, in units of [`super::OPPOSITION_WHOLE`].
    pub opposition: u64,
}

/// Looks over a space that [`Space::checked`] has let pass.
pub fn survey<N: Number>(space: Space<N>) -> Survey<N> {
    let mut frontier = by_blocks(&space);
    let alike = alike(&space, &frontier);
    // Of deals with the same values the first is named, by whatever way the frontier was found.
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
