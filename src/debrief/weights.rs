//! Weights changed by a user: each stays within the author's range, and the rest stay as the author set them.

use crate::analysis::{Space, SpaceError, drawn_weight};
use crate::negotiation::value::{self, Level};
use crate::scenario::resolved::{Deal, Range, Scenario};
use crate::scenario::{IssueId, PartyId};

/// The weight of every issue for every party, 0 to 100, always within the author's ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// Indexed by party, in the order of the scenario's values, then by issue.
    figures: Vec<Vec<u32>>,
}

/// A weight that differs from the author's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    pub party: PartyId,
    pub issue: IssueId,
    /// The author's middle figure.
    pub from: u32,
    pub to: u32,
}

/// Why a weight can't be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightError {
    #[error("\"{0}\" is no weight: it is written PARTY.ISSUE=NUMBER, as in {1}")]
    Form(String, String),
    #[error("there is no party \"{name}\"; the parties are: {known}")]
    Party { name: String, known: String },
    #[error("there is no issue \"{name}\" in a deal; the issues are: {known}")]
    Issue { name: String, known: String },
    #[error("the weight of {issue} for {party} is between {low} and {high}, and {asked} is not")]
    Range { party: String, issue: String, low: u32, high: u32, asked: String },
}

impl Weights {
    /// The author's weights: the middle of each range.
    pub fn authored(scenario: &Scenario) -> Self {
        Self::of(scenario, |_, _, range| range.mid)
    }

    /// One of the seeded weightings within the ranges, the same ones that the study of a scenario draws.
    pub fn drawn(scenario: &Scenario, seed: u64, number: u32) -> Self {
        Self::of(scenario, |party, issue, range| {
            let weight = drawn_weight(seed, number, party, issue, range);
            u32::try_from(weight).unwrap_or(range.mid)
        })
    }

    fn of(scenario: &Scenario, weight: impl Fn(usize, usize, Range) -> u32) -> Self {
        let parties = scenario.values.iter().enumerate();
        let figures = parties.map(|(party, values)| {
            let preferences = values.preferences.iter().enumerate();
            preferences.map(|(issue, preference)| weight(party, issue, preference.weight)).collect()
        });
        Self { figures: figures.collect() }
    }

    /// Weight of an issue for a party, given as an index into the scenario's values.
    pub fn figure(&self, party: usize, issue: usize) -> Option<u32> {
        self.figures.get(party)?.get(issue).copied()
    }

    /// # Errors
    /// Returns an error, and changes nothing, if the weight is outside the author's range or the party has no such
    /// weight.
    pub fn set(&mut self, scenario: &Scenario, party: PartyId, issue: IssueId, weight: u32) -> Result<(), WeightError> {
        let (place, range) =
            range_of(scenario, party, issue).ok_or_else(|| outside(scenario, party, issue, weight.to_string()))?;
        if !(range.low..=range.high).contains(&weight) {
            return Err(outside(scenario, party, issue, weight.to_string()));
        }
        let of_party = self.figures.get_mut(place);
        if let Some(figure) = of_party.and_then(|figures| figures.get_mut(issue.index())) {
            *figure = weight;
        }
        Ok(())
    }

    /// Sets a weight written as `japan.islands=38`.
    ///
    /// # Errors
    /// Returns an error if the text is malformed, names an unknown party or issue, or the weight is outside the
    /// author's range.
    pub fn set_written(&mut self, scenario: &Scenario, text: &str) -> Result<(), WeightError> {
        let form = || WeightError::Form(text.to_owned(), example(scenario));
        let (name, figure) = text.split_once('=').ok_or_else(form)?;
        let (party, issue) = name.trim().split_once('.').ok_or_else(form)?;
        let figure = figure.trim();
        let party = scenario.party_id(party).ok_or_else(|| WeightError::Party {
            name: party.to_owned(),
            known: known(scenario.parties.iter().map(|party| party.id.as_str())),
        })?;
        let issues = || scenario.issue_ids().take(scenario.deal_issues());
        let issue = issues().find(|id| scenario.issue(*id).id == issue).ok_or_else(|| WeightError::Issue {
            name: issue.to_owned(),
            known: known(issues().map(|id| scenario.issue(id).id.as_str())),
        })?;
        match figure.parse::<u32>() {
            Ok(weight) => self.set(scenario, party, issue, weight),
            // A number such as -3 or 1e9 is out of range; anything else isn't a number.
            Err(_) if figure.parse::<f64>().is_ok() => Err(outside(scenario, party, issue, figure.to_owned())),
            Err(_) => Err(form()),
        }
    }

    /// The weights that differ from the author's.
    pub fn moved(&self, scenario: &Scenario) -> Vec<Moved> {
        let parties = scenario.values.iter().zip(&self.figures);
        let moved = parties.flat_map(|(values, figures)| {
            let issues = scenario.issue_ids().zip(&values.preferences).zip(figures);
            issues.filter(|((_, preference), to)| preference.weight.mid != **to).map(|((issue, preference), to)| {
                Moved { party: values.party, issue, from: preference.weight.mid, to: *to }
            })
        });
        moved.collect()
    }

    /// The deal space of the scenario under these weights.
    ///
    /// # Errors
    /// Returns an error if there are too many deals to search.
    pub fn space(&self, scenario: &Scenario) -> Result<Space, SpaceError> {
        Space::weighted(scenario, &|party, issue, range| i64::from(self.figure(party, issue).unwrap_or(range.mid)))
    }
}

/// Index of a party among the values, and its range for an issue.
fn range_of(scenario: &Scenario, party: PartyId, issue: IssueId) -> Option<(usize, Range)> {
    let place = scenario.values.iter().position(|v| v.party == party)?;
    let preference = scenario.values.get(place)?.preferences.get(issue.index())?;
    Some((place, preference.weight))
}

fn outside(scenario: &Scenario, party: PartyId, issue: IssueId, asked: String) -> WeightError {
    let range = range_of(scenario, party, issue).map(|(_, range)| range);
    WeightError::Range {
        party: scenario.party(party).id.clone(),
        issue: scenario.issue(issue).id.clone(),
        low: range.map_or(0, |range| range.low),
        high: range.map_or(0, |range| range.high),
        asked,
    }
}

fn known<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// An example of a weight for this scenario, as a user would write it.
fn example(scenario: &Scenario) -> String {
    let party = scenario.parties.first().map_or("", |party| &party.id);
    let issue = scenario.issues.first().map_or("", |issue| &issue.id);
    let values = scenario.values.first().and_then(|v| v.preferences.first());
    let weight = values.map_or(0, |preference| preference.weight.high);
    format!("{party}.{issue}={weight}")
}

/// A deal's points for each party before weighting, so that each weighting costs only one sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// By party: points of each issue, and the loss from broken linkages.
    parties: Vec<(Vec<i64>, i64)>,
}

impl Worth {
    /// Worth of a deal at the middle of the ranges of points and linkages.
    pub fn of(scenario: &Scenario, deal: &Deal) -> Self {
        let parties = scenario.values.iter().map(|values| {
            (value::points(values, deal, Level::Mid), value::broken_linkages(scenario, values, deal, Level::Mid))
        });
        Self { parties: parties.collect() }
    }

    /// Value to each party under these weights, at least 0.
    pub fn under(&self, weights: &Weights) -> Vec<i64> {
        let parties = self.parties.iter().zip(&weights.figures);
        parties
            .map(|((points, lost), figures)| {
                let worth = points.iter().zip(figures);
                let sum: i64 = worth.map(|(p, w)| p * i64::from(*w)).sum();
                (sum - lost).max(0)
            })
            .collect()
    }
}
