//! The debrief: the map of values, the swap, the shares of weightings and what would turn a conclusion round, each worked out
//! again by another way.

use crate::common::debriefs::{GAMES, appraised, chart, game, games, told};
use crate::common::games::nth_seat;
use we_can_wait::analysis::{Outcome, WEIGHTINGS, by_blocks, by_enumeration};
use we_can_wait::debrief::{Claim, Deals, PointKind, Scales, Tested, WeightError, Weights, Which, findings_of};
use we_can_wait::language::Catalogue;
use we_can_wait::negotiation::value::{Level, broken_linkages, points, value};
use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::resolved::Deal;
use we_can_wait::view::chart::ValueChart;
use we_can_wait::view::debrief::{Block, Document};
use we_can_wait::view::wording::{Wording, seated};

/// A deal's values by the rules of play.
fn worth(scenario: &Scenario, deal: &Deal) -> Vec<i64> {
    let parties = scenario.values.iter();
    parties.map(|values| value(scenario, values, deal, Level::Mid)).collect()
}

/// The same under weights, added up by hand.
fn worth_under(scenario: &Scenario, weights: &Weights, deal: &Deal) -> Vec<i64> {
    let parties = scenario.values.iter().enumerate();
    let worth = parties.map(|(party, values)| {
        let points = points(values, deal, Level::Mid);
        let points = points.iter().enumerate();
        let sum: i64 = points.map(|(issue, points)| i64::from(weights.figure(party, issue).unwrap()) * points).sum();
        (sum - broken_linkages(scenario, values, deal, Level::Mid)).max(0)
    });
    worth.collect()
}

fn betters(one: &[i64], other: &[i64]) -> bool {
    one != other && one.iter().zip(other).all(|(a, b)| a >= b)
}

#[test]
fn the_map_shows_the_report_where_its_values_lie_and_history_beside_it() {
    let scenario = crate::common::scenario();
    for name in GAMES {
        let game = game(&scenario, name);
        let judgement = game.session.judgement().expect("the game is over");
        let appraisal = appraised(&game);
        let first = &appraisal.points[0];
        assert_eq!(first.kinds[0], PointKind::Earned, "{name}");
        assert_eq!(first.values, worth(&scenario, &judgement.earned), "{name}");
        let chart = chart(&game);
        assert_eq!(chart.marks[0].at.across, first.values[0]);
        assert_eq!(chart.marks[0].at.up, first.values[1]);
        for (id, named) in scenario.deal_ids().zip(&scenario.deals) {
            let kind = PointKind::Named(id);
            let point = appraisal.points.iter().find(|p| p.kinds.contains(&kind));
            let point = point.expect("every named deal is there");
            assert_eq!(point.values, worth(&scenario, &named.deal), "{}", named.id);
        }
        let shapes: Vec<_> = chart.marks.iter().map(|mark| mark.shape).collect();
        assert!(shapes.iter().any(|shape| *shape != shapes[0]), "told by shape");
    }
}

#[test]
fn the_other_seat_reads_its_own_worth_across() {
    let scenario = crate::common::scenario();
    let game = game(&scenario, "as-it-was.ron");
    let (own, other) = (chart(&game), {
        let seat = nth_seat(&scenario, 1);
        let findings = findings_of(&game, seat);
        let catalogue = Catalogue::load("en").expect("it has no faults");
        let catalogue = seated(&catalogue, &scenario, seat);
        let wording = Wording::new(&catalogue, &scenario);
        let appraisal = findings.appraisal.expect("it is no large space");
        we_can_wait::view::chart::chart(wording, &appraisal, 1, true).expect("two parties")
    });
    assert_eq!(own.across.reservation, other.up.reservation);
    assert_eq!(own.up.name, other.across.name);
    let declaration = |chart: &ValueChart| {
        let named = |mark: &&we_can_wait::view::chart::Named| mark.name.contains("1956");
        chart.marks.iter().find(named).expect("it is there").at
    };
    assert_eq!(declaration(&own).across, declaration(&other).up);
    assert_ne!(declaration(&own).across, declaration(&own).up);
}

#[test]
fn nothing_betters_a_point_of_the_frontier_and_the_zone_ends_where_nobody_gains() {
    let scenario = crate::common::scenario();
    let game = game(&scenario, "as-it-was.ron");
    let (chart, appraisal) = (chart(&game), appraised(&game));
    let space = Weights::authored(&scenario).space(&scenario).expect("small");
    let all: Vec<Outcome> = by_enumeration(&space);
    let places: Vec<(i64, i64)> = chart.frontier.iter().map(|d| (d.at.across, d.at.up)).collect();
    let mut expected: Vec<(i64, i64)> = all.iter().map(|o| (o.values[0], o.values[1])).collect();
    expected.sort_by(|a, b| b.cmp(a));
    assert_eq!(places, expected);
    for point in &appraisal.points {
        let bettered = all.iter().any(|o| betters(&o.values, &point.values));
        assert_eq!(point.on_frontier, !bettered, "{:?}", point.kinds);
    }
    let (across, up) = (chart.across.reservation, chart.up.reservation);
    assert_eq!((across, up), (4_500, 5_000));
    assert!(chart.zone.len() > 4);
    assert!(chart.zone.iter().all(|at| at.across >= across && at.up >= up));
}

#[test]
fn the_swap_is_better_for_somebody_and_worse_for_nobody_and_no_smaller_one_is() {
    let scenario = crate::common::scenario();
    let mut swaps = 0;
    for (name, game) in games(&scenario) {
        let Some(judgement) = game.session.judgement() else {
            continue;
        };
        let Some(swap) = appraised(&game).swap else {
            continue;
        };
        swaps += 1;
        let earned = worth(&scenario, &judgement.earned);
        assert_eq!(swap.values, worth(&scenario, &swap.deal), "{name}");
        assert!(betters(&swap.values, &earned), "{name}: {swap:?}");
        let changed = swap.deal.iter().zip(&judgement.earned).filter(|(a, b)| a != b);
        if changed.count() > 1 {
            for (issue, form) in scenario.issues.iter().take(scenario.deal_issues()).enumerate() {
                for pair in 0..form.pairs.len() {
                    let mut one = judgement.earned.clone();
                    one[issue] = u16::try_from(pair).unwrap();
                    assert!(!betters(&worth(&scenario, &one), &earned), "{name}: {one:?}");
                }
            }
        }
    }
    assert!(swaps >= 5, "{swaps}");
}

#[test]
fn a_deal_of_the_frontier_leaves_nothing_and_issues_out_of_play_are_left_alone() {
    let scenario = crate::common::scenario();
    let authored = Weights::authored(&scenario);
    let space = authored.space(&scenario).expect("small");
    let issues = scenario.deal_issues();
    let on = by_blocks(&space).swap_remove(20);
    let deals = Deals::new(&scenario, Some(on.deal), vec![true; issues]);
    assert_eq!(deals.swap(&scenario, &authored), Ok(None));
    let order = scenario.deal_id("soviet_order").expect("it is there");
    let order = scenario.deal(order).deal.clone();
    let whole = Deals::new(&scenario, Some(order.clone()), vec![true; issues]);
    let whole = whole.swap(&scenario, &authored).expect("small").expect("a swap");
    let trade = 4;
    assert_ne!(whole.deal[trade], order[trade], "trade is what is swapped");
    let mut in_play = vec![true; issues];
    in_play[trade] = false;
    let within = Deals::new(&scenario, Some(order.clone()), in_play);
    let within = within.swap(&scenario, &authored).expect("small");
    assert!(within.is_none_or(|swap| swap.deal[trade] == order[trade]));
}

#[test]
fn the_shares_that_are_told_count_the_weightings_they_say() {
    let scenario = crate::common::scenario();
    let game = game(&scenario, "as-it-was.ron");
    let judgement = game.session.judgement().expect("the game is over");
    let deal = |which: Which| match which {
        Which::Report => judgement.earned.clone(),
        Which::Named(id) => scenario.deal(id).deal.clone(),
    };
    let reservation = |party: usize| Level::Mid.of(scenario.values[party].reservation);
    let mut unsure = 0;
    for told in appraised(&game).claims {
        let holds = |weights: &Weights| match told.claim {
            Claim::Dominated => told.holds,
            Claim::Acceptable { deal: of, party } => {
                worth_under(&scenario, weights, &deal(of))[party] >= reservation(party)
            }
            Claim::Prefers { deal: of, to, party } => {
                let worth = |which| worth_under(&scenario, weights, &deal(which))[party];
                worth(of) > worth(to)
            }
        };
        let agree = (0..WEIGHTINGS)
            .map(|number| Weights::drawn(&scenario, 1, number))
            .filter(|weights| holds(weights) == told.holds);
        let agree = u32::try_from(agree.count()).unwrap();
        assert_eq!((told.agree, told.of), (agree, WEIGHTINGS), "{told:?}");
        unsure += usize::from(agree < WEIGHTINGS);
    }
    assert!(unsure >= 2, "some conclusions depend on the weights");
}

#[test]
fn a_conclusion_turns_round_at_the_figure_that_is_named_and_not_before_it() {
    let scenario = crate::common::scenario();
    let mut checked = 0;
    for name in GAMES {
        let game = game(&scenario, name);
        let seat = game.session.setup().seat;
        let tested = Tested::of(&game, seat).expect("small");
        let mut scales = Scales::new(&scenario, &tested.deals);
        for flip in appraised(&game).flips {
            let mut holds_at = |weight: u32| {
                let mut weights = Weights::authored(&scenario);
                let set = weights.set(&scenario, flip.party, flip.issue, weight);
                set.expect("it is inside the range");
                let weighed = scales.weigh(&weights).expect("small");
                let by_hand = |which: Which| {
                    let deal = match which {
                        Which::Report => tested.deals.report.clone().unwrap(),
                        Which::Named(id) => scenario.deal(id).deal.clone(),
                    };
                    worth_under(&scenario, &weights, &deal)
                };
                if let Claim::Prefers { deal, to, party } = flip.claim {
                    let prefers = by_hand(deal)[party] > by_hand(to)[party];
                    assert_eq!(weighed.holds(flip.claim), prefers, "{flip:?}");
                }
                weighed.holds(flip.claim)
            };
            assert_eq!(holds_at(flip.at), flip.becomes, "{flip:?}");
            let before = if flip.above { flip.at - 1 } else { flip.at + 1 };
            assert_ne!(holds_at(before), flip.becomes, "{flip:?}");
            checked += 1;
        }
    }
    assert!(checked >= 3, "{checked}");
}

#[test]
fn a_weight_is_moved_inside_the_authors_range_and_nowhere_else() {
    let scenario = crate::common::scenario();
    let mut weights = Weights::authored(&scenario);
    assert!(weights.moved(&scenario).is_empty());
    weights.set_written(&scenario, "japan.islands=38").expect("it is the highest");
    weights.set_written(&scenario, "ussr.state_of_war = 40").expect("it is inside");
    let moved = weights.moved(&scenario);
    assert_eq!((moved[0].from, moved[0].to), (30, 38));
    assert_eq!((moved[1].from, moved[1].to), (45, 40));
    let before = weights.clone();
    for text in [
        "japan.islands=39",
        "japan.islands=21",
        "japan.islands=-3",
        "japan.islands=1e9",
        "japan.islands=99999999999",
        "japan.islands=",
        "japan.islands",
        "islands=30",
        "japan=30",
        "korea.islands=30",
        "japan.oil=30",
        "japan.order=30",
        "japan.islands=thirty",
        "",
        "=",
        ".=",
    ] {
        let refused = weights.set_written(&scenario, text);
        assert!(refused.is_err(), "{text:?} is taken");
        assert_eq!(weights, before, "{text:?} changes something");
    }
    let refused = weights.set_written(&scenario, "japan.islands=39").expect_err("outside");
    assert!(matches!(refused, WeightError::Range { low: 22, high: 38, .. }), "{refused:?}");
    for (text, allowed) in [("korea.islands=30", "japan, ussr"), ("japan.oil=30", "prisoners")] {
        let error = weights.set_written(&scenario, text).expect_err("there is none");
        assert!(error.to_string().contains(allowed), "{error}");
    }
}

#[test]
fn a_moved_weight_draws_every_conclusion_anew_and_says_so() {
    let scenario = crate::common::scenario();
    let game = game(&scenario, "as-it-was.ron");
    let authored = Weights::authored(&scenario);
    let mut moved = authored.clone();
    moved.set_written(&scenario, "ussr.state_of_war=38").expect("inside");
    let (old, new) = (told(&game, &authored), told(&game, &moved));
    let text = |document: &Document| serde_json::to_string(document).expect("it is data");
    assert!(text(&new).contains("38 instead of 45"));
    assert!(!text(&old).contains("instead of 45"));
    let value = worth_under(&scenario, &moved, &scenario.deals[3].deal)[1];
    let declaration = |document: &Document| {
        let map = document.sections.iter().find(|s| s.key == "map").expect("the map");
        let tables = map.blocks.iter().filter_map(|block| match block {
            Block::Table { rows, .. } => Some(rows),
            _ => None,
        });
        let mut rows = tables.flatten();
        rows.find(|row| row[0].contains("1956")).expect("it is there")[2].clone()
    };
    assert_eq!(declaration(&new), (value / 100).to_string());
    assert_ne!(declaration(&new), declaration(&old));
}

#[test]
fn whether_it_can_pass_is_told_apart_from_whether_it_is_good() {
    let scenario = crate::common::scenario();
    let game = game(&scenario, "as-it-was.ron");
    let document = told(&game, &Weights::authored(&scenario));
    let home = document.sections.iter().find(|s| s.key == "home").expect("home");
    let home = serde_json::to_string(home).expect("it is data");
    // The record's own report: everybody needed says yes, and Japan has less than without a deal.
    let judgement = game.session.judgement().expect("the game is over");
    assert!(judgement.ratifiable && worth(&scenario, &judgement.earned)[0] < 4_500);
    assert!(home.contains("It could pass, but no deal would still have been better."), "{home}");
}
