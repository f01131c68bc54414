//! The transcript's own state between frames.

use crate::app::RecordView;

use super::marks::{Place, places};

/// The search, the current line, and the measured layout.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecordState {
    pub search: String,
    pub at: Option<u32>,
    /// In a small window: whether the index of turns is shown instead of the text.
    pub turns_open: bool,
    pub(super) line: String,
    pub(super) goes: Option<(u32, bool)>,
    /// Search results, and the index of the current one.
    pub(super) hits: Vec<Place>,
    pub(super) hit: Option<usize>,
    searched: String,
    /// The current line: a little above the middle of the visible part.
    pub(super) top: u32,
    /// Height of each block, and the layout for which it was measured.
    pub(super) heights: Vec<f32>,
    pub(super) measured: [u32; 5],
    /// Whether the transcript has scrolled to the line it was opened at.
    opened: bool,
}

impl RecordState {
    /// Resets everything except the measured heights, for a new visit.
    pub(in crate::window::screens) fn reset_for_visit(&mut self) {
        let heights = std::mem::take(&mut self.heights);
        *self = Self { heights, measured: self.measured, ..Self::default() };
    }

    /// Follows changes of the opening line and the search text.
    pub(super) fn look_at(&mut self, view: &RecordView) {
        if !self.opened {
            self.opened = true;
            self.at = Some(view.at);
            // Opened without a line, the document starts at its head.
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

    /// Goes to a line and gives it the focus.
    pub(super) fn go(&mut self, line: u32) {
        self.at = Some(line);
        self.goes = Some((line, true));
        self.turns_open = false;
    }

    /// Goes to the next or previous search result, wrapping around at the ends.
    pub(super) fn step(&mut self, forward: bool) {
        let count = self.hits.len();
        if count == 0 {
            return;
        }
        let from = self.at.unwrap_or_default();
        let next = match (self.hit, forward) {
            (Some(hit), true) => (hit + 1) % count,
            (Some(hit), false) => (hit + count - 1) % count,
            // The first search starts from the current line.
            (None, true) => self.hits.iter().position(|hit| hit.line >= from).unwrap_or(0),
            (None, false) => self.hits.iter().rposition(|hit| hit.line <= from).unwrap_or(count - 1),
        };
        self.hit = Some(next);
        if let Some(place) = self.hits.get(next) {
            self.at = Some(place.line);
            // The focus stays in the search field, where Enter goes to the next result.
            self.goes = Some((place.line, false));
            self.turns_open = false;
        }
    }

    /// Goes to the next or previous of the given lines, wrapping around at the ends.
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
