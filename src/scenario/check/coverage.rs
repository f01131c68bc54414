//! Checks that every move gets an answer in every case its stances and replies distinguish.

use super::invariants::{Lookup, Question, Setting};
use super::solver::{Formula, Literal, TooMany};
use super::talk::{Answers, Talk};
use super::{Checker, error, phrase};
use crate::scenario::draft::*;

pub(super) fn check<'d>(checker: &mut Checker<'d>, lookup: &Lookup<'d>, talk: &Talk<'d>) {
    for answers in &talk.answers {
        let is_whole = acts(checker, answers);
        enough(checker, answers);
        if is_whole {
            every_case(checker, lookup, answers);
            meetings(checker, lookup, answers);
        }
    }
}

/// Checks that every stance has a reply with its act, and every reply a stance. Returns whether further checks make
/// sense.
fn acts(checker: &mut Checker<'_>, Answers { mv, stances, replies }: &Answers<'_>) -> bool {
    let mut is_whole = true;
    for stance in stances {
        if !replies.iter().any(|reply| reply.act == stance.act) {
            is_whole = false;
            let message = format!(
                "the stance \"{}\" wants {:?} as the answer to \"{}\", but no reply has this act",
                stance.id, stance.act, mv.id
            );
            checker.error("WCW067", &stance.id, message, "write a reply with this act, or change the act");
        }
    }
    if stances.is_empty() {
        is_whole = false;
        let message = format!("no stance is about \"{}\"", mv.id);
        checker.error("WCW068", &mv.id, message, "write a stance with it in to: [...], or one on its issue");
    }
    for reply in replies {
        if !stances.is_empty() && !stances.iter().any(|stance| stance.act == reply.act) {
            let message = format!("no stance on \"{}\" wants {:?}, so this reply is never given", mv.id, reply.act);
            checker.warning("WCW069", &reply.id, message, "remove the move from to: [...], or change the act");
        }
    }
    is_whole
}

/// Checks that there are enough replies for games to sound different.
fn enough(checker: &mut Checker<'_>, Answers { mv, replies, .. }: &Answers<'_>) {
    let needed = if mv.times > 1 { 3 } else { 2 };
    if replies.len() < needed && !mv.act.ends_talk() {
        let (id, count) = (&mv.id, replies.len());
        let message = format!("\"{id}\" has {count} of {needed} replies");
        checker.warning("WCW070", id, message, "write more, so that games sound different");
    }
}

/// Formulas for when a stance holds, and when one of its replies fits.
fn answered<'d>(
    question: &mut Question<'_, 'd>,
    stance: &'d StanceDraft,
    replies: &[&'d UtteranceDraft],
) -> (Formula, Formula) {
    let holds = question.all(&stance.when);
    let fitting = replies.iter().filter(|reply| reply.act == stance.act);
    (holds, Formula::Any(fitting.map(|reply| question.all(&reply.conditions)).collect()))
}

fn every_case<'d>(checker: &mut Checker<'d>, lookup: &Lookup<'d>, answers: &Answers<'d>) {
    let mv = answers.mv;
    let mut question = Question::new(lookup, Setting::Answering(mv));
    let premise = question.premise();
    let parts: Vec<(Formula, Formula)> =
        answers.stances.iter().map(|stance| answered(&mut question, stance, &answers.replies)).collect();
    let pairs = parts.iter().cloned();
    let covered = Formula::Any(pairs.map(|(holds, fits)| Formula::All(vec![holds, fits])).collect());
    match question.example(&Formula::All(vec![premise, covered.negated()])) {
        Ok(None) => {}
        Ok(Some(case)) => uncovered(checker, answers, &question, &parts, &case),
        Err(TooMany) => {
            let message = format!("whether \"{}\" is answered in every case takes too long to find out", mv.id);
            let help = "ask for fewer things, or set one mark for several of them";
            checker.warning("WCW101", &mv.id, message, help);
        }
    }
}

fn uncovered(
    checker: &mut Checker<'_>,
    answers: &Answers<'_>,
    question: &Question<'_, '_>,
    parts: &[(Formula, Formula)],
    literals: &[Literal],
) {
    let id = &answers.mv.id;
    let case = phrase::case(question, literals);
    let when = if case.is_empty() { String::new() } else { format!(" when {case}") };
    let mut stances = answers.stances.iter().zip(parts);
    let nearest = stances.find(|(_, (holds, _))| question.holds_where(literals, holds));
    let fault = if let Some((stance, _)) = nearest {
        let help = format!("write a reply with the act {:?} that presumes no more than that", stance.act);
        error("WCW100", id.place, format!("no reply to \"{id}\" fits{when}"), &help)
            .and(stance.id.place, "this stance holds then, but no reply with its act fits")
    } else {
        let last = answers.stances.last().and_then(|stance| stance.id.place);
        let help = "remove the conditions of the last stance on the move";
        error("WCW100", id.place, format!("nothing answers \"{id}\"{when}"), help)
            .and(last, "the last stance tried, which does not hold then")
    };
    checker.push(fault);
}

/// Checks that each stance can hold in the same case as one of its replies.
fn meetings<'d>(checker: &mut Checker<'d>, lookup: &Lookup<'d>, answers: &Answers<'d>) {
    for stance in &answers.stances {
        let mut question = Question::new(lookup, Setting::Answering(answers.mv));
        let premise = question.premise();
        let (holds, fits) = answered(&mut question, stance, &answers.replies);
        if question.never(&[&premise, &holds]) || !question.never(&[&premise, &holds, &fits]) {
            continue;
        }
        let message = format!(
            "no reply to \"{}\" with the act {:?} ever fits where the stance \"{}\" holds",
            answers.mv.id, stance.act, stance.id
        );
        let help = "compare the stance's when: [...] with the replies' presumes: [...]";
        let reply = answers.replies.iter().find(|reply| reply.act == stance.act);
        let fault = error("WCW102", stance.id.place, message, help);
        checker.push(fault.and(reply.and_then(|reply| reply.id.place), "a reply with this act"));
    }
}
