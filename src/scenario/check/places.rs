//! Places that two peoples call by different names: texts name both, in the form `Kunashiri (Kunashir)`.

use std::ops::Range;

use super::Checker;
use super::speech;
use super::texts::{Text, whole_words};
use crate::scenario::diagnostic::Diagnostic;

pub(super) fn check<'d>(checker: &mut Checker<'d>, texts: &[Text<'d>]) {
    for (first, other) in &checker.draft.scenario.places.names {
        let both = format!("{first} ({other})");
        let named = |text: &&Text<'_>| text.text.contains(first) || text.text.contains(other);
        for text in texts.iter().filter(named) {
            // What is found with both names, or in a quotation, is as it should be.
            let whole = text.text.match_indices(&both);
            let mut well: Vec<Range<usize>> = whole.map(|(at, w)| at..at + w.len()).collect();
            let alone = |well: &[Range<usize>], name: &str| {
                let mut found = whole_words(text.text, name).into_iter();
                found.find(|range| !well.iter().any(|w| w.start <= range.start && range.end <= w.end))
            };
            if alone(&well, first).or_else(|| alone(&well, other)).is_none() {
                continue;
            }
            well.extend(speech::quoted(text.text));
            let round = format!("{other} ({first})");
            let mut turned = whole_words(text.text, &round).into_iter();
            if let Some(range) = turned.find(|r| !well.iter().any(|w| w.start <= r.start && r.end <= w.end)) {
                report(checker, text, &round, &both, range);
                continue;
            }
            for name in [first, other] {
                if let Some(range) = alone(&well, name) {
                    report(checker, text, name, &both, range);
                    break;
                }
            }
        }
    }
}

fn report(checker: &mut Checker<'_>, text: &Text<'_>, name: &str, both: &str, range: Range<usize>) {
    let message = if name.ends_with(')') {
        format!("{name} has its names the other way round")
    } else {
        format!("{name} is named without its other name")
    };
    let place = checker.locate(text, range);
    let fault = Diagnostic::error("WCW090", message, place, Some(format!("write {both}")));
    let fault = fault.fixed_by(format!("write {both}"), place, both);
    checker.faults.push(fault);
}
