//! The adviser: three steps, kept in the journal, off in a class, and blind for what is the other side's alone.

use crate::common::nowhere;
use std::sync::Arc;

use crate::common::games::{played, said, setup};
use crate::common::{Program, out, unwrapped};
use we_can_wait::app::intent::{Intent, Screen, Setting};
use we_can_wait::app::{App, ShownScreen};
use we_can_wait::debrief::adviser;
use we_can_wait::negotiation::journal::{AdviceStep, Game, Journal};
use we_can_wait::negotiation::{Command, Opposite, Statement};
use we_can_wait::platform::Threads;
use we_can_wait::view::table::AdviceView;

#[test]
fn advice_goes_in_three_steps_and_stays_in_the_journal() {
    let scenario = crate::common::scenario();
    let mut game = Game::new(&scenario, setup(&scenario, "short", Opposite::Model));
    let unused = game.journal.print().unwrap();
    assert!(!unused.contains("advice"), "a journal without advice says nothing of it");
    let steps = [(); 4].map(|()| game.take_advice());
    assert_eq!(steps, [AdviceStep::Question, AdviceStep::Direction, AdviceStep::Suggestion, AdviceStep::Suggestion]);
    assert_eq!(game.journal.advice.len(), 3);
    let ask = said("tanaka", &["ask_conditions"]).command(&scenario).unwrap();
    game.apply(&ask).unwrap();
    assert_eq!(game.advised(), None, "the next statement is another matter");
    game.take_advice();
    let text = game.journal.print().unwrap();
    let again = Journal::parse(&text).unwrap().replay(&scenario).unwrap().game;
    assert_eq!(again.journal, game.journal, "it survives being kept");
    assert_eq!(game.fork(0).journal.advice.len(), 3, "it was seen on this branch too");
    assert_eq!(game.fork(1).journal.advice.len(), 4);
    let without = played(&scenario, setup(&scenario, "short", Opposite::Model), &[said("tanaka", &["ask_conditions"])]);
    assert_eq!(game.digest(), without.digest(), "advice changes nothing in the talk");
}

#[test]
fn the_adviser_names_what_can_be_said_and_knows_nothing_of_the_other_sides_values() {
    let scenario = crate::common::scenario();
    let steps = [said("tanaka", &["ask_conditions"])];
    let game = played(&scenario, setup(&scenario, "short", Opposite::Model), &steps);
    let hint = adviser::advise(&game.session, &Threads::default()).expect("there is something to say");
    let said = Statement::new(hint.speaker, [hint.mv]);
    assert_eq!(game.session.validate(&Command::Statement(said)), Ok(()));
    // The same table with another mind behind the other side: the same advice.
    let mut other = (*scenario).clone();
    let theirs = scenario.party_id("ussr").unwrap();
    for values in other.values.iter_mut().filter(|v| v.party == theirs) {
        values.linkages.clear();
        for preference in &mut values.preferences {
            for (points, _) in &mut preference.points {
                (points.low, points.mid, points.high) = (0, 1, 2);
            }
        }
    }
    let other = Arc::new(other);
    let game = played(&other, setup(&other, "short", Opposite::Model), &[steps[0].clone()]);
    assert_eq!(adviser::advise(&game.session, &Threads::default()), Some(hint));
}

#[test]
fn the_terminal_asks_the_adviser_and_in_a_class_it_does_not() {
    let program = Program::new();
    let typed = "hint\nhint\nhint\nask_conditions\nsay\nquit\n";
    let output = program.typed(&["play", "--short"], typed);
    let text = unwrapped(&out(&output));
    assert!(text.contains("not about history"), "{text}");
    assert!(text.contains("said by"), "the third step names a move: {text}");
    let kept = std::fs::read_to_string(&program.saves()[0]).unwrap();
    assert!(kept.contains("Suggestion"), "{kept}");
    let class = Program::new();
    let output = class.typed(&["play", "--short", "--class"], typed);
    let text = unwrapped(&out(&output));
    assert!(text.contains("it is played in a class"), "{text}");
    let kept = std::fs::read_to_string(&class.saves()[0]).unwrap();
    assert!(!kept.contains("advice"), "{kept}");
    // Gone on with in another way it is still a game of a class.
    let again = class.typed(&["play", "--resume"], "hint\nquit\n");
    let text = unwrapped(&out(&again));
    assert!(text.contains("it is played in a class"), "{text}");
}

#[test]
fn the_desk_asks_the_adviser_step_by_step_unless_it_stands_in_a_class() {
    let mut app = App::new(nowhere()).expect("the scenario has no faults");
    app.act(Intent::Begin(1));
    app.act(Intent::Show(Screen::Table));
    let advice = |app: &App| match app.frame().shown {
        ShownScreen::Table(table) => table.advice.clone(),
        _ => panic!("the table is shown"),
    };
    assert_eq!(advice(&app), Some(AdviceView::default()));
    let mut said = 0;
    for step in 1..=3 {
        app.act(Intent::Advise);
        let advice = advice(&app).expect("he can be asked");
        assert!(advice.lines.len() > said || step == 3, "{advice:?}");
        assert_eq!(advice.all_said, step == 3);
        said = advice.lines.len();
    }
    let journal = |app: &App| app.game().expect("there is a game").journal.clone();
    assert_eq!(journal(&app).advice.len(), 3);
    app.act(Intent::Set(Setting::ForClass(true)));
    assert_eq!(advice(&app), None);
    app.act(Intent::Advise);
    assert_eq!(journal(&app).advice.len(), 3, "in a class he is not asked");
    assert!(app.frame().notice.is_some_and(|notice| notice.fault));
    // A game that is begun for a class stays one when the setting is taken back.
    app.act(Intent::Begin(1));
    app.act(Intent::Set(Setting::ForClass(false)));
    app.act(Intent::Show(Screen::Table));
    assert_eq!(advice(&app), None);
}

#[cfg(feature = "gui")]
#[test]
fn at_the_table_the_adviser_has_a_button_and_a_key() {
    use egui_kittest::kittest::Queryable as _;

    let mut app = crate::common::window::app();
    app.act(Intent::Begin(1));
    app.act(Intent::Show(Screen::Table));
    let mut window = crate::common::window::window(app, [1280.0, 720.0]);
    window.run();
    window.get_by_label_contains("Ask the adviser").click();
    window.run();
    let advised = |window: &egui_kittest::Harness<'_, crate::common::window::Stage>| {
        window.state().app.game().expect("there is a game").advised()
    };
    assert_eq!(advised(&window), Some(AdviceStep::Question));
    assert!(window.query_by_label_contains("not about history").is_some());
    window.key_press(egui::Key::F10);
    window.run();
    assert_eq!(advised(&window), Some(AdviceStep::Direction));
}
