//! The worth of moves: the same every time, adding up, and told in words. And that what is called better could be said.

use crate::common::nowhere;
use std::sync::OnceLock;

use crate::common::games::{before, blunder, played, said, setup};
use crate::common::{Program, out, unwrapped};
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::app::{App, ShownScreen};
use we_can_wait::debrief::adviser;
use we_can_wait::debrief::review::{Budget, Class, Reason, Review, reasons_of, review};
use we_can_wait::language::Catalogue;
use we_can_wait::negotiation::journal::{Game, Journal};
use we_can_wait::negotiation::random::{Draw, Stream};
use we_can_wait::negotiation::{Awaiting, Command, Opposite};
use we_can_wait::platform::Threads;
use we_can_wait::playtest::bot::Bot;
use we_can_wait::scenario::SeatId;
use we_can_wait::scenario::terms::Act;
use we_can_wait::view::document::Block;
use we_can_wait::view::review::Reviewer;
use we_can_wait::view::wording::{Wording, seated};

/// Few play-outs: what is tested holds for any number.
const FEW: u32 = 4;

/// The review of [`blunder`]: worked out once, looked at by several.
fn reviewed() -> &'static (Game, Review) {
    static REVIEWED: OnceLock<(Game, Review)> = OnceLock::new();
    REVIEWED.get_or_init(|| {
        let game = blunder(&crate::common::scenario());
        let review = worked_out(&game);
        (game, review)
    })
}

fn worked_out(game: &Game) -> Review {
    let review = review(game, SeatId::FIRST, Budget::of(FEW), &Threads::default(), &|_, _| true);
    review.expect("the game is over")
}

#[test]
fn a_condition_set_after_the_hint_closes_a_door_and_the_reason_is_that_condition() {
    let scenario = crate::common::scenario();
    let game = blunder(&scenario);
    let review = review(&game, SeatId::FIRST, Budget::of(12), &Threads::default(), &|_, _| true).expect("it is over");
    let condition = scenario.move_id("islands_precondition").unwrap();
    let found = review.moves.iter().find(|m| m.mv == condition).unwrap();
    assert_eq!(found.class(), Some(Class::ClosedDoor), "{found:?}");
    let mark = scenario.mark_id("precondition_stands");
    assert_eq!(found.reasons.first(), Some(&Reason::SetCondition(mark)));
    let better = found.better.as_ref().expect("anything is better");
    assert!(better.gain.rank > 0);
}

#[test]
fn the_same_game_has_the_same_review_and_its_changes_add_up() {
    let scenario = crate::common::scenario();
    let (game, first) = reviewed();
    let text = game.journal.print().unwrap();
    let replayed = Journal::parse(&text).unwrap().replay(&scenario).unwrap();
    assert_eq!(first, &worked_out(&replayed.game), "it comes out the same");
    assert_eq!(first.moves.len(), game.session.state().points.len());
    let changes = || first.moves.iter().filter_map(|m| m.change);
    assert_eq!(changes().map(|c| c.rank).sum::<i64>(), first.whole.rank);
    for place in 0..4 {
        let sum: i64 = changes().map(|change| change.measures[place]).sum();
        assert_eq!(sum, first.whole.measures[place]);
    }
    assert!(changes().any(|change| change.rank != 0), "something changed");
    for m in &first.moves {
        let (Some(class), Some(change)) = (m.class(), m.change) else {
            continue;
        };
        if change.points().abs() <= change.spread() {
            assert_eq!(class, Class::ChangedLittle, "within its spread: {m:?}");
        }
    }
}

#[test]
fn what_is_called_better_could_have_been_said_by_the_one_who_is_named() {
    let scenario = crate::common::scenario();
    let (game, review) = reviewed();
    let mut named = 0;
    for m in &review.moves {
        let Some(better) = &m.better else { continue };
        named += 1;
        assert_ne!(better.mv, m.mv);
        assert_ne!(scenario.mv(better.mv).act, Act::Adjourn);
        assert_eq!(better.statement.moves.last().map(|(mv, _)| *mv), Some(better.mv));
        assert_eq!(better.statement.speaker, better.speaker);
        let before = before(game, m.statement);
        let command = Command::Statement(better.statement.clone());
        assert_eq!(before.validate(&command), Ok(()), "{better:?}");
        assert!(better.gain.points() > 0 && better.gain.beats_spread());
    }
    assert!(named > 0, "this game could be bettered");
}

#[test]
fn a_report_is_reviewed_against_one_that_is_judged_no_worse() {
    let (game, review) = reviewed();
    let report = review.report.as_ref().expect("a report was sent");
    assert!(report.change.rank <= 0);
    let sent = game.session.judgement().expect("all is over").ending;
    let mut waiting = before(game, 9);
    assert!(matches!(waiting.awaiting(), Awaiting::Report(_)));
    let best = Command::Report(report.best.clone());
    waiting.apply(&best, &mut Vec::new()).expect("it can be sent");
    let best = waiting.judgement().expect("all is over").ending;
    assert!(best.rank() >= sent.rank());
    let differ = report.best.iter().zip(&report.sent).filter(|(a, b)| a != b);
    assert_eq!(differ.count(), report.differs.len());
}

#[test]
fn an_unfinished_game_has_no_review_and_a_watcher_can_stop_one() {
    let scenario = crate::common::scenario();
    let setup = setup(&scenario, "short", Opposite::Model);
    let game = played(&scenario, setup, &[said("tanaka", &["ask_conditions"])]);
    assert_eq!(review(&game, SeatId::FIRST, Budget::of(2), &Threads::default(), &|_, _| true), None);
    let game = blunder(&scenario);
    assert_eq!(review(&game, SeatId::FIRST, Budget::of(2), &Threads::default(), &|_, _| false), None);
}

#[test]
fn of_two_people_each_has_a_review_of_the_own_moves() {
    let scenario = crate::common::scenario();
    let mut game = Game::new(&scenario, setup(&scenario, "short", Opposite::Person));
    let mut player = Bot::Principled.player(Bot::Principled.writer());
    let mut heard = 0;
    for step in 0..40 {
        if matches!(game.session.awaiting(), Awaiting::Over(_)) {
            break;
        }
        let mut stream = Stream::new(7, Draw::Bot, step);
        let since = game.events[heard..].to_vec();
        heard = game.events.len();
        let command = player.decide(&game.session, &since, &mut stream);
        game.apply(&command.expect("something can be said")).expect("it is taken");
    }
    let seats = [SeatId::FIRST, scenario.seat(SeatId::FIRST).opposite];
    let mut reviewed = 0;
    for seat in seats {
        let review = review(&game, seat, Budget::of(2), &Threads::default(), &|_, _| true).expect("it is over");
        assert!(review.moves.iter().all(|m| scenario.mv(m.mv).seat == seat));
        reviewed += review.moves.len();
    }
    assert_eq!(reviewed, game.session.state().points.len());
    assert_eq!(adviser::advise(&game.session, &Threads::default()), None, "two people have no adviser");
}

#[test]
fn a_review_is_told_in_words_and_says_that_it_speaks_of_the_model() {
    let scenario = crate::common::scenario();
    let (game, review) = reviewed();
    let catalogue = seated(&Catalogue::load("en").unwrap(), &scenario, SeatId::FIRST);
    let reviewer = Reviewer::new(Wording::new(&catalogue, &scenario), game, review);
    let what = reviewer.what().join(" ");
    assert!(what.contains("about the model, not about history"), "{what}");
    assert!(what.contains(&format!("{FEW} times")), "{what}");
    assert!(reviewer.report().is_some());
    for m in &review.moves {
        let row = reviewer.row(m.point).expect("every move has a row");
        let text = format!("{} {:?} {:?}", row.sentence, row.reasons, row.better);
        assert!(!text.contains("[review") && !text.contains("{$"), "{text}");
    }
    for point in 0..game.session.state().points.len() {
        for reason in reasons_of(game, point as u16) {
            let text = reviewer.reason(&reason);
            assert!(text.len() > 10 && !text.contains("[review"), "{text}");
        }
    }
}

#[test]
fn a_kept_game_is_reviewed_in_its_debrief_unless_nobody_wants_it() {
    let scenario = crate::common::scenario();
    let mut game = blunder(&scenario);
    let fresh = game.fork(0);
    game.journal.advice = {
        let mut asked = fresh;
        asked.take_advice();
        asked.journal.advice
    };
    let program = Program::new();
    let file = program.data.path().join("game.ron");
    std::fs::write(&file, game.journal.print().unwrap()).unwrap();
    let file = file.to_str().unwrap();
    let output = program.run(&["debrief", file, "--review", "2"]);
    let text = unwrapped(&out(&output));
    assert!(text.contains("to the end 2 times"), "{text}");
    assert!(text.contains("You asked the adviser before one statement"), "{text}");
    assert!(text.contains("In the model:"), "{text}");
    let output = program.run(&["debrief", file, "--no-review"]);
    assert!(!unwrapped(&out(&output)).contains("In the model:"));
    let page = out(&program.run(&["debrief", file, "--review", "2", "--format", "html"]));
    assert!(page.contains("class=\"review\""));
}

/// A short game that is over.
fn finished() -> Game {
    let scenario = crate::common::scenario();
    let setup = setup(&scenario, "short", Opposite::Model);
    let mut game = played(&scenario, setup, &[said("tanaka", &["ask_conditions"])]);
    while matches!(game.session.awaiting(), Awaiting::Statement(_)) {
        let last = game.session.state().left() == 1;
        let (speaker, mv) = if last { ("kitamura", "adjourn") } else { ("kitamura", "appeal_generosity") };
        let said = said(speaker, &[mv]).command(&scenario).unwrap();
        if game.apply(&said).is_err() {
            let leave = crate::common::games::said("kitamura", &["adjourn"]);
            game.apply(&leave.command(&scenario).unwrap()).unwrap();
        }
    }
    game
}

#[test]
fn the_review_is_worked_out_in_the_background_and_shown_when_it_is_done() {
    let mut app = App::new(nowhere()).expect("the scenario has no faults");
    app.put(finished(), None);
    app.act(Intent::Show(Screen::Debrief));
    let shown = |app: &App| match app.frame().shown {
        ShownScreen::Debrief(view) => view,
        _ => panic!("the debrief is shown"),
    };
    let told = |app: &App| {
        let sections = shown(app).document.sections;
        let blocks = sections.into_iter().flat_map(|section| section.blocks);
        let rows = blocks.filter_map(|block| match block {
            Block::Statement { points, .. } => Some(points),
            _ => None,
        });
        rows.flatten().all(|row| row.review.is_some())
    };
    assert!(!told(&app) && !app.is_working(), "nothing begins by itself");
    app.poll_background_work();
    assert!(app.is_working() && shown(&app).reviewing);
    let begun = app.revision();
    app.finish_work();
    assert!(app.revision() > begun, "what is new is a change");
    assert!(!app.is_working() && told(&app));
    let done = app.revision();
    app.poll_background_work();
    assert_eq!(app.revision(), done, "and then nothing changes any more");
}

#[test]
fn saving_the_debrief_does_not_wait_for_the_review_and_saves_it_when_it_is_there() {
    let folder = tempfile::tempdir().expect("there is room");
    let mut app = App::new(crate::common::ports_in(folder.path())).expect("the scenario has no faults");
    app.put(finished(), None);
    app.act(Intent::Show(Screen::Debrief));
    app.act(Intent::SaveDebrief);
    let pages = || {
        let saves = std::fs::read_dir(folder.path().join("saves")).into_iter().flatten().flatten();
        saves.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "html")).count()
    };
    assert!(app.is_working() && pages() == 0);
    assert!(app.frame().notice.expect("it is said").text.contains("will be saved"));
    app.act(Intent::Quit);
    assert!(app.wants_to_quit());
    assert_eq!(pages(), 1, "quitting waits for what was asked for");
}
