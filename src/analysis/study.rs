//! The study of a scenario: its space, the points theories single out, and where history's deals lie.

use crate::negotiation::value::verdict;
use crate::scenario::PartyId;
use crate::scenario::resolved::{Deal, Scenario};

use super::frontier::{Outcome, by_blocks};
use super::sensitivity::{Claim, sensitivity};
use super::solutions::{Solutions, opposition, solutions};
use super::space::{Space, SpaceError};
use super::swap::better_within;

/// How far home follows the player where no talk has been held: half way.
const HOME: u8 = 50;

/// What one audience says to a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// Of which party.
    pub party: PartyId,
    /// By its place among the party's audiences.
    pub audience: usize,
    /// It can accept the deal.
    pub accepts: bool,
    /// Nothing is ratified without it.
    pub ratifies: bool,
}

/// A named deal in the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its place among the named deals.
    pub deal: usize,
    /// What it is worth to each party.
    pub values: Vec<i64>,
    /// Every party is at least as well off as without a deal.
    pub acceptable: bool,
    /// The deal that betters it with the fewest clauses changed; `None` where it lies on the frontier.
    pub better: Option<Outcome>,
    /// Audiences of every party.
    pub home: Vec<Home>,
    /// For each party whether those without whom nothing is ratified accept it.
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
    /// The points that theories of bargaining single out.
    pub solutions: Solutions,
    /// How far the parties are against each other, in thousandths.
    pub opposition: u64,
    /// The named deals.
    pub placed: Vec<Placed>,
    /// What can be claimed of them, and how surely.
    pub claims: Vec<Claim>,
}

/// Studies a scenario.
///
/// # Errors
/// When its deals are too many to go through.
pub fn study(scenario: &Scenario, seed: u64, weightings: u32) -> Result<Study, SpaceError> {
    let space = Space::of(scenario)?;
    let frontier = by_blocks(&space);
    let named = scenario.deals.iter().enumerate();
    Ok(Study {
        zone: zone(&space),
        solutions: solutions(&space, &frontier),
        opposition: opposition(&frontier),
        placed: named
            .map(|(deal, named)| placed(scenario, &space, deal, &named.deal))
            .collect(),
        claims: sensitivity(scenario, seed, weightings)?,
        space,
        frontier,
    })
}

fn zone(space: &Space) -> usize {
    (0..space.deals())
        .filter(|place| space.acceptable(&space.values(&space.deal(*place))))
        .count()
}

fn placed(scenario: &Scenario, space: &Space, deal: usize, clauses: &Deal) -> Placed {
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
        let mut needed = home
            .iter()
            .filter(|h| h.party == values.party && h.ratifies);
        needed.all(|home| home.accepts)
    });
    Placed {
        deal,
        acceptable: space.acceptable(&values),
        better: better(space, clauses, &values),
        ratifiable: ratifiable.collect(),
        values,
        home,
    }
}

/// Of the deals that better this one, the one that changes the fewest clauses; of those the one with the largest sum of values,
/// then the first.
pub fn better(space: &Space, deal: &Deal, values: &[i64]) -> Option<Outcome> {
    better_within(space, deal, values, &|_| true)
}
