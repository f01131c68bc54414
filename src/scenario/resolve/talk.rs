//! The talk: people, the record, moves, stances, utterances and topics.

use super::*;

impl Resolver<'_> {
    pub(super) fn person_of(&mut self, draft: &PersonDraft) -> Person {
        Person {
            id: draft.id.text.clone(),
            name: draft.name.clone(),
            full_name: draft.full_name.clone(),
            script: draft.script.clone(),
            party: draft.party.as_ref().map(|id| self.party(id)),
            standing: draft.standing.clone(),
            card: draft.card.clone(),
            mark: draft.mark,
            uncertain: draft.uncertain,
            later: !draft.known_to.is_empty() || draft.from.is_some_and(|from| from > self.draft.scenario.date),
            keys: draft.keys.iter().map(|key| key.text.clone()).collect(),
        }
    }

    pub(super) fn background_of(&mut self, draft: &BackgroundDraft) -> Background {
        Background {
            id: draft.id.text.clone(),
            issue: self.issue(&draft.issue),
            party: draft.party.as_ref().map(|id| self.party(id)),
            text: draft.text.clone(),
            keys: draft.keys.iter().map(|key| key.text.clone()).collect(),
            mark: draft.mark,
            known_to: draft.known_to.iter().map(|id| self.party(id)).collect(),
            aftermath: draft.aftermath,
        }
    }

    pub(super) fn entry_of(&mut self, draft: &EntryDraft) -> Entry {
        let line = |entry: &EntryDraft, last: bool| {
            let mut lines = entry.quotes.iter().map(|q| q.line);
            if last { lines.max() } else { lines.next() }.unwrap_or(0)
        };
        let answered_by = draft
            .answered_by
            .iter()
            .map(|answer| {
                let entry = self.entry(&answer.entry);
                let there = self.draft.record.get(entry.index()).map_or(0, |e| line(e, false));
                let pairing = match &answer.how {
                    HowDraft::AtOnce => Pairing::AtOnce,
                    HowDraft::Later => Pairing::Later(there.saturating_sub(line(draft, true))),
                    HowDraft::Paired(reason) => Pairing::Author(reason.clone()),
                };
                (entry, pairing)
            })
            .collect();
        Entry {
            id: draft.id.text.clone(),
            speaker: self.person(&draft.speaker),
            act: draft.act,
            recorded_as: draft.recorded_as.clone(),
            issue: self.issue(&draft.issue),
            about: draft.about.clone(),
            quotes: draft.quotes.iter().map(|quote| self.quotation(quote)).collect(),
            answered_by,
            note: draft.note.clone(),
            plain: draft.plain.clone(),
            milestone_open: draft.milestone_open,
        }
    }

    pub(super) fn move_of(&mut self, draft: &MoveDraft) -> Move {
        Move {
            id: draft.id.text.clone(),
            seat: draft.seat.as_ref().map_or(SeatId(0), |id| self.seat(id)),
            issue: self.issue(&draft.issue),
            act: draft.act,
            label: draft.label.clone(),
            words: match &draft.words {
                MoveWordsDraft::Record(ids) => MoveWords::Record(ids.iter().map(|id| self.entry(id)).collect()),
                MoveWordsDraft::Own { reasoned_from } => MoveWords::Own(self.bases(reasoned_from)),
            },
            indirect: draft.indirect.clone(),
            asks: draft.asks.as_ref().map(|clause| self.clause(clause)),
            times: draft.times,
            needs: self.conditions(&draft.needs),
            only: draft.only.iter().map(|id| self.person(id)).collect(),
            effects: self.effects(&draft.effects),
            idea: self.idea(draft.idea.as_ref()),
        }
    }

    pub(super) fn stance_of(&mut self, draft: &StanceDraft) -> Stance {
        Stance {
            id: draft.id.text.clone(),
            when: self.conditions(&draft.when),
            act: draft.act,
            because: draft.because.clone(),
            source: self.basis(&draft.source),
        }
    }

    /// Stances that name a move come first, then those on its issue, each in file order.
    pub(super) fn stances_of(&mut self, moves: &[Move]) -> Vec<Vec<StanceId>> {
        let mut lists = vec![Vec::new(); moves.len()];
        for (index, stance) in StanceId::all(self.draft.stances.len()).zip(&self.draft.stances) {
            for id in &stance.to {
                let mv = self.mv(id);
                if let Some(list) = lists.get_mut(mv.index()) {
                    list.push(index);
                }
            }
        }
        for (index, stance) in StanceId::all(self.draft.stances.len()).zip(&self.draft.stances) {
            for id in &stance.on {
                let issue = self.issue(id);
                let on = moves.iter().zip(&mut lists).filter(|(mv, _)| mv.issue == issue);
                on.for_each(|(_, list)| list.push(index));
            }
        }
        lists
    }

    pub(super) fn words_of(&mut self, draft: &WordsDraft) -> (Words, Option<PersonId>) {
        match draft {
            WordsDraft::Record(ids) => {
                let entries: Vec<EntryId> = ids.iter().map(|id| self.entry(id)).collect();
                let speaker = entries.first().copied().and_then(|e| self.speaker_of(e));
                (Words::Record(entries), speaker)
            }
            WordsDraft::Elsewhere { entry, said } => {
                let entry = self.entry(entry);
                (Words::Elsewhere(entry, said.clone()), self.speaker_of(entry))
            }
            WordsDraft::Inference { speaker, text, reasoned_from } => {
                let speaker = self.person(speaker);
                let words = Words::Inference { speaker, text: text.clone(), reasoned_from: self.bases(reasoned_from) };
                (words, Some(speaker))
            }
            WordsDraft::Silence(reason) => (Words::Silence(reason.clone()), None),
        }
    }

    pub(super) fn speaker_of(&mut self, entry: EntryId) -> Option<PersonId> {
        let id = &self.draft.record.get(entry.index())?.speaker;
        self.names.people.get(&id.text).copied().map(PersonId)
    }

    pub(super) fn utterance_of(&mut self, draft: &UtteranceDraft) -> Utterance {
        match draft {
            UtteranceDraft::Reply(reply) => {
                let (words, speaker) = self.words_of(&reply.words);
                Utterance {
                    id: reply.id.text.clone(),
                    occasion: Occasion::Reply(reply.to.iter().map(|id| self.mv(id)).collect()),
                    act: reply.act,
                    topic: self.topic(&reply.topic),
                    conditions: self.conditions(&reply.presumes),
                    words,
                    speaker,
                    effects: self.effects(&reply.effects),
                    stops: reply.stops,
                    faces: reply.faces.iter().map(|id| self.mv(id)).collect(),
                    idea: self.idea(reply.idea.as_ref()),
                }
            }
            UtteranceDraft::Initiative(initiative) => {
                let (words, speaker) = self.words_of(&initiative.words);
                Utterance {
                    id: initiative.id.text.clone(),
                    occasion: Occasion::Initiative(initiative.closes.iter().map(|id| self.mv(id)).collect()),
                    act: initiative.act,
                    topic: self.topic(&initiative.topic),
                    conditions: self.conditions(&initiative.when),
                    words,
                    speaker,
                    effects: self.effects(&initiative.effects),
                    stops: initiative.stops,
                    faces: initiative.faces.iter().map(|id| self.mv(id)).collect(),
                    idea: self.idea(initiative.idea.as_ref()),
                }
            }
        }
    }

    pub(super) fn topic_of(&mut self, draft: &TopicDraft) -> Topic {
        Topic {
            id: draft.id.text.clone(),
            name: draft.name.clone(),
            opens: self.conditions(&draft.opens),
            exclusive: draft.exclusive,
            closes_talk: draft.closes_talk,
            because: draft.because.clone(),
            source: self.basis(&draft.source),
        }
    }
}

pub(super) fn replies_of(moves: usize, utterances: &[Utterance]) -> Vec<Vec<UtteranceId>> {
    let mut lists = vec![Vec::new(); moves];
    for (id, utterance) in UtteranceId::all(utterances.len()).zip(utterances) {
        let Occasion::Reply(to) = &utterance.occasion else {
            continue;
        };
        for mv in to {
            if let Some(list) = lists.get_mut(mv.index()) {
                list.push(id);
            }
        }
    }
    lists
}

pub(super) fn utterances_of(topics: usize, utterances: &[Utterance]) -> Vec<Vec<UtteranceId>> {
    let mut lists = vec![Vec::new(); topics];
    for (id, utterance) in UtteranceId::all(utterances.len()).zip(utterances) {
        if let Some(list) = lists.get_mut(utterance.topic.index()) {
            list.push(id);
        }
    }
    lists
}
