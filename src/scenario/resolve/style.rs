//! The styles of a counterpart.

use super::*;
use crate::scenario::terms::Figure;

/// The styles in which a counterpart can answer; where none is written there is one.
pub(super) fn styles(drafts: &[StyleDraft]) -> Vec<Style> {
    if drafts.is_empty() {
        return vec![Style::unwritten()];
    }
    drafts.iter().map(style_of).collect()
}

fn style_of(draft: &StyleDraft) -> Style {
    let (curve, because) = match &draft.curve {
        CurveDraft::Boulware(power, because) => (Curve::Boulware(*power), because),
        CurveDraft::Linear(because) => (Curve::Linear, because),
        CurveDraft::Conceder(power, because) => (Curve::Conceder(*power), because),
    };
    let figure = |of: &Figure| {
        let written = draft.figures.iter().find(|figure| figure.of == *of);
        written.map_or((0, String::new()), |f| (f.is, f.because.clone()))
    };
    Style {
        id: draft.id.text.clone(),
        name: draft.name.clone(),
        plain: draft.plain.clone(),
        manner: draft.manner,
        curve,
        curve_because: because.clone(),
        figures: Figure::ALL.iter().map(figure).collect(),
    }
}
