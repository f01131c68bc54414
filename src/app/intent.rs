//! Everything a person can do: one [`Intent`] for it, and one table of [`BINDINGS`] for keys, typed words and help.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::negotiation::event::PointIndex;
use crate::negotiation::{Command, Opposite};
use crate::scenario::terms::{Prediction, vocabulary};
use crate::scenario::{IssueId, MoveId, PartyId, PersonId, SeatId};

use super::authoring::{Authoring, Page};
use super::new_game::NewGame;

/// Something a person can do that is not the choice of a move: by a key, by a typed word, or by both.
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
    /// Points not yet answered.
    Open,
    Commitments,
    Room,
    People,
    Glossary,
    Timeline,
    Map,
    Record,
    Search,
    /// The last answer once more.
    Again,
    Card,
    Why,
    Hint,
    Fork,
    Save,
    Adjourn,
    Help,
    Quit,
    /// Shows and hides the author's panel.
    Panel,
    Number,
    NextControl,
    Press,
    Page,
    Ends,
    /// Through a list, to the page that it opens, and back.
    Arrows,
    Pan,
    Zoom,
}

/// How a verb is done and explained. Keys, typed words, help, menus and the page on access all come from [`BINDINGS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    pub verb: Verb,
    /// What is typed for it where it can be typed; the end of its help's key in the catalogue: `verb-...` for the terminal,
    /// `window-key-...` for the window.
    pub name: &'static str,
    /// Whether the terminal knows its name as a word.
    pub is_word: bool,
    /// Keys, spelled as they are shown: `Ctrl+Enter`. The first is the one that menus and buttons name.
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

/// Every binding, one a verb, in the order of the help.
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
    /// Its row in [`BINDINGS`].
    pub fn binding(self) -> &'static Binding {
        // A test checks that every verb has one.
        BINDINGS.iter().find(|binding| binding.verb == self).unwrap_or(&BINDINGS[0])
    }

    /// The end of its keys in the catalogue, and the word that is typed for it where it can be typed.
    pub fn word(self) -> &'static str {
        self.binding().name
    }

    /// The key that does it in the window, where there is one.
    pub fn key(self) -> Option<&'static str> {
        self.binding().keys.first().copied()
    }

    /// Where its key does something.
    pub fn place(self) -> KeyPlace {
        self.binding().place
    }

    /// The verb of a word that is typed in the terminal.
    pub fn from_word(word: &str) -> Option<Self> {
        BINDINGS.iter().find(|binding| binding.is_word && binding.name == word).map(|binding| binding.verb)
    }
}

vocabulary! {
    /// Where a key does something, in the order of the help. Its key is the end of its key in the catalogue (`keys-...`).
    KeyPlace {
        Everywhere = "everywhere",
        Table = "table",
        /// Wherever there is a list or a long text.
        Lists = "lists",
        Map = "map",
    }
}

vocabulary! {
    /// A screen of the window. Its key is its name on the command line, and the end of its key in the catalogue (`screen-...`).
    Screen {
        /// Where the program begins.
        Title = "title",
        /// The scenarios that can be played.
        Scenarios = "scenarios",
        /// Who you are and what you want, before the first word.
        Briefing = "briefing",
        /// The talk.
        Table = "table",
        /// The transcript.
        Record = "record",
        /// The statements of this game, and the saved games.
        Journal = "journal",
        /// The report home.
        Report = "report",
        Debrief = "debrief",
        /// People, ideas, dates.
        Library = "library",
        Map = "map",
        Settings = "settings",
        /// An author chooses a folder to work on.
        Author = "author",
    }
}

impl Screen {
    /// Whether both people of a hot seat may see it while the screen is passed. Private unless it is named here: a new screen leaks
    /// nothing.
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

    /// The screens in the menu, in its order, with the verb whose key leads there.
    pub const MENU: &[(Self, Option<Verb>)] = &[
        (Self::Briefing, Some(Verb::Brief)),
        (Self::Library, Some(Verb::People)),
        (Self::Record, Some(Verb::Record)),
        (Self::Map, Some(Verb::Map)),
        (Self::Journal, Some(Verb::Fork)),
        (Self::Settings, None),
    ];
}

/// A picture of the window that can be asked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pictured {
    pub screen: Screen,
    /// The page of the author's panel next to it.
    pub page: Option<Page>,
}

impl Pictured {
    /// Finds it by its name: that of a screen, or `author-` and that of a page.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some(screen) = Screen::from_key(key) {
            return Some(Self { screen, page: None });
        }
        let page = key.strip_prefix("author-").and_then(Page::from_key);
        page.map(|page| Self { screen: Screen::Table, page: Some(page) })
    }

    /// Every name.
    pub fn keys() -> Vec<String> {
        let screens = Screen::ALL.iter().map(|screen| screen.key().to_owned());
        let pages = Page::ALL.iter().map(|page| format!("author-{}", page.key()));
        screens.chain(pages).collect()
    }
}

/// Where a scenario comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The program contains it, under this name. Settings written before call it `Carried`.
    #[serde(rename = "Carried")]
    BuiltIn(String),
    /// It is in the folder of your own scenarios, under this name.
    Own(String),
}

/// The seats of a new game: which one you take, and who is opposite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seating {
    /// The seat that is taken; of two people the one who speaks first.
    pub seat: SeatId,
    pub opposite: Opposite,
}

impl Default for Seating {
    fn default() -> Self {
        Self { seat: SeatId::FIRST, opposite: Opposite::default() }
    }
}

/// What happens to a game that could not be saved, before it is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    Stay,
    /// Try once more to save it where it belongs, and leave.
    Again,
    /// Try to save it in another folder, and leave.
    SaveIn(PathBuf),
    Anyway,
}

/// What a person wants, as a front end says it. A front end changes nothing itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    Show(Screen),
    /// Go back to the screen before.
    Back,
    Quit,
    Choose(Origin),
    /// Choose a seat for the next game.
    Sit(Seating),
    /// Choose how the other side answers in the next game, by its place among the styles of the seat.
    Style(usize),
    /// Begin a game of a length, with what was chosen for the next game.
    Begin(usize),
    /// Begin a game with everything said at once.
    Start(Box<NewGame>),
    /// Play the first lesson. The scenario that was chosen stays chosen.
    Learn,
    /// The introduction has been read or skipped.
    Welcomed,
    /// In the hot seat: I have the screen now, and no one else is looking.
    TakeScreen,
    /// Continue the game on the table, or else resume the one saved last.
    Continue,
    /// Resume a saved game.
    Resume(PathBuf),
    /// Go back to before a step of this game, on a branch of its own.
    Fork(usize),
    /// Save now; with a path, from now on in that file.
    SaveAs(Option<PathBuf>),
    /// Give a delegate the floor.
    Floor(PersonId),
    /// Add a move to the statement.
    Add(MoveId),
    /// Take a move out of the statement, by its place in it.
    Remove(usize),
    /// Predict the answer to a move of the statement, or take the prediction back.
    Predict(usize, Option<Prediction>),
    /// Hold the floor for a colleague, or no longer.
    Hold,
    /// Begin the statement again.
    Clear,
    Say,
    /// Take a command as a recorded game has it.
    Take(Box<Command>),
    /// Ask the adviser about the next statement.
    Advise,
    /// Put a pair of position and timing into the report, by its place among those of the issue.
    Clause(IssueId, u16),
    /// Fill the report as the real delegation did.
    HistoricalReport,
    /// Fill the report with a deal that the scenario names.
    NamedReport(String),
    Send,
    /// Open the transcript at a line, from 1.
    OpenRecord(u32),
    /// In the hot seat: show the debrief of a seat.
    DebriefOf(SeatId),
    /// Explain why these moves were answered as they were, or no longer.
    Why(Vec<PointIndex>),
    /// Save the debrief as a page that can be printed.
    SaveDebrief,
    /// Move a weight of the model inside the author's range.
    Weigh(PartyId, IssueId, u32),
    /// Put the weights back to the author's own.
    WeighAsAuthor,
    Set(Setting),
    Author(Authoring),
    /// Answer the question about a game that could not be saved.
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
    /// Which place names come first, by their number in the scenario.
    NamesFirst(usize),
    /// For a class: the adviser cannot be asked.
    ForClass(bool),
}
