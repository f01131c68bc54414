//! The state of the talk.

use smallvec::SmallVec;

use crate::scenario::resolved::{Deal, Scenario};
use crate::scenario::terms::{Bar, Prediction};
use crate::scenario::{EntryId, IssueId, MarkId, MoveId, PersonId, SeatId, UtteranceId};

use super::commitment::Commitment;
use super::event::{Ended, PointIndex};
use super::facts::Facts;
use super::setup::{Opposite, Setup};

/// What has become of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Open,
    /// Answered after the statement of this number.
    Answered(u32),
    /// Expressly left without an answer, after the statement of this number.
    Silent(u32),
    LetStand(u32),
    Never,
}

/// A move that was made, on the counterpart's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    pub mv: MoveId,
    pub speaker: PersonId,
    /// In which statement, from 1.
    pub statement: u32,
    /// How often this move had then been made, this time included.
    pub times: u8,
    pub in_opening: bool,
    pub predicted: Option<Prediction>,
    pub status: Status,
}

/// What happens next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    Talk,
    /// The talk is over and the report home is due.
    Report(Ended),
    Over(Ended),
}

/// Everything that changes in a talk. Small, plain, and cheap to copy.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    /// The player's seat; where two people play, the seat that spoke first.
    first: SeatId,
    /// The six bars as the first seat sees them, by [`Bar::index`], 0 to 100; then how far the home of the seat opposite
    /// would follow it, which counts only where a person sits there.
    pub bars: [u8; 7],
    /// Who speaks, where two people play; `None` where the model answers.
    pub turns: Option<Turns>,
    /// What is true of moves, issues, entries, utterances, topics and marks.
    pub(super) facts: Facts,
    /// In the order in which they were made.
    pub points: Vec<Point>,
    /// Numbers of the open points, in order.
    open: SmallVec<[PointIndex; 12]>,
    /// First point that was made since the counterpart last spoke.
    pub just_made_from: usize,
    /// In the order in which they were made.
    pub commitments: Vec<Commitment>,
    pub statements: u32,
    pub limit: u32,
    /// The delegation that speaks is still opening.
    pub opening: bool,
    /// Holds of the floor left: in the opening, and in the rest.
    pub holds: [u8; 2],
    /// Something of the counterpart's that the next statement has to face.
    pub facing: Option<UtteranceId>,
    pub phase: Phase,
    pub report: Option<Deal>,
    /// The report of the seat opposite, where a person sits there.
    pub report_opposite: Option<Deal>,
}

/// Two people at one table: they speak in turn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Turns {
    pub speaking: SeatId,
    pub waiting: SeatId,
    pub waiting_opens: bool,
    /// Holds of the floor left to the waiting seat.
    pub waiting_holds: [u8; 2],
}

/// How often the floor can be held: in the opening, and in the rest.
const HOLDS: [u8; 2] = [1, 1];

impl State {
    /// The state before the first word.
    pub fn new(scenario: &Scenario, setup: &Setup) -> Self {
        let seat = scenario.seat(setup.seat);
        let opposite = scenario.seat(seat.opposite);
        // Two people have as many statements each as the length says, whichever seat is the first.
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

    /// The seat that speaks.
    pub fn seat(&self) -> SeatId {
        self.turns.as_ref().map_or(self.first, |turns| turns.speaking)
    }

    /// Height of a bar, as the seat that speaks sees it.
    pub fn bar(&self, bar: Bar) -> u8 {
        self.bars.get(self.slot(bar)).copied().unwrap_or(0)
    }

    /// Height of a bar, as a seat sees it. Against the model there is only the player's side to see it from.
    pub fn bar_of(&self, seat: SeatId, bar: Bar) -> u8 {
        let seat = if self.turns.is_some() { seat } else { self.first };
        self.bars.get(self.slot_of(seat, bar)).copied().unwrap_or(0)
    }

    /// The place of a bar, as the seat that speaks sees it.
    pub(super) fn slot(&self, bar: Bar) -> usize {
        self.slot_of(self.seat(), bar)
    }

    fn slot_of(&self, seat: SeatId, bar: Bar) -> usize {
        if seat == self.first {
            return bar.index();
        }
        bar.from_opposite().map_or(Bar::ALL.len(), Bar::index)
    }

    /// Whether the seat opposite the first one speaks.
    pub fn turned(&self) -> bool {
        self.seat() != self.first
    }

    /// Gives the floor to the other seat, where two people play.
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

    /// Statements left.
    pub fn left(&self) -> u32 {
        self.limit.saturating_sub(self.statements)
    }

    /// Whether a mark is set.
    pub fn marked(&self, mark: MarkId) -> bool {
        self.facts.marked(mark)
    }

    /// How often a move was made.
    pub fn times_made(&self, mv: MoveId) -> u8 {
        self.facts.times_made(mv)
    }

    /// In how many statements an issue was raised.
    pub fn times_raised(&self, issue: IssueId) -> u32 {
        u32::from(self.facts.times_raised(issue))
    }

    /// After which statement an entry was spoken.
    pub fn said(&self, entry: EntryId) -> Option<u32> {
        self.facts.said(entry)
    }

    /// Whether an utterance was given.
    pub fn was_given(&self, utterance: UtteranceId) -> bool {
        self.facts.given(utterance)
    }

    /// Open points with their numbers.
    pub fn open_points(&self) -> impl Iterator<Item = (PointIndex, &Point)> {
        let point = |index: &PointIndex| Some((*index, self.points.get(usize::from(*index))?));
        self.open.iter().filter_map(point)
    }

    /// Adds an open point. `None` when there are more than can be counted.
    pub(super) fn add_point(&mut self, point: Point) -> Option<PointIndex> {
        let index = PointIndex::try_from(self.points.len()).ok()?;
        self.points.push(point);
        self.open.push(index);
        Some(index)
    }

    /// Settles what becomes of a point.
    pub(super) fn settle(&mut self, index: PointIndex, status: Status) -> Option<Point> {
        let point = self.points.get_mut(usize::from(index))?;
        point.status = status;
        self.open.retain(|open| *open != index);
        Some(*point)
    }

    /// Whether the last so many statements were made by one and the same person.
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
