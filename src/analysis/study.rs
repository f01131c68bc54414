//! The study of a scenario: its deal space, its bargaining solutions, and where the deals of history lie.

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

/// Support at home if no talk has been held, on a scale of 0 to 100.
const HOME: u8 = 50;

/// How one audience judges a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    pub party: PartyId,
    /// Index among the party's audiences.
    pub audience: usize,
    pub accepts: bool,
    /// Whether its consent is needed.
    pub ratifies: bool,
}

/// A named deal and its position in the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub deal: DealId,
    /// The value for each party.
    pub values: Vec<i64>,
    /// Whether every party is at least as well off as with no deal.
    pub acceptable: bool,
    /// The deal that improves on it with the fewest changes to clauses; `None` if it is on the frontier.
    pub better: Option<Outcome>,
    pub home: Vec<Home>,
    /// For each party, whether every audience whose consent is needed accepts the deal.
    pub ratifiable: Vec<bool>,
}

/// The study of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Study {
    /// The space at the middle of the author's ranges.
    pub space: Space,
    /// Number of deals that leave every party at least as well off as no deal: the zone of agreement.
    pub zone: usize,
    /// The frontier, sorted by falling value for the first party.
    pub frontier: Vec<Outcome>,
    /// For each outcome of the frontier, all deals with its values.
    pub alike: Vec<Alike>,
    pub solutions: Solutions,
    pub ties: Ties,
    /// How opposed the parties' interests are, in thousandths.
    pub opposition: u64,
    pub placed: Vec<Placed>,
    /// Claims about the named deals, and how certain each is.
    pub claims: Vec<Claim>,
}

/// Studies a scenario.
///
/// # Errors
/// If it has too many deals to analyse.
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
