//! Checks that the background is balanced: it covers every issue, and gives no issue from one side only.

use super::Checker;
use crate::scenario::draft::*;

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    // The entry that seems to be missing may be one that couldn't be read.
    let is_whole = draft.broken_ids.is_empty() && !draft.lost.iter().any(|list| list == "background");
    if draft.background.is_empty() || !is_whole {
        return;
    }
    for issue in &draft.scenario.issues {
        let known: Vec<&BackgroundDraft> = draft.background.iter().filter(|known| known.issue == issue.id).collect();
        if known.is_empty() && !issue.positions.is_empty() {
            let message = format!("the background says nothing about \"{}\"", issue.id);
            checker.warning("WCW160", &issue.id, message, "add a Background to background.ron with what is known");
        }
        one_sided(checker, &known);
    }
}

/// If the background gives one side's position on an issue, it has to give the other's too.
fn one_sided(checker: &mut Checker<'_>, known: &[&BackgroundDraft]) {
    let frame = &checker.draft.scenario;
    let has_seat = |party: &&PartyDraft| frame.seats.iter().any(|seat| seat.party == party.id);
    let has_stand = |party: &PartyDraft| known.iter().any(|known| known.party.as_ref() == Some(&party.id));
    let first = known.iter().find(|known| known.party.is_some());
    let missed = frame.parties.iter().filter(has_seat).find(|party| !has_stand(party));
    if let (Some(first), Some(missed)) = (first, missed) {
        let message =
            format!("the background on \"{}\" has one side's stand, but not that of {}", first.issue, missed.name);
        checker.warning("WCW161", &first.id, message, "add it, or say that it is not known: mark: 'U'");
    }
}
