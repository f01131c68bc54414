//! Ways through a draft that several checks take.

use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;
use crate::scenario::terms::Speech;

impl Draft {
    pub(super) fn replies(&self) -> impl Iterator<Item = &ReplyDraft> + Clone {
        self.utterances.iter().filter_map(|utterance| match utterance {
            UtteranceDraft::Reply(reply) => Some(reply),
            UtteranceDraft::Initiative(_) => None,
        })
    }

    pub(super) fn topics(&self) -> impl Iterator<Item = &TopicDraft> + Clone {
        self.counterparts.iter().flat_map(|counterpart| &counterpart.agenda)
    }

    pub(super) fn positions(&self) -> impl Iterator<Item = &PositionDraft> + Clone {
        self.scenario.issues.iter().flat_map(|issue| &issue.positions)
    }

    pub(super) fn map_views(&self) -> impl Iterator<Item = &ViewDraft> + Clone {
        self.map.iter().filter_map(|entry| match entry {
            MapDraft::View(view) => Some(view),
            _ => None,
        })
    }

    pub(super) fn map_places(&self) -> impl Iterator<Item = &PlaceDraft> + Clone {
        self.map.iter().filter_map(|entry| match entry {
            MapDraft::Place(place) => Some(place),
            _ => None,
        })
    }

    pub(super) fn map_changes(&self) -> impl Iterator<Item = &ChangeDraft> + Clone {
        self.map.iter().filter_map(|entry| match entry {
            MapDraft::Change(change) => Some(change),
            _ => None,
        })
    }

    /// The id of the seat that can make a move: the first where the move names none.
    pub(super) fn seat_of<'d>(&'d self, mv: &'d MoveDraft) -> Option<&'d Id> {
        mv.seat.as_ref().or(self.scenario.seats.first().map(|seat| &seat.id))
    }

    /// Whether somebody or something with these dates does not exist on the day of the talk.
    pub(super) fn is_outside(&self, from: Option<Date>, until: Option<Date>) -> bool {
        let today = self.scenario.date;
        from.is_some_and(|from| today < from) || until.is_some_and(|until| today > until)
    }

    /// Whether what is said needs reasons: an invented talk does not.
    pub(super) fn needs_reasons(&self) -> bool {
        self.scenario.speech != Speech::Invented
    }
}

impl UtteranceDraft {
    pub(super) const fn id(&self) -> &Id {
        match self {
            UtteranceDraft::Reply(reply) => &reply.id,
            UtteranceDraft::Initiative(own) => &own.id,
        }
    }

    pub(super) const fn topic(&self) -> &Id {
        match self {
            UtteranceDraft::Reply(reply) => &reply.topic,
            UtteranceDraft::Initiative(own) => &own.topic,
        }
    }

    pub(super) const fn words(&self) -> &WordsDraft {
        match self {
            UtteranceDraft::Reply(reply) => &reply.words,
            UtteranceDraft::Initiative(own) => &own.words,
        }
    }

    pub(super) fn effects(&self) -> &[EffectDraft] {
        match self {
            UtteranceDraft::Reply(reply) => &reply.effects,
            UtteranceDraft::Initiative(own) => &own.effects,
        }
    }

    pub(super) const fn idea(&self) -> Option<&Id> {
        match self {
            UtteranceDraft::Reply(reply) => reply.idea.as_ref(),
            UtteranceDraft::Initiative(own) => own.idea.as_ref(),
        }
    }

    pub(super) fn conditions(&self) -> &[ConditionDraft] {
        match self {
            UtteranceDraft::Reply(reply) => &reply.presumes,
            UtteranceDraft::Initiative(own) => &own.when,
        }
    }
}
