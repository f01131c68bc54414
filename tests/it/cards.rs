//! The record card: what the real delegation did at this point, and which of the five cases it is.

use crate::common::scenario as moscow;
use we_can_wait::language::Catalogue;
use we_can_wait::negotiation::{Opposite, Session, Setup};
use we_can_wait::scenario::{LengthId, SeatId, StyleId};
use we_can_wait::view::card::{CardCase, RecordCard, card_of_move};
use we_can_wait::view::wording::Wording;

fn card(id: &str) -> RecordCard {
    let scenario = moscow();
    let catalogue = Catalogue::load("en").expect("the catalogue is embedded");
    let setup = Setup {
        seed: 1,
        seat: SeatId::FIRST,
        length: LengthId::FIRST,
        opposite: Opposite::Model,
        style: StyleId::FIRST,
        room: Default::default(),
    };
    let (session, _) = Session::new(std::sync::Arc::clone(&scenario), setup);
    let mv = scenario.move_id(id).expect("the scenario has the move");
    card_of_move(Wording::new(&catalogue, &scenario), session.state(), mv)
}

#[test]
fn the_records_own_move_shows_its_words_and_what_they_heard() {
    let card = card("ask_hint");
    assert_eq!(card.case, CardCase::OwnMove);
    assert_eq!(card.said[0].line, 169);
    assert_eq!(card.heard[0].line, 171);
}

#[test]
fn what_was_raised_and_never_answered_says_so() {
    let card = card("ask_publication");
    assert_eq!(card.case, CardCase::NeverAnswered);
    assert!(card.heard.is_empty());
}

#[test]
fn a_move_after_the_hint_shows_the_request_that_brought_the_hint() {
    let card = card("ask_bulganin_cover_hint");
    assert_eq!(card.case, CardCase::SomethingElse);
    assert_eq!(card.said[0].line, 169, "{}", card.said[0].words);
}

#[test]
fn every_card_shows_words_of_the_record_or_says_that_it_is_silent() {
    let scenario = moscow();
    for mv in &scenario.moves {
        let card = card(&mv.id);
        assert_eq!(card.said.is_empty(), card.case == CardCase::Silent, "{}", mv.id);
    }
}
