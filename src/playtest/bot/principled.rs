//! The principled negotiator (after Fisher and Ury 1981, and Raiffa 1982 on logrolling): asks before claiming, finds out what the
//! other side wants most and gives that, asks in return for what weighs most at home, takes up what is offered, takes small
//! things that are good for both out of the package, asks for a hint and not for a promise, has a hint covered, and sets no
//! conditions. It lets every member of its delegation be heard (see [`Table::speaker`]).
//!
//! It knows its own weights, the other side's opening position, what was said, what was committed, and of each move the
//! effects that are shown before it is made. What the other side wants it has to find out by listening.

use crate::negotiation::Command;
use crate::negotiation::commitment::Commitment;
use crate::negotiation::random::Stream;
use crate::negotiation::seat_view::Offered;
use crate::scenario::IssueId;
use crate::scenario::acts::Family;
use crate::scenario::resolved::{Clause, Effect, Move};
use crate::scenario::terms::{Bar, CommitmentKind, Strength, Timing};

use crate::playtest::table::Table;

/// Moves that one statement holds: a person who asks many things at once is answered on few.
const MOVES: usize = 3;
/// A move that scores less is left unsaid, where another can be said.
const WORTH_SAYING: i64 = 12;
/// A hint is only put to a second person where there is so much trust, 0 to 100.
const TRUST_TO_ASK: u8 = 50;
/// By how many points its judgement of a move may be wrong, so that no two principled games are the same.
pub(super) const DOUBT: u64 = 24;

/// The next statement.
pub(super) fn principled(table: &Table<'_>, doubt: u64, stream: &mut Stream) -> Option<Command> {
    let mind = Mind::of(table);
    let score = |offered: &Offered<'_>| {
        let score = mind.score(offered)?;
        let doubt = i64::try_from(stream.below(doubt.max(1))).unwrap_or(0);
        let score = score + doubt;
        (score >= WORTH_SAYING).then_some(score)
    };
    table.best(MOVES, score).or_else(|| close(table, &mind))
}

/// With nothing left worth saying: leaves once a report can be written; until then says what does least harm.
fn close(table: &Table<'_>, mind: &Mind<'_, '_>) -> Option<Command> {
    let enough = table.view.statements() + 1 >= table.scenario.report_after;
    let leave = enough.then(|| table.leave()).flatten();
    leave.or_else(|| table.best(1, |offered| mind.score(offered))).or_else(|| table.leave())
}

/// How the bot sees the table.
struct Mind<'t, 'a> {
    table: &'t Table<'a>,
    /// By issue of the deal space: how much the other side seems to weigh it, in per cent of all it said.
    interest: Vec<i64>,
    /// By issue: what is earned, in hundredths of the points of that issue.
    earned: Vec<i64>,
    /// Something was given on the issue that the other side weighs most.
    gave: bool,
}

impl<'t, 'a> Mind<'t, 'a> {
    fn of(table: &'t Table<'a>) -> Self {
        let spoken = table.spoken_on();
        let all = spoken.iter().sum::<i64>().max(1);
        let interest: Vec<i64> = spoken.iter().map(|count| count * 100 / all).collect();
        let issues = table.scenario.issue_ids().take(spoken.len());
        let earned = issues.map(|issue| earned(table, issue)).collect();
        let mut mind = Self { table, interest, earned, gave: false };
        mind.gave = mind.has_given();
        mind
    }

    /// Whether this side has offered what the other opened with, on the issue that it weighs most.
    fn has_given(&self) -> bool {
        let own = self.table.session.state().commitments.iter();
        own.filter(|c| c.stands && c.by == self.table.seat.party)
            .filter(|c| matches!(c.kind, CommitmentKind::Offer | CommitmentKind::Promise))
            .any(|c| self.is_theirs(c.clause) && self.is_top(c.clause.issue))
    }

    fn interest(&self, issue: IssueId) -> i64 {
        self.interest.get(issue.index()).copied().unwrap_or(0)
    }

    fn is_top(&self, issue: IssueId) -> bool {
        let most = self.interest.iter().copied().max().unwrap_or(0);
        most > 0 && self.interest(issue) == most
    }

    /// Whether a clause is what the other side opened with.
    fn is_theirs(&self, clause: Clause) -> bool {
        let opened = self.table.opened(clause.issue);
        opened.is_some_and(|pair| pair.position == clause.position)
    }

    /// What a move is worth saying; `None` for what a principled negotiator does not do.
    fn score(&self, offered: &Offered<'_>) -> Option<i64> {
        let mv = self.table.mv(offered);
        if sets_condition(mv) {
            return None;
        }
        let manner = mv.act.profile().bots.principled?;
        let again = 40 * i64::from(self.table.session.state().times_made(offered.mv));
        Some(manner + shown(mv) * 3 + self.asks(mv)? - again)
    }

    /// What the clause that a move asks for adds.
    fn asks(&self, mv: &Move) -> Option<i64> {
        let Some(clause) = mv.asks.filter(|clause| self.table.in_deal(clause.issue)) else {
            return Some(0);
        };
        if let Some(hint) = self.hint_of(clause) {
            return self.about_hint(mv, hint);
        }
        if self.is_theirs(clause) {
            let known = self.table.view.statements() > 0;
            return Some(if known && self.is_top(clause.issue) && !self.gave { 100 } else { 0 });
        }
        let points = self.table.own_points(clause);
        let earned = self.earned.get(clause.issue.index()).copied().unwrap_or(0) / 100;
        let gain = (points - earned) * self.table.own_weight(clause.issue) / 20;
        if gain <= 0 {
            return Some(-40);
        }
        // What has to come before all else is heard as a condition; what comes with or after, as a share in a package.
        let ahead = clause.timing == Some(Timing::Before) && mv.act.profile().family != Family::Separating;
        let gain = if ahead { gain / 3 } else { gain };
        Some(if self.gave { gain } else { gain / 3 })
    }

    /// A standing hint of the other side for the position of a clause.
    fn hint_of(&self, clause: Clause) -> Option<&'a Commitment> {
        let mut theirs = self.table.theirs();
        theirs.find(|c| {
            c.kind == CommitmentKind::Hint && c.clause.issue == clause.issue && c.clause.position == clause.position
        })
    }

    /// A hint is left a hint. It may be put to a second person, where there is trust.
    fn about_hint(&self, mv: &Move, hint: &Commitment) -> Option<i64> {
        let trusted = self.table.session.state().bar(Bar::Trust) >= TRUST_TO_ASK;
        let profile = mv.act.profile();
        if !profile.claims {
            return Some(0);
        }
        let asks = profile.family == Family::Exploring;
        (asks && hint.strength != Strength::Covered && trusted).then_some(90)
    }
}

/// Whether a move puts a condition on the table.
fn sets_condition(mv: &Move) -> bool {
    mv.effects.iter().any(|effect| matches!(effect, Effect::Commit(form) if form.kind == CommitmentKind::Precondition))
}

/// What is shown of a move before it is made: its effect on trust and on the other side's face and patience, and half of that
/// on one's own standing.
fn shown(mv: &Move) -> i64 {
    let halves = mv.effects.iter().map(|effect| match effect {
        Effect::Bar { bar, by, .. } => match bar {
            Bar::Trust | Bar::TheirFace | Bar::TheirPatience => 2 * i64::from(*by),
            Bar::Home | Bar::OwnFace | Bar::OwnPatience => i64::from(*by),
        },
        _ => 0,
    });
    halves.sum::<i64>() / 2
}

/// What the other side's standing commitments have earned on an issue, in hundredths of a point.
fn earned(table: &Table<'_>, issue: IssueId) -> i64 {
    let on_issue = table.theirs().filter(|c| c.clause.issue == issue);
    let worth = on_issue.filter_map(|c| {
        let earns = table
            .seat
            .endings
            .earns
            .iter()
            .find(|e| e.kind == c.kind && (c.kind != CommitmentKind::Hint || e.strength == Some(c.strength)))?;
        Some(table.own_points(c.clause) * i64::from(earns.percent))
    });
    worth.max().unwrap_or(0)
}
