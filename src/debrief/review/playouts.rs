//! Play-outs: plays a talk to its end many times from one position, to compare the results.
//!
//! The worth of a position is the mean of its play-outs, as in Monte Carlo evaluation (Abramson 1990,
//! "Expected-outcome: a general model of static evaluation"). Two positions are compared play-out by play-out with the
//! same draws on both sides (common random numbers), so that differences come from the position and not from luck.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::negotiation::random::{Draw, Stream};
use crate::negotiation::{Awaiting, Command, Session};
use crate::playtest::bot::{Bot, Player};
use crate::ports::Spawner;
use crate::scenario::SeatId;

use super::outcome::{Outcome, Scale};
use super::report;

/// The bot that plays the talk to its end. It plays as a reasonable person would, so a move is worth what can
/// reasonably be made of it. Random doubts about its own judgement make the play-outs differ.
const BOT: Bot = Bot::Principled;
/// Safety limit, far above the length of any talk.
const MOST_STEPS: usize = 200;

/// Outcomes of a position, one for each play-out.
pub(in crate::debrief) type Outcomes = Vec<Outcome>;

/// Plays a talk to its end `playouts` times.
pub(in crate::debrief) fn outcomes(session: &Session, of: &From, playouts: u32) -> Outcomes {
    (0..u64::from(playouts))
        .map(|index| {
            let seed = Stream::new(of.seed, Draw::PlayOut, index).next_number();
            play_out(session.clone(), of, seed)
        })
        .collect()
}

/// The seat to judge for, the seed of the draws and the scale to measure on.
#[derive(Debug, Clone, Copy)]
pub(in crate::debrief) struct From {
    pub(in crate::debrief) seat: SeatId,
    pub(in crate::debrief) seed: u64,
    pub(in crate::debrief) scale: Scale,
}

fn play_out(mut session: Session, of: &From, seed: u64) -> Outcome {
    let mut events = Vec::new();
    // Each seat in play, its player, and the index of the first event it has not heard.
    let mut players: Vec<(SeatId, Player, usize)> = Vec::new();
    for _ in 0..MOST_STEPS {
        let command = match session.awaiting() {
            Awaiting::Over(_) => break,
            Awaiting::Report(seat) if seat == of.seat => return report::best(&session, of.scale).1,
            Awaiting::Report(_) => Command::Report(session.opening().to_vec()),
            Awaiting::Statement(seat) => {
                // Each statement has its own random stream, so two talks draw the same numbers from any given statement
                // on.
                let at = u64::from(session.state().statements);
                let mut stream = Stream::new(seed, Draw::Bot, at);
                if !players.iter().any(|(of, ..)| *of == seat) {
                    players.push((seat, BOT.player(BOT.writer()), 0));
                }
                let player = players.iter_mut().find(|(of, ..)| *of == seat);
                let Some((_, player, heard)) = player else {
                    break;
                };
                let since = events.get(*heard..).unwrap_or_default();
                let command = player.decide(&session, since, &mut stream);
                *heard = events.len();
                let Some(command) = command else { break };
                command
            }
        };
        if session.apply(&command, &mut events).is_err() {
            break;
        }
    }
    session
        .judgement_of(of.seat)
        .map_or_else(|| report::best(&session, of.scale).1, |judgement| Outcome::on(of.scale, &judgement))
}

/// Runs a piece of work for each item on all workers. The results are in the order of the items, whatever the number of
/// workers. `watch` is called with the number done and returns whether to continue; if it stops the work early, the
/// result is `None`.
pub(in crate::debrief) fn each<T: Sync, R: Send>(
    items: &[T],
    spawner: &dyn Spawner,
    watch: &(dyn Fn(usize) -> bool + Sync),
    work: impl Fn(&T) -> R + Sync,
) -> Option<Vec<R>> {
    let done = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    let results = Mutex::new(Vec::new());
    spawner.for_each(items.len(), &|index| {
        let Some(item) = items.get(index).filter(|_| !stopped.load(Ordering::Relaxed)) else { return };
        let result = work(item);
        results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        if !watch(done.fetch_add(1, Ordering::Relaxed) + 1) {
            stopped.store(true, Ordering::Relaxed);
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_unstable_by_key(|(index, _)| *index);
    (results.len() == items.len()).then(|| results.into_iter().map(|(_, result)| result).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::memory::Inline;

    #[test]
    fn results_are_in_the_order_of_their_items() {
        let items: Vec<u64> = (0..100).collect();
        let doubled = each(&items, &Inline, &|_| true, |n| n * 2).unwrap();
        assert!(doubled.iter().zip(&items).all(|(d, n)| *d == n * 2));
        assert_eq!(each(&items, &Inline, &|done| done < 3, |n| *n), None);
    }
}
