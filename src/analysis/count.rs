//! Counts and lists deals: those that leave no party worse off than no deal, and those with the values of the
//! frontier.

use crate::scenario::resolved::Deal;

use super::frontier::{Outcome, dominates};
use super::space::{Number, Space};
use super::walk::{Values, Visitor, Walk, bounded, by_parties};
use super::watch::Watch;

/// Number of deals that leave every party at least as well off as no deal: the zone of agreement.
pub fn zone<N: Number>(space: &Space<N>) -> usize {
    by_parties!(space, counted(space))
}

fn counted<N: Number, const P: usize>(space: &Space<N>) -> usize {
    let mut zone = Zone { space, count: 0 };
    Walk::<N, P>::whole(space).explore(&mut zone);
    zone.count
}

struct Zone<'a, N> {
    space: &'a Space<N>,
    count: usize,
}

impl<N: Number> Zone<'_, N> {
    fn accepts<const P: usize>(&self, sums: &Values<N, P>) -> bool {
        let mut parties = sums.iter().zip(&self.space.parties);
        parties.all(|(sum, party)| party.bounded(*sum) >= party.reservation)
    }
}

impl<N: Number, const P: usize> Visitor<N, P> for Zone<'_, N> {
    fn enters(&mut self, most: &Values<N, P>, least: &Values<N, P>, count: usize) -> bool {
        // If the worst deal of a branch is acceptable, all of them are, so there is no need to enter the branch.
        if self.accepts(least) {
            self.count += count;
            return false;
        }
        self.accepts(most)
    }

    fn sees(&mut self, _: usize, sums: &Values<N, P>) {
        self.count += usize::from(self.accepts(sums));
    }
}

/// Deals with the same values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alike {
    pub count: usize,
    /// The first of them in the order of deals, up to [`MOST_LISTED`].
    pub deals: Vec<Deal>,
}

/// Maximum number of deals listed with the same values. Further ones are only counted.
pub const MOST_LISTED: usize = 10_000;

/// For each outcome of a frontier, all deals with its values. The frontier has to be sorted by falling values.
pub fn alike<N: Number>(space: &Space<N>, frontier: &[Outcome<N>]) -> Vec<Alike> {
    watched(space, frontier, &Watch::default())
}

/// Like [`alike`], but returns what has been found so far if the watch is stopped.
pub(super) fn watched<N: Number>(space: &Space<N>, frontier: &[Outcome<N>], watch: &Watch) -> Vec<Alike> {
    by_parties!(space, gathered(space, frontier, watch))
}

fn gathered<N: Number, const P: usize>(space: &Space<N>, frontier: &[Outcome<N>], watch: &Watch) -> Vec<Alike> {
    let found = vec![Alike::default(); frontier.len()];
    let mut gathering = Gathering { space, frontier, found, guard: 0, watch, passed: 0 };
    watch.begin(space.deals());
    Walk::<N, P>::whole(space).explore(&mut gathering);
    gathering.found
}

struct Gathering<'a, N> {
    space: &'a Space<N>,
    frontier: &'a [Outcome<N>],
    found: Vec<Alike>,
    /// Index of the outcome that ruled out the last branch, since it often rules out the next one too.
    guard: usize,
    watch: &'a Watch,
    /// Number of deals passed since the last report to the watch.
    passed: usize,
}

/// Number of deals between two reports to the watch.
const BETWEEN: usize = 4_096;

impl<N: Number> Gathering<'_, N> {
    fn pass(&mut self, count: usize) {
        self.passed += count;
        if self.passed >= BETWEEN {
            self.watch.advance(self.passed);
            self.passed = 0;
        }
    }

    /// Whether looking up each of this many deals is faster than comparing their best values with the whole frontier.
    fn is_few(&self, count: usize) -> bool {
        let steps = usize::BITS - self.frontier.len().leading_zeros();
        self.space.parties.len() > 2 && count.saturating_mul(steps as usize) < self.frontier.len()
    }

    /// Whether an outcome of the frontier dominates these values.
    fn is_dominated(&mut self, values: &[N]) -> bool {
        let is_better = |outcome: &Outcome<N>| dominates(&outcome.values, values);
        let found = match values {
            [first, _] => {
                // Along a two-party frontier the first value falls and the second rises. So of the outcomes with at
                // least this first value, the last is the best for the second party. If it has the same values, no
                // outcome dominates them.
                let at_least = |outcome: &Outcome<N>| outcome.values.first() >= Some(first);
                let nearest = self.frontier.partition_point(at_least).checked_sub(1);
                nearest.filter(|place| self.frontier.get(*place).is_some_and(is_better))
            }
            _ => self.frontier.iter().position(is_better),
        };
        self.guard = found.unwrap_or(self.guard);
        found.is_some()
    }
}

impl<N: Number, const P: usize> Visitor<N, P> for Gathering<'_, N> {
    fn enters(&mut self, most: &Values<N, P>, _: &Values<N, P>, count: usize) -> bool {
        if self.watch.is_stopped() {
            return false;
        }
        let most = bounded(self.space, most);
        let most = most.get(..self.space.parties.len()).unwrap_or_default();
        let is_ruled_out = self.frontier.get(self.guard).is_some_and(|guard| dominates(&guard.values, most));
        let enters = !is_ruled_out && (self.is_few(count) || !self.is_dominated(most));
        if !enters {
            self.pass(count);
        }
        enters
    }

    fn sees(&mut self, place: usize, sums: &Values<N, P>) {
        self.pass(1);
        let values = bounded(self.space, sums);
        let values = values.get(..self.space.parties.len()).unwrap_or_default();
        let at = self.frontier.binary_search_by(|outcome| values.cmp(&outcome.values));
        if let Some(alike) = at.ok().and_then(|at| self.found.get_mut(at)) {
            alike.count += 1;
            if alike.deals.len() < MOST_LISTED {
                alike.deals.push(self.space.deal(place));
            }
        }
    }
}
