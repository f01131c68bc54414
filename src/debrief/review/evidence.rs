//! Collects what the events of a game say for and against one point.

use crate::negotiation::Session;
use crate::negotiation::event::{self, CommitmentIndex, Event, PointIndex};
use crate::negotiation::state::Point;
use crate::scenario::acts::Family;
use crate::scenario::resolved::{Move, Stance};
use crate::scenario::terms::{Act, Bar, CommitmentKind};
use crate::scenario::{PartyId, StanceId, UtteranceId};

use super::facts::Facts;
use super::package;
use super::reasons::{Reason, Tone, harsh, yields};

/// All reasons for and against a point in the events, weightiest first. `session` is the talk after these events, or
/// later.
pub(super) fn of_point(session: &Session, events: &[Event], point: PointIndex) -> Vec<Reason> {
    let moved = events.iter().position(|event| matches!(event, Event::Moved { point: p, .. } if *p == point));
    let made = session.state().points.get(usize::from(point));
    let (Some(moved), Some(made)) = (moved, made) else {
        return Vec::new();
    };
    let evidence = Evidence {
        session,
        events,
        moved,
        point,
        made,
        mv: session.scenario().mv(made.mv),
        answer: answer(session, events, point),
    };
    evidence.reasons()
}

/// How a point was answered.
pub(super) struct Answer<'a> {
    pub(super) event: usize,
    pub(super) utterance: UtteranceId,
    pub(super) act: Act,
    /// The deciding stance and its id.
    pub(super) stance: Option<(StanceId, &'a Stance)>,
}

pub(super) fn answer<'a>(session: &'a Session, events: &[Event], point: PointIndex) -> Option<Answer<'a>> {
    let scenario = session.scenario();
    let (event, Event::Spoken { utterance, answers }) = event::closing(events, point)? else {
        return None;
    };
    let taken = answers.iter().find(|taken| taken.point == point)?;
    let stance = taken.stance.map(|place| (place, scenario.stance(place)));
    Some(Answer { event, utterance: *utterance, act: scenario.utterance(*utterance).act, stance })
}

/// The effects that directly follow an event.
fn effects(events: &[Event], event: usize) -> &[Event] {
    let rest = events.get(event + 1..).unwrap_or_default();
    let count = rest
        .iter()
        .take_while(|event| {
            matches!(
                event,
                Event::Bar { .. }
                    | Event::Marked { .. }
                    | Event::Committed { .. }
                    | Event::Withdrawn { .. }
                    | Event::Strengthened { .. }
                    | Event::Scored { .. }
            )
        })
        .count();
    rest.get(..count).unwrap_or_default()
}

/// A point of a game and the events around it.
pub(super) struct Evidence<'a> {
    pub(super) session: &'a Session,
    pub(super) events: &'a [Event],
    /// Index of the event that made the point.
    pub(super) moved: usize,
    pub(super) point: PointIndex,
    pub(super) made: &'a Point,
    pub(super) mv: &'a Move,
    pub(super) answer: Option<Answer<'a>>,
}

impl Evidence<'_> {
    fn own(&self) -> PartyId {
        self.session.scenario().seat(self.mv.seat).party
    }

    fn reasons(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        self.conduct(&mut reasons);
        self.commitments(&mut reasons);
        let before = self.before();
        reasons.extend(self.already_refused());
        reasons.extend(package::broken(&before, self.session, self.mv));
        reasons.extend(self.facing());
        self.answered(&mut reasons);
        self.consequences(&mut reasons);
        reasons.extend(self.gave_for_nothing(&reasons));
        reasons.extend(self.asked_first());
        self.bars(&mut reasons);
        reasons.extend(self.plain_answer());
        let against = reasons.iter().any(|reason| reason.tone() == Tone::Against);
        reasons.extend(self.took_statement().filter(|_| !against));
        reasons
    }

    /// Notes that a statement was used up. Only the first move of a statement counts for this.
    fn took_statement(&self) -> Option<Reason> {
        let before = self.moved.checked_sub(1)?;
        let limit = self.session.state().limit;
        match self.events.get(before) {
            Some(Event::Floor { statement, .. }) => Some(Reason::TookStatement((limit + 1).saturating_sub(*statement))),
            _ => None,
        }
    }

    /// The facts just before the move.
    fn before(&self) -> Facts<'_> {
        Facts::at(self.session, self.events, self.moved, self.point)
    }

    /// Adds reasons from the kind of move: conditions, singling out, leaving.
    fn conduct(&self, reasons: &mut Vec<Reason>) {
        match self.mv.act.profile().family {
            Family::Conditioning => {
                let mark = effects(self.events, self.moved).iter().find_map(|e| match e {
                    Event::Marked { mark, set: true, .. } => Some(*mark),
                    _ => None,
                });
                reasons.push(Reason::SetCondition(mark));
            }
            Family::Separating if self.answer.as_ref().is_some_and(|a| yields(a.act)) => {
                reasons.push(Reason::Unlinked);
            }
            Family::Leaving => {
                let state = self.session.state();
                let open = self.events.iter().skip(self.moved);
                let open = open.filter(|event| matches!(event, Event::NeverAnswered(_)));
                reasons.push(Reason::Left {
                    statements: state.limit.saturating_sub(self.made.statement),
                    open: u32::try_from(open.count()).unwrap_or(u32::MAX),
                });
            }
            _ => {}
        }
    }

    /// Adds the commitments that the move and its answer made, strengthened or withdrew.
    fn commitments(&self, reasons: &mut Vec<Reason>) {
        let made_of = |number: CommitmentIndex| {
            let commitments = &self.session.state().commitments;
            commitments.get(usize::from(number))
        };
        let answered = self.answer.as_ref().map(|answer| answer.event);
        for event in [Some(self.moved), answered].into_iter().flatten() {
            for effect in effects(self.events, event) {
                let (Event::Committed { commitment, .. }
                | Event::Withdrawn { commitment, .. }
                | Event::Strengthened { commitment, .. }) = effect
                else {
                    continue;
                };
                let Some(commitment) = made_of(*commitment) else {
                    continue;
                };
                let made_by = commitment.made_by;
                let theirs = commitment.by != self.own();
                match effect {
                    Event::Committed { .. }
                        if theirs
                            && !matches!(commitment.kind, CommitmentKind::Refusal | CommitmentKind::Precondition) =>
                    {
                        reasons.push(Reason::Earned(made_by));
                    }
                    Event::Withdrawn { .. } if !theirs => reasons.push(Reason::WentBack(made_by)),
                    Event::Withdrawn { .. } => {
                        let asked = self.mv.asks.map(|asks| asks.issue);
                        let of_the_hint = commitment.kind == CommitmentKind::Hint
                            && asked == Some(commitment.clause.issue)
                            && matches!(self.mv.act.profile().family, Family::Asking | Family::Conditioning);
                        reasons.push(if of_the_hint {
                            Reason::HintIntoLaw(made_by)
                        } else {
                            Reason::TookBack(made_by)
                        });
                    }
                    Event::Strengthened { to, .. } if theirs => {
                        reasons.push(Reason::RaisedHint { hint: made_by, to: *to });
                    }
                    _ => {}
                }
            }
        }
    }

    /// An earlier refusal of the same thing that nothing has softened since.
    fn already_refused(&self) -> Option<Reason> {
        if !self.mv.act.profile().proposes {
            return None;
        }
        let scenario = self.session.scenario();
        let earlier = self.events.get(..self.moved).unwrap_or_default();
        let last = earlier.iter().rev().find_map(|event| {
            let Event::Spoken { utterance, answers } = event else {
                return None;
            };
            let to = answers.iter().find_map(|taken| {
                let point = self.session.state().points.get(usize::from(taken.point))?;
                self.same_thing(scenario.mv(point.mv), point).then_some(())
            });
            to.map(|()| (scenario.utterance(*utterance).act, event))
        });
        let (act, refusal) = last?;
        if act.profile().family != Family::Refusing {
            return None;
        }
        let at = earlier.iter().position(|event| std::ptr::eq(event, refusal))?;
        let floor = |events: &[Event]| {
            events.iter().rev().find_map(|event| match event {
                Event::Floor { statement, .. } => Some(*statement),
                _ => None,
            })
        };
        let statement = floor(earlier.get(..at)?).unwrap_or(0);
        Some(Reason::AlreadyRefused { statement, just: statement + 1 == self.made.statement })
    }

    /// Whether another move asked for the same thing: it is the same move, or asks for the same position on the same
    /// issue.
    fn same_thing(&self, other: &Move, point: &Point) -> bool {
        let position = |mv: &Move| mv.asks.map(|asks| (asks.issue, asks.position));
        other.seat == self.mv.seat
            && (point.mv == self.made.mv || position(other).is_some() && position(other) == position(self.mv))
    }

    /// Whether the move dealt with the question waiting when the statement was made.
    fn facing(&self) -> Option<Reason> {
        let earlier = self.events.get(..self.moved)?;
        let floor = earlier.iter().rposition(|event| matches!(event, Event::Floor { .. }))?;
        // A waiting question was put in the turn before this statement.
        let turn = earlier.get(..floor)?;
        let turn_from = turn.iter().rposition(|event| matches!(event, Event::Floor { .. })).unwrap_or(0);
        let waiting = turn.get(turn_from..)?.iter().rev().find_map(|e| match e {
            Event::MustFace(utterance) => Some(*utterance),
            _ => None,
        })?;
        let faces = &self.session.scenario().utterance(waiting).faces;
        if self.mv.act.ends_talk() {
            return Some(Reason::PassedOver(waiting));
        }
        if !faces.contains(&self.made.mv) {
            return None;
        }
        // Saying no to the question counts as skipping it.
        let answered = self.answer.as_ref().map(|answer| answer.act);
        Some(if self.mv.act.profile().family == Family::Refusing {
            Reason::PassedOver(waiting)
        } else if answered.is_some_and(harsh) {
            return None;
        } else {
            Reason::Faced(waiting)
        })
    }

    /// A concession that no one had asked for and that brought nothing in return.
    fn gave_for_nothing(&self, reasons: &[Reason]) -> Option<Reason> {
        if !self.mv.act.concedes() {
            return None;
        }
        let brought = reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Earned(_) | Reason::RaisedHint { .. } | Reason::MadeSofter(_)));
        let raised = self.answer.as_ref().is_some_and(|answer| {
            let effects = effects(self.events, answer.event).iter();
            effects.into_iter().any(|effect| matches!(effect, Event::Bar { from, to, .. } if to > from))
        });
        (!brought && !raised && !self.asked_for()).then_some(Reason::GaveForNothing)
    }

    /// Whether the other side had asked for something on this issue or set a condition on it.
    fn asked_for(&self) -> bool {
        let scenario = self.session.scenario();
        let earlier = self.events.get(..self.moved).unwrap_or_default();
        earlier.iter().any(|event| {
            let Event::Spoken { utterance, answers } = event else {
                return false;
            };
            let spoken = scenario.utterance(*utterance);
            let asks = spoken.act.profile().wants;
            let of_words = spoken.words.entries().iter();
            let mut issues = of_words.map(|entry| scenario.entry(*entry).issue);
            let points = &self.session.state().points;
            let mut of_points = answers
                .iter()
                .filter_map(|taken| points.get(usize::from(taken.point)))
                .map(|point| scenario.mv(point.mv).issue);
            asks && (issues.any(|issue| issue == self.mv.issue) || of_points.any(|issue| issue == self.mv.issue))
        })
    }

    /// A question that was answered before this side had given anything.
    fn asked_first(&self) -> Option<Reason> {
        let scenario = self.session.scenario();
        let asks = matches!(self.mv.act.profile().family, Family::Exploring | Family::Asking);
        let points = self.session.state().points.iter();
        let gave = points.take(usize::from(self.point)).any(|point| {
            let mv = scenario.mv(point.mv);
            mv.seat == self.mv.seat && mv.act.is_giving()
        });
        let got = self.answer.as_ref().is_some_and(|a| yields(a.act));
        (asks && got && !gave).then_some(Reason::AskedFirst)
    }

    /// Adds the largest rise and the largest fall of a bar caused by the move and its answer.
    fn bars(&self, reasons: &mut Vec<Reason>) {
        let answered = self.answer.as_ref().map(|answer| answer.event);
        let mut moved: Vec<(Bar, i16, event::Reason)> = Vec::new();
        for event in [Some(self.moved), answered].into_iter().flatten() {
            for effect in effects(self.events, event) {
                if let Event::Bar {
                    bar,
                    from,
                    to,
                    reason,
                } = effect
                    // The price of going back on a commitment is shown with the commitment.
                    && !matches!(reason, event::Reason::GoingBack(_))
                {
                    moved.push((*bar, i16::from(*to) - i16::from(*from), *reason));
                }
            }
        }
        let largest = |sign: i16| {
            let of_sign = moved.iter().filter(|(_, by, _)| by.signum() == sign);
            // `max_by_key` takes the last of equals, so reverse to get the first.
            of_sign.rev().max_by_key(|(_, by, _)| by.abs())
        };
        for (bar, by, effect) in [largest(-1), largest(1)].into_iter().flatten() {
            reasons.push(Reason::Moved { bar: *bar, by: *by, effect: *effect });
        }
    }

    /// The plain result of the move, whatever it was.
    fn plain_answer(&self) -> Option<Reason> {
        if let Some(answer) = &self.answer {
            if answer.act == Act::Silence {
                return Some(Reason::Unanswered);
            }
            let (stance, _) = answer.stance?;
            return Some(Reason::Answered { act: answer.act, stance });
        }
        match event::closing(self.events, self.point)? {
            (_, Event::LetStand { .. }) => Some(Reason::NothingNew),
            (_, Event::NeverAnswered(_)) => Some(Reason::Unanswered),
            _ => None,
        }
    }
}
