//! What a talk has made true of the numbered things of its scenario, packed so that a copy is one copy of memory.

use std::hash::{Hash, Hasher};

use crate::scenario::resolved::Scenario;
use crate::scenario::{EntryId, IssueId, MarkId, MoveId, TopicId, UtteranceId};

/// Where each kind of thing begins among the numbers. Flags take a bit each, and every kind starts at its own number.
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

/// Flags and counts by the numbers of a scenario. Counts go up to 65,535 and stay there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    numbers: Box<[u16]>,
    layout: Layout,
}

/// Games of one scenario have one layout, so that the numbers alone tell them apart.
impl Hash for Facts {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.numbers.hash(state);
    }
}

const BITS: usize = u16::BITS as usize;

impl Facts {
    /// Nothing is true yet.
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

    /// How often a move was made, up to 255.
    pub(super) fn times_made(&self, mv: MoveId) -> u8 {
        u8::try_from(self.number(self.layout.made + mv.index())).unwrap_or(u8::MAX)
    }

    /// Notes that a move was made.
    pub(super) fn make(&mut self, mv: MoveId) {
        self.count_up(self.layout.made + mv.index());
    }

    /// In how many statements an issue was raised.
    pub(super) fn times_raised(&self, issue: IssueId) -> u16 {
        self.number(self.layout.raised + issue.index())
    }

    /// Whether an issue was raised since the counterpart last spoke.
    pub(super) fn just_raised(&self, issue: IssueId) -> bool {
        self.flag(self.layout.just_raised, issue.index())
    }

    /// Notes that a statement raised an issue.
    pub(super) fn raise(&mut self, issue: IssueId) {
        self.count_up(self.layout.raised + issue.index());
        self.set_flag(self.layout.just_raised, issue.index(), true);
    }

    /// Forgets what was just raised.
    pub(super) fn nothing_just_raised(&mut self) {
        let flags = self.layout.just_raised..self.layout.opened;
        if let Some(flags) = self.numbers.get_mut(flags) {
            flags.fill(0);
        }
    }

    /// After which statement an entry was spoken.
    pub(super) fn said(&self, entry: EntryId) -> Option<u32> {
        let number = self.number(self.layout.said + entry.index());
        number.checked_sub(1).map(u32::from)
    }

    /// Notes after which statement an entry was spoken.
    pub(super) fn say(&mut self, entry: EntryId, statement: u32) {
        if let Some(number) = self.numbers.get_mut(self.layout.said + entry.index()) {
            *number = u16::try_from(statement).map_or(u16::MAX, |at| at.saturating_add(1));
        }
    }

    /// Whether a mark is set.
    pub(super) fn marked(&self, mark: MarkId) -> bool {
        self.flag(self.layout.marked, mark.index())
    }

    /// Sets or clears a mark.
    pub(super) fn mark(&mut self, mark: MarkId, to: bool) {
        self.set_flag(self.layout.marked, mark.index(), to);
    }

    /// Whether a topic was spoken to in an earlier turn.
    pub(super) fn opened(&self, topic: TopicId) -> bool {
        self.flag(self.layout.opened, topic.index())
    }

    /// Notes that a topic was spoken to.
    pub(super) fn open(&mut self, topic: TopicId) {
        self.set_flag(self.layout.opened, topic.index(), true);
    }

    /// Whether an utterance was given.
    pub(super) fn given(&self, utterance: UtteranceId) -> bool {
        self.flag(self.layout.given, utterance.index())
    }

    /// Notes that an utterance was given.
    pub(super) fn give(&mut self, utterance: UtteranceId) {
        self.set_flag(self.layout.given, utterance.index(), true);
    }
}
