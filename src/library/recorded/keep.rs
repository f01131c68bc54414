//! A recorded game made of a game that was played.

use crate::scenario::resolved::Scenario;

use super::expect::{ids, outcome, shown_ids};
use super::heard;
use crate::negotiation::journal::Game;
use crate::negotiation::script::{Expect, Play, Step};
use crate::negotiation::session::{Opposite, Setup};

/// Why a game cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// Two people play it.
    #[error("it is a game of two people, and a recorded game is answered by the model")]
    TwoPeople,
    /// Nothing was done in it.
    #[error("no statement has been made in it yet")]
    Empty,
}

impl Play {
    /// A recorded game of a game: its steps, what was heard after each statement, the entries on its record cards, and how it
    /// ended, as far as it did.
    ///
    /// # Errors
    /// When two people play it, or no statement was made.
    pub fn of(game: &Game) -> Result<Self, KeepError> {
        let setup = game.session.setup();
        if setup.opposite == Opposite::Person {
            return Err(KeepError::TwoPeople);
        }
        if game.journal.steps.is_empty() {
            return Err(KeepError::Empty);
        }
        let scenario = game.session.scenario();
        let steps = game.journal.steps.iter();
        Ok(Self {
            scenario: scenario.id.clone(),
            seat: seat_of(scenario, setup),
            seed: setup.seed,
            length: game.journal.length.clone(),
            style: game.journal.style.clone(),
            room: game.journal.room.clone(),
            steps: steps.map(|step| named(scenario, step)).collect(),
            expect: expected(game),
        })
    }
}

/// The seat, where it is not the one that is meant when none is named.
fn seat_of(scenario: &Scenario, setup: &Setup) -> Option<String> {
    (setup.seat.0 > 0).then(|| scenario.seat(setup.seat).id.clone())
}

/// A report by the name of its deal, where it has one.
fn named(scenario: &Scenario, step: &Step) -> Step {
    let Step::Package(_) = step else {
        return step.clone();
    };
    let reported = step.command(scenario).ok();
    let same = scenario.deals.iter().find(|deal| {
        let named = Step::Report(deal.id.clone());
        reported.is_some() && named.command(scenario).ok() == reported
    });
    same.map_or_else(|| step.clone(), |deal| Step::Report(deal.id.clone()))
}

fn expected(game: &Game) -> Vec<Expect> {
    let scenario = game.session.scenario();
    let heard = heard(game).into_iter();
    let mut expected: Vec<Expect> =
        heard.map(|(after, given)| Expect::Heard { after, given: ids(scenario, &given) }).collect();
    let cards = shown_ids(game);
    if !cards.is_empty() {
        expected.push(Expect::Shown(cards));
    }
    expected.extend(outcome(game));
    expected
}
