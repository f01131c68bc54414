//! `graph` and `words`: what an author sees of a scenario as a whole.

use std::collections::BTreeSet;

use crate::common::{Program, code, err, out, unwrapped};
use we_can_wait::playtest::bot::Bot;
use we_can_wait::ports::memory::Inline;
use we_can_wait::scenario::links::{Links, Node};
use we_can_wait::view::graph::{Counts, Drawn, Shade, dot, mermaid, svg, svg_around};

/// All drawings of the scenario, with these counts.
fn drawn<T>(counts: &Counts, of: impl FnOnce(&Drawn<'_>) -> T) -> T {
    let scenario = crate::common::scenario();
    let links = Links::of(&scenario);
    of(&Drawn { scenario: &scenario, links: &links, counts, issue: None, around: None })
}

#[test]
fn the_drawing_is_well_formed_and_has_every_move_stance_and_reply() {
    let scenario = crate::common::scenario();
    let text = drawn(&Counts::default(), svg);
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let written: BTreeSet<&str> = document.descendants().filter_map(|node| node.text()).collect();
    let has = |id: &str| written.iter().any(|text| text.split(' ').any(|word| word == id));
    for node in Node::all(&scenario) {
        if matches!(node, Node::Move(_) | Node::Stance(_) | Node::Utterance(_)) {
            let id = node.id(&scenario);
            assert!(has(&id), "{id} is drawn");
        }
    }
    assert!(text.contains("No games of bots were counted."));
}

#[test]
fn what_bots_never_reached_is_shown_as_such_and_everything_as_often_as_it_came() {
    let scenario = crate::common::scenario();
    let links = Links::of(&scenario);
    let counts = we_can_wait::cli::graph::counted(&scenario, &links, Bot::FirstOption, 3, 1, &Inline);
    let shades: BTreeSet<Shade> = Node::all(&scenario).into_iter().map(|node| counts.shade(node)).collect();
    assert!(shades.contains(&Shade::Never) && shades.contains(&Shade::Mostly), "{shades:?}");
    let text = drawn(&counts, svg);
    assert!(text.contains("stroke-dasharray=\"4 3\""));
    assert!(text.contains(Shade::Never.fill()) && text.contains(Shade::Mostly.fill()));
    let made = scenario.move_ids().map(Node::Move).find(|node| counts.of(*node) > Some(0));
    let made = made.expect("some move was made");
    let times = counts.of(made).expect("it was counted");
    assert!(times >= 3, "the first option is made in every game: {times}");
}

#[test]
fn both_languages_name_every_end_of_an_arrow_once() {
    let (dot, mermaid) = drawn(&Counts::default(), |drawn| (dot(drawn), mermaid(drawn)));
    assert_eq!(dot.matches('{').count(), dot.matches('}').count());
    let defined: Vec<&str> = dot
        .lines()
        .filter(|line| line.contains(" [label=") && !line.contains("->"))
        .filter_map(|line| line.trim_start().split_once(" [label=").map(|(name, _)| name))
        .collect();
    let once: BTreeSet<&str> = defined.iter().copied().collect();
    assert_eq!(once.len(), defined.len(), "everything is defined once");
    let mut arrows = 0;
    for line in dot.lines().filter(|line| line.contains(" -> ")) {
        let (from, to) = line.trim().split_once(" -> ").expect("an arrow");
        let to = to.split(" [label=").next().unwrap_or(to).trim_end_matches(';');
        assert!(once.contains(from) && once.contains(to), "{line}");
        arrows += 1;
    }
    assert!(arrows > 800, "{arrows}");
    let nodes: BTreeSet<&str> = mermaid
        .lines()
        .filter(|line| line.contains(":::"))
        .filter_map(|line| line.trim_start().split(['(', '[', '{']).next())
        .collect();
    for line in mermaid.lines().filter(|line| line.contains(" -->")) {
        let (from, rest) = line.trim().split_once(" -->").expect("an arrow");
        let to = rest.rsplit(' ').next().expect("an end");
        assert!(nodes.contains(from) && nodes.contains(to), "{line}");
    }
}

#[test]
fn a_neighbourhood_is_small_and_is_drawn_around_its_centre() {
    let scenario = crate::common::scenario();
    let hint = Node::find(&scenario, "ask_hint");
    let hint = *hint.first().expect("it is there");
    let nodes = |steps| {
        let links = Links::of(&scenario);
        let counts = Counts::default();
        let drawn =
            Drawn { scenario: &scenario, links: &links, counts: &counts, issue: None, around: Some((hint, steps)) };
        let text = svg_around(&drawn, hint, steps);
        assert!(roxmltree::Document::parse(&text).is_ok());
        assert!(text.contains("stroke-width=\"2\""), "the centre is framed");
        drawn.graph().0.len()
    };
    assert!(nodes(1) > 5 && nodes(1) < nodes(2));
}

#[test]
fn graph_tells_as_text_what_leads_there_what_it_asks_for_and_what_it_opens() {
    let program = Program::new();
    let list = |id: &str| {
        let output = program.run(&["graph", "moscow-1955", "--format", "text", "--around", id]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        let said = out(&output);
        assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
        said
    };
    let hint = unwrapped(&list("r_m115"));
    assert!(hint.contains("move ask_hint: Ask for a hint on Habomai and Shikotan is answered by"), "{hint}");
    assert!(hint.contains("Through ussr/hint/islands opens move hint_is_enough"), "{hint}");
    let asks = unwrapped(&list("hint_is_enough"));
    assert!(asks.contains("made by reply r_m115"), "{asks}");
    let refused = |args: &[&str]| {
        let output = program.run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        err(&output)
    };
    let near = refused(&["graph", "moscow-1955", "--around", "ask_hnit"]);
    assert!(near.contains("nearest to it: ask_hint"), "{near}");
    assert!(refused(&["graph", "moscow-1955", "--issue", "nix"]).contains("prisoners"));
    assert!(refused(&["graph", "moscow-1955", "--format", "text"]).contains("--around"));
    assert!(refused(&["graph", "moscow-1955", "--bot", "nix"]).contains("principled"));
}

#[test]
fn words_adds_up_and_holds_the_average_game_against_the_budget() {
    let program = Program::new();
    let output = program.run(&["words", "moscow-1955", "--games", "10", "--format", "json"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let json: serde_json::Value = serde_json::from_str(&out(&output)).expect("it is JSON");
    let game = |key: &str| json["game"][key].as_u64().expect("a number");
    let sum = game("brief") + game("ours") + game("theirs") + game("ending");
    // Each mean is rounded for itself.
    assert!(sum.abs_diff(game("main_path")) <= 2, "{json}");
    assert!(game("shortest") <= game("main_path") && game("main_path") <= game("longest"));
    let scenario = crate::common::scenario();
    let brief: usize = scenario.seats[0].brief.iter().map(|text| text.split_whitespace().count()).sum();
    assert_eq!(game("brief"), brief as u64);
    let parts = json["parts"].as_array().expect("a list");
    let inference = parts.iter().find(|part| part["part"] == "replies: inference");
    assert!(inference.expect("there are some")["words"].as_u64() > Some(1000));

    let said = |args: &[&str]| out(&program.run(&[&["words", "moscow-1955", "--games", "5"], args].concat()));
    let (slow, fast) = (said(&["--speed", "100"]), said(&["--speed", "1000"]));
    assert!(slow.contains("at 100 words a minute") && slow != fast, "{slow}");
    assert!(slow.contains("words are enough for one lesson"), "{slow}");
    assert!(slow.lines().all(|line| line.chars().count() <= 80), "{slow}");
    assert_eq!(said(&[]), said(&[]), "the same seed reads the same");
}
