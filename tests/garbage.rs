//! Garbage in: whatever a file holds, it is refused with a place and never with a panic.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use we_can_wait::negotiation::journal::Journal;
use we_can_wait::scenario::check::check;
use we_can_wait::scenario::load::{Folder, load};
use we_can_wait::scenario::resolve;

/// A scenario in memory, so that thousands can be broken.
struct InMemory(BTreeMap<String, Vec<u8>>);

impl Folder for InMemory {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let prefix = if folder.is_empty() {
            String::new()
        } else {
            format!("{folder}/")
        };
        let names = self.0.keys().filter_map(|name| name.strip_prefix(&prefix));
        Ok(names
            .filter(|name| !name.contains('/'))
            .map(str::to_owned)
            .collect())
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(self.0.get(file).cloned())
    }
}

static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let root = common::scenario_folder();
    let mut files = BTreeMap::new();
    for folder in [
        "",
        "moves",
        "stances",
        "replies",
        "values",
        "sources",
        "playthroughs",
    ] {
        for entry in fs::read_dir(root.join(folder))
            .expect("it is there")
            .flatten()
        {
            if entry.path().is_file() {
                let name = entry.file_name().to_string_lossy().into_owned();
                let name = if folder.is_empty() {
                    name
                } else {
                    format!("{folder}/{name}")
                };
                files.insert(name, fs::read(entry.path()).expect("it can be read"));
            }
        }
    }
    files
});

static JOURNAL: LazyLock<String> = LazyLock::new(|| {
    let program = common::Program::new();
    program.typed(
        &["play", "--seed", "3"],
        "tanaka\nask_conditions\nsay\nmorishima\nask_hint\nsay\n",
    );
    fs::read_to_string(program.saves().first().expect("the game was kept")).expect("it is text")
});

/// A way to break a text.
#[derive(Debug, Clone)]
enum Harm {
    Cut(usize),
    Drop(usize, usize),
    Put(usize, Vec<u8>),
    Double(usize, usize),
}

fn harm() -> impl Strategy<Value = Harm> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 1..8),
        prop::sample::select(vec![
            "(",
            ")",
            "[",
            "]",
            "\"",
            "Not(",
            "999999999999",
            "-1",
            "None",
            "\u{0}",
            "é",
            "Entry(\"x\")"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    prop_oneof![
        any::<usize>().prop_map(Harm::Cut),
        (any::<usize>(), 1_usize..60).prop_map(|(at, n)| Harm::Drop(at, n)),
        (any::<usize>(), piece).prop_map(|(at, piece)| Harm::Put(at, piece)),
        (any::<usize>(), 1_usize..60).prop_map(|(at, n)| Harm::Double(at, n)),
    ]
}

fn harmed(bytes: &[u8], harm: &Harm) -> Vec<u8> {
    let within = |at: usize| at % (bytes.len() + 1);
    let mut bytes = bytes.to_vec();
    match harm {
        Harm::Cut(at) => bytes.truncate(within(*at)),
        Harm::Drop(at, n) => {
            let from = within(*at).min(bytes.len());
            let to = (from + n).min(bytes.len());
            bytes.drain(from..to);
        }
        Harm::Put(at, piece) => {
            let at = within(*at).min(bytes.len());
            bytes.splice(at..at, piece.iter().copied());
        }
        Harm::Double(at, n) => {
            let from = within(*at).min(bytes.len());
            let to = (from + n).min(bytes.len());
            let piece = bytes.get(from..to).unwrap_or_default().to_vec();
            bytes.splice(from..from, piece);
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_harmed_scenario_is_read_to_its_end_without_a_panic(which in any::<usize>(), harm in harm()) {
        let mut files = FILES.clone();
        let name = files.keys().nth(which % files.len()).cloned().expect("there are files");
        let bytes = harmed(files.get(&name).expect("it is there"), &harm);
        files.insert(name, bytes);
        let (draft, mut report) = load(&InMemory(files));
        if let Some(draft) = &draft {
            check(draft, &mut report);
            let scenario = resolve(draft, &mut report);
            prop_assert!(scenario.is_some() || report.has_errors());
        } else {
            prop_assert!(report.has_errors());
        }
        report.sort();
        let _ = report.render();
    }

    #[test]
    fn a_harmed_journal_is_refused_or_replayed_and_never_a_panic(harms in prop::collection::vec(harm(), 1..4)) {
        let mut bytes = JOURNAL.as_bytes().to_vec();
        for harm in &harms {
            bytes = harmed(&bytes, harm);
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(journal) = Journal::parse(&text) {
            let scenario = common::scenario();
            if let Ok(replayed) = journal.replay(&scenario) {
                prop_assert!(replayed.game.journal.steps.len() + replayed.rest.len() >= journal.steps.len());
            }
        }
    }

    #[test]
    fn any_text_is_no_journal(text in "\\PC{0,200}") {
        prop_assert!(Journal::parse(&text).is_err());
    }
}

#[test]
fn a_hundred_thousand_brackets_are_refused_and_not_followed() {
    let deep = "Not(".repeat(100_000);
    let mut files = FILES.clone();
    files.insert(
        "stances/99-deep.ron".to_owned(),
        format!("[Stance(id: \"x\", when: [{deep}").into_bytes(),
    );
    let (_, report) = load(&InMemory(files));
    assert!(report.has_errors());
    assert!(Journal::parse(&"[".repeat(100_000)).is_err());
}

#[test]
fn a_missing_file_is_named() {
    for name in [
        "scenario.ron",
        "people.ron",
        "counterpart.ron",
        "record.ron",
    ] {
        let mut files = FILES.clone();
        files.remove(name);
        let (_, report) = load(&InMemory(files));
        assert!(report.has_errors(), "{name}");
        let stem = name.trim_end_matches(".ron");
        assert!(
            report.render().contains(stem),
            "{name}: {}",
            report.render()
        );
    }
}
