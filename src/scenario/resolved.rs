//! The checked scenario: read-only, every reference a small number, every list in its final order.

use std::collections::HashMap;

use super::draft::{
    BandDraft, ContestedDraft, Date, FactDraft, NoteDraft, TaskDraft, TermDraft, TurnDraft,
};
use super::ids::{
    EntryId, IssueId, MarkId, MoveId, PartyId, PersonId, PositionId, SeatId, TopicId, UtteranceId,
};
use super::source::Source;
use super::terms::{Act, Bar, CommitmentKind, Measure, Strength, Timing};

/// A scenario that play, analysis and debrief can rely on.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Id, the name of its folder.
    pub id: String,
    /// Number of the format.
    pub format: u32,
    /// Hash of all its files, for journals.
    pub content_hash: String,
    /// Title.
    pub title: String,
    /// Day of the talk.
    pub date: Date,
    /// Where and between whom.
    pub setting: String,
    /// The question the debrief leaves.
    pub question: String,
    /// Milestones, in order: name and meaning.
    pub milestones: Vec<(String, String)>,
    /// Parties.
    pub parties: Vec<Party>,
    /// Seats.
    pub seats: Vec<Seat>,
    /// Issues of the deal space, then table issues.
    pub issues: Vec<Issue>,
    /// The room before the first word, by [`Bar::index`].
    pub room: [Start; 6],
    /// Marks: id and meaning.
    pub marks: Vec<(String, String)>,
    /// Lengths of game.
    pub lengths: Vec<Length>,
    /// Named deals.
    pub deals: Vec<NamedDeal>,
    /// Index of the report as it was in `deals`.
    pub report_as_it_was: usize,
    /// Index of the other side's opening position in `deals`.
    pub opening_position: usize,
    /// Statements without which adjourning leaves no report.
    pub report_after: u32,
    /// People and groups.
    pub people: Vec<Person>,
    /// The record, in order.
    pub record: Vec<Entry>,
    /// Moves.
    pub moves: Vec<Move>,
    /// Stances.
    pub stances: Vec<Stance>,
    /// For each move the stances that can decide on it, in the order in which they are tried.
    pub stances_of: Vec<Vec<u16>>,
    /// Replies and initiatives, in file order.
    pub utterances: Vec<Utterance>,
    /// For each move the replies that answer it.
    pub replies_of: Vec<Vec<UtteranceId>>,
    /// For each topic its utterances, in file order.
    pub utterances_of: Vec<Vec<UtteranceId>>,
    /// The seat of the counterpart.
    pub counterpart: SeatId,
    /// Its agenda.
    pub topics: Vec<Topic>,
    /// Values, by party.
    pub values: Vec<Values>,
    /// Measures of an ending, in the order of [`Measure::ALL`].
    pub measures: Vec<MeasureText>,
    /// What support earns.
    pub earns: Vec<Earns>,
    /// Rules of the model that rest on one case.
    pub single_cases: Vec<SingleCase>,
    /// Trust lost by a clause that contradicts a refusal.
    pub contradiction_costs: u8,
    /// Glossary.
    pub glossary: Vec<TermDraft>,
    /// Timeline.
    pub timeline: Vec<FactDraft>,
    /// Contested points.
    pub contested: Vec<ContestedDraft>,
    /// Tasks.
    pub tasks: Vec<TaskDraft>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Recorded games: file name and text.
    pub playthroughs: Vec<(String, String)>,
    /// Numbers of the written ids.
    pub(super) names: Names,
}

/// Numbers of the written ids, by kind.
#[derive(Debug, Clone, Default)]
pub struct Names {
    pub(super) parties: HashMap<String, u16>,
    pub(super) seats: HashMap<String, u16>,
    pub(super) people: HashMap<String, u16>,
    pub(super) issues: HashMap<String, u16>,
    pub(super) marks: HashMap<String, u16>,
    pub(super) record: HashMap<String, u16>,
    pub(super) moves: HashMap<String, u16>,
    pub(super) utterances: HashMap<String, u16>,
    pub(super) topics: HashMap<String, u16>,
    pub(super) glossary: HashMap<String, u16>,
    pub(super) deals: HashMap<String, u16>,
    pub(super) lengths: HashMap<String, u16>,
}

/// A party.
#[derive(Debug, Clone)]
pub struct Party {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What its side is called.
    pub side: String,
}

/// A seat.
#[derive(Debug, Clone)]
pub struct Seat {
    /// Id.
    pub id: String,
    /// Party.
    pub party: PartyId,
    /// Name.
    pub name: String,
    /// Briefing.
    pub brief: Vec<String>,
    /// More.
    pub more: Vec<String>,
    /// Delegates that can be given the floor.
    pub speakers: Vec<PersonId>,
    /// Why it cannot be taken yet.
    pub closed_because: Option<String>,
}

/// An issue, of the deal space or of the table.
#[derive(Debug, Clone)]
pub struct Issue {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// In plain words.
    pub plain: String,
    /// Positions; empty for a table issue.
    pub positions: Vec<Position>,
    /// Allowed pairs, in order; empty for a table issue.
    pub pairs: Vec<Pair>,
}

/// A position.
#[derive(Debug, Clone)]
pub struct Position {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// In plain words.
    pub plain: String,
}

/// An allowed pair of position and timing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// Position.
    pub position: PositionId,
    /// Timing, where the position has one.
    pub timing: Option<Timing>,
}

/// Start of a bar.
#[derive(Debug, Clone)]
pub struct Start {
    /// Height, 0 to 100.
    pub at: u8,
    /// Why.
    pub because: String,
    /// On what that stands.
    pub source: Basis,
}

/// A length of game.
#[derive(Debug, Clone)]
pub struct Length {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Statements at the most.
    pub statements: u32,
    /// For each issue (deal and table), whether it is in play.
    pub in_play: Vec<bool>,
    /// Where a report starts: the other side's opening position, and for issues outside this game what they are taken to be.
    pub opening: Deal,
}

/// A deal: for each issue of the deal space the index of its pair.
pub type Deal = Vec<u16>;

/// A named deal.
#[derive(Debug, Clone)]
pub struct NamedDeal {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The deal.
    pub deal: Deal,
    /// On what it stands.
    pub source: Basis,
}

/// A proved quotation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quotation {
    /// Index of the source.
    pub source: u16,
    /// Line, from 1.
    pub line: u32,
    /// Last line.
    pub to_line: u32,
    /// The source's own words.
    pub words: String,
}

/// On what a fact or a judgement stands.
#[derive(Debug, Clone)]
pub enum Basis {
    /// Words of a source.
    Quote(Quotation),
    /// An entry of the record.
    Entry(EntryId),
    /// The dossier.
    Dossier {
        /// Section.
        section: String,
        /// Keys of its source list.
        keys: Vec<String>,
        /// Confidence mark.
        mark: char,
    },
    /// The author's judgement.
    Judgement(String),
    /// A rule of the model.
    Model(String),
}

/// A person or group.
#[derive(Debug, Clone)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Full name.
    pub full_name: String,
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
    /// Keys of the dossier.
    pub keys: Vec<String>,
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
#[allow(
    missing_docs,
    reason = "each variant is documented on the draft it is resolved from"
)]
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

/// Low, middle, high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Lowest.
    pub low: u32,
    /// Middle.
    pub mid: u32,
    /// Highest.
    pub high: u32,
}

/// What a party wants.
#[derive(Debug, Clone)]
pub struct Values {
    /// Party.
    pub party: PartyId,
    /// By issue of the deal space.
    pub preferences: Vec<Preference>,
    /// Linkages.
    pub linkages: Vec<Linkage>,
    /// Reservation value, 0 to 10,000.
    pub reservation: Range,
    /// The best alternative to a negotiated agreement.
    pub batna: String,
    /// On what that stands.
    pub batna_source: Basis,
    /// Those at home.
    pub audiences: Vec<Audience>,
}

/// Weight and points.
#[derive(Debug, Clone)]
pub struct Preference {
    /// Weight, 0 to 100.
    pub weight: Range,
    /// On what that stands.
    pub source: Basis,
    /// By pair of the issue.
    pub points: Vec<(Range, Basis)>,
}

/// A linkage.
#[derive(Debug, Clone)]
pub struct Linkage {
    /// Id.
    pub id: String,
    /// In words.
    pub text: String,
    /// What a deal keeps.
    pub keeps: DealCondition,
    /// What it loses else.
    pub loses: Range,
    /// Red line.
    pub hard: bool,
    /// On what that stands.
    pub source: Basis,
}

/// A condition on a deal.
#[derive(Debug, Clone)]
pub enum DealCondition {
    /// All hold.
    All(Vec<DealCondition>),
    /// One holds.
    Any(Vec<DealCondition>),
    /// Does not hold.
    Not(Box<DealCondition>),
    /// If the first, then the second.
    If(Box<DealCondition>, Box<DealCondition>),
    /// One of these positions.
    Is(IssueId, Vec<PositionId>),
    /// One of these timings.
    At(IssueId, Vec<Timing>),
}

/// An audience.
#[derive(Debug, Clone)]
pub struct Audience {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it wants.
    pub wants: String,
    /// What it looks at.
    pub looks: Vec<Look>,
    /// Needed for ratification.
    pub ratifies: bool,
    /// By whom its opinion is only claimed.
    pub claimed_by: Option<PersonId>,
    /// On what that stands.
    pub source: Basis,
}

/// One thing an audience looks at.
#[derive(Debug, Clone)]
pub struct Look {
    /// Issue.
    pub issue: IssueId,
    /// What it accepts.
    pub accepts: DealCondition,
    /// What it says when it can.
    pub yes: String,
    /// What it says when it cannot.
    pub no: String,
    /// Rejects the whole over this.
    pub essential: bool,
}

/// A measure.
#[derive(Debug, Clone)]
pub struct MeasureText {
    /// Which.
    pub measure: Measure,
    /// Name.
    pub name: String,
    /// In plain words.
    pub plain: String,
    /// Five bands.
    pub bands: Vec<BandDraft>,
}

/// What support earns.
#[derive(Debug, Clone)]
pub struct Earns {
    /// Kind.
    pub kind: CommitmentKind,
    /// Strength, for hints.
    pub strength: Option<Strength>,
    /// Per cent.
    pub percent: u8,
    /// Why.
    pub because: String,
}

/// A rule that rests on one case.
#[derive(Debug, Clone)]
pub struct SingleCase {
    /// Id.
    pub id: String,
    /// Rule.
    pub rule: String,
    /// Instance.
    pub instance: Basis,
    /// Another reading.
    pub other_reading: String,
}

/// A look-up from a written id to its number.
macro_rules! lookup {
    ($($(#[$meta:meta])* $name:ident: $table:ident -> $id:ident,)+) => {$(
        $(#[$meta])*
        pub fn $name(&self, id: &str) -> Option<$id> {
            self.names.$table.get(id).copied().map($id)
        }
    )+};
}

/// An item by its number. Numbers are only made by `resolve`, so they are inside their list.
macro_rules! item {
    ($($(#[$meta:meta])* $name:ident: $list:ident[$id:ident] -> $item:ty,)+) => {$(
        $(#[$meta])*
        pub fn $name(&self, id: $id) -> &$item {
            &self.$list[id.index()]
        }
    )+};
}

impl Scenario {
    lookup! {
        /// Party by id.
        party_id: parties -> PartyId,
        /// Seat by id.
        seat_id: seats -> SeatId,
        /// Person by id.
        person_id: people -> PersonId,
        /// Issue by id.
        issue_id: issues -> IssueId,
        /// Mark by id.
        mark_id: marks -> MarkId,
        /// Entry by id.
        entry_id: record -> EntryId,
        /// Move by id.
        move_id: moves -> MoveId,
        /// Utterance by id.
        utterance_id: utterances -> UtteranceId,
        /// Topic by id.
        topic_id: topics -> TopicId,
    }

    item! {
        /// A party.
        party: parties[PartyId] -> Party,
        /// A seat.
        seat: seats[SeatId] -> Seat,
        /// A person.
        person: people[PersonId] -> Person,
        /// An issue.
        issue: issues[IssueId] -> Issue,
        /// An entry of the record.
        entry: record[EntryId] -> Entry,
        /// A move.
        mv: moves[MoveId] -> Move,
        /// An utterance.
        utterance: utterances[UtteranceId] -> Utterance,
        /// A topic.
        topic: topics[TopicId] -> Topic,
        /// A mark: id and meaning.
        mark: marks[MarkId] -> (String, String),
    }

    /// Index of a named deal.
    pub fn deal_index(&self, id: &str) -> Option<usize> {
        self.names.deals.get(id).map(|i| usize::from(*i))
    }

    /// Index of a length of game.
    pub fn length_index(&self, id: &str) -> Option<usize> {
        self.names.lengths.get(id).map(|i| usize::from(*i))
    }

    /// Index of a glossary entry.
    pub fn term_index(&self, id: &str) -> Option<usize> {
        self.names.glossary.get(id).map(|i| usize::from(*i))
    }

    /// Position of an issue by id.
    pub fn position_id(&self, issue: IssueId, id: &str) -> Option<PositionId> {
        self.issue(issue)
            .positions
            .iter()
            .position(|position| position.id == id)
            .and_then(|i| u16::try_from(i).ok())
            .map(PositionId)
    }

    /// How many issues belong to the deal space; table issues come after them.
    pub fn deal_issues(&self) -> usize {
        self.issues
            .iter()
            .take_while(|issue| !issue.positions.is_empty())
            .count()
    }

    /// All ids of moves, in file order.
    pub fn move_ids(&self) -> impl Iterator<Item = MoveId> + use<> {
        (0..u16::try_from(self.moves.len()).unwrap_or(u16::MAX)).map(MoveId)
    }

    /// All ids of entries, in the order of the record.
    pub fn entry_ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..u16::try_from(self.record.len()).unwrap_or(u16::MAX)).map(EntryId)
    }

    /// All ids of issues, deal issues first.
    pub fn issue_ids(&self) -> impl Iterator<Item = IssueId> + use<> {
        (0..u16::try_from(self.issues.len()).unwrap_or(u16::MAX)).map(IssueId)
    }

    /// How many deals the space holds.
    pub fn deals_in_space(&self) -> u64 {
        self.issues
            .iter()
            .filter(|issue| !issue.pairs.is_empty())
            .map(|issue| issue.pairs.len() as u64)
            .product()
    }

    /// The lines and notes of a source that touch a line.
    pub fn notes_on(&self, source: usize, line: u32) -> impl Iterator<Item = &NoteDraft> {
        self.sources
            .get(source)
            .into_iter()
            .flat_map(|source| source.notes.iter())
            .filter(move |note| note.lines.contains(&line))
    }

    /// The turn of a source that holds a line.
    pub fn turn_at(&self, source: usize, line: u32) -> Option<&TurnDraft> {
        self.sources
            .get(source)?
            .turns
            .iter()
            .find(|turn| turn.from <= line && line <= turn.to)
    }
}
