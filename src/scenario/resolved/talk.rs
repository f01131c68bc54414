//! The talk: people, the record, moves, stances, utterances with their effects and conditions, and topics.

use super::*;

/// A person or group.
#[derive(Debug, Clone)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Full name.
    pub full_name: String,
    /// The name in the person's own script; empty where it is not known.
    pub script: String,
    /// Party, if the person sits at the table.
    pub party: Option<PartyId>,
    /// Standing.
    pub standing: String,
    /// Card.
    pub card: String,
    /// Confidence mark.
    pub mark: char,
    /// Identity or party uncertain.
    pub uncertain: bool,
    /// Not there yet on the day of the talk, or not known to everybody.
    pub later: bool,
    /// Keys of the dossier.
    pub keys: Vec<String>,
}

/// One thing that is known of an issue.
#[derive(Debug, Clone)]
pub struct Background {
    /// Id.
    pub id: String,
    /// The issue.
    pub issue: IssueId,
    /// The party whose stand it tells; without one it is about the issue itself.
    pub party: Option<PartyId>,
    /// What is known.
    pub text: String,
    /// Keys of the works it is known from.
    pub keys: Vec<String>,
    /// Confidence mark.
    pub mark: char,
    /// Parties that know of it on the day of the talk; empty means public.
    pub known_to: Vec<PartyId>,
    /// It came after the talk.
    pub aftermath: bool,
}

/// How an answer of the record is paired with what it answers.
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

/// The words of a move.
#[derive(Debug, Clone)]
pub enum MoveWords {
    /// The record's own.
    Record(Vec<EntryId>),
    /// Not in the record.
    Own(Vec<Basis>),
}

/// A clause: issue and pair, as asked or committed. The timing may be missing where it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Clause {
    /// Issue.
    pub issue: IssueId,
    /// Position.
    pub position: PositionId,
    /// Timing, if named.
    pub timing: Option<Timing>,
}

/// A move.
#[derive(Debug, Clone)]
pub struct Move {
    /// Id.
    pub id: String,
    /// Seat.
    pub seat: SeatId,
    /// Issue.
    pub issue: IssueId,
    /// Act.
    pub act: Act,
    /// Label.
    pub label: String,
    /// Words.
    pub words: MoveWords,
    /// In indirect speech.
    pub indirect: String,
    /// What it asks.
    pub asks: Option<Clause>,
    /// How often.
    pub times: u8,
    /// Needs.
    pub needs: Vec<Condition>,
    /// Who may say it; empty means every delegate.
    pub only: Vec<PersonId>,
    /// Effects.
    pub effects: Vec<Effect>,
    /// Idea of negotiation, as index of the glossary.
    pub idea: Option<u16>,
}

impl Move {
    /// Who said it in the record.
    pub fn recorded_speaker(&self, scenario: &Scenario) -> Option<PersonId> {
        match &self.words {
            MoveWords::Record(entries) => entries.first().map(|e| scenario.entry(*e).speaker),
            MoveWords::Own(_) => None,
        }
    }
}

/// A stance.
#[derive(Debug, Clone)]
pub struct Stance {
    /// Id.
    pub id: String,
    /// Conditions.
    pub when: Vec<Condition>,
    /// Act.
    pub act: Act,
    /// Why.
    pub because: String,
    /// On what that stands.
    pub source: Basis,
}

/// The words of an answer.
#[derive(Debug, Clone)]
pub enum Words {
    /// The record's own, for this very place.
    Record(Vec<EntryId>),
    /// The record's own, said at another point.
    Elsewhere(EntryId, String),
    /// The author's inference.
    Inference {
        /// Who would answer.
        speaker: PersonId,
        /// The text.
        text: String,
        /// What it is reasoned from.
        reasoned_from: Vec<Basis>,
    },
    /// Nothing, and why.
    Silence(String),
}

impl Words {
    /// Entries of the record that these words speak.
    pub fn entries(&self) -> &[EntryId] {
        match self {
            Words::Record(entries) => entries,
            Words::Elsewhere(entry, _) => std::slice::from_ref(entry),
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

/// An effect.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Moves a bar.
    Bar {
        /// Bar.
        bar: Bar,
        /// By.
        by: i8,
        /// Why.
        because: String,
        /// On what that stands.
        source: Basis,
    },
    /// Marks.
    Mark(MarkId),
    /// Unmarks.
    Unmark(MarkId),
    /// Commits.
    Commit(CommitmentForm),
    /// Withdraws.
    Withdraw {
        /// Party.
        by: PartyId,
        /// Kind.
        kind: CommitmentKind,
        /// Issue.
        issue: IssueId,
    },
    /// Strengthens a hint.
    Strengthen {
        /// Issue.
        issue: IssueId,
        /// To.
        to: Strength,
    },
}

/// A commitment as written, before it is made.
#[derive(Debug, Clone)]
pub struct CommitmentForm {
    /// Party.
    pub by: PartyId,
    /// Kind.
    pub kind: CommitmentKind,
    /// Clause.
    pub clause: Clause,
    /// In words.
    pub text: String,
    /// Price of going back on it.
    pub going_back: Vec<(Bar, i8)>,
}

/// A condition on the state of the talk; see the draft for what each means.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each variant is documented on the draft it is resolved from")]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Made(MoveId, u8),
    Times(u8),
    SpokenBy(PersonId),
    JustMade,
    Said(EntryId),
    SaidBefore(EntryId),
    Given(UtteranceId),
    Raised(IssueId, u8),
    JustRaised(IssueId),
    Open(IssueId),
    NothingOpen,
    Marked(MarkId),
    Committed(PartyId, CommitmentKind, IssueId),
    AtLeast(Bar, u8),
    Below(Bar, u8),
    Statements(u32),
    Left(u32),
    OneVoice(u32),
    Opening,
    Opened(TopicId),
}

/// A topic.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Opens.
    pub opens: Vec<Condition>,
    /// Exclusive.
    pub exclusive: bool,
    /// Closes the talk.
    pub closes_talk: bool,
    /// Why here.
    pub because: String,
    /// On what that stands.
    pub source: Basis,
}
