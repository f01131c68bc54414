//! Who or what is named before it existed, after it ended, before it happened, or where nobody knows of it.

use std::ops::Range;

use super::Checker;
use super::texts::{Readers, Text, whole_words};
use crate::scenario::draft::*;
use crate::scenario::place::Id;

/// Something that must not be named, by the words by which it is recognised.
struct Hidden<'d> {
    names: Vec<&'d str>,
    id: &'d Id,
    /// Parties that know of it; `None` where nobody can.
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

/// "Left Socialist Party of Japan" names a party that is there, though its last words are the name of one that is not.
fn is_part_of_other(text: &str, range: &Range<usize>, present: &[&str]) -> bool {
    let longer = present.iter().filter(|name| name.len() > range.len());
    longer.flat_map(|name| whole_words(text, name)).any(|other| other.start <= range.start && range.end <= other.end)
}

fn outside(date: Date, from: Option<Date>, until: Option<Date>) -> bool {
    from.is_some_and(|from| date < from) || until.is_some_and(|until| date > until)
}

fn names_of(person: &PersonDraft) -> Vec<&str> {
    let names = [&person.name, &person.full_name].into_iter();
    let names = names.chain(&person.named).map(String::as_str);
    names.filter(|name| !name.trim().is_empty()).collect()
}

fn present<'d>(checker: &Checker<'d>) -> Vec<&'d str> {
    let today = checker.draft.scenario.date;
    let people = checker.draft.people.iter();
    let there = people.filter(|p| !outside(today, p.from, p.until) && p.known_to.is_empty());
    there.flat_map(names_of).collect()
}

fn hidden<'d>(checker: &Checker<'d>) -> Vec<Hidden<'d>> {
    let draft = checker.draft;
    let today = draft.scenario.date;
    let people = draft.people.iter().filter_map(|person| {
        let absent = person.party.is_none() && outside(today, person.from, person.until);
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

/// Whether somebody reads the text who cannot know.
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
    let name = text.text.get(range.clone()).unwrap_or_default();
    let what = text.what;
    let (message, help) = if hidden.known_to.is_some() {
        (
            format!("this {what} speaks of {name}, of which its reader does not know"),
            "known_to says which parties know of it; name it in their texts alone, or in what is told afterwards",
        )
    } else {
        (
            format!("{name} {}, and this {what} names it", hidden.because),
            "name it in the timeline or in what is told afterwards, or not at all",
        )
    };
    let place = checker.locate(text, range);
    let fault = crate::scenario::diagnostic::Diagnostic::error(hidden.code, message, place, Some(help.to_owned()));
    checker.faults.push(fault.and(hidden.id.place, "this is what it names"));
}
