//! A search that may take long: it reports its progress, and Ctrl+C ends it early. The results so far are kept.

use std::io::Write as _;
use std::process;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::analysis::{Progress, Watch};
use crate::language::{Catalogue, Language, arg};
use crate::terminal::{Terminal as _, errors};

use super::STOPPED;

/// Nothing is said before.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often a line on the terminal is written again, and a new one elsewhere.
const ON_TERMINAL: Duration = Duration::from_millis(500);
const ELSEWHERE: Duration = Duration::from_secs(10);

/// Runs a search while it says on standard error how far it is.
pub(super) fn watched<T>(search: impl FnOnce(&Watch) -> T) -> T {
    let watch = Arc::new(Watch::default());
    let asked = Arc::clone(&watch);
    // Where the signal cannot be caught, it ends the program as ever.
    let _ = ctrlc::set_handler(move || {
        if asked.is_stopped() {
            // Asked again: at once.
            process::exit(i32::from(STOPPED));
        }
        asked.stop();
    });
    let (done, is_done) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let watch = &watch;
        scope.spawn(move || report(watch, &is_done));
        let found = search(watch);
        drop(done);
        found
    })
}

/// Writes lines until the search is done.
fn report(watch: &Watch, is_done: &mpsc::Receiver<()>) {
    let mut err = errors();
    let terminal = err.is_seen();
    let (mut pause, mut earlier) = (PATIENCE, (watch.progress(), Instant::now()));
    // Most searches end before a word is needed.
    let mut words: Option<Catalogue> = None;
    while is_done.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
        words = words.or_else(|| Language::choose(crate::platform::language().as_deref()).catalogue().ok());
        let Some(catalogue) = &words else { return };
        let now = (watch.progress(), Instant::now());
        let told = told(catalogue, now.0, left(earlier, now));
        // Where nobody reads it, the search goes on.
        let _ = if terminal {
            err.control("\r").and_then(|()| write!(err, "{told}")).and_then(|()| err.control("\x1b[K"))
        } else {
            writeln!(err, "{told}")
        };
        let _ = err.flush();
        pause = if terminal { ON_TERMINAL } else { ELSEWHERE };
        if now.0.part != earlier.0.part || now.1.duration_since(earlier.1) >= ELSEWHERE {
            earlier = now;
        }
    }
    if words.is_some() && terminal {
        let _ = err.control("\r\x1b[K");
    }
}

/// What is left of the part that is under way, at the pace of late.
fn left(earlier: (Progress, Instant), now: (Progress, Instant)) -> Option<Duration> {
    let began = if earlier.0.part == now.0.part { earlier.0.done } else { 0 };
    let done = u32::try_from(now.0.done.checked_sub(began)?).ok().filter(|done| *done > 0)?;
    let rest = now.0.of.saturating_sub(now.0.done) as f64;
    Duration::try_from_secs_f64(now.1.duration_since(earlier.1).as_secs_f64() * rest / f64::from(done)).ok()
}

fn told(catalogue: &Catalogue, progress: Progress, left: Option<Duration>) -> String {
    let percent = progress.done.saturating_mul(100) / progress.of.max(1);
    let args = [arg("part", progress.part), arg("percent", percent.min(100))];
    let told = catalogue.msg_with("domain-progress", &args);
    let left = left.map(|left| usize::try_from(left.as_secs()).unwrap_or(usize::MAX));
    match left {
        Some(seconds) if seconds < 60 => {
            format!("{told} {}", catalogue.msg_with("domain-seconds-left", &[arg("seconds", seconds)]))
        }
        Some(seconds) => {
            format!("{told} {}", catalogue.msg_with("domain-minutes-left", &[arg("minutes", seconds.div_ceil(60))]))
        }
        None => told,
    }
}
