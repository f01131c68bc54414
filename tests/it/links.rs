//! What leads to everything of a scenario and where it leads.

use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::links::{How, Links, Node};

fn node(scenario: &Scenario, id: &str) -> Node {
    let found = Node::find(scenario, id);
    *found.first().unwrap_or_else(|| panic!("{id} is in the scenario"))
}

#[test]
fn a_reply_tells_the_moves_that_it_answers_the_stances_that_bring_it_and_what_it_opens() {
    let scenario = crate::common::scenario();
    let links = Links::of(&scenario);
    let reply = node(&scenario, "r_m115");
    let from: Vec<(String, How)> = links.leading_to(reply).map(|l| (l.from.id(&scenario), l.how)).collect();
    assert!(from.contains(&("ask_hint".to_owned(), How::Answered)), "{from:?}");
    assert!(from.iter().any(|(_, how)| *how == How::Brings), "{from:?}");
    assert!(from.iter().any(|(_, how)| *how == How::Holds), "{from:?}");
    let to: Vec<(String, How)> = links.leading_from(reply).map(|l| (l.to.id(&scenario), l.how)).collect();
    assert!(to.contains(&("m115".to_owned(), How::Speaks)), "{to:?}");
    assert!(to.contains(&("ussr/hint/islands".to_owned(), How::Commits)), "{to:?}");
}

#[test]
fn each_condition_of_a_reply_tells_what_can_make_it_true() {
    let scenario = crate::common::scenario();
    let links = Links::of(&scenario);
    let mut marked = 0;
    for node in Node::all(&scenario) {
        for asked in links.asked(&scenario, node) {
            let Some(about @ (Node::Mark(_) | Node::Commitment(..))) = asked.node else {
                continue;
            };
            marked += 1;
            let sets = |how: How| if asked.not { how.undoes() } else { how.makes() };
            assert!(asked.makers.iter().all(|link| link.to == about && sets(link.how)));
            // The scenario has no fault, so whatever is asked for can come about.
            let can = asked.not || !asked.makers.is_empty();
            assert!(can, "{}: nothing makes {}", node.id(&scenario), asked.written);
        }
    }
    assert!(marked > 20, "the scenario asks for marks and commitments: {marked}");
}

#[test]
fn whatever_leads_there_also_leads_away_and_the_neighbourhood_grows_with_the_steps() {
    let scenario = crate::common::scenario();
    let links = Links::of(&scenario);
    for link in links.all() {
        assert!(links.leading_from(link.from).any(|other| other == link));
        assert!(links.leading_to(link.to).any(|other| other == link));
    }
    let hint = node(&scenario, "ask_hint");
    let sizes: Vec<usize> = (0..4).map(|steps| links.around(hint, steps).len()).collect();
    assert_eq!(sizes.first(), Some(&1));
    assert!(sizes.is_sorted_by(|one, more| one < more), "{sizes:?}");
}

#[test]
fn everything_is_found_by_its_own_id_and_called_by_a_short_label() {
    let scenario = crate::common::scenario();
    for node in Node::all(&scenario) {
        let id = node.id(&scenario);
        assert!(Node::find(&scenario, &id).contains(&node), "{id}");
        let label = node.label(&scenario);
        assert!(!label.is_empty() && label.chars().count() <= 72, "{id}: {label}");
    }
    assert_eq!(Node::find(&scenario, "ussr/hint/islands").len(), 1);
    assert_eq!(Node::find(&scenario, "no_such_thing"), []);
}
