//! How long the program takes over a large file, whatever is in it: every figure is for one megabyte.
//!
//! `cargo bench --locked --no-default-features --features cli --bench loaders`. The figures and the machine are in
//! `docs/benches.md`, the limits in `docs/limits.md`.
#![allow(missing_docs, clippy::expect_used, reason = "a bench may stop")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use we_can_wait::library::open;
use we_can_wait::library::recorded::find;
use we_can_wait::negotiation::journal::Journal;
use we_can_wait::platform::Disk;
use we_can_wait::scenario::load::{Folder, StoredFolder};

const MEGABYTE: usize = (1 << 20) - 1;

fn main() {
    divan::main();
}

/// The talk of 1955 with one file in another text.
struct Large(StoredFolder<'static>, BTreeMap<&'static str, String>);

impl Folder for Large {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        self.0.list(folder)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        match self.1.get(file) {
            Some(text) => Ok(Some(text.clone().into_bytes())),
            None => self.0.read(file),
        }
    }
}

fn moscow() -> StoredFolder<'static> {
    StoredFolder::new(&Disk, &Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/moscow-1955"))
}

fn shipped(file: &str) -> String {
    let bytes = moscow().read(file).expect("it can be read").expect("it is there");
    String::from_utf8(bytes).expect("it is text")
}

fn filled(piece: &str) -> String {
    piece.repeat(MEGABYTE / piece.len())
}

fn checked(bencher: Bencher<'_, '_>, files: BTreeMap<&'static str, String>) {
    let bytes: usize = files.values().map(String::len).sum();
    let folder = Large(moscow(), files);
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let report = open::read(black_box(&folder)).report;
        (report.render().len(), report.located().len())
    });
}

/// `scenario.ron` of a megabyte that is no scenario.
#[divan::bench(args = ["(", "[", "Not(", "a(", "\"", "r#", "“", "«a", "'a ", "/*", "//\n", "\n", ",", "a = ", "id: \"a\", "])]
fn no_scenario(bencher: Bencher<'_, '_>, piece: &str) {
    checked(bencher, BTreeMap::from([("scenario.ron", filled(piece))]));
}

/// A list of a megabyte whose entries have one fault each.
#[divan::bench(args = ["Move(id: \"a\"),\n", "Move(id: \"a\")\n", "Move(id: \"a\n", "Move(id: “a”),\n", "{id: \"a\"}\n", "Move(\n"])]
fn faulty_entries(bencher: Bencher<'_, '_>, entry: &str) {
    checked(bencher, BTreeMap::from([("moves/31-hosts-peace.ron", format!("[\n{}]", filled(entry)))]));
}

/// A text of a megabyte in a place where a player reads it.
#[divan::bench(args = ["a ", "We can wait. ", "«a ", "'a ", "“we can wait” ", "Kunashiri (Kunashir) ", "1955 "])]
fn long_text(bencher: Bencher<'_, '_>, piece: &str) {
    let people = shipped("people.ron");
    let room = (MEGABYTE - people.len()) / piece.len();
    let people = people.replacen("card: \"", &format!("card: \"{}", piece.repeat(room)), 1);
    checked(bencher, BTreeMap::from([("people.ron", people)]));
}

/// Two thousand quotations, none of them right, of a source of 900 KB.
#[divan::bench(args = ["the hosts and the islands of peace ", "a "])]
fn wrong_quotations(bencher: Bencher<'_, '_>, words: &str) {
    let line = words.repeat(100 / words.len()) + "\n";
    let source = line.repeat(900_000 / line.len());
    let quote = |n: usize| format!("Quote(line: {}, words: \"{}none {n}\"),", n + 2, words.repeat(100 / words.len()));
    let quotes: String = (0..1_900).map(quote).collect();
    let record = shipped("record.ron").replacen("quotes: [", &format!("quotes: [{quotes}"), 1);
    checked(bencher, BTreeMap::from([("record.ron", record), ("sources/transcript-1955-09-21.txt", source)]));
}

/// As many entries as a list can have, each with a name that is nowhere.
#[divan::bench]
fn unknown_names(bencher: Bencher<'_, '_>) {
    let stance = |n: usize| {
        let to: String = (0..40).map(|m| format!("\"unknown_{n}_{m}\", ")).collect();
        format!("Stance(id: \"s{n}\", to: [{to}], act: Refusal, because: \"No.\", source: Judgement(\"none\")),\n")
    };
    let stances: String = (0..1_200).map(stance).collect();
    checked(bencher, BTreeMap::from([("stances/20-islands.ron", format!("[\n{stances}]"))]));
}

/// A megabyte as a saved game and as a recorded one.
#[divan::bench(args = ["[", "(", "a: ", "\"a\", ", "Say(speaker: \"kitamura\", moves: [\"thank_hosts\"]), "])]
fn saved_game(bencher: Bencher<'_, '_>, piece: &str) {
    let text = format!("Journal(format: 2, rules: 1, steps: [{}", piece.repeat((MEGABYTE - 100) / piece.len()));
    bencher.counter(BytesCount::new(text.len())).bench(|| (Journal::parse(black_box(&text)), find::parse(&text)));
}
