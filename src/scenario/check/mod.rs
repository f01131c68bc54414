//! Checks a scenario that could be parsed. `resolve` reports references that don't exist.

mod allow;
mod background;
mod conduct;
mod contradiction;
mod coverage;
mod elsewhere;
mod figures;
mod invariants;
mod literals;
mod map;
mod numbers;
mod phrase;
mod places;
mod quotes;
mod shadow;
mod solver;
mod speech;
mod standing;
mod style;
mod talk;
mod texts;
mod time;
mod unused;
mod walk;

pub use allow::allow;
pub use quotes::{Quoted, quotations};

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::diagnostic::{Diagnostic, Report, SourceText};
use super::draft::*;
use super::limits::MENTION_BYTES;
use super::load::Draft;
use super::place::{Id, Place, as_id, is_id};
use super::tree::field;

/// Adds all faults in a scenario's content to the report.
pub fn check(draft: &Draft, report: &mut Report) {
    // The checker borrows the files, so take them out while faults are added to the report.
    let files = std::mem::take(&mut report.files);
    let mut checker = Checker { draft, files: &files, literals: literals::Literals::new(&files), faults: Vec::new() };
    checker.ids();
    quotes::check(&mut checker);
    conduct::check(&mut checker);
    elsewhere::check(&mut checker);
    conditions(&mut checker);
    figures::check(&mut checker);
    numbers::check(&mut checker);
    style::check(&mut checker);
    standing::check(&mut checker);
    map::check(&mut checker);
    background::check(&mut checker);
    let texts = texts::all(draft);
    speech::check(&mut checker, &texts);
    if checker.has_room_for_names(&texts) {
        time::check(&mut checker, &texts);
        places::check(&mut checker, &texts);
        // An entry that could not be read may use what seems unused.
        if draft.broken_ids.is_empty() {
            unused::check(&mut checker, &texts);
        }
    }
    report.diagnostics.append(&mut checker.faults);
    drop(checker);
    report.files = files;
}

/// The checks that look for cases in which conditions hold.
fn conditions(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let lookup = invariants::Lookup::new(draft);
    let talk = talk::Talk::new(draft);
    contradiction::check(checker, &lookup, &talk);
    // A case that seems to be left out may be covered by an entry that couldn't be read.
    if draft.broken_ids.is_empty() && leads_somewhere(draft) {
        coverage::check(checker, &lookup, &talk);
        shadow::check(checker, &lookup, &talk);
    }
}

/// Whether every stance and reply refers to moves and issues that exist. If one doesn't, that has been reported
/// already, and it isn't worth reporting as well that the move has no answer.
fn leads_somewhere(draft: &Draft) -> bool {
    let moves: HashSet<&str> = draft.moves.iter().map(|mv| mv.id.as_str()).collect();
    let frame = &draft.scenario;
    let issues = frame.issues.iter().map(|issue| issue.id.as_str());
    let issues: HashSet<&str> = issues.chain(frame.table_issues.iter().map(|issue| issue.id.as_str())).collect();
    let answered = draft.replies().flat_map(|reply| reply.occasion.moves());
    let mut to = draft.stances.iter().flat_map(|stance| &stance.to).chain(answered);
    let mut on = draft.stances.iter().flat_map(|stance| &stance.on);
    to.all(|id| moves.contains(id.as_str())) && on.all(|id| issues.contains(id.as_str()))
}

/// The first place where this string is written in the named file.
pub fn written_at(report: &Report, file: &str, text: &str) -> Option<Place> {
    literals::Literals::new(&report.files).find(file, text)
}

/// Number of possible deals: the product of each issue's pairs of position and timing.
pub fn deals(draft: &Draft) -> u64 {
    let pairs = |issue: &IssueDraft| -> u64 {
        issue.positions.iter().map(|position| position.timings.len().max(1) as u64).sum::<u64>().max(1)
    };
    draft.scenario.issues.iter().map(pairs).fold(1, u64::saturating_mul)
}

/// An error at a place. An empty `help` is left out.
fn error(code: &'static str, place: Option<Place>, message: impl Into<String>, help: &str) -> Diagnostic {
    Diagnostic::error(code, message.into(), place, (!help.is_empty()).then(|| help.to_owned()))
}

/// A warning at a place. An empty `help` is left out.
fn warning(code: &'static str, place: Option<Place>, message: impl Into<String>, help: &str) -> Diagnostic {
    Diagnostic::warning(code, message.into(), place, (!help.is_empty()).then(|| help.to_owned()))
}

fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

struct Checker<'d> {
    draft: &'d Draft,
    files: &'d [SourceText],
    literals: literals::Literals<'d>,
    faults: Vec<Diagnostic>,
}

impl<'d> Checker<'d> {
    /// The place of part of a text, or the place of its owner if the text can't be found.
    fn locate(&mut self, text: &texts::Text<'_>, part: Range<usize>) -> Option<Place> {
        let place = self.literals.locate(text.at.place, text.text, part);
        place.or(text.at.place)
    }

    /// Whether every name can be looked for in every text; a fault where that would take too long.
    fn has_room_for_names(&mut self, texts: &[texts::Text<'_>]) -> bool {
        let draft = self.draft;
        let people: usize = draft.people.iter().map(|person| 2 + person.named.len()).sum();
        let facts: usize = draft.timeline.iter().map(|fact| fact.named.len()).sum();
        let names = people + facts + draft.glossary.len() + 2 * draft.scenario.places.names.len();
        let sources = draft.sources.iter().map(|source| source.text().len());
        let bytes: usize = texts.iter().map(|text| text.text.len()).chain(sources).sum();
        let fits = names.saturating_mul(bytes) <= MENTION_BYTES;
        if !fits {
            let message =
                format!("{names} names in {bytes} bytes of texts are too many to look for: no name was looked for");
            let help = "leave out people, facts, terms or names that no text mentions";
            self.push(error("WCW038", draft.scenario.id.place, message, help));
        }
        fits
    }

    fn push(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    fn error(&mut self, code: &'static str, at: &Id, message: impl Into<String>, help: &str) {
        self.push(error(code, at.place, message, help));
    }

    fn warning(&mut self, code: &'static str, at: &Id, message: impl Into<String>, help: &str) {
        self.push(warning(code, at.place, message, help));
    }

    /// The place of a field's value, in the form that contains the place `beside`.
    fn field(&self, beside: Option<Place>, name: &str) -> Option<Place> {
        let beside = beside?;
        let text = &self.files.get(usize::from(beside.file.0))?.text;
        let range = field(text, beside.start as usize, name)?;
        Some(Place { file: beside.file, start: u32::try_from(range.start).ok()?, end: u32::try_from(range.end).ok()? })
    }

    fn entry(&self, id: &Id) -> Option<&'d EntryDraft> {
        self.draft.record.iter().find(|entry| entry.id == *id)
    }

    fn mv(&self, id: &Id) -> Option<&'d MoveDraft> {
        self.draft.moves.iter().find(|mv| mv.id == *id)
    }

    fn person(&self, id: &Id) -> Option<&'d PersonDraft> {
        self.draft.people.iter().find(|person| person.id == *id)
    }

    /// Ids have to be unique in their list, and written in the allowed characters.
    fn ids(&mut self) {
        let draft = self.draft;
        let frame = &draft.scenario;
        self.unique("party", frame.parties.iter().map(|x| &x.id));
        self.unique("seat", frame.seats.iter().map(|x| &x.id));
        let issues = frame.issues.iter().map(|x| &x.id).chain(frame.table_issues.iter().map(|x| &x.id));
        self.unique("issue", issues);
        self.unique("mark", frame.marks.iter().map(|x| &x.id));
        self.unique("length", frame.lengths.iter().map(|x| &x.id));
        self.unique("named deal", frame.deals.iter().map(|x| &x.id));
        self.unique("person", draft.people.iter().map(|x| &x.id));
        self.unique("entry of the record", draft.record.iter().map(|x| &x.id));
        self.unique("glossary term", draft.glossary.iter().map(|x| &x.id));
        self.unique("fact", draft.timeline.iter().map(|x| &x.id));
        self.unique("background", draft.background.iter().map(|x| &x.id));
        self.unique("contested point", draft.contested.iter().map(|x| &x.id));
        self.unique("task", draft.tasks.iter().map(|x| &x.id));
        self.unique("move", draft.moves.iter().map(|x| &x.id));
        self.unique("stance", draft.stances.iter().map(|x| &x.id));
        // It becomes part of the names of saved games.
        self.unique("scenario", std::iter::once(&frame.id));
        self.unique("reply or initiative", draft.utterances.iter().map(|x| &x.id));
        self.unique("topic", draft.topics().map(|topic| &topic.id));
        self.unique("view of the map", draft.map_views().map(|view| &view.id));
        self.unique("place on the map", draft.map_places().map(|place| &place.id));
        for issue in &frame.issues {
            self.unique("position on this issue", issue.positions.iter().map(|x| &x.id));
        }
    }

    fn unique<'a>(&mut self, kind: &str, ids: impl Iterator<Item = &'a Id> + Clone) {
        for id in ids.clone().filter(|id| !is_id(id.as_str())) {
            let message = format!("\"{id}\" can't be the id of a {kind}");
            let fault = error(
                "WCW030",
                id.place,
                message,
                "use small letters a-z, digits, _ and -, without escapes; at most 80 of them",
            );
            let meant = as_id(id.as_str());
            // Where something else has that id, the author has to choose.
            let free = is_id(&meant) && !ids.clone().any(|other| other.text == meant);
            self.push(if free { fault.fixed_by(format!("write \"{meant}\""), id.place, &meant) } else { fault });
        }
        self.once(kind, ids);
    }

    /// Reports ids that occur twice in their list.
    fn once<'a>(&mut self, kind: &str, ids: impl Iterator<Item = &'a Id>) {
        let mut first: HashMap<&str, &Id> = HashMap::new();
        for id in ids {
            if let Some(other) = first.insert(&id.text, id) {
                let message = format!("the {kind} \"{id}\" is defined twice");
                let fault = error("WCW031", id.place, message, "remove one, or give it another id");
                self.push(fault.saying("defined again here").and(other.place, "defined first here"));
            }
        }
    }
}
