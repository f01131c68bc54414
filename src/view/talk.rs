//! The conversation as it grows. Every event becomes an item that can be shown or read aloud.

use std::collections::BTreeSet;

use crate::language::{Catalogue, arg};
use crate::negotiation::event::{Ended, Event, PointIndex, Reason, Taken};
use crate::negotiation::seat_view::seen;
use crate::negotiation::state::State;
use crate::negotiation::{Opposite, Session};
use crate::scenario::resolved::{Entry, Words};
use crate::scenario::terms::{Bar, Prediction};
use crate::scenario::{EntryId, MoveId, PersonId, UtteranceId};

use super::wording::Wording;

/// Where a line of speech comes from. Shown with every line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Badge {
    /// The record's own words, in their recorded place.
    Record {
        place: String,
    },
    /// Words of the record that were said at another point.
    Elsewhere {
        place: String,
        said: String,
    },
    Inference {
        from: Vec<String>,
    },
    /// A move of the player that the record gives to someone else.
    Indirect {
        /// Whose words they are in the record, and where they are.
        place: String,
    },
}

/// A line of speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    pub speaker: PersonId,
    pub name: String,
    pub badge: Badge,
    /// The words: verbatim for `Record` and `Elsewhere`, indirect speech for the others.
    pub words: String,
    /// First line in the source, for opening the transcript there.
    pub line: Option<u32>,
    pub plain: Option<String>,
    pub milestone_open: bool,
}

/// A badge in words.
pub fn badge(catalogue: &Catalogue, badge: &Badge) -> String {
    match badge {
        Badge::Record { place } => catalogue.msg_with("badge-record", &[arg("place", place.as_str())]),
        Badge::Elsewhere { place, said } => {
            let args = [arg("place", place.as_str()), arg("said", said.as_str())];
            catalogue.msg_with("badge-elsewhere", &args)
        }
        Badge::Inference { .. } => catalogue.msg("badge-inference"),
        Badge::Indirect { place } => catalogue.msg_with("badge-indirect", &[arg("place", place.as_str())]),
    }
}

/// An item of the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TalkItem {
    Floor {
        statement: u32,
        name: String,
        /// The speaker's standing, as far as it is known.
        standing: String,
        holds_floor: bool,
    },
    Move(Speech),
    /// In a two-player game: a line of the other player's statement.
    TheirMove(Speech),
    Topic(String),
    Answer {
        speech: Speech,
        /// Labels of the moves it answers; empty for an initiative.
        answers: Vec<String>,
        /// The act and the reason by which the model decided on the point.
        why: Option<String>,
        /// Points it answers that the player can ask about.
        points: Vec<PointIndex>,
        /// The idea of negotiation this illustrates: term and meaning.
        idea: Option<(String, String)>,
    },
    NoAnswer {
        moves: Vec<String>,
        reason: String,
    },
    /// In a two-player game: the label of a point that the statement just answered.
    Answers(String),
    LetStand {
        label: String,
        /// The person whose earlier answer stands, and its place in the record.
        place: Option<(String, String)>,
    },
    Bar {
        bar: Bar,
        name: String,
        from: u8,
        to: u8,
        because: String,
        basis: String,
    },
    Mark(String),
    /// A commitment was made or withdrawn.
    Commitment(String),
    Prediction {
        label: String,
        predicted: String,
        came: String,
        right: bool,
    },
    MustFace {
        name: String,
        moves: Vec<String>,
    },
    NeverAnswered(String),
    Waits,
    Ended(Ended),
}

/// Turns events into items, in order. An idea is explained only the first time it comes up.
pub fn tell(wording: Wording<'_>, session: &Session, events: &[Event]) -> Vec<TalkItem> {
    let mut explained = BTreeSet::new();
    let mut items: Vec<TalkItem> =
        seen(session, session.seat(), events).iter().flat_map(|event| item(wording, session, event)).collect();
    if waits(session, events) {
        items.push(TalkItem::Waits);
    }
    for item in &mut items {
        if let TalkItem::Answer { idea, .. } = item {
            *idea = idea.take().filter(|(term, _)| explained.insert(term.clone()));
        }
    }
    items
}

/// Whether the other side has so far said nothing about a statement, which the waiting player needs to see.
fn waits(session: &Session, events: &[Event]) -> bool {
    let answered = |event: &Event| matches!(event, Event::Spoken { .. } | Event::LetStand { .. } | Event::Ended(_));
    let passed_on = |event: &Event| matches!(event, Event::Floor { holds_floor: false, .. });
    let model = session.setup().opposite == Opposite::Model;
    model && events.iter().any(passed_on) && !events.iter().any(answered)
}

fn item(wording: Wording<'_>, session: &Session, event: &Event) -> Vec<TalkItem> {
    let (scenario, state) = (wording.scenario, session.state());
    let label = |mv: MoveId| scenario.mv(mv).label.clone();
    let label_of = |point: u16| state.points.get(usize::from(point)).map_or_else(String::new, |p| label(p.mv));
    match event {
        Event::Floor { statement, speaker, holds_floor } => vec![TalkItem::Floor {
            statement: *statement,
            name: wording.person(*speaker),
            standing: scenario.person(*speaker).standing.clone(),
            holds_floor: *holds_floor,
        }],
        Event::Moved { mv, speaker, own_words, .. } => move_speeches(wording, *mv, *speaker, *own_words)
            .into_iter()
            .map(|speech| {
                if scenario.mv(*mv).seat == session.seat() {
                    TalkItem::Move(speech)
                } else {
                    TalkItem::TheirMove(speech)
                }
            })
            .collect(),
        Event::Bar { bar, from, to, reason } => vec![bar_item(wording, state, *bar, *from, *to, *reason)],
        Event::Marked { mark, set: true, .. } => vec![TalkItem::Mark(scenario.mark(*mark).meaning.clone())],
        Event::Marked { set: false, .. } | Event::Reported => Vec::new(),
        Event::Committed { commitment, .. } => commitment_item(wording, state, *commitment, "commitment-made"),
        Event::Withdrawn { commitment, .. } => commitment_item(wording, state, *commitment, "commitment-withdrawn"),
        Event::Strengthened { commitment, .. } => {
            commitment_item(wording, state, *commitment, "commitment-strengthened")
        }
        Event::Topic(topic) => vec![TalkItem::Topic(scenario.topic(*topic).name.clone())],
        Event::Spoken { utterance, answers } => spoken(wording, state, *utterance, answers),
        Event::LetStand { taken, entry } => vec![TalkItem::LetStand {
            label: label_of(taken.point),
            place: entry.map(|e| (wording.person(scenario.entry(e).speaker), wording.entry_place(e))),
        }],
        Event::AnsweredBy { point, .. } => vec![TalkItem::Answers(label_of(*point))],
        Event::Scored { point, predicted, act, right } => vec![TalkItem::Prediction {
            label: label_of(*point),
            predicted: wording.prediction(*predicted),
            came: classes(wording, act.profile().predictions),
            right: *right,
        }],
        Event::MustFace(utterance) => vec![must_face(wording, *utterance)],
        Event::NeverAnswered(point) => vec![TalkItem::NeverAnswered(label_of(*point))],
        Event::Ended(ended) => vec![TalkItem::Ended(*ended)],
    }
}

fn classes(wording: Wording<'_>, classes: &[Prediction]) -> String {
    let names: Vec<String> = classes.iter().map(|class| wording.prediction(*class)).collect();
    names.join(" / ")
}

/// What a delegate says when making a move: the record's words, one line for each entry, or indirect speech.
pub fn move_speeches(wording: Wording<'_>, mv: MoveId, speaker: PersonId, own_words: bool) -> Vec<Speech> {
    use crate::scenario::resolved::MoveWords;
    let form = wording.scenario.mv(mv);
    match &form.words {
        MoveWords::Record(entries) if own_words => entries.iter().map(|entry| record_speech(wording, *entry)).collect(),
        MoveWords::Record(entries) => {
            let place = entries.first().map_or_else(String::new, |entry| {
                let args = [
                    arg("speaker", wording.person(wording.scenario.entry(*entry).speaker)),
                    arg("place", wording.entry_place(*entry)),
                ];
                wording.catalogue.msg_with("badge-indirect-place", &args)
            });
            let line = entries.first().map(|entry| wording.entry_line(*entry));
            vec![indirect(wording, speaker, &form.indirect, Badge::Indirect { place }, line)]
        }
        MoveWords::Own { reasoned_from: bases } => {
            let from = bases.iter().map(|basis| wording.basis(basis)).collect();
            vec![indirect(wording, speaker, &form.indirect, Badge::Inference { from }, None)]
        }
    }
}

fn indirect(wording: Wording<'_>, speaker: PersonId, clause: &str, badge: Badge, line: Option<u32>) -> Speech {
    let name = wording.person(speaker);
    Speech { speaker, words: format!("{name} {clause}"), name, badge, line, plain: None, milestone_open: false }
}

fn record_speech(wording: Wording<'_>, entry: EntryId) -> Speech {
    let Entry { speaker, plain, milestone_open, .. } = wording.scenario.entry(entry);
    Speech {
        speaker: *speaker,
        name: wording.person(*speaker),
        badge: Badge::Record { place: wording.entry_place(entry) },
        words: wording.entry_words(entry),
        line: Some(wording.entry_line(entry)),
        plain: plain.clone(),
        milestone_open: *milestone_open,
    }
}

fn spoken(wording: Wording<'_>, state: &State, id: UtteranceId, answers: &[Taken]) -> Vec<TalkItem> {
    let utterance = wording.scenario.utterance(id);
    let labels: Vec<String> = answers
        .iter()
        .filter_map(|taken| state.points.get(usize::from(taken.point)))
        .map(|point| wording.scenario.mv(point.mv).label.clone())
        .collect();
    if let Words::Silence(reason) = &utterance.words {
        return vec![TalkItem::NoAnswer { moves: labels, reason: reason.clone() }];
    }
    let why = answers
        .iter()
        .find_map(|taken| taken.stance)
        .and_then(|stance| wording.scenario.stances.get(stance.index()))
        .map(|stance| stance.because.clone());
    let idea = utterance
        .idea
        .and_then(|term| wording.scenario.glossary.get(term.index()))
        .map(|term| (term.term.clone(), term.means.clone()));
    let mut items: Vec<TalkItem> = speeches(wording, id)
        .into_iter()
        .map(|speech| TalkItem::Answer { speech, answers: Vec::new(), why: None, points: Vec::new(), idea: None })
        .collect();
    if let Some(TalkItem::Answer { answers, .. }) = items.first_mut() {
        *answers = labels;
    }
    if let Some(TalkItem::Answer { why: last_why, points: last_points, idea: last_idea, .. }) = items.last_mut() {
        *last_why = why;
        *last_points = answers.iter().map(|taken| taken.point).collect();
        *last_idea = idea;
    }
    items
}

/// What the counterpart says in an utterance, one line for each entry.
pub fn speeches(wording: Wording<'_>, id: UtteranceId) -> Vec<Speech> {
    match &wording.scenario.utterance(id).words {
        Words::Record(entries) => entries.iter().map(|entry| record_speech(wording, *entry)).collect(),
        Words::Elsewhere { entry, said } => {
            let mut speech = record_speech(wording, *entry);
            speech.badge = Badge::Elsewhere { place: wording.entry_place(*entry), said: said.clone() };
            vec![speech]
        }
        Words::Inference { speaker, text, reasoned_from } => vec![Speech {
            speaker: *speaker,
            name: wording.person(*speaker),
            badge: Badge::Inference { from: reasoned_from.iter().map(|b| wording.basis(b)).collect() },
            words: text.clone(),
            line: None,
            plain: None,
            milestone_open: false,
        }],
        Words::Silence(_) => Vec::new(),
    }
}

fn bar_item(wording: Wording<'_>, state: &State, bar: Bar, from: u8, to: u8, reason: Reason) -> TalkItem {
    let (because, basis) = wording.reason(state, reason);
    TalkItem::Bar { bar, name: wording.bar(bar), from, to, because, basis }
}

fn commitment_item(wording: Wording<'_>, state: &State, index: u16, key: &str) -> Vec<TalkItem> {
    commitment_text(wording, state, index)
        .map(|text| {
            let strength =
                state.commitments.get(usize::from(index)).map_or_else(String::new, |c| wording.strength(c.strength));
            let args = [arg("commitment", text), arg("strength", strength)];
            TalkItem::Commitment(wording.catalogue.msg_with(key, &args))
        })
        .into_iter()
        .collect()
}

/// A commitment in words: who made it, its kind and its content.
pub fn commitment_text(wording: Wording<'_>, state: &State, index: u16) -> Option<String> {
    let commitment = state.commitments.get(usize::from(index))?;
    let form = commitment.form(wording.scenario)?;
    let args = [
        arg("party", wording.scenario.party(commitment.by).name.as_str()),
        arg("kind", wording.commitment_kind(commitment.kind)),
        arg("text", form.text.as_str()),
    ];
    Some(wording.catalogue.msg_with("commitment", &args))
}

fn must_face(wording: Wording<'_>, id: UtteranceId) -> TalkItem {
    let utterance = wording.scenario.utterance(id);
    TalkItem::MustFace {
        name: wording.speaker(id),
        moves: utterance.faces.iter().map(|mv| wording.scenario.mv(*mv).label.clone()).collect(),
    }
}
