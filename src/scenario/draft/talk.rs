//! The talk: the record, moves, stances, replies and initiatives with their effects and conditions, and the agenda.

use serde::{Deserialize, Deserializer};

use super::*;
use crate::scenario::place::Id;
use crate::scenario::refs::{AsWritten, Refs, Resolved};
use crate::scenario::terms::{Act, Bar, CommitmentKind, Strength};

/// An entry of `record.ron`: one move of the real conversation.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Entry", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Entry<R: Refs = Resolved> {
    /// Id, `m001` and so on, in the order of the record.
    pub id: R::Id,
    /// Who says it.
    pub speaker: R::Person,
    /// To whom, in words.
    pub to: String,
    /// The act, in this project's terms.
    pub act: Act,
    /// The type under which the catalogue of the record files it.
    pub recorded_as: String,
    /// The issue or table issue.
    pub issue: R::Issue,
    /// What exactly it is about, in the catalogue's words.
    pub about: String,
    /// The exact words.
    pub quotes: Vec<Quote<R>>,
    /// Which entries answer it. Empty means that nothing answers it.
    #[serde(default)]
    pub answered_by: Vec<Answer<R>>,
    /// What the reader should know.
    #[serde(default)]
    pub note: String,
    /// The long passage in plain words, marked as ours when shown.
    #[serde(default)]
    pub plain: Option<String>,
    /// Where the speaker leaves open which milestone he means.
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
    /// How the pairing is known.
    pub how: Pairing,
}

/// How an answer is known to belong to what it answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Pairing {
    /// The next thing said.
    AtOnce,
    /// Later in the record; the game counts the lines.
    Later,
    /// Paired by the author, with the reason.
    Paired(String),
}

/// A move that a seat can make (`moves.ron`, `moves/*.ron`).
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Move", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Move<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// The seat that can make it; the first seat when left out.
    #[serde(default)]
    pub seat: R::MoveSeat,
    /// The issue or table issue.
    pub issue: R::Issue,
    /// The diplomatic act.
    pub act: Act,
    /// The choice in a few words, an imperative: "Ask for a visit to Khabarovsk".
    pub label: String,
    /// Whose words they are: the record's or your own.
    pub words: MoveWords<R>,
    /// What is said in indirect speech after the speaker's name: "asks whether ...". Used when another than the recorded
    /// speaker makes the move, and for every move that the record does not have.
    pub indirect: String,
    /// The clause it asks for or offers.
    #[serde(default)]
    pub asks: Option<Clause<R>>,
    /// How often it can be made in one game, 1 to 9.
    #[serde(default = "once")]
    pub times: u8,
    /// What must hold for it to be on offer.
    #[serde(default)]
    pub needs: Vec<Condition<R>>,
    /// Who may say it; empty means everyone to whom the seat can give the floor.
    #[serde(default)]
    pub only: Vec<R::Person>,
    /// What it does to the room; this is the cost shown before it is made.
    #[serde(default)]
    pub effects: Vec<Effect<R>>,
    /// The idea of negotiation that is at work in it, by its glossary id.
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
    /// The record's own words: the entries, in order, all by one speaker.
    Record(Vec<R::Entry>),
    /// Not in the record. The words are `indirect`; here stands what they are reasoned from.
    Own {
        /// The quotations or sources it is reasoned from; at least one, except where the whole talk is invented.
        #[serde(default)]
        reasoned_from: Vec<Basis<R>>,
    },
}

/// How the counterpart takes a point (`stances/*.ron`): the model's choice of the act, before any words are sought.
///
/// For each open point the first stance in file order that names its move and whose conditions all hold decides.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Stance", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Stance<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// The moves it is about.
    #[serde(default)]
    pub to: Vec<R::Move>,
    /// Or every move on these issues that no other stance names.
    #[serde(default)]
    pub on: Vec<R::Issue>,
    /// What must hold for it to count; it always does when left out.
    #[serde(default)]
    pub when: Vec<Condition<R>>,
    /// How he takes it.
    pub act: Act,
    /// Why he takes it so, in a sentence for the player.
    pub because: String,
    /// What that reason stands on.
    pub source: Basis<R>,
}

/// What the counterpart says (`replies/*.ron`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum UtteranceForm {
    /// An answer to a point.
    Reply(ReplyDraft),
    /// Something he says without being asked.
    Initiative(InitiativeDraft),
}

/// An answer to a point.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyDraft {
    /// The name by which other forms call it.
    id: Id,
    /// The moves it answers. An Inference may serve two at the most.
    to: Vec<Id>,
    /// The act it performs.
    act: Act,
    /// The topic of his agenda under which he says it.
    topic: Id,
    /// What must be true for these words to make sense.
    #[serde(default)]
    presumes: Vec<Condition<AsWritten>>,
    /// What is heard.
    words: Words<AsWritten>,
    /// What it does to the room and the table.
    #[serde(default)]
    effects: Vec<Effect<AsWritten>>,
    /// He says this and stops: what else he had to say waits for the next statement.
    #[serde(default)]
    stops: bool,
    /// Moves of which the next statement has to hold one; empty means that nothing has to be faced.
    #[serde(default)]
    faces: Vec<Id>,
    /// The idea of negotiation that is at work in it, by its glossary id.
    #[serde(default)]
    idea: Option<Id>,
}

/// Something the counterpart says without being asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InitiativeDraft {
    /// The name by which other forms call it.
    id: Id,
    /// The act it performs.
    act: Act,
    /// The topic of his agenda under which he says it.
    topic: Id,
    /// What moves him to say it, and what must be true for the words to make sense.
    #[serde(default)]
    when: Vec<Condition<AsWritten>>,
    /// What is heard.
    words: Words<AsWritten>,
    /// Moves whose open points it also answers.
    #[serde(default)]
    closes: Vec<Id>,
    /// What it does to the room and the table.
    #[serde(default)]
    effects: Vec<Effect<AsWritten>>,
    /// He says this and stops.
    #[serde(default)]
    stops: bool,
    /// Moves of which the next statement has to hold one; empty means that nothing has to be faced.
    #[serde(default)]
    faces: Vec<Id>,
    /// The idea of negotiation that is at work in it, by its glossary id.
    #[serde(default)]
    idea: Option<Id>,
}

/// Something the counterpart can say.
#[derive(Debug, Clone)]
pub struct Utterance<R: Refs = Resolved> {
    pub id: R::Id,
    pub occasion: Occasion<R>,
    pub act: Act,
    pub topic: R::Topic,
    /// `presumes` of a reply, `when` of an initiative.
    pub conditions: Vec<Condition<R>>,
    pub words: Words<R>,
    pub effects: Vec<Effect<R>>,
    /// Ends the counterpart's turn.
    pub stops: bool,
    /// Moves of which the next statement must hold one.
    pub faces: Vec<R::Move>,
    /// Idea of negotiation, from the glossary.
    pub idea: Option<R::Term>,
}

/// What makes the counterpart say it.
#[derive(Debug, Clone)]
pub enum Occasion<R: Refs = Resolved> {
    /// An answer to one of these moves.
    Reply(Vec<R::Move>),
    /// His own wish; also answers points of these moves.
    Initiative(Vec<R::Move>),
}

impl<R: Refs> Occasion<R> {
    /// The moves it answers.
    pub const fn moves(&self) -> &Vec<R::Move> {
        let (Occasion::Reply(moves) | Occasion::Initiative(moves)) = self;
        moves
    }

    /// Whether it is an answer to a point.
    pub const fn is_reply(&self) -> bool {
        matches!(self, Occasion::Reply(_))
    }
}

impl<R: Refs> Utterance<R> {
    /// Which of two replies to a point comes first: Record before Elsewhere before Inference before silence, then the one with more
    /// conditions. The greater one is preferred.
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

/// The words of an answer and what they are.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum Words<R: Refs = Resolved> {
    /// The record's own words at this place: entries, in order, all by one speaker. The pairing is the record's.
    Record(Vec<R::Entry>),
    /// Words of the same person, on the same issue, said at another point.
    Elsewhere {
        /// The entry whose words are heard.
        entry: R::Entry,
        /// What it really answered: "said to Tahara about interim transfer".
        said: String,
    },
    /// The author's inference, in indirect speech: "Khrushchev would hardly ...".
    Inference {
        /// Who is meant to answer.
        speaker: R::Person,
        /// What he would say, in indirect speech, at most 60 words.
        text: String,
        /// What it is reasoned from; at least one quotation or entry, except where the whole talk is invented.
        #[serde(default)]
        reasoned_from: Vec<Basis<R>>,
    },
    /// Nothing is said, and this is why.
    Silence(String),
}

/// What an act does, always with its reason.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum Effect<R: Refs = Resolved> {
    /// Moves a bar; it stays within 0 and 100.
    Bar {
        /// The bar.
        bar: Bar,
        /// By how much, -100 to 100.
        by: i8,
        /// The reason, as a sentence for the player.
        because: String,
        /// What the reason stands on.
        source: Basis<R>,
    },
    /// Sets a mark.
    Mark(R::Mark),
    /// Takes a mark back.
    Unmark(R::Mark),
    /// Puts a commitment on the table.
    Commit(CommitmentForm<R>),
    /// Takes commitments of this kind on this issue off the table, at their price if the player made them.
    Withdraw {
        /// The party whose commitment it is.
        by: R::Party,
        /// Kind.
        kind: CommitmentKind,
        /// Issue.
        issue: R::Issue,
    },
    /// Makes the hint on this issue stronger: confirmed, or covered by the head of government.
    Strengthen {
        /// Issue.
        issue: R::Issue,
        /// How strong it is from now on.
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
    /// Kind.
    pub kind: CommitmentKind,
    /// The clause it is about; the timing is usually open for a hint.
    pub clause: Clause<R>,
    /// What stands on the table, in words.
    pub text: String,
    /// What going back on it costs; shown before it is made.
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
    /// It does not hold.
    Not(Box<Condition<R>>),
    /// The move has been made at least this often, this statement included.
    Made(R::Move, u8),
    /// In an answer to a point: its move has now been made at least this often.
    Times(u8),
    /// In an answer to a point: its move was made by this person.
    SpokenBy(R::Person),
    /// In an answer to a point: its move belongs to the statement just made (and is not a point left over).
    JustMade,
    /// These words of the record have been spoken in this game, this turn included.
    Said(R::Entry),
    /// These words of the record were spoken in an earlier turn.
    SaidBefore(R::Entry),
    /// This reply or initiative has been given.
    Given(R::Utterance),
    /// The player's side has made a move on the issue in at least this many statements.
    Raised(R::Issue, u8),
    /// The player's side made a move on the issue in the statement just made.
    JustRaised(R::Issue),
    /// A point on the issue is open.
    Open(R::Issue),
    /// No point is open but those just made.
    NothingOpen,
    /// The mark is set.
    Marked(R::Mark),
    /// The party has a commitment of the kind on the issue on the table.
    Committed(R::Party, CommitmentKind, R::Issue),
    /// A bar stands at least this high (0 to 100).
    AtLeast(Bar, u8),
    /// A bar stands below this (0 to 100).
    Below(Bar, u8),
    /// The player's side has made at least this many statements.
    Statements(u32),
    /// The player has at most this many statements left.
    Left(u32),
    /// At least this many statements were made, and the last ones, so many, by one and the same person.
    OneVoice(u32),
    /// The player's side is still presenting its opening statement.
    Opening,
    /// The counterpart has spoken to a topic before this turn.
    Opened(R::Topic),
}

impl<R: Refs> Condition<R> {
    /// Visits every condition that holds no others, in the order in which they are written, with whether it is negated.
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

/// `counterpart.ron` and `counterparts/*.ron`: the order of business of a side when the other one is played.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Counterpart", deny_unknown_fields)]
pub struct CounterpartDraft {
    /// The seat of the side that answers.
    pub seat: Id,
    /// The topics in the order in which he takes them.
    pub agenda: Vec<Topic<AsWritten>>,
    /// In which styles it can answer, the record's own manner first; when left out there is just that one.
    #[serde(default)]
    pub styles: Vec<Style<AsWritten>>,
}

/// A topic of the counterpart's agenda.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Topic", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Topic<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// Name, as shown above what he says.
    pub name: String,
    /// When he is ready to speak to it; always, when left out.
    #[serde(default)]
    pub opens: Vec<Condition<R>>,
    /// While he has something to say here, everything after it waits.
    #[serde(default)]
    pub exclusive: bool,
    /// When this topic has been spoken to, the talk is over.
    #[serde(default)]
    pub closes_talk: bool,
    /// Why he takes it here and not before, as a sentence.
    pub because: String,
    /// What that reason stands on.
    pub source: Basis<R>,
}
