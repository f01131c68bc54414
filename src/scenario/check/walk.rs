//! Queries on drafts that several checks share.

use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;
use crate::scenario::terms::Speech;

impl Draft {
    pub(super) fn replies(&self) -> impl Iterator<Item = &UtteranceDraft> + Clone {
        self.utterances.iter().filter(|utterance| utterance.occasion.is_reply())
    }

    pub(in crate::scenario) fn topics(&self) -> impl Iterator<Item = &TopicDraft> + Clone {
        self.counterparts.iter().flat_map(|counterpart| &counterpart.agenda)
    }

    pub(super) fn positions(&self) -> impl Iterator<Item = &PositionDraft> + Clone {
        self.scenario.issues.iter().flat_map(|issue| &issue.positions)
    }

    pub(in crate::scenario) fn map_views(&self) -> impl Iterator<Item = &ViewDraft> + Clone {
        self.map.iter().filter_map(|entry| match entry {
            MapDraft::View(view) => Some(view),
            _ => None,
        })
    }

    pub(in crate::scenario) fn map_places(&self) -> impl Iterator<Item = &PlaceDraft> + Clone {
        self.map.iter().filter_map(|entry| match entry {
            MapDraft::Place(place) => Some(place),
            _ => None,
        })
    }

    pub(in crate::scenario) fn map_changes(&self) -> impl Iterator<Item = &ChangeDraft> + Clone {
        self.map.iter().filter_map(|entry| match entry {
            MapDraft::Change(change) => Some(change),
            _ => None,
        })
    }

    /// The id of the seat that makes a move; the first seat if the move names none.
    pub(super) fn seat_of<'d>(&'d self, mv: &'d MoveDraft) -> Option<&'d Id> {
        mv.seat.as_ref().or(self.scenario.seats.first().map(|seat| &seat.id))
    }

    /// Whether somebody or something with these dates doesn't exist on the day of the talk.
    pub(super) fn is_outside(&self, from: Option<Date>, until: Option<Date>) -> bool {
        let today = self.scenario.date;
        from.is_some_and(|from| today < from) || until.is_some_and(|until| today > until)
    }

    /// Whether what is said needs reasons. In an invented talk it doesn't.
    pub(super) fn needs_reasons(&self) -> bool {
        self.scenario.speech != Speech::Invented
    }
}
