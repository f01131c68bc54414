//! Words from another place in the record carry no promise, hint, concession or assurance beyond what they were given for.

use super::Checker;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::draft::*;
use crate::scenario::place::Id;
use crate::scenario::terms::{Act, CommitmentKind};

/// What is said and done under one utterance.
struct Spoken<'d> {
    id: &'d Id,
    to: &'d [Id],
    act: Act,
    words: &'d WordsDraft,
    effects: &'d [EffectDraft],
}

fn spoken(utterance: &UtteranceDraft) -> Spoken<'_> {
    match utterance {
        UtteranceDraft::Reply(reply) => {
            Spoken { id: &reply.id, to: &reply.to, act: reply.act, words: &reply.words, effects: &reply.effects }
        }
        UtteranceDraft::Initiative(own) => {
            Spoken { id: &own.id, to: &[], act: own.act, words: &own.words, effects: &own.effects }
        }
    }
}

pub(super) fn check(checker: &mut Checker<'_>) {
    let all: Vec<Spoken<'_>> = checker.draft.utterances.iter().map(spoken).collect();
    for utterance in &all {
        let WordsDraft::Elsewhere { entry, .. } = utterance.words else {
            continue;
        };
        // Words on another issue are a fault of their own.
        if is_off_issue(checker, utterance, entry) {
            continue;
        }
        // Where the record's own words stand at their place, with what they did there.
        let at_home: Vec<&Spoken<'_>> = all
            .iter()
            .filter(|other| matches!(other.words, WordsDraft::Record(list) if list.contains(entry)))
            .collect();
        acts(checker, utterance, entry, &at_home);
        for effect in utterance.effects {
            let covered = at_home.iter().flat_map(|other| other.effects).any(|other| covers(other, effect));
            if let Some((at, what)) = binds(checker, entry, effect).filter(|_| !covered) {
                let message = format!("\"{}\" lets \"{entry}\" carry {what} that it was not given for", utterance.id);
                let help = "take the effect away, or tell it as an inference";
                let fault = Diagnostic::error("WCW105", message, at.place, Some(help.to_owned()));
                let fault = fault.and(entry.place, "the words from elsewhere");
                checker.faults.push(fault);
            }
        }
    }
}

fn is_off_issue(checker: &Checker<'_>, utterance: &Spoken<'_>, entry: &Id) -> bool {
    let issue = checker.entry(entry.as_str()).map(|entry| &entry.issue);
    let mut asked = utterance.to.iter().filter_map(|id| checker.mv(id.as_str()));
    asked.any(|mv| Some(&mv.issue) != issue)
}

/// How far an act goes. A yes for later is a yes when the later has come.
const fn gives(act: Act) -> u8 {
    match act {
        Act::Hint => 1,
        Act::Offer => 2,
        Act::AcceptLater | Act::Accept | Act::Concession => YES,
        _ => 0,
    }
}

const YES: u8 = 3;

/// How far an utterance goes: where it binds its side by an offer or a promise, to say yes goes no further.
fn goes(utterance: &Spoken<'_>) -> u8 {
    let binds = utterance.effects.iter().any(|effect| {
        matches!(effect, EffectDraft::Commit(form)
            if matches!(form.kind, CommitmentKind::Offer | CommitmentKind::Promise))
    });
    if binds { YES } else { gives(utterance.act) }
}

fn acts(checker: &mut Checker<'_>, utterance: &Spoken<'_>, entry: &Id, at_home: &[&Spoken<'_>]) {
    let Some(act) = checker.entry(entry.as_str()).map(|entry| entry.act) else {
        return;
    };
    let furthest = at_home.iter().map(|other| goes(other));
    let furthest = furthest.chain([gives(act)]).max().unwrap_or(0);
    if gives(utterance.act) > furthest {
        let message =
            format!("\"{}\" has the act {:?}, but \"{entry}\" was said as {act:?}", utterance.id, utterance.act);
        let help = "choose an act that gives no more, or tell it as an inference";
        let fault = Diagnostic::error("WCW106", message, utterance.id.place, Some(help.to_owned()));
        checker.faults.push(fault.and(entry.place, "the words from elsewhere"));
    }
}

/// What an effect binds the speaker's side to, and where that is written.
fn binds<'d>(checker: &Checker<'_>, entry: &Id, effect: &'d EffectDraft) -> Option<(&'d Id, &'static str)> {
    match effect {
        EffectDraft::Strengthen { issue, .. } => Some((issue, "the strength of a hint")),
        EffectDraft::Commit(form) => {
            let speaker = &checker.entry(entry.as_str())?.speaker;
            let party = checker.person(speaker.as_str())?.party.as_ref()?;
            let what = match form.kind {
                CommitmentKind::Promise => "a promise",
                CommitmentKind::Hint => "a hint",
                CommitmentKind::OpenDoor => "an assurance",
                CommitmentKind::Offer => "an offer",
                CommitmentKind::Precondition | CommitmentKind::Refusal => return None,
            };
            (form.by == *party).then_some((&form.clause.position, what))
        }
        _ => None,
    }
}

/// Whether the same is bound where the words stand at their place.
fn covers(at_home: &EffectDraft, effect: &EffectDraft) -> bool {
    match (at_home, effect) {
        (EffectDraft::Commit(home), EffectDraft::Commit(form)) => {
            home.by == form.by
                && home.kind == form.kind
                && home.clause.issue == form.clause.issue
                && home.clause.position == form.clause.position
        }
        (EffectDraft::Strengthen { issue: home, to: strongest }, EffectDraft::Strengthen { issue, to }) => {
            home == issue && strongest >= to
        }
        _ => false,
    }
}
