//! The bot that follows the record: the record's own moves in the record's order, grouped as they were said.

use crate::negotiation::seat_view::Offered;
use crate::negotiation::{Command, Statement};
use crate::scenario::resolved::MoveWords;
use crate::scenario::{EntryId, MoveId, PersonId};

use crate::playtest::table::Table;

/// The next words of the record that are on offer and not yet said, up to the point where they were answered. If a
/// colleague spoke next in the record, the statement holds the floor where that is still possible.
pub(super) fn follow(table: &Table<'_>) -> Option<Command> {
    let mut recorded: Vec<(EntryId, &Offered<'_>)> = table
        .offered
        .iter()
        .filter(|offered| table.session.state().times_made(offered.mv) == 0)
        .filter_map(|offered| Some((first_entry(table, offered.mv)?, offered)))
        .collect();
    recorded.sort_by_key(|(entry, _)| *entry);
    let facing = recorded.iter().find(|(_, offered)| offered.faces);
    let unrecorded = table.offered.iter().find(|offered| offered.faces);
    let Some((_, first)) = facing.or_else(|| recorded.first()) else {
        let faces = unrecorded?;
        let statement = Statement::new(table.speaker(faces)?, [faces.mv]);
        return Some(Command::Statement(statement));
    };
    let speaker = table.speaker(first)?;
    let said = block(table, first.mv, speaker);
    let on_offer = |mv: &MoveId| recorded.iter().any(|(_, offered)| offered.mv == *mv);
    let moves = said.moves.into_iter().filter(on_offer);
    let moves: Vec<MoveId> = moves.take(table.view.moves_allowed()).collect();
    let mut statement = Statement::new(speaker, moves);
    statement.holds_floor = said.colleague_follows && table.view.can_hold();
    Some(Command::Statement(statement))
}

/// What one speaker said in the record before anyone else spoke.
struct Block {
    moves: Vec<MoveId>,
    colleague_follows: bool,
}

fn block(table: &Table<'_>, first: MoveId, speaker: PersonId) -> Block {
    let mut block = Block { moves: vec![first], colleague_follows: false };
    let Some(from) = first_entry(table, first) else {
        return block;
    };
    for entry in table.scenario.entry_ids().skip_while(|entry| *entry <= from) {
        let by = table.scenario.entry(entry).speaker;
        if table.scenario.person(by).party != Some(table.seat.party) {
            return block;
        }
        if by != speaker {
            block.colleague_follows = true;
            return block;
        }
        let begins = |mv: &MoveId| first_entry(table, *mv) == Some(entry);
        block.moves.extend(table.scenario.move_ids().find(begins));
    }
    block
}

/// The first entry of a move's words in the record; `None` if the move is not in the record.
fn first_entry(table: &Table<'_>, mv: MoveId) -> Option<EntryId> {
    let mv = table.scenario.mv(mv);
    match &mv.words {
        MoveWords::Record(entries) if mv.seat == table.session.seat() => entries.first().copied(),
        _ => None,
    }
}
