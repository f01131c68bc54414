//! Faults of what a scenario stands on: a record it cannot have, works that no list names, timings without milestones.

use std::collections::HashSet;

use super::Checker;
use crate::scenario::draft::*;
use crate::scenario::place::Written;
use crate::scenario::terms::Speech;

pub(super) fn check(checker: &mut Checker<'_>) {
    record(checker);
    works(checker);
    milestones(checker);
}

/// Where no record of the talk is at hand, nothing can be an entry of it.
fn record(checker: &mut Checker<'_>) {
    let frame = &checker.draft.scenario;
    let Some(entry) = checker.draft.record.first() else {
        return;
    };
    if frame.speech != Speech::Recorded {
        let message = format!("scenario.ron says speech: {:?}, and here the record of the talk begins", frame.speech);
        let help = "leave speech out where a record is quoted, or leave the record out";
        checker.error("WCW094", &entry.id, message, help);
    }
}

/// Every key that is cited is listed, where there is a list; where nothing else speaks, there has to be one.
fn works(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    checker.once("work", draft.bibliography.iter().map(|work| &work.key));
    let known: HashSet<&str> = draft.bibliography.iter().map(|w| w.key.as_str()).collect();
    let facts = draft.timeline.iter().flat_map(|fact| &fact.keys);
    let known_of_issues = draft.background.iter().flat_map(|known| &known.keys);
    let points = draft.contested.iter().flat_map(|point| &point.keys);
    let people = draft.people.iter().flat_map(|person| &person.keys);
    let places = draft.map.iter().filter_map(|entry| match entry {
        MapDraft::Place(place) => Some(place),
        _ => None,
    });
    let places = places.flat_map(|place| {
        let claims = place.claims.iter().flat_map(|claim| &claim.keys);
        place.keys.iter().chain(claims)
    });
    let cited = facts.chain(known_of_issues).chain(points).chain(people).chain(places);
    let mut cited: Vec<Written> = cited.cloned().collect();
    super::quotes::visit_bases(draft, &mut |_, source| {
        if let SourceDraft::Dossier { keys, .. } = source {
            cited.extend(keys.iter().cloned());
        }
    });
    if let (true, Some(first)) = (known.is_empty(), cited.first()) {
        let message = "works are cited by keys, and nothing says what the keys stand for".to_owned();
        let help = "list them in bibliography.ron: Work(key: \"F77\", cites: \"...\")";
        checker.warning("WCW096", first, message, help);
        return;
    }
    for key in cited.iter().filter(|key| !known.contains(key.as_str())) {
        let message = format!("the work \"{key}\" is cited here and is not in the bibliography");
        let help = "add it to bibliography.ron, or mend the key";
        checker.error("WCW095", key, message, help);
    }
}

/// A timing is counted against two milestones, unless the author names it.
fn milestones(checker: &mut Checker<'_>) {
    let frame = &checker.draft.scenario;
    let named: HashSet<_> = frame.timings.iter().map(|(timing, _)| *timing).collect();
    let positions = frame.issues.iter().flat_map(|issue| &issue.positions);
    let untold = |position: &&PositionDraft| position.timings.iter().any(|timing| !named.contains(timing));
    if frame.milestones.len() < 2
        && let Some(position) = positions.into_iter().find(untold)
    {
        let message = format!("\"{}\" has a timing, and there are no two milestones to count it against", position.id);
        let help = "write two milestones, or say with timings: [...] what each timing is called";
        checker.error("WCW097", &position.id, message, help);
    }
}

impl Checker<'_> {
    /// Keys stand in their list once.
    fn once<'a>(&mut self, kind: &str, keys: impl Iterator<Item = &'a Written>) {
        let mut seen = HashSet::new();
        for key in keys {
            if !seen.insert(&key.text) {
                let message = format!("there are two of the {kind} \"{key}\"");
                self.error("WCW031", key, message, "keep one of them");
            }
        }
    }
}
