//! Styles of a counterpart: in which manner it can answer, with the numbers of its judgement and a reason for each.

use serde::Deserialize;

use super::Unresolved;
use crate::scenario::refs::{Refs, Resolved};
use crate::scenario::terms::Figure;

/// A style in which a counterpart can be played against. The first of a counterpart is the record's own manner.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename = "Style", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Style<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// Name, as chosen.
    pub name: String,
    /// What it is, in a sentence for the player.
    pub plain: String,
    /// What the readiness to yield does.
    pub manner: Manner,
    /// How his aims come down between the first statement and the last.
    pub curve: Curve,
    /// The numbers of his judgement, each with its reason.
    pub figures: Vec<StyleFigure>,
}

/// What the readiness to yield does with the authored stances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Manner {
    /// Nothing: the stances decide as they are written. The record's own manner.
    AsWritten,
    /// A stance that yields more than he is ready for is skipped for one that yields less.
    Harder,
    /// A stance that yields more is reached although a bar of the room misses its condition by a little.
    Forthcoming,
}

impl Figure {
    /// Whether a style of this manner has the number.
    pub const fn is_needed_by(self, manner: Manner) -> bool {
        match self {
            Figure::TurnsRound | Figure::Later | Figure::Yes => matches!(manner, Manner::Harder),
            Figure::Slack => !matches!(manner, Manner::AsWritten),
            _ => true,
        }
    }
}

/// How his aims come down over the talk: the polynomial time-dependent tactics of Faratin, Sierra and Jennings (1998), with
/// whole exponents. Each says why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Curve {
    /// He holds on and gives way late; the larger the exponent (2 to 9) the later.
    Boulware(u8, String),
    /// The same step with each statement.
    Linear(String),
    /// He gives way early; the larger the exponent (2 to 9) the earlier.
    Conceder(u8, String),
}

/// One number of a style.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename = "Figure", deny_unknown_fields)]
pub struct StyleFigure {
    /// Which.
    pub of: Figure,
    /// The number, 0 to 100.
    pub is: u8,
    /// Why so much, as a sentence.
    pub because: String,
}
