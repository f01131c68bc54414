//! A scenario in one file, without a record and without endings of its own; and the door for older formats.

use we_can_wait::library::fix::fix_from_older;
use we_can_wait::library::open::{self, Opened};
use we_can_wait::platform::Disk;
use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::diagnostic::Report;
use we_can_wait::scenario::folder::Folder;
use we_can_wait::scenario::migrate::{Edit, Migration};

const LADDER: &str = include_str!("../one_file/scenario.ron");

/// A folder that holds `scenario.ron` alone.
struct Single(String);

impl Folder for Single {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        Ok(if folder.is_empty() { vec!["scenario.ron".to_owned()] } else { Vec::new() })
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        Ok((file == "scenario.ron").then(|| self.0.clone().into_bytes()))
    }
}

fn examined(text: &str) -> (Option<Scenario>, Report) {
    let Opened { scenario, report, .. } = open::read(&Single(text.to_owned()));
    (scenario, report)
}

/// Codes of the faults with the words that are marked.
fn faults(report: &Report) -> Vec<(&'static str, String)> {
    let faults = report.diagnostics.iter();
    faults
        .map(|fault| {
            let marked = fault.labels.first().map_or("", |label| {
                let text = report.text(label.place.file);
                text.get(label.place.start as usize..label.place.end as usize).unwrap_or_default()
            });
            (fault.code, marked.to_owned())
        })
        .collect()
}

#[test]
fn one_file_without_record_source_room_and_endings_is_a_whole_scenario() {
    let (scenario, report) = examined(LADDER);
    assert_eq!(faults(&report), []);
    let scenario = scenario.expect("it has no faults");
    assert_eq!((scenario.moves.len(), scenario.record.len()), (2, 0));
    let seat = scenario.seat(scenario.seat_id("ann").expect("she sits"));
    assert_eq!(seat.report_as_it_was, None);
    assert!(seat.room.iter().all(|start| start.at == 50 && !start.because.is_empty()));
    assert_eq!(seat.endings.measures.len(), 4);
}

#[test]
fn a_fault_in_one_list_hides_none_in_another_nor_beside_it() {
    let text = LADDER
        .replace("act: Request, label", "act: Reqest, label")
        .replace("because: \"He gets nothing.\"", "becuse: \"He gets nothing.\"")
        .replace("topic: \"all\", words: Silence", "topic: \"al\", words: Silence");
    let (_, report) = examined(&text);
    let faults = faults(&report);
    let marked: Vec<&str> = faults.iter().map(|(_, marked)| marked.as_str()).collect();
    assert_eq!(marked, ["Reqest", "becuse", "al"]);
}

#[test]
fn a_fault_of_the_frame_hides_none_in_its_lists_and_misses_no_files() {
    let text = LADDER
        .replace("question: \"What was", "qestion: \"What was")
        .replace("act: Request, label", "act: Reqest, label");
    let (scenario, report) = examined(&text);
    assert!(scenario.is_none());
    let faults = faults(&report);
    let marked: Vec<&str> = faults.iter().map(|(_, marked)| marked.as_str()).collect();
    assert_eq!(marked, ["qestion", "Reqest"]);
}

#[test]
fn a_slip_that_makes_the_whole_file_unreadable_misses_no_file() {
    let (_, report) = examined(&LADDER.replace("title: \"The ladder\"", "title: \"The ladder"));
    let codes: Vec<_> = faults(&report).into_iter().map(|(code, _)| code).collect();
    assert!(!codes.is_empty());
    assert!(!codes.contains(&"WCW001") && !codes.contains(&"WCW007"), "{codes:?}");
}

#[test]
fn what_is_nowhere_is_missing() {
    let without = |from: &str, to: &str| {
        let (start, end) = (LADDER.find(from).unwrap(), LADDER.find(to).unwrap());
        format!("{}{}", &LADDER[..start], &LADDER[end..])
    };
    let (_, report) = examined(&without("  people: [", "  moves: ["));
    assert!(faults(&report).iter().any(|(code, _)| *code == "WCW001"));
    let (scenario, report) = examined(&without("  counterparts: [", "  values: ["));
    assert!(scenario.is_none());
    assert!(faults(&report).iter().any(|(code, _)| *code == "WCW001"));
}

#[test]
fn a_talk_with_a_record_needs_a_source_and_one_without_needs_none() {
    let (_, report) = examined(&LADDER.replace("speech: Invented, ", ""));
    let codes: Vec<_> = faults(&report).into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&"WCW001") && codes.contains(&"WCW007"), "{codes:?}");
    let (_, report) = examined(&LADDER.replace("speech: Invented", "speech: Inferred"));
    assert_eq!(faults(&report), []);
}

#[test]
fn a_work_that_is_cited_is_listed() {
    let text = LADDER
        .replace("speech: Invented", "speech: Inferred")
        .replacen("Judgement(\"she needs it\")", "Dossier(section: \"1\", keys: [\"F77\", \"F78\"], mark: 'F')", 1)
        .replacen("  people: [", "  bibliography: [Work(key: \"F77\", cites: \"A book\")],\n  people: [", 1);
    let (_, report) = examined(&text);
    assert_eq!(faults(&report), [("WCW095", "F78".to_owned())]);
}

#[test]
fn a_timing_needs_milestones_or_a_name() {
    let timed = LADDER
        .replace(
            "Position(id: \"lent\", name: \"lent today\")",
            "Position(id: \"lent\", name: \"lent\", timings: [Before])",
        )
        .replace("position: \"lent\"", "position: \"lent\", timing: Before");
    let (_, report) = examined(&timed);
    assert_eq!(faults(&report), [("WCW097", "lent".to_owned())]);
    let named = timed.replace("  parties: [", "  timings: [(Before, \"before noon\")],\n  parties: [");
    let (_, report) = examined(&named);
    assert_eq!(faults(&report), []);
}

/// A lift from a format that never was, in which the title was called a heading.
fn heading_to_title(file: &str, text: &str) -> Vec<Edit> {
    let headings = text.match_indices("heading:");
    let edit = |(at, word): (usize, &str)| Edit { bytes: at..at + word.len(), text: "title:".to_owned() };
    if file == "scenario.ron" { headings.map(edit).collect() } else { Vec::new() }
}

#[test]
fn an_older_format_is_migrated_by_edits_that_keep_comments() {
    let old = LADDER.replace("format: 1, id: \"ladder\", title:", "format: 0, id: \"ladder\", /* kept */ heading:");
    let lifts = [Migration { from: 0, edits: heading_to_title }];
    let Opened { scenario, report, .. } = open::read_from_older(&Single(old.clone()), &lifts);
    assert_eq!(faults(&report), []);
    assert_eq!(scenario.map(|s| (s.title, s.format)), Some(("The ladder".to_owned(), 1)));
    assert!(report.files.iter().any(|file| { file.text.contains("format: 1, id: \"ladder\", /* kept */ title:") }));
    // Without its step it is refused with words, at its number.
    let report = open::read_from_older(&Single(old), &[]).report;
    assert_eq!(faults(&report), [("WCW006", "0".to_owned())]);
}

#[test]
fn fixing_migrates_an_older_format_and_keeps_comments() {
    let old = LADDER.replace("format: 1, id: \"ladder\", title:", "format: 0, id: \"ladder\", /* kept */ heading:");
    let folder = tempfile::tempdir().expect("there is room for it");
    let file = folder.path().join("scenario.ron");
    std::fs::write(&file, &old).expect("it can be written");
    let lifts = [Migration { from: 0, edits: heading_to_title }];
    let tried = fix_from_older(&Disk, folder.path(), true, &lifts).expect("nothing is in the way");
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), old);
    assert!(tried.diff.contains("+  format: 1, id: \"ladder\", /* kept */ title:"));
    let mended = fix_from_older(&Disk, folder.path(), false, &lifts).expect("nothing is in the way");
    assert_eq!(mended.changes.len(), 1);
    let now = std::fs::read_to_string(&file).expect("it is there");
    assert_eq!(now, LADDER.replace("id: \"ladder\", title:", "id: \"ladder\", /* kept */ title:"));
}

#[test]
fn a_newer_format_is_refused_with_words_and_nothing_else_is_said() {
    let (scenario, report) = examined(&LADDER.replace("format: 1", "format: 2"));
    assert!(scenario.is_none());
    assert_eq!(faults(&report), [("WCW006", "2".to_owned())]);
    assert!(report.render().contains("newer program"));
}
