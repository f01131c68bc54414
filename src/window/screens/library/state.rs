//! What the library remembers of being read.

use crate::view::library::{Page, Shelf};

/// What the library remembers of being read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LibraryState {
    pub shelf: Shelf,
    pub search: String,
    /// What came after the talk is shown, because somebody asked for it.
    pub after: bool,
    /// In a small window: the page is shown in place of the list.
    pub page_open: bool,
    open: Vec<(Shelf, String)>,
    /// Of several shelves that hold what is searched for, the page that lies open.
    found: Option<(Shelf, String)>,
    /// The page was turned to: its list and its text begin where it stands.
    pub(super) turned: bool,
    pub(super) day_turned: bool,
    pub(super) focus_row: bool,
    pub(super) focus_page: bool,
}

impl LibraryState {
    /// Opens a page of a shelf.
    pub fn open(&mut self, shelf: Shelf, id: &str) {
        self.search.clear();
        self.shelf = shelf;
        self.page_open = true;
        self.focus_page = true;
        self.choose(shelf, id);
    }

    /// Goes to a shelf, where the page lies open that was left there.
    pub(super) fn turn_to(&mut self, shelf: Shelf) {
        self.shelf = shelf;
        self.page_open = false;
        self.turned = true;
        self.day_turned = true;
    }

    pub(super) fn choose(&mut self, shelf: Shelf, id: &str) {
        self.turned = true;
        self.day_turned = true;
        if !self.search.trim().is_empty() {
            self.found = Some((shelf, id.to_owned()));
            return;
        }
        self.open.retain(|(other, _)| *other != shelf);
        self.open.push((shelf, id.to_owned()));
    }

    pub(super) fn is_open(&self, page: &Page) -> bool {
        let open = if self.search.trim().is_empty() {
            self.open.iter().find(|(shelf, _)| *shelf == self.shelf)
        } else {
            self.found.as_ref()
        };
        open.is_some_and(|(shelf, id)| *shelf == page.shelf && *id == page.id)
    }

    /// Something that is listed lies open: the first, where what lay open is listed no more.
    pub(super) fn keep_among(&mut self, rows: &[&Page]) {
        if rows.iter().any(|page| self.is_open(page)) {
            return;
        }
        // Of the dates the day of the talk is where the story stands.
        let of_the_talk = |page: &&&Page| page.day.as_ref().is_some_and(|day| day.of_the_talk);
        let first = rows.iter().rev().find(of_the_talk);
        if let Some(page) = first.or(rows.first()) {
            self.choose(page.shelf, &page.id);
        }
    }
}
