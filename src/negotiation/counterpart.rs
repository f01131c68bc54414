//! The counterpart's turn. It works through its own agenda, topic by topic.

use smallvec::SmallVec;

use crate::scenario::resolved::{Occasion, Scenario, Words};
use crate::scenario::terms::Act;
use crate::scenario::{TopicId, UtteranceId};

use super::choice::{self, Case, Choice};
use super::event::{Answers, Event, PointIndex, Reason, Taken};
use super::position::Position;
use super::stage::Stage;
use super::state::Status;
use super::style;

/// The result of a topic.
#[derive(Default)]
struct Progress {
    spoke: bool,
    /// An utterance was given, including a deliberate silence, so the open points have to be decided again.
    changed: bool,
    stops: bool,
}

/// How the counterpart would answer each open point.
struct Decisions {
    choices: SmallVec<[Choice; 16]>,
    /// The chosen replies without duplicates, sorted by topic, then in file order.
    replies: SmallVec<[(TopicId, UtteranceId); 16]>,
}

/// Lets the counterpart speak. Returns whether it closed the talk.
pub(super) fn take_turn(stage: &mut Stage<'_>) -> bool {
    let mut spoken_to = SmallVec::<[TopicId; 12]>::new();
    let mut closes = false;
    // On the last turn, go through every open topic.
    let last = stage.state.left() == 0;
    let mut decisions = decide(stage);
    for id in stage.scenario.seat(stage.seat).topics() {
        let topic = stage.scenario.topic(id);
        if !stage.position().all_hold(&topic.opens, None) {
            continue;
        }
        let progress = speak_to(stage, id, &decisions);
        if progress.changed {
            decisions = decide(stage);
        }
        if progress.spoke {
            spoken_to.push(id);
            closes |= topic.closes_talk;
        }
        if !last && (progress.stops || (progress.spoke && topic.exclusive)) {
            break;
        }
    }
    let_stand(stage, &decisions.choices);
    for id in spoken_to {
        stage.state.facts.open(id);
    }
    stage.state.just_made_from = stage.state.points.len();
    stage.state.facts.nothing_just_raised();
    closes
}

/// Decides how to answer every open point. The decisions stay valid until the counterpart gives an utterance.
fn decide(stage: &mut Stage<'_>) -> Decisions {
    let position = Position { scenario: stage.scenario, setup: stage.setup, state: stage.state, seat: stage.seat };
    let mut choices = SmallVec::<[Choice; 16]>::new();
    for (index, point) in position.state.open_points() {
        let case = Case { position, index, point };
        let Some(written) = case.choose() else {
            continue;
        };
        let choice = stage.style.map_or(written, |style| style::restyle(&case, style, written));
        if let Some(trace) = stage.trace.as_deref_mut() {
            trace.note(&case, written, choice);
        }
        choices.push(choice);
    }
    let scenario = stage.scenario;
    let chosen = |choice: &Choice| match choice {
        Choice::Say(_, id) => Some((scenario.utterance(*id).topic, *id)),
        Choice::LetStand(..) => None,
    };
    let mut replies: SmallVec<[_; 16]> = choices.iter().filter_map(chosen).collect();
    replies.sort_unstable();
    replies.dedup();
    Decisions { choices, replies }
}

fn speak_to(stage: &mut Stage<'_>, topic: TopicId, decisions: &Decisions) -> Progress {
    let mut progress = Progress::default();
    let scenario = stage.scenario;
    for candidate in candidates(scenario, topic, decisions) {
        let Some((id, answers)) = consider(stage, candidate, decisions) else {
            continue;
        };
        let utterance = scenario.utterance(id);
        let silent = matches!(utterance.words, Words::Silence(_));
        if !silent && !progress.spoke {
            stage.out.push(Event::Topic(topic));
            progress.spoke = true;
        }
        speak(stage, id, answers);
        progress.changed = true;
        if utterance.stops {
            progress.stops = true;
            break;
        }
    }
    progress
}

/// An utterance that may be given.
#[derive(Clone, Copy)]
enum Candidate {
    Reply(UtteranceId),
    Initiative(UtteranceId),
}

/// Utterances that may be given on a topic, in file order: the chosen replies and the topic's initiatives.
fn candidates<'a>(
    scenario: &'a Scenario,
    topic: TopicId,
    decisions: &'a Decisions,
) -> impl Iterator<Item = Candidate> + use<'a> {
    let mut replies = decisions.replies.iter().filter(move |(of, _)| *of == topic);
    let mut next_reply = replies.next();
    let initiatives = scenario.tables.initiatives_of.get(topic.index());
    let mut initiatives = initiatives.map_or(&[][..], Vec::as_slice).iter();
    std::iter::from_fn(move || match next_reply {
        Some((_, id)) if initiatives.as_slice().first().is_none_or(|next| id < next) => {
            next_reply = replies.next();
            Some(Candidate::Reply(*id))
        }
        _ => initiatives.next().copied().map(Candidate::Initiative),
    })
}

/// Returns the utterance and the points it answers, if it can be given now.
fn consider(stage: &Stage<'_>, candidate: Candidate, decisions: &Decisions) -> Option<(UtteranceId, Answers)> {
    match candidate {
        Candidate::Reply(id) => {
            let answers = points_for(stage, id, &decisions.choices);
            let unspoken = choice::unspoken(stage.state, id, stage.scenario.utterance(id));
            (!answers.is_empty() && unspoken).then_some((id, answers))
        }
        Candidate::Initiative(id) => is_initiative_due(stage, id).then(|| (id, taken_up(stage, id))),
    }
}

/// Open points that this reply was chosen for.
fn points_for(stage: &Stage<'_>, id: UtteranceId, decisions: &[Choice]) -> Answers {
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

fn is_initiative_due(stage: &Stage<'_>, id: UtteranceId) -> bool {
    let state = &*stage.state;
    if state.was_given(id) {
        return false;
    }
    let initiative = stage.scenario.utterance(id);
    stage.position().all_hold(&initiative.conditions, None) && choice::unspoken(state, id, initiative)
}

/// Open points whose moves the initiative answers.
fn taken_up(stage: &Stage<'_>, id: UtteranceId) -> Answers {
    let Occasion::Initiative(closes) = &stage.scenario.utterance(id).occasion else {
        return Answers::new();
    };
    stage
        .state
        .open_points()
        .filter(|(_, point)| closes.contains(&point.mv))
        .map(|(point, _)| Taken { point, stance: None })
        .collect()
}

fn speak(stage: &mut Stage<'_>, id: UtteranceId, answers: Answers) {
    let utterance = stage.scenario.utterance(id);
    let at = stage.state.statements;
    for entry in utterance.words.entries() {
        stage.state.facts.say(*entry, at);
    }
    stage.state.facts.give(id);
    let hearer =
        answers.first().and_then(|taken| stage.state.points.get(usize::from(taken.point))).map(|point| point.speaker);
    let silent = matches!(utterance.words, Words::Silence(_));
    let status = if silent { Status::Silent(at) } else { Status::Answered(at) };
    stage.out.push(Event::Spoken { utterance: id, answers: answers.clone() });
    for taken in &answers {
        stage.close(taken.point, status, utterance.act);
    }
    let speaker = utterance.words.speaker(stage.scenario);
    for (index, effect) in utterance.effects.iter().enumerate() {
        let index = u8::try_from(index).unwrap_or(u8::MAX);
        stage.apply_effect(effect, Reason::Utterance(id, index), speaker, hearer);
    }
    if !utterance.faces.is_empty() {
        stage.state.facing = Some(id);
        stage.out.push(Event::MustFace(id));
    }
}

/// Closes the points that no unused reply is left for. Runs at the end of the turn.
fn let_stand(stage: &mut Stage<'_>, decisions: &[Choice]) {
    for choice in decisions {
        let Choice::LetStand(taken, entry) = *choice else {
            continue;
        };
        stage.out.push(Event::LetStand { taken, entry });
        let at = stage.state.statements;
        stage.close(taken.point, Status::LetStand(at), Act::Silence);
    }
}
