//! Reviews every move of a finished game: what it changed, what would have been better, and why.
//!
//! The method is that of chess programs. Before and after each move the talk is played to the end many times with the
//! same random draws, and the outcomes are compared. A review describes the model, not history.

mod answered;
mod better;
mod classes;
mod evidence;
mod facts;
mod outcome;
mod package;
mod playouts;
mod reasons;
mod report;

use crate::negotiation::event::PointIndex;
use crate::negotiation::journal::Game;
use crate::negotiation::{Command, Session, Statement};
use crate::ports::Spawner;
use crate::scenario::resolved::Deal;
use crate::scenario::{MoveId, SeatId};

pub use better::Better;
pub use classes::Class;
pub use outcome::{BAND, Change, Outcome};
pub use reasons::{Reason, Tone};
pub use report::ReportReview;

pub(super) use better::{Candidate, candidates, outcomes_after};
pub(super) use outcome::Scale;
pub(super) use playouts::{From, each};

use playouts::{Outcomes, outcomes};

/// How many play-outs a review may use. It takes about `moves * (playouts * 2 + screened * finalists) + statements *
/// moves on offer * screened` of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Play-outs for each position judged.
    pub playouts: u32,
    /// Play-outs for screening each alternative move.
    pub screened: u32,
    /// Number of alternatives examined more closely for each move made.
    pub finalists: usize,
}

impl Budget {
    /// A budget with this many play-outs for each position, at least two so that there is a spread.
    pub const fn of(playouts: u32) -> Self {
        let playouts = if playouts < 2 { 2 } else { playouts };
        Self { playouts, screened: playouts.div_ceil(8), finalists: 3 }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::of(PLAYOUTS)
    }
}

/// Default number of play-outs for each position.
pub const PLAYOUTS: u32 = 48;

/// The review of one move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveReview {
    pub point: PointIndex,
    pub mv: MoveId,
    pub statement: u32,
    /// What the move changed; `None` if it could not have been a statement without the moves after it. The next move
    /// then includes its change.
    pub change: Option<Change>,
    /// A better move, if one gains more than its spread.
    pub better: Option<Better>,
    /// The reasons, strongest first. All are facts of this game.
    pub reasons: Vec<Reason>,
}

impl MoveReview {
    /// The move's class; `None` if it could not be judged on its own.
    pub fn class(&self) -> Option<Class> {
        self.change.as_ref().map(Class::of)
    }
}

/// The review of a finished game for one seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub seat: SeatId,
    pub budget: Budget,
    pub moves: Vec<MoveReview>,
    /// The change from just before the seat's first statement to just after its last. It is the sum of all the moves'
    /// changes if no other seat spoke in between.
    pub whole: Change,
    /// The review of the report; `None` if none was sent.
    pub report: Option<ReportReview>,
}

impl Review {
    /// The review of the move that made this point; `None` if the seat did not make it.
    pub fn of(&self, point: PointIndex) -> Option<&MoveReview> {
        self.moves.iter().find(|review| review.point == point)
    }
}

/// One statement of the seat, with the positions to judge.
pub(in crate::debrief) struct Turn {
    /// Index of its first event in the game.
    start: usize,
    pub(in crate::debrief) before: Session,
    statement: Statement,
    /// The talk after its first move, its first two, and so on; `None` where those moves would be refused as a
    /// statement.
    after: Vec<Option<Session>>,
    /// The same seat also made the previous statement, so this one starts from the position it left.
    follows: bool,
}

/// All reasons for and against a point, weightiest first. A review shows only those that fit the move's class.
pub fn reasons_of(game: &Game, point: PointIndex) -> Vec<Reason> {
    evidence::of_point(&game.session, &game.events, point)
}

/// Reviews a finished game for a seat that a person played. `watch` is called with the work done and the total, and
/// returns whether to continue. Returns `None` if the game is not over or `watch` stopped the review.
pub fn review(
    game: &Game,
    seat: SeatId,
    budget: Budget,
    spawner: &dyn Spawner,
    watch: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Option<Review> {
    if !game.is_over() {
        return None;
    }
    let (turns, sent) = turns(game, seat);
    let from = From { seat, seed: game.session.setup().seed, scale: Scale::Whole };
    let positions: Vec<&Session> = turns.iter().flat_map(Turn::judged).collect();
    let all = positions.len() + turns.len();
    let worths =
        each(&positions, spawner, &|done| watch(done, all), |session| outcomes(session, &from, budget.playouts))?;
    let mut worths = worths.into_iter();
    let mut last = Outcomes::new();
    let judged: Vec<Judged<'_>> = turns
        .iter()
        .map(|turn| {
            let before = if turn.follows { last.clone() } else { worths.next().unwrap_or_default() };
            let after: Vec<Option<Outcomes>> =
                turn.after.iter().map(|session| session.as_ref().and_then(|_| worths.next())).collect();
            last = after.last().cloned().flatten().unwrap_or_default();
            Judged { turn, before, after }
        })
        .collect();
    let whole = match (judged.first(), judged.last().and_then(|j| j.after.last())) {
        (Some(first), Some(Some(last))) => Change::between(&first.before, last),
        _ => Change::default(),
    };
    let moves = each(&judged, spawner, &|done| watch(positions.len() + done, all), |judged| {
        judged.reviews(game, &from, budget)
    })?;
    Some(Review {
        seat,
        budget,
        moves: moves.into_iter().flatten().collect(),
        whole,
        report: sent.map(|(session, deal)| report::review(&session, &deal)),
    })
}

/// The statements of a seat, and its report with the position it was sent from.
fn turns(game: &Game, seat: SeatId) -> (Vec<Turn>, Option<(Session, Deal)>) {
    let scenario = game.session.scenario();
    let (mut session, _) = Session::new(scenario.clone(), game.session.setup().clone());
    let mut turns: Vec<Turn> = Vec::new();
    let mut sent = None;
    let mut spoke_last = false;
    let mut events = Vec::new();
    for (index, step) in game.journal.steps.iter().enumerate() {
        let Ok(command) = step.command(scenario) else {
            break;
        };
        let ours = session.seat() == seat;
        match &command {
            Command::Statement(statement) if ours => turns.push(Turn {
                start: game.starts.get(index + 1).copied().unwrap_or_default(),
                after: prefixes(&session, statement),
                before: session.clone(),
                statement: statement.clone(),
                follows: spoke_last,
            }),
            Command::Report(deal) if ours => sent = Some((session.clone(), deal.clone())),
            _ => {}
        }
        spoke_last = ours;
        events.clear();
        // The game has already accepted these steps.
        if session.apply(&command, &mut events).is_err() {
            break;
        }
    }
    (turns, sent)
}

/// The talk after the first move of a statement, after the first two, and so on.
fn prefixes(session: &Session, statement: &Statement) -> Vec<Option<Session>> {
    let mut events = Vec::new();
    (1..=statement.moves.len())
        .map(|count| {
            let mut said = statement.clone();
            said.moves.truncate(count);
            events.clear();
            let mut session = session.clone();
            let taken = session.apply(&Command::Statement(said), &mut events);
            taken.is_ok().then_some(session)
        })
        .collect()
}

impl Turn {
    /// The positions of this statement that need judging.
    fn judged(&self) -> impl Iterator<Item = &Session> {
        let before = (!self.follows).then_some(&self.before);
        before.into_iter().chain(self.after.iter().flatten())
    }

    fn first_point(&self) -> usize {
        self.before.state().points.len()
    }
}

/// A statement and the outcomes of its positions.
struct Judged<'a> {
    turn: &'a Turn,
    before: Outcomes,
    after: Vec<Option<Outcomes>>,
}

impl Judged<'_> {
    fn reviews(&self, game: &Game, from: &From, budget: Budget) -> Vec<MoveReview> {
        let better = better::search(self.turn, &self.after, from, budget, game);
        let mut last = &self.before;
        let moves = self.turn.statement.moves.iter().zip(&self.after);
        moves
            .zip(better)
            .enumerate()
            .map(|(index, (((mv, _), after), better))| {
                let change = after.as_ref().map(|after| {
                    let change = Change::between(last, after);
                    last = after;
                    change
                });
                let point = PointIndex::try_from(self.turn.first_point() + index);
                let point = point.unwrap_or(PointIndex::MAX);
                let reasons = reasons_of(game, point);
                MoveReview {
                    point,
                    mv: *mv,
                    statement: self.turn.before.state().statements + 1,
                    reasons: reasons::of_class(reasons, change.as_ref().map(Class::of)),
                    change,
                    better,
                }
            })
            .collect()
    }
}
