//! Weights as somebody argues they should be: each inside the author's range, the rest as the author has them.

use crate::analysis::{Space, SpaceError, drawn_weight};
use crate::negotiation::value::{self, Level};
use crate::scenario::resolved::{Deal, Range, Scenario};
use crate::scenario::{IssueId, PartyId};

/// The weight of every issue for every party, 0 to 100. Never outside the author's ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// By party, in the order of the scenario's values, and issue.
    figures: Vec<Vec<u32>>,
}

/// A weight that is not as the author has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    pub party: PartyId,
    pub issue: IssueId,
    /// The author's middle figure.
    pub from: u32,
    pub to: u32,
}

/// Why a weight cannot be moved so.
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
    /// As the author has them: the middle of each range.
    pub fn authored(scenario: &Scenario) -> Self {
        Self::of(scenario, |_, _, range| range.mid)
    }

    /// One of the seeded weightings inside the ranges, the same that the study of a scenario draws.
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

    /// The weight of an issue for a party, by its place among the scenario's values.
    pub fn figure(&self, party: usize, issue: usize) -> Option<u32> {
        self.figures.get(party)?.get(issue).copied()
    }

    /// Moves a weight.
    ///
    /// # Errors
    /// When it would leave the author's range, or the party has no such weight; nothing is changed then.
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

    /// Moves a weight that is written as `japan.islands=38`.
    ///
    /// # Errors
    /// When it is not written so, names what is not there, or leaves the author's range.
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
            // A number like -3 or 1e9 is outside every range; a word is no number.
            Err(_) if figure.parse::<f64>().is_ok() => Err(outside(scenario, party, issue, figure.to_owned())),
            Err(_) => Err(form()),
        }
    }

    /// The weights that are not as the author has them.
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

    /// The space of the scenario under these weights.
    ///
    /// # Errors
    /// When its deals are too many to go through.
    pub fn space(&self, scenario: &Scenario) -> Result<Space, SpaceError> {
        Space::weighted(scenario, &|party, issue, range| i64::from(self.figure(party, issue).unwrap_or(range.mid)))
    }
}

/// A party's place among the values, and its range for an issue.
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

/// A weight of this scenario, written down.
fn example(scenario: &Scenario) -> String {
    let party = scenario.parties.first().map_or("", |party| &party.id);
    let issue = scenario.issues.first().map_or("", |issue| &issue.id);
    let values = scenario.values.first().and_then(|v| v.preferences.first());
    let weight = values.map_or(0, |preference| preference.weight.high);
    format!("{party}.{issue}={weight}")
}

/// What a deal is made of for each party, before weights: then a weighting costs one sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// By party: the points of each issue, and what broken linkages lose.
    parties: Vec<(Vec<i64>, i64)>,
}

impl Worth {
    /// Of a deal, at the middle of the ranges of points and linkages.
    pub fn of(scenario: &Scenario, deal: &Deal) -> Self {
        let parties = scenario.values.iter().map(|values| {
            (value::points(values, deal, Level::Mid), value::broken_linkages(scenario, values, deal, Level::Mid))
        });
        Self { parties: parties.collect() }
    }

    /// Its value for each party under weights, at least 0.
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
