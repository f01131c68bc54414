//! The hosts' chair: what it is made of, who may speak in it, and what each manner of playing it comes to.

use std::collections::{BTreeMap, BTreeSet};

use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::script::Play;
use we_can_wait::negotiation::{Opposite, Setup};
use we_can_wait::platform::Threads;
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::{Plan, run};
use we_can_wait::scenario::limits::BRIEF_WORDS;
use we_can_wait::scenario::load::ron_options;
use we_can_wait::scenario::resolved::{MoveWords, Scenario, Utterance, Words};
use we_can_wait::scenario::{SeatId, StyleId, TopicId};

fn hosts(scenario: &Scenario) -> SeatId {
    scenario.seat_id("soviet").expect("there is such a chair")
}

/// What the delegation says when the hosts' chair is played.
fn answers(scenario: &Scenario) -> impl Iterator<Item = &Utterance> {
    let topics: BTreeSet<TopicId> = scenario.seat(hosts(scenario)).topics().collect();
    let utterances = scenario.utterances.iter();
    utterances.filter(move |utterance| topics.contains(&utterance.topic))
}

#[test]
fn forty_moves_are_the_records_and_ten_are_ones_that_history_did_not_take() {
    let scenario = crate::common::scenario();
    let seat = hosts(&scenario);
    let moves = || scenario.moves.iter().filter(|mv| mv.seat == seat);
    let of_record = moves().filter(|mv| matches!(mv.words, MoveWords::Record(_)));
    let own = moves().filter(|mv| matches!(mv.words, MoveWords::Own { .. }));
    assert!(of_record.count() >= 40);
    assert!(own.count() >= 10);
}

#[test]
fn every_passage_of_the_hosts_is_in_one_move_and_no_more() {
    let scenario = crate::common::scenario();
    let seat = hosts(&scenario);
    let moves = scenario.moves.iter().filter(|mv| mv.seat == seat);
    let mut said: Vec<&str> = moves
        .flat_map(|mv| match &mv.words {
            MoveWords::Record(entries) => entries.as_slice(),
            MoveWords::Own { .. } => &[],
        })
        .map(|entry| scenario.entry(*entry).id.as_str())
        .collect();
    said.sort_unstable();
    let party = scenario.party_id("ussr");
    let entries = scenario.record.iter();
    let theirs: Vec<&str> =
        entries.filter(|entry| scenario.person(entry.speaker).party == party).map(|entry| entry.id.as_str()).collect();
    assert_eq!(said, theirs);
}

#[test]
fn only_the_leader_and_the_socialists_speakers_are_made_to_say_what_nobody_said() {
    let scenario = crate::common::scenario();
    let mut inferred = BTreeSet::new();
    for utterance in answers(&scenario) {
        if let Words::Inference { speaker, .. } = &utterance.words {
            inferred.insert(scenario.person(*speaker).id.as_str());
        }
    }
    let expected = BTreeSet::from(["kitamura", "nomizo", "morishima"]);
    assert_eq!(inferred, expected);
}

#[test]
fn whatever_is_said_from_the_record_is_said_by_the_delegation() {
    let scenario = crate::common::scenario();
    let japan = scenario.party_id("japan");
    for utterance in answers(&scenario) {
        for entry in utterance.words.entries() {
            let speaker = scenario.person(scenario.entry(*entry).speaker);
            assert_eq!(speaker.party, japan, "{}", utterance.id);
        }
    }
}

#[test]
fn the_brief_tells_truly_how_much_of_the_answers_is_record() {
    let scenario = crate::common::scenario();
    let brief = scenario.seat(hosts(&scenario)).brief.join(" ");
    let words = brief.split_whitespace().count();
    assert!(words <= BRIEF_WORDS, "{words} words");
    assert!(brief.contains("about half of what you hear"), "{brief}");
    let mut plan = Plan::of(Bot::Random, 400, 1);
    plan.seat = hosts(&scenario);
    let heard = run(&scenario, &plan, &Threads::default()).summary();
    let shares = heard.words_per_mille;
    let record = shares.record + shares.elsewhere;
    assert!((450..=580).contains(&record), "{shares:?}");
    assert_eq!(heard.entries.len(), 48);
    assert_eq!(heard.entries_never_heard, Vec::<String>::new());
}

#[test]
fn no_list_of_acts_or_of_moves_is_longer_than_seven() {
    let scenario = crate::common::scenario();
    let seat = hosts(&scenario);
    let mut lists = BTreeMap::<_, BTreeMap<_, Vec<&str>>>::new();
    for mv in scenario.moves.iter().filter(|mv| mv.seat == seat) {
        let acts = lists.entry(scenario.issue(mv.issue).id.as_str());
        let moves = acts.or_default().entry(mv.act.key()).or_default();
        moves.push(&mv.id);
    }
    for (issue, acts) in &lists {
        assert!(acts.len() <= 7, "{issue}: {:?}", acts.keys());
        for (act, moves) in acts {
            assert!(moves.len() <= 7, "{issue}, {act}: {moves:?}");
        }
    }
}

#[test]
fn the_brief_names_nobody_and_nothing_of_a_later_day() {
    let scenario = crate::common::scenario();
    let seat = scenario.seat(hosts(&scenario));
    let texts = seat.brief.iter().chain(&seat.more);
    for text in texts {
        for later in ["1956", "Liberal Democratic", "Joint Declaration", "Kono"] {
            assert!(!text.contains(later), "{later}: {text}");
        }
    }
    assert_eq!(seat.report_to.as_deref(), Some("the Presidium"));
}

#[test]
fn whoever_plays_the_hosts_the_talk_comes_to_an_end() {
    let scenario = crate::common::scenario();
    // The searcher plays whole games in its head, and takes too long for a test.
    let bots = Bot::ALL.iter().filter(|bot| bot.name() != "searcher");
    for bot in bots {
        let mut plan = Plan::of(*bot, 5, 1);
        plan.seat = hosts(&scenario);
        let unfinished = run(&scenario, &plan, &Threads::default()).summary().unfinished;
        assert_eq!(unfinished, Vec::<u64>::new(), "{}", bot.name());
    }
}

/// The bands, 0 to 4, in which a recorded game ends: interests, joint value, ratifiable, relationship.
fn bands(name: &str) -> Vec<u8> {
    let scenario = crate::common::scenario();
    let mut files = scenario.playthroughs.iter();
    let (_, text) = files.find(|(file, _)| file == name).expect("it is there");
    let play: Play = ron_options().from_str(text).expect("it can be read");
    let setup = Setup {
        seed: play.seed,
        seat: hosts(&scenario),
        length: scenario.length_id(&play.length).expect("it is known"),
        opposite: Opposite::Model,
        style: StyleId::FIRST,
        room: Default::default(),
    };
    let mut game = Game::new(&scenario, setup);
    for step in &play.steps {
        let command = step.command(&scenario).expect("every id is known");
        game.apply(&command).expect("it is on offer");
    }
    let judgement = game.session.judgement().expect("it is over");
    judgement.ending.measures.iter().map(|m| m.band).collect()
}

#[test]
fn who_gives_in_the_order_of_the_other_side_fares_better_than_history_and_history_better_than_hardness() {
    let lowest = |name: &str| bands(name).into_iter().min();
    let forthcoming = lowest("hosts-forthcoming.ron");
    let as_it_was = lowest("as-it-was-soviet.ron");
    let hard = lowest("hosts-hard.ron");
    assert!(forthcoming > as_it_was, "{forthcoming:?} {as_it_was:?}");
    assert!(as_it_was > hard, "{as_it_was:?} {hard:?}");
    assert_eq!(as_it_was, Some(2), "history's own game is a middling one");
}
