//! The library as a small reference book: shelves of pages, each page in pieces.

use crate::scenario::PartyId;
use crate::scenario::draft::Date;

use super::cited::{Cited, Fact};

/// A part of the library.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    #[default]
    People,
    /// The issues, with what is known of each.
    Issues,
    Contested,
    Timeline,
    Glossary,
    /// Works that are cited, and the record itself.
    Sources,
}

impl Shelf {
    /// Every shelf, in the order in which they stand.
    pub const ALL: &'static [Shelf] =
        &[Shelf::People, Shelf::Issues, Shelf::Contested, Shelf::Timeline, Shelf::Glossary, Shelf::Sources];

    /// Key of its name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Shelf::People => "library-people",
            Shelf::Issues => "library-issues",
            Shelf::Contested => "library-contested",
            Shelf::Timeline => "library-timeline",
            Shelf::Glossary => "library-glossary",
            Shelf::Sources => "library-sources",
        }
    }
}

/// On whose side something stands, as the reader sees it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    Ours,
    Theirs,
    #[default]
    Neither,
}

/// Who reads, and what that person may be shown already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reader {
    pub party: Option<PartyId>,
    /// Two people read at one screen: what only one side knows is for neither.
    pub shared: bool,
    pub over: bool,
}

impl Reader {
    /// On whose side a party stands.
    pub(in crate::view) fn side(&self, party: Option<PartyId>) -> Side {
        match party {
            Some(party) if Some(party) == self.party => Side::Ours,
            Some(_) => Side::Theirs,
            None => Side::Neither,
        }
    }

    /// Whether something that only some know is kept from this reader until the game is over.
    pub(super) fn is_kept_from(&self, known_to: &[PartyId]) -> bool {
        let knows = self.party.is_some_and(|party| known_to.contains(&party));
        !known_to.is_empty() && (self.shared || !knows)
    }
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub shelf: Shelf,
    pub id: String,
    pub heading: String,
    /// The same in its own script; empty where there is none.
    pub script: String,
    /// A few words more: an office, a date.
    pub detail: String,
    pub side: Side,
    /// All of it tells how the story went on.
    pub later: bool,
    pub parts: Vec<Part>,
    pub day: Option<Day>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// It tells how the story went on, or what the reader's side did not know.
    pub later: bool,
    pub piece: Piece,
}

/// What a page is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A small heading, with the side it speaks of.
    Heading(String, Side),
    Text(String),
    Term(String, String),
    Fact(Fact),
    /// A reading of a contested point: who holds it, and how it goes.
    Reading {
        held_by: String,
        text: String,
    },
    /// The works that all of the page is known from, and how sure it is.
    Known {
        works: Vec<Cited>,
        confidence: String,
    },
    Link(Link),
}

/// Somewhere to go from a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A line of the record, and its name.
    Line(u32, String),
    /// A page: its shelf, its id and what it is called.
    Page(Shelf, String, String),
}

impl Page {
    /// A page that holds nothing yet.
    pub(super) fn new(shelf: Shelf, id: &str, heading: &str) -> Self {
        Self {
            shelf,
            id: id.to_owned(),
            heading: heading.to_owned(),
            script: String::new(),
            detail: String::new(),
            side: Side::Neither,
            later: false,
            parts: Vec::new(),
            day: None,
        }
    }

    /// Puts a piece at its end.
    pub(super) fn add(&mut self, later: bool, piece: Piece) {
        self.parts.push(Part { later, piece });
    }

    /// Whether it is shown to somebody who has asked for what came after, or not.
    pub fn is_shown(&self, after: bool) -> bool {
        after || !self.later
    }

    /// The parts that are shown.
    pub fn shown(&self, after: bool) -> impl Iterator<Item = &Piece> {
        let parts = self.parts.iter();
        parts.filter(move |part| after || !part.later).map(|part| &part.piece)
    }

    /// Whether it holds a text, whatever the case of its letters, in what is shown of it.
    pub fn holds(&self, wanted: &str, after: bool) -> bool {
        let is_in = |text: &str| text.to_lowercase().contains(wanted);
        let head = [&self.heading, &self.script, &self.detail];
        self.is_shown(after)
            && (head.into_iter().any(|text| is_in(text)) || self.shown(after).any(|piece| piece.holds(&is_in)))
    }
}

impl Piece {
    fn holds(&self, is_in: &dyn Fn(&str) -> bool) -> bool {
        let in_works = |works: &[Cited]| works.iter().any(|w| is_in(&w.key) || is_in(&w.cites));
        match self {
            Piece::Heading(text, _) | Piece::Text(text) => is_in(text),
            Piece::Term(name, plain) => is_in(name) || is_in(plain),
            Piece::Fact(fact) => is_in(&fact.text) || in_works(&fact.works),
            Piece::Reading { held_by, text } => is_in(held_by) || is_in(text),
            Piece::Known { works, .. } => in_works(works),
            Piece::Link(_) => false,
        }
    }
}

/// The day of a page of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Year, month, day; the first one of several.
    pub date: Date,
    /// Where it happened, in words; empty where nothing says so.
    pub place: String,
    pub lane: Lane,
    pub of_the_talk: bool,
}

/// The track of the timeline on which a day stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    First,
    /// The one that is met most often after it.
    Second,
    Elsewhere,
}
