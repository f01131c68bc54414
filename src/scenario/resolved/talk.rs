//! Who says what: the speakers of moves, and the entries that words speak.

use super::*;

impl Person {
    /// Whether it is not there yet on a day, or not known to everybody then.
    pub fn is_later(&self, day: Date) -> bool {
        !self.known_to.is_empty() || self.from.is_some_and(|from| from > day)
    }
}

impl Move {
    /// Who said it in the record.
    pub fn recorded_speaker(&self, scenario: &Scenario) -> Option<PersonId> {
        match &self.words {
            MoveWords::Record(entries) => entries.first().map(|e| scenario.entry(*e).speaker),
            MoveWords::Own { .. } => None,
        }
    }
}

impl<R: Refs> Words<R> {
    /// Entries of the record that these words speak.
    pub fn entries(&self) -> &[R::Entry] {
        match self {
            Words::Record(entries) => entries,
            Words::Elsewhere { entry, .. } => std::slice::from_ref(entry),
            Words::Inference { .. } | Words::Silence(_) => &[],
        }
    }
}

impl Words {
    /// Who says them; nobody a silence.
    pub fn speaker(&self, scenario: &Scenario) -> Option<PersonId> {
        match self {
            Words::Inference { speaker, .. } => Some(*speaker),
            words => words.entries().first().map(|entry| scenario.entry(*entry).speaker),
        }
    }
}
