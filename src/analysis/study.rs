//! The study of a scenario: its space, the points that theories single out, and where history's deals are.

use crate::negotiation::value::verdict;
use crate::scenario::resolved::{Deal, Scenario};
use crate::scenario::{DealId, PartyId};

use super::count::Alike;
use super::exact::OPPOSITION_WHOLE;
use super::frontier::Outcome;
use super::sensitivity::{Claim, sensitivity};
use super::solutions::{Solutions, Ties};
use super::space::{Space, SpaceError};
use super::survey::survey;
use super::swap::better_than;

/// Support at home, 0 to 100, where no talk has been held.
const HOME: u8 = 50;

/// How one audience judges a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    pub party: PartyId,
    /// Index among the party's audiences.
    pub audience: usize,
    pub accepts: bool,
    /// Its consent is needed.
    pub ratifies: bool,
}

/// A named deal in the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub deal: DealId,
    /// By party.
    pub values: Vec<i64>,
    /// Every party is at least as well off as without a deal.
    pub acceptable: bool,
    /// The deal that improves it with the fewest clauses changed; `None` where it is on the frontier.
    pub better: Option<Outcome>,
    pub home: Vec<Home>,
    /// For each party whether every audience whose consent is needed accepts it.
    pub ratifiable: Vec<bool>,
}

/// The study of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Study {
    /// The space at the middle of the author's ranges.
    pub space: Space,
    /// How many deals leave every party at least as well off as without one: the zone of agreement.
    pub zone: usize,
    /// The frontier, by falling value of the first party.
    pub frontier: Vec<Outcome>,
    /// For each outcome of the frontier every deal that gives its values.
    pub alike: Vec<Alike>,
    pub solutions: Solutions,
    pub ties: Ties,
    /// How far the parties are against each other, in thousandths.
    pub opposition: u64,
    pub placed: Vec<Placed>,
    /// What can be claimed about the named deals, and how certain that is.
    pub claims: Vec<Claim>,
}

/// Studies a scenario.
///
/// # Errors
/// When its deals are too many to go through.
pub fn study(scenario: &Scenario, seed: u64, weightings: u32) -> Result<Study, SpaceError> {
    let survey = survey(Space::of(scenario)?);
    let named = scenario.deal_ids().zip(&scenario.deals);
    let placed = named.map(|(deal, named)| placed(scenario, &survey.space, &survey.frontier, deal, &named.deal));
    Ok(Study {
        placed: placed.collect(),
        claims: sensitivity(scenario, seed, weightings)?,
        opposition: survey.opposition / (OPPOSITION_WHOLE / 1_000),
        zone: survey.zone,
        frontier: survey.frontier,
        alike: survey.alike,
        solutions: survey.solutions,
        ties: survey.ties,
        space: survey.space,
    })
}

fn placed(scenario: &Scenario, space: &Space, frontier: &[Outcome], deal: DealId, clauses: &Deal) -> Placed {
    let values = space.values(clauses);
    let home: Vec<Home> = scenario
        .values
        .iter()
        .flat_map(|values| {
            let audiences = values.audiences.iter().enumerate();
            audiences.map(|(audience, form)| Home {
                party: values.party,
                audience,
                accepts: verdict(scenario, form, clauses, HOME).accepts,
                ratifies: form.ratifies,
            })
        })
        .collect();
    let ratifiable = scenario.values.iter().map(|values| {
        let mut needed = home.iter().filter(|h| h.party == values.party && h.ratifies);
        needed.all(|home| home.accepts)
    });
    Placed {
        deal,
        acceptable: space.acceptable(&values),
        better: better_than(space, frontier, clauses, &values),
        ratifiable: ratifiable.collect(),
        values,
        home,
    }
}
