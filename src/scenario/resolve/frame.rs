//! The frame: the scenario as a whole, its issues, seats, room, lengths of game and named deals.

use super::talk::{replies_of, utterances_of};
use super::values::earns;
use super::*;

/// The frame, one function a part.
impl Resolver<'_> {
    pub(super) fn scenario(&mut self) -> Option<Scenario> {
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
            name_orders: frame.places.orders.clone(),
            place_names: frame.places.names.clone(),
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

    pub(super) fn issues(&mut self) -> Vec<Issue> {
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

    pub(super) fn seat_of(&mut self, draft: &SeatDraft) -> Seat {
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

    pub(super) fn room(&mut self) -> Option<[Start; 6]> {
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

    pub(super) fn lengths(
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

    pub(super) fn named_deals(&mut self, issues: &[Issue]) -> Vec<NamedDeal> {
        let drafts = &self.draft.scenario.deals;
        drafts
            .iter()
            .map(|draft| self.named_deal(draft, issues))
            .collect()
    }

    pub(super) fn named_deal(&mut self, draft: &NamedDealDraft, issues: &[Issue]) -> NamedDeal {
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
