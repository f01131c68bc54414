//! The rules as properties: whatever is commanded, a refusal changes nothing and every game stays within its bounds.

use std::sync::{Arc, LazyLock};

use crate::common::games::nth_seat;
use proptest::prelude::*;
use we_can_wait::negotiation::command::{Command, Statement};
use we_can_wait::negotiation::event::Event;
use we_can_wait::negotiation::journal::{Game, Journal};
use we_can_wait::negotiation::seat_view::SeatView;
use we_can_wait::negotiation::{Awaiting, Opposite, Setup};
use we_can_wait::scenario::{PartyId, Scenario, SeatId, StyleId};

static SCENARIO: LazyLock<Arc<Scenario>> = LazyLock::new(crate::common::scenario);

fn game(length: usize) -> Game {
    let length = SCENARIO.length_ids().nth(length).expect("there are so many lengths");
    let setup = Setup {
        seed: 1,
        seat: SeatId::FIRST,
        length,
        opposite: Opposite::Model,
        style: StyleId::FIRST,
        room: Default::default(),
    };
    Game::new(&SCENARIO, setup)
}

/// Any command that names what exists, sensible or not.
fn command() -> impl Strategy<Value = Command> {
    let people = prop::sample::select(SCENARIO.person_ids().collect::<Vec<_>>());
    let moves = prop::sample::select(SCENARIO.move_ids().collect::<Vec<_>>());
    let issues = SCENARIO.deal_issues();
    let statement = (people, prop::collection::vec(moves, 0..12), any::<bool>());
    prop_oneof![
        20 => statement.prop_map(|(speaker, moves, holds_floor)| {
            let mut statement = Statement::new(speaker, moves);
            statement.holds_floor = holds_floor;
            Command::Statement(statement)
        }),
        1 => prop::collection::vec(0_u16..12, 0..issues + 2).prop_map(Command::Report),
    ]
}

/// A statement that is on offer, chosen by two numbers.
fn on_offer(game: &Game, which: usize, who: usize) -> Option<Command> {
    let view = SeatView::of(&game.session, SeatId::FIRST);
    let facing: Vec<_> = view.offered().filter(|offered| offered.faces).collect();
    let pool = if facing.is_empty() { view.offered().collect() } else { facing };
    let offered = pool.get(which % pool.len().max(1))?;
    let speaker = offered.speakers.get(who % offered.speakers.len().max(1))?;
    Some(Command::Statement(Statement::new(*speaker, [offered.mv])))
}

fn fingerprint(game: &Game) -> String {
    format!("{:?} {:?} {:?}", game.session.state(), game.journal, game.events.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_refused_command_changes_nothing(
        length in 0_usize..2,
        commands in prop::collection::vec(command(), 1..40),
    ) {
        let mut game = game(length);
        for command in &commands {
            let before = fingerprint(&game);
            let allowed = game.session.validate(command).is_ok();
            let taken = game.apply(command).is_ok();
            prop_assert_eq!(allowed, taken);
            if !taken {
                prop_assert_eq!(before, fingerprint(&game));
            }
        }
    }

    #[test]
    fn whatever_is_on_offer_is_taken_and_the_room_stays_within_its_bounds(
        length in 0_usize..2,
        choices in prop::collection::vec((any::<usize>(), any::<usize>()), 1..30),
    ) {
        let mut game = game(length);
        for (which, who) in choices {
            let Awaiting::Statement(_) = game.session.awaiting() else { break };
            let Some(command) = on_offer(&game, which, who) else { break };
            prop_assert!(game.apply(&command).is_ok(), "{:?} was on offer", command);
            prop_assert!(game.session.state().bars.iter().all(|bar| *bar <= 100));
            prop_assert_eq!(game.journal.steps.len(), game.journal.digests.len());
        }
    }

    #[test]
    fn a_game_that_was_printed_and_read_is_replayed_to_the_same_digest(
        choices in prop::collection::vec((any::<usize>(), any::<usize>()), 1..16),
    ) {
        let mut game = game(0);
        for (which, who) in choices {
            let Some(command) = on_offer(&game, which, who) else { break };
            if game.apply(&command).is_err() { break }
        }
        let text = game.journal.print().expect("it can be printed");
        let replayed = Journal::parse(&text).expect("it can be read").replay(&SCENARIO).expect("it begins");
        prop_assert_eq!(replayed.diverged, None);
        prop_assert_eq!(replayed.game.digest(), game.digest());
    }
}

#[test]
fn every_change_of_the_room_names_a_reason_that_can_be_read() {
    let mut game = game(0);
    for turn in 0..15 {
        let Some(command) = on_offer(&game, turn * 7, turn) else {
            break;
        };
        game.apply(&command).expect("it was on offer");
    }
    let moved = game.events.iter().filter(|event| matches!(event, Event::Bar { .. })).count();
    assert!(moved > 5, "the room moved {moved} times");
    for mv in &SCENARIO.moves {
        for effect in &mv.effects {
            if let we_can_wait::scenario::resolved::Effect::Bar { because, .. } = effect {
                assert!(because.len() > 10, "{} has no reason", mv.id);
            }
        }
    }
}

#[test]
fn a_seats_view_holds_its_own_values_and_nothing_of_the_other_sides() {
    let game = game(0);
    let seats = [0, 1].map(|place| nth_seat(&SCENARIO, place)).map(|seat| SeatView::of(&game.session, seat).snapshot());
    assert_ne!(seats[0].own_values, seats[1].own_values);
    let shown = serde_json::to_value(&seats[0]).expect("it can be printed");
    let fields: Vec<&str> = shown.as_object().expect("it has fields").keys().map(String::as_str).collect();
    for private in ["stance", "audience", "weights", "mark", "their_values", "points"] {
        assert!(!fields.iter().any(|field| field.contains(private)), "{private} is shown");
    }
}

/// The scenario in which what a party wants, and who must accept it at home, is otherwise.
fn with_other_wishes_of(party: PartyId) -> Arc<Scenario> {
    let mut scenario = Scenario::clone(&SCENARIO);
    for values in scenario.values.iter_mut().filter(|v| v.party == party) {
        values.reservation.mid += 100;
        values.linkages.clear();
        values.audiences.clear();
        for preference in &mut values.preferences {
            preference.weight.mid = 100 - preference.weight.mid;
        }
    }
    Arc::new(scenario)
}

#[test]
fn what_the_other_side_wants_does_not_show_in_a_seats_view() {
    let snapshots = |scenario: &Arc<Scenario>| {
        let setup = game(0).session.setup().clone();
        let mut game = Game::new(scenario, setup);
        let mut seen = Vec::new();
        for turn in 0..40 {
            let Some(command) = on_offer(&game, turn * 5, turn) else {
                break;
            };
            game.apply(&command).expect("it was on offer");
            let view = SeatView::of(&game.session, SeatId::FIRST).snapshot();
            seen.push(serde_json::to_string(&view).expect("it can be printed"));
        }
        seen
    };
    let own = SCENARIO.seat(SeatId::FIRST).party;
    let other = SCENARIO.seat(nth_seat(&SCENARIO, 1)).party;
    let as_it_is = snapshots(&SCENARIO);
    assert!(as_it_is.len() > 5);
    assert_eq!(as_it_is, snapshots(&with_other_wishes_of(other)));
    assert_ne!(as_it_is, snapshots(&with_other_wishes_of(own)));
}

/// Which replies and initiatives were given after these delegates spoke, each a statement of one move.
fn given_after(speakers: &[&str]) -> Vec<String> {
    const MOVES: [&str; 5] =
        ["thank_hosts", "ask_wide_scope", "pledge_efforts", "ask_publication", "appeal_generosity"];
    let mut game = game(0);
    for (speaker, mv) in speakers.iter().zip(MOVES) {
        let who = SCENARIO.person_id(speaker).expect("a person");
        let mv = SCENARIO.move_id(mv).expect("a move");
        let statement = Statement::new(who, [mv]);
        game.apply(&Command::Statement(statement)).expect("it is on offer");
    }
    let given = game.events.iter().filter_map(|event| match event {
        Event::Spoken { utterance, .. } => Some(SCENARIO.utterance(*utterance).id.clone()),
        _ => None,
    });
    given.collect()
}

#[test]
fn one_and_the_same_speaker_four_times_running_tires_the_hosts_and_a_colleague_does_not() {
    let asked = |given: &[String]| given.iter().any(|id| id == "one_voice_asked");
    let tired = |given: &[String]| given.iter().any(|id| id == "one_voice_tired");
    let four = given_after(&["kitamura"; 4]);
    assert!(asked(&four) && !tired(&four), "{four:?}");
    let five = given_after(&["kitamura"; 5]);
    assert!(asked(&five) && tired(&five), "{five:?}");
    let mixed = given_after(&["kitamura", "kitamura", "nomizo", "kitamura", "kitamura"]);
    assert!(!asked(&mixed), "{mixed:?}");
}
