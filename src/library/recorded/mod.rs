//! Recorded games: playing one against a scenario, comparing it, making one from a game, and printing one for an author
//! to edit.
//!
//! Comparisons use ids, bands and the entries on record cards, never the words, so copy-editing doesn't break a
//! recording.

mod bless;
mod differs;
mod expect;
pub mod find;
mod names;
mod print;
mod record;
mod regression;

use std::sync::Arc;

use crate::scenario::resolved::Scenario;
use crate::scenario::{EntryId, UtteranceId};

use crate::negotiation::command::Rejection;
use crate::negotiation::event::Event;
use crate::negotiation::journal::{Broken, Game, HeaderError, named_setup};
use crate::negotiation::offer;
use crate::negotiation::room::ChangedRoom;
use crate::negotiation::script::{Expect, Play, Step, StepError};
use crate::negotiation::{Awaiting, Session, Setup};

pub use bless::{corrected, filled};
pub use differs::as_it_was;
pub use names::faults;
pub use print::{expectation, print};
pub use record::{PLAYTHROUGHS, RecordError, free_name, record_in};
pub use regression::{BlessError, Blessing, Tested, bless, test};

/// The result of playing a recorded game.
#[derive(Debug, Clone)]
pub struct Played {
    /// The game, as far as it could be played.
    pub game: Game,
    /// The first step that was refused, if any. Expectations are then not checked.
    pub stopped: Option<Box<Stopped>>,
    /// Expectations that were not met, in the order of the file.
    pub unmet: Vec<Unmet>,
}

impl Played {
    /// Whether every step was accepted and every expectation met.
    pub fn is_as_recorded(&self) -> bool {
        self.stopped.is_none() && self.unmet.is_empty()
    }
}

/// A step that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// Number of the step, from 1.
    pub step: usize,
    pub because: Broken,
    /// Ids of the moves, person or deal that the step asked for and that were not available.
    pub wanted: Vec<String>,
    /// The ids on offer that look most like the wanted one; empty if none is similar.
    pub nearest: Vec<String>,
    /// Everything on offer instead: ids of moves, of people who can be given the floor, or of named deals.
    pub offered: Vec<String>,
}

/// An expectation that was not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// What was expected and what happened instead, in words.
    pub message: String,
    /// The change that would make the file expect what happened.
    pub correction: Correction,
}

/// A change to a file's expectations. Indices count from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    /// Replaces the expectation at this index.
    Replace(usize, Expect),
    /// Removes the expectation at this index.
    Remove(usize),
    /// Inserts an expectation before the one at this index.
    Insert(usize, Expect),
}

impl Play {
    /// The setup of the recorded game.
    ///
    /// # Errors
    /// Returns an error if the game belongs to another scenario, or names a seat, length or style that this one does
    /// not have.
    pub fn setup(&self, scenario: &Scenario) -> Result<Setup, HeaderError> {
        let (seat, style) = (self.seat.as_deref(), self.style.as_deref());
        let setup = named_setup(scenario, &self.scenario, seat, &self.length, style)?;
        Ok(Setup { seed: self.seed, room: ChangedRoom::of(self.room.iter().copied()), ..setup })
    }
}

/// Plays a recorded game and checks its expectations.
///
/// # Errors
/// Returns an error if the game can't be started at all.
pub fn play(scenario: &Arc<Scenario>, play: &Play) -> Result<Played, HeaderError> {
    let mut game = Game::new(scenario, play.setup(scenario)?);
    let stopped = take(&mut game, &play.steps).err();
    let unmet = match &stopped {
        Some(_) => Vec::new(),
        None => expect::unmet(&game, &play.expect),
    };
    Ok(Played { game, stopped, unmet })
}

/// Applies steps to a game, up to the first that is refused.
///
/// # Errors
/// Returns the refused step with what was on offer instead. The steps before it have been applied.
pub fn take(game: &mut Game, steps: &[Step]) -> Result<(), Box<Stopped>> {
    for (index, step) in steps.iter().enumerate() {
        let scenario = Arc::clone(game.session.scenario());
        let command = step.command(&scenario).map_err(Broken::from);
        let taken = command.and_then(|command| Ok(game.apply(&command).map(|_| ())?));
        taken.map_err(|because| Box::new(Stopped::of(&game.session, index + 1, step, because)))?;
    }
    Ok(())
}

/// Plays a recorded game until statement number `turn` (from 1) is the next to be made, or until the recording ends.
///
/// # Errors
/// Returns an error if the game can't be started. A refused step only ends the playing.
pub fn play_up_to(scenario: &Arc<Scenario>, play: &Play, setup: Setup, turn: u32) -> Result<Game, HeaderError> {
    play.setup(scenario)?;
    let mut game = Game::new(scenario, setup);
    let statements = play.steps.iter();
    let statements = statements.take_while(|step| matches!(step, Step::Say { .. }));
    for step in statements.take(usize::try_from(turn.saturating_sub(1)).unwrap_or(usize::MAX)) {
        let next = game.clone();
        let ended = take(&mut game, std::slice::from_ref(step)).is_err()
            || !matches!(game.session.awaiting(), Awaiting::Statement(_));
        if ended {
            // The talk has to go on, so stop before a statement that would end it.
            game = next;
            break;
        }
    }
    Ok(game)
}

/// What was given after each answered statement, by its number; 0 is before the first.
pub fn heard(game: &Game) -> Vec<(u32, Vec<UtteranceId>)> {
    let mut heard = vec![(0, Vec::new())];
    let mut holding = false;
    for event in &game.events {
        match event {
            Event::Floor { statement, holds_floor, .. } => {
                if holding {
                    heard.pop();
                }
                holding = *holds_floor;
                heard.push((*statement, Vec::new()));
            }
            Event::Spoken { utterance, .. } => {
                if let Some((_, given)) = heard.last_mut() {
                    given.push(*utterance);
                }
            }
            _ => {}
        }
    }
    heard
}

/// The entries on a game's record cards, in the order of the record.
pub fn shown(game: &Game) -> Vec<EntryId> {
    let scenario = game.session.scenario();
    let mut shown: Vec<EntryId> = Vec::new();
    for point in &game.session.state().points {
        shown.extend(crate::negotiation::card::Card::of(scenario, point.mv).entries());
    }
    shown.sort_unstable();
    shown.dedup();
    shown
}

impl Stopped {
    fn of(session: &Session, step: usize, taken: &Step, because: Broken) -> Self {
        let scenario = session.scenario();
        let wanted = wanted(scenario, taken, &because);
        let offered = offered(session, &because);
        let nearest = wanted.first().map_or_else(Vec::new, |wanted| nearest(wanted, &offered));
        Self { step, because, wanted, nearest, offered }
    }
}

/// The ids that a refused step asked for.
fn wanted(scenario: &Scenario, step: &Step, because: &Broken) -> Vec<String> {
    let mv = |id: &crate::scenario::MoveId| vec![scenario.mv(*id).id.clone()];
    match because {
        Broken::Step(StepError::NoPerson(id) | StepError::NoMove(id) | StepError::NoDeal(id)) => {
            vec![id.clone()]
        }
        Broken::Rejected(
            Rejection::NotTheirs(_, id)
            | Rejection::OtherSeat(id)
            | Rejection::NotInPlay(id, _)
            | Rejection::UsedUp(id)
            | Rejection::Twice(id)
            | Rejection::NotYet(id),
        ) => mv(id),
        Broken::Rejected(Rejection::NoFloorFor(person)) => {
            vec![scenario.person(*person).id.clone()]
        }
        _ => match step {
            Step::Say { moves, .. } => moves.clone(),
            Step::Report(deal) => vec![deal.clone()],
            Step::Package(_) => Vec::new(),
        },
    }
}

/// The ids on offer, of the kind that the step asked for.
fn offered(session: &Session, because: &Broken) -> Vec<String> {
    let scenario = session.scenario();
    let people = matches!(because, Broken::Step(StepError::NoPerson(_)) | Broken::Rejected(Rejection::NoFloorFor(_)));
    match session.awaiting() {
        Awaiting::Statement(seat) => {
            let offered = || offer::offered(session.position_of(seat));
            if let Broken::Rejected(Rejection::MustFace { options, .. }) = because {
                return options.iter().map(|mv| scenario.mv(*mv).id.clone()).collect();
            }
            if people {
                let mut floor: Vec<_> = offered().flat_map(|o| o.speakers.iter().copied()).collect();
                floor.sort_unstable();
                floor.dedup();
                return floor.iter().map(|id| scenario.person(*id).id.clone()).collect();
            }
            offered().map(|offered| scenario.mv(offered.mv).id.clone()).collect()
        }
        Awaiting::Report(_) => scenario.deals.iter().map(|deal| deal.id.clone()).collect(),
        Awaiting::Over(_) => Vec::new(),
    }
}

/// Up to three ids that look most like the wanted one, leaving out those that are not similar.
fn nearest(wanted: &str, ids: &[String]) -> Vec<String> {
    const LEAST: f64 = 0.6;
    let mut like: Vec<(f64, &String)> = ids
        .iter()
        .filter(|id| *id != wanted)
        .map(|id| (strsim::jaro_winkler(wanted, id), id))
        .filter(|(likeness, _)| *likeness > LEAST)
        .collect();
    like.sort_by(|(one, a), (other, b)| other.total_cmp(one).then(a.cmp(b)));
    like.into_iter().take(3).map(|(_, id)| id.clone()).collect()
}

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "step {} could not be taken: ", self.step)?;
        match (&self.because, self.wanted.as_slice()) {
            (Broken::Rejected(rejection), [one]) => write!(f, "{rejection} (\"{one}\")")?,
            (because, _) => write!(f, "{because}")?,
        }
        if !self.nearest.is_empty() {
            let quoted: Vec<String> = self.nearest.iter().map(|id| format!("\"{id}\"")).collect();
            write!(f, "; nearest to it: {}", quoted.join(", "))?;
        }
        if !self.offered.is_empty() {
            write!(f, "; on offer instead: {}", self.offered.join(", "))?;
        }
        Ok(())
    }
}
