//! The review of a game, computed in the background and polled for its result.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

use crate::debrief::review::{Budget, Review, review};
use crate::negotiation::journal::Game;
use crate::ports::Ports;
use crate::scenario::SeatId;

use super::Waker;

/// A review, running or finished.
pub(super) struct ReviewJob {
    /// The digest of the game, and the seat.
    of: (String, SeatId),
    progress: Progress,
    /// Set when the result is no longer wanted.
    stop: Arc<AtomicBool>,
}

enum Progress {
    // The receiver alone isn't `Sync`, but the application is shared between threads.
    Working(Mutex<Receiver<Option<Review>>>),
    Done(Option<Box<Review>>),
}

impl Drop for ReviewJob {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl ReviewJob {
    pub(super) fn begin(game: &Game, seat: SeatId, waker: Waker, ports: &Ports) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (sender, receiver) = channel();
        let (stopped, of, spawner) = (Arc::clone(&stop), game.clone(), Arc::clone(&ports.spawner));
        let work = move || {
            let watch = |_, _| !stopped.load(Ordering::Relaxed);
            let found = review(&of, seat, Budget::default(), spawner.as_ref(), &watch);
            // Fails if the receiver is gone; the result is then not needed.
            let _ = sender.send(found);
            waker.wake();
        };
        ports.spawner.spawn(Box::new(work));
        // If no thread could be started, the sender is gone and the debrief has no review.
        let progress = Progress::Working(Mutex::new(receiver));
        Self { of: (game.digest(), seat), progress, stop }
    }

    /// Checks whether the review has just finished.
    pub(super) fn look(&mut self) -> bool {
        let Progress::Working(receiver) = &mut self.progress else {
            return false;
        };
        let receiver = receiver.get_mut().unwrap_or_else(PoisonError::into_inner);
        let found = match receiver.try_recv() {
            Ok(found) => found,
            Err(TryRecvError::Empty) => return false,
            Err(TryRecvError::Disconnected) => None,
        };
        self.progress = Progress::Done(found.map(Box::new));
        true
    }

    pub(super) fn wait(&mut self) {
        if let Progress::Working(receiver) = &mut self.progress {
            let receiver = receiver.get_mut().unwrap_or_else(PoisonError::into_inner);
            let found = receiver.recv().unwrap_or(None);
            self.progress = Progress::Done(found.map(Box::new));
        }
    }

    pub(super) const fn is_working(&self) -> bool {
        matches!(self.progress, Progress::Working(_))
    }

    pub(super) fn is_of(&self, game: &Game, seat: SeatId) -> bool {
        self.of.1 == seat && self.of.0 == game.digest()
    }

    /// The result, once finished.
    pub(super) fn found(&self) -> Option<&Review> {
        match &self.progress {
            Progress::Done(review) => review.as_deref(),
            Progress::Working(_) => None,
        }
    }
}
