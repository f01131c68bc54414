//! `scenario.ron`: parties, seats, issues, the room, lengths of game, named deals; and how anything is sourced.

use serde::Deserialize;

use super::*;
use crate::scenario::lenient::Lenient;
use crate::scenario::place::{Id, Written};
use crate::scenario::refs::{AsWritten, Refs, Resolved};
use crate::scenario::terms::{Bar, Speech, Timing};

/// `scenario.ron`: the frame that the other files fill.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Scenario", deny_unknown_fields)]
pub struct ScenarioDraft {
    /// Number of the format; this program reads 1.
    pub format: u32,
    /// Id of the scenario: the name of its folder. Saved games are named by it.
    pub id: Id,
    /// Title, as shown.
    pub title: String,
    /// Language of the words, as a short tag (BCP 47): `en`, `ja`, `de`.
    pub language: String,
    /// On what the words of the talk stand: on a record of it (when left out), on inference alone, or on nothing but the author's
    /// fancy.
    #[serde(default = "recorded")]
    pub speech: Speech,
    /// Day on which the talk takes place.
    pub date: Date,
    /// Where and between whom, in one line.
    pub setting: String,
    /// The question that the debrief leaves the player with.
    pub question: String,
    /// The turning points that timings are counted against, in order, two of them: in Moscow 1955 normalization, then the peace
    /// treaty. None where no position has a timing.
    #[serde(default)]
    pub milestones: Vec<Milestone<AsWritten>>,
    /// How each timing is called: `(Before, "before relations resume")`. A timing that is left out is told by the names of the
    /// milestones.
    #[serde(default)]
    pub timings: Vec<(Timing, String)>,
    /// The parties. The first is the one whose seat the player takes first.
    pub parties: Vec<Party<AsWritten>>,
    /// The seats a player can take; the first is the one offered first.
    pub seats: Vec<SeatDraft>,
    /// The issues of which a deal is made.
    pub issues: Vec<IssueDraft>,
    /// Issues of the conduct of the talk; they have moves and effects but no place in a deal.
    #[serde(default)]
    pub table_issues: Vec<TableIssueDraft>,
    /// The room before the first word, as the first seat sees it. Left out, every bar begins in the middle.
    #[serde(default = "room_of_strangers")]
    pub room: RoomDraft,
    /// Facts of this table that effects can mark and conditions can ask for.
    #[serde(default)]
    pub marks: Vec<Mark<AsWritten>>,
    /// The lengths in which it can be played.
    pub lengths: Vec<Length<AsWritten>>,
    /// Deals with a name: each side's opening position, the outcome of history.
    pub deals: Vec<NamedDealDraft>,
    /// Which named deal is the report as it was, for a seat that names no other. Left out where history has none.
    #[serde(default)]
    pub report_as_it_was: Option<Id>,
    /// Which named deal is the other side's opening position, against which an unsupported clause is judged, for a seat that
    /// names no other.
    pub opening_position: Id,
    /// A report can be sent only after this many statements; whoever adjourns earlier sends none.
    pub report_after: u32,
    /// Places that have a name in each of several languages. Texts write them as `Kunashiri (Kunashir)`.
    #[serde(default)]
    pub places: PlacesDraft,
    /// Warnings that are let pass on purpose.
    #[serde(default)]
    pub allow: Vec<AllowDraft>,
    // A short scenario stands in one file: what else would be files of their own may be lists here.
    /// What `people.ron` would hold.
    #[serde(default)]
    pub people: Vec<Lenient<Person<AsWritten>>>,
    /// What `record.ron` would hold.
    #[serde(default)]
    pub record: Vec<Lenient<Entry<AsWritten>>>,
    /// What `moves.ron` would hold.
    #[serde(default)]
    pub moves: Vec<Lenient<Move<AsWritten>>>,
    /// What `stances.ron` would hold.
    #[serde(default)]
    pub stances: Vec<Lenient<Stance<AsWritten>>>,
    /// What `replies.ron` would hold.
    #[serde(default)]
    pub replies: Vec<Lenient<Utterance<AsWritten>>>,
    /// What `counterpart.ron` and the files of `counterparts/` would hold.
    #[serde(default)]
    pub counterparts: Vec<Lenient<CounterpartDraft>>,
    /// What the files of `values/` would hold.
    #[serde(default)]
    pub values: Vec<Lenient<ValuesDraft>>,
    /// What `endings.ron` and the files of `endings/` would hold.
    #[serde(default)]
    pub endings: Vec<Lenient<Endings<AsWritten>>>,
    /// What `glossary.ron` would hold.
    #[serde(default)]
    pub glossary: Vec<Lenient<TermDraft>>,
    /// What `timeline.ron` would hold.
    #[serde(default)]
    pub timeline: Vec<Lenient<FactDraft>>,
    /// What `background.ron` would hold.
    #[serde(default)]
    pub background: Vec<Lenient<Background<AsWritten>>>,
    /// What `contested.ron` would hold.
    #[serde(default)]
    pub contested: Vec<Lenient<ContestedDraft>>,
    /// What `tasks.ron` would hold.
    #[serde(default)]
    pub tasks: Vec<Lenient<TaskDraft>>,
    /// What `bibliography.ron` would hold.
    #[serde(default)]
    pub bibliography: Vec<Lenient<Work<AsWritten>>>,
    /// What `map.ron` would hold.
    #[serde(default)]
    pub map: Vec<Lenient<MapDraft>>,
}

const fn recorded() -> Speech {
    Speech::Recorded
}

/// The room where an author says nothing of it.
fn room_of_strangers() -> RoomDraft {
    let start = |bar: &Bar| BarDraft {
        bar: *bar,
        at: 50,
        because: "They have not met before: nothing speaks for or against.".to_owned(),
        source: SourceDraft::Model(
            "where a scenario says nothing of the room, every bar begins in the middle".to_owned(),
        ),
    };
    RoomDraft { bars: Bar::ALL.iter().map(start).collect() }
}

/// A warning that is let pass on purpose. Errors cannot be.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Allow", deny_unknown_fields)]
pub struct AllowDraft {
    /// Its code, such as `WCW128`.
    pub code: Written,
    /// Why it is let pass.
    pub why: String,
    /// The ids at which it is let pass; everywhere, when left out.
    #[serde(default)]
    pub at: Vec<Id>,
}

/// Names of places, and whose names can stand first.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename = "Places", deny_unknown_fields)]
pub struct PlacesDraft {
    /// What each order is called in the settings, two of them: "Japanese names first", "Russian names first".
    pub orders: Vec<String>,
    /// Each place by its two names, in the order of the texts.
    pub names: Vec<(String, String)>,
}

/// A day, as year, month (1 to 12) and day (1 to 31): `(1955, 9, 21)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Date(pub u16, pub u8, pub u8);

/// A turning point that clauses of a deal can come before, with or after.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Milestone", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Milestone<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What it means here, in a sentence.
    pub plain: String,
}

/// A party to the talks.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Party", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Party<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What its side is called in running text ("the delegation", "the hosts").
    pub side: String,
}

/// A chair at the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Seat", deny_unknown_fields)]
pub struct SeatDraft {
    /// The name by which other forms call it.
    pub id: Id,
    /// The party it speaks for.
    pub party: Id,
    /// Name, as shown.
    pub name: String,
    /// The briefing, in paragraphs: who you are, what you want and why, what you may promise, who must agree at home. At most
    /// 250 words together.
    pub brief: Vec<String>,
    /// More paragraphs, one click away.
    #[serde(default)]
    pub more: Vec<String>,
    /// People who can be given the floor, in the order in which they are offered.
    pub speakers: Vec<Id>,
    /// Why this seat cannot be taken yet, as a sentence; a seat with it is shown and closed.
    #[serde(default)]
    pub closed_because: Option<String>,
    /// Where the report of this seat goes, as the program says it: "a report to Tokyo".
    #[serde(default)]
    pub report_to: Option<String>,
    /// What the report is, in a sentence or two, where it is more or less than a report of what was said: "You sign this, and the
    /// cabinet confirms it." The game then does not say that nothing is signed, nor that no such report is known.
    #[serde(default)]
    pub report_is: Option<String>,
    /// How many statements this seat has in a length of game, where they are not those of the length itself: a side that speaks in
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
    /// The name by which other forms call it.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// One sentence in plain words.
    pub plain: String,
    /// Positions, from the first party's best to the second's.
    pub positions: Vec<Position<AsWritten>>,
}

/// One position on an issue and the timings it can be combined with.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Position", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Position<R: Refs = Resolved> {
    /// Id, unique within its issue.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What it would mean, in plain words.
    #[serde(default)]
    pub plain: String,
    /// The timings it can be combined with; empty means that this position has none.
    #[serde(default)]
    pub timings: Vec<Timing>,
}

/// An issue of the conduct of the talk.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "TableIssue", deny_unknown_fields)]
pub struct TableIssueDraft {
    /// The name by which other forms call it.
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
    pub bars: Vec<Start<AsWritten>>,
}

/// The height of one bar before the first word.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Start", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Start<R: Refs = Resolved> {
    /// Which bar.
    pub bar: Bar,
    /// Its height at the start, 0 to 100.
    pub at: u8,
    /// Why it has this height, as a sentence for the player.
    pub because: String,
    /// Where that is known from.
    pub source: Basis<R>,
}

/// A fact of this table that an effect can mark.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Mark", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Mark<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// What it says when it is marked, as a sentence a player can read.
    pub meaning: String,
}

/// A length of game.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Length", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Length<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// How many statements the player has at the most.
    pub statements: u32,
    /// Issues in play; empty means all.
    #[serde(default)]
    pub issues: Vec<R::Issue>,
    /// The named deal from which issues outside this game are taken. Left out, they stay at the opening position.
    #[serde(default)]
    pub rest: Option<R::Deal>,
}

/// A deal with a name.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "NamedDeal", deny_unknown_fields)]
pub struct NamedDealDraft {
    /// The name by which other forms call it.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// One clause for every issue.
    pub clauses: Vec<Clause<AsWritten>>,
    /// Where it is known from.
    pub source: Basis<AsWritten>,
}

/// A position on an issue, with its timing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename = "Clause", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Clause<R: Refs = Resolved> {
    /// The issue it is about.
    pub issue: R::Issue,
    /// The position.
    pub position: R::Position,
    /// The timing, where the position has one.
    #[serde(default)]
    pub timing: Option<Timing>,
}

/// Words of a source and their place in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename = "Quote", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Quote<R: Refs = Resolved> {
    /// The source, by its id; the scenario's only source when left out.
    #[serde(default)]
    pub source: R::Source,
    /// The physical line, counted from 1.
    pub line: u32,
    /// The last line, where a page break cuts the passage.
    #[serde(default)]
    pub to_line: Option<u32>,
    /// The exact words, letter by letter as they stand on that line.
    pub words: R::Text,
}

impl<R: Refs> Quote<R> {
    /// The last physical line, which is the first one where no other is named.
    pub fn last_line(&self) -> u32 {
        self.to_line.unwrap_or(self.line)
    }
}

/// Where a fact or a judgement is known from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum Basis<R: Refs = Resolved> {
    /// Words of a source.
    Quote(Quote<R>),
    /// An entry of the record.
    Entry(R::Entry),
    /// Literature: what you have read, by section and keys of your own list, and how sure it is.
    Dossier {
        /// Section of your list or notes.
        section: String,
        /// Short names of the books and papers in it.
        keys: Vec<R::Text>,
        /// How sure it is: F firm, S from a single source, D disputed, U unverified.
        mark: char,
    },
    /// The author's judgement, with the reason.
    Judgement(String),
    /// A rule of the model, with its basis.
    Model(String),
}
