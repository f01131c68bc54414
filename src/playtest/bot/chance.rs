//! Bots that choose at random or take the first move on the list.

use smallvec::SmallVec;

use crate::negotiation::random::Stream;
use crate::negotiation::seat_view::{Offered, SeatView};
use crate::negotiation::{Command, Session, Statement};
use crate::scenario::{MoveId, PersonId, Scenario};

/// The random bot adjourns in one of this many statements.
const ADJOURNS_ONE_IN: u64 = 120;

/// The first move on the list, or the first that deals with a waiting question.
pub(super) fn first_option(view: SeatView<'_>) -> Option<Command> {
    let facing = view.offered().find(|offered| offered.faces);
    let offered = facing.or_else(|| view.offered().next())?;
    let speaker = *offered.speakers.first()?;
    Some(Command::Statement(Statement::new(speaker, [offered.mv])))
}

/// The least harmful move on offer. Prefers ending the talk, then any move that sets no condition and threatens
/// nothing.
pub(super) fn for_want_of_better(scenario: &Scenario, view: SeatView<'_>) -> Option<Command> {
    let harm = |offered: &Offered<'_>| {
        let act = scenario.mv(offered.mv).act;
        (act.is_ultimatum(), !act.ends_talk())
    };
    let offered = view.offered().min_by_key(|offered| harm(offered))?;
    let speaker = *offered.speakers.first()?;
    Some(Command::Statement(Statement::new(speaker, [offered.mv])))
}

/// A random statement of moves on offer.
pub(super) fn random(session: &Session, view: SeatView<'_>, stream: &mut Stream) -> Option<Command> {
    let scenario = session.scenario();
    let adjourns = |offered: &Offered<'_>| scenario.mv(offered.mv).act.ends_talk();
    let leave = || view.offered().find(|offered| adjourns(offered));
    if stream.below(ADJOURNS_ONE_IN) == 0
        && let Some(leave) = leave()
    {
        return alone(session, &leave, stream);
    }
    let offered: SmallVec<[Offered<'_>; 64]> = view.offered().filter(|offered| !adjourns(offered)).collect();
    let must_face: SmallVec<[Offered<'_>; 8]> = offered.iter().copied().filter(|o| o.faces).collect();
    let pool = if must_face.is_empty() { &offered[..] } else { &must_face[..] };
    let Some(first) = stream.pick(pool).copied() else {
        // No other moves are left, so adjourn.
        return alone(session, &leave()?, stream);
    };
    let speaker = recorded_or_random_speaker(session, &first, stream)?;
    let mut open: SmallVec<[MoveId; 64]> =
        offered.iter().filter(|o| o.mv != first.mv && o.speakers.contains(&speaker)).map(|o| o.mv).collect();
    let most = view.moves_allowed().min(5) as u64;
    let others = stream.below(most);
    let mut moves = SmallVec::<[MoveId; 5]>::from_slice(&[first.mv]);
    for _ in 0..others {
        let at = stream.below(open.len() as u64) as usize;
        if at < open.len() {
            moves.push(open.remove(at));
        }
    }
    let mut statement = Statement::new(speaker, moves);
    statement.holds_floor = view.can_hold() && stream.below(5) == 0;
    Some(Command::Statement(statement))
}

/// A statement of one move.
fn alone(session: &Session, offered: &Offered<'_>, stream: &mut Stream) -> Option<Command> {
    let speaker = recorded_or_random_speaker(session, offered, stream)?;
    Some(Command::Statement(Statement::new(speaker, [offered.mv])))
}

/// Half the time the delegate who says the words in the record, otherwise any delegate who can say them.
fn recorded_or_random_speaker(session: &Session, offered: &Offered<'_>, stream: &mut Stream) -> Option<PersonId> {
    let recorded = session.scenario().mv(offered.mv).recorded_speaker(session.scenario());
    match recorded.filter(|person| offered.speakers.contains(person)) {
        Some(person) if stream.below(2) == 0 => Some(person),
        _ => stream.pick(offered.speakers).copied(),
    }
}
