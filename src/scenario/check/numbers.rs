//! Finds figures that make no difference: positions worth the same to everybody, and issues without weight.

use super::{Checker, warning};
use crate::scenario::draft::*;
use crate::scenario::place::Id;
use crate::scenario::terms::Timing;

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    if draft.values.is_empty() {
        return;
    }
    for issue in &draft.scenario.issues {
        let weightless = |values: &ValuesDraft| preference(values, &issue.id).is_some_and(|p| p.weight.high == 0);
        if draft.values.iter().all(weightless) {
            let message = format!("the issue \"{}\" has no weight for anybody", issue.id);
            let help = "give it a weight in values/, or make it a table issue";
            checker.warning("WCW119", &issue.id, message, help);
        }
        for (index, position) in issue.positions.iter().enumerate() {
            let mut earlier = issue.positions.iter().take(index);
            if let Some(same) = earlier.find(|other| are_alike(&draft.values, issue, other, position)) {
                let message = format!("\"{}\" and \"{}\" are worth the same to every party", position.id, same.id);
                let help = "give them different points, or leave one out";
                checker.push(warning("WCW118", position.id.place, message, help).and(same.id.place, "the other one"));
            }
        }
    }
}

fn preference<'v>(values: &'v ValuesDraft, issue: &Id) -> Option<&'v PreferenceDraft> {
    values.preferences.iter().find(|p| p.issue == *issue)
}

fn timings(position: &PositionDraft) -> Vec<Option<Timing>> {
    match position.timings.as_slice() {
        [] => vec![None],
        timings => timings.iter().copied().map(Some).collect(),
    }
}

fn points(preference: &PreferenceDraft, position: &PositionDraft, timing: Option<Timing>) -> Option<(u32, u32, u32)> {
    let mut points = preference.points.iter();
    let Range { low, mid, high } = points.find(|p| p.position == position.id && p.timing == timing)?.points;
    Some((low, mid, high))
}

/// Whether two positions have the same timings and, for each timing, the same points from every party.
fn are_alike(values: &[ValuesDraft], issue: &IssueDraft, one: &PositionDraft, other: &PositionDraft) -> bool {
    let (first, second) = (timings(one), timings(other));
    let alike = |preference: &PreferenceDraft| {
        first.iter().all(|timing| {
            let points = points(preference, one, *timing).zip(points(preference, other, *timing));
            points.is_some_and(|(one, other)| one == other)
        })
    };
    first.len() == second.len()
        && first.iter().all(|timing| second.contains(timing))
        && values.iter().all(|values| preference(values, &issue.id).is_some_and(alike))
}
