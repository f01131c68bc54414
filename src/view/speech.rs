//! On what the words of a talk stand, where no record of it is at hand: said before the first word and after the last.

use crate::scenario::terms::Speech;

use super::wording::Wording;

impl Wording<'_> {
    /// Whether the words of the real talk are at hand, so that a move can be set beside them.
    pub const fn has_record(&self) -> bool {
        matches!(self.scenario.speech, Speech::Recorded)
    }

    /// What a player has to know of the words that are heard; nothing where they are the record's.
    pub fn speech(&self) -> Option<String> {
        match self.scenario.speech {
            Speech::Recorded => None,
            Speech::Inferred => Some(self.catalogue.msg("speech-inferred")),
            Speech::Invented => Some(self.catalogue.msg("speech-invented")),
        }
    }

    /// Works that the scenario cites by a key, as a reader would look them up.
    pub fn bibliography(&self) -> impl Iterator<Item = String> {
        let works = self.scenario.bibliography.iter();
        works.map(|(key, cites)| format!("[{key}] {cites}"))
    }
}
