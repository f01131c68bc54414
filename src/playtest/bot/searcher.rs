//! The searcher, which plays ahead on copies of the talk and keeps the best line it has found.
//!
//! It knows more than a person could: on its copies it hears answers before they are given, and it ranks talks by the
//! report that could then be written, using both sides' values. Because the rules draw nothing at random, a line once
//! found stays valid. The method is flat Monte Carlo search that remembers the best sequence (nested Monte Carlo search
//! at level one, Cazenave 2009). The cost is bounded by [`AT_FIRST`] and [`LATER`] play-outs per statement.

use std::collections::VecDeque;

use crate::negotiation::random::{Draw, Stream};
use crate::negotiation::seat_view::SeatView;
use crate::negotiation::{Awaiting, Command, Session};
use crate::playtest::report;
use crate::playtest::table::Table;

use super::chance;
use super::principled::{DOUBT, principled};

/// Play-outs before the first statement.
const AT_FIRST: u64 = 40;
/// Play-outs before each later statement.
const LATER: u64 = 10;
/// Safety limit, far above the length of any talk.
const MOST_STATEMENTS: u64 = 200;

/// The best line found so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    commands: VecDeque<Command>,
    rank: (u8, u32),
}

/// The next statement of the best line.
pub(super) fn search(session: &Session, line: &mut Line, stream: &mut Stream) -> Option<Command> {
    if matches!(session.awaiting(), Awaiting::Statement(_)) {
        let play_outs = if line.commands.is_empty() { AT_FIRST } else { LATER };
        for number in 0..play_outs {
            let found = play_out(session, number, stream.next_number());
            if line.commands.is_empty() || found.rank > line.rank {
                *line = found;
            }
        }
    }
    line.commands.pop_front()
}

/// Plays ahead with the principled bot, under varying doubt about its judgement, sometimes mixed with random
/// statements.
fn play_out(session: &Session, number: u64, seed: u64) -> Line {
    let mut session = session.clone();
    let mut line = Line::default();
    let mut events = Vec::new();
    let mut heard = 0;
    for step in 0..MOST_STATEMENTS {
        let mut stream = Stream::new(seed, Draw::Bot, step);
        let view = SeatView::of(&session, session.seat());
        if !view.awaiting_statement() {
            break;
        }
        let since = events.get(heard..).unwrap_or_default();
        let table = Table::new(&session, view, since);
        let command = match number % 4 {
            0 => principled(&table, DOUBT, &mut stream),
            1 => principled(&table, 4 * DOUBT, &mut stream),
            2 => principled(&table, 10 * DOUBT, &mut stream),
            _ if stream.below(2) == 0 => chance::random(&session, view, &mut stream),
            _ => principled(&table, DOUBT, &mut stream),
        };
        let Some(command) = command else {
            break;
        };
        heard = events.len();
        if session.apply(&command, &mut events).is_err() {
            break;
        }
        line.commands.push_back(command);
    }
    if matches!(session.awaiting(), Awaiting::Report(_)) {
        line.rank = report::climb(&session).1;
    } else {
        line.rank = session.judgement_if(None).ending.rank();
    }
    line
}
