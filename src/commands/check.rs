//! `check`: every fault of a scenario in one run.

use std::io::Write;

use serde::Serialize;

use crate::scenario::check::deals;
use crate::scenario::diagnostic::{Located, Severity};

use super::args::{CheckArgs, Format};
use super::{FAILED, FAULTY, Failure, OK, open};

/// One checked path, for programs.
#[derive(Debug, Serialize)]
struct Checked {
    path: String,
    deals: Option<u64>,
    errors: usize,
    warnings: usize,
    faults: Vec<Located>,
    problem: Option<String>,
}

/// Checks. Returns the exit code: 0 clean, 1 faults, 2 when something is no scenario at all.
///
/// # Errors
/// When output fails.
pub fn run(args: &CheckArgs, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut code = OK;
    let mut all = Vec::new();
    for path in &args.paths {
        let opened = match open::examine(path) {
            Ok(opened) => opened,
            Err(error) => {
                code = code.max(FAILED);
                if args.format == Format::Text {
                    writeln!(out, "{error}")?;
                }
                all.push(Checked {
                    path: path.clone(),
                    deals: None,
                    errors: 1,
                    warnings: 0,
                    faults: Vec::new(),
                    problem: Some(error.to_string()),
                });
                continue;
            }
        };
        let count = |severity| {
            opened
                .report
                .diagnostics
                .iter()
                .filter(|d| d.severity == severity)
                .count()
        };
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        if errors > 0 {
            code = code.max(FAULTY);
        }
        let deals = opened.draft.as_ref().map(deals);
        if args.format == Format::Text {
            write!(out, "{}", opened.report.render())?;
            let deals = deals.map_or_else(String::new, |deals| format!(", {deals} deals"));
            let many = |count: usize, what: &str| match count {
                1 => format!("1 {what}"),
                _ => format!("{count} {what}s"),
            };
            let (errors, warnings) = (many(errors, "error"), many(warnings, "warning"));
            writeln!(out, "{path}: {errors}, {warnings}{deals}")?;
        }
        all.push(Checked {
            path: path.clone(),
            deals,
            errors,
            warnings,
            faults: opened.report.located(),
            problem: None,
        });
    }
    if args.format == Format::Json {
        serde_json::to_writer_pretty(&mut *out, &all)?;
        writeln!(out)?;
    }
    Ok(code)
}
