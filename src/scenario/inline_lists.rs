//! The lists that a short scenario writes in `scenario.ron` instead of in files of their own.

use serde::Deserialize;

use super::draft::*;
use super::lenient::Lenient;
use super::terms::Speech;

/// The lists in `scenario.ron`. Parsed on their own if the rest of the file has a fault, so that they aren't lost with
/// it.
#[derive(Default, Deserialize)]
#[serde(rename = "Scenario", default)]
pub(super) struct Inside {
    pub(super) speech: Option<Speech>,
    pub(super) people: Vec<Lenient<PersonDraft>>,
    pub(super) record: Vec<Lenient<EntryDraft>>,
    pub(super) moves: Vec<Lenient<MoveDraft>>,
    pub(super) stances: Vec<Lenient<StanceDraft>>,
    pub(super) replies: Vec<Lenient<UtteranceDraft>>,
    pub(super) counterparts: Vec<Lenient<CounterpartDraft>>,
    pub(super) values: Vec<Lenient<ValuesDraft>>,
    pub(super) endings: Vec<Lenient<EndingsDraft>>,
    pub(super) glossary: Vec<Lenient<TermDraft>>,
    pub(super) timeline: Vec<Lenient<FactDraft>>,
    pub(super) background: Vec<Lenient<BackgroundDraft>>,
    pub(super) contested: Vec<Lenient<ContestedDraft>>,
    pub(super) tasks: Vec<Lenient<TaskDraft>>,
    pub(super) bibliography: Vec<Lenient<WorkDraft>>,
    pub(super) map: Vec<Lenient<MapDraft>>,
}

impl Inside {
    /// Moves the lists out of a parsed `scenario.ron`.
    pub(super) fn taken_from(frame: &mut ScenarioDraft) -> Self {
        use std::mem::take;
        Self {
            speech: Some(frame.speech),
            people: take(&mut frame.people),
            record: take(&mut frame.record),
            moves: take(&mut frame.moves),
            stances: take(&mut frame.stances),
            replies: take(&mut frame.replies),
            counterparts: take(&mut frame.counterparts),
            values: take(&mut frame.values),
            endings: take(&mut frame.endings),
            glossary: take(&mut frame.glossary),
            timeline: take(&mut frame.timeline),
            background: take(&mut frame.background),
            contested: take(&mut frame.contested),
            tasks: take(&mut frame.tasks),
            bibliography: take(&mut frame.bibliography),
            map: take(&mut frame.map),
        }
    }
}
