//! A seat's view of the table: what it can see, its own values, and what has been said and committed. Used by bots and
//! by writers of reports.

use crate::negotiation::commitment::Commitment;
use crate::negotiation::seat_view::{Offered, SeatView};
use crate::negotiation::value::Level;
use crate::negotiation::{Command, Event, Session, Statement};
use crate::scenario::resolved::{Clause, Move, Pair, Scenario, Seat, Utterance, Values};
use crate::scenario::terms::Act;
use crate::scenario::{IssueId, PersonId};

/// What a bot sees on its turn.
pub(in crate::playtest) struct Table<'a> {
    pub(in crate::playtest) session: &'a Session,
    pub(in crate::playtest) scenario: &'a Scenario,
    pub(in crate::playtest) seat: &'a Seat,
    pub(in crate::playtest) view: SeatView<'a>,
    pub(in crate::playtest) offered: Vec<Offered<'a>>,
    /// Events since this player's last statement.
    pub(in crate::playtest) heard: &'a [Event],
    own: Option<&'a Values>,
    /// The only delegate who may speak, if the bot is limited to one.
    only: Option<PersonId>,
    /// A delegate who has spoken long enough and should let a colleague speak.
    rests: Option<PersonId>,
}

/// Number of statements in a row after which a delegate lets a colleague speak. Applies to delegations of more than
/// two.
const RUNNING: usize = 3;

/// The delegate of a seat who has made the last [`RUNNING`] statements or more.
fn long_speaker(session: &Session, seat: &Seat) -> Option<PersonId> {
    if seat.speakers.len() <= 2 {
        return None;
    }
    let mut points = session.state().points.iter().rev().peekable();
    let speaker = points.peek()?.speaker;
    let mut statements: Vec<u32> =
        points.take_while(|point| point.speaker == speaker).map(|point| point.statement).collect();
    statements.dedup();
    (statements.len() >= RUNNING).then_some(speaker)
}

impl<'a> Table<'a> {
    pub(in crate::playtest) fn new(session: &'a Session, view: SeatView<'a>, heard: &'a [Event]) -> Self {
        let scenario: &Scenario = session.scenario();
        let seat = scenario.seat(session.seat());
        Self {
            session,
            scenario,
            seat,
            offered: view.offered().collect(),
            view,
            heard,
            own: scenario.values.iter().find(|v| v.party == seat.party),
            only: None,
            rests: long_speaker(session, seat),
        }
    }

    /// Limits the bot to moves this delegate can make, plus those that deal with a waiting question.
    pub(in crate::playtest) fn keep_to(&mut self, person: PersonId) {
        self.only = Some(person);
        self.offered.retain(|offered| offered.faces || offered.speakers.contains(&person));
    }

    pub(in crate::playtest) fn mv(&self, offered: &Offered<'_>) -> &'a Move {
        self.scenario.mv(offered.mv)
    }

    /// Whether an issue belongs to the deal space.
    pub(in crate::playtest) fn in_deal(&self, issue: IssueId) -> bool {
        issue.index() < self.scenario.deal_issues()
    }

    /// Pairs that a clause can stand for. If it leaves the timing open, or its timing is not among the pairs, these are
    /// all pairs of its position.
    fn meant(&self, clause: Clause) -> impl Iterator<Item = (usize, &'a Pair)> {
        let pairs = self.scenario.issue(clause.issue).pairs.iter().enumerate();
        let exact = move |pair: &Pair| clause.timing.is_none() || clause.timing == pair.timing;
        let named =
            self.scenario.issue(clause.issue).pairs.iter().any(|pair| pair.position == clause.position && exact(pair));
        pairs.filter(move |(_, pair)| pair.position == clause.position && (exact(pair) || !named))
    }

    /// This seat's points for a clause, 0 to 100: the best of the pairs it can stand for.
    pub(in crate::playtest) fn own_points(&self, clause: Clause) -> i64 {
        let preference = self.own.and_then(|v| v.preferences.get(clause.issue.index()));
        let points = |(index, _): (usize, &Pair)| {
            let range = preference?.points.get(index)?.0;
            Some(Level::Mid.of(range))
        };
        self.meant(clause).filter_map(points).max().unwrap_or(0)
    }

    /// This seat's weight for an issue, 0 to 100.
    pub(in crate::playtest) fn own_weight(&self, issue: IssueId) -> i64 {
        let preference = self.own.and_then(|v| v.preferences.get(issue.index()));
        preference.map_or(0, |preference| Level::Mid.of(preference.weight))
    }

    /// The pair of the other side's opening position on an issue.
    pub(in crate::playtest) fn opened(&self, issue: IssueId) -> Option<Pair> {
        let pair = self.session.opening().get(issue.index())?;
        let pairs = &self.scenario.issue(issue).pairs;
        pairs.get(usize::from(*pair)).copied()
    }

    /// The other side's standing commitments.
    pub(in crate::playtest) fn theirs(&self) -> impl Iterator<Item = &'a Commitment> {
        let party = self.seat.party;
        let commitments = self.session.state().commitments.iter();
        commitments.filter(move |c| c.stands && c.by != party)
    }

    /// How often the other side has spoken on each issue of the deal space. A side that keeps coming back to an issue
    /// wants something there.
    pub(in crate::playtest) fn spoken_on(&self) -> Vec<i64> {
        let mut counts = vec![0; self.scenario.deal_issues()];
        let state = self.session.state();
        let utterances = self.scenario.utterance_ids().zip(&self.scenario.utterances);
        for (_, given) in utterances.filter(|(id, _)| state.was_given(*id)) {
            let issue = issue_of(self.scenario, given);
            if let Some(count) = issue.and_then(|issue| counts.get_mut(issue.index())) {
                *count += 1;
            }
        }
        counts
    }

    /// The acts of what the other side has said since the last statement.
    pub(in crate::playtest) fn acts_heard(&self) -> impl Iterator<Item = Act> {
        self.heard.iter().filter_map(|event| match event {
            Event::Spoken { utterance, .. } => Some(self.scenario.utterance(*utterance).act),
            _ => None,
        })
    }

    /// The delegate who should make a move: the one who says the words in the record, or failing that the first who can
    /// say them. If that delegate should let a colleague speak, a colleague who can say them.
    pub(in crate::playtest) fn speaker(&self, offered: &Offered<'_>) -> Option<PersonId> {
        let recorded = self.mv(offered).recorded_speaker(self.scenario);
        let can = |person: &PersonId| offered.speakers.contains(person);
        let speaker = self.only.or(recorded).filter(can).or_else(|| offered.speakers.first().copied())?;
        if self.only.is_some() || self.rests != Some(speaker) {
            return Some(speaker);
        }
        let mut colleagues = self.seat.speakers.iter().copied().filter(can);
        colleagues.find(|person| *person != speaker).or(Some(speaker))
    }

    /// A statement of up to `most` moves with the best scores; `None` if there is nothing to say. A pending question is
    /// answered first, even by a move without a score. The first move determines the speaker. Others are added if the
    /// same delegate would make them, or if the record gives them to no one and this delegate can say them.
    pub(in crate::playtest) fn best(
        &self,
        most: usize,
        score: impl FnMut(&Offered<'_>) -> Option<i64>,
    ) -> Option<Command> {
        let scores = self.offered.iter().map(score);
        let mut scored: Vec<(Offered<'a>, Option<i64>)> = self.offered.iter().copied().zip(scores).collect();
        // A stable sort: moves with equal scores stay in file order.
        scored.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        let must_face = scored.iter().find(|(offered, _)| offered.faces);
        let wanted = || scored.iter().filter(|(_, score)| score.is_some());
        let (first, _) = must_face.or_else(|| wanted().next())?;
        let speaker = self.speaker(first)?;
        let his = |other: &Offered<'_>| {
            let own = self.speaker(other) == Some(speaker);
            other.mv != first.mv && (own || self.free_for(other, speaker))
        };
        let others = wanted().map(|(other, _)| other).filter(|other| his(other));
        let moves = std::iter::once(first.mv).chain(others.map(|other| other.mv));
        let most = most.min(self.view.moves_allowed());
        Some(Command::Statement(Statement::new(speaker, moves.take(most.max(1)))))
    }

    /// Whether the record gives the move to no one and this person can make it.
    fn free_for(&self, offered: &Offered<'_>, person: PersonId) -> bool {
        self.mv(offered).recorded_speaker(self.scenario).is_none() && offered.speakers.contains(&person)
    }

    /// A statement that ends the talk, if one is on offer.
    pub(in crate::playtest) fn leave(&self) -> Option<Command> {
        let offered = self.offered.iter();
        let mut leaving = offered.filter(|offered| self.mv(offered).act.ends_talk());
        let leave = leaving.next()?;
        let statement = Statement::new(self.speaker(leave)?, [leave.mv]);
        Some(Command::Statement(statement))
    }
}

/// The issue of an utterance: the issue of its first record entry, or of the first move it answers.
fn issue_of(scenario: &Scenario, utterance: &Utterance) -> Option<IssueId> {
    let entry = utterance.words.entries().first();
    let mv = utterance.occasion.moves().first();
    entry.map(|entry| scenario.entry(*entry).issue).or_else(|| mv.map(|mv| scenario.mv(*mv).issue))
}
