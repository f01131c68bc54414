//! The balance of the shipped scenarios, at a smaller number of games than `docs/balance.md` tells of.

use we_can_wait::library::embedded;
use we_can_wait::library::open;
use we_can_wait::platform::Threads;
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::coverage::Summary;
use we_can_wait::playtest::report::Writer;
use we_can_wait::playtest::{Plan, run};

/// The best rank: all four measures are in their highest band.
const BEST: usize = 4;
/// The rank below it.
const SECOND: usize = 3;

fn played(plan: &Plan) -> Summary {
    run(&crate::common::scenario(), plan, &Threads::default()).summary()
}

fn games(bot: Bot, games: u64) -> Summary {
    played(&Plan::of(bot, games, 11))
}

fn with_report(bot: Bot, writer: Writer, games: u64) -> Summary {
    played(&Plan { writer, ..Plan::of(bot, games, 11) })
}

#[test]
fn whoever_plays_without_thinking_hardly_ever_reaches_the_best_rank() {
    for (bot, number) in [(Bot::Random, 200), (Bot::FirstOption, 2)] {
        let best = games(bot, number).at_least_per_mille(BEST);
        assert!(best <= 50, "{}: {best} in a thousand", bot.name());
    }
}

#[test]
fn the_principled_mostly_reach_the_best_rank() {
    let summary = games(Bot::Principled, 40);
    let best = summary.at_least_per_mille(BEST);
    assert!(best >= 600, "{best} in a thousand: {:?}", summary.numbers);
}

#[test]
fn a_good_talk_needs_a_good_report_and_a_good_report_a_good_talk() {
    for (bot, writer, number) in [(Bot::Random, Writer::Best, 80), (Bot::Principled, Writer::Random, 80)] {
        let best = with_report(bot, writer, number).at_least_per_mille(BEST);
        assert!(best <= 100, "{}, report {}: {best}", bot.name(), writer.name());
    }
}

#[test]
fn no_single_habit_reaches_the_second_best_rank() {
    for (bot, number) in [
        (Bot::Courteous, 5),
        (Bot::OneSpeaker, 40),
        // Who speaks counts: the best of talks by one delegate alone tires the hosts.
        (Bot::Alone, 40),
        (Bot::LeavesEarly, 10),
        (Bot::Nagging, 40),
        (Bot::Unmoved, 40),
    ] {
        let summary = games(bot, number);
        let reached = summary.at_least_per_mille(SECOND);
        assert_eq!(reached, 0, "{}: {:?}", bot.name(), summary.ranks);
    }
}

#[test]
fn the_follower_of_the_record_ends_where_the_delegation_ended_in_a_middling_rank() {
    let scenario = crate::common::scenario();
    let summary = games(Bot::Follower, 1);
    assert_eq!(summary.ranks.get(2).map(|reached| reached.count), Some(1));
    let followed = summary.witnesses.first().expect("there was a game");
    let (_, text) = scenario
        .playthroughs
        .iter()
        .find(|(name, _)| name.ends_with("as-it-was.ron"))
        .expect("the record's own game is kept");
    let line = |line: &str| followed.lines().iter().any(|told| told.starts_with(line));
    assert!(line("report: kitamura_report") || line("report: state_of_war one_treaty"));
    // Every move of the record's own game was made, in its order.
    let mut at = 0;
    let told = followed.lines().join("\n");
    for mv in scenario.moves.iter().filter(|mv| text.contains(&format!("\"{}\"", mv.id))) {
        assert!(told.contains(&mv.id), "{} was not said", mv.id);
        at += 1;
    }
    assert!(at > 30, "{at} moves");
}

#[test]
fn the_searcher_finds_better() {
    let (searched, principled) = (games(Bot::Searcher, 1), games(Bot::Principled, 20));
    assert_eq!(searched.at_least_per_mille(BEST), 1000);
    assert!(
        searched.mean_sum_tenths > principled.mean_sum_tenths,
        "{} and {}",
        searched.mean_sum_tenths,
        principled.mean_sum_tenths
    );
}

#[test]
fn in_every_scenario_and_seat_the_principled_beat_chance_by_two_ranks() {
    for name in embedded::names() {
        let scenario = open::embedded(&name).expect("it has no faults");
        for (id, seat) in scenario.seat_ids().zip(&scenario.seats) {
            if seat.closed_because.is_some() {
                continue;
            }
            let mean = |bot, games| {
                let plan = Plan { seat: id, ..Plan::of(bot, games, 11) };
                run(&scenario, &plan, &Threads::default()).summary().mean_rank_per_mille
            };
            let (principled, random) = (mean(Bot::Principled, 20), mean(Bot::Random, 60));
            assert!(principled >= random + 2000, "{name}, {}: {principled} and {random}", seat.id);
        }
    }
}
