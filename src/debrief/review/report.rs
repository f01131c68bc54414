//! The report home: the best one that the talk allowed, and how the one that was sent compares.

use crate::negotiation::Session;
use crate::negotiation::report::Backing;
use crate::scenario::IssueId;
use crate::scenario::resolved::Deal;

use super::outcome::{Change, Outcome, Scale};

/// The report reviewed by itself. Nothing has to be played out: both judgements are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportReview {
    pub sent: Deal,
    pub best: Deal,
    pub differs: Vec<IssueId>,
    /// What the sent one is worth more or less than the best one: never more in rank.
    pub change: Change,
}

/// Reviews the report that was sent when `session` waited for it.
pub(super) fn review(session: &Session, sent: &Deal) -> ReportReview {
    let (best, reached) = best(session, Scale::Whole);
    let was = Outcome::of(&session.judgement_if(Some(sent)));
    // A report by a person can do better than one written clause by clause; then that one is the best known.
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

/// The best report for the seat that has to write it, and what it comes to. It is written clause by clause from the opening
/// position, and again from what is best supported, each time taking the change of one clause that improves it most, until none
/// does; the better of the two is taken.
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

/// For each issue the pairs that a commitment supports and their shares in per cent, the largest first. Of pairs that come to
/// the same only the first is listed.
fn choices(session: &Session, opening: &Deal) -> Vec<Vec<(u16, u8)>> {
    let scenario = session.scenario();
    let pairs: Vec<usize> =
        scenario.issues.iter().take(scenario.deal_issues()).map(|issue| issue.pairs.len()).collect();
    let mut choices = vec![Vec::new(); pairs.len()];
    let mut seen = vec![Vec::new(); pairs.len()];
    // One judgement weighs a pair of every issue at once.
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
                // What is covered is reported, and not more: it is judged alike.
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
