//! Messages about the outcome of an intent.

/// A message for the person, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub fault: bool,
    /// Whether the intent was not carried out.
    pub refused: bool,
}

impl Notice {
    /// Carried out, with this result.
    pub const fn information(text: String) -> Self {
        Self { text, fault: false, refused: false }
    }

    /// Carried out, but something else went wrong.
    pub const fn warning(text: String) -> Self {
        Self { text, fault: true, refused: false }
    }

    /// Not carried out.
    pub const fn refusal(text: String) -> Self {
        Self { text, fault: true, refused: true }
    }

    /// Joins two messages.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            text: self.text + " " + &other.text,
            fault: self.fault || other.fault,
            refused: self.refused || other.refused,
        }
    }
}
