//! Checks that words from elsewhere in the record don't carry a promise, hint, concession or assurance they didn't
//! carry there.

use super::{Checker, error};
use crate::scenario::draft::*;
use crate::scenario::place::Id;
use crate::scenario::terms::CommitmentKind;

pub(super) fn check(checker: &mut Checker<'_>) {
    let all = &checker.draft.utterances;
    for utterance in all {
        let WordsDraft::Elsewhere { entry, .. } = &utterance.words else { continue };
        // Words on a different issue have been reported already.
        if is_off_issue(checker, utterance, entry) {
            continue;
        }
        // Replies that use these words at their own place in the record.
        let is_at_home =
            |other: &&UtteranceDraft| matches!(&other.words, WordsDraft::Record(entries) if entries.contains(entry));
        let at_home: Vec<&UtteranceDraft> = all.iter().filter(is_at_home).collect();
        acts(checker, utterance, entry, &at_home);
        for effect in &utterance.effects {
            let covered = at_home.iter().flat_map(|other| &other.effects).any(|other| covers(other, effect));
            if let Some((at, what)) = binds(checker, entry, effect).filter(|_| !covered) {
                let id = &utterance.id;
                let message = format!("\"{id}\" makes \"{entry}\" carry {what} that it did not carry in the record");
                let help = "remove the effect, or write an inference instead";
                checker.push(error("WCW105", at.place, message, help).and(entry.place, "the words from elsewhere"));
            }
        }
    }
}

fn is_off_issue(checker: &Checker<'_>, utterance: &UtteranceDraft, entry: &Id) -> bool {
    let Occasion::Reply(to) = &utterance.occasion else { return false };
    let issue = checker.entry(entry).map(|entry| &entry.issue);
    to.iter().filter_map(|id| checker.mv(id)).any(|mv| Some(&mv.issue) != issue)
}

/// How far a yes binds ([`crate::scenario::acts::Profile::binds`]). A yes for later counts the same.
const YES: u8 = 3;

/// How far an utterance binds its side. An offer or promise among its effects counts as a yes.
fn gives_with_effects(utterance: &UtteranceDraft) -> u8 {
    let binds = utterance.effects.iter().any(|effect| {
        matches!(effect, EffectDraft::Commit(form)
            if matches!(form.kind, CommitmentKind::Offer | CommitmentKind::Promise))
    });
    if binds { YES } else { utterance.act.profile().binds }
}

fn acts(checker: &mut Checker<'_>, utterance: &UtteranceDraft, entry: &Id, at_home: &[&UtteranceDraft]) {
    let Some(said_as) = checker.entry(entry).map(|entry| entry.act) else { return };
    let most = at_home.iter().map(|other| gives_with_effects(other));
    let most = most.chain([said_as.profile().binds]).max().unwrap_or(0);
    let (id, act) = (&utterance.id, utterance.act);
    if act.profile().binds > most {
        let message = format!("\"{id}\" has the act {act:?}, but \"{entry}\" was said as {said_as:?}");
        let help = "choose an act that gives no more, or write an inference instead";
        checker.push(error("WCW106", id.place, message, help).and(entry.place, "the words from elsewhere"));
    }
}

/// What an effect commits the speaker's side to, in words, and the id to mark.
fn binds<'d>(checker: &Checker<'_>, entry: &Id, effect: &'d EffectDraft) -> Option<(&'d Id, &'static str)> {
    match effect {
        EffectDraft::Strengthen { issue, .. } => Some((issue, "the strength of a hint")),
        EffectDraft::Commit(form) => {
            let speaker = &checker.entry(entry)?.speaker;
            let party = checker.person(speaker)?.party.as_ref()?;
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

/// Whether an effect of the same words at their own place makes the same commitment.
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
