//! The map: places lie where they lie on the earth, regions are the islands they are said to be, and whoever does not see it is
//! told the same.

use std::sync::Arc;

use crate::common::games::{played, said, setup};
use we_can_wait::language::Catalogue;
use we_can_wait::library::embedded;
use we_can_wait::library::open;
use we_can_wait::negotiation::Opposite;
use we_can_wait::negotiation::journal::Game;
use we_can_wait::scenario::coast::{self, Land};
use we_can_wait::scenario::draft::{PlaceKind, Spot};
use we_can_wait::scenario::resolved::MapPlace;
use we_can_wait::scenario::{Scenario, SeatId};
use we_can_wait::view::map::{MapLine, MapView, Side, Standing, in_words, map};
use we_can_wait::view::wording::{Wording, seated};

/// Where places lie, as degrees and minutes of an atlas, longitude first; how far the map may be off, in degrees.
const ATLAS: &[(&str, &str, [f64; 4], f64)] = &[
    ("moscow-1955", "nemuro", [145.0, 35.0, 43.0, 20.0], 0.05),
    ("moscow-1955", "nosappu", [145.0, 49.0, 43.0, 23.0], 0.05),
    ("moscow-1955", "suisho", [145.0, 55.0, 43.0, 26.0], 0.05),
    ("moscow-1955", "habomai", [146.0, 8.0, 43.0, 30.0], 0.2),
    ("moscow-1955", "shikotan", [146.0, 45.0, 43.0, 48.0], 0.05),
    ("moscow-1955", "kunashiri", [145.0, 51.0, 44.0, 7.0], 0.1),
    ("moscow-1955", "etorofu", [147.0, 37.0, 45.0, 2.0], 0.1),
    ("moscow-1955", "sapporo", [141.0, 21.0, 43.0, 4.0], 0.05),
    ("moscow-1955", "wakkanai", [141.0, 40.0, 45.0, 25.0], 0.05),
    ("moscow-1955", "soya_strait", [142.0, 0.0, 45.0, 43.0], 0.1),
    ("moscow-1955", "toyohara", [142.0, 44.0, 46.0, 57.0], 0.05),
    ("moscow-1955", "petropavlovsk", [158.0, 39.0, 53.0, 1.0], 0.05),
    ("moscow-1955", "vladivostok", [131.0, 53.0, 43.0, 7.0], 0.05),
    ("moscow-1955", "khabarovsk", [135.0, 4.0, 48.0, 29.0], 0.05),
    ("moscow-1955", "tokyo", [139.0, 42.0, 35.0, 41.0], 0.05),
    ("moscow-1955", "moscow", [37.0, 37.0, 55.0, 45.0], 0.05),
    ("moscow-1955", "london", [0.0, -8.0, 51.0, 30.0], 0.05),
    ("moscow-1955", "bonn", [7.0, 6.0, 50.0, 44.0], 0.05),
    ("moscow-1955", "geneva", [6.0, 9.0, 46.0, 12.0], 0.05),
    ("moscow-1955", "ivanovo", [40.0, 59.0, 57.0, 0.0], 0.05),
    ("moscow-1955", "san_francisco", [-122.0, -25.0, 37.0, 46.0], 0.05),
    ("fisheries-1956", "hakodate", [140.0, 44.0, 41.0, 46.0], 0.05),
    ("fisheries-1956", "kushiro", [144.0, 23.0, 42.0, 59.0], 0.05),
    ("fisheries-1956", "nemuro", [145.0, 35.0, 43.0, 20.0], 0.05),
    ("fisheries-1956", "miyako", [141.0, 57.0, 39.0, 38.0], 0.05),
    ("fisheries-1956", "kamaishi", [141.0, 53.0, 39.0, 17.0], 0.05),
    ("fisheries-1956", "navarin", [179.0, 8.0, 62.0, 15.0], 0.1),
    ("fisheries-1956", "stockholm", [18.0, 4.0, 59.0, 20.0], 0.05),
];

fn scenario(name: &str) -> Arc<Scenario> {
    open::embedded(name).expect("the scenario has no faults")
}

fn place<'s>(scenario: &'s Scenario, id: &str) -> &'s MapPlace {
    let mut places = scenario.map.places.iter();
    places.find(|place| place.id == id).unwrap_or_else(|| panic!("{id} is on the map"))
}

/// The map of a scenario before any game, from its first seat.
fn view(scenario: &Scenario) -> (Catalogue, MapView) {
    let words = Catalogue::load("en").expect("the catalogue has no faults");
    let words = seated(&words, scenario, SeatId::FIRST);
    let view = map(Wording::new(&words, scenario), SeatId::FIRST, None).expect("there is a map");
    (words, view)
}

/// Whether a point lies on land, found in another way than the program does it: by how often the coast turns around it.
fn is_on_land(land: &Land, spot: Spot) -> bool {
    let coast = &land.coast;
    let turns: f64 = coast
        .iter()
        .zip(coast.iter().cycle().skip(1))
        .map(|(a, b)| {
            let (ax, ay, bx, by) = (a.0 - spot.0, a.1 - spot.1, b.0 - spot.0, b.1 - spot.1);
            (ax * by - ay * bx).atan2(ax * bx + ay * by)
        })
        .sum();
    turns.abs() > std::f64::consts::PI
}

fn any_land(spot: Spot) -> bool {
    let sheet = coast::sheet_at(spot).and_then(|number| coast::sheets().get(number));
    let mut lands = sheet.into_iter().flat_map(|sheet| &sheet.lands);
    lands.any(|land| is_on_land(land, spot))
}

/// Square kilometres of a land, on a globe.
fn square_kilometres(land: &Land) -> f64 {
    const RADIUS: f64 = 6371.0;
    let coast = &land.coast;
    let sum: f64 = coast
        .iter()
        .zip(coast.iter().cycle().skip(1))
        .map(|(a, b)| {
            let wide = (b.0 - a.0).to_radians();
            wide * (2.0 + a.1.to_radians().sin() + b.1.to_radians().sin())
        })
        .sum();
    sum.abs() * RADIUS * RADIUS / 2.0
}

#[test]
fn places_lie_where_an_atlas_has_them() {
    for (name, id, [lon, lon_minutes, lat, lat_minutes], off) in ATLAS {
        let scenario = scenario(name);
        let at = place(&scenario, id).at;
        let atlas = Spot(lon + lon_minutes / 60.0, lat + lat_minutes / 60.0);
        let far = (at.0 - atlas.0).abs().max((at.1 - atlas.1).abs());
        assert!(far <= *off, "{id}: {at:?} and not {atlas:?}");
    }
}

#[test]
fn what_stands_on_land_lies_inside_a_coastline_and_what_is_water_outside_all() {
    for name in ["moscow-1955", "fisheries-1956"] {
        for place in &scenario(name).map.places {
            let near = coast::to_coast(place.at) < 0.1;
            let on_land = any_land(place.at);
            assert_eq!(on_land, coast::land_at(place.at).is_some(), "{}", place.id);
            match place.kind {
                PlaceKind::Capital | PlaceKind::Town | PlaceKind::Land => {
                    assert!(on_land, "{name}: {} lies in the sea", place.id);
                }
                PlaceKind::Port | PlaceKind::Cape => {
                    assert!(on_land || near, "{name}: {} lies in the sea", place.id);
                }
                PlaceKind::Waters | PlaceKind::Strait | PlaceKind::Line => {
                    assert!(!on_land, "{name}: {} lies on land", place.id);
                }
                PlaceKind::Island => assert!(on_land || place.lands().count() > 1, "{}", place.id),
            }
        }
    }
}

#[test]
fn each_region_is_the_island_that_is_meant() {
    let moscow = scenario("moscow-1955");
    // Area in square kilometres, as books have it.
    for (id, islands, area) in
        [("shikotan", 1, 250.0), ("kunashiri", 1, 1_500.0), ("etorofu", 1, 3_170.0), ("habomai", 4, 95.0)]
    {
        let place = place(&moscow, id);
        assert_eq!(place.lands().count(), islands, "{id}");
        let lands = place.lands().filter_map(coast::land);
        let found: f64 = lands.map(square_kilometres).sum();
        assert!((found / area - 1.0).abs() < 0.15, "{id}: {found}");
    }
    let lands = |id: &str| place(&moscow, id).lands().collect::<Vec<_>>();
    let kuriles = lands("kuriles");
    assert_eq!(kuriles.len(), 12);
    for id in ["habomai", "shikotan", "kunashiri", "etorofu"] {
        for land in lands(id) {
            assert!(!kuriles.contains(&land), "{id} is told apart");
            let extent = coast::land(land).expect("there is such a land").extent;
            let own = place(&moscow, id).at;
            assert!((extent.west - own.0).abs() < 1.2 && (extent.south - own.1).abs() < 1.0);
        }
    }
}

#[test]
fn every_place_is_told_with_both_names_and_the_setting_turns_them_round() {
    let one_name = |name: &str| {
        let scenario = scenario(name);
        let (_, view) = view(&scenario);
        let alone = view.places.iter().filter(|place| place.other.is_none());
        alone.map(|place| place.name.clone()).collect::<Vec<_>>()
    };
    for name in one_name("moscow-1955") {
        for both in ["Kunashir", "Etorofu", "Iturup", "Toyohara", "Karafuto", "Kuriles"] {
            assert!(!name.contains(both), "{name} has another name");
        }
    }
    let written = scenario("moscow-1955");
    let turned = open::Library::new(&crate::common::nowhere())
        .with_names(&open::Place::BuiltIn("moscow-1955".to_owned()), 1)
        .expect("the names can be turned");
    let (_, written) = view(&written);
    let (_, turned) = view(&turned);
    assert_eq!(written.places.len(), turned.places.len());
    let mut turned_round = 0;
    for (one, other) in written.places.iter().zip(&turned.places) {
        match &one.other {
            Some(second) => {
                assert_eq!((second, Some(&one.name)), (&other.name, other.other.as_ref()));
                turned_round += 1;
            }
            None => assert_eq!((&one.name, None), (&other.name, other.other.as_ref())),
        }
    }
    assert!(turned_round >= 7, "{turned_round}");
    let four = |view: &MapView| view.groups[1].scenes[0].name.clone();
    assert!(four(&written).contains("Kunashiri (Kunashir)"));
    assert!(four(&turned).contains("Kunashir (Kunashiri)"));
}

#[test]
fn both_sides_are_heard_on_each_region_and_everything_said_has_its_source() {
    for name in ["moscow-1955", "fisheries-1956"] {
        let (_, view) = view(&scenario(name));
        for place in &view.places {
            let sides: Vec<Side> = place.claims.iter().map(|claim| claim.side).collect();
            let heard =
                sides.is_empty() || (sides.len() == 2 && sides.contains(&Side::Ours) && sides.contains(&Side::Theirs));
            assert!(heard, "{name}: {}", place.id);
            if !place.lands.is_empty() {
                assert_eq!(sides.len(), 2, "{name}: {}", place.id);
            }
            let sourced = place.state.iter().chain(place.claims.iter().map(|c| &c.said));
            for said in sourced {
                assert!(!said.source.is_empty(), "{name}: {}", said.text);
            }
        }
    }
}

#[test]
fn the_map_shows_who_held_what_and_what_each_position_would_change() {
    let moscow = scenario("moscow-1955");
    let (_, view) = view(&moscow);
    let number = |id: &str| view.places.iter().position(|place| place.id == id);
    let standing = |group: usize, scene: usize, id: &str| {
        let scene = &view.groups[group].scenes[scene];
        let shown = number(id).and_then(|number| scene.standings[number].as_ref());
        shown.map(|shown| shown.standing)
    };
    let held = Some(Standing::Claimed { by: Side::Theirs });
    let ours = Some(Standing::Held(Side::Ours));
    let islands = ["habomai", "shikotan", "kunashiri", "etorofu"];
    for id in islands {
        assert_eq!(standing(0, 0, id), held, "{id} in 1955");
        assert_eq!(standing(1, 0, id), ours, "{id} with four islands");
        assert_eq!(standing(1, 2, id), Some(Standing::Open));
        assert_eq!(standing(1, 3, id), Some(Standing::Held(Side::Theirs)));
    }
    assert_eq!(standing(0, 0, "kuriles"), Some(Standing::Held(Side::Theirs)));
    assert_eq!(standing(1, 1, "habomai"), ours);
    assert_eq!(standing(1, 1, "shikotan"), ours);
    assert_eq!(standing(1, 1, "etorofu"), Some(Standing::Open));
    assert_eq!(standing(0, 0, "nemuro"), None);
    let scenes = view.groups.iter().skip(1).flat_map(|group| &group.scenes);
    assert!(scenes.into_iter().all(|scene| !scene.sentences.is_empty()));
    assert_eq!(view.groups.len(), 3, "without a game nothing is on the table");
}

#[test]
fn the_map_follows_what_is_on_the_table_in_this_game() {
    let moscow = scenario("moscow-1955");
    let words = Catalogue::load("en").expect("the catalogue has no faults");
    let scenes = |game: &Game| {
        let view = map(Wording::new(&words, &moscow), game.session.seat(), Some(&game.session));
        let group = view.expect("there is a map").groups.pop();
        group.expect("something is on the table").scenes
    };
    let play = |steps: &[_]| played(&moscow, setup(&moscow, "full", Opposite::Model), steps);
    let before = scenes(&play(&[]));
    assert!(before[0].sentences[0].contains("nothing asked yet"));
    assert!(before[1].sentences[0].contains("documents of 1945"), "{:?}", before[1].sentences);
    let asked = [said("tanaka", &["ask_conditions"]), said("morishima", &["quickest_settlement", "ask_hint"])];
    let after = scenes(&play(&asked));
    assert!(after[0].sentences[0].contains("Habomai and Shikotan would go to Japan"));
    assert_eq!(after[0].side, Some(Side::Ours));
    let changed = after[0].standings.iter().flatten().filter(|shown| shown.changed);
    assert!(changed.count() >= 2);
}

#[test]
fn whoever_does_not_see_the_map_is_told_every_place_and_every_position() {
    for name in ["moscow-1955", "fisheries-1956"] {
        let (words, view) = view(&scenario(name));
        let lines = in_words(&words, &view, None);
        let headings: Vec<&String> = lines
            .iter()
            .filter_map(|line| match line {
                MapLine::Heading(text) => Some(text),
                _ => None,
            })
            .collect();
        for place in &view.places {
            let own = headings.iter().filter(|text| ***text == format!("{}, {}", place.both(), place.kind_name));
            assert_eq!(own.count(), 1, "{name}: {}", place.both());
        }
        let all = format!("{lines:?}");
        for claim in view.places.iter().flat_map(|place| &place.claims) {
            assert!(all.contains(&claim.said.text));
        }
        for scene in view.groups.iter().skip(1).flat_map(|group| &group.scenes) {
            assert!(scene.sentences.iter().all(|text| all.contains(text)));
        }
    }
}

#[test]
fn in_the_terminal_a_place_is_found_by_either_of_its_names() {
    let moscow = scenario("moscow-1955");
    let (words, view) = view(&moscow);
    for wanted in ["etorofu", "Iturup", "ITURUP"] {
        let lines = in_words(&words, &view, Some(wanted));
        assert!(matches!(&lines[0], MapLine::Heading(text) if text.starts_with("Etorofu (Iturup)")));
    }
    assert!(in_words(&words, &view, Some("atlantis")).is_empty());
    let program = crate::common::Program::new();
    let typed = |args: &[&str], input: &str| {
        let output = program.typed(args, input);
        String::from_utf8(output.stdout).expect("it is text")
    };
    let page = typed(&["play", "--seed", "3"], "map iturup\nquit\n");
    assert!(page.contains("Etorofu (Iturup), island"), "{page}");
    assert!(page.contains("Sources: "), "{page}");
    let lesson = typed(&["play", "first-lesson"], "map\nquit\n");
    assert!(lesson.contains("This scenario has no map."), "{lesson}");
}

#[test]
fn a_scenario_without_a_map_offers_none() {
    assert!(scenario("first-lesson").map.is_empty());
    let with: Vec<String> = embedded::names().into_iter().filter(|name| !scenario(name).map.is_empty()).collect();
    assert_eq!(with, ["fisheries-1956", "moscow-1955"]);
}

#[cfg(feature = "gui")]
mod drawn {
    use super::*;
    use crate::common::window::{Stage, app, buttons_of, press, window};
    use egui::{Key, Modifiers};
    use egui_kittest::Harness;
    use we_can_wait::app::intent::{Intent, Origin, Screen};

    fn on_the_map(scenario: &str, size: [f32; 2]) -> Harness<'static, Stage> {
        let mut app = app();
        app.act(Intent::Choose(Origin::BuiltIn(scenario.to_owned())));
        app.act(Intent::Show(Screen::Map));
        window(app, size)
    }

    #[test]
    fn every_place_of_each_view_can_be_pressed_and_has_both_its_names() {
        for name in ["moscow-1955", "fisheries-1956"] {
            let scenario = scenario(name);
            let (_, view) = view(&scenario);
            let mut harness = on_the_map(name, [1280.0, 720.0]);
            for (number, frame) in view.frames.iter().enumerate() {
                press(&mut harness, &frame.name);
                let buttons = buttons_of(&harness);
                for place in view.places.iter().filter(|place| place.shown_in[number]) {
                    // What only one position speaks of is there with this one.
                    if place.outline.is_empty() {
                        let there = buttons.iter().any(|b| b.starts_with(&place.both()));
                        assert!(there, "{name}, {}: {}", frame.name, place.both());
                    }
                }
            }
        }
    }

    #[test]
    fn a_place_that_is_pressed_tells_what_it_was_and_how_both_sides_see_it() {
        let mut harness = on_the_map("moscow-1955", [1280.0, 720.0]);
        press(&mut harness, "Etorofu (Iturup), island. Held by: Soviet Union. Claimed by: Japan");
        let (_, view) = view(&scenario("moscow-1955"));
        let etorofu = view.places.iter().find(|place| place.id == "etorofu");
        let etorofu = etorofu.expect("it is on the map");
        let texts = texts_of(&harness);
        for said in etorofu.state.iter().chain(etorofu.claims.iter().map(|c| &c.said)) {
            assert!(texts.contains(&said.text), "{}", said.text);
            assert!(texts.contains(&said.source));
        }
    }

    fn texts_of(harness: &Harness<'_, Stage>) -> Vec<String> {
        use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
        let nodes = harness.root().query_all(By::new().predicate(|_| true));
        nodes
            .filter_map(|node| {
                let node = node.accesskit_node();
                node.label().or_else(|| node.value())
            })
            .collect()
    }

    #[test]
    fn keys_move_the_map_and_nought_shows_all_of_it_again() {
        let mut harness = on_the_map("moscow-1955", [1280.0, 720.0]);
        let mark = |harness: &Harness<'_, Stage>| {
            use egui_kittest::kittest::{By, Queryable as _};
            let by =
                By::new().predicate(|node| node.label().is_some_and(|label| label.starts_with("Shikotan, island")));
            let rect = harness.root().query_all(by).next().map(|node| node.rect());
            rect.expect("it is shown").center()
        };
        let whole = mark(&harness);
        let press = |harness: &mut Harness<'_, Stage>, key: Key| {
            harness.key_press_modifiers(Modifiers::NONE, key);
            harness.run();
        };
        press(&mut harness, Key::Plus);
        let nearer = mark(&harness);
        assert!((nearer - whole).length() > 5.0, "{whole:?} {nearer:?}");
        press(&mut harness, Key::ArrowRight);
        let panned = mark(&harness);
        assert!((nearer.x - panned.x - 60.0).abs() < 1.0, "{nearer:?} {panned:?}");
        for _ in 0..60 {
            press(&mut harness, Key::ArrowRight);
        }
        let edge = mark(&harness);
        press(&mut harness, Key::ArrowRight);
        assert_eq!(edge, mark(&harness), "the map ends");
        press(&mut harness, Key::Num0);
        assert!((mark(&harness) - whole).length() < 1.0);
        press(&mut harness, Key::Minus);
        assert!((mark(&harness) - whole).length() < 1.0, "the whole is the furthest");
    }

    #[test]
    fn a_position_that_is_chosen_is_told_in_a_sentence() {
        use egui_kittest::kittest::{By, Queryable as _};
        let mut harness = on_the_map("fisheries-1956", [1280.0, 720.0]);
        let (_, view) = view(&scenario("fisheries-1956"));
        press(&mut harness, "The season of 1956");
        let shut = view.groups[2].scenes.last().expect("there is one");
        assert!(!texts_of(&harness).contains(&shut.sentences[0]));
        let radio = By::new().predicate(|node| {
            node.role() == egui::accesskit::Role::RadioButton
                && node.label().is_some_and(|l| l.to_lowercase() == shut.name.to_lowercase())
        });
        harness.root().get(radio).click_accesskit();
        harness.run();
        assert!(texts_of(&harness).contains(&shut.sentences[0]));
        let there = buttons_of(&harness).iter().any(|b| b.ends_with("Closed for a time"));
        assert!(there, "{:?}", buttons_of(&harness));
    }

    #[test]
    fn in_words_every_heading_of_the_list_is_in_the_tree() {
        let scenario = scenario("moscow-1955");
        let (words, view) = view(&scenario);
        let mut harness = on_the_map("moscow-1955", [1280.0, 720.0]);
        press(&mut harness, "In words");
        let texts = texts_of(&harness);
        for line in in_words(&words, &view, None) {
            let (MapLine::Part(text) | MapLine::Heading(text) | MapLine::Text(text)) = &line else {
                continue;
            };
            assert!(texts.contains(text), "{text}");
        }
    }

    #[test]
    fn a_scenario_without_a_map_has_no_place_for_it_in_the_menu() {
        let harness = on_the_map("first-lesson", [1280.0, 720.0]);
        assert!(!buttons_of(&harness).iter().any(|b| b.starts_with("The map")));
        let harness = on_the_map("moscow-1955", [1280.0, 720.0]);
        assert!(buttons_of(&harness).iter().any(|b| b.starts_with("The map")));
    }
}
