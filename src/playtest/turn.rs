//! A talk at a given turn, reached by a recorded game or by a bot.

use std::sync::Arc;

use crate::library::recorded::play_up_to;
use crate::negotiation::journal::{Game, LedUp};
use crate::negotiation::script::Play;
use crate::negotiation::{Awaiting, Session, Setup};
use crate::scenario::Scenario;
use crate::scenario::load::ron_options;

use super::bot::Bot;
use super::play::play_on;

/// Why a talk can't start at a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no recorded game and no bot gets to statement {asked}; start at statement {latest} or earlier")]
pub struct NoTurn {
    /// Number of the requested statement, from 1.
    pub asked: u32,
    /// Number of the latest statement that was reached.
    pub latest: u32,
}

/// Bots to try in turn until one reaches the statement. Those that keep a talk going longest come last.
const LEADERS: [Bot; 4] = [Bot::Principled, Bot::OneSpeaker, Bot::LeastUsed, Bot::Nagging];

/// A game in which statement number `turn` (from 1) is the next to be made. It starts from the recorded game given as
/// name and content, or from one of the scenario's own for this seat; failing that, a bot plays up to it. The journal
/// records which.
///
/// # Errors
/// Returns an error if no recorded game or bot reaches the statement.
pub fn at(scenario: &Arc<Scenario>, setup: &Setup, turn: u32, from: Option<(&str, &Play)>) -> Result<Game, NoTurn> {
    if turn <= 1 {
        return Ok(Game::new(scenario, setup.clone()));
    }
    let mut latest = 1;
    let mut there = |game: &Game| {
        let next = next(&game.session);
        latest = latest.max(next.unwrap_or(game.session.state().statements));
        next == Some(turn)
    };
    if let Some((name, play)) = from {
        if let Some(mut game) = recorded(scenario, name, play, setup, turn) {
            if there(&game) {
                return Ok(game);
            }
            if lead(&mut game, Bot::Principled, turn) && there(&game) {
                return Ok(game);
            }
        }
    } else {
        let own = scenario.playthroughs.iter();
        let own = own.filter_map(|(name, text)| Some((name, ron_options().from_str(text).ok()?)));
        for (name, play) in own {
            let of_seat = Play::setup(&play, scenario).is_ok_and(|own| own.seat == setup.seat);
            let game = of_seat.then(|| recorded(scenario, name, &play, setup, turn)).flatten();
            if let Some(game) = game.filter(&mut there) {
                return Ok(game);
            }
        }
    }
    for bot in LEADERS {
        let mut game = Game::new(scenario, setup.clone());
        if lead(&mut game, bot, turn) && there(&game) {
            return Ok(game);
        }
    }
    Err(NoTurn { asked: turn, latest })
}

/// Number of the next statement, from 1; `None` if the talk is over.
fn next(session: &Session) -> Option<u32> {
    let talks = matches!(session.awaiting(), Awaiting::Statement(_));
    talks.then(|| session.state().statements + 1)
}

fn recorded(scenario: &Arc<Scenario>, name: &str, play: &Play, setup: &Setup, turn: u32) -> Option<Game> {
    let mut game = play_up_to(scenario, play, setup.clone(), turn).ok()?;
    led(&mut game, name);
    Some(game)
}

/// Lets a bot play up to a statement. Returns false if the talk ended first.
fn lead(game: &mut Game, bot: Bot, turn: u32) -> bool {
    let before = game.journal.led_up.as_ref().map(|led| led.by.clone());
    play_on(game, bot, bot.writer(), &|session| session.state().statements + 1 >= turn || next(session).is_none());
    let by = match before {
        Some(before) => format!("{before}, {}", bot.name()),
        None => bot.name().to_owned(),
    };
    led(game, &by);
    next(&game.session) == Some(turn)
}

fn led(game: &mut Game, by: &str) {
    let statements = game.session.state().statements;
    game.journal.led_up = (statements > 0).then(|| LedUp { by: by.to_owned(), statements });
}
