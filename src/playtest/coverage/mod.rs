//! Counts what games reached (moves, replies, record entries, endings, bands and ranks), and which game was the first.

mod summary;
mod words;

pub use summary::{ItemSummary, MoveSummary, Numbers, PointShares, Reached, Summary, Witness, WordShares, line};

use std::sync::Arc;

use crate::negotiation::Session;
use crate::negotiation::event::{Ended, Event};
use crate::negotiation::state::{Point, Status};
use crate::scenario::links::{How, Links, Node};
use crate::scenario::resolved::{Scenario, Words};
use crate::scenario::terms::Measure;
use crate::scenario::{MoveId, StanceId, UtteranceId};

use super::{Plan, ended};
use words::Texts;

/// How often something was reached, and the first game to reach it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    count: u64,
    first: Option<u64>,
}

impl Tally {
    fn reach(&mut self, game: u64) {
        self.count += 1;
        self.first = Some(self.first.map_or(game, |first| first.min(game)));
    }

    fn add(&mut self, other: Tally) {
        self.count += other.count;
        self.first = [self.first, other.first].into_iter().flatten().min();
    }
}

/// The longest or shortest game, as its number of statements and its game number.
type Extreme = Option<(u32, u64)>;

/// Counts over many games. They can be counted in any order, because only sums and the earliest witness are stored.
#[derive(Debug, Clone)]
pub struct Coverage {
    scenario: Arc<Scenario>,
    plan: Plan,
    texts: Arc<Texts>,
    /// For each text, the last game of this thread in which it was heard; games are numbered from 1.
    heard_in: Vec<u64>,
    games: u64,
    unfinished: Vec<u64>,
    heard_twice: Vec<u64>,
    made: Vec<Tally>,
    /// For each move, its answers and how often it got each. An earlier answer that stands counts as one more kind of
    /// answer.
    answers: Vec<Vec<(Answer, u64)>>,
    given: Vec<Tally>,
    heard: Vec<Tally>,
    /// For each stance, how often it decided.
    decided: Vec<u64>,
    never_answered: Vec<u64>,
    words: WordShares,
    points: PointShares,
    endings: [Tally; ENDINGS.len()],
    bands: [[Tally; 5]; Measure::ALL.len()],
    /// For each measure, the number of games with each value, 0 to 100.
    numbers: Vec<[u64; 101]>,
    ranks: [Tally; 5],
    sums: u64,
    shortest: Extreme,
    longest: Extreme,
}

/// The ways a talk can end.
pub(super) const ENDINGS: [(Ended, &str); 3] =
    [(Ended::Closed, "closed"), (Ended::Adjourned, "adjourned"), (Ended::OutOfStatements, "out-of-statements")];

/// How a move was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Utterance(UtteranceId),
    LetStand,
}

impl Coverage {
    /// Empty counts for a plan.
    pub fn new(scenario: &Arc<Scenario>, plan: &Plan) -> Self {
        let texts = Arc::new(Texts::of(scenario));
        Self {
            plan: plan.clone(),
            heard_in: vec![0; texts.different],
            texts,
            games: 0,
            unfinished: Vec::new(),
            heard_twice: Vec::new(),
            made: vec![Tally::default(); scenario.moves.len()],
            answers: vec![Vec::new(); scenario.moves.len()],
            given: vec![Tally::default(); scenario.utterances.len()],
            heard: vec![Tally::default(); scenario.record.len()],
            decided: vec![0; scenario.stances.len()],
            never_answered: vec![0; scenario.moves.len()],
            words: WordShares::default(),
            points: PointShares::default(),
            endings: [Tally::default(); ENDINGS.len()],
            bands: [[Tally::default(); 5]; Measure::ALL.len()],
            numbers: vec![[0; 101]; Measure::ALL.len()],
            ranks: [Tally::default(); 5],
            sums: 0,
            shortest: None,
            longest: None,
            scenario: Arc::clone(scenario),
        }
    }

    /// Counts one game, given its number, its final session and all its events.
    pub fn count(&mut self, game: u64, session: &Session, events: &[Event]) {
        self.games += 1;
        if !ended(session, events) {
            self.unfinished.push(game);
        }
        let statements = session.state().statements;
        self.shortest = shorter(self.shortest, Some((statements, game)));
        self.longest = longer(self.longest, Some((statements, game)));
        let points = &session.state().points;
        for event in events {
            self.count_event(game, points, event);
        }
        for point in points {
            match point.status {
                Status::Answered(_) => self.points.answered += 1,
                Status::Silent(_) => self.points.silent += 1,
                Status::LetStand(_) => self.points.let_stand += 1,
                Status::Open | Status::Never => self.points.never += 1,
            }
        }
        self.count_ending(game, session);
    }

    /// Adds the counts of other games under the same plan.
    pub fn add(&mut self, other: &Self) {
        self.games += other.games;
        self.unfinished.extend(&other.unfinished);
        self.heard_twice.extend(&other.heard_twice);
        add_all(&mut self.made, &other.made);
        add_all(&mut self.given, &other.given);
        add_all(&mut self.heard, &other.heard);
        add_all(&mut self.endings, &other.endings);
        add_all(&mut self.ranks, &other.ranks);
        for (bands, others) in self.bands.iter_mut().zip(&other.bands) {
            add_all(bands, others);
        }
        for (numbers, others) in self.numbers.iter_mut().zip(&other.numbers) {
            for (count, other) in numbers.iter_mut().zip(others) {
                *count += other;
            }
        }
        for (own, others) in self.answers.iter_mut().zip(&other.answers) {
            for (answer, count) in others {
                add_answer(own, *answer, *count);
            }
        }
        for (own, others) in self.never_answered.iter_mut().zip(&other.never_answered) {
            *own += others;
        }
        for (own, others) in self.decided.iter_mut().zip(&other.decided) {
            *own += others;
        }
        self.words.add(other.words);
        self.points.add(other.points);
        self.sums += other.sums;
        self.shortest = shorter(self.shortest, other.shortest);
        self.longest = longer(self.longest, other.longest);
    }

    /// Number of games counted.
    pub const fn games(&self) -> u64 {
        self.games
    }

    /// The ways a talk can end, and how many games ended in each.
    pub fn endings(&self) -> impl Iterator<Item = (&'static str, u64)> {
        let endings = ENDINGS.iter().zip(&self.endings);
        endings.map(|((_, name), tally)| (*name, tally.count))
    }

    /// How often something happened: a move was made, a stance decided, a reply was given, an entry was heard or used
    /// in a move, an effect set a mark or made a commitment, or a topic was opened. `None` for what is not counted:
    /// bars, issues and people.
    pub fn times(&self, of: &Links, node: Node) -> Option<u64> {
        let count = |tallies: &[Tally], index: usize| tallies.get(index).map(|tally| tally.count);
        let made = |links: &mut dyn Iterator<Item = (How, Node)>| {
            let makers = links.filter(|(how, _)| how.makes());
            makers.filter_map(|(_, maker)| self.times(of, maker)).sum()
        };
        match node {
            Node::Move(id) => count(&self.made, id.index()),
            Node::Utterance(id) => count(&self.given, id.index()),
            Node::Stance(id) => self.decided.get(id.index()).copied(),
            Node::Entry(_) | Node::Mark(_) | Node::Commitment(..) => {
                Some(made(&mut of.leading_to(node).map(|link| (link.how, link.from))))
            }
            Node::Topic(_) => {
                let held = of.leading_from(node).filter(|link| link.how == How::Holds);
                Some(made(&mut held.map(|link| (link.how, link.to))))
            }
            Node::Bar(_) | Node::Issue(_) | Node::Person(_) => None,
        }
    }

    fn count_event(&mut self, game: u64, points: &[Point], event: &Event) {
        let move_of = |point: u16| points.get(usize::from(point)).map(|p| p.mv);
        match event {
            Event::Moved { mv, .. } => reach(&mut self.made, mv.index(), game),
            Event::Spoken { utterance, answers } => {
                reach(&mut self.given, utterance.index(), game);
                for stance in answers.iter().filter_map(|taken| taken.stance) {
                    self.decide(stance);
                }
                for mv in answers.iter().filter_map(|taken| move_of(taken.point)) {
                    self.answer(mv, Answer::Utterance(*utterance));
                    self.count_silence(*utterance, mv);
                }
                self.count_words(*utterance, game);
            }
            Event::LetStand { taken, .. } => {
                if let Some(stance) = taken.stance {
                    self.decide(stance);
                }
                if let Some(mv) = move_of(taken.point) {
                    self.answer(mv, Answer::LetStand);
                }
            }
            Event::NeverAnswered(point) => {
                if let Some(count) = move_of(*point).and_then(|mv| self.never_answered.get_mut(mv.index())) {
                    *count += 1;
                }
            }
            Event::Ended(ended) => {
                let endings = self.endings.iter_mut().zip(ENDINGS);
                for (tally, _) in endings.filter(|(_, (way, _))| way == ended) {
                    tally.reach(game);
                }
            }
            _ => {}
        }
    }

    fn decide(&mut self, stance: StanceId) {
        if let Some(count) = self.decided.get_mut(stance.index()) {
            *count += 1;
        }
    }

    fn answer(&mut self, mv: MoveId, answer: Answer) {
        if let Some(answers) = self.answers.get_mut(mv.index()) {
            add_answer(answers, answer, 1);
        }
    }

    /// Silence is counted in the words of the move that it answers.
    fn count_silence(&mut self, utterance: UtteranceId, mv: MoveId) {
        if matches!(self.scenario.utterance(utterance).words, Words::Silence(_)) {
            self.words.silence += self.texts.words_of_move(mv);
        }
    }

    fn count_words(&mut self, id: UtteranceId, game: u64) {
        let words = &self.scenario.utterance(id).words;
        for entry in words.entries() {
            reach(&mut self.heard, entry.index(), game);
        }
        let Some((text, count)) = self.texts.of_utterance(id) else {
            return;
        };
        match words {
            Words::Record(_) => self.words.record += count,
            Words::Elsewhere { .. } => self.words.elsewhere += count,
            _ => self.words.inference += count,
        }
        if let Some(last) = self.heard_in.get_mut(text) {
            if *last == self.games {
                self.heard_twice.push(game);
            }
            *last = self.games;
        }
    }

    fn count_ending(&mut self, game: u64, session: &Session) {
        let Some(judgement) = session.judgement() else {
            return;
        };
        for measured in &judgement.ending.measures {
            let bands = self.bands.get_mut(measured.measure as usize);
            if let Some(tally) = bands.and_then(|b| b.get_mut(usize::from(measured.band))) {
                tally.reach(game);
            }
            let numbers = self.numbers.get_mut(measured.measure as usize);
            if let Some(count) = numbers.and_then(|n| n.get_mut(usize::from(measured.number))) {
                *count += 1;
            }
        }
        let (lowest, sum) = judgement.ending.rank();
        reach(&mut self.ranks, usize::from(lowest), game);
        self.sums += u64::from(sum);
    }
}

fn reach(tallies: &mut [Tally], index: usize, game: u64) {
    if let Some(tally) = tallies.get_mut(index) {
        tally.reach(game);
    }
}

fn add_all(tallies: &mut [Tally], others: &[Tally]) {
    for (tally, other) in tallies.iter_mut().zip(others) {
        tally.add(*other);
    }
}

fn add_answer(answers: &mut Vec<(Answer, u64)>, answer: Answer, by: u64) {
    match answers.iter_mut().find(|(other, _)| *other == answer) {
        Some((_, count)) => *count += by,
        None => answers.push((answer, by)),
    }
}

/// The game with fewer statements; the earlier one if they are equal.
fn shorter(one: Extreme, other: Extreme) -> Extreme {
    [one, other].into_iter().flatten().min()
}

fn longer(one: Extreme, other: Extreme) -> Extreme {
    let games = [one, other].into_iter().flatten();
    games.min_by_key(|(statements, game)| (std::cmp::Reverse(*statements), *game))
}
