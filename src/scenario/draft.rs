//! What an author writes: the scenario as parsed, before anything in it has been checked.
//!
//! Every type here is one RON form. References are [`Id`]s that remember where they were written; nothing is resolved.
//! `docs/scenario-format.md` shows the same forms with examples.

use serde::Deserialize;

use super::place::{Id, Written};
use super::terms::{Act, Bar, CommitmentKind, Timing};

/// `scenario.ron`: the frame that the other files fill.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Scenario", deny_unknown_fields)]
pub struct ScenarioDraft {
    /// Number of the format; this program reads 1.
    pub format: u32,
    /// Id of the scenario, the name of its folder.
    pub id: Id,
    /// Title, as shown.
    pub title: String,
    /// Language of the words, as a BCP 47 tag.
    pub language: String,
    /// Day on which the talk takes place.
    pub date: Date,
    /// Where and between whom, in one line.
    pub setting: String,
    /// The question that the debrief leaves the player with.
    pub question: String,
    /// The milestones that timings are counted against, in order: here normalization, then the treaty.
    pub milestones: Vec<MilestoneDraft>,
    /// The parties. The first is the one whose seat the player takes first.
    pub parties: Vec<PartyDraft>,
    /// The seats a player can take.
    pub seats: Vec<SeatDraft>,
    /// The issues of the deal space.
    pub issues: Vec<IssueDraft>,
    /// Issues of the conduct of the talk; they have moves and effects but no place in a deal.
    pub table_issues: Vec<TableIssueDraft>,
    /// The room before the first word.
    pub room: RoomDraft,
    /// Facts of this table that effects can mark and conditions can ask for.
    pub marks: Vec<MarkDraft>,
    /// The lengths in which it can be played.
    pub lengths: Vec<LengthDraft>,
    /// Deals with a name: the rival orders of the record, the outcome of history.
    pub deals: Vec<NamedDealDraft>,
    /// Which named deal is the report as it was.
    pub report_as_it_was: Id,
    /// Which named deal is the other side's opening position, against which an unsupported clause is judged.
    pub opening_position: Id,
    /// A report needs at least this many statements before the talk is adjourned.
    pub report_after: u32,
}

/// A day; `known_to` and the like compare by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Date(pub u16, pub u8, pub u8);

/// A milestone of the deal space.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Milestone", deny_unknown_fields)]
pub struct MilestoneDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// What it means here.
    pub plain: String,
}

/// A party to the talks.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Party", deny_unknown_fields)]
pub struct PartyDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// What its side is called in running text ("the delegation", "the hosts").
    pub side: String,
}

/// A chair at the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Seat", deny_unknown_fields)]
pub struct SeatDraft {
    /// Id.
    pub id: Id,
    /// The party it speaks for.
    pub party: Id,
    /// Name, as shown.
    pub name: String,
    /// Briefing, at most 250 words, in paragraphs.
    pub brief: Vec<String>,
    /// More, one click away.
    #[serde(default)]
    pub more: Vec<String>,
    /// People who can be given the floor, in the order in which they are offered.
    pub speakers: Vec<Id>,
    /// Why this seat cannot be taken yet.
    #[serde(default)]
    pub closed_because: Option<String>,
}

/// An issue of the deal space with its positions, from one side's best to the other's.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Issue", deny_unknown_fields)]
pub struct IssueDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// One sentence in plain words.
    pub plain: String,
    /// Positions, from the first party's best to the second's.
    pub positions: Vec<PositionDraft>,
}

/// One position on an issue and the timings it can be combined with.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Position", deny_unknown_fields)]
pub struct PositionDraft {
    /// Id, unique within its issue.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// What it would mean, in plain words.
    #[serde(default)]
    pub plain: String,
    /// Allowed timings; empty means that the position has none.
    #[serde(default)]
    pub timings: Vec<Timing>,
}

/// An issue of the conduct of the talk.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "TableIssue", deny_unknown_fields)]
pub struct TableIssueDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// One sentence in plain words.
    pub plain: String,
}

/// The six bars before the first word, 0 to 100.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Room", deny_unknown_fields)]
pub struct RoomDraft {
    /// One entry a bar, each with the reason for its height.
    pub bars: Vec<BarDraft>,
}

/// One bar of the room.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Start", deny_unknown_fields)]
pub struct BarDraft {
    /// Which bar.
    pub bar: Bar,
    /// Its height at the start, 0 to 100.
    pub at: u8,
    /// Why.
    pub because: String,
    /// Where that is known from.
    pub source: SourceDraft,
}

/// A fact of this table that an effect can mark.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Mark", deny_unknown_fields)]
pub struct MarkDraft {
    /// Id.
    pub id: Id,
    /// What it says when it is marked, as a sentence a player can read.
    pub meaning: String,
}

/// A length of game.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Length", deny_unknown_fields)]
pub struct LengthDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// Statements the player has at the most.
    pub statements: u32,
    /// Issues in play; empty means all.
    #[serde(default)]
    pub issues: Vec<Id>,
    /// The named deal from which issues outside this game are taken. Left out, they stay at the opening position.
    #[serde(default)]
    pub rest: Option<Id>,
}

/// A deal with a name.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "NamedDeal", deny_unknown_fields)]
pub struct NamedDealDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// One clause for every issue.
    pub clauses: Vec<ClauseDraft>,
    /// Where it is known from.
    pub source: SourceDraft,
}

/// A position on an issue, with its timing.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Clause", deny_unknown_fields)]
pub struct ClauseDraft {
    /// The issue.
    pub issue: Id,
    /// The position.
    pub position: Id,
    /// The timing, where the position has one.
    #[serde(default)]
    pub timing: Option<Timing>,
}

/// Words of a source and their place in it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Quote", deny_unknown_fields)]
pub struct QuoteDraft {
    /// The source, by the name of its file; the scenario's only source when left out.
    #[serde(default)]
    pub source: Option<Id>,
    /// The physical line, counted from 1.
    pub line: u32,
    /// The last line, where a page break cuts the passage.
    #[serde(default)]
    pub to_line: Option<u32>,
    /// The exact words.
    pub words: Written,
}

/// Where a fact or a judgement is known from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SourceDraft {
    /// Words of a source.
    Quote(QuoteDraft),
    /// An entry of the record.
    Entry(Id),
    /// The dossier: its section, the keys of its sources, and its confidence mark (F, S, D or U).
    Dossier {
        /// Section of the dossier.
        section: String,
        /// Keys of its source list.
        keys: Vec<String>,
        /// F firm, S single source, D disputed, U unverified.
        mark: char,
    },
    /// The author's judgement, with the reason.
    Judgement(String),
    /// A rule of the model, with what it stands on.
    Model(String),
}

/// An entry of `record.ron`: one move of the real conversation.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Entry", deny_unknown_fields)]
pub struct EntryDraft {
    /// Id, `m001` and so on, in the order of the record.
    pub id: Id,
    /// Who says it.
    pub speaker: Id,
    /// To whom, in words.
    pub to: String,
    /// The act, in this project's terms.
    pub act: Act,
    /// The type under which the catalogue of the record files it.
    pub recorded_as: String,
    /// The issue or table issue.
    pub issue: Id,
    /// What exactly it is about, in the catalogue's words.
    pub about: String,
    /// The exact words.
    pub quotes: Vec<QuoteDraft>,
    /// Which entries answer it. Empty means that nothing answers it.
    #[serde(default)]
    pub answered_by: Vec<AnsweredByDraft>,
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
pub struct AnsweredByDraft {
    /// The entry that answers.
    pub entry: Id,
    /// How the pairing is known.
    pub how: HowDraft,
}

/// How an answer is known to belong to what it answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum HowDraft {
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
pub struct MoveDraft {
    /// Id.
    pub id: Id,
    /// The seat that can make it; the first seat when left out.
    #[serde(default)]
    pub seat: Option<Id>,
    /// The issue or table issue.
    pub issue: Id,
    /// The diplomatic act.
    pub act: Act,
    /// The choice in a few words, an imperative: "Ask for a visit to Khabarovsk".
    pub label: String,
    /// The words.
    pub words: MoveWordsDraft,
    /// What is said in indirect speech after the speaker's name: "asks whether ...". Used when another than the recorded
    /// speaker makes the move, and for every move that the record does not have.
    pub indirect: String,
    /// The clause it asks for or offers.
    #[serde(default)]
    pub asks: Option<ClauseDraft>,
    /// How often it can be made in one game.
    #[serde(default = "once")]
    pub times: u8,
    /// What must hold for it to be on offer.
    #[serde(default)]
    pub needs: Vec<ConditionDraft>,
    /// Who may say it; empty means everyone the seat can give the floor. The last are tried first by nobody: order is free.
    #[serde(default)]
    pub only: Vec<Id>,
    /// What it does to the room; this is the cost shown before it is made.
    #[serde(default)]
    pub effects: Vec<EffectDraft>,
    /// The idea of negotiation that is at work in it, by its glossary id.
    #[serde(default)]
    pub idea: Option<Id>,
}

fn once() -> u8 {
    1
}

/// The words of a move.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum MoveWordsDraft {
    /// The record's own words: the entries, in order, all by one speaker.
    Record(Vec<Id>),
    /// Not in the record. The words are `indirect`; here stands what they are reasoned from.
    Own {
        /// The quotations or sources it is reasoned from; at least one.
        reasoned_from: Vec<SourceDraft>,
    },
}

/// How the counterpart takes a point (`stances/*.ron`): the model's choice of the act, before any words are sought.
///
/// For each open point the first stance in file order that names its move and whose conditions all hold decides.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Stance", deny_unknown_fields)]
pub struct StanceDraft {
    /// Id.
    pub id: Id,
    /// The moves it is about.
    #[serde(default)]
    pub to: Vec<Id>,
    /// Or every move on these issues that no other stance names.
    #[serde(default)]
    pub on: Vec<Id>,
    /// What must hold.
    #[serde(default)]
    pub when: Vec<ConditionDraft>,
    /// The act.
    pub act: Act,
    /// Why the model has him act so, in a sentence for the player.
    pub because: String,
    /// What that stands on.
    pub source: SourceDraft,
}

/// What the counterpart says (`replies/*.ron`).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum UtteranceDraft {
    /// An answer to a point.
    Reply(ReplyDraft),
    /// Something he says without being asked.
    Initiative(InitiativeDraft),
}

/// An answer to a point.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyDraft {
    /// Id.
    pub id: Id,
    /// The moves it answers. An Inference may serve two at the most.
    pub to: Vec<Id>,
    /// The act it performs.
    pub act: Act,
    /// The topic of his agenda under which he says it.
    pub topic: Id,
    /// What must be true for these words to make sense.
    #[serde(default)]
    pub presumes: Vec<ConditionDraft>,
    /// The words.
    pub words: WordsDraft,
    /// What it does.
    #[serde(default)]
    pub effects: Vec<EffectDraft>,
    /// He says this and stops: what else he had to say waits for the next statement.
    #[serde(default)]
    pub stops: bool,
    /// Moves of which the next statement has to hold one; empty means that nothing has to be faced.
    #[serde(default)]
    pub faces: Vec<Id>,
    /// The idea of negotiation that is at work in it, by its glossary id.
    #[serde(default)]
    pub idea: Option<Id>,
}

/// Something the counterpart says without being asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeDraft {
    /// Id.
    pub id: Id,
    /// The act it performs.
    pub act: Act,
    /// The topic of his agenda under which he says it.
    pub topic: Id,
    /// What moves him to say it, and what must be true for the words to make sense.
    #[serde(default)]
    pub when: Vec<ConditionDraft>,
    /// The words.
    pub words: WordsDraft,
    /// Moves whose open points it also answers.
    #[serde(default)]
    pub closes: Vec<Id>,
    /// What it does.
    #[serde(default)]
    pub effects: Vec<EffectDraft>,
    /// He says this and stops.
    #[serde(default)]
    pub stops: bool,
    /// Moves of which the next statement has to hold one; empty means that nothing has to be faced.
    #[serde(default)]
    pub faces: Vec<Id>,
    /// The idea of negotiation that is at work in it, by its glossary id.
    #[serde(default)]
    pub idea: Option<Id>,
}

/// The words of an answer and what they are.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum WordsDraft {
    /// The record's own words at this place: entries, in order, all by one speaker. The pairing is the record's.
    Record(Vec<Id>),
    /// Words of the same person, on the same issue, said at another point.
    Elsewhere {
        /// The entry.
        entry: Id,
        /// What it really answered: "said to Tahara about interim transfer".
        said: String,
    },
    /// The author's inference, in indirect speech: "Khrushchev would hardly ...".
    Inference {
        /// Who is meant to answer.
        speaker: Id,
        /// The text.
        text: String,
        /// What it is reasoned from; at least one quotation or entry.
        reasoned_from: Vec<SourceDraft>,
    },
    /// Nothing is said, and this is why.
    Silence(String),
}

/// What an act does, always with its reason.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum EffectDraft {
    /// Moves a bar.
    Bar {
        /// The bar.
        bar: Bar,
        /// By how much, -100 to 100.
        by: i8,
        /// The reason, as a sentence for the player.
        because: String,
        /// What the reason stands on.
        source: SourceDraft,
    },
    /// Marks a fact.
    Mark(Id),
    /// Unmarks it.
    Unmark(Id),
    /// Puts a commitment on the table.
    Commit(CommitmentDraft),
    /// Takes commitments of this kind on this issue off the table, at their price if the player made them.
    Withdraw {
        /// The party whose commitment it is.
        by: Id,
        /// Kind.
        kind: CommitmentKind,
        /// Issue.
        issue: Id,
    },
    /// Makes the hint on this issue stronger: confirmed, or covered by the head of government.
    Strengthen {
        /// Issue.
        issue: Id,
        /// To this strength.
        to: super::terms::Strength,
    },
}

/// A commitment, as a typed object.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Commitment", deny_unknown_fields)]
pub struct CommitmentDraft {
    /// The party that makes it.
    pub by: Id,
    /// Kind.
    pub kind: CommitmentKind,
    /// The clause it is about; the timing is usually open for a hint.
    pub clause: ClauseDraft,
    /// What stands on the table, in words.
    pub text: String,
    /// Price of going back on it, as bars; shown before it is made.
    #[serde(default)]
    pub going_back: Vec<PriceDraft>,
}

/// What going back costs.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Price", deny_unknown_fields)]
pub struct PriceDraft {
    /// The bar.
    pub bar: Bar,
    /// By how much.
    pub by: i8,
}

/// A condition on the state of the talk.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ConditionDraft {
    /// All hold.
    All(Vec<ConditionDraft>),
    /// One holds.
    Any(Vec<ConditionDraft>),
    /// It does not hold.
    Not(Box<ConditionDraft>),
    /// The move has been made at least this often, this statement included.
    Made(Id, u8),
    /// In an answer to a point: its move has now been made at least this often.
    Times(u8),
    /// In an answer to a point: its move was made by this person.
    SpokenBy(Id),
    /// In an answer to a point: its move belongs to the statement just made (and is not a point left over).
    JustMade,
    /// These words of the record have been spoken in this game, this turn included.
    Said(Id),
    /// These words of the record were spoken in an earlier turn.
    SaidBefore(Id),
    /// This reply or initiative has been given.
    Given(Id),
    /// The delegation has made a move on the issue in at least this many statements.
    Raised(Id, u8),
    /// The delegation made a move on the issue in the statement just made.
    JustRaised(Id),
    /// A point on the issue is open.
    Open(Id),
    /// No point is open but those just made.
    NothingOpen,
    /// The mark is set.
    Marked(Id),
    /// The party has a commitment of the kind on the issue on the table.
    Committed(Id, CommitmentKind, Id),
    /// A bar stands at least this high.
    AtLeast(Bar, u8),
    /// A bar stands below this.
    Below(Bar, u8),
    /// The delegation has made at least this many statements.
    Statements(u32),
    /// The player has at most this many statements left.
    Left(u32),
    /// The delegation is still presenting its opening statement.
    Opening,
    /// The counterpart has spoken to a topic before this turn.
    Opened(Id),
}

/// `counterpart.ron`: the other side's order of business.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Counterpart", deny_unknown_fields)]
pub struct CounterpartDraft {
    /// The seat it sits in.
    pub seat: Id,
    /// The topics in the order in which he takes them.
    pub agenda: Vec<TopicDraft>,
}

/// A topic of the counterpart's agenda.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Topic", deny_unknown_fields)]
pub struct TopicDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown above what he says.
    pub name: String,
    /// When he is ready to speak to it; always, when left out.
    #[serde(default)]
    pub opens: Vec<ConditionDraft>,
    /// While he has something to say here, everything after it waits.
    #[serde(default)]
    pub exclusive: bool,
    /// When this topic has been spoken to, the talk is over.
    #[serde(default)]
    pub closes_talk: bool,
    /// Why he takes it here and not before.
    pub because: String,
    /// What that stands on.
    pub source: SourceDraft,
}

/// `values/*.ron`: what one party wants, and who at home must accept it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Values", deny_unknown_fields)]
pub struct ValuesDraft {
    /// The party.
    pub party: Id,
    /// One preference for every issue of the deal space.
    pub preferences: Vec<PreferenceDraft>,
    /// What goes together for this party.
    #[serde(default)]
    pub linkages: Vec<LinkageDraft>,
    /// What it falls back on.
    pub reservation: ReservationDraft,
    /// Those at home who have a say.
    pub audiences: Vec<AudienceDraft>,
}

/// Low, middle and high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct RangeDraft(pub u32, pub u32, pub u32);

/// Weight and points of one issue for one party.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Preference", deny_unknown_fields)]
pub struct PreferenceDraft {
    /// The issue.
    pub issue: Id,
    /// Weight, 0 to 100; the middles of a party sum to 100.
    pub weight: RangeDraft,
    /// What the weight stands on.
    pub source: SourceDraft,
    /// One entry for every allowed pair.
    pub points: Vec<PointsDraft>,
}

/// Points of one pair of position and timing.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Points", deny_unknown_fields)]
pub struct PointsDraft {
    /// The position.
    pub position: Id,
    /// The timing, where the position has one.
    #[serde(default)]
    pub timing: Option<Timing>,
    /// Points, 0 to 100.
    pub points: RangeDraft,
    /// What they stand on.
    pub source: SourceDraft,
}

/// A linkage of one party: the points that a deal loses when it breaks the condition.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Linkage", deny_unknown_fields)]
pub struct LinkageDraft {
    /// Id.
    pub id: Id,
    /// What goes together, in words.
    pub text: String,
    /// The condition that a deal has to keep.
    pub keeps: DealConditionDraft,
    /// Value lost when it is broken, on the scale of a deal (0 to 10,000).
    pub loses: RangeDraft,
    /// A red line; only with a quotation.
    #[serde(default)]
    pub hard: bool,
    /// What it stands on.
    pub source: SourceDraft,
}

/// A condition on a deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum DealConditionDraft {
    /// All hold.
    All(Vec<DealConditionDraft>),
    /// One holds.
    Any(Vec<DealConditionDraft>),
    /// It does not hold.
    Not(Box<DealConditionDraft>),
    /// If the first holds, the second holds.
    If(Box<DealConditionDraft>, Box<DealConditionDraft>),
    /// The issue has one of these positions.
    Is(Id, Vec<Id>),
    /// The issue has one of these timings.
    At(Id, Vec<Timing>),
}

/// What a party falls back on if there is no deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Reservation", deny_unknown_fields)]
pub struct ReservationDraft {
    /// On the scale of a deal (0 to 10,000).
    pub value: RangeDraft,
    /// The best alternative to a negotiated agreement, in words.
    pub batna: String,
    /// What it stands on.
    pub source: SourceDraft,
}

/// People at home who must be able to accept the deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Audience", deny_unknown_fields)]
pub struct AudienceDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// What it wants, in a sentence.
    pub wants: String,
    /// What it can accept, clause by clause, each with what it says.
    pub accepts: Vec<AcceptanceDraft>,
    /// Whether the deal cannot be ratified without it.
    #[serde(default)]
    pub ratifies: bool,
    /// By whom its opinion is only claimed.
    #[serde(default)]
    pub claimed_by: Option<Id>,
    /// First day on which it exists.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// What this stands on.
    pub source: SourceDraft,
}

/// One thing an audience looks at in a deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Looks", deny_unknown_fields)]
pub struct AcceptanceDraft {
    /// The issue it looks at.
    pub issue: Id,
    /// What it can accept.
    pub accepts: DealConditionDraft,
    /// What it says when it can, in our words.
    pub yes: String,
    /// What it says when it cannot.
    pub no: String,
    /// It rejects the whole deal over this.
    #[serde(default)]
    pub essential: bool,
}

/// `people.ron`: a person or a group.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Person", deny_unknown_fields)]
pub struct PersonDraft {
    /// Id.
    pub id: Id,
    /// Name, as shown ("Khrushchev").
    pub name: String,
    /// Full name with the order of the source's language.
    #[serde(default)]
    pub full_name: String,
    /// The party it sits with; none for people who are only mentioned.
    #[serde(default)]
    pub party: Option<Id>,
    /// What the record calls this speaker before the full stop, as printed.
    #[serde(default)]
    pub printed_as: Vec<String>,
    /// Political party or office at the date, as far as known; left out where unknown.
    #[serde(default)]
    pub standing: String,
    /// Card, in our own words.
    pub card: String,
    /// F, S, D or U.
    pub mark: char,
    /// Identity or party marked "probably" or U: no direct speech is invented.
    #[serde(default)]
    pub uncertain: bool,
    /// Keys of the dossier.
    #[serde(default)]
    pub keys: Vec<String>,
    /// First day.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// Parties that know of it at the date; empty means public.
    #[serde(default)]
    pub known_to: Vec<Id>,
}

/// `glossary.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Term", deny_unknown_fields)]
pub struct TermDraft {
    /// Id.
    pub id: Id,
    /// The term.
    pub term: String,
    /// What it means, in at most 60 words.
    pub means: String,
    /// An idea of negotiation, or a word of the history.
    pub kind: TermKind,
    /// Where the definition comes from.
    pub source: String,
}

/// Two kinds of glossary entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum TermKind {
    /// An idea of negotiation.
    Idea,
    /// A word of the history.
    History,
}

/// `timeline.ron`: what happened, before and after.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Fact", deny_unknown_fields)]
pub struct FactDraft {
    /// Id.
    pub id: Id,
    /// The day, or the first one.
    pub date: Date,
    /// The date, as shown ("Late September 1955").
    pub shown: String,
    /// What happened, in our own words.
    pub text: String,
    /// Keys of the dossier.
    pub keys: Vec<String>,
    /// F, S, D or U.
    pub mark: char,
    /// Parties that know of it at the date of the talk; empty means public.
    #[serde(default)]
    pub known_to: Vec<Id>,
    /// Shown in the debrief as what happened next.
    #[serde(default)]
    pub aftermath: bool,
}

/// `contested.ron`: a point on which the sides or the sources differ.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Contested", deny_unknown_fields)]
pub struct ContestedDraft {
    /// Id.
    pub id: Id,
    /// The question.
    pub question: String,
    /// The readings, each with who holds it.
    pub readings: Vec<ReadingDraft>,
    /// Keys of the dossier.
    pub keys: Vec<String>,
}

/// One reading of a contested point.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Reading", deny_unknown_fields)]
pub struct ReadingDraft {
    /// Who holds it.
    pub held_by: String,
    /// The reading.
    pub text: String,
}

/// `tasks.ron`: a task with the sources.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Task", deny_unknown_fields)]
pub struct TaskDraft {
    /// Id.
    pub id: Id,
    /// Sourcing, close reading, corroboration, or criticise the model.
    pub kind: TaskKind,
    /// Title.
    pub title: String,
    /// The task.
    pub text: String,
    /// Passages to work with.
    #[serde(default)]
    pub quotes: Vec<QuoteDraft>,
}

/// Kinds of tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum TaskKind {
    /// Who made this source, when, for whom?
    Sourcing,
    /// What exactly do the words say?
    CloseReading,
    /// What do other sources say?
    Corroboration,
    /// Does a conclusion stand when a rule or weight changes?
    CriticiseTheModel,
}

/// `endings.ron`: the four measures and the rules of the model that rest on one case.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Endings", deny_unknown_fields)]
pub struct EndingsDraft {
    /// The four measures, each with five bands.
    pub measures: Vec<MeasureDraft>,
    /// Share, in per cent, that a support of each strength earns of the way from the opening position to the clause.
    pub earns: Vec<EarnsDraft>,
    /// Causal rules that rest on one instance, each with another reading.
    pub single_case_rules: Vec<SingleCaseDraft>,
    /// Trust lost by a clause of the report that contradicts a refusal.
    pub contradiction_costs: u8,
}

/// A measure of an ending.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Measure", deny_unknown_fields)]
pub struct MeasureDraft {
    /// Which.
    pub measure: super::terms::Measure,
    /// Name, as shown.
    pub name: String,
    /// What it measures, in a sentence.
    pub plain: String,
    /// Five bands, from the lowest.
    pub bands: Vec<BandDraft>,
}

/// A band of a measure.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Band", deny_unknown_fields)]
pub struct BandDraft {
    /// The smallest number that falls in it, 0 to 100.
    pub from: u8,
    /// What it says.
    pub text: String,
}

/// What a kind of support earns.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Earns", deny_unknown_fields)]
pub struct EarnsDraft {
    /// Kind of the commitment that supports the clause.
    pub kind: CommitmentKind,
    /// For a hint, its strength.
    #[serde(default)]
    pub strength: Option<super::terms::Strength>,
    /// Per cent.
    pub percent: u8,
    /// Why, in words.
    pub because: String,
}

/// A rule that rests on one instance.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "SingleCase", deny_unknown_fields)]
pub struct SingleCaseDraft {
    /// Id.
    pub id: Id,
    /// The rule.
    pub rule: String,
    /// The one instance it rests on.
    pub instance: SourceDraft,
    /// Another reading of the same case.
    pub other_reading: String,
}

/// `sources/*.source.ron`: what is known about a source.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Source", deny_unknown_fields)]
pub struct SourceFileDraft {
    /// Id by which quotations name it.
    pub id: Id,
    /// The text beside this file.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Citation.
    pub citation: Written,
    /// Who made it possible.
    pub credits: String,
    /// Licence or what is known of it.
    pub rights: String,
    /// Where it was found.
    pub url: String,
    /// Who speaks, line by line.
    pub turns: Vec<TurnDraft>,
    /// Notes for the errata, shown beside the text, never in it.
    pub notes: Vec<NoteDraft>,
}

/// A turn of a transcript.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Turn", deny_unknown_fields)]
pub struct TurnDraft {
    /// Who speaks.
    pub speaker: Id,
    /// First line.
    pub from: u32,
    /// Last line.
    pub to: u32,
}

/// A note on a line of a source.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Note", deny_unknown_fields)]
pub struct NoteDraft {
    /// The lines it is about; empty for the whole document.
    pub lines: Vec<u32>,
    /// The words it is about, as printed.
    #[serde(default)]
    pub printed: String,
    /// The note.
    pub text: String,
}
