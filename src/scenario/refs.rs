//! What the forms of a scenario refer to each other by: an author's ids while it is read, typed ids once it is resolved.

use std::fmt::Debug;

/// The kinds of reference. A form is written once, generic over them.
pub trait Refs: Debug + Copy + 'static {
    /// A form's own id.
    type Id: Debug + Clone;
    /// A text whose place in the file may matter in a message.
    type Text: Debug + Clone;
    /// A party.
    type Party: Debug + Clone;
    /// The seat of a move: left out by an author, it is the first one.
    type MoveSeat: Debug + Clone;
    /// A person or group.
    type Person: Debug + Clone;
    /// An issue of the deal space or of the table.
    type Issue: Debug + Clone;
    /// A position on an issue.
    type Position: Debug + Clone;
    /// A mark.
    type Mark: Debug + Clone;
    /// An entry of the record.
    type Entry: Debug + Clone;
    /// A move.
    type Move: Debug + Clone;
    /// A reply or an initiative.
    type Utterance: Debug + Clone;
    /// A topic of the agenda.
    type Topic: Debug + Clone;
    /// A term of the glossary.
    type Term: Debug + Clone;
    /// A quotation of a source.
    type Quote: Debug + Clone;
    /// Low, middle and high of a number.
    type Range: Debug + Clone;
}

/// As an author writes it: every reference is a text that knows its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AsWritten {}

/// As a checked scenario has it: every reference is a typed id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolved {}
