//! Collects every text a player reads: what it belongs to, who reads it, and when.

use std::borrow::Cow;
use std::ops::Range;

use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;

#[derive(Debug, Clone)]
pub(super) struct Text<'d> {
    /// The id of what it belongs to. The text is written near it.
    pub(super) at: &'d Id,
    pub(super) text: &'d str,
    /// What kind of text it is, for messages, such as "reason".
    pub(super) what: &'static str,
    /// Who reads it before or during the talk.
    pub(super) read_by: Readers,
}

/// Who reads a text before the talk is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Readers {
    Everyone,
    /// The players in these seats, by index.
    Seats(Vec<usize>),
    /// Nobody; it is shown once the talk is over.
    Afterwards,
}

/// All texts that aren't empty.
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

    fn each(&mut self, at: &'d Id, read_by: &Readers, texts: impl IntoIterator<Item = (&'static str, &'d String)>) {
        texts.into_iter().for_each(|(what, text)| self.add(at, what, text, read_by));
    }

    fn basis(&mut self, at: &'d Id, source: &'d SourceDraft, read_by: &Readers) {
        if let SourceDraft::Judgement(reason) | SourceDraft::Model(reason) = source {
            self.add(at, "reason", reason, read_by);
        }
    }

    fn seat_index(&self, seat: &Id) -> Option<usize> {
        self.draft.scenario.seats.iter().position(|s| s.id == *seat)
    }

    /// The seat that makes a move, as readers.
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
        let texts = [("title", &frame.title), ("setting", &frame.setting), ("question", &frame.question)];
        self.each(&frame.id, everyone, texts);
        for milestone in &frame.milestones {
            self.each(&milestone.id, everyone, [("name", &milestone.name), ("explanation", &milestone.plain)]);
        }
        for party in &frame.parties {
            self.each(&party.id, everyone, [("name", &party.name), ("name", &party.side)]);
        }
        for (index, seat) in frame.seats.iter().enumerate() {
            let own = &Readers::Seats(vec![index]);
            self.add(&seat.id, "name", &seat.name, everyone);
            self.each(&seat.id, own, seat.brief.iter().chain(&seat.more).map(|paragraph| ("briefing", paragraph)));
            self.each(&seat.id, everyone, seat.closed_because.iter().map(|because| ("reason", because)));
            self.each(&seat.id, own, seat.report_to.iter().map(|name| ("name", name)));
            if let Some(room) = &seat.room {
                self.room(&seat.id, room, own);
            }
        }
        for issue in &frame.issues {
            self.each(&issue.id, everyone, [("name", &issue.name), ("explanation", &issue.plain)]);
            for position in &issue.positions {
                self.each(&position.id, everyone, [("name", &position.name), ("explanation", &position.plain)]);
            }
        }
        for issue in &frame.table_issues {
            self.each(&issue.id, everyone, [("name", &issue.name), ("explanation", &issue.plain)]);
        }
        self.room(&frame.id, &frame.room, everyone);
        frame.marks.iter().for_each(|mark| self.add(&mark.id, "meaning", &mark.meaning, everyone));
        frame.lengths.iter().for_each(|length| self.add(&length.id, "name", &length.name, everyone));
        for deal in &frame.deals {
            self.add(&deal.id, "name", &deal.name, &Readers::Afterwards);
            self.basis(&deal.id, &deal.source, &Readers::Afterwards);
        }
    }

    fn counterparts(&mut self) {
        for counterpart in &self.draft.counterparts {
            let read_by = &self.opposite(&counterpart.seat);
            for topic in &counterpart.agenda {
                self.each(&topic.id, read_by, [("name", &topic.name), ("reason", &topic.because)]);
                self.basis(&topic.id, &topic.source, read_by);
            }
            for style in &counterpart.styles {
                let (Curve::Boulware(_, because) | Curve::Linear(because) | Curve::Conceder(_, because)) = &style.curve;
                let texts = [("name", &style.name), ("explanation", &style.plain), ("reason", because)];
                let figures = style.figures.iter().map(|figure| ("reason", &figure.because));
                self.each(&style.id, read_by, texts.into_iter().chain(figures));
            }
        }
    }

    fn endings(&mut self) {
        let after = &Readers::Afterwards;
        for endings in &self.draft.endings {
            let at = endings.seat.as_ref().unwrap_or(&self.draft.scenario.id);
            for measure in &endings.measures {
                let bands = measure.bands.iter().map(|band| ("band", &band.text));
                let texts = [("name", &measure.name.text), ("explanation", &measure.plain)];
                self.each(at, after, texts.into_iter().chain(bands));
            }
            self.each(at, after, endings.earns.iter().map(|earns| ("reason", &earns.because)));
            for rule in &endings.single_case_rules {
                self.each(&rule.id, after, [("rule", &rule.rule), ("reading", &rule.other_reading)]);
                self.basis(&rule.id, &rule.instance, after);
            }
        }
    }

    fn library(&mut self) {
        let (draft, everyone, after) = (self.draft, &Readers::Everyone, &Readers::Afterwards);
        let today = draft.scenario.date;
        let shown_if = |shown: bool| if shown { everyone } else { after };
        for person in &draft.people {
            let texts = [
                ("name", &person.name),
                ("full name", &person.full_name),
                ("standing", &person.standing),
                ("card", &person.card),
            ];
            self.each(&person.id, shown_if(person.from.is_none_or(|from| from <= today)), texts);
        }
        for entry in &draft.record {
            self.add(&entry.id, "note", &entry.note, everyone);
            self.each(&entry.id, everyone, entry.plain.iter().map(|text| ("plain words", text)));
        }
        for term in &draft.glossary {
            self.each(&term.id, everyone, [("term", &term.term), ("meaning", &term.means)]);
        }
        for fact in &draft.timeline {
            let shown = fact.date <= today && !fact.aftermath && fact.known_to.is_empty();
            self.each(&fact.id, shown_if(shown), [("date", &fact.shown), ("fact", &fact.text)]);
        }
        for known in &draft.background {
            let shown = !known.aftermath && known.known_to.is_empty();
            self.add(&known.id, "background", &known.text, shown_if(shown));
        }
        for contested in &draft.contested {
            let readings = contested.readings.iter();
            let readings = readings.flat_map(|r| [("holder of a reading", &r.held_by), ("reading", &r.text)]);
            let texts = std::iter::once(("question", &contested.question)).chain(readings);
            self.each(&contested.id, shown_if(!contested.aftermath), texts);
        }
        for task in &draft.tasks {
            self.each(&task.id, after, [("title", &task.title), ("task", &task.text)]);
        }
        for source in &draft.source_files {
            self.each(&source.id, everyone, source.notes.iter().map(|note| ("note", &note.text)));
        }
    }

    /// The map can be seen before and during the talk.
    fn map(&mut self) {
        let everyone = &Readers::Everyone;
        for entry in &self.draft.map {
            match entry {
                MapDraft::View(view) => {
                    self.each(&view.id, everyone, [("name", &view.name), ("explanation", &view.plain)]);
                }
                MapDraft::Place(place) => {
                    let texts = [
                        ("name", &place.name),
                        ("explanation", &place.plain),
                        ("state", &place.state),
                        ("explanation", &place.drawn_from),
                    ];
                    self.each(&place.id, everyone, texts);
                    place.claims.iter().for_each(|claim| self.add(&claim.party, "claim", &claim.text, everyone));
                }
                MapDraft::Change(change) => self.add(&change.position, "change", &change.text, everyone),
            }
        }
    }

    fn talk(&mut self) {
        for mv in &self.draft.moves {
            let read_by = &self.seat_of(mv);
            self.each(&mv.id, read_by, [("label", &mv.label), ("indirect speech", &mv.indirect)]);
            if let MoveWordsDraft::Own { reasoned_from } = &mv.words {
                reasoned_from.iter().for_each(|source| self.basis(&mv.id, source, read_by));
            }
            self.effects(&mv.id, &mv.effects, read_by);
        }
        for stance in &self.draft.stances {
            let read_by = if stance.on.is_empty() { self.seats_of(&stance.to) } else { Readers::Everyone };
            self.add(&stance.id, "reason", &stance.because, &read_by);
            self.basis(&stance.id, &stance.source, &read_by);
        }
        for utterance in &self.draft.utterances {
            let id = &utterance.id;
            let read_by = match &utterance.occasion {
                Occasion::Reply(to) => self.seats_of(to),
                Occasion::Initiative(_) => self.hearers(&utterance.topic),
            };
            match &utterance.words {
                WordsDraft::Inference { text, reasoned_from, .. } => {
                    self.add(id, "inference", text, &read_by);
                    reasoned_from.iter().for_each(|source| self.basis(id, source, &read_by));
                }
                WordsDraft::Elsewhere { said, .. } => self.add(id, "origin", said, &read_by),
                WordsDraft::Silence(reason) => self.add(id, "reason", reason, &read_by),
                WordsDraft::Record(_) => {}
            }
            self.effects(id, &utterance.effects, &read_by);
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

    /// Until the debrief, each side sees only its own values.
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
                self.each(&audience.id, read_by, [("name", &audience.name), ("wish", &audience.wants)]);
                self.basis(&audience.id, &audience.source, read_by);
                let answers = audience.accepts.iter().flat_map(|look| [("answer", &look.yes), ("answer", &look.no)]);
                self.each(&audience.id, &Readers::Afterwards, answers);
            }
        }
    }
}

/// Byte ranges where `words` occurs in a text as whole words. Case is ignored unless `words` has a
/// capital letter.
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
