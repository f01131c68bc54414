//! Faults of styles: numbers out of their range or without a reason, and a first style that is not the record's.

use super::Checker;
use crate::scenario::draft::*;
use crate::scenario::terms::Figure;

pub(super) fn check(checker: &mut Checker<'_>) {
    for counterpart in &checker.draft.counterparts {
        let styles = &counterpart.styles;
        checker.unique("style", styles.iter().map(|style| &style.id));
        if let Some(first) = styles.first()
            && first.manner != Manner::AsWritten
        {
            let message = format!("\"{}\" is the first style and changes the answers", first.id);
            let help = "the first style is the record's own manner: manner: AsWritten";
            checker.error("WCW091", &first.id, message, help);
        }
        styles.iter().for_each(|style| check_style(checker, style));
    }
}

fn check_style(checker: &mut Checker<'_>, style: &StyleDraft) {
    if style.plain.trim().is_empty() {
        let message = format!("the style \"{}\" is not explained", style.id);
        checker.error("WCW051", &style.id, message, "fill plain: \"...\"");
    }
    let (power, because) = match &style.curve {
        CurveDraft::Boulware(power, because) | CurveDraft::Conceder(power, because) => (Some(*power), because),
        CurveDraft::Linear(because) => (None, because),
    };
    if power.is_some_and(|power| !(2..=9).contains(&power)) {
        let message = "the exponent of a curve is 2 to 9".to_owned();
        checker.error("WCW092", &style.id, message, "or write Linear(\"...\")");
    }
    let reasons = style.figures.iter().map(|figure| figure.because.as_str());
    if reasons.chain([because.as_str()]).any(|b| b.trim().is_empty()) {
        let message = format!("a number of the style \"{}\" has no reason", style.id);
        checker.error("WCW051", &style.id, message, "fill because: \"...\"");
    }
    figures(checker, style);
}

/// Every number that the manner needs stands there once, in its range, and no other.
fn figures(checker: &mut Checker<'_>, style: &StyleDraft) {
    for figure in Figure::ALL {
        let written = style.figures.iter().filter(|f| f.of == *figure).count();
        let needed = usize::from(figure.is_needed_by(style.manner));
        if written != needed {
            let message = format!("the style \"{}\" has the figure {figure:?} {written} times, not {needed}", style.id);
            let help = "docs/scenario-format.md lists the figures of each manner";
            checker.error("WCW093", &style.id, message, help);
        }
    }
    for figure in style.figures.iter().filter(|figure| figure.is > 100) {
        let message = format!("{:?} is 0 to 100, not {}", figure.of, figure.is);
        checker.error("WCW092", &style.id, message, "");
    }
    let is = |of: Figure| style.figures.iter().find(|f| f.of == of).map(|f| f.is);
    let steps = [Figure::TurnsRound, Figure::Later, Figure::Yes].map(is);
    if style.manner == Manner::Harder && !steps.is_sorted() {
        let message = "what yields more needs no less readiness".to_owned();
        let help = "TurnsRound, Later and Yes rise";
        checker.error("WCW092", &style.id, message, help);
    }
}
