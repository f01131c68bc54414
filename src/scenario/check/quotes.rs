//! Every quotation of a scenario, proved at its place.

use super::Checker;
use crate::scenario::diagnostic::{Diagnostic, Label};
use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::{Id, Place};
use crate::scenario::proof::{Verdict, prove};
use crate::scenario::source::Source;

/// A quotation with its use and its verdict.
#[derive(Debug, Clone)]
pub struct Quoted {
    /// Id of the source.
    pub source: String,
    /// Line.
    pub line: u32,
    /// Last line.
    pub to_line: u32,
    /// Who speaks there.
    pub speaker: Option<String>,
    /// The words as the author wrote them.
    pub words: String,
    /// Where it is used ("entry m115").
    pub used: String,
    /// Where it is written.
    pub place: Option<Place>,
    /// The verdict.
    pub verdict: Verdict,
}

impl Quoted {
    /// Whether it is exact.
    pub const fn is_exact(&self) -> bool {
        matches!(self.verdict, Verdict::Exact(_))
    }
}

/// Every quotation of a scenario.
pub fn quotations(draft: &Draft) -> Vec<Quoted> {
    let mut all = Vec::new();
    visit(draft, &mut |used, quote| {
        all.push(quoted(draft, used, quote));
    });
    all
}

fn source_of<'d>(draft: &'d Draft, quote: &QuoteDraft) -> Option<&'d Source> {
    match &quote.source {
        None => draft.sources.first(),
        Some(id) => draft.sources.iter().find(|source| source.id == id.text),
    }
}

fn quoted(draft: &Draft, used: String, quote: &QuoteDraft) -> Quoted {
    let source = source_of(draft, quote);
    let to_line = quote.to_line.unwrap_or(quote.line);
    let verdict = source.map_or(Verdict::NoSuchLine, |s| prove(s, quote.line, to_line, &quote.words.text));
    Quoted {
        source: source.map_or_else(String::new, |source| source.id.clone()),
        line: quote.line,
        to_line,
        speaker: source.and_then(|source| source.speaker_at(quote.line)).map(str::to_owned),
        words: quote.words.text.clone(),
        used,
        place: quote.words.place,
        verdict,
    }
}

/// Faults of quotations, and of who says them.
pub(super) fn check(checker: &mut Checker<'_>) {
    for quoted in quotations(checker.draft) {
        // Without its source nothing can be said of a quotation; that the source is missing has been said.
        if quoted.source.is_empty() {
            continue;
        }
        if let Some(fault) = fault(&quoted) {
            let fault = mended(checker, &quoted, fault);
            checker.faults.push(fault);
        }
    }
    speakers(checker);
    references(checker);
}

/// The fault with what mends it, where nobody has to choose: the source's words for those that differ in their typography or in
/// a word or two, and the line for words that stand on just one other.
fn mended(checker: &Checker<'_>, quoted: &Quoted, fault: Diagnostic) -> Diagnostic {
    match &quoted.verdict {
        Verdict::Typographic(found) => with_words_of_source(quoted, fault, found),
        Verdict::Altered { nearest, line, .. } if *line == quoted.line && is_slip(&quoted.words, nearest) => {
            with_words_of_source(quoted, fault, nearest)
        }
        Verdict::Elsewhere(at) => {
            let source = checker.draft.sources.iter().find(|s| s.id == quoted.source);
            let holds = |n: &u32| source.is_some_and(|s| s.line(*n).is_some_and(|l| l.contains(&quoted.words)));
            let lines = source.map_or(0, Source::line_count);
            let line = checker.field(quoted.place, "line");
            let alone = quoted.to_line == quoted.line && (1..=lines).filter(holds).count() == 1;
            let label = Label { place: line.unwrap_or_default(), text: "another line is named here".to_owned() };
            let mut fault = fault;
            fault.labels.extend(line.map(|_| label));
            match line.filter(|_| alone) {
                Some(line) => fault.fixed_by(format!("write line: {at}"), Some(line), &at.to_string()),
                None => fault,
            }
        }
        _ => fault,
    }
}

fn with_words_of_source(quoted: &Quoted, fault: Diagnostic, found: &str) -> Diagnostic {
    // What would have to be written otherwise inside quotation marks is left to the author.
    if found.contains(['"', '\\']) {
        return fault;
    }
    let words: Vec<&str> = found.split(['\r', '\n']).filter(|part| !part.is_empty()).collect();
    fault.fixed_by("put in the words of the source".to_owned(), quoted.place, &words.join(" "))
}

/// Whether two passages differ in two words at most, all at one place, and agree in most.
fn is_slip(quoted: &str, source: &str) -> bool {
    let quoted: Vec<&str> = quoted.split_whitespace().collect();
    let source: Vec<&str> = source.split_whitespace().collect();
    let shorter = quoted.len().min(source.len());
    let before = quoted.iter().zip(&source).take_while(|(a, b)| a == b).count();
    let after = quoted.iter().rev().zip(source.iter().rev());
    let after = after.take_while(|(a, b)| a == b).count().min(shorter - before);
    let changed = quoted.len().max(source.len()) - before - after;
    changed <= 2 && before + after >= 3
}

fn fault(quoted: &Quoted) -> Option<Diagnostic> {
    let Quoted { line, place, used, .. } = quoted;
    let error = |code, message, help: String| Some(Diagnostic::error(code, message, *place, Some(help)));
    match &quoted.verdict {
        Verdict::Exact(_) => None,
        Verdict::Typographic(found) => error(
            "WCW041",
            format!(
                "these words stand on line {line} of {} with other quotation marks, dashes or spaces",
                quoted.source
            ),
            format!("write them as the source has them: {found}"),
        ),
        Verdict::Altered { nearest, line: at, difference } => error(
            "WCW040",
            format!("these are not the words of line {line} of {} ({used})", quoted.source),
            match at == line {
                true => format!("the source has: {nearest}\ndifference: {difference}"),
                false => {
                    format!("the nearest is on line {at}: {nearest}\ndifference: {difference}")
                }
            },
        ),
        Verdict::Elsewhere(at) => error(
            "WCW042",
            format!("these words stand on line {at} of {}, not on line {line}", quoted.source),
            format!("write line: {at}"),
        ),
        Verdict::Ambiguous => error(
            "WCW043",
            format!("these words stand more than once on line {line} of {}", quoted.source),
            "quote more words".to_owned(),
        ),
        Verdict::NoSuchLine => error(
            "WCW044",
            format!("there is no line {line} in the source \"{}\"", quoted.source),
            "count physical lines from 1".to_owned(),
        ),
        Verdict::Empty => error("WCW045", "a quotation needs words".to_owned(), "quote the source".to_owned()),
    }
}

/// An entry is said by the one whose turn holds its line.
fn speakers(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    for entry in &draft.record {
        for quote in &entry.quotes {
            let speaker = source_of(draft, quote).and_then(|source| source.speaker_at(quote.line));
            if let Some(speaker) = speaker
                && speaker != entry.speaker.text
            {
                let message = format!("line {} is spoken by \"{speaker}\"", quote.line);
                let help = "give the entry to the one who says it".to_owned();
                let fault = Diagnostic::error("WCW046", message, entry.speaker.place, Some(help));
                let turn = turn_of(draft, quote);
                let line = checker.field(quote.words.place, "line");
                checker.faults.push(
                    fault
                        .saying("the entry names this person")
                        .and(line, "this line")
                        .and(turn.and_then(|t| t.speaker.place), "whose turn it is"),
                );
            }
        }
        if entry.quotes.is_empty() {
            checker.error(
                "WCW045",
                &entry.id,
                "an entry of the record needs its words".to_owned(),
                "add quotes: [...]",
            );
        }
    }
    order(checker);
}

/// The turn of the sidecar in which a quotation stands.
fn turn_of<'d>(draft: &'d Draft, quote: &QuoteDraft) -> Option<&'d TurnDraft> {
    let id = &source_of(draft, quote)?.id;
    let sidecar = draft.source_files.iter().find(|file| file.id.text == *id)?;
    let mut turns = sidecar.turns.iter();
    turns.find(|turn| turn.from <= quote.line && quote.line <= turn.to)
}

/// Entries stand as they were said.
fn order(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let said = || {
        let lines = draft.record.iter();
        lines.filter_map(|entry| Some((entry, entry.quotes.first()?.line)))
    };
    for ((entry, line), (next, next_line)) in said().zip(said().skip(1)) {
        if next_line < line {
            let message = format!("\"{}\" stands after \"{}\" but is said before it", next.id, entry.id);
            let help = "keep the order of the record".to_owned();
            let fault = Diagnostic::error("WCW047", message, next.id.place, Some(help));
            checker.faults.push(fault.and(entry.id.place, "this is said later"));
        }
    }
}

/// An answer is said after what it answers, by the other side.
fn references(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let party = |id: &Id| draft.people.iter().find(|p| p.id == *id).and_then(|p| p.party.clone());
    for (index, entry) in draft.record.iter().enumerate() {
        for answer in &entry.answered_by {
            let Some(at) = draft.record.iter().position(|other| other.id == answer.entry) else {
                continue;
            };
            if at <= index {
                let message = format!("\"{}\" is said before what it is to answer", answer.entry);
                let said = draft.record.get(at).and_then(|other| other.id.place);
                let fault = Diagnostic::error("WCW048", message, answer.entry.place, None);
                checker.faults.push(fault.and(said, "said here"));
            }
            let answers = draft.record.get(at).map(|other| party(&other.speaker));
            let answers = answers.flatten();
            let own_side = answers.is_some() && answers == party(&entry.speaker);
            if own_side && !matches!(answer.how, HowDraft::Paired(_)) && at > index + 1 {
                let message = format!("\"{}\" is said by the same side", answer.entry);
                checker.warning(
                    "WCW049",
                    &answer.entry,
                    message,
                    "pair it with a reason if it is an answer all the same",
                );
            }
        }
    }
}

/// Calls `see` for every quotation, with where it is used.
fn visit(draft: &Draft, see: &mut dyn FnMut(String, &QuoteDraft)) {
    for entry in &draft.record {
        entry.quotes.iter().for_each(|quote| see(format!("entry {}", entry.id), quote));
    }
    for task in &draft.tasks {
        task.quotes.iter().for_each(|quote| see(format!("task {}", task.id), quote));
    }
    visit_bases(draft, &mut |used, source| {
        if let SourceDraft::Quote(quote) = source {
            see(used, quote);
        }
    });
}

/// Calls `see` for everything that a fact or judgement stands on.
pub(super) fn visit_bases(draft: &Draft, see: &mut dyn FnMut(String, &SourceDraft)) {
    let frame = &draft.scenario;
    let rooms = frame.seats.iter().filter_map(|seat| seat.room.as_ref());
    let starts = std::iter::once(&frame.room).chain(rooms);
    starts.flat_map(|room| &room.bars).for_each(|start| see(format!("room {:?}", start.bar), &start.source));
    frame.deals.iter().for_each(|deal| see(format!("deal {}", deal.id), &deal.source));
    let topics = draft.counterparts.iter().flat_map(|c| &c.agenda);
    topics.for_each(|topic| see(format!("topic {}", topic.id), &topic.source));
    let rules = draft.endings.iter().flat_map(|e| &e.single_case_rules);
    rules.for_each(|rule| see(format!("rule {}", rule.id), &rule.instance));
    for mv in &draft.moves {
        if let MoveWordsDraft::Own { reasoned_from } = &mv.words {
            reasoned_from.iter().for_each(|source| see(format!("move {}", mv.id), source));
        }
        visit_effects(&mv.effects, &format!("move {}", mv.id), see);
    }
    draft.stances.iter().for_each(|stance| see(format!("stance {}", stance.id), &stance.source));
    for utterance in &draft.utterances {
        let (id, words, effects) = match utterance {
            UtteranceDraft::Reply(reply) => (&reply.id, &reply.words, &reply.effects),
            UtteranceDraft::Initiative(initiative) => (&initiative.id, &initiative.words, &initiative.effects),
        };
        if let WordsDraft::Inference { reasoned_from, .. } = words {
            reasoned_from.iter().for_each(|source| see(format!("reply {id}"), source));
        }
        visit_effects(effects, &format!("reply {id}"), see);
    }
    draft.values.iter().for_each(|values| visit_values(values, see));
}

fn visit_effects(effects: &[EffectDraft], used: &str, see: &mut dyn FnMut(String, &SourceDraft)) {
    for effect in effects {
        if let EffectDraft::Bar { source, .. } = effect {
            see(used.to_owned(), source);
        }
    }
}

fn visit_values(values: &ValuesDraft, see: &mut dyn FnMut(String, &SourceDraft)) {
    let party = &values.party;
    for preference in &values.preferences {
        see(format!("weight {party} {}", preference.issue), &preference.source);
        for points in &preference.points {
            if let Some(source) = &points.source {
                let used = format!("points {party} {} {}", preference.issue, points.position);
                see(used, source);
            }
        }
    }
    values.linkages.iter().for_each(|linkage| see(format!("linkage {}", linkage.id), &linkage.source));
    see(format!("reservation {party}"), &values.reservation.source);
    values.audiences.iter().for_each(|audience| see(format!("audience {}", audience.id), &audience.source));
}
