//! Searches for better moves, only among those on offer at the time, each made by someone who could make it.

use crate::negotiation::journal::Game;
use crate::negotiation::seat_view::SeatView;
use crate::negotiation::{Command, Event, Session, Statement};
use crate::scenario::{MoveId, PersonId};

use super::classes::{Class, NAMED, SMALL};
use super::evidence;
use super::outcome::Change;
use super::playouts::{From, Outcomes, outcomes};
use super::reasons::{self, Reason};
use super::{Budget, Turn};

/// A move that would have been better, with the reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Better {
    /// The alternative statement: the moves made before it, then this one last.
    pub statement: Statement,
    pub mv: MoveId,
    pub speaker: PersonId,
    pub gain: Change,
    pub reasons: Vec<Reason>,
}

/// A move on offer and the person who would make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::debrief) struct Candidate {
    pub(in crate::debrief) mv: MoveId,
    pub(in crate::debrief) speaker: PersonId,
    /// Sum of the ranks of its play-outs.
    pub(in crate::debrief) rank: i64,
}

impl Candidate {
    pub(in crate::debrief) fn statement(self) -> Statement {
        Statement::new(self.speaker, [self.mv])
    }
}

/// Moves on offer that can be a statement on their own, most promising first. Each is made by its recorded speaker if
/// possible, otherwise by the leader. Moves that end the talk are left out.
pub(in crate::debrief) fn candidates(session: &Session, from: &From, playouts: u32) -> Vec<Candidate> {
    let scenario = session.scenario();
    let leader = scenario.seat(from.seat).speakers.first().copied();
    let mut found: Vec<Candidate> = SeatView::of(session, from.seat)
        .offered()
        .filter(|offered| !scenario.mv(offered.mv).act.ends_talk())
        .filter_map(|offered| {
            let recorded = scenario.mv(offered.mv).recorded_speaker(scenario);
            let can = |person: &PersonId| offered.speakers.contains(person);
            let speaker = recorded.filter(can).or(leader.filter(can));
            let mut candidate =
                Candidate { mv: offered.mv, speaker: speaker.or_else(|| offered.speakers.first().copied())?, rank: 0 };
            let outcomes = outcomes_after(session, candidate.statement(), from, playouts)?;
            candidate.rank = outcomes.iter().map(|outcome| outcome.rank()).sum();
            Some(candidate)
        })
        .collect();
    found.sort_by_key(|candidate| (std::cmp::Reverse(candidate.rank), candidate.mv));
    found
}

/// The talk after a statement, with the new events; `None` if the statement is refused.
fn after(session: &Session, statement: Statement) -> Option<(Session, Vec<Event>)> {
    let mut session = session.clone();
    let mut events = Vec::new();
    let taken = session.apply(&Command::Statement(statement), &mut events);
    taken.is_ok().then_some((session, events))
}

/// The outcomes of the play-outs after a statement; `None` if it is refused.
pub(in crate::debrief) fn outcomes_after(
    session: &Session,
    statement: Statement,
    from: &From,
    playouts: u32,
) -> Option<Outcomes> {
    let (session, _) = after(session, statement)?;
    Some(outcomes(&session, from, playouts))
}

/// For each move of a statement, a better move if there is one.
pub(super) fn search(
    turn: &Turn,
    done: &[Option<Outcomes>],
    from: &From,
    budget: Budget,
    game: &Game,
) -> Vec<Option<Better>> {
    let mut promising = candidates(&turn.before, from, budget.screened);
    // Among moves of about the same rank, prefer those with more reasons.
    promising.sort_by_cached_key(|candidate| {
        let alike = alike(candidate.rank, budget.screened);
        let speaks = after(&turn.before, candidate.statement())
            .map_or(0, |(session, events)| immediate_reasons(turn, game, &session, events, 0).len());
        std::cmp::Reverse((alike, speaks))
    });
    done.iter()
        .enumerate()
        .map(|(index, done)| {
            let done = done.as_ref()?;
            let finalists = promising
                .iter()
                .filter_map(|candidate| instead(turn, index, *candidate))
                .take(budget.finalists)
                .filter_map(|(statement, mv)| {
                    let (session, events) = after(&turn.before, statement.clone())?;
                    let few = outcomes(&session, from, budget.screened);
                    let rank: i64 = few.iter().map(|outcome| outcome.rank()).sum();
                    Some((rank, statement, mv, session, events))
                });
            // `max_by_key` takes the last of equals, so reverse to get the more promising one.
            let finalists: Vec<_> = finalists.collect();
            let finalists = finalists.into_iter().rev();
            let best = finalists.max_by_key(|(rank, ..)| alike(*rank, budget.screened))?;
            let (_, statement, mv, session, events) = best;
            let gain = Change::between(done, &outcomes(&session, from, budget.playouts));
            let better = gain.beats_spread() && gain.points() >= NAMED;
            better.then(|| Better {
                reasons: immediate_reasons(turn, game, &session, events, index),
                speaker: statement.speaker,
                statement,
                mv,
                gain,
            })
        })
        .collect()
}

/// Rounds a sum of ranks, so that sums differing by less than a small change can compare as equal.
fn alike(rank: i64, playouts: u32) -> i64 {
    rank / (4 * i64::from(playouts.max(1)) * SMALL)
}

/// The statement up to a move, with that move replaced. Only the first move can change the speaker. `None` if the
/// result is refused or the candidate is already part of it.
fn instead(turn: &Turn, index: usize, candidate: Candidate) -> Option<(Statement, MoveId)> {
    let mut statement = turn.statement.clone();
    let said = statement.moves.iter().take(index + 1);
    if said.into_iter().any(|(mv, _)| *mv == candidate.mv) {
        return None;
    }
    statement.moves.truncate(index);
    statement.moves.push((candidate.mv, None));
    if index == 0 {
        statement.speaker = candidate.speaker;
    }
    let taken = turn.before.validate(&Command::Statement(statement.clone()));
    taken.is_ok().then_some((statement, candidate.mv))
}

/// The immediate effects of the better move, as reasons.
fn immediate_reasons(turn: &Turn, game: &Game, session: &Session, events: Vec<Event>, index: usize) -> Vec<Reason> {
    let before = game.events.get(..turn.start).unwrap_or_default();
    let events: Vec<_> = before.iter().cloned().chain(events).collect();
    let point = u16::try_from(turn.first_point() + index).unwrap_or(u16::MAX);
    let reasons = evidence::of_point(session, &events, point);
    reasons::of_class(reasons, Some(Class::WellPlaced))
}
