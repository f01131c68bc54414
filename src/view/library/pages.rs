//! The library as a small reference book. It has shelves, the shelves have pages, and the pages have pieces.

use crate::scenario::PartyId;
use crate::scenario::draft::Date;

use super::cited::{Cited, Fact};

/// A part of the library.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    #[default]
    People,
    /// The issues, with what is known about each.
    Issues,
    Contested,
    Timeline,
    Glossary,
    /// The works cited, and the record itself.
    Sources,
}

impl Shelf {
    /// Every shelf, in display order.
    pub const ALL: &'static [Shelf] =
        &[Shelf::People, Shelf::Issues, Shelf::Contested, Shelf::Timeline, Shelf::Glossary, Shelf::Sources];

    /// Key of the name in the catalogue.
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

/// Whose side something belongs to, as the reader sees it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    Ours,
    Theirs,
    #[default]
    Neither,
}

/// The reader, and what they may see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reader {
    pub party: Option<PartyId>,
    /// Two people are reading one screen, so secrets of either side are hidden.
    pub shared: bool,
    pub over: bool,
}

impl Reader {
    /// The side a party is on, as this reader sees it.
    pub(in crate::view) fn side(&self, party: Option<PartyId>) -> Side {
        match party {
            Some(party) if Some(party) == self.party => Side::Ours,
            Some(_) => Side::Theirs,
            None => Side::Neither,
        }
    }

    /// Whether something known only to these parties is hidden from the reader until the game is over.
    pub(super) fn is_kept_from(&self, known_to: &[PartyId]) -> bool {
        let knows = self.party.is_some_and(|party| known_to.contains(&party));
        !known_to.is_empty() && (self.shared || !knows)
    }
}

/// A page of the library, with everything a reader may see on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub shelf: Shelf,
    pub id: String,
    pub heading: String,
    /// The heading in its original script; may be empty.
    pub script: String,
    /// A short addition, such as an office or a date.
    pub detail: String,
    pub side: Side,
    /// Whether the whole page is about what happened after the talk.
    pub later: bool,
    pub parts: Vec<Part>,
    pub day: Option<Day>,
}

/// A piece of a page, and whether it is hidden until later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Whether this part is about what happened after the talk, or something that the reader's side did not know.
    pub later: bool,
    pub piece: Piece,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A subheading, with the side it is about.
    Heading(String, Side),
    Text(String),
    Term(String, String),
    Fact(Fact),
    /// A reading of a contested point, and who holds it.
    Reading {
        held_by: String,
        text: String,
    },
    /// The works that the page is based on, and how certain it is.
    Known {
        works: Vec<Cited>,
        confidence: String,
    },
    Link(Link),
}

/// A link from a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A line of the record, and its name.
    Line(u32, String),
    /// A page: its shelf, id and name.
    Page(Shelf, String, String),
}

impl Page {
    /// An empty page.
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

    /// Appends a piece.
    pub(super) fn add(&mut self, later: bool, piece: Piece) {
        self.parts.push(Part { later, piece });
    }

    /// Whether the page is shown; `after` means the reader asked for what happened after the talk.
    pub fn is_shown(&self, after: bool) -> bool {
        after || !self.later
    }

    /// The pieces to show.
    pub fn shown(&self, after: bool) -> impl Iterator<Item = &Piece> {
        let parts = self.parts.iter();
        parts.filter(move |part| after || !part.later).map(|part| &part.piece)
    }

    /// Whether the shown parts contain a text. `wanted` must be in lower case.
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

/// The day of a timeline page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Year, month and day; the first day of a range.
    pub date: Date,
    /// Where it happened, in words; empty if unknown.
    pub place: String,
    pub lane: Lane,
    pub of_the_talk: bool,
}

/// The track of the timeline a day is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    First,
    /// The second most frequent place.
    Second,
    Elsewhere,
}
