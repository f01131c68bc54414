//! The state of a talk: everything that changes while it is going on.

use smallvec::SmallVec;

use crate::scenario::resolved::{Deal, Scenario};
use crate::scenario::terms::{Bar, Prediction};
use crate::scenario::{EntryId, IssueId, MarkId, MoveId, PersonId, SeatId, UtteranceId};

use super::commitment::Commitment;
use super::event::{Ended, PointIndex};
use super::facts::Facts;
use super::setup::{Opposite, Setup};

/// The status of a point: open, or how it was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Open,
    /// Answered after the statement with this number.
    Answered(u32),
    /// Deliberately left unanswered after the statement with this number.
    Silent(u32),
    LetStand(u32),
    Never,
}

/// A move that was made and has to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    pub mv: MoveId,
    pub speaker: PersonId,
    /// Number of the statement it was made in, from 1.
    pub statement: u32,
    /// How many times the move had been made, counting this one.
    pub times: u8,
    pub in_opening: bool,
    pub predicted: Option<Prediction>,
    pub status: Status,
}

/// The stage that a game is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    Talk,
    /// The talk is over and the report home is due.
    Report(Ended),
    Over(Ended),
}

/// Everything that changes during a talk. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    /// The player's seat; in a two-player game, the seat that spoke first.
    first: SeatId,
    /// Heights of the six bars as the first seat sees them, indexed by [`Bar::index`], 0 to 100. The seventh is the
    /// home bar of the seat opposite, used only in a two-player game.
    pub bars: [u8; 7],
    /// The turn order of a two-player game; `None` against the model.
    pub turns: Option<Turns>,
    pub(super) facts: Facts,
    /// All points, in the order they were made.
    pub points: Vec<Point>,
    /// Indices of the open points, in ascending order.
    open: SmallVec<[PointIndex; 12]>,
    /// Index of the first point made since the counterpart last spoke.
    pub just_made_from: usize,
    /// All commitments, in the order they were made.
    pub commitments: Vec<Commitment>,
    pub statements: u32,
    pub limit: u32,
    /// Whether the delegation with the floor is still opening.
    pub opening: bool,
    /// How often the floor can still be held: in the opening, and after it.
    pub holds: [u8; 2],
    /// The counterpart's utterance that the next statement has to deal with.
    pub facing: Option<UtteranceId>,
    pub phase: Phase,
    pub report: Option<Deal>,
    /// The report of the person opposite, in a two-player game.
    pub report_opposite: Option<Deal>,
}

/// Turn order of a two-player game.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Turns {
    pub speaking: SeatId,
    pub waiting: SeatId,
    pub waiting_opens: bool,
    /// How often the waiting seat can still hold the floor: in the opening, and after it.
    pub waiting_holds: [u8; 2],
}

/// How often the floor can be held: in the opening, and after it.
const HOLDS: [u8; 2] = [1, 1];

impl State {
    /// Bytes that a state takes beside the value itself, as they are allocated.
    pub fn bytes(&self) -> usize {
        const BLOCK: usize = 16;
        let open = if self.open.spilled() { self.open.capacity() * size_of::<PointIndex>() } else { 0 };
        let points = self.points.capacity() * size_of::<Point>();
        let commitments = self.commitments.capacity() * size_of::<Commitment>();
        let reports = [&self.report, &self.report_opposite].into_iter().flatten().map(|deal| deal.capacity() * 2);
        let blocks = [self.facts.bytes(), open, points, commitments].into_iter().chain(reports);
        // What the allocator adds to each block.
        blocks.map(|bytes| if bytes == 0 { 0 } else { bytes + BLOCK }).sum()
    }

    /// The state before anyone has spoken.
    pub fn new(scenario: &Scenario, setup: &Setup) -> Self {
        let seat = scenario.seat(setup.seat);
        let opposite = scenario.seat(seat.opposite);
        // In a two-player game each seat gets as many statements as the length allows.
        let limit = if setup.opposite == Opposite::Person {
            Some(scenario.length(setup.length).statements * 2)
        } else {
            seat.statements_in(setup.length)
        };
        Self {
            first: setup.seat,
            bars: std::array::from_fn(|i| match Bar::ALL.get(i) {
                Some(bar) => setup.room.start(seat, *bar),
                None => opposite.room.get(Bar::Home.index()).map_or(50, |s| s.at),
            }),
            turns: (setup.opposite == Opposite::Person).then_some(Turns {
                speaking: setup.seat,
                waiting: seat.opposite,
                waiting_opens: true,
                waiting_holds: HOLDS,
            }),
            facts: Facts::none(scenario),
            points: Vec::new(),
            open: SmallVec::new(),
            just_made_from: 0,
            commitments: Vec::new(),
            statements: 0,
            limit: limit.unwrap_or(1),
            opening: true,
            holds: HOLDS,
            facing: None,
            phase: Phase::Talk,
            report: None,
            report_opposite: None,
        }
    }

    /// The seat with the floor.
    pub fn seat(&self) -> SeatId {
        self.turns.as_ref().map_or(self.first, |turns| turns.speaking)
    }

    /// Height of a bar as the seat with the floor sees it.
    pub fn bar(&self, bar: Bar) -> u8 {
        self.bars.get(self.slot(bar)).copied().unwrap_or(0)
    }

    /// Height of a bar as a seat sees it. Against the model, always the player's view.
    pub fn bar_of(&self, seat: SeatId, bar: Bar) -> u8 {
        let seat = if self.turns.is_some() { seat } else { self.first };
        self.bars.get(self.slot_of(seat, bar)).copied().unwrap_or(0)
    }

    /// Index of a bar in `bars` for the seat with the floor.
    pub(super) fn slot(&self, bar: Bar) -> usize {
        self.slot_of(self.seat(), bar)
    }

    fn slot_of(&self, seat: SeatId, bar: Bar) -> usize {
        if seat == self.first {
            return bar.index();
        }
        bar.from_opposite().map_or(Bar::ALL.len(), Bar::index)
    }

    /// Whether the second seat has the floor.
    pub fn turned(&self) -> bool {
        self.seat() != self.first
    }

    /// Gives the floor to the other seat. Does nothing against the model.
    pub(super) fn turn_over(&mut self) {
        if let Some(turns) = &mut self.turns {
            std::mem::swap(&mut turns.speaking, &mut turns.waiting);
            std::mem::swap(&mut turns.waiting_opens, &mut self.opening);
            std::mem::swap(&mut turns.waiting_holds, &mut self.holds);
        }
    }

    /// Whether the next statement can hold the floor for a colleague.
    pub fn can_hold(&self) -> bool {
        self.holds[usize::from(!self.opening)] > 0 && self.left() > 1
    }

    /// Number of statements left.
    pub fn left(&self) -> u32 {
        self.limit.saturating_sub(self.statements)
    }

    /// Whether a mark is set.
    pub fn marked(&self, mark: MarkId) -> bool {
        self.facts.marked(mark)
    }

    /// Number of times a move has been made.
    pub fn times_made(&self, mv: MoveId) -> u8 {
        self.facts.times_made(mv)
    }

    /// Number of statements that have raised an issue.
    pub fn times_raised(&self, issue: IssueId) -> u32 {
        u32::from(self.facts.times_raised(issue))
    }

    /// The statement after which an entry was spoken; `None` if it has not been.
    pub fn said(&self, entry: EntryId) -> Option<u32> {
        self.facts.said(entry)
    }

    /// Whether an utterance has been given.
    pub fn was_given(&self, utterance: UtteranceId) -> bool {
        self.facts.given(utterance)
    }

    /// The open points with their indices.
    pub fn open_points(&self) -> impl Iterator<Item = (PointIndex, &Point)> {
        let point = |index: &PointIndex| Some((*index, self.points.get(usize::from(*index))?));
        self.open.iter().filter_map(point)
    }

    /// Adds an open point. Returns `None` if the index would overflow.
    pub(super) fn add_point(&mut self, point: Point) -> Option<PointIndex> {
        let index = PointIndex::try_from(self.points.len()).ok()?;
        self.points.push(point);
        self.open.push(index);
        Some(index)
    }

    /// Closes a point with a status. Returns `None` if it was not open.
    pub(super) fn settle(&mut self, index: PointIndex, status: Status) -> Option<Point> {
        let point = self.points.get_mut(usize::from(index))?;
        point.status = status;
        self.open.retain(|open| *open != index);
        Some(*point)
    }

    /// Whether the same person made the last `count` statements.
    pub(super) fn one_voice(&self, count: u32) -> bool {
        let Some(before) = self.statements.checked_sub(count) else {
            return false;
        };
        let last = self.points.last().map(|point| point.speaker);
        let points = self.points.iter().rev();
        let mut recent = points.take_while(|point| point.statement > before);
        recent.all(|point| Some(point.speaker) == last)
    }

    pub(super) fn just_made(&self, point: &Point) -> bool {
        let fresh = self.points.get(self.just_made_from..).unwrap_or_default();
        fresh.first().is_some_and(|first| point.statement >= first.statement)
    }
}
