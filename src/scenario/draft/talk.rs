//! The talk: the record, the moves, the stances, replies and initiatives, their effects and conditions, and the
//! agenda.

use serde::{Deserialize, Deserializer};

use super::*;
use crate::scenario::place::Id;
use crate::scenario::refs::{AsWritten, Refs, Resolved};
use crate::scenario::terms::{Act, Bar, CommitmentKind, Strength};

/// An entry of `record.ron`: one move in the real conversation.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Entry", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Entry<R: Refs = Resolved> {
    /// Id: `m001` and so on, in the order of the record.
    pub id: R::Id,
    /// Who says it.
    pub speaker: R::Person,
    /// Whom it is said to, in words.
    pub to: String,
    /// The act, in this project's terms.
    pub act: Act,
    /// The type given to it by whoever catalogued the record.
    pub recorded_as: String,
    /// The issue or table issue.
    pub issue: R::Issue,
    /// What exactly it is about, in the catalogue's words.
    pub about: String,
    /// The exact words.
    pub quotes: Vec<Quote<R>>,
    /// The entries that answer it. If empty, nothing answers it.
    #[serde(default)]
    pub answered_by: Vec<Answer<R>>,
    /// What the reader should know.
    #[serde(default)]
    pub note: String,
    /// A long passage retold in plain words, marked as yours when shown.
    #[serde(default)]
    pub plain: Option<String>,
    /// The speaker doesn't say which milestone is meant.
    #[serde(default)]
    pub milestone_open: bool,
}

/// One answer to an entry.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Answer", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Answer<R: Refs = Resolved> {
    /// The entry that answers.
    pub entry: R::Entry,
    /// How you know that it is the answer.
    pub how: Pairing,
}

/// How an answer is known to belong to what it answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Pairing {
    /// It is the next thing said.
    AtOnce,
    /// It comes later in the record. The game counts the lines in between.
    Later,
    /// You paired them, for this reason.
    Paired(String),
}

/// A move that a seat can make (`moves.ron`, `moves/*.ron`).
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Move", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Move<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// The seat that can make it. If left out, the first seat.
    #[serde(default)]
    pub seat: R::MoveSeat,
    /// The issue or table issue.
    pub issue: R::Issue,
    /// The diplomatic act.
    pub act: Act,
    /// The choice in a few words, as an imperative: "Ask for a visit to Khabarovsk".
    pub label: String,
    /// Where the words come from: the record, or you.
    pub words: MoveWords<R>,
    /// What is said, in indirect speech that follows the speaker's name: "asks whether ...". Used if somebody other
    /// than the recorded speaker makes the move, and for every move that isn't in the record.
    pub indirect: String,
    /// The clause it asks for or offers.
    #[serde(default)]
    pub asks: Option<Clause<R>>,
    /// How often it can be made in one game, 1 to 9.
    #[serde(default = "once")]
    pub times: u8,
    /// Conditions that must all hold before the move is available.
    #[serde(default)]
    pub needs: Vec<Condition<R>>,
    /// People who may say it. If empty, everyone the seat can give the floor to.
    #[serde(default)]
    pub only: Vec<R::Person>,
    /// Its effects on the room. They are the cost shown before the move is made.
    #[serde(default)]
    pub effects: Vec<Effect<R>>,
    /// The id of the glossary term for the idea of negotiation it illustrates.
    #[serde(default)]
    pub idea: Option<R::Term>,
}

fn once() -> u8 {
    1
}

/// The words of a move.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum MoveWords<R: Refs = Resolved> {
    /// Words from the record: the entries in order, all by the same speaker.
    Record(Vec<R::Entry>),
    /// Not in the record. The words are those of `indirect`, and this gives the evidence for them.
    Own {
        /// The quotations or sources the move is reasoned from. At least one, unless the whole talk is invented.
        #[serde(default)]
        reasoned_from: Vec<Basis<R>>,
    },
}

/// How the counterpart responds to a point (`stances/*.ron`). The model chooses this act first and then looks for
/// words.
///
/// For each open point, the model uses the first stance in file order that names the point's move and whose conditions all
/// hold.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Stance", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Stance<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// The moves it responds to.
    #[serde(default)]
    pub to: Vec<R::Move>,
    /// Issues it covers: every move on them that no other stance names.
    #[serde(default)]
    pub on: Vec<R::Issue>,
    /// Conditions that must all hold. If left out, the stance always applies.
    #[serde(default)]
    pub when: Vec<Condition<R>>,
    /// The act with which the counterpart responds.
    pub act: Act,
    /// Why the counterpart responds this way, in a sentence for the player.
    pub because: String,
    /// What that reason is based on.
    pub source: Basis<R>,
}

/// Something the counterpart can say (`replies/*.ron`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum UtteranceForm {
    /// An answer to a point.
    Reply(ReplyDraft),
    /// Something the counterpart says without being asked.
    Initiative(InitiativeDraft),
}

/// An answer to a point.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyDraft {
    /// The name other forms use for it.
    id: Id,
    /// The moves it answers. An Inference may answer at most two.
    to: Vec<Id>,
    /// The act it performs.
    act: Act,
    /// The topic of the counterpart's agenda under which it is said.
    topic: Id,
    /// Conditions that must hold for these words to make sense.
    #[serde(default)]
    presumes: Vec<Condition<AsWritten>>,
    /// The words.
    words: Words<AsWritten>,
    /// Its effects on the room and the table.
    #[serde(default)]
    effects: Vec<Effect<AsWritten>>,
    /// The counterpart says this and stops. Anything else waits for the next statement.
    #[serde(default)]
    stops: bool,
    /// Moves, at least one of which must be part of the next statement. If empty, no particular response is required.
    #[serde(default)]
    faces: Vec<Id>,
    /// The id of the glossary term for the idea of negotiation it illustrates.
    #[serde(default)]
    idea: Option<Id>,
}

/// Something the counterpart says without being asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InitiativeDraft {
    /// The name other forms use for it.
    id: Id,
    /// The act it performs.
    act: Act,
    /// The topic of the counterpart's agenda under which it is said.
    topic: Id,
    /// Conditions that prompt the counterpart to say it and that must hold for the words to make sense.
    #[serde(default)]
    when: Vec<Condition<AsWritten>>,
    /// The words.
    words: Words<AsWritten>,
    /// Moves whose open points this also answers.
    #[serde(default)]
    closes: Vec<Id>,
    /// Its effects on the room and the table.
    #[serde(default)]
    effects: Vec<Effect<AsWritten>>,
    /// The counterpart says this and stops. Anything else waits for the next statement.
    #[serde(default)]
    stops: bool,
    /// Moves, at least one of which must be part of the next statement. If empty, no particular response is required.
    #[serde(default)]
    faces: Vec<Id>,
    /// The id of the glossary term for the idea of negotiation it illustrates.
    #[serde(default)]
    idea: Option<Id>,
}

/// A reply or an initiative.
#[derive(Debug, Clone)]
pub struct Utterance<R: Refs = Resolved> {
    pub id: R::Id,
    pub occasion: Occasion<R>,
    pub act: Act,
    pub topic: R::Topic,
    /// The `presumes` of a reply, or the `when` of an initiative.
    pub conditions: Vec<Condition<R>>,
    pub words: Words<R>,
    pub effects: Vec<Effect<R>>,
    /// Whether this ends the counterpart's turn.
    pub stops: bool,
    /// Moves, at least one of which must be part of the next statement.
    pub faces: Vec<R::Move>,
    /// The idea of negotiation it illustrates.
    pub idea: Option<R::Term>,
}

/// What makes the counterpart say something.
#[derive(Debug, Clone)]
pub enum Occasion<R: Refs = Resolved> {
    /// It answers one of these moves.
    Reply(Vec<R::Move>),
    /// It is said without being asked, and also answers open points of these moves.
    Initiative(Vec<R::Move>),
}

impl<R: Refs> Occasion<R> {
    /// The moves it answers.
    pub const fn moves(&self) -> &Vec<R::Move> {
        let (Occasion::Reply(moves) | Occasion::Initiative(moves)) = self;
        moves
    }

    /// Whether it is a reply to a point.
    pub const fn is_reply(&self) -> bool {
        matches!(self, Occasion::Reply(_))
    }
}

impl<R: Refs> Utterance<R> {
    /// Sort key that decides which of two replies to a point is preferred; the greater key wins. Record beats
    /// Elsewhere, then Inference, then Silence. Between replies of the same kind, the one with more conditions wins.
    pub(in crate::scenario) fn preference(&self) -> (u8, usize) {
        let kind = match self.words {
            Words::Record(_) => 3,
            Words::Elsewhere { .. } => 2,
            Words::Inference { .. } => 1,
            Words::Silence(_) => 0,
        };
        let mut conditions = 0;
        for condition in &self.conditions {
            condition.each_leaf(&mut |_, _| conditions += 1);
        }
        (kind, conditions)
    }
}

impl<'de> Deserialize<'de> for Utterance<AsWritten> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        macro_rules! said {
            ($form:ident, $occasion:expr, $conditions:ident) => {
                Self {
                    id: $form.id,
                    occasion: $occasion,
                    act: $form.act,
                    topic: $form.topic,
                    conditions: $form.$conditions,
                    words: $form.words,
                    effects: $form.effects,
                    stops: $form.stops,
                    faces: $form.faces,
                    idea: $form.idea,
                }
            };
        }
        Ok(match UtteranceForm::deserialize(deserializer)? {
            UtteranceForm::Reply(reply) => said!(reply, Occasion::Reply(reply.to), presumes),
            UtteranceForm::Initiative(own) => said!(own, Occasion::Initiative(own.closes), when),
        })
    }
}

/// The words of a reply or initiative, and where they come from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum Words<R: Refs = Resolved> {
    /// Words from the record that were said here: the entries in order, all by the same speaker. The record pairs them
    /// with the move.
    Record(Vec<R::Entry>),
    /// Words of the same person on the same issue, said at another point of the talk.
    Elsewhere {
        /// The entry that is quoted.
        entry: R::Entry,
        /// What it really answered: "said to Tahara about interim transfer".
        said: String,
    },
    /// The author's inference, in indirect speech: "Khrushchev would hardly ...".
    Inference {
        /// The person who would answer.
        speaker: R::Person,
        /// What this person would say, in indirect speech, in at most 60 words.
        text: String,
        /// The evidence for it. At least one quotation or entry, unless the whole talk is invented.
        #[serde(default)]
        reasoned_from: Vec<Basis<R>>,
    },
    /// Nothing is said, for this reason.
    Silence(String),
}

/// What a move, reply or initiative changes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum Effect<R: Refs = Resolved> {
    /// Moves a bar, which stays between 0 and 100.
    Bar {
        /// The bar.
        bar: Bar,
        /// By how much, -100 to 100.
        by: i8,
        /// The reason, as a sentence for the player.
        because: String,
        /// What the reason is based on.
        source: Basis<R>,
    },
    /// Sets a mark.
    Mark(R::Mark),
    /// Clears a mark.
    Unmark(R::Mark),
    /// Puts a commitment on the table.
    Commit(CommitmentForm<R>),
    /// Takes commitments of this kind on this issue off the table. If the player made them, their price is charged.
    Withdraw {
        /// The party that made the commitment.
        by: R::Party,
        /// Its kind.
        kind: CommitmentKind,
        /// Its issue.
        issue: R::Issue,
    },
    /// Makes the hint on this issue firmer: confirmed, or backed by the head of government.
    Strengthen {
        /// Its issue.
        issue: R::Issue,
        /// Its new strength.
        to: Strength,
    },
}

/// Something that stays on the table: a promise, a hint, a refusal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Commitment", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct CommitmentForm<R: Refs = Resolved> {
    /// The party that makes it.
    pub by: R::Party,
    /// Its kind.
    pub kind: CommitmentKind,
    /// The clause it is about. For a hint, the timing is usually open.
    pub clause: Clause<R>,
    /// What is on the table, in words.
    pub text: String,
    /// What going back on it costs. The price is shown before the commitment is made.
    #[serde(default)]
    pub going_back: Vec<Price>,
}

/// What going back on a commitment costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename = "Price", deny_unknown_fields)]
pub struct Price {
    /// The bar.
    pub bar: Bar,
    /// By how much, -100 to 100.
    pub by: i8,
}

/// A condition on the state of the talk.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum Condition<R: Refs = Resolved> {
    /// All of them hold.
    All(Vec<Condition<R>>),
    /// At least one of them holds.
    Any(Vec<Condition<R>>),
    /// The condition doesn't hold.
    Not(Box<Condition<R>>),
    /// The move has been made at least this often, including in this statement.
    Made(R::Move, u8),
    /// In an answer to a point: its move has now been made at least this often.
    Times(u8),
    /// In an answer to a point: its move was made by this person.
    SpokenBy(R::Person),
    /// In an answer to a point: its move was part of the latest statement, rather than left open from an earlier one.
    JustMade,
    /// These words of the record have been spoken in this game, including in this turn.
    Said(R::Entry),
    /// These words of the record were spoken in an earlier turn.
    SaidBefore(R::Entry),
    /// This reply or initiative has been given.
    Given(R::Utterance),
    /// The player's side has made a move on the issue in at least this many statements.
    Raised(R::Issue, u8),
    /// The player's side made a move on the issue in the latest statement.
    JustRaised(R::Issue),
    /// A point on the issue is open.
    Open(R::Issue),
    /// No point is open except those just made.
    NothingOpen,
    /// The mark is set.
    Marked(R::Mark),
    /// The party has a commitment of this kind on this issue on the table.
    Committed(R::Party, CommitmentKind, R::Issue),
    /// The bar is at least this high (0 to 100).
    AtLeast(Bar, u8),
    /// The bar is below this height (0 to 100).
    Below(Bar, u8),
    /// The player's side has made at least this many statements.
    Statements(u32),
    /// The player has at most this many statements left.
    Left(u32),
    /// The last statements, at least this many of them, were all made by the same person.
    OneVoice(u32),
    /// The player's side is still presenting its opening statement.
    Opening,
    /// The counterpart spoke on the topic in an earlier turn.
    Opened(R::Topic),
}

impl<R: Refs> Condition<R> {
    /// Visits the simple conditions inside this one in the order written. The flag says whether each is negated.
    pub fn each_leaf<'c>(&'c self, visit: &mut impl FnMut(&'c Self, bool)) {
        self.each_leaf_under(false, visit);
    }

    fn each_leaf_under<'c>(&'c self, not: bool, visit: &mut impl FnMut(&'c Self, bool)) {
        match self {
            Condition::All(list) | Condition::Any(list) => {
                for inner in list {
                    inner.each_leaf_under(not, visit);
                }
            }
            Condition::Not(inner) => inner.each_leaf_under(!not, visit),
            leaf => visit(leaf, not),
        }
    }
}

/// `counterpart.ron` and `counterparts/*.ron`: the agenda of the side that the model plays.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Counterpart", deny_unknown_fields)]
pub struct CounterpartDraft {
    /// The seat the model speaks for.
    pub seat: Id,
    /// The topics, in the order in which the counterpart takes them.
    pub agenda: Vec<Topic<AsWritten>>,
    /// The styles in which it can answer, with the style of the record first. If left out, that is the only one.
    #[serde(default)]
    pub styles: Vec<Style<AsWritten>>,
}

/// A topic of the counterpart's agenda.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Topic", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Topic<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// Name, as shown above what the counterpart says.
    pub name: String,
    /// Conditions under which the counterpart is ready to speak on it. If left out, always.
    #[serde(default)]
    pub opens: Vec<Condition<R>>,
    /// If the counterpart speaks on this topic, the topics after it wait for the next turn.
    #[serde(default)]
    pub exclusive: bool,
    /// Once the counterpart has spoken on this topic, the talk is over.
    #[serde(default)]
    pub closes_talk: bool,
    /// Why the counterpart takes it here and not earlier, as a sentence.
    pub because: String,
    /// What that reason is based on.
    pub source: Basis<R>,
}
