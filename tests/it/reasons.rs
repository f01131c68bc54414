//! Every reason that a review can give, held against the game it speaks of by another way than it was found.

use crate::common::games::{before, blunder, recorded, setup};
use we_can_wait::debrief::review::{Reason, Tone, reasons_of};
use we_can_wait::negotiation::Opposite;
use we_can_wait::negotiation::Setup;
use we_can_wait::negotiation::event::{self, Event, PointIndex};
use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::state::Status;
use we_can_wait::negotiation::value;
use we_can_wait::negotiation::why::{Explanation, Meant, explain_all};
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::play;
use we_can_wait::scenario::StanceId;
use we_can_wait::scenario::acts::Yielding;
use we_can_wait::scenario::resolved::{Condition, DealCondition, Effect, Move};
use we_can_wait::scenario::terms::{Act, CommitmentKind, Timing};

/// The act that answered a point, told by the rules themselves.
fn answered(game: &Game, point: PointIndex) -> Option<Act> {
    game.events.iter().find_map(|event| match event {
        Event::Spoken { utterance, answers } if answers.iter().any(|t| t.point == point) => {
            Some(game.session.scenario().utterance(*utterance).act)
        }
        _ => None,
    })
}

fn mentions(conditions: &[Condition], wanted: &dyn Fn(&Condition) -> bool) -> bool {
    conditions.iter().any(|condition| match condition {
        Condition::All(list) | Condition::Any(list) => mentions(list, wanted),
        Condition::Not(_) => false,
        leaf => wanted(leaf),
    })
}

/// Holds a reason against the game, by another way than it was found: states before and after each statement, the final list
/// of commitments, and what the rules tell of why they decided.
fn is_true(game: &Game, why: &[Explanation], point: PointIndex, reason: &Reason) -> bool {
    let scenario = game.session.scenario();
    let state = game.session.state();
    let made = &state.points[usize::from(point)];
    let mv = scenario.mv(made.mv);
    let own = scenario.seat(mv.seat).party;
    let account = why[usize::from(point)].account.as_ref();
    let decided = account.and_then(|account| match account.meant {
        Meant::Say(stance, _) => stance,
        Meant::LetStand => None,
    });
    let stance = decided.map(|place| scenario.stance(place));
    let answer = answered(game, point);
    let harsh = |act: Act| act.profile().yields == Yielding::Nothing;
    let mild = |act: Act| act.profile().yields >= Yielding::Later;
    let sets = |mark| {
        let effects = mv.effects.iter();
        effects.clone().any(|e| matches!(e, Effect::Mark(m) if *m == mark))
    };
    let of_commitment =
        |by: &event::Reason| state.commitments.iter().filter(|c| c.made_by == *by).cloned().collect::<Vec<_>>();
    let shaped = |points: &[PointIndex], of: &dyn Fn(Act) -> bool| {
        !points.is_empty()
            && points.iter().all(|later| {
                let by = why[usize::from(*later)].account.as_ref().map(|a| a.meant);
                let Some(Meant::Say(Some(place), _)) = by else {
                    return false;
                };
                let stance = scenario.stance(place);
                let rests = mentions(&stance.when, &|leaf| match leaf {
                    Condition::Marked(mark) => sets(*mark),
                    Condition::Made(id, _) => *id == made.mv,
                    _ => false,
                });
                *later > point && rests && answered(game, *later).is_some_and(of)
            })
    };
    match reason {
        Reason::SetCondition(mark) => mv.act == Act::Precondition && mark.is_none_or(sets),
        Reason::HintIntoLaw(by) => of_commitment(by).iter().any(|c| {
            c.kind == CommitmentKind::Hint
                && c.by != own
                && !c.stands
                && mv.asks.is_some_and(|asks| asks.issue == c.clause.issue)
        }),
        Reason::TookBack(by) => of_commitment(by).iter().any(|c| c.by != own && !c.stands),
        Reason::WentBack(by) => of_commitment(by).iter().any(|c| c.by == own && !c.stands),
        Reason::Earned(by) => of_commitment(by).iter().any(|c| {
            c.by != own
                && !matches!(c.kind, CommitmentKind::Refusal | CommitmentKind::Precondition)
                && c.turn >= made.statement
        }),
        Reason::RaisedHint { hint, to } => {
            of_commitment(hint).iter().any(|c| c.kind == CommitmentKind::Hint && c.strength >= *to)
        }
        Reason::AlreadyRefused { statement, just } => {
            let asked = |id| scenario.mv(id).asks.map(|asks| (asks.issue, asks.position));
            let refused = state.points.iter().enumerate().any(|(earlier, p)| {
                let same = p.mv == made.mv || asked(p.mv).is_some() && asked(p.mv) == asked(made.mv);
                same && earlier < usize::from(point)
                    && p.status == Status::Answered(*statement)
                    && answered(game, earlier as u16) == Some(Act::Refusal)
            });
            refused && *statement < made.statement && *just == (statement + 1 == made.statement)
        }
        Reason::BrokeLinkage { party, linkage } => {
            let values = scenario.values.iter().find(|v| v.party == *party).unwrap();
            mv.asks.is_some()
                && usize::from(*linkage) < values.linkages.len()
                && breaks(game, made.statement, mv, &values.linkages[usize::from(*linkage)].keeps)
        }
        Reason::PassedOver(utterance) | Reason::Faced(utterance) => {
            before(game, made.statement).state().facing == Some(*utterance)
                && (mv.act == Act::Adjourn || scenario.utterance(*utterance).faces.contains(&made.mv))
        }
        Reason::MadeHarder(points) => shaped(points, &harsh),
        Reason::MadeSofter(points) => shaped(points, &mild),
        Reason::UnderMark { mark, set_by } | Reason::OnMark { mark, set_by } => {
            let setter = &state.points[usize::from(*set_by)];
            let by = scenario.mv(setter.mv).effects.iter();
            let brought = by.clone().any(|e| matches!(e, Effect::Mark(m) if m == mark));
            let tone = if matches!(reason, Reason::UnderMark { .. }) {
                answer.is_some_and(harsh)
            } else {
                answer.is_some_and(mild)
            };
            let rests =
                stance.is_some_and(|s| mentions(&s.when, &|leaf| matches!(leaf, Condition::Marked(m) if m == mark)));
            brought && rests && tone && set_by != &point
        }
        Reason::CoolRoom { bar, stood, needed } => {
            let account = account.expect("a stance decided");
            let below = |tried: StanceId| {
                mentions(&scenario.stance(tried).when, &|leaf| match leaf {
                    Condition::Below(b, h) | Condition::AtLeast(b, h) => b == bar && h == needed,
                    _ => false,
                })
            };
            account.bars[bar.index()] == *stood
                && stood < needed
                && account.tried.iter().any(|tried| below(tried.stance))
        }
        Reason::GaveForNothing => {
            matches!(mv.act, Act::Concession | Act::Accept)
                && !state.commitments.iter().any(|c| {
                    c.by != own
                        && c.turn == made.statement
                        && c.hearer == Some(made.speaker)
                        && c.kind != CommitmentKind::Refusal
                })
        }
        Reason::Left { statements, .. } => mv.act == Act::Adjourn && state.limit - state.statements == *statements,
        Reason::NothingNew => matches!(made.status, Status::LetStand(_)),
        Reason::Unanswered => matches!(made.status, Status::Silent(_) | Status::Never),
        Reason::TookStatement(left) => {
            before(game, made.statement).state().left() == *left
                && usize::from(point) == before(game, made.statement).state().points.len()
        }
        Reason::Moved { bar, by, effect } => match effect.effect(scenario) {
            // At either end of a bar less is moved than the effect says.
            Some(Effect::Bar { bar: b, by: full, .. }) => {
                b == bar && by.signum() == i16::from(*full).signum() && by.abs() <= i16::from(*full).abs()
            }
            _ => false,
        },
        Reason::Answered { act, stance } => answer == Some(*act) && decided == Some(*stance),
        Reason::Unlinked => mv.act == Act::Separation && answer.is_some_and(mild),
        Reason::AskedFirst => {
            let gave = state
                .points
                .iter()
                .take(usize::from(point))
                .any(|p| matches!(scenario.mv(p.mv).act, Act::Concession | Act::Accept | Act::Offer));
            !gave && answer.is_some_and(mild)
        }
    }
}

/// Whether a deal of what stood before a statement keeps a condition, and with what a move asks for it does not.
fn breaks(game: &Game, statement: u32, mv: &Move, keeps: &DealCondition) -> bool {
    let scenario = game.session.scenario();
    let own = scenario.seat(mv.seat).party;
    let asks = mv.asks.unwrap();
    let pairs = &scenario.issue(asks.issue).pairs;
    let opening = game.session.opening_of(mv.seat).to_vec();
    // Commitments made in the same statement, before this move, stand too: both are tried.
    [false, true].iter().any(|same_statement| {
        let mut stood = opening.clone();
        for c in &game.session.state().commitments {
            let gives = !matches!(c.kind, CommitmentKind::Refusal | CommitmentKind::Precondition);
            let until = if *same_statement { statement + 1 } else { statement };
            if c.by != own && gives && c.turn < until {
                let of = &scenario.issue(c.clause.issue).pairs;
                let exact = of.iter().position(|p| {
                    p.position == c.clause.position
                        && p.timing == c.clause.timing
                        && c.clause.timing != Some(Timing::Open)
                });
                let latest = of.iter().enumerate().filter(|(_, p)| p.position == c.clause.position);
                let latest = latest.max_by_key(|(_, p)| p.timing).map(|(at, _)| at);
                if let Some(at) = exact.or(latest) {
                    stood[c.clause.issue.index()] = at as u16;
                }
            }
        }
        pairs.iter().enumerate().any(|(at, pair)| {
            let mut asked = stood.clone();
            asked[asks.issue.index()] = at as u16;
            pair.position == asks.position
                && value::keeps(scenario, keeps, &stood)
                && !value::keeps(scenario, keeps, &asked)
        })
    })
}

#[test]
fn every_reason_is_true_of_the_game_it_speaks_of() {
    let scenario = crate::common::scenario();
    let mut games = recorded(&scenario);
    games.push(("blunder".to_owned(), blunder(&scenario)));
    for seed in 1..=12 {
        let bot = if seed % 3 == 0 { Bot::Principled } else { Bot::Random };
        let length = if seed % 2 == 0 { "short" } else { "full" };
        let setup = Setup { seed, ..setup(&scenario, length, Opposite::Model) };
        games.push((format!("game {seed}"), play(&scenario, setup, bot)));
    }
    let mut kinds: Vec<std::mem::Discriminant<Reason>> = Vec::new();
    let (mut speaking_for, mut against) = (0, 0);
    for (name, game) in &games {
        let why = explain_all(game);
        for point in 0..game.session.state().points.len() {
            let point = PointIndex::try_from(point).unwrap();
            for reason in reasons_of(game, point) {
                let mv = &scenario.mv(game.session.state().points[usize::from(point)].mv).id;
                assert!(is_true(game, &why, point, &reason), "{name}, {mv}: {reason:?}");
                match reason.tone() {
                    Tone::For => speaking_for += 1,
                    Tone::Against => against += 1,
                    Tone::Neutral => {}
                }
                let kind = std::mem::discriminant(&reason);
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
    }
    assert!(kinds.len() >= 17, "only {} kinds of reasons were met", kinds.len());
    assert!(speaking_for > 100 && against > 100, "{speaking_for} for, {against} against");
}
