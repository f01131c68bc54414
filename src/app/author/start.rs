//! Starting a game at any turn and with any bar heights.

use super::super::authoring::StartPoint;
use crate::language::arg;
use crate::library::DEFAULT_SEED;
use crate::negotiation::script::{self, Play, Step};
use crate::negotiation::{Awaiting, ChangedRoom, Opposite, Setup};
use crate::scenario::terms::Bar;
use crate::scenario::{LengthId, SeatId, single};

use super::super::App;
use super::super::new_game::NewGame;
use super::Author;

/// The choices for starting a game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartView {
    pub start_points: Vec<StartRow>,
    /// The first statement to play, from 1.
    pub turn: u32,
    /// The latest statement that can come first.
    pub last: u32,
    /// `turn` of `last`, as text.
    pub turn_of: String,
    pub bars: Vec<StartBar>,
    /// Whether a bar starts at a height other than the scenario's.
    pub changed: bool,
}

/// Something that a game can start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartRow {
    pub start_point: StartPoint,
    /// Label.
    pub name: String,
    pub chosen: bool,
}

/// The starting height of a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartBar {
    pub bar: Bar,
    pub name: String,
    pub height: u8,
    /// The height in the scenario.
    pub written: u8,
    /// `height` and `written`, as text.
    pub text: String,
}

/// The choices made so far.
pub(super) struct Start {
    pub(super) start_point: StartPoint,
    pub(super) turn: u32,
    pub(super) room: ChangedRoom,
}

impl Default for Start {
    fn default() -> Self {
        Self { start_point: StartPoint::Beginning, turn: 1, room: ChangedRoom::default() }
    }
}

/// What a game is started from: its setup, and a recorded game that leads up to the turn.
struct Base {
    setup: Setup,
    play: Option<(String, Play)>,
}

impl Base {
    /// The latest statement to start with.
    fn last(&self) -> u32 {
        let steps = self.play.iter().flat_map(|(_, play)| &play.steps);
        let said = steps.filter(|step| matches!(step, Step::Say { .. })).count();
        u32::try_from(said).unwrap_or(u32::MAX).saturating_add(1)
    }
}

impl App {
    fn base(&self, start_point: &StartPoint) -> Result<Base, String> {
        let scenario = &self.scenario;
        match start_point {
            StartPoint::Beginning => Ok(Base {
                setup: Setup {
                    seed: DEFAULT_SEED,
                    seat: self.seating.seat,
                    length: LengthId::FIRST,
                    opposite: Opposite::Model,
                    style: self.style_of_next(),
                    room: ChangedRoom::default(),
                },
                play: None,
            }),
            StartPoint::Present => {
                let game = self.game();
                let game = game.ok_or_else(|| self.catalogue.msg("author-no-game"))?;
                let play = Play::of(game);
                let setup = game.session.setup().clone();
                match play {
                    Ok(play) => {
                        Ok(Base { setup, play: Some((self.catalogue.msg("author-start-point-present"), play)) })
                    }
                    // No statement has been made yet.
                    Err(_) if game.journal.steps.is_empty() && setup.opposite == Opposite::Model => {
                        Ok(Base { setup, play: None })
                    }
                    Err(error) => Err(error.to_string()),
                }
            }
            StartPoint::Recorded(name) => {
                let mut recorded = scenario.playthroughs.iter();
                let text = recorded.find(|(file, _)| file == name);
                let (_, text) = text.ok_or_else(|| self.catalogue.msg("author-no-recorded"))?;
                let play: Play =
                    single::read(name, text, script::FORMAT).map_err(|fault| fault.sentence().to_string())?;
                let setup = play.setup(scenario).map_err(|error| error.to_string())?;
                Ok(Base { setup, play: Some((name.clone(), play)) })
            }
        }
    }

    /// Chooses what to start from, at its latest turn.
    pub(super) fn start_from(&mut self, start_point: StartPoint) {
        let base = self.base(&start_point);
        let Some(author) = &mut self.author else {
            return;
        };
        author.start.turn = base.as_ref().map_or(1, Base::last);
        author.start.room = base.map_or_else(|_| ChangedRoom::default(), |base| base.setup.room);
        author.start.start_point = start_point;
    }

    pub(super) fn start_view(&self, author: &Author) -> StartView {
        let start = &author.start;
        let base = self.base(&start.start_point).ok();
        let seat = base.as_ref().map_or(SeatId::FIRST, |base| base.setup.seat);
        let seat = self.scenario.seat(seat);
        let last = base.as_ref().map_or(1, Base::last);
        let turn = start.turn.clamp(1, last);
        let bars = Bar::ALL.iter().map(|bar| {
            let (height, written) = (start.room.start(seat, *bar), ChangedRoom::default().start(seat, *bar));
            let args = [arg("height", height), arg("written", written)];
            let key = if height == written { "author-bar-same" } else { "author-bar-written" };
            let text = self.catalogue.msg_with(key, &args);
            StartBar { bar: *bar, name: self.wording().bar(*bar), height, written, text }
        });
        let bars: Vec<StartBar> = bars.collect();
        StartView {
            start_points: self.start_points(start),
            turn,
            last,
            turn_of: self.catalogue.msg_with("author-turn-of", &[arg("turn", turn), arg("last", last)]),
            changed: bars.iter().any(|bar| bar.height != bar.written),
            bars,
        }
    }

    fn start_points(&self, start: &Start) -> Vec<StartRow> {
        let recorded = self.scenario.playthroughs.iter();
        let recorded = recorded.map(|(name, _)| {
            let args = [arg("name", name.as_str())];
            let told = self.catalogue.msg_with("author-start-point-recorded", &args);
            (StartPoint::Recorded(name.clone()), told)
        });
        let beginning = (StartPoint::Beginning, self.catalogue.msg("author-start-point-beginning"));
        let present = (StartPoint::Present, self.catalogue.msg("author-start-point-present"));
        let present = self.table.is_some().then_some(present);
        std::iter::once(beginning)
            .chain(present)
            .chain(recorded)
            .map(|(start_point, name)| StartRow { chosen: start_point == start.start_point, start_point, name })
            .collect()
    }

    /// Starts the game as chosen.
    pub(super) fn begin_there(&mut self) {
        let Some(author) = self.author.as_ref().filter(|author| author.is_laid_out) else { return };
        let start = &author.start;
        let new = self.base(&start.start_point).map(|mut base| {
            base.setup.room = start.room;
            NewGame { turn: start.turn.clamp(1, base.last()), after: base.play, ..NewGame::new(base.setup) }
        });
        match new {
            Ok(new) => self.start(new),
            Err(error) => return self.refuse("author-not-begun", &[arg("error", error)]),
        }
        if self.notice.as_ref().is_some_and(|notice| notice.refused) {
            return;
        }
        if self.game().is_some_and(|game| matches!(game.session.awaiting(), Awaiting::Statement(_))) {
            self.inform("author-begun", &[]);
        }
        self.turn_to_game();
    }
}
