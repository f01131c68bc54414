//! The report home: a package in the deal space, judged by what the talk has earned.
//!
//! The deputies could not sign an agreement, and said so. They took home a report. In the game this is a counterfactual
//! package, and each clause counts according to what the other side said at the table.

use crate::scenario::resolved::{Clause, Deal, Earns, Pair, Scenario, Values};
use crate::scenario::terms::{Bar, CommitmentKind, Timing};
use crate::scenario::{IssueId, SeatId};

use super::commitment::Commitment;
use super::ending::{self, Ending};
use super::event::CommitmentIndex;
use super::position::Position;
use super::value::{self, AudienceVerdict, Level};

/// The basis of a clause of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backing {
    /// The clause is the other side's opening position, so it needs no support.
    TheirOwn,
    Commitment(CommitmentIndex),
    /// Nothing said in this game supports the clause.
    Nothing,
    Refused(CommitmentIndex),
}

/// A clause of the report and what it earns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedClause {
    pub issue: IssueId,
    pub reported: Pair,
    pub backing: Backing,
    /// The pair that the commitment covers. Its timing may be later than the reported one.
    pub covered: Pair,
    /// How much of the way from the opening position to `covered` counts as earned, in per cent.
    pub percent: u8,
}

/// The judgement on a report, or on sending none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub seat: SeatId,
    pub sent: bool,
    /// The clauses of the report. Without a report, those of the other side's opening position.
    pub clauses: Vec<JudgedClause>,
    /// The deal the talk has earned. Each issue has the covered pair if it is at least half earned, and the opening
    /// pair if not.
    pub earned: Deal,
    /// Value of the earned deal to each party, 0 to 10,000.
    pub values: Vec<i64>,
    pub contradictions: u32,
    pub audiences: Vec<AudienceVerdict>,
    /// Whether the player's side could ratify the earned deal.
    pub ratifiable: bool,
    pub ending: Ending,
}

/// Judges a report by what was said in the game. `None` judges sending no report.
pub(super) fn judge(position: &Position<'_>, report: Option<&Deal>) -> Judgement {
    let scenario = position.scenario;
    let party = position.own_seat().party;
    let opening = position.opening();
    let reported = report.map_or(opening, Vec::as_slice);
    let issues = scenario.issue_ids().take(scenario.deal_issues());
    let clauses: Vec<JudgedClause> = issues.filter_map(|issue| judge_clause(position, reported, issue)).collect();
    let earned = earned_deal(scenario, opening, &clauses);
    let values = scenario.values.iter();
    let values: Vec<i64> = values.map(|values| earned_value(scenario, values, opening, &clauses, &earned)).collect();
    let refused = |clause: &&JudgedClause| matches!(clause.backing, Backing::Refused(_));
    let contradictions = u32::try_from(clauses.iter().filter(refused).count()).unwrap_or(u32::MAX);
    let audiences = audiences(position, &earned);
    let own = audiences.iter().filter(|verdict| verdict.party == party);
    let ratifiable = own.into_iter().all(|verdict| verdict.verdict.accepts || !ratifies(scenario, verdict));
    let ending = ending::measure(position, &values, contradictions, &audiences, ratifiable);
    Judgement {
        seat: position.seat,
        sent: report.is_some(),
        clauses,
        earned,
        values,
        contradictions,
        audiences,
        ratifiable,
        ending,
    }
}

/// Judges the clause on one issue; `None` if the report or the opening position has no such pair.
pub(super) fn judge_clause(position: &Position<'_>, reported: &[u16], issue: IssueId) -> Option<JudgedClause> {
    let pair = value::pair_in(position.scenario, reported, issue)?;
    let opened = value::pair_in(position.scenario, position.opening(), issue)?;
    let judged = |backing, covered, percent| JudgedClause { issue, reported: pair, backing, covered, percent };
    if pair == opened {
        return Some(judged(Backing::TheirOwn, pair, 100));
    }
    if let Some((index, covered, percent)) = best_support(position, issue, pair) {
        return Some(judged(Backing::Commitment(index), covered, percent));
    }
    let refuses = |c: &Commitment| c.kind == CommitmentKind::Refusal && c.clause.position == pair.position;
    let refusal = theirs(position, issue).find(|(_, c)| refuses(c));
    Some(match refusal {
        Some((index, _)) => judged(Backing::Refused(index), opened, 0),
        None => judged(Backing::Nothing, opened, 0),
    })
}

/// The other side's standing commitments on an issue.
fn theirs<'a>(
    position: &Position<'a>,
    issue: IssueId,
) -> impl Iterator<Item = (CommitmentIndex, &'a Commitment)> + use<'a> {
    let own = position.own_seat().party;
    let commitments = (0..).zip(&position.state.commitments);
    commitments.filter(move |(_, c)| c.stands && c.by != own && c.clause.issue == issue)
}

/// The commitment that earns the clause the most, with the pair it covers and its share in per cent. The earliest wins
/// a tie.
fn best_support(position: &Position<'_>, issue: IssueId, pair: Pair) -> Option<(CommitmentIndex, Pair, u8)> {
    let mut best: Option<(CommitmentIndex, Pair, u8)> = None;
    let earns = || position.own_seat().endings.earns.iter();
    for (index, made) in theirs(position, issue).filter(|(_, made)| made.clause.position == pair.position) {
        let hint = made.kind == CommitmentKind::Hint;
        let fits = |e: &&Earns| e.kind == made.kind && (!hint || e.strength == Some(made.strength));
        let percent = earns().find(fits).map_or(0, |e| e.percent);
        if percent > best.map_or(0, |(_, _, most)| most) {
            best = Some((index, covered_pair(position.scenario, made.kind, made.clause, pair), percent));
        }
    }
    best
}

/// The pair that a commitment covers. A hint supports a position but no timing, so it covers the latest timing allowed.
/// Any other commitment covers its own timing if the report claims an earlier one.
fn covered_pair(scenario: &Scenario, kind: CommitmentKind, clause: Clause, pair: Pair) -> Pair {
    let own = if kind == CommitmentKind::Hint { None } else { clause.timing.filter(|t| *t != Timing::Open) };
    let allowed = |timing: &Timing| {
        let wanted = Pair { position: pair.position, timing: Some(*timing) };
        scenario.issue(clause.issue).pairs.contains(&wanted)
    };
    let latest = || {
        let pairs = scenario.issue(clause.issue).pairs.iter();
        pairs.filter(|p| p.position == pair.position).filter_map(|p| p.timing).max()
    };
    let promised = own.filter(allowed).or_else(latest);
    let timing = match (pair.timing, promised) {
        (Some(claimed), Some(promised)) => Some(claimed.max(promised)),
        (claimed, _) => claimed,
    };
    Pair { position: pair.position, timing }
}

fn pair_index(scenario: &Scenario, issue: IssueId, pair: Pair) -> Option<u16> {
    let index = scenario.issue(issue).pairs.iter().position(|p| *p == pair)?;
    u16::try_from(index).ok()
}

fn earned_deal(scenario: &Scenario, opening: &[u16], clauses: &[JudgedClause]) -> Deal {
    clauses
        .iter()
        .zip(opening)
        .map(|(clause, opened)| {
            let covered = pair_index(scenario, clause.issue, clause.covered);
            if clause.percent >= 50 { covered.unwrap_or(*opened) } else { *opened }
        })
        .collect()
}

/// Value of the earned deal to a party. Each clause counts for its percentage of the way from the opening position to
/// the covered pair.
fn earned_value(scenario: &Scenario, values: &Values, opening: &[u16], clauses: &[JudgedClause], earned: &Deal) -> i64 {
    let clauses = clauses.iter().zip(opening).zip(&values.preferences);
    let sum: i64 = clauses
        .map(|((clause, opened), preference)| {
            let covered = pair_index(scenario, clause.issue, clause.covered).unwrap_or(*opened);
            let from = value::points_of(preference, *opened, Level::Mid);
            let to = value::points_of(preference, covered, Level::Mid);
            let hundredths = from * 100 + (to - from) * i64::from(clause.percent);
            Level::Mid.of(preference.weight) * hundredths / 100
        })
        .sum();
    (sum - value::broken_linkages(scenario, values, earned, Level::Mid)).max(0)
}

fn audiences(position: &Position<'_>, earned: &Deal) -> Vec<AudienceVerdict> {
    let own = position.own_seat().party;
    let mut verdicts = Vec::new();
    for values in &position.scenario.values {
        // The home bar measures trust in the player only. The other side's home is judged at the neutral 50.
        let home = if values.party == own { position.bar(Bar::Home) } else { 50 };
        for (audience, who) in values.audiences.iter().enumerate() {
            let verdict = value::verdict(position.scenario, who, earned, home);
            verdicts.push(AudienceVerdict { party: values.party, audience, verdict });
        }
    }
    verdicts
}

/// Whether the deal can't be ratified without this audience.
pub fn ratifies(scenario: &Scenario, verdict: &AudienceVerdict) -> bool {
    let values = scenario.values.iter().find(|values| values.party == verdict.party);
    values.and_then(|values| values.audiences.get(verdict.audience)).is_some_and(|a| a.ratifies)
}
