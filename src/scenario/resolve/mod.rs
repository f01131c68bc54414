//! From the draft to the checked scenario: every reference is looked up, and every one that leads nowhere is reported.

mod frame;
mod map;
mod seats;
mod style;
mod talk;
mod values;

use std::collections::HashMap;

use super::diagnostic::{Diagnostic, Report};
use super::draft::*;
use super::ids::*;
use super::load::Draft;
use super::place::{Id, Place};
use super::resolved::*;
use super::syntax_errors::nearest;
use super::terms::{Bar, Measure};

/// Resolves a draft. `None` when a reference leads nowhere or a required part is missing; the report says which.
///
/// Quotations are taken as written: [`super::check::check`] proves them, and callers run both.
pub fn resolve(draft: &Draft, report: &mut Report) -> Option<Scenario> {
    let mut resolver = Resolver::new(draft);
    let scenario = resolver.scenario();
    let clean = resolver.faults.is_empty();
    resolver.faults.retain(|fault| !follows(draft, fault));
    report.diagnostics.append(&mut resolver.faults);
    clean.then_some(scenario).flatten()
}

/// What is named in messages of each list or folder.
const KINDS: &[(&str, &str)] = &[
    ("people", "person"),
    ("record", "entry of the record"),
    ("moves", "move"),
    ("replies", "reply or initiative"),
    ("glossary", "glossary term"),
    ("counterparts", "topic of the agenda"),
    ("sources", "source"),
    ("map", "view of the map"),
    ("map", "place on the map"),
];

/// Whether a fault only follows from something that could not be read, which is one fault and not one for each reference to it.
fn follows(draft: &Draft, fault: &Diagnostic) -> bool {
    let lost = |name: &str| draft.lost.iter().any(|lost| lost == name);
    match fault.code {
        "WCW020" => {
            let mut broken = draft.broken_ids.iter().filter(|id| !id.is_empty());
            let mut kinds = KINDS.iter().filter(|(name, _)| lost(name));
            broken.any(|id| fault.message.ends_with(&format!("\"{id}\"")))
                || kinds.any(|(_, kind)| fault.message.starts_with(&format!("there is no {kind} ")))
        }
        "WCW026" => lost("values"),
        "WCW028" => lost("endings"),
        _ => false,
    }
}

struct Resolver<'d> {
    draft: &'d Draft,
    names: Names,
    positions: Vec<HashMap<String, u16>>,
    sources: HashMap<String, u16>,
    faults: Vec<Diagnostic>,
}

fn number<'a>(ids: impl Iterator<Item = &'a Id>) -> HashMap<String, u16> {
    let mut numbers = HashMap::new();
    for (index, id) in ids.enumerate() {
        let Ok(index) = u16::try_from(index) else {
            break;
        };
        numbers.entry(id.text.clone()).or_insert(index);
    }
    numbers
}

/// Topics of every agenda, in the order of their numbers.
fn agenda(draft: &Draft) -> impl Iterator<Item = &TopicDraft> {
    let counterparts = draft.counterparts.iter();
    counterparts.flat_map(|counterpart| &counterpart.agenda)
}

fn utterance_id(utterance: &UtteranceDraft) -> &Id {
    match utterance {
        UtteranceDraft::Reply(reply) => &reply.id,
        UtteranceDraft::Initiative(initiative) => &initiative.id,
    }
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
            utterances: number(draft.utterances.iter().map(utterance_id)),
            topics: number(agenda(draft).map(|topic| &topic.id)),
            glossary: number(draft.glossary.iter().map(|term| &term.id)),
            deals: number(frame.deals.iter().map(|deal| &deal.id)),
            lengths: number(frame.lengths.iter().map(|length| &length.id)),
        };
        let positions =
            frame.issues.iter().map(|issue| number(issue.positions.iter().map(|position| &position.id))).collect();
        let sources = draft
            .sources
            .iter()
            .enumerate()
            .filter_map(|(i, s)| Some((s.id.clone(), u16::try_from(i).ok()?)))
            .collect();
        Self { draft, names, positions, sources, faults: Vec::new() }
    }

    fn fault(&mut self, code: &'static str, place: Option<Place>, message: String, help: Option<String>) {
        self.faults.push(Diagnostic::error(code, message, place, help));
    }

    fn unknown(&mut self, kind: &str, id: &Id, known: &HashMap<String, u16>) {
        let near = nearest(&id.text, known.keys().chain(&self.draft.broken_ids).map(String::as_str));
        let help = near.map(|(name, _)| format!("did you mean \"{name}\"?"));
        let message = format!("there is no {kind} \"{}\"", id.text);
        let fault = Diagnostic::error("WCW020", message, id.place, help);
        self.faults.push(match near {
            Some((name, true)) => fault.fixed_by(format!("write \"{name}\""), id.place, name),
            _ => fault,
        });
    }

    fn find(&mut self, kind: &str, id: &Id, table: fn(&Names) -> &HashMap<String, u16>) -> u16 {
        if let Some(index) = table(&self.names).get(&id.text) {
            return *index;
        }
        let known = table(&self.names).clone();
        self.unknown(kind, id, &known);
        0
    }

    fn party(&mut self, id: &Id) -> PartyId {
        PartyId(self.find("party", id, |n| &n.parties))
    }

    fn seat(&mut self, id: &Id) -> SeatId {
        SeatId(self.find("seat", id, |n| &n.seats))
    }

    fn person(&mut self, id: &Id) -> PersonId {
        PersonId(self.find("person", id, |n| &n.people))
    }

    fn issue(&mut self, id: &Id) -> IssueId {
        IssueId(self.find("issue", id, |n| &n.issues))
    }

    fn mark(&mut self, id: &Id) -> MarkId {
        MarkId(self.find("mark", id, |n| &n.marks))
    }

    fn entry(&mut self, id: &Id) -> EntryId {
        EntryId(self.find("entry of the record", id, |n| &n.record))
    }

    fn mv(&mut self, id: &Id) -> MoveId {
        MoveId(self.find("move", id, |n| &n.moves))
    }

    fn utterance(&mut self, id: &Id) -> UtteranceId {
        UtteranceId(self.find("reply or initiative", id, |n| &n.utterances))
    }

    fn topic(&mut self, id: &Id) -> TopicId {
        TopicId(self.find("topic of the agenda", id, |n| &n.topics))
    }

    fn idea(&mut self, id: Option<&Id>) -> Option<u16> {
        id.map(|id| self.find("glossary term", id, |n| &n.glossary))
    }

    fn position(&mut self, issue: IssueId, id: &Id) -> PositionId {
        let Some(known) = self.positions.get(issue.index()).cloned() else {
            let message = format!("\"{}\" is a position, but this issue is a table issue and has none", id.text);
            self.fault("WCW021", id.place, message, None);
            return PositionId(0);
        };
        match known.get(&id.text) {
            Some(index) => PositionId(*index),
            None => {
                self.unknown("position on this issue", id, &known);
                PositionId(0)
            }
        }
    }

    fn clause(&mut self, clause: &ClauseDraft) -> Clause {
        let issue = self.issue(&clause.issue);
        let position = self.position(issue, &clause.position);
        Clause { issue, position, timing: clause.timing }
    }

    fn quotation(&mut self, quote: &QuoteDraft) -> Quotation {
        let source = match &quote.source {
            None => 0,
            Some(id) => match self.sources.get(&id.text) {
                Some(index) => *index,
                None => {
                    let known = self.sources.clone();
                    self.unknown("source", id, &known);
                    0
                }
            },
        };
        Quotation {
            source,
            line: quote.line,
            to_line: quote.to_line.unwrap_or(quote.line),
            words: quote.words.text.clone(),
        }
    }

    fn basis(&mut self, source: &SourceDraft) -> Basis {
        match source {
            SourceDraft::Quote(quote) => Basis::Quote(self.quotation(quote)),
            SourceDraft::Entry(id) => Basis::Entry(self.entry(id)),
            SourceDraft::Dossier { section, keys, mark } => Basis::Dossier {
                section: section.clone(),
                keys: keys.iter().map(|key| key.text.clone()).collect(),
                mark: *mark,
            },
            SourceDraft::Judgement(reason) => Basis::Judgement(reason.clone()),
            SourceDraft::Model(reason) => Basis::Model(reason.clone()),
        }
    }

    fn bases(&mut self, sources: &[SourceDraft]) -> Vec<Basis> {
        sources.iter().map(|source| self.basis(source)).collect()
    }

    fn conditions(&mut self, drafts: &[ConditionDraft]) -> Vec<Condition> {
        drafts.iter().map(|draft| self.condition(draft)).collect()
    }

    fn condition(&mut self, draft: &ConditionDraft) -> Condition {
        use ConditionDraft as D;
        match draft {
            D::All(list) => Condition::All(self.conditions(list)),
            D::Any(list) => Condition::Any(self.conditions(list)),
            D::Not(inner) => Condition::Not(Box::new(self.condition(inner))),
            D::Made(id, times) => Condition::Made(self.mv(id), *times),
            D::Times(times) => Condition::Times(*times),
            D::SpokenBy(id) => Condition::SpokenBy(self.person(id)),
            D::JustMade => Condition::JustMade,
            D::Said(id) => Condition::Said(self.entry(id)),
            D::SaidBefore(id) => Condition::SaidBefore(self.entry(id)),
            D::Given(id) => Condition::Given(self.utterance(id)),
            D::Raised(id, times) => Condition::Raised(self.issue(id), *times),
            D::JustRaised(id) => Condition::JustRaised(self.issue(id)),
            D::Open(id) => Condition::Open(self.issue(id)),
            D::NothingOpen => Condition::NothingOpen,
            D::Marked(id) => Condition::Marked(self.mark(id)),
            D::Committed(party, kind, issue) => Condition::Committed(self.party(party), *kind, self.issue(issue)),
            D::AtLeast(bar, height) => Condition::AtLeast(*bar, *height),
            D::Below(bar, height) => Condition::Below(*bar, *height),
            D::Statements(count) => Condition::Statements(*count),
            D::Left(count) => Condition::Left(*count),
            D::OneVoice(count) => Condition::OneVoice(*count),
            D::Opening => Condition::Opening,
            D::Opened(id) => Condition::Opened(self.topic(id)),
        }
    }

    fn effects(&mut self, drafts: &[EffectDraft]) -> Vec<Effect> {
        drafts.iter().map(|draft| self.effect(draft)).collect()
    }

    fn effect(&mut self, draft: &EffectDraft) -> Effect {
        match draft {
            EffectDraft::Bar { bar, by, because, source } => {
                Effect::Bar { bar: *bar, by: *by, because: because.clone(), source: self.basis(source) }
            }
            EffectDraft::Mark(id) => Effect::Mark(self.mark(id)),
            EffectDraft::Unmark(id) => Effect::Unmark(self.mark(id)),
            EffectDraft::Commit(form) => Effect::Commit(self.commitment(form)),
            EffectDraft::Withdraw { by, kind, issue } => {
                Effect::Withdraw { by: self.party(by), kind: *kind, issue: self.issue(issue) }
            }
            EffectDraft::Strengthen { issue, to } => Effect::Strengthen { issue: self.issue(issue), to: *to },
        }
    }

    fn commitment(&mut self, draft: &CommitmentDraft) -> CommitmentForm {
        CommitmentForm {
            by: self.party(&draft.by),
            kind: draft.kind,
            clause: self.clause(&draft.clause),
            text: draft.text.clone(),
            going_back: draft.going_back.iter().map(|price| (price.bar, price.by)).collect(),
        }
    }

    fn deal_condition(&mut self, draft: &DealConditionDraft) -> DealCondition {
        use DealConditionDraft as D;
        let many = |this: &mut Self, list: &[D]| list.iter().map(|d| this.deal_condition(d)).collect();
        match draft {
            D::All(list) => DealCondition::All(many(self, list)),
            D::Any(list) => DealCondition::Any(many(self, list)),
            D::Not(inner) => DealCondition::Not(Box::new(self.deal_condition(inner))),
            D::If(first, second) => {
                DealCondition::If(Box::new(self.deal_condition(first)), Box::new(self.deal_condition(second)))
            }
            D::Is(issue, positions) => {
                let issue = self.issue(issue);
                DealCondition::Is(issue, positions.iter().map(|p| self.position(issue, p)).collect())
            }
            D::At(issue, timings) => DealCondition::At(self.issue(issue), timings.clone()),
        }
    }
}
