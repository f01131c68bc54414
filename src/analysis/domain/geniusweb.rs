//! Reads GeniusWeb files, which are JSON. A profile includes its domain. A file with just the domain may accompany the
//! profiles.
//!
//! The numbers have the same meaning as in the GeniusWeb classes `LinearAdditiveUtilitySpace` and
//! `DiscreteValueSetUtilities` and its page on profiles
//! (<https://tracinsy.ewi.tudelft.nl/pubtrac/GeniusWeb/wiki/WikiStart>):
//!
//! - Utilities of values are between 0 and 1 and used as written. Weights add up to exactly 1.
//! - Every value of the domain has a utility, and there are no others.
//! - The reservation value is the utility of the reservation bid. An issue the bid leaves out counts as 0. Without a
//!   reservation bid, any agreement is better than none, so the value is 0.
//!
//! The utilities of an issue may be spelled `discreteutils` or `DiscreteValueSetUtilities`. GeniusWeb computes with
//! decimals, and so does this module.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use num_traits::{One as _, Signed as _, Zero as _};

use super::{
    Domain, DomainError, Fault, Fraction, Issue, MOST_ISSUES, MOST_NAME, Profile, Topic, begin_of, decimal, exact,
    place, scale,
};

/// The contents of a GeniusWeb file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    Domain(Topic),
    /// A profile with its domain.
    Profile(Topic, Box<Profile>),
}

/// Parses a file.
///
/// # Errors
/// If it isn't JSON, or is neither a discrete domain nor a linear additive profile. The error says why and where.
pub fn read(text: &str) -> Result<File, DomainError> {
    let outer: Pairs<&RawValue> = parsed(text, text)?;
    let is_domain = outer.0.iter().any(|(key, _)| key == "issuesValues");
    if is_domain {
        let domain: DomainForm<'_> = parsed(text, text)?;
        return topic(text, domain).map(File::Domain);
    }
    let Some((kind, inner)) = outer.0.first() else {
        let what = "a profile (\"LinearAdditiveUtilitySpace\") or a domain (\"issuesValues\")";
        return Err(missing(what.to_owned()).anywhere());
    };
    let (line, column) = place_of(text, inner.get());
    if kind != "LinearAdditiveUtilitySpace" || outer.0.len() > 1 {
        let odd = outer.0.iter().map(|(key, _)| key.as_str());
        let odd = odd.filter(|key| *key != "LinearAdditiveUtilitySpace").collect::<Vec<_>>().join(", ");
        return Err(unsupported(format!("\"{odd}\"")).at(line, column));
    }
    let form: ProfileForm<'_> = parsed(text, inner.get())?;
    profile(text, form)
}

/// Combines files into a domain. All of them have to be about the same issues and values. Profiles keep their order.
///
/// # Errors
/// If two files have different domains.
pub fn domain(files: Vec<File>) -> Result<Domain, DomainError> {
    let mut topic: Option<Topic> = None;
    let mut profiles = Vec::new();
    for file in files {
        let (own, profile) = match file {
            File::Domain(own) => (own, None),
            File::Profile(own, profile) => (own, Some(profile)),
        };
        let first = topic.get_or_insert_with(|| own.clone());
        let name = profile.as_ref().map_or(&own.name, |profile| &profile.name);
        let Some(order) = order(first, &own) else {
            return Err(Fault::OtherDomain(name.clone()).anywhere());
        };
        profiles
            .extend(profile.map(|profile| Profile { utilities: reordered(&order, &profile.utilities), ..*profile }));
    }
    let topic = topic.ok_or_else(|| Fault::Parties(0).anywhere())?;
    Ok(Domain { topic, profiles })
}

/// For each issue and value of `topic`, its index in `other`; `None` if they differ in more than order.
fn order(topic: &Topic, other: &Topic) -> Option<Vec<(usize, Vec<usize>)>> {
    let issues = topic.issues.iter().map(|issue| {
        let place = other.issues.iter().position(|own| own.name == issue.name)?;
        let own = other.issues.get(place)?;
        let places = own.places();
        let values = issue.values.iter();
        let values = values.map(|value| places.get(value.as_str()).copied());
        let values = values.collect::<Option<Vec<_>>>()?;
        (own.values.len() == values.len()).then_some((place, values))
    });
    let issues = issues.collect::<Option<Vec<_>>>()?;
    (other.issues.len() == issues.len()).then_some(issues)
}

fn reordered(order: &[(usize, Vec<usize>)], utilities: &[Vec<Fraction>]) -> Vec<Vec<Fraction>> {
    let issues = order.iter().filter_map(|(issue, values)| {
        let utilities = utilities.get(*issue)?;
        let values = values.iter();
        Some(values.filter_map(|value| utilities.get(*value).cloned()).collect())
    });
    issues.collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileForm<'a> {
    #[serde(borrow)]
    domain: &'a RawValue,
    name: String,
    #[serde(borrow, rename = "issueUtilities")]
    utilities: Pairs<Pairs<&'a RawValue>>,
    #[serde(borrow, rename = "issueWeights")]
    weights: Pairs<&'a RawValue>,
    #[serde(default, rename = "reservationBid")]
    reservation: Option<BidForm<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DomainForm<'a> {
    #[serde(default)]
    name: String,
    #[serde(borrow, rename = "issuesValues")]
    issues: Pairs<Pairs<&'a RawValue>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BidForm<'a> {
    #[serde(borrow, rename = "issuevalues")]
    values: Pairs<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DiscreteForm<'a> {
    #[serde(borrow, rename = "valueUtilities")]
    values: Pairs<&'a RawValue>,
}

fn topic(text: &str, form: DomainForm<'_>) -> Result<Topic, DomainError> {
    let mut issues = Vec::new();
    for (name, kinds) in form.issues.0 {
        if issues.len() == MOST_ISSUES {
            return Err(Fault::TooManyIssues.anywhere());
        }
        let issue = || format!("issue \"{name}\"");
        let values = one(text, &kinds, &["values"], &issue)?;
        let values: Vec<String> = parsed(text, values.get())?;
        if values.iter().chain([&name]).any(|name| name.len() > MOST_NAME) {
            return Err(Fault::TooLong { what: "a name" }.anywhere());
        }
        if values.is_empty() {
            return Err(missing(format!("a value of {}", issue())).anywhere());
        }
        let mut known = HashSet::new();
        if let Some(value) = values.iter().find(|value| !known.insert(value.as_str())) {
            let what = format!("value \"{value}\" of {}", issue());
            return Err(Fault::Twice { what }.anywhere());
        }
        issues.push(Issue { name, values });
    }
    if issues.is_empty() {
        return Err(missing("an issue".to_owned()).anywhere());
    }
    Ok(Topic { name: form.name, issues, aside: Vec::new(), warnings: Vec::new() })
}

fn profile(text: &str, form: ProfileForm<'_>) -> Result<File, DomainError> {
    let topic = topic(text, parsed(text, form.domain.get())?)?;
    let known = |name: &str| topic.issues.iter().any(|issue| issue.name == name);
    let named = form.utilities.0.iter().map(|(name, _)| name);
    let mut named = named.chain(form.weights.0.iter().map(|(name, _)| name));
    if let Some(name) = named.find(|name| !known(name)) {
        let what = format!("issue \"{name}\"");
        return Err(Fault::Unknown { what }.anywhere());
    }
    let weights = weights(text, &form, &topic)?;
    let evaluations = topic.issues.iter().map(|issue| evaluations(text, &form, issue));
    let evaluations = evaluations.collect::<Result<Vec<_>, _>>()?;
    let weighed = weights.iter().zip(&evaluations);
    let utilities = weighed.map(|(weight, evaluations)| evaluations.iter().map(|own| own * weight).collect());
    let utilities: Vec<Vec<Fraction>> = utilities.collect();
    let reservation = match &form.reservation {
        Some(bid) => reservation(text, bid, &topic, &utilities)?,
        None => Fraction::zero(),
    };
    let scale = scale(utilities.iter().flatten().chain([&reservation]));
    let profile = Profile {
        scale: scale.ok_or_else(|| Fault::Overflow { what: "its utilities".to_owned() }.anywhere())?,
        name: form.name,
        utilities,
        reservation,
        ceiling: None,
        discount: None,
        aside: Vec::new(),
        warnings: Vec::new(),
    };
    Ok(File::Profile(topic, Box::new(profile)))
}

/// The weight of each issue of the domain.
fn weights(text: &str, form: &ProfileForm<'_>, topic: &Topic) -> Result<Vec<Fraction>, DomainError> {
    let given: HashMap<&str, &RawValue> = form.weights.by_name();
    let mut weights = Vec::new();
    for issue in &topic.issues {
        let what = || format!("the weight of issue \"{}\"", issue.name);
        let raw = given.get(issue.name.as_str());
        let raw = raw.ok_or_else(|| missing(what()).anywhere())?;
        weights.push(share(text, raw, what)?);
    }
    let sum: Fraction = weights.iter().sum();
    if !sum.is_one() {
        let (profile, sum) = (form.name.clone(), exact(&sum));
        return Err(Fault::Weights { profile, sum }.anywhere());
    }
    Ok(weights)
}

/// The utility of each value of an issue.
fn evaluations(text: &str, form: &ProfileForm<'_>, issue: &Issue) -> Result<Vec<Fraction>, DomainError> {
    let told = || format!("issue \"{}\"", issue.name);
    let mut given = form.utilities.0.iter();
    let (_, kinds) = given
        .find(|(name, _)| *name == issue.name)
        .ok_or_else(|| missing(format!("the utilities of {}", told())).anywhere())?;
    let spellings = ["discreteutils", "DiscreteValueSetUtilities"];
    let discrete = one(text, kinds, &spellings, &told)?;
    let discrete: DiscreteForm<'_> = parsed(text, discrete.get())?;
    let places = issue.places();
    let mut evaluations = vec![None; issue.values.len()];
    for (value, raw) in &discrete.values.0 {
        let what = || format!("value \"{value}\" of {}", told());
        let place = places.get(value.as_str());
        let Some(slot) = place.and_then(|place| evaluations.get_mut(*place)) else {
            let (line, column) = place_of(text, raw.get());
            return Err(Fault::Unknown { what: what() }.at(line, column));
        };
        *slot = Some(share(text, raw, || format!("the utility of {}", what()))?);
    }
    let whole = evaluations.into_iter().zip(&issue.values);
    whole
        .map(|(evaluation, value)| {
            let what = || format!("the utility of value \"{value}\" of {}", told());
            evaluation.ok_or_else(|| missing(what()).anywhere())
        })
        .collect()
}

/// The utility of the reservation bid.
fn reservation(
    text: &str,
    bid: &BidForm<'_>,
    topic: &Topic,
    utilities: &[Vec<Fraction>],
) -> Result<Fraction, DomainError> {
    let mut sum = Fraction::zero();
    for (name, raw) in &bid.values.0 {
        let unknown = |what: String| {
            let (line, column) = place_of(text, raw.get());
            Fault::Unknown { what: format!("{what} of the reservation bid") }.at(line, column)
        };
        let place = topic.issues.iter().position(|issue| issue.name == *name);
        let issue = place.and_then(|place| topic.issues.get(place).zip(utilities.get(place)));
        let (issue, utilities) = issue.ok_or_else(|| unknown(format!("issue \"{name}\"")))?;
        let value: String = parsed(text, raw.get())?;
        let place = issue.values.iter().position(|other| *other == value);
        let utility = place.and_then(|place| utilities.get(place));
        sum += utility.ok_or_else(|| unknown(format!("value \"{value}\" of issue \"{name}\"")))?;
    }
    Ok(sum)
}

/// Parses a number between 0 and 1.
fn share(text: &str, raw: &RawValue, what: impl Fn() -> String) -> Result<Fraction, DomainError> {
    let fault = |fault: Fault| {
        let (line, column) = place_of(text, raw.get());
        fault.at(line, column)
    };
    let number = decimal(raw.get()).map_err(|error| {
        let (what, text) = (what(), begin_of(raw.get()));
        fault(Fault::Number { what, text, error })
    })?;
    if number.is_negative() || number > Fraction::one() {
        let (what, number) = (what(), exact(&number));
        return Err(fault(Fault::Range { what, number, range: "between 0 and 1" }));
    }
    Ok(number)
}

/// The only entry of an object, which has to have a known key. Any other key is refused by name.
fn one<'a>(
    text: &str,
    kinds: &Pairs<&'a RawValue>,
    keys: &[&str],
    of: &dyn Fn() -> String,
) -> Result<&'a RawValue, DomainError> {
    let mut kinds = kinds.0.iter();
    let known = |key: &String| keys.contains(&key.as_str());
    if let Some((odd, raw)) = kinds.clone().find(|(key, _)| !known(key)) {
        let (line, column) = place_of(text, raw.get());
        return Err(unsupported(format!("\"{odd}\" of {}", of())).at(line, column));
    }
    match (kinds.next(), kinds.next()) {
        (Some((_, raw)), None) => Ok(raw),
        (None, _) => Err(missing(format!("\"{}\" of {}", keys.join("\" or \""), of())).anywhere()),
        (Some(_), Some((_, second))) => {
            let (line, column) = place_of(text, second.get());
            let what = format!("\"{}\" of {}", keys.join("\" or \""), of());
            Err(Fault::Twice { what }.at(line, column))
        }
    }
}

/// The entries of an object in file order, without duplicate keys.
struct Pairs<V>(Vec<(String, V)>);

impl<V: Copy> Pairs<V> {
    fn by_name(&self) -> HashMap<&str, V> {
        let pairs = self.0.iter();
        pairs.map(|(name, value)| (name.as_str(), *value)).collect()
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

struct PairsVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<V> {
    type Value = Pairs<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs<V>, M::Error> {
        let mut pairs = Vec::new();
        let mut known = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if !known.insert(key.clone()) {
                return Err(M::Error::custom(format!("\"{key}\" stands there twice")));
            }
            pairs.push((key, map.next_value()?));
        }
        Ok(Pairs(pairs))
    }
}

/// Parses part of a file. Errors give the line and column in the whole file.
fn parsed<'a, T: Deserialize<'a>>(text: &str, part: &'a str) -> Result<T, DomainError> {
    serde_json::from_str(part).map_err(|error| {
        let (line, column) = place_of(text, part);
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (down, right) = (small(error.line()), small(error.column()));
        let column = if down > 1 { right } else { column.saturating_add(right).saturating_sub(1) };
        let line = line.saturating_add(down.saturating_sub(1));
        // The message ends with a place relative to the part. Remove it, because the place is reported separately.
        let told = error.to_string();
        let told = told.split(" at line ").next().unwrap_or_default().to_owned();
        Fault::Form(told).at(line, column.max(1))
    })
}

/// Line and column at which a part of a file begins.
fn place_of(text: &str, part: &str) -> (u32, u32) {
    let offset = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    place(text, offset)
}

fn missing(what: String) -> Fault {
    Fault::Missing { what }
}

fn unsupported(what: String) -> Fault {
    Fault::Unsupported { what }
}
