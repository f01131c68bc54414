//! Tests how certain a conclusion is. The author's weights are ranges, so each conclusion is tested again with many
//! weightings from within those ranges.

use crate::negotiation::random::{Draw, Stream};
use crate::scenario::resolved::{Range, Scenario};
use crate::scenario::{DealId, PartyId};

use super::frontier::{by_blocks, dominates};
use super::space::{Space, SpaceError};
use super::weighing::Weighing;

/// Default number of weightings to try.
pub const WEIGHTINGS: u32 = 1_000;

/// A claim about named deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Another deal is better for one party and at least as good for the others.
    Dominated { deal: DealId },
    /// A party is at least as well off with this deal as with none.
    Acceptable { deal: DealId, party: PartyId },
    /// A party prefers one deal to another.
    Prefers { deal: DealId, to: DealId, party: PartyId },
}

/// A claim, with the number of weightings in which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    pub kind: Kind,
    /// Whether it holds at the middle of the ranges.
    pub at_mid: bool,
    /// Number of weightings in which it holds.
    pub holds: u32,
    /// Number of weightings tried.
    pub of: u32,
}

/// Tests every claim about the named deals with `of` random weightings. Each weight is drawn uniformly from the
/// author's range. Points, linkages and reservation values stay at the middle of theirs.
///
/// # Errors
/// If the space can't be analysed.
pub fn sensitivity(scenario: &Scenario, seed: u64, of: u32) -> Result<Vec<Claim>, SpaceError> {
    let kinds = kinds(scenario);
    let mid = truths(scenario, &Space::of(scenario)?, &kinds);
    let mut holds = vec![0; kinds.len()];
    let mut weighing = Weighing::of(scenario)?;
    for number in 0..of {
        let space = weighing.weigh(|party, issue| {
            let preference = |party: usize| scenario.values.get(party)?.preferences.get(issue);
            preference(party).map_or(0, |preference| drawn_weight(seed, number, party, issue, preference.weight))
        });
        for (count, truth) in holds.iter_mut().zip(truths(scenario, space, &kinds)) {
            *count += u32::from(truth);
        }
    }
    let claims = kinds.into_iter().zip(mid).zip(holds);
    Ok(claims.map(|((kind, at_mid), holds)| Claim { kind, at_mid, holds, of }).collect())
}

/// The weight of an issue for a party in one weighting. It is drawn uniformly from the author's range and depends only
/// on the seed and the indices.
pub fn drawn_weight(seed: u64, number: u32, party: usize, issue: usize, range: Range) -> i64 {
    let place = u64::from(number) << 16 | (party as u64) << 8 | issue as u64;
    let mut stream = Stream::new(seed, Draw::Weighting, place);
    let width = u64::from(range.high.saturating_sub(range.low)) + 1;
    i64::from(range.low) + i64::try_from(stream.below(width)).unwrap_or_default()
}

/// All claims: whether each named deal is dominated, whether each party accepts it, and which of each two deals a
/// party prefers.
fn kinds(scenario: &Scenario) -> Vec<Kind> {
    let deals = || scenario.deal_ids();
    let parties = || scenario.values.iter().map(|values| values.party);
    let mut kinds: Vec<Kind> = deals().map(|deal| Kind::Dominated { deal }).collect();
    for deal in deals() {
        kinds.extend(parties().map(|party| Kind::Acceptable { deal, party }));
    }
    for deal in deals() {
        for to in deals().skip(deal.index() + 1) {
            kinds.extend(parties().map(|party| Kind::Prefers { deal, to, party }));
        }
    }
    kinds
}

fn truths(scenario: &Scenario, space: &Space, kinds: &[Kind]) -> Vec<bool> {
    let frontier = by_blocks(space);
    let values: Vec<Vec<i64>> = scenario.deals.iter().map(|named| space.values(&named.deal)).collect();
    let place = |party: PartyId| scenario.values.iter().position(|v| v.party == party);
    let value = |deal: DealId, party: PartyId| values.get(deal.index())?.get(place(party)?).copied();
    let truth = |kind: &Kind| match *kind {
        Kind::Dominated { deal } => values.get(deal.index()).is_some_and(|values| {
            let better = |outcome: &super::Outcome| dominates(&outcome.values, values);
            frontier.iter().any(better)
        }),
        Kind::Acceptable { deal, party } => {
            let reservation = place(party).and_then(|place| space.parties.get(place));
            value(deal, party) >= reservation.map(|party| party.reservation)
        }
        Kind::Prefers { deal, to, party } => value(deal, party) > value(to, party),
    };
    kinds.iter().map(truth).collect()
}
