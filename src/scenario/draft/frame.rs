//! `scenario.ron`: parties, seats, issues, the room, lengths of game, named deals; and how anything is sourced.

use serde::Deserialize;

use crate::scenario::place::{Id, Written};
use crate::scenario::terms::{Bar, Timing};

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
    /// The room before the first word, as the first seat sees it.
    pub room: RoomDraft,
    /// Facts of this table that effects can mark and conditions can ask for.
    pub marks: Vec<MarkDraft>,
    /// The lengths in which it can be played.
    pub lengths: Vec<LengthDraft>,
    /// Deals with a name: the rival orders of the record, the outcome of history.
    pub deals: Vec<NamedDealDraft>,
    /// Which named deal is the report as it was, for a seat that names no other.
    pub report_as_it_was: Id,
    /// Which named deal is the other side's opening position, against which an unsupported clause is judged, for a seat that
    /// names no other.
    pub opening_position: Id,
    /// A report needs at least this many statements before the talk is adjourned.
    pub report_after: u32,
    /// Places that have a name in each of several languages. Texts write them as `Kunashiri (Kunashir)`.
    #[serde(default)]
    pub places: PlacesDraft,
}

/// Names of places, and whose names can stand first.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename = "Places", deny_unknown_fields)]
pub struct PlacesDraft {
    /// What each order is called in the settings: "Japanese names first".
    pub orders: Vec<String>,
    /// Each place by its two names, in the order of the texts.
    pub names: Vec<(String, String)>,
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
    /// Where the report of this seat goes, as the program says it: "a report to Tokyo".
    #[serde(default)]
    pub report_to: Option<String>,
    /// Statements that this seat has in a length of game, where they are not those of the length itself: a side that speaks in
    /// many short turns needs more of them.
    #[serde(default)]
    pub statements: Vec<(Id, u32)>,
    /// The room as this seat sees it; the scenario's when left out.
    #[serde(default)]
    pub room: Option<RoomDraft>,
    /// The opening position of the side opposite; the scenario's when left out.
    #[serde(default)]
    pub opening_position: Option<Id>,
    /// The report as it was; the scenario's when left out.
    #[serde(default)]
    pub report_as_it_was: Option<Id>,
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
