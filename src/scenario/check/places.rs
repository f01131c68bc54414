//! Checks places with a name in each of two languages. Texts have to give both, in the form `Kunashiri (Kunashir)`.

use std::ops::Range;

use super::texts::{Text, whole_words};
use super::{Checker, error, speech};

pub(super) fn check<'d>(checker: &mut Checker<'d>, texts: &[Text<'d>]) {
    for (first, other) in &checker.draft.scenario.places.names {
        let both = format!("{first} ({other})");
        let named = |text: &&Text<'_>| text.text.contains(first) || text.text.contains(other);
        for text in texts.iter().filter(named) {
            if let Some(range) = misnamed(text.text, first, other, &both) {
                report(checker, text, &both, range);
            }
        }
    }
}

/// The first occurrence of a name outside quotations that lacks the other name or comes before the wrong one.
fn misnamed(text: &str, first: &str, other: &str, both: &str) -> Option<Range<usize>> {
    let named: Vec<Range<usize>> = text.match_indices(both).map(|(at, found)| at..at + found.len()).collect();
    let find = |quoted: &[Range<usize>], name: &str| {
        let mut found = whole_words(text, name).into_iter();
        found.find(|range| !is_within(range, &named) && !is_within(range, quoted))
    };
    // Looking for quotations takes longer.
    find(&[], first).or_else(|| find(&[], other))?;
    let quoted = speech::quoted(text);
    [&format!("{other} ({first})"), first, other].into_iter().find_map(|name| find(&quoted, name))
}

/// Whether one of these passages, which are in order and apart from each other, holds a range.
fn is_within(range: &Range<usize>, passages: &[Range<usize>]) -> bool {
    let after = passages.partition_point(|passage| passage.start <= range.start);
    after.checked_sub(1).and_then(|last| passages.get(last)).is_some_and(|last| range.end <= last.end)
}

fn report(checker: &mut Checker<'_>, text: &Text<'_>, both: &str, range: Range<usize>) {
    let name = text.text.get(range.clone()).unwrap_or_default();
    let message = if name.ends_with(')') {
        format!("{name} has its two names in the wrong order")
    } else {
        format!("{name} is named without its other name")
    };
    let place = checker.locate(text, range);
    let help = format!("write {both}");
    checker.push(error("WCW090", place, message, &help).fixed_by(help, place, both));
}
