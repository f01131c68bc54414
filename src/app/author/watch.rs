//! A folder that is watched from a thread of its own: what changes in it is read when it has come to rest.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::library::open::Library;
use crate::scenario::Scenario;
use crate::scenario::diagnostic::Report;

/// How long is waited from one look to the next. What differs is read when it is the same at the look after.
const PAUSE: Duration = Duration::from_millis(250);

/// Folders below the scenario's own that are looked into, and files that are looked at: more than a scenario has.
const DEPTH: usize = 3;
const MOST: usize = 4_000;

/// Wakes whoever sleeps until there is something new.
#[derive(Clone, Default)]
pub struct Waker(Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>);

impl Waker {
    /// What is done to wake; only the first is kept.
    pub fn set(&self, wake: impl Fn() + Send + Sync + 'static) {
        // A second one would wake the same sleeper.
        let _ = self.0.set(Box::new(wake));
    }

    /// Whether there is somebody to wake.
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
type Print = Option<BTreeMap<PathBuf, (u64, Option<SystemTime>)>>;

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
    /// When.
    pub(super) at: SystemTime,
}

/// A folder under watch.
pub(super) struct Watch {
    // Behind a lock, because the desk is looked at from several threads; a receiver alone must not be.
    readings: Mutex<Receiver<Reading>>,
    stop: Arc<AtomicBool>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Watch {
    /// Reads a folder, and begins to watch it.
    pub(super) fn begin(folder: &Path, waker: &Waker) -> (Self, Reading) {
        let print = print_of(folder);
        let first = read(folder, Vec::new());
        let stop = Arc::new(AtomicBool::new(false));
        let (sender, receiver) = channel();
        let (stopped, folder, waker) = (Arc::clone(&stop), folder.to_owned(), waker.clone());
        let work = move || watch(&folder, print, &sender, &stopped, &waker);
        // Where there are no threads nothing is watched; reading anew by hand still works.
        let _ = thread::Builder::new().name("watch".to_owned()).spawn(work);
        let readings = Mutex::new(receiver);
        (Self { readings, stop }, first)
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

fn watch(folder: &Path, mut read_at: Print, sender: &Sender<Reading>, stop: &AtomicBool, waker: &Waker) {
    let mut seen = read_at.clone();
    while !stop.load(Ordering::Relaxed) {
        thread::sleep(PAUSE);
        let now = print_of(folder);
        if now != read_at && now == seen {
            let reading = read(folder, changed(read_at.as_ref(), now.as_ref()));
            read_at.clone_from(&now);
            if sender.send(reading).is_err() {
                return;
            }
            waker.wake();
        }
        seen = now;
    }
}

/// Reads a folder. A fault of the reading itself must not end the watch.
pub(super) fn read(folder: &Path, changed: Vec<PathBuf>) -> Reading {
    let gone = !folder.join("scenario.ron").is_file();
    let ports = crate::platform::ports();
    let read = || Library::new(&ports).examine(&folder.to_string_lossy()).ok();
    let opened = if gone { None } else { catch_unwind(AssertUnwindSafe(read)).ok().flatten() };
    let (scenario, report) =
        opened.map_or_else(|| (None, Report::default()), |opened| (opened.scenario, opened.report));
    Reading { scenario: scenario.filter(|_| !report.keeps_from_play()), report, gone, changed, at: SystemTime::now() }
}

fn print_of(folder: &Path) -> Print {
    let mut print = BTreeMap::new();
    look_into(folder, Path::new(""), DEPTH, &mut print)?;
    Some(print)
}

/// Adds the files of a folder and of those inside it.
fn look_into(
    root: &Path,
    inside: &Path,
    depth: usize,
    print: &mut BTreeMap<PathBuf, (u64, Option<SystemTime>)>,
) -> Option<()> {
    for entry in fs::read_dir(root.join(inside)).ok()?.flatten() {
        let path = inside.join(entry.file_name());
        // A link is followed: an author may keep a source elsewhere.
        let Ok(meta) = fs::metadata(root.join(&path)) else {
            continue;
        };
        if print.len() >= MOST {
            break;
        }
        if !meta.is_dir() {
            print.insert(path, (meta.len(), meta.modified().ok()));
        } else if depth > 0 {
            look_into(root, &path, depth - 1, print);
        }
    }
    Some(())
}

/// Names of the files that are in one and not the same in the other.
fn changed(
    before: Option<&BTreeMap<PathBuf, (u64, Option<SystemTime>)>>,
    after: Option<&BTreeMap<PathBuf, (u64, Option<SystemTime>)>>,
) -> Vec<PathBuf> {
    let empty = BTreeMap::new();
    let (before, after) = (before.unwrap_or(&empty), after.unwrap_or(&empty));
    let differs = |path: &&PathBuf| before.get(*path) != after.get(*path);
    let mut names: Vec<PathBuf> = before.keys().chain(after.keys()).filter(differs).cloned().collect();
    names.sort();
    names.dedup();
    names
}
