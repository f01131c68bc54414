//! Recorded games: what they must show, and that they show it every time.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::sync::Arc;

use we_can_wait::commands::open;
use we_can_wait::negotiation::event::Event;
use we_can_wait::negotiation::journal::{Game, Journal};
use we_can_wait::negotiation::script::{Expect, Play};
use we_can_wait::negotiation::{Awaiting, Opposite, Setup};
use we_can_wait::playtest::compare::differing;
use we_can_wait::scenario::load::ron_options;
use we_can_wait::scenario::resolved::{MoveWords, Words};
use we_can_wait::scenario::{Scenario, SeatId};

fn scenario() -> Arc<Scenario> {
    open::embedded("moscow-1955").expect("the scenario has no faults")
}

fn play(scenario: &Arc<Scenario>, name: &str) -> (Play, Game) {
    let (_, text) = scenario
        .playthroughs
        .iter()
        .find(|(file, _)| file == name)
        .expect("it is there");
    let play: Play = ron_options().from_str(text).expect("it can be read");
    let length = scenario
        .length_index(&play.length)
        .expect("the length is known");
    let mut game = Game::new(
        scenario,
        Setup {
            seed: play.seed,
            seat: play.seat.as_deref().map_or(SeatId(0), |id| {
                scenario.seat_id(id).expect("the seat is known")
            }),
            opposite: Opposite::Model,
            style: play.style.as_deref().map_or(0, |id| {
                let seat = play.seat.as_deref();
                let seat = seat.map_or(SeatId(0), |id| scenario.seat_id(id).expect("the seat"));
                scenario
                    .seat(seat)
                    .style_index(id)
                    .expect("the style is known")
            }),
            length,
        },
    );
    for (index, step) in play.steps.iter().enumerate() {
        let command = step.command(scenario).expect("every id is known");
        let taken = game.apply(&command).map(|_| ());
        assert_eq!(taken, Ok(()), "{name}: step {} is on offer", index + 1);
    }
    (play, game)
}

/// The record's own game, from the chair of the delegation and from that of the hosts.
const AS_IT_WAS: &str = "as-it-was.ron";
const AS_IT_WAS_FROM_THE_HOSTS: &str = "as-it-was-soviet.ron";

/// Ids of the entries that the side opposite spoke, in the order in which they were heard.
fn spoken(scenario: &Scenario, game: &Game) -> Vec<String> {
    let utterances = game.events.iter().filter_map(|event| match event {
        Event::Spoken { utterance, .. } => Some(scenario.utterance(*utterance)),
        _ => None,
    });
    let entries = utterances.flat_map(|utterance| utterance.words.entries().to_vec());
    entries
        .map(|entry| scenario.entry(entry).id.clone())
        .collect()
}

#[test]
fn the_records_own_game_speaks_every_soviet_entry_once_and_in_order() {
    let scenario = scenario();
    let (_, game) = play(&scenario, "as-it-was.ron");
    let hosts = scenario.party_id("ussr");
    let record: Vec<String> = scenario
        .record
        .iter()
        .filter(|entry| scenario.person(entry.speaker).party == hosts)
        .map(|entry| entry.id.clone())
        .collect();
    assert_eq!(record.len(), 95);
    assert_eq!(spoken(&scenario, &game), record);
}

#[test]
fn from_the_chair_of_the_hosts_the_record_is_made_whole_and_answered_in_its_own_order() {
    let scenario = scenario();
    let (_, game) = play(&scenario, AS_IT_WAS_FROM_THE_HOSTS);
    let of = |party: &str| -> Vec<String> {
        let party = scenario.party_id(party);
        let entries = scenario.record.iter();
        let theirs = entries.filter(|entry| scenario.person(entry.speaker).party == party);
        theirs.map(|entry| entry.id.clone()).collect()
    };
    assert_eq!(spoken(&scenario, &game), of("japan"));
    let moves = game.events.iter().filter_map(|event| match event {
        Event::Moved { mv, .. } => Some(scenario.mv(*mv)),
        _ => None,
    });
    let made: Vec<String> = moves
        .flat_map(|mv| match &mv.words {
            MoveWords::Record(entries) => entries.clone(),
            MoveWords::Own(_) => Vec::new(),
        })
        .map(|entry| scenario.entry(entry).id.clone())
        .collect();
    assert_eq!(made, of("ussr"));
}

#[test]
fn in_the_records_own_game_nobody_says_anything_that_was_not_said() {
    let scenario = scenario();
    for name in [AS_IT_WAS, AS_IT_WAS_FROM_THE_HOSTS] {
        let (_, game) = play(&scenario, name);
        for event in &game.events {
            match event {
                Event::Spoken { utterance, .. } => {
                    let utterance = scenario.utterance(*utterance);
                    let real = matches!(utterance.words, Words::Record(_) | Words::Silence(_));
                    assert!(real, "{} is not what was said there", utterance.id);
                }
                Event::Moved { mv, own_words, .. } => {
                    assert!(own_words, "{}", scenario.mv(*mv).id);
                }
                Event::LetStand { taken, .. } => {
                    panic!("no earlier answer stands for point {}", taken.point)
                }
                _ => {}
            }
        }
    }
}

#[test]
fn in_the_records_own_game_what_was_never_answered_stays_so() {
    let scenario = scenario();
    let (_, game) = play(&scenario, "as-it-was.ron");
    let silent: Vec<&str> = game
        .session
        .state()
        .points
        .iter()
        .filter(|point| {
            !matches!(
                point.status,
                we_can_wait::negotiation::state::Status::Answered(_)
            )
        })
        .map(|point| scenario.mv(point.mv).id.as_str())
        .collect();
    for id in [
        "ask_publication",
        "cite_china_fishing",
        "propose_fishing_body",
    ] {
        assert!(silent.contains(&id), "{id} had no answer in the record");
    }
    for id in [
        "ask_hint",
        "ask_khabarovsk",
        "release_before_west",
        "ask_conditions",
    ] {
        assert!(!silent.contains(&id), "{id} had an answer in the record");
    }
}

#[test]
fn every_recorded_game_shows_what_it_expects_and_comes_to_an_end() {
    let scenario = scenario();
    assert!(!scenario.playthroughs.is_empty());
    for (name, _) in &scenario.playthroughs {
        let (play, game) = play(&scenario, name);
        let heard = spoken(&scenario, &game);
        for expected in &play.expect {
            match expected {
                Expect::Spoken(id) => assert!(heard.contains(id), "{name}: {id} is heard"),
                Expect::Unspoken(id) => assert!(!heard.contains(id), "{name}: {id} is not heard"),
                Expect::Differs { .. } => {}
                Expect::Digest(digest) => assert_eq!(&game.digest(), digest, "{name}: the digest"),
            }
        }
        assert!(
            matches!(game.session.awaiting(), Awaiting::Over(_)),
            "{name} ends"
        );
    }
}

#[test]
fn a_replayed_journal_brings_the_same_events_to_the_last_digest() {
    let scenario = scenario();
    let (_, game) = play(&scenario, "as-it-was.ron");
    let text = game.journal.print().expect("it can be printed");
    let journal = Journal::parse(&text).expect("it can be read");
    assert_eq!(journal, game.journal);
    let replayed = journal.replay(&scenario).expect("it can be begun");
    assert_eq!(replayed.diverged, None);
    assert_eq!(replayed.stopped, None);
    assert_eq!(replayed.game.events, game.events);
    assert_eq!(replayed.game.digest(), game.digest());
}

#[test]
fn a_fork_keeps_the_first_steps_and_knows_where_it_comes_from() {
    let scenario = scenario();
    let (_, game) = play(&scenario, "as-it-was.ron");
    let branch = game.fork(5);
    assert_eq!(branch.journal.steps, game.journal.steps[..5]);
    assert_eq!(branch.journal.digests, game.journal.digests[..5]);
    let parent = branch.journal.parent.expect("it has a parent");
    assert_eq!(
        (parent.steps, parent.digest),
        (5, game.journal.digests[4].clone())
    );
}

#[test]
fn a_game_that_leaves_the_record_meets_other_acts_exactly_where_it_says_and_why() {
    let scenario = scenario();
    let bases = [AS_IT_WAS, AS_IT_WAS_FROM_THE_HOSTS];
    let as_it_was: Vec<Game> = bases.map(|name| play(&scenario, name).1).into();
    let others = scenario
        .playthroughs
        .iter()
        .filter(|(name, _)| !bases.contains(&name.as_str()));
    let (mut count, mut wrong) = (0, String::new());
    for (name, _) in others {
        count += 1;
        let (play, game) = play(&scenario, name);
        let seat = game.session.setup().seat;
        let mut of_seat = as_it_was.iter();
        let base = of_seat.find(|base| base.session.setup().seat == seat);
        let base = base.expect("each seat has its record's own game");
        let expected: Vec<Expect> = play
            .expect
            .into_iter()
            .filter(|expected| matches!(expected, Expect::Differs { .. }))
            .collect();
        let seen: Vec<Expect> = differing(&game, base)
            .into_iter()
            .map(|met| Expect::Differs {
                mv: scenario.mv(met.mv).id.clone(),
                act: met.act,
                because: met.because,
            })
            .collect();
        assert!(
            !seen.is_empty(),
            "{name} differs in nothing from the record"
        );
        let ron = |list| ron::ser::to_string_pretty(list, ron::ser::PrettyConfig::default());
        if seen != expected {
            let seen = ron(&seen).expect("it can be printed");
            let expected = ron(&expected).expect("it can be printed");
            wrong += &format!("{name} differs so:\n{seen}\nand is to differ so:\n{expected}\n");
        }
    }
    assert_eq!(wrong, "");
    assert!(
        count >= 8,
        "eight games leave the record, and there are {count}"
    );
}
