//! Flags and counts for the scenario's moves, issues, entries, marks, topics and utterances, packed so that cloning
//! them copies one block of memory.

use std::hash::{Hash, Hasher};

use crate::scenario::resolved::Scenario;
use crate::scenario::{EntryId, IssueId, MarkId, MoveId, TopicId, UtteranceId};

/// Index of the first number for each kind of thing. A flag takes one bit, and each kind starts at a fresh number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Layout {
    made: usize,
    raised: usize,
    said: usize,
    marked: usize,
    just_raised: usize,
    opened: usize,
    given: usize,
}

/// Flags and counts, indexed by the scenario's ids. Counts saturate at 65,535.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    numbers: Box<[u16]>,
    layout: Layout,
}

/// All games of a scenario share one layout, so hashing the numbers is enough.
impl Hash for Facts {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.numbers.hash(state);
    }
}

const BITS: usize = u16::BITS as usize;

impl Facts {
    /// Creates facts with every flag cleared and every count at 0.
    pub(super) fn none(scenario: &Scenario) -> Self {
        let mut end = 0;
        let mut room = |numbers: usize| {
            let begin = end;
            end += numbers;
            begin
        };
        let flags = |things: usize| things.div_ceil(BITS);
        let layout = Layout {
            made: room(scenario.moves.len()),
            raised: room(scenario.issues.len()),
            said: room(scenario.record.len()),
            marked: room(flags(scenario.marks.len())),
            just_raised: room(flags(scenario.issues.len())),
            opened: room(flags(scenario.topics.len())),
            given: room(flags(scenario.utterances.len())),
        };
        let numbers = vec![0; end].into_boxed_slice();
        Self { numbers, layout }
    }

    /// Bytes that a copy takes beside the value itself.
    pub(super) const fn bytes(&self) -> usize {
        std::mem::size_of_val(&*self.numbers)
    }

    fn number(&self, at: usize) -> u16 {
        self.numbers.get(at).copied().unwrap_or(0)
    }

    fn flag(&self, begin: usize, index: usize) -> bool {
        self.number(begin + index / BITS) >> (index % BITS) & 1 == 1
    }

    fn set_flag(&mut self, begin: usize, index: usize, to: bool) {
        if let Some(number) = self.numbers.get_mut(begin + index / BITS) {
            let bit = 1 << (index % BITS);
            *number = if to { *number | bit } else { *number & !bit };
        }
    }

    fn count_up(&mut self, at: usize) {
        if let Some(number) = self.numbers.get_mut(at) {
            *number = number.saturating_add(1);
        }
    }

    /// Number of times a move has been made, saturating at 255.
    pub(super) fn times_made(&self, mv: MoveId) -> u8 {
        u8::try_from(self.number(self.layout.made + mv.index())).unwrap_or(u8::MAX)
    }

    /// Counts a move as made.
    pub(super) fn make(&mut self, mv: MoveId) {
        self.count_up(self.layout.made + mv.index());
    }

    /// Number of statements that have raised an issue.
    pub(super) fn times_raised(&self, issue: IssueId) -> u16 {
        self.number(self.layout.raised + issue.index())
    }

    /// Whether an issue has been raised since the counterpart last spoke.
    pub(super) fn just_raised(&self, issue: IssueId) -> bool {
        self.flag(self.layout.just_raised, issue.index())
    }

    /// Counts a statement as having raised an issue.
    pub(super) fn raise(&mut self, issue: IssueId) {
        self.count_up(self.layout.raised + issue.index());
        self.set_flag(self.layout.just_raised, issue.index(), true);
    }

    /// Clears the issues raised since the counterpart last spoke.
    pub(super) fn nothing_just_raised(&mut self) {
        let flags = self.layout.just_raised..self.layout.opened;
        if let Some(flags) = self.numbers.get_mut(flags) {
            flags.fill(0);
        }
    }

    /// The statement after which an entry was spoken; `None` if it has not been.
    pub(super) fn said(&self, entry: EntryId) -> Option<u32> {
        let number = self.number(self.layout.said + entry.index());
        number.checked_sub(1).map(u32::from)
    }

    /// Records that an entry was spoken after a statement.
    pub(super) fn say(&mut self, entry: EntryId, statement: u32) {
        if let Some(number) = self.numbers.get_mut(self.layout.said + entry.index()) {
            *number = u16::try_from(statement).map_or(u16::MAX, |at| at.saturating_add(1));
        }
    }

    pub(super) fn marked(&self, mark: MarkId) -> bool {
        self.flag(self.layout.marked, mark.index())
    }

    pub(super) fn mark(&mut self, mark: MarkId, to: bool) {
        self.set_flag(self.layout.marked, mark.index(), to);
    }

    /// Whether the counterpart spoke on a topic in an earlier turn.
    pub(super) fn opened(&self, topic: TopicId) -> bool {
        self.flag(self.layout.opened, topic.index())
    }

    /// Records that the counterpart has spoken on a topic.
    pub(super) fn open(&mut self, topic: TopicId) {
        self.set_flag(self.layout.opened, topic.index(), true);
    }

    /// Whether an utterance has been given.
    pub(super) fn given(&self, utterance: UtteranceId) -> bool {
        self.flag(self.layout.given, utterance.index())
    }

    /// Records that an utterance has been given.
    pub(super) fn give(&mut self, utterance: UtteranceId) {
        self.set_flag(self.layout.given, utterance.index(), true);
    }
}
