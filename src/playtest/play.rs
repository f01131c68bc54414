//! One game played by a bot, from the start or from any point of a talk.

use std::sync::Arc;

use crate::negotiation::journal::Game;
use crate::negotiation::random::{Draw, Stream};
use crate::negotiation::{Awaiting, Event, Session, Setup};
use crate::scenario::Scenario;

use super::Plan;
use super::bot::{Bot, Player};
use super::report::Writer;

/// Safety limit, far above the steps of any game. A loop that reaches it has a bug.
const MOST_STEPS: u64 = 200;

/// Plays one game to its end.
pub fn play(scenario: &Arc<Scenario>, setup: Setup, bot: Bot) -> Game {
    play_with(scenario, setup, bot, bot.writer())
}

/// Plays one game to its end, with the report by a given writer.
pub fn play_with(scenario: &Arc<Scenario>, setup: Setup, bot: Bot, writer: Writer) -> Game {
    let mut game = Game::new(scenario, setup);
    play_on(&mut game, bot, writer, &|_| false);
    game
}

/// Continues a game until it ends or `far_enough` holds. A bot that joins in the middle of a talk has not heard the
/// events before it, and knows only what the session holds.
pub fn play_on(game: &mut Game, bot: Bot, writer: Writer, far_enough: &dyn Fn(&Session) -> bool) {
    let seed = game.session.setup().seed;
    let mut player = bot.player(writer);
    let mut heard = if game.journal.steps.is_empty() { 0 } else { game.events.len() };
    for step in 0..MOST_STEPS {
        if over(&game.session) || far_enough(&game.session) {
            return;
        }
        let mut stream = Stream::new(seed, Draw::Bot, step);
        let events = game.events.get(heard..).unwrap_or_default();
        let Some(command) = player.decide(&game.session, events, &mut stream) else {
            return;
        };
        heard = game.events.len();
        if game.apply(&command).is_err() {
            return;
        }
    }
}

/// Plays one game of a plan to its end, without a journal. Leaves in `events` everything since the bot took over.
pub(super) fn into(
    scenario: &Arc<Scenario>,
    plan: &Plan,
    game: u64,
    mut player: Player,
    events: &mut Vec<Event>,
) -> Session {
    let setup = plan.setup(game);
    let seed = setup.seed;
    let (mut session, opening) = Session::new(Arc::clone(scenario), setup);
    events.clear();
    events.extend(opening);
    for command in &plan.begun {
        // Games with the same start have accepted these commands, and a refused command would change nothing.
        let _ = session.apply(command, events);
    }
    if !plan.begun.is_empty() {
        events.clear();
    }
    finish(&mut session, &mut player, seed, events);
    session
}

/// Continues a talk to its end: the bot makes the remaining statements and writes the report. Its random streams are
/// seeded from `stream`, so the same talk, bot and stream always give the same result. The bot has not heard earlier
/// events, and knows only what the session holds.
pub fn play_out(mut session: Session, bot: Bot, stream: &mut Stream) -> Session {
    let seed = stream.next_number();
    let mut player = bot.player(bot.writer());
    finish(&mut session, &mut player, seed, &mut Vec::new());
    session
}

fn finish(session: &mut Session, player: &mut Player, seed: u64, events: &mut Vec<Event>) {
    let mut heard = 0;
    for step in 0..MOST_STEPS {
        if over(session) {
            break;
        }
        let mut stream = Stream::new(seed, Draw::Bot, step);
        let since = events.get(heard..).unwrap_or_default();
        let Some(command) = player.decide(session, since, &mut stream) else {
            break;
        };
        heard = events.len();
        if session.apply(&command, events).is_err() {
            break;
        }
    }
}

fn over(session: &Session) -> bool {
    matches!(session.awaiting(), Awaiting::Over(_))
}

/// Whether a talk has ended and its end was announced.
pub fn ended(session: &Session, events: &[Event]) -> bool {
    over(session) && events.iter().any(|event| matches!(event, Event::Ended(_)))
}
