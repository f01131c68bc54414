//! Two people at one table: they speak in turn, each from an own side, and neither sees what is the other's alone.

use crate::common::{Program, code, out, unwrapped};
use we_can_wait::debrief::findings_of;
use we_can_wait::negotiation::command::{Command, Statement};
use we_can_wait::negotiation::event::Event;
use we_can_wait::negotiation::journal::{Game, Journal};
use we_can_wait::negotiation::seat_view::seen;
use we_can_wait::negotiation::{Awaiting, Opposite, Setup};
use we_can_wait::scenario::terms::{Act, Bar, Prediction};
use we_can_wait::scenario::{MoveId, SeatId, StyleId};

/// The length with eight statements for each of the two.
const SHORT: usize = 1;

fn game() -> Game {
    let scenario = crate::common::scenario();
    let setup = Setup {
        seed: 1,
        seat: SeatId::FIRST,
        length: scenario.length_ids().nth(SHORT).expect("a second length"),
        opposite: Opposite::Person,
        style: StyleId::FIRST,
        room: Default::default(),
    };
    Game::new(&scenario, setup)
}

/// Statements of one move that can be made now, in the order of the scenario, without leaving.
fn on_offer(game: &Game) -> Vec<Statement> {
    let session = &game.session;
    let scenario = session.scenario();
    let speakers = &scenario.seat(session.seat()).speakers;
    scenario
        .move_ids()
        .filter(|mv| scenario.mv(*mv).act != Act::Adjourn)
        .flat_map(|mv| speakers.iter().map(move |who| Statement::new(*who, [mv])))
        .filter(|statement| {
            let command = Command::Statement(statement.clone());
            session.validate(&command).is_ok()
        })
        .collect()
}

fn say(game: &mut Game, statement: Statement) {
    game.apply(&Command::Statement(statement)).expect("it is on offer");
}

/// Both say the first thing they can until nobody has a statement left.
fn talk_to_the_end(game: &mut Game) -> Vec<SeatId> {
    let mut spoke = Vec::new();
    while let Awaiting::Statement(seat) = game.session.awaiting() {
        spoke.push(seat);
        let statement = on_offer(game).into_iter().next();
        say(game, statement.expect("there is something to say"));
    }
    spoke
}

#[test]
fn the_seats_speak_in_turn_and_each_reports_home_and_is_judged_for_itself() {
    let mut game = game();
    let spoke = talk_to_the_end(&mut game);
    assert_eq!(spoke.len(), 16, "eight statements each");
    for (number, seat) in spoke.iter().enumerate() {
        assert_eq!(seat.index(), number % 2, "statement {number}");
    }
    for seat in crate::common::scenario().seat_ids() {
        assert_eq!(game.session.awaiting(), Awaiting::Report(seat));
        let report = game.session.opening().to_vec();
        game.apply(&Command::Report(report)).expect("a whole report");
    }
    assert!(matches!(game.session.awaiting(), Awaiting::Over(_)));
    for seat in crate::common::scenario().seat_ids() {
        let judgement = game.session.judgement_of(seat).expect("all is over");
        assert_eq!((judgement.seat, judgement.sent), (seat, true));
        let turns = findings_of(&game, seat).turns;
        assert_eq!(turns.len(), 8, "a debrief goes through one's own statements");
    }
}

#[test]
fn a_kept_game_of_two_is_played_again_to_the_same_events() {
    let mut game = game();
    talk_to_the_end(&mut game);
    let text = game.journal.print().expect("it can be printed");
    let journal = Journal::parse(&text).expect("it can be read");
    assert!(journal.hot_seat);
    let replayed = journal.replay(game.session.scenario()).expect("it begins");
    assert_eq!((replayed.diverged, replayed.stopped), (None, None));
    assert_eq!(replayed.game.digest(), game.digest());
}

#[test]
fn what_one_says_on_an_issue_answers_what_the_other_left_open_there() {
    let mut game = game();
    let scenario = crate::common::scenario();
    let issue = |statement: &Statement| scenario.mv(first_move(statement)).issue;
    let asked = on_offer(&game)
        .into_iter()
        .find(|statement| {
            let mut after = game.clone();
            say(&mut after, statement.clone());
            on_offer(&after).iter().any(|answer| issue(answer) == issue(statement))
        })
        .expect("there is an issue on which both can speak");
    say(&mut game, asked.clone());
    let elsewhere = on_offer(&game)
        .into_iter()
        .find(|statement| issue(statement) != issue(&asked))
        .expect("there is something else to say");
    let mut passed_over = game.clone();
    say(&mut passed_over, elsewhere);
    assert!(!is_answered(&passed_over), "another issue answers nothing");
    let answer =
        on_offer(&game).into_iter().find(|statement| issue(statement) == issue(&asked)).expect("it was looked for");
    say(&mut game, answer);
    assert!(is_answered(&game));
}

fn first_move(statement: &Statement) -> MoveId {
    statement.moves[0].0
}

fn is_answered(game: &Game) -> bool {
    let answered = |event: &Event| matches!(event, Event::AnsweredBy { point: 0, .. });
    game.events.iter().any(answered)
}

#[test]
fn neither_sees_the_others_predictions_or_how_far_the_others_home_would_follow() {
    let mut game = game();
    let scenario = crate::common::scenario();
    let home = |event: &Event| matches!(event, Event::Bar { bar: Bar::Home, .. });
    for turn in 0..6 {
        let seat = game.session.seat();
        // What was said so far, as the one who has the word may know it.
        for event in seen(&game.session, game.session.seat(), &game.events).iter() {
            match event {
                Event::Moved { mv, predicted, .. } if scenario.mv(*mv).seat != seat => {
                    assert_eq!(*predicted, None, "turn {turn}");
                }
                Event::Scored { point, .. } => {
                    let point = &game.session.state().points[usize::from(*point)];
                    assert_eq!(scenario.mv(point.mv).seat, seat, "turn {turn}");
                }
                Event::Bar { bar: Bar::Home, reason: we_can_wait::negotiation::event::Reason::Move(mv, _), .. } => {
                    assert_eq!(scenario.mv(*mv).seat, seat, "turn {turn}");
                }
                _ => {}
            }
        }
        let hides = |statement: &Statement| {
            let mut after = game.clone();
            say(&mut after, statement.clone());
            after.events.iter().skip(game.events.len()).any(home)
        };
        let mut offered = on_offer(&game).into_iter();
        let mut statement = offered.find(hides).or_else(|| on_offer(&game).into_iter().next()).expect("something");
        statement.moves[0].1 = Some(Prediction::No);
        say(&mut game, statement);
    }
    assert!(game.events.iter().any(home), "the game has something to hide");
}

#[test]
fn a_bar_is_told_from_the_side_of_whoever_looks_at_it() {
    let mut game = game();
    let moved = |statement: &Statement, game: &Game| {
        let mut after = game.clone();
        say(&mut after, statement.clone());
        let state = (game.session.state(), after.session.state());
        // The other seat looks now: what it calls theirs is what the first one calls its own.
        state.0.bar(Bar::OwnFace) != state.1.bar(Bar::TheirFace)
    };
    let statement =
        on_offer(&game).into_iter().find(|statement| moved(statement, &game)).expect("some move costs or wins face");
    let before = game.session.state().bar(Bar::OwnFace);
    say(&mut game, statement);
    let told: Vec<(u8, u8)> = seen(&game.session, game.session.seat(), &game.events)
        .iter()
        .filter_map(|event| match event {
            Event::Bar { bar: Bar::TheirFace, from, to, .. } => Some((*from, *to)),
            _ => None,
        })
        .collect();
    assert_eq!(told.first().map(|(from, _)| *from), Some(before));
    let last = told.last().map(|(_, to)| *to);
    assert_eq!(last, Some(game.session.state().bar(Bar::TheirFace)));
}

#[test]
fn in_the_terminal_the_screen_is_handed_over_and_both_debriefs_are_printed() {
    let program = Program::new();
    // Each of the two comes to the screen, takes the first of every list and speaks; what is left over ends the reports.
    let turn = "\n1\n1\n1\n1\n1\npredict no\nsay\n";
    let reports = "send\nsend\n\nsend\nsend\n";
    let input = turn.repeat(16) + reports;
    let output = program.typed(&["play", "--short", "--hot-seat"], &input);
    let text = unwrapped(&out(&output));
    assert_eq!(code(&output), 0, "{text}");
    let scenario = crate::common::scenario();
    let now = |seat: usize| format!("Now: {}", scenario.seats[seat].name);
    let handed = text.matches(&now(0)).count() + text.matches(&now(1)).count();
    assert!(handed >= 16, "the screen is handed over {handed} times");
    assert_eq!(text.matches("Debrief: ").count(), 2);
    // Between two hand-overs only one of the two briefs and predictions is there.
    for part in text.split("Now: ").skip(1) {
        let second = part.starts_with(&scenario.seats[1].name);
        let others = &scenario.seats[usize::from(!second)].brief[0];
        let talk = part.split("Debrief: ").next().unwrap_or_default();
        assert!(!talk.contains(&unwrapped(others)), "{talk}");
    }
}
