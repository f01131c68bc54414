//! The analysis of deals: both ways to the frontier agree, and every point is what its definition says, by brute force.

use crate::common::{Program, altered, scenario};
use proptest::prelude::*;
use we_can_wait::analysis::{
    Linkage, MOST_LISTED, Outcome, Party, Space, SpaceError, Ties, Weighing, alike, better, better_within, by_blocks,
    by_enumeration, sensitivity, solutions, study, survey, ties, zone,
};
use we_can_wait::negotiation::value::{Level, value};

/// A space of a few issues and parties, with linkages over any of its issues.
fn spaces() -> impl Strategy<Value = Space> {
    (prop::collection::vec(1_usize..4, 1..5), 2_usize..6).prop_flat_map(|(pairs, parties)| {
        let party = party(pairs.clone());
        prop::collection::vec(party, parties).prop_map(move |parties| Space { pairs: pairs.clone(), parties })
    })
}

fn party(pairs: Vec<usize>) -> impl Strategy<Value = Party> {
    let worth: Vec<_> = pairs.iter().map(|pairs| prop::collection::vec(0_i64..12, *pairs)).collect();
    let linkages = prop::collection::vec(linkage(pairs), 0..3);
    let ceiling = prop::option::weighted(0.3, 5_i64..25);
    (worth, linkages, 0_i64..20, ceiling).prop_map(|(worth, linkages, reservation, ceiling)| Party {
        worth,
        linkages,
        reservation,
        ceiling,
    })
}

fn linkage(pairs: Vec<usize>) -> impl Strategy<Value = Linkage> {
    let issues = prop::sample::subsequence((0..pairs.len()).collect::<Vec<_>>(), 0..=pairs.len());
    issues.prop_flat_map(move |issues| {
        let combinations: usize = issues.iter().map(|issue| pairs[*issue]).product();
        let broken = prop::collection::vec(any::<bool>(), combinations);
        (Just(issues), broken, -4_i64..15).prop_map(|(issues, broken, loses)| Linkage { issues, broken, loses })
    })
}

fn every_deal(space: &Space) -> Vec<Outcome> {
    (0..space.deals())
        .map(|place| {
            let deal = space.deal(place);
            Outcome { values: space.values(&deal), deal }
        })
        .collect()
}

/// The same space, every number so many times as great: products of gains no longer fit into 128 bits.
fn enlarged(space: &Space) -> Space<i128> {
    const TIMES: i128 = 10_i128.pow(33);
    let times = |number: i64| i128::from(number) * TIMES;
    let parties = space.parties.iter().map(|party| Party {
        worth: party.worth.iter().map(|worth| worth.iter().map(|worth| times(*worth)).collect()).collect(),
        linkages: party
            .linkages
            .iter()
            .map(|linkage| Linkage {
                issues: linkage.issues.clone(),
                broken: linkage.broken.clone(),
                loses: times(linkage.loses),
            })
            .collect(),
        reservation: times(party.reservation),
        ceiling: party.ceiling.map(times),
    });
    let space = Space { pairs: space.pairs.clone(), parties: parties.collect() };
    space.checked().expect("it still fits")
}

/// Places of a frontier with the highest score, among those that count.
fn highest<S: PartialOrd + Copy>(scores: &[Option<S>]) -> Vec<usize> {
    let among = || scores.iter().enumerate().filter_map(|(place, s)| s.map(|s| (place, s)));
    among().filter(|(_, score)| among().all(|(_, other)| other <= *score)).map(|(place, _)| place).collect()
}

fn betters(one: &[i64], other: &[i64]) -> bool {
    one != other && one.iter().zip(other).all(|(a, b)| a >= b)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn the_fast_way_and_enumeration_come_to_the_same_frontier(space in spaces()) {
        let values = |outcomes: Vec<Outcome>| -> Vec<Vec<i64>> {
            outcomes.into_iter().map(|o| o.values).collect()
        };
        for outcome in by_blocks(&space) {
            prop_assert_eq!(space.values(&outcome.deal), outcome.values);
        }
        prop_assert_eq!(values(by_blocks(&space)), values(by_enumeration(&space)));
    }

    #[test]
    fn nothing_betters_the_frontier_and_everything_else_is_bettered(space in spaces()) {
        let frontier = by_enumeration(&space);
        for deal in every_deal(&space) {
            let on_it = frontier.iter().any(|o| o.values == deal.values);
            let bettered = every_deal(&space).iter().any(|o| betters(&o.values, &deal.values));
            prop_assert_eq!(on_it, !bettered);
        }
    }

    #[test]
    fn the_points_are_what_their_definitions_say_by_brute_force(space in spaces()) {
        let frontier = by_enumeration(&space);
        let found = solutions(&space, &frontier);
        let gains = |outcome: &Outcome| -> Vec<f64> {
            let reservations = space.parties.iter().map(|party| party.reservation);
            outcome.values.iter().zip(reservations).map(|(v, r)| (v - r) as f64).collect()
        };
        let acceptable: Vec<Vec<f64>> = every_deal(&space)
            .iter()
            .map(gains)
            .filter(|gains| gains.iter().all(|gain| *gain >= 0.0))
            .collect();
        let at = |place: Option<usize>| place.map(|place| gains(&frontier[place]));
        let largest = |score: &dyn Fn(&[f64]) -> f64| {
            acceptable.iter().map(|g| score(g)).fold(f64::NEG_INFINITY, f64::max)
        };
        let least = |gains: &[f64]| gains.iter().copied().fold(f64::INFINITY, f64::min);
        let most: Vec<f64> = (0..space.parties.len())
            .map(|party| acceptable.iter().map(|g| g[party]).fold(0.0, f64::max))
            .collect();
        let share = |gains: &[f64]| {
            let shares = gains.iter().zip(&most).filter(|(_, most)| **most > 0.0);
            shares.map(|(gain, most)| gain / most).fold(f64::INFINITY, f64::min)
        };
        prop_assert_eq!(found.nash.is_none(), acceptable.is_empty());
        if let (Some(nash), Some(equal), Some(shared)) =
            (at(found.nash), at(found.egalitarian), at(found.kalai_smorodinsky))
        {
            let product = |gains: &[f64]| gains.iter().product::<f64>();
            prop_assert!((product(&nash) - largest(&product)).abs() < 1e-9);
            prop_assert!((least(&equal) - largest(&least)).abs() < 1e-9);
            let (found, best) = (share(&shared), largest(&share));
            prop_assert!(found == best || (found - best).abs() < 1e-9, "{found} {best}");
        }
        let sum = |outcome: &Outcome| outcome.values.iter().sum::<i64>();
        let best = every_deal(&space).iter().map(sum).max();
        prop_assert_eq!(found.welfare.map(|place| sum(&frontier[place])), best);
    }

    #[test]
    fn ties_are_all_places_with_the_highest_score(space in spaces()) {
        let frontier = by_enumeration(&space);
        let gains: Vec<Option<Vec<i64>>> = frontier
            .iter()
            .map(|outcome| {
                let reservations = space.parties.iter().map(|party| party.reservation);
                let gains: Vec<i64> = outcome.values.iter().zip(reservations).map(|(v, r)| v - r).collect();
                gains.iter().all(|gain| *gain >= 0).then_some(gains)
            })
            .collect();
        let most: Vec<i64> = (0..space.parties.len())
            .map(|party| gains.iter().flatten().map(|g| g[party]).max().unwrap_or(0))
            .collect();
        // Shares on the common denominator of all that can be gained: small numbers, so that this fits.
        let whole: i64 = most.iter().filter(|most| **most > 0).product();
        let share = |gains: &Vec<i64>| {
            let shares = gains.iter().zip(&most).filter(|(_, most)| **most > 0);
            shares.map(|(gain, most)| gain * (whole / most)).min().unwrap_or(i64::MAX)
        };
        let score = |score: &dyn Fn(&Vec<i64>) -> i64| -> Vec<Option<i64>> {
            gains.iter().map(|gains| gains.as_ref().map(score)).collect()
        };
        let sums: Vec<Option<i64>> = frontier.iter().map(|o| Some(o.values.iter().sum())).collect();
        let expected = Ties {
            nash: highest(&score(&|gains| gains.iter().product())),
            kalai_smorodinsky: highest(&score(&share)),
            egalitarian: highest(&score(&|gains| gains.iter().copied().min().unwrap_or(0))),
            welfare: highest(&sums),
        };
        prop_assert_eq!(&ties(&space, &frontier), &expected);
        let chosen = solutions(&space, &frontier);
        prop_assert!(chosen.nash.is_none_or(|nash| expected.nash.contains(&nash)));
        prop_assert_eq!(chosen.nash.is_none(), expected.nash.is_empty());
        prop_assert!(chosen.welfare.is_some_and(|welfare| expected.welfare.contains(&welfare)));
    }

    #[test]
    fn great_numbers_give_the_same_deals_as_small_ones(space in spaces()) {
        let (small, great) = (survey(space.clone()), survey(enlarged(&space)));
        let small_deals: Vec<_> = small.frontier.iter().map(|o| &o.deal).collect();
        let great_deals: Vec<_> = great.frontier.iter().map(|o| &o.deal).collect();
        prop_assert_eq!(small_deals, great_deals);
        prop_assert_eq!(small.ties, great.ties);
        prop_assert_eq!(small.solutions, great.solutions);
        prop_assert_eq!(small.zone, great.zone);
        prop_assert_eq!(small.opposition, great.opposition);
    }

    #[test]
    fn the_zone_and_the_deals_of_the_frontier_are_what_counting_says(space in spaces()) {
        let all = every_deal(&space);
        let acceptable = all.iter().filter(|o| space.acceptable(&o.values)).count();
        prop_assert_eq!(zone(&space), acceptable);
        let frontier = by_blocks(&space);
        for (outcome, alike) in frontier.iter().zip(alike(&space, &frontier)) {
            let same: Vec<_> = all.iter().filter(|o| o.values == outcome.values).map(|o| o.deal.clone()).collect();
            prop_assert_eq!(alike.count, same.len());
            prop_assert_eq!(alike.deals, same);
        }
        prop_assert_eq!(survey(space.clone()).frontier, by_enumeration(&space));
    }

    #[test]
    fn a_better_deal_betters_and_no_other_does_so_with_fewer_changes(space in spaces()) {
        let changed = |one: &Outcome, other: &Outcome| {
            one.deal.iter().zip(&other.deal).filter(|(a, b)| a != b).count()
        };
        for deal in every_deal(&space) {
            let betterings = every_deal(&space).into_iter().filter(|o| betters(&o.values, &deal.values));
            let fewest = betterings.map(|o| changed(&o, &deal)).min();
            let found = better(&space, &deal.deal, &deal.values);
            if let Some(found) = &found {
                prop_assert!(betters(&found.values, &deal.values));
            }
            prop_assert_eq!(found.map(|o| changed(&o, &deal)), fewest);
        }
    }

    #[test]
    fn a_better_deal_leaves_alone_what_is_out_of_play(space in spaces(), kept in 0_usize..4) {
        let changed = |one: &Outcome, other: &Outcome| {
            one.deal.iter().zip(&other.deal).filter(|(a, b)| a != b).count()
        };
        for deal in every_deal(&space) {
            let same = |other: &Outcome| other.deal.get(kept) == deal.deal.get(kept);
            let betterings = every_deal(&space).into_iter().filter(|o| same(o) && betters(&o.values, &deal.values));
            let fewest = betterings.map(|o| changed(&o, &deal)).min();
            let found = better_within(&space, &deal.deal, &deal.values, &|issue| issue != kept);
            if let Some(found) = &found {
                prop_assert!(same(found) && betters(&found.values, &deal.values));
            }
            prop_assert_eq!(found.map(|o| changed(&o, &deal)), fewest);
        }
    }
}

#[test]
fn the_space_values_deals_as_play_and_debrief_do() {
    let scenario = scenario();
    let space = Space::of(&scenario).expect("it can be gone through");
    assert_eq!(space.deals(), 76_800);
    for place in (0..space.deals()).step_by(97) {
        let deal = space.deal(place);
        let expected: Vec<i64> =
            scenario.values.iter().map(|values| value(&scenario, values, &deal, Level::Mid)).collect();
        assert_eq!(space.values(&deal), expected, "{deal:?}");
    }
}

#[test]
fn history_lies_in_the_zone_of_agreement_and_the_two_orders_of_the_record_do_not() {
    let scenario = scenario();
    let study = study(&scenario, 1, 20).expect("it can be gone through");
    let placed = |id: &str| {
        let deal = scenario.deal_id(id).expect("the deal is named");
        study.placed.iter().find(|placed| placed.deal == deal).expect("it is placed")
    };
    assert!(placed("joint_declaration").acceptable);
    assert!(!placed("soviet_order").acceptable);
    assert!(!placed("japanese_order").acceptable);
    assert!(placed("joint_declaration").ratifiable.iter().all(|yes| *yes));
}

#[test]
fn the_same_seed_draws_the_same_weightings_and_another_seed_others() {
    let scenario = scenario();
    let draw = |seed| sensitivity(&scenario, seed, 60).expect("it can be gone through");
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1), draw(2));
}

/// A space of thousands of deals in which one party mostly loses what the other gains, so that the frontier has many points and is
/// sorted in more than once.
fn large_spaces(parties: usize) -> impl Strategy<Value = Space> {
    let pairs = prop::collection::vec(4_usize..7, 5..=5);
    pairs.prop_flat_map(move |pairs| {
        let worth = |most: i64| -> Vec<_> {
            let issues = pairs.iter();
            issues.map(|pairs| prop::collection::vec(0..most, *pairs)).collect()
        };
        let three: usize = pairs[1..4].iter().product();
        let broken = prop::collection::vec(any::<bool>(), three);
        let party = (worth(700), broken, 5_000_i64..12_000);
        let parties = prop::collection::vec(party, parties);
        let pairs = pairs.clone();
        (worth(5_000), parties).prop_map(move |(stakes, parties)| Space {
            pairs: pairs.clone(),
            parties: parties
                .into_iter()
                .enumerate()
                .map(|(place, (mut worth, broken, reservation))| {
                    for (worth, stake) in worth.iter_mut().flatten().zip(stakes.iter().flatten()) {
                        *worth += if place % 2 == 0 { *stake } else { 5_000 - stake };
                    }
                    Party {
                        worth,
                        linkages: vec![Linkage { issues: vec![1, 2, 3], broken, loses: 1_500 }],
                        reservation,
                        ceiling: None,
                    }
                })
                .collect(),
        })
    })
}

/// The frontier by sorting every deal and comparing it with all that are kept.
fn sorted_out(space: &Space) -> Vec<Outcome> {
    let mut all = every_deal(space);
    all.sort_by(|a, b| b.values.cmp(&a.values).then(a.deal.cmp(&b.deal)));
    let mut kept: Vec<Outcome> = Vec::new();
    for outcome in all {
        let as_good = |other: &Outcome| other.values.iter().zip(&outcome.values).all(|(a, b)| a >= b);
        if !kept.iter().any(as_good) {
            kept.push(outcome);
        }
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn of_thousands_of_deals_every_way_finds_the_same_frontier(
        space in (2_usize..4).prop_flat_map(large_spaces),
    ) {
        let expected = sorted_out(&space);
        prop_assert_eq!(&by_enumeration(&space), &expected);
        prop_assert_eq!(&by_blocks(&space), &expected);
        let all = every_deal(&space);
        let acceptable = all.iter().filter(|o| space.acceptable(&o.values)).count();
        prop_assert_eq!(zone(&space), acceptable);
        let on_frontier: usize = alike(&space, &expected).iter().map(|alike| alike.count).sum();
        let known: std::collections::HashSet<&Vec<i64>> = expected.iter().map(|o| &o.values).collect();
        prop_assert_eq!(on_frontier, all.iter().filter(|o| known.contains(&o.values)).count());
    }
}

#[test]
fn weights_drawn_again_leave_nothing_of_the_old_ones() {
    let scenario = scenario();
    let mut weighing = Weighing::of(&scenario).expect("it can be gone through");
    let one = weighing.weigh(|party, issue| (party + issue) as i64).clone();
    let other = weighing.weigh(|_, _| 7).clone();
    assert_ne!(one, other);
    assert_eq!(weighing.weigh(|party, issue| (party + issue) as i64), &one);
    let mid = Space::of(&scenario).expect("it can be gone through");
    assert_eq!(mid.parties[0].linkages, other.parties[0].linkages);
    let preference = &scenario.values[0].preferences[1];
    let points = i64::from(preference.points[0].0.mid);
    assert_eq!(mid.parties[0].worth[1][0], i64::from(preference.weight.mid) * points);
    assert_eq!(other.parties[0].worth[1][0], 7 * points);
}

#[test]
fn of_very_many_deals_alike_the_first_are_listed_and_all_counted() {
    let indifferent = Party { worth: vec![vec![3_i64; 200]; 2], linkages: Vec::new(), reservation: 0, ceiling: None };
    let space = Space { pairs: vec![200; 2], parties: vec![indifferent; 2] };
    let study = survey(space.checked().expect("it is whole"));
    assert_eq!(study.frontier.len(), 1);
    assert_eq!(study.alike[0].count, 40_000);
    assert_eq!(study.alike[0].deals.len(), MOST_LISTED);
    assert_eq!(study.zone, 40_000);
    assert_eq!(study.opposition, 0);
}

#[test]
fn a_space_whose_tables_or_numbers_do_not_fit_is_refused() {
    let whole = Space {
        pairs: vec![2, 2],
        parties: vec![Party { worth: vec![vec![0; 2]; 2], linkages: Vec::new(), reservation: 0, ceiling: None }],
    };
    assert!(whole.clone().checked().is_ok());
    let many = Space { parties: vec![whole.parties[0].clone(); 9], ..whole.clone() };
    assert_eq!(many.checked(), Err(SpaceError::TooManyParties(9)));
    let linked = |issues: Vec<usize>, broken: usize| {
        let mut space = whole.clone();
        space.parties[0].linkages.push(Linkage { issues, broken: vec![true; broken], loses: 1 });
        space.checked()
    };
    assert!(linked(vec![0, 1], 4).is_ok());
    let misfit = Err(SpaceError::Misfit { party: 0, linkage: 0 });
    assert_eq!(linked(vec![0, 1], 3), misfit);
    assert_eq!(linked(vec![1, 0], 4), misfit);
    assert_eq!(linked(vec![0, 5], 4), misfit);
    let mut great = whole;
    great.parties[0].worth[0][1] = i64::MAX / 2;
    assert_eq!(great.checked(), Err(SpaceError::TooGreat(0)));
}

#[test]
fn a_space_that_is_too_large_or_has_holes_is_refused() {
    let party = |worth: Vec<Vec<i64>>| Party { worth, linkages: Vec::new(), reservation: 0, ceiling: None };
    let large = Space { pairs: vec![100; 5], parties: vec![party(vec![vec![0; 100]; 5])] };
    assert!(matches!(large.checked(), Err(SpaceError::TooLarge(_))));
    let holed = Space { pairs: vec![2, 3], parties: vec![party(vec![vec![0; 2], vec![0; 2]])] };
    assert_eq!(holed.checked(), Err(SpaceError::Incomplete(1)));
}

#[test]
fn analyze_prints_words_and_figures_and_refuses_what_is_no_scenario() {
    let program = Program::new();
    let run = |args: &[&str]| program.run(args);
    let text = run(&["analyze", "moscow-1955", "--weightings", "10"]);
    assert!(text.status.success());
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("76800 deals") && text.contains("Nash"));
    let json = run(&["analyze", "moscow-1955", "--weightings", "10", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("it is JSON");
    assert_eq!(json["deals"], 76_800);
    assert!(json["frontier"].as_array().is_some_and(|f| f.len() > 10));
    let declaration =
        json["named"].as_array().and_then(|named| named.iter().find(|deal| deal["id"] == "joint_declaration"));
    assert_eq!(declaration.expect("it is there")["acceptable"], true);
    assert_eq!(run(&["analyze", "nowhere"]).status.code(), Some(2));
}

#[test]
fn deals_that_tie_in_a_scenario_are_told_in_words_and_figures() {
    // To both parties an exchange with normalization is now worth what it is worth before it.
    let later = r#"timing: With, points: (80, 90, 100), source: Judgement("A little later"#;
    let folder = altered("values/japan.ron", later, &later.replace("(80, 90, 100)", "(90, 100, 100)"));
    let path = folder.path().display().to_string();
    let program = Program::new();
    let json = program.run(&["analyze", &path, "--weightings", "1", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("it is JSON");
    let tied = json["ties"]["nash"].as_array().expect("they are listed");
    assert_eq!(tied.len(), 2);
    assert_eq!(tied[0]["deal"], json["nash"]["deal"]);
    assert_eq!(tied[0]["values"], tied[1]["values"]);
    assert_eq!(tied[1]["deal"][5], "culture exchanges with");
    let text = program.run(&["analyze", &path, "--weightings", "1"]);
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("These deals are equally good by the same measure"), "{text}");
    let untied = program.run(&["analyze", "moscow-1955", "--weightings", "1"]);
    assert!(!String::from_utf8_lossy(&untied.stdout).contains("as good by the same measure"));
}
