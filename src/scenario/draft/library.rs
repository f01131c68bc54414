//! Background to the talk: people, terms, facts, contested points, tasks, endings, and details of the sources.

use serde::Deserialize;

use super::*;
use crate::scenario::place::{Id, Written};
use crate::scenario::refs::{AsWritten, Refs, Resolved};
use crate::scenario::terms::{CommitmentKind, Measure, Strength};

/// `people.ron`: a person or a group.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Person", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Person<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// Name, as shown ("Khrushchev").
    pub name: String,
    /// Full name, in the order the person's language uses.
    #[serde(default)]
    pub full_name: String,
    /// The name in the person's own script, as a public source has it: 北村徳太郎, Никита Сергеевич Хрущёв. Shown next to
    /// the name in Latin letters; leave it out if you didn't find it. For a person who is `uncertain` and marked U,
    /// the game adds "if it is he".
    #[serde(default)]
    pub script: String,
    /// The party this person sits with. Leave it out for people who are only mentioned.
    #[serde(default)]
    pub party: Option<R::Party>,
    /// The speaker's name as the record prints it, up to the full stop.
    #[serde(default)]
    pub printed_as: Vec<String>,
    /// Political party or office on the day of the talk. Leave it out if unknown.
    #[serde(default)]
    pub standing: String,
    /// Who this is, in your own words; shown on a card.
    pub card: String,
    /// How certain it is: F firm, S from a single source, D disputed, U unverified.
    pub mark: char,
    /// This person's identity is only probable, so the author may not infer words for this person.
    #[serde(default)]
    pub uncertain: bool,
    /// Short names of the books and papers that support it, as in your own list of literature.
    #[serde(default)]
    pub keys: Vec<R::Text>,
    /// First day on which this person or group exists or may be named. If left out, there is no limit.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day on which this person or group exists or may be named. If left out, there is no limit.
    #[serde(default)]
    pub until: Option<Date>,
    /// Parties that know of this person or group on the day of the talk. If empty, it is public.
    #[serde(default)]
    pub known_to: Vec<R::Party>,
    /// Other words that refer to it in a text, such as "LDP". Texts may not use any of its names where it doesn't
    /// exist yet or isn't known.
    #[serde(default)]
    pub named: Vec<String>,
}

/// A word that is explained where it is used.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Term", deny_unknown_fields)]
pub struct TermDraft {
    /// The name other forms use for it.
    pub id: Id,
    /// The term.
    pub term: String,
    /// What it means, in at most 60 words.
    pub means: String,
    /// An idea of negotiation, or a word from the history.
    pub kind: TermKind,
    /// Where the definition comes from.
    pub source: String,
}

/// The two kinds of glossary entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum TermKind {
    /// An idea of negotiation.
    Idea,
    /// A word from the history.
    History,
}

/// `timeline.ron`: an event before or after the talk.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Fact", deny_unknown_fields)]
pub struct FactDraft {
    /// The name other forms use for it.
    pub id: Id,
    /// The day, or the first day.
    pub date: Date,
    /// The date, as shown ("Late September 1955").
    pub shown: String,
    /// Where it happened, in a word: "Moscow". Leave it out if there is no single place.
    #[serde(default)]
    pub place: String,
    /// What happened, in your own words.
    pub text: String,
    /// Short names of the books and papers that support it, as in your own list of literature.
    pub keys: Vec<Written>,
    /// How certain it is: F firm, S from a single source, D disputed, U unverified.
    pub mark: char,
    /// Parties that know of it on the day of the talk. If empty, it is public.
    #[serde(default)]
    pub known_to: Vec<Id>,
    /// Shown in the debrief as what happened next.
    #[serde(default)]
    pub aftermath: bool,
    /// Words that refer to it in a text, such as "Malik's offer". Texts may not use them before it happened, or where
    /// it isn't known.
    #[serde(default)]
    pub named: Vec<String>,
}

/// `background.ron`: one fact about an issue. It says what the issue is about, where a side stood on the day of the
/// talk, or what came of it later. The library lists these facts issue by issue, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Background", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Background<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// The issue it is about.
    pub issue: R::Issue,
    /// The party whose position it describes. If left out, it is about the issue itself.
    #[serde(default)]
    pub party: Option<R::Party>,
    /// The fact, in your own words, at most 60 of them.
    pub text: String,
    /// Short names of the books and papers that support it, as in your own list of literature.
    pub keys: Vec<R::Text>,
    /// How certain it is: F firm, S from a single source, D disputed, U unverified.
    pub mark: char,
    /// Parties that know of it on the day of the talk. If empty, it is public.
    #[serde(default)]
    pub known_to: Vec<R::Party>,
    /// It happened after the talk. It is then shown only once the game is over, or when a player asks for it.
    #[serde(default)]
    pub aftermath: bool,
}

/// `contested.ron`: a point on which the sides or the sources disagree.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Contested", deny_unknown_fields)]
pub struct ContestedDraft {
    /// The name other forms use for it.
    pub id: Id,
    /// The question.
    pub question: String,
    /// The readings, each with who holds it.
    pub readings: Vec<ReadingDraft>,
    /// Short names of the books and papers that support it, as in your own list of literature.
    pub keys: Vec<Written>,
    /// It reveals how the story went on, so it is shown only once the game is over, or when a player asks for it. True
    /// by default. If false, it can be read at any time and must not mention anything that was still to come.
    #[serde(default = "told_afterwards")]
    pub aftermath: bool,
}

const fn told_afterwards() -> bool {
    true
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

/// `tasks.ron`: a classroom task with the sources.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Task", deny_unknown_fields)]
pub struct TaskDraft {
    /// The name other forms use for it.
    pub id: Id,
    /// Sourcing, close reading, corroboration, or criticising the model.
    pub kind: TaskKind,
    /// Title.
    pub title: String,
    /// The task.
    pub text: String,
    /// Passages to work with.
    #[serde(default)]
    pub quotes: Vec<Quote<AsWritten>>,
}

/// The kinds of task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum TaskKind {
    /// Who made this source, when, and for whom?
    Sourcing,
    /// What exactly do the words say?
    CloseReading,
    /// What do other sources say?
    Corroboration,
    /// Does a conclusion still hold when a rule or a weight changes?
    CriticiseTheModel,
}

/// `endings.ron` and `endings/*.ron`: the four measures of an ending, and the rules of the model that rest on a single
/// case.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Endings", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Endings<R: Refs = Resolved> {
    /// The seat these endings are for. If left out, they are for every seat that has none of its own.
    #[serde(default)]
    pub seat: Option<R::Seat>,
    /// The four measures, each with five bands.
    pub measures: Vec<MeasureText<R>>,
    /// How much a commitment of each kind and strength earns: a percentage of the way from the opening position to the
    /// clause.
    pub earns: Vec<Earns>,
    /// Causal rules that rest on a single case, each with another reading of it.
    pub single_case_rules: Vec<SingleCase<R>>,
    /// Points of trust (0 to 100) lost for each clause of the report that contradicts a refusal.
    pub contradiction_costs: u8,
}

/// A measure of an ending.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Measure", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct MeasureText<R: Refs = Resolved> {
    /// The measure.
    pub measure: Measure,
    /// Name, as shown.
    pub name: R::Text,
    /// What it measures, in a sentence.
    pub plain: String,
    /// Its five bands, lowest first.
    pub bands: Vec<Band>,
}

/// A band of a measure.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Band", deny_unknown_fields)]
pub struct Band {
    /// The smallest number in this band, 0 to 100.
    pub from: u8,
    /// What is shown for this band.
    pub text: String,
}

/// How much a kind of support earns.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Earns", deny_unknown_fields)]
pub struct Earns {
    /// The kind of commitment that supports the clause.
    pub kind: CommitmentKind,
    /// For a hint, its strength.
    #[serde(default)]
    pub strength: Option<Strength>,
    /// How much it earns, 0 to 100 per cent.
    pub percent: u8,
    /// The reason, in words.
    pub because: String,
}

/// A rule that rests on a single case.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "SingleCase", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct SingleCase<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// The rule.
    pub rule: String,
    /// The one case it rests on.
    pub instance: Basis<R>,
    /// Another reading of the same case.
    pub other_reading: String,
}

/// `bibliography.ron`: a work that facts cite by its key.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Work", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Work<R: Refs = Resolved> {
    /// The key that `Dossier(keys: ["F77"])` and the facts of the timeline use.
    pub key: R::Text,
    /// Author, title, place and year, so that a reader can look it up.
    pub cites: String,
}

/// `sources/*.source.ron`: details of a source.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Source", deny_unknown_fields)]
pub struct SourceFileDraft {
    /// The id quotations use for it.
    pub id: Id,
    /// Name of the text file next to this one: `transcript.txt`.
    pub file: String,
    /// The fingerprint of the text (SHA-256, 64 characters), so that any change is noticed. Leave it empty at first;
    /// `check` prints the right one.
    pub sha256: Written,
    /// How the source asks to be cited, letter for letter. The words must appear in the first 40 lines of the text.
    pub citation: Written,
    /// Who made it possible.
    pub credits: String,
    /// The licence, as far as it is known, and whom to ask before using the words elsewhere.
    pub rights: String,
    /// Where it was found.
    pub url: String,
    /// Who speaks, line by line.
    pub turns: Vec<TurnDraft>,
    /// Notes on errors in the source, shown next to the text and never in it.
    pub notes: Vec<NoteDraft>,
}

/// A turn in a transcript.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Turn", deny_unknown_fields)]
pub struct TurnDraft {
    /// Who speaks.
    pub speaker: Id,
    /// First line, counted from 1.
    pub from: u32,
    /// Last line of the turn, counted from 1.
    pub to: u32,
}

/// A note on a source.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Note", deny_unknown_fields)]
pub struct NoteDraft {
    /// The lines it is about, counted from 1. If empty, the whole document.
    pub lines: Vec<u32>,
    /// The words it is about, as printed.
    #[serde(default)]
    pub printed: String,
    /// The note.
    pub text: String,
}
