//! Recorded games and their debriefs.

use std::sync::Arc;

use we_can_wait::debrief::{Appraisal, Tested, Weights, findings_of, findings_under};
use we_can_wait::language::Catalogue;
use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::script::Play;
use we_can_wait::negotiation::{Opposite, Setup};
use we_can_wait::scenario::load::ron_options;
use we_can_wait::scenario::{Scenario, SeatId, StyleId};
use we_can_wait::view::chart::ValueChart;
use we_can_wait::view::debrief::{Document, document};
use we_can_wait::view::wording::{Wording, seated};

/// The recorded games whose debrief is printed and looked at.
pub const GAMES: [&str; 3] = ["as-it-was.ron", "peace-first.ron", "ultimatum-first.ron"];

pub fn played_from(scenario: &Arc<Scenario>, text: &str) -> Game {
    let play: Play = ron_options().from_str(text).expect("it can be read");
    let seat = play.seat.as_deref();
    let setup = Setup {
        seed: play.seed,
        seat: seat.map_or(SeatId::FIRST, |id| scenario.seat_id(id).expect("a seat")),
        length: scenario.length_id(&play.length).expect("a length"),
        opposite: Opposite::Model,
        style: StyleId::FIRST,
        room: Default::default(),
    };
    let mut game = Game::new(scenario, setup);
    for step in &play.steps {
        let command = step.command(scenario).expect("every id is known");
        game.apply(&command).expect("it is on offer");
    }
    game
}

pub fn game(scenario: &Arc<Scenario>, name: &str) -> Game {
    let found = scenario.playthroughs.iter().find(|(file, _)| file == name);
    played_from(scenario, &found.expect("it is there").1)
}

/// Every recorded game.
pub fn games(scenario: &Arc<Scenario>) -> Vec<(String, Game)> {
    let games = scenario.playthroughs.iter();
    games.map(|(name, text)| (name.clone(), played_from(scenario, text))).collect()
}

pub fn appraised(game: &Game) -> Appraisal {
    let seat = game.session.setup().seat;
    findings_of(game, seat).appraisal.expect("it is no large space")
}

pub fn told(game: &Game, weights: &Weights) -> Document {
    let scenario = game.session.scenario();
    let seat = game.session.setup().seat;
    let tested = Tested::of(game, seat).expect("it is no large space");
    let findings = findings_under(game, seat, Some(&tested), weights);
    let catalogue = seated(&Catalogue::load("en").expect("it has no faults"), scenario, seat);
    document(Wording::new(&catalogue, scenario), game, &findings)
}

pub fn chart(game: &Game) -> ValueChart {
    let scenario = game.session.scenario();
    let catalogue = Catalogue::load("en").expect("it has no faults");
    let wording = Wording::new(&catalogue, scenario);
    let own = scenario.seat(game.session.setup().seat).party.index();
    we_can_wait::view::chart::chart(wording, &appraised(game), own, true).expect("two parties")
}
