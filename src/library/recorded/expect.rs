//! Compares a recorded game with the results it must show.

use crate::scenario::resolved::Scenario;

use super::{Correction, Unmet, differs, expectation, heard, shown};
use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::script::Expect;
use crate::negotiation::session::Awaiting;

/// Every expectation that was not met.
pub(super) fn unmet(game: &Game, expected: &[Expect]) -> Vec<Unmet> {
    let mut unmet: Vec<(usize, Unmet)> =
        expected.iter().enumerate().filter_map(|(index, expect)| Some((index, one(game, index, expect)?))).collect();
    unmet.extend(differs::unmet(game, expected));
    unmet.sort_by_key(|(index, _)| *index);
    unmet.into_iter().map(|(_, unmet)| unmet).collect()
}

fn one(game: &Game, index: usize, expect: &Expect) -> Option<Unmet> {
    let failed = |message: String, instead: Option<Expect>| {
        let correction = match instead {
            Some(instead) => Correction::Replace(index, instead),
            None => Correction::Remove(index),
        };
        Some(Unmet { message, correction })
    };
    let scenario = game.session.scenario();
    match expect {
        Expect::Spoken(id) => {
            (!is_spoken(game, id)).then(|| failed(format!("the entry \"{id}\" was not heard"), None))?
        }
        Expect::Unspoken(id) => is_spoken(game, id).then(|| failed(format!("the entry \"{id}\" was heard"), None))?,
        Expect::Given(id) => (!is_given(game, id)).then(|| failed(format!("\"{id}\" was not given"), None))?,
        Expect::NotGiven(id) => is_given(game, id).then(|| failed(format!("\"{id}\" was given"), None))?,
        Expect::Heard { after, given } => {
            let came = heard_after(game, *after);
            if came.as_ref() == Some(given) {
                return None;
            }
            let Some(came) = came else {
                let message = format!("no answer came after statement {after}: it was not made");
                return failed(message, None);
            };
            let message = format!("{} [{}] instead of [{}]", when(*after), came.join(", "), given.join(", "));
            let after = *after;
            failed(message, Some(Expect::Heard { after, given: came }))
        }
        Expect::Shown(ids) => {
            let on_cards = shown_ids(game);
            let (left, gone): (Vec<String>, Vec<String>) = ids.iter().cloned().partition(|id| on_cards.contains(id));
            if gone.is_empty() {
                return None;
            }
            let message = format!("not on any record card: {}", gone.join(", "));
            failed(message, (!left.is_empty()).then_some(Expect::Shown(left)))
        }
        Expect::Digest(digest) => {
            let came = game.digest();
            (came != *digest).then(|| {
                let message = format!("the digest is {came} instead of {digest}");
                failed(message, Some(Expect::Digest(came)))
            })?
        }
        Expect::Ended(_) | Expect::NoReport | Expect::Ending(..) => {
            let came = outcome(game);
            if came.contains(expect) {
                return None;
            }
            let same = came.into_iter().find(|other| same_kind(other, expect));
            let instead = same.as_ref().map_or_else(|| actual_ending(game), expectation);
            failed(format!("{instead} instead of {}", expectation(expect)), same)
        }
        Expect::Differs { mv, .. } if scenario.move_id(mv).is_none() => {
            failed(format!("there is no move \"{mv}\" in this scenario"), None)
        }
        Expect::Differs { .. } => None,
    }
}

/// How a game ended, as expectations; empty if it has not ended.
pub(super) fn outcome(game: &Game) -> Vec<Expect> {
    let ended = game.events.iter().find_map(|event| match event {
        Event::Ended(ended) => Some(Expect::Ended(*ended)),
        _ => None,
    });
    let mut outcome: Vec<Expect> = ended.into_iter().collect();
    let Some(judgement) = game.session.judgement() else {
        return outcome;
    };
    if !judgement.sent {
        outcome.push(Expect::NoReport);
    }
    let bands = judgement.ending.measures.iter();
    outcome.extend(bands.map(|measured| Expect::Ending(measured.measure, measured.band)));
    outcome
}

fn same_kind(one: &Expect, other: &Expect) -> bool {
    match (one, other) {
        (Expect::Ending(one, _), Expect::Ending(other, _)) => one == other,
        (Expect::Ended(_), Expect::Ended(_)) => true,
        _ => false,
    }
}

/// The state of a game that did not end as expected, in words.
fn actual_ending(game: &Game) -> String {
    match game.session.awaiting() {
        Awaiting::Over(_) => "a report was sent".to_owned(),
        Awaiting::Report(_) => "the talk is over and no report was sent yet".to_owned(),
        Awaiting::Statement(_) => "the talk goes on".to_owned(),
    }
}

fn when(after: u32) -> String {
    match after {
        0 => "before the first statement came".to_owned(),
        _ => format!("after statement {after} came"),
    }
}

/// Ids of what was given after a statement; `None` if the statement was not made or held the floor.
fn heard_after(game: &Game, after: u32) -> Option<Vec<String>> {
    let scenario = game.session.scenario();
    let (_, given) = heard(game).into_iter().find(|(statement, _)| *statement == after)?;
    Some(ids(scenario, &given))
}

pub(super) fn ids(scenario: &Scenario, given: &[crate::scenario::UtteranceId]) -> Vec<String> {
    given.iter().map(|id| scenario.utterance(*id).id.clone()).collect()
}

pub(super) fn shown_ids(game: &Game) -> Vec<String> {
    let scenario = game.session.scenario();
    shown(game).into_iter().map(|id| scenario.entry(id).id.clone()).collect()
}

/// Whether the other side spoke an entry.
fn is_spoken(game: &Game, id: &str) -> bool {
    let scenario = game.session.scenario();
    let Some(entry) = scenario.entry_id(id) else {
        return false;
    };
    game.events.iter().any(|event| match event {
        Event::Spoken { utterance, .. } => scenario.utterance(*utterance).words.entries().contains(&entry),
        _ => false,
    })
}

fn is_given(game: &Game, id: &str) -> bool {
    let utterance = game.session.scenario().utterance_id(id);
    utterance.is_some_and(|utterance| game.session.state().was_given(utterance))
}
