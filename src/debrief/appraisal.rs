//! Compares the report with all possible deals: its place on the map of values, what was left on the table, and how
//! certain that is.

use crate::analysis::{Outcome, Space, SpaceError, by_blocks, solutions};
use crate::negotiation::journal::Game;
use crate::negotiation::report::Judgement;
use crate::scenario::resolved::{Deal, Scenario};
use crate::scenario::{DealId, SeatId};

use super::claims::{Claim, Deals, Scales, Sureness, Weighed, Which};
use super::flips::{Flip, flips};
use super::weights::Weights;

/// What a point on the map represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointKind {
    /// The report as the talk has earned it.
    Earned,
    /// The report as written, if that is a different deal.
    Claimed,
    /// A named deal of the scenario.
    Named(DealId),
    /// The deal with the largest product of gains over the reservation values (Nash 1950).
    Nash,
    /// The deal that maximises the smallest share of a party's possible gain (Kalai and Smorodinsky 1975).
    KalaiSmorodinsky,
}

/// A deal on the map of values. One deal can be of several kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What the point represents, most important first.
    pub kinds: Vec<PointKind>,
    pub deal: Deal,
    /// Value to each party, 0 to 10,000.
    pub values: Vec<i64>,
    /// Whether each party is at least as well off as without a deal.
    pub acceptable: Vec<bool>,
    /// No possible deal is better for one party and at least as good for the others.
    pub on_frontier: bool,
}

/// A claim, and the number of weightings that agree with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeighedClaim {
    pub claim: Claim,
    /// Whether the claim holds under the weights shown.
    pub holds: bool,
    /// Number of weightings that give the same answer as `holds`.
    pub agree: u32,
    pub of: u32,
}

/// The report compared with all deals, under one set of weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appraisal {
    pub weights: Weights,
    /// The deals shown by name on the map, the report first.
    pub points: Vec<Point>,
    /// The frontier, sorted by falling value to the first party.
    pub frontier: Vec<Outcome>,
    pub reservations: Vec<i64>,
    /// The smallest change to issues in play that improves the report for one party and harms no other.
    pub swap: Option<Outcome>,
    /// The report and the named deals, ranked for each party by falling value.
    pub rankings: Vec<Vec<(Which, i64)>>,
    pub claims: Vec<WeighedClaim>,
    /// Number of weightings drawn.
    pub of: u32,
    /// The weights that would reverse a claim, starting from the author's weights.
    pub flips: Vec<Flip>,
}

/// Everything that stays the same when a weight is moved: the deals compared, the weightings, and what would reverse a
/// claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tested {
    pub deals: Deals,
    claimed: Option<Deal>,
    sureness: Sureness,
    flips: Vec<Flip>,
}

/// The deal stated by a report, clause by clause.
fn claimed(scenario: &Scenario, judgement: &Judgement) -> Option<Deal> {
    let clauses = judgement.clauses.iter().map(|clause| {
        let pairs = &scenario.issue(clause.issue).pairs;
        let place = pairs.iter().position(|pair| *pair == clause.reported)?;
        u16::try_from(place).ok()
    });
    clauses.collect()
}

impl Tested {
    /// Tests the report of a seat that a person played.
    ///
    /// # Errors
    /// Returns an error if the scenario has too many deals to search.
    pub fn of(game: &Game, seat: SeatId) -> Result<Self, SpaceError> {
        let session = &game.session;
        let scenario = session.scenario();
        let judgement = session.judgement_of(seat);
        let length = scenario.length(session.setup().length);
        let in_play = scenario.issue_ids().take(scenario.deal_issues()).map(|issue| length.plays(issue));
        let report = judgement.as_ref().map(|judgement| judgement.earned.clone());
        let deals = Deals::new(scenario, report, in_play.collect());
        let sureness = Sureness::of(scenario, &deals)?;
        let mut tested = Self {
            claimed: judgement.filter(|judgement| judgement.sent).and_then(|judgement| claimed(scenario, &judgement)),
            deals,
            sureness,
            flips: Vec::new(),
        };
        let authored = Weights::authored(scenario);
        let mut scales = Scales::new(scenario, &tested.deals);
        let now = scales.weigh(&authored)?;
        let claims: Vec<Claim> = tested.claims(scenario, &now).iter().map(|t| t.claim).collect();
        let flips = flips(scenario, &mut scales, &authored, &claims)?;
        tested.flips = flips;
        Ok(tested)
    }

    /// Appraises the report under a set of weights.
    ///
    /// # Errors
    /// Returns an error if the scenario has too many deals to search.
    pub fn under(&self, scenario: &Scenario, weights: &Weights) -> Result<Appraisal, SpaceError> {
        let now = Scales::new(scenario, &self.deals).weigh(weights)?;
        let space = weights.space(scenario)?;
        let frontier = by_blocks(&space);
        Ok(Appraisal {
            weights: weights.clone(),
            points: self.points(scenario, &space, &frontier),
            reservations: space.parties.iter().map(|p| p.reservation).collect(),
            swap: self.deals.swap(scenario, weights)?,
            rankings: self.rankings(scenario, &now),
            claims: self.claims(scenario, &now),
            of: self.sureness.len(),
            flips: self.flips.clone(),
            frontier,
        })
    }

    fn points(&self, scenario: &Scenario, space: &Space, frontier: &[Outcome]) -> Vec<Point> {
        let named = scenario.deal_ids().zip(&scenario.deals);
        let singled = solutions(space, frontier);
        let solution = |kind, place: Option<usize>| {
            let outcome = frontier.get(place?)?;
            Some((kind, &outcome.deal))
        };
        let earned = self.deals.report.iter();
        let all = earned
            .map(|deal| (PointKind::Earned, deal))
            .chain(self.claimed.iter().map(|deal| (PointKind::Claimed, deal)))
            .chain(named.map(|(id, named)| (PointKind::Named(id), &named.deal)))
            .chain(solution(PointKind::Nash, singled.nash))
            .chain(solution(PointKind::KalaiSmorodinsky, singled.kalai_smorodinsky));
        let mut points: Vec<Point> = Vec::new();
        for (kind, deal) in all {
            match points.iter_mut().find(|point| point.deal == *deal) {
                // A report earned exactly as written is one point with one name.
                Some(_) if kind == PointKind::Claimed => {}
                Some(point) => point.kinds.push(kind),
                None => points.push(point(space, frontier, kind, deal)),
            }
        }
        points
    }

    fn rankings(&self, scenario: &Scenario, now: &Weighed) -> Vec<Vec<(Which, i64)>> {
        let parties = 0..scenario.values.len();
        let ranking = |party: usize| {
            let deals = self.deals.which();
            let mut ranking: Vec<(Which, i64)> =
                deals.filter_map(|which| Some((which, now.value(which, party)?))).collect();
            ranking.sort_by(|(a, x), (b, y)| y.cmp(x).then(a.cmp(b)));
            ranking
        };
        parties.map(ranking).collect()
    }

    /// The claims worth showing: all about the report, and any others that don't come out the same in every weighting.
    fn claims(&self, scenario: &Scenario, now: &Weighed) -> Vec<WeighedClaim> {
        let parties = || 0..scenario.values.len();
        let mut claims = Vec::new();
        if self.deals.report.is_some() {
            let deal = Which::Report;
            claims.push(self.weighed(now, Claim::Dominated));
            claims.extend(parties().map(|party| self.weighed(now, Claim::Acceptable { deal, party })));
        }
        for (party, ranking) in self.rankings(scenario, now).iter().enumerate() {
            let steps = ranking.iter().zip(ranking.iter().skip(1));
            let steps = steps.filter(|((_, higher), (_, lower))| higher > lower);
            let steps = steps.map(|((deal, _), (to, _))| Claim::Prefers { deal: *deal, to: *to, party });
            let steps = steps.map(|claim| self.weighed(now, claim));
            claims.extend(steps.filter(|claim| claim.agree < claim.of));
        }
        for deal in scenario.deal_ids().map(Which::Named) {
            let acceptable = parties().map(|party| self.weighed(now, Claim::Acceptable { deal, party }));
            claims.extend(acceptable.filter(|claim| claim.agree < claim.of));
        }
        claims
    }

    fn weighed(&self, now: &Weighed, claim: Claim) -> WeighedClaim {
        let holds = now.holds(claim);
        let (agree, of) = self.sureness.agree(claim, holds);
        WeighedClaim { claim, holds, agree, of }
    }
}

fn point(space: &Space, frontier: &[Outcome], kind: PointKind, deal: &Deal) -> Point {
    let values = space.values(deal);
    let at_least = |outcome: &Outcome| {
        let both = outcome.values.iter().zip(&values);
        outcome.values != values && both.clone().all(|(theirs, own)| theirs >= own)
    };
    let acceptable = values.iter().zip(&space.parties);
    Point {
        kinds: vec![kind],
        deal: deal.clone(),
        acceptable: acceptable.map(|(v, p)| *v >= p.reservation).collect(),
        on_frontier: !frontier.iter().any(at_least),
        values,
    }
}
