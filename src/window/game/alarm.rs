//! Wakes the window at a set time, for a delayed egui repaint or a window size that has settled. The event loop
//! otherwise sleeps until there is input.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use bevy::ecs::resource::Resource;

/// Longest wait. Requests further ahead than this are ignored.
const NEVER: Duration = Duration::from_secs(3600);

/// A timer that wakes the window. Clones share one timer.
#[derive(Resource, Clone)]
pub(super) struct Alarm {
    // Systems on several threads use it, and a sender alone isn't `Sync`.
    ask: Option<Arc<Mutex<Sender<Instant>>>>,
}

impl Alarm {
    /// Starts the timer. Without threads it never wakes anything.
    pub(super) fn begin(wake: impl Fn() + Send + 'static) -> Self {
        let (ask, asked) = channel::<Instant>();
        let watch = move || {
            let mut next: Option<Instant> = None;
            loop {
                let wait = next.map_or(NEVER, |at| at.saturating_duration_since(Instant::now()));
                match asked.recv_timeout(wait) {
                    // The earliest time wins: an extra frame does no harm, a missing one does.
                    Ok(at) => next = Some(next.map_or(at, |earlier| earlier.min(at))),
                    Err(RecvTimeoutError::Timeout) => {
                        if next.take().is_some() {
                            wake();
                        }
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        };
        let begun = thread::Builder::new().name("alarm".to_owned()).spawn(watch);
        Self { ask: begun.ok().map(|_| Arc::new(Mutex::new(ask))) }
    }

    pub(super) fn wake_in(&self, delay: Duration) {
        let at = Instant::now().checked_add(delay);
        let (Some(at), Some(ask)) = (at.filter(|_| delay < NEVER), &self.ask) else {
            return;
        };
        if let Ok(ask) = ask.lock() {
            // If the timer thread is gone, the window is closing too.
            let _ = ask.send(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn counted() -> (Alarm, Arc<AtomicUsize>) {
        let woken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&woken);
        let alarm = Alarm::begin(move || {
            count.fetch_add(1, Ordering::SeqCst);
        });
        (alarm, woken)
    }

    fn wait_for(woken: &AtomicUsize, times: usize) {
        for _ in 0..3_000 {
            if woken.load(Ordering::SeqCst) >= times {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("nobody was woken");
    }

    #[test]
    fn it_wakes_once_at_the_set_time() {
        let (alarm, woken) = counted();
        let begun = Instant::now();
        alarm.wake_in(Duration::from_millis(40));
        wait_for(&woken, 1);
        assert!(begun.elapsed() >= Duration::from_millis(40));
        thread::sleep(Duration::from_millis(120));
        assert_eq!(woken.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn the_earliest_time_wins_and_distant_times_are_ignored() {
        let (alarm, woken) = counted();
        alarm.wake_in(Duration::MAX);
        alarm.wake_in(Duration::from_secs(600));
        alarm.wake_in(Duration::from_millis(20));
        wait_for(&woken, 1);
    }
}
