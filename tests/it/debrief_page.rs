//! The debrief as it is printed: the page, its drawing, the order of its sections, and the command that moves weights.

use crate::common::debriefs::{GAMES, chart, game, games, told};
use we_can_wait::debrief::Weights;
use we_can_wait::language::Catalogue;
use we_can_wait::view::labels::Area;
use we_can_wait::view::wording::{Wording, seated};
use we_can_wait::view::{html, svg};

#[test]
fn names_on_the_map_keep_off_each_other_and_off_the_marks() {
    let scenario = crate::common::scenario();
    for (name, game) in games(&scenario) {
        let chart = chart(&game);
        let names = svg::names(&chart);
        assert!(names.len() > chart.marks.len(), "the frontier has a name too");
        let areas: Vec<Area> = names
            .iter()
            .map(|(label, lines)| {
                let label = label.unwrap_or_else(|| panic!("{name}: {lines:?} has no place"));
                label.area
            })
            .collect();
        for (number, area) in areas.iter().enumerate() {
            assert!(svg::PLOT.holds(area), "{name}: {area:?}");
            let others = areas.iter().skip(number + 1);
            assert!(!others.into_iter().any(|other| other.overlaps(area)), "{name}: {number}");
        }
        if GAMES.contains(&name.as_str()) {
            let full = names.iter().filter(|(_, lines)| lines.concat().len() > 1);
            assert!(full.count() + 1 >= names.len(), "{name}: names are in full");
        }
    }
}

#[test]
fn the_command_moves_weights_and_refuses_what_the_author_does_not_allow() {
    let program = crate::common::Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("game.ron").display().to_string();
    let script = crate::common::scenario_folder().join("playthroughs/as-it-was.ron");
    let script = script.display().to_string();
    let played = program.run(&["play", "--script", &script, "--journal", &file]);
    assert_eq!(crate::common::code(&played), 0, "{}", crate::common::err(&played));
    let weights = ["--weight", "japan.islands=38", "--weight", "ussr.state_of_war=40"];
    for format in ["text", "md", "json", "html"] {
        let args = [&["debrief", &file, "--no-review", "--format", format], &weights[..]].concat();
        let output = program.run(&args);
        assert_eq!(crate::common::code(&output), 0, "{}", crate::common::err(&output));
        let told = crate::common::unwrapped(&crate::common::out(&output));
        assert!(told.contains("Japan, The islands: 38 instead of 30."), "{format}");
        assert!(told.contains("40 instead of 45."), "{format}");
    }
    for (weight, told) in [
        ("japan.islands=39", "between 22 and 38"),
        ("korea.islands=30", "the parties are: japan, ussr"),
        ("japan.oil=30", "state_of_war, islands, fishing"),
        ("japan.islands", "PARTY.ISSUE=NUMBER"),
    ] {
        let output = program.run(&["debrief", &file, "--no-review", "--weight", weight]);
        assert_eq!(crate::common::code(&output), 2, "{weight}");
        assert!(crate::common::err(&output).contains(told), "{}", crate::common::err(&output));
        assert!(crate::common::out(&output).is_empty(), "{weight}");
    }
}

/// Elements that have no end tag.
const VOID: [&str; 2] = ["meta", "br"];

/// Walks the tags of a page and holds that each is closed in its order. Returns the names of all that were opened.
fn tags(page: &str) -> Vec<String> {
    let (_, body) = page.split_once("</style>").expect("the style comes first");
    let mut open: Vec<String> = vec!["html".into(), "head".into()];
    let mut all = Vec::new();
    for rest in body.split('<').skip(1) {
        let (tag, text) = rest.split_once('>').expect("every tag ends");
        assert!(!text.contains('>'), "a sign is not escaped: {text}");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "</{name}>");
            continue;
        }
        let name = tag.split_whitespace().next().expect("a tag has a name");
        all.push(name.to_owned());
        if !VOID.contains(&name) {
            open.push(name.to_owned());
        }
    }
    assert!(open.is_empty(), "{open:?} is not closed");
    all
}

#[test]
fn the_page_is_well_formed_asks_for_nothing_and_draws_every_deal_it_speaks_of() {
    let scenario = crate::common::scenario();
    for name in ["as-it-was.ron", "ultimatum-first.ron", "as-it-was-soviet.ron"] {
        let game = game(&scenario, name);
        let catalogue = Catalogue::load("en").expect("it has no faults");
        let catalogue = seated(&catalogue, &scenario, game.session.setup().seat);
        let document = told(&game, &Weights::authored(&scenario));
        let page = html::page(Wording::new(&catalogue, &scenario), &document);
        let tags = tags(&page);
        assert_eq!(tags.iter().filter(|tag| *tag == "svg").count(), 1, "{name}");
        for outside in ["http:", "https:", "src=", "url(", "@import", "<script", "<link"] {
            assert!(!page.contains(outside), "{name}: the page asks for {outside}");
        }
        assert!(!page.contains("[debrief-") && !page.contains("[map-"), "a message is missing");
        let chart = chart(&game);
        let drawing = page.split("<svg").nth(1).and_then(|rest| rest.split("</svg>").next());
        let drawing = drawing.expect("there is a drawing");
        for (what, count) in [
            ("<g class=\"mark\"><title>", chart.marks.len()),
            ("<circle class=\"deal\"", chart.frontier.len()),
            ("<desc id=\"map_drawing_desc\">", 1),
            ("<title id=\"map_drawing_title\">", 1),
            ("role=\"img\"", 1),
        ] {
            assert_eq!(drawing.matches(what).count(), count, "{name}: {what}");
        }
    }
}

#[test]
fn the_debrief_keeps_its_order_in_every_game() {
    let scenario = crate::common::scenario();
    for name in ["as-it-was.ron", "ultimatum-first.ron", "as-it-was-soviet.ron"] {
        let game = game(&scenario, name);
        let document = told(&game, &Weights::authored(&scenario));
        let keys: Vec<&str> = document.sections.iter().map(|section| section.key).collect();
        let expected = [
            "ending",
            "map",
            "left",
            "sure",
            "report",
            "shares",
            "turns",
            "why",
            "principles",
            "home",
            "aftermath",
            "contested",
            "tasks",
            "criticise",
        ];
        assert_eq!(keys, expected, "{name}");
    }
}
