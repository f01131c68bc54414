//! What games reached: moves, replies, entries of the record, endings; and what they never reached.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::negotiation::event::{Ended, Event};
use crate::negotiation::journal::Game;
use crate::negotiation::state::Status;
use crate::scenario::resolved::{Occasion, Scenario, Words};
use crate::scenario::terms::Measure;
use crate::scenario::{MoveId, SeatId, UtteranceId};

use super::ended;

/// Counts over many games.
#[derive(Debug, Clone)]
pub struct Coverage {
    scenario: Arc<Scenario>,
    seat: SeatId,
    games: u64,
    unfinished: Vec<u64>,
    made: Vec<u64>,
    /// By move: which answers it met, with how often. Letting an earlier answer stand is an answer of its own.
    answers: Vec<BTreeMap<Answer, u64>>,
    given: Vec<u64>,
    heard: Vec<u64>,
    never_answered: Vec<u64>,
    heard_twice: Vec<u64>,
    words: WordShares,
    points: PointShares,
    endings: BTreeMap<&'static str, u64>,
    bands: BTreeMap<&'static str, [u64; 5]>,
    ranks: [u64; 5],
    statements: (u32, u32),
}

/// What a move met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Utterance(UtteranceId),
    LetStand,
}

/// Words heard, by what they are. Silence counts the words of the moves that met it.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct WordShares {
    /// The record's own words at their place.
    pub record: u64,
    /// The record's words from another point.
    pub elsewhere: u64,
    /// The author's inference.
    pub inference: u64,
    /// Words of moves that were met with silence.
    pub silence: u64,
}

/// What became of points.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct PointShares {
    /// Answered.
    pub answered: u64,
    /// Expressly left without an answer.
    pub silent: u64,
    /// An earlier answer was let stand.
    pub let_stand: u64,
    /// The talk ended first.
    pub never: u64,
}

/// A playtest in numbers, as printed.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// Scenario.
    pub scenario: String,
    /// Games played.
    pub games: u64,
    /// Seeds of games that came to no end.
    pub unfinished: Vec<u64>,
    /// Fewest and most statements of a game.
    pub statements: (u32, u32),
    /// By move.
    pub moves: Vec<MoveSummary>,
    /// Moves that were made and met nothing at all before the talk ended, with how often.
    pub never_answered: BTreeMap<String, u64>,
    /// Seeds of games in which a reply's text was heard twice.
    pub heard_twice: Vec<u64>,
    /// Inference texts that answered more than two moves.
    pub inference_serving_more_than_two_moves: Vec<String>,
    /// By utterance, how often it was given.
    pub utterances: BTreeMap<String, u64>,
    /// Utterances that were never given.
    pub never_given: Vec<String>,
    /// Entries of the record of the counterpart's side, and how many of them were heard.
    pub counterpart_entries: usize,
    /// How many of them were heard in at least one game.
    pub counterpart_entries_heard: usize,
    /// Those never heard.
    pub entries_never_heard: Vec<String>,
    /// Words heard, by what they are.
    pub words: WordShares,
    /// The same as shares in thousandths.
    pub words_per_mille: WordShares,
    /// What became of points.
    pub points: PointShares,
    /// How talks ended.
    pub endings: BTreeMap<String, u64>,
    /// By measure, games in each band from the lowest.
    pub bands: BTreeMap<String, [u64; 5]>,
    /// Games by the lowest of their four bands.
    pub lowest_band: [u64; 5],
}

/// One move in numbers.
#[derive(Debug, Clone, Serialize)]
pub struct MoveSummary {
    /// Move.
    pub id: String,
    /// How often it can be made in one game.
    pub times: u8,
    /// How often it was made.
    pub made: u64,
    /// Different replies it met.
    pub replies: usize,
    /// Each, with how often; silence with its reason.
    pub answers: BTreeMap<String, u64>,
}

impl Coverage {
    /// Nothing counted yet.
    pub fn new(scenario: &Arc<Scenario>, seat: SeatId) -> Self {
        Self {
            seat,
            games: 0,
            unfinished: Vec::new(),
            made: vec![0; scenario.moves.len()],
            answers: vec![BTreeMap::new(); scenario.moves.len()],
            given: vec![0; scenario.utterances.len()],
            heard: vec![0; scenario.record.len()],
            never_answered: vec![0; scenario.moves.len()],
            heard_twice: Vec::new(),
            words: WordShares::default(),
            points: PointShares::default(),
            endings: BTreeMap::new(),
            bands: BTreeMap::new(),
            ranks: [0; 5],
            statements: (u32::MAX, 0),
            scenario: Arc::clone(scenario),
        }
    }

    /// Counts a game.
    pub fn count(&mut self, seed: u64, game: &Game) {
        self.games += 1;
        if !ended(game) {
            self.unfinished.push(seed);
        }
        let statements = game.session.state().statements;
        self.statements = (
            self.statements.0.min(statements),
            self.statements.1.max(statements),
        );
        let mut texts = BTreeSet::new();
        for event in &game.events {
            self.count_event(seed, game, event, &mut texts);
        }
        for point in &game.session.state().points {
            match point.status {
                Status::Answered(_) => self.points.answered += 1,
                Status::Silent(_) => self.points.silent += 1,
                Status::LetStand(_) => self.points.let_stand += 1,
                Status::Open | Status::Never => self.points.never += 1,
            }
        }
        self.count_ending(game);
    }

    fn count_event(&mut self, seed: u64, game: &Game, event: &Event, texts: &mut BTreeSet<String>) {
        let move_of = |point: u16| {
            game.session
                .state()
                .points
                .get(usize::from(point))
                .map(|p| p.mv)
        };
        match event {
            Event::Moved { mv, .. } => bump(&mut self.made, mv.index()),
            Event::Spoken { utterance, answers } => {
                bump(&mut self.given, utterance.index());
                for mv in answers.iter().filter_map(|taken| move_of(taken.point)) {
                    self.answer(mv, Answer::Utterance(*utterance));
                }
                let silent: Vec<MoveId> = answers.iter().filter_map(|t| move_of(t.point)).collect();
                if !self.count_words(*utterance, &silent, texts) {
                    self.heard_twice.push(seed);
                }
            }
            Event::LetStand { taken, .. } => {
                if let Some(mv) = move_of(taken.point) {
                    self.answer(mv, Answer::LetStand);
                }
            }
            Event::NeverAnswered(point) => {
                if let Some(mv) = move_of(*point) {
                    bump(&mut self.never_answered, mv.index());
                }
            }
            Event::Ended(ended) => {
                let name = match ended {
                    Ended::Closed => "closed",
                    Ended::Adjourned => "adjourned",
                    Ended::OutOfStatements => "out-of-statements",
                };
                *self.endings.entry(name).or_default() += 1;
            }
            _ => {}
        }
    }

    fn answer(&mut self, mv: MoveId, answer: Answer) {
        if let Some(answers) = self.answers.get_mut(mv.index()) {
            *answers.entry(answer).or_default() += 1;
        }
    }

    /// Counts the words of an utterance. Returns whether its text is new in this game.
    fn count_words(
        &mut self,
        id: UtteranceId,
        moves: &[MoveId],
        texts: &mut BTreeSet<String>,
    ) -> bool {
        let scenario = Arc::clone(&self.scenario);
        let words = &scenario.utterance(id).words;
        let entry_words = |entry| {
            let quotes = &scenario.entry(entry).quotes;
            quotes
                .iter()
                .map(|quote| quote.words.clone())
                .collect::<Vec<_>>()
                .join(" ")
        };
        for entry in words.entries() {
            bump(&mut self.heard, entry.index());
        }
        let text = match words {
            Words::Record(_) | Words::Elsewhere(..) => words
                .entries()
                .iter()
                .map(|entry| entry_words(*entry))
                .collect::<Vec<_>>()
                .join(" "),
            Words::Inference { text, .. } => text.clone(),
            Words::Silence(_) => {
                let count: u64 = moves
                    .iter()
                    .map(|mv| word_count(&scenario.mv(*mv).indirect))
                    .sum();
                self.words.silence += count;
                return true;
            }
        };
        let count = word_count(&text);
        match words {
            Words::Record(_) => self.words.record += count,
            Words::Elsewhere(..) => self.words.elsewhere += count,
            _ => self.words.inference += count,
        }
        texts.insert(text)
    }

    fn count_ending(&mut self, game: &Game) {
        let Some(judgement) = game.session.judgement() else {
            return;
        };
        for measured in &judgement.ending.measures {
            let bands = self.bands.entry(measured.measure.key()).or_default();
            if let Some(count) = bands.get_mut(usize::from(measured.band)) {
                *count += 1;
            }
        }
        let (lowest, _) = judgement.ending.rank();
        if let Some(count) = self.ranks.get_mut(usize::from(lowest)) {
            *count += 1;
        }
    }

    /// The numbers, as printed.
    pub fn summary(&self) -> Summary {
        let scenario = &self.scenario;
        let theirs = scenario.seat(scenario.seat(self.seat).opposite).party;
        let agenda = scenario.seat(self.seat).agenda.clone();
        let theirs: Vec<usize> = scenario
            .record
            .iter()
            .enumerate()
            .filter(|(_, entry)| scenario.person(entry.speaker).party == Some(theirs))
            .map(|(index, _)| index)
            .collect();
        let heard = |index: &usize| self.heard.get(*index).is_some_and(|count| *count > 0);
        let id_of = |index: usize| {
            scenario
                .record
                .get(index)
                .map_or_else(String::new, |e| e.id.clone())
        };
        Summary {
            scenario: scenario.id.clone(),
            games: self.games,
            unfinished: self.unfinished.clone(),
            statements: self.statements,
            moves: scenario
                .move_ids()
                .filter(|mv| scenario.mv(*mv).seat == self.seat)
                .map(|mv| self.move_summary(mv))
                .collect(),
            never_answered: counted(
                scenario.moves.iter().map(|mv| mv.id.as_str()),
                &self.never_answered,
            ),
            heard_twice: self.heard_twice.clone(),
            inference_serving_more_than_two_moves: self.overworked(),
            utterances: counted(
                scenario.utterances.iter().map(|u| u.id.as_str()),
                &self.given,
            ),
            never_given: scenario
                .utterances
                .iter()
                .zip(&self.given)
                .filter(|(utterance, count)| **count == 0 && agenda.contains(&utterance.topic.0))
                .map(|(utterance, _)| utterance.id.clone())
                .collect(),
            counterpart_entries: theirs.len(),
            counterpart_entries_heard: theirs.iter().filter(|index| heard(index)).count(),
            entries_never_heard: theirs
                .iter()
                .filter(|index| !heard(index))
                .map(|i| id_of(*i))
                .collect(),
            words: self.words,
            words_per_mille: per_mille(self.words),
            points: self.points,
            endings: self
                .endings
                .iter()
                .map(|(name, count)| ((*name).to_owned(), *count))
                .collect(),
            bands: Measure::ALL
                .iter()
                .map(|m| {
                    (
                        m.key().to_owned(),
                        self.bands.get(m.key()).copied().unwrap_or_default(),
                    )
                })
                .collect(),
            lowest_band: self.ranks,
        }
    }

    fn move_summary(&self, id: MoveId) -> MoveSummary {
        let mv = self.scenario.mv(id);
        let name = |answer: &Answer| match answer {
            Answer::LetStand => "(an earlier answer stands)".to_owned(),
            Answer::Utterance(id) => {
                let utterance = self.scenario.utterance(*id);
                match &utterance.words {
                    Words::Silence(reason) => format!("{} (silence: {reason})", utterance.id),
                    _ => utterance.id.clone(),
                }
            }
        };
        let answers: BTreeMap<String, u64> = self
            .answers
            .get(id.index())
            .map(|answers| {
                answers
                    .iter()
                    .map(|(answer, count)| (name(answer), *count))
                    .collect()
            })
            .unwrap_or_default();
        MoveSummary {
            id: mv.id.clone(),
            times: mv.times,
            made: self.made.get(id.index()).copied().unwrap_or(0),
            replies: answers
                .keys()
                .filter(|answer| !answer.starts_with("("))
                .count(),
            answers,
        }
    }

    /// Inference texts that answer more than two moves, by what was seen and by what is written.
    fn overworked(&self) -> Vec<String> {
        self.scenario
            .utterances
            .iter()
            .enumerate()
            .filter(|(_, utterance)| matches!(utterance.words, Words::Inference { .. }))
            .filter(|(index, utterance)| {
                let written = match &utterance.occasion {
                    Occasion::Reply(to) => to.len(),
                    Occasion::Initiative(closes) => closes.len(),
                };
                let id = u16::try_from(*index).map(|i| Answer::Utterance(UtteranceId(i)));
                let seen = self
                    .answers
                    .iter()
                    .filter(|a| id.is_ok_and(|id| a.contains_key(&id)))
                    .count();
                written.max(seen) > 2
            })
            .map(|(_, utterance)| utterance.id.clone())
            .collect()
    }
}

fn bump(counts: &mut [u64], index: usize) {
    if let Some(count) = counts.get_mut(index) {
        *count += 1;
    }
}

fn word_count(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}

fn counted<'a>(names: impl Iterator<Item = &'a str>, counts: &[u64]) -> BTreeMap<String, u64> {
    let pairs = names.zip(counts).filter(|(_, count)| **count > 0);
    pairs
        .map(|(name, count)| (name.to_owned(), *count))
        .collect()
}

fn per_mille(words: WordShares) -> WordShares {
    let sum = (words.record + words.elsewhere + words.inference + words.silence).max(1);
    let share = |count: u64| (count * 1000 + sum / 2) / sum;
    WordShares {
        record: share(words.record),
        elsewhere: share(words.elsewhere),
        inference: share(words.inference),
        silence: share(words.silence),
    }
}
