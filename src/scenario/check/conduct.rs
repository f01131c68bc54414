//! Faults of moves, stances and replies: what the laws forbid.

use super::Checker;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::draft::*;
use crate::scenario::place::Id;
use crate::scenario::terms::{CommitmentKind, Speech};

/// Most words on the face of an answer.
const FACE_WORDS: usize = 90;
/// Most words of an inference.
const INFERENCE_WORDS: usize = 60;

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    draft.moves.iter().for_each(|mv| check_move(checker, mv));
    for utterance in &draft.utterances {
        check_utterance(checker, utterance);
    }
    for stance in &draft.stances {
        if stance.to.is_empty() && stance.on.is_empty() {
            checker.error(
                "WCW050",
                &stance.id,
                "this stance is about no move and no issue".to_owned(),
                "add to: [...]",
            );
        }
        if stance.because.trim().is_empty() {
            checker.error("WCW051", &stance.id, "a stance needs its reason".to_owned(), "fill because: \"...\"");
        }
    }
}

fn check_move(checker: &mut Checker<'_>, mv: &MoveDraft) {
    effects(checker, &mv.id, &mv.effects);
    match &mv.words {
        MoveWordsDraft::Record(entries) => one_speaker(checker, &mv.id, entries),
        MoveWordsDraft::Own { reasoned_from } => {
            if reasoned_from.is_empty() && stands_on_something(checker) {
                let message = format!("the move \"{}\" is not in the record and says on what it is reasoned", mv.id);
                checker.error("WCW052", &mv.id, message.replace("says", "does not say"), "add reasoned_from: [...]");
            }
        }
    }
    if mv.indirect.contains('"') || mv.indirect.contains('\u{201c}') {
        let message = "indirect speech holds no words in quotation marks".to_owned();
        checker.error("WCW053", &mv.id, message, "tell it: asks whether ...");
    }
    if !(1..=9).contains(&mv.times) {
        checker.error("WCW054", &mv.id, format!("a move can be made 1 to 9 times, not {}", mv.times), "");
    }
}

/// Whether what is said has to be reasoned from something: an invented talk is not.
fn stands_on_something(checker: &Checker<'_>) -> bool {
    checker.draft.scenario.speech != Speech::Invented
}

fn one_speaker(checker: &mut Checker<'_>, at: &Id, entries: &[Id]) {
    let spoken: Vec<&EntryDraft> = entries.iter().filter_map(|id| checker.entry(&id.text)).collect();
    let first = spoken.first().map(|entry| &entry.speaker);
    let other = spoken.iter().find(|entry| Some(&entry.speaker) != first);
    if let (Some(first), Some(other)) = (first, other) {
        let message = "these entries of the record are said by different people".to_owned();
        let help = Some("take them apart".to_owned());
        let fault = Diagnostic::error("WCW055", message, at.place, help);
        checker.faults.push(fault.and(first.place, "said by one").and(other.speaker.place, "said by another"));
    }
    if entries.is_empty() {
        checker.error("WCW056", at, "record words need at least one entry".to_owned(), "");
    }
}

fn effects(checker: &mut Checker<'_>, at: &Id, effects: &[EffectDraft]) {
    for effect in effects {
        match effect {
            EffectDraft::Bar { because, by, .. } => {
                if because.trim().is_empty() {
                    let message = "an effect needs a reason that the player can read".to_owned();
                    checker.error("WCW051", at, message, "fill because: \"...\"");
                }
                if *by == 0 {
                    checker.warning("WCW057", at, "an effect of 0 does nothing".to_owned(), "leave it out");
                }
            }
            EffectDraft::Commit(form) if form.kind == CommitmentKind::Hint => {
                let open = form.clause.timing.is_none_or(|t| t == crate::scenario::terms::Timing::Open);
                if !open {
                    let message = "a hint supports a position and leaves the timing open".to_owned();
                    let timing = checker.field(form.clause.position.place, "timing");
                    let place = timing.or(at.place);
                    let help = Some("write timing: Open, or make it a Promise".to_owned());
                    let fault = Diagnostic::warning("WCW058", message, place, help);
                    let does = "write timing: Open".to_owned();
                    checker.faults.push(fault.fixed_by(does, timing, "Open"));
                }
            }
            _ => {}
        }
    }
}

fn check_utterance(checker: &mut Checker<'_>, utterance: &UtteranceDraft) {
    match utterance {
        UtteranceDraft::Reply(reply) => {
            effects(checker, &reply.id, &reply.effects);
            words(checker, &reply.id, &reply.words, &reply.to, true);
        }
        UtteranceDraft::Initiative(initiative) => {
            effects(checker, &initiative.id, &initiative.effects);
            words(checker, &initiative.id, &initiative.words, &initiative.closes, false);
        }
    }
}

fn words(checker: &mut Checker<'_>, at: &Id, words: &WordsDraft, moves: &[Id], reply: bool) {
    if reply && moves.is_empty() {
        checker.error("WCW059", at, "this reply answers no move".to_owned(), "add to: [...]");
    }
    match words {
        WordsDraft::Record(entries) => {
            one_speaker(checker, at, entries);
            length(checker, at, entries);
            if reply {
                moves.iter().for_each(|mv| paired(checker, mv, entries));
            }
        }
        WordsDraft::Elsewhere { entry, said } => {
            if said.trim().is_empty() {
                let message = "words from elsewhere say what they really answered".to_owned();
                checker.error("WCW060", at, message, "fill said: \"said to ... about ...\"");
            }
            let issue = checker.entry(&entry.text).map(|entry| entry.issue.text.clone());
            for mv in moves {
                let asked = checker.mv(&mv.text).map(|mv| mv.issue.text.clone());
                if let (Some(issue), Some(asked)) = (&issue, asked)
                    && *issue != asked
                {
                    let message = format!("\"{entry}\" is about \"{issue}\", and \"{mv}\" is about \"{asked}\"");
                    let help = Some("words from elsewhere stay on their issue".to_owned());
                    let fault = Diagnostic::error("WCW061", message, entry.place, help);
                    let said = checker.entry(&entry.text).and_then(|e| e.issue.place);
                    let asked = checker.mv(&mv.text).and_then(|mv| mv.issue.place);
                    checker.faults.push(fault.and(said, "its issue").and(asked, "the issue of the move"));
                }
            }
        }
        WordsDraft::Inference { text, reasoned_from, speaker } => {
            inference(checker, at, text, reasoned_from.len(), moves.len());
            if checker.person(&speaker.text).is_some_and(|person| person.party.is_none()) {
                checker.error("WCW062", speaker, format!("\"{speaker}\" does not sit at the table"), "");
            }
        }
        WordsDraft::Silence(reason) => {
            if reason.trim().is_empty() {
                checker.error("WCW051", at, "silence needs a reason".to_owned(), "write Silence(\"...\")");
            }
        }
    }
}

fn inference(checker: &mut Checker<'_>, at: &Id, text: &str, reasons: usize, moves: usize) {
    if reasons == 0 && stands_on_something(checker) {
        let message = "an inference says on what it is reasoned".to_owned();
        checker.error("WCW052", at, message, "add reasoned_from: [...]");
    }
    if moves > 2 {
        let message = format!("this inference serves {moves} moves; it may serve two");
        checker.error("WCW063", at, message, "write another for the others");
    }
    if text.contains('"') || text.contains('\u{201c}') {
        let message = "an inference puts no words into anybody's mouth".to_owned();
        checker.error("WCW053", at, message, "take the quotation marks away and tell it");
    }
    let count = text.split_whitespace().count();
    if count > INFERENCE_WORDS {
        let message = format!("this inference has {count} words; it may have {INFERENCE_WORDS}");
        checker.error("WCW064", at, message, "shorten it");
    }
}

fn length(checker: &mut Checker<'_>, at: &Id, entries: &[Id]) {
    let words: usize = entries
        .iter()
        .filter_map(|id| checker.entry(&id.text))
        .flat_map(|entry| &entry.quotes)
        .map(|quote| quote.words.text.split_whitespace().count())
        .sum();
    if words > FACE_WORDS && entries.len() > 1 {
        let message = format!("this answer has {words} words on its face; {FACE_WORDS} are enough");
        checker.warning("WCW065", at, message, "take it apart");
    }
}

/// Record words are a reply only where the record pairs them with the move.
fn paired(checker: &mut Checker<'_>, mv: &Id, words: &[Id]) {
    let Some(MoveDraft { words: MoveWordsDraft::Record(entries), .. }) = checker.mv(&mv.text) else {
        if checker.mv(&mv.text).is_some() {
            let message = format!("\"{mv}\" is not in the record, so the record has no reply to it");
            checker.error("WCW066", mv, message, "use Elsewhere or Inference");
        }
        return;
    };
    // Words that are not named, or are not in the record, are reported where they are missing.
    let known = |id: &Id| checker.entry(&id.text).is_some();
    if entries.is_empty() || words.is_empty() || !entries.iter().all(known) {
        return;
    }
    let answered = entries.iter().filter_map(|id| checker.entry(&id.text)).flat_map(|entry| &entry.answered_by);
    let known = answered.into_iter().any(|answer| words.contains(&answer.entry));
    if !known {
        let message = format!("record.ron does not pair these words with \"{mv}\"");
        let help = "add the pairing to record.ron with its reason, or use Elsewhere".to_owned();
        let fault = Diagnostic::error("WCW066", message, mv.place, Some(help));
        let asked = entries.iter().find_map(|id| checker.entry(&id.text));
        let place = asked.and_then(|entry| entry.id.place);
        checker.faults.push(fault.and(place, "said in the move, and not answered by these words"));
    }
}
