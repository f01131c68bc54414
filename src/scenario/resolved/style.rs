//! The styles in which a counterpart can answer.

use super::*;
use crate::scenario::terms::Figure;

impl Style {
    fn written(&self, figure: Figure) -> Option<&StyleFigure> {
        self.figures.iter().find(|written| written.of == figure)
    }

    /// A number of the style, 0 to 100; 0 if the style doesn't use it.
    pub fn figure(&self, figure: Figure) -> u8 {
        self.written(figure).map_or(0, |figure| figure.is)
    }

    /// The author's reason for a number.
    pub fn because(&self, figure: Figure) -> &str {
        self.written(figure).map_or("", |figure| &figure.because)
    }

    /// The style of a counterpart for which none is written. The stances decide, and in explanations all terms of the
    /// judgement count alike.
    pub(in crate::scenario) fn unwritten() -> Self {
        let because = "the scenario writes no styles, so everything counts alike";
        let figures = Figure::ALL.iter().map(|of| {
            let is = match of {
                Figure::Base | Figure::Impatience => 50,
                figure if figure.is_weight() => 20,
                _ => 0,
            };
            StyleFigure { of: *of, is, because: because.to_owned() }
        });
        Self {
            id: "as-written".to_owned(),
            name: "As written".to_owned(),
            plain: "The answers are chosen by the author's stances alone.".to_owned(),
            manner: Manner::AsWritten,
            curve: Curve::Linear(because.to_owned()),
            figures: figures.collect(),
        }
    }
}
