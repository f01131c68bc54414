//! What is told of a step of the talk.

use crate::common::games::nth_seat;
use we_can_wait::language::Catalogue;
use we_can_wait::negotiation::command::{Command, Statement};
use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::{Opposite, Setup};
use we_can_wait::scenario::{LengthId, StyleId};
use we_can_wait::view::talk::{TalkItem, tell};
use we_can_wait::view::wording::Wording;

/// What is told after a first statement of one move.
fn told(seat: usize, speaker: &str, mv: &str, holds_floor: bool) -> Vec<TalkItem> {
    let scenario = crate::common::scenario();
    let setup = Setup {
        seed: 1,
        seat: nth_seat(&scenario, seat),
        length: LengthId::FIRST,
        opposite: Opposite::Model,
        style: StyleId::FIRST,
        room: Default::default(),
    };
    let mut game = Game::new(&scenario, setup);
    let who = scenario.person_id(speaker).expect("a person");
    let mut statement = Statement::new(who, [scenario.move_id(mv).expect("a move")]);
    statement.holds_floor = holds_floor;
    let command = Command::Statement(statement);
    let events = game.apply(&command).expect("it is on offer").to_vec();
    let catalogue = Catalogue::load("en").expect("the words are there");
    tell(Wording::new(&catalogue, &scenario), &game.session, &events)
}

#[test]
fn who_gets_no_answer_yet_is_told_so() {
    let items = told(1, "khrushchev", "peace_first", false);
    assert!(items.contains(&TalkItem::Waits), "{items:?}");
}

#[test]
fn who_is_answered_or_holds_the_floor_is_not_told_to_wait() {
    let answered = told(0, "tanaka", "ask_conditions", false);
    assert!(answered.iter().any(|item| matches!(item, TalkItem::Answer { .. })));
    assert!(!answered.contains(&TalkItem::Waits));
    let held = told(0, "kitamura", "thank_hosts", true);
    assert!(!held.contains(&TalkItem::Waits));
}
