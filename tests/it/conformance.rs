//! What a thousand random games must show of the scenario.

use std::sync::OnceLock;

use crate::common::games::nth_seat;
use we_can_wait::platform::Threads;
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::coverage::Summary;
use we_can_wait::playtest::{Plan, run};
use we_can_wait::scenario::SeatId;

fn games(seat: SeatId, bot: Bot, games: u64) -> Summary {
    let scenario = crate::common::scenario();
    let mut plan = Plan::of(bot, games, 1);
    plan.seat = seat;
    run(&scenario, &plan, &Threads::default()).summary()
}

/// A thousand random games of each chair, played once for all tests here.
fn thousands() -> &'static [Summary; 2] {
    static PLAYED: OnceLock<[Summary; 2]> = OnceLock::new();
    PLAYED.get_or_init(|| [0, 1].map(|place| games(nth_seat(&crate::common::scenario(), place), Bot::Random, 1000)))
}

#[test]
fn every_move_meets_at_least_two_answers_and_a_repeatable_one_three() {
    for summary in thousands() {
        for mv in &summary.moves {
            assert!(mv.made > 0, "{} is never made", mv.id);
            let least = if mv.times > 1 { 3 } else { 2 };
            assert!(mv.replies >= least, "{} meets only {:?}", mv.id, mv.answers);
        }
    }
}

#[test]
fn no_text_is_heard_twice_in_a_game_and_every_game_ends() {
    for summary in thousands() {
        assert_eq!(summary.heard_twice, Vec::<u64>::new());
        assert_eq!(summary.unfinished, Vec::<u64>::new());
    }
}

#[test]
fn an_inference_serves_two_moves_at_most_and_every_reply_is_given_in_some_game() {
    let none = Vec::<String>::new();
    for summary in thousands() {
        assert_eq!(summary.inference_serving_more_than_two_moves, none);
        assert_eq!(summary.never_given, none);
    }
}

#[test]
fn sixty_of_the_hosts_passages_are_heard_at_least_and_most_words_are_the_records() {
    let [summary, _] = thousands();
    assert_eq!(summary.entries.len(), 95);
    assert!(summary.entries_never_heard.len() <= 35);
    assert!(summary.words.record > summary.words.inference);
    let shares = summary.words_per_mille;
    let sum = shares.record + shares.elsewhere + shares.inference + shares.silence;
    assert!((997..=1000).contains(&sum), "{shares:?}");
}

#[test]
fn a_point_is_left_without_any_answer_only_where_somebody_left() {
    for summary in thousands() {
        let made: u64 = summary.moves.iter().map(|mv| mv.made).sum();
        assert!(summary.points.never * 100 < made, "{:?}", summary.points);
    }
}

#[test]
fn whoever_plays_without_thinking_mostly_ends_in_the_lowest_bands() {
    for seat in crate::common::scenario().seat_ids() {
        for bot in [Bot::Random, Bot::FirstOption] {
            let summary = games(seat, bot, 300);
            let name = bot.name();
            assert!(summary.at_least_per_mille(2) <= 200, "{seat:?} {name}: {:?}", summary.ranks);
        }
    }
}

#[test]
fn the_same_seed_plays_the_same_games() {
    let print = |summary: &Summary| serde_json::to_string(summary).expect("it can be printed");
    for seat in crate::common::scenario().seat_ids() {
        let first = games(seat, Bot::Random, 50);
        assert_eq!(print(&first), print(&games(seat, Bot::Random, 50)));
    }
}
