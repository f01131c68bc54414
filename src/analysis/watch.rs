//! Lets another thread follow a long search and stop it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Shared between a search and whoever watches it.
#[derive(Debug, Default)]
pub struct Watch {
    is_stopped: AtomicBool,
    part: AtomicUsize,
    done: AtomicUsize,
    of: AtomicUsize,
}

/// Progress of the current part of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Number of the part, counted from 1. The total number of parts isn't known in advance.
    pub part: usize,
    /// Number of combinations done in this part.
    pub done: usize,
    /// Number of combinations in this part.
    pub of: usize,
}

impl Watch {
    /// Asks the search to stop. It does so at its next check and keeps what it has found.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether the search has been asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// The current progress of the search.
    pub fn progress(&self) -> Progress {
        let read = |number: &AtomicUsize| number.load(Ordering::Relaxed);
        Progress { part: read(&self.part), done: read(&self.done), of: read(&self.of) }
    }

    /// Starts the next part of the search, with this many combinations.
    pub(super) fn begin(&self, of: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
        self.part.fetch_add(1, Ordering::Relaxed);
    }

    /// Records that this many more combinations are done.
    pub(super) fn advance(&self, by: usize) {
        self.done.fetch_add(by, Ordering::Relaxed);
    }
}
