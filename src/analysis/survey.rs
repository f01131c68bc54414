//! Computes what can be said about any deal space.

use super::count::{self, Alike, zone};
use super::frontier::{self, Outcome};
use super::solutions::{Solutions, Table, Ties};
use super::space::{Number, Space};
use super::watch::Watch;

/// A space with its frontier and its bargaining solutions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey<N = i64> {
    pub space: Space<N>,
    /// Number of deals that leave every party at least as well off as no deal: the zone of agreement.
    pub zone: usize,
    /// The frontier, sorted by falling value for the first party.
    pub frontier: Vec<Outcome<N>>,
    /// For each outcome of the frontier, all deals with its values.
    pub alike: Vec<Alike>,
    pub solutions: Solutions,
    pub ties: Ties,
    /// How opposed the parties' interests are, in units of [`super::OPPOSITION_WHOLE`].
    pub opposition: u64,
}

/// Surveys a space that has passed [`Space::checked`].
pub fn survey<N: Number + Into<i128>>(space: Space<N>) -> Survey<N> {
    let Search { zone, frontier, alike, .. } = search(&space, &Watch::default());
    let table = Table::of(&space, &frontier);
    let ties = table.ties();
    let (solutions, opposition) = (table.pick(&ties), table.opposition());
    Survey { space, zone, frontier, alike, solutions, ties, opposition }
}

/// How far a search had come when it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// The zone of agreement is known, but the frontier isn't.
    Zone,
    /// The frontier is known, with at least one deal for each outcome. Some outcomes may have more.
    Frontier,
    Everything,
}

/// The results of a search that don't require comparing the values of different parties.
pub(super) struct Search<N> {
    pub(super) zone: usize,
    pub(super) frontier: Vec<Outcome<N>>,
    pub(super) alike: Vec<Alike>,
    pub(super) reached: Reached,
}

/// Searches a space that has passed [`Space::checked`] until the search is done or stopped.
pub(super) fn search<N: Number>(space: &Space<N>, watch: &Watch) -> Search<N> {
    let zone = zone(space);
    let Some(mut frontier) = frontier::watched(space, watch) else {
        return Search { zone, frontier: Vec::new(), alike: Vec::new(), reached: Reached::Zone };
    };
    let mut alike = count::watched(space, &frontier, watch);
    for (outcome, alike) in frontier.iter_mut().zip(&mut alike) {
        match alike.deals.first() {
            // Name the first of the deals with the same values, whichever algorithm found the frontier.
            Some(first) => outcome.deal.clone_from(first),
            None => *alike = Alike { count: 1, deals: vec![outcome.deal.clone()] },
        }
    }
    let reached = if watch.is_stopped() { Reached::Frontier } else { Reached::Everything };
    Search { zone, frontier, alike, reached }
}
