//! Finds the weights that would reverse a conclusion.

use crate::analysis::SpaceError;
use crate::scenario::resolved::Scenario;
use crate::scenario::{IssueId, PartyId};

use super::claims::{Claim, Scales, Weighed};
use super::weights::Weights;

/// A claim that is reversed when one weight moves and all the others stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flip {
    pub party: PartyId,
    pub issue: IssueId,
    /// The weight at which the claim is reversed; the nearest one in this direction.
    pub at: u32,
    /// Whether `at` is above the present weight.
    pub above: bool,
    pub claim: Claim,
    pub becomes: bool,
}

/// For each weight and claim, finds the nearest figures below and above that reverse the claim, within the author's
/// range.
///
/// # Errors
/// Returns an error if there are too many deals to search.
pub fn flips(
    scenario: &Scenario,
    scales: &mut Scales<'_>,
    weights: &Weights,
    claims: &[Claim],
) -> Result<Vec<Flip>, SpaceError> {
    let now = scales.weigh(weights)?;
    let mut found = Vec::new();
    for (place, values) in scenario.values.iter().enumerate() {
        for (issue, preference) in scenario.issue_ids().zip(&values.preferences) {
            let range = preference.weight;
            let Some(from) = weights.figure(place, issue.index()) else {
                continue;
            };
            let one = OneWeight { scenario, weights, party: values.party, issue, now: &now };
            one.walk(scales, (range.low..from).rev(), claims, &mut found)?;
            one.walk(scales, from + 1..=range.high, claims, &mut found)?;
        }
    }
    Ok(found)
}

/// A weight being moved.
struct OneWeight<'a> {
    scenario: &'a Scenario,
    weights: &'a Weights,
    party: PartyId,
    issue: IssueId,
    now: &'a Weighed,
}

impl OneWeight<'_> {
    /// Moves away from the present weight until every claim has been reversed or the range ends.
    fn walk(
        &self,
        scales: &mut Scales<'_>,
        figures: impl Iterator<Item = u32>,
        claims: &[Claim],
        found: &mut Vec<Flip>,
    ) -> Result<(), SpaceError> {
        let mut standing = claims.to_vec();
        let place = self.scenario.values.iter();
        let place = place.take_while(|v| v.party != self.party).count();
        let from = self.weights.figure(place, self.issue.index());
        for at in figures {
            let mut moved = self.weights.clone();
            if moved.set(self.scenario, self.party, self.issue, at).is_err() {
                break;
            }
            let there = scales.weigh(&moved)?;
            standing.retain(|claim| {
                let becomes = there.holds(*claim);
                let stands = becomes == self.now.holds(*claim);
                if !stands {
                    found.push(Flip {
                        party: self.party,
                        issue: self.issue,
                        at,
                        above: Some(at) > from,
                        claim: *claim,
                        becomes,
                    });
                }
                stands
            });
        }
        Ok(())
    }
}
