//! Warnings the author has chosen to allow, with a reason: those with a given code, everywhere or only at certain ids.

use super::warning;
use crate::scenario::codes;
use crate::scenario::diagnostic::{Diagnostic, Report, Severity};
use crate::scenario::draft::AllowDraft;
use crate::scenario::load::Draft;

/// Removes allowed warnings from the report and counts them. Errors stay. Reports allowances that are themselves
/// faulty.
pub fn allow(draft: &Draft, report: &mut Report) {
    for allowed in &draft.scenario.allow {
        let before = report.diagnostics.len();
        if let Some(fault) = fault(allowed) {
            report.diagnostics.push(fault);
            continue;
        }
        let kept = std::mem::take(&mut report.diagnostics);
        let (passed, kept): (Vec<_>, Vec<_>) = kept.into_iter().partition(|fault| is_meant(allowed, fault, report));
        report.diagnostics = kept;
        report.allowed += passed.len();
        // Errors cause some checks to be skipped, so the warning may still turn up once they are fixed.
        if report.diagnostics.len() == before && !report.has_errors() {
            let code = &allowed.code;
            let message = format!("{code} is allowed here, but there is no such warning");
            report.diagnostics.push(warning("WCW134", code.place, message, "remove the allowance"));
        }
    }
}

fn fault(allowed: &AllowDraft) -> Option<Diagnostic> {
    let code = &allowed.code;
    let fault = |number, message, help| Some(warning(number, code.place, message, help));
    match codes::find(code.as_str()) {
        None => {
            let message = format!("there is no code \"{code}\"");
            fault("WCW133", message, "run `we-can-wait explain` for a list")
        }
        Some(known) if known.severity == Severity::Error => {
            let message = format!("{code} is an error, and errors cannot be allowed");
            fault("WCW133", message, "fix the error")
        }
        Some(_) if allowed.why.trim().is_empty() => {
            let message = format!("{code} is allowed without a reason");
            fault("WCW135", message, "fill in why: \"...\"")
        }
        Some(_) => None,
    }
}

/// Whether an allowance covers a fault: same code and, if the allowance names ids, at one of them.
fn is_meant(allowed: &AllowDraft, fault: &Diagnostic, report: &Report) -> bool {
    if fault.severity != Severity::Warning || fault.code != allowed.code.as_str() {
        return false;
    }
    let marked = fault.labels.first().map(|label| report.marked(label.place));
    let is_at = |id: &str| marked == Some(id) || fault.message.contains(&format!("\"{id}\""));
    allowed.at.is_empty() || allowed.at.iter().any(|id| is_at(id.as_str()))
}
