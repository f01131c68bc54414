//! A counterpart's styles: the ways it can answer, and the numbers behind its judgement with their reasons.

use serde::Deserialize;

use super::Unresolved;
use crate::scenario::refs::{Refs, Resolved};
use crate::scenario::terms::Figure;

/// A style in which a counterpart can answer. The first style of a counterpart is that of the record.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename = "Style", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Style<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// Name, as shown when choosing.
    pub name: String,
    /// What it is like to play against, in a sentence for the player.
    pub plain: String,
    /// How readiness to yield affects the answers.
    pub manner: Manner,
    /// How the counterpart's aims come down between the first statement and the last.
    pub curve: Curve,
    /// The numbers of its judgement, each with its reason.
    pub figures: Vec<StyleFigure>,
}

/// How readiness to yield affects the choice among the author's stances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Manner {
    /// It has no effect: the stances decide as they are written. This is the style of the record.
    AsWritten,
    /// A stance that yields more than the counterpart is ready for is skipped in favour of one that yields less.
    Harder,
    /// A stance that yields more can be chosen even if a bar of the room falls a little short of its condition.
    Forthcoming,
}

impl Figure {
    /// Whether a style with this manner has to set the figure.
    pub const fn is_needed_by(self, manner: Manner) -> bool {
        match self {
            Figure::TurnsRound | Figure::Later | Figure::Yes => matches!(manner, Manner::Harder),
            Figure::Slack => !matches!(manner, Manner::AsWritten),
            _ => true,
        }
    }
}

/// How the counterpart's aims come down over the talk: the polynomial time-dependent tactics of Faratin, Sierra and
/// Jennings (1998), with whole exponents. Each includes the reason for choosing it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Curve {
    /// The counterpart gives way late. The larger the exponent (2 to 9), the later.
    Boulware(u8, String),
    /// The counterpart gives way by the same amount with each statement.
    Linear(String),
    /// The counterpart gives way early. The larger the exponent (2 to 9), the earlier.
    Conceder(u8, String),
}

/// One number of a style.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename = "Figure", deny_unknown_fields)]
pub struct StyleFigure {
    /// Which number it is.
    pub of: Figure,
    /// The number, 0 to 100.
    pub is: u8,
    /// The reason for this number, as a sentence.
    pub because: String,
}
