//! What a style does with the author's choice of an answer: a harder counterpart gives less where he is not ready for more, a
//! more forthcoming one can reach a stance that gives more. Words always presume what is true, and what they do is written
//! by the author; a style only chooses among them.

use crate::scenario::acts::Yielding;
use crate::scenario::draft::Manner;
use crate::scenario::resolved::{Condition, Scenario, Style};
use crate::scenario::terms::Figure;
use crate::scenario::{StanceId, UtteranceId};

use super::choice::{Case, Choice};
use super::disposition::Disposition;
use super::event::Taken;
use super::setup::Setup;

/// The most that a harder counterpart of this readiness yields.
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

/// By how many points a bar of the room may miss a condition: for a more forthcoming counterpart the more the readier he is,
/// for a harder one the less ready he is.
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

/// The style of a game, where it changes answers.
pub(super) fn changing<'s>(scenario: &'s Scenario, setup: &Setup) -> Option<&'s Style> {
    let style = scenario.seat(setup.seat).style(setup.style)?;
    (style.manner != Manner::AsWritten).then_some(style)
}

/// What becomes of the author's choice in a style.
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

/// Of the stances that hold (when bars may miss by the slack) and yield less than what is written: the first that yields no
/// more than allowed, one that holds as it is before one that needs the slack; else the one that yields least. `None` leaves
/// the author's choice.
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

/// Of the stances that hold when bars may miss by the slack, up to the first that holds with as much to spare, the one that
/// yields most; `None` where none yields more than the author's choice.
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

/// Whether a condition holds when every bar it asks for may miss by so many points (or, below zero, has to hold with so many
/// to spare). Everything but the bars is as it is.
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
