//! Why the counterpart answered as it did: the stances that were tried, what failed of each, and how it was disposed.
//!
//! Nothing of this is kept while a game is played. It is worked out on demand, by playing the game again and looking on.

use std::sync::Arc;

use crate::scenario::draft::Manner;
use crate::scenario::resolved::{Condition, Occasion, Scenario, Style};
use crate::scenario::{EntryId, MoveId, UtteranceId};

use super::choice::{self, Choice};
use super::disposition::Disposition;
use super::event::{Event, PointIndex};
use super::journal::Game;
use super::session::{Session, Setup};
use super::state::{Point, State};
use super::style::{self, Yielding};

/// What came of a stance that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A condition did not hold: the first of its list, by its place.
    Fails(usize),
    /// It held, and every word for it had been used up or presumed what was not so.
    NoWords,
    /// It held, and the style passed it over.
    PassedOver,
    /// It decided.
    Decides,
    /// It decided although these conditions, by their place, missed by a bar that the style lets pass.
    Reached(Vec<usize>),
}

/// A stance that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The stance, by its place in the scenario.
    pub stance: u16,
    /// What came of it.
    pub outcome: Outcome,
}

/// What is meant to be done with a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Say this, as this stance wants it.
    Say(Option<u16>, UtteranceId),
    /// Let an earlier answer stand.
    LetStand,
}

/// How a point was decided on, at the last moment before it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The point.
    pub point: PointIndex,
    /// After which statement.
    pub statement: u32,
    /// The bars of the room at that moment, as the player sees them.
    pub bars: [u8; 6],
    /// Stances in the order in which they were tried, to the last that mattered.
    pub tried: Vec<Tried>,
    /// What the author's stances alone come to.
    pub written: Meant,
    /// What it came to in the style of the game.
    pub meant: Meant,
    /// How he was disposed.
    pub disposition: Disposition,
    /// The most that a harder style allowed him to yield.
    pub allowed: Option<Yielding>,
    /// By how many points a bar could miss a condition.
    pub slack: u8,
}

/// What became of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// This was said to it.
    Answered(UtteranceId),
    /// Something that he said of his own accord took it up.
    TakenUp(UtteranceId),
    /// An earlier answer stands.
    LetStand(Option<EntryId>),
    /// Where two people play: this move answered it.
    ByPerson(MoveId),
    /// The talk ended first.
    Never,
    /// Nothing yet.
    Open,
}

/// Why a point was answered as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The point.
    pub point: PointIndex,
    /// What became of it.
    pub closed: Closed,
    /// How that was decided on; `None` where nobody decided.
    pub account: Option<Account>,
}

/// Why each point of a game was answered as it was, by their numbers.
pub fn explain_all(game: &Game) -> Vec<Explanation> {
    let mut trace = Trace::default();
    let (mut session, _) = Session::new(Arc::clone(game.session.scenario()), game.session.setup().clone());
    let mut out = Vec::new();
    for step in &game.journal.steps {
        let command = step.command(session.scenario());
        let taken = command.map(|command| session.apply_watched(&command, &mut out, &mut trace));
        if !matches!(taken, Ok(Ok(()))) {
            break;
        }
    }
    let mut accounts = trace.accounts;
    accounts.resize_with(game.session.state().points.len(), || None);
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

/// Why a point of a game was answered as it was; `None` when there is no such point.
pub fn explain(game: &Game, point: PointIndex) -> Option<Explanation> {
    explain_all(game).into_iter().nth(usize::from(point))
}

/// What became of a point, as the events tell it.
fn closed(game: &Game, index: PointIndex) -> Closed {
    let scenario = game.session.scenario();
    let told = game.events.iter().find_map(|event| match event {
        Event::Spoken { utterance, answers } if answers.iter().any(|t| t.point == index) => {
            Some(match scenario.utterance(*utterance).occasion {
                Occasion::Reply(_) => Closed::Answered(*utterance),
                Occasion::Initiative(_) => Closed::TakenUp(*utterance),
            })
        }
        Event::LetStand { taken, entry } if taken.point == index => Some(Closed::LetStand(*entry)),
        Event::AnsweredBy { point, mv } if *point == index => Some(Closed::ByPerson(*mv)),
        Event::NeverAnswered(point) if *point == index => Some(Closed::Never),
        _ => None,
    });
    told.unwrap_or(Closed::Open)
}

/// What is noted down while a game is played again: for each point how it was last decided on.
#[derive(Debug, Default)]
pub(super) struct Trace {
    accounts: Vec<Option<Account>>,
}

impl Trace {
    /// Notes how a point is decided on in this state.
    pub(super) fn note(&mut self, scenario: &Scenario, state: &State, setup: &Setup, choice: &Choice) {
        let (Choice::Say(taken, _) | Choice::LetStand(taken, _)) = choice;
        let place = usize::from(taken.point);
        let Some(point) = state.points.get(place) else {
            return;
        };
        let account = account(scenario, state, setup, (taken.point, point), *choice);
        if self.accounts.len() <= place {
            self.accounts.resize_with(place + 1, || None);
        }
        if let Some(slot) = self.accounts.get_mut(place) {
            *slot = account;
        }
    }
}

fn account(
    scenario: &Scenario,
    state: &State,
    setup: &Setup,
    (index, point): (PointIndex, &Point),
    choice: Choice,
) -> Option<Account> {
    let style = scenario.seat(setup.seat).styles.get(setup.style)?;
    let written = meant(choice::choose(scenario, state, index, point)?);
    let meant = meant(choice);
    let disposition = Disposition::of(scenario, state, setup, style, point);
    let readiness = disposition.readiness;
    Some(Account {
        point: index,
        statement: state.statements,
        bars: std::array::from_fn(|bar| state.bars.get(bar).copied().unwrap_or(0)),
        tried: tried(scenario, state, style, point, (written, meant)),
        written,
        meant,
        disposition,
        allowed: (style.manner == Manner::Harder).then(|| style::allowed(style, readiness)),
        slack: style::slack(style, readiness),
    })
}

const fn meant(choice: Choice) -> Meant {
    match choice {
        Choice::Say(taken, id) => Meant::Say(taken.stance, id),
        Choice::LetStand(..) => Meant::LetStand,
    }
}

/// The stances of a point in order, to the last that mattered, each with what came of it.
fn tried(
    scenario: &Scenario,
    state: &State,
    style: &Style,
    point: &Point,
    (written, meant): (Meant, Meant),
) -> Vec<Tried> {
    let stance_of = |meant| match meant {
        Meant::Say(stance, _) => stance,
        Meant::LetStand => None,
    };
    let (written, decides) = (stance_of(written), stance_of(meant));
    let stances: Vec<_> = choice::stances(scenario, point).collect();
    let matters = |number: &u16| Some(*number) == written || Some(*number) == decides;
    let end = stances.iter().rposition(|(number, _)| matters(number)).map_or(stances.len(), |last| last + 1);
    let passes = style.manner != Manner::AsWritten && written != decides;
    stances
        .into_iter()
        .take(end)
        .map(|(number, stance)| {
            let fails = failing(scenario, state, &stance.when, point);
            let outcome = match (fails.first(), Some(number) == decides) {
                (None, true) => Outcome::Decides,
                (Some(_), true) => Outcome::Reached(fails),
                (Some(first), false) => Outcome::Fails(*first),
                (None, false) => {
                    let words = choice::words(scenario, state, point, stance.act);
                    match words.filter(|_| passes) {
                        Some(_) => Outcome::PassedOver,
                        None => Outcome::NoWords,
                    }
                }
            };
            Tried { stance: number, outcome }
        })
        .collect()
}

/// Conditions that do not hold, by their place.
fn failing(scenario: &Scenario, state: &State, when: &[Condition], point: &Point) -> Vec<usize> {
    let holds = |condition: &Condition| state.holds(scenario, condition, Some(point));
    let conditions = when.iter().enumerate();
    conditions.filter(|(_, condition)| !holds(condition)).map(|(place, _)| place).collect()
}
