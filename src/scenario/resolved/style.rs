//! The styles in which a counterpart can answer.

use crate::scenario::draft::Manner;
use crate::scenario::terms::Figure;

/// How his aims come down over the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curve {
    /// Late: the share of the time that has passed, to this power.
    Boulware(u8),
    /// The same step with each statement.
    Linear,
    /// Early: one less the share of the time that is left, to this power.
    Conceder(u8),
}

/// A style in which a counterpart can answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is.
    pub plain: String,
    /// What the readiness to yield does.
    pub manner: Manner,
    /// How his aims come down.
    pub curve: Curve,
    /// Why so.
    pub curve_because: String,
    /// Each number with its reason, by [`Figure::ALL`]; 0 where the manner has no use for it.
    pub figures: Vec<(u8, String)>,
}

impl Style {
    /// A number of the style, 0 to 100.
    pub fn figure(&self, figure: Figure) -> u8 {
        self.figures.get(figure as usize).map_or(0, |(is, _)| *is)
    }

    /// Why it is so much.
    pub fn because(&self, figure: Figure) -> &str {
        let figure = self.figures.get(figure as usize);
        figure.map_or("", |(_, because)| because.as_str())
    }

    /// The one style of a counterpart for which none is written: the stances decide, and all terms of the judgement that is
    /// told count alike.
    pub(in crate::scenario) fn unwritten() -> Self {
        let because = "the scenario writes no styles, so everything counts alike";
        let figures = Figure::ALL.iter().map(|figure| {
            let is = match figure {
                Figure::Base | Figure::Impatience => 50,
                figure if figure.is_weight() => 20,
                _ => 0,
            };
            (is, because.to_owned())
        });
        Self {
            id: "as-written".to_owned(),
            name: "As written".to_owned(),
            plain: "The answers are chosen by the author's stances alone.".to_owned(),
            manner: Manner::AsWritten,
            curve: Curve::Linear,
            curve_because: because.to_owned(),
            figures: figures.collect(),
        }
    }
}
