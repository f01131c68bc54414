//! Finds stances that are never tried and replies that are never given because an earlier one always comes first.

use std::collections::HashMap;

use super::invariants::{Lookup, Question, Setting};
use super::solver::Formula;
use super::talk::{Answers, Talk, in_order};
use super::{Checker, warning};
use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;

pub(super) fn check<'d>(checker: &mut Checker<'d>, lookup: &Lookup<'d>, talk: &Talk<'d>) {
    let spoken = spoken(checker.draft);
    let mut replies = Shadows::default();
    let mut stances = Shadows::default();
    for answers in &talk.answers {
        let answering = Answering { lookup, answers, spoken: &spoken, styled: is_styled(checker.draft, answers.mv) };
        for reply in &answers.replies {
            replies.note(&reply.id, answering.hides_reply(reply));
        }
        for (index, stance) in answers.stances.iter().enumerate() {
            stances.note(&stance.id, answering.hides_stance(index));
        }
    }
    for (id, by) in replies.found() {
        let message = format!("\"{id}\" is never given, because another reply always comes first");
        let help = "give this reply a condition that the other lacks, or give the other more conditions";
        checker.push(warning("WCW103", id.place, message, help).and(by.place, "this one comes first"));
    }
    for (id, by) in stances.found() {
        let message = format!("\"{id}\" is never tried, because an earlier stance always decides");
        let help = "put the more specific stance first";
        checker.push(warning("WCW104", id.place, message, help).and(by.place, "this one comes first"));
    }
}

/// Records what hides each id. An id is only hidden if it is hidden for every move it is about.
#[derive(Default)]
struct Shadows<'d> {
    order: Vec<&'d Id>,
    by: HashMap<&'d str, Option<&'d Id>>,
}

impl<'d> Shadows<'d> {
    fn note(&mut self, id: &'d Id, by: Option<&'d Id>) {
        let known = self.by.entry(id.as_str());
        known.and_modify(|other| *other = other.and(by)).or_insert_with(|| {
            self.order.push(id);
            by
        });
    }

    fn found(&self) -> impl Iterator<Item = (&'d Id, &'d Id)> {
        self.order.iter().filter_map(|id| Some((*id, (*self.by.get(id.as_str())?)?)))
    }
}

/// How many replies and initiatives quote each entry of the record.
fn spoken(draft: &Draft) -> HashMap<&str, usize> {
    let mut spoken = HashMap::new();
    for entry in draft.utterances.iter().flat_map(|utterance| utterance.words.entries()) {
        *spoken.entry(entry.as_str()).or_insert(0) += 1;
    }
    spoken
}

/// Whether a style may skip a stance in favour of a later one.
fn is_styled(draft: &Draft, mv: &MoveDraft) -> bool {
    let seat = draft.seat_of(mv);
    let opposite = draft.counterparts.iter().find(|counterpart| Some(&counterpart.seat) != seat);
    opposite.is_some_and(|opposite| opposite.styles.iter().any(|style| style.manner != Manner::AsWritten))
}

/// The answers to one move.
struct Answering<'a, 'd> {
    lookup: &'a Lookup<'d>,
    answers: &'a Answers<'d>,
    spoken: &'a HashMap<&'d str, usize>,
    styled: bool,
}

impl<'d> Answering<'_, 'd> {
    /// Whether a reply's words can't have been used before the move is answered. True for silence, and for a reply to
    /// a move that can be made once, unless something else uses the same words.
    fn is_fresh(&self, reply: &UtteranceDraft) -> bool {
        let mv = self.answers.mv;
        let is_only = mv.times <= 1 && reply.occasion.moves().iter().all(|id| *id == mv.id);
        let mut entries = reply.words.entries().iter();
        matches!(reply.words, WordsDraft::Silence(_))
            || is_only && entries.all(|entry| self.spoken.get(entry.as_str()) == Some(&1))
    }

    /// The reply that always comes before this one, if any.
    fn hides_reply(&self, reply: &'d UtteranceDraft) -> Option<&'d Id> {
        let replies = self.answers.replies.iter().copied();
        let same_act: Vec<&UtteranceDraft> = replies.filter(|other| other.act == reply.act).collect();
        let earlier = in_order(&same_act).into_iter().take_while(|other| other.id != reply.id);
        let earlier: Vec<&UtteranceDraft> = earlier.filter(|other| self.is_fresh(other)).collect();
        if earlier.is_empty() {
            return None;
        }
        let mut question = Question::new(self.lookup, Setting::Answering(self.answers.mv));
        let wanted = self.answers.stances.iter().filter(|stance| stance.act == reply.act);
        let wanted = wanted.map(|stance| question.all(&stance.when)).collect();
        let given = Formula::All(vec![question.premise(), Formula::Any(wanted), question.all(&reply.conditions)]);
        let earlier: Vec<(&Id, Formula)> =
            earlier.into_iter().map(|other| (&other.id, question.all(&other.conditions))).collect();
        if question.never(&[&given]) {
            return None;
        }
        hiding(&mut question, &given, &earlier)
    }

    /// The stance that always decides before this one, if any.
    fn hides_stance(&self, index: usize) -> Option<&'d Id> {
        let (earlier, stance) = (self.answers.stances.get(..index)?, self.answers.stances.get(index)?);
        if earlier.is_empty() {
            return None;
        }
        let mut question = Question::new(self.lookup, Setting::Answering(self.answers.mv));
        let premise = question.premise();
        let exactly = question.all(&stance.when);
        if question.never(&[&premise, &exactly]) {
            return None;
        }
        let holds = if self.styled { question.all_but_bars(&stance.when) } else { exactly };
        let tried = Formula::All(vec![premise, holds]);
        let deciding =
            earlier.iter().filter_map(|other| Some((&other.id, self.decides(&mut question, other, stance)?)));
        let deciding: Vec<(&Id, Formula)> = deciding.collect();
        hiding(&mut question, &tried, &deciding)
    }

    /// A formula for when an earlier stance certainly decides; `None` if that is never certain.
    fn decides(&self, question: &mut Question<'_, 'd>, other: &'d StanceDraft, later: &StanceDraft) -> Option<Formula> {
        let when = question.all(&other.when);
        if other.act == later.act {
            return Some(when);
        }
        let replies = self.answers.replies.iter();
        let fresh = replies.filter(|reply| !self.styled && reply.act == other.act && self.is_fresh(reply));
        let fresh: Vec<Formula> = fresh.map(|reply| question.all(&reply.conditions)).collect();
        (!fresh.is_empty()).then(|| Formula::All(vec![when, Formula::Any(fresh)]))
    }
}

/// The first earlier one that holds in every case on its own. If they only cover every case together, the last of
/// them.
fn hiding<'d>(question: &mut Question<'_, 'd>, case: &Formula, earlier: &[(&'d Id, Formula)]) -> Option<&'d Id> {
    let alone = earlier.iter().find(|(_, other)| question.never(&[case, &other.clone().negated()]));
    if let Some((id, _)) = alone {
        return Some(id);
    }
    let none = Formula::Any(earlier.iter().map(|(_, other)| other.clone()).collect()).negated();
    let (last, _) = earlier.last()?;
    question.never(&[case, &none]).then_some(last)
}
