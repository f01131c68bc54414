//! From the draft to the checked scenario: every reference is looked up, and every one that leads nowhere is reported.

use std::collections::HashMap;

use super::diagnostic::{Diagnostic, Report};
use super::draft::*;
use super::ids::*;
use super::load::Draft;
use super::place::{Id, Place};
use super::resolved::*;
use super::terms::{Bar, Measure};

/// Resolves a draft. `None` when a reference leads nowhere or a required part is missing; the report says which.
///
/// Quotations are taken as written: [`super::check::check`] proves them, and callers run both.
pub fn resolve(draft: &Draft, report: &mut Report) -> Option<Scenario> {
    let mut resolver = Resolver::new(draft);
    let scenario = resolver.scenario();
    let clean = resolver.faults.is_empty();
    report.diagnostics.append(&mut resolver.faults);
    clean.then_some(scenario).flatten()
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
            topics: number(draft.counterpart.agenda.iter().map(|topic| &topic.id)),
            glossary: number(draft.glossary.iter().map(|term| &term.id)),
            deals: number(frame.deals.iter().map(|deal| &deal.id)),
            lengths: number(frame.lengths.iter().map(|length| &length.id)),
        };
        let positions = frame
            .issues
            .iter()
            .map(|issue| number(issue.positions.iter().map(|position| &position.id)))
            .collect();
        let sources = draft
            .sources
            .iter()
            .enumerate()
            .filter_map(|(i, s)| Some((s.id.clone(), u16::try_from(i).ok()?)))
            .collect();
        Self {
            draft,
            names,
            positions,
            sources,
            faults: Vec::new(),
        }
    }

    fn fault(
        &mut self,
        code: &'static str,
        place: Option<Place>,
        message: String,
        help: Option<String>,
    ) {
        self.faults
            .push(Diagnostic::error(code, message, place, help));
    }

    fn unknown(&mut self, kind: &str, id: &Id, known: &HashMap<String, u16>) {
        let nearest = known
            .keys()
            .map(|name| (strsim::damerau_levenshtein(name, &id.text), name))
            .filter(|(distance, name)| *distance <= 2 + name.len() / 4)
            .min();
        let help = nearest.map(|(_, name)| format!("did you mean \"{name}\"?"));
        self.fault(
            "WCW020",
            id.place,
            format!("there is no {kind} \"{}\"", id.text),
            help,
        );
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
            let message = format!(
                "\"{}\" is a position, but this issue is a table issue and has none",
                id.text
            );
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
        Clause {
            issue,
            position,
            timing: clause.timing,
        }
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
            SourceDraft::Dossier {
                section,
                keys,
                mark,
            } => Basis::Dossier {
                section: section.clone(),
                keys: keys.clone(),
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
            D::Committed(party, kind, issue) => {
                Condition::Committed(self.party(party), *kind, self.issue(issue))
            }
            D::AtLeast(bar, height) => Condition::AtLeast(*bar, *height),
            D::Below(bar, height) => Condition::Below(*bar, *height),
            D::Statements(count) => Condition::Statements(*count),
            D::Left(count) => Condition::Left(*count),
            D::Opening => Condition::Opening,
            D::Opened(id) => Condition::Opened(self.topic(id)),
        }
    }

    fn effects(&mut self, drafts: &[EffectDraft]) -> Vec<Effect> {
        drafts.iter().map(|draft| self.effect(draft)).collect()
    }

    fn effect(&mut self, draft: &EffectDraft) -> Effect {
        match draft {
            EffectDraft::Bar {
                bar,
                by,
                because,
                source,
            } => Effect::Bar {
                bar: *bar,
                by: *by,
                because: because.clone(),
                source: self.basis(source),
            },
            EffectDraft::Mark(id) => Effect::Mark(self.mark(id)),
            EffectDraft::Unmark(id) => Effect::Unmark(self.mark(id)),
            EffectDraft::Commit(form) => Effect::Commit(self.commitment(form)),
            EffectDraft::Withdraw { by, kind, issue } => Effect::Withdraw {
                by: self.party(by),
                kind: *kind,
                issue: self.issue(issue),
            },
            EffectDraft::Strengthen { issue, to } => Effect::Strengthen {
                issue: self.issue(issue),
                to: *to,
            },
        }
    }

    fn commitment(&mut self, draft: &CommitmentDraft) -> CommitmentForm {
        CommitmentForm {
            by: self.party(&draft.by),
            kind: draft.kind,
            clause: self.clause(&draft.clause),
            text: draft.text.clone(),
            going_back: draft
                .going_back
                .iter()
                .map(|price| (price.bar, price.by))
                .collect(),
        }
    }

    fn deal_condition(&mut self, draft: &DealConditionDraft) -> DealCondition {
        use DealConditionDraft as D;
        let many =
            |this: &mut Self, list: &[D]| list.iter().map(|d| this.deal_condition(d)).collect();
        match draft {
            D::All(list) => DealCondition::All(many(self, list)),
            D::Any(list) => DealCondition::Any(many(self, list)),
            D::Not(inner) => DealCondition::Not(Box::new(self.deal_condition(inner))),
            D::If(first, second) => DealCondition::If(
                Box::new(self.deal_condition(first)),
                Box::new(self.deal_condition(second)),
            ),
            D::Is(issue, positions) => {
                let issue = self.issue(issue);
                DealCondition::Is(
                    issue,
                    positions.iter().map(|p| self.position(issue, p)).collect(),
                )
            }
            D::At(issue, timings) => DealCondition::At(self.issue(issue), timings.clone()),
        }
    }
}

/// The parts of a scenario, one function each.
impl Resolver<'_> {
    fn scenario(&mut self) -> Option<Scenario> {
        let draft = self.draft;
        let frame = &draft.scenario;
        let issues = self.issues();
        let moves: Vec<Move> = draft.moves.iter().map(|mv| self.move_of(mv)).collect();
        let utterances: Vec<Utterance> = draft
            .utterances
            .iter()
            .map(|u| self.utterance_of(u))
            .collect();
        let stances_of = self.stances_of(&moves);
        let room = self.room()?;
        let deals = self.named_deals(&issues);
        let (report_as_it_was, opening_position) = (
            usize::from(self.find("named deal", &frame.report_as_it_was, |n| &n.deals)),
            usize::from(self.find("named deal", &frame.opening_position, |n| &n.deals)),
        );
        let values = self.values(&issues)?;
        let measures = self.measures()?;
        let scenario = Scenario {
            id: frame.id.text.clone(),
            format: frame.format,
            content_hash: draft.content_hash.clone(),
            title: frame.title.clone(),
            date: frame.date,
            setting: frame.setting.clone(),
            question: frame.question.clone(),
            milestones: frame
                .milestones
                .iter()
                .map(|m| (m.name.clone(), m.plain.clone()))
                .collect(),
            parties: frame.parties.iter().map(party).collect(),
            seats: frame.seats.iter().map(|seat| self.seat_of(seat)).collect(),
            room,
            marks: frame
                .marks
                .iter()
                .map(|m| (m.id.text.clone(), m.meaning.clone()))
                .collect(),
            lengths: self.lengths(issues.len(), &deals, opening_position),
            deals,
            report_as_it_was,
            opening_position,
            report_after: frame.report_after,
            people: draft
                .people
                .iter()
                .map(|person| self.person_of(person))
                .collect(),
            record: draft
                .record
                .iter()
                .map(|entry| self.entry_of(entry))
                .collect(),
            stances: draft
                .stances
                .iter()
                .map(|stance| self.stance_of(stance))
                .collect(),
            stances_of,
            replies_of: replies_of(moves.len(), &utterances),
            utterances_of: utterances_of(draft.counterpart.agenda.len(), &utterances),
            counterpart: self.seat(&draft.counterpart.seat),
            topics: draft
                .counterpart
                .agenda
                .iter()
                .map(|topic| self.topic_of(topic))
                .collect(),
            values,
            measures,
            earns: draft.endings.earns.iter().map(earns).collect(),
            single_cases: self.single_cases(),
            contradiction_costs: draft.endings.contradiction_costs,
            glossary: draft.glossary.clone(),
            timeline: draft.timeline.clone(),
            contested: draft.contested.clone(),
            tasks: draft.tasks.clone(),
            sources: draft.sources.clone(),
            playthroughs: draft.playthroughs.clone(),
            issues,
            moves,
            utterances,
            names: self.names.clone(),
        };
        Some(scenario)
    }

    fn issues(&mut self) -> Vec<Issue> {
        let frame = &self.draft.scenario;
        let mut issues: Vec<Issue> = frame.issues.iter().map(issue_of).collect();
        issues.extend(frame.table_issues.iter().map(|issue| Issue {
            id: issue.id.text.clone(),
            name: issue.name.clone(),
            plain: issue.plain.clone(),
            positions: Vec::new(),
            pairs: Vec::new(),
        }));
        for issue in &frame.issues {
            if issue.positions.is_empty() {
                let message = format!("the issue \"{}\" has no positions", issue.id.text);
                self.fault("WCW022", issue.id.place, message, None);
            }
        }
        issues
    }

    fn seat_of(&mut self, draft: &SeatDraft) -> Seat {
        Seat {
            id: draft.id.text.clone(),
            party: self.party(&draft.party),
            name: draft.name.clone(),
            brief: draft.brief.clone(),
            more: draft.more.clone(),
            speakers: draft.speakers.iter().map(|id| self.person(id)).collect(),
            closed_because: draft.closed_because.clone(),
        }
    }

    fn person_of(&mut self, draft: &PersonDraft) -> Person {
        Person {
            id: draft.id.text.clone(),
            name: draft.name.clone(),
            full_name: draft.full_name.clone(),
            party: draft.party.as_ref().map(|id| self.party(id)),
            standing: draft.standing.clone(),
            card: draft.card.clone(),
            mark: draft.mark,
            uncertain: draft.uncertain,
            keys: draft.keys.clone(),
        }
    }

    fn entry_of(&mut self, draft: &EntryDraft) -> Entry {
        let line = |entry: &EntryDraft, last: bool| {
            let mut lines = entry.quotes.iter().map(|q| q.line);
            if last { lines.max() } else { lines.next() }.unwrap_or(0)
        };
        let answered_by = draft
            .answered_by
            .iter()
            .map(|answer| {
                let entry = self.entry(&answer.entry);
                let there = self
                    .draft
                    .record
                    .get(entry.index())
                    .map_or(0, |e| line(e, false));
                let pairing = match &answer.how {
                    HowDraft::AtOnce => Pairing::AtOnce,
                    HowDraft::Later => Pairing::Later(there.saturating_sub(line(draft, true))),
                    HowDraft::Paired(reason) => Pairing::Author(reason.clone()),
                };
                (entry, pairing)
            })
            .collect();
        Entry {
            id: draft.id.text.clone(),
            speaker: self.person(&draft.speaker),
            act: draft.act,
            recorded_as: draft.recorded_as.clone(),
            issue: self.issue(&draft.issue),
            about: draft.about.clone(),
            quotes: draft
                .quotes
                .iter()
                .map(|quote| self.quotation(quote))
                .collect(),
            answered_by,
            note: draft.note.clone(),
            plain: draft.plain.clone(),
            milestone_open: draft.milestone_open,
        }
    }

    fn move_of(&mut self, draft: &MoveDraft) -> Move {
        Move {
            id: draft.id.text.clone(),
            seat: draft.seat.as_ref().map_or(SeatId(0), |id| self.seat(id)),
            issue: self.issue(&draft.issue),
            act: draft.act,
            label: draft.label.clone(),
            words: match &draft.words {
                MoveWordsDraft::Record(ids) => {
                    MoveWords::Record(ids.iter().map(|id| self.entry(id)).collect())
                }
                MoveWordsDraft::Own { reasoned_from } => MoveWords::Own(self.bases(reasoned_from)),
            },
            indirect: draft.indirect.clone(),
            asks: draft.asks.as_ref().map(|clause| self.clause(clause)),
            times: draft.times,
            needs: self.conditions(&draft.needs),
            only: draft.only.iter().map(|id| self.person(id)).collect(),
            effects: self.effects(&draft.effects),
            idea: self.idea(draft.idea.as_ref()),
        }
    }

    fn stance_of(&mut self, draft: &StanceDraft) -> Stance {
        Stance {
            id: draft.id.text.clone(),
            when: self.conditions(&draft.when),
            act: draft.act,
            because: draft.because.clone(),
            source: self.basis(&draft.source),
        }
    }

    /// Stances that name a move come first, then those on its issue, each in file order.
    fn stances_of(&mut self, moves: &[Move]) -> Vec<Vec<u16>> {
        let mut lists = vec![Vec::new(); moves.len()];
        for (index, stance) in self.draft.stances.iter().enumerate() {
            let Ok(index) = u16::try_from(index) else {
                break;
            };
            for id in &stance.to {
                let mv = self.mv(id);
                if let Some(list) = lists.get_mut(mv.index()) {
                    list.push(index);
                }
            }
        }
        for (index, stance) in self.draft.stances.iter().enumerate() {
            let Ok(index) = u16::try_from(index) else {
                break;
            };
            for id in &stance.on {
                let issue = self.issue(id);
                let on = moves
                    .iter()
                    .zip(&mut lists)
                    .filter(|(mv, _)| mv.issue == issue);
                on.for_each(|(_, list)| list.push(index));
            }
        }
        lists
    }

    fn words_of(&mut self, draft: &WordsDraft) -> (Words, Option<PersonId>) {
        match draft {
            WordsDraft::Record(ids) => {
                let entries: Vec<EntryId> = ids.iter().map(|id| self.entry(id)).collect();
                let speaker = entries.first().copied().and_then(|e| self.speaker_of(e));
                (Words::Record(entries), speaker)
            }
            WordsDraft::Elsewhere { entry, said } => {
                let entry = self.entry(entry);
                (
                    Words::Elsewhere(entry, said.clone()),
                    self.speaker_of(entry),
                )
            }
            WordsDraft::Inference {
                speaker,
                text,
                reasoned_from,
            } => {
                let speaker = self.person(speaker);
                let words = Words::Inference {
                    speaker,
                    text: text.clone(),
                    reasoned_from: self.bases(reasoned_from),
                };
                (words, Some(speaker))
            }
            WordsDraft::Silence(reason) => (Words::Silence(reason.clone()), None),
        }
    }

    fn speaker_of(&mut self, entry: EntryId) -> Option<PersonId> {
        let id = &self.draft.record.get(entry.index())?.speaker;
        self.names.people.get(&id.text).copied().map(PersonId)
    }

    fn utterance_of(&mut self, draft: &UtteranceDraft) -> Utterance {
        match draft {
            UtteranceDraft::Reply(reply) => {
                let (words, speaker) = self.words_of(&reply.words);
                Utterance {
                    id: reply.id.text.clone(),
                    occasion: Occasion::Reply(reply.to.iter().map(|id| self.mv(id)).collect()),
                    act: reply.act,
                    topic: self.topic(&reply.topic),
                    conditions: self.conditions(&reply.presumes),
                    words,
                    speaker,
                    effects: self.effects(&reply.effects),
                    stops: reply.stops,
                    faces: reply.faces.iter().map(|id| self.mv(id)).collect(),
                    idea: self.idea(reply.idea.as_ref()),
                }
            }
            UtteranceDraft::Initiative(initiative) => {
                let (words, speaker) = self.words_of(&initiative.words);
                Utterance {
                    id: initiative.id.text.clone(),
                    occasion: Occasion::Initiative(
                        initiative.closes.iter().map(|id| self.mv(id)).collect(),
                    ),
                    act: initiative.act,
                    topic: self.topic(&initiative.topic),
                    conditions: self.conditions(&initiative.when),
                    words,
                    speaker,
                    effects: self.effects(&initiative.effects),
                    stops: initiative.stops,
                    faces: initiative.faces.iter().map(|id| self.mv(id)).collect(),
                    idea: self.idea(initiative.idea.as_ref()),
                }
            }
        }
    }

    fn topic_of(&mut self, draft: &TopicDraft) -> Topic {
        Topic {
            id: draft.id.text.clone(),
            name: draft.name.clone(),
            opens: self.conditions(&draft.opens),
            exclusive: draft.exclusive,
            closes_talk: draft.closes_talk,
            because: draft.because.clone(),
            source: self.basis(&draft.source),
        }
    }

    fn room(&mut self) -> Option<[Start; 6]> {
        let mut starts = Vec::new();
        for bar in Bar::ALL {
            let found = self
                .draft
                .scenario
                .room
                .bars
                .iter()
                .find(|start| start.bar == *bar);
            let Some(start) = found else {
                let message = format!("the room says nothing of the bar {bar:?}");
                self.fault("WCW023", self.draft.scenario.id.place, message, None);
                continue;
            };
            starts.push(Start {
                at: start.at.min(100),
                because: start.because.clone(),
                source: self.basis(&start.source),
            });
        }
        starts.try_into().ok()
    }

    fn lengths(
        &mut self,
        issues: usize,
        deals: &[NamedDeal],
        opening_position: usize,
    ) -> Vec<Length> {
        let frame = &self.draft.scenario;
        frame
            .lengths
            .iter()
            .map(|length| {
                let mut in_play = vec![length.issues.is_empty(); issues];
                in_play
                    .iter_mut()
                    .skip(frame.issues.len())
                    .for_each(|table| *table = true);
                for id in &length.issues {
                    let issue = self.issue(id);
                    if let Some(flag) = in_play.get_mut(issue.index()) {
                        *flag = true;
                    }
                }
                let rest = length.rest.as_ref().map_or(opening_position, |id| {
                    usize::from(self.find("named deal", id, |n| &n.deals))
                });
                let deal = |index: usize| deals.get(index).map(|d| d.deal.as_slice());
                let opening = deal(opening_position).unwrap_or_default();
                let rest = deal(rest).unwrap_or_default();
                let opening = opening
                    .iter()
                    .zip(rest)
                    .zip(&in_play)
                    .map(|((opened, rest), in_play)| if *in_play { *opened } else { *rest })
                    .collect();
                Length {
                    opening,
                    id: length.id.text.clone(),
                    name: length.name.clone(),
                    statements: length.statements,
                    in_play,
                }
            })
            .collect()
    }

    fn named_deals(&mut self, issues: &[Issue]) -> Vec<NamedDeal> {
        let drafts = &self.draft.scenario.deals;
        drafts
            .iter()
            .map(|draft| self.named_deal(draft, issues))
            .collect()
    }

    fn named_deal(&mut self, draft: &NamedDealDraft, issues: &[Issue]) -> NamedDeal {
        let clauses: Vec<Clause> = draft
            .clauses
            .iter()
            .map(|clause| self.clause(clause))
            .collect();
        let mut deal = Deal::new();
        for (index, issue) in issues
            .iter()
            .enumerate()
            .filter(|(_, issue)| !issue.pairs.is_empty())
        {
            let mut on_issue = clauses
                .iter()
                .filter(|clause| clause.issue.index() == index);
            let (clause, second) = (on_issue.next(), on_issue.next());
            if second.is_some() {
                let message = format!("\"{}\" has two clauses on \"{}\"", draft.id.text, issue.id);
                self.fault("WCW024", draft.id.place, message, None);
            }
            let pair = clause.and_then(|clause| {
                let wanted = Pair {
                    position: clause.position,
                    timing: clause.timing,
                };
                issue.pairs.iter().position(|pair| *pair == wanted)
            });
            match pair.and_then(|p| u16::try_from(p).ok()) {
                Some(pair) => deal.push(pair),
                None => {
                    let message = format!(
                        "\"{}\" has no clause on \"{}\" with an allowed pair of position and timing",
                        draft.id.text, issue.id
                    );
                    self.fault("WCW025", draft.id.place, message, None);
                    deal.push(0);
                }
            }
        }
        NamedDeal {
            id: draft.id.text.clone(),
            name: draft.name.clone(),
            deal,
            source: self.basis(&draft.source),
        }
    }

    fn values(&mut self, issues: &[Issue]) -> Option<Vec<Values>> {
        let mut all = Vec::new();
        for party in &self.draft.scenario.parties {
            let Some(values) = self
                .draft
                .values
                .iter()
                .find(|v| v.party.text == party.id.text)
            else {
                let message = format!("no file in values/ says what \"{}\" wants", party.id.text);
                self.fault("WCW026", party.id.place, message, None);
                continue;
            };
            let resolved = self.values_of(values, issues);
            all.push(resolved);
        }
        (all.len() == self.draft.scenario.parties.len()).then_some(all)
    }

    fn values_of(&mut self, draft: &ValuesDraft, issues: &[Issue]) -> Values {
        let preferences = issues
            .iter()
            .filter(|issue| !issue.pairs.is_empty())
            .map(|issue| self.preference(draft, issue))
            .collect();
        Values {
            party: self.party(&draft.party),
            preferences,
            linkages: draft
                .linkages
                .iter()
                .map(|linkage| self.linkage(linkage))
                .collect(),
            reservation: range(draft.reservation.value),
            batna: draft.reservation.batna.clone(),
            batna_source: self.basis(&draft.reservation.source),
            audiences: draft
                .audiences
                .iter()
                .map(|audience| self.audience(audience))
                .collect(),
        }
    }

    fn preference(&mut self, draft: &ValuesDraft, issue: &Issue) -> Preference {
        let found = draft.preferences.iter().find(|p| p.issue.text == issue.id);
        let Some(preference) = found else {
            let message = format!(
                "\"{}\" says nothing of the issue \"{}\"",
                draft.party.text, issue.id
            );
            self.fault("WCW026", draft.party.place, message, None);
            return Preference {
                weight: range(RangeDraft(0, 0, 0)),
                source: Basis::Judgement(String::new()),
                points: Vec::new(),
            };
        };
        let points = issue
            .pairs
            .iter()
            .map(|pair| self.points(preference, issue, *pair))
            .collect();
        Preference {
            weight: range(preference.weight),
            source: self.basis(&preference.source),
            points,
        }
    }

    fn points(
        &mut self,
        preference: &PreferenceDraft,
        issue: &Issue,
        pair: Pair,
    ) -> (Range, Basis) {
        let position = issue
            .positions
            .get(pair.position.index())
            .map_or("", |p| p.id.as_str());
        let found = preference
            .points
            .iter()
            .find(|points| points.position.text == position && points.timing == pair.timing);
        match found {
            Some(points) => (range(points.points), self.basis(&points.source)),
            None => {
                let when = pair
                    .timing
                    .map_or_else(String::new, |timing| format!(", {timing:?}"));
                let message = format!("no points for \"{position}\"{when} on \"{}\"", issue.id);
                self.fault("WCW027", preference.issue.place, message, None);
                (range(RangeDraft(0, 0, 0)), Basis::Judgement(String::new()))
            }
        }
    }

    fn linkage(&mut self, draft: &LinkageDraft) -> Linkage {
        Linkage {
            id: draft.id.text.clone(),
            text: draft.text.clone(),
            keeps: self.deal_condition(&draft.keeps),
            loses: range(draft.loses),
            hard: draft.hard,
            source: self.basis(&draft.source),
        }
    }

    fn audience(&mut self, draft: &AudienceDraft) -> Audience {
        Audience {
            id: draft.id.text.clone(),
            name: draft.name.clone(),
            wants: draft.wants.clone(),
            looks: draft
                .accepts
                .iter()
                .map(|look| Look {
                    issue: self.issue(&look.issue),
                    accepts: self.deal_condition(&look.accepts),
                    yes: look.yes.clone(),
                    no: look.no.clone(),
                    essential: look.essential,
                })
                .collect(),
            ratifies: draft.ratifies,
            claimed_by: draft.claimed_by.as_ref().map(|id| self.person(id)),
            source: self.basis(&draft.source),
        }
    }

    fn measures(&mut self) -> Option<Vec<MeasureText>> {
        let mut all = Vec::new();
        for measure in Measure::ALL {
            let found = self
                .draft
                .endings
                .measures
                .iter()
                .find(|m| m.measure == *measure);
            let Some(draft) = found.filter(|m| m.bands.len() == 5) else {
                let message = format!("endings.ron has no five bands for the measure {measure:?}");
                self.fault("WCW028", self.draft.scenario.id.place, message, None);
                continue;
            };
            all.push(MeasureText {
                measure: *measure,
                name: draft.name.clone(),
                plain: draft.plain.clone(),
                bands: draft.bands.clone(),
            });
        }
        (all.len() == Measure::ALL.len()).then_some(all)
    }

    fn single_cases(&mut self) -> Vec<SingleCase> {
        let drafts = &self.draft.endings.single_case_rules;
        drafts
            .iter()
            .map(|draft| SingleCase {
                id: draft.id.text.clone(),
                rule: draft.rule.clone(),
                instance: self.basis(&draft.instance),
                other_reading: draft.other_reading.clone(),
            })
            .collect()
    }
}

fn party(draft: &PartyDraft) -> Party {
    Party {
        id: draft.id.text.clone(),
        name: draft.name.clone(),
        side: draft.side.clone(),
    }
}

fn issue_of(draft: &IssueDraft) -> Issue {
    let mut pairs = Vec::new();
    for (index, position) in draft.positions.iter().enumerate() {
        let Ok(index) = u16::try_from(index) else {
            break;
        };
        let id = PositionId(index);
        if position.timings.is_empty() {
            pairs.push(Pair {
                position: id,
                timing: None,
            });
        }
        pairs.extend(position.timings.iter().map(|timing| Pair {
            position: id,
            timing: Some(*timing),
        }));
    }
    Issue {
        id: draft.id.text.clone(),
        name: draft.name.clone(),
        plain: draft.plain.clone(),
        positions: draft
            .positions
            .iter()
            .map(|position| Position {
                id: position.id.text.clone(),
                name: position.name.clone(),
                plain: position.plain.clone(),
            })
            .collect(),
        pairs,
    }
}

fn earns(draft: &EarnsDraft) -> Earns {
    Earns {
        kind: draft.kind,
        strength: draft.strength,
        percent: draft.percent.min(100),
        because: draft.because.clone(),
    }
}

fn range(draft: RangeDraft) -> Range {
    Range {
        low: draft.0,
        mid: draft.1,
        high: draft.2,
    }
}

fn replies_of(moves: usize, utterances: &[Utterance]) -> Vec<Vec<UtteranceId>> {
    let mut lists = vec![Vec::new(); moves];
    for (index, utterance) in utterances.iter().enumerate() {
        let (Occasion::Reply(to), Ok(index)) = (&utterance.occasion, u16::try_from(index)) else {
            continue;
        };
        for mv in to {
            if let Some(list) = lists.get_mut(mv.index()) {
                list.push(UtteranceId(index));
            }
        }
    }
    lists
}

fn utterances_of(topics: usize, utterances: &[Utterance]) -> Vec<Vec<UtteranceId>> {
    let mut lists = vec![Vec::new(); topics];
    for (index, utterance) in utterances.iter().enumerate() {
        let Ok(index) = u16::try_from(index) else {
            break;
        };
        if let Some(list) = lists.get_mut(utterance.topic.index()) {
            list.push(UtteranceId(index));
        }
    }
    lists
}
