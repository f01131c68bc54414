//! What would change a conclusion: the weight inside its range at which a claim is reversed.

use crate::analysis::SpaceError;
use crate::scenario::resolved::Scenario;
use crate::scenario::{IssueId, PartyId};

use super::claims::{Claim, Scales, Weighed};
use super::weights::Weights;

/// A claim is reversed when one weight is moved and all others stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flip {
    pub party: PartyId,
    pub issue: IssueId,
    /// The first weight, coming from its present value, at which the claim is no longer as it was.
    pub at: u32,
    /// Whether that is above its present value.
    pub above: bool,
    pub claim: Claim,
    pub becomes: bool,
}

/// For each weight and each of the claims, the nearest figure to either side inside the author's range where it is reversed.
///
/// # Errors
/// When the deals are too many to go through.
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

/// One weight that is moved.
struct OneWeight<'a> {
    scenario: &'a Scenario,
    weights: &'a Weights,
    party: PartyId,
    issue: IssueId,
    now: &'a Weighed,
}

impl OneWeight<'_> {
    /// Moves away from the present weight until every claim is reversed or the range ends.
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
