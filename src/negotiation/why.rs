//! Explains the counterpart's answers: the stances tried, the conditions that failed, and its disposition.
//!
//! None of this is recorded during play. It is worked out on demand, by replaying the game with a trace.

use std::sync::Arc;

use crate::scenario::resolved::Occasion;
use crate::scenario::{EntryId, MoveId, UtteranceId};

use super::event::{Event, PointIndex, closing};
use super::journal::Game;
use super::session::Session;
use super::trace::Trace;

pub use super::trace::{Account, Meant, Outcome, Tried};

/// How a point was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    Answered(UtteranceId),
    /// The counterpart took it up on its own initiative.
    TakenUp(UtteranceId),
    LetStand(Option<EntryId>),
    /// In a two-player game: this move answered it.
    ByPerson(MoveId),
    Never,
    Open,
}

/// Why a point was answered as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    pub point: PointIndex,
    pub closed: Closed,
    /// How the point was decided on; `None` if the model made no decision.
    pub account: Option<Account>,
}

/// Explains every point of a game, in order.
pub fn explain_all(game: &Game) -> Vec<Explanation> {
    let mut trace = Trace::default();
    let (mut session, _) = Session::new(Arc::clone(game.session.scenario()), game.session.setup().clone());
    let mut out = Vec::new();
    for step in &game.journal.steps {
        let command = step.command(session.scenario());
        let taken = command.map(|command| session.apply_traced(&command, &mut out, Some(&mut trace)));
        if !matches!(taken, Ok(Ok(()))) {
            break;
        }
    }
    let accounts = trace.into_accounts(game.session.state().points.len());
    let points = accounts.into_iter().enumerate();
    points
        .filter_map(|(point, account)| {
            let point = PointIndex::try_from(point).ok()?;
            let closed = closed(game, point);
            let decided = matches!(closed, Closed::Answered(_) | Closed::LetStand(_));
            Some(Explanation { point, closed, account: account.filter(|_| decided) })
        })
        .collect()
}

/// Explains one point of a game; `None` if there is no such point.
pub fn explain(game: &Game, point: PointIndex) -> Option<Explanation> {
    explain_all(game).into_iter().nth(usize::from(point))
}

/// How a point was closed, according to the events.
fn closed(game: &Game, index: PointIndex) -> Closed {
    match closing(&game.events, index).map(|(_, event)| event) {
        Some(Event::Spoken { utterance, .. }) => match game.session.scenario().utterance(*utterance).occasion {
            Occasion::Reply(_) => Closed::Answered(*utterance),
            Occasion::Initiative(_) => Closed::TakenUp(*utterance),
        },
        Some(Event::LetStand { entry, .. }) => Closed::LetStand(*entry),
        Some(Event::AnsweredBy { mv, .. }) => Closed::ByPerson(*mv),
        Some(_) => Closed::Never,
        None => Closed::Open,
    }
}
