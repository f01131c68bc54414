//! Says where the words of a talk come from if there is no record of it. Shown before the talk starts and after it
//! ends.

use crate::scenario::terms::Speech;

use super::wording::Wording;

impl Wording<'_> {
    /// Whether there are words of the real talk to compare a move with.
    pub const fn has_record(&self) -> bool {
        matches!(self.scenario.speech, Speech::Recorded)
    }

    /// What a player has to know about the words they hear; `None` if they come from the record.
    pub fn speech(&self) -> Option<String> {
        match self.scenario.speech {
            Speech::Recorded => None,
            Speech::Inferred => Some(self.catalogue.msg("speech-inferred")),
            Speech::Invented => Some(self.catalogue.msg("speech-invented")),
        }
    }

    /// The works that the scenario cites, in the form a reader would look them up.
    pub fn bibliography(&self) -> impl Iterator<Item = String> {
        let works = self.scenario.bibliography.iter();
        works.map(|work| format!("[{}] {}", work.key, work.cites))
    }
}
