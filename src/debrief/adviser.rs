//! The adviser, which helps a seat choose its next statement. It starts with a question to think about and ends with a
//! move.
//!
//! It tries the moves on offer with play-outs, as a review does. It measures their endings only by what the seat can
//! know: the seat's own interests, its home and the room. The reasons it gives rest on what is openly on the table. It
//! reveals nothing of the other side's values, nor any answer before it is given.

use crate::negotiation::commitment::Commitment;
use crate::negotiation::event::Reason as Cause;
use crate::negotiation::{Opposite, Session};
use crate::ports::Spawner;
use crate::scenario::acts::Family;
use crate::scenario::resolved::{Effect, Move};
use crate::scenario::terms::{Bar, CommitmentKind, Strength};
use crate::scenario::{MoveId, PersonId, SeatId, UtteranceId};

use super::review::{Candidate, From, Scale, candidates, each, outcomes_after};

/// Play-outs for the first try of every move on offer.
const SCREENED: u32 = 3;
/// Number of the best moves tried again.
const FINALISTS: usize = 8;
/// Play-outs for each of those.
pub const PLAYOUTS: u32 = 16;
/// Moves count as equal if they differ by no more than two points of rank per play-out. Among equals, the adviser names
/// the move with the most reasons.
const MARGIN: i64 = 2 * 4 * PLAYOUTS as i64;

/// The adviser's full advice on the next statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub thought: Thought,
    pub mv: MoveId,
    pub speaker: PersonId,
    /// Reasons for the move, drawn from what is openly on the table.
    pub reasons: Vec<Reason>,
}

/// A question to think about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thought {
    Waiting(UtteranceId),
    HintStands,
    ConditionStands,
    /// What have they asked for that costs us little?
    CostsLittle,
    SmallThing,
    NotKnown,
    /// What can we ask for without a condition?
    Wish,
    Room,
    /// Can the same matter be put in a different light?
    Light,
}

impl Thought {
    /// Stable key for the message catalogues.
    pub const fn key(self) -> &'static str {
        match self {
            Thought::Waiting(_) => "waiting",
            Thought::HintStands => "hint-stands",
            Thought::ConditionStands => "condition-stands",
            Thought::CostsLittle => "costs-little",
            Thought::SmallThing => "small-thing",
            Thought::NotKnown => "not-known",
            Thought::Wish => "wish",
            Thought::Room => "room",
            Thought::Light => "light",
        }
    }
}

/// A reason for a move, drawn from what is openly on the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Faces(UtteranceId),
    /// The other side has committed itself on this issue; the effect that made the commitment.
    TheySaid(Cause),
    /// The move gives the other side part of its opening position.
    TheirWish,
    OnlyAsks,
    SinglesOut,
    /// A bar that the move itself raises; players see this before they make it.
    Raises {
        bar: Bar,
        by: i8,
    },
    NewIssue,
    /// The move is the speaker's own words from the record.
    OwnWords,
}

/// Works out the adviser's advice. `None` if no statement is due, no move is on offer, or two people are playing.
pub fn advise(session: &Session, spawner: &dyn Spawner) -> Option<Hint> {
    if session.setup().opposite == Opposite::Person {
        return None;
    }
    let seat = session.seat();
    let from = From { seat, seed: session.setup().seed, scale: Scale::OwnKnowledge };
    let mut promising = candidates(session, &from, SCREENED);
    promising.truncate(FINALISTS);
    let ranks = each(&promising, spawner, &|_| true, |candidate| {
        let after = outcomes_after(session, candidate.statement(), &from, PLAYOUTS);
        let ends = after.unwrap_or_default();
        ends.iter().map(|outcome| outcome.rank()).sum::<i64>()
    })?;
    let most = ranks.iter().copied().max()?;
    let alike =
        promising.iter().zip(&ranks).filter(|(_, rank)| most - **rank <= MARGIN).map(|(candidate, _)| candidate);
    let speaks = |c: &&Candidate| reasons(session, seat, c.mv, c.speaker).len();
    // `max_by_key` takes the last of equals, so reverse to get the more promising one.
    let best = alike.rev().max_by_key(speaks)?;
    Some(Hint {
        thought: thought(session, seat, best.mv),
        reasons: reasons(session, seat, best.mv, best.speaker),
        mv: best.mv,
        speaker: best.speaker,
    })
}

/// One side's standing commitments: the other side's if `theirs`, otherwise the seat's own.
fn standing(session: &Session, seat: SeatId, theirs: bool) -> impl Iterator<Item = &Commitment> {
    let own = session.scenario().seat(seat).party;
    let commitments = session.state().commitments.iter();
    commitments.filter(move |c| c.stands && (c.by != own) == theirs)
}

fn thought(session: &Session, seat: SeatId, id: MoveId) -> Thought {
    let mv = session.scenario().mv(id);
    if let Some(utterance) = session.state().facing {
        return Thought::Waiting(utterance);
    }
    let hint = standing(session, seat, true)
        .any(|c| c.kind == CommitmentKind::Hint && c.strength != Strength::Covered && c.clause.issue == mv.issue);
    if hint {
        return Thought::HintStands;
    }
    if standing(session, seat, false).any(|c| c.kind == CommitmentKind::Precondition) {
        return Thought::ConditionStands;
    }
    match mv.act.profile().family {
        Family::Giving => Thought::CostsLittle,
        Family::Separating => Thought::SmallThing,
        Family::Exploring => Thought::NotKnown,
        Family::Asking | Family::Linking | Family::Conditioning => Thought::Wish,
        Family::Courtesy => Thought::Room,
        Family::Threatening | Family::Refusing | Family::Deflecting | Family::Postponing | Family::Leaving => {
            Thought::Light
        }
    }
}

fn reasons(session: &Session, seat: SeatId, id: MoveId, speaker: PersonId) -> Vec<Reason> {
    let scenario = session.scenario();
    let mv = scenario.mv(id);
    let state = session.state();
    let mut reasons = Vec::new();
    let waiting = state.facing.filter(|u| scenario.utterance(*u).faces.contains(&id));
    reasons.extend(waiting.map(Reason::Faces));
    let said = standing(session, seat, true)
        .filter(|c| c.clause.issue == mv.issue && c.kind != CommitmentKind::Refusal)
        .last();
    reasons.extend(said.map(|commitment| Reason::TheySaid(commitment.made_by)));
    if gives_what_they_want(session, seat, mv) {
        reasons.push(Reason::TheirWish);
    }
    match mv.act.profile().family {
        Family::Exploring => reasons.push(Reason::OnlyAsks),
        Family::Separating => reasons.push(Reason::SinglesOut),
        _ => {}
    }
    let raises = mv.effects.iter().filter_map(|effect| match effect {
        Effect::Bar { bar, by, .. } if *by > 0 => Some(Reason::Raises { bar: *bar, by: *by }),
        _ => None,
    });
    reasons.extend(raises);
    let mut points = state.points.iter();
    let raised = points.any(|point| scenario.mv(point.mv).issue == mv.issue);
    if !raised && !scenario.issue(mv.issue).positions.is_empty() {
        reasons.push(Reason::NewIssue);
    }
    if mv.recorded_speaker(scenario) == Some(speaker) {
        reasons.push(Reason::OwnWords);
    }
    reasons
}

/// Whether a move offers or accepts part of the other side's opening position, which is public.
fn gives_what_they_want(session: &Session, seat: SeatId, mv: &Move) -> bool {
    let Some(asks) = mv.asks.filter(|_| mv.act.is_giving()) else {
        return false;
    };
    let opening = session.opening_of(seat);
    let issue = session.scenario().issue(asks.issue);
    let opened = opening.get(asks.issue.index());
    let pair = opened.and_then(|pair| issue.pairs.get(usize::from(*pair)));
    pair.is_some_and(|pair| pair.position == asks.position)
}
