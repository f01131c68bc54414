//! The journal of a game: what was done, by ids, and a digest of what came of it after each step.
//!
//! A journal is replayed, never trusted: its steps play the game again, and the digests show whether the same things happened.

use crate::scenario::StyleId;
use std::sync::Arc;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::scenario::resolved::Scenario;
use crate::scenario::terms::Bar;

use super::command::{Command, Rejection};
use super::digest::Digest;
use super::event::Event;
use super::room::ChangedRoom;
use super::script::{Play, Step, StepError};
use super::session::Session;
use super::setup::{Opposite, Setup};

/// Number of the journal's format. Format 2 added the format of the scenario and a changed room.
pub const FORMAT: u32 = 2;

/// Version of the rules: raised when the same steps may bring other events.
pub const RULES: u32 = 1;

/// Largest journal that is read, in bytes. A whole game takes less than a hundredth of it.
pub const MAX_BYTES: usize = 1 << 20;

/// A journal as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    pub format: u32,
    pub rules: u32,
    pub scenario: String,
    pub scenario_hash: String,
    /// Format in which the scenario was written.
    #[serde(default = "first_format")]
    pub scenario_format: u32,
    pub seed: u64,
    pub seat: String,
    pub length: String,
    /// Two people play: the seat opposite is not answered by the model.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hot_seat: bool,
    /// Id of the style in which the model answers; left out for the record's own manner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// Bars that begin otherwise than in the scenario, each with its height, 0 to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub room: Vec<(Bar, u8)>,
    /// Who made the first statements, where it was not the player.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub led_up: Option<LedUp>,
    /// The journal this one was forked from, by its last digest there, and after how many steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Parent>,
    /// It is played in a class, where the adviser is not asked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_class: bool,
    /// Advice that was asked for, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<Advice>,
    pub steps: Vec<Step>,
    /// After each step, the digest of all events so far, in hexadecimal.
    pub digests: Vec<String>,
}

/// The format of scenarios when journals did not yet name it.
const fn first_format() -> u32 {
    1
}

/// Statements that were made before the player sat down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedUp {
    /// The recorded game they were taken from, or the bot that made them, by name.
    pub by: String,
    pub statements: u32,
}

/// Where a branch begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    /// The parent's digest after the last step in common; empty when it begins at the start.
    pub digest: String,
    pub steps: usize,
}

/// Advice that was asked for before a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Number of the statement that was then to be made, from 1.
    pub statement: u32,
    pub step: AdviceStep,
}

/// The steps in which advice is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AdviceStep {
    Question,
    Direction,
    /// A move, and who could say it.
    Suggestion,
}

impl AdviceStep {
    /// The step after it, if there is one.
    pub const fn next(self) -> Option<Self> {
        match self {
            AdviceStep::Question => Some(AdviceStep::Direction),
            AdviceStep::Direction => Some(AdviceStep::Suggestion),
            AdviceStep::Suggestion => None,
        }
    }
}

/// Why a journal cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("it is {0} bytes long, far more than a journal of a game can be")]
    TooLarge(usize),
    #[error("line {line}, column {column}: {what}")]
    NotAJournal { line: usize, column: usize, what: String },
    /// A recorded game, which is a list of steps for a test to play.
    #[error("it is a recorded game; `we-can-wait play --script` plays it, and with --journal saves the game as a file")]
    Recorded,
    #[error("it has format {0}, and this program reads format {FORMAT}: a newer program is needed")]
    Newer(u32),
}

/// Why a journal cannot be replayed to its end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error(transparent)]
    Step(#[from] StepError),
    #[error(transparent)]
    Rejected(#[from] Rejection),
}

/// Why a game cannot be begun from a journal's header.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    #[error("it is a game of the scenario \"{0}\"")]
    OtherScenario(String),
    #[error("this scenario has no seat \"{0}\"")]
    NoSeat(String),
    #[error("this scenario has no game of the length \"{0}\"")]
    NoLength(String),
    #[error("this scenario has no style \"{0}\" for who answers this seat")]
    NoStyle(String),
}

/// A game with its journal.
#[derive(Debug, Clone)]
pub struct Game {
    pub session: Session,
    pub events: Vec<Event>,
    /// For each step where its events begin in `events`; the first belongs to the opening.
    pub starts: Vec<usize>,
    pub journal: Journal,
}

/// A journal that was replayed, whole or in part.
#[derive(Debug, Clone)]
pub struct Replayed {
    pub game: Game,
    /// Steps (from 0) after which the digest differs from the one that was written.
    pub diverged: Option<usize>,
    /// The step at which it had to stop, and why. The steps after it are in `rest`.
    pub stopped: Option<(usize, Broken)>,
    pub rest: Vec<Step>,
    pub scenario_changed: bool,
    pub rules_changed: bool,
}

fn hex(digest: u64) -> String {
    format!("{digest:016x}")
}

impl Game {
    /// Begins a game.
    pub fn new(scenario: &Arc<Scenario>, setup: Setup) -> Self {
        let journal = Journal {
            format: FORMAT,
            rules: RULES,
            scenario: scenario.id.clone(),
            scenario_hash: scenario.content_hash.clone(),
            scenario_format: scenario.format,
            seed: setup.seed,
            seat: scenario.seat(setup.seat).id.clone(),
            length: scenario.length(setup.length).id.clone(),
            hot_seat: setup.opposite == Opposite::Person,
            style: (!setup.style.is_first())
                .then(|| scenario.seat(setup.seat).style(setup.style))
                .flatten()
                .map(|style| style.id.clone()),
            room: setup.room.bars().collect(),
            led_up: None,
            parent: None,
            for_class: false,
            advice: Vec::new(),
            steps: Vec::new(),
            digests: Vec::new(),
        };
        let (session, events) = Session::new(Arc::clone(scenario), setup);
        Self { session, events, starts: vec![0], journal }
    }

    /// Takes a command and writes it into the journal. Returns the events it brought.
    ///
    /// # Errors
    /// The rejection; game and journal are then unchanged.
    pub fn apply(&mut self, command: &Command) -> Result<&[Event], Rejection> {
        let start = self.events.len();
        self.session.apply(command, &mut self.events)?;
        self.starts.push(start);
        self.journal.steps.push(Step::of(self.session.scenario(), command));
        self.journal.digests.push(hex(Digest::of(&self.events)));
        Ok(self.events.get(start..).unwrap_or_default())
    }

    /// How far advice has gone on the statement that is to be made now.
    pub fn advised(&self) -> Option<AdviceStep> {
        let statement = self.session.state().statements + 1;
        let given = self.journal.advice.iter();
        let given = given.filter(|advice| advice.statement == statement);
        given.map(|advice| advice.step).max()
    }

    /// Writes into the journal that the next step of advice was asked for on the statement that is to be made now, and returns
    /// it; the last step again where there is no further one. Advice changes nothing in the talk.
    pub fn take_advice(&mut self) -> AdviceStep {
        let given = self.advised();
        let step = given.map_or(Some(AdviceStep::Question), AdviceStep::next);
        let Some(step) = step else {
            return AdviceStep::Suggestion;
        };
        self.journal.advice.push(Advice { statement: self.session.state().statements + 1, step });
        step
    }

    /// Copies who made the first statements of another game, as far as this one has them.
    fn copy_led_up(&mut self, of: Option<&LedUp>) {
        let made = self.session.state().statements;
        self.journal.led_up = of.map(|led| LedUp { by: led.by.clone(), statements: led.statements.min(made) });
        self.journal.led_up.take_if(|led| led.statements == 0);
    }

    /// Copies the advice of another game, as far as this one has come.
    fn copy_advice(&mut self, of: &[Advice]) {
        let come_to = self.session.state().statements + 1;
        let copied = of.iter().filter(|advice| advice.statement <= come_to);
        self.journal.advice = copied.copied().collect();
    }

    /// Digest of everything that happened so far.
    pub fn digest(&self) -> String {
        hex(Digest::of(&self.events))
    }

    /// A branch that shares the first `steps` steps.
    pub fn fork(&self, steps: usize) -> Self {
        let mut branch = Self::new(self.session.scenario(), self.session.setup().clone());
        for step in self.journal.steps.iter().take(steps) {
            let command = step.command(self.session.scenario());
            // These steps have been taken in this very game, so they are taken again.
            if command.is_ok_and(|command| branch.apply(&command).is_err()) {
                break;
            }
        }
        branch.journal.for_class = self.journal.for_class;
        branch.copy_advice(&self.journal.advice);
        branch.copy_led_up(self.journal.led_up.as_ref());
        let common = branch.journal.steps.len();
        let digest = common.checked_sub(1).and_then(|last| self.journal.digests.get(last));
        branch.journal.parent = Some(Parent { digest: digest.cloned().unwrap_or_default(), steps: common });
        branch
    }
}

impl Journal {
    /// Reads a journal.
    ///
    /// # Errors
    /// When the text is no journal of a format this program reads.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        #[derive(Deserialize)]
        struct Peek {
            format: u32,
        }
        if text.len() > MAX_BYTES {
            return Err(ReadError::TooLarge(text.len()));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        if let Ok(Peek { format }) = options.from_str::<Peek>(text)
            && format > FORMAT
        {
            return Err(ReadError::Newer(format));
        }
        if options.from_str::<Play>(text).is_ok() {
            return Err(ReadError::Recorded);
        }
        options.from_str(text).map_err(|error| ReadError::NotAJournal {
            line: error.span.start.line,
            column: error.span.start.col,
            what: error.code.to_string(),
        })
    }

    /// The journal as text.
    ///
    /// # Errors
    /// Only when the serializer fails, which no journal is known to cause.
    pub fn print(&self) -> Result<String, ron::Error> {
        let config = PrettyConfig::new()
            .struct_names(true)
            .new_line("\n")
            .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        ron::ser::to_string_pretty(self, config).map(|text| text + "\n")
    }

    /// How the game is set up.
    ///
    /// # Errors
    /// When the journal belongs to another scenario, or names a seat, length or style it does not have.
    pub fn setup(&self, scenario: &Scenario) -> Result<Setup, HeaderError> {
        if self.scenario != scenario.id {
            return Err(HeaderError::OtherScenario(self.scenario.clone()));
        }
        let seat = scenario.seat_id(&self.seat).ok_or_else(|| HeaderError::NoSeat(self.seat.clone()))?;
        let length = scenario.length_id(&self.length).ok_or_else(|| HeaderError::NoLength(self.length.clone()))?;
        let style = self.style.as_ref().map_or(Ok(StyleId::FIRST), |id| {
            let found = scenario.seat(seat).style_id(id);
            found.ok_or_else(|| HeaderError::NoStyle(id.clone()))
        })?;
        Ok(Setup {
            style,
            seed: self.seed,
            seat,
            length,
            opposite: if self.hot_seat { Opposite::Person } else { Opposite::Model },
            room: ChangedRoom::of(self.room.iter().copied()),
        })
    }

    /// Plays the journal again, as far as it goes.
    ///
    /// # Errors
    /// When the game cannot be begun at all.
    pub fn replay(&self, scenario: &Arc<Scenario>) -> Result<Replayed, HeaderError> {
        let mut game = Game::new(scenario, self.setup(scenario)?);
        game.journal.parent.clone_from(&self.parent);
        let mut replayed = Replayed {
            diverged: None,
            stopped: None,
            rest: Vec::new(),
            scenario_changed: self.scenario_hash != scenario.content_hash,
            rules_changed: self.rules != RULES,
            game,
        };
        for (index, step) in self.steps.iter().enumerate() {
            let taken = step
                .command(scenario)
                .map_err(Broken::from)
                .and_then(|command| replayed.game.apply(&command).map(|_| ()).map_err(Broken::from));
            if let Err(broken) = taken {
                replayed.stopped = Some((index, broken));
                replayed.rest = self.steps.get(index..).unwrap_or_default().to_vec();
                break;
            }
            let same = self.digests.get(index) == replayed.game.journal.digests.last();
            if !same && replayed.diverged.is_none() {
                replayed.diverged = Some(index);
            }
        }
        replayed.game.journal.for_class = self.for_class;
        replayed.game.copy_advice(&self.advice);
        replayed.game.copy_led_up(self.led_up.as_ref());
        Ok(replayed)
    }
}
