//! What is noted while a game is replayed to explain it: for each point how it was last decided on.

use crate::scenario::acts::Yielding;
use crate::scenario::draft::Manner;
use crate::scenario::resolved::{Condition, Style};
use crate::scenario::{StanceId, UtteranceId};

use super::choice::{Case, Choice};
use super::disposition::Disposition;
use super::event::PointIndex;
use super::style;

/// What came of a stance that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A condition did not hold: the first of its list, by its place.
    Fails(usize),
    /// It held, and every word for it had been used up or presumed what was not so.
    NoWords,
    /// It held, and the style passed it over.
    PassedOver,
    Decides,
    /// It decided although these conditions, by their place, missed by a bar that the style lets pass.
    Reached(Vec<usize>),
}

/// A stance that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    pub stance: StanceId,
    pub outcome: Outcome,
}

/// What is meant to be done with a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Say this, as this stance wants it.
    Say(Option<StanceId>, UtteranceId),
    LetStand,
}

/// How a point was decided on, at the last moment before it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
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
    pub disposition: Disposition,
    /// The most that a harder style allowed him to yield.
    pub allowed: Option<Yielding>,
    /// By how many points a bar could miss a condition.
    pub slack: u8,
}

/// For each point how it was last decided on.
#[derive(Debug, Default)]
pub(super) struct Trace {
    accounts: Vec<Option<Account>>,
}

impl Trace {
    /// Notes how a point is decided on now: by the author's stances, and then in the style of the game.
    pub(super) fn note(&mut self, case: &Case<'_>, written: Choice, choice: Choice) {
        let place = usize::from(case.index);
        if self.accounts.len() <= place {
            self.accounts.resize_with(place + 1, || None);
        }
        if let Some(slot) = self.accounts.get_mut(place) {
            *slot = account(case, meant(written), meant(choice));
        }
    }

    /// The accounts of so many points.
    pub(super) fn into_accounts(self, points: usize) -> Vec<Option<Account>> {
        let mut accounts = self.accounts;
        accounts.resize_with(points, || None);
        accounts
    }
}

fn account(case: &Case<'_>, written: Meant, meant: Meant) -> Option<Account> {
    let position = &case.position;
    let style = position.own_seat().style(position.setup.style)?;
    let disposition = Disposition::of(position, style, case.point);
    let readiness = disposition.readiness;
    let bars = &position.state.bars;
    Some(Account {
        point: case.index,
        statement: position.state.statements,
        bars: std::array::from_fn(|bar| bars.get(bar).copied().unwrap_or(0)),
        tried: tried(case, style, written, meant),
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
fn tried(case: &Case<'_>, style: &Style, written: Meant, meant: Meant) -> Vec<Tried> {
    let stance_of = |meant| match meant {
        Meant::Say(stance, _) => stance,
        Meant::LetStand => None,
    };
    let (written, decides) = (stance_of(written), stance_of(meant));
    let stances: Vec<_> = case.stances().collect();
    let matters = |number: &StanceId| Some(*number) == written || Some(*number) == decides;
    let end = stances.iter().rposition(|(number, _)| matters(number)).map_or(stances.len(), |last| last + 1);
    let skips = style.manner != Manner::AsWritten && written != decides;
    stances
        .into_iter()
        .take(end)
        .map(|(number, stance)| {
            let fails = failing(case, &stance.when);
            let outcome = match (fails.first(), Some(number) == decides) {
                (None, true) => Outcome::Decides,
                (Some(_), true) => Outcome::Reached(fails),
                (Some(first), false) => Outcome::Fails(*first),
                (None, false) if skips && case.words(stance.act).is_some() => Outcome::PassedOver,
                (None, false) => Outcome::NoWords,
            };
            Tried { stance: number, outcome }
        })
        .collect()
}

/// Conditions that do not hold, by their place.
fn failing(case: &Case<'_>, when: &[Condition]) -> Vec<usize> {
    let conditions = when.iter().enumerate();
    conditions.filter(|(_, c)| !case.position.holds(c, Some(case.point))).map(|(place, _)| place).collect()
}
