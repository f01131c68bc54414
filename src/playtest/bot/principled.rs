//! The principled negotiator (after Fisher and Ury 1981, and Raiffa 1982 on logrolling). It asks before it claims. It
//! finds out what the other side wants most and gives that, and in return asks for what has most weight at home. It
//! takes up offers, and takes small things that are good for both sides out of the package. It asks for hints rather
//! than promises, gets a second person to confirm a hint, and sets no conditions. Every member of its delegation gets
//! to speak (see [`Table::speaker`]).
//!
//! It knows its own weights, the other side's opening position, everything said and committed, and the effects of each
//! move that are shown before it is made. What the other side wants it has to find out by listening.

use crate::negotiation::Command;
use crate::negotiation::commitment::Commitment;
use crate::negotiation::random::Stream;
use crate::negotiation::seat_view::Offered;
use crate::scenario::IssueId;
use crate::scenario::acts::Family;
use crate::scenario::resolved::{Clause, Effect, Move};
use crate::scenario::terms::{Bar, CommitmentKind, Strength, Timing};

use crate::playtest::table::Table;

/// Most moves the bot puts in one statement. Someone who asks for many things at once gets few answers.
const MOVES: usize = 3;
/// Moves that score less are made only if no move reaches this score.
const WORTH_SAYING: i64 = 12;
/// Trust needed to ask a second person about a hint, 0 to 100.
const TRUST_TO_ASK: u8 = 50;
/// Range of the random error in judging a move, in points. It makes every game of this bot different.
pub(super) const DOUBT: u64 = 24;

/// Chooses the next statement.
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

/// Chooses a statement when no move is worth making: adjourns if a report can then be written, and otherwise makes the
/// move with the best score.
fn close(table: &Table<'_>, mind: &Mind<'_, '_>) -> Option<Command> {
    let enough = table.view.statements() + 1 >= table.scenario.report_after;
    let leave = enough.then(|| table.leave()).flatten();
    leave.or_else(|| table.best(1, |offered| mind.score(offered))).or_else(|| table.leave())
}

/// The bot's view of the table.
struct Mind<'t, 'a> {
    table: &'t Table<'a>,
    /// The other side's apparent interest in each issue of the deal space, as a share of all it has said, in per cent.
    interest: Vec<i64>,
    /// What has been earned on each issue, in hundredths of a point on that issue.
    earned: Vec<i64>,
    /// Whether the bot has already given something on the issue that matters most to the other side.
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

    /// Whether this side has offered the other side's opening position on the issue that seems to matter most to it.
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

    /// Whether a clause matches the other side's opening position.
    fn is_theirs(&self, clause: Clause) -> bool {
        let opened = self.table.opened(clause.issue);
        opened.is_some_and(|pair| pair.position == clause.position)
    }

    /// The score of a move; `None` if a principled negotiator would not make it.
    fn score(&self, offered: &Offered<'_>) -> Option<i64> {
        let mv = self.table.mv(offered);
        if sets_condition(mv) {
            return None;
        }
        let manner = mv.act.profile().bots.principled?;
        let again = 40 * i64::from(self.table.session.state().times_made(offered.mv));
        Some(manner + shown(mv) * 3 + self.asks(mv)? - again)
    }

    /// Points that a move's clause adds to its score; `None` rules the move out.
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
        // A demand to be met before anything else sounds like a condition; one to be met with or after the rest sounds
        // like part of a package.
        let ahead = clause.timing == Some(Timing::Before) && mv.act.profile().family != Family::Separating;
        let gain = if ahead { gain / 3 } else { gain };
        Some(if self.gave { gain } else { gain / 3 })
    }

    /// The other side's standing hint at the position of a clause.
    fn hint_of(&self, clause: Clause) -> Option<&'a Commitment> {
        let mut theirs = self.table.theirs();
        theirs.find(|c| {
            c.kind == CommitmentKind::Hint && c.clause.issue == clause.issue && c.clause.position == clause.position
        })
    }

    /// The score of a move about a hint. The bot never asks to turn a hint into a promise. With enough trust, it may
    /// ask a second person about it.
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

/// The score of the effects shown before a move is made. Trust and the other side's face and patience count in full,
/// this side's own bars half.
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
