//! Rewrites a file's expectations one by one, and leaves the rest of it as it is, including comments, layout and steps.

use std::ops::Range;

use ron::value::RawValue;
use serde::Deserialize;

use crate::scenario::load::ron_options;

use super::{Correction, expectation};
use crate::negotiation::script::{Expect, Play};

/// The expectations exactly as written in the file.
#[derive(Deserialize)]
#[serde(rename = "Play")]
struct Peek<'t> {
    #[serde(borrow, default)]
    expect: Option<Vec<&'t RawValue>>,
}

/// A replacement for a range of a text.
struct Edit {
    at: Range<usize>,
    text: String,
}

/// The text of a recorded game with its expectations corrected; `None` if that would change anything else.
pub fn corrected(text: &str, corrections: &[Correction]) -> Option<String> {
    let entries = entries(text)?;
    let mut edits: Vec<Edit> =
        corrections.iter().map(|correction| edit(text, &entries, correction)).collect::<Option<_>>()?;
    // Apply edits from the back, so that earlier offsets stay valid. The sort is stable, so insertions at one offset
    // keep their order.
    edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
    let mut corrected = text.to_owned();
    for edit in edits.into_iter().rev() {
        corrected.get(edit.at.clone())?;
        corrected.replace_range(edit.at, &edit.text);
    }
    same_except_expectations(text, &corrected).then_some(corrected)
}

/// The text of a recorded game with these expectations added, if it has none yet.
pub fn filled(text: &str, expect: &[Expect]) -> Option<String> {
    let lines: String = expect.iter().map(|expect| format!("    {},\n", expectation(expect))).collect();
    let list = format!("[\n{lines}  ]");
    let filled = match empty_list(text) {
        Some(at) => {
            let mut filled = text.to_owned();
            filled.replace_range(at, &list);
            filled
        }
        None => {
            let (before, after) = text.get(..end_of_play(text)?)?.rsplit_once(')')?;
            let rest = text.get(end_of_play(text)?..)?;
            let head = before.trim_end();
            let comma = if head.ends_with(',') { "" } else { "," };
            format!("{head}{comma}\n  expect: {list},\n){after}{rest}")
        }
    };
    same_except_expectations(text, &filled).then_some(filled)
}

/// Offset at which the file's value ends.
fn end_of_play(text: &str) -> Option<usize> {
    let raw: &RawValue = ron_options().from_str(text).ok()?;
    let written = raw.get_ron().trim_end();
    let start = offset(text, written)?;
    let inner = without_trailing_remarks(written);
    Some(start + inner.len())
}

/// Range of an empty list of expectations.
fn empty_list(text: &str) -> Option<Range<usize>> {
    #[derive(Deserialize)]
    #[serde(rename = "Play")]
    struct Whole<'t> {
        #[serde(borrow, default)]
        expect: Option<&'t RawValue>,
    }
    let whole: Whole<'_> = ron_options().from_str(text).ok()?;
    let written = whole.expect?.get_ron();
    let start = offset(text, written)?;
    let end = written.rfind(']')? + 1;
    let begin = written.find('[')?;
    Some(start + begin..start + end)
}

fn entries(text: &str) -> Option<Vec<Range<usize>>> {
    let peek: Peek<'_> = ron_options().from_str(text).ok()?;
    let entries = peek.expect.unwrap_or_default();
    entries
        .iter()
        .map(|raw| {
            let written = without_leading_remarks(raw.get_ron());
            let start = offset(text, written)?;
            Some(start..start + without_trailing_remarks(written).len())
        })
        .collect()
}

/// Byte offset of a slice within its text.
fn offset(text: &str, piece: &str) -> Option<usize> {
    let offset = piece.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    (offset <= text.len()).then_some(offset)
}

fn without_leading_remarks(mut written: &str) -> &str {
    loop {
        written = written.trim_start();
        let rest = if written.starts_with("//") {
            written.split_once('\n').map(|(_, rest)| rest)
        } else if written.starts_with("/*") {
            written.split_once("*/").map(|(_, rest)| rest)
        } else {
            None
        };
        match rest {
            Some(rest) => written = rest,
            None => return written,
        }
    }
}

/// One entry, without any comments after it.
fn without_trailing_remarks(written: &str) -> &str {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (at, c) in written.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return written.get(..at + 1).unwrap_or(written);
                }
            }
            c if depth == 0 && (c.is_whitespace() || c == '/') => {
                return written.get(..at).unwrap_or(written);
            }
            _ => {}
        }
    }
    written
}

fn edit(text: &str, entries: &[Range<usize>], correction: &Correction) -> Option<Edit> {
    Some(match correction {
        Correction::Replace(index, expect) => Edit { at: entries.get(*index)?.clone(), text: expectation(expect) },
        Correction::Remove(index) => Edit { at: whole_line(text, entries.get(*index)?.clone()), text: String::new() },
        Correction::Insert(index, expect) => match entries.get(*index) {
            Some(before) => Edit { at: before.start..before.start, text: format!("{},\n    ", expectation(expect)) },
            None => {
                let last = entries.last()?;
                Edit { at: last.end..last.end, text: format!(",\n    {}", expectation(expect)) }
            }
        },
    })
}

/// The range of an entry with its comma, extended to the whole line if nothing else is on it.
fn whole_line(text: &str, mut at: Range<usize>) -> Range<usize> {
    let after = text.get(at.end..).unwrap_or_default();
    let trimmed = after.trim_start();
    if trimmed.starts_with(',') {
        at.end += after.len() - trimmed.len() + 1;
    }
    let before = text.get(..at.start).unwrap_or_default();
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let after = text.get(at.end..).unwrap_or_default();
    let blank = after.len() - after.trim_start_matches([' ', '\t', '\r']).len();
    let alone = before.get(..before.len() - indent).is_some_and(|b| b.ends_with('\n'));
    if alone && after.get(blank..).is_some_and(|rest| rest.starts_with('\n')) {
        return at.start - indent..at.end + blank + 1;
    }
    at
}

/// Whether two files contain the same game, ignoring expectations.
fn same_except_expectations(one: &str, other: &str) -> bool {
    let game = |text: &str| {
        let play: Result<Play, _> = ron_options().from_str(text);
        play.ok().map(|play| Play { expect: Vec::new(), ..play })
    };
    let (one, other) = (game(one), game(other));
    one.is_some() && one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"// A remark (with a bracket) at the head.
Play(
  scenario: "s", seed: 1, length: "full", // a remark
  steps: [Say(speaker: "a", moves: ["m"])],
  expect: [
    // why this is here
    Spoken("m1"), // and why that
    NoReport,
    Given("r \\ (x"),   /* last */
  ],
)
// at the foot )
"#;

    #[test]
    fn only_the_corrected_expectations_change() {
        let corrections = [
            Correction::Replace(0, Expect::Spoken("m2".to_owned())),
            Correction::Remove(1),
            Correction::Insert(2, Expect::Given("new".to_owned())),
        ];
        let expected = FILE
            .replace("Spoken(\"m1\")", "Spoken(\"m2\")")
            .replace("    NoReport,\n", "")
            .replace("    Given(\"r", "    Given(\"new\"),\n    Given(\"r");
        assert_eq!(corrected(FILE, &corrections).as_deref(), Some(expected.as_str()));
    }

    #[test]
    fn entries_can_be_added_after_the_last_one_and_the_last_one_removed() {
        let at_end = corrected(FILE, &[Correction::Insert(3, Expect::NoReport)]).unwrap();
        assert!(at_end.contains("(x\"),\n    NoReport,   /* last */"), "{at_end}");
        let gone = corrected(FILE, &[Correction::Remove(2)]).unwrap();
        assert!(gone.contains("    NoReport,\n       /* last */\n  ],"), "{gone}");
    }

    #[test]
    fn a_file_without_expectations_gets_them_before_its_last_bracket() {
        let bare = "Play(scenario: \"s\", seed: 1, length: \"full\", steps: []) // end )\n";
        let full = filled(bare, &[Expect::NoReport]).unwrap();
        assert_eq!(
            full,
            "Play(scenario: \"s\", seed: 1, length: \"full\", steps: [],\n  expect: [\n    NoReport,\n  ],\n) // end )\n"
        );
        let empty = "Play(scenario: \"s\", seed: 1, length: \"full\", steps: [], expect: [ ])";
        let full = filled(empty, &[Expect::NoReport]).unwrap();
        assert!(full.ends_with("expect: [\n    NoReport,\n  ])"), "{full}");
    }
}
