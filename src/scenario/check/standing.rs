//! Checks what a scenario rests on: a record it shouldn't have, works missing from the bibliography, timings without
//! milestones.

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

/// Only a recorded talk may have a record.
fn record(checker: &mut Checker<'_>) {
    let speech = checker.draft.scenario.speech;
    let Some(entry) = checker.draft.record.first().filter(|_| speech != Speech::Recorded) else { return };
    let message = format!("scenario.ron says speech: {speech:?}, but here is a record of the talk");
    checker.error("WCW094", &entry.id, message, "remove speech from scenario.ron, or remove the record");
}

/// Every key that is cited has to be in the bibliography.
fn works(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    checker.once("work", draft.bibliography.iter().map(|work| &work.key));
    let known: HashSet<&str> = draft.bibliography.iter().map(|work| work.key.as_str()).collect();
    let cited = cited(draft);
    if let (true, Some(first)) = (known.is_empty(), cited.first()) {
        let message = "works are cited by keys, but there is no bibliography";
        let help = "list them in bibliography.ron: Work(key: \"F77\", cites: \"...\")";
        return checker.warning("WCW096", first, message, help);
    }
    for key in cited.iter().filter(|key| !known.contains(key.as_str())) {
        let message = format!("the work \"{key}\" is cited, but it is not in the bibliography");
        checker.error("WCW095", key, message, "add it to bibliography.ron, or fix the key");
    }
}

fn cited(draft: &crate::scenario::load::Draft) -> Vec<Written> {
    let places = draft.map_places();
    let places = places.flat_map(|place| place.keys.iter().chain(place.claims.iter().flat_map(|claim| &claim.keys)));
    let cited = draft.timeline.iter().flat_map(|fact| &fact.keys);
    let cited = cited.chain(draft.background.iter().flat_map(|known| &known.keys));
    let cited = cited.chain(draft.contested.iter().flat_map(|point| &point.keys));
    let cited = cited.chain(draft.people.iter().flat_map(|person| &person.keys));
    let mut cited: Vec<Written> = cited.chain(places).cloned().collect();
    super::quotes::visit_bases(draft, &mut |_, source| {
        if let SourceDraft::Dossier { keys, .. } = source {
            cited.extend(keys.iter().cloned());
        }
    });
    cited
}

/// Timings need two milestones to refer to, unless the author names them.
fn milestones(checker: &mut Checker<'_>) {
    let frame = &checker.draft.scenario;
    let named: HashSet<_> = frame.timings.iter().map(|(timing, _)| *timing).collect();
    let unnamed = |position: &&PositionDraft| position.timings.iter().any(|timing| !named.contains(timing));
    if frame.milestones.len() < 2
        && let Some(position) = checker.draft.positions().find(unnamed)
    {
        let message = format!("\"{}\" has a timing, but there are no two milestones to relate it to", position.id);
        let help = "write two milestones, or name each timing in timings: [...]";
        checker.error("WCW097", &position.id, message, help);
    }
}
