//! The checked scenario: read-only, every reference a small number, every list in its final order.

mod frame;
mod map;
mod style;
mod tables;
mod talk;
mod values;

use std::collections::HashMap;

use super::draft::{BandDraft, ContestedDraft, Date, FactDraft, NoteDraft, TaskDraft, TermDraft, TurnDraft};
use super::ids::{EntryId, IssueId, MarkId, MoveId, PartyId, PersonId, PositionId, SeatId, TopicId, UtteranceId};
use super::source::Source;
use super::terms::{Act, Bar, CommitmentKind, Measure, Speech, Strength, Timing};

pub use frame::*;
pub use map::*;
pub use style::*;
pub use tables::*;
pub use talk::*;
pub use values::*;

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
    /// On what the words of the talk stand.
    pub speech: Speech,
    /// Day of the talk.
    pub date: Date,
    /// Where and between whom.
    pub setting: String,
    /// The question the debrief leaves.
    pub question: String,
    /// Milestones, in order: name and meaning.
    pub milestones: Vec<(String, String)>,
    /// How the author calls a timing.
    pub timings: Vec<(Timing, String)>,
    /// Parties.
    pub parties: Vec<Party>,
    /// Seats.
    pub seats: Vec<Seat>,
    /// Issues of the deal space, then table issues.
    pub issues: Vec<Issue>,
    /// Marks: id and meaning.
    pub marks: Vec<(String, String)>,
    /// Lengths of game.
    pub lengths: Vec<Length>,
    /// Named deals.
    pub deals: Vec<NamedDeal>,
    /// Statements without which adjourning leaves no report.
    pub report_after: u32,
    /// What the orders of place names are called, the one of the texts first.
    pub name_orders: Vec<String>,
    /// Places by their two names.
    pub place_names: Vec<(String, String)>,
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
    /// The topics of every agenda; each seat knows which of them are opposite it.
    pub topics: Vec<Topic>,
    /// Values, by party.
    pub values: Vec<Values>,
    /// Glossary.
    pub glossary: Vec<TermDraft>,
    /// Timeline.
    pub timeline: Vec<FactDraft>,
    /// What is known of the issues, in file order.
    pub background: Vec<Background>,
    /// Contested points.
    pub contested: Vec<ContestedDraft>,
    /// Tasks.
    pub tasks: Vec<TaskDraft>,
    /// Works that facts cite by a key: key and citation.
    pub bibliography: Vec<(String, String)>,
    /// The map.
    pub map: Chart,
    /// Sources.
    pub sources: Vec<Source>,
    /// Recorded games: file name and text.
    pub playthroughs: Vec<(String, String)>,
    /// What the rules look up again and again.
    pub tables: Tables,
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
        self.issues.iter().take_while(|issue| !issue.positions.is_empty()).count()
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
        self.issues.iter().filter(|issue| !issue.pairs.is_empty()).map(|issue| issue.pairs.len() as u64).product()
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
        self.sources.get(source)?.turns.iter().find(|turn| turn.from <= line && line <= turn.to)
    }
}
