//! Fixes a scenario by applying the safe fixes for its faults to the files in its folder.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;

use similar::TextDiff;

use crate::library::open::{self, Opened};
use crate::ports::Storage;
use crate::scenario::fix::{Change, fixed};
use crate::scenario::limits::FILE_BYTES;
use crate::scenario::load::{FORMAT, Folder, StoredFolder, format_of, load_migrating};
use crate::scenario::migrate::{MIGRATIONS, Migration, way};

/// Most rounds of fixing. A fix can reveal another fault.
const ROUNDS: usize = 20;

/// The result of fixing a folder.
pub struct FixedFolder {
    pub changes: Vec<Change>,
    /// The changes as a unified diff.
    pub diff: String,
    /// The scenario as read after all fixes.
    pub opened: Opened,
}

/// A folder with some of its files replaced in memory.
struct Changed<'s> {
    stored: StoredFolder<'s>,
    texts: BTreeMap<String, String>,
}

impl Folder for Changed<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        self.stored.list(folder)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        match self.texts.get(file) {
            Some(text) => Ok(Some(text.clone().into_bytes())),
            None => self.stored.read(file),
        }
    }
}

/// Fixes a folder until there are no more safe fixes. With `dry_run`, writes nothing.
///
/// # Errors
/// Returns a message if a file can't be written, or is a link that leads out of the folder. Every file is then still whole, and
/// almost always unchanged.
pub fn fix(storage: &dyn Storage, folder: &Path, dry_run: bool) -> Result<FixedFolder, String> {
    fix_from_older(storage, folder, dry_run, MIGRATIONS)
}

/// Like [`fix`], but first migrates a folder in an older format with these steps.
///
/// # Errors
/// As for [`fix`].
pub fn fix_from_older(
    storage: &dyn Storage,
    folder: &Path,
    dry_run: bool,
    migrations: &[Migration],
) -> Result<FixedFolder, String> {
    let mut now = Changed { stored: StoredFolder::new(storage, folder), texts: BTreeMap::new() };
    let mut before: BTreeMap<String, String> = BTreeMap::new();
    let mut changes = migrated(&mut now, &mut before, migrations);
    let mut opened = open::read(&now);
    for _ in 0..ROUNDS {
        let (texts, done) = fixed(&opened.report);
        if texts.is_empty() {
            break;
        }
        changes.extend(done);
        for text in texts {
            let name = opened.report.name(text.file).to_owned();
            let old = opened.report.text(text.file).to_owned();
            before.entry(name.clone()).or_insert(old);
            now.texts.insert(name, text.text);
        }
        opened = open::read(&now);
    }
    stay_inside(storage, folder, &now.texts)?;
    if !dry_run {
        write_all(storage, folder, &before, &now.texts)?;
    }
    Ok(FixedFolder { changes, diff: diff(&before, &now.texts), opened })
}

/// Migrates the files to the current format. Any faults in them are found afterwards.
fn migrated(now: &mut Changed<'_>, before: &mut BTreeMap<String, String>, migrations: &[Migration]) -> Vec<Change> {
    let Some(from) = format_of(&now.stored).filter(|from| *from < FORMAT) else {
        return Vec::new();
    };
    if way(migrations, from, FORMAT).is_none() {
        return Vec::new();
    }
    let (_, report) = load_migrating(&now.stored, migrations);
    let mut changes = Vec::new();
    for file in report.files {
        let found = now.stored.read(&file.name).ok().flatten();
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

/// Refuses to change a file that is not in the folder itself: a scenario from someone else may have links to any file of its reader.
fn stay_inside(storage: &dyn Storage, folder: &Path, after: &BTreeMap<String, String>) -> Result<(), String> {
    let real = |path: &Path, name: &str| {
        storage.real(path).map_err(|error| format!("couldn't fix {name}: {}; nothing was changed", error.cause))
    };
    for name in after.keys() {
        let (root, file) = (real(folder, name)?, real(&folder.join(name), name)?);
        if !file.starts_with(&root) {
            return Err(format!(
                "couldn't fix {name}: it is a link to {}, which is outside the scenario's folder; nothing was changed. \
                 Put a copy of that file in the link's place, or fix it where it is",
                file.display()
            ));
        }
    }
    Ok(())
}

/// Writes every changed file, all or nothing.
fn write_all(
    storage: &dyn Storage,
    folder: &Path,
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> Result<(), String> {
    let mut files = Vec::new();
    for (name, text) in after {
        let path = folder.join(name);
        let failed = |error: &dyn Display| format!("couldn't fix {name}: {error}; nothing was changed");
        let found = storage.read(&path, FILE_BYTES as u64).map_err(|error| failed(&error.cause))?;
        if before.get(name).map(String::as_bytes) != Some(found.as_slice()) {
            return Err(failed(&"it was changed while it was being checked"));
        }
        files.push((path, text.clone().into_bytes()));
    }
    storage.rewrite(&files).map_err(|error| format!("couldn't fix {error}"))
}
