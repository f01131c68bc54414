//! Breadth-first search through the states of a talk. It finds what can be reached, a shortest way there, and what
//! provably can't be reached.
//!
//! States are compared by 128 bits of a SHA-256 digest over the whole state. The rules care who makes a statement only
//! where a condition names that person. Among other delegates who can make the same moves, only one is tried.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::negotiation::event::{Ended, Event};
use crate::negotiation::seat_view::{Offered, SeatView};
use crate::negotiation::{Awaiting, ChangedRoom, Command, Opposite, Session, Setup, Statement};
use crate::scenario::resolved::{Condition, Scenario};
use crate::scenario::{EntryId, LengthId, MoveId, PersonId, SeatId, StyleId, UtteranceId};

use super::coverage::ENDINGS;
use super::report;

/// The limits of a search.
#[derive(Debug, Clone)]
pub struct Budget {
    pub seat: SeatId,
    pub length: LengthId,
    pub states: usize,
    /// Most moves in a statement.
    pub moves: usize,
    /// Memory limit of the search, in bytes.
    pub memory: usize,
}

/// Something that may be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    Move(MoveId),
    /// An utterance is given, including a deliberate silence.
    Utterance(UtteranceId),
    Entry(EntryId),
    Ending(Ended),
    /// A report reaches this rank, 0 to 4.
    Rank(u8),
}

/// The result of the search for one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Reached, by this sequence of commands, which is one of the shortest.
    Reached(Vec<Command>),
    /// No talk reaches it: every state was searched, and no statement was left out.
    Unreachable,
    /// Not reached within the budget.
    NotReached,
}

/// The results of a search.
#[derive(Debug)]
pub struct Explored {
    /// Number of distinct states found.
    pub states: usize,
    /// All talks of up to this many statements were searched, within the budget's limit on moves.
    pub depth: u32,
    /// Whether every state was searched.
    pub finished: bool,
    /// Whether the search ended because it reached its memory limit.
    pub out_of_memory: bool,
    /// Whether any longer statements were possible but not tried.
    pub left_out: bool,
    targets: Vec<(Target, Option<usize>)>,
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    parent: Option<usize>,
    command: Option<Command>,
}

impl Explored {
    /// The verdict on every target, in a fixed order.
    pub fn verdicts(&self) -> impl Iterator<Item = (Target, Verdict)> {
        self.targets.iter().map(|(target, node)| {
            let verdict = match node {
                Some(node) => Verdict::Reached(self.way(*node)),
                None if self.finished && !self.left_out => Verdict::Unreachable,
                None => Verdict::NotReached,
            };
            (*target, verdict)
        })
    }

    fn way(&self, node: usize) -> Vec<Command> {
        let mut way = Vec::new();
        let mut at = self.nodes.get(node);
        while let Some(node) = at {
            way.extend(node.command.clone());
            at = node.parent.and_then(|parent| self.nodes.get(parent));
        }
        way.reverse();
        way
    }
}

/// Searches breadth-first until every state has been searched or the budget is spent.
pub fn explore(scenario: &Arc<Scenario>, budget: &Budget) -> Explored {
    let setup = Setup {
        seed: 0,
        seat: budget.seat,
        length: budget.length,
        opposite: Opposite::Model,
        style: StyleId::FIRST,
        room: ChangedRoom::default(),
    };
    let named = named_speakers(scenario);
    let (session, events) = Session::new(Arc::clone(scenario), setup);
    let mut search = Search {
        explored: Explored {
            states: 0,
            depth: 0,
            finished: true,
            out_of_memory: false,
            left_out: false,
            targets: targets(scenario, budget.seat),
            nodes: Vec::new(),
        },
        seen: HashSet::new(),
        frontier: VecDeque::new(),
        most: budget.states.max(1),
        held: 0,
        memory: budget.memory,
    };
    search.enter(None, None, session, &events);
    while let Some((at, session)) = search.frontier.pop_front() {
        search.explored.depth = session.state().statements;
        if matches!(session.awaiting(), Awaiting::Report(_)) {
            search.held -= cost(&session);
            search.report(at, &session);
            continue;
        }
        search.held -= cost(&session);
        let limit = budget.states.min(budget.memory / STATEMENT);
        let tried = statements(&session, budget.moves, limit, &named);
        search.explored.left_out |= tried.left_out;
        for statement in tried.statements {
            let mut next = session.clone();
            let mut events = Vec::new();
            let command = Command::Statement(statement);
            if next.apply(&command, &mut events).is_ok() {
                search.enter(Some(at), Some(command), next, &events);
            }
            if !search.explored.finished {
                return search.explored;
            }
        }
    }
    search.explored
}

struct Search {
    explored: Explored,
    seen: HashSet<u128>,
    frontier: VecDeque<(usize, Session)>,
    most: usize,
    /// Bytes that states and commands hold beside the lists they are in.
    held: usize,
    memory: usize,
}

/// Bytes budgeted for each statement tried on a state. Generous: a ten-move statement takes a fraction of this, but is held twice while the list is built.
const STATEMENT: usize = 1024;

/// Bytes that a state to be searched holds beside the list it is in.
fn cost(session: &Session) -> usize {
    session.state().bytes()
}

/// Bytes a list needs to push one more item. A list that is full is copied into one of twice the size.
const fn bytes_of(length: usize, capacity: usize, item: usize) -> usize {
    if length < capacity { capacity * item } else { (capacity + 2 * (capacity + 4)) * item }
}

impl Search {
    /// Adds the state after a command, unless it is already known, and records what the command reached.
    fn enter(&mut self, parent: Option<usize>, command: Option<Command>, session: Session, events: &[Event]) {
        if !self.seen.insert(digest(session.state())) {
            return;
        }
        if self.explored.nodes.len() >= self.most {
            self.explored.finished = false;
            return;
        }
        let command_bytes = command.as_ref().map_or(0, Command::bytes);
        if self.bytes() + command_bytes + cost(&session) > self.memory {
            (self.explored.finished, self.explored.out_of_memory) = (false, true);
            return;
        }
        self.held += command_bytes;
        let node = self.explored.nodes.len();
        self.explored.nodes.push(Node { parent, command });
        self.explored.states += 1;
        for event in events {
            self.note(session.scenario(), node, event);
        }
        match session.awaiting() {
            Awaiting::Over(_) => {
                if let Some(judgement) = session.judgement() {
                    self.reach(Target::Rank(judgement.ending.rank().0), node);
                }
            }
            _ => {
                self.held += cost(&session);
                self.frontier.push_back((node, session));
            }
        }
    }

    /// Bytes the search will hold after one more push to each list.
    fn bytes(&self) -> usize {
        let (nodes, frontier, seen) = (&self.explored.nodes, &self.frontier, &self.seen);
        // The hash table stores one control byte with each digest and leaves an eighth of its slots empty.
        let digest = (size_of::<u128>() + 1) * 8 / 7 + 1;
        self.held
            + bytes_of(nodes.len(), nodes.capacity(), size_of::<Node>())
            + bytes_of(frontier.len(), frontier.capacity(), size_of::<(usize, Session)>())
            + bytes_of(seen.len(), seen.capacity(), digest)
    }

    fn note(&mut self, scenario: &Scenario, node: usize, event: &Event) {
        match event {
            Event::Moved { mv, .. } => self.reach(Target::Move(*mv), node),
            Event::Spoken { utterance, .. } => {
                self.reach(Target::Utterance(*utterance), node);
                for entry in scenario.utterance(*utterance).words.entries() {
                    self.reach(Target::Entry(*entry), node);
                }
            }
            Event::Ended(ended) => self.reach(Target::Ending(*ended), node),
            _ => {}
        }
    }

    /// Tries every report that can be judged differently from the others.
    fn report(&mut self, at: usize, session: &Session) {
        for (rank, deal) in report::different(session) {
            let node = self.explored.nodes.len();
            if self.reaches_new(Target::Rank(rank)) {
                self.explored.nodes.push(Node { parent: Some(at), command: Some(Command::Report(deal)) });
                self.reach(Target::Rank(rank), node);
            }
        }
    }

    fn reaches_new(&self, target: Target) -> bool {
        let mut targets = self.explored.targets.iter();
        targets.any(|(other, node)| *other == target && node.is_none())
    }

    fn reach(&mut self, target: Target, node: usize) {
        let targets = &mut self.explored.targets;
        if let Ok(place) = targets.binary_search_by_key(&target, |(other, _)| *other)
            && let Some((_, first)) = targets.get_mut(place)
        {
            first.get_or_insert(node);
        }
    }
}

/// Everything that may be reached in a seat's talk, in order.
fn targets(scenario: &Scenario, seat: SeatId) -> Vec<(Target, Option<usize>)> {
    let moves = scenario.move_ids().filter(|mv| scenario.mv(*mv).seat == seat);
    let seat = scenario.seat(seat);
    let utterances = scenario.utterances.iter().zip(scenario.utterance_ids());
    let utterances = utterances.filter(|(utterance, _)| seat.has_topic(utterance.topic));
    let opposite = scenario.seat(seat.opposite).party;
    let entries = scenario.entry_ids().filter(|entry| {
        let speaker = scenario.entry(*entry).speaker;
        scenario.person(speaker).party == Some(opposite)
    });
    let mut targets: Vec<Target> = moves.map(Target::Move).collect();
    targets.extend(utterances.map(|(_, id)| Target::Utterance(id)));
    targets.extend(entries.map(Target::Entry));
    targets.extend(ENDINGS.map(|(ended, _)| Target::Ending(ended)));
    targets.extend((0..=4).map(Target::Rank));
    targets.sort_unstable();
    targets.into_iter().map(|target| (target, None)).collect()
}

struct Tried {
    statements: Vec<Statement>,
    left_out: bool,
}

/// Every statement of at most `most` moves, in every order, including some the rules will refuse. Tries at most about `limit`.
fn statements(session: &Session, most: usize, limit: usize, named: &BTreeSet<PersonId>) -> Tried {
    let view = SeatView::of(session, session.seat());
    let scenario = session.scenario();
    let offered: Vec<Offered<'_>> = view.offered().collect();
    let speakers: BTreeSet<PersonId> = offered.iter().flat_map(|offered| offered.speakers.iter().copied()).collect();
    let mut tried = Tried { statements: Vec::new(), left_out: false };
    let mut unnamed: Vec<Vec<MoveId>> = Vec::new();
    for speaker in speakers {
        let says = offered.iter().filter(|o| o.speakers.contains(&speaker));
        let moves: Vec<MoveId> = says.map(|offered| offered.mv).collect();
        if !named.contains(&speaker) {
            if unnamed.contains(&moves) {
                continue;
            }
            unnamed.push(moves.clone());
        }
        tried.left_out |= moves.len().min(view.moves_allowed()) > most;
        let room = limit.saturating_sub(tried.statements.len());
        let (chosen, cut_off) = arrangements(&moves, most.min(view.moves_allowed()), room);
        tried.left_out |= cut_off;
        for chosen in chosen {
            let leaves = chosen.iter().any(|mv| scenario.mv(*mv).act.ends_talk());
            let statement = Statement::new(speaker, chosen);
            if view.can_hold() && !leaves {
                let mut holding = statement.clone();
                holding.holds_floor = true;
                tried.statements.push(holding);
            }
            tried.statements.push(statement);
        }
    }
    // Try shorter statements first, so that witnesses are short.
    tried.statements.sort_by_key(|statement| statement.moves.len());
    tried
}

/// Ordered selections of one to `most` of the moves, shorter ones first, at most `limit` in all. Also returns whether
/// the limit cut any off.
fn arrangements(moves: &[MoveId], most: usize, limit: usize) -> (Vec<Vec<MoveId>>, bool) {
    let mut all: Vec<Vec<MoveId>> = vec![Vec::new()];
    let mut from = 0;
    for _ in 0..most {
        let to = all.len();
        for begun in from..to {
            for mv in moves {
                let Some(begun) = all.get(begun).filter(|begun| !begun.contains(mv)) else {
                    continue;
                };
                let longer = begun.iter().copied().chain([*mv]).collect();
                all.push(longer);
                if all.len() > limit {
                    all.remove(0);
                    return (all, true);
                }
            }
        }
        from = to;
    }
    all.remove(0);
    (all, false)
}

/// Every person named as a speaker in a condition of the scenario.
fn named_speakers(scenario: &Scenario) -> BTreeSet<PersonId> {
    let mut named = BTreeSet::new();
    let conditions = scenario
        .stances
        .iter()
        .flat_map(|stance| &stance.when)
        .chain(scenario.utterances.iter().flat_map(|u| &u.conditions))
        .chain(scenario.moves.iter().flat_map(|mv| &mv.needs))
        .chain(scenario.topics.iter().flat_map(|topic| &topic.opens));
    for condition in conditions {
        names(condition, &mut named);
    }
    named
}

fn names(condition: &Condition, named: &mut BTreeSet<PersonId>) {
    match condition {
        Condition::All(list) | Condition::Any(list) => {
            for condition in list {
                names(condition, named);
            }
        }
        Condition::Not(inner) => names(inner, named),
        Condition::SpokenBy(person) => {
            named.insert(*person);
        }
        _ => {}
    }
}

/// 128 bits of the SHA-256 digest of a value.
fn digest(value: &impl Hash) -> u128 {
    struct Bytes(Sha256);
    impl Hasher for Bytes {
        fn write(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }
        fn finish(&self) -> u64 {
            0
        }
    }
    let mut bytes = Bytes(Sha256::new());
    value.hash(&mut bytes);
    let digest = bytes.0.finalize();
    digest.iter().take(16).fold(0, |sum, byte| sum << 8 | u128::from(*byte))
}

impl Target {
    /// Name of the kind of target.
    pub const fn kind(self) -> &'static str {
        match self {
            Target::Move(_) => "move",
            Target::Utterance(_) => "reply",
            Target::Entry(_) => "entry",
            Target::Ending(_) => "ending",
            Target::Rank(_) => "rank",
        }
    }

    /// Id of the target.
    pub fn id(self, scenario: &Scenario) -> String {
        match self {
            Target::Move(mv) => scenario.mv(mv).id.clone(),
            Target::Utterance(id) => scenario.utterance(id).id.clone(),
            Target::Entry(entry) => scenario.entry(entry).id.clone(),
            Target::Ending(ended) => {
                let name = ENDINGS.iter().find(|(other, _)| *other == ended).map(|(_, name)| *name);
                name.unwrap_or_default().to_owned()
            }
            Target::Rank(rank) => rank.to_string(),
        }
    }
}
