//! What a person can do: one list for buttons, keys, help and the terminal's verbs.

/// An action of a person outside the choice of moves itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Make the statement.
    Say,
    /// Give another delegate the floor.
    Speaker,
    /// Take a move out of the statement.
    Drop,
    /// Hold the floor for a colleague.
    Hold,
    /// Predict an answer.
    Predict,
    /// Go one step back in the choice.
    Back,
    /// Show the moves again.
    Moves,
    /// The briefing.
    Brief,
    /// The issues with both sides' positions.
    Ledger,
    /// Points not yet answered.
    Open,
    /// Commitments on the table.
    Commitments,
    /// The room and why.
    Room,
    /// People at the table.
    People,
    /// The glossary.
    Glossary,
    /// Dates before the talk.
    Timeline,
    /// The record at a line.
    Record,
    /// Search the record.
    Search,
    /// The last answer again, with notes and sources.
    Again,
    /// The record card of the last statement.
    Card,
    /// Fork the game at a statement.
    Fork,
    /// Save now, or under another name.
    Save,
    /// Adjourn the talk.
    Adjourn,
    /// Help.
    Help,
    /// Quit.
    Quit,
}

impl Verb {
    /// Every verb, in the order of the help.
    pub const ALL: &'static [Verb] = &[
        Verb::Say,
        Verb::Speaker,
        Verb::Drop,
        Verb::Hold,
        Verb::Predict,
        Verb::Back,
        Verb::Moves,
        Verb::Brief,
        Verb::Ledger,
        Verb::Open,
        Verb::Commitments,
        Verb::Room,
        Verb::People,
        Verb::Glossary,
        Verb::Timeline,
        Verb::Record,
        Verb::Search,
        Verb::Again,
        Verb::Card,
        Verb::Fork,
        Verb::Save,
        Verb::Adjourn,
        Verb::Help,
        Verb::Quit,
    ];

    /// What is typed for it, and the key of its help text (`verb-...`).
    pub const fn word(self) -> &'static str {
        match self {
            Verb::Say => "say",
            Verb::Speaker => "speaker",
            Verb::Drop => "drop",
            Verb::Hold => "hold",
            Verb::Predict => "predict",
            Verb::Back => "back",
            Verb::Moves => "moves",
            Verb::Brief => "brief",
            Verb::Ledger => "ledger",
            Verb::Open => "open",
            Verb::Commitments => "commitments",
            Verb::Room => "room",
            Verb::People => "people",
            Verb::Glossary => "glossary",
            Verb::Timeline => "timeline",
            Verb::Record => "record",
            Verb::Search => "search",
            Verb::Again => "again",
            Verb::Card => "card",
            Verb::Fork => "fork",
            Verb::Save => "save",
            Verb::Adjourn => "adjourn",
            Verb::Help => "help",
            Verb::Quit => "quit",
        }
    }

    /// Finds a verb by its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|verb| verb.word() == word)
    }
}
