//! Negotiation domains from other programs: issues with discrete values, and a linear additive profile for each party.
//! Each profile is converted to exact integers, so that domains can be analysed in the same way as scenarios.

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

/// An issue and its possible values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    pub name: String,
    /// Its values, in file order.
    pub values: Vec<String>,
}

impl Issue {
    /// The index of each value.
    fn places(&self) -> HashMap<&str, usize> {
        let values = self.values.iter().enumerate();
        values.map(|(place, value)| (value.as_str(), place)).collect()
    }
}

/// Maximum number of issues.
pub const MOST_ISSUES: usize = 100;

/// Maximum length in bytes of the name of an issue, a value or a profile.
pub const MOST_NAME: usize = 10_000;

/// The issues of a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    /// The issues, in file order.
    pub issues: Vec<Issue>,
    /// Names of what was ignored in the file.
    pub aside: Vec<String>,
    /// Warnings about what was read differently from how it is written.
    pub warnings: Vec<String>,
}

/// What one party wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub name: String,
    /// For each issue and value, its weight times its evaluation.
    pub utilities: Vec<Vec<Fraction>>,
    pub reservation: Fraction,
    /// The maximum utility of a deal; `None` if there is no limit.
    pub ceiling: Option<Fraction>,
    /// The discount factor. It is shown but not applied, so values are those of an immediate deal.
    pub discount: Option<Fraction>,
    /// Number of units in a utility of 1: the least common denominator of all the numbers above.
    pub scale: BigInt,
    /// Names of what was ignored in the file.
    pub aside: Vec<String>,
    /// Warnings about what was read differently from how it is written.
    pub warnings: Vec<String>,
}

/// A domain with the profiles of its parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    pub topic: Topic,
    pub profiles: Vec<Profile>,
}

/// What is wrong with a file, and where if that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainError {
    /// Line and column, counted from 1.
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
    /// The file isn't valid XML or JSON, or doesn't have the expected form.
    #[error("{0}")]
    Form(String),
    /// The file declares a document type. Entities aren't resolved.
    #[error(
        "it declares a document type (DTD); entities are not resolved, and no domain needs them: take the declaration out"
    )]
    Doctype,
    /// The domain or profile isn't discrete or isn't additive.
    #[error(
        "{what} is not supported: only discrete issues, numbers with a linear evaluator, and linear additive profiles are read"
    )]
    Unsupported {
        /// The name of the unsupported part, as in the file.
        what: String,
    },
    /// Something is missing.
    #[error("{what} is missing")]
    Missing { what: String },
    /// Something occurs twice.
    #[error("{what} stands there twice")]
    Twice { what: String },
    /// The profile refers to something the domain doesn't have.
    #[error("{what} is not in the domain")]
    Unknown { what: String },
    /// A number can't be used.
    #[error("{what} is \"{text}\": {error}")]
    Number { what: String, text: String, error: DecimalError },
    /// A number is out of range.
    #[error("{what} is {number}; it must be {range}")]
    Range {
        what: String,
        number: String,
        /// The allowed range, in words.
        range: &'static str,
    },
    /// The weights don't add up to 1.
    #[error("the weights of profile \"{profile}\" add up to {sum}; in GeniusWeb they must add up to exactly 1")]
    Weights { profile: String, sum: String },
    /// The common denominator is too long for exact sums.
    #[error(
        "{what} have no common denominator of up to {MOST_SCALE} digits, so that they cannot be added up exactly: write them with fewer digits"
    )]
    Overflow { what: String },
    /// There are too many issues.
    #[error("the domain has more than {MOST_ISSUES} issues")]
    TooManyIssues,
    /// An issue has more values than a deal can refer to.
    #[error("issue \"{0}\" has more than {most} values", most = u16::MAX)]
    TooManyValues(String),
    #[error("{what} is longer than {MOST_NAME} bytes")]
    TooLong { what: &'static str },
    /// Two files have different domains.
    #[error("\"{0}\" is about another domain than the files before it: issues or values differ")]
    OtherDomain(String),
    /// There are too few or too many parties.
    #[error("there are {0} profiles; two to {MOST_PARTIES} sit at a table")]
    Parties(usize),
    /// The deal space can't be analysed.
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
    /// All warnings about what was read differently from how it is written.
    pub fn warnings(&self) -> impl Iterator<Item = &str> {
        let profiles = self.profiles.iter().flat_map(|profile| &profile.warnings);
        self.topic.warnings.iter().chain(profiles).map(String::as_str)
    }

    /// A deal as pairs of issue names and value names.
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

/// Maximum number of digits of a common denominator, and of the integers made with it.
pub const MOST_SCALE: usize = 600;

/// The least common denominator of some numbers; `None` if it, or a number multiplied by it, has too many digits.
fn scale<'a>(numbers: impl Iterator<Item = &'a Fraction>) -> Option<BigInt> {
    // A decimal digit is a little less than 10/3 binary digits.
    let most = MOST_SCALE as u64 * 10 / 3;
    let (mut scale, mut whole) = (BigInt::from(1), 0);
    for number in numbers {
        // Most denominators are covered after the first few numbers, and this test is much faster than the
        // multiplication.
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

/// Line and column of a byte offset, both counted from 1.
fn place(text: &str, offset: usize) -> (u32, u32) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (small(line), small(column))
}

/// The beginning of a text, shortened for a message.
fn begin_of(text: &str) -> String {
    const MOST: usize = 60;
    let mut letters = text.chars();
    let begin: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() { format!("{begin}...") } else { begin }
}
