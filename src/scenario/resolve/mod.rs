//! Turns a draft into a checked scenario by looking up every reference. Reports those that don't exist.

mod forms;
mod frame;
mod seats;
mod talk;
mod values;

use std::collections::{HashMap, HashSet};

use super::diagnostic::{Diagnostic, Report};
use super::draft::*;
use super::ids::*;
use super::limits::{LIST, SUGGESTIONS};
use super::load::Draft;
use super::place::{Id, as_id, is_id};
use super::resolved::*;
use super::syntax_errors::nearest;
use super::terms::{Bar, Measure};
use forms::Resolve;

/// Resolves a draft. Returns `None` if a reference doesn't exist or a required part is missing; the report says which.
///
/// Quotations aren't checked here. Callers also run [`super::check::check`], which does that.
pub(crate) fn resolve(draft: &Draft, report: &mut Report) -> Option<Scenario> {
    if let Some(fault) = more_than_two(&draft.scenario) {
        report.diagnostics.push(fault);
        return None;
    }
    let mut resolver = Resolver::new(draft);
    let scenario = resolver.scenario();
    let clean = resolver.faults.is_empty();
    let broken: HashSet<&str> = draft.broken_ids.iter().map(String::as_str).collect();
    let faults = resolver.faults.into_iter().filter(|fault| !fault.cause.follows_from(draft, &broken));
    report.diagnostics.extend(faults.map(|fault| fault.diagnostic));
    clean.then_some(scenario).flatten()
}

/// The rules support exactly two parties and two seats. A scenario with more is refused, so that the third isn't
/// silently ignored.
fn more_than_two(frame: &ScenarioDraft) -> Option<Diagnostic> {
    let parties: Vec<&Id> = frame.parties.iter().map(|party| &party.id).collect();
    let seats: Vec<&Id> = frame.seats.iter().map(|seat| &seat.id).collect();
    let (what, ids, third) = match (parties.get(2), seats.get(2)) {
        (Some(third), _) => ("parties", &parties, third),
        (None, Some(third)) => ("seats", &seats, third),
        (None, None) => return None,
    };
    let names = ids.iter().map(|id| id.text.as_str()).collect::<Vec<_>>().join(", ");
    let message = format!("the rules carry exactly two {what} for now; scenario.ron names {}: {names}", ids.len());
    let help = format!("leave two {what}; let a third speak through one of them, or as an audience at home");
    Some(Diagnostic::error("WCW032", message, third.place, Some(help)))
}

/// The kinds of thing a reference can point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Party,
    Seat,
    Person,
    Issue,
    Position,
    Mark,
    Entry,
    Move,
    Utterance,
    Topic,
    Term,
    Deal,
    Length,
    Source,
    View,
    Place,
}

impl Kind {
    /// The name used in messages.
    const fn name(self) -> &'static str {
        match self {
            Kind::Party => "party",
            Kind::Seat => "seat",
            Kind::Person => "person",
            Kind::Issue => "issue",
            Kind::Position => "position on this issue",
            Kind::Mark => "mark",
            Kind::Entry => "entry of the record",
            Kind::Move => "move",
            Kind::Utterance => "reply or initiative",
            Kind::Topic => "topic of the agenda",
            Kind::Term => "glossary term",
            Kind::Deal => "named deal",
            Kind::Length => "length",
            Kind::Source => "source",
            Kind::View => "view of the map",
            Kind::Place => "place on the map",
        }
    }

    /// The list or folder in which it is defined; `None` for things defined in `scenario.ron`, since nothing is
    /// resolved without that file.
    const fn list(self) -> Option<&'static str> {
        match self {
            Kind::Person => Some("people"),
            Kind::Entry => Some("record"),
            Kind::Move => Some("moves"),
            Kind::Utterance => Some("replies"),
            Kind::Term => Some("glossary"),
            Kind::Topic => Some("counterparts"),
            Kind::Source => Some("sources"),
            Kind::View | Kind::Place => Some("map"),
            _ => None,
        }
    }
}

/// Why a fault arose.
enum Cause {
    /// A reference to an id that doesn't exist.
    Unknown(Kind, String),
    /// Something is missing from this list or folder.
    MissingIn(&'static str),
    /// What is meant is there under an id with letters it can't have, which has been reported.
    BadId,
    /// The form itself is wrong.
    Own,
}

impl Cause {
    /// Whether the fault only follows from something that could not be read. That is one fault, not one for each reference.
    fn follows_from(&self, draft: &Draft, broken: &HashSet<&str>) -> bool {
        let lost = |list: &str| draft.lost.iter().any(|lost| lost == list);
        match self {
            Cause::Unknown(kind, id) => {
                let broken = !id.is_empty() && broken.contains(id.as_str());
                broken || kind.list().is_some_and(lost)
            }
            Cause::MissingIn(list) => lost(list),
            Cause::BadId => true,
            Cause::Own => false,
        }
    }
}

struct Fault {
    diagnostic: Diagnostic,
    cause: Cause,
}

struct Resolver<'d> {
    draft: &'d Draft,
    names: Names,
    positions: Vec<HashMap<String, u16>>,
    /// What ids with letters they can't have would be without them.
    misspelt: HashSet<String>,
    faults: Vec<Fault>,
}

fn number<'a, T: ToString + 'a>(ids: impl Iterator<Item = &'a T>) -> HashMap<String, u16> {
    let mut numbers = HashMap::new();
    for (index, id) in ids.enumerate() {
        let Ok(index) = u16::try_from(index) else {
            break;
        };
        numbers.entry(id.to_string()).or_insert(index);
    }
    numbers
}

/// Ids with letters they can't have, without them.
fn bad(known: &HashMap<String, u16>) -> impl Iterator<Item = String> {
    known.keys().filter(|id| !is_id(id)).map(|id| as_id(id))
}

fn misspelt(names: &Names) -> impl Iterator<Item = String> {
    let frame = [&names.parties, &names.seats, &names.issues, &names.marks, &names.deals, &names.lengths];
    let lists = [&names.people, &names.record, &names.moves, &names.utterances, &names.topics, &names.glossary];
    let more = [&names.sources, &names.views, &names.places];
    frame.into_iter().chain(lists).chain(more).flat_map(bad)
}

impl<'d> Resolver<'d> {
    fn new(draft: &'d Draft) -> Self {
        let frame = &draft.scenario;
        let issues = frame.issues.iter().map(|issue| &issue.id);
        let names = Names {
            parties: number(frame.parties.iter().map(|party| &party.id)),
            seats: number(frame.seats.iter().map(|seat| &seat.id)),
            people: number(draft.people.iter().map(|person| &person.id)),
            issues: number(issues.chain(frame.table_issues.iter().map(|issue| &issue.id))),
            marks: number(frame.marks.iter().map(|mark| &mark.id)),
            record: number(draft.record.iter().map(|entry| &entry.id)),
            moves: number(draft.moves.iter().map(|mv| &mv.id)),
            utterances: number(draft.utterances.iter().map(|utterance| &utterance.id)),
            topics: number(draft.topics().map(|topic| &topic.id)),
            glossary: number(draft.glossary.iter().map(|term| &term.id)),
            deals: number(frame.deals.iter().map(|deal| &deal.id)),
            lengths: number(frame.lengths.iter().map(|length| &length.id)),
            sources: number(draft.sources.iter().map(|source| &source.id)),
            views: number(draft.map_views().map(|view| &view.id)),
            places: number(draft.map_places().map(|place| &place.id)),
        };
        let positions: Vec<HashMap<String, u16>> =
            frame.issues.iter().map(|issue| number(issue.positions.iter().map(|position| &position.id))).collect();
        let misspelt = misspelt(&names).chain(positions.iter().flat_map(bad)).collect();
        Self { draft, names, positions, misspelt, faults: Vec::new() }
    }

    fn fault(&mut self, cause: Cause, diagnostic: Diagnostic) {
        self.faults.push(Fault { diagnostic, cause });
    }

    /// The known name most like an unknown one, and whether it is certainly meant. A name that can't be an id is none: a right
    /// reference must not be changed into it.
    fn near(&self, id: &Id, known: &HashMap<String, u16>) -> Option<(String, bool)> {
        if self.faults.len() >= SUGGESTIONS {
            return None;
        }
        let names = known.keys().chain(self.draft.broken_ids.iter().take(LIST)).filter(|name| is_id(name));
        let (name, sure) = nearest(&id.text, names.map(String::as_str))?;
        Some((name.to_owned(), sure))
    }

    fn unknown(&mut self, kind: Kind, id: &Id, near: Option<(String, bool)>) {
        let help = near.as_ref().map(|(name, _)| format!("did you mean \"{name}\"?"));
        let message = format!("there is no {} \"{}\"", kind.name(), id.text);
        let mut fault = Diagnostic::error("WCW020", message, id.place, help);
        if let Some((name, true)) = near {
            fault = fault.fixed_by(format!("write \"{name}\""), id.place, &name);
        }
        let meant = self.misspelt.contains(&id.text);
        let cause = if meant { Cause::BadId } else { Cause::Unknown(kind, id.text.clone()) };
        self.fault(cause, fault);
    }

    fn find(&mut self, kind: Kind, id: &Id, table: fn(&Names) -> &HashMap<String, u16>) -> u16 {
        if let Some(index) = table(&self.names).get(&id.text) {
            return *index;
        }
        let near = self.near(id, table(&self.names));
        self.unknown(kind, id, near);
        0
    }

    fn position(&mut self, issue: IssueId, id: &Id) -> PositionId {
        let Some(known) = self.positions.get(issue.index()) else {
            let message = format!("\"{}\" is a position, but this issue is a table issue and has none", id.text);
            self.fault(Cause::Own, Diagnostic::error("WCW021", message, id.place, None));
            return PositionId(0);
        };
        if let Some(index) = known.get(&id.text) {
            return PositionId(*index);
        }
        let near = self.near(id, known);
        self.unknown(Kind::Position, id, near);
        PositionId(0)
    }
}
