//! Stances that are never tried and replies that are never given, because an earlier one always comes first.

use std::collections::HashMap;

use super::Checker;
use super::invariants::{Ground, Question, Setting};
use super::solver::Formula;
use super::talk::{Answers, Talk, in_order};
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;

pub(super) fn check<'d>(checker: &mut Checker<'d>, ground: &Ground<'d>, talk: &Talk<'d>) {
    let spoken = spoken(checker.draft);
    let mut replies = Shadows::default();
    let mut stances = Shadows::default();
    for answers in &talk.answers {
        for reply in &answers.replies {
            let by = reply_hidden(ground, answers, reply, &spoken);
            replies.note(&reply.id, by);
        }
        let styled = is_styled(checker.draft, answers.mv);
        for (index, stance) in answers.stances.iter().enumerate() {
            let by = stance_hidden(ground, answers, index, styled, &spoken);
            stances.note(&stance.id, by);
        }
    }
    for (id, by) in replies.found() {
        let message = format!("\"{id}\" is never given: another reply always comes before it");
        let help = "give it a condition that the other does not have, or the other one more";
        report(checker, "WCW103", id, by, message, help);
    }
    for (id, by) in stances.found() {
        let message = format!("\"{id}\" is never tried: an earlier stance always decides");
        let help = "put the more special stance first";
        report(checker, "WCW104", id, by, message, help);
    }
}

fn report(checker: &mut Checker<'_>, code: &'static str, id: &Id, by: &Id, message: String, help: &str) {
    let fault = Diagnostic::warning(code, message, id.place, Some(help.to_owned()));
    checker.faults.push(fault.and(by.place, "this one comes first"));
}

/// For each of some ids what hides it: it is hidden when that is so for every move it is about.
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
        let by = |id: &&'d Id| Some((*id, (*self.by.get(id.as_str())?)?));
        self.order.iter().filter_map(by)
    }
}

/// By how many replies and initiatives each entry of the record is spoken.
fn spoken(draft: &Draft) -> HashMap<&str, usize> {
    let mut spoken = HashMap::new();
    for utterance in &draft.utterances {
        let words = match utterance {
            UtteranceDraft::Reply(reply) => &reply.words,
            UtteranceDraft::Initiative(initiative) => &initiative.words,
        };
        let entries = match words {
            WordsDraft::Record(entries) => entries.as_slice(),
            WordsDraft::Elsewhere { entry, .. } => std::slice::from_ref(entry),
            WordsDraft::Inference { .. } | WordsDraft::Silence(_) => &[],
        };
        for entry in entries {
            *spoken.entry(entry.as_str()).or_insert(0) += 1;
        }
    }
    spoken
}

/// Whether the words of a reply cannot have been heard before the move is answered: silence is never used up, and an answer to
/// a move that can be made once is not, unless something else speaks the same words.
fn is_fresh(mv: &MoveDraft, reply: &ReplyDraft, spoken: &HashMap<&str, usize>) -> bool {
    let once = |entry: &Id| spoken.get(entry.as_str()) == Some(&1);
    let only = mv.times <= 1 && reply.to.iter().all(|id| *id == mv.id);
    match &reply.words {
        WordsDraft::Silence(_) => true,
        WordsDraft::Inference { .. } => only,
        WordsDraft::Record(entries) => only && entries.iter().all(once),
        WordsDraft::Elsewhere { entry, .. } => only && once(entry),
    }
}

/// A style may pass over a stance for a later one.
fn is_styled(draft: &Draft, mv: &MoveDraft) -> bool {
    let first = draft.scenario.seats.first().map(|seat| &seat.id);
    let seat = mv.seat.as_ref().or(first);
    let mut counterparts = draft.counterparts.iter();
    let opposite = counterparts.find(|c| Some(&c.seat) != seat);
    let styles = opposite.into_iter().flat_map(|c| &c.styles);
    styles.into_iter().any(|s| s.manner != Manner::AsWritten)
}

/// Whether there is no case of these.
fn never(question: &mut Question<'_, '_>, parts: Vec<Formula>) -> bool {
    matches!(question.example(&Formula::All(parts)), Ok(None))
}

fn reply_hidden<'d>(
    ground: &Ground<'d>,
    answers: &Answers<'d>,
    reply: &'d ReplyDraft,
    spoken: &HashMap<&str, usize>,
) -> Option<&'d Id> {
    let same_act: Vec<&ReplyDraft> = answers.replies.iter().copied().filter(|other| other.act == reply.act).collect();
    let before: Vec<&ReplyDraft> = in_order(&same_act)
        .into_iter()
        .take_while(|other| other.id != reply.id)
        .filter(|other| is_fresh(answers.mv, other, spoken))
        .collect();
    let last = before.last()?;
    let mut question = Question::new(ground, Setting::Answering(answers.mv));
    let wanted = answers.stances.iter().filter(|s| s.act == reply.act);
    let wanted = wanted.map(|stance| question.all(&stance.when)).collect();
    let given = Formula::All(vec![question.premise(), Formula::Any(wanted), question.all(&reply.presumes)]);
    let others: Vec<Formula> = before.iter().map(|r| question.all(&r.presumes)).collect();
    if never(&mut question, vec![given.clone()]) {
        return None;
    }
    let alone = before
        .iter()
        .zip(&others)
        .find(|(_, other)| never(&mut question, vec![given.clone(), (*other).clone().negated()]));
    if let Some((other, _)) = alone {
        return Some(&other.id);
    }
    let none = Formula::Any(others.clone()).negated();
    never(&mut question, vec![given, none]).then_some(&last.id)
}

fn stance_hidden<'d>(
    ground: &Ground<'d>,
    answers: &Answers<'d>,
    index: usize,
    styled: bool,
    spoken: &HashMap<&str, usize>,
) -> Option<&'d Id> {
    let (earlier, stance) = (answers.stances.get(..index)?, answers.stances.get(index)?);
    let last = earlier.last()?;
    let mut question = Question::new(ground, Setting::Answering(answers.mv));
    let premise = question.premise();
    let exactly = question.all(&stance.when);
    if never(&mut question, vec![premise.clone(), exactly.clone()]) {
        return None;
    }
    let holds = if styled { question.all_but_bars(&stance.when) } else { exactly };
    let decides = |question: &mut Question<'_, 'd>, other: &'d StanceDraft| {
        let when = question.all(&other.when);
        if other.act == stance.act {
            return Some(when);
        }
        let fresh = answers
            .replies
            .iter()
            .filter(|reply| !styled && reply.act == other.act && is_fresh(answers.mv, reply, spoken));
        let fresh: Vec<Formula> = fresh.map(|reply| question.all(&reply.presumes)).collect();
        (!fresh.is_empty()).then(|| Formula::All(vec![when, Formula::Any(fresh)]))
    };
    let mut deciding = Vec::new();
    for other in earlier {
        let Some(decides) = decides(&mut question, other) else {
            continue;
        };
        let open = decides.clone().negated();
        if never(&mut question, vec![premise.clone(), holds.clone(), open]) {
            return Some(&other.id);
        }
        deciding.push(decides);
    }
    let none = Formula::Any(deciding).negated();
    never(&mut question, vec![premise, holds, none]).then_some(&last.id)
}
