//! What each screen of the window shows, worked out from a game: plain data that a screen only has to draw.

use crate::language::arg;
use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::seat_view::{last_points, seen};
use crate::negotiation::{Awaiting, Session};
use crate::scenario::terms::{Bar, Prediction};
use crate::scenario::{IssueId, PersonId};

use super::blocks::{RoomTurn, room_turns};
use super::card::{self, RecordCard};
use super::choices::{self, BarView, Choices, MoveChoice, SpeakerChoice};
use super::commitments::{self, OpenPoint, Slip};
use super::delegations::{People, people};
use super::draft::Draft;
use super::ledger::{self, LedgerLine};
use super::talk::{self, TalkItem};
use super::why::WhyView;
use super::wording::Wording;

/// A part of the conversation: what one step brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnView {
    /// Number of the step, from 0; the hosts' first words have none.
    pub step: Option<usize>,
    /// What was said and what changed.
    pub items: Vec<TalkItem>,
}

/// A bar of the room, always in sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarStrip {
    /// Which.
    pub bar: Bar,
    /// Name.
    pub name: String,
    /// Height, 0 to 100.
    pub height: u8,
    /// How far the last step moved it.
    pub change: i16,
}

/// Moves under one heading: an act, or an issue of the talk itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferGroup {
    /// Heading.
    pub name: String,
    /// The moves.
    pub moves: Vec<MoveChoice>,
}

/// An issue with what can be said on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueOffers {
    /// The issue; `None` for the talk itself.
    pub issue: Option<IssueId>,
    /// Name.
    pub name: String,
    /// In one sentence.
    pub plain: String,
    /// Never more than seven.
    pub groups: Vec<OfferGroup>,
}

/// A move of the statement that is being built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftedMove {
    /// Label.
    pub label: String,
    /// Prediction.
    pub prediction: Option<Prediction>,
}

/// A question that the next statement has to face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacingView {
    /// Who waits.
    pub name: String,
    /// Moves that face it.
    pub moves: Vec<MoveChoice>,
}

/// The table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableView {
    /// Statement so and so of so many.
    pub heading: String,
    /// The conversation, from the first word.
    pub turns: Vec<TurnView>,
    /// The room.
    pub bars: Vec<BarStrip>,
    /// Who can be given the floor.
    pub speakers: Vec<SpeakerChoice>,
    /// Who has it.
    pub floor: Option<(PersonId, String)>,
    /// What the hosts wait for.
    pub facing: Option<FacingView>,
    /// What can be said.
    pub issues: Vec<IssueOffers>,
    /// What the statement holds.
    pub drafted: Vec<DraftedMove>,
    /// How many moves it may hold.
    pub allowed: usize,
    /// The floor is held for a colleague.
    pub holds_floor: bool,
    /// It can be held.
    pub can_hold: bool,
    /// Cards of the last statement.
    pub cards: Vec<RecordCard>,
    /// The issues.
    pub ledger: Vec<LedgerLine>,
    /// Points not yet answered.
    pub open: Vec<OpenPoint>,
    /// What stands on the table, the newest first.
    pub commitments: Vec<Slip>,
    /// The room, with reasons.
    pub room: RoomView,
    /// Who sits at the table.
    pub people: People,
    /// What the game waits for.
    pub awaits: Awaits,
    /// Why answers came, as far as it was asked.
    pub why: Vec<WhyView>,
    /// The adviser, where he can be asked.
    pub advice: Option<AdviceView>,
}

/// The adviser at the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdviceView {
    /// What he has said on the statement that is to be made.
    pub lines: Vec<String>,
    /// He has said all.
    pub all_said: bool,
}

/// What a game waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaits {
    /// A statement.
    Statement,
    /// The report home.
    Report,
    /// Nothing more.
    Nothing,
}

impl Awaits {
    /// What a session waits for.
    pub fn of(session: &Session) -> Self {
        match session.awaiting() {
            Awaiting::Statement(_) => Awaits::Statement,
            Awaiting::Report(_) => Awaits::Report,
            Awaiting::Over(_) => Awaits::Nothing,
        }
    }
}

/// The room with every reason that moved it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomView {
    /// The six bars, and why each began where it did.
    pub bars: Vec<BarView>,
    /// What moved them, the newest statement first.
    pub moved: Vec<RoomTurn>,
}

/// The table of a game with the statement that is being built.
pub fn table(wording: Wording<'_>, game: &Game, draft: &Draft) -> TableView {
    let session = &game.session;
    let choices = Choices::new(wording, session);
    let seat = choices.seat_view();
    let args = [
        arg("number", seat.statements() + 1),
        arg("of", seat.statements() + seat.left()),
        arg("allowed", seat.moves_allowed()),
    ];
    let speaker = draft.speaker;
    let turns = turns(wording, game);
    TableView {
        heading: wording.catalogue.msg_with("compose-statement", &args),
        bars: strips(wording, game),
        speakers: choices.speakers(),
        floor: speaker.map(|person| (person, wording.person(person))),
        facing: facing(wording, session, &choices, draft),
        issues: speaker.map_or_else(Vec::new, |person| offers(wording, &choices, draft, person)),
        drafted: draft
            .moves
            .iter()
            .map(|(mv, prediction)| DraftedMove {
                label: wording.scenario.mv(*mv).label.clone(),
                prediction: *prediction,
            })
            .collect(),
        allowed: seat.moves_allowed(),
        holds_floor: draft.holds_floor,
        can_hold: seat.can_hold(),
        cards: cards(wording, session),
        ledger: ledger::ledger(wording, session),
        open: commitments::open_points(wording, session),
        commitments: commitments::slips(wording, session),
        room: RoomView { bars: choices::room(wording, session), moved: room_turns(wording.catalogue, &turns) },
        people: people(wording, game, draft),
        turns,
        awaits: Awaits::of(session),
        why: Vec::new(),
        advice: None,
    }
}

/// Events of each step, the hosts' first words before the first.
fn steps(game: &Game) -> impl Iterator<Item = (Option<usize>, &[Event])> {
    let ends = game.starts.iter().skip(1).copied().chain([game.events.len()]);
    game.starts.iter().zip(ends).enumerate().map(|(index, (start, end))| {
        let events = game.events.get(*start..end).unwrap_or_default();
        (index.checked_sub(1), events)
    })
}

/// The conversation so far.
pub fn turns(wording: Wording<'_>, game: &Game) -> Vec<TurnView> {
    steps(game)
        .map(|(step, events)| TurnView { step, items: talk::tell(wording, &game.session, events) })
        .filter(|turn| !turn.items.is_empty())
        .collect()
}

fn strips(wording: Wording<'_>, game: &Game) -> Vec<BarStrip> {
    let last = steps(game).last().map_or(&[][..], |(_, events)| events);
    let last = seen(&game.session, last);
    let change = |wanted: Bar| {
        let moved = last.iter().filter_map(|event| match event {
            Event::Bar { bar, from, to, .. } if *bar == wanted => Some(i16::from(*to) - i16::from(*from)),
            _ => None,
        });
        moved.sum()
    };
    Bar::ALL
        .iter()
        .map(|bar| BarStrip {
            bar: *bar,
            name: wording.bar(*bar),
            height: game.session.state().bar(*bar),
            change: change(*bar),
        })
        .collect()
}

fn facing(wording: Wording<'_>, session: &Session, choices: &Choices<'_>, draft: &Draft) -> Option<FacingView> {
    let utterance = wording.scenario.utterance(session.state().facing?);
    let leader = wording.scenario.seat(session.seat()).speakers.first()?;
    let moves = choices.facing(draft.speaker.unwrap_or(*leader));
    let met = moves.iter().any(|mv| draft.taken().contains(&mv.mv));
    (!met && !moves.is_empty()).then(|| FacingView {
        name: utterance.speaker.map_or_else(String::new, |person| wording.person(person)),
        moves,
    })
}

fn offers(wording: Wording<'_>, choices: &Choices<'_>, draft: &Draft, speaker: PersonId) -> Vec<IssueOffers> {
    let taken = draft.taken();
    let mut offers: Vec<IssueOffers> = choices
        .issues(speaker, &taken)
        .into_iter()
        .map(|issue| IssueOffers {
            issue: Some(issue.of),
            name: issue.name,
            plain: issue.plain,
            groups: choices
                .acts(speaker, &taken, issue.of)
                .into_iter()
                .map(|act| OfferGroup { name: act.name, moves: choices.moves(speaker, &taken, issue.of, act.of) })
                .collect(),
        })
        .collect();
    let table_issues = choices.table_issues(speaker, &taken);
    if !table_issues.is_empty() {
        let groups = table_issues.into_iter().map(|issue| OfferGroup {
            name: issue.name,
            moves: choices
                .acts(speaker, &taken, issue.of)
                .into_iter()
                .flat_map(|act| choices.moves(speaker, &taken, issue.of, act.of))
                .collect(),
        });
        offers.push(IssueOffers {
            issue: None,
            name: wording.catalogue.msg("window-the-talk"),
            plain: wording.catalogue.msg("window-the-talk-plain"),
            groups: groups.collect(),
        });
    }
    offers
}

/// The cards of the last statement.
pub fn cards(wording: Wording<'_>, session: &Session) -> Vec<RecordCard> {
    let points = last_points(session).into_iter();
    points.filter_map(|point| card::card(wording, session.state(), point)).collect()
}
