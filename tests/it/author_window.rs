//! The author's mode in the window: played by label, copied with a press, and swept for names, sizes and keys.

use crate::common::author::Work;
use crate::common::window::{Stage, buttons_of, has_button, press, window};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::authoring::{Authoring, Page};
use we_can_wait::app::intent::{Intent, Screen, Setting};
use we_can_wait::app::{AuthorPage, FolderState};
use we_can_wait::scenario::links::Node;
use we_can_wait::scenario::terms::Bar;
use we_can_wait::window::screens::AuthorState;

/// A window on a folder, and what keeps the folder.
struct Open {
    harness: Harness<'static, Stage>,
    folder: std::path::PathBuf,
    _work: tempfile::TempDir,
}

fn open(size: [f32; 2], prepare: impl FnOnce(&mut Work)) -> Open {
    let mut work = Work::new();
    work.app.act(Intent::Set(Setting::Motion(false)));
    prepare(&mut work);
    let (app, folder, room) = work.apart();
    let harness = window(app, size);
    Open { harness, folder, _work: room }
}

/// Every text of the window.
fn read(harness: &Harness<'_, Stage>) -> String {
    let nodes = harness.root().query_all(By::new().predicate(|_| true));
    let texts = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    texts.collect::<Vec<_>>().join("\n")
}

fn misspell(work: &mut Work) {
    work.replace("people.ron", "full_name: \"Kitamura", "fulname: \"Kitamura");
    work.want(Authoring::ReadAgain);
}

#[test]
fn a_press_on_a_place_copies_it_and_says_so() {
    let mut open = open([1280.0, 720.0], misspell);
    let place =
        buttons_of(&open.harness).into_iter().find(|name| name.starts_with("people.ron:")).expect("the place is shown");
    press(&mut open.harness, &place);
    let notice = open.harness.state().app.frame().notice;
    assert_eq!(notice.expect("it is told").text, format!("Copied: {place}"));
}

#[test]
fn a_code_is_explained_by_a_press_and_one_comes_back() {
    let mut open = open([1280.0, 720.0], misspell);
    let explain = buttons_of(&open.harness)
        .into_iter()
        .find(|name| name.starts_with("Explain WCW"))
        .expect("it can be explained");
    press(&mut open.harness, &explain);
    assert!(read(&open.harness).contains("Good"));
    press(&mut open.harness, "Back to the problems");
    assert!(has_button(&open.harness, &explain));
}

#[test]
fn the_scene_stays_in_play_beside_the_panel() {
    let mut open = open([1280.0, 720.0], |_| ());
    press(&mut open.harness, "The whole conversation, 15 statements");
    press(&mut open.harness, "To the table");
    press(&mut open.harness, "Kitamura has the floor");
    assert_eq!(open.harness.state().app.screen(), Screen::Table);
    assert!(has_button(&open.harness, "Problems"));
}

#[test]
fn f12_shows_the_panel_and_hides_it_and_in_a_small_window_it_takes_the_whole_room() {
    for (size, at_first) in [([1280.0, 720.0], true), ([640.0, 360.0], false)] {
        let mut open = open(size, |_| ());
        assert_eq!(has_button(&open.harness, "Problems"), at_first);
        for shown in [!at_first, at_first] {
            open.harness.key_press(egui::Key::F12);
            open.harness.run();
            assert_eq!(has_button(&open.harness, "Problems"), shown, "{size:?}");
        }
    }
}

#[test]
fn a_game_is_begun_with_another_room_by_the_keyboard_alone() {
    let mut open = open([1280.0, 720.0], |work| {
        work.want(Authoring::Turn(Page::Start));
    });
    let slider = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().role() == egui::accesskit::Role::Slider
            && node.accesskit_node().label().as_deref() == Some("Trust")
    };
    let focused = |harness: &Harness<'_, Stage>| {
        let nodes = harness.root().query_all(By::new().label("Trust"));
        nodes.into_iter().any(|node| slider(&node) && node.accesskit_node().is_focused())
    };
    for _ in 0..60 {
        if focused(&open.harness) {
            break;
        }
        open.harness.key_press(egui::Key::Tab);
        open.harness.run();
    }
    assert!(focused(&open.harness), "Tab comes to the bar");
    open.harness.key_press(egui::Key::ArrowRight);
    open.harness.run();
    press(&mut open.harness, "Start the game");
    let game = open.harness.state().app.game().expect("a game is begun");
    let seat = game.session.scenario().seat(game.session.seat());
    let room = game.session.setup().room;
    assert_eq!(room.changes(seat).len(), 1);
    assert!(room.height(Bar::Trust).is_some());
}

#[test]
fn a_thing_is_found_by_a_word_of_it_and_pressed_to_see_its_links() {
    let mut open = open([1280.0, 720.0], |work| {
        work.want(Authoring::Turn(Page::Links));
    });
    open.harness.state_mut().ui_state.author.filter = "ask_hint".to_owned();
    open.harness.run();
    press(&mut open.harness, "move ask_hint");
    assert!(read(&open.harness).contains("Where it leads"));
    press(&mut open.harness, "Everything");
    assert!(has_button(&open.harness, "move ask_hint"));
}

#[test]
fn the_game_on_the_table_is_kept_with_one_press() {
    let mut open = open([1280.0, 720.0], |work| {
        work.app.act(Intent::Begin(0));
        work.app.act(Intent::Continue);
        work.say("ask_conditions");
        work.want(Authoring::Turn(Page::Recorded));
    });
    press(&mut open.harness, "Record the game on the table");
    assert!(open.folder.join("playthroughs/recorded.ron").is_file());
}

#[test]
fn a_folder_is_opened_by_its_typed_path_and_left_again() {
    let work = Work::new();
    let (mut app, folder, _room) = work.apart();
    app.act(Intent::Author(Authoring::Close));
    app.act(Intent::Show(Screen::Author));
    let mut harness = window(app, [1280.0, 720.0]);
    harness.state_mut().ui_state.author.typed = folder.display().to_string();
    harness.run();
    press(&mut harness, "Open");
    let view = harness.state().app.frame().author.expect("it is open");
    assert_eq!(view.state, FolderState::Clean);
    press(&mut harness, "Close");
    assert!(harness.state().app.frame().author.is_none());
}

/// Every page of the panel, light and dark, in a large window and in what is left of it at 200 %.
fn sweep(mut look: impl FnMut(&Harness<'_, Stage>, &str)) {
    for page in Page::ALL {
        for dark in [false, true] {
            for size in [[1280.0, 720.0], [640.0, 360.0]] {
                let mut open = open(size, |work| {
                    work.app.act(Intent::Set(Setting::Dark(dark)));
                    work.app.act(Intent::Begin(0));
                    work.app.act(Intent::Continue);
                    work.say("ask_conditions");
                    misspell(work);
                    work.want(Authoring::Turn(*page));
                    if *page == Page::Links {
                        let hint = Node::find(work.app.scenario(), "ask_hint");
                        work.want(Authoring::Links(hint.first().copied()));
                    }
                });
                open.harness.state_mut().ui_state.author = AuthorState::open();
                open.harness.run();
                look(&open.harness, &format!("{} {size:?}", page.key()));
            }
        }
    }
}

#[test]
fn every_control_of_the_panel_has_a_name_is_large_enough_and_stands_in_the_window() {
    sweep(|harness, place| {
        let mut pressed = 0;
        let nodes = harness.root().query_all(
            By::new()
                .predicate(|node| node.data().supports_action(egui::accesskit::Action::Click) && !node.is_disabled()),
        );
        for node in nodes {
            let role = node.accesskit_node().role();
            // egui names neither scroll bars nor the edge by which the panel is drawn wider; F12 and the window's own size do
            // for the keyboard what that edge does.
            if matches!(role, egui::accesskit::Role::ScrollBar | egui::accesskit::Role::Unknown) {
                continue;
            }
            pressed += 1;
            let name = node.accesskit_node().label().unwrap_or_default();
            let value = node.accesskit_node().value().unwrap_or_default();
            let named = !(name.trim().is_empty() && value.trim().is_empty());
            let field = role == egui::accesskit::Role::TextInput;
            assert!(named || field, "{place}: a {role:?} without a name");
            let rect = node.rect();
            assert!(rect.height() >= 23.5, "{place}: “{name}” is {} high", rect.height());
        }
        assert!(pressed > 5, "{place}: nothing can be pressed");
        let rest = harness.output().viewport_output.values();
        let rest = rest.map(|output| output.repaint_delay).min();
        let rests = rest.is_none_or(|wait| wait > std::time::Duration::from_secs(1));
        assert!(rests, "{place} asks to be drawn again after {rest:?}");
    });
}

#[test]
fn the_page_that_is_turned_to_is_the_one_that_is_shown() {
    let mut open = open([1280.0, 720.0], |_| ());
    for (name, page) in [
        ("Links", Page::Links),
        ("Bots", Page::Bots),
        ("Start", Page::Start),
        ("Recorded games", Page::Recorded),
        ("Problems", Page::Faults),
    ] {
        press(&mut open.harness, name);
        let view = open.harness.state().app.frame().author;
        let shown: AuthorPage = view.expect("a folder is open").page;
        assert_eq!(shown.page(), page);
    }
}
