//! How far a long search has come, and the wish to end it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Shared between a search and whoever watches it.
#[derive(Debug, Default)]
pub struct Watch {
    is_stopped: AtomicBool,
    part: AtomicUsize,
    done: AtomicUsize,
    of: AtomicUsize,
}

/// The part of a search that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Parts begun, from 1. Each has its own count, and nobody knows beforehand how many there are.
    pub part: usize,
    /// So many combinations are done.
    pub done: usize,
    /// So many are to be done in this part.
    pub of: usize,
}

impl Watch {
    /// Ends the search as soon as it looks. What it has found by then is kept.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether the search is to end.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// Where the search is.
    pub fn progress(&self) -> Progress {
        let read = |number: &AtomicUsize| number.load(Ordering::Relaxed);
        Progress { part: read(&self.part), done: read(&self.done), of: read(&self.of) }
    }

    /// A part of the search begins.
    pub(super) fn begin(&self, of: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
        self.part.fetch_add(1, Ordering::Relaxed);
    }

    /// So many more are done.
    pub(super) fn advance(&self, by: usize) {
        self.done.fetch_add(by, Ordering::Relaxed);
    }
}
