//! The counterpart's turn: through the topics of his own agenda, in his own order.

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

/// What a topic came to.
#[derive(Default)]
struct Progress {
    spoke: bool,
    /// Something was said, or expressly not: acts chosen before may be chosen otherwise now.
    changed: bool,
    stops: bool,
}

/// How he would take each open point.
struct Decisions {
    choices: SmallVec<[Choice; 16]>,
    /// The replies that were chosen, each once, by topic and then in file order.
    replies: SmallVec<[(TopicId, UtteranceId); 16]>,
}

/// Lets the counterpart speak. Returns whether he closed the talk.
pub(super) fn take_turn(stage: &mut Stage<'_>) -> bool {
    let mut spoken_to = SmallVec::<[TopicId; 12]>::new();
    let mut closes = false;
    // With no other turn to come nothing can be left for later: he goes through all that is open.
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

/// When he comes to a topic the acts are chosen, for every open point, before a word of it is said. As long as nothing is said
/// they stay as chosen.
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

/// Something that could be said.
#[derive(Clone, Copy)]
enum Candidate {
    Reply(UtteranceId),
    Initiative(UtteranceId),
}

/// What could be said to a topic, in file order: the replies that were chosen, and the initiatives.
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

/// Whether he says it, and which points it answers.
fn consider(stage: &Stage<'_>, candidate: Candidate, decisions: &Decisions) -> Option<(UtteranceId, Answers)> {
    match candidate {
        Candidate::Reply(id) => {
            let answers = points_for(stage, id, &decisions.choices);
            let unspoken = choice::unspoken(stage.state, id, stage.scenario.utterance(id));
            (!answers.is_empty() && unspoken).then_some((id, answers))
        }
        Candidate::Initiative(id) => moves_him(stage, id).then(|| (id, taken_up(stage, id))),
    }
}

/// Open points that chose this reply.
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

fn moves_him(stage: &Stage<'_>, id: UtteranceId) -> bool {
    let state = &*stage.state;
    if state.was_given(id) {
        return false;
    }
    let initiative = stage.scenario.utterance(id);
    stage.position().all_hold(&initiative.conditions, None) && choice::unspoken(state, id, initiative)
}

/// Open points of the moves that an initiative takes up.
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
    for (index, effect) in utterance.effects.iter().enumerate() {
        let index = u8::try_from(index).unwrap_or(u8::MAX);
        stage.apply_effect(effect, Reason::Utterance(id, index), utterance.speaker, hearer);
    }
    if !utterance.faces.is_empty() {
        stage.state.facing = Some(id);
        stage.out.push(Event::MustFace(id));
    }
}

/// Points for which no words are left are closed at the end of the turn.
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
