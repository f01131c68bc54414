//! Finds figures of a scenario that are probably mistakes: no deal suits every party because of a linkage or a
//! reservation value, or no deal suits an audience that has to ratify.

use crate::negotiation::value::verdict;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::draft::{AudienceDraft, ValuesDraft};
use crate::scenario::limits::DEALS;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;
use crate::scenario::resolved::{Audience, Scenario};

use super::count::zone;
use super::space::{Party, Space};
use super::weighing::{combinations, issues_of};

/// The trust at home at which audiences accept most.
const HOME: u8 = 100;

/// Reports each fault at its cause. Uses the middle of each range, except for reservation values, where it uses the
/// lowest.
pub fn faults(draft: &Draft, scenario: &Scenario) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let written: Vec<Option<&ValuesDraft>> = scenario
        .values
        .iter()
        .map(|values| {
            let party = &scenario.party(values.party).id;
            draft.values.iter().find(|v| v.party.as_str() == party)
        })
        .collect();
    if scenario.deals_in_space() > *DEALS.end() {
        return faults;
    }
    if let Ok(mut space) = Space::of(scenario) {
        for (party, values) in space.parties.iter_mut().zip(&scenario.values) {
            party.reservation = i64::from(values.reservation.low);
        }
        agreement(&space, &written, &mut faults);
    }
    for (values, written) in scenario.values.iter().zip(&written) {
        let audiences = written.map_or(&[][..], |written| written.audiences.as_slice());
        for (audience, draft) in values.audiences.iter().zip(audiences) {
            if audience.ratifies && !can_accept(scenario, audience) {
                faults.push(cannot_ratify(draft));
            }
        }
    }
    faults
}

/// Whether some deal leaves each of these parties at least as well off as no deal.
fn agree(space: &Space, parties: Vec<Party>) -> bool {
    let pairs = space.pairs.clone();
    zone(&Space { pairs, parties }) > 0
}

/// The party without one of its linkages or, with `None`, without any.
fn without(party: &Party, linkage: Option<usize>) -> Party {
    let mut party = party.clone();
    match linkage {
        Some(index) if index < party.linkages.len() => {
            party.linkages.remove(index);
        }
        _ => party.linkages.clear(),
    }
    party
}

fn agreement(space: &Space, written: &[Option<&ValuesDraft>], faults: &mut Vec<Diagnostic>) {
    if agree(space, space.parties.clone()) {
        return;
    }
    let before = faults.len();
    for (party, written) in space.parties.iter().zip(written) {
        if !agree(space, vec![without(party, None)])
            && let Some(written) = written
        {
            faults.push(out_of_reach(written));
        }
    }
    if faults.len() > before {
        return;
    }
    let with = |changed: usize, party: Party| {
        let mut parties = space.parties.clone();
        if let Some(slot) = parties.get_mut(changed) {
            *slot = party;
        }
        parties
    };
    let mut all: Vec<&Id> = Vec::new();
    for (place, (party, written)) in space.parties.iter().zip(written).enumerate() {
        let Some(written) = written else { continue };
        for (index, linkage) in written.linkages.iter().enumerate() {
            all.push(&linkage.id);
            if agree(space, with(place, without(party, Some(index)))) {
                let message = format!(
                    "the linkage \"{}\" makes agreement impossible: with it, no deal is worth as much to every party as no deal",
                    linkage.id
                );
                faults.push(linked(&linkage.id, message));
            }
        }
    }
    let free = space.parties.iter().map(|party| without(party, None));
    if faults.len() == before
        && let [first, others @ ..] = all.as_slice()
        && agree(space, free.collect())
    {
        let message = "these linkages together make agreement impossible: with them, no deal is worth as much to every party as no deal".to_owned();
        let fault = linked(first, message);
        let fault = others.iter().fold(fault, |fault, other| fault.and(other.place, "and this one"));
        faults.push(fault);
    }
}

fn linked(id: &Id, message: String) -> Diagnostic {
    let help = "let it keep more or lose less, or give the parties lower reservation values";
    Diagnostic::warning("WCW115", message, id.place, Some(help.to_owned()))
}

fn out_of_reach(written: &ValuesDraft) -> Diagnostic {
    let message = format!("no deal is worth as much to \"{}\" as no deal, even without its linkages", written.party);
    let help = "lower its reservation value, or give more points to what it can get";
    Diagnostic::warning("WCW117", message, written.party.place, Some(help.to_owned()))
}

fn cannot_ratify(draft: &AudienceDraft) -> Diagnostic {
    let message = format!("\"{}\" has to ratify, but there is no deal that it accepts", draft.id);
    let help = "check what is essential to it, and whether its conditions can hold together";
    Diagnostic::warning("WCW116", message, draft.id.place, Some(help.to_owned()))
}

/// Whether an audience accepts any deal, looking only at the issues it cares about.
fn can_accept(scenario: &Scenario, audience: &Audience) -> bool {
    let issues = issues_of(audience.accepts.iter().map(|look| &look.accepts));
    combinations(scenario, &issues).any(|deal| verdict(scenario, audience, &deal, HOME).accepts)
}
