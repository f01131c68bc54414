//! The counterpart's turn: through the topics of his own agenda, in his own order.

use crate::scenario::resolved::{Occasion, Words};
use crate::scenario::terms::Act;
use crate::scenario::{MoveId, TopicId, UtteranceId};

use super::choice::{self, Choice};
use super::event::{Event, PointIndex, Reason, Taken};
use super::session::Stage;
use super::state::Status;

/// What a topic came to.
#[derive(Default)]
struct Progress {
    /// Something was said.
    spoke: bool,
    /// He says no more this time.
    stops: bool,
}

/// Lets the counterpart speak. Returns whether he closed the talk.
pub(super) fn take_turn(stage: &mut Stage<'_>) -> bool {
    let mut spoken_to = Vec::new();
    let mut closes = false;
    // With no other turn to come nothing can be left for later: he goes through all that is open.
    let last = stage.state.left() == 0;
    for id in stage.scenario.seat(stage.seat).topics() {
        let topic = stage.scenario.topic(id);
        if !stage.state.all_hold(stage.scenario, &topic.opens, None) {
            continue;
        }
        let progress = speak_to(stage, id);
        if progress.spoke {
            spoken_to.push(id);
            closes |= topic.closes_talk;
        }
        if !last && (progress.stops || (progress.spoke && topic.exclusive)) {
            break;
        }
    }
    let_stand(stage);
    for id in spoken_to {
        stage.state.facts.open(id);
    }
    stage.state.just_made_from = stage.state.points.len();
    stage.state.facts.nothing_just_raised();
    closes
}

/// When he comes to a topic the acts are chosen, for every open point, before a word of it is said.
fn decide(stage: &mut Stage<'_>) -> Vec<Choice> {
    let decisions: Vec<Choice> = stage
        .state
        .open_points()
        .filter_map(|(index, point)| {
            let written = choice::choose(stage.scenario, stage.state, index, point)?;
            Some(stage.in_style(index, point, written))
        })
        .collect();
    if let Some(trace) = stage.trace.as_deref_mut() {
        for choice in &decisions {
            trace.note(stage.scenario, stage.state, stage.setup, choice);
        }
    }
    decisions
}

fn speak_to(stage: &mut Stage<'_>, topic: TopicId) -> Progress {
    let decisions = decide(stage);
    let mut progress = Progress::default();
    let scenario = stage.scenario;
    let ids = scenario
        .utterances_of
        .get(topic.index())
        .map_or(&[][..], Vec::as_slice);
    for id in ids {
        let utterance = scenario.utterance(*id);
        let answers = match &utterance.occasion {
            Occasion::Reply(_) => {
                let answers = points_for(stage, *id, &decisions);
                if answers.is_empty() || !choice::unspoken(stage.state, *id, utterance) {
                    continue;
                }
                answers
            }
            Occasion::Initiative(closes) => {
                if !moves_him(stage, *id) {
                    continue;
                }
                taken_up(stage, closes)
            }
        };
        let silent = matches!(utterance.words, Words::Silence(_));
        if !silent && !progress.spoke {
            stage.out.push(Event::Topic(topic));
            progress.spoke = true;
        }
        speak(stage, *id, answers);
        if utterance.stops {
            progress.stops = true;
            break;
        }
    }
    progress
}

/// Open points that chose this reply.
fn points_for(stage: &Stage<'_>, id: UtteranceId, decisions: &[Choice]) -> Vec<Taken> {
    decisions
        .iter()
        .filter_map(|choice| match choice {
            Choice::Say(taken, chosen) if *chosen == id => Some(*taken),
            _ => None,
        })
        .filter(|taken| is_open(stage, taken.point))
        .collect()
}

fn is_open(stage: &Stage<'_>, point: PointIndex) -> bool {
    let point = stage.state.points.get(usize::from(point));
    point.is_some_and(|point| point.status == Status::Open)
}

fn moves_him(stage: &Stage<'_>, id: UtteranceId) -> bool {
    let initiative = stage.scenario.utterance(id);
    !stage.state.was_given(id)
        && choice::unspoken(stage.state, id, initiative)
        && stage
            .state
            .all_hold(stage.scenario, &initiative.conditions, None)
}

/// Open points of the moves that an initiative takes up.
fn taken_up(stage: &Stage<'_>, closes: &[MoveId]) -> Vec<Taken> {
    stage
        .state
        .open_points()
        .filter(|(_, point)| closes.contains(&point.mv))
        .map(|(point, _)| Taken {
            point,
            stance: None,
        })
        .collect()
}

fn speak(stage: &mut Stage<'_>, id: UtteranceId, answers: Vec<Taken>) {
    let utterance = stage.scenario.utterance(id);
    let at = stage.state.statements;
    for entry in utterance.words.entries() {
        stage.state.facts.say(*entry, at);
    }
    stage.state.facts.give(id);
    let hearer = answers
        .first()
        .and_then(|taken| stage.state.points.get(usize::from(taken.point)))
        .map(|point| point.speaker);
    stage.out.push(Event::Spoken {
        utterance: id,
        answers: answers.clone(),
    });
    let silent = matches!(utterance.words, Words::Silence(_));
    let status = if silent {
        Status::Silent(at)
    } else {
        Status::Answered(at)
    };
    for taken in &answers {
        close(stage, taken.point, status, utterance.act);
    }
    for (index, effect) in utterance.effects.iter().enumerate() {
        let index = u8::try_from(index).unwrap_or(u8::MAX);
        stage.apply_effect(
            effect,
            Reason::Utterance(id, index),
            utterance.speaker,
            hearer,
        );
    }
    if !utterance.faces.is_empty() {
        stage.state.facing = Some(id);
        stage.out.push(Event::MustFace(id));
    }
}

pub(super) fn close(stage: &mut Stage<'_>, index: PointIndex, status: Status, act: Act) {
    let Some(point) = stage.state.settle(index, status) else {
        return;
    };
    if let Some(predicted) = point.predicted {
        let right = act.predicted_as().contains(&predicted);
        stage.out.push(Event::Scored {
            point: index,
            predicted,
            act,
            right,
        });
    }
}

/// Points for which no words are left are closed at the end of the turn.
fn let_stand(stage: &mut Stage<'_>) {
    for choice in decide(stage) {
        let Choice::LetStand(taken, entry) = choice else {
            continue;
        };
        stage.out.push(Event::LetStand { taken, entry });
        let at = stage.state.statements;
        close(stage, taken.point, Status::LetStand(at), Act::Silence);
    }
}
