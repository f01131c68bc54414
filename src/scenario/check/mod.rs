//! What is wrong with a scenario although it can be parsed. References that lead nowhere are found by `resolve`.

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

pub use allow::allow;
pub use quotes::{Quoted, quotations};

use std::collections::{HashMap, HashSet};

use super::diagnostic::{Diagnostic, Report, SourceText};
use super::draft::*;
use super::lex::field;
use super::load::Draft;
use super::place::{Id, Place};

/// Finds every fault of meaning.
pub fn check(draft: &Draft, report: &mut Report) {
    // The report is added to while its files are looked at.
    let files = std::mem::take(&mut report.files);
    let mut checker = Checker { draft, files: &files, literals: literals::Literals::new(&files), faults: Vec::new() };
    checker.ids();
    quotes::check(&mut checker);
    conduct::check(&mut checker);
    elsewhere::check(&mut checker);
    let ground = invariants::Ground::new(draft);
    let talk = talk::Talk::new(draft);
    contradiction::check(&mut checker, &ground, &talk);
    // What an entry that could not be read would have covered is no further fault.
    if draft.broken_ids.is_empty() && leads_somewhere(draft) {
        coverage::check(&mut checker, &ground, &talk);
        shadow::check(&mut checker, &ground, &talk);
    }
    figures::check(&mut checker);
    numbers::check(&mut checker);
    style::check(&mut checker);
    standing::check(&mut checker);
    map::check(&mut checker);
    background::check(&mut checker);
    let texts = texts::all(draft);
    time::check(&mut checker, &texts);
    places::check(&mut checker, &texts);
    speech::check(&mut checker, &texts);
    // Nor is what it may have used.
    if draft.broken_ids.is_empty() {
        unused::check(&mut checker, &texts);
    }
    report.diagnostics.append(&mut checker.faults);
    drop(checker);
    report.files = files;
}

/// Whether every stance and reply is about moves and issues that are there: where one misses its move by a letter, that it does
/// not cover it is no further fault.
fn leads_somewhere(draft: &Draft) -> bool {
    let moves: HashSet<&str> = draft.moves.iter().map(|mv| mv.id.as_str()).collect();
    let frame = &draft.scenario;
    let issues = frame.issues.iter().map(|issue| issue.id.as_str());
    let tables = frame.table_issues.iter().map(|issue| issue.id.as_str());
    let issues: HashSet<&str> = issues.chain(tables).collect();
    let answered = draft.utterances.iter().flat_map(|utterance| match utterance {
        UtteranceDraft::Reply(reply) => reply.to.as_slice(),
        UtteranceDraft::Initiative(_) => &[],
    });
    let taken = draft.stances.iter().flat_map(|stance| &stance.to);
    let on = draft.stances.iter().flat_map(|stance| &stance.on);
    answered.chain(taken).all(|id| moves.contains(id.as_str())) && on.into_iter().all(|id| issues.contains(id.as_str()))
}

/// The first place in a file, by its name, where a string reads so.
pub fn written_at(report: &Report, file: &str, text: &str) -> Option<Place> {
    literals::Literals::new(&report.files).find(file, text)
}

/// How many deals the space holds: for each issue its pairs of position and timing, multiplied.
pub fn deals(draft: &Draft) -> u64 {
    let pairs = |issue: &IssueDraft| -> u64 {
        issue.positions.iter().map(|position| position.timings.len().max(1) as u64).sum::<u64>().max(1)
    };
    draft.scenario.issues.iter().map(pairs).fold(1, u64::saturating_mul)
}

pub(super) struct Checker<'d> {
    draft: &'d Draft,
    files: &'d [SourceText],
    literals: literals::Literals<'d>,
    faults: Vec<Diagnostic>,
}

impl<'d> Checker<'d> {
    /// The place of a part of a text; that of its owner where the text cannot be found.
    fn locate(&mut self, text: &texts::Text<'_>, part: std::ops::Range<usize>) -> Option<Place> {
        let place = self.literals.locate(text.at.place, text.text, part);
        place.or(text.at.place)
    }

    fn error(&mut self, code: &'static str, at: &Id, message: String, help: &str) {
        let help = (!help.is_empty()).then(|| help.to_owned());
        self.faults.push(Diagnostic::error(code, message, at.place, help));
    }

    fn warning(&mut self, code: &'static str, at: &Id, message: String, help: &str) {
        let help = (!help.is_empty()).then(|| help.to_owned());
        self.faults.push(Diagnostic::warning(code, message, at.place, help));
    }

    /// The place of the value of a field, in the form in which something else stands.
    fn field(&self, beside: Option<Place>, name: &str) -> Option<Place> {
        let beside = beside?;
        let text = &self.files.get(usize::from(beside.file.0))?.text;
        let range = field(text, beside.start as usize, name)?;
        Some(Place { file: beside.file, start: u32::try_from(range.start).ok()?, end: u32::try_from(range.end).ok()? })
    }

    fn entry(&self, id: &str) -> Option<&'d EntryDraft> {
        self.draft.record.iter().find(|entry| entry.id.text == id)
    }

    fn mv(&self, id: &str) -> Option<&'d MoveDraft> {
        self.draft.moves.iter().find(|mv| mv.id.text == id)
    }

    fn person(&self, id: &str) -> Option<&'d PersonDraft> {
        self.draft.people.iter().find(|person| person.id.text == id)
    }

    /// Ids are unique in their list and written in plain letters.
    fn ids(&mut self) {
        let draft = self.draft;
        let frame = &draft.scenario;
        let utterances = draft.utterances.iter().map(|utterance| match utterance {
            UtteranceDraft::Reply(reply) => &reply.id,
            UtteranceDraft::Initiative(initiative) => &initiative.id,
        });
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
        self.unique("reply or initiative", utterances);
        let topics = draft.counterparts.iter().flat_map(|c| &c.agenda);
        self.unique("topic", topics.map(|topic| &topic.id));
        let views = draft.map.iter().filter_map(|entry| match entry {
            MapDraft::View(view) => Some(&view.id),
            _ => None,
        });
        self.unique("view of the map", views);
        let places = draft.map.iter().filter_map(|entry| match entry {
            MapDraft::Place(place) => Some(&place.id),
            _ => None,
        });
        self.unique("place on the map", places);
        for issue in &frame.issues {
            self.unique("position on this issue", issue.positions.iter().map(|x| &x.id));
        }
    }

    fn unique<'a>(&mut self, kind: &str, ids: impl Iterator<Item = &'a Id>) {
        let mut first: HashMap<&str, &Id> = HashMap::new();
        for id in ids {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
            if id.text.is_empty() || !id.text.chars().all(plain) {
                let message = format!("\"{}\" cannot be the id of a {kind}", id.text);
                self.error("WCW030", id, message, "ids have small letters a-z, digits, _ and -, without escapes");
            }
            if let Some(other) = first.insert(&id.text, id) {
                let message = format!("the {kind} \"{}\" is defined twice", id.text);
                let fault = Diagnostic::error("WCW031", message, id.place, None)
                    .saying("here again")
                    .and(other.place, "the first time");
                self.faults.push(fault);
            }
        }
    }
}
