//! The screens without a window: played by label and by keyboard, and swept for names, sizes and keys.

use crate::common::Program;
use crate::common::window::{Stage, app, has_button, press, window};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::intent::{Intent, Screen, Setting};
use we_can_wait::app::{App, ShownScreen};
use we_can_wait::negotiation::script::Step;
use we_can_wait::window::screens::shot::{Shot, set_up};

fn journal_of_the_window(harness: &Harness<'_, Stage>) -> String {
    let game = harness.state().app.game().expect("there is a game");
    game.journal.print().expect("it can be printed")
}

fn key(harness: &mut Harness<'_, Stage>, key: egui::Key) {
    harness.key_press(key);
    harness.run();
}

/// Moves the focus with Tab until it stands on a button of a name, and presses it with a key.
fn tab_to(harness: &mut Harness<'_, Stage>, label: &str, with: egui::Key) {
    for _ in 0..80 {
        let there = harness.root().query_all(By::new().label(label)).any(|node| {
            node.accesskit_node().is_focused() && node.accesskit_node().role() == egui::accesskit::Role::Button
        });
        if there {
            return key(harness, with);
        }
        key(harness, egui::Key::Tab);
    }
    panic!("Tab does not come to “{label}”");
}

#[test]
fn a_short_game_is_played_by_keyboard_alone_and_gives_the_terminals_journal() {
    use egui::{Key, Modifiers};
    let mut harness = window(app(), [1280.0, 720.0]);
    tab_to(&mut harness, "A short game: war, islands, prisoners, 8 statements", Key::Enter);
    // The briefing's button has the focus already.
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().app.screen(), Screen::Table);
    let mut script = String::new();
    for statement in 0..8 {
        if has_button(&harness, "Write the report home") {
            break;
        }
        // The first of every list, until a move stands in the statement.
        for _ in 0..6 {
            if has_button(&harness, "Make the statement")
                && harness.root().query_all(By::new().label("Clear")).count() > 0
            {
                break;
            }
            key(&mut harness, Key::Num1);
        }
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        harness.run();
        let game = harness.state().app.game().expect("there is a game");
        assert_eq!(
            game.journal.steps.len(),
            statement + 1,
            "statement {statement} was not made: {:?}",
            harness.state().app.frame().notice
        );
        let Some(Step::Say { speaker, moves, .. }) = game.journal.steps.last() else { panic!("not a statement") };
        script += &format!("{speaker}\n{}\nsay\n", moves.join("\n"));
    }
    script += "send\n";
    tab_to(&mut harness, "Write the report home", Key::Space);
    tab_to(&mut harness, "Send the report", Key::Enter);
    assert_eq!(harness.state().app.screen(), Screen::Debrief);

    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let (file, journal) = (folder.path().join("m.txt"), folder.path().join("g.ron"));
    std::fs::write(&file, &script).expect("it can be written");
    let output = program.run(&[
        "play",
        "--short",
        "--script",
        &file.display().to_string(),
        "--journal",
        &journal.display().to_string(),
    ]);
    assert!(output.status.success(), "{output:?}");
    let kept = std::fs::read_to_string(&journal).expect("the game was kept");
    assert_eq!(journal_of_the_window(&harness), kept);
}

#[test]
fn a_refused_statement_is_explained_and_nothing_of_it_is_lost() {
    let mut harness = window(app(), [1280.0, 720.0]);
    press(&mut harness, "The whole conversation, 15 statements");
    press(&mut harness, "To the table");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    harness.run();
    let notice = harness.state().app.frame().notice.expect("a notice");
    assert!(notice.fault);
    press(&mut harness, "Dismiss");
    assert_eq!(harness.state().app.frame().notice, None);

    // Khrushchev asks something; a statement of two moves that does not face it is refused whole.
    let scenario = crate::common::scenario();
    let mv = |id: &str| scenario.move_id(id).expect("a move");
    let stage = harness.state_mut();
    stage.app.act(Intent::Add(mv("islands_precondition")));
    stage.app.act(Intent::Say);
    stage.app.act(Intent::Add(mv("appeal_generosity")));
    stage.app.act(Intent::Add(mv("ask_khabarovsk")));
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    harness.run();
    let frame = harness.state().app.frame();
    assert!(frame.notice.is_some_and(|notice| notice.fault));
    let ShownScreen::Table(table) = frame.shown else { panic!("the table is shown") };
    assert_eq!(table.drafted.len(), 2);
}

#[test]
fn a_prediction_is_chosen_from_its_list_and_the_list_owns_the_keys_while_it_is_open() {
    let mut harness = window(app(), [1280.0, 720.0]);
    press(&mut harness, "The whole conversation, 15 statements");
    press(&mut harness, "To the table");
    let scenario = crate::common::scenario();
    let mv = scenario.move_id("ask_conditions").expect("a move");
    harness.state_mut().app.act(Intent::Add(mv));
    harness.run();
    let combo = By::new().label("Prediction for “Ask for the conditions of peace”");
    let combo = harness.root().query_all(combo).next().expect("the list");
    combo.click_accesskit();
    harness.run();
    let before = harness.state().ui_state.clone();
    key(&mut harness, egui::Key::Num2);
    assert_eq!(harness.state().ui_state, before, "the list behind took the key");
    press(&mut harness, "a hint");
    let ShownScreen::Table(table) = harness.state().app.frame().shown else { panic!("the table is shown") };
    assert_eq!(table.drafted[0].prediction, Some(we_can_wait::scenario::terms::Prediction::Hint));
}

#[test]
fn page_keys_move_a_long_text() {
    for screen in [Screen::Record, Screen::Debrief, Screen::Report] {
        let mut app = app();
        set_up(&mut app, shot(screen)).expect("the recorded game is there");
        if screen == Screen::Record {
            app.act(Intent::OpenRecord(1));
        }
        let mut harness = window(app, [1280.0, 720.0]);
        let highest = |harness: &Harness<'_, Stage>| {
            let labels = By::new().predicate(|node| node.role() == egui::accesskit::Role::Label);
            let tops = harness.root().query_all(labels).map(|node| node.rect().top());
            tops.fold(f32::INFINITY, f32::min)
        };
        let before = highest(&harness);
        key(&mut harness, egui::Key::PageDown);
        let after = highest(&harness);
        assert!(after < before - 100.0, "{}: {before} {after}", screen.key());
    }
}

#[test]
fn what_a_choice_says_of_itself_is_told_to_those_who_do_not_see_it() {
    let mut harness = window(app(), [1280.0, 720.0]);
    press(&mut harness, "The whole conversation, 15 statements");
    press(&mut harness, "To the table");
    press(&mut harness, "Kitamura has the floor");
    let kitamura = By::new().label("Kitamura").predicate(|node| node.role() == egui::accesskit::Role::Button);
    let kitamura = harness.root().query_all(kitamura).next().expect("a button");
    let told = kitamura.accesskit_node().description().unwrap_or_default();
    assert!(told.contains("moves in their own words"), "{told}");
}

#[test]
fn the_list_of_keys_fits_a_small_window_and_the_debrief_can_be_saved_there() {
    let mut app = app();
    set_up(&mut app, shot(Screen::Debrief)).expect("the recorded game is there");
    let mut harness = window(app, [640.0, 360.0]);
    assert!(has_button(&harness, "Save as a page"));
    key(&mut harness, egui::Key::F1);
    let windows = By::new().predicate(|node| node.role() == egui::accesskit::Role::Window);
    let mut seen = 0;
    for open in harness.root().query_all(windows) {
        let rect = open.rect();
        assert!(rect.top() >= 0.0 && rect.bottom() <= 360.0, "{rect:?}");
        seen += 1;
    }
    assert!(seen > 0, "the list of keys is not shown");
}

#[test]
fn the_focus_stays_on_the_place_in_the_menu_that_was_gone_to() {
    let mut app = app();
    set_up(&mut app, shot(Screen::Table)).expect("the recorded game is there");
    let mut harness = window(app, [1280.0, 720.0]);
    tab_to(&mut harness, "Journal  F9", egui::Key::Space);
    assert_eq!(harness.state().app.screen(), Screen::Journal);
    let focused = By::new().predicate(|node| node.is_focused());
    let focused: Vec<_> = harness.root().query_all(focused).collect();
    let label = focused.last().and_then(|node| node.accesskit_node().label());
    assert_eq!(label.as_deref(), Some("Journal  F9"));
}

#[test]
fn a_badge_opens_the_transcript_at_its_line_and_escape_comes_back() {
    let mut app = app();
    set_up(&mut app, shot(Screen::Table)).expect("the recorded game is there");
    let mut harness = window(app, [1280.0, 720.0]);
    // What was searched for on an earlier visit does not hide the line.
    key(&mut harness, egui::Key::F3);
    harness.state_mut().ui_state.record.search = "prisoner".to_owned();
    harness.run();
    key(&mut harness, egui::Key::Escape);
    press(&mut harness, "RECORD, line 121");
    assert_eq!(harness.state().ui_state.record.search, "");
    assert_eq!(harness.state().app.screen(), Screen::Record);
    assert_eq!(harness.state().ui_state.record.at, Some(121));
    key(&mut harness, egui::Key::Escape);
    assert_eq!(harness.state().app.screen(), Screen::Table);
}

#[test]
fn going_back_in_the_journal_begins_a_branch_and_keeps_the_statements_before() {
    let mut app = app();
    set_up(&mut app, shot(Screen::Journal)).expect("the recorded game is there");
    let mut harness = window(app, [1280.0, 720.0]);
    press(&mut harness, "Go back to before 3. Tsuji");
    let game = harness.state().app.game().expect("there is a game");
    assert_eq!(game.journal.steps.len(), 2);
    assert!(game.journal.parent.is_some());
    assert_eq!(harness.state().app.screen(), Screen::Table);
}

#[test]
fn the_other_names_stand_first_when_they_are_chosen_and_the_game_stays() {
    let mut app = app();
    set_up(&mut app, shot(Screen::Table)).expect("the recorded game is there");
    let digest = app.game().expect("there is a game").digest();
    let told = |app: &App| format!("{:?}", app.frame());
    assert!(told(&app).contains("Kunashiri (Kunashir)"));
    app.act(Intent::Set(Setting::NamesFirst(1)));
    assert!(told(&app).contains("Kunashir (Kunashiri)"));
    assert!(!told(&app).contains("Kunashiri (Kunashir)"));
    assert_eq!(app.game().expect("there is a game").digest(), digest);
}

const fn shot(screen: Screen) -> Shot {
    Shot { screen, size: (1280, 720), page: None, dark: false, zoom: 100 }
}

#[test]
fn what_the_keyboard_comes_to_is_scrolled_into_sight() {
    let mut app = app();
    set_up(&mut app, shot(Screen::Report)).expect("the recorded game is there");
    let mut harness = window(app, [1280.0, 720.0]);
    for _ in 0..80 {
        key(&mut harness, egui::Key::Tab);
        let send = harness.root().query_all(By::new().label("Send the report")).next().expect("it can be sent");
        if send.accesskit_node().is_focused() {
            let seen = send.rect();
            assert!(seen.top() > 0.0 && seen.bottom() < 720.0, "{seen:?}");
            return;
        }
    }
    panic!("Tab does not come to the button that sends the report");
}
