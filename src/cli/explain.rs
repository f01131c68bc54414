//! `explain`: what a diagnostic's code means, with a bad and a good example.

use std::io;

use serde::Serialize;

use crate::scenario::codes::{CODES, Code, find, page};
use crate::scenario::diagnostic::Severity;
use crate::terminal::{Page, Role, Terminal};

use super::args::{ExplainArgs, Format};
use super::{Failure, OK, json};

/// How many similar codes to suggest for an unknown one.
const NEAR: usize = 5;

/// A code in JSON output.
#[derive(Debug, Serialize)]
struct Explained {
    #[serde(flatten)]
    code: &'static Code,
    /// The explanation, as Markdown.
    page: &'static str,
}

/// Explains a code, or lists them all.
///
/// # Errors
/// When there is no such code, or writing fails.
pub fn run(args: &ExplainArgs, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    let Some(asked) = &args.code else {
        list(args.format, out, width)?;
        return Ok(OK);
    };
    let code = named(asked).ok_or_else(|| Failure::Message(unknown(asked)))?;
    let text = page(code.code).unwrap_or_default();
    match args.format {
        Format::Json => {
            json(&Explained { code, page: text }, out)?;
        }
        Format::Text => print(text, &mut Page::new(out, width))?,
    }
    Ok(OK)
}

fn list(format: Format, out: &mut dyn Terminal, width: usize) -> Result<(), Failure> {
    if format == Format::Json {
        return json(&CODES, out);
    }
    let mut page = Page::new(out, width);
    for code in CODES {
        page.item(Role::Plain, 0, &format!("{}  ", code.code), &line(code))?;
    }
    page.blank()?;
    page.paragraph(Role::Quiet, 0, "`we-can-wait explain CODE` prints the page of one, with examples.")?;
    Ok(())
}

fn line(code: &Code) -> String {
    match code.severity {
        Severity::Error => code.title.to_owned(),
        Severity::Warning => format!("{} (warning)", code.title),
    }
}

/// The number in a code as people type it.
fn number(asked: &str) -> Option<u32> {
    let asked = asked.trim().to_ascii_lowercase();
    let digits = asked.strip_prefix("wcw").unwrap_or(&asked).trim_start_matches(['-', '_', ' ']);
    digits.parse().ok()
}

/// Finds the code for "WCW046", "wcw46" or "46".
fn named(asked: &str) -> Option<&'static Code> {
    find(&format!("WCW{:03}", number(asked)?))
}

fn unknown(asked: &str) -> String {
    let mut near: Vec<(u32, &Code)> = CODES
        .iter()
        .map(|code| {
            let distance = match (number(asked), number(code.code)) {
                (Some(asked), Some(known)) => asked.abs_diff(known),
                _ => 0,
            };
            (distance, code)
        })
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    let near: Vec<String> =
        near.iter().take(NEAR).map(|(_, code)| format!("  {}  {}", code.code, line(code))).collect();
    let known = if number(asked).is_some() { "the nearest are" } else { "a code is written like" };
    format!("there is no code \"{asked}\"; {known}:\n{}\n`we-can-wait explain` lists them all", near.join("\n"))
}

/// Prints Markdown: headings, paragraphs, and code blocks verbatim.
fn print(markdown: &str, page: &mut Page<'_>) -> io::Result<()> {
    let mut inside = false;
    let mut paragraph = String::new();
    for line in markdown.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if inside {
            page.raw(&format!("    {line}"))?;
        } else if let Some(heading) = line.strip_prefix("# ").or(line.strip_prefix("## ")) {
            page.heading(heading)?;
        } else if line.is_empty() {
            flush(&mut paragraph, page)?;
            page.blank()?;
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    }
    flush(&mut paragraph, page)
}

fn flush(paragraph: &mut String, page: &mut Page<'_>) -> io::Result<()> {
    if !paragraph.is_empty() {
        page.paragraph(Role::Plain, 0, paragraph)?;
        paragraph.clear();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_typed() {
        for asked in ["WCW046", "wcw46", "46", "046", " wcw-46 ", "Wcw_046"] {
            assert_eq!(named(asked).map(|code| code.code), Some("WCW046"), "{asked}");
        }
        for asked in ["", "WCW", "four", "9999999999", "-"] {
            assert!(named(asked).is_none(), "{asked}");
        }
    }

    #[test]
    fn an_unknown_code_suggests_similar_ones() {
        let told = unknown("wcw72");
        assert!(told.contains("WCW071"), "{told}");
        assert!(unknown("help").contains("written like"));
    }
}
