//! The counterpart's disposition towards a point, seen from its own seat. Five terms, each a whole number with the
//! facts behind it, add up to its readiness to yield.
//!
//! - **Aspiration**: what the counterpart still aims for. It falls from the opening position to the reservation value
//!   along a polynomial curve of the time passed (the time-dependent tactics of Faratin, Sierra and Jennings 1998;
//!   Boulware and conceder), and as patience runs out (their resource-dependent tactics; Rubinstein 1982 shows that the
//!   less patient side gets less).
//! - **Reciprocity**: how much the other side has given since the counterpart last gave way, less how much it has
//!   pressed (tit for tat, Axelrod 1984; the behaviour-dependent tactics of Faratin and others).
//! - **Cost**: how much of the current package's value the clause asked for would cost, broken linkages included.
//! - **Face**: the counterpart's face bar, and whether the point is an ultimatum (Brown 1977 on saving face).
//! - **Priorities**: how much of what the other side has said is about this issue, compared with the counterpart's own
//!   weight for it. Giving on an issue that the other side cares about more is a good trade (logrolling, Froman and
//!   Cohen 1970).
//!
//! This module never reads the other side's values, only what that side has said.

use crate::scenario::IssueId;
use crate::scenario::resolved::{Clause, Curve, Deal, Pair, Style, Values};
use crate::scenario::terms::{Bar, CommitmentKind, Figure};

use super::position::Position;
use super::state::Point;
use super::value::{self, Level};

/// How far the counterpart's aims have come down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aspiration {
    pub statements: u32,
    pub limit: u32,
    /// 0 to 100.
    pub patience: u8,
    /// Distance covered from the opening position to the reservation value, in per cent.
    pub came_down: u8,
    /// Value of its opening position, 0 to 10,000.
    pub opening: i64,
    /// 0 to 10,000.
    pub reservation: i64,
}

impl Aspiration {
    /// The value it still aims for, 0 to 10,000. A party whose opening position is worth less than no deal aims for no
    /// deal.
    pub fn aims_for(&self) -> i64 {
        let way = (self.opening - self.reservation).max(0);
        self.reservation + way * (100 - i64::from(self.came_down)) / 100
    }
}

/// What the other side has given, and how it has pressed, since the counterpart last gave way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reciprocity {
    /// The statement after which the counterpart last put something on the table; 0 if it never has.
    pub since: u32,
    /// Number of offers, concessions and acceptances by the other side since then.
    pub gave: u32,
    /// Number of conditions, warnings and refusals by the other side since then.
    pub pressed: u32,
    /// Offers add 1, concessions and acceptances 2; refusals subtract 1, conditions and warnings 2.
    balance: i32,
}

/// What granting the clause asked for would cost the counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// The clause as the counterpart understands it; `None` if the point asks for nothing in the deal.
    pub asked: Option<(IssueId, Pair)>,
    /// How much of the current package's value it costs the counterpart, 0 to 10,000; negative for a gain.
    pub points: i64,
    /// Difference in value between the opening position and the reservation value, at least 1.
    pub room: i64,
    /// Linkages that the package now respects and the clause would break, as indices into the party's list.
    pub breaks: Vec<usize>,
    /// Whether one of those linkages is a red line.
    pub red_line: bool,
}

/// What answering would cost the counterpart in standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// Height of the face bar, 0 to 100.
    pub height: u8,
    /// Whether the point is a condition or a warning.
    pub ultimatum: bool,
}

/// How much the other side seems to care about the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Priorities {
    pub issue: IssueId,
    /// Number of statements that raised it.
    pub raised: u32,
    /// Share of what the other side has said that is about this issue, in per cent. Pressing counts more than asking.
    pub share: u8,
    /// The counterpart's own weight for the issue, 0 to 100; 0 for an issue outside the deal.
    pub own_weight: i64,
}

/// The counterpart's disposition towards a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposition {
    pub aspiration: Aspiration,
    pub reciprocity: Reciprocity,
    pub cost: Cost,
    pub face: Face,
    pub priorities: Priorities,
    /// Readiness to yield on this point, 0 to 100.
    pub readiness: u8,
}

/// The five terms, in the order that [`readiness`] takes them.
pub const TERMS: [Figure; 5] =
    [Figure::Aspiration, Figure::Reciprocity, Figure::Cost, Figure::Face, Figure::Priorities];

impl Disposition {
    /// Works out the counterpart's disposition towards a point under a style.
    pub fn of(at: &Position<'_>, style: &Style, point: &Point) -> Self {
        let party = at.scenario.seat(at.own_seat().opposite).party;
        let own = at.scenario.values.iter().find(|v| v.party == party);
        let view = View { at: *at, own, point };
        let mut disposition = Self {
            aspiration: view.aspiration(style),
            reciprocity: view.reciprocity(),
            cost: view.cost(),
            face: view.face(),
            priorities: view.priorities(),
            readiness: 0,
        };
        let terms = TERMS.map(|term| disposition.term(term));
        disposition.readiness = readiness(style, terms, disposition.cost.red_line);
        disposition
    }

    /// One term, -100 to 100; a higher value means readier to yield. Figures that are not terms give 0.
    pub fn term(&self, term: Figure) -> i64 {
        let value = match term {
            Figure::Aspiration => i64::from(self.aspiration.came_down),
            Figure::Reciprocity => i64::from(self.reciprocity.balance) * 20,
            Figure::Cost => -self.cost.points.saturating_mul(100) / self.cost.room,
            Figure::Face => {
                let pressed = if self.face.ultimatum { 50 } else { 0 };
                (i64::from(self.face.height) - 50) * 2 - pressed
            }
            Figure::Priorities => i64::from(self.priorities.share) - self.priorities.own_weight,
            _ => 0,
        };
        value.clamp(-100, 100)
    }
}

/// Readiness to yield under a style, 0 to 100: the base plus each term times its weight. `terms` are in the order of
/// [`TERMS`], each -100 to 100, and a higher term never lowers the result. A red line makes it 0.
pub fn readiness(style: &Style, terms: [i64; 5], red_line: bool) -> u8 {
    if red_line {
        return 0;
    }
    let weighed = TERMS.iter().zip(terms);
    let weighed: i64 = weighed.map(|(term, value)| contribution(style, *term, value)).sum();
    let readiness = i64::from(style.figure(Figure::Base)) + weighed;
    u8::try_from(readiness.clamp(0, 100)).unwrap_or(0)
}

/// What a term with this value (-100 to 100) adds to the readiness under a style.
pub fn contribution(style: &Style, term: Figure, value: i64) -> i64 {
    i64::from(style.figure(term)) * value / 100
}

/// Share of the way to the reservation value covered after `made` of `limit` statements, in per cent.
pub fn time_share(curve: &Curve, made: u32, limit: u32) -> u8 {
    let limit = u128::from(limit.clamp(1, 1000));
    let made = u128::from(made).min(limit);
    let power = |of: u128, exponent: u8| {
        let exponent = u32::from(exponent.clamp(1, 9));
        of.pow(exponent) * 100 / limit.pow(exponent)
    };
    let share = match curve {
        Curve::Boulware(exponent, _) => power(made, *exponent),
        Curve::Linear(_) => power(made, 1),
        Curve::Conceder(exponent, _) => 100 - power(limit - made, *exponent),
    };
    u8::try_from(share.min(100)).unwrap_or(100)
}

/// What the counterpart can see of a point.
struct View<'a> {
    /// Taken from the player's seat.
    at: Position<'a>,
    own: Option<&'a Values>,
    point: &'a Point,
}

impl View<'_> {
    fn worth(&self, deal: &[u16]) -> i64 {
        self.own.map_or(0, |own| value::value(self.at.scenario, own, deal, Level::Mid))
    }

    /// Value of the counterpart's opening position; 0 if the scenario has none.
    fn worth_of_opening(&self) -> i64 {
        let opening = self.at.opening();
        if opening.is_empty() { 0 } else { self.worth(opening) }
    }

    fn reservation(&self) -> i64 {
        self.own.map_or(0, |own| Level::Mid.of(own.reservation))
    }

    fn aspiration(&self, style: &Style) -> Aspiration {
        let time = time_share(&style.curve, self.at.state.statements, self.at.state.limit);
        let patience = self.at.state.bar(Bar::TheirPatience).min(100);
        let left = u32::from(100 - time);
        let lost = u32::from(100 - patience) * u32::from(style.figure(Figure::Impatience));
        let came_down = u32::from(time) + left * lost / 10_000;
        Aspiration {
            statements: self.at.state.statements,
            limit: self.at.state.limit,
            patience,
            came_down: u8::try_from(came_down.min(100)).unwrap_or(100),
            opening: self.worth_of_opening(),
            reservation: self.reservation(),
        }
    }

    fn reciprocity(&self) -> Reciprocity {
        let player = self.at.own_seat().party;
        let his = self.at.state.commitments.iter().filter(|c| c.by != player);
        let gave_way = his.filter(|c| gives_way(c.kind)).map(|c| c.turn).max();
        let mut reciprocity = Reciprocity { since: gave_way.unwrap_or(0), gave: 0, pressed: 0, balance: 0 };
        for point in &self.at.state.points {
            if point.statement <= reciprocity.since {
                continue;
            }
            let weight = self.at.scenario.mv(point.mv).act.profile().gives;
            reciprocity.balance += weight;
            reciprocity.gave += u32::from(weight > 0);
            reciprocity.pressed += u32::from(weight < 0);
        }
        reciprocity
    }

    /// The counterpart's opening position, updated with everything both sides have since put on the table.
    fn package(&self) -> Option<Deal> {
        let opening = self.at.opening();
        let mut deal = (!opening.is_empty()).then(|| opening.to_vec())?;
        for commitment in self.at.state.commitments.iter().filter(|c| c.stands) {
            if gives_way(commitment.kind)
                && let Some(pair) = self.meant(&deal, commitment.clause)
                && let Some(slot) = deal.get_mut(commitment.clause.issue.index())
            {
                *slot = pair;
            }
        }
        Some(deal)
    }

    /// The pair that a clause stands for. If the clause leaves the timing open, this is the pair worth most to the
    /// counterpart.
    fn meant(&self, deal: &Deal, clause: Clause) -> Option<u16> {
        let pairs = &self.at.scenario.issue(clause.issue).pairs;
        let fits =
            |pair: &Pair, exact: bool| pair.position == clause.position && (!exact || pair.timing == clause.timing);
        let numbers = |exact: bool| {
            let fitting = pairs.iter().enumerate().filter(move |(_, p)| fits(p, exact));
            fitting.filter_map(|(index, _)| u16::try_from(index).ok())
        };
        let worth = |pair: u16| {
            let mut deal = deal.clone();
            if let Some(slot) = deal.get_mut(clause.issue.index()) {
                *slot = pair;
            }
            (self.worth(&deal), std::cmp::Reverse(pair))
        };
        numbers(true).next().or_else(|| numbers(false).max_by_key(|pair| worth(*pair)))
    }

    fn cost(&self) -> Cost {
        let opening = self.worth_of_opening();
        let mut cost = Cost {
            asked: None,
            points: 0,
            room: (opening - self.reservation()).max(1),
            breaks: Vec::new(),
            red_line: false,
        };
        let (Some(clause), Some(package), Some(own)) =
            (self.at.scenario.mv(self.point.mv).asks, self.package(), self.own)
        else {
            return cost;
        };
        let Some(pair) = self.meant(&package, clause) else {
            return cost;
        };
        let mut granted = package.clone();
        if let Some(slot) = granted.get_mut(clause.issue.index()) {
            *slot = pair;
        }
        let pairs = &self.at.scenario.issue(clause.issue).pairs;
        cost.asked = pairs.get(usize::from(pair)).map(|p| (clause.issue, *p));
        cost.points = self.worth(&package) - self.worth(&granted);
        let keeps = |deal: &Deal, index: usize| {
            let linkage = own.linkages.get(index);
            linkage.is_none_or(|linkage| value::keeps(self.at.scenario, &linkage.keeps, deal))
        };
        cost.breaks =
            (0..own.linkages.len()).filter(|index| keeps(&package, *index) && !keeps(&granted, *index)).collect();
        let hard = |index: &usize| own.linkages.get(*index).is_some_and(|l| l.hard);
        cost.red_line = cost.breaks.iter().any(hard);
        cost
    }

    fn face(&self) -> Face {
        let act = self.at.scenario.mv(self.point.mv).act;
        Face { height: self.at.state.bar(Bar::TheirFace).min(100), ultimatum: act.is_ultimatum() }
    }

    fn priorities(&self) -> Priorities {
        let issue = self.at.scenario.mv(self.point.mv).issue;
        let (mut here, mut all) = (0, 0);
        for point in &self.at.state.points {
            let mv = self.at.scenario.mv(point.mv);
            let weight = mv.act.profile().insists;
            all += weight;
            if mv.issue == issue {
                here += weight;
            }
        }
        let own = self.own.and_then(|own| own.preferences.get(issue.index()));
        Priorities {
            issue,
            raised: self.at.state.times_raised(issue),
            share: u8::try_from(here * 100 / all.max(1)).unwrap_or(100),
            own_weight: own.map_or(0, |preference| Level::Mid.of(preference.weight)),
        }
    }
}

const fn gives_way(kind: CommitmentKind) -> bool {
    matches!(kind, CommitmentKind::Promise | CommitmentKind::Hint | CommitmentKind::Offer)
}
