//! Bots with a single habit. Outcomes that all of them miss need more than one habit.

use crate::negotiation::Command;
use crate::negotiation::random::Stream;
use crate::negotiation::seat_view::Offered;
use crate::playtest::table::Table;
use crate::scenario::acts::Family;
use crate::scenario::{IssueId, MoveId};

use super::Memory;

/// Most moves these bots put in one statement.
const MOVES: usize = 3;

/// The moves made least often in this game, with ties broken at random.
pub(super) fn least_used(table: &Table<'_>, stream: &mut Stream) -> Option<Command> {
    let state = table.session.state();
    table.best(MOVES, |offered| {
        let used = i64::from(state.times_made(offered.mv));
        stays(table, offered).then(|| by_chance(stream) - used * CHANCES)
    })
}

/// Makes the same demand as often as it can, then another on the same issue.
pub(super) fn nagging(table: &Table<'_>, memory: &mut Memory, stream: &mut Stream) -> Option<Command> {
    let (mv, issue) = (memory.mv, memory.issue);
    let command = table.best(1, |offered| {
        let asked = table.mv(offered);
        let claims = asked.act.profile().claims;
        let same = i64::from(mv == Some(offered.mv)) * 4;
        let alike = i64::from(issue == Some(asked.issue)) * 2;
        let rank = same + alike + i64::from(claims);
        stays(table, offered).then(|| rank * CHANCES + by_chance(stream))
    });
    (memory.mv, memory.issue) = first_of(table, command.as_ref());
    command
}

/// Thanks, greets and praises, and leaves when it runs out of courtesies.
pub(super) fn courteous(table: &Table<'_>) -> Option<Command> {
    let courtesy = |offered: &Offered<'_>| (table.mv(offered).act.profile().family == Family::Courtesy).then_some(0);
    let command = table.best(1, courtesy).or_else(|| table.leave());
    // If the bot can't leave yet, it has to say something else.
    command.or_else(|| table.best(1, |offered| stays(table, offered).then_some(0)))
}

/// One delegate makes all the moves, from the top of the list down.
pub(super) fn one_speaker(table: &mut Table<'_>, memory: &mut Memory, stream: &mut Stream) -> Option<Command> {
    keep_to_one(table, memory, stream);
    let listed = |offered: &Offered<'_>| stays(table, offered).then_some(0);
    table.best(MOVES, listed).or_else(|| table.leave())
}

/// Limits the table to the moves of one delegate, who is drawn once for the whole game.
pub(super) fn keep_to_one(table: &mut Table<'_>, memory: &mut Memory, stream: &mut Stream) {
    let drawn = || stream.pick(&table.seat.speakers).copied();
    memory.speaker = memory.speaker.or_else(drawn);
    if let Some(speaker) = memory.speaker {
        table.keep_to(speaker);
    }
}

/// Draws an order of moves once and follows it, whatever the answers.
pub(super) fn unmoved(table: &Table<'_>, memory: &mut Memory, stream: &mut Stream) -> Option<Command> {
    if memory.order.is_empty() {
        let mut order: Vec<MoveId> = table.scenario.move_ids().collect();
        order.sort_by_cached_key(|_| stream.next_number());
        memory.order = order;
    }
    let order = &memory.order;
    table.best(MOVES, |offered| {
        let place = order.iter().position(|mv| *mv == offered.mv)?;
        stays(table, offered).then(|| -i64::try_from(place).unwrap_or(i64::MAX))
    })
}

const CHANCES: i64 = 1 << 16;

fn by_chance(stream: &mut Stream) -> i64 {
    i64::try_from(stream.below(CHANCES.unsigned_abs())).unwrap_or(0)
}

/// Whether a move leaves the talk open.
fn stays(table: &Table<'_>, offered: &Offered<'_>) -> bool {
    !table.mv(offered).act.ends_talk()
}

fn first_of(table: &Table<'_>, command: Option<&Command>) -> (Option<MoveId>, Option<IssueId>) {
    let Some(Command::Statement(statement)) = command else {
        return (None, None);
    };
    let mv = statement.moves.first().map(|(mv, _)| *mv);
    (mv, mv.map(|mv| table.scenario.mv(mv).issue))
}
