//! Negotiation domains of the field, whatever program wrote them: issues with discrete values, and for each party at the table a
//! linear additive profile. Each profile is brought to a scale in whole numbers, so that everything this layer finds for a scenario
//! is found for them in the same way, and as exactly.

mod aside;
mod decimal;
mod evaluator;
mod found;
pub mod genius;
pub mod geniusweb;
mod text;
mod xml;

pub use decimal::{DecimalError, Fraction, MOST_DIGITS, decimal, exact, rounded};
pub use found::Found;
pub use text::decoded;

use std::collections::HashMap;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::Signed as _;

use crate::scenario::resolved::Deal;

use super::space::{MOST_PARTIES, SpaceError};

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

/// The longest name of an issue, a value or a profile, in bytes.
pub const MOST_NAME: usize = 10_000;

/// What the parties talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    /// The issues, in the order of the file.
    pub issues: Vec<Issue>,
    /// What is in the file and was left aside.
    pub aside: Vec<String>,
    /// What was read otherwise than it is written.
    pub warnings: Vec<String>,
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
    /// So many units make a utility of 1: the least common denominator of all the numbers above.
    pub scale: BigInt,
    /// What is in the file and was left aside.
    pub aside: Vec<String>,
    /// What was read otherwise than it is written.
    pub warnings: Vec<String>,
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
    #[error(
        "{what} is not supported: only discrete issues, numbers with a linear evaluator, and linear additive profiles are read"
    )]
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
    #[error(
        "{what} have no common denominator of up to {MOST_SCALE} digits, so that they cannot be added up exactly: write them with fewer digits"
    )]
    Overflow { what: String },
    /// More issues than can be gone through.
    #[error("the domain has more than {MOST_ISSUES} issues")]
    TooManyIssues,
    /// More values than a deal can name.
    #[error("issue \"{0}\" has more than {most} values", most = u16::MAX)]
    TooManyValues(String),
    #[error("{what} is longer than {MOST_NAME} bytes")]
    TooLong { what: &'static str },
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

impl Domain {
    /// What was read otherwise than it is written.
    pub fn warnings(&self) -> impl Iterator<Item = &str> {
        let profiles = self.profiles.iter().flat_map(|profile| &profile.warnings);
        self.topic.warnings.iter().chain(profiles).map(String::as_str)
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

/// Most digits of a common denominator, and of the whole numbers that it makes.
pub const MOST_SCALE: usize = 600;

/// The least common denominator of some numbers; `None` where it, or a number times it, is too long.
fn scale<'a>(numbers: impl Iterator<Item = &'a Fraction>) -> Option<BigInt> {
    // Ten to the power of three has just less than ten binary digits.
    let most = MOST_SCALE as u64 * 10 / 3;
    let (mut scale, mut whole) = (BigInt::from(1), 0);
    for number in numbers {
        // Most denominators are known after the first few numbers, and to see that is much quicker.
        if !scale.is_multiple_of(number.denom()) {
            scale = scale.lcm(number.denom());
        }
        whole = whole.max(number.abs().to_integer().bits());
        if scale.bits() + whole > most {
            return None;
        }
    }
    Some(scale)
}

/// Lines and columns count from 1.
fn place(text: &str, offset: usize) -> (u32, u32) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (small(line), small(column))
}

/// The beginning of a text that may be long, for a message.
fn begin_of(text: &str) -> String {
    const MOST: usize = 60;
    let mut letters = text.chars();
    let begin: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() { format!("{begin}...") } else { begin }
}
