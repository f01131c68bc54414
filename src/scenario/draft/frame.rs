//! `scenario.ron`: parties, seats, issues, the room, lengths of game and named deals. Also how facts name their
//! sources.

use serde::Deserialize;

use super::*;
use crate::scenario::lenient::Lenient;
use crate::scenario::place::{Id, Written};
use crate::scenario::refs::{AsWritten, Refs, Resolved};
use crate::scenario::terms::{Bar, Speech, Timing};

/// `scenario.ron`: the main file, which the other files add to.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Scenario", deny_unknown_fields)]
pub struct ScenarioDraft {
    /// Number of the format; this program reads 1.
    pub format: u32,
    /// Id of the scenario, the same as the name of its folder. Saved games refer to it.
    pub id: Id,
    /// Title, as shown.
    pub title: String,
    /// Language of the texts, as a short tag (BCP 47): `en`, `ja`, `de`.
    pub language: String,
    /// Where the words of the talk come from: a record of it (the default), the author's inference alone, or pure
    /// invention.
    #[serde(default = "recorded")]
    pub speech: Speech,
    /// Day on which the talk takes place.
    pub date: Date,
    /// Where and between whom, in one line.
    pub setting: String,
    /// The question that the debrief leaves the player with.
    pub question: String,
    /// Exactly two turning points, in order, that timings refer to. In Moscow 1955 they are normalization and the
    /// peace treaty. Leave them out if no position has a timing.
    #[serde(default)]
    pub milestones: Vec<Milestone<AsWritten>>,
    /// What each timing is called: `(Before, "before relations resume")`. A timing that is left out is described with
    /// the names of the milestones.
    #[serde(default)]
    pub timings: Vec<(Timing, String)>,
    /// The parties. The player sits with the first one unless another is chosen.
    pub parties: Vec<Party<AsWritten>>,
    /// The seats a player can take. The first is the default.
    pub seats: Vec<SeatDraft>,
    /// The issues that make up a deal.
    pub issues: Vec<IssueDraft>,
    /// Issues about how the talk is conducted. They have moves and effects but no place in a deal.
    #[serde(default)]
    pub table_issues: Vec<TableIssueDraft>,
    /// The room before anyone speaks, as the first seat sees it. If left out, every bar starts in the middle.
    #[serde(default = "room_of_strangers")]
    pub room: RoomDraft,
    /// Facts about this talk that effects can mark and conditions can check.
    #[serde(default)]
    pub marks: Vec<Mark<AsWritten>>,
    /// The lengths of game a player can choose.
    pub lengths: Vec<Length<AsWritten>>,
    /// Named deals: each side's opening position, the outcome in history.
    pub deals: Vec<NamedDealDraft>,
    /// The named deal that was reported in history, for a seat that names no other. Leave it out if there was none.
    #[serde(default)]
    pub report_as_it_was: Option<Id>,
    /// The named deal that is the other side's opening position, for a seat that names no other. Clauses without
    /// support are judged against it.
    pub opening_position: Id,
    /// How many statements have to be made before a report can be sent. A player who adjourns earlier sends none.
    pub report_after: u32,
    /// Places with a different name in each of two languages. Texts write them as `Kunashiri (Kunashir)`.
    #[serde(default)]
    pub places: PlacesDraft,
    /// Warnings you have chosen to allow.
    #[serde(default)]
    pub allow: Vec<AllowDraft>,
    // A short scenario can be a single file: the lists below may be written here instead of in files of their own.
    /// The same list as in `people.ron`.
    #[serde(default)]
    pub people: Vec<Lenient<Person<AsWritten>>>,
    /// The same list as in `record.ron`.
    #[serde(default)]
    pub record: Vec<Lenient<Entry<AsWritten>>>,
    /// The same list as in `moves.ron`.
    #[serde(default)]
    pub moves: Vec<Lenient<Move<AsWritten>>>,
    /// The same list as in `stances.ron`.
    #[serde(default)]
    pub stances: Vec<Lenient<Stance<AsWritten>>>,
    /// The same list as in `replies.ron`.
    #[serde(default)]
    pub replies: Vec<Lenient<Utterance<AsWritten>>>,
    /// The same forms as in `counterpart.ron` and the files of `counterparts/`.
    #[serde(default)]
    pub counterparts: Vec<Lenient<CounterpartDraft>>,
    /// The same forms as in the files of `values/`.
    #[serde(default)]
    pub values: Vec<Lenient<ValuesDraft>>,
    /// The same forms as in `endings.ron` and the files of `endings/`.
    #[serde(default)]
    pub endings: Vec<Lenient<Endings<AsWritten>>>,
    /// The same list as in `glossary.ron`.
    #[serde(default)]
    pub glossary: Vec<Lenient<TermDraft>>,
    /// The same list as in `timeline.ron`.
    #[serde(default)]
    pub timeline: Vec<Lenient<FactDraft>>,
    /// The same list as in `background.ron`.
    #[serde(default)]
    pub background: Vec<Lenient<Background<AsWritten>>>,
    /// The same list as in `contested.ron`.
    #[serde(default)]
    pub contested: Vec<Lenient<ContestedDraft>>,
    /// The same list as in `tasks.ron`.
    #[serde(default)]
    pub tasks: Vec<Lenient<TaskDraft>>,
    /// The same list as in `bibliography.ron`.
    #[serde(default)]
    pub bibliography: Vec<Lenient<Work<AsWritten>>>,
    /// The same list as in `map.ron`.
    #[serde(default)]
    pub map: Vec<Lenient<MapDraft>>,
}

const fn recorded() -> Speech {
    Speech::Recorded
}

/// The room of a scenario that doesn't describe one.
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

/// A warning the author has chosen to allow. Errors can't be allowed.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Allow", deny_unknown_fields)]
pub struct AllowDraft {
    /// The code of the warning, such as `WCW128`.
    pub code: Written,
    /// Why it is allowed.
    pub why: String,
    /// The ids at which it is allowed. If left out, it is allowed everywhere.
    #[serde(default)]
    pub at: Vec<Id>,
}

/// Place names in two languages, and the orders in which they can be shown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename = "Places", deny_unknown_fields)]
pub struct PlacesDraft {
    /// The names of the two orders in the settings, such as "Japanese names first" and "Russian names first".
    pub orders: Vec<String>,
    /// The two names of each place, in the order in which the texts write them.
    pub names: Vec<(String, String)>,
}

/// A day, as year, month (1 to 12) and day (1 to 31): `(1955, 9, 21)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Date(pub u16, pub u8, pub u8);

/// A turning point, which clauses of a deal can come before, with or after.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Milestone", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Milestone<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What it means in this scenario, in a sentence.
    pub plain: String,
}

/// A party to the talks.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Party", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Party<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What its side is called in running text ("the delegation", "the hosts").
    pub side: String,
}

/// A seat at the table, which a player can take.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Seat", deny_unknown_fields)]
pub struct SeatDraft {
    /// The name other forms use for it.
    pub id: Id,
    /// The party it speaks for.
    pub party: Id,
    /// Name, as shown.
    pub name: String,
    /// The briefing, in paragraphs: who you are, what you want and why, what you may promise, and who must agree at
    /// home. At most 250 words in total.
    pub brief: Vec<String>,
    /// Further paragraphs, one click away.
    #[serde(default)]
    pub more: Vec<String>,
    /// People who can be given the floor, in the order in which they are offered.
    pub speakers: Vec<Id>,
    /// Why this seat can't be played yet, as a sentence. The seat is then shown as unavailable.
    #[serde(default)]
    pub closed_because: Option<String>,
    /// Where this seat's report goes, in the program's words: "a report to Tokyo".
    #[serde(default)]
    pub report_to: Option<String>,
    /// What the report is, in a sentence or two, if it is more or less than a report of what was said: "You sign this,
    /// and the cabinet confirms it." The game then leaves out its usual remarks that nothing is signed and that no
    /// such report is known.
    #[serde(default)]
    pub report_is: Option<String>,
    /// How many statements this seat has in a length of game, if that differs from the length's own number. A side
    /// that speaks in many short turns needs more.
    #[serde(default)]
    pub statements: Vec<(Id, u32)>,
    /// The room as this seat sees it. If left out, the scenario's.
    #[serde(default)]
    pub room: Option<RoomDraft>,
    /// The opening position of the other side. If left out, the scenario's.
    #[serde(default)]
    pub opening_position: Option<Id>,
    /// The deal that was reported in history. If left out, the scenario's.
    #[serde(default)]
    pub report_as_it_was: Option<Id>,
}

/// An issue of a deal, with its positions.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Issue", deny_unknown_fields)]
pub struct IssueDraft {
    /// The name other forms use for it.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// One sentence in plain words.
    pub plain: String,
    /// Its positions, from the first party's best to the second's.
    pub positions: Vec<Position<AsWritten>>,
}

/// A position on an issue, and the timings it can be combined with.
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
    /// The timings it can be combined with. If empty, this position has no timing.
    #[serde(default)]
    pub timings: Vec<Timing>,
}

/// An issue about how the talk is conducted.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "TableIssue", deny_unknown_fields)]
pub struct TableIssueDraft {
    /// The name other forms use for it.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// One sentence in plain words.
    pub plain: String,
}

/// The six bars at the start of the talk, each from 0 to 100.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Room", deny_unknown_fields)]
pub struct RoomDraft {
    /// One entry for each bar, with the reason for its height.
    pub bars: Vec<Start<AsWritten>>,
}

/// The height of one bar at the start of the talk.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Start", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Start<R: Refs = Resolved> {
    /// The bar.
    pub bar: Bar,
    /// Its height, 0 to 100.
    pub at: u8,
    /// Why it has this height, as a sentence for the player.
    pub because: String,
    /// The source for this.
    pub source: Basis<R>,
}

/// A fact about this talk that an effect can mark.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Mark", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Mark<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// What it means when it is marked, as a sentence for the player.
    pub meaning: String,
}

/// A length of game.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Length", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Length<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// The most statements the player can make.
    pub statements: u32,
    /// Issues in play. If empty, all of them.
    #[serde(default)]
    pub issues: Vec<R::Issue>,
    /// The named deal that settles the issues not in play. If left out, they stay at the opening position.
    #[serde(default)]
    pub rest: Option<R::Deal>,
}

/// A deal with a name.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "NamedDeal", deny_unknown_fields)]
pub struct NamedDealDraft {
    /// The name other forms use for it.
    pub id: Id,
    /// Name, as shown.
    pub name: String,
    /// One clause for every issue.
    pub clauses: Vec<Clause<AsWritten>>,
    /// The source for this deal.
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
    /// The timing, if the position has one.
    #[serde(default)]
    pub timing: Option<Timing>,
}

/// Words quoted from a source, and their place in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename = "Quote", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Quote<R: Refs = Resolved> {
    /// The id of the source. If left out, the first source, which is enough for a scenario with only one.
    #[serde(default)]
    pub source: R::Source,
    /// The physical line, counted from 1.
    pub line: u32,
    /// The last line, if a page break cuts the passage.
    #[serde(default)]
    pub to_line: Option<u32>,
    /// The exact words, letter for letter as they are on that line.
    pub words: R::Text,
}

impl<R: Refs> Quote<R> {
    /// The last physical line of the quotation.
    pub fn last_line(&self) -> u32 {
        self.to_line.unwrap_or(self.line)
    }
}

/// The source of a fact or a judgement.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum Basis<R: Refs = Resolved> {
    /// A quotation from a source.
    Quote(Quote<R>),
    /// An entry in the record.
    Entry(R::Entry),
    /// Literature you have read, with its section and keys in your own list, and how certain it is.
    Dossier {
        /// The section of your list or notes.
        section: String,
        /// Short names of the books and papers in it.
        keys: Vec<R::Text>,
        /// How certain it is: F firm, S from a single source, D disputed, U unverified.
        mark: char,
    },
    /// The author's judgement, with the reason.
    Judgement(String),
    /// A rule of the model, with the reason for it.
    Model(String),
}
