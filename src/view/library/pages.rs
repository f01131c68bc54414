//! The library as a small reference book: shelves of pages, each page in pieces.

use crate::scenario::PartyId;
use crate::scenario::draft::TermKind;
use crate::view::wording::Wording;

use super::cited::{self, Cited, Fact};
use super::{days, issues, people, works};

/// A part of the library.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// People and groups.
    #[default]
    People,
    /// The issues, with what is known of each.
    Issues,
    /// Points on which sides or sources differ.
    Contested,
    /// Dates.
    Timeline,
    /// Ideas and terms.
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
    /// The reader's own.
    Ours,
    /// The other one.
    Theirs,
    /// Neither.
    #[default]
    Neither,
}

/// Who reads, and what that person may be told already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reader {
    /// The party whose seat is taken.
    pub party: Option<PartyId>,
    /// Two people read at one screen: what only one side knows is for neither.
    pub shared: bool,
    /// The game is over.
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
    /// Where it stands.
    pub shelf: Shelf,
    /// Its id there.
    pub id: String,
    /// What it is about.
    pub heading: String,
    /// The same in its own script; empty where there is none.
    pub script: String,
    /// A few words more: an office, a date.
    pub detail: String,
    /// On whose side it stands.
    pub side: Side,
    /// All of it tells how the story went on.
    pub later: bool,
    /// What it holds.
    pub parts: Vec<Part>,
    /// Its day, on the shelf of dates.
    pub day: Option<days::Day>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// It tells how the story went on, or what the reader's side did not know.
    pub later: bool,
    /// What it is.
    pub piece: Piece,
}

/// What a page is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A small heading, with the side it speaks of.
    Heading(String, Side),
    /// A plain sentence.
    Text(String),
    /// A name with what it means.
    Term(String, String),
    /// Something known.
    Fact(Fact),
    /// A reading of a contested point: who holds it, and how it goes.
    Reading {
        /// Who holds it.
        held_by: String,
        /// The reading.
        text: String,
    },
    /// The works that all of the page is known from, and how sure it is.
    Known {
        /// The works.
        works: Vec<Cited>,
        /// How sure, in words.
        confidence: String,
    },
    /// Somewhere to go.
    Link(Link),
}

/// Somewhere to go from a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A line of the record, with what it is called.
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

/// Every page, shelf by shelf.
pub fn pages(wording: Wording<'_>, reader: Reader) -> Vec<Page> {
    let mut pages = people::pages(wording, reader);
    pages.extend(issues::pages(wording, reader));
    pages.extend(contested(wording));
    pages.extend(days::pages(wording, reader));
    pages.extend(glossary(wording));
    let works = works::pages(wording, &pages);
    pages.extend(works);
    pages
}

/// Contested points: each reading with who holds it.
fn contested(wording: Wording<'_>) -> impl Iterator<Item = Page> {
    let points = wording.scenario.contested.iter();
    points.map(move |point| {
        let mut page = Page::new(Shelf::Contested, point.id.as_str(), &point.question);
        page.later = point.aftermath;
        for reading in &point.readings {
            let piece = Piece::Reading { held_by: reading.held_by.clone(), text: reading.text.clone() };
            page.add(point.aftermath, piece);
        }
        let keys = point.keys.iter().map(|key| key.as_str());
        let known = Piece::Known {
            works: cited::works(wording, keys),
            confidence: wording.catalogue.msg("library-contested-sure"),
        };
        page.add(point.aftermath, known);
        page
    })
}

/// Ideas of negotiation and words of the history.
fn glossary(wording: Wording<'_>) -> impl Iterator<Item = Page> {
    let terms = wording.scenario.glossary.iter();
    terms.map(move |term| {
        let mut page = Page::new(Shelf::Glossary, term.id.as_str(), &term.term);
        page.detail = wording.catalogue.msg(match term.kind {
            TermKind::Idea => "library-idea",
            TermKind::History => "library-history",
        });
        page.add(false, Piece::Text(term.means.clone()));
        let known = Piece::Known {
            works: vec![Cited { key: String::new(), cites: term.source.clone() }],
            confidence: String::new(),
        };
        page.add(false, known);
        page
    })
}
