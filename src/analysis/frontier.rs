//! The Pareto frontier: the values no deal can improve for one party without making them worse for another (Pareto
//! 1906; applied to negotiation by Raiffa 1982). Only deals count, not lotteries between them.
//!
//! There are two algorithms. Enumeration goes through every deal. The other one adds blocks of issues one by one.
//! Combinations dominated within a block are dominated in every deal that contains them, because the values of blocks
//! add up. Issues tied together by a linkage don't add up, so they form a single block, which is searched with branch
//! and bound: a branch is skipped if its best values for each party are no better than those of a known deal.

use crate::scenario::resolved::Deal;

use super::boxes::Point;
use super::pareto::Front;
use super::space::{Number, Space};
use super::walk::{Walk, bounded, by_parties, constant, plus};
use super::watch::Watch;

/// Values of a deal, together with the first deal that has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<N = i64> {
    /// The value for each party.
    pub values: Vec<N>,
    pub deal: Deal,
}

/// Whether `one` is at least as good as `other` for every party and better for at least one.
pub(super) fn dominates<N: Number>(one: &[N], other: &[N]) -> bool {
    one.iter().zip(other).all(|(a, b)| a >= b) && one != other
}

/// Computes the frontier by enumerating all deals. Sorted by falling value for the first party.
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

/// Computes the frontier by joining blocks of issues. It has the same values as with enumeration. The deals may differ
/// if several deals have the same values and the sum of one of them is below 0 or above the ceiling.
pub fn by_blocks<N: Number>(space: &Space<N>) -> Vec<Outcome<N>> {
    watched(space, &Watch::default()).unwrap_or_default()
}

/// Like [`by_blocks`], but returns `None` if the watch is stopped.
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
        // Deal values are clamped to between 0 and the ceiling, so sums that differ beyond these limits may now be
        // equal.
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

/// Groups issues into blocks. Two issues are in the same block if a linkage of any party looks at both.
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
