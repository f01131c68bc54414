//! Why an answer came, as it is told: the stance and what failed are in the words, and nothing private is before all is over.

use std::fs;
use std::sync::Arc;

use crate::common::{Program, code, err, out, unwrapped};
use we_can_wait::language::Catalogue;
use we_can_wait::negotiation::journal::Game;
use we_can_wait::negotiation::script::Play;
use we_can_wait::negotiation::why::{Meant, Outcome, explain_all};
use we_can_wait::negotiation::{Awaiting, Opposite, Setup};
use we_can_wait::scenario::load::ron_options;
use we_can_wait::scenario::terms::Figure;
use we_can_wait::scenario::{Scenario, SeatId, StyleId};
use we_can_wait::view::why::{WhyView, all};
use we_can_wait::view::wording::{Wording, seated};

/// A recorded game with its first steps only, in a style of its own or another.
fn recorded(scenario: &Arc<Scenario>, name: &str, steps: usize, style: Option<&str>) -> Game {
    let path = crate::common::scenario_folder().join("playthroughs").join(name);
    let text = fs::read_to_string(path).expect("it is there");
    let play: Play = ron_options().from_str(&text).expect("it can be read");
    let style = style.or(play.style.as_deref());
    let setup = Setup {
        seed: play.seed,
        seat: SeatId::FIRST,
        length: scenario.length_id(&play.length).expect("the length"),
        opposite: Opposite::Model,
        style: style.map_or(StyleId::FIRST, |id| scenario.seat(SeatId::FIRST).style_id(id).expect("the style")),
        room: Default::default(),
    };
    let mut game = Game::new(scenario, setup);
    for step in play.steps.iter().take(steps) {
        let command = step.command(scenario).expect("every id is known");
        game.apply(&command).expect("it is on offer");
    }
    game
}

fn views(scenario: &Scenario, game: &Game) -> Vec<WhyView> {
    let catalogue = Catalogue::load("en").expect("the catalogue is embedded");
    let catalogue = seated(&catalogue, scenario, SeatId::FIRST);
    all(Wording::new(&catalogue, scenario), game)
}

fn text(views: &[WhyView]) -> String {
    let lines = views.iter().flat_map(WhyView::lines);
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_words_name_the_stance_that_decided_and_those_that_failed_before_it() {
    let scenario = crate::common::scenario();
    let game = recorded(&scenario, "peace-first.ron", 99, None);
    let explanations = explain_all(&game);
    let views = views(&scenario, &game);
    let mut told = 0;
    for (explanation, view) in explanations.iter().zip(&views) {
        let Some(account) = &explanation.account else {
            continue;
        };
        let text = text(std::slice::from_ref(view));
        if let Meant::Say(Some(stance), _) = account.meant {
            let because = &scenario.stance(stance).because;
            assert!(view.answer.iter().any(|line| line.contains(because)), "{text}");
            told += 1;
        }
        let failed = account.tried.iter().filter(|t| matches!(t.outcome, Outcome::Fails(_)));
        for tried in failed {
            let because = &scenario.stance(tried.stance).because;
            assert!(view.tried.iter().any(|line| line.contains(because)), "{text}");
        }
        assert!(view.note.contains("not about history"));
    }
    assert!(told > 20, "{told} answers are explained");
}

#[test]
fn before_all_is_over_no_private_figure_of_the_other_side_changes_a_word() {
    let scenario = crate::common::scenario();
    // Another weight, reservation value and red line, as nobody but the hosts would know.
    let folder = crate::common::altered(
        "values/ussr.ron",
        "loses: (1500, 2500, 3500), hard: true",
        "loses: (150, 250, 350), hard: false",
    );
    let path = folder.path().join("values/ussr.ron");
    let values = fs::read_to_string(&path).expect("it is there");
    let values = values
        .replace("value: (4000, 5000, 6500)", "value: (1000, 2000, 3000)")
        .replace("weight: (38, 45, 55)", "weight: (18, 25, 32)")
        .replace("issue: \"islands\", weight: (18, 25, 32)", "issue: \"islands\", weight: (38, 45, 55)");
    fs::write(&path, values).expect("it can be written");
    let other = crate::common::scenario_in(folder.path());
    for name in ["as-it-was.ron", "peace-first.ron", "ultimatum-first.ron"] {
        let steps = [3, 10, 12];
        for steps in steps {
            let [one, two] = [&scenario, &other].map(|scenario| {
                let game = recorded(scenario, name, steps, None);
                assert!(!matches!(game.session.awaiting(), Awaiting::Over(_)));
                text(&views(scenario, &game))
            });
            assert_eq!(one, two, "{name}");
            assert!(!one.contains("Readiness") && !one.contains("10,000"));
        }
    }
    let [one, two] = [&scenario, &other].map(|scenario| {
        let game = recorded(scenario, "as-it-was.ron", 99, None);
        assert!(matches!(game.session.awaiting(), Awaiting::Over(_)));
        text(&views(scenario, &game))
    });
    assert_ne!(one, two, "when all is over the figures are told");
    assert!(one.contains("no deal (5000)") && two.contains("no deal (2000)"));
    assert!(one.contains("red line") && !two.contains("red line"));
}

#[test]
fn heights_that_the_model_asks_for_are_told_only_when_all_is_over() {
    let scenario = crate::common::scenario();
    let [before, after] = [1, 99].map(|steps| {
        let game = recorded(&scenario, "forthcoming-hosts.ron", steps, None);
        text(&views(&scenario, &game))
    });
    assert!(before.contains("is high enough: Trust"), "{before}");
    assert!(!before.contains("is at 55 or more"));
    assert!(after.contains("is at 55 or more: Trust"), "{after}");
}

#[test]
fn the_recorded_games_of_each_style_differ_from_the_same_moves_in_the_records_manner() {
    let scenario = crate::common::scenario();
    for (name, least) in [("harder-hosts.ron", 8), ("forthcoming-hosts.ron", 3)] {
        let [styled, plain] = [None, Some("record")].map(|style| {
            let game = recorded(&scenario, name, 99, style);
            we_can_wait::negotiation::compare::met(&game)
        });
        let differs = styled.iter().zip(&plain).filter(|(a, b)| a.act != b.act);
        assert!(differs.count() >= least, "{name}");
    }
}

#[test]
fn the_terminal_tells_why_and_which_style_was_played() {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let journal = folder.path().join("game.ron").display().to_string();
    let input = "why\nnomizo\nask_settle_prisoners\nsay\nwhy\nwhy 1\nwhy 7\nwhy ask_settle_prisoners\nquit\n";
    let played = program.typed(&["play", "--style", "harder", "--journal", &journal], input);
    assert_eq!(code(&played), 0, "{}", err(&played));
    let printed = unwrapped(&out(&played));
    assert_eq!(printed.matches("Why this answer: Ask for co-operation").count(), 3);
    assert!(printed.contains("Nothing has been answered yet"));
    assert!(printed.contains("There is no such move in this game yet"));
    assert!(printed.contains("It costs him little, and it can be tied to what he wants."));
    assert!(!printed.contains("Readiness to yield"), "that is private");
    assert!(printed.contains("did not play as in the record"));
    let verified = unwrapped(&out(&program.run(&["replay", "--verify", &journal])));
    assert!(verified.contains("Harder"), "{verified}");
    let debrief = unwrapped(&out(&program.run(&["debrief", &journal, "--no-review"])));
    assert!(debrief.contains("did not play as in the record"), "{debrief}");
    let script = crate::common::scenario_folder().join("playthroughs/as-it-was.ron");
    let script = script.display().to_string();
    let finished = folder.path().join("finished.ron").display().to_string();
    program.run(&["play", "--script", &script, "--journal", &finished]);
    let debrief = unwrapped(&out(&program.run(&["debrief", &finished, "--no-review"])));
    assert!(!debrief.contains("did not play as in the record"));
    let why = program.run(&["debrief", &finished, "--why", "ask_hint"]);
    let why = unwrapped(&out(&why));
    assert!(why.contains("Readiness to yield"), "{why}");
    assert!(why.contains("The author's stances decide"), "{why}");
    assert_eq!(code(&program.run(&["debrief", &finished, "--why", "99"])), 2);
}

#[test]
fn a_style_is_named_on_the_command_line_or_refused() {
    let program = Program::new();
    let unknown = program.run(&["play", "--style", "softer"]);
    assert_eq!(code(&unknown), 2);
    assert!(err(&unknown).contains("record, harder, forthcoming"), "{}", err(&unknown));
    let two = program.run(&["play", "--style", "harder", "--hot-seat"]);
    assert_eq!(code(&two), 2, "where two people play nobody answers in a style");
    let script = crate::common::scenario_folder().join("playthroughs/harder-hosts.ron");
    let script = script.display().to_string();
    let journal = program.data.path().join("two.ron");
    let kept = journal.display().to_string();
    program.run(&["play", "--hot-seat", "--script", &script, "--journal", &kept]);
    let kept = fs::read_to_string(&journal).expect("it is kept");
    assert!(kept.contains("hot_seat: true") && !kept.contains("style"));
    let tested = |style: &str| {
        let args = ["playtest", "moscow-1955", "--games", "40", "--style", style];
        let output = program.run(&args);
        assert_eq!(code(&output), 0, "{}", err(&output));
        out(&output)
    };
    assert_ne!(tested("record"), tested("harder"));
    assert_eq!(tested("harder"), tested("harder"));
}

#[test]
fn a_scenario_without_styles_is_played_in_the_one_manner_it_has() {
    let folder = crate::common::altered("scenario.ron", "Scenario(", "Scenario(");
    let path = folder.path().join("counterpart.ron");
    let text = fs::read_to_string(&path).expect("it is there");
    let (agenda, _) = text.split_once("  styles: [").expect("it writes styles");
    fs::write(&path, format!("{agenda})\n")).expect("it can be written");
    let scenario = crate::common::scenario_in(folder.path());
    let styles = &scenario.seat(SeatId::FIRST).styles;
    assert_eq!(styles.len(), 1);
    assert!(styles[0].figure(Figure::Base) > 0);
    let game = recorded(&scenario, "as-it-was.ron", 99, None);
    let written = recorded(&crate::common::scenario(), "as-it-was.ron", 99, None);
    assert_eq!(game.digest(), written.digest());
    assert!(text_of(&scenario, &game).contains("Readiness to yield"));
}

fn text_of(scenario: &Scenario, game: &Game) -> String {
    text(&views(scenario, game))
}
