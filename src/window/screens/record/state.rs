//! What the record remembers of being read.

use crate::app::RecordView;

use super::marks::{Place, places};

/// What the record remembers of being read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecordState {
    pub search: String,
    pub at: Option<u32>,
    /// In a small window: the index of turns is shown in place of the text.
    pub turns_open: bool,
    pub(super) line: String,
    pub(super) goes: Option<(u32, bool)>,
    /// Where the text that is searched for stands, and which of these places was gone to last.
    pub(super) hits: Vec<Place>,
    pub(super) hit: Option<usize>,
    searched: String,
    /// The line that is read: a little above the middle of what is seen.
    pub(super) top: u32,
    /// How high each block is, and for what measure that was found out.
    pub(super) heights: Vec<f32>,
    pub(super) measured: [u32; 5],
    /// A document that was just opened is scrolled to where it is opened at.
    opened: bool,
}

impl RecordState {
    /// Forgets an earlier visit: another line is looked for.
    pub(in crate::window::screens) fn reset_for_visit(&mut self) {
        let heights = std::mem::take(&mut self.heights);
        *self = Self { heights, measured: self.measured, ..Self::default() };
    }

    /// Follows what is shown: where it is opened, and what is searched for.
    pub(super) fn look_at(&mut self, view: &RecordView) {
        if !self.opened {
            self.opened = true;
            self.at = Some(view.at);
            // The head of the document is where one begins who asked for no line.
            self.goes = (view.at > 1).then_some((view.at, true));
        }
        let wanted = self.search.trim();
        if wanted != self.searched {
            self.searched = wanted.to_owned();
            self.hits = places(&view.transcript.paragraphs, wanted);
            self.hit = None;
            if !self.hits.is_empty() {
                self.step(true);
            }
        }
    }

    /// Goes to a line, which gets the focus.
    pub(super) fn go(&mut self, line: u32) {
        self.at = Some(line);
        self.goes = Some((line, true));
        self.turns_open = false;
    }

    /// Goes to the next place of what is searched for, or to the one before it; after the last one comes the first.
    pub(super) fn step(&mut self, forward: bool) {
        let count = self.hits.len();
        if count == 0 {
            return;
        }
        let from = self.at.unwrap_or_default();
        let next = match (self.hit, forward) {
            (Some(hit), true) => (hit + 1) % count,
            (Some(hit), false) => (hit + count - 1) % count,
            // The first one is looked for from where one stands.
            (None, true) => self.hits.iter().position(|hit| hit.line >= from).unwrap_or(0),
            (None, false) => self.hits.iter().rposition(|hit| hit.line <= from).unwrap_or(count - 1),
        };
        self.hit = Some(next);
        if let Some(place) = self.hits.get(next) {
            self.at = Some(place.line);
            // The focus stays in the field, where Enter goes on.
            self.goes = Some((place.line, false));
            self.turns_open = false;
        }
    }

    /// Goes to the next line of a list after where one stands, or to the one before it.
    pub(super) fn step_among(&mut self, lines: &[u32], forward: bool) {
        let from = self.at.unwrap_or_default();
        let mut lines = lines.iter().copied();
        let next = if forward {
            let first = lines.clone().next();
            lines.find(|line| *line > from).or(first)
        } else {
            let last = lines.clone().next_back();
            lines.rfind(|line| *line < from).or(last)
        };
        if let Some(line) = next {
            self.go(line);
        }
    }
}
