//! Runs jobs on the threads of the operating system.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::ports::Spawner;

/// Operating system threads. Parallel calls use scoped threads that end with the call. A pool would save only
/// microseconds in calls that take seconds.
#[derive(Debug, Clone, Copy)]
pub struct Threads {
    workers: NonZeroUsize,
}

impl Default for Threads {
    fn default() -> Self {
        Self { workers: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN) }
    }
}

impl Threads {
    /// Creates this many workers, or with 0 as many as the computer has cores.
    pub fn new(workers: usize) -> Self {
        NonZeroUsize::new(workers).map_or_else(Self::default, |workers| Self { workers })
    }
}

impl Spawner for Threads {
    fn workers(&self) -> usize {
        self.workers.get()
    }

    fn for_each(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        let work = || {
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                if index >= count {
                    break;
                }
                job(index);
            }
        };
        // The calling thread is one of the workers. A panic in a job continues in the caller once the other jobs are
        // done.
        thread::scope(|scope| {
            for _ in 1..self.workers.get().min(count) {
                // If a thread can't be started, the others do its work.
                drop(thread::Builder::new().spawn_scoped(scope, work));
            }
            work();
        });
    }

    fn spawn(&self, job: Box<dyn FnOnce() + Send>) {
        // If no thread can be started, the job is dropped, along with its end of any channel.
        drop(thread::Builder::new().spawn(job));
    }

    fn repeat(&self, pause: Duration, mut job: Box<dyn FnMut() -> bool + Send>) {
        self.spawn(Box::new(move || {
            loop {
                thread::sleep(pause);
                if !job() {
                    break;
                }
            }
        }));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::ports::Fewer;

    #[test]
    fn every_number_is_visited_once_by_any_number_of_workers() {
        for workers in [1, 2, 7] {
            let threads = Threads::new(workers);
            let fewer = Fewer { spawner: &threads, workers: 3 };
            for spawner in [&threads as &dyn Spawner, &fewer] {
                let seen = Mutex::new(Vec::new());
                spawner.for_each(100, &|index| seen.lock().unwrap().push(index));
                let mut seen = seen.into_inner().unwrap();
                seen.sort_unstable();
                assert!(seen.into_iter().eq(0..100));
            }
        }
    }
}
