//! Faults of figures and dates: values, deals, bands, people out of their time.

use super::Checker;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::draft::*;
use crate::scenario::place::{Id, Written};

/// Most words of a briefing.
const BRIEF_WORDS: usize = 250;

/// Fewest and most deals that a space should hold.
const DEALS: std::ops::RangeInclusive<u64> = 2..=3_000_000;

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    draft.values.iter().for_each(|values| check_values(checker, values));
    brief(checker);
    bands(checker);
    dates(checker);
    let facts = draft.timeline.iter();
    facts.for_each(|fact| known(checker, &fact.id, &fact.keys, fact.mark));
    let background = draft.background.iter();
    background.for_each(|told| known(checker, &told.id, &told.keys, told.mark));
    if !DEALS.contains(&super::deals(draft)) {
        let message = format!("the space holds {} deals", super::deals(draft));
        checker.warning("WCW082", &draft.scenario.id, message, "2 to 3,000,000 can be analysed");
    }
}

/// What is told as known has a source, and says how sure it is.
fn known(checker: &mut Checker<'_>, id: &Id, keys: &[Written], mark: char) {
    if keys.is_empty() {
        checker.error("WCW080", id, "a fact needs its source".to_owned(), "add keys: [...]");
    }
    if !['F', 'S', 'D', 'U'].contains(&mark) {
        checker.error("WCW081", id, format!("'{mark}' is no mark of confidence"), "write F, S, D or U");
    }
}

fn range(checker: &mut Checker<'_>, at: &Id, range: RangeDraft, most: u32) {
    let RangeDraft(low, mid, high) = range;
    if low > mid || mid > high || high > most {
        let message = format!("({low}, {mid}, {high}) is no range: low, middle, high, up to {most}");
        checker.error("WCW083", at, message, "");
    }
}

fn check_values(checker: &mut Checker<'_>, values: &ValuesDraft) {
    let sum: u32 = values.preferences.iter().map(|preference| preference.weight.1).sum();
    if sum != 100 {
        let message = format!("the middle weights of \"{}\" sum to {sum}, not to 100", values.party);
        checker.error("WCW084", &values.party, message, "");
    }
    for preference in &values.preferences {
        range(checker, &preference.issue, preference.weight, 100);
        preference.points.iter().for_each(|points| range(checker, &points.position, points.points, 100));
        preference.points.iter().for_each(|points| allowed(checker, preference, points));
    }
    for linkage in &values.linkages {
        range(checker, &linkage.id, linkage.loses, 10_000);
        if linkage.hard && !matches!(linkage.source, SourceDraft::Quote(_) | SourceDraft::Entry(_)) {
            let message = "a red line is shown by a quotation".to_owned();
            checker.error("WCW085", &linkage.id, message, "quote it, or write hard: false");
        }
    }
    range(checker, &values.party, values.reservation.value, 10_000);
}

/// Points stand only for pairs that the issue allows.
fn allowed(checker: &mut Checker<'_>, preference: &PreferenceDraft, points: &PointsDraft) {
    let issue = checker.draft.scenario.issues.iter().find(|issue| issue.id == preference.issue);
    let Some(issue) = issue else { return };
    let position = issue.positions.iter().find(|position| position.id == points.position);
    let fits = position.is_some_and(|position| match points.timing {
        None => position.timings.is_empty(),
        Some(timing) => position.timings.contains(&timing),
    });
    if !fits {
        let message = format!("\"{}\" with this timing is no pair of \"{}\"", points.position, issue.id);
        let fault = Diagnostic::error("WCW086", message, points.position.place, None);
        let place = position.map_or(issue.id.place, |position| position.id.place);
        checker.faults.push(fault.and(place, "what is allowed stands here"));
    }
}

fn brief(checker: &mut Checker<'_>) {
    for seat in &checker.draft.scenario.seats {
        let words: usize = seat.brief.iter().map(|p| p.split_whitespace().count()).sum();
        if words > BRIEF_WORDS {
            let message = format!("this briefing has {words} words; a player gets {BRIEF_WORDS} before the first move");
            checker.error("WCW087", &seat.id, message, "move the rest to more: [...]");
        }
    }
}

fn bands(checker: &mut Checker<'_>) {
    for measure in checker.draft.endings.iter().flat_map(|e| &e.measures) {
        let from: Vec<u8> = measure.bands.iter().map(|band| band.from).collect();
        if from.first() != Some(&0) || !from.is_sorted_by(|a, b| a < b) {
            let message = format!("the bands of {:?} begin at 0 and rise", measure.measure);
            checker.error("WCW088", &measure.name, message, "");
        }
    }
}

/// Who or what is used has to exist on the day of the talk.
fn dates(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let today = draft.scenario.date;
    let outside = |from: Option<Date>, until: Option<Date>| {
        from.is_some_and(|from| today < from) || until.is_some_and(|until| today > until)
    };
    let speakers = draft.scenario.seats.iter().flat_map(|seat| &seat.speakers);
    for id in speakers.chain(draft.record.iter().map(|entry| &entry.speaker)) {
        if checker.person(&id.text).is_some_and(|person| outside(person.from, person.until)) {
            let message = format!("\"{id}\" does not exist on the day of the talk");
            let fault = Diagnostic::error("WCW089", message, id.place, None);
            let person = checker.person(&id.text).and_then(|person| person.id.place);
            checker.faults.push(fault.and(person, "see its from and until"));
        }
    }
    for audience in draft.values.iter().flat_map(|values| &values.audiences) {
        if outside(audience.from, audience.until) {
            let message = format!("\"{}\" does not exist on the day of the talk", audience.name);
            checker.error("WCW089", &audience.id, message, "");
        }
    }
}
