//! Every text of a scenario that a player reads: what it belongs to, who reads it, and when.

use std::borrow::Cow;
use std::ops::Range;

use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;

#[derive(Debug, Clone)]
pub(super) struct Text<'d> {
    /// What it belongs to; the text is written near it.
    pub(super) at: &'d Id,
    pub(super) text: &'d str,
    /// What it is, for messages: "reason".
    pub(super) what: &'static str,
    /// Who reads it before or during the talk.
    pub(super) read_by: Readers,
}

/// Who reads a text before the talk is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Readers {
    Everyone,
    /// These seats, by index.
    Seats(Vec<usize>),
    /// It is shown when the talk is over.
    Afterwards,
}

/// All texts, in the order of the files.
pub(super) fn all(draft: &Draft) -> Vec<Text<'_>> {
    let mut walk = Walk { draft, texts: Vec::new() };
    walk.frame();
    walk.counterparts();
    walk.endings();
    walk.library();
    walk.map();
    walk.talk();
    walk.values();
    walk.texts.retain(|text| !text.text.trim().is_empty());
    walk.texts
}

struct Walk<'d> {
    draft: &'d Draft,
    texts: Vec<Text<'d>>,
}

impl<'d> Walk<'d> {
    fn add(&mut self, at: &'d Id, what: &'static str, text: &'d str, read_by: &Readers) {
        self.texts.push(Text { at, text, what, read_by: read_by.clone() });
    }

    fn basis(&mut self, at: &'d Id, source: &'d SourceDraft, read_by: &Readers) {
        if let SourceDraft::Judgement(reason) | SourceDraft::Model(reason) = source {
            self.add(at, "reason", reason, read_by);
        }
    }

    fn seat_index(&self, seat: &Id) -> Option<usize> {
        self.draft.scenario.seats.iter().position(|s| s.id == *seat)
    }

    /// The seat of a move, as readers.
    fn seat_of(&self, mv: &MoveDraft) -> Readers {
        let index = mv.seat.as_ref().map_or(Some(0), |seat| self.seat_index(seat));
        index.map_or(Readers::Everyone, |index| Readers::Seats(vec![index]))
    }

    fn seats_of(&self, moves: &'d [Id]) -> Readers {
        let mut seats = Vec::new();
        for id in moves {
            let mv = self.draft.moves.iter().find(|mv| mv.id == *id);
            match mv.map(|mv| self.seat_of(mv)) {
                Some(Readers::Seats(own)) => seats.extend(own),
                _ => return Readers::Everyone,
            }
        }
        seats.sort_unstable();
        seats.dedup();
        Readers::Seats(seats)
    }

    /// The seats that hear what is said under a topic.
    fn hearers(&self, topic: &Id) -> Readers {
        let mut counterparts = self.draft.counterparts.iter();
        let own = counterparts.find(|c| c.agenda.iter().any(|t| t.id == *topic));
        own.map_or(Readers::Everyone, |own| self.opposite(&own.seat))
    }

    fn opposite(&self, seat: &Id) -> Readers {
        let seats = self.draft.scenario.seats.iter().enumerate();
        let others = seats.filter(|(_, other)| other.id != *seat);
        Readers::Seats(others.map(|(index, _)| index).collect())
    }

    fn room(&mut self, at: &'d Id, room: &'d RoomDraft, read_by: &Readers) {
        for start in &room.bars {
            self.add(at, "reason", &start.because, read_by);
            self.basis(at, &start.source, read_by);
        }
    }

    fn frame(&mut self) {
        let (frame, everyone) = (&self.draft.scenario, &Readers::Everyone);
        self.add(&frame.id, "title", &frame.title, everyone);
        self.add(&frame.id, "setting", &frame.setting, everyone);
        self.add(&frame.id, "question", &frame.question, everyone);
        for milestone in &frame.milestones {
            self.add(&milestone.id, "name", &milestone.name, everyone);
            self.add(&milestone.id, "explanation", &milestone.plain, everyone);
        }
        for party in &frame.parties {
            self.add(&party.id, "name", &party.name, everyone);
            self.add(&party.id, "name", &party.side, everyone);
        }
        for (index, seat) in frame.seats.iter().enumerate() {
            let own = &Readers::Seats(vec![index]);
            self.add(&seat.id, "name", &seat.name, everyone);
            seat.brief.iter().for_each(|p| self.add(&seat.id, "briefing", p, own));
            seat.more.iter().for_each(|p| self.add(&seat.id, "briefing", p, own));
            let closed = seat.closed_because.iter();
            closed.for_each(|text| self.add(&seat.id, "reason", text, everyone));
            let report = seat.report_to.iter();
            report.for_each(|text| self.add(&seat.id, "name", text, own));
            if let Some(room) = &seat.room {
                self.room(&seat.id, room, own);
            }
        }
        for issue in &frame.issues {
            self.add(&issue.id, "name", &issue.name, everyone);
            self.add(&issue.id, "explanation", &issue.plain, everyone);
            for position in &issue.positions {
                self.add(&position.id, "name", &position.name, everyone);
                self.add(&position.id, "explanation", &position.plain, everyone);
            }
        }
        for issue in &frame.table_issues {
            self.add(&issue.id, "name", &issue.name, everyone);
            self.add(&issue.id, "explanation", &issue.plain, everyone);
        }
        self.room(&frame.id, &frame.room, everyone);
        for mark in &frame.marks {
            self.add(&mark.id, "meaning", &mark.meaning, everyone);
        }
        for length in &frame.lengths {
            self.add(&length.id, "name", &length.name, everyone);
        }
        for deal in &frame.deals {
            self.add(&deal.id, "name", &deal.name, &Readers::Afterwards);
            self.basis(&deal.id, &deal.source, &Readers::Afterwards);
        }
    }

    fn counterparts(&mut self) {
        for counterpart in &self.draft.counterparts {
            let read_by = &self.opposite(&counterpart.seat);
            for topic in &counterpart.agenda {
                self.add(&topic.id, "name", &topic.name, read_by);
                self.add(&topic.id, "reason", &topic.because, read_by);
                self.basis(&topic.id, &topic.source, read_by);
            }
            for style in &counterpart.styles {
                self.add(&style.id, "name", &style.name, read_by);
                self.add(&style.id, "explanation", &style.plain, read_by);
                let (CurveDraft::Boulware(_, because) | CurveDraft::Linear(because) | CurveDraft::Conceder(_, because)) =
                    &style.curve;
                self.add(&style.id, "reason", because, read_by);
                for figure in &style.figures {
                    self.add(&style.id, "reason", &figure.because, read_by);
                }
            }
        }
    }

    fn endings(&mut self) {
        let after = &Readers::Afterwards;
        for endings in &self.draft.endings {
            let at = endings.seat.as_ref().unwrap_or(&self.draft.scenario.id);
            for measure in &endings.measures {
                self.add(at, "name", measure.name.as_str(), after);
                self.add(at, "explanation", &measure.plain, after);
                for band in &measure.bands {
                    self.add(at, "band", &band.text, after);
                }
            }
            for earns in &endings.earns {
                self.add(at, "reason", &earns.because, after);
            }
            for rule in &endings.single_case_rules {
                self.add(&rule.id, "rule", &rule.rule, after);
                self.add(&rule.id, "reading", &rule.other_reading, after);
                self.basis(&rule.id, &rule.instance, after);
            }
        }
    }

    fn library(&mut self) {
        let (draft, everyone, after) = (self.draft, &Readers::Everyone, &Readers::Afterwards);
        let today = draft.scenario.date;
        for person in &draft.people {
            let absent = person.from.is_some_and(|from| from > today);
            let read_by = if absent { after } else { everyone };
            self.add(&person.id, "name", &person.name, read_by);
            self.add(&person.id, "full name", &person.full_name, read_by);
            self.add(&person.id, "standing", &person.standing, read_by);
            self.add(&person.id, "card", &person.card, read_by);
        }
        for entry in &draft.record {
            self.add(&entry.id, "note", &entry.note, everyone);
            let plain = entry.plain.iter();
            plain.for_each(|text| self.add(&entry.id, "plain words", text, everyone));
        }
        for term in &draft.glossary {
            self.add(&term.id, "term", &term.term, everyone);
            self.add(&term.id, "meaning", &term.means, everyone);
        }
        for fact in &draft.timeline {
            let shown = fact.date <= today && !fact.aftermath && fact.known_to.is_empty();
            let read_by = if shown { everyone } else { after };
            self.add(&fact.id, "date", &fact.shown, read_by);
            self.add(&fact.id, "fact", &fact.text, read_by);
        }
        for known in &draft.background {
            let shown = !known.aftermath && known.known_to.is_empty();
            let read_by = if shown { everyone } else { after };
            self.add(&known.id, "background", &known.text, read_by);
        }
        for contested in &draft.contested {
            let read_by = if contested.aftermath { after } else { everyone };
            self.add(&contested.id, "question", &contested.question, read_by);
            for reading in &contested.readings {
                self.add(&contested.id, "holder of a reading", &reading.held_by, read_by);
                self.add(&contested.id, "reading", &reading.text, read_by);
            }
        }
        for task in &draft.tasks {
            self.add(&task.id, "title", &task.title, after);
            self.add(&task.id, "task", &task.text, after);
        }
        for source in &draft.source_files {
            for note in &source.notes {
                self.add(&source.id, "note", &note.text, everyone);
            }
        }
    }

    /// The map can be looked at before and during the talk.
    fn map(&mut self) {
        let everyone = &Readers::Everyone;
        for entry in &self.draft.map {
            match entry {
                MapDraft::View(view) => {
                    self.add(&view.id, "name", &view.name, everyone);
                    self.add(&view.id, "explanation", &view.plain, everyone);
                }
                MapDraft::Place(place) => {
                    self.add(&place.id, "name", &place.name, everyone);
                    self.add(&place.id, "explanation", &place.plain, everyone);
                    self.add(&place.id, "state", &place.state, everyone);
                    self.add(&place.id, "explanation", &place.drawn_from, everyone);
                    for claim in &place.claims {
                        self.add(&claim.party, "claim", &claim.text, everyone);
                    }
                }
                MapDraft::Change(change) => {
                    self.add(&change.position, "change", &change.text, everyone);
                }
            }
        }
    }

    fn talk(&mut self) {
        for mv in &self.draft.moves {
            let read_by = &self.seat_of(mv);
            self.add(&mv.id, "label", &mv.label, read_by);
            self.add(&mv.id, "indirect speech", &mv.indirect, read_by);
            if let MoveWordsDraft::Own { reasoned_from } = &mv.words {
                for source in reasoned_from {
                    self.basis(&mv.id, source, read_by);
                }
            }
            self.effects(&mv.id, &mv.effects, read_by);
        }
        for stance in &self.draft.stances {
            let read_by = if stance.on.is_empty() { self.seats_of(&stance.to) } else { Readers::Everyone };
            self.add(&stance.id, "reason", &stance.because, &read_by);
            self.basis(&stance.id, &stance.source, &read_by);
        }
        for utterance in &self.draft.utterances {
            let id = utterance.id();
            let read_by = match utterance {
                UtteranceDraft::Reply(reply) => self.seats_of(&reply.to),
                UtteranceDraft::Initiative(own) => self.hearers(&own.topic),
            };
            match utterance.words() {
                WordsDraft::Inference { text, reasoned_from, .. } => {
                    self.add(id, "inference", text, &read_by);
                    for source in reasoned_from {
                        self.basis(id, source, &read_by);
                    }
                }
                WordsDraft::Elsewhere { said, .. } => self.add(id, "origin", said, &read_by),
                WordsDraft::Silence(reason) => self.add(id, "reason", reason, &read_by),
                WordsDraft::Record(_) => {}
            }
            self.effects(id, utterance.effects(), &read_by);
        }
    }

    fn effects(&mut self, at: &'d Id, effects: &'d [EffectDraft], read_by: &Readers) {
        for effect in effects {
            match effect {
                EffectDraft::Bar { because, source, .. } => {
                    self.add(at, "reason", because, read_by);
                    self.basis(at, source, read_by);
                }
                EffectDraft::Commit(form) => self.add(at, "commitment", &form.text, read_by),
                _ => {}
            }
        }
    }

    /// Until the debrief a side sees its own values only.
    fn values(&mut self) {
        for values in &self.draft.values {
            let seats = self.draft.scenario.seats.iter().enumerate();
            let own = seats.filter(|(_, seat)| seat.party == values.party);
            let read_by = &Readers::Seats(own.map(|(index, _)| index).collect());
            for preference in &values.preferences {
                self.basis(&preference.issue, &preference.source, read_by);
                for points in &preference.points {
                    let source = points.source.iter();
                    source.for_each(|source| self.basis(&points.position, source, read_by));
                }
            }
            for linkage in &values.linkages {
                self.add(&linkage.id, "linkage", &linkage.text, read_by);
                self.basis(&linkage.id, &linkage.source, read_by);
            }
            self.add(&values.party, "alternative", &values.reservation.batna, read_by);
            self.basis(&values.party, &values.reservation.source, read_by);
            for audience in &values.audiences {
                self.add(&audience.id, "name", &audience.name, read_by);
                self.add(&audience.id, "wish", &audience.wants, read_by);
                self.basis(&audience.id, &audience.source, read_by);
                for look in &audience.accepts {
                    self.add(&audience.id, "answer", &look.yes, &Readers::Afterwards);
                    self.add(&audience.id, "answer", &look.no, &Readers::Afterwards);
                }
            }
        }
    }
}

/// Where words occur in a text as whole words. Case matters only where the words have a capital letter.
pub(super) fn whole_words(text: &str, words: &str) -> Vec<Range<usize>> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let text = match words.chars().any(char::is_uppercase) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.to_ascii_lowercase()),
    };
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.match_indices(words).map(|(at, found)| at..at + found.len());
    found
        .filter(|range| {
            let before = text.get(..range.start).and_then(|t| t.chars().next_back());
            let after = text.get(range.end..).and_then(|t| t.chars().next());
            !inside(before) && !inside(after)
        })
        .collect()
}
