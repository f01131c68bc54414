//! Claims about the report and the named deals, and how many weightings each holds in.

use crate::scenario::DealId;
use std::sync::Arc;

use crate::analysis::{Outcome, SpaceError, WEIGHTINGS, better_within};
use crate::negotiation::value::Level;
use crate::scenario::resolved::{Deal, Scenario};

use super::weights::{Weights, Worth};

/// A deal that claims can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Which {
    /// The report as the talk has earned it.
    Report,
    /// A named deal of the scenario.
    Named(DealId),
}

/// A claim. `party` is an index into the scenario's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Another deal, changing only issues in play, is better than the report for one party and at least as good for the
    /// others.
    Dominated,
    /// The party is at least as well off with the deal as without one.
    Acceptable { deal: Which, party: usize },
    /// The party is better off with `deal` than with `to`.
    Prefers { deal: Which, to: Which, party: usize },
}

/// The deals compared in a game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deals {
    /// The report as earned; `None` if it can't be judged.
    pub report: Option<Deal>,
    /// Whether each issue of the deal space is in play.
    pub in_play: Vec<bool>,
    worth: Vec<(Which, Worth)>,
}

impl Deals {
    /// Gathers the report, if there is one, and the scenario's named deals.
    pub fn new(scenario: &Scenario, report: Option<Deal>, in_play: Vec<bool>) -> Self {
        let named = scenario.deal_ids().zip(&scenario.deals);
        let named = named.map(|(id, named)| (Which::Named(id), &named.deal));
        let own = report.iter().map(|deal| (Which::Report, deal));
        let worth = own.chain(named);
        Self { worth: worth.map(|(which, deal)| (which, Worth::of(scenario, deal))).collect(), report, in_play }
    }

    /// The deals in the comparison, the report first.
    pub fn which(&self) -> impl Iterator<Item = Which> {
        self.worth.iter().map(|(which, _)| *which)
    }

    /// The smallest change that improves the report under these weights.
    ///
    /// # Errors
    /// Returns an error if there are too many deals to search.
    pub fn swap(&self, scenario: &Scenario, weights: &Weights) -> Result<Option<Outcome>, SpaceError> {
        let Some(report) = &self.report else {
            return Ok(None);
        };
        let space = weights.space(scenario)?;
        let values = space.values(report);
        let in_play = |issue: usize| self.in_play.get(issue).copied().unwrap_or(true);
        Ok(better_within(&space, report, &values, &in_play))
    }
}

/// The values of the deals under one weighting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    values: Vec<(Which, Vec<i64>)>,
    reservations: Vec<i64>,
    dominated: bool,
}

impl Weighed {
    /// Values of a deal to each party, 0 to 10,000.
    pub fn values(&self, which: Which) -> Option<&[i64]> {
        let found = self.values.iter().find(|(name, _)| *name == which);
        found.map(|(_, values)| values.as_slice())
    }

    /// Value of a deal to one party, 0 to 10,000.
    pub fn value(&self, which: Which, party: usize) -> Option<i64> {
        self.values(which)?.get(party).copied()
    }

    /// Whether a claim holds in this weighting. A claim about a missing deal never holds.
    pub fn holds(&self, claim: Claim) -> bool {
        match claim {
            Claim::Dominated => self.dominated,
            Claim::Acceptable { deal, party } => {
                let reservation = self.reservations.get(party).copied();
                self.value(deal, party) >= reservation && reservation.is_some()
            }
            Claim::Prefers { deal, to, party } => self.value(deal, party) > self.value(to, party),
        }
    }
}

/// Values the deals under one weighting after another. A deal that has once improved on the report is tried first the
/// next time, which often saves searching all deals.
pub struct Scales<'a> {
    scenario: &'a Scenario,
    deals: &'a Deals,
    improvements: Vec<Worth>,
}

impl<'a> Scales<'a> {
    /// Scales for the deals of one game.
    pub const fn new(scenario: &'a Scenario, deals: &'a Deals) -> Self {
        Self { scenario, deals, improvements: Vec::new() }
    }

    /// Values the deals under a set of weights.
    ///
    /// # Errors
    /// Returns an error if there are too many deals to search.
    pub fn weigh(&mut self, weights: &Weights) -> Result<Weighed, SpaceError> {
        let worth = self.deals.worth.iter();
        let values: Vec<(Which, Vec<i64>)> = worth.map(|(which, worth)| (*which, worth.under(weights))).collect();
        let report = values.iter().find(|(which, _)| *which == Which::Report);
        let dominated = match report {
            Some((_, values)) => self.is_dominated(weights, values)?,
            None => false,
        };
        let reservations = self.scenario.values.iter();
        Ok(Weighed {
            reservations: reservations.map(|values| Level::Mid.of(values.reservation)).collect(),
            values,
            dominated,
        })
    }

    fn is_dominated(&mut self, weights: &Weights, report: &[i64]) -> Result<bool, SpaceError> {
        let improves = |worth: &Worth| {
            let values = worth.under(weights);
            values != report && values.iter().zip(report).all(|(new, old)| new >= old)
        };
        if self.improvements.iter().any(improves) {
            return Ok(true);
        }
        let found = self.deals.swap(self.scenario, weights)?;
        self.improvements.extend(found.iter().map(|o| Worth::of(self.scenario, &o.deal)));
        Ok(found.is_some())
    }
}

/// The deals of a game under many seeded weightings drawn from the author's ranges. Points, linkages and reservation
/// values stay at the middle of their ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sureness {
    weighed: Arc<[Weighed]>,
}

/// Seed of the weightings, the same as in the study of a scenario.
const SEED: u64 = 1;

impl Sureness {
    /// # Errors
    /// Returns an error if there are too many deals to search.
    pub fn of(scenario: &Scenario, deals: &Deals) -> Result<Self, SpaceError> {
        let mut scales = Scales::new(scenario, deals);
        let weighed: Result<Vec<Weighed>, SpaceError> =
            (0..WEIGHTINGS).map(|number| scales.weigh(&Weights::drawn(scenario, SEED, number))).collect();
        Ok(Self { weighed: weighed?.into() })
    }

    /// Number of weightings in which a claim holds (or fails, if `holds` is false), and number of all weightings.
    pub fn agree(&self, claim: Claim, holds: bool) -> (u32, u32) {
        let agree = self.weighed.iter().filter(|w| w.holds(claim) == holds);
        (counted(agree.count()), self.len())
    }

    /// Number of weightings.
    pub fn len(&self) -> u32 {
        counted(self.weighed.len())
    }

    /// Whether no weightings were drawn.
    pub fn is_empty(&self) -> bool {
        self.weighed.is_empty()
    }
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
