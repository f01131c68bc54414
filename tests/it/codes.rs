//! Every code of a fault has a page, and every page tells the truth: its bad example is reported, its good one is clean.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use we_can_wait::scenario::codes::{CODES, find, page, pages};
use we_can_wait::scenario::diagnostic::{Report, Severity};
use we_can_wait::scenario::limits;

fn base() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/codes/base")
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("it is a folder").flatten() {
        if entry.path().is_dir() {
            files_below(&entry.path(), files);
        } else {
            files.push(entry.path());
        }
    }
}

fn checked(folder: &Path) -> Report {
    crate::common::examined(folder).report
}

/// A copy of the base scenario that can be broken.
fn copy() -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("there is room");
    let mut files = Vec::new();
    files_below(&base(), &mut files);
    for file in files {
        let name = file.strip_prefix(base()).expect("it is inside");
        let to = copy.path().join(name);
        fs::create_dir_all(to.parent().expect("it is in a folder")).expect("there is room");
        fs::copy(&file, to).expect("there is room");
    }
    copy
}

/// What a page says under one of its headings.
#[derive(Debug)]
enum Example {
    /// A passage of a file.
    Passage { file: String, text: String },
    /// What is done to a whole file.
    Done { file: String, what: String },
    /// Words only.
    Words,
}

fn example(page: &str, heading: &str) -> Example {
    let after = page
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_else(|| panic!("there is no \"## {heading}\" in\n{page}"))
        .1;
    let part = after.split("\n## ").next().unwrap_or_default();
    let file = part.split('`').nth(1).unwrap_or_default().to_owned();
    if let Some((_, fenced)) = part.split_once("```ron\n") {
        let text = fenced.split("\n```").next().unwrap_or_default();
        return Example::Passage { file, text: text.to_owned() };
    }
    match part.trim().strip_prefix(&format!("`{file}` ")) {
        Some(what) => Example::Done { file, what: what.trim_end_matches('.').to_owned() },
        None => Example::Words,
    }
}

/// Codes that the bad example may also have.
fn also(page: &str) -> BTreeSet<&str> {
    let line = page.lines().find_map(|line| line.strip_prefix("Also reported: "));
    let codes = line.map(|line| line.trim_end_matches('.').split(", "));
    codes.into_iter().flatten().collect()
}

/// The file in which the fault is marked, where it is not the one that has to be changed.
fn reported_in(page: &str) -> Option<&str> {
    let line = page.lines().find_map(|line| line.strip_prefix("Reported in `"));
    line?.strip_suffix("`.")
}

fn do_to_file(path: &Path, what: &str) {
    let write = |bytes: &[u8]| fs::write(path, bytes).expect("it can be written");
    let bytes = fs::read(path).expect("the file of the page is in the base scenario");
    match what {
        "is missing" => fs::remove_file(path).expect("it can be removed"),
        "is empty" => write(b""),
        "is not UTF-8" => write(&[bytes.as_slice(), b"\xe9"].concat()),
        "is too large" => write(&[bytes, vec![b' '; 1 << 20]].concat()),
        "is a folder" => {
            fs::remove_file(path).expect("it can be removed");
            fs::create_dir(path).expect("there is room");
        }
        "has other line ends" => {
            let text = String::from_utf8(bytes).expect("it is text");
            write(text.replace('\n', "\r\n").as_bytes());
        }
        other => panic!("nothing is known to do that is called \"{other}\""),
    }
}

#[test]
fn the_base_scenario_of_the_pages_is_clean() {
    let report = checked(&base());
    assert!(report.diagnostics.is_empty(), "{}", report.render());
}

#[test]
fn every_code_that_the_program_uses_is_registered_and_every_registered_one_is_used() {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    files_below(&root, &mut files);
    let mut used = BTreeSet::new();
    for file in files.iter().filter(|file| !file.ends_with("codes.rs")) {
        let text = fs::read_to_string(file).expect("it is text");
        for (at, _) in text.match_indices("\"WCW") {
            let code = text.get(at + 1..at + 7).unwrap_or_default();
            let digits = code.chars().skip(3).all(|c| c.is_ascii_digit());
            if digits && text.get(at + 7..at + 8) == Some("\"") {
                used.insert(code.to_owned());
            }
        }
    }
    let registered: BTreeSet<String> = CODES.iter().map(|code| code.code.to_owned()).collect();
    let unknown: Vec<_> = used.difference(&registered).collect();
    assert!(unknown.is_empty(), "not in src/scenario/codes.rs: {unknown:?}");
    let dead: Vec<_> = registered.difference(&used).collect();
    assert!(dead.is_empty(), "used nowhere: {dead:?}");
}

#[test]
fn codes_stand_in_order_each_once() {
    assert!(CODES.is_sorted_by(|a, b| a.code < b.code));
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let without: Vec<_> = CODES.iter().filter(|code| page(code.code).is_none()).map(|code| code.code).collect();
    assert!(without.is_empty(), "no page in docs/codes: {without:?}");
    let orphans: Vec<_> = pages().into_iter().filter(|name| find(name).is_none()).collect();
    assert!(orphans.is_empty(), "pages without a code: {orphans:?}");
}

#[test]
fn every_page_has_the_title_and_the_severity_of_its_code_and_is_short() {
    for code in CODES {
        let Some(page) = page(code.code) else {
            continue;
        };
        let severity = match code.severity {
            Severity::Error => "An error.",
            Severity::Warning => "A warning.",
        };
        let head = format!("# {}: {}\n\n{severity}\n\n", code.code, code.title);
        assert!(page.starts_with(&head), "{} begins with:\n{head}", code.code);
        let words = page.split("\n## Bad").next().unwrap_or_default();
        let count = words.split_whitespace().count();
        assert!(count <= 140, "{} has {count} words", code.code);
    }
}

/// Codes whose example would fill a book.
const IN_WORDS: &[&str] = &["WCW034", "WCW035", "WCW036", "WCW037", "WCW038", "WCW039", "WCW101"];

#[test]
fn the_bad_example_of_every_page_is_reported_and_the_good_one_is_clean() {
    let mut wrong = Vec::new();
    for code in CODES {
        let Some(page) = page(code.code) else {
            continue;
        };
        let copy = copy();
        let file = match (example(page, "Bad"), example(page, "Good")) {
            (Example::Passage { file, text: bad }, Example::Passage { file: same, text: good }) => {
                assert_eq!(file, same, "{}", code.code);
                let path = copy.path().join(&file);
                let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}: there is no {file}", code.code));
                let count = text.matches(&good).count();
                if count != 1 {
                    wrong.push(format!("{}: the good passage stands {count} times in {file}", code.code));
                    continue;
                }
                fs::write(&path, text.replacen(&good, &bad, 1)).expect("it can be written");
                file
            }
            (Example::Done { file, what }, _) => {
                do_to_file(&copy.path().join(&file), &what);
                file
            }
            (Example::Words, _) if IN_WORDS.contains(&code.code) => continue,
            other => panic!("{}: {other:?}", code.code),
        };
        let report = checked(copy.path());
        let also = also(page);
        let located = report.located();
        let own = located.iter().filter(|fault| fault.code == code.code && fault.severity == code.severity);
        let reported_in = reported_in(page).unwrap_or(&file);
        let is_there = own.clone().any(|fault| fault.file == reported_in || fault.message.contains(reported_in));
        let others: Vec<_> =
            located.iter().filter(|fault| fault.code != code.code && !also.contains(fault.code)).collect();
        if !is_there || !others.is_empty() {
            wrong.push(format!("{}:\n{}", code.code, report.render()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_pages_name_the_limits_that_are_checked() {
    let (times, deals, powers) = (limits::TIMES, limits::DEALS, limits::CURVE_POWERS);
    let limits: [(&str, &[u64]); 14] = [
        ("WCW003", &[limits::FILE_BYTES as u64]),
        ("WCW039", &[limits::LIST as u64]),
        ("WCW034", &[limits::FAULTS as u64]),
        ("WCW035", &[limits::FOLDER_FILES as u64]),
        ("WCW036", &[limits::QUOTED_BYTES as u64]),
        ("WCW054", &[(*times.start()).into(), (*times.end()).into()]),
        ("WCW063", &[limits::INFERENCE_MOVES as u64]),
        ("WCW064", &[limits::INFERENCE_WORDS as u64]),
        ("WCW065", &[limits::FACE_WORDS as u64]),
        ("WCW082", &[*deals.start(), *deals.end()]),
        ("WCW084", &[limits::WEIGHTS.into()]),
        ("WCW087", &[limits::BRIEF_WORDS as u64]),
        ("WCW092", &[(*powers.start()).into(), (*powers.end()).into(), limits::MOST_POINTS.into()]),
        (
            "WCW130",
            &[
                limits::characters::NAME as u64,
                limits::characters::LABEL as u64,
                limits::characters::FULL_NAME as u64,
                limits::characters::CHOICE as u64,
                limits::characters::MARK as u64,
                limits::characters::COMMITMENT as u64,
            ],
        ),
    ];
    for (code, limits) in limits {
        let page = page(code).expect("it has a page").replace(',', "");
        let words: Vec<&str> = page.split(|c: char| !c.is_ascii_digit()).collect();
        for limit in limits {
            assert!(words.contains(&limit.to_string().as_str()), "{code} does not name {limit}");
        }
    }
}
