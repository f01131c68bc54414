//! The worth of every move of a finished game: what it changed, what would have been better, and why.
//!
//! As chess programs review games: before and after each move the talk is played on to its end many times, by the same draws,
//! and what the play-outs come to is compared. What a review says, it says of the model and not of history.

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
use crate::negotiation::{Awaiting, Command, Session, Statement};
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

/// How much is played out. The cost of a review is about `moves * (playouts * 2 + screened * finalists) + statements *
/// moves on offer * screened` play-outs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Play-outs for each position that is judged.
    pub playouts: u32,
    /// Play-outs with which other moves are screened.
    pub screened: u32,
    /// How many other moves are looked at again, for each move that was made.
    pub finalists: usize,
}

impl Budget {
    /// A budget with so many play-outs for each position; at least two, so that there is a spread.
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

/// Play-outs for each position, where nobody asks for another number.
pub const PLAYOUTS: u32 = 48;

/// A move of the seat, reviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveReview {
    pub point: PointIndex,
    pub mv: MoveId,
    pub statement: u32,
    /// What it changed; `None` where it could not have been said by itself, and the next move of the statement takes its change.
    pub change: Option<Change>,
    /// What could have been said in its place, where that is better by more than the spread.
    pub better: Option<Better>,
    /// Why, the weightiest first. All are facts of this game.
    pub reasons: Vec<Reason>,
}

impl MoveReview {
    /// Its class; `None` where it could not be judged by itself.
    pub fn class(&self) -> Option<Class> {
        self.change.as_ref().map(Class::of)
    }
}

/// A finished game, reviewed for a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub seat: SeatId,
    pub budget: Budget,
    pub moves: Vec<MoveReview>,
    /// From before the first word of the seat to the end of the talk: the sum of all changes where no other seat spoke between.
    pub whole: Change,
    /// The report; `None` where none was sent.
    pub report: Option<ReportReview>,
}

impl Review {
    /// The review of a point.
    pub fn of(&self, point: PointIndex) -> Option<&MoveReview> {
        self.moves.iter().find(|review| review.point == point)
    }
}

/// One statement of the seat, with the positions that are judged.
pub(in crate::debrief) struct Turn {
    /// Where its events begin among those of the game.
    start: usize,
    pub(in crate::debrief) before: Session,
    statement: Statement,
    /// After its first move, after its first two, and so on; `None` where so much could not have been said.
    after: Vec<Option<Session>>,
    /// The seat spoke last before it too: what the statement before has left is where this one begins.
    follows: bool,
}

/// All that the events of a game say for and against a point, the weightiest first; a review shows those that belong to the class
/// of the move.
pub fn reasons_of(game: &Game, point: PointIndex) -> Vec<Reason> {
    evidence::of_point(&game.session, &game.events, point)
}

/// Reviews a finished game for a seat that a person had. `watch` gets how many pieces of work of how many are done, and
/// answers whether to continue. `None` where the game is not over, or `watch` wanted no more.
pub fn review(
    game: &Game,
    seat: SeatId,
    budget: Budget,
    spawner: &dyn Spawner,
    watch: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Option<Review> {
    if !matches!(game.session.awaiting(), Awaiting::Over(_)) {
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

/// The statements of a seat, and the report with the position in which it was sent.
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
        // The game was played by these very steps.
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
    /// The positions that have to be judged for it.
    fn judged(&self) -> impl Iterator<Item = &Session> {
        let before = (!self.follows).then_some(&self.before);
        before.into_iter().chain(self.after.iter().flatten())
    }

    fn first_point(&self) -> usize {
        self.before.state().points.len()
    }
}

/// A statement with what its positions are worth.
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
