//! Figures that make no difference: positions worth the same to everybody, and issues that nobody cares for.

use super::Checker;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::draft::*;
use crate::scenario::place::Id;
use crate::scenario::terms::Timing;

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    for issue in &draft.scenario.issues {
        if !draft.values.is_empty() && draft.values.iter().all(|v| weighs_nothing(v, &issue.id)) {
            let message = format!("nobody gives the issue \"{}\" any weight", issue.id);
            let help = "give it a weight in values/, or make it a table issue";
            checker.warning("WCW119", &issue.id, message, help);
        }
        for (index, position) in issue.positions.iter().enumerate() {
            let mut earlier = issue.positions.iter().take(index);
            if let Some(same) = earlier.find(|other| are_alike(checker, issue, other, position)) {
                let message = format!(
                    "\"{}\" is worth as much as \"{}\" to every party, whenever it comes",
                    position.id, same.id
                );
                let help = "say in points what the one has before the other, or leave one out";
                let place = position.id.place;
                let fault = Diagnostic::warning("WCW118", message, place, Some(help.to_owned()));
                checker.faults.push(fault.and(same.id.place, "the other one"));
            }
        }
    }
}

fn preference<'v>(values: &'v ValuesDraft, issue: &Id) -> Option<&'v PreferenceDraft> {
    values.preferences.iter().find(|p| p.issue == *issue)
}

fn weighs_nothing(values: &ValuesDraft, issue: &Id) -> bool {
    preference(values, issue).is_some_and(|p| p.weight.2 == 0)
}

fn are_alike(checker: &Checker<'_>, issue: &IssueDraft, one: &PositionDraft, other: &PositionDraft) -> bool {
    let timings = |position: &PositionDraft| -> Vec<Option<Timing>> {
        match position.timings.as_slice() {
            [] => vec![None],
            timings => timings.iter().copied().map(Some).collect(),
        }
    };
    let (first, second) = (timings(one), timings(other));
    let same_timings = first.len() == second.len() && first.iter().all(|t| second.contains(t));
    let values = &checker.draft.values;
    same_timings
        && !values.is_empty()
        && values.iter().all(|values| {
            let Some(preference) = preference(values, &issue.id) else {
                return false;
            };
            let points = |position: &PositionDraft, timing: &Option<Timing>| {
                let mut points = preference.points.iter();
                let points = points.find(|p| p.position == position.id && p.timing == *timing)?;
                let RangeDraft(low, mid, high) = points.points;
                Some((low, mid, high))
            };
            let same = |timing: &Option<Timing>| {
                let (one, other) = (points(one, timing), points(other, timing));
                one.is_some() && one == other
            };
            first.iter().all(same)
        })
}
