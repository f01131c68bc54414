//! The space of a scenario, and the same space with other weights. Linkages do not depend on the weights: they are worked out
//! once, however often the weights are drawn again.

use crate::negotiation::value::{Level, keeps};
use crate::scenario::resolved::{Deal, DealCondition, Range, Scenario, Values};

use super::space::{Linkage, Party, Space, SpaceError};

/// A space with the points behind it, so that it can be weighed again.
#[derive(Debug, Clone)]
pub struct Weighing {
    space: Space,
    /// By party, issue and pair.
    points: Vec<Vec<Vec<i64>>>,
}

impl Weighing {
    /// A space whose worth is made of these points (by party, issue and pair), at first with a weight of 1 everywhere. The worth
    /// that `space` comes with is replaced.
    ///
    /// # Errors
    /// When points and space do not fit, or the space is too large.
    pub fn new(mut space: Space, points: Vec<Vec<Vec<i64>>>) -> Result<Self, SpaceError> {
        for (party, points) in space.parties.iter_mut().zip(&points) {
            party.worth.clone_from(points);
        }
        let space = space.checked()?;
        Ok(Self { space, points })
    }

    /// The space of a scenario; points, linkages and reservation values at the middle of the author's ranges.
    ///
    /// # Errors
    /// When it is too large or a party has no value for a pair.
    pub fn of(scenario: &Scenario) -> Result<Self, SpaceError> {
        let issues = scenario.issues.iter().take(scenario.deal_issues());
        let parties = scenario.values.iter();
        let space = Space {
            pairs: issues.map(|issue| issue.pairs.len()).collect(),
            parties: parties.map(|values| unweighted(scenario, values)).collect(),
        };
        let points = scenario.values.iter().map(|values| {
            let preferences = values.preferences.iter();
            let points = preferences.map(|preference| {
                let points = preference.points.iter();
                points.map(|(range, _)| Level::Mid.of(*range)).collect()
            });
            points.collect()
        });
        Self::new(space, points.collect())
    }

    /// The space with these weights, asked for by party and issue. Weights go up to 100, as in a scenario.
    pub fn weigh(&mut self, weight: impl Fn(usize, usize) -> i64) -> &Space {
        let parties = self.space.parties.iter_mut().zip(&self.points).enumerate();
        for (place, (party, points)) in parties {
            for (issue, (worth, points)) in party.worth.iter_mut().zip(points).enumerate() {
                let weight = weight(place, issue);
                for (worth, points) in worth.iter_mut().zip(points) {
                    *worth = weight.saturating_mul(*points);
                }
            }
        }
        &self.space
    }
}

impl Space {
    /// The space of a scenario at the middle of the author's ranges.
    ///
    /// # Errors
    /// When it is too large or a party has no value for a pair.
    pub fn of(scenario: &Scenario) -> Result<Self, SpaceError> {
        Self::weighted(scenario, &|_, _, range| Level::Mid.of(range))
    }

    /// The space of a scenario with other weights: `weight` is asked for each party and issue, with the author's range. Who asks
    /// for many weightings keeps a [`Weighing`].
    ///
    /// # Errors
    /// As for [`Space::of`].
    pub fn weighted(scenario: &Scenario, weight: &dyn Fn(usize, usize, Range) -> i64) -> Result<Self, SpaceError> {
        let mut weighing = Weighing::of(scenario)?;
        weighing.weigh(|party, issue| {
            let preference = |party: usize| scenario.values.get(party)?.preferences.get(issue);
            preference(party).map_or(0, |preference| weight(party, issue, preference.weight))
        });
        Ok(weighing.space)
    }
}

fn unweighted(scenario: &Scenario, values: &Values) -> Party {
    let linkages = values.linkages.iter();
    Party {
        worth: Vec::new(),
        linkages: linkages.map(|linkage| linkage_of(scenario, &linkage.keeps, Level::Mid.of(linkage.loses))).collect(),
        reservation: Level::Mid.of(values.reservation),
        ceiling: None,
    }
}

fn linkage_of(scenario: &Scenario, condition: &DealCondition, loses: i64) -> Linkage {
    let mut issues = Vec::new();
    looked_at(condition, &mut issues);
    issues.sort_unstable();
    issues.dedup();
    let pairs_of = |issue: &usize| scenario.issues.get(*issue).map_or(1, |i| i.pairs.len());
    let combinations: usize = issues.iter().map(pairs_of).product();
    let mut deal: Deal = vec![0; scenario.deal_issues()];
    let broken = (0..combinations)
        .map(|mut place| {
            for issue in issues.iter().rev() {
                let pairs = pairs_of(issue);
                if let Some(slot) = deal.get_mut(*issue) {
                    *slot = u16::try_from(place % pairs).unwrap_or(u16::MAX);
                }
                place /= pairs;
            }
            !keeps(scenario, condition, &deal)
        })
        .collect();
    Linkage { issues, broken, loses }
}

/// The issues that a condition on a deal looks at.
pub(super) fn looked_at(condition: &DealCondition, issues: &mut Vec<usize>) {
    match condition {
        DealCondition::All(list) | DealCondition::Any(list) => {
            list.iter().for_each(|inner| looked_at(inner, issues));
        }
        DealCondition::Not(inner) => looked_at(inner, issues),
        DealCondition::If(first, second) => {
            looked_at(first, issues);
            looked_at(second, issues);
        }
        DealCondition::Is(issue, _) | DealCondition::At(issue, _) => issues.push(issue.index()),
    }
}
