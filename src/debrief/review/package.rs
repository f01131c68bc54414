//! The offers on the table as one package, and the linkages that another clause would break.

use crate::negotiation::Session;
use crate::negotiation::value;
use crate::scenario::acts::Family;
use crate::scenario::resolved::{Clause, Deal, Move, Scenario};
use crate::scenario::terms::{CommitmentKind, Timing};

use super::facts::Facts;
use super::reasons::Reason;

/// The most important linkage that a move's clause breaks, compared with what was on the table before. On the table are
/// the other side's opening position and its standing commitments. A demand can break the other side's linkages, a
/// concession the player's own, and a move can be both. The other side's linkages come first, and within a side the
/// hard ones.
pub(super) fn broken(before: &Facts<'_>, session: &Session, mv: &Move) -> Option<Reason> {
    let asks = mv.asks?;
    let asks_for = mv.act.profile().proposes || mv.act.profile().family == Family::Separating;
    let gives = mv.act.is_giving();
    if !asks_for && !gives {
        return None;
    }
    let scenario = session.scenario();
    let own = scenario.seat(mv.seat).party;
    let stood = on_the_table(before, session, mv);
    let asked = with(scenario, &stood, asks)?;
    let mut found = Vec::new();
    let whose = |party| if party == own { gives } else { asks_for };
    for values in scenario.values.iter().filter(|v| whose(v.party)) {
        for (place, linkage) in values.linkages.iter().enumerate() {
            let kept = value::keeps(scenario, &linkage.keeps, &stood);
            if kept && !value::keeps(scenario, &linkage.keeps, &asked) {
                let order = (values.party == own, !linkage.hard);
                let linkage = u16::try_from(place).ok()?;
                found.push((order, Reason::BrokeLinkage { party: values.party, linkage }));
            }
        }
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().next().map(|(_, reason)| reason)
}

fn on_the_table(before: &Facts<'_>, session: &Session, mv: &Move) -> Deal {
    let scenario = session.scenario();
    let own = scenario.seat(mv.seat).party;
    let opening = session.opening_of(mv.seat).to_vec();
    before
        .standing()
        .filter(|(_, commitment)| {
            let gives = !matches!(commitment.kind, CommitmentKind::Refusal | CommitmentKind::Precondition);
            commitment.by != own && gives
        })
        .fold(opening, |deal, (_, commitment)| with(scenario, &deal, commitment.clause).unwrap_or(deal))
}

/// The deal with a clause put in. If the clause names no timing, or one that isn't allowed, the latest allowed timing
/// is used.
fn with(scenario: &Scenario, deal: &Deal, clause: Clause) -> Option<Deal> {
    let pairs = &scenario.issue(clause.issue).pairs;
    let of_position = || {
        let pairs = pairs.iter().enumerate();
        pairs.filter(|(_, pair)| pair.position == clause.position)
    };
    let named = clause.timing.filter(|timing| *timing != Timing::Open);
    let exact = of_position().find(|(_, pair)| named.is_some() && pair.timing == named);
    let latest = || of_position().max_by_key(|(_, pair)| pair.timing);
    let (index, _) = exact.or_else(latest)?;
    let mut deal = deal.clone();
    *deal.get_mut(clause.issue.index())? = u16::try_from(index).ok()?;
    Some(deal)
}
