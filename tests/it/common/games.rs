//! Games that several tests look at.

use std::sync::Arc;

use we_can_wait::library::recorded;
use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::script::{Play, Step};
use we_can_wait::negotiation::{Command, Opposite, Session, Setup};
use we_can_wait::scenario::load::ron_options;
use we_can_wait::scenario::{Scenario, SeatId, StyleId};

/// A seat by its place in the list.
pub fn nth_seat(scenario: &Scenario, place: usize) -> SeatId {
    scenario.seat_ids().nth(place).expect("there are so many seats")
}

pub fn setup(scenario: &Scenario, length: &str, opposite: Opposite) -> Setup {
    Setup {
        seed: 1955,
        seat: SeatId::FIRST,
        length: scenario.length_id(length).expect("the length is known"),
        opposite,
        style: StyleId::FIRST,
        room: Default::default(),
    }
}

pub fn said(speaker: &str, moves: &[&str]) -> Step {
    Step::Say {
        speaker: speaker.to_owned(),
        moves: moves.iter().map(|id| (*id).to_owned()).collect(),
        holds_floor: false,
        predict: Vec::new(),
    }
}

pub fn played(scenario: &Arc<Scenario>, setup: Setup, steps: &[Step]) -> Game {
    let mut game = Game::new(scenario, setup);
    for step in steps {
        let command = step.command(scenario).expect("every id is known");
        assert_eq!(game.apply(&command).map(|_| ()), Ok(()), "{step:?}");
    }
    game
}

/// A game in which the hint is earned, and then the islands are made the condition for everything.
pub fn blunder(scenario: &Arc<Scenario>) -> Game {
    let steps = [
        said("tanaka", &["ask_conditions"]),
        said("morishima", &["quickest_settlement", "ask_hint"]),
        said("kitamura", &["islands_precondition"]),
        said("kitamura", &["with_the_treaty"]),
        said("kitamura", &["ask_wider_claim"]),
        said("kitamura", &["demand_hint_as_promise"]),
        said("kitamura", &["appeal_generosity"]),
        said("kitamura", &["adjourn"]),
    ];
    let mut game = played(scenario, setup(scenario, "full", Opposite::Model), &steps);
    let report = scenario.deal_id("kitamura_report").unwrap();
    let report = game.session.within_play(&scenario.deal(report).deal);
    game.apply(&Command::Report(report)).expect("it can be sent");
    game
}

pub fn recorded(scenario: &Arc<Scenario>) -> Vec<(String, Game)> {
    let games = scenario.playthroughs.iter().map(|(name, text)| {
        let play: Play = ron_options().from_str(text).expect("it can be read");
        let played = recorded::play(scenario, &play).expect("it can be begun");
        assert_eq!(played.stopped, None, "{name}: every step is on offer");
        (name.clone(), played.game)
    });
    games.collect()
}

/// The talk before a statement.
pub fn before(game: &Game, statement: u32) -> Session {
    let setup = game.session.setup().clone();
    let (mut session, _) = Session::new(game.session.scenario().clone(), setup);
    let mut events = Vec::new();
    for step in game.journal.steps.iter().take(statement as usize - 1) {
        let command = step.command(session.scenario()).expect("every id is known");
        session.apply(&command, &mut events).expect("it was taken");
    }
    session
}
