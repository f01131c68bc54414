//! The conversation in the blocks it is read in: what moved in the room after a line of speech stands together below it.

use crate::language::{Catalogue, arg};
use crate::scenario::terms::Bar;

use super::table::TurnView;
use super::talk::TalkItem;

/// A bar that moved, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomChange {
    /// The bar.
    pub bar: Bar,
    /// How far, with its sign; never 0 in what is told.
    pub by: i16,
    /// What moved, which way and to what height, in words.
    pub moved: String,
    /// Why, and on what that stands.
    pub because: String,
}

/// A part of the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<'a> {
    /// One thing that was said or happened.
    Told(&'a TalkItem),
    /// What moved in the room by what was told before.
    Room(Vec<RoomChange>),
}

/// What moved in the room with one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomTurn {
    /// Which statement, and whose; empty for the first words of the talk.
    pub heading: String,
    /// Every change, in order.
    pub changes: Vec<RoomChange>,
}

/// A part of the conversation after which the room is told again: a new voice, or a new topic.
const fn begins_anew(item: &TalkItem) -> bool {
    matches!(
        item,
        TalkItem::Floor { .. }
            | TalkItem::Move(_)
            | TalkItem::TheirMove(_)
            | TalkItem::Topic(_)
            | TalkItem::Answer { .. }
            | TalkItem::NoAnswer { .. }
            | TalkItem::Ended(_)
    )
}

/// The blocks of a turn, in order.
pub fn blocks<'a>(catalogue: &Catalogue, items: &'a [TalkItem]) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    let mut room = Vec::new();
    for item in items {
        if let Some(change) = change(catalogue, item) {
            room.push(change);
            continue;
        }
        if begins_anew(item) && !room.is_empty() {
            blocks.push(Block::Room(std::mem::take(&mut room)));
        }
        blocks.push(Block::Told(item));
    }
    if !room.is_empty() {
        blocks.push(Block::Room(room));
    }
    blocks
}

/// What moved the room in a talk, the newest statement first.
pub fn room_turns(catalogue: &Catalogue, turns: &[TurnView]) -> Vec<RoomTurn> {
    let told = turns.iter().rev().map(|turn| RoomTurn {
        heading: heading(catalogue, &turn.items),
        changes: turn.items.iter().filter_map(|item| change(catalogue, item)).collect(),
    });
    told.filter(|turn| !turn.changes.is_empty()).collect()
}

fn heading(catalogue: &Catalogue, items: &[TalkItem]) -> String {
    let floor = items.iter().find_map(|item| match item {
        TalkItem::Floor { statement, name, .. } => Some((*statement, name)),
        _ => None,
    });
    floor.map_or_else(String::new, |(statement, name)| {
        let args = [arg("number", statement), arg("name", name.as_str())];
        catalogue.msg_with("room-after", &args)
    })
}

fn change(catalogue: &Catalogue, item: &TalkItem) -> Option<RoomChange> {
    let TalkItem::Bar { bar, name, from, to, because, basis } = item else {
        return None;
    };
    let by = i16::from(*to) - i16::from(*from);
    let key = if by < 0 { "room-down" } else { "room-up" };
    let args = [arg("bar", name.as_str()), arg("by", by.abs()), arg("to", *to)];
    let reason = [arg("because", because.as_str()), arg("basis", basis.as_str())];
    Some(RoomChange {
        bar: *bar,
        by,
        moved: catalogue.msg_with(key, &args),
        because: catalogue.msg_with("room-because", &reason),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(name: &str, from: u8, to: u8) -> TalkItem {
        TalkItem::Bar {
            bar: Bar::Trust,
            name: name.to_owned(),
            from,
            to,
            because: "He asks.".to_owned(),
            basis: "line 1".to_owned(),
        }
    }

    #[test]
    fn changes_after_a_line_stand_together_below_all_that_follows_it_up_to_the_next_line() {
        let catalogue = Catalogue::load("en").unwrap();
        let items = [
            TalkItem::Topic("Peace".to_owned()),
            bar("Trust", 60, 62),
            TalkItem::Mark("known".to_owned()),
            bar("Face", 50, 44),
            TalkItem::Topic("Islands".to_owned()),
            bar("Trust", 62, 61),
        ];
        let blocks = blocks(&catalogue, &items);
        let shape: Vec<usize> = blocks
            .iter()
            .map(|block| match block {
                Block::Told(_) => 0,
                Block::Room(changes) => changes.len(),
            })
            .collect();
        assert_eq!(shape, [0, 0, 2, 0, 1]);
        let Some(Block::Room(changes)) = blocks.get(2) else { panic!("what moved is told third") };
        assert_eq!(changes[0].moved, "Trust up 2, now 62.");
        assert_eq!(changes[1].moved, "Face down 6, now 44.");
    }
}
