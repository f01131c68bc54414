//! The library in the window: shelves, pages, what is known from where, and what is not told before its time.

use crate::common::window::{Stage, app, buttons_of, focused, has_button, key, press, window};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::intent::{Intent, Origin, Screen};
use we_can_wait::app::{LibraryView, ShownScreen};
use we_can_wait::view::library::{Piece, Shelf};
use we_can_wait::window::screens::shot::{Shot, set_up};
use we_can_wait::window::screens::theme::{self, Look};

/// The library of a scenario, before a word is said.
fn library(scenario: &str, size: [f32; 2]) -> Harness<'static, Stage> {
    let mut app = app();
    app.act(Intent::Choose(Origin::BuiltIn(scenario.to_owned())));
    app.act(Intent::Show(Screen::Library));
    window(app, size)
}

/// The library after the last word of a game.
fn afterwards() -> Harness<'static, Stage> {
    let mut app = app();
    let shot = Shot { screen: Screen::Debrief, page: None, size: (1280, 720), dark: false, zoom: 100 };
    set_up(&mut app, shot).expect("the recorded game is there");
    app.act(Intent::Show(Screen::Library));
    window(app, [1280.0, 720.0])
}

fn view(harness: &Harness<'_, Stage>) -> LibraryView {
    match harness.state().app.frame().shown {
        ShownScreen::Library(view) => view,
        other => panic!("the library is shown, not {other:?}"),
    }
}

/// Everything that is said on the screen.
fn said(harness: &Harness<'_, Stage>) -> Vec<String> {
    let all = harness.root().query_all(By::new());
    all.filter_map(|node| {
        let node = node.accesskit_node();
        node.value().or_else(|| node.label())
    })
    .collect()
}

#[test]
fn every_fact_on_every_page_has_a_work_that_is_spelled_out_and_says_how_sure_it_is() {
    for scenario in ["moscow-1955", "fisheries-1956"] {
        let harness = library(scenario, [1280.0, 720.0]);
        let mut facts = 0;
        for page in view(&harness).pages {
            for piece in page.shown(true) {
                let works = match piece {
                    Piece::Fact(fact) => {
                        assert!(!fact.confidence.is_empty(), "{}", page.heading);
                        &fact.works
                    }
                    Piece::Known { works, .. } => works,
                    _ => continue,
                };
                facts += 1;
                assert!(!works.is_empty(), "{} of {scenario}", page.heading);
                for work in works {
                    assert!(!work.cites.is_empty(), "{} of {scenario}", work.key);
                }
            }
        }
        assert!(facts > 60, "{facts}");
    }
}

#[test]
fn every_issue_tells_where_both_sides_stood_or_neither() {
    for scenario in ["moscow-1955", "fisheries-1956"] {
        let harness = library(scenario, [1280.0, 720.0]);
        let pages = view(&harness).pages;
        let issues: Vec<_> = pages.iter().filter(|page| page.shelf == Shelf::Issues).collect();
        assert!(issues.len() >= 6, "{}", issues.len());
        for page in issues {
            let headings: Vec<&str> = page
                .shown(true)
                .filter_map(|piece| match piece {
                    Piece::Heading(text, _) => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            let stands = headings.iter().filter(|text| text.ends_with("1955") || text.ends_with("1956")).count();
            assert!(stands == 0 || stands == 2, "{}: {headings:?}", page.heading);
        }
    }
}

#[test]
fn nothing_that_came_after_the_talk_is_told_before_somebody_asks() {
    let mut harness = library("moscow-1955", [1280.0, 720.0]);
    let later: Vec<String> = view(&harness)
        .pages
        .iter()
        .flat_map(|page| &page.parts)
        .filter(|part| part.later)
        .filter_map(|part| match &part.piece {
            Piece::Fact(fact) => Some(fact.text.clone()),
            Piece::Reading { text, .. } => Some(text.clone()),
            _ => None,
        })
        .collect();
    assert!(later.len() > 40, "{}", later.len());
    for shelf in Shelf::ALL {
        let ids: Vec<String> =
            view(&harness).pages.iter().filter(|page| page.shelf == *shelf).map(|page| page.id.clone()).collect();
        for id in ids {
            harness.state_mut().ui_state.library.open(*shelf, &id);
            harness.run();
            let said = said(&harness).join("\n");
            for text in &later {
                assert!(!said.contains(text.as_str()), "{shelf:?} {id}: {text}");
            }
        }
    }
    for wanted in ["ambassadors were exchanged", "19 October 1956", "Koan Maru", "demilitarized"] {
        harness.state_mut().ui_state.library.search = wanted.to_owned();
        harness.run();
        let said = said(&harness);
        let nothing = format!("Nothing in the library contains “{wanted}”.");
        assert!(said.contains(&nothing), "{wanted}: {said:?}");
    }
    press(&mut harness, "Clear the search");
    press(&mut harness, "Timeline");
    press(&mut harness, "Show what came after the talk");
    assert!(said(&harness).iter().any(|text| text.starts_with("19 October 1956")));
    press(&mut harness, "Hide what came after the talk");
    assert!(!said(&harness).iter().any(|text| text.starts_with("19 October 1956")));
}

#[test]
fn when_the_game_is_over_all_is_told() {
    let mut harness = afterwards();
    press(&mut harness, "Timeline");
    let said = said(&harness);
    assert!(said.iter().any(|text| text.starts_with("19 October 1956")));
    let secret = "On that day only this side knew: Soviet Union.";
    assert!(said.iter().any(|text| text == secret));
    assert!(!has_button(&harness, "Hide what came after the talk"));
}

#[test]
fn what_only_ones_own_side_knows_is_told_and_marked() {
    let mut harness = library("fisheries-1956", [1280.0, 720.0]);
    press(&mut harness, "Timeline");
    let secret = "On that day only this side knew: Japan.";
    assert!(said(&harness).iter().any(|text| text == secret));
}

#[test]
fn the_arrow_keys_walk_through_the_list_to_the_page_and_back() {
    let mut harness = library("moscow-1955", [1280.0, 720.0]);
    press(&mut harness, "Issues");
    let row = By::new().label("State of war and relations");
    harness.root().query_all(row).next().expect("a row").focus();
    harness.run();
    key(&mut harness, egui::Key::ArrowDown);
    assert_eq!(focused(&harness), "The islands");
    key(&mut harness, egui::Key::ArrowDown);
    key(&mut harness, egui::Key::ArrowUp);
    assert_eq!(focused(&harness), "The islands");
    let plain = "Habomai and Shikotan, close to Hokkaido";
    assert!(said(&harness).iter().any(|text| text.starts_with(plain)));
    key(&mut harness, egui::Key::ArrowRight);
    let on = |harness: &Harness<'_, Stage>| {
        let focused = By::new().predicate(|node| node.is_focused());
        let last = harness.root().query_all(focused).last();
        last.map(|node| node.accesskit_node().role())
    };
    assert_eq!(on(&harness), Some(Role::Heading), "the heading of the page");
    key(&mut harness, egui::Key::ArrowLeft);
    assert_eq!(on(&harness), Some(Role::Button), "the row of the list");
}

#[test]
fn a_search_finds_pages_on_every_shelf_by_either_name() {
    let mut harness = library("moscow-1955", [1280.0, 720.0]);
    let mut finds = |wanted: &str| {
        harness.state_mut().ui_state.library.search = wanted.to_owned();
        harness.run();
        buttons_of(&harness)
    };
    let malik = finds("malik");
    assert!(malik.iter().any(|row| row == "Yakov Alexandrovich Malik Яков Александрович Малик"));
    assert!(malik.iter().any(|row| row == "State of war and relations"));
    assert!(malik.iter().any(|row| row == "1-3 June 1955"));
    assert!(finds("北村").iter().any(|row| row.starts_with("Kitamura Tokutaro")));
    assert!(finds("deutschlandfunk").iter().any(|row| row == "DLF"));
}

#[test]
fn a_line_of_the_record_is_gone_to_from_a_page_and_come_back_from() {
    let mut harness = library("moscow-1955", [1280.0, 720.0]);
    harness.state_mut().ui_state.library.open(Shelf::People, "tahara");
    harness.run();
    let line =
        buttons_of(&harness).into_iter().find(|name| name.starts_with("Line 115: Tahara.")).expect("where he speaks");
    press(&mut harness, &line);
    assert_eq!(harness.state().app.screen(), Screen::Record);
    key(&mut harness, egui::Key::Escape);
    assert_eq!(harness.state().app.screen(), Screen::Library);
    assert_eq!(focused(&harness), line);
}

#[test]
fn who_is_only_probably_this_person_has_his_own_script_with_a_doubt() {
    let harness = library("moscow-1955", [1280.0, 720.0]);
    let pages = view(&harness).pages;
    let script = |id: &str| {
        let page = pages.iter().find(|page| page.shelf == Shelf::People && page.id == id);
        page.expect("a page").script.clone()
    };
    assert_eq!(script("kitamura"), "北村徳太郎");
    assert_eq!(script("tsuji"), "辻政信");
    assert_eq!(script("tahara"), "田原春次 (if this is the same person)");
    assert_eq!(script("kikuchi"), "菊池義郎 (if this is the same person)");
    assert_eq!(script("delegation"), "");
}

#[test]
fn every_letter_of_every_page_is_in_every_face() {
    let ctx = egui::Context::default();
    let look = Look::default();
    theme::install(&ctx, look);
    let mut output = ctx.run_ui(egui::RawInput::default(), |_| {});
    output.textures_delta.clear();
    assert!(theme::install(&ctx, look));
    for scenario in ["moscow-1955", "fisheries-1956"] {
        let harness = library(scenario, [1280.0, 720.0]);
        let mut text = String::new();
        for page in view(&harness).pages {
            text.push_str(&format!("{}{}{}{:?}", page.heading, page.script, page.detail, page.parts));
        }
        for family in theme::families() {
            let face = theme::font(16.0, family);
            for letter in text.chars().filter(|letter| !letter.is_control()) {
                let there = ctx.fonts_mut(|fonts| fonts.has_glyph(&face, letter));
                assert!(there, "{letter} is missing in {face:?}");
            }
        }
    }
}

#[test]
fn in_a_small_window_list_and_page_take_turns() {
    let mut harness = library("moscow-1955", [640.0, 360.0]);
    press(&mut harness, "Issues");
    press(&mut harness, "Trade");
    assert!(!has_button(&harness, "Fishing"));
    assert!(said(&harness).iter().any(|text| text.starts_with("It is in its infancy")));
    press(&mut harness, "‹ Back to the list");
    assert!(has_button(&harness, "Fishing"));
    assert_eq!(focused(&harness), "Trade");
}

#[test]
fn the_page_keys_move_the_timeline() {
    let mut harness = library("moscow-1955", [1280.0, 720.0]);
    press(&mut harness, "Timeline");
    let talk = |harness: &Harness<'_, Stage>| {
        let day = By::new().label("21 September 1955, Moscow");
        harness.root().query_all(day).next().expect("the day").rect().top()
    };
    let before = talk(&harness);
    key(&mut harness, egui::Key::PageUp);
    assert!(talk(&harness) > before + 200.0, "{before} {}", talk(&harness));
}

#[test]
fn a_work_leads_to_the_pages_that_cite_it() {
    let mut harness = library("moscow-1955", [1280.0, 720.0]);
    harness.state_mut().ui_state.library.open(Shelf::People, "kitamura");
    harness.run();
    press(&mut harness, "Source KIT: Japanese Wikipedia, ja.wikipedia.org");
    press(&mut harness, "Issues: Trade");
    assert!(said(&harness).iter().any(|text| text.starts_with("It is in its infancy")));
}
