//! Conditions that can never hold, whatever is played.

use std::collections::HashMap;

use super::Checker;
use super::invariants::{Ground, Question, Setting};
use super::solver::Formula;
use super::talk::Talk;
use crate::scenario::draft::*;
use crate::scenario::place::Id;

pub(super) fn check<'d>(checker: &mut Checker<'d>, ground: &Ground<'d>, talk: &Talk<'d>) {
    let draft = checker.draft;
    for mv in &draft.moves {
        in_all(checker, ground, &mv.id, &mv.needs, &[Setting::Offering(mv)]);
    }
    let mut stances: HashMap<&str, Vec<Setting<'d>>> = HashMap::new();
    let mut replies: HashMap<&str, Vec<Setting<'d>>> = HashMap::new();
    for answers in &talk.answers {
        let setting = Setting::Answering(answers.mv);
        for stance in &answers.stances {
            stances.entry(stance.id.as_str()).or_default().push(setting);
        }
        for reply in &answers.replies {
            replies.entry(reply.id.as_str()).or_default().push(setting);
        }
    }
    let of =
        |settings: &HashMap<&str, Vec<Setting<'d>>>, id: &Id| settings.get(id.as_str()).cloned().unwrap_or_default();
    for stance in &draft.stances {
        in_all(checker, ground, &stance.id, &stance.when, &of(&stances, &stance.id));
    }
    for utterance in &draft.utterances {
        match utterance {
            UtteranceDraft::Reply(reply) => {
                in_all(checker, ground, &reply.id, &reply.presumes, &of(&replies, &reply.id));
            }
            UtteranceDraft::Initiative(own) => {
                in_all(checker, ground, &own.id, &own.when, &[Setting::Unasked]);
            }
        }
    }
    for topic in draft.counterparts.iter().flat_map(|c| &c.agenda) {
        in_all(checker, ground, &topic.id, &topic.opens, &[Setting::Unasked]);
    }
}

/// A list is at fault when it holds nowhere that it is read.
fn in_all<'d>(
    checker: &mut Checker<'d>,
    ground: &Ground<'d>,
    at: &Id,
    list: &'d [ConditionDraft],
    settings: &[Setting<'d>],
) {
    if list.is_empty() {
        return;
    }
    let impossible = |setting: &Setting<'d>| possible(ground, *setting, list) == Some(false);
    let Some(first) = settings.first().filter(|_| settings.iter().all(impossible)) else {
        return;
    };
    let (message, help) = told(ground, *first, list);
    checker.error("WCW071", at, message, &help);
}

/// Whether the conditions can hold together where they are read; `None` when that is not decided, or when it is what the move
/// needs that can never hold.
fn possible<'d>(ground: &Ground<'d>, setting: Setting<'d>, list: &'d [ConditionDraft]) -> Option<bool> {
    let mut question = Question::new(ground, setting);
    let premise = question.premise();
    let listed = question.all(list);
    let both = Formula::All(vec![premise.clone(), listed]);
    if question.example(&both).ok()?.is_some() {
        return Some(true);
    }
    question.example(&premise).ok()?.is_some().then_some(false)
}

/// What contradicts what, with everything left out that has no part in it.
fn told<'d>(ground: &Ground<'d>, setting: Setting<'d>, list: &'d [ConditionDraft]) -> (String, String) {
    let mut kept: Vec<usize> = (0..list.len()).collect();
    let impossible = |kept: &[usize], with_needs: bool| {
        let mut question = Question::new(ground, setting);
        let premise = question.premise();
        let mut parts: Vec<Formula> =
            kept.iter().filter_map(|index| list.get(*index..=*index)).map(|one| question.all(one)).collect();
        if with_needs {
            parts.push(premise);
        }
        matches!(question.example(&Formula::All(parts)), Ok(None))
    };
    let mut at = 0;
    while at < kept.len() {
        let taken = kept.remove(at);
        if !impossible(&kept, true) {
            kept.insert(at, taken);
            at += 1;
        }
    }
    let shown: Vec<String> =
        kept.iter().filter_map(|index| list.get(*index)).map(|condition| format!("{condition:?}")).collect();
    let shown = shown.join(" and ");
    let alone = impossible(&kept, false);
    match (setting, alone) {
        (Setting::Answering(mv), false) => (
            format!("{shown} can never hold here: it goes against what \"{}\" needs", mv.id),
            "compare it with needs: [...] of the move".to_owned(),
        ),
        (Setting::Unasked | Setting::Offering(_), _) if kept.len() == 1 => (
            format!("{shown} can never hold here"),
            "Times, SpokenBy and JustMade ask about the point that is being answered; counts have their limits"
                .to_owned(),
        ),
        _ if kept.len() == 1 => {
            (format!("{shown} can never hold"), "take it away, or ask for something that can be".to_owned())
        }
        _ => (format!("{shown} can never hold together"), "take one of them away".to_owned()),
    }
}
