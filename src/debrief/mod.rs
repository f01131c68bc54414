//! The findings of a game with their evidence. This module produces data, no prose.

pub mod adviser;
mod appraisal;
mod claims;
mod flips;
pub mod review;
mod weights;

use crate::negotiation::Opposite;
use crate::negotiation::event::{CommitmentIndex, Ended, Event, PointIndex, closing};
use crate::negotiation::journal::{AdviceStep, Game};
use crate::negotiation::report::Judgement;
use crate::negotiation::state::Status;
use crate::scenario::acts::Family;
use crate::scenario::resolved::{MoveWords, Words};
use crate::scenario::terms::{CommitmentKind, Prediction};
use crate::scenario::{EntryId, IssueId, MoveId, PartyId, PersonId, SeatId, UtteranceId};

pub use appraisal::{Appraisal, Point, PointKind, Tested, WeighedClaim};
pub use claims::{Claim, Deals, Scales, Sureness, Weighed, Which};
pub use flips::{Flip, flips};
pub use weights::{Moved, WeightError, Weights, Worth};

/// Counts of the kinds of words heard and of answers to points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shares {
    /// Words of the record given in their recorded place.
    pub record: usize,
    pub elsewhere: usize,
    pub inference: usize,
    pub answered: usize,
    /// Points for which an earlier answer stands.
    pub let_stand: usize,
    /// Points deliberately left unanswered, or still open at the end.
    pub unanswered: usize,
}

/// A move of the player, and how it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointFinding {
    pub point: PointIndex,
    pub mv: MoveId,
    pub status: Status,
    pub answer: Option<UtteranceId>,
    /// The prediction, and whether it was right; `None` if the move was never answered.
    pub prediction: Option<(Prediction, Option<bool>)>,
}

/// A statement of the player, and how each of its moves was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnFinding {
    pub statement: u32,
    pub speaker: PersonId,
    pub points: Vec<PointFinding>,
}

/// A concession, and what the other side put on the table in the same turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bought {
    pub mv: MoveId,
    pub statement: u32,
    pub brought: Vec<CommitmentIndex>,
}

/// The moves and issues that count towards each principle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Principles {
    pub linked: Vec<MoveId>,
    pub unlinked: Vec<MoveId>,
    pub preconditions: Vec<MoveId>,
    pub questions: Vec<MoveId>,
    pub concessions: Vec<Bought>,
    /// Issues in the order the player first raised them.
    pub order: Vec<IssueId>,
}

/// Everything a debrief needs to know about a game, for one seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    pub seat: SeatId,
    /// Whether what is private to the other side may be shown. If not, nothing in the findings depends on it.
    pub both_sides: bool,
    /// How the talk ended; `None` while it continues.
    pub ended: Option<Ended>,
    pub shares: Shares,
    pub predictions: (usize, usize),
    pub turns: Vec<TurnFinding>,
    pub principles: Principles,
    /// Number of the other side's record entries that were heard, and the total.
    pub heard: (usize, usize),
    pub judgement: Option<Judgement>,
    /// The report compared with all deals; `None` if there are too many to search.
    pub appraisal: Option<Appraisal>,
    /// Number of statements the adviser was asked about, and number of times it named a move.
    pub advised: (usize, usize),
    /// The review of every move, once worked out.
    pub review: Option<review::Review>,
}

/// The findings for the player's seat, or the first of two.
pub fn findings(game: &Game) -> Findings {
    findings_of(game, game.session.setup().seat)
}

/// The findings for a seat that a person played, under the author's weights.
pub fn findings_of(game: &Game, seat: SeatId) -> Findings {
    let tested = Tested::of(game, seat).ok();
    let authored = Weights::authored(game.session.scenario());
    findings_under(game, seat, tested.as_ref(), &authored)
}

/// The findings for a seat that a person played, under the given weights. The caller passes in what does not depend on
/// the weights, so the sliders stay responsive.
pub fn findings_under(game: &Game, seat: SeatId, tested: Option<&Tested>, weights: &Weights) -> Findings {
    let scenario = game.session.scenario();
    let both_sides = game.shows_both_sides();
    let turns = turns(game, seat);
    let predictions: Vec<Option<bool>> = turns
        .iter()
        .flat_map(|turn| &turn.points)
        .filter_map(|point| point.prediction.map(|(_, right)| right))
        .collect();
    let right = predictions.iter().filter(|right| **right == Some(true)).count();
    Findings {
        seat,
        both_sides,
        ended: game.events.iter().find_map(|event| match event {
            Event::Ended(ended) => Some(*ended),
            _ => None,
        }),
        shares: shares(game, seat),
        predictions: (predictions.len(), right),
        principles: principles(game, seat),
        heard: heard(game, seat),
        judgement: game.session.judgement_of(seat).filter(|_| both_sides),
        appraisal: tested.filter(|_| both_sides).and_then(|tested| tested.under(scenario, weights).ok()),
        turns,
        advised: advised(game),
        review: None,
    }
}

fn advised(game: &Game) -> (usize, usize) {
    let advice = &game.journal.advice;
    let of_step = |step| advice.iter().filter(|a| a.step == step).count();
    // Advice on a statement always starts with a question.
    (of_step(AdviceStep::Question), of_step(AdviceStep::Suggestion))
}

fn shares(game: &Game, seat: SeatId) -> Shares {
    let scenario = game.session.scenario();
    let mut shares = Shares::default();
    let count = |text: &str| text.split_whitespace().count();
    let spoken = |entries: &[EntryId]| -> usize {
        let quotes = entries.iter().flat_map(|entry| &scenario.entry(*entry).quotes);
        quotes.map(|quote| count(&quote.words)).sum()
    };
    for event in &game.events {
        match event {
            Event::Spoken { utterance, .. } => match &scenario.utterance(*utterance).words {
                Words::Record(entries) => shares.record += spoken(entries),
                Words::Elsewhere { entry, .. } => {
                    shares.elsewhere += spoken(std::slice::from_ref(entry));
                }
                Words::Inference { text, .. } => shares.inference += count(text),
                Words::Silence(_) => {}
            },
            // In a two-player game, the other seat's moves are what this seat heard.
            Event::Moved { mv, own_words, .. } if scenario.mv(*mv).seat != seat => {
                let mv = scenario.mv(*mv);
                match &mv.words {
                    MoveWords::Record(entries) if *own_words => shares.record += spoken(entries),
                    _ => shares.inference += count(&mv.indirect),
                }
            }
            _ => {}
        }
    }
    let points = game.session.state().points.iter();
    for point in points.filter(|point| scenario.mv(point.mv).seat == seat) {
        match point.status {
            Status::Answered(_) => shares.answered += 1,
            Status::LetStand(_) => shares.let_stand += 1,
            Status::Silent(_) | Status::Never | Status::Open => shares.unanswered += 1,
        }
    }
    shares
}

fn turns(game: &Game, seat: SeatId) -> Vec<TurnFinding> {
    let mut turns: Vec<TurnFinding> = Vec::new();
    // The other player may read this debrief too, so predictions are left out until the end.
    let shows_predictions = game.is_over() || game.session.setup().opposite == Opposite::Model;
    let scored = |index: PointIndex| {
        game.events.iter().find_map(|event| match event {
            Event::Scored { point, right, .. } if *point == index => Some(*right),
            _ => None,
        })
    };
    let answer = |index: PointIndex| match closing(&game.events, index) {
        Some((_, Event::Spoken { utterance, .. })) => Some(*utterance),
        _ => None,
    };
    for (index, point) in game.session.state().points.iter().enumerate() {
        let Ok(index) = PointIndex::try_from(index) else {
            break;
        };
        if game.session.scenario().mv(point.mv).seat != seat {
            continue;
        }
        if turns.last().is_none_or(|turn| turn.statement != point.statement) {
            turns.push(TurnFinding { statement: point.statement, speaker: point.speaker, points: Vec::new() });
        }
        if let Some(turn) = turns.last_mut() {
            turn.points.push(PointFinding {
                point: index,
                mv: point.mv,
                status: point.status,
                answer: answer(index),
                prediction: point.predicted.filter(|_| shows_predictions).map(|predicted| (predicted, scored(index))),
            });
        }
    }
    turns
}

fn principles(game: &Game, seat: SeatId) -> Principles {
    let scenario = game.session.scenario();
    let state = game.session.state();
    let own = scenario.seat(seat).party;
    let mut principles = Principles::default();
    for point in &state.points {
        let mv = scenario.mv(point.mv);
        if mv.seat != seat {
            continue;
        }
        match mv.act.profile().family {
            Family::Linking => principles.linked.push(point.mv),
            Family::Separating => principles.unlinked.push(point.mv),
            Family::Conditioning => principles.preconditions.push(point.mv),
            Family::Exploring => principles.questions.push(point.mv),
            Family::Giving if mv.act.concedes() => principles.concessions.push(Bought {
                mv: point.mv,
                statement: point.statement,
                brought: brought(game, own, point.statement),
            }),
            _ => {}
        }
        if !principles.order.contains(&mv.issue) && !scenario.issue(mv.issue).positions.is_empty() {
            principles.order.push(mv.issue);
        }
    }
    principles
}

/// What the other side put on the table after a statement, refusals excepted.
fn brought(game: &Game, own: PartyId, statement: u32) -> Vec<CommitmentIndex> {
    let commitments = game.session.state().commitments.iter().enumerate();
    commitments
        .filter(|(_, c)| c.by != own && c.turn == statement && c.kind != CommitmentKind::Refusal)
        .filter_map(|(index, _)| CommitmentIndex::try_from(index).ok())
        .collect()
}

fn heard(game: &Game, seat: SeatId) -> (usize, usize) {
    let scenario = game.session.scenario();
    let seat = scenario.seat(seat);
    let theirs = scenario.seat(seat.opposite).party;
    let entries = scenario.entry_ids().filter(|e| scenario.person(scenario.entry(*e).speaker).party == Some(theirs));
    let all: Vec<EntryId> = entries.collect();
    let heard = all.iter().filter(|entry| game.session.state().said(**entry).is_some()).count();
    (heard, all.len())
}
