//! One game by a bot, from the start or from any point of a talk.

use std::sync::Arc;

use crate::negotiation::journal::Game;
use crate::negotiation::random::{Draw, Stream};
use crate::negotiation::{Awaiting, Event, Session, Setup};
use crate::scenario::Scenario;

use super::Plan;
use super::bot::{Bot, Player};
use super::report::Writer;

/// Far more steps than a game has. A loop that reaches this is a fault, and has to end.
const MOST_STEPS: u64 = 200;

/// Plays one game to its end.
pub fn play(scenario: &Arc<Scenario>, setup: Setup, bot: Bot) -> Game {
    play_with(scenario, setup, bot, bot.writer())
}

/// Plays one game to its end, with the report by another writer.
pub fn play_with(scenario: &Arc<Scenario>, setup: Setup, bot: Bot, writer: Writer) -> Game {
    let mut game = Game::new(scenario, setup);
    play_on(&mut game, bot, writer, &|_| false);
    game
}

/// Continues a game to its end, or until it is far enough. A bot that starts in the middle of a talk has heard nothing of what
/// was said before except what the session remembers.
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

/// Plays one game of a plan to its end, without a journal. Afterwards `events` holds what happened since the bot took over.
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
        // A game with the same start has accepted these; one that is refused changes nothing.
        let _ = session.apply(command, events);
    }
    if !plan.begun.is_empty() {
        events.clear();
    }
    finish(&mut session, &mut player, seed, events);
    session
}

/// Continues a talk to its end: the bot makes the statements that are left and writes the report. Draws come from streams of
/// their own, so that the same talk, bot and stream give the same end. The bot has heard nothing of what was said before except
/// what the session remembers.
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

/// Whether a talk has ended, and its end has been announced.
pub fn ended(session: &Session, events: &[Event]) -> bool {
    over(session) && events.iter().any(|event| matches!(event, Event::Ended(_)))
}
