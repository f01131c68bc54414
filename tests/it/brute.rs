//! A brute force over small domains that shares nothing with the program: it reads in its own way, compares every two deals, and
//! counts in fractions.

#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, and every test builds this for itself"
)]

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One as _, Pow as _, Signed as _, ToPrimitive as _, Zero as _};
use serde_json::Value;

/// As near as floats have to come, where the program rounds.
const NEAR: f64 = 1e-9;

/// A deal as values by issue.
pub type Deal = BTreeMap<String, String>;

/// Names of issues with their values.
pub type Issues = Vec<(String, Vec<String>)>;

/// A party of the brute force: what each value of each issue is worth, and the reservation value.
pub struct Party {
    pub worth: BTreeMap<(String, String), BigRational>,
    pub reservation: BigRational,
}

impl Party {
    fn value(&self, deal: &Deal) -> BigRational {
        let worth = deal.iter().map(|(issue, value)| &self.worth[&(issue.clone(), value.clone())]);
        worth.sum::<BigRational>().min(BigRational::one())
    }
}

/// A number as files and the program write it: `-1.5E-3` or `7/12`.
pub fn number(text: &str) -> BigRational {
    if let Some((above, below)) = text.split_once('/') {
        return number(above) / number(below);
    }
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (before, behind) = digits.split_once('.').unwrap_or((digits, ""));
    let whole: BigInt = format!("{before}{behind}").parse().expect("digits");
    let exponent =
        exponent.parse::<i32>().expect("a whole exponent") - i32::try_from(behind.len()).expect("few digits");
    let power = BigRational::from_integer(BigInt::from(10).pow(exponent.unsigned_abs()));
    let whole = BigRational::from_integer(whole);
    if exponent < 0 { whole / power } else { whole * power }
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

/// A deal with its value for each party, and the rank of that among all of the party's.
struct Valued {
    deal: Deal,
    values: Vec<BigRational>,
    ranks: Vec<usize>,
}

/// What the brute force finds.
pub struct Brute {
    pub deals: usize,
    pub zone: usize,
    pub opposition: f64,
    /// Deals of the frontier with their values.
    pub frontier: Vec<(Deal, Vec<BigRational>)>,
    /// For each point the deals of the frontier that are as good as the best.
    pub points: BTreeMap<&'static str, BTreeSet<Deal>>,
}

pub fn brute(issues: &[(String, Vec<String>)], parties: &[Party]) -> Brute {
    let valued: Vec<(Deal, Vec<BigRational>)> = deals(issues)
        .into_iter()
        .map(|deal| {
            let values = parties.iter().map(|party| party.value(&deal)).collect();
            (deal, values)
        })
        .collect();
    let sorted: Vec<Vec<&BigRational>> = (0..parties.len())
        .map(|party| {
            let mut values: Vec<&BigRational> = valued.iter().map(|(_, values)| &values[party]).collect();
            values.sort();
            values.dedup();
            values
        })
        .collect();
    let ranked: Vec<Valued> = valued
        .iter()
        .map(|(deal, values)| {
            let both = values.iter().zip(&sorted);
            let ranks = both.map(|(value, sorted)| sorted.binary_search(&value).expect("it is there"));
            Valued { deal: deal.clone(), values: values.clone(), ranks: ranks.collect() }
        })
        .collect();
    let betters = |one: &[usize], other: &[usize]| one != other && one.iter().zip(other).all(|(a, b)| a >= b);
    let frontier: Vec<(Deal, Vec<BigRational>)> = ranked
        .iter()
        .filter(|own| !ranked.iter().any(|other| betters(&other.ranks, &own.ranks)))
        .map(|own| (own.deal.clone(), own.values.clone()))
        .collect();
    let acceptable = |values: &[BigRational]| {
        let mut pairs = values.iter().zip(parties);
        pairs.all(|(value, party)| *value >= party.reservation)
    };
    let zone = valued.iter().filter(|(_, values)| acceptable(values));
    let float = |part: BigRational| (part * number("1e15")).to_integer().to_f64().expect("it is small") / 1e15;
    let distance = |values: &Vec<BigRational>| -> f64 {
        let missing = values.iter().zip(&sorted).map(|(value, sorted)| {
            let best: &BigRational = sorted.last().expect("there are deals");
            if best.is_positive() { float((best - value) / best).powi(2) } else { 0.0 }
        });
        missing.sum::<f64>().sqrt()
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
    frontier: &[(Deal, Vec<BigRational>)],
    parties: &[Party],
    acceptable: &dyn Fn(&[BigRational]) -> bool,
) -> BTreeMap<&'static str, BTreeSet<Deal>> {
    let gains = |values: &[BigRational]| -> Vec<BigRational> {
        let pairs = values.iter().zip(parties);
        pairs.map(|(value, party)| value - &party.reservation).collect()
    };
    let inside: Vec<&(Deal, Vec<BigRational>)> = frontier.iter().filter(|(_, v)| acceptable(v)).collect();
    let most: Vec<BigRational> = (0..parties.len())
        .map(|party| {
            let gains = inside.iter().map(|(_, values)| gains(values)[party].clone());
            gains.max().unwrap_or_else(BigRational::zero)
        })
        .collect();
    let best = |among: &[&(Deal, Vec<BigRational>)], score: &dyn Fn(&[BigRational]) -> Option<BigRational>| {
        let highest = among.iter().map(|(_, values)| score(values)).max();
        let as_good = among.iter().filter(|(_, values)| Some(score(values)) == highest);
        as_good.map(|(deal, _)| deal.clone()).collect::<BTreeSet<Deal>>()
    };
    let all: Vec<&(Deal, Vec<BigRational>)> = frontier.iter().collect();
    BTreeMap::from([
        ("nash", best(&inside, &|values| Some(gains(values).into_iter().product()))),
        (
            "kalai_smorodinsky",
            best(&inside, &|values| {
                let gains = gains(values);
                let shares = gains.iter().zip(&most).filter(|(_, most)| most.is_positive());
                shares.map(|(gain, most)| gain / most).min()
            }),
        ),
        ("egalitarian", best(&inside, &|values| gains(values).into_iter().min())),
        ("welfare", best(&all, &|values| Some(values.iter().sum()))),
    ])
}

/// What the program finds has to be what the brute force finds: the same deals, and the same numbers to the last digit.
pub fn agree(found: &Value, brute: &Brute) {
    assert_eq!(found["deals"], brute.deals);
    assert_eq!(found["zone_of_agreement"], brute.zone);
    let opposition = found["opposition"].as_f64().expect("it is a number");
    assert!((opposition - brute.opposition).abs() < NEAR, "{opposition} is not {}", brute.opposition);
    let values: BTreeMap<&Deal, &Vec<BigRational>> = brute.frontier.iter().map(|(d, v)| (d, v)).collect();
    let listed = |key: &str| -> BTreeSet<Deal> {
        let outcomes = found[key].as_array().expect("it is a list");
        let mut all = BTreeSet::new();
        for outcome in outcomes {
            let exact: Vec<BigRational> = outcome["exact"]
                .as_array()
                .expect("values")
                .iter()
                .map(|value| number(value.as_str().expect("it is written out")))
                .collect();
            let rounded = outcome["values"].as_array().expect("values").iter().zip(&exact);
            for (rounded, exact) in rounded {
                let (rounded, exact) = (rounded.as_f64().expect("a number"), exact.to_f64().expect("a number"));
                assert!((rounded - exact).abs() < NEAR, "{rounded} is not {exact}");
            }
            let deals: Vec<Deal> = serde_json::from_value(outcome["deals"].clone()).expect("deals");
            assert_eq!(outcome["count"], deals.len());
            for deal in deals {
                let expected = values.get(&deal).unwrap_or_else(|| panic!("{key}: {deal:?} is not on the frontier"));
                assert_eq!(&&exact, expected, "{key}: {deal:?}");
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
