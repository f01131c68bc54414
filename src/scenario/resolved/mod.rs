//! A checked scenario: read-only, with typed ids for references and every list in its final order.

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

/// A checked scenario, on which play, analysis and debrief rely.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Written id, the same as the name of its folder.
    pub id: String,
    /// Number of the format.
    pub format: u32,
    /// Hash of its files except the playthroughs, saved with each game to detect changes.
    pub content_hash: String,
    pub title: String,
    /// Where the words of the talk come from.
    pub speech: Speech,
    /// Day on which the talk takes place.
    pub date: Date,
    /// Where and between whom, in one line.
    pub setting: String,
    /// The question that the debrief leaves the player with.
    pub question: String,
    /// Turning points that timings refer to, in order.
    pub milestones: Vec<Milestone>,
    /// The author's names for timings.
    pub timings: Vec<(Timing, String)>,
    pub parties: Vec<Party>,
    pub seats: Vec<Seat>,
    /// Issues of the deal space, then table issues.
    pub issues: Vec<Issue>,
    pub marks: Vec<Mark>,
    pub lengths: Vec<Length>,
    pub deals: Vec<NamedDeal>,
    /// Number of statements that have to be made before a report can be sent.
    pub report_after: u32,
    /// Names of the two orders of place names, the order used in the texts first.
    pub name_orders: Vec<String>,
    /// The two names of each place.
    pub place_names: Vec<(String, String)>,
    pub people: Vec<Person>,
    /// The record of the talk, in order.
    pub record: Vec<Entry>,
    pub moves: Vec<Move>,
    pub stances: Vec<Stance>,
    /// For each move, the stances that can decide on it, in the order in which they are tried.
    pub stances_of: Vec<Vec<StanceId>>,
    /// Replies and initiatives, in file order.
    pub utterances: Vec<Utterance>,
    /// For each move, the replies that answer it.
    pub replies_of: Vec<Vec<UtteranceId>>,
    /// For each topic, its replies and initiatives, in file order.
    pub utterances_of: Vec<Vec<UtteranceId>>,
    /// The topics of all agendas. Each seat knows which of them belong to the other side.
    pub topics: Vec<Topic>,
    /// What the parties want, indexed by [`PartyId`].
    pub values: Vec<Values>,
    pub glossary: Vec<TermDraft>,
    pub timeline: Vec<FactDraft>,
    /// Facts about the issues, in file order.
    pub background: Vec<Background>,
    pub contested: Vec<ContestedDraft>,
    pub tasks: Vec<TaskDraft>,
    /// Works that facts cite by their keys.
    pub bibliography: Vec<Work>,
    pub map: Chart,
    pub sources: Vec<Source>,
    /// Recorded games: file name and text.
    pub playthroughs: Vec<(String, String)>,
    /// Tables precomputed for the rules.
    pub tables: Tables,
    /// Maps written ids to indices.
    pub(super) names: Names,
}

/// Maps written ids to indices, one table for each kind.
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

/// Defines the accessors of a list: a member by its typed id, an iterator over the ids, and a look-up of a written id.
/// Only `resolve` creates typed ids, so they are always in range.
macro_rules! lists {
    ($($list:ident[$id:ident]: $one:ident -> $item:ty, $all:ident $(, $by_id:ident)?;)+) => {$(
        #[doc = concat!("The member of `", stringify!($list), "` with this id.")]
        pub fn $one(&self, id: $id) -> &$item {
            &self.$list[id.index()]
        }

        #[doc = concat!("The ids of all `", stringify!($list), "`, in order.")]
        pub fn $all(&self) -> impl ExactSizeIterator<Item = $id> + use<> {
            $id::all(self.$list.len())
        }

        $(
            #[doc = concat!("Looks up a written id in `", stringify!($list), "`.")]
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

    /// Looks up a position of an issue by its written id.
    pub fn position_id(&self, issue: IssueId, id: &str) -> Option<PositionId> {
        let positions = &self.issue(issue).positions;
        PositionId::all(positions.len()).zip(positions).find(|(_, position)| position.id == id).map(|(found, _)| found)
    }

    /// Number of issues in the deal space. Table issues come after them.
    pub fn deal_issues(&self) -> usize {
        self.issues.iter().take_while(|issue| !issue.positions.is_empty()).count()
    }

    /// Number of possible deals.
    pub fn deals_in_space(&self) -> u64 {
        self.issues.iter().filter(|issue| !issue.pairs.is_empty()).map(|issue| issue.pairs.len() as u64).product()
    }

    /// Number of lines in the source from the end of one entry to its answer.
    pub fn lines_until(&self, asked: EntryId, answer: EntryId) -> u32 {
        let there = self.entry(answer).quotes.first().map_or(0, |quote| quote.line);
        let here = self.entry(asked).quotes.iter().map(|quote| quote.line).max().unwrap_or(0);
        there.saturating_sub(here)
    }

    /// The notes on a line of a source. `source` is an index into [`Self::sources`].
    pub fn notes_on(&self, source: usize, line: u32) -> impl Iterator<Item = &NoteDraft> {
        self.sources
            .get(source)
            .into_iter()
            .flat_map(|source| source.notes.iter())
            .filter(move |note| note.lines.contains(&line))
    }

    /// The turn a line of a source belongs to. `source` is an index into [`Self::sources`].
    pub fn turn_at(&self, source: usize, line: u32) -> Option<&TurnDraft> {
        self.sources.get(source)?.turns.iter().find(|turn| turn.from <= line && line <= turn.to)
    }
}
