//! The conversation in blocks for reading. Changes to the room are gathered below the line of speech that caused them.

use crate::language::{Catalogue, arg};
use crate::negotiation::event::PointIndex;
use crate::scenario::terms::Bar;

use super::sentence::sentence;
use super::talk::{Badge, Speech, TalkItem, badge};

/// The part of the conversation produced by one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnView {
    /// Index of the step; `None` for the hosts' opening words.
    pub step: Option<usize>,
    pub items: Vec<TalkItem>,
    pub blocks: Vec<Block>,
}

/// A change to a bar, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomChange {
    pub bar: Bar,
    /// The signed change; never 0 in anything shown.
    pub by: i16,
    /// The bar, the direction and the new height, in words.
    pub moved: String,
    pub because: String,
}

/// A line of speech, ready to display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeechView {
    pub name: String,
    /// The kind of line: record, elsewhere, inference or indirect.
    pub badge: String,
    pub is_verbatim: bool,
    pub words: String,
    /// First line in the source, for opening the transcript there.
    pub line: Option<u32>,
    pub plain: Option<String>,
    pub milestone_open: bool,
    pub reasoned_from: Vec<String>,
}

impl SpeechView {
    /// Puts the badge and the other details of a line into words.
    pub fn new(catalogue: &Catalogue, speech: &Speech) -> Self {
        let plain = speech.plain.as_deref();
        Self {
            name: speech.name.clone(),
            badge: badge(catalogue, &speech.badge),
            is_verbatim: matches!(speech.badge, Badge::Record { .. } | Badge::Elsewhere { .. }),
            words: speech.words.clone(),
            line: speech.line,
            plain: plain.map(|plain| catalogue.msg_with("speech-plain", &[arg("plain", plain)])),
            milestone_open: speech.milestone_open,
            reasoned_from: match &speech.badge {
                Badge::Inference { from } => from.clone(),
                _ => Vec::new(),
            },
        }
    }
}

/// How a sentence of the conversation is formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentenceKind {
    Topic,
    Commitment,
    Prediction,
    MustFace,
    Ended,
    /// No answer, or none yet.
    NoAnswer,
    Other,
}

/// A block of the conversation, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Floor {
        heading: String,
        standing: String,
        holds_floor: bool,
    },
    Move {
        speech: SpeechView,
        ours: bool,
    },
    Answer {
        speech: SpeechView,
        /// The moves it answers, in words; empty for an initiative.
        answers: String,
        why: Option<String>,
        idea: Option<String>,
        /// The moves that a player can ask about.
        points: Vec<PointIndex>,
    },
    Sentence {
        kind: SentenceKind,
        text: String,
    },
    /// The changes to the room caused by the block above.
    Room(Vec<RoomChange>),
}

/// The changes to the room in one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomTurn {
    /// The statement and its speaker; empty for the opening words.
    pub heading: String,
    pub changes: Vec<RoomChange>,
}

/// Whether an item starts a new part of the conversation, such as a new voice or topic. Changes to the room before it
/// are shown first.
const fn starts_new_part(item: &TalkItem) -> bool {
    matches!(
        item,
        TalkItem::Floor { .. }
            | TalkItem::Move(_)
            | TalkItem::TheirMove(_)
            | TalkItem::Topic(_)
            | TalkItem::Answer { .. }
            | TalkItem::NoAnswer { .. }
            | TalkItem::Ended(_)
    )
}

/// The blocks of a turn, in order.
pub fn blocks(catalogue: &Catalogue, items: &[TalkItem]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut room = Vec::new();
    for item in items {
        if let Some(change) = change(catalogue, item) {
            room.push(change);
            continue;
        }
        if starts_new_part(item) && !room.is_empty() {
            blocks.push(Block::Room(std::mem::take(&mut room)));
        }
        blocks.extend(block(catalogue, item));
    }
    if !room.is_empty() {
        blocks.push(Block::Room(room));
    }
    blocks
}

fn block(catalogue: &Catalogue, item: &TalkItem) -> Option<Block> {
    let speech = |speech| SpeechView::new(catalogue, speech);
    let kind = match item {
        TalkItem::Floor { statement, name, standing, holds_floor } => {
            let args = [arg("number", *statement), arg("name", name.as_str())];
            let heading = catalogue.msg_with("window-floor", &args);
            return Some(Block::Floor { heading, standing: standing.clone(), holds_floor: *holds_floor });
        }
        TalkItem::Move(line) => return Some(Block::Move { speech: speech(line), ours: true }),
        TalkItem::TheirMove(line) => return Some(Block::Move { speech: speech(line), ours: false }),
        TalkItem::Answer { speech: line, answers, why, points, idea } => {
            let to = [arg("moves", answers.join("; "))];
            let why = why.as_deref().map(|why| catalogue.msg_with("talk-why", &[arg("because", why)]));
            let idea = idea.as_ref().map(|(term, means)| {
                let args = [arg("term", term.as_str()), arg("means", means.as_str())];
                catalogue.msg_with("talk-idea", &args)
            });
            let answers = if answers.is_empty() { String::new() } else { catalogue.msg_with("talk-to", &to) };
            return Some(Block::Answer { speech: speech(line), answers, why, idea, points: points.clone() });
        }
        TalkItem::Topic(_) => SentenceKind::Topic,
        TalkItem::Commitment(_) => SentenceKind::Commitment,
        TalkItem::Prediction { .. } => SentenceKind::Prediction,
        TalkItem::MustFace { .. } => SentenceKind::MustFace,
        TalkItem::Ended(_) => SentenceKind::Ended,
        TalkItem::NoAnswer { .. } | TalkItem::Waits => SentenceKind::NoAnswer,
        _ => SentenceKind::Other,
    };
    Some(Block::Sentence { kind, text: sentence(catalogue, item)? })
}

/// The changes to the room over a whole talk, newest statement first.
pub fn room_turns<'a>(catalogue: &Catalogue, turns: impl DoubleEndedIterator<Item = &'a [TalkItem]>) -> Vec<RoomTurn> {
    let turns = turns.rev().map(|items| RoomTurn {
        heading: heading(catalogue, items),
        changes: items.iter().filter_map(|item| change(catalogue, item)).collect(),
    });
    turns.filter(|turn| !turn.changes.is_empty()).collect()
}

fn heading(catalogue: &Catalogue, items: &[TalkItem]) -> String {
    let floor = items.iter().find_map(|item| match item {
        TalkItem::Floor { statement, name, .. } => Some((*statement, name)),
        _ => None,
    });
    floor.map_or_else(String::new, |(statement, name)| {
        let args = [arg("number", statement), arg("name", name.as_str())];
        catalogue.msg_with("room-after", &args)
    })
}

fn change(catalogue: &Catalogue, item: &TalkItem) -> Option<RoomChange> {
    let TalkItem::Bar { bar, name, from, to, because, basis } = item else {
        return None;
    };
    let by = i16::from(*to) - i16::from(*from);
    let key = if by < 0 { "room-down" } else { "room-up" };
    let args = [arg("bar", name.as_str()), arg("by", by.abs()), arg("to", *to)];
    let reason = [arg("because", because.as_str()), arg("basis", basis.as_str())];
    Some(RoomChange {
        bar: *bar,
        by,
        moved: catalogue.msg_with(key, &args),
        because: catalogue.msg_with("room-because", &reason),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(name: &str, from: u8, to: u8) -> TalkItem {
        TalkItem::Bar {
            bar: Bar::Trust,
            name: name.to_owned(),
            from,
            to,
            because: "He asks.".to_owned(),
            basis: "line 1".to_owned(),
        }
    }

    #[test]
    fn changes_after_a_line_are_gathered_just_before_the_next_line() {
        let catalogue = Catalogue::load("en").unwrap();
        let items = [
            TalkItem::Topic("Peace".to_owned()),
            bar("Trust", 60, 62),
            TalkItem::Mark("known".to_owned()),
            bar("Face", 50, 44),
            TalkItem::Topic("Islands".to_owned()),
            bar("Trust", 62, 61),
        ];
        let blocks = blocks(&catalogue, &items);
        let shape: Vec<usize> = blocks
            .iter()
            .map(|block| match block {
                Block::Room(changes) => changes.len(),
                _ => 0,
            })
            .collect();
        assert_eq!(shape, [0, 0, 2, 0, 1]);
        let Some(Block::Room(changes)) = blocks.get(2) else { panic!("what moved is told third") };
        assert_eq!(changes[0].moved, "Trust up 2, now 62.");
        assert_eq!(changes[1].moved, "Face down 6, now 44.");
    }
}
