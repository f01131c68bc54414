//! The Pareto frontier: the values that no other deal improves for one party without making them worse for another
//! (Pareto 1906, in the form of Raiffa 1982 for negotiation: over deals, without lotteries between them).
//!
//! Two ways lead to it. Enumeration goes through every deal. The other joins issues one by one: what is dominated in a part of
//! the issues is dominated in every whole that has it, as long as the parts add up. Issues that a linkage ties together do not
//! add up, so they are one part, and are searched within it: a branch whose best for each party is no better than a known
//! deal has nothing new.

use crate::scenario::resolved::Deal;

use super::boxes::Point;
use super::pareto::Front;
use super::space::{Number, Space};
use super::walk::{Walk, bounded, by_parties, constant, plus};
use super::watch::Watch;

/// Values that some deal gives, with the first deal that gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<N = i64> {
    /// By party.
    pub values: Vec<N>,
    pub deal: Deal,
}

/// Whether the first values are at least as good for every party and better for one.
pub(super) fn dominates<N: Number>(one: &[N], other: &[N]) -> bool {
    one.iter().zip(other).all(|(a, b)| a >= b) && one != other
}

/// The frontier by going through every deal, by falling value of the first party.
pub fn by_enumeration<N: Number>(space: &Space<N>) -> Vec<Outcome<N>> {
    by_parties!(space, enumerated(space))
}

fn enumerated<N: Number, const P: usize>(space: &Space<N>) -> Vec<Outcome<N>> {
    let watch = Watch::default();
    let mut front = Front::<N, P>::new(&watch);
    let walk = Walk::<N, P>::whole(space);
    walk.each(|place, sums| front.offer(&bounded(space, sums), place));
    outcomes(space, front.points())
}

/// The frontier by joining blocks of issues. It gives the same values as enumeration; where several deals give them and one of
/// them adds up to less than 0 or to more than the ceiling, the deal that it names may be another one.
pub fn by_blocks<N: Number>(space: &Space<N>) -> Vec<Outcome<N>> {
    watched(space, &Watch::default()).unwrap_or_default()
}

/// As [`by_blocks`]; `None` when it was stopped.
pub(super) fn watched<N: Number>(space: &Space<N>, watch: &Watch) -> Option<Vec<Outcome<N>>> {
    by_parties!(space, joined(space, watch))
}

fn joined<N: Number, const P: usize>(space: &Space<N>, watch: &Watch) -> Option<Vec<Outcome<N>>> {
    let mut whole = vec![Point { values: constant(space), place: 0 }];
    for block in blocks(space) {
        let mut parts = Front::<N, P>::new(watch);
        Walk::<N, P>::over(space, &block).explore(&mut parts);
        let parts = parts.points();
        let mut joined = Front::<N, P>::new(watch);
        watch.begin(whole.len().saturating_mul(parts.len()));
        for one in &whole {
            for part in &parts {
                joined.offer(&plus(one.values, &part.values), one.place + part.place);
            }
            watch.advance(parts.len());
            if watch.is_stopped() {
                return None;
            }
        }
        whole = joined.points();
    }
    if whole.iter().any(|point| bounded(space, &point.values) != point.values) {
        // A deal is worth at least 0 and at most the ceiling: values that differed beyond may now be equal.
        let mut front = Front::<N, P>::new(watch);
        for point in whole {
            front.offer(&bounded(space, &point.values), point.place);
        }
        whole = front.points();
    }
    (!watch.is_stopped()).then(|| outcomes(space, whole))
}

fn outcomes<N: Number, const P: usize>(space: &Space<N>, points: Vec<Point<N, P>>) -> Vec<Outcome<N>> {
    let points = points.into_iter();
    points
        .map(|point| Outcome {
            values: point.values.iter().take(space.parties.len()).copied().collect(),
            deal: space.deal(point.place),
        })
        .collect()
}

/// Issues in blocks: two are in one block when a linkage of any party looks at both.
fn blocks<N>(space: &Space<N>) -> Vec<Vec<usize>> {
    let mut blocks: Vec<Vec<usize>> = (0..space.pairs.len()).map(|issue| vec![issue]).collect();
    let linkages = space.parties.iter().flat_map(|party| &party.linkages);
    for linkage in linkages {
        let ties = |block: &Vec<usize>| block.iter().any(|i| linkage.issues.contains(i));
        let (tied, apart): (Vec<_>, Vec<_>) = blocks.into_iter().partition(ties);
        blocks = apart;
        let mut one: Vec<usize> = tied.into_iter().flatten().collect();
        one.sort_unstable();
        if !one.is_empty() {
            blocks.push(one);
        }
    }
    blocks.sort();
    blocks
}
