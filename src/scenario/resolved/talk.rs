//! Who speaks: the recorded speakers of moves, and the entries and speakers of replies.

use super::*;

impl Person {
    /// Whether this person or group isn't yet there on a given day, or isn't known to everybody.
    pub fn is_later(&self, day: Date) -> bool {
        !self.known_to.is_empty() || self.from.is_some_and(|from| from > day)
    }
}

impl Move {
    /// Who said this in the record; `None` if the move isn't in the record.
    pub fn recorded_speaker(&self, scenario: &Scenario) -> Option<PersonId> {
        match &self.words {
            MoveWords::Record(entries) => entries.first().map(|e| scenario.entry(*e).speaker),
            MoveWords::Own { .. } => None,
        }
    }
}

impl<R: Refs> Words<R> {
    /// The entries of the record that these words quote.
    pub fn entries(&self) -> &[R::Entry] {
        match self {
            Words::Record(entries) => entries,
            Words::Elsewhere { entry, .. } => std::slice::from_ref(entry),
            Words::Inference { .. } | Words::Silence(_) => &[],
        }
    }
}

impl Words {
    /// Who speaks; `None` for a silence.
    pub fn speaker(&self, scenario: &Scenario) -> Option<PersonId> {
        match self {
            Words::Inference { speaker, .. } => Some(*speaker),
            words => words.entries().first().map(|entry| scenario.entry(*entry).speaker),
        }
    }
}
