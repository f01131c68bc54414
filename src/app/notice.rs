//! What an application says of what it was asked to do.

/// Something that has to be said, wording finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub fault: bool,
    /// What was wanted was not done.
    pub refused: bool,
}

impl Notice {
    /// It was done, and this came of it.
    pub const fn information(text: String) -> Self {
        Self { text, fault: false, refused: false }
    }

    /// It was done, but something else went wrong.
    pub const fn warning(text: String) -> Self {
        Self { text, fault: true, refused: false }
    }

    /// It was not done.
    pub const fn refusal(text: String) -> Self {
        Self { text, fault: true, refused: true }
    }

    /// Both, in this order.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            text: self.text + " " + &other.text,
            fault: self.fault || other.fault,
            refused: self.refused || other.refused,
        }
    }
}
