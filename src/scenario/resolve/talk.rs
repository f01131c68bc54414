//! The talk: the record with its pairings, and everything the counterpart can say.

use super::*;

impl Resolver<'_> {
    pub(super) fn entry_of(&mut self, draft: &EntryDraft) -> Entry {
        let line = |entry: &EntryDraft, last: bool| {
            let mut lines = entry.quotes.iter().map(|q| q.line);
            if last { lines.max() } else { lines.next() }.unwrap_or(0)
        };
        let answered_by = draft
            .answered_by
            .iter()
            .map(|answer| {
                let entry: EntryId = answer.entry.resolve(self);
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
            id: draft.id.resolve(self),
            speaker: draft.speaker.resolve(self),
            act: draft.act,
            recorded_as: draft.recorded_as.clone(),
            issue: draft.issue.resolve(self),
            about: draft.about.clone(),
            quotes: draft.quotes.resolve(self),
            answered_by,
            note: draft.note.clone(),
            plain: draft.plain.clone(),
            milestone_open: draft.milestone_open,
        }
    }

    /// Who says these words; nobody a silence.
    fn speaker_of(&self, words: &Words) -> Option<PersonId> {
        if let Words::Inference { speaker, .. } = words {
            return Some(*speaker);
        }
        let entry = words.entries().first()?;
        let id = &self.draft.record.get(entry.index())?.speaker;
        self.names.people.get(&id.text).copied().map(PersonId)
    }

    pub(super) fn utterance_of(&mut self, draft: &UtteranceDraft) -> Utterance {
        let words: Words = match draft {
            UtteranceDraft::Reply(reply) => reply.words.resolve(self),
            UtteranceDraft::Initiative(initiative) => initiative.words.resolve(self),
        };
        let speaker = self.speaker_of(&words);
        match draft {
            UtteranceDraft::Reply(reply) => Utterance {
                id: reply.id.resolve(self),
                occasion: Occasion::Reply(reply.to.resolve(self)),
                act: reply.act,
                topic: reply.topic.resolve(self),
                conditions: reply.presumes.resolve(self),
                words,
                speaker,
                effects: reply.effects.resolve(self),
                stops: reply.stops,
                faces: reply.faces.resolve(self),
                idea: reply.idea.resolve(self),
            },
            UtteranceDraft::Initiative(initiative) => Utterance {
                id: initiative.id.resolve(self),
                occasion: Occasion::Initiative(initiative.closes.resolve(self)),
                act: initiative.act,
                topic: initiative.topic.resolve(self),
                conditions: initiative.when.resolve(self),
                words,
                speaker,
                effects: initiative.effects.resolve(self),
                stops: initiative.stops,
                faces: initiative.faces.resolve(self),
                idea: initiative.idea.resolve(self),
            },
        }
    }
}

/// Stances that name a move come first, then those on its issue, each in file order.
pub(super) fn stances_of(moves: &[Move], stances: &[Stance]) -> Vec<Vec<StanceId>> {
    let numbered = || StanceId::all(stances.len()).zip(stances);
    let mut lists = vec![Vec::new(); moves.len()];
    for (id, stance) in numbered() {
        for mv in &stance.to {
            if let Some(list) = lists.get_mut(mv.index()) {
                list.push(id);
            }
        }
    }
    for (id, stance) in numbered() {
        for issue in &stance.on {
            let on = moves.iter().zip(&mut lists).filter(|(mv, _)| mv.issue == *issue);
            on.for_each(|(_, list)| list.push(id));
        }
    }
    lists
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
