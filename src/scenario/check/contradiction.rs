//! Finds conditions that can never hold.

use std::collections::HashMap;

use super::Checker;
use super::invariants::{Lookup, Question, Setting};
use super::solver::Formula;
use super::talk::Talk;
use crate::scenario::draft::*;
use crate::scenario::place::Id;

pub(super) fn check<'d>(checker: &mut Checker<'d>, lookup: &Lookup<'d>, talk: &Talk<'d>) {
    let draft = checker.draft;
    for mv in &draft.moves {
        in_all(checker, lookup, &mv.id, &mv.needs, &[Setting::Offering(mv)]);
    }
    // Settings in which the conditions of each stance and reply are read.
    let mut settings: HashMap<*const Id, Vec<Setting<'d>>> = HashMap::new();
    for answers in &talk.answers {
        let stances = answers.stances.iter().map(|stance| &stance.id);
        for id in stances.chain(answers.replies.iter().map(|reply| &reply.id)) {
            settings.entry(std::ptr::from_ref(id)).or_default().push(Setting::Answering(answers.mv));
        }
    }
    let of = |id: &Id| settings.get(&std::ptr::from_ref(id)).map_or(&[][..], Vec::as_slice);
    for stance in &draft.stances {
        in_all(checker, lookup, &stance.id, &stance.when, of(&stance.id));
    }
    for utterance in &draft.utterances {
        let unasked = [Setting::Unasked];
        let settings = if utterance.occasion.is_reply() { of(&utterance.id) } else { &unasked };
        in_all(checker, lookup, &utterance.id, &utterance.conditions, settings);
    }
    for topic in draft.topics() {
        in_all(checker, lookup, &topic.id, &topic.opens, &[Setting::Unasked]);
    }
}

/// Reports a list of conditions if it can't hold in any of its settings.
fn in_all<'d>(
    checker: &mut Checker<'d>,
    lookup: &Lookup<'d>,
    at: &Id,
    list: &'d [ConditionDraft],
    settings: &[Setting<'d>],
) {
    let Some(first) = settings.first().filter(|_| !list.is_empty()) else { return };
    if settings.iter().all(|setting| is_impossible(lookup, *setting, list)) {
        let (message, help) = contradiction(lookup, *first, list);
        checker.error("WCW071", at, message, help);
    }
}

/// Whether the conditions certainly can't hold together in this setting, although the move's own needs can.
fn is_impossible<'d>(lookup: &Lookup<'d>, setting: Setting<'d>, list: &'d [ConditionDraft]) -> bool {
    let mut question = Question::new(lookup, setting);
    let premise = question.premise();
    let listed = question.all(list);
    question.never(&[&premise, &listed]) && matches!(question.example(&premise), Ok(Some(_)))
}

/// The smallest part of the list that can't hold, in words, and what to do about it.
fn contradiction<'d>(lookup: &Lookup<'d>, setting: Setting<'d>, list: &'d [ConditionDraft]) -> (String, &'static str) {
    let never = |conditions: &[&'d ConditionDraft], with_needs: bool| {
        let mut question = Question::new(lookup, setting);
        let premise = question.premise();
        let parts: Vec<Formula> = conditions.iter().map(|c| question.all(std::slice::from_ref(*c))).collect();
        let parts: Vec<&Formula> = parts.iter().chain(with_needs.then_some(&premise)).collect();
        question.never(&parts)
    };
    let mut conditions: Vec<&ConditionDraft> = list.iter().collect();
    let mut at = 0;
    while at < conditions.len() {
        let removed = conditions.remove(at);
        if !never(&conditions, true) {
            conditions.insert(at, removed);
            at += 1;
        }
    }
    let shown: Vec<String> = conditions.iter().map(|condition| format!("{condition:?}")).collect();
    let shown = shown.join(" and ");
    match setting {
        Setting::Answering(mv) if !never(&conditions, false) => (
            format!("{shown} can never hold here: it contradicts what \"{}\" needs", mv.id),
            "compare it with needs: [...] of the move",
        ),
        Setting::Unasked | Setting::Offering(_) if conditions.len() == 1 => (
            format!("{shown} can never hold here"),
            "Times, SpokenBy and JustMade need a point that is being answered, and counts have limits",
        ),
        _ if conditions.len() == 1 => (format!("{shown} can never hold"), "remove it, or ask for something possible"),
        _ => (format!("{shown} can never hold together"), "remove one of them"),
    }
}
