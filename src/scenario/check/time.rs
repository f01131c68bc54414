//! Finds texts that mention somebody or something outside its time, or to readers who can't know of it.

use std::ops::Range;

use super::texts::{Readers, Text, whole_words};
use super::{Checker, error};
use crate::scenario::draft::*;
use crate::scenario::place::Id;

/// Something that must not be mentioned, with the words that refer to it.
struct Hidden<'d> {
    names: Vec<&'d str>,
    id: &'d Id,
    /// Parties that know of it; `None` if no party can.
    known_to: Option<&'d [Id]>,
    code: &'static str,
    because: &'static str,
}

pub(super) fn check<'d>(checker: &mut Checker<'d>, texts: &[Text<'d>]) {
    let hidden = hidden(checker);
    let present = present(checker);
    for text in texts.iter().filter(|text| text.read_by != Readers::Afterwards) {
        for hidden in &hidden {
            if !is_read_unknowing(checker, text, hidden) || hidden.id == text.at {
                continue;
            }
            let named = hidden.names.iter().find_map(|name| {
                let mut found = whole_words(text.text, name).into_iter();
                found.find(|range| !is_part_of_other(text.text, range, &present))
            });
            if let Some(range) = named {
                report(checker, text, hidden, range);
            }
        }
    }
}

/// Whether the name is only part of another one that may be used. "Left Socialist Party of Japan" is such a name: it
/// ends with that of a party that didn't exist yet.
fn is_part_of_other(text: &str, range: &Range<usize>, present: &[&str]) -> bool {
    let longer = present.iter().filter(|name| name.len() > range.len());
    longer.flat_map(|name| whole_words(text, name)).any(|other| other.start <= range.start && range.end <= other.end)
}

fn names_of(person: &PersonDraft) -> Vec<&str> {
    let names = [&person.name, &person.full_name].into_iter().chain(&person.named).map(String::as_str);
    names.filter(|name| !name.trim().is_empty()).collect()
}

fn present<'d>(checker: &Checker<'d>) -> Vec<&'d str> {
    let draft = checker.draft;
    let there = draft.people.iter().filter(|p| !draft.is_outside(p.from, p.until) && p.known_to.is_empty());
    there.flat_map(names_of).collect()
}

fn hidden<'d>(checker: &Checker<'d>) -> Vec<Hidden<'d>> {
    let draft = checker.draft;
    let today = draft.scenario.date;
    let people = draft.people.iter().filter_map(|person| {
        let absent = person.party.is_none() && draft.is_outside(person.from, person.until);
        let secret = !person.known_to.is_empty();
        (absent || secret).then(|| Hidden {
            names: names_of(person),
            id: &person.id,
            known_to: (!absent).then_some(person.known_to.as_slice()),
            code: if absent { "WCW089" } else { "WCW111" },
            because: "does not exist on the day of the talk",
        })
    });
    let facts = draft.timeline.iter().filter_map(|fact| {
        let to_come = fact.date > today;
        let secret = !fact.known_to.is_empty();
        (to_come || secret).then(|| Hidden {
            names: fact.named.iter().map(String::as_str).collect(),
            id: &fact.id,
            known_to: (!to_come).then_some(fact.known_to.as_slice()),
            code: if to_come { "WCW110" } else { "WCW111" },
            because: "has not happened on the day of the talk",
        })
    });
    people.chain(facts).collect()
}

/// Whether the text has a reader who can't know of it.
fn is_read_unknowing(checker: &Checker<'_>, text: &Text<'_>, hidden: &Hidden<'_>) -> bool {
    let Some(known_to) = hidden.known_to else {
        return true;
    };
    let seats = checker.draft.scenario.seats.iter().enumerate();
    let mut readers = seats.filter(|(index, seat)| match &text.read_by {
        Readers::Everyone => seat.closed_because.is_none(),
        Readers::Seats(seats) => seats.contains(index),
        Readers::Afterwards => false,
    });
    readers.any(|(_, seat)| !known_to.contains(&seat.party))
}

fn report(checker: &mut Checker<'_>, text: &Text<'_>, hidden: &Hidden<'_>, range: Range<usize>) {
    let (name, what) = (text.text.get(range.clone()).unwrap_or_default(), text.what);
    let (message, help) = if hidden.known_to.is_some() {
        (
            format!("this {what} mentions {name}, and its reader does not know of it"),
            "mention it only to the parties named in known_to, or after the talk",
        )
    } else {
        (
            format!("this {what} mentions {name}, which {}", hidden.because),
            "mention it in the timeline or after the talk, or not at all",
        )
    };
    let place = checker.locate(text, range);
    checker.push(error(hidden.code, place, message, help).and(hidden.id.place, "this is what it mentions"));
}
