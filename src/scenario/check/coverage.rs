//! Whether something answers every move in every case that its own stances and replies tell apart.

use super::Checker;
use super::invariants::{Ground, Question, Setting};
use super::phrase;
use super::solver::{Formula, Literal, TooMany};
use super::talk::{Answers, Talk};
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::draft::*;
use crate::scenario::terms::Act;

pub(super) fn check<'d>(checker: &mut Checker<'d>, ground: &Ground<'d>, talk: &Talk<'d>) {
    for answers in &talk.answers {
        let whole = acts(checker, answers);
        enough(checker, answers);
        if whole {
            every_case(checker, ground, answers);
            meetings(checker, ground, answers);
        }
    }
}

/// Every stance has words for its act, every reply a stance that wants it. Returns whether there is enough to look closer.
fn acts(checker: &mut Checker<'_>, answers: &Answers<'_>) -> bool {
    let Answers { mv, stances, replies } = answers;
    let mut whole = true;
    for stance in stances {
        if !replies.iter().any(|reply| reply.act == stance.act) {
            whole = false;
            let message =
                format!("to \"{}\" the stance \"{}\" wants {:?}, and no reply has it", mv.id, stance.id, stance.act);
            let help = "write a reply with this act, or change the act";
            checker.error("WCW067", &stance.id, message, help);
        }
    }
    if stances.is_empty() {
        whole = false;
        let message = format!("no stance is about \"{}\"", mv.id);
        let help = "write a stance with it in to: [...], or one on its issue";
        checker.error("WCW068", &mv.id, message, help);
    }
    for reply in replies {
        if !stances.is_empty() && !stances.iter().any(|stance| stance.act == reply.act) {
            let message = format!("no stance towards \"{}\" ever wants {:?}", mv.id, reply.act);
            checker.warning("WCW069", &reply.id, message, "this reply is never given there");
        }
    }
    whole
}

fn enough(checker: &mut Checker<'_>, answers: &Answers<'_>) {
    let Answers { mv, replies, .. } = answers;
    let needed = if mv.times > 1 { 3 } else { 2 };
    if replies.len() < needed && mv.act != Act::Adjourn {
        let (id, count) = (&mv.id, replies.len());
        let message = format!("\"{id}\" has {count} replies; {needed} are needed");
        checker.warning("WCW070", id, message, "no two games need sound the same");
    }
}

/// When a stance holds and one of its replies fits.
fn answered<'d>(
    question: &mut Question<'_, 'd>,
    stance: &'d StanceDraft,
    replies: &[&'d ReplyDraft],
) -> (Formula, Formula) {
    let holds = question.all(&stance.when);
    let words = replies.iter().filter(|reply| reply.act == stance.act);
    let words = words.map(|reply| question.all(&reply.presumes)).collect();
    (holds, Formula::Any(words))
}

fn every_case<'d>(checker: &mut Checker<'d>, ground: &Ground<'d>, answers: &Answers<'d>) {
    let mv = answers.mv;
    let mut question = Question::new(ground, Setting::Answering(mv));
    let premise = question.premise();
    let parts: Vec<(Formula, Formula)> =
        answers.stances.iter().map(|stance| answered(&mut question, stance, &answers.replies)).collect();
    let pairs = parts.iter().cloned();
    let covered = Formula::Any(pairs.map(|(s, r)| Formula::All(vec![s, r])).collect());
    match question.example(&Formula::All(vec![premise, covered.negated()])) {
        Ok(None) => {}
        Ok(Some(case)) => uncovered(checker, answers, &question, &parts, &case),
        Err(TooMany) => {
            let message = format!(
                "the answers to \"{}\" ask for too many things at once: whether they cover every case is not decided",
                mv.id
            );
            let help = "ask for fewer things, or set a mark that stands for several of them";
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
    let (message, help, stance, why) = match nearest {
        Some((stance, _)) => (
            format!("\"{id}\" is left without words{when}"),
            format!("write a reply with the act {:?} that presumes no more than that", stance.act),
            Some(*stance),
            "this stance holds then, and no reply with its act fits",
        ),
        None => (
            format!("nothing answers \"{id}\"{when}"),
            "let the last stance towards a move have no conditions".to_owned(),
            answers.stances.last().copied(),
            "the last stance that is tried, and it does not hold then",
        ),
    };
    let fault = Diagnostic::error("WCW100", message, id.place, Some(help));
    checker.faults.push(match stance {
        Some(stance) => fault.and(stance.id.place, why),
        None => fault,
    });
}

/// A stance and the replies with its act can come together somewhere.
fn meetings<'d>(checker: &mut Checker<'d>, ground: &Ground<'d>, answers: &Answers<'d>) {
    for stance in &answers.stances {
        let mut question = Question::new(ground, Setting::Answering(answers.mv));
        let premise = question.premise();
        let (holds, words) = answered(&mut question, stance, &answers.replies);
        let holds = Formula::All(vec![premise, holds]);
        let possible = |question: &mut Question<'_, '_>, f: &Formula| !matches!(question.example(f), Ok(None));
        if possible(&mut question, &holds) && !possible(&mut question, &Formula::All(vec![holds.clone(), words])) {
            let message = format!(
                "to \"{}\" the stance \"{}\" never finds words: where it holds no reply with the act {:?} fits",
                answers.mv.id, stance.id, stance.act
            );
            let help = "compare its when: [...] with the presumes: [...] of these replies";
            let fault = Diagnostic::error("WCW102", message, stance.id.place, Some(help.to_owned()));
            let mut replies = answers.replies.iter();
            let reply = replies.find(|reply| reply.act == stance.act);
            let place = reply.and_then(|reply| reply.id.place);
            let fault = fault.and(place, "a reply with this act");
            checker.faults.push(fault);
        }
    }
}
