//! The report home: a package in the deal space, and what the talk has made it worth.
//!
//! The deputies could not sign and said so. What they carried home was a report; here it is a counterfactual package whose
//! clauses are weighed by what the other side said in this game.

use crate::scenario::resolved::{Clause, Deal, Earns, Pair, Scenario, Values};
use crate::scenario::terms::{Bar, CommitmentKind, Timing};
use crate::scenario::{IssueId, SeatId};

use super::commitment::Commitment;
use super::ending::{self, Ending};
use super::event::CommitmentIndex;
use super::position::Position;
use super::value::{self, AudienceVerdict, Level};

/// On what a clause of the report rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backing {
    /// It is the other side's opening position: nothing has to be earned.
    TheirOwn,
    Commitment(CommitmentIndex),
    /// Nothing that was said in this game.
    Nothing,
    Refused(CommitmentIndex),
}

/// One clause of the report, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedClause {
    pub issue: IssueId,
    pub reported: Pair,
    pub backing: Backing,
    /// The pair that the commitment covers: its timing may be later than the one reported.
    pub covered: Pair,
    /// How far of the way from the opening position, in per cent.
    pub percent: u8,
}

/// A report, or its absence, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub seat: SeatId,
    pub sent: bool,
    /// The clauses; for no report, the other side's opening position.
    pub clauses: Vec<JudgedClause>,
    /// The deal that the talk has earned: the covered pair where it is at least half earned, else the opening one.
    pub earned: Deal,
    /// Value of what was earned, by party, 0 to 10,000.
    pub values: Vec<i64>,
    pub contradictions: u32,
    pub audiences: Vec<AudienceVerdict>,
    /// Whether the deal as earned could be ratified on the player's side.
    pub ratifiable: bool,
    pub ending: Ending,
}

/// Judges a report by what was said in the game.
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

/// Judges the clause of a report on an issue; `None` where the report or the opening has no such pair.
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

/// Standing commitments of the other side on an issue.
fn theirs<'a>(
    position: &Position<'a>,
    issue: IssueId,
) -> impl Iterator<Item = (CommitmentIndex, &'a Commitment)> + use<'a> {
    let own = position.own_seat().party;
    let commitments = (0..).zip(&position.state.commitments);
    commitments.filter(move |(_, c)| c.stands && c.by != own && c.clause.issue == issue)
}

/// The commitment that earns the clause most, the pair it covers and its share in per cent. The earlier one wins a tie.
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

/// A hint supports a position, never a timing: it covers the latest timing that is allowed. Any other commitment covers its
/// own timing where the report claims an earlier one.
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

/// Each clause counts so many per cent of the way from the opening position to what is covered.
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
        // Trust at home is the player's; the other side's home is judged without a bonus.
        let home = if values.party == own { position.bar(Bar::Home) } else { 50 };
        for (audience, who) in values.audiences.iter().enumerate() {
            let verdict = value::verdict(position.scenario, who, earned, home);
            verdicts.push(AudienceVerdict { party: values.party, audience, verdict });
        }
    }
    verdicts
}

/// Whether the deal cannot be ratified without this audience.
pub fn ratifies(scenario: &Scenario, verdict: &AudienceVerdict) -> bool {
    let values = scenario.values.iter().find(|values| values.party == verdict.party);
    values.and_then(|values| values.audiences.get(verdict.audience)).is_some_and(|a| a.ratifies)
}
