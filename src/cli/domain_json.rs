//! The JSON output of `analyze` for a domain of another program. It uses the names in the files, and gives numbers
//! both rounded and exact.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::domain::{Domain, Found, Fraction, Profile, exact, rounded};
use crate::analysis::{OPPOSITION_WHOLE, Reached};

use super::foreign_domains::Opened;

/// Number of decimal places of rounded numbers.
const PLACES: usize = 12;

#[derive(Serialize)]
pub(super) struct Told<'a> {
    format: &'static str,
    domain: &'a str,
    /// Number of units in a utility of 1: the least common denominator of all utilities.
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
    /// Elements of the domain that were ignored.
    left_aside: &'a [String],
    /// Files in the folder that contain no domain or profile.
    left_out: &'a [String],
    warnings: Vec<&'a str>,
    /// What is missing because the search was stopped: some of the deals with the frontier's values, or the frontier
    /// and all solutions. `None` if nothing is missing.
    stopped_before: Option<&'static str>,
}

#[derive(Serialize)]
struct ToldIssue<'a> {
    issue: &'a str,
    values: &'a [String],
}

/// A number, both rounded and exact. The exact form is a decimal if that ends, otherwise a fraction.
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

/// An outcome, with every deal that has its values. For a solution, the first outcome is the solution itself and the
/// others are equally good by its definition.
#[derive(Serialize)]
struct ToldOutcome<'a> {
    values: Vec<f64>,
    exact: Vec<String>,
    count: usize,
    deals: Vec<BTreeMap<&'a str, &'a str>>,
}

pub(super) fn told<'a>(opened: &'a Opened, found: &'a Found) -> Told<'a> {
    let domain = &opened.domain;
    let outcome = |place: usize| told_outcome(domain, found, place);
    let point = |chosen: Option<usize>, places: &[usize]| {
        let others = places.iter().copied().filter(|place| Some(*place) != chosen);
        let places = chosen.into_iter().chain(others);
        places.filter_map(outcome).collect()
    };
    let (solutions, ties) = (&found.solutions, &found.ties);
    let issues = domain.topic.issues.iter();
    Told {
        format: opened.origin.key(),
        domain: &domain.topic.name,
        scale: found.scale.to_string(),
        issues: issues.map(|issue| ToldIssue { issue: &issue.name, values: &issue.values }).collect(),
        deals: found.deals,
        zone_of_agreement: found.zone,
        zone_per_mille: found.zone.saturating_mul(1_000) / found.deals.max(1),
        opposition: float(&Fraction::new(found.opposition.into(), OPPOSITION_WHOLE.into())),
        parties: domain.profiles.iter().map(party).collect(),
        frontier: (0..found.frontier.len()).filter_map(outcome).collect(),
        nash: point(solutions.nash, &ties.nash),
        kalai_smorodinsky: point(solutions.kalai_smorodinsky, &ties.kalai_smorodinsky),
        egalitarian: point(solutions.egalitarian, &ties.egalitarian),
        welfare: point(solutions.welfare, &ties.welfare),
        left_aside: &domain.topic.aside,
        left_out: &opened.left_out,
        warnings: domain.warnings().collect(),
        stopped_before: match found.reached {
            Reached::Everything => None,
            Reached::Frontier => Some("deals"),
            Reached::Zone => Some("frontier"),
        },
    }
}

fn party(profile: &Profile) -> ToldParty<'_> {
    ToldParty {
        profile: &profile.name,
        reservation: number(&profile.reservation),
        best: number(&profile.best()),
        discount_factor: profile.discount.as_ref().map(number),
        discount_applied: false,
        left_aside: &profile.aside,
    }
}

fn told_outcome<'a>(domain: &'a Domain, found: &Found, place: usize) -> Option<ToldOutcome<'a>> {
    let (outcome, alike) = (found.frontier.get(place)?, found.alike.get(place)?);
    let deals = alike.deals.iter();
    Some(ToldOutcome {
        values: outcome.values.iter().map(float).collect(),
        exact: outcome.values.iter().map(exact).collect(),
        count: alike.count,
        deals: deals.map(|deal| domain.named(deal).into_iter().collect()).collect(),
    })
}

fn number(number: &Fraction) -> Number {
    Number { rounded: float(number), exact: exact(number) }
}

/// Rounds in decimal first, so that the float only carries the result.
fn float(number: &Fraction) -> f64 {
    rounded(number, PLACES).parse().unwrap_or_default()
}
