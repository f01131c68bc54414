//! What to show about a saved game that was replayed.

use crate::language::arg;
use crate::negotiation::journal::Replayed;
use crate::negotiation::seal::Claim;

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
    told.extend(altered(wording, replayed.altered.as_deref().unwrap_or_default()));
    told
}

/// What was changed by hand in a save, and whether its digests were missing; one sentence each.
pub(super) fn altered(wording: Wording<'_>, altered: &[Claim]) -> Vec<String> {
    let catalogue = wording.catalogue;
    let changed = altered.iter().filter(|claim| **claim != Claim::Missing);
    let changed: Vec<String> = changed.map(|claim| catalogue.msg(&format!("claim-{}", claim.key()))).collect();
    let by_hand = catalogue.msg_with("replay-altered", &[arg("what", changed.join(", "))]);
    let missing = altered.contains(&Claim::Missing).then(|| catalogue.msg("replay-digests-missing"));
    (!changed.is_empty()).then_some(by_hand).into_iter().chain(missing).collect()
}
