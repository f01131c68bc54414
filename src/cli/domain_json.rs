//! What `analyze` found out about a domain of another program, for programs: everything by the names of the files, numbers both
//! rounded and exact.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::domain::{Domain, Fraction, Scale};
use crate::analysis::{OPPOSITION_WHOLE, Survey};

use super::foreign_domains::Origin;

/// Places behind the point of the rounded numbers.
const PLACES: u32 = 12;

#[derive(Serialize)]
pub(super) struct Told<'a> {
    format: &'static str,
    domain: &'a str,
    /// So many units make a utility of 1: the least common denominator of all utilities.
    scale: String,
    issues: Vec<ToldIssue<'a>>,
    deals: usize,
    zone_of_agreement: usize,
    zone_per_mille: usize,
    opposition: f64,
    parties: Vec<ToldParty<'a>>,
    frontier: Vec<ToldOutcome<'a>>,
    nash: Vec<ToldOutcome<'a>>,
    kalai_smorodinsky: Vec<ToldOutcome<'a>>,
    egalitarian: Vec<ToldOutcome<'a>>,
    welfare: Vec<ToldOutcome<'a>>,
}

#[derive(Serialize)]
struct ToldIssue<'a> {
    issue: &'a str,
    values: &'a [String],
}

/// A number rounded, and exactly: written out where it ends, else as a fraction.
#[derive(Serialize)]
struct Number {
    rounded: f64,
    exact: String,
}

#[derive(Serialize)]
struct ToldParty<'a> {
    profile: &'a str,
    reservation: Number,
    best: Number,
    discount_factor: Option<Number>,
    discount_applied: bool,
    left_aside: &'a [String],
}

/// An outcome with every deal that gives it. Of a point the first outcome is the one it comes to; the others are as good by its
/// definition.
#[derive(Serialize)]
struct ToldOutcome<'a> {
    values: Vec<f64>,
    exact: Vec<String>,
    count: usize,
    deals: Vec<BTreeMap<&'a str, &'a str>>,
}

pub(super) fn told<'a>(origin: Origin, domain: &'a Domain, scale: Scale, survey: &Survey<i128>) -> Told<'a> {
    let outcome = |place: usize| told_outcome(domain, scale, survey, place);
    let point = |chosen: Option<usize>, places: &[usize]| {
        let others = places.iter().copied().filter(|place| Some(*place) != chosen);
        let places = chosen.into_iter().chain(others);
        places.filter_map(outcome).collect()
    };
    let (solutions, ties) = (&survey.solutions, &survey.ties);
    let deals = survey.space.deals();
    let issues = domain.topic.issues.iter();
    Told {
        format: origin.key(),
        domain: &domain.topic.name,
        scale: scale.units().to_string(),
        issues: issues.map(|issue| ToldIssue { issue: &issue.name, values: &issue.values }).collect(),
        deals,
        zone_of_agreement: survey.zone,
        zone_per_mille: survey.zone.saturating_mul(1_000) / deals.max(1),
        opposition: opposition(survey.opposition),
        parties: parties(domain, scale, survey),
        frontier: (0..survey.frontier.len()).filter_map(outcome).collect(),
        nash: point(solutions.nash, &ties.nash),
        kalai_smorodinsky: point(solutions.kalai_smorodinsky, &ties.kalai_smorodinsky),
        egalitarian: point(solutions.egalitarian, &ties.egalitarian),
        welfare: point(solutions.welfare, &ties.welfare),
    }
}

fn parties<'a>(domain: &'a Domain, scale: Scale, survey: &Survey<i128>) -> Vec<ToldParty<'a>> {
    let parties = domain.profiles.iter().zip(&survey.space.parties);
    let told = parties.enumerate().map(|(place, (profile, party))| {
        let values = survey.frontier.iter();
        let best = values.filter_map(|outcome| outcome.values.get(place)).max();
        ToldParty {
            profile: &profile.name,
            reservation: number(scale.utility(party.reservation)),
            best: number(scale.utility(best.copied().unwrap_or_default())),
            discount_factor: profile.discount.map(number),
            discount_applied: false,
            left_aside: &profile.aside,
        }
    });
    told.collect()
}

fn told_outcome<'a>(domain: &'a Domain, scale: Scale, survey: &Survey<i128>, place: usize) -> Option<ToldOutcome<'a>> {
    let (outcome, alike) = (survey.frontier.get(place)?, survey.alike.get(place)?);
    let values = || outcome.values.iter().map(|value| scale.utility(*value));
    let deals = alike.deals.iter();
    Some(ToldOutcome {
        values: values().map(rounded).collect(),
        exact: values().map(|value| value.to_string()).collect(),
        count: alike.count,
        deals: deals.map(|deal| domain.named(deal).into_iter().collect()).collect(),
    })
}

fn number(number: Fraction) -> Number {
    Number { rounded: rounded(number), exact: number.to_string() }
}

/// Rounded in decimals first, so that the only thing a float does is to carry them.
fn rounded(number: Fraction) -> f64 {
    number.rounded(PLACES).parse().unwrap_or_default()
}

fn opposition(units: u64) -> f64 {
    let whole = Fraction::new(i128::from(units), i128::from(OPPOSITION_WHOLE));
    whole.map_or(0.0, rounded)
}
