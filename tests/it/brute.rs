//! A brute force over small domains that shares nothing with the program: floats, every pair of deals compared.

#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, and every test builds this for itself"
)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// As near as floats have to come.
const NEAR: f64 = 1e-9;

/// A deal as values by issue.
pub type Deal = BTreeMap<String, String>;

/// A party of the brute force: what each value of each issue is worth, in floats, and the reservation value.
pub struct Party {
    pub worth: BTreeMap<(String, String), f64>,
    pub reservation: f64,
}

impl Party {
    fn value(&self, deal: &Deal) -> f64 {
        let worth = deal.iter().map(|(issue, value)| self.worth[&(issue.clone(), value.clone())]);
        worth.sum::<f64>().min(1.0)
    }
}

/// Every deal of some issues.
fn deals(issues: &[(String, Vec<String>)]) -> Vec<Deal> {
    let Some(((issue, values), rest)) = issues.split_first() else {
        return vec![Deal::new()];
    };
    let rest = deals(rest);
    values
        .iter()
        .flat_map(|value| {
            rest.iter().map(move |deal| {
                let mut deal = deal.clone();
                deal.insert(issue.clone(), value.clone());
                deal
            })
        })
        .collect()
}

/// What the brute force finds.
pub struct Brute {
    pub deals: usize,
    pub zone: usize,
    pub opposition: f64,
    /// Deals of the frontier with their values.
    pub frontier: Vec<(Deal, Vec<f64>)>,
    /// For each point the deals of the frontier that are as good as the best.
    pub points: BTreeMap<&'static str, BTreeSet<Deal>>,
}

pub fn brute(issues: &[(String, Vec<String>)], parties: &[Party]) -> Brute {
    let valued: Vec<(Deal, Vec<f64>)> = deals(issues)
        .into_iter()
        .map(|deal| {
            let values = parties.iter().map(|party| party.value(&deal)).collect();
            (deal, values)
        })
        .collect();
    let betters = |one: &[f64], other: &[f64]| {
        let pairs = || one.iter().zip(other);
        pairs().all(|(a, b)| *a >= b - NEAR) && pairs().any(|(a, b)| *a > b + NEAR)
    };
    let frontier: Vec<(Deal, Vec<f64>)> =
        valued.iter().filter(|(_, values)| !valued.iter().any(|(_, other)| betters(other, values))).cloned().collect();
    let acceptable = |values: &[f64]| {
        let mut pairs = values.iter().zip(parties);
        pairs.all(|(value, party)| *value >= party.reservation - NEAR)
    };
    let zone = valued.iter().filter(|(_, values)| acceptable(values));
    let best: Vec<f64> = (0..parties.len()).map(|p| valued.iter().map(|(_, v)| v[p]).fold(0.0, f64::max)).collect();
    let distance = |values: &Vec<f64>| -> f64 {
        let missing = values.iter().zip(&best);
        missing.map(|(v, b)| if *b > 0.0 { ((b - v) / b).powi(2) } else { 0.0 }).sum::<f64>().sqrt()
    };
    let opposition = valued.iter().map(|(_, values)| distance(values)).fold(f64::INFINITY, f64::min);
    Brute {
        deals: valued.len(),
        zone: zone.count(),
        opposition,
        points: points(&frontier, parties, &acceptable),
        frontier,
    }
}

fn points(
    frontier: &[(Deal, Vec<f64>)],
    parties: &[Party],
    acceptable: &dyn Fn(&[f64]) -> bool,
) -> BTreeMap<&'static str, BTreeSet<Deal>> {
    let gains = |values: &[f64]| -> Vec<f64> {
        let pairs = values.iter().zip(parties);
        pairs.map(|(v, party)| (v - party.reservation).max(0.0)).collect()
    };
    let inside: Vec<&(Deal, Vec<f64>)> = frontier.iter().filter(|(_, v)| acceptable(v)).collect();
    let most: Vec<f64> =
        (0..parties.len()).map(|p| inside.iter().map(|(_, v)| gains(v)[p]).fold(0.0, f64::max)).collect();
    let least = |numbers: &mut dyn Iterator<Item = f64>| numbers.fold(f64::INFINITY, f64::min);
    let best = |among: &[&(Deal, Vec<f64>)], score: &dyn Fn(&[f64]) -> f64| -> BTreeSet<Deal> {
        let highest = among.iter().map(|(_, v)| score(v)).fold(f64::NEG_INFINITY, f64::max);
        let as_good = |(_, v): &&&(Deal, Vec<f64>)| score(v) >= highest - NEAR || score(v) == highest;
        among.iter().filter(as_good).map(|(deal, _)| deal.clone()).collect()
    };
    let all: Vec<&(Deal, Vec<f64>)> = frontier.iter().collect();
    BTreeMap::from([
        ("nash", best(&inside, &|v| gains(v).iter().product())),
        (
            "kalai_smorodinsky",
            best(&inside, &|v| {
                let gains = gains(v);
                let shares = gains.iter().zip(&most).filter(|(_, most)| **most > NEAR);
                least(&mut shares.map(|(gain, most)| gain / most))
            }),
        ),
        ("egalitarian", best(&inside, &|v| least(&mut gains(v).into_iter()))),
        ("welfare", best(&all, &|v| v.iter().sum())),
    ])
}

/// What the program finds has to be what the brute force finds: the same deals, and numbers as near as floats come.
pub fn agree(found: &Value, brute: &Brute) {
    let near = |one: &Value, other: f64| {
        let one = one.as_f64().expect("it is a number");
        assert!((one - other).abs() < NEAR, "{one} is not {other}");
    };
    assert_eq!(found["deals"], brute.deals);
    assert_eq!(found["zone_of_agreement"], brute.zone);
    near(&found["opposition"], brute.opposition);
    let values: BTreeMap<&Deal, &Vec<f64>> = brute.frontier.iter().map(|(d, v)| (d, v)).collect();
    let listed = |key: &str| -> BTreeSet<Deal> {
        let outcomes = found[key].as_array().expect("it is a list");
        let mut all = BTreeSet::new();
        for outcome in outcomes {
            let deals: Vec<Deal> = serde_json::from_value(outcome["deals"].clone()).expect("deals");
            assert_eq!(outcome["count"], deals.len());
            for deal in deals {
                let expected = values.get(&deal).unwrap_or_else(|| panic!("{key}: {deal:?} is not on the frontier"));
                for (value, expected) in outcome["values"].as_array().expect("values").iter().zip(*expected) {
                    near(value, *expected);
                }
                assert!(all.insert(deal), "{key} lists a deal twice");
            }
        }
        all
    };
    let on_frontier: BTreeSet<Deal> = values.keys().map(|deal| (*deal).clone()).collect();
    assert_eq!(listed("frontier"), on_frontier);
    for (point, expected) in &brute.points {
        assert_eq!(&listed(point), expected, "{point}");
    }
}
