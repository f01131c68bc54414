//! `check --fix`: the fixes of `check`, put into the files of a folder on disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;
use similar::TextDiff;

use crate::library::open::{self, Opened};
use crate::scenario::fix::mended;
use crate::scenario::load::{FORMAT, Folder, OnDisk, format_of, load_lifting};
use crate::scenario::migrate::{LIFTS, Lift, way};

/// Most rounds of mending: a fix can bring another fault to light.
const ROUNDS: usize = 20;

/// What was changed, or would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The file inside the folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The code of the fault.
    pub code: &'static str,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

/// A folder after mending.
pub struct MendedFolder {
    /// What was changed, or would be.
    pub changes: Vec<Change>,
    /// The changes as a unified diff.
    pub diff: String,
    /// What was read in the end.
    pub opened: Opened,
}

/// A folder on disk with some of its files in another text.
struct Changed {
    disk: OnDisk,
    texts: BTreeMap<String, String>,
}

impl Folder for Changed {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        self.disk.list(folder)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        match self.texts.get(file) {
            Some(text) => Ok(Some(text.clone().into_bytes())),
            None => self.disk.read(file),
        }
    }
}

/// Mends a folder until nothing more can be mended for certain. With `dry_run` nothing is written.
///
/// # Errors
/// In words, when a file cannot be written; then none or all of the files before it have been changed, each of them whole.
pub fn mend(folder: &Path, dry_run: bool) -> Result<MendedFolder, String> {
    mend_lifting(folder, dry_run, LIFTS)
}

/// Mends a folder, and before that lifts one of an older format by these steps.
///
/// # Errors
/// As [`mend`].
pub fn mend_lifting(folder: &Path, dry_run: bool, lifts: &[Lift]) -> Result<MendedFolder, String> {
    let mut now = Changed { disk: OnDisk(folder.to_owned()), texts: BTreeMap::new() };
    let mut before: BTreeMap<String, String> = BTreeMap::new();
    let mut changes = lifted(&mut now, &mut before, lifts);
    let mut opened = open::read(&now);
    for _ in 0..ROUNDS {
        let (texts, done) = mended(&opened.report);
        if texts.is_empty() {
            break;
        }
        changes.extend(done.into_iter().map(|done| Change {
            file: opened.report.name(done.file).to_owned(),
            line: done.line,
            code: done.code,
            old: done.old,
            new: done.new,
        }));
        for text in texts {
            let name = opened.report.name(text.file).to_owned();
            let old = opened.report.text(text.file).to_owned();
            before.entry(name.clone()).or_insert(old);
            now.texts.insert(name, text.text);
        }
        opened = open::read(&now);
    }
    if !dry_run {
        write_all(folder, &before, &now.texts)?;
    }
    Ok(MendedFolder { changes, diff: diff(&before, &now.texts), opened })
}

/// Puts the files of an older format into this one; what faults they have is found afterwards.
fn lifted(now: &mut Changed, before: &mut BTreeMap<String, String>, lifts: &[Lift]) -> Vec<Change> {
    let Some(from) = format_of(&now.disk).filter(|from| *from < FORMAT) else {
        return Vec::new();
    };
    if way(lifts, from, FORMAT).is_none() {
        return Vec::new();
    }
    let (_, report) = load_lifting(&now.disk, lifts);
    let mut changes = Vec::new();
    for file in report.files {
        let found = now.disk.read(&file.name).ok().flatten();
        let Some(old) = found.and_then(|bytes| String::from_utf8(bytes).ok()) else {
            continue;
        };
        if old == file.text {
            continue;
        }
        changes.push(Change {
            file: file.name.clone(),
            line: 1,
            code: "WCW006",
            old: format!("format {from}"),
            new: format!("format {FORMAT}"),
        });
        before.insert(file.name.clone(), old);
        now.texts.insert(file.name, file.text);
    }
    changes
}

fn diff(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    for (name, old) in before {
        let Some(new) = after.get(name) else { continue };
        let diff = TextDiff::from_lines(old.as_str(), new.as_str());
        let mut unified = diff.unified_diff();
        out.push_str(&unified.header(name, name).to_string());
    }
    out
}

/// Writes every file beside the one it replaces, and puts them in place when all are written.
fn write_all(folder: &Path, before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Result<(), String> {
    let mut ready: Vec<(tempfile::NamedTempFile, PathBuf)> = Vec::new();
    for (name, text) in after {
        let told =
            |error: &dyn std::fmt::Display| format!("{name} cannot be mended: {error}; nothing has been changed");
        // What a link points to is changed, and not the link.
        let path = fs::canonicalize(folder.join(name)).map_err(|error| told(&error))?;
        let found = fs::read(&path).map_err(|error| told(&error))?;
        if before.get(name).map(String::as_bytes) != Some(found.as_slice()) {
            return Err(told(&"it was changed while it was being checked"));
        }
        let inside = path.parent().unwrap_or(folder);
        let mut file = tempfile::NamedTempFile::new_in(inside).map_err(|error| told(&error))?;
        file.write_all(text.as_bytes()).map_err(|error| told(&error))?;
        let permissions = fs::metadata(&path).map_err(|error| told(&error))?.permissions();
        fs::set_permissions(file.path(), permissions).map_err(|error| told(&error))?;
        file.as_file().sync_all().map_err(|error| told(&error))?;
        ready.push((file, path));
    }
    for (file, path) in ready {
        file.persist(&path).map_err(|error| format!("{} cannot be mended: {error}", path.display()))?;
    }
    Ok(())
}
