//! Garbage in: whatever a file holds, it is refused with a place and never with a panic.

use std::fs;
use std::sync::LazyLock;

use crate::common::broken::Broken;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use we_can_wait::library::open;
use we_can_wait::negotiation::journal::Journal;
use we_can_wait::scenario::diagnostic::Report;
use we_can_wait::scenario::fix::fixed;
use we_can_wait::scenario::load::load;
use we_can_wait::scenario::render::Look;

static MOSCOW: LazyLock<Broken> = LazyLock::new(|| Broken::of(&crate::common::scenario_folder()));
static BASE: LazyLock<Broken> = LazyLock::new(Broken::base);
static LESSON: LazyLock<Broken> =
    LazyLock::new(|| Broken::of(&crate::common::scenario_folder().with_file_name("first-lesson")));

static JOURNAL: LazyLock<String> = LazyLock::new(|| {
    let program = crate::common::Program::new();
    program.typed(&["play", "--seed", "3"], "tanaka\nask_conditions\nsay\nmorishima\nask_hint\nsay\n");
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

/// What is put into a text, besides bytes and characters at random.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    ",",
    ":",
    "=",
    ";",
    "#",
    "//",
    "/*",
    "*/",
    "r#\"",
    "\\",
    "Not(",
    "All([",
    "-1",
    "999999999999",
    "99999999999999999999999999999999999999999",
    "1e999",
    "0x",
    "None",
    "null",
    "\u{0}",
    "é",
    "“",
    "”",
    "„",
    "«",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "Entry(\"x\")",
    "id: \"x\",",
    "\n",
    "\r",
    "\u{2028}",
    "\u{1b}[2J",
];

fn harm() -> impl Strategy<Value = Harm> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 1..8),
        "\\PC{1,4}".prop_map(String::into_bytes),
        prop::sample::select(PIECES).prop_map(|text| text.as_bytes().to_vec()),
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

/// Harms one file of a scenario and lets everything that `check` does run over it.
fn survives(scenario: &Broken, which: usize, harms: &[Harm]) -> Result<(), TestCaseError> {
    let mut broken = scenario.clone();
    let name = broken.0.keys().nth(which % broken.0.len()).cloned();
    let name = name.expect("there are files");
    let mut bytes = broken.0.get(&name).cloned().unwrap_or_default();
    for harm in harms {
        bytes = harmed(&bytes, harm);
    }
    broken.0.insert(name, bytes);
    let opened = open::read(&broken);
    prop_assert!(opened.scenario.is_some() || opened.report.has_errors());
    drawn(&opened.report);
    mended_to_the_end(broken)
}

/// Draws the faults in every way.
fn drawn(report: &Report) {
    for width in [0, 40, 80, 300] {
        let _ = report.drawn(Look { width, colour: width == 80 });
    }
    serde_json::to_string(&report.located()).expect("it can be put into JSON");
}

/// Mending comes to an end, and what is fixed has nothing left to mend.
fn mended_to_the_end(mut broken: Broken) -> Result<(), TestCaseError> {
    for _ in 0..20 {
        let report = broken.report();
        let (texts, done) = fixed(&report);
        prop_assert_eq!(texts.is_empty(), done.is_empty());
        if texts.is_empty() {
            return Ok(());
        }
        for text in texts {
            let name = report.name(text.file).to_owned();
            prop_assert!(name.ends_with(".ron"), "{} was fixed", name);
            broken.0.insert(name, text.text.into_bytes());
        }
    }
    prop_assert!(false, "mending did not come to an end");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_harmed_small_scenario_is_checked_drawn_and_mended_without_a_panic(
        lesson in any::<bool>(),
        which in any::<usize>(),
        harms in prop::collection::vec(harm(), 1..4),
    ) {
        survives(if lesson { &LESSON } else { &BASE }, which, &harms)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn a_harmed_large_scenario_is_checked_drawn_and_mended_without_a_panic(
        which in any::<usize>(),
        harms in prop::collection::vec(harm(), 1..4),
    ) {
        survives(&MOSCOW, which, &harms)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_harmed_journal_is_refused_or_replayed_and_never_a_panic(harms in prop::collection::vec(harm(), 1..4)) {
        let mut bytes = JOURNAL.as_bytes().to_vec();
        for harm in &harms {
            bytes = harmed(&bytes, harm);
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(journal) = Journal::parse(&text) {
            let scenario = crate::common::scenario();
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
    let mut files = MOSCOW.0.clone();
    files.insert("stances/99-deep.ron".to_owned(), format!("[Stance(id: \"x\", when: [{deep}").into_bytes());
    let (_, report) = load(&Broken(files));
    assert!(report.has_errors());
    assert!(Journal::parse(&"[".repeat(100_000)).is_err());
}

/// A megabyte of everything that once took minutes: each is read in time linear in its length, and has few faults.
#[test]
fn a_megabyte_of_anything_is_refused_with_few_faults() {
    const LENGTH: usize = 1 << 20;
    let pieces = [
        "[",
        "(",
        "{",
        "Not(",
        "\n(",
        "\nA(",
        "a",
        "1",
        "\"\n",
        "\"a\u{201d},\n",
        "\u{201c}",
        "'",
        "#",
        "r#",
        "\"a\":",
        "x(a:1,",
    ];
    for piece in pieces {
        let mut files = BASE.0.clone();
        files.insert("moves.ron".to_owned(), piece.repeat(LENGTH / piece.len()).into_bytes());
        let (_, report) = load(&Broken(files));
        assert!(report.has_errors() && report.diagnostics.len() <= 210, "{piece}: {}", report.diagnostics.len());
        assert!(report.render().len() < 200_000, "{piece}");
    }
}

#[test]
fn brackets_are_read_as_deep_as_the_limit_and_deeper_ones_are_named() {
    let nested = |levels: usize| {
        let condition = format!("{}Said(\"x\"){}", "Not(".repeat(levels), ")".repeat(levels));
        let mut files = BASE.0.clone();
        files.insert("stances/99-deep.ron".to_owned(), format!("[\nStance(when: [{condition}]),\n]").into_bytes());
        load(&Broken(files)).1.render()
    };
    assert!(!nested(40).contains("nested too deep"), "{}", nested(40));
    assert!(nested(80).contains("nested too deep here: at most 64 levels"), "{}", nested(80));
}

#[test]
fn a_missing_file_is_named() {
    for name in ["scenario.ron", "people.ron", "counterpart.ron", "record.ron"] {
        let mut files = MOSCOW.0.clone();
        files.remove(name);
        let (_, report) = load(&Broken(files));
        assert!(report.has_errors(), "{name}");
        let stem = name.trim_end_matches(".ron");
        assert!(report.render().contains(stem), "{name}: {}", report.render());
    }
}
