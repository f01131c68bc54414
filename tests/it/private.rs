//! What the other side keeps to itself stays unknown until a game is over, and what a save claims besides its steps is noticed when it
//! is changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;

use crate::common::games::{blunder, setup};
use crate::common::{Program, code, err, nowhere, out, unwrapped};
use we_can_wait::app::App;
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::debrief::{findings_of, review};
use we_can_wait::language::Catalogue;
use we_can_wait::negotiation::journal::{Game, Journal};
use we_can_wait::negotiation::script::Step;
use we_can_wait::negotiation::{Command, Opposite};
use we_can_wait::platform::Threads;
use we_can_wait::scenario::terms::Prediction;
use we_can_wait::scenario::{Scenario, SeatId};
use we_can_wait::view::debrief::{document, markdown};
use we_can_wait::view::wording::{Wording, seated};
use we_can_wait::view::{html, why};

/// Moscow with what the Soviet side wants changed everywhere.
fn with_other_values(numbers: &[u32]) -> Arc<Scenario> {
    let mut scenario = (*crate::common::scenario()).clone();
    let soviet = scenario.seat(scenario.seat(SeatId::FIRST).opposite).party;
    let mut numbers = numbers.iter().copied().cycle();
    let mut next = |most: u32| numbers.next().unwrap_or_default() % (most + 1);
    let values = scenario.values.iter_mut().find(|values| values.party == soviet).expect("it wants something");
    for preference in &mut values.preferences {
        let (low, high) = (preference.weight.low, preference.weight.high);
        preference.weight.mid = low + next(high - low);
        for (points, _) in &mut preference.points {
            points.mid = next(100);
        }
    }
    for linkage in &mut values.linkages {
        linkage.loses.mid = next(9_000);
        linkage.hard = next(1) == 1;
    }
    values.reservation.mid = next(10_000);
    values.batna = format!("another fallback, {}", next(100));
    values.audiences.truncate(next(1) as usize);
    Arc::new(scenario)
}

/// A game in the middle of the talk, in which much was asked and answered.
fn unfinished(scenario: &Arc<Scenario>) -> Game {
    blunder(scenario).fork(5)
}

/// Everything that shows a game to the player of a seat: pages of its debrief, why answers came, and the screens.
fn shown(scenario: &Arc<Scenario>, game: &Game) -> Vec<String> {
    let seat = game.session.setup().seat;
    let words = seated(&Catalogue::load("en").expect("the catalogue has no faults"), scenario, seat);
    let wording = Wording::new(&words, scenario);
    let mut findings = findings_of(game, seat);
    findings.review = review::review(game, seat, review::Budget::of(2), &Threads::default(), &|_, _| true);
    let page = document(wording, game, &findings);
    let mut all = vec![html::page(wording, &page), markdown(&page), serde_json::to_string(&page).expect("it is data")];
    all.push(format!("{:?}", why::all(wording, game)));
    let mut app = App::with_scenario(nowhere(), Arc::clone(scenario)).expect("it can be played");
    app.put(game.clone(), None);
    for screen in [
        Screen::Table,
        Screen::Report,
        Screen::Debrief,
        Screen::Journal,
        Screen::Briefing,
        Screen::Map,
        Screen::Library,
    ] {
        app.act(Intent::Show(screen));
        app.finish_work();
        all.push(format!("{:?}", app.frame()));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn nothing_shown_before_the_end_changes_with_what_the_other_side_wants(numbers in prop::collection::vec(any::<u32>(), 90)) {
        let moscow = crate::common::scenario();
        let before = shown(&moscow, &unfinished(&moscow));
        let other = with_other_values(&numbers);
        let after = shown(&other, &unfinished(&other));
        for (place, (before, after)) in before.iter().zip(&after).enumerate() {
            prop_assert_eq!(before, after, "view {}", place);
        }
    }
}

#[test]
fn once_it_may_be_shown_it_does_change() {
    let (moscow, other) = (crate::common::scenario(), with_other_values(&[1, 77, 3, 901, 6]));
    let revealed = |scenario: &Arc<Scenario>| {
        let mut game = unfinished(scenario);
        game.reveal();
        shown(scenario, &game)
    };
    assert_ne!(revealed(&moscow), revealed(&other));
}

/// A saved game of a class that is not over, in a folder of its own.
fn class_game(program: &Program) -> PathBuf {
    let file = program.data.path().join("class.ron");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/unfinished-class-game.ron");
    fs::copy(from, &file).expect("it can be copied");
    file
}

/// Words that only the other side's values bring into a debrief.
const SECRETS: [&str; 4] = ["The frontier has", "reservation value", "Nash", "judgement counted"];

#[test]
fn the_debrief_of_an_unfinished_game_tells_nothing_of_the_other_side_unless_a_teacher_reveals_it() {
    let program = Program::new();
    let file = class_game(&program);
    let name = file.to_str().expect("the path is text");
    let saved = fs::read_to_string(&file).expect("it is there");
    for format in ["text", "md", "html", "json"] {
        let output = program.run(&["debrief", name, "--format", format]);
        let page = unwrapped(&out(&output));
        assert!(page.contains("not over yet"), "{format}: {page}");
        for secret in SECRETS {
            assert!(!page.contains(secret), "{format} tells of {secret}");
        }
    }
    let output = program.run(&["debrief", name, "--weight", "ussr.islands=20"]);
    assert!(err(&output).contains("when the game is over"), "{}", err(&output));
    let output = program.run(&["playtest", "moscow-1955", "--games", "2", "--from", name]);
    assert!(!output.status.success() && err(&output).contains("not over"), "{}", err(&output));
    assert_eq!(fs::read_to_string(&file).expect("it is there"), saved, "looking changes nothing");

    let output = program.run(&["debrief", name, "--reveal", "--no-review"]);
    assert!(err(&output).contains("Warning"), "{}", err(&output));
    assert!(out(&output).contains("reservation value"));
    let page = unwrapped(&out(&program.run(&["debrief", name])));
    assert!(page.contains("values were shown before the end, after 2 steps"), "{page}");
    let verified = program.run(&["replay", name, "--verify"]);
    assert!(unwrapped(&out(&verified)).contains("were shown before the end"), "{}", out(&verified));
}

#[test]
fn what_a_save_claims_besides_its_steps_cannot_be_changed_unnoticed() {
    let program = Program::new();
    let file = program.data.path().join("game.ron");
    let name = file.to_str().expect("the path is text");
    let output = program.typed(&["play", "--class", "--journal", name], "tanaka\nask_conditions\nsay\nquit\n");
    assert!(output.status.success(), "{}", err(&output));
    let saved = fs::read_to_string(&file).expect("it is saved");
    assert_eq!(code(&program.run(&["replay", name, "--verify"])), 0);
    let edits = [
        ("    for_class: true,\n", "", "whether it is for a class"),
        ("    for_class: true,\n", "    for_class: true,\n    revealed: 1,\n", "values were shown"),
        (
            "    for_class: true,\n",
            "    for_class: true,\n    advice: [(statement: 1, step: Question)],\n",
            "adviser was asked",
        ),
        ("    seed: 1955,\n", "    seed: 7,\n", "how the game was set up"),
    ];
    for (from, to, what) in edits {
        assert!(saved.contains(from), "{saved}");
        fs::write(&file, saved.replace(from, to)).expect("it can be written");
        let output = program.run(&["replay", name, "--verify"]);
        let told = unwrapped(&out(&output));
        assert!(told.contains("changed by hand") && told.contains(what), "{what}: {told}");
        assert_eq!(code(&output), 1, "{what}");
    }
    // Who plays on with a changed save does not wash it clean.
    let changed = saved.replace("    for_class: true,\n", "");
    fs::write(&file, changed).expect("it can be written");
    program.typed(&["play", "--journal", name], "tanaka\nask_conditions\nquit\n");
    program.typed(&["play", "--journal", name], "morishima\nquickest_settlement\nsay\nquit\n");
    let told = unwrapped(&out(&program.run(&["replay", name, "--verify"])));
    assert!(told.contains("changed by hand") && told.contains("for a class"), "{told}");
}

#[test]
fn a_game_whose_end_was_cut_off_or_whose_digests_were_taken_out_does_not_pass_for_whole() {
    let program = Program::new();
    let file = program.data.path().join("game.ron");
    let name = file.to_str().expect("the path is text");
    program.typed(
        &["play", "--class", "--journal", name],
        "tanaka\nask_conditions\nsay\nmorishima\nask_hint\nsay\nquit\n",
    );
    let saved = fs::read_to_string(&file).expect("it is saved");
    let second = saved.rfind("        Say(").expect("it has two statements");
    let end = saved[second..].find("        ),\n").expect("it ends") + second + "        ),\n".len();
    fs::write(&file, format!("{}{}", &saved[..second], &saved[end..])).expect("it can be written");
    let output = program.run(&["replay", name, "--verify"]);
    assert_eq!(code(&output), 1, "{}", out(&output));

    let claims = saved.find("    claims:").expect("it has digests");
    fs::write(&file, format!("{})\n", &saved[..claims])).expect("it can be written");
    let told = unwrapped(&out(&program.run(&["replay", name, "--verify"])));
    assert!(told.contains("can't be checked"), "{told}");
    program.typed(&["play", "--journal", name], "tanaka\nask_khabarovsk\nsay\nquit\n");
    let told = unwrapped(&out(&program.run(&["replay", name, "--verify"])));
    assert!(told.contains("When this game was resumed, its save had no digests"), "{told}");
}

/// A game of two people, each with a prediction.
fn two_people() -> Game {
    let moscow = crate::common::scenario();
    let say = |speaker: &str, mv: &str, what| Step::Say {
        speaker: speaker.to_owned(),
        holds_floor: false,
        moves: vec![mv.to_owned()],
        predict: vec![(mv.to_owned(), what)],
    };
    let mut game = Game::new(&moscow, setup(&moscow, "full", Opposite::Person));
    let step = say("tanaka", "ask_conditions", Prediction::Hint);
    let command: Command = step.command(&moscow).expect("every id is known");
    game.apply(&command).expect("it is on offer");
    game
}

#[test]
fn predictions_of_two_people_are_sealed_in_the_file_and_whole_when_it_is_read() {
    let game = two_people();
    let text = game.journal.print().expect("it can be printed");
    assert!(text.contains("sealed") && !text.contains("predict:") && !text.contains("Hint"), "{text}");
    let read = Journal::parse(&text).expect("it is a journal");
    assert_eq!(read.steps, game.journal.steps);
    let replayed = read.replay(&crate::common::scenario()).expect("it can be replayed");
    assert_eq!(replayed.diverged, None);
    // One figure of the seal is changed.
    let at = text.find("sealed").expect("it is sealed") + "sealed: [\n        (0, \"".len() + 6;
    let figure = if &text[at..=at] == "0" { "1" } else { "0" };
    let broken = format!("{}{figure}{}", &text[..at], &text[at + 1..]);
    assert!(Journal::parse(&broken).is_err_and(|error| error.to_string().contains("cannot be opened")), "{broken}");
}

#[test]
fn the_debrief_of_two_people_shows_no_prediction_before_the_end() {
    let game = two_people();
    for seat in [SeatId::FIRST, game.session.scenario().seat(SeatId::FIRST).opposite] {
        let findings = findings_of(&game, seat);
        let predicted = findings.turns.iter().flat_map(|turn| &turn.points).filter(|point| point.prediction.is_some());
        assert_eq!((predicted.count(), findings.predictions), (0, (0, 0)));
    }
}
