//! What the conditions of a scenario compare, and what always holds between those things whatever is played.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::solver::{Atom, EFFORT, Formula, Law, Literal, Problem, TooMany};
use crate::scenario::draft::*;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;
use crate::scenario::terms::{Bar, CommitmentKind};

/// Most comparisons looked at for all questions about a scenario.
const ALL_EFFORT: u64 = 40_000_000;

/// A number of the state of a talk. What is so or not is 1 or 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Number<'d> {
    /// Height of a bar.
    Bar(Bar),
    /// How often a move was made.
    Made(&'d str),
    /// How often the move being answered had been made when it was made.
    Times,
    /// The point being answered belongs to the statement just made.
    JustMade,
    /// 1 when an entry was spoken this turn, 2 when before.
    Said(&'d str),
    /// A reply or initiative was given.
    Given(&'d str),
    /// In how many statements an issue was raised.
    Raised(&'d str),
    /// The issue was raised in this statement.
    JustRaised(&'d str),
    /// A point on the issue is open.
    Open(&'d str),
    /// No point is open but those just made.
    NothingOpen,
    /// A mark is set.
    Marked(&'d str),
    /// A commitment is on the table.
    Committed(&'d str, CommitmentKind, &'d str),
    /// How many statements were made.
    Statements,
    /// How many of the last statements were made by one person.
    OneVoice,
    /// The delegation is opening.
    Opening,
    /// A topic was spoken to.
    Opened(&'d str),
    /// What can never be so here.
    Never,
}

/// From where conditions are read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Setting<'d> {
    /// From the side of a point of this move, which is being answered.
    Answering(&'d MoveDraft),
    /// Before this move is offered.
    Offering(&'d MoveDraft),
    /// By the counterpart, of its own accord.
    Unasked,
}

/// What brings a mark or an entry about.
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

/// Look-ups over a scenario.
pub(super) struct Ground<'d> {
    draft: &'d Draft,
    moves: HashMap<&'d str, &'d MoveDraft>,
    replies: HashMap<&'d str, &'d [Id]>,
    setters: HashMap<&'d str, Vec<Cause<'d>>>,
    unset: HashSet<&'d str>,
    sayers: HashMap<&'d str, Vec<Cause<'d>>>,
    entries: HashSet<&'d str>,
    effort: Cell<u64>,
}

impl<'d> Ground<'d> {
    pub(super) fn new(draft: &'d Draft) -> Self {
        let mut ground = Self {
            draft,
            moves: HashMap::new(),
            replies: HashMap::new(),
            setters: HashMap::new(),
            unset: HashSet::new(),
            sayers: HashMap::new(),
            entries: draft.record.iter().map(|e| e.id.as_str()).collect(),
            effort: Cell::new(ALL_EFFORT),
        };
        for mv in &draft.moves {
            ground.moves.entry(mv.id.as_str()).or_insert(mv);
            let cause = Cause::Made(mv.id.as_str());
            ground.effects(&mv.effects, cause);
            if let MoveWordsDraft::Record(entries) = &mv.words {
                entries.iter().for_each(|entry| ground.say(entry, cause));
            }
        }
        for utterance in &draft.utterances {
            let (id, words, effects) = match utterance {
                UtteranceDraft::Reply(reply) => {
                    ground.replies.insert(reply.id.as_str(), &reply.to);
                    (&reply.id, &reply.words, &reply.effects)
                }
                UtteranceDraft::Initiative(i) => (&i.id, &i.words, &i.effects),
            };
            let cause = Cause::Given(id.as_str());
            ground.effects(effects, cause);
            match words {
                WordsDraft::Record(entries) => {
                    entries.iter().for_each(|entry| ground.say(entry, cause));
                }
                WordsDraft::Elsewhere { entry, .. } => ground.say(entry, cause),
                WordsDraft::Inference { .. } | WordsDraft::Silence(_) => {}
            }
        }
        ground
    }

    fn say(&mut self, entry: &'d Id, cause: Cause<'d>) {
        let causes = self.sayers.entry(entry.as_str()).or_default();
        if !causes.contains(&cause) {
            causes.push(cause);
        }
    }

    fn effects(&mut self, effects: &'d [EffectDraft], cause: Cause<'d>) {
        for effect in effects {
            match effect {
                EffectDraft::Mark(mark) => {
                    let causes = self.setters.entry(mark.as_str()).or_default();
                    if !causes.contains(&cause) {
                        causes.push(cause);
                    }
                }
                EffectDraft::Unmark(mark) => {
                    self.unset.insert(mark.as_str());
                }
                _ => {}
            }
        }
    }

    /// What makes an entry spoken where conditions are read from here. With the model opposite nobody but the model speaks
    /// words of the record that can be asked for; between two people the moves do.
    fn sayers(&self, entry: &str, setting: Setting<'d>) -> impl Iterator<Item = Cause<'d>> {
        let offering = matches!(setting, Setting::Offering(_));
        let causes = self.sayers.get(entry).map_or(&[][..], Vec::as_slice);
        let causes = causes.iter().copied();
        causes.filter(move |cause| offering || matches!(cause, Cause::Given(_)))
    }

    /// How many statements the seat of a move has in the games in which its issue is in play.
    fn limits(&self, setting: Setting<'d>) -> Vec<u32> {
        let frame = &self.draft.scenario;
        let (Setting::Answering(mv) | Setting::Offering(mv)) = setting else {
            let own = frame.seats.iter().flat_map(|seat| &seat.statements);
            let lengths = frame.lengths.iter().map(|length| length.statements);
            return distinct(lengths.chain(own.map(|(_, count)| *count)));
        };
        let first = frame.seats.first().map(|seat| &seat.id);
        let seat = mv.seat.as_ref().or(first);
        let seat = frame.seats.iter().find(|s| Some(&s.id) == seat);
        let table = frame.table_issues.iter().any(|issue| issue.id == mv.issue);
        let lengths = frame
            .lengths
            .iter()
            .filter(|length| table || length.issues.is_empty() || length.issues.contains(&mv.issue));
        let offering = matches!(setting, Setting::Offering(_));
        let counts = lengths.flat_map(|length| {
            let own = seat.and_then(|seat| {
                let own = seat.statements.iter().find(|(id, _)| *id == length.id);
                own.map(|(_, count)| *count)
            });
            // Two people have as many statements each as the length says.
            let both = offering.then(|| length.statements.saturating_mul(2));
            [Some(own.unwrap_or(length.statements)), both]
        });
        distinct(counts.flatten())
    }

    /// Who can make a move: whom the seat can give the floor, or whom the move names, and who said it in the record.
    fn speakers(&self, mv: &'d MoveDraft) -> Vec<&'d str> {
        let frame = &self.draft.scenario;
        let first = frame.seats.first().map(|seat| &seat.id);
        let seat = mv.seat.as_ref().or(first);
        let seat = frame.seats.iter().find(|s| Some(&s.id) == seat);
        if !mv.only.is_empty() {
            return mv.only.iter().map(|id| id.as_str()).collect();
        }
        let recorded = match &mv.words {
            MoveWordsDraft::Record(entries) => entries.first(),
            MoveWordsDraft::Own { .. } => None,
        };
        let recorded = recorded.and_then(|id| self.draft.record.iter().find(|e| e.id == *id));
        let recorded = recorded.map(|entry| entry.speaker.as_str());
        let own = seat.into_iter().flat_map(|seat| &seat.speakers);
        let mut speakers: Vec<&str> = own.map(|id| id.as_str()).collect();
        speakers.extend(recorded.filter(|id| !speakers.contains(id)));
        speakers
    }

    /// Whether a condition, once it holds, holds to the end of the game.
    fn lasts(&self, condition: &ConditionDraft) -> bool {
        match condition {
            ConditionDraft::All(list) | ConditionDraft::Any(list) => list.iter().all(|c| self.lasts(c)),
            ConditionDraft::Made(..)
            | ConditionDraft::Said(_)
            | ConditionDraft::SaidBefore(_)
            | ConditionDraft::Given(_)
            | ConditionDraft::Raised(..)
            | ConditionDraft::Statements(_)
            | ConditionDraft::Left(_)
            | ConditionDraft::Opened(_) => true,
            ConditionDraft::Marked(mark) => !self.unset.contains(mark.as_str()),
            _ => false,
        }
    }
}

fn distinct(counts: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut counts: Vec<u32> = counts.collect();
    counts.sort_unstable();
    counts.dedup();
    counts
}

/// Conditions read from one setting, with all that is known of what they compare.
pub(super) struct Question<'g, 'd> {
    ground: &'g Ground<'d>,
    setting: Setting<'d>,
    numbers: Vec<Number<'d>>,
    places: HashMap<Number<'d>, usize>,
    atoms: HashMap<Atom, usize>,
    speakers: Vec<&'d str>,
    problem: Problem,
    /// How many numbers the laws have been laid down for.
    laid_down: usize,
}

impl<'g, 'd> Question<'g, 'd> {
    pub(super) fn new(ground: &'g Ground<'d>, setting: Setting<'d>) -> Self {
        let speakers = match setting {
            Setting::Answering(mv) => ground.speakers(mv),
            _ => Vec::new(),
        };
        let mut question = Self {
            ground,
            setting,
            numbers: Vec::new(),
            places: HashMap::new(),
            atoms: HashMap::new(),
            speakers,
            problem: Problem::default(),
            laid_down: 0,
        };
        question.problem.limits = ground.limits(setting);
        question.problem.to_come = u32::from(matches!(setting, Setting::Offering(_)));
        question.problem.speakers = question.speakers.len();
        let statements = question.number(Number::Statements);
        question.problem.statements = Some(statements);
        question
    }

    /// Conditions of a list, which have to hold together.
    pub(super) fn all(&mut self, conditions: &'d [ConditionDraft]) -> Formula {
        Formula::All(conditions.iter().map(|c| self.formula(c, false)).collect())
    }

    /// The same, with every comparison of a bar taken to hold as the list needs it.
    pub(super) fn all_but_bars(&mut self, conditions: &'d [ConditionDraft]) -> Formula {
        Formula::All(conditions.iter().map(|c| self.formula(c, true)).collect())
    }

    /// What of the needs of the move being answered still holds when it is answered.
    pub(super) fn premise(&mut self) -> Formula {
        let Setting::Answering(mv) = self.setting else {
            return Formula::All(Vec::new());
        };
        let mut kept = Vec::new();
        self.lasting(&mv.needs, &mut kept);
        Formula::All(kept)
    }

    fn lasting(&mut self, conditions: &'d [ConditionDraft], kept: &mut Vec<Formula>) {
        for condition in conditions {
            match condition {
                ConditionDraft::All(list) => self.lasting(list, kept),
                ConditionDraft::Opening => kept.push(self.formula(condition, false)),
                ConditionDraft::Not(inner) if matches!(**inner, ConditionDraft::Opening) => {
                    kept.push(self.formula(condition, false));
                }
                other if self.ground.lasts(other) => kept.push(self.formula(other, false)),
                _ => {}
            }
        }
    }

    /// A case in which a formula holds.
    pub(super) fn example(&mut self, formula: &Formula) -> Result<Option<Vec<Literal>>, TooMany> {
        self.lay_down_laws();
        let all = self.ground.effort.get();
        let mut effort = all.min(EFFORT);
        let before = effort;
        let found = self.problem.example(formula, &mut effort);
        self.ground.effort.set(all.saturating_sub(before - effort));
        found
    }

    /// Whether a formula holds where these literals do.
    pub(super) fn holds_where(&self, literals: &[Literal], formula: &Formula) -> bool {
        self.problem.value_where(literals, formula) == Some(true)
    }

    /// What an atom compares, for words: the number and the threshold, what is left, or who spoke.
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

    /// `bars` takes comparisons of bars to hold, as a style with some slack may.
    fn formula(&mut self, condition: &'d ConditionDraft, bars: bool) -> Formula {
        use ConditionDraft as C;
        let answering = matches!(self.setting, Setting::Answering(_));
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
            // Of his own accord he speaks while the delegation is opening only before its first statement.
            C::Opening if matches!(self.setting, Setting::Unasked) => self.so(Number::Statements).negated(),
            C::Opening => self.so(Number::Opening),
            C::Opened(id) => self.so(Number::Opened(id.as_str())),
        }
    }

    /// The place of a number, which is added with its bounds where it is new.
    fn number(&mut self, number: Number<'d>) -> usize {
        let next = self.numbers.len();
        let index = *self.places.entry(number).or_insert(next);
        if index == next {
            self.numbers.push(number);
            self.problem.bounds.push(self.bounds(number));
        }
        index
    }

    fn bounds(&self, number: Number<'d>) -> (u32, u32) {
        let answered = match self.setting {
            Setting::Answering(mv) => Some(mv),
            _ => None,
        };
        let on = |issue: &str| answered.is_some_and(|mv| mv.issue.as_str() == issue);
        match number {
            Number::Bar(_) => (0, 100),
            Number::Made(id) => {
                let most = self.ground.moves.get(id).map_or(255, |mv| u32::from(mv.times));
                let other_seat = match (answered, self.ground.moves.get(id)) {
                    (Some(answered), Some(mv)) => !self.same_seat(answered, mv),
                    _ => false,
                };
                let least = u32::from(answered.is_some_and(|mv| mv.id.as_str() == id));
                (least, if other_seat { 0 } else { most.max(least) })
            }
            Number::Times => (1, answered.map_or(255, |mv| u32::from(mv.times).max(1))),
            Number::Said(id) => {
                let known = self.ground.entries.contains(id);
                let sayable = self.ground.sayers(id, self.setting).next().is_some();
                (0, if sayable || !known { 2 } else { 0 })
            }
            // An answer to nothing but this move, which can be made once, has not been given while its point is open.
            Number::Given(id) => match (answered, self.ground.replies.get(id)) {
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

    fn same_seat(&self, one: &MoveDraft, other: &MoveDraft) -> bool {
        let first = self.ground.draft.scenario.seats.first().map(|s| &s.id);
        one.seat.as_ref().or(first) == other.seat.as_ref().or(first)
    }

    /// Adds what always holds between the numbers, with the numbers in between.
    fn lay_down_laws(&mut self) {
        if self.laid_down == self.numbers.len() {
            return;
        }
        self.problem.laws.clear();
        let mut index = 0;
        while let Some(number) = self.numbers.get(index).copied() {
            self.laws_of(index, number);
            index += 1;
        }
        for index in 0..self.numbers.len() {
            self.laws_of_causes(index);
        }
        self.laid_down = self.numbers.len();
    }

    fn laws_of(&mut self, index: usize, number: Number<'d>) {
        let add = |this: &mut Self, law: Law| this.problem.laws.push(law);
        match number {
            Number::Made(id) => {
                let Some(mv) = self.ground.moves.get(id).copied() else {
                    return;
                };
                // A move is made once in a statement, and raises its issue there.
                let raised = self.number(Number::Raised(mv.issue.as_str()));
                add(self, Law::AtMost(index, raised));
            }
            Number::Raised(_) | Number::OneVoice => {
                let statements = self.number(Number::Statements);
                add(self, Law::AtMost(index, statements));
                if number == Number::OneVoice {
                    add(self, Law::Implies((statements, 1), (index, 1)));
                }
            }
            Number::Times => {
                if let Setting::Answering(mv) = self.setting {
                    let made = self.number(Number::Made(mv.id.as_str()));
                    add(self, Law::AtMost(index, made));
                }
            }
            Number::JustRaised(issue) => {
                let raised = self.number(Number::Raised(issue));
                add(self, Law::Implies((index, 1), (raised, 1)));
            }
            Number::JustMade => {
                if let Setting::Answering(mv) = self.setting {
                    let raised = self.number(Number::JustRaised(mv.issue.as_str()));
                    add(self, Law::Implies((index, 1), (raised, 1)));
                }
            }
            Number::NothingOpen if matches!(self.setting, Setting::Answering(_)) => {
                let just_made = self.number(Number::JustMade);
                add(self, Law::Implies((index, 1), (just_made, 1)));
            }
            Number::Given(id) => {
                if let Some([mv]) = self.ground.replies.get(id).copied() {
                    let made = self.number(Number::Made(mv.as_str()));
                    add(self, Law::Implies((index, 1), (made, 1)));
                }
            }
            Number::Marked(mark) => {
                let causes = self.ground.setters.get(mark).map_or(&[][..], Vec::as_slice);
                if let [cause] = causes {
                    let cause = self.number(cause.number());
                    add(self, Law::Implies((index, 1), (cause, 1)));
                }
            }
            Number::Said(entry) => {
                let mut causes = self.ground.sayers(entry, self.setting);
                if let (Some(cause), None) = (causes.next(), causes.next()) {
                    let cause = self.number(cause.number());
                    add(self, Law::Implies((index, 1), (cause, 1)));
                }
            }
            _ => {}
        }
    }

    /// Where the cause of a mark that nothing takes back, or of words, is itself asked for, the effect follows.
    fn laws_of_causes(&mut self, index: usize) {
        let causes: Vec<Number<'d>> = match self.numbers.get(index) {
            Some(Number::Marked(mark)) if !self.ground.unset.contains(mark) => {
                let causes = self.ground.setters.get(mark).map_or(&[][..], Vec::as_slice);
                causes.iter().map(|cause| cause.number()).collect()
            }
            Some(Number::Said(entry)) => {
                let causes = self.ground.sayers(entry, self.setting);
                let given = causes.filter(|cause| matches!(cause, Cause::Given(_)));
                given.map(Cause::number).collect()
            }
            _ => return,
        };
        for cause in causes {
            if let Some(at) = self.places.get(&cause) {
                self.problem.laws.push(Law::Implies((*at, 1), (index, 1)));
            }
        }
    }
}

/// What an atom compares.
#[derive(Debug, Clone, Copy)]
pub(super) enum Compared<'d> {
    /// A number with a threshold.
    AtLeast(Number<'d>, u32),
    /// At most so many statements left.
    Left(u32),
    /// Who made the move being answered.
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
