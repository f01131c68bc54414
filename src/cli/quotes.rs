//! `quotes`: every quotation in a scenario with its place, its use and its verification.

use std::io::Write;

use serde::Serialize;

use crate::ports::Ports;
use crate::scenario::check::{Quoted, quotations};

use super::args::{Format, QuotesArgs};
use super::{FAULTY, Failure, OK};
use crate::library::open::Library;

/// A quotation in JSON output.
#[derive(Debug, Serialize)]
struct Shown {
    source: String,
    line: u32,
    to_line: u32,
    speaker: Option<String>,
    words: String,
    used: String,
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
    let shown = |quoted: &Quoted| Shown {
        source: quoted.source.clone(),
        line: quoted.line,
        to_line: quoted.to_line,
        speaker: quoted.speaker.clone(),
        words: quoted.words.clone(),
        used: quoted.used.clone(),
        place: opened.report.at(quoted.place),
        verdict: quoted.verdict.key(),
    };
    match args.format {
        Format::Json => {
            let list: Vec<Shown> = quotations.iter().map(shown).collect();
            serde_json::to_writer_pretty(&mut *out, &list)?;
            writeln!(out)?;
        }
        Format::Text => {
            for quoted in quotations.iter().map(shown) {
                let speaker = quoted.speaker.as_deref().unwrap_or("-");
                let Shown { verdict, line, used, place, words, .. } = &quoted;
                writeln!(out, "{verdict:11} line {line:<4} {speaker:<11} {used}  ({place})\n            “{words}”")?;
            }
            let word = if quotations.len() == 1 { "quotation" } else { "quotations" };
            writeln!(out, "{} {word}, {exact} exact", quotations.len())?;
        }
    }
    Ok(if exact == quotations.len() { OK } else { FAULTY })
}
