//! What to show about a saved game that was replayed.

use crate::language::arg;
use crate::negotiation::journal::Replayed;

use super::wording::Wording;

/// What has changed since the game was saved, one sentence each; empty if nothing has.
pub fn changes(wording: Wording<'_>, replayed: &Replayed) -> Vec<String> {
    let catalogue = wording.catalogue;
    let mut told = Vec::new();
    if replayed.scenario_changed {
        told.push(catalogue.msg("replay-scenario-changed"));
    }
    if replayed.rules_changed {
        told.push(catalogue.msg("replay-rules-changed"));
    }
    if let Some(step) = replayed.diverged {
        told.push(catalogue.msg_with("replay-diverged", &[arg("step", step + 1)]));
    }
    if let Some((step, because)) = &replayed.stopped {
        let args = [arg("step", step + 1), arg("because", because.to_string()), arg("rest", replayed.rest.len())];
        told.push(catalogue.msg_with("replay-stopped", &args));
    }
    if let Some(altered) = replayed.altered.as_ref().filter(|altered| !altered.is_empty()) {
        let what: Vec<String> = altered.iter().map(|claim| catalogue.msg(&format!("claim-{}", claim.key()))).collect();
        told.push(catalogue.msg_with("replay-altered", &[arg("what", what.join(", "))]));
    }
    told
}
