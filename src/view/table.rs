//! The content of each screen of the window as plain data, worked out from a game.

use crate::language::arg;
use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::seat_view::{last_points, seen};
use crate::negotiation::{Awaiting, Session};
use crate::scenario::terms::{Bar, Prediction};
use crate::scenario::{IssueId, MoveId, PersonId};

use super::aloud::aloud;
pub use super::blocks::TurnView;
use super::blocks::{RoomTurn, blocks, room_turns};
use super::card::{self, RecordCard};
use super::choices::{self, BarView, Choices, MoveChoice, SpeakerChoice};
use super::commitments::{self, CommitmentView, OpenPoint};
use super::delegations::{People, people};
use super::draft::Draft;
use super::ledger::{self, LedgerLine};
use super::talk;
use super::why::WhyView;
use super::wording::Wording;

/// A bar of the room, always visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarStrip {
    pub bar: Bar,
    pub name: String,
    /// 0 to 100.
    pub height: u8,
    /// How far the last step moved it.
    pub change: i16,
    pub sentence: String,
}

/// Moves under one heading: an act, or an issue of the talk itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferGroup {
    pub name: String,
    pub detail: String,
    pub moves: Vec<MoveChoice>,
}

/// An issue and the moves on offer for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueOffers {
    /// The issue; `None` for the talk itself.
    pub issue: Option<IssueId>,
    pub name: String,
    pub plain: String,
    pub groups: Vec<OfferGroup>,
}

/// A move of the statement being built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftedMove {
    pub label: String,
    pub prediction: Option<Prediction>,
    /// The prediction, or a note that one can be made.
    pub predicted: String,
    pub prediction_name: String,
    pub take_out_name: String,
}

/// A question that the next statement has to deal with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacingView {
    pub name: String,
    pub question: String,
    pub next: String,
    pub moves: Vec<MoveChoice>,
}

/// The person with the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorView {
    pub person: PersonId,
    pub name: String,
    pub has_floor: String,
    /// What to do next, shown while no issue is chosen.
    pub next: String,
}

/// Everything the window shows of a game while it is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableView {
    pub heading: String,
    /// The whole conversation so far.
    pub turns: Vec<TurnView>,
    /// The newest turn, for reading aloud.
    pub aloud: String,
    pub bars: Vec<BarStrip>,
    pub speakers: Vec<SpeakerChoice>,
    pub floor: Option<FloorView>,
    pub facing: Option<FacingView>,
    pub issues: Vec<IssueOffers>,
    pub drafted: Vec<DraftedMove>,
    pub allowed: usize,
    pub holds_floor: bool,
    pub can_hold: bool,
    /// The record cards of the last statement.
    pub cards: Vec<RecordCard>,
    pub ledger: Vec<LedgerLine>,
    pub open: Vec<OpenPoint>,
    /// The commitments on the table, newest first.
    pub commitments: Vec<CommitmentView>,
    pub room: RoomView,
    pub people: People,
    pub awaiting: Awaiting,
    /// Explanations of answers, as far as the player asked for them.
    pub why: Vec<WhyView>,
    /// The adviser; `None` if it can't be asked.
    pub advice: Option<AdviceView>,
}

/// The adviser at the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdviceView {
    /// The advice given so far on the next statement.
    pub lines: Vec<String>,
    pub all_said: bool,
}

/// The room, and the reason for every change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomView {
    /// The six bars, and why each started at its height.
    pub bars: Vec<BarView>,
    /// The changes, newest statement first.
    pub moved: Vec<RoomTurn>,
}

/// The table of a game with the statement being built.
pub fn table(wording: Wording<'_>, game: &Game, draft: &Draft) -> TableView {
    let session = &game.session;
    let choices = Choices::new(wording, session, session.seat());
    let seat = choices.seat_view();
    let args = [
        arg("number", seat.statements() + 1),
        arg("of", seat.statements() + seat.left()),
        arg("allowed", seat.moves_allowed()),
    ];
    let speaker = draft.speaker;
    let turns = turns(wording, game);
    let items = turns.iter().map(|turn| turn.items.as_slice());
    TableView {
        heading: wording.catalogue.msg_with("compose-statement", &args),
        bars: strips(wording, game),
        speakers: choices.speakers(),
        floor: speaker.map(|person| floor(wording, person)),
        facing: facing(wording, session, &choices, draft),
        issues: speaker.map_or_else(Vec::new, |person| offers(wording, &choices, draft, person)),
        drafted: draft.moves.iter().map(|(mv, prediction)| drafted(wording, *mv, *prediction)).collect(),
        aloud: turns.last().map_or_else(String::new, |turn| aloud(wording.catalogue, &turn.items)),
        allowed: seat.moves_allowed(),
        holds_floor: draft.holds_floor,
        can_hold: seat.can_hold(),
        cards: cards(wording, session),
        ledger: ledger::ledger(wording, session),
        open: commitments::open_points(wording, session),
        commitments: commitments::standing(wording, session),
        room: RoomView { bars: choices::room(wording, session), moved: room_turns(wording.catalogue, items) },
        people: people(wording, game, draft),
        turns,
        awaiting: session.awaiting(),
        why: Vec::new(),
        advice: None,
    }
}

/// The events of each step. The hosts' opening words come first, with no step number.
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
        .map(|(step, events)| (step, talk::tell(wording, &game.session, events)))
        .filter(|(_, items)| !items.is_empty())
        .map(|(step, items)| TurnView { step, blocks: blocks(wording.catalogue, &items), items })
        .collect()
}

fn strips(wording: Wording<'_>, game: &Game) -> Vec<BarStrip> {
    let last = steps(game).last().map_or(&[][..], |(_, events)| events);
    let last = seen(&game.session, game.session.seat(), last);
    let change = |wanted: Bar| {
        let moved = last.iter().filter_map(|event| match event {
            Event::Bar { bar, from, to, .. } if *bar == wanted => Some(i16::from(*to) - i16::from(*from)),
            _ => None,
        });
        moved.sum()
    };
    Bar::ALL
        .iter()
        .map(|bar| {
            let (name, height, change) = (wording.bar(*bar), game.session.state().bar(*bar), change(*bar));
            let args = [arg("bar", name.as_str()), arg("height", height), arg("by", format!("{change:+}"))];
            let key = if change == 0 { "scene-bar" } else { "scene-bar-moved" };
            let sentence = wording.catalogue.msg_with(key, &args);
            BarStrip { bar: *bar, name, height, change, sentence }
        })
        .collect()
}

fn facing(wording: Wording<'_>, session: &Session, choices: &Choices<'_>, draft: &Draft) -> Option<FacingView> {
    let facing = session.state().facing?;
    let leader = wording.scenario.seat(session.seat()).speakers.first()?;
    let moves = choices.facing(draft.speaker.unwrap_or(*leader));
    let met = moves.iter().any(|mv| draft.taken().contains(&mv.mv));
    let name = wording.speaker(facing);
    let args = [arg("name", name.as_str())];
    let (question, next) =
        (wording.catalogue.msg_with("window-facing", &args), wording.catalogue.msg_with("next-face", &args));
    (!met && !moves.is_empty()).then_some(FacingView { name, question, next, moves })
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
                .map(|act| offer_group(wording, act.name, choices.moves(speaker, &taken, issue.of, act.of)))
                .collect(),
        })
        .collect();
    let table_issues = choices.table_issues(speaker, &taken);
    if !table_issues.is_empty() {
        let groups = table_issues.into_iter().map(|issue| {
            let acts = choices.acts(speaker, &taken, issue.of).into_iter();
            let moves = acts.flat_map(|act| choices.moves(speaker, &taken, issue.of, act.of)).collect();
            offer_group(wording, issue.name, moves)
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

fn offer_group(wording: Wording<'_>, name: String, moves: Vec<MoveChoice>) -> OfferGroup {
    let detail = wording.catalogue.msg_with("window-moves", &[arg("moves", moves.len())]);
    OfferGroup { name, detail, moves }
}

fn floor(wording: Wording<'_>, person: PersonId) -> FloorView {
    let name = wording.person(person);
    let args = [arg("name", name.as_str())];
    FloorView {
        person,
        has_floor: wording.catalogue.msg_with("window-has-floor", &args),
        next: wording.catalogue.msg_with("next-issue", &args),
        name,
    }
}

fn drafted(wording: Wording<'_>, mv: MoveId, prediction: Option<Prediction>) -> DraftedMove {
    let label = wording.scenario.mv(mv).label.clone();
    let args = [arg("label", label.as_str())];
    let catalogue = wording.catalogue;
    let predicted = prediction.map_or_else(
        || catalogue.msg("window-predict"),
        |class| catalogue.msg_with("window-predicted", &[arg("prediction", wording.prediction(class))]),
    );
    let (prediction_name, take_out_name) =
        (catalogue.msg_with("window-prediction-for", &args), catalogue.msg_with("window-take-out-what", &args));
    DraftedMove { label, prediction, predicted, prediction_name, take_out_name }
}

/// The record cards of the last statement.
pub fn cards(wording: Wording<'_>, session: &Session) -> Vec<RecordCard> {
    let points = last_points(session, session.seat()).into_iter();
    points.filter_map(|point| card::card(wording, session.state(), point)).collect()
}
