//! Whether conditions can hold together: decided exactly, on the numbers that they compare.
//!
//! Every condition compares a whole number with a threshold: a bar, how often a move was made, or 0 and 1 for what is so or
//! not. What is known of the numbers is kept as a lowest and a highest value of each. Laws between them ("what was made twice
//! was made once", "an issue is raised in no more statements than were made") only ever say that one number is no larger than
//! another, or that a number is large because another is; so bounds that no law narrows any further can always be met, by
//! taking every number at its lowest, and nothing more needs to be tried.

/// A condition as the solver sees it.
#[derive(Debug, Clone)]
pub(super) enum Formula {
    /// All hold; true when empty.
    All(Vec<Formula>),
    /// One holds; false when empty.
    Any(Vec<Formula>),
    /// It does not hold.
    Not(Box<Formula>),
    /// The atom of this number holds.
    Atom(usize),
}

impl Formula {
    /// Its contrary.
    pub(super) fn negated(self) -> Self {
        Formula::Not(Box::new(self))
    }
}

/// One comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Atom {
    /// The number is at least so large.
    AtLeast(usize, u32),
    /// At most so many statements are left: the number of statements made is at least the limit less these.
    Left(usize, u32),
    /// Of those who can have spoken it was this one.
    Speaker(usize),
}

/// What always holds between numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Law {
    /// The first is never larger than the second.
    AtMost(usize, usize),
    /// Where the first is at least so large, the second is at least so large.
    Implies((usize, u32), (usize, u32)),
}

/// An atom and whether it holds.
pub(super) type Literal = (usize, bool);

/// More work than an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMany;

/// The numbers of a question, their bounds and laws.
#[derive(Debug, Clone, Default)]
pub(super) struct Problem {
    /// Lowest and highest value of each number.
    pub(super) bounds: Vec<(u32, u32)>,
    /// What always holds.
    pub(super) laws: Vec<Law>,
    /// The atoms that formulas name.
    pub(super) atoms: Vec<Atom>,
    /// How many statements a game can have, one for each kind of game; the number of statements made is no larger.
    pub(super) limits: Vec<u32>,
    /// The number of statements made.
    pub(super) statements: Option<usize>,
    /// How many statements are still to be made at the least.
    pub(super) to_come: u32,
    /// How many can have spoken; 0 where nobody is asked about.
    pub(super) speakers: usize,
}

/// Most comparisons and laws looked at for one question.
pub(super) const EFFORT: u64 = 400_000;
/// Most atoms of one question. What needs more is no condition that a person wrote.
const ATOMS: usize = 256;

impl Problem {
    /// A case in which the formula holds, as the literals that make it so and no others; `None` when there is none. Takes what
    /// it needs from `effort`.
    pub(super) fn example(&self, formula: &Formula, effort: &mut u64) -> Result<Option<Vec<Literal>>, TooMany> {
        if self.atoms.len() > ATOMS {
            return Err(TooMany);
        }
        let Some(start) = self.start() else {
            return Ok(None);
        };
        let mut search = Search { problem: self, effort, decided: Vec::new() };
        if !search.run(&start, formula)? {
            return Ok(None);
        }
        let decided = std::mem::take(&mut search.decided);
        Ok(Some(self.least(formula, decided)))
    }

    /// Whether the formula holds where these literals do; `None` when they leave it open.
    pub(super) fn value_where(&self, literals: &[Literal], formula: &Formula) -> Option<bool> {
        let mut known = self.start()?;
        let agree = literals.iter().all(|(atom, truth)| known.assume(self, *atom, *truth));
        if !agree {
            return None;
        }
        value(self, &known, formula, &mut 0)
    }

    /// Leaves out every literal that is not needed.
    fn least(&self, formula: &Formula, mut literals: Vec<Literal>) -> Vec<Literal> {
        let mut index = 0;
        while index < literals.len() {
            let taken = literals.remove(index);
            if self.value_where(&literals, formula) != Some(true) {
                literals.insert(index, taken);
                index += 1;
            }
        }
        literals
    }

    /// What is known before anything is assumed; `None` where the laws alone contradict each other.
    fn start(&self) -> Option<Known> {
        let world = |limit: Option<u32>| {
            let mut bounds = self.bounds.clone();
            if let (Some(limit), Some(statements)) = (limit, self.statements)
                && let Some((_, high)) = bounds.get_mut(statements)
            {
                *high = (*high).min(limit.saturating_sub(self.to_come));
            }
            World { limit, bounds }
        };
        let mut worlds: Vec<World> = if self.limits.is_empty() {
            vec![world(None)]
        } else {
            self.limits.iter().map(|limit| world(Some(*limit))).collect()
        };
        worlds.retain_mut(|world| world.narrow(&self.laws));
        (!worlds.is_empty()).then(|| Known { worlds, speakers: vec![true; self.speakers] })
    }
}

/// The bounds of the numbers in one kind of game.
#[derive(Debug, Clone)]
struct World {
    limit: Option<u32>,
    bounds: Vec<(u32, u32)>,
}

impl World {
    fn at(&self, number: usize) -> (u32, u32) {
        self.bounds.get(number).copied().unwrap_or((0, u32::MAX))
    }

    /// The comparison that an atom is here; `None` where it is about the speaker.
    fn comparison(&self, atom: Atom) -> Option<(usize, u32)> {
        match atom {
            Atom::AtLeast(number, least) => Some((number, least)),
            Atom::Left(statements, left) => {
                let limit = self.limit.unwrap_or(u32::MAX);
                Some((statements, limit.saturating_sub(left)))
            }
            Atom::Speaker(_) => None,
        }
    }

    fn value(&self, number: usize, least: u32) -> Option<bool> {
        let (low, high) = self.at(number);
        if low >= least {
            Some(true)
        } else if high < least {
            Some(false)
        } else {
            None
        }
    }

    fn set(&mut self, number: usize, least: u32, truth: bool) -> bool {
        let Some((low, high)) = self.bounds.get_mut(number) else {
            return true;
        };
        if truth {
            *low = (*low).max(least);
        } else {
            let Some(most) = least.checked_sub(1) else {
                return false;
            };
            *high = (*high).min(most);
        }
        *low <= *high
    }

    /// Follows the laws until they say nothing new. Returns whether every number still has a value.
    fn narrow(&mut self, laws: &[Law]) -> bool {
        if self.bounds.iter().any(|(low, high)| low > high) {
            return false;
        }
        loop {
            let mut changed = false;
            for law in laws {
                let (number, least, truth) = match *law {
                    Law::AtMost(small, large) => {
                        let (low, high) = (self.at(small).0, self.at(large).1);
                        if self.at(large).0 < low {
                            (large, low, true)
                        } else if self.at(small).1 > high {
                            (small, high.saturating_add(1), false)
                        } else {
                            continue;
                        }
                    }
                    Law::Implies((cause, from), (effect, to)) => {
                        if self.value(cause, from) == Some(true) && self.value(effect, to) != Some(true) {
                            (effect, to, true)
                        } else if self.value(effect, to) == Some(false) && self.value(cause, from) != Some(false) {
                            (cause, from, false)
                        } else {
                            continue;
                        }
                    }
                };
                changed = true;
                if !self.set(number, least, truth) {
                    return false;
                }
            }
            if !changed {
                return true;
            }
        }
    }
}

/// What is known after some assumptions, for every kind of game that is still possible.
#[derive(Debug, Clone)]
struct Known {
    worlds: Vec<World>,
    speakers: Vec<bool>,
}

impl Known {
    fn value(&self, atom: Atom) -> Option<bool> {
        if let Atom::Speaker(index) = atom {
            let possible = self.speakers.get(index).copied().unwrap_or(false);
            let others = self.speakers.iter().filter(|open| **open).count() > 1;
            return match (possible, others) {
                (false, _) => Some(false),
                (true, false) => Some(true),
                (true, true) => None,
            };
        }
        let mut values = self.worlds.iter().map(|world| {
            let (number, least) = world.comparison(atom)?;
            world.value(number, least)
        });
        let first = values.next().flatten()?;
        values.all(|value| value == Some(first)).then_some(first)
    }

    /// Takes an atom to hold or not. Returns whether that is possible.
    fn assume(&mut self, problem: &Problem, atom: usize, truth: bool) -> bool {
        let Some(atom) = problem.atoms.get(atom).copied() else {
            return true;
        };
        if let Atom::Speaker(index) = atom {
            for (other, open) in self.speakers.iter_mut().enumerate() {
                *open &= (other == index) == truth;
            }
            return self.speakers.iter().any(|open| *open);
        }
        self.worlds.retain_mut(|world| {
            let Some((number, least)) = world.comparison(atom) else {
                return true;
            };
            world.set(number, least, truth) && world.narrow(&problem.laws)
        });
        !self.worlds.is_empty()
    }
}

/// Whether a formula holds, as far as is known; counts the comparisons.
fn value(problem: &Problem, known: &Known, formula: &Formula, looked_at: &mut u64) -> Option<bool> {
    let mut many = |list: &[Formula], decides: bool| {
        let mut open = false;
        for part in list {
            match value(problem, known, part, looked_at) {
                Some(truth) if truth == decides => return Some(decides),
                Some(_) => {}
                None => open = true,
            }
        }
        (!open).then_some(!decides)
    };
    match formula {
        Formula::All(list) => many(list, false),
        Formula::Any(list) => many(list, true),
        Formula::Not(inner) => value(problem, known, inner, looked_at).map(|truth| !truth),
        Formula::Atom(atom) => {
            *looked_at += 1;
            problem.atoms.get(*atom).and_then(|atom| known.value(*atom))
        }
    }
}

/// The first atom on which an open formula hangs.
fn open_atom(problem: &Problem, known: &Known, formula: &Formula) -> Option<usize> {
    match formula {
        Formula::All(list) | Formula::Any(list) => list
            .iter()
            .filter(|part| value(problem, known, part, &mut 0).is_none())
            .find_map(|part| open_atom(problem, known, part)),
        Formula::Not(inner) => open_atom(problem, known, inner),
        Formula::Atom(atom) => Some(*atom),
    }
}

struct Search<'p> {
    problem: &'p Problem,
    effort: &'p mut u64,
    decided: Vec<Literal>,
}

impl Search<'_> {
    /// Looks for a case in which the formula holds; leaves what was assumed in `decided`.
    fn run(&mut self, known: &Known, formula: &Formula) -> Result<bool, TooMany> {
        let mut looked_at = self.problem.laws.len() as u64 + 1;
        let found = value(self.problem, known, formula, &mut looked_at);
        *self.effort = self.effort.checked_sub(looked_at).ok_or(TooMany)?;
        if let Some(truth) = found {
            return Ok(truth);
        }
        let Some(atom) = open_atom(self.problem, known, formula) else {
            return Ok(false);
        };
        for truth in [true, false] {
            let mut next = known.clone();
            if !next.assume(self.problem, atom, truth) {
                continue;
            }
            self.decided.push((atom, truth));
            if self.run(&next, formula)? {
                return Ok(true);
            }
            self.decided.pop();
        }
        Ok(false)
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

    fn law() -> impl Strategy<Value = Law> {
        let point = || (0..NUMBERS, 1..=HIGHEST);
        prop_oneof![
            (0..NUMBERS, 0..NUMBERS).prop_map(|(a, b)| Law::AtMost(a, b)),
            (point(), point()).prop_map(|(a, b)| Law::Implies(a, b)),
        ]
    }

    fn problem() -> impl Strategy<Value = Problem> {
        let bounds = (0..=1u32, 1..=HIGHEST);
        (
            prop::collection::vec(bounds, NUMBERS),
            prop::collection::vec(law(), 0..4),
            prop::collection::vec(1..=HIGHEST, 0..3),
            0..=1u32,
        )
            .prop_map(|(bounds, laws, limits, to_come)| Problem {
                bounds,
                laws,
                atoms: atoms(),
                limits,
                statements: Some(0),
                to_come,
                speakers: SPEAKERS,
            })
    }

    /// One whole state, with the limit of its game where there is one.
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

    /// Every state that there can be, one after the other.
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
            let lawful = |law: &Law| match *law {
                Law::AtMost(a, b) => numbers[a] <= numbers[b],
                Law::Implies((a, i), (b, j)) => numbers[a] < i || numbers[b] >= j,
            };
            if !problem.bounds.iter().enumerate().all(inside) || !problem.laws.iter().all(lawful) {
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
        fn a_case_is_found_exactly_where_some_state_has_it(problem in problem(), formula in formula()) {
            let found = problem.example(&formula, &mut EFFORT.clone()).expect("it is small");
            let states = states(&problem);
            prop_assert_eq!(found.is_some(), states.iter().any(|state| is_true(state, &formula)));
            if let Some(literals) = found {
                let fits = |state: &&State| {
                    literals.iter().all(|(atom, truth)| holds(state, atoms()[*atom]) == *truth)
                };
                let fitting: Vec<&State> = states.iter().filter(fits).collect();
                prop_assert!(!fitting.is_empty(), "the case told can be");
                prop_assert!(fitting.iter().all(|state| is_true(state, &formula)), "and is enough");
            }
        }
    }

    #[test]
    fn what_takes_too_long_is_not_decided_and_says_so() {
        // Nine pigeons in eight holes: hopeless, and long to prove.
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
        assert!(effort < 10_000, "it has been tried: {effort}");
    }
}
