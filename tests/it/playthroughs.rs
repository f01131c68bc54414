//! Recorded games: what they must show, and that they show it every time.

use std::sync::Arc;

use we_can_wait::library::embedded;
use we_can_wait::library::open;
use we_can_wait::library::recorded;
use we_can_wait::negotiation::Awaiting;
use we_can_wait::negotiation::event::Event;
use we_can_wait::negotiation::journal::{Game, Journal};
use we_can_wait::negotiation::script::{Expect, Play};
use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::load::ron_options;
use we_can_wait::scenario::resolved::{MoveWords, Words};

fn scenario() -> Arc<Scenario> {
    open::embedded("moscow-1955").expect("the scenario has no faults")
}

fn play(scenario: &Arc<Scenario>, name: &str) -> (Play, Game) {
    let (_, text) = scenario.playthroughs.iter().find(|(file, _)| file == name).expect("it is there");
    let play: Play = ron_options().from_str(text).expect("it can be read");
    let played = recorded::play(scenario, &play).expect("it can be begun");
    let stopped = played.stopped.map(|stopped| stopped.to_string());
    assert_eq!(stopped, None, "{name}: every step is on offer");
    (play, played.game)
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
    entries.map(|entry| scenario.entry(entry).id.clone()).collect()
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
            MoveWords::Own { .. } => Vec::new(),
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
        .filter(|point| !matches!(point.status, we_can_wait::negotiation::state::Status::Answered(_)))
        .map(|point| scenario.mv(point.mv).id.as_str())
        .collect();
    for id in ["ask_publication", "cite_china_fishing", "propose_fishing_body"] {
        assert!(silent.contains(&id), "{id} had no answer in the record");
    }
    for id in ["ask_hint", "ask_khabarovsk", "release_before_west", "ask_conditions"] {
        assert!(!silent.contains(&id), "{id} had an answer in the record");
    }
}

#[test]
fn every_recorded_game_shows_what_it_expects_and_comes_to_an_end() {
    for id in embedded::names() {
        let scenario = open::embedded(&id).expect("the scenario has no faults");
        assert!(!scenario.playthroughs.is_empty(), "{id}");
        for (name, text) in &scenario.playthroughs {
            let play: Play = ron_options().from_str(text).expect("it can be read");
            let played = recorded::play(&scenario, &play).expect("it can be begun");
            let unmet: Vec<&str> = played.unmet.iter().map(|unmet| unmet.message.as_str()).collect();
            assert_eq!(unmet, Vec::<&str>::new(), "{id}, {name}");
            assert!(played.is_as_recorded(), "{id}, {name}");
            assert!(matches!(played.game.session.awaiting(), Awaiting::Over(_)), "{id}, {name} ends");
        }
    }
}

#[test]
fn a_replayed_journal_brings_the_same_events_to_the_last_digest() {
    let scenario = scenario();
    let (_, game) = play(&scenario, "as-it-was.ron");
    let text = game.journal.print().expect("it can be printed");
    let journal = Journal::parse(&text).expect("it can be read");
    assert_eq!(journal, game.journal.with_claims());
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
    assert_eq!((parent.steps, parent.digest), (5, game.journal.digests[4].clone()));
}

#[test]
fn a_game_that_leaves_the_record_says_where_and_why() {
    let scenario = scenario();
    let bases = [AS_IT_WAS, AS_IT_WAS_FROM_THE_HOSTS];
    let others = scenario.playthroughs.iter().filter(|(name, _)| !bases.contains(&name.as_str()));
    let mut count = 0;
    for (name, text) in others {
        count += 1;
        let play: Play = ron_options().from_str(text).expect("it can be read");
        let differs = |expected: &&Expect| matches!(expected, Expect::Differs { .. });
        // That it differs exactly so is held by playing it; here, that it is said at all.
        assert!(play.expect.iter().find(differs).is_some(), "{name} differs in nothing from the record");
    }
    assert!(count >= 8, "eight games leave the record, and there are {count}");
}
