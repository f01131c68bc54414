//! Checks styles: numbers out of range or without a reason, and a first style that isn't the record's.

use super::Checker;
use crate::scenario::draft::*;
use crate::scenario::limits::{CURVE_POWERS, MOST_POINTS};
use crate::scenario::terms::Figure;

pub(super) fn check(checker: &mut Checker<'_>) {
    for counterpart in &checker.draft.counterparts {
        let styles = &counterpart.styles;
        checker.unique("style", styles.iter().map(|style| &style.id));
        if let Some(first) = styles.first()
            && first.manner != Manner::AsWritten
        {
            let message = format!("the first style, \"{}\", changes the answers", first.id);
            let help = "let the first style be the record's own: manner: AsWritten";
            checker.error("WCW091", &first.id, message, help);
        }
        styles.iter().for_each(|style| check_style(checker, style));
    }
}

fn check_style(checker: &mut Checker<'_>, style: &StyleDraft) {
    if style.plain.trim().is_empty() {
        let message = format!("the style \"{}\" is not explained", style.id);
        checker.error("WCW051", &style.id, message, "fill in plain: \"...\"");
    }
    let (power, because) = match &style.curve {
        Curve::Boulware(power, because) | Curve::Conceder(power, because) => (Some(*power), because),
        Curve::Linear(because) => (None, because),
    };
    if let Some(power) = power.filter(|power| !CURVE_POWERS.contains(power)) {
        let message = format!("the exponent of this curve is {power}");
        let (least, most) = CURVE_POWERS.into_inner();
        checker.error("WCW092", &style.id, message, &format!("write {least} to {most}, or Linear(\"...\")"));
    }
    let mut reasons = style.figures.iter().map(|figure| &figure.because).chain([because]);
    if reasons.any(|because| because.trim().is_empty()) {
        let message = format!("a number of the style \"{}\" has no reason", style.id);
        checker.error("WCW051", &style.id, message, "fill in because: \"...\"");
    }
    figures(checker, style);
}

/// Every number the manner needs has to be given exactly once and be in range. Others aren't allowed.
fn figures(checker: &mut Checker<'_>, style: &StyleDraft) {
    for figure in Figure::ALL {
        let written = style.figures.iter().filter(|f| f.of == *figure).count();
        let needed = usize::from(figure.is_needed_by(style.manner));
        if written != needed {
            let message = format!("the style \"{}\" has {written} figures of {figure:?}; it needs {needed}", style.id);
            let help = "docs/scenario-format.md lists the figures of each manner";
            checker.error("WCW093", &style.id, message, help);
        }
    }
    for figure in style.figures.iter().filter(|figure| u32::from(figure.is) > MOST_POINTS) {
        let message = format!("{:?} is {}", figure.of, figure.is);
        checker.error("WCW092", &style.id, message, &format!("write 0 to {MOST_POINTS}"));
    }
    let is = |of: Figure| style.figures.iter().find(|f| f.of == of).map(|f| f.is);
    let steps = [Figure::TurnsRound, Figure::Later, Figure::Yes].map(is);
    if style.manner == Manner::Harder && !steps.is_sorted() {
        let message = format!("the style \"{}\" asks less for what yields more", style.id);
        checker.error("WCW092", &style.id, message, "let TurnsRound, Later and Yes rise in this order");
    }
}
