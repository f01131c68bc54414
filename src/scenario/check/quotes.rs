//! Checks every quotation of a scenario against its source.

use super::{Checker, error, warning};
use crate::scenario::diagnostic::{Diagnostic, Label};
use crate::scenario::draft::*;
use crate::scenario::limits::QUOTED_BYTES;
use crate::scenario::load::Draft;
use crate::scenario::place::{Id, Place};
use crate::scenario::proof::{Effort, Verdict, prove};
use crate::scenario::source::Source;

/// A quotation, what it is used for, and the result of checking it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Quoted {
    /// Id of the source; empty if there is none.
    pub source: String,
    /// First line, counted from 1.
    pub line: u32,
    pub to_line: u32,
    /// Who speaks on the first line.
    pub speaker: Option<String>,
    /// The words as the author wrote them.
    pub words: String,
    /// What the quotation is used for, such as "entry m115".
    pub used: String,
    /// Where the quotation is written.
    #[serde(skip)]
    pub place: Option<Place>,
    #[serde(skip)]
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
    let mut effort = Effort::default();
    visit(draft, &mut |used, quote| {
        all.push(quoted(draft, used, quote, &mut effort));
    });
    all
}

fn source_of<'d>(draft: &'d Draft, quote: &QuoteDraft) -> Option<&'d Source> {
    match &quote.source {
        None => draft.sources.first(),
        Some(id) => draft.sources.iter().find(|source| source.id == id.text),
    }
}

fn quoted(draft: &Draft, used: String, quote: &QuoteDraft, effort: &mut Effort) -> Quoted {
    let source = source_of(draft, quote);
    let to_line = quote.last_line();
    let verdict = source.map_or(Verdict::NoSuchLine, |s| prove(s, quote.line, to_line, &quote.words.text, effort));
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

/// Checks the quotations, and who says them.
pub(super) fn check(checker: &mut Checker<'_>) {
    for quoted in quotations(checker.draft) {
        // A missing source has been reported already.
        if let Some(fault) = fault(&quoted).filter(|_| !quoted.source.is_empty()) {
            let fault = fixed(checker, &quoted, fault);
            checker.push(fault);
        }
    }
    speakers(checker);
    order(checker);
    references(checker);
}

/// Adds a fix if there is only one possible: the source's own words if the quotation differs in typography or in a
/// word or two, or another line number if the words are on exactly one other line.
fn fixed(checker: &Checker<'_>, quoted: &Quoted, fault: Diagnostic) -> Diagnostic {
    match &quoted.verdict {
        Verdict::Typographic(found) => with_words_of_source(quoted, fault, found),
        Verdict::Altered { nearest, line, .. } if *line == quoted.line && is_slip(&quoted.words, nearest) => {
            with_words_of_source(quoted, fault, nearest)
        }
        Verdict::Elsewhere { line, only } => with_line(checker, quoted, fault, (*line, *only)),
        _ => fault,
    }
}

fn with_line(checker: &Checker<'_>, quoted: &Quoted, mut fault: Diagnostic, (at, only): (u32, bool)) -> Diagnostic {
    let Some(place) = checker.field(quoted.place, "line") else { return fault };
    fault.labels.push(Label { place, text: "names another line".to_owned() });
    if only && quoted.to_line == quoted.line {
        fault = fault.fixed_by(format!("write line: {at}"), Some(place), &at.to_string());
    }
    fault
}

fn with_words_of_source(quoted: &Quoted, fault: Diagnostic, found: &str) -> Diagnostic {
    let words: Vec<&str> = found.split(['\r', '\n']).filter(|part| !part.is_empty()).collect();
    let words = words.join(" ");
    // Leave the fix to the author if the words would need escapes. There is no fix either if only a line ending
    // differs.
    if found.contains(['"', '\\']) || words == quoted.words {
        return fault;
    }
    fault.fixed_by("put in the words of the source".to_owned(), quoted.place, &words)
}

/// Whether two passages differ at a single place in at most two words, and agree in most others.
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
    let Quoted { line, source, used, .. } = quoted;
    let (code, message, help) = match &quoted.verdict {
        Verdict::Exact(_) => return None,
        Verdict::Typographic(found) => (
            "WCW041",
            format!("line {line} of {source} has these words with other quotation marks, dashes or spaces"),
            format!("write them as in the source: {found}"),
        ),
        Verdict::Altered { nearest, line: at, difference } => (
            "WCW040",
            format!("these are not the words of line {line} of {source} ({used})"),
            if at == line {
                format!("the source has: {nearest}\ndifference: {difference}")
            } else {
                format!("the nearest words are on line {at}: {nearest}\ndifference: {difference}")
            },
        ),
        Verdict::NotSearched => (
            "WCW040",
            format!("these are not the words of line {line} of {source} ({used})"),
            "the nearest words were not looked for: too much is wrong in other quotations; fix those first, and check again"
                .to_owned(),
        ),
        Verdict::TooLong(bytes) => (
            "WCW036",
            format!("line {line} of {source} and those after it that are named have {bytes} bytes; a quotation is looked for in {QUOTED_BYTES}"),
            "name the line on which the words begin and, if a page break cuts them, the one on which they end".to_owned(),
        ),
        Verdict::Elsewhere { line: at, .. } => (
            "WCW042",
            format!("these words are on line {at} of {source}, not on line {line}"),
            format!("write line: {at}"),
        ),
        Verdict::Ambiguous => (
            "WCW043",
            format!("these words are on line {line} of {source} more than once"),
            "quote more words".to_owned(),
        ),
        Verdict::NoSuchLine => (
            "WCW044",
            format!("the source \"{source}\" has no line {line}"),
            "count the lines of the file from 1".to_owned(),
        ),
        Verdict::Empty => ("WCW045", "this quotation has no words".to_owned(), "quote the source".to_owned()),
    };
    Some(error(code, quoted.place, message, &help))
}

/// The speaker of an entry has to be the person whose turn its lines are in.
fn speakers(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    for entry in &draft.record {
        for quote in &entry.quotes {
            let speaker = source_of(draft, quote).and_then(|source| source.speaker_at(quote.line));
            let Some(speaker) = speaker.filter(|speaker| *speaker != entry.speaker.text) else { continue };
            let message = format!("\"{speaker}\" speaks on line {}", quote.line);
            let help = "change the speaker of the entry, or the line";
            let fault = error("WCW046", entry.speaker.place, message, help).saying("the entry names this person");
            let fault = fault.and(checker.field(quote.words.place, "line"), "this line");
            checker.push(fault.and(turn_of(draft, quote).and_then(|turn| turn.speaker.place), "who speaks there"));
        }
        if entry.quotes.is_empty() {
            let message = format!("the entry \"{}\" has no words", entry.id);
            checker.error("WCW045", &entry.id, message, "add quotes: [...]");
        }
    }
}

/// The turn, from the source's sidecar, that contains a quotation.
fn turn_of<'d>(draft: &'d Draft, quote: &QuoteDraft) -> Option<&'d TurnDraft> {
    let id = &source_of(draft, quote)?.id;
    let sidecar = draft.source_files.iter().find(|file| file.id.text == *id)?;
    sidecar.turns.iter().find(|turn| turn.from <= quote.line && quote.line <= turn.to)
}

/// Entries have to be in the order in which they were said.
fn order(checker: &mut Checker<'_>) {
    let record = checker.draft.record.iter();
    let said = record.filter_map(|entry| Some((entry, entry.quotes.first()?.line)));
    for ((entry, line), (next, next_line)) in said.clone().zip(said.skip(1)) {
        if next_line < line {
            let message = format!("\"{}\" comes after \"{}\" here, but was said before it", next.id, entry.id);
            let fault = error("WCW047", next.id.place, message, "keep the order of the record");
            checker.push(fault.and(entry.id.place, "said later"));
        }
    }
}

/// An answer has to come after what it answers, from the other side.
fn references(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let party = |id: &Id| draft.people.iter().find(|p| p.id == *id).and_then(|p| p.party.as_ref());
    for (index, entry) in draft.record.iter().enumerate() {
        for answer in &entry.answered_by {
            let Some((at, said)) = draft.record.iter().enumerate().find(|(_, other)| other.id == answer.entry) else {
                continue;
            };
            if at <= index {
                let message = format!("\"{}\" was said before \"{}\", which it is to answer", answer.entry, entry.id);
                let fault = error("WCW048", answer.entry.place, message, "name a later entry");
                checker.push(fault.and(said.id.place, "said here"));
            }
            let side = party(&said.speaker);
            let own_side = side.is_some() && side == party(&entry.speaker);
            if own_side && !matches!(answer.how, Pairing::Paired(_)) && at > index + 1 {
                let message = format!("the same side says \"{}\" and \"{}\"", entry.id, answer.entry);
                let help = "if it is an answer anyway, pair them with a reason";
                checker.push(warning("WCW049", answer.entry.place, message, help));
            }
        }
    }
}

/// Calls `see` for every quotation, with a description of its use.
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

/// Calls `see` for the basis of every fact and judgement, with a description of its use.
pub(super) fn visit_bases(draft: &Draft, see: &mut dyn FnMut(String, &SourceDraft)) {
    let frame = &draft.scenario;
    let rooms = frame.seats.iter().filter_map(|seat| seat.room.as_ref());
    let bars = std::iter::once(&frame.room).chain(rooms).flat_map(|room| &room.bars);
    bars.for_each(|start| see(format!("room {:?}", start.bar), &start.source));
    frame.deals.iter().for_each(|deal| see(format!("deal {}", deal.id), &deal.source));
    draft.topics().for_each(|topic| see(format!("topic {}", topic.id), &topic.source));
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
        let used = format!("reply {}", utterance.id);
        if let WordsDraft::Inference { reasoned_from, .. } = &utterance.words {
            reasoned_from.iter().for_each(|source| see(used.clone(), source));
        }
        visit_effects(&utterance.effects, &used, see);
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
