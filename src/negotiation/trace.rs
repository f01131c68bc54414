//! Records how each point was last decided on, while a game is replayed for an explanation.

use crate::scenario::acts::Yielding;
use crate::scenario::draft::Manner;
use crate::scenario::resolved::{Condition, Style};
use crate::scenario::{StanceId, UtteranceId};

use super::choice::{Case, Choice};
use super::disposition::Disposition;
use super::event::PointIndex;
use super::style;

/// The outcome of trying a stance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A condition did not hold; the index is that of the first.
    Fails(usize),
    /// The conditions held, but every reply was already used or did not fit.
    NoWords,
    /// The conditions held, but the style skipped it.
    PassedOver,
    Decides,
    /// The stance decided, although the conditions with these indices fell short by no more than the style's slack.
    Reached(Vec<usize>),
}

/// A stance that was tried, and the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    pub stance: StanceId,
    pub outcome: Outcome,
}

/// The intended answer to a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Give this utterance, as the stance demands.
    Say(Option<StanceId>, UtteranceId),
    LetStand,
}

/// How a point was decided on, as of the last decision before it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub point: PointIndex,
    /// Number of the last statement before the decision.
    pub statement: u32,
    /// Heights of the bars at that moment, as the player sees them.
    pub bars: [u8; 6],
    /// The stances tried, in order, up to the last one that made a difference.
    pub tried: Vec<Tried>,
    /// The answer under the author's stances alone.
    pub written: Meant,
    /// The answer after applying the game's style.
    pub meant: Meant,
    pub disposition: Disposition,
    /// The most that a harder style allowed; `None` for other styles.
    pub allowed: Option<Yielding>,
    /// How many points a bar could fall short of a condition.
    pub slack: u8,
}

/// The last decision on each point.
#[derive(Debug, Default)]
pub(super) struct Trace {
    accounts: Vec<Option<Account>>,
}

impl Trace {
    /// Records the decision on a point: first by the author's stances, then in the game's style.
    pub(super) fn note(&mut self, case: &Case<'_>, written: Choice, choice: Choice) {
        let place = usize::from(case.index);
        if self.accounts.len() <= place {
            self.accounts.resize_with(place + 1, || None);
        }
        if let Some(slot) = self.accounts.get_mut(place) {
            *slot = account(case, meant(written), meant(choice));
        }
    }

    /// The accounts of the first `points` points.
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

/// The stances of a point in order, up to the last that made a difference, each with its outcome.
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

/// Indices of the conditions that do not hold.
fn failing(case: &Case<'_>, when: &[Condition]) -> Vec<usize> {
    let conditions = when.iter().enumerate();
    conditions.filter(|(_, c)| !case.position.holds(c, Some(case.point))).map(|(place, _)| place).collect()
}
