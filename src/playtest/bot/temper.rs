//! Bots that concede by the clock, and one that answers in kind.
//!
//! The two that go by the clock are the time-dependent tactics of Faratin, Sierra and Jennings (1998): what is asked for starts at the
//! most and falls with the share of time that has passed, to the power of one over beta. Boulware (beta below 1) holds out to
//! the end; the conceder (beta above 1) gives way at once. Tit for tat is Axelrod's (1984): friendly first, then it answers in kind.

use crate::negotiation::Command;
use crate::negotiation::random::Stream;
use crate::scenario::resolved::Move;

use crate::playtest::table::Table;

/// Moves that one of these statements holds.
const MOVES: usize = 3;
/// Chance that breaks ties, in points.
const CHANCE: u64 = 10;

/// Holds out: beta is one quarter.
pub(super) fn hardliner(table: &Table<'_>, stream: &mut Stream) -> Option<Command> {
    let (passed, all) = time(table);
    let aspiration = 100 - 100 * passed.pow(4) / all.pow(4);
    clock(table, aspiration, &hard, stream)
}

/// Gives way at once: beta is two.
pub(super) fn conceder(table: &Table<'_>, stream: &mut Stream) -> Option<Command> {
    let (passed, all) = time(table);
    let aspiration = 100 - (10_000 * passed / all).isqrt();
    clock(table, aspiration, &soft, stream)
}

/// Friendly first, then in kind.
pub(super) fn tit_for_tat(table: &Table<'_>, stream: &mut Stream) -> Option<Command> {
    let balance: i64 = table.acts_heard().map(|act| act.profile().bots.tone).sum();
    let manner: &dyn Fn(&Move) -> i64 = if balance < 0 { &hard } else { &soft };
    table.best(MOVES, |offered| {
        let mv = table.mv(offered);
        (!mv.act.ends_talk()).then(|| manner(mv) + chance(stream))
    })
}

/// How many statements were made, and how many there are in all.
fn time(table: &Table<'_>) -> (i64, i64) {
    let made = i64::from(table.view.statements());
    (made, (made + i64::from(table.view.left())).max(1))
}

/// Asks for what is worth about as much as the aspiration, 0 to 100, in the given manner.
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

/// How well an act goes with holding out.
fn hard(mv: &Move) -> i64 {
    mv.act.profile().bots.hard
}

/// How well an act goes with giving way.
fn soft(mv: &Move) -> i64 {
    mv.act.profile().bots.soft
}
