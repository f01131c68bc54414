//! The debrief in the window: weights moved by label and keyboard, and the map in the accessibility tree.

use crate::common::window::{Stage, app, window};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::ShownScreen;
use we_can_wait::app::intent::Screen;
use we_can_wait::window::screens::shot::{Shot, set_up};

/// The debrief of the record's own game.
fn debrief(size: [f32; 2]) -> Harness<'static, Stage> {
    let mut app = app();
    let shot = Shot { screen: Screen::Debrief, size: (1280, 720), page: None, dark: false, zoom: 100 };
    set_up(&mut app, shot).expect("the recorded game is there");
    window(app, size)
}

/// Everything that is told under the sliders and in the map.
fn told(harness: &Harness<'_, Stage>) -> Vec<String> {
    let labels = By::new().predicate(|node| node.role() == Role::Label);
    let labels = harness.root().query_all(labels);
    labels.filter_map(|node| node.accesskit_node().value()).collect()
}

fn is_told(harness: &Harness<'_, Stage>, words: &str) -> bool {
    told(harness).iter().any(|text| text.contains(words))
}

const SLIDER: &str = "Japan: The islands, weight";
const AUTHORED: &str = "Restore the author's weights";

/// Gives the slider the focus and presses a key on it.
fn key(harness: &mut Harness<'_, Stage>, label: &str, key: egui::Key, times: usize) {
    let found = By::new().label(label).predicate(|node| node.role() == Role::Slider);
    let sliders: Vec<_> = harness.root().query_all(found).collect();
    assert_eq!(sliders.len(), 1, "one slider is called {label}");
    sliders[0].focus();
    drop(sliders);
    harness.run();
    for _ in 0..times {
        harness.key_press(key);
        harness.run();
    }
}

fn press(harness: &mut Harness<'_, Stage>, label: &str) {
    let found = By::new().label(label).predicate(|node| node.role() == Role::Button);
    let buttons: Vec<_> = harness.root().query_all(found).collect();
    let button = buttons.first().expect("there is such a button");
    button.click_accesskit();
    drop(buttons);
    harness.run();
}

#[test]
fn a_slider_moved_by_the_keyboard_changes_what_follows_and_goes_no_further_than_the_range() {
    let mut harness = debrief([1280.0, 720.0]);
    let order = "The Joint Declaration of 19 October 1956 69";
    assert!(is_told(&harness, order), "{:?}", told(&harness));
    key(&mut harness, SLIDER, egui::Key::ArrowRight, 3);
    assert!(is_told(&harness, "33 (author: 30)"), "{:?}", told(&harness));
    assert!(!is_told(&harness, order), "the order of the deals has followed");
    assert!(is_told(&harness, "33 instead of 30"), "the debrief says so");
    key(&mut harness, SLIDER, egui::Key::ArrowRight, 9);
    assert!(is_told(&harness, "38 (author: 30)"), "it ends at the author's highest");
    press(&mut harness, AUTHORED);
    assert!(is_told(&harness, order), "all is as it was");
    assert!(!is_told(&harness, "instead of 30."));
}

#[test]
fn every_weight_has_a_slider_with_its_range_and_the_authors_reason() {
    let harness = debrief([1280.0, 720.0]);
    let ShownScreen::Debrief(view) = harness.state().app.frame().shown else { panic!("the debrief is not shown") };
    let criticism = view.criticism.expect("its deals can be gone through");
    let rows: Vec<_> = criticism.parties.iter().flat_map(|p| &p.rows).collect();
    assert_eq!(rows.len(), 12, "six issues for two parties");
    for row in rows {
        let label = row.label.as_str();
        let slider = By::new().label(label).predicate(|n| n.role() == Role::Slider);
        let slider = harness.root().query_all(slider).next();
        let slider = slider.unwrap_or_else(|| panic!("there is no slider {label}"));
        let node = slider.accesskit_node();
        assert_eq!(node.min_numeric_value(), Some(f64::from(row.range.0)), "{label}");
        assert_eq!(node.max_numeric_value(), Some(f64::from(row.range.1)), "{label}");
        assert_eq!(node.numeric_value(), Some(f64::from(row.authored)), "{label}");
        assert!(is_told(&harness, &row.reason), "{label}");
    }
}

#[test]
fn the_map_is_told_to_those_who_do_not_see_it_and_its_deals_take_the_focus() {
    let mut harness = debrief([1280.0, 720.0]);
    let images = By::new().predicate(|node| node.role() == Role::Image);
    let told_images: Vec<String> =
        harness.root().query_all(images).filter_map(|node| node.accesskit_node().label()).collect();
    for part in [
        "Zone of agreement",
        "Frontier",
        "Japan, no deal: 45",
        "Soviet Union, no deal: 50",
        "A map of deals.",
        "The report, as earned (Japan 31, Soviet Union 79):",
        "The Joint Declaration of 19 October 1956 (Japan 69, Soviet Union 77):",
    ] {
        let found = told_images.iter().filter(|name| name.starts_with(part));
        assert_eq!(found.count(), 2, "{part}: once in the map, once by the sliders");
    }
    let mark = By::new().predicate(|node| {
        let label = node.label().unwrap_or_default();
        node.role() == Role::Image && label.starts_with("The report, as earned (")
    });
    let clauses = "The prisoners: all are released, with the peace treaty";
    let reads = |harness: &Harness<'_, Stage>| {
        let sentence = "The report, as earned (Japan 31";
        let told = told(harness);
        told.iter().any(|text| text.starts_with(sentence) && text.contains(clauses))
    };
    assert!(!reads(&harness));
    let marks: Vec<_> = harness.root().query_all(mark).collect();
    marks[0].focus();
    drop(marks);
    harness.run();
    assert!(reads(&harness), "what has the focus tells its clauses");
}

#[test]
fn the_sliders_can_be_reached_in_a_small_window_too() {
    let mut harness = debrief([640.0, 360.0]);
    key(&mut harness, SLIDER, egui::Key::ArrowLeft, 2);
    assert!(is_told(&harness, "28 (author: 30)"), "{:?}", told(&harness));
}
