//! Styles of the counterpart: what they may change and what not, and that what is told of a decision is true of the game.

use std::sync::{Arc, LazyLock};

use crate::common::games::nth_seat;
use proptest::prelude::*;
use we_can_wait::negotiation::disposition::{TERMS, readiness, time_share};
use we_can_wait::negotiation::event::{Event, PointIndex};
use we_can_wait::negotiation::journal::{Game, Journal};
use we_can_wait::negotiation::style::{allowed, slack};
use we_can_wait::negotiation::why::{Account, Closed, Explanation, Meant, Outcome, explain, explain_all};
use we_can_wait::negotiation::{Opposite, Setup};
use we_can_wait::playtest::bot::Bot;
use we_can_wait::playtest::play;
use we_can_wait::scenario::acts::Yielding;
use we_can_wait::scenario::resolved::{Condition, Curve, Style};
use we_can_wait::scenario::terms::Figure;
use we_can_wait::scenario::{LengthId, Scenario, SeatId};

static SCENARIO: LazyLock<Arc<Scenario>> = LazyLock::new(crate::common::scenario);

const STYLES: [&str; 3] = ["record", "harder", "forthcoming"];

fn style(id: &str) -> &'static Style {
    let seat = SCENARIO.seat(SeatId::FIRST);
    seat.style_id(id).and_then(|id| seat.style(id)).expect("the style is written")
}

fn game(style: &str, seed: u64) -> Game {
    let seat = SCENARIO.seat(SeatId::FIRST);
    let setup = Setup {
        seed,
        seat: SeatId::FIRST,
        length: LengthId::FIRST,
        opposite: Opposite::Model,
        style: seat.style_id(style).expect("the style is written"),
        room: Default::default(),
    };
    play(&SCENARIO, setup, Bot::Random)
}

fn yields(meant: Meant) -> Option<Yielding> {
    match meant {
        Meant::Say(_, id) => Some(SCENARIO.utterance(id).act.profile().yields),
        Meant::LetStand => None,
    }
}

/// How a style changed what the author's stances alone come to, over many games: pairs of both.
fn changes(style: &str) -> Vec<(Option<Yielding>, Option<Yielding>)> {
    let accounts = (1..=60).flat_map(|seed| explain_all(&game(style, seed)));
    let accounts = accounts.filter_map(|explanation| explanation.account);
    accounts.map(|account| (yields(account.written), yields(account.meant))).collect()
}

#[test]
fn a_delegation_in_a_style_of_its_own_answers_the_hosts_by_the_same_law() {
    let hosts = nth_seat(&SCENARIO, 1);
    let of = |style: &str| {
        let style = SCENARIO.seat(hosts).style_id(style).expect("the style");
        let games = (1..=12).map(|seed| {
            let setup = Setup {
                seed,
                seat: hosts,
                length: LengthId::FIRST,
                opposite: Opposite::Model,
                style,
                room: Default::default(),
            };
            play(&SCENARIO, setup, Bot::Random)
        });
        let accounts = games.flat_map(|game| explain_all(&game));
        let accounts = accounts.filter_map(|explanation| explanation.account);
        accounts.collect::<Vec<_>>()
    };
    let (harder, forthcoming) = (of("harder"), of("forthcoming"));
    assert!(harder.iter().all(|a| yields(a.meant) <= yields(a.written)));
    assert!(harder.iter().any(|a| a.meant != a.written));
    assert!(forthcoming.iter().all(|a| yields(a.meant) >= yields(a.written)));
    let opening = harder.iter().map(|a| a.disposition.aspiration.opening);
    let hosts_aim = aim_of_the_hosts();
    assert!(opening.max() != Some(hosts_aim), "each side aims for its own opening position");
}

/// What the hosts' opening position is worth to them, as they judge it when the delegation is played.
fn aim_of_the_hosts() -> i64 {
    let accounts = explain_all(&game("record", 1)).into_iter();
    let mut accounts = accounts.filter_map(|explanation| explanation.account);
    let account = accounts.next().expect("something was answered");
    account.disposition.aspiration.opening
}

#[test]
fn the_records_own_manner_leaves_every_choice_to_the_author() {
    for seed in 1..=20 {
        for explanation in explain_all(&game("record", seed)) {
            if let Some(account) = explanation.account {
                assert_eq!(account.written, account.meant);
                assert_eq!((account.allowed, account.slack), (None, 0));
            }
        }
    }
}

#[test]
fn a_harder_counterpart_never_yields_more_than_the_record_in_the_same_state_and_often_less() {
    let changes = changes("harder");
    assert!(changes.iter().all(|(written, meant)| meant <= written && meant.is_some() == written.is_some()));
    let less = changes.iter().filter(|(w, m)| m < w).count();
    assert!(less * 10 > changes.len(), "{less} of {}", changes.len());
}

#[test]
fn a_more_forthcoming_counterpart_never_yields_less_and_sometimes_more() {
    let changes = changes("forthcoming");
    assert!(changes.iter().all(|(written, meant)| meant >= written));
    let more = changes.iter().filter(|(w, m)| m > w).count();
    assert!(more * 100 > changes.len(), "{more} of {}", changes.len());
}

proptest! {
    #[test]
    fn readiness_rises_with_every_term_and_a_red_line_leaves_none(
        terms in prop::array::uniform5(-100_i64..=100),
        which in 0_usize..5,
        by in 1_i64..200,
    ) {
        let mut raised = terms;
        raised[which] = (raised[which] + by).min(100);
        for id in STYLES {
            let style = style(id);
            prop_assert!(readiness(style, raised, false) >= readiness(style, terms, false));
            prop_assert_eq!(readiness(style, raised, true), 0);
        }
    }

    #[test]
    fn more_readiness_never_allows_less(low in 0_u8..=100, more in 0_u8..=100) {
        let high = low.saturating_add(more).min(100);
        prop_assert!(allowed(style("harder"), high) >= allowed(style("harder"), low));
        prop_assert!(slack(style("forthcoming"), high) >= slack(style("forthcoming"), low));
        prop_assert!(slack(style("harder"), high) <= slack(style("harder"), low));
        prop_assert_eq!(slack(style("record"), high), 0);
    }

    #[test]
    fn aims_only_come_down_and_boulware_comes_down_last(
        made in 0_u32..40, limit in 1_u32..40, power in 2_u8..=9,
    ) {
        let curves = [Curve::Boulware(power, String::new()), Curve::Linear(String::new()), Curve::Conceder(power, String::new())];
        for curve in &curves {
            prop_assert!(time_share(curve, made + 1, limit) >= time_share(curve, made, limit));
            prop_assert_eq!(time_share(curve, limit, limit), 100);
            prop_assert_eq!(time_share(curve, 0, limit), 0);
        }
        let [boulware, linear, conceder] = curves.map(|curve| time_share(&curve, made, limit));
        prop_assert!(boulware <= linear && linear <= conceder);
    }
}

#[test]
fn every_term_of_the_judgement_can_move_the_readiness() {
    for id in STYLES {
        for which in 0..TERMS.len() {
            let (mut low, mut high) = ([0; 5], [0; 5]);
            low[which] = -100;
            high[which] = 100;
            let [low, high] = [low, high].map(|terms| readiness(style(id), terms, false));
            assert!(low < high, "{:?} is idle in {id}", TERMS[which]);
        }
    }
}

#[test]
fn what_is_told_to_have_been_meant_is_what_was_said() {
    for id in STYLES {
        for seed in 1..=20 {
            for Explanation { point, closed, account } in explain_all(&game(id, seed)) {
                let meant = account.map(|account| account.meant);
                match closed {
                    Closed::Answered(said) => {
                        let Some(Meant::Say(_, id)) = meant else { panic!("point {point}: {meant:?}") };
                        assert_eq!(id, said);
                    }
                    Closed::TakenUp(_) | Closed::Never | Closed::Open => assert_eq!(meant, None),
                    Closed::LetStand(_) => {}
                    Closed::ByPerson(_) => panic!("nobody sits opposite"),
                }
            }
        }
    }
}

/// What the events tell of a game before a point was answered, worked out apart from the rules.
struct Told<'g> {
    events: &'g [Event],
    point: PointIndex,
}

impl<'g> Told<'g> {
    /// The events before the topic under which the point was answered.
    fn before(game: &'g Game, point: PointIndex) -> Self {
        let answered = game.events.iter().position(
            |event| matches!(event, Event::Spoken { answers, .. } if answers.iter().any(|t| t.point == point)),
        );
        let answered = answered.expect("it was answered");
        let head = &game.events[..answered];
        let topic = head.iter().rposition(|e| matches!(e, Event::Topic(_) | Event::Floor { .. }));
        let heading = |place: &usize| matches!(head[*place], Event::Topic(_));
        let end = topic.filter(heading).unwrap_or(answered);
        Self { events: &game.events[..end], point }
    }

    /// Whether a condition holds, as far as events alone tell it.
    fn holds(&self, condition: &Condition) -> Option<bool> {
        let moves = || {
            self.events.iter().filter_map(|event| match event {
                Event::Moved { point, mv, .. } => Some((*point, *mv)),
                _ => None,
            })
        };
        Some(match condition {
            Condition::Not(inner) => !self.holds(inner)?,
            Condition::All(list) => {
                let all: Option<Vec<bool>> = list.iter().map(|c| self.holds(c)).collect();
                all?.into_iter().all(|holds| holds)
            }
            Condition::Any(list) => {
                let all: Option<Vec<bool>> = list.iter().map(|c| self.holds(c)).collect();
                all?.into_iter().any(|holds| holds)
            }
            Condition::Marked(wanted) => {
                let last = self.events.iter().rev().find_map(|event| match event {
                    Event::Marked { mark, set, .. } if mark == wanted => Some(*set),
                    _ => None,
                });
                last.unwrap_or(false)
            }
            Condition::AtLeast(wanted, height) | Condition::Below(wanted, height) => {
                let last = self.events.iter().rev().find_map(|event| match event {
                    Event::Bar { bar, to, .. } if bar == wanted => Some(*to),
                    _ => None,
                });
                let start = SCENARIO.seat(SeatId::FIRST).room[wanted.index()].at;
                let reached = last.unwrap_or(start) >= *height;
                reached == matches!(condition, Condition::AtLeast(..))
            }
            Condition::Made(mv, times) => moves().filter(|(_, made)| made == mv).count() >= usize::from(*times),
            Condition::Times(times) => {
                let (_, mv) = moves().find(|(point, _)| *point == self.point)?;
                let made = moves().filter(|(point, made)| *point <= self.point && *made == mv);
                made.count() >= usize::from(*times)
            }
            Condition::Said(entry) => self.events.iter().any(|event| {
                matches!(event, Event::Spoken { utterance, .. }
                    if SCENARIO.utterance(*utterance).words.entries().contains(entry))
            }),
            _ => return None,
        })
    }
}

fn answered(explanation: &Explanation) -> Option<&Account> {
    matches!(explanation.closed, Closed::Answered(_)).then_some(explanation.account.as_ref()).flatten()
}

#[test]
fn the_stance_that_decided_is_named_and_what_failed_before_it_really_failed() {
    let (mut failed, mut decided, mut reached) = (0, 0, 0);
    for id in STYLES {
        for seed in 1..=25 {
            let game = game(id, seed);
            for explanation in explain_all(&game) {
                let Some(account) = answered(&explanation) else {
                    continue;
                };
                let told = Told::before(&game, explanation.point);
                for tried in &account.tried {
                    let stance = SCENARIO.stance(tried.stance);
                    match &tried.outcome {
                        Outcome::Fails(place) => {
                            let fails = told.holds(&stance.when[*place]);
                            assert_ne!(fails, Some(true), "{}: {place}", stance.id);
                            failed += usize::from(fails.is_some());
                        }
                        Outcome::Decides => {
                            let Meant::Say(number, said) = account.meant else {
                                panic!("{} decides nothing", stance.id)
                            };
                            assert_eq!(number, Some(tried.stance));
                            assert_eq!(SCENARIO.utterance(said).act, stance.act);
                            let holds = stance.when.iter().all(|c| told.holds(c) != Some(false));
                            assert!(holds, "{} did not hold", stance.id);
                            decided += 1;
                        }
                        Outcome::Reached(missed) => {
                            assert_ne!(id, "record");
                            for place in missed {
                                assert_ne!(told.holds(&stance.when[*place]), Some(true));
                            }
                            reached += 1;
                        }
                        Outcome::NoWords | Outcome::PassedOver => {}
                    }
                }
                if let Meant::Say(_, said) = account.meant {
                    let presumes = &SCENARIO.utterance(said).conditions;
                    let true_words = presumes.iter().all(|c| told.holds(c) != Some(false));
                    assert!(true_words, "{} presumes too much", SCENARIO.utterance(said).id);
                }
            }
        }
    }
    assert!(failed > 500, "{failed} failed conditions were checked");
    assert!(decided > 500, "{decided} deciding stances were checked");
    assert!(reached > 5, "{reached} stances were reached with slack");
}

#[test]
fn one_style_brings_other_games_than_another_and_the_journal_says_which() {
    let games = STYLES.map(|style| game(style, 3));
    let digests: Vec<String> = games.iter().map(Game::digest).collect();
    assert!(digests[0] != digests[1] && digests[0] != digests[2]);
    for (game, style) in games.iter().zip(STYLES) {
        let text = game.journal.print().expect("it can be printed");
        assert_eq!(text.contains("style"), style != "record", "{text}");
        let journal = Journal::parse(&text).expect("it can be read");
        let replayed = journal.replay(&SCENARIO).expect("it begins");
        assert_eq!(replayed.diverged, None);
        assert_eq!(replayed.game.digest(), game.digest());
    }
    let mut strange = games[1].journal.clone();
    strange.style = Some("softer".to_owned());
    let refused = strange.replay(&SCENARIO).expect_err("there is no such style");
    assert!(refused.to_string().contains("softer"));
}

#[test]
fn a_point_that_is_not_there_has_no_explanation() {
    assert_eq!(explain(&game("record", 1), 999), None);
}

#[test]
fn a_style_with_a_wrong_number_is_a_fault_with_its_place() {
    let bad = [
        ("Figure(of: Slack, is: 20,", "Figure(of: Slack, is: 150,", "WCW092"),
        ("Figure(of: Later, is: 35,", "Figure(of: Later, is: 95,", "WCW092"),
        ("Figure(of: Later, is: 35,", "Figure(of: Slack, is: 35,", "WCW093"),
        ("curve: Boulware(4,", "curve: Boulware(12,", "WCW092"),
        ("id: \"harder\"", "id: \"record\"", "WCW031"),
        ("manner: AsWritten", "manner: Forthcoming", "WCW091"),
        ("because: \"Whoever can wait begins cool.\"", "because: \" \"", "WCW051"),
    ];
    for (from, to, code) in bad {
        let folder = crate::common::altered("counterpart.ron", from, to);
        let report = crate::common::examined(folder.path()).report;
        let fault = report.diagnostics.iter().find(|fault| fault.code == code);
        let fault = fault.unwrap_or_else(|| panic!("{to} is no {code}"));
        assert!(!fault.labels.is_empty(), "{code} has no place");
    }
}

#[test]
fn the_figures_of_the_moscow_styles_differ_the_way_their_names_say() {
    let base = |id| style(id).figure(Figure::Base);
    assert!(base("harder") < base("record") && base("record") < base("forthcoming"));
    let half = |id| time_share(&style(id).curve, 8, 15);
    assert!(half("harder") < half("record") && half("record") < half("forthcoming"));
}
