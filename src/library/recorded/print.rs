//! Prints a recorded game as text for an author to read and edit.

use std::fmt::Write as _;

use ron::ser::PrettyConfig;
use serde::Serialize;

use crate::negotiation::script::{Expect, Play, Step};

/// Widest line of a list before it is wrapped, in characters.
const WIDEST: usize = 120;

/// The text of a recorded game's file: the remarks as comments at the top, one per line, then the fields in their usual
/// order.
///
/// # Errors
/// Fails only if the serialiser does; no recorded game is known to cause this.
pub fn print(play: &Play, remarks: &[String]) -> Result<String, ron::Error> {
    let mut text = String::new();
    for remark in remarks.iter().flat_map(|remark| remark.lines()) {
        text.push_str(format!("// {remark}").trim_end());
        text.push('\n');
    }
    text.push_str("Play(\n");
    let mut field = |name: &str, value: String| {
        // Writing to a string can't fail.
        let _ = writeln!(text, "  {name}: {value},");
    };
    field("scenario", one_line(&play.scenario)?);
    if let Some(seat) = &play.seat {
        field("seat", one_line(seat)?);
    }
    field("seed", one_line(&play.seed)?);
    field("length", one_line(&play.length)?);
    if let Some(style) = &play.style {
        field("style", one_line(style)?);
    }
    if !play.room.is_empty() {
        field("room", one_line(&play.room)?);
    }
    let steps: Vec<String> = play.steps.iter().map(step).collect::<Result<_, _>>()?;
    field("steps", list(&steps));
    let expected: Vec<String> = play.expect.iter().map(expectation).collect();
    field("expect", list(&expected));
    text.push_str(")\n");
    Ok(text)
}

/// An expectation as it is written in a file.
pub fn expectation(expect: &Expect) -> String {
    let line = one_line(expect).unwrap_or_else(|error| format!("// {error}"));
    match expect {
        Expect::Shown(ids) if line.chars().count() + 4 > WIDEST => broken("Shown([", ids, "])"),
        Expect::Heard { after, given } if line.chars().count() + 4 > WIDEST => {
            broken(&format!("Heard(after: {after}, given: ["), given, "])")
        }
        _ => line,
    }
}

/// A list of ids wrapped over several lines, each as full as possible.
fn broken(head: &str, ids: &[String], foot: &str) -> String {
    let mut text = head.to_owned();
    let mut width = WIDEST;
    for id in ids {
        // Ids contain no characters that need escaping.
        let item = format!("\"{id}\",");
        if width + item.len() + 1 > WIDEST {
            text.push_str("\n      ");
            width = 6;
        } else {
            text.push(' ');
            width += 1;
        }
        width += item.len();
        text.push_str(&item);
    }
    text + "\n    " + foot
}

fn step(step: &Step) -> Result<String, ron::Error> {
    let Step::Package(clauses) = step else {
        return one_line(step);
    };
    let clauses: Vec<String> = clauses.iter().map(one_line).collect::<Result<_, _>>()?;
    let lines: String = clauses.iter().map(|clause| format!("      {clause},\n")).collect();
    Ok(format!("Package([\n{lines}    ])"))
}

fn list(items: &[String]) -> String {
    if items.is_empty() {
        return "[]".to_owned();
    }
    let lines: String = items.iter().map(|item| format!("    {item},\n")).collect();
    format!("[\n{lines}  ]")
}

fn one_line<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    let config = PrettyConfig::new()
        .struct_names(true)
        .compact_arrays(true)
        .compact_structs(true)
        .compact_maps(true)
        .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
    let text = ron::ser::to_string_pretty(value, config)?;
    // The serialiser names the extension at the top, but these files are always read with it.
    Ok(match text.split_once(")]") {
        Some((head, rest)) if head.starts_with("#![enable(") => rest.trim_start().to_owned(),
        _ => text,
    })
}
