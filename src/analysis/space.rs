//! A deal space in tables: for each party what each pair of each issue is worth, and what broken linkages cost.

use crate::negotiation::value::{Level, keeps};
use crate::scenario::resolved::{Deal, DealCondition, Range, Scenario, Values};

/// A linkage over a few issues, worked out for each of their combinations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linkage {
    /// The issues it looks at, in order.
    pub issues: Vec<usize>,
    /// For each combination of their pairs (the last issue fastest): whether it is broken.
    pub broken: Vec<bool>,
    /// What a deal that breaks it loses.
    pub loses: i64,
}

/// A party's preferences over a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// For each issue and pair what it is worth: weight times points.
    pub worth: Vec<Vec<i64>>,
    /// Linkages.
    pub linkages: Vec<Linkage>,
    /// The reservation value: what no deal is worth.
    pub reservation: i64,
}

/// A deal space: how many pairs each issue has, and the parties. Deals are in the order of their pairs, the last issue fastest;
/// where two are as good as each other, the earlier one is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Number of pairs of each issue.
    pub pairs: Vec<usize>,
    /// The parties.
    pub parties: Vec<Party>,
}

/// Why there is no such space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SpaceError {
    /// More deals than can be gone through.
    #[error("the space has more than {0} deals, too many to go through")]
    TooLarge(u64),
    /// An issue without a pair, or a table that does not fit.
    #[error("issue {0} has no pair, or a party has no worth for one of its pairs")]
    Incomplete(usize),
}

/// The largest number of deals that is gone through.
pub const MOST_DEALS: u64 = 20_000_000;

impl Space {
    /// The space of a scenario at the middle of the author's ranges.
    ///
    /// # Errors
    /// When it is too large or a party has no value for a pair.
    pub fn of(scenario: &Scenario) -> Result<Self, SpaceError> {
        Self::weighted(scenario, &|_, _, range| Level::Mid.of(range))
    }

    /// The space of a scenario with other weights: `weight` is asked for each party and issue, with the author's range.
    ///
    /// # Errors
    /// As for [`Space::of`].
    pub fn weighted(
        scenario: &Scenario,
        weight: &dyn Fn(usize, usize, Range) -> i64,
    ) -> Result<Self, SpaceError> {
        let issues = scenario.deal_issues();
        let pairs = scenario.issues.iter().take(issues);
        let space = Self {
            pairs: pairs.map(|issue| issue.pairs.len()).collect(),
            parties: scenario
                .values
                .iter()
                .enumerate()
                .map(|(party, values)| party_of(scenario, values, &|i, r| weight(party, i, r)))
                .collect(),
        };
        space.checked()
    }

    /// The space, if it is whole and not too large.
    ///
    /// # Errors
    /// When it is not.
    pub fn checked(self) -> Result<Self, SpaceError> {
        let mut deals = 1_u64;
        for (issue, pairs) in self.pairs.iter().enumerate() {
            let fits = |party: &Party| party.worth.get(issue).map(Vec::len) == Some(*pairs);
            if *pairs == 0 || !self.parties.iter().all(fits) {
                return Err(SpaceError::Incomplete(issue));
            }
            deals = deals.saturating_mul(*pairs as u64);
            if deals > MOST_DEALS {
                return Err(SpaceError::TooLarge(MOST_DEALS));
            }
        }
        Ok(self)
    }

    /// Number of deals.
    pub fn deals(&self) -> usize {
        self.pairs.iter().product()
    }

    /// The deal at a place of the order.
    pub fn deal(&self, mut place: usize) -> Deal {
        let mut deal = vec![0; self.pairs.len()];
        for (slot, pairs) in deal.iter_mut().zip(&self.pairs).rev() {
            *slot = u16::try_from(place % pairs).unwrap_or(u16::MAX);
            place /= pairs;
        }
        deal
    }

    /// What a deal is worth to each party, at least 0.
    pub fn values(&self, deal: &Deal) -> Vec<i64> {
        let worth = self
            .parties
            .iter()
            .map(|party| party.value(&self.pairs, deal));
        worth.collect()
    }

    /// Whether every party is at least as well off as without a deal.
    pub fn acceptable(&self, values: &[i64]) -> bool {
        let reservations = self.parties.iter().map(|party| party.reservation);
        values.iter().zip(reservations).all(|(v, r)| *v >= r)
    }
}

impl Party {
    fn value(&self, pairs: &[usize], deal: &Deal) -> i64 {
        let worth = self.worth.iter().zip(deal);
        let sum: i64 = worth
            .map(|(worth, pair)| worth.get(usize::from(*pair)).copied().unwrap_or_default())
            .sum();
        let lost: i64 = self
            .linkages
            .iter()
            .filter(|linkage| linkage.is_broken(pairs, deal))
            .map(|linkage| linkage.loses)
            .sum();
        (sum - lost).max(0)
    }
}

impl Linkage {
    /// Whether a deal breaks it.
    pub fn is_broken(&self, pairs: &[usize], deal: &Deal) -> bool {
        let place = self.issues.iter().fold(0, |place, issue| {
            let of = pairs.get(*issue).copied().unwrap_or(1);
            place * of + deal.get(*issue).map_or(0, |pair| usize::from(*pair))
        });
        self.broken.get(place).copied().unwrap_or_default()
    }
}

fn party_of(scenario: &Scenario, values: &Values, weight: &dyn Fn(usize, Range) -> i64) -> Party {
    let worth = values.preferences.iter().enumerate();
    Party {
        worth: worth
            .map(|(issue, preference)| {
                let weight = weight(issue, preference.weight);
                let points = preference.points.iter();
                points
                    .map(|(range, _)| weight * Level::Mid.of(*range))
                    .collect()
            })
            .collect(),
        linkages: values
            .linkages
            .iter()
            .map(|linkage| linkage_of(scenario, &linkage.keeps, Level::Mid.of(linkage.loses)))
            .collect(),
        reservation: Level::Mid.of(values.reservation),
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
    Linkage {
        issues,
        broken,
        loses,
    }
}

fn looked_at(condition: &DealCondition, issues: &mut Vec<usize>) {
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
