//! Whether the background is even: an issue of which nothing is told, or a stand of one side alone.

use super::Checker;
use crate::scenario::draft::*;

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    // An entry that could not be read may have been the one that is missed.
    let is_whole = draft.broken_ids.is_empty() && !draft.lost.iter().any(|list| list == "background");
    if draft.background.is_empty() || !is_whole {
        return;
    }
    for issue in &draft.scenario.issues {
        let told: Vec<&BackgroundDraft> = draft.background.iter().filter(|told| told.issue == issue.id).collect();
        if told.is_empty() && !issue.positions.is_empty() {
            let message = format!("the background tells nothing of \"{}\"", issue.id);
            let help = "add a Background to background.ron with what is known of it";
            checker.warning("WCW160", &issue.id, message, help);
        }
        one_sided(checker, &told);
    }
}

/// Where the stand of one side at the table is told, so are those of the others.
fn one_sided(checker: &mut Checker<'_>, told: &[&BackgroundDraft]) {
    let frame = &checker.draft.scenario;
    let has_seat = |party: &&PartyDraft| frame.seats.iter().any(|seat| seat.party == party.id);
    let stands = |party: &PartyDraft| told.iter().any(|told| told.party.as_ref() == Some(&party.id));
    let first = told.iter().find(|told| told.party.is_some());
    let mut seated = frame.parties.iter().filter(has_seat);
    if let (Some(first), Some(missed)) = (first, seated.find(|party| !stands(party))) {
        let message = format!(
            "the background tells where one side stands on \"{}\", and not where {} stands",
            first.issue, missed.name
        );
        let help = "tell both, or say that it is not known: mark: 'U'";
        checker.warning("WCW161", &first.id, message, help);
    }
}
