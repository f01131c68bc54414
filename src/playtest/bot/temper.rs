//! Bots that concede over time, and one that answers in kind.
//!
//! Two follow the time-dependent tactics of Faratin, Sierra and Jennings (1998): the demand starts at the maximum and
//! falls with the share of time passed, raised to the power of one over beta. Boulware (beta below 1) holds out to the
//! end; the conceder (beta above 1) gives way at once. The third is Axelrod's tit for tat (1984): it starts friendly,
//! then answers in kind.

use crate::negotiation::Command;
use crate::negotiation::random::Stream;
use crate::scenario::resolved::Move;

use crate::playtest::table::Table;

/// Most moves these bots put in one statement.
const MOVES: usize = 3;
/// Upper bound of the random points that break ties.
const CHANCE: u64 = 10;

/// Holds out to the end: beta is one quarter.
pub(super) fn hardliner(table: &Table<'_>, stream: &mut Stream) -> Option<Command> {
    let (passed, all) = time(table);
    let aspiration = 100 - 100 * passed.pow(4) / all.pow(4);
    clock(table, aspiration, &hard, stream)
}

/// Gives way early: beta is two.
pub(super) fn conceder(table: &Table<'_>, stream: &mut Stream) -> Option<Command> {
    let (passed, all) = time(table);
    let aspiration = 100 - (10_000 * passed / all).isqrt();
    clock(table, aspiration, &soft, stream)
}

/// Starts friendly, then answers in kind.
pub(super) fn tit_for_tat(table: &Table<'_>, stream: &mut Stream) -> Option<Command> {
    let balance: i64 = table.acts_heard().map(|act| act.profile().bots.tone).sum();
    let manner: &dyn Fn(&Move) -> i64 = if balance < 0 { &hard } else { &soft };
    table.best(MOVES, |offered| {
        let mv = table.mv(offered);
        (!mv.act.ends_talk()).then(|| manner(mv) + chance(stream))
    })
}

/// Number of statements made, and number in the whole talk.
fn time(table: &Table<'_>) -> (i64, i64) {
    let made = i64::from(table.view.statements());
    (made, (made + i64::from(table.view.left())).max(1))
}

/// Asks for whatever is worth closest to the aspiration (0 to 100), preferring acts that suit the manner.
fn clock(table: &Table<'_>, aspiration: i64, manner: &dyn Fn(&Move) -> i64, stream: &mut Stream) -> Option<Command> {
    table.best(MOVES, |offered| {
        let mv = table.mv(offered);
        let asked = mv.asks.map_or(50, |clause| table.own_points(clause));
        let near = 100 - (asked - aspiration).abs();
        (!mv.act.ends_talk()).then(|| near + manner(mv) + chance(stream))
    })
}

fn chance(stream: &mut Stream) -> i64 {
    i64::try_from(stream.below(CHANCE)).unwrap_or(0)
}

/// How well an act suits holding out, in points.
fn hard(mv: &Move) -> i64 {
    mv.act.profile().bots.hard
}

/// How well an act suits giving way, in points.
fn soft(mv: &Move) -> i64 {
    mv.act.profile().bots.soft
}
