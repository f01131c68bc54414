//! Bots that play in the background, and their results.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::language::{Arg, arg};
use crate::negotiation::{Awaiting, Opposite};
use crate::playtest::bot::Bot;
use crate::playtest::coverage::Coverage;
use crate::playtest::{Plan, run_while};
use crate::ports::{Fewer, Ports};
use crate::scenario::Scenario;
use crate::scenario::links::{Links, Node};

use super::super::{App, Table};
use super::links::{Named, ThingRow};
use super::{Author, Waker};

/// How many games each bot can be told to play.
pub const GAMES: &[u64] = &[20, 100, 500, 2_000];

/// Seed of the first game. It is fixed, so that only changes to the scenario change the results.
const SEED: u64 = 1;

/// How often to report progress to the window.
const PROGRESS_EVERY: Duration = Duration::from_millis(250);

/// The bots to choose from, their progress and their results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BotsView {
    pub bots: Vec<BotRow>,
    pub games: u64,
    /// The next statement in the current game and a label for starting there, if bots can.
    pub here: Option<(u32, String)>,
    pub from_here: bool,
    /// Progress, while bots are playing.
    pub playing: Option<PlayingView>,
    /// Results of the last run.
    pub found: Option<FoundView>,
}

/// Progress, in games.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayingView {
    pub done: u64,
    pub all: u64,
    /// `done` of `all`, as text.
    pub text: String,
}

/// A bot that can be chosen for a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BotRow {
    pub name: &'static str,
    pub about: &'static str,
    pub chosen: bool,
}

/// Results of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundView {
    /// How many games were played and from where, in sentences.
    pub lines: Vec<String>,
    pub bots: Vec<String>,
    /// Ways a talk can end, each with its label and each bot's count.
    pub endings: Vec<(String, Vec<u64>)>,
    /// Heading with the number of moves and answers that no bot reached.
    pub never_heading: String,
    /// Moves and answers that no bot reached.
    pub never: Vec<ThingRow>,
    /// Moves and answers with how often each bot reached them.
    pub rows: Vec<ThingRow>,
}

/// The chosen bots, their run and its results.
pub(super) struct BotRuns {
    bots: Vec<Bot>,
    games: u64,
    from_here: bool,
    work: Option<Work>,
    found: Option<Found>,
}

impl Default for BotRuns {
    fn default() -> Self {
        Self {
            bots: vec![Bot::Random, Bot::LeastUsed, Bot::Principled],
            games: 100,
            from_here: false,
            work: None,
            found: None,
        }
    }
}

/// A run in progress.
struct Work {
    // The receiver alone isn't `Sync`, but the application is shared between threads.
    receiver: Mutex<Receiver<Found>>,
    stop: Arc<AtomicBool>,
    done: Arc<AtomicU64>,
    all: u64,
    /// Number of games done when progress was last shown.
    shown: u64,
}

impl Drop for Work {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Results of a run.
struct Found {
    scenario: Arc<Scenario>,
    links: Links,
    plans: Vec<Plan>,
    coverage: Vec<Coverage>,
    /// The statement at which the bots took over, if not at the beginning.
    from: Option<u32>,
    stopped: bool,
}

impl BotRuns {
    pub(super) fn choose(&mut self, name: &str, plays: bool) {
        let Some(bot) = Bot::from_name(name) else {
            return;
        };
        self.bots.retain(|other| *other != bot);
        if plays {
            self.bots.push(bot);
            self.bots.sort_by_key(|bot| Bot::ALL.iter().position(|other| other == bot));
        }
    }

    pub(super) const fn play(&mut self, games: u64) {
        self.games = games;
    }

    pub(super) const fn begin_here(&mut self, here: bool) {
        self.from_here = here;
    }

    pub(super) fn stop(&self) {
        if let Some(work) = &self.work {
            work.stop.store(true, Ordering::Relaxed);
        }
    }

    pub(super) const fn is_playing(&self) -> bool {
        self.work.is_some()
    }

    /// Checks for progress and results. Returns whether there is anything new.
    pub(super) fn look(&mut self) -> bool {
        let Some(work) = &mut self.work else {
            return false;
        };
        let receiver = work.receiver.get_mut();
        let receiver = receiver.unwrap_or_else(PoisonError::into_inner);
        match receiver.try_recv() {
            Ok(found) => self.found = Some(found),
            Err(TryRecvError::Empty) => {
                let done = work.done.load(Ordering::Relaxed);
                return std::mem::replace(&mut work.shown, done) != done;
            }
            Err(TryRecvError::Disconnected) => {}
        }
        self.work = None;
        true
    }

    fn begin(&mut self, scenario: &Arc<Scenario>, plans: Vec<Plan>, from: Option<u32>, waker: &Waker, ports: &Ports) {
        let all = plans.iter().map(|plan| plan.games).sum();
        let (stop, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (sender, receiver) = channel();
        let (scenario, waker, inside) = (Arc::clone(scenario), waker.clone(), ports.clone());
        let (stopped, played) = (Arc::clone(&stop), Arc::clone(&done));
        let work = move || {
            let found = play(&scenario, plans, from, &stopped, &played, &waker, &inside);
            // Fails if the receiver is gone; the results are then not needed.
            let _ = sender.send(found);
            waker.wake();
        };
        ports.spawner.spawn(Box::new(work));
        self.work = Some(Work { receiver: Mutex::new(receiver), stop, done, all, shown: 0 });
    }
}

/// Plays every plan until done or stopped.
fn play(
    scenario: &Arc<Scenario>,
    plans: Vec<Plan>,
    from: Option<u32>,
    stop: &AtomicBool,
    done: &AtomicU64,
    waker: &Waker,
    ports: &Ports,
) -> Found {
    // Leave one worker for the window.
    let spawner = ports.spawner.as_ref();
    let fewer = Fewer { spawner, workers: spawner.workers().saturating_sub(1) };
    let last = Mutex::new(ports.clock.now());
    let mut coverage = Vec::new();
    let mut before = 0;
    for plan in &plans {
        let keep_playing = |played: u64| {
            done.fetch_max(before + played, Ordering::Relaxed);
            let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
            let now = ports.clock.now();
            if now.saturating_sub(*last) >= PROGRESS_EVERY {
                *last = now;
                waker.wake();
            }
            !stop.load(Ordering::Relaxed)
        };
        if !stop.load(Ordering::Relaxed) {
            coverage.push(run_while(scenario, plan, &fewer, &keep_playing));
            before += plan.games;
        }
    }
    Found {
        scenario: Arc::clone(scenario),
        links: Links::of(scenario),
        plans,
        coverage,
        from,
        stopped: stop.load(Ordering::Relaxed),
    }
}

impl Found {
    fn times(&self, node: Node) -> Vec<u64> {
        let coverage = self.coverage.iter();
        coverage.map(|coverage| coverage.times(&self.links, node).unwrap_or_default()).collect()
    }

    /// The moves of the bots' seat, and the answers to them.
    fn things(&self) -> Vec<Node> {
        let Some(plan) = self.plans.first() else {
            return Vec::new();
        };
        let scenario = &self.scenario;
        let moves = scenario.move_ids();
        let moves = moves.filter(|mv| scenario.mv(*mv).seat == plan.seat);
        let seat = scenario.seat(plan.seat);
        let answers = scenario.utterance_ids().zip(&scenario.utterances);
        let answers = answers.filter(|(_, answer)| seat.has_topic(answer.topic));
        moves.map(Node::Move).chain(answers.map(|(id, _)| Node::Utterance(id))).collect()
    }
}

impl App {
    /// The number of the next statement in the current game, if bots can continue from there.
    fn next_statement(&self) -> Option<u32> {
        let session = &self.game()?.session;
        let alone = session.setup().opposite == Opposite::Model;
        let talks = matches!(session.awaiting(), Awaiting::Statement(_));
        (alone && talks).then(|| session.state().statements + 1)
    }

    /// Starts a run with the chosen bots.
    pub(super) fn let_bots_play(&mut self) {
        let here = self.next_statement();
        let seat = self.seating.seat;
        let style = self.style_of_next();
        let game = self.table.as_ref().map(Table::game);
        let (Some(author), scenario) = (&mut self.author, &self.scenario) else {
            return;
        };
        let bots = &mut author.bots;
        if bots.is_playing() || !author.is_laid_out {
            return;
        }
        let here = here.filter(|_| bots.from_here);
        let games = bots.games;
        let plan = |bot: &Bot| match (game, here) {
            (Some(game), Some(_)) => Plan::from_game(game, *bot, games, SEED),
            _ => Plan { seat, style, ..Plan::of(*bot, games, SEED) },
        };
        let plans: Vec<Plan> = bots.bots.iter().map(plan).collect();
        if plans.is_empty() {
            return self.refuse("author-no-bot", &[]);
        }
        bots.begin(scenario, plans, here, &self.waker, &self.ports);
    }

    pub(super) fn bots_view(&self, author: &Author) -> BotsView {
        let bots = &author.bots;
        let work = bots.work.as_ref();
        let says = |key: &str, args: &[Arg<'_>]| self.catalogue.msg_with(key, args);
        BotsView {
            bots: Bot::ALL
                .iter()
                .map(|bot| BotRow { name: bot.name(), about: bot.about(), chosen: bots.bots.contains(bot) })
                .collect(),
            games: bots.games,
            here: self.next_statement().map(|next| (next, says("author-bots-here", &[arg("statement", next)]))),
            from_here: bots.from_here,
            playing: work.map(|work| {
                let (done, all) = (work.done.load(Ordering::Relaxed).min(work.all), work.all);
                PlayingView { done, all, text: says("author-playing", &[arg("done", done), arg("all", all)]) }
            }),
            found: bots.found.as_ref().map(|found| self.found_view(found)),
        }
    }

    fn found_view(&self, found: &Found) -> FoundView {
        let scenario = &found.scenario;
        let things = found.things().into_iter().map(|node| (node, found.times(node)));
        let (never, mut came): (Vec<_>, Vec<_>) = things.partition(|(_, times)| times.iter().all(|times| *times == 0));
        came.sort_by_key(|(_, times)| std::cmp::Reverse(times.iter().sum::<u64>()));
        let never_heading = self.catalogue.msg_with("author-never", &[arg("things", never.len())]);
        let rows = came.into_iter().map(|(node, times)| self.row(scenario, node, self.times(found, &times)));
        FoundView {
            lines: self.lines_of(found),
            bots: found.plans.iter().map(|plan| plan.bot.name().to_owned()).collect(),
            endings: self.endings(found),
            never_heading,
            never: never.into_iter().map(|(node, _)| self.row(scenario, node, String::new())).collect(),
            rows: rows.collect(),
        }
    }

    /// How many games were played and from where, in sentences.
    fn lines_of(&self, found: &Found) -> Vec<String> {
        let games: u64 = found.coverage.iter().map(Coverage::games).sum();
        let mut lines = vec![match found.from {
            Some(statement) => {
                let args = [arg("games", games), arg("statement", statement)];
                self.catalogue.msg_with("author-played-from", &args)
            }
            None => self.catalogue.msg_with("author-played", &[arg("games", games)]),
        }];
        if found.stopped {
            lines.push(self.catalogue.msg("author-played-stopped"));
        }
        if found.scenario.content_hash != self.scenario.content_hash {
            lines.push(self.catalogue.msg("author-played-before"));
        }
        lines
    }

    fn endings(&self, found: &Found) -> Vec<(String, Vec<u64>)> {
        let mut ways: Vec<(String, Vec<u64>)> = Vec::new();
        for coverage in &found.coverage {
            for (at, (name, count)) in coverage.endings().enumerate() {
                if ways.len() <= at {
                    ways.push((self.catalogue.msg(&format!("author-ended-{name}")), Vec::new()));
                }
                if let Some((_, counts)) = ways.get_mut(at) {
                    counts.push(count);
                }
            }
        }
        for (way, counts) in &mut ways {
            *way = format!("{way}: {}", self.times(found, counts));
        }
        ways
    }

    /// The count for each bot: "random 12, principled 3".
    fn times(&self, found: &Found, counts: &[u64]) -> String {
        let each = found.plans.iter().zip(counts).map(|(plan, times)| {
            let args = [arg("bot", plan.bot.name()), arg("times", *times)];
            self.catalogue.msg_with("author-times", &args)
        });
        each.collect::<Vec<String>>().join(", ")
    }

    /// How often bots reached a part of the scenario, one line for each bot.
    pub(super) fn reached(&self, author: &Author, node: Node) -> Vec<String> {
        let Some(found) = &author.bots.found else {
            return Vec::new();
        };
        let named = Named::of(&self.scenario, node);
        let Some(then) = named.find(&found.scenario) else {
            return Vec::new();
        };
        let coverage = found.coverage.iter().zip(&found.plans);
        coverage
            .filter_map(|(coverage, plan)| {
                let times = coverage.times(&found.links, then)?;
                let args = [arg("bot", plan.bot.name()), arg("times", times), arg("games", coverage.games())];
                Some(self.catalogue.msg_with("author-reached", &args))
            })
            .collect()
    }
}
