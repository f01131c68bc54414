//! Mistakes planted in copies of the shipped scenarios: each is reported with its code at its place, and nothing else is.
//!
//! The mistakes are data, in `tests/mistakes`. Each is put into a copy of its scenario in memory, which is then checked as by the
//! command.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Deserialize;
use we_can_wait::library::embedded;
use we_can_wait::library::open::read;
use we_can_wait::scenario::codes::CODES;
use we_can_wait::scenario::diagnostic::Report;
use we_can_wait::scenario::fix::fixed;
use we_can_wait::scenario::load::{Folder, ron_options};

/// Codes of what is too large for a mistake in a few lines; `limits` tests them.
const TOO_LARGE: [&str; 7] = ["WCW034", "WCW035", "WCW036", "WCW037", "WCW038", "WCW039", "WCW101"];

/// One mistake.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    /// What somebody did wrong, in a sentence.
    what: String,
    /// The scenario it is planted in.
    scenario: String,
    /// What is changed.
    changes: Vec<Change>,
    /// The code that has to be reported.
    code: String,
    /// The exact text that has to be marked; `None` where a whole file or folder is at fault.
    #[serde(default)]
    marks: Option<String>,
    /// The file in which it is marked, where that is not the first one changed.
    #[serde(default)]
    marked_in: Option<String>,
    /// `--fix` fixes it, and leaves no fault.
    #[serde(default)]
    fixes: bool,
}

/// One change to a file.
#[derive(Debug, Clone, Deserialize)]
enum Change {
    /// A passage that is in the file exactly once is replaced.
    Passage(String, String, String),
    /// The file is taken away.
    Missing(String),
    /// It is emptied.
    Empty(String),
    /// It holds a byte that is no UTF-8.
    NotText(String),
    /// It is larger than a file may be.
    TooLarge(String),
    /// It cannot be read.
    Unreadable(String),
}

impl Change {
    fn file(&self) -> &str {
        match self {
            Change::Passage(file, ..)
            | Change::Missing(file)
            | Change::Empty(file)
            | Change::NotText(file)
            | Change::TooLarge(file)
            | Change::Unreadable(file) => file,
        }
    }
}

/// A scenario in memory, laid over an embedded one.
struct Copy {
    below: &'static dyn Folder,
    above: BTreeMap<String, Result<Option<Vec<u8>>, String>>,
}

impl Folder for Copy {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let mut names = self.below.list(folder)?;
        let gone = |name: &String| {
            let path = format!("{folder}/{name}");
            matches!(self.above.get(path.trim_start_matches('/')), Some(Ok(None)))
        };
        names.retain(|name| !gone(name));
        Ok(names)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        match self.above.get(file) {
            Some(changed) => changed.clone(),
            None => self.below.read(file),
        }
    }
}

fn copy(mistake: &Mistake) -> Result<Copy, String> {
    let below: &'static dyn Folder = embedded::folder(&mistake.scenario)
        .map(|folder| Box::leak(Box::new(folder)) as &dyn Folder)
        .ok_or("there is no such scenario")?;
    let mut copy = Copy { below, above: BTreeMap::new() };
    for change in &mistake.changes {
        let file = change.file();
        let bytes = copy.read(file)?.ok_or(format!("there is no {file}"))?;
        let changed = match change {
            Change::Passage(_, from, to) => {
                let text = String::from_utf8(bytes).map_err(|_| "it is no text")?;
                let count = text.matches(from.as_str()).count();
                if count != 1 {
                    return Err(format!("the passage is in {file} {count} times: {from}"));
                }
                Ok(Some(text.replacen(from.as_str(), to, 1).into_bytes()))
            }
            Change::Missing(_) => Ok(None),
            Change::Empty(_) => Ok(Some(Vec::new())),
            Change::NotText(_) => Ok(Some([bytes.as_slice(), b"\xe9"].concat())),
            Change::TooLarge(_) => Ok(Some([bytes, vec![b' '; 1 << 20]].concat())),
            Change::Unreadable(_) => Err("it is locked".to_owned()),
        };
        copy.above.insert(file.to_owned(), changed);
    }
    Ok(copy)
}

/// What is wrong with how a mistake is reported; `None` when nothing is.
fn wrong(mistake: &Mistake) -> Option<String> {
    let copy = match copy(mistake) {
        Ok(copy) => copy,
        Err(because) => return Some(because),
    };
    let report = read(&copy).report;
    let [fault] = report.diagnostics.as_slice() else {
        return Some(format!("{} faults:\n{}", report.diagnostics.len(), report.render()));
    };
    if fault.code != mistake.code {
        return Some(format!("it is {}:\n{}", fault.code, report.render()));
    }
    let file = mistake.changes.first().map_or("", Change::file);
    let file = mistake.marked_in.as_deref().unwrap_or(file);
    place_is_wrong(&report, mistake.marks.as_deref(), file)
        .map(|because| format!("{because}:\n{}", report.render()))
        .or_else(|| fix_is_wrong(mistake, copy, &report))
}

/// Only a mistake that says so can be fixed, and then leaves no fault.
fn fix_is_wrong(mistake: &Mistake, mut copy: Copy, report: &Report) -> Option<String> {
    let (texts, _) = fixed(report);
    if texts.is_empty() == mistake.fixes {
        return Some(format!("--fix changes {} files:\n{}", texts.len(), report.render()));
    }
    for text in texts {
        let name = report.name(text.file).to_owned();
        copy.above.insert(name, Ok(Some(text.text.into_bytes())));
    }
    let left = mistake.fixes.then(|| read(&copy).report)?;
    (!left.diagnostics.is_empty()).then(|| format!("--fix leaves:\n{}", left.render()))
}

fn place_is_wrong(report: &Report, marks: Option<&str>, file: &str) -> Option<String> {
    let fault = report.diagnostics.first()?;
    let label = fault.labels.first();
    let Some(marks) = marks else {
        let told = fault.message.contains(file) || label.is_some();
        return (!told).then(|| format!("{file} is not told"));
    };
    let Some(label) = label else {
        return Some("nothing is marked".to_owned());
    };
    let marked = report.marked(label.place);
    if marked != marks {
        return Some(format!("\"{marked}\" is marked, not \"{marks}\""));
    }
    let at = report.located().first().map(|located| located.file.clone());
    (at.as_deref() != Some(file)).then(|| format!("it is marked in {at:?}, not in {file}"))
}

fn mistakes() -> Vec<Mistake> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("it is there")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            let text = fs::read_to_string(file).expect("it is text");
            let read: Result<Vec<Mistake>, _> = ron_options().from_str(&text);
            read.unwrap_or_else(|error| panic!("{}: {error}", file.display()))
        })
        .collect()
}

#[test]
fn every_planted_mistake_is_reported_at_its_place_and_nothing_else_is() {
    let mistakes = mistakes();
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, Into::into) {
            scope.spawn(|| {
                while let Some(mistake) = mistakes.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(because) = wrong(mistake) {
                        let told = format!("{} ({}): {because}", mistake.what, mistake.code);
                        found.lock().expect("no thread stops").push(told);
                    }
                }
            });
        }
    });
    let found = found.into_inner().expect("no thread stops");
    assert!(
        found.is_empty(),
        "{} of {} are not reported as they should be:\n\n{}",
        found.len(),
        mistakes.len(),
        found.join("\n\n")
    );
}

#[test]
fn there_are_sixty_mistakes_and_more_and_one_for_every_code() {
    let mistakes = mistakes();
    assert!(mistakes.len() >= 60, "there are {}", mistakes.len());
    let told: BTreeSet<&str> = mistakes.iter().map(|m| m.code.as_str()).collect();
    // What is too much to decide is too long to be planted; a unit test of the solver has it.
    let without: Vec<&str> =
        CODES.iter().map(|code| code.code).filter(|code| !told.contains(code) && !TOO_LARGE.contains(code)).collect();
    assert!(without.is_empty(), "no mistake is planted for {without:?}");
    let whats: BTreeSet<&str> = mistakes.iter().map(|m| m.what.as_str()).collect();
    assert_eq!(whats.len(), mistakes.len(), "each is a mistake of its own");
}
