//! Decides whether conditions can hold together, by reasoning about the numbers they compare.
//!
//! Every condition compares a whole number with a threshold. The number is a bar, a count of moves, or 0 or 1 for a
//! fact. The solver keeps a lower and an upper bound for each number. A constraint between numbers only ever says that
//! one is at most another ("an issue is raised in no more statements than were made"), or that one is large because
//! another is. Once no constraint narrows the bounds further, setting every number to its lower bound therefore
//! satisfies them all. So the solver only has to try both values of the atoms that leave the formula undecided.

/// A boolean combination of atoms.
#[derive(Debug, Clone)]
pub(super) enum Formula {
    /// True if empty.
    All(Vec<Formula>),
    Any(Vec<Formula>),
    Not(Box<Formula>),
    /// The atom at this index of [`Problem::atoms`].
    Atom(usize),
}

impl Formula {
    pub(super) fn negated(self) -> Self {
        Formula::Not(Box::new(self))
    }
}

/// A comparison. Numbers are indices into [`Problem::bounds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Atom {
    /// The number is at least this large.
    AtLeast(usize, u32),
    /// At most this many statements are left: the number of statements is at least the limit minus this.
    Left(usize, u32),
    /// The speaker is this person, out of [`Problem::speakers`] possible ones.
    Speaker(usize),
}

/// A relation between numbers that holds in every game.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Constraint {
    /// The first number is never larger than the second.
    AtMost(usize, usize),
    /// If the first number reaches its threshold, so does the second.
    Implies((usize, u32), (usize, u32)),
}

/// The index of an atom, and whether it holds.
pub(super) type Literal = (usize, bool);

/// The search was given up because it takes too much effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMany;

/// The numbers of a question, with their bounds and constraints.
#[derive(Debug, Clone, Default)]
pub(super) struct Problem {
    /// Lowest and highest value of each number.
    pub(super) bounds: Vec<(u32, u32)>,
    pub(super) constraints: Vec<Constraint>,
    pub(super) atoms: Vec<Atom>,
    /// The possible limits on the number of statements in a game, one for each kind of game. Empty if there is no
    /// limit.
    pub(super) limits: Vec<u32>,
    /// Index of the number that counts the statements made.
    pub(super) statements: Option<usize>,
    /// The least number of statements still to be made.
    pub(super) to_come: u32,
    /// Number of people who may have spoken; 0 if no point is being answered.
    pub(super) speakers: usize,
}

/// Maximum effort for one question, in comparisons and constraints looked at.
pub(super) const EFFORT: u64 = 400_000;
/// Maximum number of atoms in one question, far more than an author would write.
const ATOMS: usize = 256;

impl Problem {
    /// Finds a case in which the formula holds, as a minimal list of literals; `None` if there is none. Subtracts the
    /// effort spent from `effort`.
    ///
    /// # Errors
    /// If there are too many atoms, or `effort` runs out.
    pub(super) fn example(&self, formula: &Formula, effort: &mut u64) -> Result<Option<Vec<Literal>>, TooMany> {
        if self.atoms.len() > ATOMS {
            return Err(TooMany);
        }
        let Some(start) = self.start() else { return Ok(None) };
        let mut literals = Vec::new();
        let found = self.search(&start, formula, &mut literals, effort)?;
        Ok(found.then(|| self.shortened(formula, literals)))
    }

    /// Whether the formula holds if these literals do; `None` if they don't decide it or contradict each other.
    pub(super) fn value_where(&self, literals: &[Literal], formula: &Formula) -> Option<bool> {
        let mut known = self.start()?;
        if !literals.iter().all(|(atom, truth)| known.assume(self, *atom, *truth)) {
            return None;
        }
        self.value(&known, formula, &mut 0).ok()
    }

    /// Tries both values of the atoms that leave the formula undecided, one atom at a time. On success, `literals`
    /// contains the assumptions made.
    fn search(
        &self,
        known: &Known,
        formula: &Formula,
        literals: &mut Vec<Literal>,
        effort: &mut u64,
    ) -> Result<bool, TooMany> {
        let mut looked_at = self.constraints.len() as u64 + 1;
        let value = self.value(known, formula, &mut looked_at);
        *effort = effort.checked_sub(looked_at).ok_or(TooMany)?;
        let atom = match value {
            Ok(truth) => return Ok(truth),
            Err(Open(atom)) => atom,
        };
        for truth in [true, false] {
            let mut next = known.clone();
            if !next.assume(self, atom, truth) {
                continue;
            }
            literals.push((atom, truth));
            if self.search(&next, formula, literals, effort)? {
                return Ok(true);
            }
            literals.pop();
        }
        Ok(false)
    }

    /// Removes the literals that aren't needed.
    fn shortened(&self, formula: &Formula, mut literals: Vec<Literal>) -> Vec<Literal> {
        let mut index = 0;
        while index < literals.len() {
            let removed = literals.remove(index);
            if self.value_where(&literals, formula) != Some(true) {
                literals.insert(index, removed);
                index += 1;
            }
        }
        literals
    }

    /// The bounds before any assumption; `None` if the constraints contradict each other.
    fn start(&self) -> Option<Known> {
        let limits = self.limits.iter().map(|limit| Some(*limit)).chain(self.limits.is_empty().then_some(None));
        let world = |limit: Option<u32>| {
            let mut world = World { limit, bounds: self.bounds.clone() };
            let high = self.statements.and_then(|statements| Some(&mut world.bounds.get_mut(statements)?.1));
            if let (Some(limit), Some(high)) = (limit, high) {
                *high = (*high).min(limit.saturating_sub(self.to_come));
            }
            let possible = world.bounds.iter().all(|(low, high)| low <= high) && world.narrow(&self.constraints);
            possible.then_some(world)
        };
        let worlds: Vec<World> = limits.filter_map(world).collect();
        (!worlds.is_empty()).then(|| Known { worlds, speakers: vec![true; self.speakers] })
    }

    /// The value of a formula, or an atom that leaves it undecided. Adds the comparisons made to `looked_at`.
    fn value(&self, known: &Known, formula: &Formula, looked_at: &mut u64) -> Result<bool, Open> {
        let (list, decides) = match formula {
            Formula::All(list) => (list, false),
            Formula::Any(list) => (list, true),
            Formula::Not(inner) => return self.value(known, inner, looked_at).map(|truth| !truth),
            Formula::Atom(index) => {
                *looked_at += 1;
                return self.atoms.get(*index).and_then(|atom| known.value(*atom)).ok_or(Open(*index));
            }
        };
        let mut value = Ok(!decides);
        for part in list {
            match self.value(known, part, looked_at) {
                Ok(truth) if truth == decides => return Ok(decides),
                Ok(_) => {}
                Err(open) => value = value.and(Err(open)),
            }
        }
        value
    }
}

/// An atom that leaves a formula undecided.
struct Open(usize);

/// The bounds of all numbers in one kind of game.
#[derive(Debug, Clone)]
struct World {
    limit: Option<u32>,
    bounds: Vec<(u32, u32)>,
}

impl World {
    fn at(&self, number: usize) -> (u32, u32) {
        self.bounds.get(number).copied().unwrap_or((0, u32::MAX))
    }

    /// The comparison an atom stands for in this kind of game; `None` if it is about the speaker.
    fn comparison(&self, atom: Atom) -> Option<(usize, u32)> {
        match atom {
            Atom::AtLeast(number, least) => Some((number, least)),
            Atom::Left(statements, left) => Some((statements, self.limit.unwrap_or(u32::MAX).saturating_sub(left))),
            Atom::Speaker(_) => None,
        }
    }

    fn value(&self, (number, least): (usize, u32)) -> Option<bool> {
        let (low, high) = self.at(number);
        if low >= least { Some(true) } else { (high < least).then_some(false) }
    }

    /// Narrows a number to values of at least `least` or, if `truth` is false, to those below. Returns whether any
    /// value is left.
    fn set(&mut self, (number, least): (usize, u32), truth: bool) -> bool {
        let Some((low, high)) = self.bounds.get_mut(number) else { return true };
        if truth {
            *low = (*low).max(least);
        } else {
            let Some(most) = least.checked_sub(1) else { return false };
            *high = (*high).min(most);
        }
        *low <= *high
    }

    /// Applies the constraints until nothing changes. Returns whether every number still has a possible value.
    fn narrow(&mut self, constraints: &[Constraint]) -> bool {
        loop {
            let mut changed = false;
            for constraint in constraints {
                if let Some((comparison, truth)) = self.consequence(*constraint) {
                    changed = true;
                    if !self.set(comparison, truth) {
                        return false;
                    }
                }
            }
            if !changed {
                return true;
            }
        }
    }

    /// The next comparison that a constraint decides, and its truth; `None` if nothing new follows.
    fn consequence(&self, constraint: Constraint) -> Option<((usize, u32), bool)> {
        match constraint {
            Constraint::AtMost(small, large) => {
                let (low, high) = (self.at(small).0, self.at(large).1);
                if self.at(large).0 < low {
                    Some(((large, low), true))
                } else {
                    (self.at(small).1 > high).then(|| ((small, high.saturating_add(1)), false))
                }
            }
            Constraint::Implies(cause, effect) => {
                let (is, follows) = (self.value(cause), self.value(effect));
                if is == Some(true) && follows != Some(true) {
                    Some((effect, true))
                } else {
                    (follows == Some(false) && is != Some(false)).then_some((cause, false))
                }
            }
        }
    }
}

/// What is known after some assumptions, for each kind of game that is still possible.
#[derive(Debug, Clone)]
struct Known {
    worlds: Vec<World>,
    /// For each person, whether they can still be the speaker.
    speakers: Vec<bool>,
}

impl Known {
    fn value(&self, atom: Atom) -> Option<bool> {
        if let Atom::Speaker(index) = atom {
            let is_alone = self.speakers.iter().filter(|open| **open).count() <= 1;
            return match self.speakers.get(index) {
                Some(true) => is_alone.then_some(true),
                _ => Some(false),
            };
        }
        let mut values = self.worlds.iter().map(|world| world.value(world.comparison(atom)?));
        let first = values.next().flatten()?;
        values.all(|value| value == Some(first)).then_some(first)
    }

    /// Assumes that an atom holds or doesn't. Returns whether that is possible.
    fn assume(&mut self, problem: &Problem, atom: usize, truth: bool) -> bool {
        let Some(atom) = problem.atoms.get(atom).copied() else { return true };
        if let Atom::Speaker(index) = atom {
            for (other, open) in self.speakers.iter_mut().enumerate() {
                *open &= (other == index) == truth;
            }
            return self.speakers.iter().any(|open| *open);
        }
        self.worlds.retain_mut(|world| {
            let Some(comparison) = world.comparison(atom) else { return true };
            world.set(comparison, truth) && world.narrow(&problem.constraints)
        });
        !self.worlds.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NUMBERS: usize = 4;
    const HIGHEST: u32 = 3;
    const SPEAKERS: usize = 2;

    fn atoms() -> Vec<Atom> {
        let mut atoms: Vec<Atom> =
            (0..NUMBERS).flat_map(|number| (1..=HIGHEST).map(move |least| Atom::AtLeast(number, least))).collect();
        atoms.extend((0..=2).map(|left| Atom::Left(0, left)));
        atoms.extend((0..SPEAKERS).map(Atom::Speaker));
        atoms
    }

    fn formula() -> impl Strategy<Value = Formula> {
        let leaf = (0..atoms().len()).prop_map(Formula::Atom);
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Formula::All),
                prop::collection::vec(inner.clone(), 0..4).prop_map(Formula::Any),
                inner.prop_map(Formula::negated),
            ]
        })
    }

    fn constraint() -> impl Strategy<Value = Constraint> {
        let point = || (0..NUMBERS, 1..=HIGHEST);
        prop_oneof![
            (0..NUMBERS, 0..NUMBERS).prop_map(|(a, b)| Constraint::AtMost(a, b)),
            (point(), point()).prop_map(|(a, b)| Constraint::Implies(a, b)),
        ]
    }

    fn problem() -> impl Strategy<Value = Problem> {
        let bounds = (0..=1u32, 1..=HIGHEST);
        (
            prop::collection::vec(bounds, NUMBERS),
            prop::collection::vec(constraint(), 0..4),
            prop::collection::vec(1..=HIGHEST, 0..3),
            0..=1u32,
        )
            .prop_map(|(bounds, constraints, limits, to_come)| Problem {
                bounds,
                constraints,
                atoms: atoms(),
                limits,
                statements: Some(0),
                to_come,
                speakers: SPEAKERS,
            })
    }

    /// A value for every number, with the limit of its game if there is one.
    #[derive(Debug, Clone)]
    struct State {
        numbers: Vec<u32>,
        limit: Option<u32>,
        speaker: usize,
    }

    fn holds(state: &State, atom: Atom) -> bool {
        match atom {
            Atom::AtLeast(number, least) => state.numbers[number] >= least,
            Atom::Left(number, left) => match state.limit {
                Some(limit) => state.numbers[number] + left >= limit,
                None => u64::from(state.numbers[number]) + u64::from(left) >= u64::from(u32::MAX),
            },
            Atom::Speaker(index) => state.speaker == index,
        }
    }

    fn is_true(state: &State, formula: &Formula) -> bool {
        match formula {
            Formula::All(list) => list.iter().all(|part| is_true(state, part)),
            Formula::Any(list) => list.iter().any(|part| is_true(state, part)),
            Formula::Not(inner) => !is_true(state, inner),
            Formula::Atom(atom) => holds(state, atoms()[*atom]),
        }
    }

    /// Every possible state.
    fn states(problem: &Problem) -> Vec<State> {
        let limits: Vec<Option<u32>> = match problem.limits.as_slice() {
            [] => vec![None],
            limits => limits.iter().copied().map(Some).collect(),
        };
        let mut found = Vec::new();
        for code in 0..(HIGHEST as usize + 1).pow(NUMBERS as u32) {
            let digit = |place: usize| code / (HIGHEST as usize + 1).pow(place as u32);
            let numbers: Vec<u32> = (0..NUMBERS).map(|place| (digit(place) % (HIGHEST as usize + 1)) as u32).collect();
            let inside = |(at, (low, high)): (usize, &(u32, u32))| (*low..=*high).contains(&numbers[at]);
            let lawful = |constraint: &Constraint| match *constraint {
                Constraint::AtMost(a, b) => numbers[a] <= numbers[b],
                Constraint::Implies((a, i), (b, j)) => numbers[a] < i || numbers[b] >= j,
            };
            if !problem.bounds.iter().enumerate().all(inside) || !problem.constraints.iter().all(lawful) {
                continue;
            }
            for limit in &limits {
                if limit.is_some_and(|limit| numbers[0] + problem.to_come > limit.max(problem.to_come)) {
                    continue;
                }
                for speaker in 0..SPEAKERS {
                    let (numbers, limit) = (numbers.clone(), *limit);
                    found.push(State { numbers, limit, speaker });
                }
            }
        }
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn the_solver_finds_a_case_exactly_if_one_exists(problem in problem(), formula in formula()) {
            let found = problem.example(&formula, &mut EFFORT.clone()).expect("it is small");
            let states = states(&problem);
            prop_assert_eq!(found.is_some(), states.iter().any(|state| is_true(state, &formula)));
            if let Some(literals) = found {
                let fits = |state: &&State| {
                    literals.iter().all(|(atom, truth)| holds(state, atoms()[*atom]) == *truth)
                };
                let fitting: Vec<&State> = states.iter().filter(fits).collect();
                prop_assert!(!fitting.is_empty(), "the case can occur");
                prop_assert!(fitting.iter().all(|state| is_true(state, &formula)), "and is sufficient");
            }
        }
    }

    #[test]
    fn a_question_that_takes_too_long_is_given_up() {
        // Nine pigeons in eight holes: impossible, but slow to prove.
        let (pigeons, holes) = (9, 8);
        let sits = |pigeon: usize, hole: usize| Formula::Atom(pigeon * holes + hole);
        let mut parts: Vec<Formula> =
            (0..pigeons).map(|pigeon| Formula::Any((0..holes).map(|hole| sits(pigeon, hole)).collect())).collect();
        for hole in 0..holes {
            for pigeon in 0..pigeons {
                for other in 0..pigeon {
                    let both = Formula::All(vec![sits(pigeon, hole), sits(other, hole)]);
                    parts.push(both.negated());
                }
            }
        }
        let problem = Problem {
            bounds: vec![(0, 1); pigeons * holes],
            atoms: (0..pigeons * holes).map(|number| Atom::AtLeast(number, 1)).collect(),
            ..Problem::default()
        };
        let mut effort = EFFORT;
        assert_eq!(problem.example(&Formula::All(parts), &mut effort), Err(TooMany));
        assert!(effort < 10_000, "the effort was used up: {effort}");
    }
}
