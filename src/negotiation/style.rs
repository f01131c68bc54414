//! Applies a style to the author's choice of answer. A harder counterpart gives less when it isn't ready to give more;
//! a more forthcoming one can reach a stance that gives more. A style only chooses among the author's stances. It never
//! uses words whose preconditions don't hold, and it doesn't change what they do.

use crate::scenario::acts::Yielding;
use crate::scenario::draft::Manner;
use crate::scenario::resolved::{Condition, Scenario, Style};
use crate::scenario::terms::Figure;
use crate::scenario::{StanceId, UtteranceId};

use super::choice::{Case, Choice};
use super::disposition::Disposition;
use super::event::Taken;
use super::setup::Setup;

/// The most that a harder counterpart with this readiness yields.
pub fn allowed(style: &Style, readiness: u8) -> Yielding {
    let from = |figure: Figure| readiness >= style.figure(figure);
    if from(Figure::Yes) {
        Yielding::Yes
    } else if from(Figure::Later) {
        Yielding::Later
    } else if from(Figure::TurnsRound) {
        Yielding::Talk
    } else {
        Yielding::Nothing
    }
}

/// How many points a bar may fall short of a condition, under a style. The slack of a more forthcoming counterpart
/// grows with its readiness; that of a harder one shrinks.
pub fn slack(style: &Style, readiness: u8) -> u8 {
    let readiness = u16::from(readiness.min(100));
    let share = match style.manner {
        Manner::AsWritten => 0,
        Manner::Harder => 100 - readiness,
        Manner::Forthcoming => readiness,
    };
    let slack = u16::from(style.figure(Figure::Slack)) * share / 100;
    u8::try_from(slack).unwrap_or(u8::MAX)
}

/// The style of a game; `None` if it leaves the answers as written.
pub(super) fn changing<'s>(scenario: &'s Scenario, setup: &Setup) -> Option<&'s Style> {
    let style = scenario.seat(setup.seat).style(setup.style)?;
    (style.manner != Manner::AsWritten).then_some(style)
}

/// Adapts the author's choice to a style.
pub(super) fn restyle(case: &Case<'_>, style: &Style, written: Choice) -> Choice {
    let Choice::Say(_, id) = written else {
        return written;
    };
    let readiness = Disposition::of(&case.position, style, case.point).readiness;
    let yields = case.position.scenario.utterance(id).act.profile().yields;
    let slack = slack(style, readiness);
    let other = match style.manner {
        Manner::AsWritten => None,
        Manner::Harder => less(case, yields, allowed(style, readiness), slack),
        Manner::Forthcoming => more(case, yields, slack),
    };
    other.unwrap_or(written)
}

/// Picks an answer that yields less, or `None` to leave the author's choice. Considers the stances that hold within the
/// slack and yield less than the author's choice. Takes the first that yields no more than `allowed`, preferring one
/// that holds without slack; if there is none, takes the one that yields least.
fn less(case: &Case<'_>, written: Yielding, allowed: Yielding, slack: u8) -> Option<Choice> {
    if written <= allowed {
        return None;
    }
    let reached = case.stances().filter_map(|(number, stance)| {
        let yields = stance.act.profile().yields;
        if yields >= written || !all_hold_within(case, &stance.when, i16::from(slack)) {
            return None;
        }
        let id = case.words(stance.act)?;
        let excess = Some(yields).filter(|yields| *yields > allowed);
        Some(((excess, !all_hold_within(case, &stance.when, 0)), (number, id)))
    });
    let (_, (stance, id)) = reached.min_by_key(|(order, _)| *order)?;
    Some(say(case, stance, id))
}

/// Picks an answer that yields more, or `None` to leave the author's choice. Goes through the stances that hold within
/// the slack, up to the first that holds with that much to spare, and takes the one that yields most.
fn more(case: &Case<'_>, written: Yielding, slack: u8) -> Option<Choice> {
    let slack = i16::from(slack);
    let mut best: Option<(Yielding, Choice)> = None;
    for (number, stance) in case.stances() {
        if !all_hold_within(case, &stance.when, slack) {
            continue;
        }
        let Some(id) = case.words(stance.act) else {
            continue;
        };
        let yields = stance.act.profile().yields;
        let most = best.as_ref().map_or(written, |(most, _)| *most);
        if yields > most {
            best = Some((yields, say(case, number, id)));
        }
        if all_hold_within(case, &stance.when, -slack) {
            break;
        }
    }
    best.map(|(_, choice)| choice)
}

fn say(case: &Case<'_>, stance: StanceId, id: UtteranceId) -> Choice {
    Choice::Say(Taken { point: case.index, stance: Some(stance) }, id)
}

fn all_hold_within(case: &Case<'_>, when: &[Condition], slack: i16) -> bool {
    when.iter().all(|condition| holds_within(case, condition, slack))
}

/// Whether a condition holds if each bar may fall short by `slack` points. A negative slack demands that many points to
/// spare. Conditions on anything but bars are unaffected.
fn holds_within(case: &Case<'_>, condition: &Condition, slack: i16) -> bool {
    let state = case.position.state;
    match condition {
        Condition::All(list) => all_hold_within(case, list, slack),
        Condition::Any(list) => list.iter().any(|c| holds_within(case, c, slack)),
        Condition::Not(inner) => !holds_within(case, inner, -slack),
        Condition::AtLeast(bar, height) => i16::from(state.bar(*bar)) + slack >= i16::from(*height),
        Condition::Below(bar, height) => i16::from(state.bar(*bar)) - slack < i16::from(*height),
        other => case.position.holds(other, Some(case.point)),
    }
}
