//! Bots: they know what their seat knows and go through the same door as people.

use serde::Serialize;

use crate::negotiation::random::Stream;
use crate::negotiation::seat_view::{Offered, SeatView};
use crate::negotiation::{Command, Session, Statement};
use crate::scenario::resolved::Deal;
use crate::scenario::terms::Act;
use crate::scenario::{MoveId, PersonId};

/// A way of playing without thinking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bot {
    /// Anything on offer, by chance.
    Random,
    /// Always the first thing on the list.
    FirstOption,
}

/// Out of so many statements a random bot adjourns once.
const ADJOURNS_ONE_IN: u64 = 120;

impl Bot {
    /// Every bot.
    pub const ALL: &'static [Bot] = &[Bot::Random, Bot::FirstOption];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Bot::Random => "random",
            Bot::FirstOption => "first-option",
        }
    }

    /// Finds a bot by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|bot| bot.name() == name)
    }

    /// The next command; `None` when nothing is on offer.
    pub fn decide(self, session: &Session, stream: &mut Stream) -> Option<Command> {
        let view = SeatView::of(session, session.seat());
        if view.awaiting_report {
            return Some(Command::Report(self.report(session, stream)));
        }
        match self {
            Bot::Random => random_statement(session, &view, stream),
            Bot::FirstOption => first_statement(&view),
        }
    }

    fn report(self, session: &Session, stream: &mut Stream) -> Deal {
        let scenario = session.scenario();
        let issues = scenario.issues.iter().take(scenario.deal_issues());
        let deal = issues
            .map(|issue| match self {
                Bot::Random => u16::try_from(stream.below(issue.pairs.len() as u64)).unwrap_or(0),
                Bot::FirstOption => 0,
            })
            .collect();
        session.within_play(&deal)
    }
}

fn first_statement(view: &SeatView) -> Option<Command> {
    let facing = view.offered.iter().find(|offered| offered.faces);
    let offered = facing.or_else(|| view.offered.first())?;
    let speaker = *offered.speakers.first()?;
    Some(Command::Statement(Statement::new(speaker, [offered.mv])))
}

fn random_statement(session: &Session, view: &SeatView, stream: &mut Stream) -> Option<Command> {
    let scenario = session.scenario();
    let adjourns = |offered: &Offered| scenario.mv(offered.mv).act == Act::Adjourn;
    if stream.below(ADJOURNS_ONE_IN) == 0
        && let Some(leave) = view.offered.iter().find(|offered| adjourns(offered))
    {
        let speaker = recorded_or_any(session, leave, stream)?;
        return Some(Command::Statement(Statement::new(speaker, [leave.mv])));
    }
    let offered: Vec<&Offered> = view
        .offered
        .iter()
        .filter(|offered| !adjourns(offered))
        .collect();
    let must_face: Vec<&Offered> = offered.iter().copied().filter(|o| o.faces).collect();
    let pool = if must_face.is_empty() {
        &offered
    } else {
        &must_face
    };
    let first = *stream.pick(pool)?;
    let speaker = recorded_or_any(session, first, stream)?;
    let mut moves = vec![first.mv];
    let most = view.moves_allowed.min(5) as u64;
    let count = 1 + stream.below(most);
    for _ in 1..count {
        let open: Vec<MoveId> = offered
            .iter()
            .filter(|o| o.speakers.contains(&speaker) && !moves.contains(&o.mv) && !adjourns(o))
            .map(|o| o.mv)
            .collect();
        moves.extend(stream.pick(&open));
    }
    let holds = view.can_hold && !moves.iter().any(|mv| scenario.mv(*mv).act == Act::Adjourn);
    let mut statement = Statement::new(speaker, moves);
    statement.holds_floor = holds && stream.below(5) == 0;
    Some(Command::Statement(statement))
}

/// Half of the time the delegate to whom the record gives the words, else anybody who can say them.
fn recorded_or_any(session: &Session, offered: &Offered, stream: &mut Stream) -> Option<PersonId> {
    let recorded = session
        .scenario()
        .mv(offered.mv)
        .recorded_speaker(session.scenario());
    match recorded.filter(|person| offered.speakers.contains(person)) {
        Some(person) if stream.below(2) == 0 => Some(person),
        _ => stream.pick(&offered.speakers).copied(),
    }
}
