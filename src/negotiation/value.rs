//! The value of a deal to a party, and which audiences at home accept it.
//!
//! The value of a deal is the sum of weight (0 to 100) times points (0 to 100) over all issues, less the linkages the
//! deal breaks. This is an additive utility with interaction terms, in integers from 0 to 10,000 (Keeney and Raiffa
//! 1976 for the additive form; Raiffa 1982 for its use in negotiation).

use smallvec::SmallVec;

use crate::scenario::resolved::{Audience, DealCondition, Pair, Preference, Range, Scenario, Values};
use crate::scenario::{IssueId, PartyId};

/// Which point of each range to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    Low,
    Mid,
    High,
}

impl Level {
    /// The value of a range at this level.
    pub const fn of(self, range: Range) -> i64 {
        match self {
            Level::Low => range.low as i64,
            Level::Mid => range.mid as i64,
            Level::High => range.high as i64,
        }
    }
}

/// The pair at an index in an issue's list of allowed pairs.
pub fn pair_of(scenario: &Scenario, issue: IssueId, pair: u16) -> Option<Pair> {
    scenario.issue(issue).pairs.get(usize::from(pair)).copied()
}

/// The pair that a deal has for an issue.
pub fn pair_in(scenario: &Scenario, deal: &[u16], issue: IssueId) -> Option<Pair> {
    pair_of(scenario, issue, *deal.get(issue.index())?)
}

/// Points of a deal for a party, issue by issue, 0 to 100.
pub fn points(values: &Values, deal: &[u16], level: Level) -> Vec<i64> {
    values.preferences.iter().zip(deal).map(|(preference, pair)| points_of(preference, *pair, level)).collect()
}

/// Points of one pair, 0 to 100.
pub(super) fn points_of(preference: &Preference, pair: u16, level: Level) -> i64 {
    let points = preference.points.get(usize::from(pair));
    points.map_or(0, |(range, _)| level.of(*range))
}

/// Weighted sum of the points, without linkages.
pub fn weighted(values: &Values, points: &[i64], level: Level) -> i64 {
    values.preferences.iter().zip(points).map(|(preference, points)| level.of(preference.weight) * points).sum()
}

/// The value a party loses through the linkages a deal breaks.
pub fn broken_linkages(scenario: &Scenario, values: &Values, deal: &[u16], level: Level) -> i64 {
    values
        .linkages
        .iter()
        .filter(|linkage| !keeps(scenario, &linkage.keeps, deal))
        .map(|linkage| level.of(linkage.loses))
        .sum()
}

/// Value of a deal to a party at the middle of the ranges, at least 0.
///
/// ```
/// # use we_can_wait::{scenario, negotiation::value};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let scenario = we_can_wait::library::open::embedded("moscow-1955")?;
/// let declaration = scenario.deal_id("joint_declaration").ok_or("no such deal")?;
/// for values in &scenario.values {
///     let worth = value::value(&scenario, values, &scenario.deal(declaration).deal, value::Level::Mid);
///     assert!(worth >= value::Level::Mid.of(values.reservation), "history's deal beats no deal");
/// }
/// # Ok(()) }
/// ```
pub fn value(scenario: &Scenario, values: &Values, deal: &[u16], level: Level) -> i64 {
    let preferences = values.preferences.iter().zip(deal);
    let sum: i64 =
        preferences.map(|(preference, pair)| level.of(preference.weight) * points_of(preference, *pair, level)).sum();
    (sum - broken_linkages(scenario, values, deal, level)).max(0)
}

/// Whether a deal meets a condition.
pub fn keeps(scenario: &Scenario, condition: &DealCondition, deal: &[u16]) -> bool {
    match condition {
        DealCondition::All(list) => list.iter().all(|c| keeps(scenario, c, deal)),
        DealCondition::Any(list) => list.iter().any(|c| keeps(scenario, c, deal)),
        DealCondition::Not(inner) => !keeps(scenario, inner, deal),
        DealCondition::If(first, second) => !keeps(scenario, first, deal) || keeps(scenario, second, deal),
        DealCondition::Is(issue, positions) => {
            pair_in(scenario, deal, *issue).is_some_and(|pair| positions.contains(&pair.position))
        }
        DealCondition::At(issue, timings) => {
            pair_in(scenario, deal, *issue).and_then(|pair| pair.timing).is_some_and(|timing| timings.contains(&timing))
        }
    }
}

/// One audience's verdict on a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the audience can accept the deal on each thing it looks at.
    pub looks: SmallVec<[bool; 8]>,
    /// Whether it accepts the deal as a whole.
    pub accepts: bool,
}

/// The verdict of one audience at a party's home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AudienceVerdict {
    pub party: PartyId,
    /// Index in the party's list of audiences.
    pub audience: usize,
    pub verdict: Verdict,
}

/// An audience's verdict on a deal. It accepts if no essential point fails and it can accept at least half of what it
/// looks at. Trust in the player at home (`home`, 0 to 100) moves that half by up to a quarter either way.
pub fn verdict(scenario: &Scenario, audience: &Audience, deal: &[u16], home: u8) -> Verdict {
    let looks: SmallVec<[bool; 8]> = audience.accepts.iter().map(|look| keeps(scenario, &look.accepts, deal)).collect();
    let essential = audience.accepts.iter().zip(&looks).all(|(look, yes)| *yes || !look.essential);
    let yes = looks.iter().filter(|yes| **yes).count();
    let share = if looks.is_empty() { 100 } else { yes * 100 / looks.len() };
    let needed = 75 - usize::from(home.min(100)) / 2;
    let accepts = essential && share >= needed;
    Verdict { looks, accepts }
}
