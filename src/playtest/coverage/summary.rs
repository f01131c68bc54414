//! The counts in the form in which they are printed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::negotiation::journal::Game;
use crate::negotiation::script::{PackageClause, Step};
use crate::scenario::MoveId;
use crate::scenario::resolved::Words;
use crate::scenario::terms::Measure;

use super::super::bot::Bot;
use super::super::play::play_on;
use super::super::report::Writer;
use super::{Answer, Coverage, ENDINGS, Tally};

/// Words heard, by origin. Silence counts the words of the moves it answered.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct WordShares {
    /// The record's own words in their recorded place.
    pub record: u64,
    /// The record's words from another point.
    pub elsewhere: u64,
    pub inference: u64,
    /// Words of moves that were answered with silence.
    pub silence: u64,
}

/// How points were answered.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct PointShares {
    pub answered: u64,
    /// Deliberately left unanswered.
    pub silent: u64,
    /// An earlier answer stands.
    pub let_stand: u64,
    /// The talk ended first.
    pub never: u64,
}

/// How often something was reached, and the number of the first game to reach it. That game is in the list of
/// witnesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Reached {
    pub count: u64,
    /// `None` if it was never reached.
    pub witness: Option<u64>,
}

/// How often one move, reply, entry or other item was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemSummary {
    pub id: String,
    #[serde(flatten)]
    pub reached: Reached,
}

/// A game that was the first to reach something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Witness {
    /// Game number.
    pub game: u64,
    pub seed: u64,
    /// The statements and the report.
    pub steps: Vec<Step>,
}

/// The distribution of a measure over the games, 0 to 100.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Numbers {
    pub lowest: usize,
    /// A tenth of the games are at or below this.
    pub tenth: usize,
    /// Half of the games are at or below this.
    pub median: usize,
    /// Nine tenths of the games are at or below this.
    pub ninetieth: usize,
    pub highest: usize,
}

impl Numbers {
    fn of(counts: &[u64]) -> Self {
        let all: u64 = counts.iter().sum();
        // The value at a rank in the sorted games, counted from 1.
        let at = |place: u64| {
            let mut before = 0;
            let reached = counts.iter().position(|count| {
                before += count;
                before >= place.max(1)
            });
            reached.unwrap_or(0)
        };
        Self {
            lowest: at(1),
            tenth: at(all.div_ceil(10)),
            median: at(all.div_ceil(2)),
            ninetieth: at((all * 9).div_ceil(10)),
            highest: at(all),
        }
    }
}

/// The results of a playtest, as printed.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    pub scenario: String,
    /// Id of the seat played.
    pub seat: String,
    pub length: String,
    pub bot: Bot,
    pub report: Writer,
    /// Seed of the plan.
    pub seed: u64,
    pub games: u64,
    /// Seeds of games that did not finish.
    pub unfinished: Vec<u64>,
    /// Fewest and most statements in a game.
    pub statements: (u32, u32),
    /// Number of the first game with the fewest statements, and of the first with the most.
    pub shortest_and_longest: (Option<u64>, Option<u64>),
    pub moves: Vec<MoveSummary>,
    /// For each move, how often it was still unanswered when the talk ended.
    pub never_answered: BTreeMap<String, u64>,
    /// Seeds of games in which the text of a reply was heard twice.
    pub heard_twice: Vec<u64>,
    /// Inference texts that answered more than two moves.
    pub inference_serving_more_than_two_moves: Vec<String>,
    /// Utterances of the side that answers this seat.
    pub utterances: Vec<ItemSummary>,
    /// Entries of the record spoken by the other side.
    pub entries: Vec<ItemSummary>,
    pub endings: Vec<ItemSummary>,
    /// For each measure, the games in each band, lowest first.
    pub bands: BTreeMap<String, Vec<Reached>>,
    pub numbers: BTreeMap<String, Numbers>,
    /// Games by rank, which is the lowest of their four bands, 0 to 4.
    pub ranks: Vec<Reached>,
    /// Mean rank, in thousandths.
    pub mean_rank_per_mille: u64,
    /// Mean sum of the four measures, in tenths.
    pub mean_sum_tenths: u64,
    pub never_made: Vec<String>,
    pub never_given: Vec<String>,
    /// Entries of the other side that were never heard.
    pub entries_never_heard: Vec<String>,
    /// Words heard, by origin.
    pub words: WordShares,
    /// The same, in thousandths of all words heard.
    pub words_per_mille: WordShares,
    pub points: PointShares,
    /// The games that were the first to reach something.
    pub witnesses: Vec<Witness>,
}

/// The counts for one move.
#[derive(Debug, Clone, Serialize)]
pub struct MoveSummary {
    pub id: String,
    /// Most times it can be made in one game.
    pub times: u8,
    pub made: u64,
    /// Number of the first game in which it was made.
    pub witness: Option<u64>,
    /// Number of different replies it got.
    pub replies: usize,
    /// How often it got each reply, including silence with its reason.
    pub answers: BTreeMap<String, u64>,
}

impl WordShares {
    pub(super) fn add(&mut self, other: Self) {
        self.record += other.record;
        self.elsewhere += other.elsewhere;
        self.inference += other.inference;
        self.silence += other.silence;
    }

    fn per_mille(self) -> Self {
        let sum = (self.record + self.elsewhere + self.inference + self.silence).max(1);
        let share = |count: u64| (count * 1000 + sum / 2) / sum;
        Self {
            record: share(self.record),
            elsewhere: share(self.elsewhere),
            inference: share(self.inference),
            silence: share(self.silence),
        }
    }
}

impl PointShares {
    pub(super) fn add(&mut self, other: Self) {
        self.answered += other.answered;
        self.silent += other.silent;
        self.let_stand += other.let_stand;
        self.never += other.never;
    }
}

impl From<Tally> for Reached {
    fn from(tally: Tally) -> Self {
        Self { count: tally.count, witness: tally.first }
    }
}

impl Witness {
    /// The steps as text, one line each.
    pub fn lines(&self) -> Vec<String> {
        self.steps.iter().map(line).collect()
    }
}

/// A step as one line of text.
pub fn line(step: &Step) -> String {
    match step {
        Step::Say { speaker, moves, holds_floor, .. } => {
            let holds = if *holds_floor { " (holds the floor)" } else { "" };
            format!("{speaker}: {}{holds}", moves.join(", "))
        }
        Step::Report(deal) => format!("report: {deal}"),
        Step::Package(clauses) => {
            let clause = |clause: &PackageClause| {
                let timing = clause.timing.map_or_else(String::new, |t| format!(" {}", t.key()));
                format!("{} {}{timing}", clause.issue, clause.position)
            };
            let clauses: Vec<String> = clauses.iter().map(clause).collect();
            format!("report: {}", clauses.join("; "))
        }
    }
}

impl Summary {
    /// Games that reached this rank or a better one, in thousandths of all games.
    pub fn at_least_per_mille(&self, rank: usize) -> u64 {
        let games: u64 = self.ranks.iter().skip(rank).map(|r| r.count).sum();
        games * 1000 / self.games.max(1)
    }
}

impl Coverage {
    /// Summarises the counts. Plays the witnesses again to get their steps.
    pub fn summary(&self) -> Summary {
        let scenario = &self.scenario;
        let seat = scenario.seat(self.plan.seat);
        let moves: Vec<MoveSummary> = scenario
            .move_ids()
            .filter(|mv| scenario.mv(*mv).seat == self.plan.seat)
            .map(|mv| self.move_summary(mv))
            .collect();
        let (utterances, entries) = (self.utterances(), self.entries());
        let endings = ENDINGS.iter().zip(&self.endings);
        let games = self.games.max(1);
        Summary {
            scenario: scenario.id.clone(),
            seat: seat.id.clone(),
            length: scenario.length(self.plan.length).id.clone(),
            bot: self.plan.bot,
            report: self.plan.writer,
            seed: self.plan.seed,
            games: self.games,
            unfinished: self.seeds(&self.unfinished),
            statements: (
                self.shortest.map_or(0, |(statements, _)| statements),
                self.longest.map_or(0, |(statements, _)| statements),
            ),
            shortest_and_longest: (self.shortest.map(|(_, game)| game), self.longest.map(|(_, game)| game)),
            never_answered: self.never_answered(),
            heard_twice: self.seeds(&self.heard_twice),
            inference_serving_more_than_two_moves: self.overused_inferences(),
            endings: endings.map(|((_, name), tally)| item(name, *tally)).collect(),
            bands: self.bands(),
            numbers: self.numbers(),
            ranks: self.ranks.iter().map(|tally| (*tally).into()).collect(),
            mean_rank_per_mille: self.rank_sum() * 1000 / games,
            mean_sum_tenths: self.sums * 10 / games,
            never_made: never(moves.iter().map(|mv| (&mv.id, mv.made))),
            never_given: never(utterances.iter().map(|item| (&item.id, item.reached.count))),
            entries_never_heard: never(entries.iter().map(|item| (&item.id, item.reached.count))),
            moves,
            utterances,
            entries,
            words: self.words,
            words_per_mille: self.words.per_mille(),
            points: self.points,
            witnesses: self.witnesses(),
        }
    }

    fn utterances(&self) -> Vec<ItemSummary> {
        let seat = self.scenario.seat(self.plan.seat);
        let given = self.scenario.utterances.iter().zip(&self.given);
        given
            .filter(|(utterance, _)| seat.has_topic(utterance.topic))
            .map(|(utterance, tally)| item(&utterance.id, *tally))
            .collect()
    }

    fn entries(&self) -> Vec<ItemSummary> {
        let scenario = &self.scenario;
        let opposite = scenario.seat(scenario.seat(self.plan.seat).opposite).party;
        let heard = scenario.record.iter().zip(&self.heard);
        heard
            .filter(|(entry, _)| scenario.person(entry.speaker).party == Some(opposite))
            .map(|(entry, tally)| item(&entry.id, *tally))
            .collect()
    }

    fn bands(&self) -> BTreeMap<String, Vec<Reached>> {
        let bands = Measure::ALL.iter().zip(&self.bands);
        bands
            .map(|(measure, bands)| {
                let reached = bands.iter().map(|tally| (*tally).into());
                (measure.key().to_owned(), reached.collect())
            })
            .collect()
    }

    fn numbers(&self) -> BTreeMap<String, Numbers> {
        let measures = Measure::ALL.iter().zip(&self.numbers);
        measures.map(|(measure, counts)| (measure.key().to_owned(), Numbers::of(counts))).collect()
    }

    fn rank_sum(&self) -> u64 {
        let ranks = self.ranks.iter().zip(0_u64..);
        ranks.map(|(tally, rank)| tally.count * rank).sum()
    }

    fn never_answered(&self) -> BTreeMap<String, u64> {
        let moves = self.scenario.moves.iter().zip(&self.never_answered);
        moves.filter(|(_, count)| **count > 0).map(|(mv, count)| (mv.id.clone(), *count)).collect()
    }

    fn seeds(&self, games: &[u64]) -> Vec<u64> {
        let mut games = games.to_vec();
        games.sort_unstable();
        let seeds = games.iter().map(|game| self.plan.setup(*game).seed);
        seeds.collect()
    }

    /// Every game that was the first to reach something in this seat's talk, in order.
    fn witnesses(&self) -> Vec<Witness> {
        let bands = self.bands.iter().flatten();
        let tallies = [&self.made, &self.given, &self.heard].into_iter().flatten();
        let tallies = tallies.chain(&self.endings).chain(&self.ranks).chain(bands);
        let extremes = [self.shortest, self.longest].into_iter().flatten();
        let mut games: Vec<u64> =
            tallies.filter_map(|tally| tally.first).chain(extremes.map(|(_, game)| game)).collect();
        games.sort_unstable();
        games.dedup();
        let witness = |game: u64| {
            let setup = self.plan.setup(game);
            let seed = setup.seed;
            let mut played = Game::new(&self.scenario, setup);
            for command in &self.plan.begun {
                // Games with the same start have accepted this command before.
                let _ = played.apply(command);
            }
            play_on(&mut played, self.plan.bot, self.plan.writer, &|_| false);
            let steps = played.journal.steps;
            Witness { game, seed, steps }
        };
        games.into_iter().map(witness).collect()
    }

    fn move_summary(&self, id: MoveId) -> MoveSummary {
        let mv = self.scenario.mv(id);
        let name = |answer: &Answer| match answer {
            Answer::LetStand => "(an earlier answer still holds)".to_owned(),
            Answer::Utterance(id) => {
                let utterance = self.scenario.utterance(*id);
                match &utterance.words {
                    Words::Silence(reason) => format!("{} (silence: {reason})", utterance.id),
                    _ => utterance.id.clone(),
                }
            }
        };
        let met = self.answers.get(id.index()).map_or(&[][..], Vec::as_slice);
        let replies = met.iter().filter(|(answer, _)| *answer != Answer::LetStand);
        let made = self.made.get(id.index()).copied().unwrap_or_default();
        MoveSummary {
            id: mv.id.clone(),
            times: mv.times,
            made: made.count,
            witness: made.first,
            replies: replies.count(),
            answers: met.iter().map(|(answer, count)| (name(answer), *count)).collect(),
        }
    }

    /// Inference texts that answer more than two moves, either in the games played or as written.
    fn overused_inferences(&self) -> Vec<String> {
        let utterances = self.scenario.utterances.iter().zip(self.scenario.utterance_ids());
        utterances
            .filter(|(utterance, _)| matches!(utterance.words, Words::Inference { .. }))
            .filter(|(utterance, id)| {
                let written = utterance.occasion.moves().len();
                let this = Answer::Utterance(*id);
                let met = |answers: &&Vec<(Answer, u64)>| answers.iter().any(|(a, _)| *a == this);
                written.max(self.answers.iter().filter(met).count()) > 2
            })
            .map(|(utterance, _)| utterance.id.clone())
            .collect()
    }
}

fn item(id: &str, tally: Tally) -> ItemSummary {
    ItemSummary { id: id.to_owned(), reached: tally.into() }
}

fn never<'a>(counts: impl Iterator<Item = (&'a String, u64)>) -> Vec<String> {
    let unreached = counts.filter(|(_, count)| *count == 0);
    unreached.map(|(id, _)| id.clone()).collect()
}
