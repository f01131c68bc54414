//! Goes through all combinations of some issues with only a few additions for each. Sums of earlier issues are reused
//! while the last issue runs through its pairs, and nothing is allocated on the way. Before each branch the visitor
//! decides whether to enter it, given bounds on its values for each party (branch and bound, Land and Doig 1960).

use super::space::{Linkage, Number, Space};

/// Values of up to `P` parties. The places of missing parties are 0.
pub(super) type Values<N, const P: usize> = [N; P];

/// Adds two rows of values.
pub(super) fn plus<N: Number, const P: usize>(mut one: Values<N, P>, other: &Values<N, P>) -> Values<N, P> {
    for (sum, more) in one.iter_mut().zip(other) {
        *sum += *more;
    }
    one
}

/// One issue of the walk.
struct Level<'a, N, const P: usize> {
    /// For each of its pairs, the worth to each party.
    worth: Vec<Values<N, P>>,
    /// Distance in the order of deals from one pair to the next.
    stride: usize,
    /// Linkages that look at this issue and at a later one: the index of each, and the distance from one pair to the
    /// next in its table.
    open: Vec<(usize, usize)>,
    /// Linkages for which this is the last issue.
    settled: Vec<Settled<'a, N>>,
    /// Number of combinations of this and all later issues.
    count: usize,
    /// For each party, the most that this and later issues can add.
    most: Values<N, P>,
    least: Values<N, P>,
}

pub(super) trait Visitor<N, const P: usize> {
    /// Whether to go through the `count` combinations of a branch, all of which have sums between `least` and `most`.
    fn enters(&mut self, most: &Values<N, P>, least: &Values<N, P>, count: usize) -> bool;

    /// Called for each combination with its position in the order of deals (with other issues at their first pair) and
    /// its sums.
    fn sees(&mut self, place: usize, sums: &Values<N, P>);
}

/// A visitor that enters every branch.
struct Everything<F>(F);

impl<N, const P: usize, F: FnMut(usize, &Values<N, P>)> Visitor<N, P> for Everything<F> {
    fn enters(&mut self, _: &Values<N, P>, _: &Values<N, P>, _: usize) -> bool {
        true
    }

    fn sees(&mut self, place: usize, sums: &Values<N, P>) {
        self.0(place, sums);
    }
}

struct Settled<'a, N> {
    linkage: usize,
    stride: usize,
    broken: &'a [bool],
    party: usize,
    loses: N,
}

pub(super) struct Walk<'a, N, const P: usize> {
    levels: Vec<Level<'a, N, P>>,
    linkages: usize,
    start: Values<N, P>,
}

impl<'a, N: Number, const P: usize> Walk<'a, N, P> {
    /// A walk through every deal of a space.
    pub(super) fn whole(space: &'a Space<N>) -> Self {
        let issues: Vec<usize> = (0..space.pairs.len()).collect();
        let mut walk = Self::over(space, &issues);
        walk.start = constant(space);
        walk
    }

    /// A walk through the combinations of some issues, which must be sorted. Includes only the linkages that look at
    /// no other issues.
    pub(super) fn over(space: &'a Space<N>, issues: &[usize]) -> Self {
        let mut walk = Self {
            levels: issues
                .iter()
                .map(|issue| Level {
                    worth: worth(space, *issue),
                    stride: space.pairs.iter().skip(issue + 1).product(),
                    open: Vec::new(),
                    settled: Vec::new(),
                    count: 1,
                    most: [N::default(); P],
                    least: [N::default(); P],
                })
                .collect(),
            linkages: 0,
            start: [N::default(); P],
        };
        for (party, preferences) in space.parties.iter().enumerate() {
            for linkage in &preferences.linkages {
                let within = linkage.issues.iter().all(|issue| issues.contains(issue));
                if within && !linkage.issues.is_empty() {
                    walk.add(space, issues, party, linkage);
                }
            }
        }
        walk.bound();
        walk
    }

    /// Computes, for each level, bounds on what the rest of the walk can add.
    fn bound(&mut self) {
        let (mut count, mut most, mut least) = (1_usize, [N::default(); P], [N::default(); P]);
        for level in self.levels.iter_mut().rev() {
            for party in 0..P {
                let worth = || level.worth.iter().filter_map(|worth| worth.get(party)).copied();
                let settled = level.settled.iter().filter(|linkage| linkage.party == party);
                let losses = || settled.clone().map(|linkage| linkage.loses);
                let nothing = N::default();
                if let (Some(most), Some(least)) = (most.get_mut(party), least.get_mut(party)) {
                    *most += worth().max().unwrap_or_default();
                    *most -= losses().map(|loses| loses.min(nothing)).sum();
                    *least += worth().min().unwrap_or_default();
                    *least -= losses().map(|loses| loses.max(nothing)).sum();
                }
            }
            count *= level.worth.len();
            (level.count, level.most, level.least) = (count, most, least);
        }
    }

    fn add(&mut self, space: &Space<N>, issues: &[usize], party: usize, linkage: &'a Linkage<N>) {
        let number = self.linkages;
        self.linkages += 1;
        let mut stride = 1;
        for (place, issue) in linkage.issues.iter().enumerate().rev() {
            let depth = issues.iter().position(|other| other == issue);
            let level = depth.and_then(|depth| self.levels.get_mut(depth));
            if let Some(level) = level {
                if place + 1 == linkage.issues.len() {
                    level.settled.push(Settled {
                        linkage: number,
                        stride,
                        broken: &linkage.broken,
                        party,
                        loses: linkage.loses,
                    });
                } else {
                    level.open.push((number, stride));
                }
            }
            stride *= space.pairs.get(*issue).copied().unwrap_or(1);
        }
    }

    /// Visits every combination, in order.
    pub(super) fn each(&self, visit: impl FnMut(usize, &Values<N, P>)) {
        self.explore(&mut Everything(visit));
    }

    /// Visits the combinations in the branches that the visitor enters, in order.
    pub(super) fn explore(&self, visitor: &mut impl Visitor<N, P>) {
        let mut at = vec![0; self.linkages];
        step(&self.levels, &mut at, 0, self.start, visitor);
    }
}

fn step<N: Number, const P: usize>(
    levels: &[Level<'_, N, P>],
    at: &mut [usize],
    mut place: usize,
    before: Values<N, P>,
    visitor: &mut impl Visitor<N, P>,
) {
    let Some((level, later)) = levels.split_first() else {
        visitor.sees(place, &before);
        return;
    };
    let (most, least) = (plus(before, &level.most), plus(before, &level.least));
    if !visitor.enters(&most, &least, level.count) {
        return;
    }
    for (pair, worth) in level.worth.iter().enumerate() {
        let mut values = plus(before, worth);
        for linkage in &level.settled {
            let begin = at.get(linkage.linkage).copied().unwrap_or_default();
            let broken = linkage.broken.get(begin + pair * linkage.stride) == Some(&true);
            if let Some(value) = values.get_mut(linkage.party) {
                *value -= if broken { linkage.loses } else { N::default() };
            }
        }
        if later.is_empty() {
            visitor.sees(place, &values);
        } else {
            step(later, at, place, values, visitor);
        }
        place += level.stride;
        for (linkage, stride) in &level.open {
            if let Some(at) = at.get_mut(*linkage) {
                *at += stride;
            }
        }
    }
    for (linkage, stride) in &level.open {
        if let Some(at) = at.get_mut(*linkage) {
            *at -= stride * level.worth.len();
        }
    }
}

fn worth<N: Number, const P: usize>(space: &Space<N>, issue: usize) -> Vec<Values<N, P>> {
    let mut rows = vec![[N::default(); P]; space.pairs.get(issue).copied().unwrap_or_default()];
    for (party, preferences) in space.parties.iter().enumerate() {
        let worth = preferences.worth.get(issue).into_iter().flatten();
        for (row, worth) in rows.iter_mut().zip(worth) {
            if let Some(value) = row.get_mut(party) {
                *value = *worth;
            }
        }
    }
    rows
}

/// The value of a deal before any issue is counted: the loss from linkages over no issue, which all deals break or
/// none does.
pub(super) fn constant<N: Number, const P: usize>(space: &Space<N>) -> Values<N, P> {
    let mut values = [N::default(); P];
    for (value, party) in values.iter_mut().zip(&space.parties) {
        let linkages = party.linkages.iter().filter(|l| l.issues.is_empty());
        for linkage in linkages.filter(|linkage| linkage.broken.first() == Some(&true)) {
            *value -= linkage.loses;
        }
    }
    values
}

/// The value of a deal for each party, given its sums.
pub(super) fn bounded<N: Number, const P: usize>(space: &Space<N>, sums: &Values<N, P>) -> Values<N, P> {
    let mut values = *sums;
    for (value, party) in values.iter_mut().zip(&space.parties) {
        *value = party.bounded(*value);
    }
    values
}

/// Calls a generic function with the smallest row of values that holds this many parties.
macro_rules! by_parties {
    ($space:expr, $run:ident($($argument:expr),*)) => {
        match $space.parties.len() {
            0..=2 => $run::<N, 2>($($argument),*),
            3..=4 => $run::<N, 4>($($argument),*),
            _ => $run::<N, { $crate::analysis::space::MOST_PARTIES }>($($argument),*),
        }
    };
}
pub(super) use by_parties;
