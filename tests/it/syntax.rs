//! Every commitment of the hand in a file is told in words a historian understands, at its place.

use crate::common::broken::Broken;
use we_can_wait::scenario::render::Look;

/// A commitment: what stands in the file of the base scenario, what is written instead, the code, the marked words, and words of the
/// message.
type CommitmentView = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// In moves.ron of the base scenario.
const SLIPS: &[CommitmentView] = &[
    // Marks that look right.
    ("label: \"Thank them and leave\"", "label: “Thank them and leave”", "WCW011", "“Thank them and leave”", "curly"),
    ("label: \"Thank them and leave\"", "label: \"Thank them and leave”", "WCW011", "”", "curly"),
    ("label: \"Thank them and leave\"", "label: “Thank them and leave\"", "WCW011", "“Thank them and leave\"", "curly"),
    ("label: \"Thank them and leave\"", "label: „Thank them and leave“", "WCW011", "„Thank them and leave“", "curly"),
    ("label: \"Thank them and leave\"", "label: «Thank them and leave»", "WCW011", "«Thank them and leave»", "curly"),
    ("id: \"leave\", issue", "id:\u{a0}\"leave\", issue", "WCW012", "\u{a0}", "not an ordinary one"),
    ("id: \"leave\", issue", "id: \"leave\",\u{200b} issue", "WCW012", "\u{200b}", "cannot be seen"),
    ("id: \"leave\", issue", "id: \"leave\",\u{feff} issue", "WCW012", "\u{feff}", "cannot be seen"),
    // Quotation marks.
    (
        "label: \"Thank them and leave\"",
        "label: \"Thank them and leave",
        "WCW013",
        "\"Thank them and leave,",
        "closing quotation mark",
    ),
    ("label: \"Thank them and leave\"", "label: Thank them and leave\"", "WCW010", "Thank", "quotation marks"),
    ("label: \"Offer a toll", "label: \"Offer a \"toll\"", "WCW013", "\"toll", "ends the text"),
    ("label: \"Thank them and leave\"", "label: 'Thank them and leave'", "WCW014", "'Thank them and leave'", "double"),
    ("label: \"Thank them", "label: \"Thank \\them", "", "", ""),
    ("label: \"Thank them", "label: \"Thank \\qhem", "WCW010", "\\q", "backslash"),
    // Other ways of writing.
    ("// What Anna", "# What Anna", "WCW014", "# What Anna asked first.", "two slashes"),
    ("act: Adjourn", "\"act\": Adjourn", "WCW014", "\"act\"", "without quotation marks"),
    ("act: Adjourn", "act = Adjourn", "WCW014", "=", "colon"),
    ("act: Adjourn,", "act: Adjourn;", "WCW014", ";", "semicolon"),
    ("act: Adjourn", "act: \"Adjourn\"", "WCW014", "\"Adjourn\"", "without quotation marks"),
    ("act: Adjourn,", "act: Adjourn, idea: null,", "WCW014", "null", "left out"),
    (
        "asks: Clause(issue: \"ford\", position: \"winter\"),",
        "asks: Clause{issue: \"ford\", position: \"winter\"},",
        "WCW014",
        "{",
        "round brackets",
    ),
    // Names.
    ("label: \"Thank", "lable: \"Thank", "WCW015", "lable", "Move has no field \"lable\""),
    ("label: \"Thank", "speaker: \"anna\", label: \"Thank", "WCW015", "speaker", "Move has no field"),
    ("asks: Clause(issue: \"ford\"", "asks: Clause(isue: \"ford\"", "WCW015", "isue", "a Clause has no field \"isue\""),
    ("act: Adjourn", "act: adjourn", "WCW016", "adjourn", "none of the words"),
    ("act: Adjourn", "act: Leave", "WCW016", "Leave", "none of the words"),
    ("words: Record([\"m5\"])", "words: Rekord([\"m5\"])", "WCW016", "Rekord", "none of the words"),
    ("asks: Clause(issue: \"ford\"", "asks: Claus(issue: \"ford\"", "WCW016", "Claus", "a Clause is needed"),
    ("label: \"Thank them and leave\",", "", "WCW017", "Move(", "no field \"label\""),
    ("bar: Trust, by: 2,", "bar: Trust,", "WCW017", "Bar(", "no field \"by\""),
    ("act: Adjourn,", "act: Adjourn, act: Offer,", "WCW018", "act", "second time"),
    // Commas, colons, brackets.
    ("label: \"Thank them and leave\",", "label: \"Thank them and leave\"", "WCW019", "\"", "comma"),
    ("act: Adjourn,", "act: Adjourn,,", "WCW019", ",", "comma too many"),
    ("act: Adjourn,", "act Adjourn,", "WCW019", "act", "colon"),
    ("words: Record([\"m5\"]),", "words: Record([\"m5\"),", "WCW019", ")", "] is needed before )"),
    ("words: Record([\"m5\"]),", "words: Record([\"m5\"]],", "WCW019", "]", ") is needed before ]"),
    ("words: Record([\"m5\"]),", "words: Record([\"m5\"])),", "WCW019", ")", "more follows"),
    ("words: Record([\"m5\"]),", "words: Record([\"m5\"],", "WCW019", "indirect", "has to be closed"),
    ("// What Anna asked", "/* What Anna asked", "WCW019", "/*", "never ends"),
    // Values.
    ("id: \"leave\"", "id: leave", "WCW010", "leave", "quotation marks"),
    ("id: \"leave\"", "id: 7", "WCW010", "7", "quotation marks"),
    ("id: \"leave\"", "id: [\"leave\"]", "WCW010", "[", "quotation marks"),
    ("by: 2,", "by: \"2\",", "WCW010", "\"2\"", "number"),
    ("by: 2,", "by: two,", "WCW010", "two", "number"),
    ("by: 2,", "by: 2.5,", "WCW010", "2.5", "whole"),
    ("by: 2,", "by: 2000,", "WCW010", "2000", "too large"),
    (
        "by: 2,",
        "by: 99999999999999999999999999999999999999999999,",
        "WCW010",
        "99999999999999999999999999999999999999999999",
        "too large",
    ),
    ("by: 2,", "by: ,", "WCW010", ",", "number"),
    ("label: \"Thank them and leave\"", "label: leave", "WCW010", "leave", "quotation marks"),
    ("label: \"Thank them and leave\"", "label: 5", "WCW010", "5", "quotation marks"),
    ("label: \"Thank them and leave\"", "label: [\"Thank\"]", "WCW010", "[", "text"),
    ("words: Record([\"m5\"])", "words: Record(\"m5\")", "WCW010", "\"m5\"", "list"),
    ("words: Record([\"m5\"])", "words: \"m5\"", "WCW010", "\"m5\"", ""),
    ("asks: Clause(issue: \"ford\", position: \"winter\")", "asks: \"all\"", "WCW010", "\"all\"", "a Clause is needed"),
];

#[test]
fn every_slip_has_its_code_its_place_and_plain_words() {
    let mut wrong = Vec::new();
    for (good, bad, code, marked, words) in SLIPS {
        let broken = Broken::base().with("moves.ron", good, bad);
        let report = broken.report();
        let first = report.diagnostics.first();
        let found = first.map(|fault| {
            let at = fault.labels.first().map(|label| label.place);
            let text = at.map(|at| report.text(at.file)[report.clamp(at)].to_owned());
            (fault.code, text.unwrap_or_default(), fault.message.clone())
        });
        let right = match &found {
            None => code.is_empty(),
            Some((found, text, message)) => {
                found == code && (text == marked || marked.is_empty()) && message.contains(words)
            }
        };
        let alone = report.diagnostics.len() <= 1;
        if !right || !alone {
            wrong.push(format!("{bad}: {found:?}\n{}", report.render()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_text_with_escapes_has_its_place() {
    let report = Broken::base()
        .with("record.ron", "May our cattle cross the ford?", "May our \\\"cattle\\\" cross the ford?")
        .with("record.ron", "words: \"And we thank you for the bread.\"", "words: r#\"And we thank you for all.\"#")
        .report();
    let marked: Vec<&str> = report
        .diagnostics
        .iter()
        .filter_map(|fault| fault.labels.first())
        .map(|label| &report.text(label.place.file)[report.clamp(label.place)])
        .collect();
    assert_eq!(marked, ["May our \\\"cattle\\\" cross the ford?", "And we thank you for all."], "{}", report.render());
}

#[test]
fn a_long_line_is_cut_around_the_mark_and_keeps_its_column() {
    let long = "\u{5e73}\u{548c} and so on, ".repeat(30);
    let report = Broken::base()
        .with(
            "record.ron",
            "about: \"leave\",\n    quotes: [Quote(line: 7, words",
            &format!("about: \"{long}\", quotes: [Quote(line: 77, words"),
        )
        .report();
    let fault = &report.located()[0];
    let drawn = report.drawn(Look { width: 80, colour: false });
    assert!(drawn.contains(&format!("record.ron:{}:{}", fault.line, fault.column)), "{drawn}");
    assert!(fault.column > 400 && drawn.contains("…") && drawn.contains("And we thank you"), "{drawn}");
    for line in drawn.lines() {
        let width: usize = line.chars().map(|c| if c > '\u{2e80}' { 2 } else { 1 }).sum();
        assert!(width <= 80, "{width}: {line}");
    }
}

#[test]
fn what_stands_in_a_file_does_not_steer_the_terminal() {
    let report = Broken::base()
        .with("record.ron", "words: \"May our", "words: \"\u{1b}[2J\u{9b}2JMay our")
        .with("moves.ron", "act: Adjourn", "act: Adjo\u{1b}[2Jurn")
        .report();
    let drawn = report.render();
    assert!(!drawn.chars().any(|c| c.is_control() && c != '\n'), "{drawn:?}");
}

#[test]
fn no_word_of_the_trade_reaches_an_author() {
    for (good, bad, ..) in SLIPS {
        let report = Broken::base().with("moves.ron", good, bad).report();
        let told = report.render().to_lowercase();
        for word in ["expected", "enum", "struct", "parse", "deserial", "identifier", "integer", "boolean", "variant"] {
            assert!(!told.contains(word), "{word}: {told}");
        }
    }
}

#[test]
fn one_broken_entry_hides_no_other() {
    let report = Broken::base()
        .with("moves.ron", "label: \"Ask that", "label: “Ask that")
        .with("moves.ron", "issue: \"ford\", act: Question", "issue: \"ford\" act: Question")
        .with("moves.ron", "words: Own(reasoned_from: [Entry(\"m4\")]),", "words: Own(reasoned_from: [Entry(\"m4\"]),")
        .with("moves.ron", "label: \"Thank them", "lable: \"Thank them")
        .report();
    let codes: Vec<&str> = report.diagnostics.iter().map(|fault| fault.code).collect();
    assert_eq!(codes, ["WCW011", "WCW019", "WCW019", "WCW015"], "{}", report.render());
}

#[test]
fn a_file_that_is_not_there_or_cannot_be_read_is_one_fault_and_not_one_for_each_name_in_it() {
    let mut wrong = Vec::new();
    for file in [
        "people.ron",
        "record.ron",
        "moves.ron",
        "stances.ron",
        "replies.ron",
        "glossary.ron",
        "values/upper.ron",
        "endings.ron",
        "counterpart.ron",
        "sources/minutes.source.ron",
    ] {
        for text in ["", "[Move(", "\u{0}"] {
            let mut broken = Broken::base();
            broken.0.insert(file.to_owned(), text.as_bytes().to_vec());
            let report = broken.report();
            if report.diagnostics.len() != 1 {
                wrong.push(format!("{file} {text:?}\n{}", report.render()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_slip_in_a_form_of_its_own_file_is_told_with_the_form() {
    let cases = [
        ("scenario.ron", "report_after: 2", "report_afer: 2", "WCW015"),
        (
            "values/upper.ron",
            "points: (80, 100, 100), source: Entry(\"m1\")",
            "points: (80, 100), source: Entry(\"m1\")",
            "WCW010",
        ),
        ("people.ron", "mark: 'U'", "mark: \"U\"", "WCW010"),
        ("people.ron", "mark: 'U'", "mark: U", "WCW010"),
        ("endings.ron", "contradiction_costs: 8", "contradiction_costs: -8", "WCW010"),
        ("counterpart.ron", "closes_talk: true", "closes_talk: yes", "WCW014"),
        ("counterpart.ron", "closes_talk: true", "closes_talk: \"true\"", "WCW010"),
        ("counterpart.ron", "closes_talk: true", "closes_talk: 1", "WCW010"),
    ];
    for (file, good, bad, code) in cases {
        let report = Broken::base().with(file, good, bad).report();
        let codes: Vec<&str> = report.diagnostics.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [code], "{bad}\n{}", report.render());
    }
}
