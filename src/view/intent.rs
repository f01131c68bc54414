//! What a person can do: one list for buttons, keys, help and the terminal's verbs.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::negotiation::Opposite;
use crate::negotiation::event::PointIndex;
use crate::scenario::terms::Prediction;
use crate::scenario::{IssueId, MoveId, PartyId, PersonId, SeatId};

use super::authoring::Authoring;

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
    /// The map, in words.
    Map,
    /// The record at a line.
    Record,
    /// Search the record.
    Search,
    /// The last answer again, with notes and sources.
    Again,
    /// The record card of the last statement.
    Card,
    /// Why an answer came.
    Why,
    /// Ask the adviser.
    Hint,
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
        Verb::Map,
        Verb::Record,
        Verb::Search,
        Verb::Again,
        Verb::Card,
        Verb::Why,
        Verb::Hint,
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
            Verb::Map => "map",
            Verb::Record => "record",
            Verb::Search => "search",
            Verb::Again => "again",
            Verb::Card => "card",
            Verb::Why => "why",
            Verb::Hint => "hint",
            Verb::Fork => "fork",
            Verb::Save => "save",
            Verb::Adjourn => "adjourn",
            Verb::Help => "help",
            Verb::Quit => "quit",
        }
    }

    /// The key that does it in the window, where there is one.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Verb::Help => Some("F1"),
            Verb::Brief => Some("F2"),
            Verb::Record => Some("F3"),
            Verb::People => Some("F4"),
            Verb::Card => Some("F5"),
            Verb::Ledger => Some("F6"),
            Verb::Commitments => Some("F7"),
            Verb::Room => Some("F8"),
            Verb::Fork => Some("F9"),
            Verb::Hint => Some("F10"),
            Verb::Map => Some("F11"),
            Verb::Say => Some("Ctrl+Enter"),
            Verb::Back => Some("Escape"),
            Verb::Save => Some("Ctrl+S"),
            Verb::Quit => Some("Ctrl+Q"),
            _ => None,
        }
    }

    /// Where in the window its key does something, and where the help lists it.
    pub const fn place(self) -> KeyPlace {
        match self {
            Verb::Help
            | Verb::Brief
            | Verb::Record
            | Verb::People
            | Verb::Map
            | Verb::Fork
            | Verb::Save
            | Verb::Back
            | Verb::Quit => KeyPlace::Everywhere,
            _ => KeyPlace::Table,
        }
    }

    /// Finds a verb by its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|verb| verb.word() == word)
    }
}

/// Where a key does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyPlace {
    /// Wherever one is.
    Everywhere,
    /// At the table.
    Table,
    /// Wherever there is a list or a long text.
    Lists,
}

impl KeyPlace {
    /// Every place, in the order of the help.
    pub const ALL: &'static [KeyPlace] = &[KeyPlace::Everywhere, KeyPlace::Table, KeyPlace::Lists];

    /// The end of its key in the catalogue (`keys-...`).
    pub const fn key(self) -> &'static str {
        match self {
            KeyPlace::Everywhere => "everywhere",
            KeyPlace::Table => "table",
            KeyPlace::Lists => "lists",
        }
    }
}

/// A screen of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Where the program begins.
    Title,
    /// The scenarios that can be played.
    Scenarios,
    /// Who you are and what you want, before the first word.
    Briefing,
    /// The talk.
    Table,
    /// The transcript.
    Record,
    /// The statements of this game, and the games that are kept.
    Journal,
    /// The report home.
    Report,
    /// What the game shows.
    Debrief,
    /// People, ideas, dates.
    Library,
    /// The map.
    Map,
    /// How it looks.
    Settings,
    /// An author chooses a folder to work on.
    Author,
}

impl Screen {
    /// Every screen.
    pub const ALL: &'static [Screen] = &[
        Screen::Title,
        Screen::Scenarios,
        Screen::Briefing,
        Screen::Table,
        Screen::Record,
        Screen::Journal,
        Screen::Report,
        Screen::Debrief,
        Screen::Library,
        Screen::Map,
        Screen::Settings,
        Screen::Author,
    ];

    /// What it is called on the command line, and the end of its key in the catalogue (`screen-...`).
    pub const fn key(self) -> &'static str {
        match self {
            Screen::Title => "title",
            Screen::Scenarios => "scenarios",
            Screen::Briefing => "briefing",
            Screen::Table => "table",
            Screen::Record => "record",
            Screen::Journal => "journal",
            Screen::Report => "report",
            Screen::Debrief => "debrief",
            Screen::Library => "library",
            Screen::Map => "map",
            Screen::Settings => "settings",
            Screen::Author => "author",
        }
    }

    /// Finds a screen by its key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|screen| screen.key() == key)
    }
}

/// Where a scenario comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The program carries it, under this name.
    Carried(String),
    /// It lies in the folder of one's own scenarios, under this name.
    Own(String),
}

/// Who plays a game that is begun.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seating {
    /// The seat that is taken; of two people the one who speaks first.
    pub seat: SeatId,
    /// Who sits opposite.
    pub opposite: Opposite,
}

/// What shall become of a game that could not be kept, before it is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    /// Go on with it; it is not left.
    Stay,
    /// Try again to keep it where it belongs, and leave.
    Again,
    /// Try to keep it in another folder, and leave.
    KeepIn(PathBuf),
    /// Leave without it.
    Anyway,
}

/// What a person wants, as a screen returns it. A screen changes nothing itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Go to a screen.
    Show(Screen),
    /// Go back to where one came from.
    Back,
    /// Leave the program.
    Quit,
    /// Choose a scenario.
    Choose(Origin),
    /// Choose a seat for the game that is begun next.
    Sit(Seating),
    /// Choose in which style the other side answers in the game that is begun next, by its place among those of the seat.
    Style(usize),
    /// Begin a game of a length, by its place in the scenario.
    Begin(usize),
    /// Play the first lesson. The scenario that was chosen stays chosen.
    Learn,
    /// The introduction has been read or skipped.
    Welcomed,
    /// Of two people: I have the screen now, and nobody else looks.
    TakeScreen,
    /// Go on with the game that is open, or else with the last one that was kept.
    Continue,
    /// Go on with a kept game.
    Resume(PathBuf),
    /// Go back to before a step of this game, on a branch of its own.
    Fork(usize),
    /// Give a delegate the floor.
    Floor(PersonId),
    /// Add a move to the statement.
    Add(MoveId),
    /// Take a move out of it.
    Remove(usize),
    /// Predict the answer to a move of it, or take the prediction back.
    Predict(usize, Option<Prediction>),
    /// Hold the floor for a colleague, or no longer.
    Hold,
    /// Begin the statement anew.
    Clear,
    /// Make the statement.
    Say,
    /// Ask the adviser on the statement that is to be made.
    Advise,
    /// Put a pair into the report.
    Clause(IssueId, u16),
    /// Fill the report with what the real delegation carried home.
    AsItWas,
    /// Send the report.
    Send,
    /// Open the transcript at a line.
    OpenRecord(u32),
    /// Of two people: show the debrief of a seat.
    DebriefOf(SeatId),
    /// Ask why these moves were answered as they were, or no longer.
    Why(Vec<PointIndex>),
    /// Save the debrief as a page that can be printed.
    SaveDebrief,
    /// Move a weight of the model inside the author's range.
    Weigh(PartyId, IssueId, u32),
    /// Put the weights back to where the author has them.
    WeighAsAuthor,
    /// Change a setting.
    Set(Setting),
    /// What an author wants beside playing.
    Author(Authoring),
    /// Answer what is asked before a game that could not be kept is left.
    Leave(Leaving),
    /// Take the notice away.
    Dismiss,
}

/// Something that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Size of everything, in per cent.
    Zoom(u16),
    /// Dark paper, or light.
    Dark(bool),
    /// Things may move, or stand still.
    Motion(bool),
    /// For a class that looks at a wall.
    Projector(bool),
    /// Everything in one plain face, or each kind of text in its own.
    PlainFace(bool),
    /// Which names of places stand first, by their number in the scenario.
    NamesFirst(usize),
    /// For a class: the adviser cannot be asked.
    ForClass(bool),
}
