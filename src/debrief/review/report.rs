//! Reviews the report home: finds the best one the talk allowed, and compares it with the one sent.

use crate::negotiation::Session;
use crate::negotiation::report::Backing;
use crate::scenario::IssueId;
use crate::scenario::resolved::Deal;

use super::outcome::{Change, Outcome, Scale};

/// The review of the report. No play-outs are needed, as both judgements are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportReview {
    pub sent: Deal,
    pub best: Deal,
    pub differs: Vec<IssueId>,
    /// Change from the best report to the one sent; never a gain in rank.
    pub change: Change,
}

/// Reviews a report sent in this position.
pub(super) fn review(session: &Session, sent: &Deal) -> ReportReview {
    let (best, reached) = best(session, Scale::Whole);
    let was = Outcome::of(&session.judgement_if(Some(sent)));
    // A person's report can beat the one built clause by clause. It then counts as the best known.
    let best = if was.rank() >= reached.rank() { sent.clone() } else { best };
    let reached = Outcome::of(&session.judgement_if(Some(&best)));
    ReportReview {
        differs: session
            .scenario()
            .issue_ids()
            .filter(|issue| best.get(issue.index()) != sent.get(issue.index()))
            .collect(),
        change: Change::between(&[reached], &[was]),
        sent: sent.clone(),
        best,
    }
}

/// The best report found for the seat that has to write it, and its outcome. The search starts once from the opening
/// position and once from the best supported clauses, and each time repeatedly makes the single change that improves
/// the report most, until none does. The better of the two results is returned.
pub(in crate::debrief) fn best(session: &Session, scale: Scale) -> (Deal, Outcome) {
    let opening = session.within_play(&session.opening().to_vec());
    let choices = choices(session, &opening);
    let supported: Deal = choices
        .iter()
        .zip(&opening)
        .map(|(choices, opened)| choices.first().map_or(*opened, |(pair, _)| *pair))
        .collect();
    let first = climb(session, scale, &choices, opening);
    let second = climb(session, scale, &choices, supported);
    if second.1.rank() > first.1.rank() { second } else { first }
}

fn climb(session: &Session, scale: Scale, choices: &[Vec<(u16, u8)>], from: Deal) -> (Deal, Outcome) {
    let opening = session.opening();
    let judged = |deal: &Deal| Outcome::on(scale, &session.judgement_if(Some(deal)));
    let mut reached = judged(&from);
    let mut deal = from;
    loop {
        let mut better: Option<(Deal, Outcome)> = None;
        for (issue, choices) in choices.iter().enumerate() {
            let pairs = choices.iter().map(|(pair, _)| *pair);
            for pair in pairs.chain(opening.get(issue).copied()) {
                if deal.get(issue) == Some(&pair) {
                    continue;
                }
                let mut tried = deal.clone();
                if let Some(slot) = tried.get_mut(issue) {
                    *slot = pair;
                }
                let found = judged(&tried);
                let most = better.as_ref().map_or(&reached, |(_, most)| most);
                if found.rank() > most.rank() {
                    better = Some((tried, found));
                }
            }
        }
        match better {
            Some((betters, found)) => (deal, reached) = (betters, found),
            None => return (deal, reached),
        }
    }
}

/// For each issue, the pairs that a commitment supports with their shares in per cent, largest first. Of pairs that are
/// judged the same, only the first is listed.
fn choices(session: &Session, opening: &Deal) -> Vec<Vec<(u16, u8)>> {
    let scenario = session.scenario();
    let pairs: Vec<usize> =
        scenario.issues.iter().take(scenario.deal_issues()).map(|issue| issue.pairs.len()).collect();
    let mut choices = vec![Vec::new(); pairs.len()];
    let mut seen = vec![Vec::new(); pairs.len()];
    // One judgement tests a pair of every issue at once.
    for place in 0..pairs.iter().copied().max().unwrap_or(0) {
        let deal: Deal =
            pairs.iter().map(|pairs| u16::try_from(place.min(pairs.saturating_sub(1))).unwrap_or(0)).collect();
        let deal = session.within_play(&deal);
        let judgement = session.judgement_if(Some(&deal));
        let clauses = judgement.clauses.iter().zip(&deal);
        for (issue, (clause, pair)) in clauses.enumerate() {
            let comes_to = (clause.covered, clause.percent);
            let (Some(choices), Some(seen)) = (choices.get_mut(issue), seen.get_mut(issue)) else {
                continue;
            };
            let supported = matches!(clause.backing, Backing::Commitment(_));
            if supported && Some(pair) != opening.get(issue) && !seen.contains(&comes_to) {
                seen.push(comes_to);
                // Report only what is covered; claiming more is judged the same.
                let pairs = scenario.issues.get(issue).map(|issue| issue.pairs.as_slice());
                let covered = pairs.unwrap_or_default().iter().position(|p| *p == clause.covered);
                let covered = covered.and_then(|at| u16::try_from(at).ok());
                choices.push((covered.unwrap_or(*pair), clause.percent));
            }
        }
    }
    for choices in &mut choices {
        choices.sort_by_key(|(pair, percent)| (std::cmp::Reverse(*percent), *pair));
    }
    choices
}
