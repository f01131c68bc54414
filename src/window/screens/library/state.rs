//! The library's own state between frames.

use crate::view::library::{Page, Shelf};

/// The shelf, the search, and the page last opened on each shelf.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LibraryState {
    pub shelf: Shelf,
    pub search: String,
    /// Whether to show what came after the talk, because the reader asked for it.
    pub after: bool,
    /// In a small window: whether the page is shown instead of the list.
    pub page_open: bool,
    open: Vec<(Shelf, String)>,
    /// The page opened from the search results.
    found: Option<(Shelf, String)>,
    /// Whether the list and the page still have to scroll to the opened page.
    pub(super) turned: bool,
    pub(super) day_turned: bool,
    pub(super) focus_row: bool,
    pub(super) focus_page: bool,
}

impl LibraryState {
    /// Opens a page on a shelf.
    pub fn open(&mut self, shelf: Shelf, id: &str) {
        self.search.clear();
        self.shelf = shelf;
        self.page_open = true;
        self.focus_page = true;
        self.choose(shelf, id);
    }

    /// Goes to a shelf, with the page that was last open there.
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

    /// Makes sure that one of these rows is open: keeps the open one if it is among them, and otherwise opens the
    /// first.
    pub(super) fn keep_among(&mut self, rows: &[&Page]) {
        if rows.iter().any(|page| self.is_open(page)) {
            return;
        }
        // In the timeline, start with the day of the talk.
        let of_the_talk = |page: &&&Page| page.day.as_ref().is_some_and(|day| day.of_the_talk);
        let first = rows.iter().rev().find(of_the_talk);
        if let Some(page) = first.or(rows.first()) {
            self.choose(page.shelf, &page.id);
        }
    }
}
