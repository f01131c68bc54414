//! `check`: finds every problem in a scenario, and applies the safe fixes.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use crate::library::embedded;
use crate::ports::Ports;
use crate::scenario::check::deals;
use crate::scenario::diagnostic::{Located, Report, Severity};
use crate::scenario::fix::Change;
use crate::scenario::render::Piece;
use crate::terminal::Terminal;

use super::args::{CheckArgs, CheckFormat};
use super::{FAILED, FAULTY, Failure, OK, json};
use crate::library::fix::fix;
use crate::library::open::{Library, Opened};

/// The results for one path, in JSON output.
#[derive(Debug, Serialize)]
struct Checked {
    path: String,
    deals: Option<u64>,
    errors: usize,
    warnings: usize,
    faults: Vec<Located>,
    problem: Option<String>,
    /// What `--fix` changed, or would change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Change>,
}

/// Checks scenarios. Returns the exit code: 0 without errors, 1 with errors, 2 if a path is not a scenario.
///
/// # Errors
/// When writing fails.
pub fn run(args: &CheckArgs, ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    let mut code = OK;
    let mut all = Vec::new();
    for path in paths(args, ports) {
        let checked = match one(&path, args, ports, out, width)? {
            Ok(checked) => checked,
            Err(problem) => {
                if args.format != CheckFormat::Json {
                    writeln!(out, "{problem}")?;
                }
                code = code.max(FAILED);
                Checked {
                    path,
                    deals: None,
                    errors: 1,
                    warnings: 0,
                    faults: Vec::new(),
                    problem: Some(problem),
                    changes: Vec::new(),
                }
            }
        };
        if checked.errors > 0 {
            code = code.max(FAULTY);
        }
        all.push(checked);
    }
    if args.format == CheckFormat::Json {
        json(&all, out)?;
    }
    Ok(code)
}

/// The paths to check: those named, else the scenario in this folder, else every scenario known by name.
fn paths(args: &CheckArgs, ports: &Ports) -> Vec<String> {
    if !args.paths.is_empty() {
        args.paths.clone()
    } else if Path::new("scenario.ron").is_file() {
        vec![".".to_owned()]
    } else {
        let built_in = embedded::names();
        let own = Library::new(ports).own_names();
        let own = own.into_iter().filter(|name| !built_in.contains(name));
        built_in.iter().cloned().chain(own).collect()
    }
}

/// Checks one scenario. The inner error says why the path is not a scenario.
fn one(
    path: &str,
    args: &CheckArgs,
    ports: &Ports,
    out: &mut dyn Terminal,
    width: usize,
) -> Result<Result<Checked, String>, Failure> {
    let library = Library::new(ports);
    let mut changes = Vec::new();
    let mut diff = String::new();
    let place = match library.find(path) {
        Ok(place) => place,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let opened = if args.fix {
        let Some(folder) = place.folder() else {
            return Ok(Err(format!(
                "the scenario \"{path}\" is built into the program and can't be changed; make a copy with `we-can-wait new FOLDER --like {path}` and fix that"
            )));
        };
        let fixed = match fix(ports.storage.as_ref(), folder, args.dry_run) {
            Ok(fixed) => fixed,
            Err(problem) => return Ok(Err(problem)),
        };
        changes = fixed.changes;
        diff = fixed.diff;
        fixed.opened
    } else {
        library.examine_at(&place)
    };
    let Opened { draft, report, .. } = opened;
    let deals = draft.as_ref().map(deals);
    let (errors, warnings) = counts(&report);
    match args.format {
        CheckFormat::Json => {}
        CheckFormat::Short => {
            // Editors need a path: the one given if it is a folder, otherwise the scenario's folder.
            let folder = place.folder().filter(|_| !Path::new(path).is_dir());
            let folder = folder.map_or_else(|| path.to_owned(), |f| f.display().to_string());
            short(&folder, &report, out)?;
        }
        CheckFormat::Text => {
            if args.dry_run {
                write!(out, "{diff}")?;
            }
            print_changes(&changes, args.dry_run, out)?;
            for piece in report.pieces(width) {
                match piece {
                    Piece::Text(text) => out.write_all(text.as_bytes())?,
                    // The stream removes colours where they aren't wanted.
                    Piece::Colour(colour) => out.control(&colour)?,
                }
            }
            writeln!(out, "{}", summary(path, &report, errors, warnings, deals))?;
        }
    }
    Ok(Ok(Checked { path: path.to_owned(), deals, errors, warnings, faults: report.located(), problem: None, changes }))
}

fn counts(report: &Report) -> (usize, usize) {
    let of = |severity| {
        let faults = report.diagnostics.iter();
        faults.filter(|d| d.severity == severity).count()
    };
    (of(Severity::Error), of(Severity::Warning))
}

fn many(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}

fn summary(path: &str, report: &Report, errors: usize, warnings: usize, deals: Option<u64>) -> String {
    let deals = deals.map_or_else(String::new, |deals| format!(", {deals} deals"));
    let (errors, warnings) = (many(errors, "error"), many(warnings, "warning"));
    let fixes = report.diagnostics.iter().filter(|d| d.fix.is_some()).count();
    let fixes = match fixes {
        0 => String::new(),
        _ => format!("; check --fix fixes {fixes} of them"),
    };
    let allowed = match report.allowed {
        0 => String::new(),
        count => format!(" ({count} allowed)"),
    };
    format!("{path}: {errors}, {warnings}{allowed}{deals}{fixes}")
}

/// Prints one line for each problem, starting with its path, so that editors can jump there.
fn short(path: &str, report: &Report, out: &mut dyn Write) -> Result<(), Failure> {
    let folder = path.trim_end_matches(['/', '\\']);
    for fault in report.located() {
        let file = if fault.file.is_empty() { folder.to_owned() } else { format!("{folder}/{}", fault.file) };
        let severity = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut message = fault.message;
        if let Some(help) = fault.help {
            message.push_str(&format!(" ({help})"));
        }
        let message: Vec<&str> = message.split_whitespace().collect();
        writeln!(out, "{file}:{}:{}: {severity}[{}]: {}", fault.line, fault.column, fault.code, message.join(" "))?;
    }
    Ok(())
}

fn print_changes(changes: &[Change], dry_run: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let did = if dry_run { "would fix" } else { "fixed" };
    for change in changes {
        writeln!(out, "{did} {}:{}: {}: {} → {}", change.file, change.line, change.code, change.old, change.new)?;
    }
    if !changes.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}
