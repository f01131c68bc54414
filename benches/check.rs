//! How long an author waits for `check`. `cargo bench --no-default-features --features cli --bench check`
//!
//! The figures, their bar and the machine are in `docs/benches.md`.
#![allow(missing_docs, clippy::expect_used, reason = "a bench may stop")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use divan::Bencher;
use we_can_wait::library::embedded;
use we_can_wait::library::open;
use we_can_wait::platform::Disk;
use we_can_wait::scenario::load::{Folder, StoredFolder, load};

/// The scenarios that ship.
const SHIPPED: [&str; 3] = ["moscow-1955", "fisheries-1956", "first-lesson"];

fn main() {
    divan::main();
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name)
}

/// What `check` does, from a folder on disk to the drawn faults.
#[divan::bench(args = SHIPPED)]
fn from_disk(bencher: Bencher<'_, '_>, name: &str) {
    let disk = StoredFolder::new(&Disk, &folder(name));
    bencher.bench(|| open::read(black_box(&disk)).report.render());
}

/// The same of a scenario that the program carries.
#[divan::bench(args = SHIPPED)]
fn embedded(bencher: Bencher<'_, '_>, name: &str) {
    let dir = embedded::folder(name).expect("the program carries it");
    bencher.bench(|| open::read(black_box(&dir)).report.render());
}

/// Reading the files alone.
#[divan::bench]
fn only_read(bencher: Bencher<'_, '_>) {
    let disk = StoredFolder::new(&Disk, &folder("moscow-1955"));
    bencher.bench(|| load(black_box(&disk)));
}

/// A folder with some files in another text.
struct Faulty(StoredFolder<'static>, BTreeMap<&'static str, Vec<u8>>);

impl Folder for Faulty {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        self.0.list(folder)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        match self.1.get(file) {
            Some(bytes) => Ok(Some(bytes.clone())),
            None => self.0.read(file),
        }
    }
}

/// A scenario of which every quotation of the record is altered, and a list has no comma: every fault is found and drawn.
#[divan::bench]
fn full_of_faults(bencher: Bencher<'_, '_>) {
    let disk = StoredFolder::new(&Disk, &folder("moscow-1955"));
    let text = |name: &str| {
        let bytes = disk.read(name).expect("it can be read");
        String::from_utf8(bytes.expect("it is there")).expect("it is text")
    };
    let record = text("record.ron").replace(", words: \"", ", words: \"Indeed, ");
    let moves = text("moves/31-hosts-peace.ron").replace("\",\n", "\"\n");
    let files = BTreeMap::from([("record.ron", record.into_bytes()), ("moves/31-hosts-peace.ron", moves.into_bytes())]);
    let faulty = Faulty(disk, files);
    bencher.bench(|| open::read(black_box(&faulty)).report.render());
}

/// Files of 600 KB that cannot be read: brackets that are never closed, and a list that misses one comma.
#[divan::bench(args = ["[", "Not(", "missing comma"])]
fn large_and_unreadable(bencher: Bencher<'_, '_>, what: &str) {
    const LENGTH: usize = 600_000;
    let disk = StoredFolder::new(&Disk, &folder("moscow-1955"));
    let text = if what == "missing comma" {
        let bytes = disk.read("moves/31-hosts-peace.ron").expect("it can be read").expect("it is there");
        let text = String::from_utf8(bytes).expect("it is text");
        let entries = text.trim().trim_start_matches('[').trim_end_matches(']');
        let many = entries.repeat(LENGTH / entries.len());
        format!("[{}]", many.replacen("\",\n", "\"\n", 1))
    } else {
        what.repeat(LENGTH / what.len())
    };
    let faulty = Faulty(disk, BTreeMap::from([("moves/31-hosts-peace.ron", text.into_bytes())]));
    bencher.bench(|| load(black_box(&faulty)));
}
