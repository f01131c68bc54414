//! The talk as play needs it: the record with its pairings, and utterances of one kind.

use super::*;

/// How an answer of the record is paired with the words that it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pairing {
    /// Answered at once.
    AtOnce,
    /// Answered so many lines on.
    Later(u32),
    /// Paired by the author, with the reason.
    Author(String),
}

/// An entry of the record.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Id.
    pub id: String,
    /// Speaker.
    pub speaker: PersonId,
    /// Act.
    pub act: Act,
    /// The type of the catalogue of the record.
    pub recorded_as: String,
    /// Issue.
    pub issue: IssueId,
    /// What it is about.
    pub about: String,
    /// The words.
    pub quotes: Vec<Quotation>,
    /// Answers.
    pub answered_by: Vec<(EntryId, Pairing)>,
    /// Note.
    pub note: String,
    /// In plain words.
    pub plain: Option<String>,
    /// Which milestone is meant is left open.
    pub milestone_open: bool,
}

impl Person {
    /// Whether it is not there yet on a day, or not known to everybody then.
    pub fn is_later(&self, day: Date) -> bool {
        !self.known_to.is_empty() || self.from.is_some_and(|from| from > day)
    }
}

impl Move {
    /// Who said it in the record.
    pub fn recorded_speaker(&self, scenario: &Scenario) -> Option<PersonId> {
        match &self.words {
            MoveWords::Record(entries) => entries.first().map(|e| scenario.entry(*e).speaker),
            MoveWords::Own { .. } => None,
        }
    }
}

impl<R: Refs> Words<R> {
    /// Entries of the record that these words speak.
    pub fn entries(&self) -> &[R::Entry] {
        match self {
            Words::Record(entries) => entries,
            Words::Elsewhere { entry, .. } => std::slice::from_ref(entry),
            Words::Inference { .. } | Words::Silence(_) => &[],
        }
    }
}

/// What makes the counterpart say it.
#[derive(Debug, Clone)]
pub enum Occasion {
    /// An answer to one of these moves.
    Reply(Vec<MoveId>),
    /// His own wish; also answers points of these moves.
    Initiative(Vec<MoveId>),
}

/// Something the counterpart can say.
#[derive(Debug, Clone)]
pub struct Utterance {
    /// Id.
    pub id: String,
    /// Occasion.
    pub occasion: Occasion,
    /// Act.
    pub act: Act,
    /// Topic.
    pub topic: TopicId,
    /// `presumes` of a reply, `when` of an initiative.
    pub conditions: Vec<Condition>,
    /// Words.
    pub words: Words,
    /// Who says it; `None` for silence.
    pub speaker: Option<PersonId>,
    /// Effects.
    pub effects: Vec<Effect>,
    /// Ends the counterpart's turn.
    pub stops: bool,
    /// Moves of which the next statement must hold one.
    pub faces: Vec<MoveId>,
    /// Idea of negotiation, as index of the glossary.
    pub idea: Option<u16>,
}
