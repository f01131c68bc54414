//! A folder that is watched in the background: what changes in it is read when it has come to rest.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use crate::library::open::Library;
use crate::ports::{Kind, Ports, Storage};
use crate::scenario::Scenario;
use crate::scenario::diagnostic::Report;

/// The pause from one look to the next. What differs is read when it is the same at the look after.
const PAUSE: Duration = Duration::from_millis(250);

/// Folders below the scenario's own that are looked into, and files that are looked at: more than a scenario has.
const DEPTH: usize = 3;
const MOST: usize = 4_000;

/// Wakes a front end that sleeps until there is something new.
#[derive(Clone, Default)]
pub struct Waker(Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>);

impl Waker {
    /// Sets what is done to wake; only the first one counts.
    pub fn set(&self, wake: impl Fn() + Send + Sync + 'static) {
        // A second one would wake the same sleeper.
        let _ = self.0.set(Box::new(wake));
    }

    /// Whether there is anything to wake.
    pub fn is_set(&self) -> bool {
        self.0.get().is_some()
    }

    pub(in crate::app) fn wake(&self) {
        if let Some(wake) = self.0.get() {
            wake();
        }
    }
}

/// How the files of a folder look from outside: length and time of each. `None` where there is no such folder.
type Print = Option<BTreeMap<PathBuf, (u64, Option<Duration>)>>;

/// A folder as it was read.
pub(super) struct Reading {
    /// The scenario, where it has no errors.
    pub(super) scenario: Option<Scenario>,
    /// Everything that was found.
    pub(super) report: Report,
    /// The folder, or the file that makes it a scenario, is not there.
    pub(super) gone: bool,
    /// Files that differ from what was read before.
    pub(super) changed: Vec<PathBuf>,
    /// Since the start of 1970, UTC.
    pub(super) at: Duration,
}

/// A folder under watch.
pub(super) struct Watch {
    // Behind a lock, because the application is looked at from several threads; a receiver alone must not be.
    readings: Mutex<Receiver<Reading>>,
    stop: Arc<AtomicBool>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Watch {
    /// Reads a folder, and begins to watch it. Without threads nothing is watched; reading it again by hand still works.
    pub(super) fn begin(folder: &Path, ports: &Ports, waker: &Waker) -> (Self, Reading) {
        let mut read_at = print_of(ports.storage.as_ref(), folder);
        let first = read(folder, ports, Vec::new());
        let stop = Arc::new(AtomicBool::new(false));
        let (sender, receiver) = channel();
        let (stopped, folder, waker, inside) = (Arc::clone(&stop), folder.to_owned(), waker.clone(), ports.clone());
        let mut seen = read_at.clone();
        let look = move || {
            if stopped.load(Ordering::Relaxed) {
                return false;
            }
            let now = print_of(inside.storage.as_ref(), &folder);
            if now != read_at && now == seen {
                let reading = read(&folder, &inside, changed(read_at.as_ref(), now.as_ref()));
                read_at.clone_from(&now);
                if sender.send(reading).is_err() {
                    return false;
                }
                waker.wake();
            }
            seen = now;
            true
        };
        ports.spawner.repeat(PAUSE, Box::new(look));
        (Self { readings: Mutex::new(receiver), stop }, first)
    }

    /// The newest reading since the last time, with the files that changed in all of them.
    pub(super) fn news(&mut self) -> Option<Reading> {
        let readings = self.readings.get_mut();
        let readings = readings.unwrap_or_else(PoisonError::into_inner);
        let mut newest: Option<Reading> = None;
        while let Ok(mut reading) = readings.try_recv() {
            if let Some(older) = newest {
                reading.changed.extend(older.changed);
            }
            newest = Some(reading);
        }
        if let Some(reading) = &mut newest {
            reading.changed.sort();
            reading.changed.dedup();
        }
        newest
    }
}

/// Reads a folder. A fault of the reading itself must not end the watch.
pub(super) fn read(folder: &Path, ports: &Ports, changed: Vec<PathBuf>) -> Reading {
    let gone = !ports.storage.is_file(&folder.join("scenario.ron"));
    let examine = || Library::new(ports).examine(&folder.to_string_lossy()).ok();
    let opened = if gone { None } else { catch_unwind(AssertUnwindSafe(examine)).ok().flatten() };
    let (scenario, report) =
        opened.map_or_else(|| (None, Report::default()), |opened| (opened.scenario, opened.report));
    let scenario = scenario.filter(|_| !report.keeps_from_play());
    Reading { scenario, report, gone, changed, at: ports.clock.wall() }
}

fn print_of(storage: &dyn Storage, folder: &Path) -> Print {
    let mut print = BTreeMap::new();
    look_into(storage, folder, folder, DEPTH, &mut print)?;
    Some(print)
}

/// Adds the files of a folder and of those inside it. Links are followed: an author may have a source elsewhere.
fn look_into(
    storage: &dyn Storage,
    root: &Path,
    folder: &Path,
    depth: usize,
    print: &mut BTreeMap<PathBuf, (u64, Option<Duration>)>,
) -> Option<()> {
    for entry in storage.list(folder, MOST).ok()? {
        if print.len() >= MOST {
            break;
        }
        if entry.info.kind != Kind::Folder {
            let path = entry.path.strip_prefix(root).unwrap_or(&entry.path).to_owned();
            print.insert(path, (entry.info.length, entry.info.modified));
        } else if depth > 0 {
            look_into(storage, root, &entry.path, depth - 1, print);
        }
    }
    Some(())
}

/// Names of the files that are in one and not the same in the other.
fn changed(
    before: Option<&BTreeMap<PathBuf, (u64, Option<Duration>)>>,
    after: Option<&BTreeMap<PathBuf, (u64, Option<Duration>)>>,
) -> Vec<PathBuf> {
    let empty = BTreeMap::new();
    let (before, after) = (before.unwrap_or(&empty), after.unwrap_or(&empty));
    let differs = |path: &&PathBuf| before.get(*path) != after.get(*path);
    let mut names: Vec<PathBuf> = before.keys().chain(after.keys()).filter(differs).cloned().collect();
    names.sort();
    names.dedup();
    names
}
