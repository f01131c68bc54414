//! Playtests and searches: the same result on any number of threads, and witnesses that show what they are named for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use we_can_wait::negotiation::event::Event;
use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::random::{Draw, Stream};
use we_can_wait::negotiation::{Awaiting, Session};
use we_can_wait::platform::Threads;
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::coverage::{Reached, Summary, Witness};
use we_can_wait::playtest::explore::{Budget, Explored, Target, Verdict, explore};
use we_can_wait::playtest::{Plan, play_out, report, run};
use we_can_wait::scenario::SeatId;
use we_can_wait::scenario::resolved::{Deal, Scenario};

/// The game of a witness, played again from its steps alone.
fn replayed(scenario: &Arc<Scenario>, plan: &Plan, witness: &Witness) -> Game {
    let mut game = Game::new(scenario, plan.setup(witness.game));
    for step in &witness.steps {
        let command = step.command(scenario).expect("its ids are there");
        game.apply(&command).expect("it was taken before");
    }
    game
}

fn witness(summary: &Summary, reached: Reached) -> &Witness {
    let game = reached.witness.expect("what was reached has a witness");
    let mut witnesses = summary.witnesses.iter();
    witnesses.find(|witness| witness.game == game).expect("the witness is told")
}

#[test]
fn one_thread_and_many_print_the_same_bytes() {
    let scenario = crate::common::scenario();
    for (bot, games) in [(Bot::Random, 70), (Bot::Principled, 20)] {
        let plan = Plan::of(bot, games, 7);
        let print = |threads| {
            let summary = run(&scenario, &plan, &Threads::new(threads)).summary();
            serde_json::to_string_pretty(&summary).expect("it can be printed")
        };
        let one = print(1);
        assert_eq!(one, print(2));
        assert_eq!(one, print(5));
    }
}

#[test]
fn the_program_prints_the_same_on_one_thread_and_on_all_and_tells_its_speed_apart() {
    let program = crate::common::Program::new();
    let print = |threads: &str| {
        let output =
            program.run(&["playtest", "moscow-1955", "--games", "40", "--format", "json", "--threads", threads]);
        assert_eq!(crate::common::code(&output), 0);
        assert!(crate::common::err(&output).contains("games a second"));
        crate::common::out(&output)
    };
    assert_eq!(print("1"), print("0"));
}

#[test]
fn another_seed_plays_other_games() {
    let scenario = crate::common::scenario();
    let made = |seed| {
        let summary = run(&scenario, &Plan::of(Bot::Random, 20, seed), &Threads::default()).summary();
        let made: Vec<u64> = summary.moves.iter().map(|mv| mv.made).collect();
        made
    };
    assert_ne!(made(1), made(2));
}

#[test]
fn every_witness_shows_what_it_is_the_witness_of() {
    let scenario = crate::common::scenario();
    let plan = Plan::of(Bot::Random, 40, 3);
    let summary = run(&scenario, &plan, &Threads::default()).summary();
    let mut shown = 0;
    for told in summary.utterances.iter().filter(|t| t.reached.count > 0) {
        let game = replayed(&scenario, &plan, witness(&summary, told.reached));
        let id = scenario.utterance_id(&told.id).expect("it is there");
        let said = |event: &Event| matches!(event, Event::Spoken { utterance, .. } if *utterance == id);
        assert!(game.events.iter().any(said), "{}", told.id);
        shown += 1;
    }
    for (rank, reached) in summary.ranks.iter().enumerate() {
        if reached.count > 0 {
            let game = replayed(&scenario, &plan, witness(&summary, *reached));
            let judgement = game.session.judgement().expect("the game is over");
            assert_eq!(usize::from(judgement.ending.rank().0), rank);
            shown += 1;
        }
    }
    assert!(shown > 100, "only {shown} things were reached");
    let made: u64 = summary.moves.iter().map(|mv| mv.made).sum();
    assert!(made > 0 && summary.moves.iter().any(|mv| mv.made == 0 || mv.witness.is_some()));
}

#[test]
fn the_shortest_and_the_longest_game_are_as_long_as_told() {
    let scenario = crate::common::scenario();
    let plan = Plan::of(Bot::Random, 60, 5);
    let summary = run(&scenario, &plan, &Threads::default()).summary();
    let (shortest, longest) = summary.shortest_and_longest;
    let statements = |game: Option<u64>| {
        let reached = Reached { count: 1, witness: game };
        let game = replayed(&scenario, &plan, witness(&summary, reached));
        game.session.state().statements
    };
    assert_eq!((statements(shortest), statements(longest)), summary.statements);
    assert!(summary.statements.0 < summary.statements.1);
}

#[test]
fn a_talk_is_played_out_from_where_it_stands_and_the_same_stream_ends_it_alike() {
    let scenario = crate::common::scenario();
    let plan = Plan::of(Bot::Random, 1, 1);
    let (mut session, mut events) = Session::new(Arc::clone(&scenario), plan.setup(0));
    let mut player = Bot::Random.player(plan.writer);
    for step in 0..3 {
        let mut stream = Stream::new(1, Draw::Bot, step);
        let command = player.decide(&session, &[], &mut stream).expect("something is on offer");
        session.apply(&command, &mut events).expect("it is on offer");
    }
    let begun = session.state().points.clone();
    let end = |seed| {
        let mut stream = Stream::new(seed, Draw::Bot, 0);
        let ended = play_out(session.clone(), Bot::Random, &mut stream);
        assert!(matches!(ended.awaiting(), Awaiting::Over(_)));
        assert!(ended.state().points.len() > begun.len());
        ended.state().clone()
    };
    assert_eq!(end(4), end(4));
    assert_ne!(end(4), end(5));
}

#[test]
fn no_report_is_better_than_the_best_one() {
    let scenario = crate::common::scenario();
    let plan = Plan::of(Bot::Principled, 2, 9);
    for game in 0..plan.games {
        let (session, _) = Session::new(Arc::clone(&scenario), plan.setup(game));
        let mut stream = Stream::new(game, Draw::Bot, 0);
        let session = play_out(session, Bot::Principled, &mut stream);
        let rank = |deal: &Deal| session.judgement_if(Some(deal)).ending.rank();
        let best = rank(&report::best(&session));
        assert!(best >= rank(&report::principled(&session)));
        for _ in 0..300 {
            let deal = report::Writer::Random.write(&session, &mut stream);
            assert!(best >= rank(&deal), "{deal:?} is better");
        }
    }
}

/// Moves that the small game leaves on offer.
const SMALL: [&str; 4] = ["culture_singled_out", "ask_culture_help", "culture_first", "adjourn"];

/// Where a list ends whose bracket is open.
fn end_of_list(text: &str) -> usize {
    let mut depth = 1;
    let end = text.find(|c| {
        depth += match c {
            '[' => 1,
            ']' => -1,
            _ => 0,
        };
        depth == 0
    });
    end.expect("the list is closed")
}

/// Takes every other move off the table: it needs more statements than the small game has.
fn keep_only_small(folder: &Path) {
    let files = fs::read_dir(folder.join("moves")).expect("the moves are there");
    for file in files.map(|file| file.expect("it can be read").path()) {
        let text = fs::read_to_string(&file).expect("it is text");
        let mut parts = text.split("  Move(\n");
        let mut narrowed = parts.next().expect("it begins somehow").to_owned();
        for block in parts {
            let keeps = SMALL.iter().any(|id| block.contains(&format!("id: \"{id}\"")));
            narrowed.push_str("  Move(\n");
            if keeps {
                narrowed.push_str(block);
            } else if let Some((before, needs)) = block.split_once("needs: [") {
                narrowed.push_str(before);
                narrowed.push_str("needs: [Statements(9)");
                narrowed.push_str(&needs[end_of_list(needs)..]);
            } else {
                narrowed.push_str(&format!("    needs: [Statements(9)],\n{block}"));
            }
        }
        fs::write(&file, narrowed).expect("it can be written");
    }
}

/// A game of two statements with four moves, in which every talk can be gone through.
fn small() -> (tempfile::TempDir, Arc<Scenario>, Budget) {
    let folder = crate::common::altered(
        "scenario.ron",
        "Length(id: \"short\"",
        "Length(id: \"small\", name: \"One issue\", statements: 2, issues: [\"culture\"], rest: \"soviet_order\"),\n    \
         Length(id: \"short\"",
    );
    keep_only_small(folder.path());
    let scenario = crate::common::scenario_in(folder.path());
    let length = scenario.length_id("small").expect("it is there");
    let budget = Budget { seat: SeatId::FIRST, length, states: 50_000, moves: 10, memory: 1_000_000_000 };
    (folder, scenario, budget)
}

fn verdict(explored: &Explored, target: Target) -> Verdict {
    let mut verdicts = explored.verdicts();
    let found = verdicts.find(|(other, _)| *other == target);
    found.expect("it is a target").1
}

#[test]
fn a_search_that_finished_proves_what_cannot_be_reached() {
    let (_folder, scenario, budget) = small();
    let explored = explore(&scenario, &budget);
    assert!(explored.finished && !explored.left_out, "{}", explored.states);
    for id in scenario.move_ids().filter(|mv| scenario.mv(*mv).seat == SeatId::FIRST) {
        let mv = &scenario.mv(id).id;
        match verdict(&explored, Target::Move(id)) {
            Verdict::Reached(way) => {
                // Leaving needs a statement before it; everything else can be the first word.
                assert_eq!(way.len(), if mv == "adjourn" { 2 } else { 1 }, "{mv}");
                assert!(SMALL.contains(&mv.as_str()), "{mv}");
            }
            Verdict::Unreachable => assert!(!SMALL.contains(&mv.as_str()), "{mv}"),
            Verdict::NotReached => panic!("{mv}: all was searched"),
        }
    }
    // What random games reach is never among what is proved unreachable.
    let plan = Plan { length: budget.length, ..Plan::of(Bot::Random, 60, 1) };
    let summary = run(&scenario, &plan, &Threads::default()).summary();
    for told in summary.utterances.iter().filter(|t| t.reached.count > 0) {
        let id = scenario.utterance_id(&told.id).expect("it is there");
        let verdict = verdict(&explored, Target::Utterance(id));
        assert!(matches!(verdict, Verdict::Reached(_)), "{}", told.id);
    }
    assert_eq!(verdict(&explored, Target::Rank(4)), Verdict::Unreachable);
}

#[test]
fn the_ways_of_a_search_lead_there_and_none_is_shorter_than_it_must_be() {
    let (_folder, scenario, budget) = small();
    let explored = explore(&scenario, &budget);
    let setup = Plan { length: budget.length, ..Plan::of(Bot::Random, 1, 1) };
    let mut shown = BTreeSet::new();
    for (target, verdict) in explored.verdicts() {
        let Verdict::Reached(way) = verdict else {
            continue;
        };
        let (mut session, mut events) = Session::new(Arc::clone(&scenario), setup.setup(0));
        for command in &way {
            session.apply(command, &mut events).expect("it was taken before");
        }
        let there = events.iter().any(|event| match (event, target) {
            (Event::Moved { mv, .. }, Target::Move(id)) => *mv == id,
            (Event::Spoken { utterance, .. }, Target::Utterance(id)) => *utterance == id,
            (Event::Spoken { utterance, .. }, Target::Entry(id)) => {
                scenario.utterance(*utterance).words.entries().contains(&id)
            }
            (Event::Ended(_), Target::Ending(_)) => true,
            (_, Target::Rank(rank)) => session.judgement().is_some_and(|judgement| judgement.ending.rank().0 == rank),
            _ => false,
        });
        assert!(there, "{} {}", target.kind(), target.id(&scenario));
        shown.insert(target.kind());
    }
    assert_eq!(shown.len(), 5, "{shown:?}");
}

#[test]
fn a_search_that_ran_out_of_its_budget_or_left_statements_out_proves_nothing() {
    let (_folder, scenario, budget) = small();
    let short = Budget { states: 20, ..budget.clone() };
    let narrow = Budget { moves: 1, ..budget };
    for (budget, finished) in [(short, false), (narrow, true)] {
        let explored = explore(&scenario, &budget);
        assert_eq!(explored.finished, finished);
        assert!(explored.states <= budget.states);
        let mut missed = 0;
        for (target, verdict) in explored.verdicts() {
            assert_ne!(verdict, Verdict::Unreachable, "{}", target.id(&scenario));
            missed += usize::from(verdict == Verdict::NotReached);
        }
        assert!(missed > 0);
    }
}

#[test]
fn a_search_ends_with_what_it_knows_when_its_memory_is_used_up() {
    let (_folder, scenario, budget) = small();
    let whole = explore(&scenario, &budget);
    let mut last = 0;
    for memory in [300_000, 1_000_000] {
        let explored = explore(&scenario, &Budget { memory, ..budget.clone() });
        assert!(!explored.finished && explored.out_of_memory, "{memory}");
        assert!(explored.states > last && explored.states < whole.states, "{memory}: {}", explored.states);
        let verdicts: Vec<Verdict> = explored.verdicts().map(|(_, verdict)| verdict).collect();
        assert!(verdicts.iter().any(|verdict| matches!(verdict, Verdict::Reached(_))), "{memory}");
        assert!(!verdicts.contains(&Verdict::Unreachable), "{memory}");
        last = explored.states;
    }
    assert!(whole.finished && !whole.out_of_memory);
}

/// Every id of a scenario that a program could name.
fn ids(scenario: &Scenario) -> BTreeSet<String> {
    let issues = scenario.issues.iter();
    let positions = issues.clone().flat_map(|i| i.positions.iter().map(|p| &p.id));
    let ids = scenario.moves.iter().map(|mv| &mv.id);
    ids.chain(scenario.utterances.iter().map(|u| &u.id))
        .chain(scenario.record.iter().map(|entry| &entry.id))
        .chain(scenario.stances.iter().map(|stance| &stance.id))
        .chain(scenario.topics.iter().map(|topic| &topic.id))
        .chain(scenario.people.iter().map(|person| &person.id))
        .chain(scenario.parties.iter().map(|party| &party.id))
        .chain(scenario.seats.iter().map(|seat| &seat.id))
        .chain(scenario.deals.iter().map(|deal| &deal.id))
        .chain(scenario.marks.iter().map(|mark| &mark.id))
        .chain(issues.map(|issue| &issue.id))
        .chain(positions)
        .cloned()
        .collect()
}

#[test]
fn no_bot_names_an_id_of_a_scenario() {
    let ids = ids(&crate::common::scenario());
    assert!(ids.contains("accept_peace_first") && ids.len() > 500);
    let playtest = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/playtest");
    let bots = fs::read_dir(playtest.join("bot")).expect("the bots are there");
    let mut files: Vec<_> = bots.map(|file| file.expect("it can be read").path()).collect();
    files.extend(["play.rs", "report.rs", "table.rs"].map(|name| playtest.join(name)));
    for file in files {
        let text = fs::read_to_string(&file).expect("it is text");
        for (number, line) in text.lines().enumerate() {
            let at = || format!("{}:{}", file.display(), number + 1);
            for literal in line.split('"').skip(1).step_by(2) {
                assert!(!ids.contains(literal), "{}: {literal}", at());
            }
            let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            for word in words.filter(|word| word.contains('_')) {
                assert!(!ids.contains(word), "{}: {word}", at());
            }
            for id in ["MoveId(", "IssueId(", "PersonId(", "EntryId(", "MarkId(", "SeatId("] {
                let numbered = line.split(id).skip(1);
                let mut first = numbered.filter_map(|rest| rest.chars().next());
                assert!(!first.any(|c| c.is_ascii_digit()), "{}: a number", at());
            }
        }
    }
}
