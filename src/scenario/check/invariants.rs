//! Translates conditions into comparisons of numbers for the solver, together with what is true of those numbers in
//! any game.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::solver::{Atom, Constraint, EFFORT, Formula, Literal, Problem, TooMany};
use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;
use crate::scenario::terms::{Bar, CommitmentKind};

/// Maximum number of comparisons for all questions about a scenario.
const ALL_EFFORT: u64 = 40_000_000;

/// A number that conditions compare. For facts that are true or false it is 1 or 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Number<'d> {
    Bar(Bar),
    /// How often a move has been made.
    Made(&'d str),
    /// How often the move being answered had been made when this point was raised.
    Times,
    /// Whether the point being answered belongs to the latest statement.
    JustMade,
    /// Whether an entry has been quoted: 0 not at all, 1 in this turn, 2 in an earlier one.
    Said(&'d str),
    /// Whether a reply or initiative has been given.
    Given(&'d str),
    /// In how many statements an issue has been raised.
    Raised(&'d str),
    /// Whether the issue was raised in the latest statement.
    JustRaised(&'d str),
    /// Whether a point on the issue is open.
    Open(&'d str),
    /// Whether no point is open except those just made.
    NothingOpen,
    Marked(&'d str),
    /// Whether a party's commitment of a kind on an issue is on the table.
    Committed(&'d str, CommitmentKind, &'d str),
    /// How many statements have been made.
    Statements,
    /// How many of the last statements in a row were made by one person.
    OneVoice,
    /// Whether the delegation is presenting its opening statement.
    Opening,
    /// Whether the counterpart has spoken on a topic.
    Opened(&'d str),
    Never,
}

/// The situation in which conditions are evaluated.
#[derive(Debug, Clone, Copy)]
pub(super) enum Setting<'d> {
    /// A point of this move is being answered.
    Answering(&'d MoveDraft),
    /// This move may be offered to the player.
    Offering(&'d MoveDraft),
    /// The counterpart speaks without being asked.
    Unasked,
}

impl<'d> Setting<'d> {
    fn answered(self) -> Option<&'d MoveDraft> {
        match self {
            Setting::Answering(mv) => Some(mv),
            Setting::Offering(_) | Setting::Unasked => None,
        }
    }
}

/// What sets a mark or quotes an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause<'d> {
    Made(&'d str),
    Given(&'d str),
}

impl<'d> Cause<'d> {
    const fn number(self) -> Number<'d> {
        match self {
            Cause::Made(id) => Number::Made(id),
            Cause::Given(id) => Number::Given(id),
        }
    }
}

/// For each id, its causes without duplicates.
#[derive(Default)]
struct Causes<'d>(HashMap<&'d str, Vec<Cause<'d>>>);

impl<'d> Causes<'d> {
    fn add(&mut self, id: &'d Id, cause: Cause<'d>) {
        let causes = self.0.entry(id.as_str()).or_default();
        if !causes.contains(&cause) {
            causes.push(cause);
        }
    }

    fn of(&self, id: &str) -> &[Cause<'d>] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }
}

/// Indexes of a scenario, shared by all questions.
pub(super) struct Lookup<'d> {
    draft: &'d Draft,
    moves: HashMap<&'d str, &'d MoveDraft>,
    /// The moves each reply answers.
    replies: HashMap<&'d str, &'d [Id]>,
    /// What sets each mark.
    setters: Causes<'d>,
    /// Marks that some effect clears.
    unset: HashSet<&'d str>,
    /// What quotes each entry of the record.
    sayers: Causes<'d>,
    entries: HashSet<&'d str>,
    effort: Cell<u64>,
}

impl<'d> Lookup<'d> {
    pub(super) fn new(draft: &'d Draft) -> Self {
        let mut lookup = Self {
            draft,
            moves: HashMap::new(),
            replies: draft.replies().map(|reply| (reply.id.as_str(), reply.occasion.moves().as_slice())).collect(),
            setters: Causes::default(),
            unset: HashSet::new(),
            sayers: Causes::default(),
            entries: draft.record.iter().map(|e| e.id.as_str()).collect(),
            effort: Cell::new(ALL_EFFORT),
        };
        for mv in &draft.moves {
            lookup.moves.entry(mv.id.as_str()).or_insert(mv);
            let entries = match &mv.words {
                MoveWordsDraft::Record(entries) => entries.as_slice(),
                MoveWordsDraft::Own { .. } => &[],
            };
            lookup.cause(Cause::Made(mv.id.as_str()), entries, &mv.effects);
        }
        for utterance in &draft.utterances {
            let cause = Cause::Given(utterance.id.as_str());
            lookup.cause(cause, utterance.words.entries(), &utterance.effects);
        }
        lookup
    }

    fn cause(&mut self, cause: Cause<'d>, entries: &'d [Id], effects: &'d [EffectDraft]) {
        entries.iter().for_each(|entry| self.sayers.add(entry, cause));
        for effect in effects {
            match effect {
                EffectDraft::Mark(mark) => self.setters.add(mark, cause),
                EffectDraft::Unmark(mark) => {
                    self.unset.insert(mark.as_str());
                }
                _ => {}
            }
        }
    }

    /// What can fulfil `Said` conditions in a setting. While the model answers, only its own words count. Before a
    /// move is offered, which includes two-player games, the words of moves count too.
    fn sayers(&self, entry: &str, setting: Setting<'d>) -> impl Iterator<Item = Cause<'d>> {
        let offering = matches!(setting, Setting::Offering(_));
        let causes = self.sayers.of(entry).iter().copied();
        causes.filter(move |cause| offering || matches!(cause, Cause::Given(_)))
    }

    fn seat(&self, mv: &MoveDraft) -> Option<&'d SeatDraft> {
        let seats = &self.draft.scenario.seats;
        match &mv.seat {
            Some(id) => seats.iter().find(|seat| seat.id == *id),
            None => seats.first(),
        }
    }

    /// The possible numbers of statements in a game in which the move's issue is in play, sorted and without
    /// duplicates.
    fn limits(&self, setting: Setting<'d>) -> Vec<u32> {
        let frame = &self.draft.scenario;
        let mut limits: Vec<u32> = match setting {
            Setting::Unasked => {
                let own = frame.seats.iter().flat_map(|seat| &seat.statements).map(|(_, count)| *count);
                frame.lengths.iter().map(|length| length.statements).chain(own).collect()
            }
            Setting::Answering(mv) | Setting::Offering(mv) => {
                let own = self.seat(mv).map_or(&[][..], |seat| &seat.statements);
                let is_table = frame.table_issues.iter().any(|issue| issue.id == mv.issue);
                let has_issue =
                    |length: &&LengthDraft| is_table || length.issues.is_empty() || length.issues.contains(&mv.issue);
                let limits = frame.lengths.iter().filter(has_issue).flat_map(|length| {
                    let own = own.iter().find(|(id, _)| *id == length.id).map(|(_, count)| *count);
                    // In a two-player game each side has the number of statements that the length gives, so there are
                    // twice as many.
                    let both = setting.answered().is_none().then(|| length.statements.saturating_mul(2));
                    [Some(own.unwrap_or(length.statements)), both]
                });
                limits.flatten().collect()
            }
        };
        limits.sort_unstable();
        limits.dedup();
        limits
    }

    /// Who can make a move: the people it names, otherwise the seat's speakers and the person who said it in the
    /// record.
    fn speakers(&self, mv: &'d MoveDraft) -> Vec<&'d str> {
        if !mv.only.is_empty() {
            return mv.only.iter().map(|id| id.as_str()).collect();
        }
        let own = self.seat(mv).map_or(&[][..], |seat| &seat.speakers);
        let mut speakers: Vec<&str> = own.iter().map(|id| id.as_str()).collect();
        if let MoveWordsDraft::Record(entries) = &mv.words
            && let Some(entry) = self.draft.record.iter().find(|entry| Some(&entry.id) == entries.first())
            && !speakers.contains(&entry.speaker.as_str())
        {
            speakers.push(entry.speaker.as_str());
        }
        speakers
    }

    /// Whether a condition, once true, stays true until the end of the game.
    fn lasts(&self, condition: &ConditionDraft) -> bool {
        use ConditionDraft as C;
        match condition {
            C::All(list) | C::Any(list) => list.iter().all(|c| self.lasts(c)),
            C::Made(..) | C::Said(_) | C::SaidBefore(_) | C::Given(_) | C::Raised(..) => true,
            C::Statements(_) | C::Left(_) | C::Opened(_) => true,
            C::Marked(mark) => !self.unset.contains(mark.as_str()),
            _ => false,
        }
    }
}

/// A question to the solver: conditions in one setting, with all that is known about the numbers they compare.
pub(super) struct Question<'g, 'd> {
    lookup: &'g Lookup<'d>,
    setting: Setting<'d>,
    numbers: Vec<Number<'d>>,
    places: HashMap<Number<'d>, usize>,
    atoms: HashMap<Atom, usize>,
    speakers: Vec<&'d str>,
    problem: Problem,
    /// How many of the numbers already have their constraints.
    constrained: usize,
}

impl<'g, 'd> Question<'g, 'd> {
    pub(super) fn new(lookup: &'g Lookup<'d>, setting: Setting<'d>) -> Self {
        let speakers = setting.answered().map_or_else(Vec::new, |mv| lookup.speakers(mv));
        let problem = Problem {
            limits: lookup.limits(setting),
            to_come: u32::from(matches!(setting, Setting::Offering(_))),
            speakers: speakers.len(),
            ..Problem::default()
        };
        let mut question = Self {
            lookup,
            setting,
            numbers: Vec::new(),
            places: HashMap::new(),
            atoms: HashMap::new(),
            speakers,
            problem,
            constrained: 0,
        };
        question.problem.statements = Some(question.number(Number::Statements));
        question
    }

    /// A formula for a list of conditions that all have to hold.
    pub(super) fn all(&mut self, conditions: &'d [ConditionDraft]) -> Formula {
        Formula::All(conditions.iter().map(|c| self.formula(c, false)).collect())
    }

    /// The same, but with every comparison of a bar assumed to come out as the list needs it.
    pub(super) fn all_but_bars(&mut self, conditions: &'d [ConditionDraft]) -> Formula {
        Formula::All(conditions.iter().map(|c| self.formula(c, true)).collect())
    }

    /// The needs of the move being answered that are still sure to hold when it is answered.
    pub(super) fn premise(&mut self) -> Formula {
        let mut kept = Vec::new();
        if let Some(mv) = self.setting.answered() {
            self.lasting(&mv.needs, &mut kept);
        }
        Formula::All(kept)
    }

    fn lasting(&mut self, conditions: &'d [ConditionDraft], kept: &mut Vec<Formula>) {
        for condition in conditions {
            let is_opening = match condition {
                ConditionDraft::Opening => true,
                ConditionDraft::Not(inner) => matches!(**inner, ConditionDraft::Opening),
                _ => false,
            };
            if let ConditionDraft::All(list) = condition {
                self.lasting(list, kept);
            } else if is_opening || self.lookup.lasts(condition) {
                kept.push(self.formula(condition, false));
            }
        }
    }

    /// A case in which a formula holds, if there is one.
    ///
    /// # Errors
    /// If the search takes too much effort.
    pub(super) fn example(&mut self, formula: &Formula) -> Result<Option<Vec<Literal>>, TooMany> {
        self.add_constraints();
        let all = self.lookup.effort.get();
        let mut effort = all.min(EFFORT);
        let before = effort;
        let found = self.problem.example(formula, &mut effort);
        self.lookup.effort.set(all.saturating_sub(before - effort));
        found
    }

    /// Whether it is certain that the parts can't all hold at once.
    pub(super) fn never(&mut self, parts: &[&Formula]) -> bool {
        let all = Formula::All(parts.iter().copied().cloned().collect());
        matches!(self.example(&all), Ok(None))
    }

    /// Whether a formula is sure to hold if these literals do.
    pub(super) fn holds_where(&self, literals: &[Literal], formula: &Formula) -> bool {
        self.problem.value_where(literals, formula) == Some(true)
    }

    /// What an atom compares.
    pub(super) fn compared(&self, atom: usize) -> Option<Compared<'d>> {
        Some(match *self.problem.atoms.get(atom)? {
            Atom::AtLeast(number, least) => Compared::AtLeast(self.numbers.get(number).copied()?, least),
            Atom::Left(_, left) => Compared::Left(left),
            Atom::Speaker(index) => Compared::Speaker(self.speakers.get(index).copied()?),
        })
    }

    fn atom(&mut self, atom: Atom) -> Formula {
        let next = self.problem.atoms.len();
        let index = *self.atoms.entry(atom).or_insert(next);
        if index == next {
            self.problem.atoms.push(atom);
        }
        Formula::Atom(index)
    }

    fn at_least(&mut self, number: Number<'d>, least: u32) -> Formula {
        let number = self.number(number);
        self.atom(Atom::AtLeast(number, least))
    }

    fn so(&mut self, number: Number<'d>) -> Formula {
        self.at_least(number, 1)
    }

    /// The formula for a condition. With `bars`, comparisons of bars are assumed to come out as needed, because a
    /// style with some slack may overlook them.
    fn formula(&mut self, condition: &'d ConditionDraft, bars: bool) -> Formula {
        use ConditionDraft as C;
        let answering = self.setting.answered().is_some();
        match condition {
            C::All(list) => Formula::All(list.iter().map(|c| self.formula(c, bars)).collect()),
            C::Any(list) => Formula::Any(list.iter().map(|c| self.formula(c, bars)).collect()),
            C::Not(inner) if bars && compares_bar(inner) => Formula::All(Vec::new()),
            C::Not(inner) => self.formula(inner, bars).negated(),
            C::AtLeast(..) | C::Below(..) if bars => Formula::All(Vec::new()),
            C::AtLeast(bar, height) => self.at_least(Number::Bar(*bar), u32::from(*height)),
            C::Below(bar, height) => self.at_least(Number::Bar(*bar), u32::from(*height)).negated(),
            C::Made(id, times) => self.at_least(Number::Made(id.as_str()), u32::from(*times)),
            C::Times(times) if answering => self.at_least(Number::Times, u32::from(*times)),
            C::JustMade if answering => self.so(Number::JustMade),
            C::SpokenBy(id) if answering => match self.speakers.iter().position(|other| *other == id.as_str()) {
                Some(index) => self.atom(Atom::Speaker(index)),
                None => self.so(Number::Never),
            },
            C::Times(_) | C::JustMade | C::SpokenBy(_) => self.so(Number::Never),
            C::Said(id) => self.at_least(Number::Said(id.as_str()), 1),
            C::SaidBefore(id) => self.at_least(Number::Said(id.as_str()), 2),
            C::Given(id) => self.so(Number::Given(id.as_str())),
            C::Raised(id, times) => self.at_least(Number::Raised(id.as_str()), u32::from(*times)),
            C::JustRaised(id) => self.so(Number::JustRaised(id.as_str())),
            C::Open(id) => self.so(Number::Open(id.as_str())),
            C::NothingOpen => self.so(Number::NothingOpen),
            C::Marked(id) => self.so(Number::Marked(id.as_str())),
            C::Committed(party, kind, issue) => self.so(Number::Committed(party.as_str(), *kind, issue.as_str())),
            C::Statements(count) => self.at_least(Number::Statements, *count),
            C::Left(count) => {
                let statements = self.number(Number::Statements);
                self.atom(Atom::Left(statements, *count))
            }
            C::OneVoice(count) => self.at_least(Number::OneVoice, *count),
            // When the counterpart speaks without being asked, the delegation can only be opening if it has made no
            // statement yet.
            C::Opening if matches!(self.setting, Setting::Unasked) => self.so(Number::Statements).negated(),
            C::Opening => self.so(Number::Opening),
            C::Opened(id) => self.so(Number::Opened(id.as_str())),
        }
    }

    /// The index of a number. Adds it with its bounds if it is new.
    fn number(&mut self, number: Number<'d>) -> usize {
        let next = self.numbers.len();
        let index = *self.places.entry(number).or_insert(next);
        if index == next {
            self.numbers.push(number);
            self.problem.bounds.push(self.bounds(number));
        }
        index
    }

    /// Lowest and highest possible value of a number in this setting.
    fn bounds(&self, number: Number<'d>) -> (u32, u32) {
        let answered = self.setting.answered();
        let on = |issue: &str| answered.is_some_and(|mv| mv.issue.as_str() == issue);
        match number {
            Number::Bar(_) => (0, 100),
            Number::Made(id) => {
                let mv = self.lookup.moves.get(id);
                let most = mv.map_or(255, |mv| u32::from(mv.times));
                let least = u32::from(answered.is_some_and(|mv| mv.id.as_str() == id));
                let draft = self.lookup.draft;
                let seats = answered.zip(mv).map(|(answered, mv)| (draft.seat_of(answered), draft.seat_of(mv)));
                let other_seat = seats.is_some_and(|(one, other)| one != other);
                (least, if other_seat { 0 } else { most.max(least) })
            }
            Number::Times => (1, answered.map_or(255, |mv| u32::from(mv.times).max(1))),
            Number::Said(id) => {
                let known = self.lookup.entries.contains(id);
                let sayable = self.lookup.sayers(id, self.setting).next().is_some();
                (0, if sayable || !known { 2 } else { 0 })
            }
            // If a reply answers only this move, and the move can be made only once, the reply can't have been given
            // while the point is open.
            Number::Given(id) => match (answered, self.lookup.replies.get(id)) {
                (Some(answered), Some([mv])) if answered.times <= 1 && *mv == answered.id => (0, 0),
                _ => (0, 1),
            },
            Number::Raised(issue) => (u32::from(on(issue)), u32::MAX),
            Number::Open(issue) => (u32::from(on(issue)), 1),
            Number::Statements => (u32::from(answered.is_some()), u32::MAX),
            Number::OneVoice => (0, u32::MAX),
            Number::Never => (0, 0),
            _ => (0, 1),
        }
    }

    /// Adds the constraints between the numbers, and any further numbers these involve.
    fn add_constraints(&mut self) {
        if self.constrained == self.numbers.len() {
            return;
        }
        self.problem.constraints.clear();
        let mut index = 0;
        while let Some(number) = self.numbers.get(index).copied() {
            self.constrain(index, number);
            index += 1;
        }
        for index in 0..self.numbers.len() {
            self.constrain_effects(index);
        }
        self.constrained = self.numbers.len();
    }

    fn at_most(&mut self, index: usize, other: Number<'d>) {
        let other = self.number(other);
        self.problem.constraints.push(Constraint::AtMost(index, other));
    }

    /// If the number at `index` is at least 1, the other number is too.
    fn needs(&mut self, index: usize, other: Number<'d>) {
        let other = self.number(other);
        self.problem.constraints.push(Constraint::Implies((index, 1), (other, 1)));
    }

    fn constrain(&mut self, index: usize, number: Number<'d>) {
        let lookup = self.lookup;
        let answered = self.setting.answered();
        match number {
            // A move is made at most once in a statement, and raises its issue there.
            Number::Made(id) => {
                if let Some(mv) = lookup.moves.get(id) {
                    self.at_most(index, Number::Raised(mv.issue.as_str()));
                }
            }
            Number::Raised(_) => self.at_most(index, Number::Statements),
            Number::OneVoice => {
                self.at_most(index, Number::Statements);
                let statements = self.number(Number::Statements);
                self.problem.constraints.push(Constraint::Implies((statements, 1), (index, 1)));
            }
            Number::Times => answered.into_iter().for_each(|mv| self.at_most(index, Number::Made(mv.id.as_str()))),
            Number::JustRaised(issue) => self.needs(index, Number::Raised(issue)),
            Number::JustMade => {
                answered.into_iter().for_each(|mv| self.needs(index, Number::JustRaised(mv.issue.as_str())));
            }
            Number::NothingOpen if answered.is_some() => self.needs(index, Number::JustMade),
            Number::Given(id) => {
                if let Some([mv]) = lookup.replies.get(id) {
                    self.needs(index, Number::Made(mv.as_str()));
                }
            }
            Number::Marked(mark) => {
                if let [cause] = lookup.setters.of(mark) {
                    self.needs(index, cause.number());
                }
            }
            Number::Said(entry) => {
                let mut causes = lookup.sayers(entry, self.setting);
                if let (Some(cause), None) = (causes.next(), causes.next()) {
                    self.needs(index, cause.number());
                }
            }
            _ => {}
        }
    }

    /// If a question includes a cause of something that lasts (a mark nothing clears, or a spoken entry), the effect
    /// follows from the cause.
    fn constrain_effects(&mut self, index: usize) {
        let lookup = self.lookup;
        let causes: Vec<Cause<'d>> = match self.numbers.get(index) {
            Some(Number::Marked(mark)) if !lookup.unset.contains(mark) => lookup.setters.of(mark).to_vec(),
            Some(Number::Said(entry)) => {
                let causes = lookup.sayers(entry, self.setting);
                causes.filter(|cause| matches!(cause, Cause::Given(_))).collect()
            }
            _ => return,
        };
        let places = causes.into_iter().filter_map(|cause| self.places.get(&cause.number()));
        self.problem.constraints.extend(places.map(|at| Constraint::Implies((*at, 1), (index, 1))));
    }
}

/// What an atom compares, for messages.
#[derive(Debug, Clone, Copy)]
pub(super) enum Compared<'d> {
    /// A number is at least this large.
    AtLeast(Number<'d>, u32),
    /// At most this many statements are left.
    Left(u32),
    /// This person made the move being answered.
    Speaker(&'d str),
}

fn compares_bar(condition: &ConditionDraft) -> bool {
    match condition {
        ConditionDraft::AtLeast(..) | ConditionDraft::Below(..) => true,
        ConditionDraft::Not(inner) => compares_bar(inner),
        ConditionDraft::All(list) | ConditionDraft::Any(list) => list.iter().any(compares_bar),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
