//! The checked scenario: read-only, every reference a small number, every list in its final order.

mod frame;
mod map;
mod style;
mod tables;
mod talk;
mod values;

use std::collections::HashMap;

use super::draft::{ContestedDraft, Date, FactDraft, NoteDraft, TaskDraft, TermDraft, TurnDraft};
use super::ids::*;
use super::refs::Refs;
use super::source::Source;
use super::terms::{Measure, Speech, Timing};

pub use super::draft::{
    Answer, Audience, Background, Band, Basis, Becomes, Clause, CommitmentForm, Condition, Curve, DealCondition, Earns,
    Effect, Endings, Entry, Fate, Length, Linkage, Look, Manner, MapChange, MapClaim, MapPlace, MapView, Mark,
    MeasureText, Milestone, Move, MoveWords, Occasion, Pairing, Party, Person, Position, Price, Quote, Range,
    SingleCase, Stance, Start, Style, StyleFigure, Topic, Utterance, Words, Work,
};
pub use frame::*;
pub use map::*;
pub use tables::*;
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
    pub title: String,
    /// On what the words of the talk stand.
    pub speech: Speech,
    /// Day of the talk.
    pub date: Date,
    /// Where and between whom.
    pub setting: String,
    /// The question the debrief leaves.
    pub question: String,
    /// Milestones, in order.
    pub milestones: Vec<Milestone>,
    /// How the author calls a timing.
    pub timings: Vec<(Timing, String)>,
    pub parties: Vec<Party>,
    pub seats: Vec<Seat>,
    /// Issues of the deal space, then table issues.
    pub issues: Vec<Issue>,
    pub marks: Vec<Mark>,
    pub lengths: Vec<Length>,
    pub deals: Vec<NamedDeal>,
    /// Statements without which adjourning leaves no report.
    pub report_after: u32,
    /// What the orders of place names are called, the one of the texts first.
    pub name_orders: Vec<String>,
    /// Places by their two names.
    pub place_names: Vec<(String, String)>,
    pub people: Vec<Person>,
    /// The record, in order.
    pub record: Vec<Entry>,
    pub moves: Vec<Move>,
    pub stances: Vec<Stance>,
    /// For each move the stances that can decide on it, in the order in which they are tried.
    pub stances_of: Vec<Vec<StanceId>>,
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
    pub glossary: Vec<TermDraft>,
    pub timeline: Vec<FactDraft>,
    /// What is known of the issues, in file order.
    pub background: Vec<Background>,
    pub contested: Vec<ContestedDraft>,
    pub tasks: Vec<TaskDraft>,
    /// Works that facts cite by a key.
    pub bibliography: Vec<Work>,
    pub map: Chart,
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
    pub(super) sources: HashMap<String, u16>,
    pub(super) views: HashMap<String, u16>,
    pub(super) places: HashMap<String, u16>,
}

/// The ways into a list: a member by its number, every number in order, and the number of an author's id. Numbers are only made
/// by `resolve`, so they are inside their list.
macro_rules! lists {
    ($($list:ident[$id:ident]: $one:ident -> $item:ty, $all:ident $(, $by_id:ident)?;)+) => {$(
        #[doc = concat!("The member of `", stringify!($list), "` with this number.")]
        pub fn $one(&self, id: $id) -> &$item {
            &self.$list[id.index()]
        }

        #[doc = concat!("The numbers of `", stringify!($list), "`, in order.")]
        pub fn $all(&self) -> impl ExactSizeIterator<Item = $id> + use<> {
            $id::all(self.$list.len())
        }

        $(
            #[doc = concat!("The number in `", stringify!($list), "` of what an author calls so.")]
            pub fn $by_id(&self, id: &str) -> Option<$id> {
                self.names.$list.get(id).copied().map($id)
            }
        )?
    )+};
}

impl Scenario {
    lists! {
        parties[PartyId]: party -> Party, party_ids, party_id;
        seats[SeatId]: seat -> Seat, seat_ids, seat_id;
        people[PersonId]: person -> Person, person_ids, person_id;
        issues[IssueId]: issue -> Issue, issue_ids, issue_id;
        record[EntryId]: entry -> Entry, entry_ids, entry_id;
        moves[MoveId]: mv -> Move, move_ids, move_id;
        utterances[UtteranceId]: utterance -> Utterance, utterance_ids, utterance_id;
        topics[TopicId]: topic -> Topic, topic_ids, topic_id;
        marks[MarkId]: mark -> Mark, mark_ids, mark_id;
        stances[StanceId]: stance -> Stance, stance_ids;
        lengths[LengthId]: length -> Length, length_ids, length_id;
        deals[DealId]: deal -> NamedDeal, deal_ids, deal_id;
    }

    /// Position of an issue by id.
    pub fn position_id(&self, issue: IssueId, id: &str) -> Option<PositionId> {
        let positions = &self.issue(issue).positions;
        PositionId::all(positions.len()).zip(positions).find(|(_, position)| position.id == id).map(|(found, _)| found)
    }

    /// How many issues belong to the deal space; table issues come after them.
    pub fn deal_issues(&self) -> usize {
        self.issues.iter().take_while(|issue| !issue.positions.is_empty()).count()
    }

    /// How many deals the space holds.
    pub fn deals_in_space(&self) -> u64 {
        self.issues.iter().filter(|issue| !issue.pairs.is_empty()).map(|issue| issue.pairs.len() as u64).product()
    }

    /// How many lines of the record lie between words and their answer.
    pub fn lines_until(&self, asked: EntryId, answer: EntryId) -> u32 {
        let there = self.entry(answer).quotes.first().map_or(0, |quote| quote.line);
        let here = self.entry(asked).quotes.iter().map(|quote| quote.line).max().unwrap_or(0);
        there.saturating_sub(here)
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
