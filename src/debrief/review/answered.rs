//! Explains why a point was answered as it was, and which later answers it decided, from the conditions of the stances
//! and the facts at the time.

use crate::negotiation::event::{Event, PointIndex};
use crate::scenario::MarkId;
use crate::scenario::resolved::Condition;

use super::evidence::{Answer, Evidence, answer};
use super::facts::Facts;
use super::reasons::{Reason, harsh, yields};

impl Evidence<'_> {
    /// Index of the event at which the counterpart decided on an answer, that is, when it reached the topic.
    fn decided_at(&self, answer: &Answer<'_>) -> usize {
        let scenario = self.session.scenario();
        let topic = scenario.utterance(answer.utterance).topic;
        let mut first = answer.event;
        for index in (0..answer.event).rev() {
            match self.events.get(index) {
                Some(Event::Spoken { utterance, .. }) => {
                    if scenario.utterance(*utterance).topic != topic {
                        break;
                    }
                    first = index;
                }
                Some(Event::Topic(t)) if *t == topic => first = index,
                Some(Event::Topic(_) | Event::Floor { .. } | Event::Moved { .. }) | None => break,
                Some(_) => {}
            }
        }
        first
    }

    /// The deciding stance's conditions that were necessary for it to hold.
    fn decisive<'s>(&self, answer: &Answer<'s>) -> Vec<&'s Condition> {
        let Some((_, stance)) = answer.stance else {
            return Vec::new();
        };
        let facts = Facts::at(self.session, self.events, self.decided_at(answer), self.point);
        let mut found = Vec::new();
        for condition in &stance.when {
            decisive(&facts, condition, &mut found);
        }
        found
    }

    /// Adds the reasons for the answer: what was on the table, and how warm the room was.
    pub(super) fn answered(&self, reasons: &mut Vec<Reason>) {
        let Some(answer) = &self.answer else { return };
        let facts = Facts::at(self.session, self.events, self.decided_at(answer), self.point);
        for condition in self.decisive(answer) {
            match condition {
                Condition::Marked(mark) => {
                    let Some(set_by) = self.set_by(&facts, *mark) else {
                        continue;
                    };
                    let mark = *mark;
                    if yields(answer.act) {
                        reasons.push(Reason::OnMark { mark, set_by });
                    } else if harsh(answer.act) {
                        reasons.push(Reason::UnderMark { mark, set_by });
                    }
                }
                Condition::Below(bar, needed) if !yields(answer.act) => {
                    if let Some(stood) = facts.bar(*bar).filter(|stood| stood < needed) {
                        reasons.push(Reason::CoolRoom { bar: *bar, stood, needed: *needed });
                    }
                }
                _ => {}
            }
        }
        reasons.extend(self.missed(answer, &facts));
    }

    /// A milder stance that was tried first and failed only because one bar was too low.
    fn missed(&self, answer: &Answer<'_>, facts: &Facts<'_>) -> Option<Reason> {
        let scenario = self.session.scenario();
        // In other styles, a bar that falls short does not rule a stance out.
        if !self.session.setup().style.is_first() {
            return None;
        }
        let (decided, _) = answer.stance.filter(|_| !yields(answer.act))?;
        let tried = scenario.stances_of.get(self.made.mv.index())?;
        tried
            .iter()
            .take_while(|place| **place != decided)
            .map(|place| scenario.stance(*place))
            .filter(|stance| yields(stance.act))
            .find_map(|stance| {
                let mut missed = None;
                for condition in &stance.when {
                    match (facts.holds(condition), condition) {
                        (Some(true), _) => {}
                        (Some(false), Condition::AtLeast(bar, needed)) if missed.is_none() => {
                            missed = Some((*bar, facts.bar(*bar)?, *needed));
                        }
                        _ => return None,
                    }
                }
                missed.map(|(bar, stood, needed)| Reason::CoolRoom { bar, stood, needed })
            })
    }

    /// The earlier point of the same seat that set a mark.
    fn set_by(&self, facts: &Facts<'_>, mark: MarkId) -> Option<PointIndex> {
        let event = facts.set_by(mark)?;
        let by = self.point_of_effect(event)?;
        (by != self.point).then_some(by)
    }

    /// The point whose move caused an effect; `None` if the counterpart's words did.
    fn point_of_effect(&self, event: usize) -> Option<PointIndex> {
        let earlier = self.events.get(..event)?;
        let brought = earlier.iter().rev().find(|e| matches!(e, Event::Moved { .. } | Event::Spoken { .. }));
        match brought {
            Some(Event::Moved { point, .. }) => Some(*point),
            _ => None,
        }
    }

    /// Adds the later answers that this move decided.
    pub(super) fn consequences(&self, reasons: &mut Vec<Reason>) {
        let (mut softer, mut harder) = (Vec::new(), Vec::new());
        let points = u16::try_from(self.session.state().points.len()).unwrap_or(u16::MAX);
        for later in self.point + 1..points {
            let Some(answer) = answer(self.session, self.events, later) else {
                continue;
            };
            if !(yields(answer.act) || harsh(answer.act)) {
                continue;
            }
            let evidence = Evidence {
                point: later,
                made: match self.session.state().points.get(usize::from(later)) {
                    Some(made) => made,
                    None => break,
                },
                answer: None,
                ..*self
            };
            let facts = Facts::at(self.session, self.events, evidence.decided_at(&answer), later);
            let because_of_this = evidence.decisive(&answer).iter().any(|condition| match condition {
                Condition::Marked(mark) => evidence.set_by(&facts, *mark) == Some(self.point),
                Condition::Made(mv, _) => *mv == self.made.mv && evidence.made.mv != *mv,
                _ => false,
            });
            if because_of_this && yields(answer.act) {
                softer.push(later);
            } else if because_of_this {
                harder.push(later);
            }
        }
        if !harder.is_empty() && harder.len() >= softer.len() {
            reasons.push(Reason::MadeHarder(harder));
        } else if !softer.is_empty() && softer.len() > harder.len() {
            reasons.push(Reason::MadeSofter(softer));
        }
    }
}

/// Collects the basic conditions that were necessary for a condition to hold.
fn decisive<'c>(facts: &Facts<'_>, condition: &'c Condition, found: &mut Vec<&'c Condition>) {
    match condition {
        Condition::All(list) => list.iter().for_each(|c| decisive(facts, c, found)),
        Condition::Any(list) => {
            let held: Vec<&Condition> = list.iter().filter(|c| facts.holds(c) != Some(false)).collect();
            if let [only] = held.as_slice() {
                decisive(facts, only, found);
            }
        }
        Condition::Not(_) => {}
        leaf => found.push(leaf),
    }
}
