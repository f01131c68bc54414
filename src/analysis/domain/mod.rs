//! Negotiation domains of the field, whatever program wrote them: issues with discrete values, and for each party at the table a
//! linear additive profile. They are brought to one scale in whole numbers, so that everything this layer finds for a scenario
//! is found for them in the same way, and as exactly.

mod decimal;
pub mod genius;
pub mod geniusweb;

pub use decimal::{DecimalError, Fraction};

use std::collections::HashMap;

use crate::scenario::resolved::Deal;

use super::space::{MOST_PARTIES, Number, Party, Space, SpaceError};

/// An issue and the values it can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    pub name: String,
    /// Its values, in the order of the file.
    pub values: Vec<String>,
}

impl Issue {
    /// The place of each value.
    fn places(&self) -> HashMap<&str, usize> {
        let values = self.values.iter().enumerate();
        values.map(|(place, value)| (value.as_str(), place)).collect()
    }
}

/// The largest number of issues.
pub const MOST_ISSUES: usize = 100;

/// What the parties talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    /// The issues, in the order of the file.
    pub issues: Vec<Issue>,
}

/// What one party wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub name: String,
    /// For each issue and value: weight times evaluation.
    pub utilities: Vec<Vec<Fraction>>,
    pub reservation: Fraction,
    /// The most that a deal can be worth, whatever its parts add up to.
    pub ceiling: Option<Fraction>,
    /// The discount factor. It is listed and not applied: these are the values of a deal that is made at once.
    pub discount: Option<Fraction>,
    /// What is in the file and was ignored.
    pub aside: Vec<String>,
}

/// A domain with those who sit at the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    /// What they talk about.
    pub topic: Topic,
    pub profiles: Vec<Profile>,
}

/// What is wrong, and where in the file, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainError {
    /// Line and column, from 1.
    pub at: Option<(u32, u32)>,
    pub fault: Fault,
}

impl std::fmt::Display for DomainError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some((line, column)) = self.at {
            write!(f, "line {line}, column {column}: ")?;
        }
        self.fault.fmt(f)
    }
}

impl std::error::Error for DomainError {}

/// What can be wrong with a domain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file is not even XML or JSON, or not of this form.
    #[error("{0}")]
    Form(String),
    /// A document type: entities are not resolved.
    #[error(
        "it declares a document type (DTD); entities are not resolved, and no domain needs them: take the declaration out"
    )]
    Doctype,
    /// Something that is not discrete or not additive.
    #[error("{what} is not supported: only discrete issues and linear additive profiles are read")]
    Unsupported {
        /// Its name in the file.
        what: String,
    },
    /// Something is missing.
    #[error("{what} is missing")]
    Missing { what: String },
    /// Something is there twice.
    #[error("{what} stands there twice")]
    Twice { what: String },
    /// The profile speaks of something that the domain does not have.
    #[error("{what} is not in the domain")]
    Unknown { what: String },
    /// A number cannot be used.
    #[error("{what} is \"{text}\": {error}")]
    Number { what: String, text: String, error: DecimalError },
    /// A number is out of its range.
    #[error("{what} is {number}; it must be {range}")]
    Range {
        what: String,
        number: String,
        /// Its range in words.
        range: &'static str,
    },
    /// The weights do not add up.
    #[error("the weights of profile \"{profile}\" add up to {sum}; in GeniusWeb they must add up to exactly 1")]
    Weights { profile: String, sum: String },
    /// Exact sums do not fit.
    #[error("{what} cannot be kept exactly: it takes whole numbers of more than 128 bits")]
    Overflow { what: String },
    /// More issues than can be gone through.
    #[error("the domain has more than {MOST_ISSUES} issues")]
    TooManyIssues,
    /// Two files speak of different domains.
    #[error("\"{0}\" is about another domain than the files before it: issues or values differ")]
    OtherDomain(String),
    /// Too few or too many parties.
    #[error("there are {0} profiles; two to {MOST_PARTIES} sit at a table")]
    Parties(usize),
    /// The space cannot be gone through.
    #[error(transparent)]
    Space(#[from] SpaceError),
}

impl Fault {
    fn at(self, line: u32, column: u32) -> DomainError {
        DomainError { at: Some((line, column)), fault: self }
    }

    fn anywhere(self) -> DomainError {
        DomainError { at: None, fault: self }
    }
}

/// The scale on which all utilities of a domain are whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale(i128);

impl Scale {
    /// How many units make a utility of 1.
    pub const fn units(self) -> i128 {
        self.0
    }

    /// A number of units as a utility.
    pub fn utility(self, units: i128) -> Fraction {
        // The scale is above 0 and units are far from the end of the range, so that it always is a fraction.
        Fraction::new(units, self.0).unwrap_or(Fraction::ZERO)
    }
}

impl Domain {
    /// The domain as a space: all utilities and reservation values on their least common scale.
    ///
    /// # Errors
    /// When the scale or the values on it do not fit, or there are too many deals or parties to go through.
    pub fn scaled(&self) -> Result<(Scale, Space<i128>), DomainError> {
        if !(2..=MOST_PARTIES).contains(&self.profiles.len()) {
            return Err(Fault::Parties(self.profiles.len()).anywhere());
        }
        let overflow = |what: &str| {
            let what = what.to_owned();
            Fault::Overflow { what }.anywhere()
        };
        let numbers = self.profiles.iter().flat_map(Profile::numbers);
        let scale = numbers.map(Fraction::denominator).try_fold(1, decimal::common);
        let scale =
            scale.filter(|scale| *scale <= i128::MOST).ok_or_else(|| overflow("the common scale of all utilities"))?;
        let parties = self.profiles.iter().map(|profile| {
            let party = profile.party(scale);
            party.ok_or_else(|| overflow(&format!("a utility of profile \"{}\"", profile.name)))
        });
        let space = Space {
            pairs: self.topic.issues.iter().map(|i| i.values.len()).collect(),
            parties: parties.collect::<Result<_, _>>()?,
        };
        let space = space.checked().map_err(|error| self.in_words(error).anywhere())?;
        Ok((Scale(scale), space))
    }

    fn in_words(&self, error: SpaceError) -> Fault {
        let issue = |place: usize| self.topic.issues.get(place).map(|issue| &issue.name);
        let profile = |place: usize| self.profiles.get(place).map(|profile| &profile.name);
        match error {
            SpaceError::Incomplete(place) => Fault::Missing { what: format!("a value of issue {:?}", issue(place)) },
            SpaceError::TooGreat(place) => {
                Fault::Overflow { what: format!("the sum of utilities of profile {:?}", profile(place)) }
            }
            error => Fault::Space(error),
        }
    }

    /// A deal by the names of its issues and values.
    pub fn named<'a>(&'a self, deal: &Deal) -> Vec<(&'a str, &'a str)> {
        let issues = self.topic.issues.iter().zip(deal);
        issues
            .filter_map(|(issue, value)| {
                let value = issue.values.get(usize::from(*value))?;
                Some((issue.name.as_str(), value.as_str()))
            })
            .collect()
    }
}

impl Profile {
    fn numbers(&self) -> impl Iterator<Item = Fraction> + '_ {
        let bounds = [self.reservation].into_iter().chain(self.ceiling);
        self.utilities.iter().flatten().copied().chain(bounds)
    }

    fn party(&self, scale: i128) -> Option<Party<i128>> {
        let worth = self.utilities.iter().map(|utilities| {
            let worth = utilities.iter().map(|utility| utility.on(scale));
            worth.collect::<Option<Vec<_>>>()
        });
        Some(Party {
            worth: worth.collect::<Option<_>>()?,
            linkages: Vec::new(),
            reservation: self.reservation.on(scale)?,
            ceiling: match self.ceiling {
                Some(ceiling) => Some(ceiling.on(scale)?),
                None => None,
            },
        })
    }
}
