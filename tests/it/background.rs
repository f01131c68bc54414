//! What is known of the issues: read, checked against the works, and told to the right reader at the right time.

use crate::common::broken::Broken;
use we_can_wait::language::Catalogue;
use we_can_wait::scenario::Scenario;
use we_can_wait::view::library::{self, Page, Piece, Reader, Shelf, Side};
use we_can_wait::view::wording::Wording;

/// A reader of a party.
fn of(party: usize) -> Reader {
    let party = crate::common::scenario().party_ids().nth(party);
    Reader { party, ..Reader::default() }
}

fn pages(scenario: &Scenario, reader: Reader) -> Vec<Page> {
    let catalogue = Catalogue::load("en").expect("it has no faults");
    library::pages(Wording::new(&catalogue, scenario), reader)
}

fn codes(broken: &Broken) -> Vec<&'static str> {
    let report = broken.report();
    report.diagnostics.iter().map(|fault| fault.code).collect()
}

#[test]
fn an_issue_that_is_not_there_and_a_work_that_nobody_lists_are_faults_at_their_place() {
    let base = || Broken::base();
    let no_issue = base().with("background.ron", "issue: \"bell\", text: \"The", "issue: \"bel\", text: \"The");
    let told = no_issue.report().render();
    assert!(told.contains("there is no issue \"bel\""), "{told}");
    assert!(told.contains("did you mean \"bell\"?"), "{told}");
    assert!(told.contains("background.ron:6"), "{told}");
    let no_party = base().with("background.ron", "party: \"lower\"", "party: \"lowr\"");
    assert!(codes(&no_party).contains(&"WCW020"));
    let no_work = base().with("background.ron", "keys: [\"T1\", \"L1\"]", "keys: [\"T9\"]");
    assert_eq!(codes(&no_work), ["WCW095"]);
    let no_keys = base().with("background.ron", "keys: [\"T1\", \"L1\"]", "keys: []");
    assert_eq!(codes(&no_keys), ["WCW080"]);
    let no_mark = base().with("background.ron", "mark: 'D'", "mark: 'X'");
    assert_eq!(codes(&no_mark), ["WCW081"]);
}

#[test]
fn what_is_told_before_the_end_names_nothing_that_is_still_to_come() {
    let early = "The bell was hung in the year of the great drought.";
    let broken = Broken::base().with("background.ron", "The bell was hung in the year of the flood.", early);
    assert_eq!(codes(&broken), ["WCW110"]);
    let later = Broken::base().with("background.ron", "Both villages ring it.", early);
    assert!(codes(&later).is_empty(), "afterwards it may be named");
}

#[test]
fn what_only_one_side_knows_is_told_to_that_side_alone() {
    let scenario = crate::common::scenario();
    let offer = |reader: Reader| {
        let pages = pages(&scenario, reader);
        let islands = pages.iter().find(|page| page.shelf == Shelf::Issues && page.id == "islands").expect("a page");
        islands.shown(false).any(|piece| matches!(piece, Piece::Fact(fact) if fact.secret.is_some()))
    };
    assert!(!offer(of(0)), "the delegation does not know of Malik's offer");
    assert!(offer(of(1)), "the hosts do");
    let both = Reader { shared: true, ..of(1) };
    assert!(!offer(both), "of two people one would read over the other's shoulder");
}

#[test]
fn a_side_has_the_readers_colour_where_the_reader_sits() {
    let scenario = crate::common::scenario();
    for (seat, side) in [(0, Side::Theirs), (1, Side::Ours)] {
        let pages = pages(&scenario, of(seat));
        let khrushchev = pages.iter().find(|page| page.id == "khrushchev");
        assert_eq!(khrushchev.expect("a page").side, side);
    }
}

#[test]
fn the_timeline_runs_from_january_1955_to_december_1956_in_the_order_of_days() {
    let scenario = crate::common::scenario();
    let days: Vec<_> = pages(&scenario, of(0)).into_iter().filter_map(|page| page.day).collect();
    assert!(days.windows(2).all(|pair| pair[0].date <= pair[1].date));
    let in_year = |year: u16| days.iter().filter(|day| day.date.0 == year).count();
    assert!(in_year(1955) >= 20, "{}", in_year(1955));
    assert!(in_year(1956) >= 14, "{}", in_year(1956));
    assert_eq!(days.iter().filter(|day| day.of_the_talk).count(), 1);
}

#[test]
fn the_terminal_names_people_in_their_own_script() {
    let program = crate::common::Program::new();
    let output = program.typed(&["play"], "people tahara\nquit\n");
    let told = crate::common::unwrapped(&crate::common::out(&output));
    assert!(told.contains("田原春次, if this is the same person"), "{told}");
}
