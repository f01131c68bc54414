//! Watching a folder in the background, and reading it once its changes have settled.

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

/// Time between two checks. A change is read once two checks in a row see the same state.
const PAUSE: Duration = Duration::from_millis(250);

/// How deep to look into subfolders, and how many files to check. Both are far more than a scenario needs.
const DEPTH: usize = 3;
const MOST: usize = 4_000;

/// Wakes a sleeping front end when there is something new.
#[derive(Clone, Default)]
pub struct Waker(Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>);

impl Waker {
    /// Registers the function that wakes the front end. Only the first registration counts.
    pub fn set(&self, wake: impl Fn() + Send + Sync + 'static) {
        // A second function would wake the same front end.
        let _ = self.0.set(Box::new(wake));
    }

    /// Whether a front end has registered.
    pub fn is_set(&self) -> bool {
        self.0.get().is_some()
    }

    pub(in crate::app) fn wake(&self) {
        if let Some(wake) = self.0.get() {
            wake();
        }
    }
}

/// A fingerprint of a folder: the length and time of every file. `None` if there is no such folder.
type Print = Option<BTreeMap<PathBuf, (u64, Option<Duration>)>>;

/// The result of reading a folder.
pub(super) struct Reading {
    /// The scenario, if it has no errors that stop it from being played.
    pub(super) scenario: Option<Scenario>,
    pub(super) report: Report,
    /// Whether the folder or its `scenario.ron` is missing.
    pub(super) gone: bool,
    /// Files that changed since the last reading.
    pub(super) changed: Vec<PathBuf>,
    /// Time of the reading since the start of 1970, UTC.
    pub(super) at: Duration,
}

pub(super) struct Watch {
    // The receiver alone isn't `Sync`, but the application is shared between threads.
    readings: Mutex<Receiver<Reading>>,
    stop: Arc<AtomicBool>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Watch {
    /// Reads a folder and starts watching it. Without threads it isn't watched, but can still be reread by hand.
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

    /// The newest reading since the last call, with the files changed in any reading since then.
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

/// Reads a folder. Catches panics, because a bug in the reader must not end the watch.
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

/// Adds the files of a folder and its subfolders. Follows links, as an author may keep a source elsewhere.
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

/// The files that were added, removed or modified.
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
