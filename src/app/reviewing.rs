//! What the moves were worth, worked out beside the window: a thread of its own, asked now and then whether it is done.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

use crate::debrief::review::{Budget, Review, review};
use crate::negotiation::journal::Game;
use crate::scenario::SeatId;

use crate::ports::Ports;

use super::intent::Screen;
use super::table::Table;
use super::{App, Waker};

/// A review that is being worked out, or has been.
pub(super) struct Reviewing {
    /// Of which game, by its digest, and for which seat.
    of: (String, SeatId),
    progress: Progress,
    /// Nobody waits for it any more.
    stop: Arc<AtomicBool>,
}

enum Progress {
    // Behind a lock, because the application is looked at from several threads; a receiver alone must not be.
    Working(Mutex<Receiver<Option<Review>>>),
    Done(Option<Box<Review>>),
}

impl Drop for Reviewing {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Reviewing {
    fn begin(game: &Game, seat: SeatId, waker: Waker, ports: &Ports) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (sender, receiver) = channel();
        let (stopped, of, spawner) = (Arc::clone(&stop), game.clone(), Arc::clone(&ports.spawner));
        let work = move || {
            let watch = |_, _| !stopped.load(Ordering::Relaxed);
            let found = review(&of, seat, Budget::default(), spawner.as_ref(), &watch);
            // Where nobody listens any more there is nothing to tell.
            let _ = sender.send(found);
            waker.wake();
        };
        ports.spawner.spawn(Box::new(work));
        // Where no thread could be started the sender is gone, and the debrief goes without.
        let progress = Progress::Working(Mutex::new(receiver));
        Self { of: (game.digest(), seat), progress, stop }
    }

    /// Looks whether it is done. Returns whether that is new.
    fn look(&mut self) -> bool {
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

    fn wait(&mut self) {
        if let Progress::Working(receiver) = &mut self.progress {
            let receiver = receiver.get_mut().unwrap_or_else(PoisonError::into_inner);
            let found = receiver.recv().unwrap_or(None);
            self.progress = Progress::Done(found.map(Box::new));
        }
    }
}

impl App {
    /// Looks after background work: begins the review of the game whose debrief is shown, and takes it when it is done. To be
    /// called in every update; what is new counts as a change.
    pub fn look_after(&mut self) {
        self.look_at_folder();
        let on_debrief = self.screen() == Screen::Debrief;
        let Some(table) = &mut self.table else { return };
        if on_debrief && table.is_over() {
            let of = (table.game.digest(), table.debrief_seat());
            if table.reviewing.as_ref().is_none_or(|r| r.of != of) {
                table.reviewing = Some(Reviewing::begin(&table.game, of.1, self.waker.clone(), &self.ports));
                self.revision += 1;
            }
        }
        if table.reviewing.as_mut().is_some_and(Reviewing::look) {
            self.update_debrief();
            self.revision += 1;
        }
    }

    /// Whether something is being worked out in the background.
    pub fn is_working(&self) -> bool {
        let reviewing = self.table.as_ref().and_then(|table| table.reviewing.as_ref());
        reviewing.is_some_and(|r| matches!(r.progress, Progress::Working(_)))
    }

    /// Whether it has to be looked after again soon, because nobody is woken when there is something new.
    pub fn must_be_looked_after(&self) -> bool {
        !self.waker.is_set() && (self.is_working() || self.is_authoring())
    }

    /// Waits for what is being worked out.
    pub fn finish_work(&mut self) {
        self.look_after();
        if let Some(reviewing) = self.table.as_mut().and_then(|table| table.reviewing.as_mut()) {
            reviewing.wait();
            self.update_debrief();
            self.revision += 1;
        }
    }
}

impl Table {
    /// The review of the game for a seat, where it has been worked out.
    pub(super) fn reviewed(&self, seat: SeatId) -> Option<Review> {
        let reviewing = self.reviewing.as_ref()?;
        let same = reviewing.of.1 == seat && reviewing.of.0 == self.game.digest();
        match &reviewing.progress {
            Progress::Done(Some(review)) if same => Some((**review).clone()),
            _ => None,
        }
    }
}
