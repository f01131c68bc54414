//! The Pareto frontier: the values that no other deal betters for one party without worsening them for another
//! (Pareto 1906, in the form of Raiffa 1982 for negotiation: over deals, without lotteries between them).
//!
//! Two ways lead to it. Enumeration goes through every deal. The other joins issues one by one: what is dominated in a part of
//! the issues is dominated in every whole that has it, as long as the parts add up. Issues that a linkage ties together do not
//! add up, so they are one part, and are enumerated within it.

use crate::scenario::resolved::Deal;

use super::space::{Linkage, Space};

/// Values that some deal gives, with the first deal that gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// By party.
    pub values: Vec<i64>,
    /// The deal.
    pub deal: Deal,
}

/// Whether the first values are at least as good for every party and better for one.
pub(super) fn dominates(one: &[i64], other: &[i64]) -> bool {
    one.iter().zip(other).all(|(a, b)| a >= b) && one != other
}

/// Keeps the outcomes that none of the others dominates, each value once, by falling value of the first party. Of deals with
/// equal values the earlier one stays.
pub(super) fn undominated(mut outcomes: Vec<Outcome>) -> Vec<Outcome> {
    outcomes.sort_by(|a, b| b.values.cmp(&a.values).then_with(|| a.deal.cmp(&b.deal)));
    outcomes.dedup_by(|later, earlier| later.values == earlier.values);
    let mut kept: Vec<Outcome> = Vec::new();
    let two = outcomes.first().is_some_and(|o| o.values.len() == 2);
    for outcome in outcomes {
        // Sorted by the first party's value, an outcome of two parties is dominated by the last one kept or by none.
        let beaten = if two {
            kept.last()
                .is_some_and(|last| dominates(&last.values, &outcome.values))
        } else {
            kept.iter()
                .any(|better| dominates(&better.values, &outcome.values))
        };
        if !beaten {
            kept.push(outcome);
        }
    }
    kept
}

/// The frontier by going through every deal.
pub fn by_enumeration(space: &Space) -> Vec<Outcome> {
    const PRUNE_AT: usize = 1 << 16;
    let mut outcomes = Vec::new();
    for place in 0..space.deals() {
        let deal = space.deal(place);
        outcomes.push(Outcome {
            values: space.values(&deal),
            deal,
        });
        if outcomes.len() == PRUNE_AT {
            outcomes = undominated(outcomes);
        }
    }
    undominated(outcomes)
}

/// The frontier by joining blocks of issues. It gives the same values as enumeration; where several deals give them, the
/// deal that it names may be another one.
pub fn by_blocks(space: &Space) -> Vec<Outcome> {
    let blank = Outcome {
        values: vec![0; space.parties.len()],
        deal: vec![0; space.pairs.len()],
    };
    let joined = blocks(space).iter().fold(vec![blank], |so_far, block| {
        let parts = undominated(combinations(space, block));
        let mut whole = Vec::with_capacity(so_far.len() * parts.len());
        for outcome in &so_far {
            for part in &parts {
                whole.push(join(outcome, part, block));
            }
        }
        undominated(whole)
    });
    // A deal is worth at least 0; what was below may now be equal to something else.
    let floored = joined.into_iter().map(|mut outcome| {
        outcome.values.iter_mut().for_each(|v| *v = (*v).max(0));
        outcome
    });
    undominated(floored.collect())
}

fn join(outcome: &Outcome, part: &Outcome, block: &[usize]) -> Outcome {
    let mut joined = outcome.clone();
    for (value, more) in joined.values.iter_mut().zip(&part.values) {
        *value += more;
    }
    for issue in block {
        if let (Some(slot), Some(pair)) = (joined.deal.get_mut(*issue), part.deal.get(*issue)) {
            *slot = *pair;
        }
    }
    joined
}

/// Issues in blocks: two are in one block when a linkage of any party looks at both.
fn blocks(space: &Space) -> Vec<Vec<usize>> {
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

/// Every combination of a block's pairs, with what it is worth to each party, linkages within it taken off.
fn combinations(space: &Space, block: &[usize]) -> Vec<Outcome> {
    let pairs_of = |issue: &usize| space.pairs.get(*issue).copied().unwrap_or(1);
    let count: usize = block.iter().map(pairs_of).product();
    let within = |linkage: &&Linkage| linkage.issues.iter().all(|issue| block.contains(issue));
    (0..count)
        .map(|mut place| {
            let mut deal: Deal = vec![0; space.pairs.len()];
            for issue in block.iter().rev() {
                let pairs = pairs_of(issue);
                if let Some(slot) = deal.get_mut(*issue) {
                    *slot = u16::try_from(place % pairs).unwrap_or(u16::MAX);
                }
                place /= pairs;
            }
            let values = space.parties.iter().map(|party| {
                let worth = block.iter().filter_map(|issue| {
                    let pair = usize::from(*deal.get(*issue)?);
                    party.worth.get(*issue)?.get(pair)
                });
                let linkages = party.linkages.iter().filter(within);
                let lost = linkages.filter(|linkage| linkage.is_broken(&space.pairs, &deal));
                worth.sum::<i64>() - lost.map(|linkage| linkage.loses).sum::<i64>()
            });
            Outcome {
                values: values.collect(),
                deal,
            }
        })
        .collect()
}
