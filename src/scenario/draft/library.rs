//! What surrounds the talk: people, terms, facts, contested points, tasks, endings, and what is known about a source.

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
    /// The name by which other forms call it.
    pub id: R::Id,
    /// Name, as shown ("Khrushchev").
    pub name: String,
    /// Full name with the order of the source's language.
    #[serde(default)]
    pub full_name: String,
    /// The name in the person's own script, as a public source has it: 北村徳太郎, Никита Сергеевич Хрущёв. Shown beside the name in
    /// Latin letters; leave it out where you did not find it. Of somebody who is `uncertain` with the mark U the game says
    /// "if it is he".
    #[serde(default)]
    pub script: String,
    /// The party it sits with; none for people who are only mentioned.
    #[serde(default)]
    pub party: Option<R::Party>,
    /// What the record calls this speaker before the full stop, as printed.
    #[serde(default)]
    pub printed_as: Vec<String>,
    /// Political party or office at the date, as far as known; left out where unknown.
    #[serde(default)]
    pub standing: String,
    /// Who this is, in your own words; shown on a card.
    pub card: String,
    /// How sure it is: F firm, S from a single source, D disputed, U unverified.
    pub mark: char,
    /// Who it was, or for whom, is only probable: then nothing is inferred that this person would say.
    #[serde(default)]
    pub uncertain: bool,
    /// Short names of the books and papers it is known from, as your own list of literature has them.
    #[serde(default)]
    pub keys: Vec<R::Text>,
    /// First day on which it exists or may be named; always, when left out.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day on which it exists or may be named; always, when left out.
    #[serde(default)]
    pub until: Option<Date>,
    /// Parties that know of it at the date; empty means public.
    #[serde(default)]
    pub known_to: Vec<R::Party>,
    /// Other words by which it is recognised in a text, such as "LDP". None of its names is used in what is read where it is not
    /// there, or not known.
    #[serde(default)]
    pub named: Vec<String>,
}

/// A word that is explained where it is met.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Term", deny_unknown_fields)]
pub struct TermDraft {
    /// The name by which other forms call it.
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
    /// The name by which other forms call it.
    pub id: Id,
    /// The day, or the first one.
    pub date: Date,
    /// The date, as shown ("Late September 1955").
    pub shown: String,
    /// Where it happened, in a word: "Moscow". Left out where it has no place, or more than one.
    #[serde(default)]
    pub place: String,
    /// What happened, in our own words.
    pub text: String,
    /// Short names of the books and papers it is known from, as your own list of literature has them.
    pub keys: Vec<Written>,
    /// How sure it is: F firm, S from a single source, D disputed, U unverified.
    pub mark: char,
    /// Parties that know of it at the date of the talk; empty means public.
    #[serde(default)]
    pub known_to: Vec<Id>,
    /// Shown in the debrief as what happened next.
    #[serde(default)]
    pub aftermath: bool,
    /// Words by which it is recognised in a text, such as "Malik's offer". They are not used in what is read before it happened, or
    /// where it is not known.
    #[serde(default)]
    pub named: Vec<String>,
}

/// `background.ron`: one thing that is known of an issue: what it is about, where a side stood on the day of the talk, or what
/// came of it. The library tells them issue by issue, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Background", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Background<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// The issue it is about.
    pub issue: R::Issue,
    /// The party whose stand it tells; left out, it is about the issue itself.
    #[serde(default)]
    pub party: Option<R::Party>,
    /// What is known, in your own words and at most 60 of them.
    pub text: String,
    /// Short names of the books and papers it is known from, as your own list of literature has them.
    pub keys: Vec<R::Text>,
    /// How sure it is: F firm, S from a single source, D disputed, U unverified.
    pub mark: char,
    /// Parties that know of it at the date of the talk; empty means public.
    #[serde(default)]
    pub known_to: Vec<R::Party>,
    /// It came after the talk: told when the game is over, or when somebody asks for it.
    #[serde(default)]
    pub aftermath: bool,
}

/// `contested.ron`: a point on which the sides or the sources differ.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Contested", deny_unknown_fields)]
pub struct ContestedDraft {
    /// The name by which other forms call it.
    pub id: Id,
    /// The question.
    pub question: String,
    /// The readings, each with who holds it.
    pub readings: Vec<ReadingDraft>,
    /// Short names of the books and papers it is known from, as your own list of literature has them.
    pub keys: Vec<Written>,
    /// It tells how the story went on, so that it is shown when the game is over or when somebody asks for it. Left out, it is
    /// true; with false it can be read at any time, and may name nothing that was still to come.
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

/// `tasks.ron`: a task with the sources.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Task", deny_unknown_fields)]
pub struct TaskDraft {
    /// The name by which other forms call it.
    pub id: Id,
    /// Sourcing, close reading, corroboration, or criticise the model.
    pub kind: TaskKind,
    /// Title.
    pub title: String,
    /// The task.
    pub text: String,
    /// Passages to work with.
    #[serde(default)]
    pub quotes: Vec<Quote<AsWritten>>,
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

/// `endings.ron` and `endings/*.ron`: the four measures and the rules of the model that rest on one case.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Endings", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Endings<R: Refs = Resolved> {
    /// The seat whose endings these are; left out, they are those of every seat that has none of its own.
    #[serde(default)]
    pub seat: Option<R::Seat>,
    /// The four measures, each with five bands.
    pub measures: Vec<MeasureText<R>>,
    /// Share, in per cent, that a support of each strength earns of the way from the opening position to the clause.
    pub earns: Vec<Earns>,
    /// Causal rules that rest on one instance, each with another reading.
    pub single_case_rules: Vec<SingleCase<R>>,
    /// Trust lost by each clause of the report that contradicts a refusal, 0 to 100 points.
    pub contradiction_costs: u8,
}

/// A measure of an ending.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Measure", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct MeasureText<R: Refs = Resolved> {
    /// Which.
    pub measure: Measure,
    /// Name, as shown.
    pub name: R::Text,
    /// What it measures, in a sentence.
    pub plain: String,
    /// Five bands, from the lowest.
    pub bands: Vec<Band>,
}

/// A band of a measure.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Band", deny_unknown_fields)]
pub struct Band {
    /// The smallest number that falls in it, 0 to 100.
    pub from: u8,
    /// What it says.
    pub text: String,
}

/// What a kind of support earns.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Earns", deny_unknown_fields)]
pub struct Earns {
    /// Kind of the commitment that supports the clause.
    pub kind: CommitmentKind,
    /// For a hint, its strength.
    #[serde(default)]
    pub strength: Option<Strength>,
    /// How much, 0 to 100 per cent.
    pub percent: u8,
    /// Why, in words.
    pub because: String,
}

/// A rule that rests on one instance.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "SingleCase", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct SingleCase<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// The rule.
    pub rule: String,
    /// The one instance it rests on.
    pub instance: Basis<R>,
    /// Another reading of the same case.
    pub other_reading: String,
}

/// `bibliography.ron`: a work that the scenario stands on, by the key under which facts cite it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Work", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Work<R: Refs = Resolved> {
    /// The key, as `Dossier(keys: ["F77"])` and the facts of the timeline name it.
    pub key: R::Text,
    /// Author, title, place and year, as a reader would look it up.
    pub cites: String,
}

/// `sources/*.source.ron`: what is known about a source.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Source", deny_unknown_fields)]
pub struct SourceFileDraft {
    /// Id by which quotations name it.
    pub id: Id,
    /// Name of the text beside this file: `transcript.txt`.
    pub file: String,
    /// The fingerprint of the text (SHA-256, 64 signs), so that a changed letter is noticed; `check` prints the right one. Leave it empty until it has.
    pub sha256: Written,
    /// How the source wants to be cited: words that stand at the head of the text, letter by letter (in its first 40 lines).
    pub citation: Written,
    /// Who made it possible.
    pub credits: String,
    /// Licence, or what is known of it; whom to ask before the words are used elsewhere.
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
    /// First line, counted from 1.
    pub from: u32,
    /// Last line, itself included.
    pub to: u32,
}

/// A note on a line of a source.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Note", deny_unknown_fields)]
pub struct NoteDraft {
    /// The lines it is about, counted from 1; empty for the whole document.
    pub lines: Vec<u32>,
    /// The words it is about, as printed.
    #[serde(default)]
    pub printed: String,
    /// The note.
    pub text: String,
}
