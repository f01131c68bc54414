//! What an author lets pass on purpose, each time with the reason: warnings of a code, in the whole scenario or at some ids.

use crate::scenario::codes;
use crate::scenario::diagnostic::{Diagnostic, Report, Severity};
use crate::scenario::draft::AllowDraft;
use crate::scenario::load::Draft;

/// Takes out of the report what the scenario allows, and counts it. Errors stay. An allowance that is itself at fault is told.
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
        // Errors keep some checks from being made: what is not found then may yet be there.
        if report.diagnostics.len() == before && !report.has_errors() {
            let code = &allowed.code;
            let message = format!("there is no warning {code} here to be allowed");
            let help = "take the allowance away".to_owned();
            let fault = Diagnostic::warning("WCW134", message, code.place, Some(help));
            report.diagnostics.push(fault);
        }
    }
}

fn fault(allowed: &AllowDraft) -> Option<Diagnostic> {
    let code = &allowed.code;
    let warning = |number, message: String, help: &str| {
        Some(Diagnostic::warning(number, message, code.place, Some(help.to_owned())))
    };
    match codes::find(code.as_str()) {
        None => {
            let message = format!("there is no code \"{code}\"");
            warning("WCW133", message, "`we-can-wait explain` lists them all")
        }
        Some(known) if known.severity == Severity::Error => {
            let message = format!("{code} is an error, and errors cannot be allowed");
            warning("WCW133", message, "mend what it tells of")
        }
        Some(_) if allowed.why.trim().is_empty() => {
            let message = format!("nothing says why {code} is allowed");
            warning("WCW135", message, "fill why: \"...\"")
        }
        Some(_) => None,
    }
}

/// Whether a fault is one that is allowed: of its code, and at one of its ids where it names some.
fn is_meant(allowed: &AllowDraft, fault: &Diagnostic, report: &Report) -> bool {
    if fault.severity != Severity::Warning || fault.code != allowed.code.as_str() {
        return false;
    }
    let marked = fault.labels.first().map(|label| report.marked(label.place));
    let is_at = |id: &str| marked == Some(id) || fault.message.contains(&format!("\"{id}\""));
    allowed.at.is_empty() || allowed.at.iter().any(|id| is_at(id.as_str()))
}
