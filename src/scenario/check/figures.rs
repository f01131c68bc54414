//! Checks figures and dates: values, deals, bands, and people outside their time.

use super::{Checker, error, word_count};
use crate::scenario::draft::*;
use crate::scenario::limits::{BRIEF_WORDS, DEALS, MOST_POINTS, MOST_VALUE, WEIGHTS};
use crate::scenario::place::{Id, Written};

/// How certain a fact is: firm, from a single source, disputed, or unverified.
const CONFIDENCE: [char; 4] = ['F', 'S', 'D', 'U'];

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    draft.values.iter().for_each(|values| check_values(checker, values));
    brief(checker);
    bands(checker);
    dates(checker);
    draft.timeline.iter().for_each(|fact| sourced(checker, &fact.id, &fact.keys, fact.mark));
    draft.background.iter().for_each(|known| sourced(checker, &known.id, &known.keys, known.mark));
    let deals = super::deals(draft);
    if !DEALS.contains(&deals) {
        let help = "add positions, or leave some out: 2 to 3,000,000 deals can be analysed";
        checker.warning("WCW082", &draft.scenario.id, format!("there are {deals} possible deals"), help);
    }
}

/// A fact needs a source, and a mark that says how certain it is.
fn sourced(checker: &mut Checker<'_>, id: &Id, keys: &[Written], mark: char) {
    if keys.is_empty() {
        checker.error("WCW080", id, "this fact has no source", "add keys: [...]");
    }
    if !CONFIDENCE.contains(&mark) {
        checker.error("WCW081", id, format!("'{mark}' is not a mark of confidence"), "write F, S, D or U");
    }
}

fn range(checker: &mut Checker<'_>, at: &Id, Range { low, mid, high }: Range, most: u32) {
    if low > mid || mid > high || high > most {
        let message = format!("({low}, {mid}, {high}) is not a range");
        checker.error("WCW083", at, message, &format!("write low, middle and high in rising order, up to {most}"));
    }
}

fn check_values(checker: &mut Checker<'_>, values: &ValuesDraft) {
    let sum: u32 = values.preferences.iter().map(|preference| preference.weight.mid).sum();
    if sum != WEIGHTS {
        let message = format!("the middle weights of \"{}\" add up to {sum}", values.party);
        checker.error("WCW084", &values.party, message, &format!("make them add up to {WEIGHTS}"));
    }
    for preference in &values.preferences {
        range(checker, &preference.issue, preference.weight, MOST_POINTS);
        for points in &preference.points {
            range(checker, &points.position, points.points, MOST_POINTS);
            allowed(checker, preference, points);
        }
    }
    for linkage in &values.linkages {
        range(checker, &linkage.id, linkage.loses, MOST_VALUE);
        if linkage.hard && !matches!(linkage.source, SourceDraft::Quote(_) | SourceDraft::Entry(_)) {
            let message = format!("the red line \"{}\" has no quotation", linkage.id);
            checker.error("WCW085", &linkage.id, message, "quote the source, or write hard: false");
        }
    }
    range(checker, &values.party, values.reservation.value, MOST_VALUE);
}

/// Points may only be given to pairs of position and timing that the issue allows.
fn allowed(checker: &mut Checker<'_>, preference: &PreferenceDraft, points: &PointsDraft) {
    let issue = checker.draft.scenario.issues.iter().find(|issue| issue.id == preference.issue);
    let Some(issue) = issue else { return };
    let position = issue.positions.iter().find(|position| position.id == points.position);
    let fits = position.is_some_and(|position| match points.timing {
        None => position.timings.is_empty(),
        Some(timing) => position.timings.contains(&timing),
    });
    if !fits {
        let message = format!("\"{}\" can't be agreed with this timing on \"{}\"", points.position, issue.id);
        let help = "use one of the position's timings; leave the timing out where it has none";
        let place = position.map_or(issue.id.place, |position| position.id.place);
        checker.push(error("WCW086", points.position.place, message, help).and(place, "allows these timings"));
    }
}

fn brief(checker: &mut Checker<'_>) {
    for seat in &checker.draft.scenario.seats {
        let words: usize = seat.brief.iter().map(|paragraph| word_count(paragraph)).sum();
        if words > BRIEF_WORDS {
            let message = format!("this briefing has {words} words; the limit is {BRIEF_WORDS}");
            checker.error("WCW087", &seat.id, message, "move the rest to more: [...]");
        }
    }
}

fn bands(checker: &mut Checker<'_>) {
    for measure in checker.draft.endings.iter().flat_map(|endings| &endings.measures) {
        let from: Vec<u8> = measure.bands.iter().map(|band| band.from).collect();
        if from.first() != Some(&0) || !from.is_sorted_by(|a, b| a < b) {
            let message = format!("the bands of {:?} don't rise from 0", measure.measure);
            checker.error("WCW088", &measure.name, message, "let the first begin at 0, and each later one higher");
        }
    }
}

/// People and audiences that are used have to exist on the day of the talk.
fn dates(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let help = "use somebody else, or correct from and until";
    let speakers = draft.scenario.seats.iter().flat_map(|seat| &seat.speakers);
    for id in speakers.chain(draft.record.iter().map(|entry| &entry.speaker)) {
        let person = checker.person(id).filter(|person| draft.is_outside(person.from, person.until));
        if let Some(person) = person {
            let message = format!("\"{id}\" does not exist on the day of the talk");
            checker.push(error("WCW089", id.place, message, help).and(person.id.place, "see from and until here"));
        }
    }
    for audience in draft.values.iter().flat_map(|values| &values.audiences) {
        if draft.is_outside(audience.from, audience.until) {
            let message = format!("\"{}\" does not exist on the day of the talk", audience.name);
            checker.error("WCW089", &audience.id, message, help);
        }
    }
}
