//! `quotes`: every quotation in a scenario with its place, its use and its verification.

use std::io::Write;

use serde::Serialize;

use crate::ports::Ports;
use crate::scenario::check::{Quoted, quotations};

use super::args::{Format, QuotesArgs};
use super::{FAULTY, Failure, OK, json};
use crate::library::open::Library;

/// A quotation in JSON output.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    quoted: &'a Quoted,
    place: String,
    verdict: &'static str,
}

/// Lists the quotations. Returns 0 if all are exact, and 1 otherwise.
///
/// # Errors
/// When there is no such scenario, it can't be read, or writing fails.
pub fn run(args: &QuotesArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let opened = Library::new(ports).examine(&args.scenario)?;
    let Some(draft) = &opened.draft else {
        return Err(Failure::Message(format!("{}{}: it cannot be read", opened.report.render(), args.scenario)));
    };
    let quotations = quotations(draft);
    let exact = quotations.iter().filter(|quoted| quoted.is_exact()).count();
    let shown: Vec<Shown<'_>> = quotations
        .iter()
        .map(|quoted| Shown { quoted, place: opened.report.at(quoted.place), verdict: quoted.verdict.key() })
        .collect();
    match args.format {
        Format::Json => json(&shown, out)?,
        Format::Text => {
            for Shown { quoted, place, verdict } in &shown {
                let Quoted { line, used, words, .. } = quoted;
                let speaker = quoted.speaker.as_deref().unwrap_or("-");
                writeln!(out, "{verdict:11} line {line:<4} {speaker:<11} {used}  ({place})\n            “{words}”")?;
            }
            let word = if quotations.len() == 1 { "quotation" } else { "quotations" };
            writeln!(out, "{} {word}, {exact} exact", quotations.len())?;
        }
    }
    Ok(if exact == quotations.len() { OK } else { FAULTY })
}
