//! The rules do the same as ever: seeded games, everything that happened in them, and the digest of it all.
//!
//! The games are drawn here and not by a bot, so that another way of playing does not change them. A number below changes for
//! two reasons alone: the rules do something else (then [`we_can_wait::negotiation::journal::RULES`] is raised too), or the
//! scenario has other moves, answers or figures. Work on the speed of the rules changes none of them.

use std::hash::Hash;
use std::sync::{Arc, LazyLock};

use crate::common::games::nth_seat;
use we_can_wait::negotiation::command::{Command, Statement};
use we_can_wait::negotiation::digest::Digest;
use we_can_wait::negotiation::random::{Draw, Stream};
use we_can_wait::negotiation::seat_view::SeatView;
use we_can_wait::negotiation::{Awaiting, Opposite, Session, Setup};
use we_can_wait::scenario::terms::{Bar, Prediction};
use we_can_wait::scenario::{LengthId, MoveId, PersonId, Scenario, SeatId, StyleId};

static SCENARIO: LazyLock<Arc<Scenario>> = LazyLock::new(crate::common::scenario);

/// How many statements are drawn for a turn before one is taken from those on offer.
const WILD_DRAWS: usize = 6;

/// One statement of anybody, of any moves.
fn wild(stream: &mut Stream) -> Command {
    let people: Vec<PersonId> = SCENARIO.person_ids().collect();
    let all: Vec<MoveId> = SCENARIO.move_ids().collect();
    let mut below = |count: usize| usize::try_from(stream.below(count as u64)).expect("they are few");
    let speaker = people[below(people.len())];
    let count = below(4);
    let moves: Vec<MoveId> = (0..=count).map(|_| all[below(all.len())]).collect();
    let mut statement = Statement::new(speaker, moves);
    statement.holds_floor = stream.below(4) == 0;
    Command::Statement(statement)
}

/// A statement of moves that are on offer; it may still be refused.
fn likely(session: &Session, stream: &mut Stream) -> Option<Command> {
    let view = SeatView::of(session, session.seat());
    let facing: Vec<_> = view.offered().filter(|o| o.faces).collect();
    let all: Vec<_> = view.offered().collect();
    let first = stream.pick(if facing.is_empty() { &all } else { &facing })?;
    let speaker = *stream.pick(first.speakers)?;
    let mut moves = vec![first.mv];
    for _ in 0..stream.below(5) {
        let next = stream.pick(&all)?;
        if next.speakers.contains(&speaker) && !moves.contains(&next.mv) {
            moves.push(next.mv);
        }
    }
    let mut statement = Statement::new(speaker, moves);
    for (_, predicted) in &mut statement.moves {
        *predicted = stream.pick(Prediction::ALL).copied();
    }
    statement.holds_floor = stream.below(5) == 0;
    Some(Command::Statement(statement))
}

fn report(session: &Session, stream: &mut Stream) -> Command {
    let issues = SCENARIO.issues.iter().take(SCENARIO.deal_issues());
    let deal =
        issues.map(|issue| u16::try_from(stream.below(issue.pairs.len() as u64)).expect("they are few")).collect();
    Command::Report(session.within_play(&deal))
}

/// What can be read of a session, from either seat.
fn note_state(session: &Session, digest: &mut Digest) {
    let state = session.state();
    for mv in SCENARIO.move_ids() {
        state.times_made(mv).hash(digest);
    }
    for entry in SCENARIO.entry_ids() {
        state.said(entry).hash(digest);
    }
    for utterance in SCENARIO.utterance_ids() {
        state.was_given(utterance).hash(digest);
    }
    for mark in SCENARIO.mark_ids() {
        state.marked(mark).hash(digest);
    }
    for bar in Bar::ALL {
        state.bar(*bar).hash(digest);
    }
    for point in state.points.iter() {
        point.hash(digest);
    }
    for commitment in state.commitments.iter() {
        commitment.hash(digest);
    }
    (state.left(), state.facing, state.phase).hash(digest);
}

fn note_view(session: &Session, seat: SeatId, digest: &mut Digest) {
    let view = SeatView::of(session, seat).snapshot();
    for offered in &view.offered {
        (offered.mv, offered.speakers, offered.faces).hash(digest);
    }
    view.open.hash(digest);
    view.commitments.hash(digest);
    view.spoken.hash(digest);
    view.own_values.hash(digest);
    // These digests are older than bars seen from the side of any seat: they have them as the seat that speaks sees them.
    let bars: Vec<u8> = Bar::ALL.iter().map(|bar| session.state().bar(*bar)).collect();
    (bars, view.own_reservation, view.can_hold).hash(digest);
    (view.statements, view.left, view.moves_allowed).hash(digest);
    (view.awaiting_statement, view.awaiting_report).hash(digest);
}

/// Plays one game, and notes everything: what was refused and why, what happened, where it stood, and how it was judged.
fn play(setup: Setup, digest: &mut Digest) {
    let seed = setup.seed;
    let (mut session, mut events) = Session::new(Arc::clone(&SCENARIO), setup);
    'game: for step in 0..200 {
        let mut stream = Stream::new(seed, Draw::Bot, step);
        let mut command = match session.awaiting() {
            Awaiting::Over(_) => break,
            Awaiting::Report(_) => report(&session, &mut stream),
            Awaiting::Statement(_) => wild(&mut stream),
        };
        for draw in 0.. {
            match session.apply(&command, &mut events) {
                Ok(()) => break,
                Err(rejection) => format!("{rejection:?}").hash(digest),
            }
            let next = if draw < WILD_DRAWS { Some(wild(&mut stream)) } else { likely(&session, &mut stream) };
            // A seat without moves of its own has nothing to say.
            let Some(next) = next else { break 'game };
            command = next;
        }
        note_state(&session, digest);
        for seat in SCENARIO.seat_ids() {
            note_view(&session, seat, digest);
        }
    }
    format!("{:?}", session.awaiting()).hash(digest);
    for event in &events {
        event.hash(digest);
    }
    for seat in SCENARIO.seat_ids() {
        // The digests are older than the name of this field.
        format!("{:?}", session.judgement_of(seat)).replace("backing: ", "ground: ").hash(digest);
    }
}

fn digest_of_games(games: u64, of: impl Fn(u64) -> Setup) -> String {
    use std::hash::Hasher as _;
    let mut digest = Digest::default();
    for seed in 0..games {
        play(of(seed), &mut digest);
    }
    format!("{:016x}", digest.finish())
}

fn of_seat(seat: usize) -> impl Fn(u64) -> Setup {
    move |seed| Setup {
        seed,
        seat: nth_seat(&SCENARIO, seat),
        length: LengthId::FIRST,
        opposite: Opposite::Model,
        style: StyleId::FIRST,
        room: Default::default(),
    }
}

#[test]
fn a_hundred_and_fifty_long_games_of_the_first_seat_go_as_ever() {
    assert_eq!(digest_of_games(150, of_seat(0)), "d226993bc339311f");
}

#[test]
fn a_hundred_long_games_of_the_second_seat_go_as_ever() {
    assert_eq!(digest_of_games(100, of_seat(1)), "6be2fa5b82fdb454");
}

#[test]
fn fifty_short_games_go_as_ever() {
    let short = |seed| Setup { length: SCENARIO.length_ids().nth(1).expect("a second length"), ..of_seat(0)(seed) };
    assert_eq!(digest_of_games(50, short), "017da81d68dbceee");
}

#[test]
fn sixty_games_against_other_styles_go_as_ever() {
    let styled = |seed| {
        let number = usize::try_from(seed).expect("it is small");
        let seat = SCENARIO.seat(nth_seat(&SCENARIO, number % 2));
        let style = seat.style_ids().nth(number % seat.styles.len()).expect("there is a style");
        Setup { style, ..of_seat(number % 2)(seed) }
    };
    assert_eq!(digest_of_games(60, styled), "4c748ebb2d6a7e02");
}

#[test]
fn fifty_games_of_two_people_go_as_ever() {
    let two = |seed| Setup { opposite: Opposite::Person, ..of_seat(0)(seed) };
    assert_eq!(digest_of_games(50, two), "6074339160dfc87a");
}
