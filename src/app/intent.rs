//! Everything a person can do, each as an [`Intent`], and the table [`BINDINGS`] of keys and typed words.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::negotiation::event::PointIndex;
use crate::negotiation::{Command, Opposite};
use crate::scenario::terms::{Prediction, vocabulary};
use crate::scenario::{IssueId, MoveId, PartyId, PersonId, SeatId};

use super::authoring::{Authoring, Page};
use super::new_game::NewGame;

/// A command other than a move, given by a key, a typed word or either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    Say,
    Speaker,
    Drop,
    Hold,
    Predict,
    Back,
    Moves,
    Brief,
    Ledger,
    /// Lists the points not yet answered.
    Open,
    Commitments,
    Room,
    People,
    Glossary,
    Timeline,
    Map,
    Record,
    Search,
    /// Repeats the last answer.
    Again,
    Card,
    Why,
    Hint,
    Fork,
    Save,
    Adjourn,
    Help,
    Quit,
    /// Shows or hides the author's panel.
    Panel,
    Number,
    NextControl,
    Press,
    Page,
    Ends,
    /// Moves through a list, opens the selected page, and goes back.
    Arrows,
    Pan,
    Zoom,
}

/// How to give a verb's command. Keys, typed words, help, menus and the page on accessibility all come from
/// [`BINDINGS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    pub verb: Verb,
    /// The typed word, if there is one. Also the end of the help's key in the catalogue: `verb-...` for the terminal,
    /// `window-key-...` for the window.
    pub name: &'static str,
    /// Whether the terminal accepts the name as a word.
    pub is_word: bool,
    /// Keys, spelled as they are shown, such as `Ctrl+Enter`. Menus and buttons show the first.
    pub keys: &'static [&'static str],
    pub place: KeyPlace,
}

const fn word(verb: Verb, name: &'static str) -> Binding {
    Binding { verb, name, is_word: true, keys: &[], place: KeyPlace::Table }
}

const fn key(verb: Verb, name: &'static str, keys: &'static [&'static str], place: KeyPlace) -> Binding {
    Binding { verb, name, is_word: false, keys, place }
}

const fn both(verb: Verb, name: &'static str, keys: &'static [&'static str], place: KeyPlace) -> Binding {
    Binding { verb, name, is_word: true, keys, place }
}

use KeyPlace::{Everywhere, Lists, Map as OnMap, Table};
/// All bindings, one for each verb, in the order of the help.
pub const BINDINGS: &[Binding] = &[
    both(Verb::Say, "say", &["Ctrl+Enter"], Table),
    word(Verb::Speaker, "speaker"),
    word(Verb::Drop, "drop"),
    word(Verb::Hold, "hold"),
    word(Verb::Predict, "predict"),
    both(Verb::Back, "back", &["Escape"], Everywhere),
    word(Verb::Moves, "moves"),
    both(Verb::Brief, "brief", &["F2"], Everywhere),
    both(Verb::Ledger, "ledger", &["F6"], Table),
    word(Verb::Open, "open"),
    both(Verb::Commitments, "commitments", &["F7"], Table),
    both(Verb::Room, "room", &["F8"], Table),
    both(Verb::People, "people", &["F4"], Everywhere),
    word(Verb::Glossary, "glossary"),
    word(Verb::Timeline, "timeline"),
    both(Verb::Map, "map", &["F11"], Everywhere),
    both(Verb::Record, "record", &["F3"], Everywhere),
    both(Verb::Search, "search", &["Ctrl+F"], Lists),
    word(Verb::Again, "again"),
    both(Verb::Card, "card", &["F5"], Table),
    word(Verb::Why, "why"),
    both(Verb::Hint, "hint", &["F10"], Table),
    both(Verb::Fork, "fork", &["F9"], Everywhere),
    both(Verb::Save, "save", &["Ctrl+S"], Everywhere),
    word(Verb::Adjourn, "adjourn"),
    both(Verb::Help, "help", &["F1"], Everywhere),
    both(Verb::Quit, "quit", &["Ctrl+Q"], Everywhere),
    key(Verb::Panel, "author", &["F12"], Everywhere),
    key(Verb::Number, "numbers", &["1 … 9"], Lists),
    key(Verb::NextControl, "tab", &["Tab", "Shift+Tab"], Lists),
    key(Verb::Press, "press", &["Enter", "Space"], Lists),
    key(Verb::Page, "pages", &["PageUp", "PageDown"], Lists),
    key(Verb::Ends, "ends", &["Home", "End"], Lists),
    key(Verb::Arrows, "arrows", &["Up", "Down", "Right", "Left"], Lists),
    key(Verb::Pan, "pan", &["Left", "Right", "Up", "Down"], OnMap),
    key(Verb::Zoom, "zoom", &["Plus", "Equals", "Minus", "0"], OnMap),
];

impl Verb {
    /// The verb's row in [`BINDINGS`].
    pub fn binding(self) -> &'static Binding {
        // A test checks that every verb has a row.
        BINDINGS.iter().find(|binding| binding.verb == self).unwrap_or(&BINDINGS[0])
    }

    /// The typed word, if there is one, and the end of the verb's keys in the catalogue.
    pub fn word(self) -> &'static str {
        self.binding().name
    }

    /// The first of the verb's keys in the window.
    pub fn key(self) -> Option<&'static str> {
        self.binding().keys.first().copied()
    }

    /// Where the verb's key works.
    pub fn place(self) -> KeyPlace {
        self.binding().place
    }

    /// Finds a verb by the word typed in the terminal.
    pub fn from_word(word: &str) -> Option<Self> {
        BINDINGS.iter().find(|binding| binding.is_word && binding.name == word).map(|binding| binding.verb)
    }
}

vocabulary! {
    /// Where a key works, in the order of the help. The member's key ends its message keys in the catalogue
    /// (`keys-...`).
    KeyPlace {
        Everywhere = "everywhere",
        Table = "table",
        /// Any list or long text.
        Lists = "lists",
        Map = "map",
    }
}

vocabulary! {
    /// A screen of the window. Its key is its name on the command line and the end of its message key (`screen-...`).
    Screen {
        /// The first screen.
        Title = "title",
        /// Scenarios to choose from.
        Scenarios = "scenarios",
        /// Who you are and what you want, before the first statement.
        Briefing = "briefing",
        /// The talk.
        Table = "table",
        /// The transcript.
        Record = "record",
        /// This game's statements, and the saved games.
        Journal = "journal",
        /// The report home.
        Report = "report",
        Debrief = "debrief",
        /// People, ideas and dates.
        Library = "library",
        Map = "map",
        Settings = "settings",
        /// Where an author chooses a folder to work on.
        Author = "author",
    }
}

impl Screen {
    /// Whether both players of a hot seat may see the screen while it is being passed. New screens are private unless
    /// listed here, so that they leak nothing.
    pub const fn is_public(self) -> bool {
        matches!(
            self,
            Screen::Title
                | Screen::Scenarios
                | Screen::Record
                | Screen::Journal
                | Screen::Library
                | Screen::Map
                | Screen::Settings
                | Screen::Author
        )
    }

    /// The screens in the menu, in order, each with the verb whose key opens it.
    pub const MENU: &[(Self, Option<Verb>)] = &[
        (Self::Briefing, Some(Verb::Brief)),
        (Self::Library, Some(Verb::People)),
        (Self::Record, Some(Verb::Record)),
        (Self::Map, Some(Verb::Map)),
        (Self::Journal, Some(Verb::Fork)),
        (Self::Settings, None),
    ];
}

/// A screenshot that can be requested by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pictured {
    pub screen: Screen,
    /// The page of the author's panel next to it.
    pub page: Option<Page>,
}

impl Pictured {
    /// Finds a screenshot by the name of a screen, or by `author-` and the name of a page.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some(screen) = Screen::from_key(key) {
            return Some(Self { screen, page: None });
        }
        let page = key.strip_prefix("author-").and_then(Page::from_key);
        page.map(|page| Self { screen: Screen::Table, page: Some(page) })
    }

    /// All names of screenshots.
    pub fn keys() -> Vec<String> {
        let screens = Screen::ALL.iter().map(|screen| screen.key().to_owned());
        let pages = Page::ALL.iter().map(|page| format!("author-{}", page.key()));
        screens.chain(pages).collect()
    }
}

/// Where a scenario comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// Built into the program, under this name. Older settings files write `Carried`, so the serialised name stays.
    #[serde(rename = "Carried")]
    BuiltIn(String),
    /// A folder of this name among the player's own scenarios.
    Own(String),
}

/// The seats in a new game: which one you take, and who plays the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seating {
    /// The seat you take. In the hot seat, the one that speaks first.
    pub seat: SeatId,
    pub opposite: Opposite,
}

impl Default for Seating {
    fn default() -> Self {
        Self { seat: SeatId::FIRST, opposite: Opposite::default() }
    }
}

/// What to do about a game that could not be saved before it is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    Stay,
    /// Try again to save in the same place, then leave.
    Again,
    /// Try to save in another folder, then leave.
    SaveIn(PathBuf),
    Anyway,
}

/// What a person wants, as reported by a front end. Front ends change nothing themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    Show(Screen),
    /// Go back to the previous screen.
    Back,
    Quit,
    Choose(Origin),
    /// Choose a seat for the next game.
    Sit(Seating),
    /// Choose how the other side answers in the next game, by index among the seat's styles.
    Style(usize),
    /// Start a game of this length (an index), with the choices made for the next game.
    Begin(usize),
    /// Start a game with all its choices in one value.
    Start(Box<NewGame>),
    /// Play the first lesson. The chosen scenario stays chosen.
    Learn,
    /// The introduction has been read or skipped.
    Welcomed,
    /// In the hot seat: confirm that the right player has the screen and no one else is looking.
    TakeScreen,
    /// Continue the current game, or resume the last saved one.
    Continue,
    /// Resume a saved game.
    Resume(PathBuf),
    /// Go back to just before a step of this game, in a new branch.
    Fork(usize),
    /// Save now. With a path, save to that file from now on.
    SaveAs(Option<PathBuf>),
    /// Give a delegate the floor.
    Floor(PersonId),
    /// Add a move to the statement.
    Add(MoveId),
    /// Remove a move from the statement, by index.
    Remove(usize),
    /// Predict the answer to a move of the statement, by index; `None` withdraws the prediction.
    Predict(usize, Option<Prediction>),
    /// Hold the floor for a colleague, or stop holding it.
    Hold,
    /// Start the statement over.
    Clear,
    Say,
    /// Apply a command from a recorded game.
    Take(Box<Command>),
    /// Ask the adviser about the next statement.
    Advise,
    /// Put a position and its timing into the report, by index among the issue's pairs.
    Clause(IssueId, u16),
    /// Fill the report as the real delegation did.
    HistoricalReport,
    /// Fill the report with one of the scenario's named deals.
    NamedReport(String),
    Send,
    /// Open the transcript at a line, from 1.
    OpenRecord(u32),
    /// In the hot seat: show the debrief of a seat.
    DebriefOf(SeatId),
    /// Explain why these moves were answered as they were. Asking for the same moves again hides the explanation.
    Why(Vec<PointIndex>),
    /// Save the debrief as a page to print.
    SaveDebrief,
    /// Change a weight of the model within the author's range.
    Weigh(PartyId, IssueId, u32),
    /// Restore the author's weights.
    WeighAsAuthor,
    Set(Setting),
    Author(Authoring),
    /// Answer the question about a game that could not be saved.
    Leave(Leaving),
    /// Close the notice.
    Dismiss,
}

/// A setting and its new value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Text and control size in per cent.
    Zoom(u16),
    Dark(bool),
    /// Whether animations play.
    Motion(bool),
    /// Large, high-contrast display for a classroom.
    Projector(bool),
    /// Whether all text uses one plain typeface.
    PlainFace(bool),
    /// Which of a place's names comes first, by index in the scenario's orders of names.
    NamesFirst(usize),
    /// Whether games are for a class, which switches the adviser off.
    ForClass(bool),
}
