//! The deal space of a scenario, and the same space with other weights. Linkages don't depend on the weights, so they
//! are evaluated only once.

use crate::negotiation::value::{Level, keeps};
use crate::scenario::resolved::{Deal, DealCondition, Range, Scenario, Values};

use super::space::{Linkage, Party, Space, SpaceError};

/// A space together with the points it was made from, so that the weights can be changed.
#[derive(Debug, Clone)]
pub struct Weighing {
    space: Space,
    /// Points by party, issue and pair.
    points: Vec<Vec<Vec<i64>>>,
}

impl Weighing {
    /// Creates a space from points (by party, issue and pair), with all weights 1. Replaces the worth in `space`.
    ///
    /// # Errors
    /// If the points don't fit the space, or the space is too large.
    pub fn new(mut space: Space, points: Vec<Vec<Vec<i64>>>) -> Result<Self, SpaceError> {
        for (party, points) in space.parties.iter_mut().zip(&points) {
            party.worth.clone_from(points);
        }
        let space = space.checked()?;
        Ok(Self { space, points })
    }

    /// The space of a scenario. Points, linkages and reservation values are at the middle of the author's ranges.
    ///
    /// # Errors
    /// If the space is too large, or a party has no points for a pair.
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

    /// The space with these weights (0 to 100) by party and issue.
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
    /// If the space is too large, or a party has no points for a pair.
    pub fn of(scenario: &Scenario) -> Result<Self, SpaceError> {
        Self::weighted(scenario, &|_, _, range| Level::Mid.of(range))
    }

    /// The space of a scenario with other weights. `weight` is called for each party and issue, with the author's
    /// range. To try many weightings, use a [`Weighing`] instead.
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
    let issues = issues_of([condition]);
    let broken = combinations(scenario, &issues).map(|deal| !keeps(scenario, condition, &deal)).collect();
    Linkage { issues, broken, loses }
}

/// The issues that conditions on a deal look at, sorted and without duplicates.
pub(super) fn issues_of<'c>(conditions: impl IntoIterator<Item = &'c DealCondition>) -> Vec<usize> {
    let mut issues = Vec::new();
    conditions.into_iter().for_each(|condition| look(condition, &mut issues));
    issues.sort_unstable();
    issues.dedup();
    issues
}

/// A deal for each combination of pairs of some issues, with the last issue varying fastest. Other issues have their
/// first pair.
pub(super) fn combinations<'s>(scenario: &'s Scenario, issues: &'s [usize]) -> impl Iterator<Item = Deal> + 's {
    let pairs_of = |issue: &usize| scenario.issues.get(*issue).map_or(1, |i| i.pairs.len().max(1));
    let count: usize = issues.iter().map(pairs_of).product();
    (0..count).map(move |mut place| {
        let mut deal: Deal = vec![0; scenario.deal_issues()];
        for issue in issues.iter().rev() {
            let pairs = pairs_of(issue);
            if let Some(slot) = deal.get_mut(*issue) {
                *slot = u16::try_from(place % pairs).unwrap_or(u16::MAX);
            }
            place /= pairs;
        }
        deal
    })
}

fn look(condition: &DealCondition, issues: &mut Vec<usize>) {
    match condition {
        DealCondition::All(list) | DealCondition::Any(list) => list.iter().for_each(|inner| look(inner, issues)),
        DealCondition::Not(inner) => look(inner, issues),
        DealCondition::If(first, second) => {
            look(first, issues);
            look(second, issues);
        }
        DealCondition::Is(issue, _) | DealCondition::At(issue, _) => issues.push(issue.index()),
    }
}
