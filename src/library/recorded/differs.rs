//! Finds where a recorded game departs from the record: the moves answered with a different act than in the record's
//! own game.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Correction, Unmet, expectation};
use crate::negotiation::compare::{Met, differing};
use crate::negotiation::journal::Game;
use crate::negotiation::script::{Expect, Play};
use crate::scenario::options::from_text;

/// Prefix of the file names of the record's own games.
const AS_IT_WAS: &str = "as-it-was";

/// The record's own game for the seat a game is played from: the scenario's first recorded game of that seat whose file
/// name starts with `as-it-was`.
pub fn as_it_was(game: &Game) -> Option<Game> {
    let scenario = game.session.scenario();
    let own = scenario.playthroughs.iter().filter(|(name, _)| name.starts_with(AS_IT_WAS));
    let mut plays = own.filter_map(|(_, text)| from_text::<Play>(text).ok());
    let seat = game.session.setup().seat;
    plays.find_map(|play| {
        let setup = play.setup(scenario).ok().filter(|setup| setup.seat == seat)?;
        let mut game = Game::new(scenario, setup);
        super::take(&mut game, &play.steps).ok().map(|()| game)
    })
}

/// Whether an expected difference gives its stance by id.
const fn by_id(expect: &Expect) -> bool {
    matches!(expect, Expect::Differs { stance: Some(_), .. })
}

/// The text by which expected and actual differences are compared.
fn key(expect: &Expect, ids: bool) -> String {
    let Expect::Differs { mv, act, stance, because } = expect else {
        return String::new();
    };
    let reason = if ids { stance.as_deref().unwrap_or("") } else { because };
    format!("{mv} {} {reason}", act.map_or("-", |act| act.key()))
}

fn expected_of(met: Met, game: &Game, ids: bool) -> Expect {
    Expect::Differs {
        mv: game.session.scenario().mv(met.mv).id.clone(),
        act: met.act,
        stance: met.stance.filter(|_| ids),
        because: if ids { String::new() } else { met.because },
    }
}

/// Differences that were expected but did not occur, and those that occurred unexpectedly, each with its index in the
/// file. A game that expects no difference is not compared.
pub(super) fn unmet(game: &Game, expected: &[Expect]) -> Vec<(usize, Unmet)> {
    let named = expected.iter().enumerate();
    let named: Vec<(usize, &Expect)> = named
        .filter(|(_, expect)| match expect {
            Expect::Differs { mv, .. } => game.session.scenario().move_id(mv).is_some(),
            _ => false,
        })
        .collect();
    let Some((first, _)) = named.first().copied() else {
        return Vec::new();
    };
    let Some(base) = as_it_was(game) else {
        let message = "there is no recorded game as-it-was.ron of this seat, from which this one could differ";
        let correction = Correction::Remove(first);
        return vec![(first, Unmet { message: message.to_owned(), correction })];
    };
    let ids = named.iter().any(|(_, expect)| by_id(expect));
    let came: Vec<Expect> = differing(game, &base).into_iter().map(|met| expected_of(met, game, ids)).collect();
    compared(&named, &came, ids)
}

fn compared(named: &[(usize, &Expect)], came: &[Expect], ids: bool) -> Vec<(usize, Unmet)> {
    // Expectations without a stance id are matched by reason.
    let old: Vec<String> = named.iter().map(|(_, expect)| key(expect, ids)).collect();
    let new: Vec<String> = came.iter().map(|expect| key(expect, ids)).collect();
    let place = |at: usize| {
        let after = || named.last().map_or(0, |(index, _)| index + 1);
        named.get(at).map_or_else(after, |(index, _)| *index)
    };
    let mut unmet = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (gone, come) = (op.old_range(), op.new_range());
        let mut come = came.get(come).unwrap_or_default().iter();
        for at in gone.clone() {
            let Some((index, expect)) = named.get(at) else {
                continue;
            };
            let lost = expectation(expect);
            let (message, correction) = match come.next() {
                Some(instead) => (
                    format!("{} instead of {lost}", expectation(instead)),
                    Correction::Replace(*index, instead.clone()),
                ),
                None => (format!("no longer: {lost}"), Correction::Remove(*index)),
            };
            unmet.push((*index, Unmet { message, correction }));
        }
        for instead in come {
            let message = format!("not expected: {}", expectation(instead));
            let correction = Correction::Insert(place(gone.end), instead.clone());
            unmet.push((place(gone.end), Unmet { message, correction }));
        }
    }
    unmet
}
