//! Warnings that an author allows on purpose, with the reason: those of a code, in the whole scenario or at some ids.

use super::warning;
use crate::scenario::codes;
use crate::scenario::diagnostic::{Diagnostic, Report, Severity};
use crate::scenario::draft::AllowDraft;
use crate::scenario::load::Draft;

/// Takes allowed warnings out of the report and counts them. Errors stay. Faults of an allowance are reported.
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
        // After errors some checks are skipped, and the warning may yet appear.
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

/// Whether a fault is allowed: it has the code, and is at one of the ids where the allowance names some.
fn is_meant(allowed: &AllowDraft, fault: &Diagnostic, report: &Report) -> bool {
    if fault.severity != Severity::Warning || fault.code != allowed.code.as_str() {
        return false;
    }
    let marked = fault.labels.first().map(|label| report.marked(label.place));
    let is_at = |id: &str| marked == Some(id) || fault.message.contains(&format!("\"{id}\""));
    allowed.at.is_empty() || allowed.at.iter().any(|id| is_at(id.as_str()))
}
