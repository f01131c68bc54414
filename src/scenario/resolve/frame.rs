//! Resolves the scenario as a whole: its issues, lengths of game and named deals.

use super::talk::{replies_of, stances_of, utterances_of};
use super::*;

impl Resolver<'_> {
    pub(super) fn scenario(&mut self) -> Option<Scenario> {
        let draft = self.draft;
        let frame = &draft.scenario;
        let issues = self.issues();
        let moves: Vec<Move> = draft.moves.resolve(self);
        let stances: Vec<Stance> = draft.stances.resolve(self);
        let utterances: Vec<Utterance> = draft.utterances.resolve(self);
        let deals = self.named_deals(&issues);
        let lengths = self.lengths();
        let seats = self.seats(&deals, &lengths)?;
        let values = self.values(&issues)?;
        let mut scenario = Scenario {
            id: frame.id.text.clone(),
            format: frame.format,
            content_hash: draft.content_hash.clone(),
            title: frame.title.clone(),
            speech: frame.speech,
            date: frame.date,
            setting: frame.setting.clone(),
            question: frame.question.clone(),
            milestones: frame.milestones.resolve(self),
            timings: frame.timings.clone(),
            parties: frame.parties.resolve(self),
            seats,
            marks: frame.marks.resolve(self),
            lengths,
            deals,
            report_after: frame.report_after,
            name_orders: frame.places.orders.clone(),
            place_names: frame.places.names.clone(),
            people: draft.people.resolve(self),
            record: draft.record.resolve(self),
            stances_of: stances_of(&moves, &stances),
            stances,
            replies_of: replies_of(moves.len(), &utterances),
            utterances_of: utterances_of(draft.topics().count(), &utterances),
            topics: draft.topics().map(|topic| topic.resolve(self)).collect(),
            values,
            glossary: draft.glossary.clone(),
            timeline: draft.timeline.clone(),
            background: draft.background.resolve(self),
            contested: draft.contested.clone(),
            tasks: draft.tasks.clone(),
            bibliography: draft.bibliography.resolve(self),
            map: Chart {
                views: draft.map_views().map(|view| view.resolve(self)).collect(),
                places: draft.map_places().map(|place| place.resolve(self)).collect(),
                changes: draft.map_changes().map(|change| change.resolve(self)).collect(),
            },
            sources: draft.sources.clone(),
            playthroughs: draft.playthroughs.clone(),
            issues,
            moves,
            utterances,
            tables: Tables::default(),
            names: self.names.clone(),
        };
        // The tables index by id, so build them only if every reference was found. Missing ones have been reported
        // already.
        if self.faults.is_empty() {
            scenario.tables = Tables::of(&scenario);
        }
        Some(scenario)
    }

    pub(super) fn issues(&mut self) -> Vec<Issue> {
        let frame = &self.draft.scenario;
        let mut issues: Vec<Issue> = frame.issues.iter().map(|issue| self.issue_of(issue)).collect();
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
                self.fault(Cause::Own, Diagnostic::error("WCW022", message, issue.id.place, None));
            }
        }
        issues
    }

    /// The lengths of game. Table issues are in play in all of them.
    fn lengths(&mut self) -> Vec<Length> {
        let frame = &self.draft.scenario;
        let table: Vec<IssueId> = frame.table_issues.iter().map(|issue| issue.id.resolve(self)).collect();
        let mut lengths: Vec<Length> = frame.lengths.resolve(self);
        for length in lengths.iter_mut().filter(|length| !length.issues.is_empty()) {
            length.issues.extend(&table);
        }
        lengths
    }

    pub(super) fn named_deals(&mut self, issues: &[Issue]) -> Vec<NamedDeal> {
        let drafts = &self.draft.scenario.deals;
        drafts.iter().map(|draft| self.named_deal(draft, issues)).collect()
    }

    pub(super) fn named_deal(&mut self, draft: &NamedDealDraft, issues: &[Issue]) -> NamedDeal {
        let faults = self.faults.len();
        let clauses: Vec<Clause> = draft.clauses.resolve(self);
        // If a reference in a clause wasn't found, that has been reported already; don't report the missing clause
        // too.
        let named = self.faults.len() == faults;
        let written = |index: usize| draft.clauses.get(index).and_then(|c| c.issue.place);
        let mut deal = Deal::new();
        for (index, issue) in issues.iter().enumerate().filter(|(_, issue)| !issue.pairs.is_empty()) {
            let mut on_issue = clauses.iter().enumerate().filter(|(_, clause)| clause.issue.index() == index);
            let (clause, second) = (on_issue.next(), on_issue.next());
            if let (Some((first, _)), Some((second, _))) = (clause, second) {
                let message = format!("\"{}\" has two clauses on \"{}\"", draft.id.text, issue.id);
                let fault = Diagnostic::error("WCW024", message, written(second), None);
                let fault = fault.saying("the second one").and(written(first), "the first one");
                self.fault(Cause::Own, fault);
            }
            let pair = clause.and_then(|(_, clause)| {
                let wanted = Pair { position: clause.position, timing: clause.timing };
                issue.pairs.iter().position(|pair| *pair == wanted)
            });
            match pair.and_then(|p| u16::try_from(p).ok()) {
                Some(pair) => deal.push(pair),
                None if !named => deal.push(0),
                None => {
                    let message = format!(
                        "\"{}\" has no clause on \"{}\" with an allowed pair of position and timing",
                        draft.id.text, issue.id
                    );
                    let fault = Diagnostic::error("WCW025", message, draft.id.place, None);
                    let place = clause.and_then(|(index, _)| written(index));
                    let allowed = self.draft.scenario.issues.get(index).and_then(|i| i.id.place);
                    let fault = fault.and(place, "this pair is not allowed");
                    self.fault(Cause::Own, fault.and(allowed, "the issue, with what it allows"));
                    deal.push(0);
                }
            }
        }
        NamedDeal { id: draft.id.text.clone(), name: draft.name.clone(), deal, source: draft.source.resolve(self) }
    }

    fn issue_of(&mut self, draft: &IssueDraft) -> Issue {
        let positions: Vec<Position> = draft.positions.resolve(self);
        let mut pairs = Vec::new();
        for (id, position) in PositionId::all(positions.len()).zip(&positions) {
            if position.timings.is_empty() {
                pairs.push(Pair { position: id, timing: None });
            }
            pairs.extend(position.timings.iter().map(|timing| Pair { position: id, timing: Some(*timing) }));
        }
        Issue { id: draft.id.resolve(self), name: draft.name.clone(), plain: draft.plain.clone(), positions, pairs }
    }
}
