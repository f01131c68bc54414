//! Checks moves, stances and replies against the rules for scenarios.

use super::{Checker, error, warning, word_count};
use crate::scenario::draft::*;
use crate::scenario::limits::{FACE_WORDS, INFERENCE_MOVES, INFERENCE_WORDS, TIMES};
use crate::scenario::place::Id;
use crate::scenario::terms::{CommitmentKind, Timing};

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    draft.moves.iter().for_each(|mv| check_move(checker, mv));
    draft.utterances.iter().for_each(|utterance| check_utterance(checker, utterance));
    for stance in &draft.stances {
        if stance.to.is_empty() && stance.on.is_empty() {
            let help = "name them in to: [...] or on: [...]";
            checker.error("WCW050", &stance.id, "this stance is about no move and no issue", help);
        }
        if stance.because.trim().is_empty() {
            checker.error("WCW051", &stance.id, "this stance has no reason", "fill in because: \"...\"");
        }
    }
}

fn check_move(checker: &mut Checker<'_>, mv: &MoveDraft) {
    effects(checker, &mv.id, &mv.effects);
    match &mv.words {
        MoveWordsDraft::Record(entries) => one_speaker(checker, &mv.id, entries),
        MoveWordsDraft::Own { reasoned_from } => {
            if reasoned_from.is_empty() && checker.draft.needs_reasons() {
                let message = format!("the move \"{}\" is not in the record and gives no reasons", mv.id);
                checker.error("WCW052", &mv.id, message, "add reasoned_from: [...]");
            }
        }
    }
    if has_quotation_mark(&mv.indirect) {
        let message = "this indirect speech has quotation marks";
        checker.error("WCW053", &mv.id, message, "report what is said: asks whether ...");
    }
    if !TIMES.contains(&mv.times) {
        let message = format!("this move can be made {} times", mv.times);
        let help = format!("allow it {} to {} times", TIMES.start(), TIMES.end());
        checker.error("WCW054", &mv.id, message, &help);
    }
}

fn has_quotation_mark(text: &str) -> bool {
    text.contains(['"', '\u{201c}'])
}

fn one_speaker(checker: &mut Checker<'_>, at: &Id, entries: &[Id]) {
    let mut speakers = entries.iter().filter_map(|id| checker.entry(id)).map(|entry| &entry.speaker);
    let first = speakers.next();
    let other = speakers.find(|speaker| Some(*speaker) != first);
    if let (Some(first), Some(other)) = (first, other) {
        let message = "different people say these entries of the record";
        let fault = error("WCW055", at.place, message, "keep the entries of one speaker");
        checker.push(fault.and(first.place, "one speaker").and(other.place, "another speaker"));
    }
    if entries.is_empty() {
        checker.error("WCW056", at, "these record words name no entry", "name at least one: Record([\"...\"])");
    }
}

fn effects(checker: &mut Checker<'_>, at: &Id, effects: &[EffectDraft]) {
    for effect in effects {
        match effect {
            EffectDraft::Bar { because, by, .. } => {
                if because.trim().is_empty() {
                    let message = "this effect has no reason that the player can read";
                    checker.error("WCW051", at, message, "fill in because: \"...\"");
                }
                if *by == 0 {
                    checker.warning("WCW057", at, "an effect of 0 does nothing", "change the number, or leave it out");
                }
            }
            EffectDraft::Commit(form) if form.kind == CommitmentKind::Hint => hint(checker, at, form),
            _ => {}
        }
    }
}

fn hint(checker: &mut Checker<'_>, at: &Id, form: &CommitmentDraft) {
    if form.clause.timing.is_none_or(|timing| timing == Timing::Open) {
        return;
    }
    let timing = checker.field(form.clause.position.place, "timing");
    let message = "this hint fixes a timing; a hint supports a position and leaves the timing open";
    let fault = warning("WCW058", timing.or(at.place), message, "write timing: Open, or make it a Promise");
    checker.push(fault.fixed_by("write timing: Open".to_owned(), timing, "Open"));
}

fn check_utterance(checker: &mut Checker<'_>, utterance: &UtteranceDraft) {
    let at = &utterance.id;
    effects(checker, at, &utterance.effects);
    if let Occasion::Reply(to) = &utterance.occasion {
        if to.is_empty() {
            checker.error("WCW059", at, "this reply answers no move", "name the moves in to: [...]");
        }
        if let WordsDraft::Record(entries) = &utterance.words {
            to.iter().for_each(|mv| paired(checker, mv, entries));
        }
    }
    words(checker, at, &utterance.words, utterance.occasion.moves());
}

fn words(checker: &mut Checker<'_>, at: &Id, words: &WordsDraft, moves: &[Id]) {
    match words {
        WordsDraft::Record(entries) => {
            one_speaker(checker, at, entries);
            length(checker, at, entries);
        }
        WordsDraft::Elsewhere { entry, said } => {
            if said.trim().is_empty() {
                let message = "these words from elsewhere don't say what they really answered";
                checker.error("WCW060", at, message, "fill in said: \"said to ... about ...\"");
            }
            moves.iter().for_each(|mv| on_issue(checker, mv, entry));
        }
        WordsDraft::Inference { text, reasoned_from, speaker } => {
            inference(checker, at, text, reasoned_from.len(), moves.len());
            if checker.person(speaker).is_some_and(|person| person.party.is_none()) {
                let message = format!("\"{speaker}\" is not at the table");
                checker.error("WCW062", speaker, message, "name a speaker who belongs to a party");
            }
        }
        WordsDraft::Silence(reason) => {
            if reason.trim().is_empty() {
                checker.error("WCW051", at, "this silence has no reason", "write Silence(\"...\")");
            }
        }
    }
}

/// `Elsewhere` words must have been said on the same issue as the move they answer.
fn on_issue(checker: &mut Checker<'_>, mv: &Id, entry: &Id) {
    if let (Some(said), Some(asked)) = (checker.entry(entry), checker.mv(mv))
        && said.issue != asked.issue
    {
        let message = format!("\"{entry}\" is about \"{}\", but \"{mv}\" is about \"{}\"", said.issue, asked.issue);
        let help = "choose words on the issue of the move";
        let fault = error("WCW061", entry.place, message, help);
        let fault = fault.and(said.issue.place, "the issue of these words");
        checker.push(fault.and(asked.issue.place, "the issue of the move"));
    }
}

fn inference(checker: &mut Checker<'_>, at: &Id, text: &str, reasons: usize, moves: usize) {
    if reasons == 0 && checker.draft.needs_reasons() {
        checker.error("WCW052", at, "this inference gives no reasons", "add reasoned_from: [...]");
    }
    if moves > INFERENCE_MOVES {
        let message = format!("this inference answers {moves} moves; the limit is {INFERENCE_MOVES}");
        checker.error("WCW063", at, message, "write another one for the other moves");
    }
    if has_quotation_mark(text) {
        let message = "this inference has quotation marks";
        checker.error("WCW053", at, message, "remove them, and report what the person would say");
    }
    let count = word_count(text);
    if count > INFERENCE_WORDS {
        let message = format!("this inference has {count} words; the limit is {INFERENCE_WORDS}");
        checker.error("WCW064", at, message, "shorten it");
    }
}

fn length(checker: &mut Checker<'_>, at: &Id, entries: &[Id]) {
    let quotes = entries.iter().filter_map(|id| checker.entry(id)).flat_map(|entry| &entry.quotes);
    let count: usize = quotes.map(|quote| word_count(&quote.words.text)).sum();
    if count > FACE_WORDS && entries.len() > 1 {
        let message = format!("this answer has {count} words; {FACE_WORDS} are shown at once");
        checker.warning("WCW065", at, message, "split it into two answers");
    }
}

/// `Record` words can be a reply only if the record pairs them with the move.
fn paired(checker: &mut Checker<'_>, at: &Id, words: &[Id]) {
    let Some(mv) = checker.mv(at) else { return };
    let MoveWordsDraft::Record(entries) = &mv.words else {
        let message = format!("\"{at}\" is not in the record, so the record has no reply to it");
        return checker.error("WCW066", at, message, "use Elsewhere or Inference");
    };
    let asked: Vec<&EntryDraft> = entries.iter().filter_map(|id| checker.entry(id)).collect();
    // Entries that are missing or don't exist have been reported already.
    if entries.is_empty() || words.is_empty() || asked.len() < entries.len() {
        return;
    }
    let mut answers = asked.iter().flat_map(|entry| &entry.answered_by);
    if !answers.any(|answer| words.contains(&answer.entry)) {
        let message = format!("record.ron does not pair these words with \"{at}\"");
        let help = "add the pairing and its reason to record.ron, or use Elsewhere";
        let place = asked.first().and_then(|entry| entry.id.place);
        let fault = error("WCW066", at.place, message, help);
        checker.push(fault.and(place, "said in the move, and not answered by these words"));
    }
}
