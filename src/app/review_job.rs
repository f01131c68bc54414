//! The review of a game, worked out in the background and asked now and then whether it is done.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

use crate::debrief::review::{Budget, Review, review};
use crate::negotiation::journal::Game;
use crate::ports::Ports;
use crate::scenario::SeatId;

use super::Waker;

/// A review that is being worked out, or has been.
pub(super) struct ReviewJob {
    /// Of which game, by its digest, and for which seat.
    of: (String, SeatId),
    progress: Progress,
    /// Set when no one waits for it any more.
    stop: Arc<AtomicBool>,
}

enum Progress {
    // Behind a lock, because the application is looked at from several threads; a receiver alone must not be.
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
            // Fails when no one listens any more, which is no loss.
            let _ = sender.send(found);
            waker.wake();
        };
        ports.spawner.spawn(Box::new(work));
        // Where no thread could be started the sender is gone, and the debrief goes without.
        let progress = Progress::Working(Mutex::new(receiver));
        Self { of: (game.digest(), seat), progress, stop }
    }

    /// Looks whether it is done. Returns whether that is new.
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

    /// What was found, once it is done.
    pub(super) fn found(&self) -> Option<&Review> {
        match &self.progress {
            Progress::Done(review) => review.as_deref(),
            Progress::Working(_) => None,
        }
    }
}
