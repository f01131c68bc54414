//! The journal of a game: its steps, by id, and a digest of the events after each.
//!
//! A journal is replayed, never trusted. Its steps play the game again, and the digests show whether the same events
//! happened.

use std::collections::BTreeSet;
use std::sync::Arc;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::scenario::format::{Newer, form_name, refuse_newer};
use crate::scenario::limits::FILE_BYTES;
use crate::scenario::options::from_text;
use crate::scenario::place::is_id;
use crate::scenario::resolved::Scenario;
use crate::scenario::terms::Bar;
use crate::scenario::{SeatId, StyleId, unseen};

use super::command::{Command, Rejection};
use super::digest::Digest;
use super::event::Event;
use super::room::ChangedRoom;
use super::script::{Play, Step, StepError};
use super::seal::{self, Claim, Claims};
use super::session::{Awaiting, Session};
use super::setup::{Opposite, Setup};

/// Version of the journal format. Format 2 added the scenario's format and the changed room.
pub const FORMAT: u32 = 2;

/// Version of the rules. Raised when the same steps may produce different events.
pub const RULES: u32 = 1;

/// Largest journal that is read, in bytes. A full game takes less than a hundredth of this.
pub const MAX_BYTES: usize = FILE_BYTES;

/// The journal as it is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    pub format: u32,
    pub rules: u32,
    pub scenario: String,
    pub scenario_hash: String,
    /// Format the scenario was written in.
    #[serde(default = "first_format")]
    pub scenario_format: u32,
    pub seed: u64,
    pub seat: String,
    pub length: String,
    /// A two-player game: a person, not the model, answers from the opposite seat.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hot_seat: bool,
    /// Id of the style the model answers in; absent for the record's own manner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// Bars that start at a different height than the scenario gives, with that height, 0 to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub room: Vec<(Bar, u8)>,
    /// Who made the first statements, if it was not the player.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub led_up: Option<LedUp>,
    /// The journal this one was forked from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Parent>,
    /// Played in a class, where the adviser is switched off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_class: bool,
    /// Advice the player asked for, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<Advice>,
    /// Number of steps made when someone revealed the other side's values before the end (`debrief --reveal`); `None`
    /// if no one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revealed: Option<usize>,
    /// Header fields that had been changed by hand in an earlier version of this save.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub altered: Vec<Claim>,
    pub steps: Vec<Step>,
    /// Sealed predictions in the file of a two-player game, each with the index of its step. Empty in memory, where the
    /// steps hold the predictions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sealed: Vec<(usize, String)>,
    /// Digest of all events so far after each step, in hexadecimal.
    pub digests: Vec<String>,
    /// Digests of the header fields; `None` if an older program wrote the save.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    claims: Option<Claims>,
}

/// Scenario format assumed for journals written before they named it.
const fn first_format() -> u32 {
    1
}

/// Statements made before the player took over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedUp {
    /// Name of the recorded game they come from, or of the bot that made them.
    pub by: String,
    pub statements: u32,
}

/// Where a journal was forked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    /// The parent's digest after the last shared step; empty if no step is shared.
    pub digest: String,
    pub steps: usize,
}

/// Advice asked for before a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Number of the statement about to be made, from 1.
    pub statement: u32,
    pub step: AdviceStep,
}

/// The steps of advice, each more specific than the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AdviceStep {
    Question,
    Direction,
    /// A move, and who could make it.
    Suggestion,
}

impl AdviceStep {
    /// The next step; `None` after the last.
    pub const fn next(self) -> Option<Self> {
        match self {
            AdviceStep::Question => Some(AdviceStep::Direction),
            AdviceStep::Direction => Some(AdviceStep::Suggestion),
            AdviceStep::Suggestion => None,
        }
    }
}

/// Why a journal can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("it is {0} bytes long, far more than a journal of a game can be")]
    TooLarge(usize),
    #[error("line {line}, column {column}: {what}")]
    NotAJournal { line: usize, column: usize, what: String },
    /// The file is a recorded game: a list of steps for a test to play.
    #[error("it is a recorded game; `we-can-wait play --script` plays it, and with --journal saves the game as a file")]
    Recorded,
    #[error("the sealed predictions of step {0} were changed and cannot be opened")]
    Seal(usize),
    #[error(transparent)]
    Newer(#[from] Newer),
    /// A path here could make the program open any folder, on Windows even one on another computer.
    #[error("it names the scenario {0:?}, which is not an id; a saved game can't name a folder")]
    NotAnId(String),
    /// A character that can't be seen, with its name. The program never writes one into a journal.
    #[error("line {line}, column {column}: a character that can't be seen: {what}")]
    Unseen { line: usize, column: usize, what: String },
}

/// Why replaying a journal stopped early.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error(transparent)]
    Step(#[from] StepError),
    #[error(transparent)]
    Rejected(#[from] Rejection),
}

/// Why a journal's header can't start a game.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    #[error("it is a game of the scenario \"{0}\"")]
    OtherScenario(String),
    #[error("this scenario has no seat \"{0}\"")]
    NoSeat(String),
    #[error("this scenario has no game of the length \"{0}\"")]
    NoLength(String),
    #[error("this scenario has no style \"{0}\" for the side that answers this seat")]
    NoStyle(String),
}

/// The setup that a file names by ids, against the model. Without a seat or a style it's the first one.
///
/// # Errors
/// When the file belongs to another scenario, or names what this one doesn't have.
pub fn named_setup(
    scenario: &Scenario,
    of: &str,
    seat: Option<&str>,
    length: &str,
    style: Option<&str>,
) -> Result<Setup, HeaderError> {
    if of != scenario.id {
        return Err(HeaderError::OtherScenario(of.to_owned()));
    }
    let seat = seat.map_or(Ok(SeatId::FIRST), |id| {
        let found = scenario.seat_id(id);
        found.ok_or_else(|| HeaderError::NoSeat(id.to_owned()))
    })?;
    let length = scenario.length_id(length).ok_or_else(|| HeaderError::NoLength(length.to_owned()))?;
    let style = style.map_or(Ok(StyleId::FIRST), |id| {
        let found = scenario.seat(seat).style_id(id);
        found.ok_or_else(|| HeaderError::NoStyle(id.to_owned()))
    })?;
    Ok(Setup { seed: 0, seat, length, opposite: Opposite::Model, style, room: ChangedRoom::UNCHANGED })
}

/// A game and its journal.
#[derive(Debug, Clone)]
pub struct Game {
    pub session: Session,
    pub events: Vec<Event>,
    /// For each step, the index in `events` of its first event. Element 0 is the opening.
    pub starts: Vec<usize>,
    pub journal: Journal,
}

/// A journal replayed as far as it goes.
#[derive(Debug, Clone)]
pub struct Replayed {
    pub game: Game,
    /// The first step (from 0) whose digest differs from the journal's.
    pub diverged: Option<usize>,
    /// The step where the replay stopped, and why. That step and the ones after it are in `rest`.
    pub stopped: Option<(usize, Broken)>,
    pub rest: Vec<Step>,
    pub scenario_changed: bool,
    pub rules_changed: bool,
    /// Header fields changed since the journal was saved; `None` if it has no digests of them.
    pub altered: Option<Vec<Claim>>,
}

fn hex(digest: u64) -> String {
    format!("{digest:016x}")
}

impl Game {
    /// Starts a game and an empty journal for it.
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
            revealed: None,
            altered: Vec::new(),
            steps: Vec::new(),
            sealed: Vec::new(),
            digests: Vec::new(),
            claims: None,
        };
        let (session, events) = Session::new(Arc::clone(scenario), setup);
        Self { session, events, starts: vec![0], journal }
    }

    /// Applies a command and records it in the journal. Returns the new events.
    ///
    /// # Errors
    /// Returns the rejection; the game and the journal are unchanged.
    pub fn apply(&mut self, command: &Command) -> Result<&[Event], Rejection> {
        let start = self.events.len();
        self.session.apply(command, &mut self.events)?;
        self.starts.push(start);
        self.journal.steps.push(Step::of(self.session.scenario(), command));
        self.journal.digests.push(hex(Digest::of(&self.events)));
        Ok(self.events.get(start..).unwrap_or_default())
    }

    /// How far the adviser has gone for the next statement.
    pub fn advised(&self) -> Option<AdviceStep> {
        let statement = self.session.state().statements + 1;
        let given = self.journal.advice.iter();
        let given = given.filter(|advice| advice.statement == statement);
        given.map(|advice| advice.step).max()
    }

    /// Records in the journal that the next step of advice was asked for, and returns it. After the last step it
    /// returns the last one again. Advice has no effect on the talk.
    pub fn take_advice(&mut self) -> AdviceStep {
        let given = self.advised();
        let step = given.map_or(Some(AdviceStep::Question), AdviceStep::next);
        let Some(step) = step else {
            return AdviceStep::Suggestion;
        };
        self.journal.advice.push(Advice { statement: self.session.state().statements + 1, step });
        step
    }

    /// Copies the other game's note of who made the first statements, cut off at the statements this game has.
    fn copy_led_up(&mut self, of: Option<&LedUp>) {
        let made = self.session.state().statements;
        self.journal.led_up = of.map(|led| LedUp { by: led.by.clone(), statements: led.statements.min(made) });
        self.journal.led_up.take_if(|led| led.statements == 0);
    }

    /// Copies the other game's advice up to the statement this game has reached.
    fn copy_advice(&mut self, of: &[Advice]) {
        let come_to = self.session.state().statements + 1;
        let copied = of.iter().filter(|advice| advice.statement <= come_to);
        self.journal.advice = copied.copied().collect();
    }

    /// Whether the talk is over and every report has been sent.
    pub fn is_over(&self) -> bool {
        matches!(self.session.awaiting(), Awaiting::Over(_))
    }

    /// Whether what is private to the other side may be shown: the game is over, or someone chose to reveal it.
    pub fn shows_both_sides(&self) -> bool {
        self.is_over() || self.journal.revealed.is_some()
    }

    /// Records that the other side's values are being revealed before the end.
    pub fn reveal(&mut self) {
        let steps = self.journal.steps.len();
        self.journal.revealed.get_or_insert(steps);
    }

    /// Digest of all events so far.
    pub fn digest(&self) -> String {
        hex(Digest::of(&self.events))
    }

    /// A new game that shares the first `steps` steps.
    pub fn fork(&self, steps: usize) -> Self {
        let mut branch = Self::new(self.session.scenario(), self.session.setup().clone());
        for step in self.journal.steps.iter().take(steps) {
            let command = step.command(self.session.scenario());
            // This game has already accepted these steps, so they are accepted again.
            if command.is_ok_and(|command| branch.apply(&command).is_err()) {
                break;
            }
        }
        branch.journal.for_class = self.journal.for_class;
        branch.journal.revealed = self.journal.revealed;
        branch.journal.altered.clone_from(&self.journal.altered);
        branch.copy_advice(&self.journal.advice);
        branch.copy_led_up(self.journal.led_up.as_ref());
        let common = branch.journal.steps.len();
        let digest = common.checked_sub(1).and_then(|last| self.journal.digests.get(last));
        branch.journal.parent = Some(Parent { digest: digest.cloned().unwrap_or_default(), steps: common });
        branch
    }
}

impl Journal {
    /// Parses a journal.
    ///
    /// # Errors
    /// Returns an error if the text is not a journal in a format this program reads.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        if text.len() > MAX_BYTES {
            return Err(ReadError::TooLarge(text.len()));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if form_name(text) == Some("Play") {
            return Err(ReadError::Recorded);
        }
        refuse_newer(text, FORMAT)?;
        if let Some((c, line, column)) = unseen::first(text) {
            return Err(ReadError::Unseen { line, column, what: unseen::name(c) });
        }
        if from_text::<Play>(text).is_ok() {
            return Err(ReadError::Recorded);
        }
        let mut journal: Self = from_text(text).map_err(|error| ReadError::NotAJournal {
            line: error.span.start.line,
            column: error.span.start.col,
            what: error.code.to_string(),
        })?;
        if !is_id(&journal.scenario) {
            return Err(ReadError::NotAnId(journal.scenario));
        }
        journal.open_seals()?;
        Ok(journal)
    }

    /// The journal as saved, with the digests of its claims.
    pub fn with_claims(&self) -> Self {
        Self { claims: Some(self.claims_now()), ..self.clone() }
    }

    fn claims_now(&self) -> Claims {
        let setup =
            (self.seed, &self.seat, &self.length, self.hot_seat, &self.style, &self.room, &self.led_up, &self.parent);
        Claims::of(self.digests.last().map_or("", String::as_str), |claim| match claim {
            Claim::Setup => format!("{} {setup:?}", self.scenario),
            Claim::Class => self.for_class.to_string(),
            Claim::Advice => format!("{:?}", self.advice),
            Claim::Revealed | Claim::Missing => format!("{:?} {:?}", self.revealed, self.altered),
        })
    }

    /// Key of a step's seal, derived from the seed, the scenario and the step without its predictions.
    fn seal_key(&self, step: usize) -> u64 {
        let said = match self.steps.get(step) {
            Some(Step::Say { speaker, moves, .. }) => Some((speaker, moves)),
            _ => None,
        };
        Digest::of(&(self.seed, self.scenario.as_str(), step, said))
    }

    /// A copy of the journal in which the predictions of a two-player game are sealed.
    fn with_seals(&self) -> Self {
        let mut sealed = self.clone();
        for (step, to_seal) in sealed.steps.iter_mut().enumerate().filter(|_| self.hot_seat) {
            if let Step::Say { predict, .. } = to_seal
                && !predict.is_empty()
            {
                sealed.sealed.push((step, seal::sealed(predict, self.seal_key(step))));
                predict.clear();
            }
        }
        sealed
    }

    fn open_seals(&mut self) -> Result<(), ReadError> {
        for (step, text) in std::mem::take(&mut self.sealed) {
            let opened = seal::opened(&text, self.seal_key(step));
            match (self.steps.get_mut(step), opened) {
                (Some(Step::Say { predict, .. }), Some(opened)) => *predict = opened,
                _ => return Err(ReadError::Seal(step + 1)),
            }
        }
        Ok(())
    }

    /// # Errors
    /// Fails only if the serialiser does; no journal is known to cause this.
    pub fn print(&self) -> Result<String, ron::Error> {
        let config = PrettyConfig::new()
            .struct_names(true)
            .new_line("\n")
            .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        ron::ser::to_string_pretty(&self.with_claims().with_seals(), config).map(|text| text + "\n")
    }

    /// The setup that the journal describes.
    ///
    /// # Errors
    /// Returns an error if the journal belongs to another scenario, or names a seat, length or style that the scenario
    /// does not have.
    pub fn setup(&self, scenario: &Scenario) -> Result<Setup, HeaderError> {
        let style = self.style.as_deref();
        let setup = named_setup(scenario, &self.scenario, Some(&self.seat), &self.length, style)?;
        let opposite = if self.hot_seat { Opposite::Person } else { Opposite::Model };
        Ok(Setup { seed: self.seed, opposite, room: ChangedRoom::of(self.room.iter().copied()), ..setup })
    }

    /// Replays the journal as far as it goes.
    ///
    /// # Errors
    /// Returns an error if the game can't be started at all.
    pub fn replay(&self, scenario: &Arc<Scenario>) -> Result<Replayed, HeaderError> {
        let mut game = Game::new(scenario, self.setup(scenario)?);
        game.journal.parent.clone_from(&self.parent);
        let mut replayed = Replayed {
            diverged: None,
            stopped: None,
            rest: Vec::new(),
            scenario_changed: self.scenario_hash != scenario.content_hash,
            rules_changed: self.rules != RULES,
            altered: self.claims.as_ref().map(|claims| claims.changed(&self.claims_now())),
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
        // A digest without its step: the end of the game was cut off.
        if replayed.stopped.is_none() && self.digests.len() > self.steps.len() && replayed.diverged.is_none() {
            replayed.diverged = Some(self.steps.len());
        }
        replayed.game.journal.for_class = self.for_class;
        replayed.game.journal.revealed = self.revealed;
        let missing = (self.claims.is_none() && !self.steps.is_empty()).then_some(Claim::Missing);
        let altered = self.altered.iter().chain(replayed.altered.iter().flatten()).chain(&missing);
        replayed.game.journal.altered = altered.copied().collect::<BTreeSet<_>>().into_iter().collect();
        replayed.game.copy_advice(&self.advice);
        replayed.game.copy_led_up(self.led_up.as_ref());
        Ok(replayed)
    }
}
