//! The fishery talks of 1956, of which no transcript is at hand: what the game may say of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use we_can_wait::library::open;
use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::resolved::{Basis, MoveWords, Words};
use we_can_wait::scenario::terms::Speech;

fn scenario() -> Arc<Scenario> {
    open::embedded("fisheries-1956").expect("it has no faults")
}

#[test]
fn nobody_is_quoted_and_each_brief_begins_with_whose_account_it_is() {
    let scenario = scenario();
    // What the game says of a talk without a record stands above every brief.
    assert_eq!(scenario.speech, Speech::Inferred);
    assert!(scenario.record.is_empty() && scenario.sources.is_empty());
    for seat in &scenario.seats {
        let first = seat.brief.first().expect("a brief has paragraphs");
        assert!(first.contains("comes from Kono"), "{}", seat.id);
    }
}

#[test]
fn only_those_speak_whose_presence_is_firm() {
    let scenario = scenario();
    for utterance in &scenario.utterances {
        let Some(speaker) = utterance.words.speaker(&scenario) else {
            continue;
        };
        let speaker = &scenario.person(speaker).id;
        assert!(["kono", "ishkov", "bulganin"].contains(&speaker.as_str()), "{speaker} says {}", utterance.id);
    }
}

#[test]
fn every_inference_is_reasoned_from_at_least_one_fact() {
    let scenario = scenario();
    let fact = |bases: &[Basis]| bases.iter().any(|b| matches!(b, Basis::Dossier { .. }));
    for utterance in &scenario.utterances {
        if let Words::Inference { reasoned_from, .. } = &utterance.words {
            assert!(fact(reasoned_from), "{}", utterance.id);
        }
    }
    for mv in &scenario.moves {
        let MoveWords::Own { reasoned_from } = &mv.words else {
            panic!("{} is not of a record", mv.id);
        };
        assert!(fact(reasoned_from), "{}", mv.id);
    }
}

#[test]
fn both_seats_have_moves_enough_and_no_list_is_longer_than_seven() {
    let scenario = scenario();
    let mut lists: BTreeMap<String, usize> = BTreeMap::new();
    let mut moves: BTreeMap<&str, usize> = BTreeMap::new();
    for mv in &scenario.moves {
        let seat = scenario.seat(mv.seat).id.as_str();
        *moves.entry(seat).or_default() += 1;
        let list = format!("{seat}, {}, {}", scenario.issue(mv.issue).id, mv.act.key());
        *lists.entry(list).or_default() += 1;
    }
    assert!(moves.values().sum::<usize>() >= 25);
    assert!(moves["japan"] >= 18 && moves["soviet"] >= 14, "{moves:?}");
    for (list, choices) in lists {
        assert!(choices <= 7, "{list}: {choices}");
    }
}
